//! `#[derive(FromTree, ToTree)]`: the JSON of a type, in code small enough for a page.
//!
//! The shape is described by the serde attributes that the types carry anyway, so that serde's words, the published
//! JSON Schema and this code cannot drift apart. Understood is exactly what the domain uses; any other attribute is
//! a compile error, never ignored. What must not live here: how a tree is read (`nattoku::domain::json`).
//!
//! | attribute | on | meaning |
//! |---|---|---|
//! | `rename_all = "camelCase"`, `"snake_case"`, `"kebab-case"` | type | the names in JSON |
//! | `deny_unknown_fields` | struct | a field of another name is refused |
//! | `try_from = "T"`, `from = "T"`, `into = "T"` | type | read and written by way of another type |
//! | `rename = "name"` | field, variant | its name in JSON |
//! | `default`, `default = "path"` | field | what stands for a field that is missing |
//! | `skip_serializing_if = "path"` | field | not written when `path(&field)` |
//! | `skip` | field | neither read nor written |
//! | `deserialize_with = "path"` | field | read by `path(&Node) -> Result<T, Refused>` |
//!
//! On every target but `wasm32` the same derives implement serde's `Deserialize` and `Serialize` by way of the tree,
//! for Rust programs that take the types into their own documents.

mod attributes;
mod case;
mod host;
mod include;
mod read;

mod write;

use proc_macro::TokenStream;
use syn::{DeriveInput, LitStr, parse_macro_input};

/// Reading: `nattoku::domain::json::FromTree`, and serde's `Deserialize` on hosts.
#[proc_macro_derive(FromTree, attributes(serde))]
pub fn from_tree(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    read::derive(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Writing: `nattoku::domain::json::ToTree`, and serde's `Serialize` on hosts.
#[proc_macro_derive(ToTree, attributes(serde))]
pub fn to_tree(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    write::derive(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// `sheet!("styles/base.css")`: the sheet at that path of the crate, without comments and layout.
#[proc_macro]
pub fn sheet(input: TokenStream) -> TokenStream {
    let path = parse_macro_input!(input as LitStr);
    include::sheet(&path).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// `phrases!("src/presets/wording/shared.tsv")`: the wording file at that path of the crate, without comments.
#[proc_macro]
pub fn phrases(input: TokenStream) -> TokenStream {
    let path = parse_macro_input!(input as LitStr);
    include::phrases(&path).unwrap_or_else(syn::Error::into_compile_error).into()
}
