//! `FromTree`: one call for each field, and everything else in the helpers they share.

use super::attributes::{Missing, Part, Shape};
use super::host;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Fields, FieldsNamed, Type};

/// Writes the implementation.
///
/// # Errors
/// Names what is not understood, at its place in the source.
pub fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    let shape = Shape::of(input)?;
    let name = &input.ident;
    // The fields are gone through even where another type does the reading: no attribute is passed over.
    let own = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => structure(&name.to_string(), fields, &shape)?,
            _ if shape.converts() => TokenStream::new(),
            _ => return Err(unfit(input)),
        },
        Data::Enum(data) => enumeration(data, &shape, input)?,
        Data::Union(_) => return Err(unfit(input)),
    };
    let body = match (&shape.try_from, &shape.from) {
        (Some(raw), _) => quote! {
            let raw = <#raw as ::nattoku::domain::json::FromTree>::from_tree(node)?;
            <Self as ::core::convert::TryFrom<#raw>>::try_from(raw).map_err(|cause| node.refuse(&cause))
        },
        (None, Some(raw)) => quote! {
            <#raw as ::nattoku::domain::json::FromTree>::from_tree(node).map(<Self as ::core::convert::From<#raw>>::from)
        },
        (None, None) => own,
    };
    let host = host::deserialize(name);
    Ok(quote! {
        #[automatically_derived]
        impl ::nattoku::domain::json::FromTree for #name {
            fn from_tree(
                node: &::nattoku::domain::json::Node<'_>,
            ) -> ::core::result::Result<Self, ::nattoku::domain::json::Refused> {
                #body
            }
        }
        #host
    })
}

impl Shape {
    /// Whether another type stands for this one in JSON, in both directions as far as the attributes say.
    #[must_use]
    pub fn converts(&self) -> bool {
        (self.try_from.is_some() || self.from.is_some()) && self.into.is_some()
    }
}

/// The refusal of a type that has no shape in JSON here.
#[must_use]
pub fn unfit(input: &DeriveInput) -> syn::Error {
    let cause = "only structs with named fields, and enums, have a shape in JSON here";
    syn::Error::new_spanned(&input.ident, cause)
}

fn structure(name: &str, fields: &FieldsNamed, shape: &Shape) -> syn::Result<TokenStream> {
    let expected = format!("struct {name}");
    let (mut names, mut begun, mut reads, mut fills) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for field in &fields.named {
        let part = Part::of_field(field)?;
        let Some(ident) = &field.ident else { continue };
        if part.skip {
            begun.push(quote! { #ident: ::core::default::Default::default() });
            continue;
        }
        let key = part.field_name(ident, shape.case);
        match (&part.read_with, &part.missing) {
            (None, Missing::Ask) if starts_empty(&field.ty) => {
                begun.push(quote! { #ident: ::core::default::Default::default() });
                fills.push(quote! { object.fill(#key, &mut read.#ident)?; });
            }
            (None, Missing::Default) if starts_empty(&field.ty) => {
                begun.push(quote! { #ident: ::core::default::Default::default() });
                fills.push(quote! { object.fill_if_there(#key, &mut read.#ident)?; });
            }
            (None, Missing::Ask) => reads.push(quote! { #ident: object.field(#key)? }),
            (None, Missing::Default) => {
                reads.push(quote! { #ident: object.field_or(#key, ::core::default::Default::default)? });
            }
            (None, Missing::Call(path)) => reads.push(quote! { #ident: object.field_or(#key, #path)? }),
            (Some(with), Missing::Ask) => reads.push(quote! { #ident: #with(&object.at(#key))? }),
            (Some(with), _) => {
                let cause = "deserialize_with and default are not understood together";
                return Err(syn::Error::new_spanned(with, cause));
            }
        }
        names.push(key);
    }
    let closed = shape.closed.then(|| quote! { object.only(&[#(#names),*])?; });
    let mutable = (!fills.is_empty()).then(|| quote! { mut });
    Ok(quote! {
        let object = node.object(#expected)?;
        #closed
        let #mutable read = Self { #(#reads,)* #(#begun),* };
        #(#fills)*
        Ok(read)
    })
}

/// Whether a field of this type can be begun empty and filled where it stands: a third of the code of a value that is
/// read, checked and moved. Only types whose empty value says nothing; an answer, a time or a number is never begun.
fn starts_empty(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let name = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    ["String", "Vec", "BTreeMap", "Option", "Text"].contains(&name.as_str())
}

fn enumeration(data: &DataEnum, shape: &Shape, input: &DeriveInput) -> syn::Result<TokenStream> {
    if shape.closed {
        return Err(syn::Error::new_spanned(&input.ident, "deny_unknown_fields says nothing about an enum"));
    }
    let (mut words, mut carriers, mut plain, mut laden) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for variant in &data.variants {
        let (ident, key) =
            (&variant.ident, Part::of_variant(variant)?.variant_name(&variant.ident, shape.case));
        match &variant.fields {
            Fields::Unit => {
                plain.push(quote! { Self::#ident });
                words.push(key);
            }
            Fields::Unnamed(inside) if inside.unnamed.len() == 1 => {
                Part::of_field(&inside.unnamed[0])?;
                laden.push(quote! { Self::#ident(::nattoku::domain::json::FromTree::from_tree(&inside)?) });
                carriers.push(key);
            }
            _ => return Err(syn::Error::new_spanned(ident, "a variant is a word, or a word with one value")),
        }
    }
    if plain.is_empty() {
        return Err(syn::Error::new_spanned(&input.ident, "an enum has at least one plain word"));
    }
    // The helpers give an index into the names: the last arm needs no number.
    let choose = |arms: &[TokenStream]| {
        let last = arms.last().cloned();
        let numbers = 0..arms.len().saturating_sub(1);
        let others = &arms[..arms.len().saturating_sub(1)];
        quote! { #(#numbers => #others,)* _ => #last }
    };
    if laden.is_empty() {
        let arms = choose(&plain);
        return Ok(quote! { Ok(match node.word(&[#(#words),*])? { #arms }) });
    }
    let (with_value, without) = (choose(&laden), choose(&plain));
    Ok(quote! {
        if let Some((at, inside)) = node.carrier(&[#(#carriers),*]) {
            return Ok(match at { #with_value });
        }
        Ok(match node.word_beside(&[#(#words),*], &[#(#carriers),*])? { #without })
    })
}
