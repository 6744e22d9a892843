//! serde's traits for Rust programs, by way of the tree. The page has none of it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

/// serde's `Deserialize`.
#[must_use]
pub fn deserialize(name: &Ident) -> TokenStream {
    quote! {
        #[cfg(not(target_arch = "wasm32"))]
        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                ::nattoku::domain::json::host::read(from)
            }
        }
    }
}

/// serde's `Serialize`.
#[must_use]
pub fn serialize(name: &Ident) -> TokenStream {
    quote! {
        #[cfg(not(target_arch = "wasm32"))]
        #[automatically_derived]
        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::nattoku::domain::json::host::write(self, to)
            }
        }
    }
}
