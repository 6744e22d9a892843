//! Reading `#[serde(…)]`: what is understood is kept, anything else is an error at its place in the source.

use super::case::Case;
use syn::{
    Attribute, DeriveInput, ExprPath, Field, LitStr, Type, Variant, ext::IdentExt as _, meta::ParseNestedMeta,
};

/// What stands on a type.
#[derive(Default)]
pub struct Shape {
    /// The case of the names in JSON.
    pub case: Case,
    /// Whether a field of another name is refused.
    pub closed: bool,
    /// Read by way of this type, with an error that says why not.
    pub try_from: Option<Type>,
    /// Read by way of this type, which always works.
    pub from: Option<Type>,
    /// Written by way of this type.
    pub into: Option<Type>,
}

/// What stands for a field that is missing.
#[derive(Default)]
pub enum Missing {
    /// Whatever the type itself says: nothing for an `Option`, a refusal for anything else.
    #[default]
    Ask,
    /// `Default::default()`
    Default,
    /// The value of this function.
    Call(ExprPath),
}

/// What stands on a field or a variant.
#[derive(Default)]
pub struct Part {
    /// The name in JSON, where it is another one than the case makes.
    rename: Option<String>,
    /// What stands for it when it is missing.
    pub missing: Missing,
    /// Not written when this says so.
    pub skip_if: Option<ExprPath>,
    /// Neither read nor written.
    pub skip: bool,
    /// Reads it.
    pub read_with: Option<ExprPath>,
}

impl Shape {
    /// The attributes of a type.
    ///
    /// # Errors
    /// Names what is not understood, generics included.
    pub fn of(input: &DeriveInput) -> syn::Result<Self> {
        if !input.generics.params.is_empty() {
            return Err(syn::Error::new_spanned(&input.generics, "a type with parameters is not understood"));
        }
        let mut shape = Self::default();
        each(&input.attrs, |meta| {
            if meta.path.is_ident("rename_all") {
                shape.case = Case::parse(&meta.value()?.parse()?)?;
            } else if meta.path.is_ident("deny_unknown_fields") {
                shape.closed = true;
            } else if meta.path.is_ident("try_from") {
                shape.try_from = Some(text(&meta)?.parse()?);
            } else if meta.path.is_ident("from") {
                shape.from = Some(text(&meta)?.parse()?);
            } else if meta.path.is_ident("into") {
                shape.into = Some(text(&meta)?.parse()?);
            } else {
                return Err(meta.error("not understood on a type"));
            }
            Ok(())
        })?;
        Ok(shape)
    }
}

impl Part {
    /// The attributes of a field.
    ///
    /// # Errors
    /// Names what is not understood.
    pub fn of_field(field: &Field) -> syn::Result<Self> {
        let mut part = Self::default();
        each(&field.attrs, |meta| {
            if meta.path.is_ident("default") {
                part.missing = if meta.input.peek(syn::Token![=]) {
                    Missing::Call(text(&meta)?.parse()?)
                } else {
                    Missing::Default
                };
            } else if meta.path.is_ident("skip_serializing_if") {
                part.skip_if = Some(text(&meta)?.parse()?);
            } else if meta.path.is_ident("skip") {
                part.skip = true;
            } else if meta.path.is_ident("rename") {
                part.rename = Some(text(&meta)?.value());
            } else if meta.path.is_ident("deserialize_with") {
                part.read_with = Some(text(&meta)?.parse()?);
            } else {
                return Err(meta.error("not understood on a field"));
            }
            Ok(())
        })?;
        Ok(part)
    }

    /// The attributes of a variant.
    ///
    /// # Errors
    /// Names what is not understood.
    pub fn of_variant(variant: &Variant) -> syn::Result<Self> {
        let mut part = Self::default();
        each(&variant.attrs, |meta| {
            if !meta.path.is_ident("rename") {
                return Err(meta.error("not understood on a variant"));
            }
            part.rename = Some(text(&meta)?.value());
            Ok(())
        })?;
        Ok(part)
    }

    /// The name of a field in JSON.
    #[must_use]
    pub fn field_name(&self, ident: &syn::Ident, case: Case) -> String {
        self.rename.clone().unwrap_or_else(|| case.field(&ident.unraw().to_string()))
    }

    /// The name of a variant in JSON.
    #[must_use]
    pub fn variant_name(&self, ident: &syn::Ident, case: Case) -> String {
        self.rename.clone().unwrap_or_else(|| case.variant(&ident.unraw().to_string()))
    }
}

fn text(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    meta.value()?.parse()
}

fn each(
    attributes: &[Attribute],
    mut read: impl FnMut(ParseNestedMeta<'_>) -> syn::Result<()>,
) -> syn::Result<()> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .try_for_each(|attribute| attribute.parse_nested_meta(&mut read))
}

#[cfg(test)]
mod tests {
    use crate::{read, write};
    use syn::parse_str;

    fn refusal(source: &str) -> String {
        let input = parse_str(source).expect(source);
        let reading = read::derive(&input).expect_err(source).to_string();
        assert_eq!(write::derive(&input).expect_err(source).to_string(), reading, "{source}");
        reading
    }

    #[test]
    fn what_is_not_understood_is_an_error_and_never_passed_over() {
        for (source, cause) in [
            ("#[serde(tag = \"t\")] struct A { a: u8 }", "not understood on a type"),
            ("#[serde(default)] struct A { a: u8 }", "not understood on a type"),
            ("#[serde(rename_all = \"UPPERCASE\")] struct A { a: u8 }", "\"UPPERCASE\" is not understood"),
            ("struct A { #[serde(flatten)] a: u8 }", "not understood on a field"),
            ("struct A { #[serde(alias = \"b\")] a: u8 }", "not understood on a field"),
            ("struct A { #[serde(skip_serializing)] a: u8 }", "not understood on a field"),
            (
                "#[serde(rename_all = \"camelCase\")] enum A { #[serde(other)] B }",
                "not understood on a variant",
            ),
            ("struct A<T> { a: T }", "a type with parameters"),
            ("struct A(u8, u8);", "only structs with named fields"),
            ("struct A;", "only structs with named fields"),
            ("union A { a: u8 }", "only structs with named fields"),
            ("enum A { B { c: u8 } }", "a variant is a word"),
            ("enum A { B(u8, u8) }", "a variant is a word"),
            ("enum A {}", "at least one plain word"),
            ("enum A { B(u8) }", "at least one plain word"),
            ("#[serde(deny_unknown_fields)] enum A { B }", "deny_unknown_fields"),
        ] {
            let found = refusal(source);
            assert!(found.contains(cause), "{source}: {found}");
        }
    }
}
