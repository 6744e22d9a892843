//! The names of fields and variants in JSON: serde's `rename_all` for the three cases the domain uses.

use syn::LitStr;

/// How Rust's names become JSON's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// As they are.
    #[default]
    Same,
    /// `decidedAt`
    Camel,
    /// `not_yet`
    Snake,
    /// `high-contrast`
    Kebab,
}

impl Case {
    /// Reads the value of `rename_all`.
    ///
    /// # Errors
    /// Names a case that is not understood, at its place in the source.
    pub fn parse(written: &LitStr) -> syn::Result<Self> {
        match written.value().as_str() {
            "camelCase" => Ok(Self::Camel),
            "snake_case" => Ok(Self::Snake),
            "kebab-case" => Ok(Self::Kebab),
            other => {
                Err(syn::Error::new(written.span(), format!("rename_all = \"{other}\" is not understood")))
            }
        }
    }

    /// The name of a field, which Rust writes in `snake_case`.
    #[must_use]
    pub fn field(self, name: &str) -> String {
        match self {
            Self::Same | Self::Snake => name.to_owned(),
            Self::Kebab => name.replace('_', "-"),
            Self::Camel => {
                let mut words = name.split('_');
                let first = words.next().unwrap_or_default().to_owned();
                words.fold(first, |so_far, word| so_far + &capital(word))
            }
        }
    }

    /// The name of a variant, which Rust writes in `PascalCase`.
    #[must_use]
    pub fn variant(self, name: &str) -> String {
        let parted = |with: char| {
            let mut out = String::new();
            for (at, letter) in name.char_indices() {
                if at > 0 && letter.is_uppercase() {
                    out.push(with);
                }
                out.extend(letter.to_lowercase());
            }
            out
        };
        match self {
            Self::Same => name.to_owned(),
            Self::Snake => parted('_'),
            Self::Kebab => parted('-'),
            Self::Camel => name[..1].to_lowercase() + &name[1..],
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Case::*;

    #[test]
    fn names_become_what_serde_would_make_of_them() {
        for (case, field, variant) in [
            (Same, "legal_basis_as_of", "AskEachTime"),
            (Camel, "legalBasisAsOf", "askEachTime"),
            (Snake, "legal_basis_as_of", "ask_each_time"),
            (Kebab, "legal-basis-as-of", "ask-each-time"),
        ] {
            assert_eq!(case.field("legal_basis_as_of"), field);
            assert_eq!(case.variant("AskEachTime"), variant);
        }
        assert_eq!((Camel.field("id"), Kebab.variant("Id")), ("id".to_owned(), "id".to_owned()));
    }
}
