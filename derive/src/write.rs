//! `ToTree`: one call for each field.

use super::attributes::{Part, Shape};
use super::{host, read::unfit};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Fields, FieldsNamed};

/// Writes the implementation.
///
/// # Errors
/// Names what is not understood, at its place in the source.
pub fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    // Whatever the reading refuses, the writing refuses in the same words.
    super::read::derive(input)?;
    let shape = Shape::of(input)?;
    let name = &input.ident;
    let body = match (&shape.into, &input.data) {
        (Some(raw), _) => quote! {
            ::nattoku::domain::json::ToTree::to_tree(&<#raw as ::core::convert::From<Self>>::from(self.clone()))
        },
        (None, Data::Struct(data)) => match &data.fields {
            Fields::Named(fields) => structure(fields, &shape)?,
            _ => return Err(unfit(input)),
        },
        (None, Data::Enum(data)) => enumeration(data, &shape)?,
        (None, Data::Union(_)) => return Err(unfit(input)),
    };
    let host = host::serialize(name);
    Ok(quote! {
        #[automatically_derived]
        impl ::nattoku::domain::json::ToTree for #name {
            fn to_tree(&self) -> ::nattoku::domain::json::Value {
                #body
            }
        }
        #host
    })
}

fn structure(fields: &FieldsNamed, shape: &Shape) -> syn::Result<TokenStream> {
    let mut writes = Vec::new();
    for field in &fields.named {
        let part = Part::of_field(field)?;
        let Some(ident) = &field.ident else { continue };
        if part.skip {
            continue;
        }
        let key = part.field_name(ident, shape.case);
        let put = quote! { object.put(#key, &self.#ident); };
        writes.push(match &part.skip_if {
            Some(path) => quote! { if !#path(&self.#ident) { #put } },
            None => put,
        });
    }
    Ok(quote! {
        let mut object = ::nattoku::domain::json::Object::default();
        #(#writes)*
        object.done()
    })
}

fn enumeration(data: &DataEnum, shape: &Shape) -> syn::Result<TokenStream> {
    let (mut words, mut carriers) = (Vec::new(), Vec::new());
    for variant in &data.variants {
        let (ident, key) =
            (&variant.ident, Part::of_variant(variant)?.variant_name(&variant.ident, shape.case));
        if matches!(variant.fields, Fields::Unit) {
            words.push(quote! { Self::#ident => #key, });
        } else {
            carriers.push(
                quote! { Self::#ident(inside) => return ::nattoku::domain::json::carried(#key, inside), },
            );
        }
    }
    Ok(quote! {
        ::nattoku::domain::json::ToTree::to_tree(match self { #(#words)* #(#carriers)* })
    })
}
