//! What can be read from a tree: the trait, and the shapes that every type is made of.

use super::{Node, Refused, Value};
use std::{collections::BTreeMap, rc::Rc};

/// A type that can be read from a tree. Derived from the serde attributes of the type; written by hand where the
/// shape in JSON is another one than in Rust.
pub trait FromTree: Sized {
    /// Reads what stands at a place. For a field that is missing there is a place too, with nothing at it.
    ///
    /// # Errors
    /// By way of [`Node::refuse`], which keeps the place and the cause.
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused>;

    /// Reads into a value that was begun empty. Lists and maps grow where they stand.
    ///
    /// # Errors
    /// As [`from_tree`](Self::from_tree).
    fn begun(&mut self, node: &Node<'_>) -> Result<(), Refused> {
        *self = Self::from_tree(node)?;
        Ok(())
    }
}

/// [`FromTree`] where the type is not known: a value that was begun empty is filled where it stands.
pub trait Fill {
    /// Fills the value.
    ///
    /// # Errors
    /// As [`FromTree::from_tree`].
    fn fill(&mut self, node: &Node<'_>) -> Result<(), Refused>;
}

impl<T: FromTree> Fill for T {
    fn fill(&mut self, node: &Node<'_>) -> Result<(), Refused> {
        self.begun(node)
    }
}

impl FromTree for Value {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        node.value().cloned().ok_or_else(|| node.unexpected("any value"))
    }
}

impl FromTree for String {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        node.text("a string").map(str::to_owned)
    }
}

impl FromTree for bool {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        match node.value() {
            Some(Value::Bool(yes)) => Ok(*yes),
            _ => Err(node.unexpected("a boolean")),
        }
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl FromTree for $kind {
            fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
                // Nothing of the contract counts beyond i64.
                let least = i64::try_from(<$kind>::MIN).unwrap_or(i64::MIN);
                let most = i64::try_from(<$kind>::MAX).unwrap_or(i64::MAX);
                let whole = node.whole(least, most, stringify!($kind))?;
                Ok(whole as $kind) // Exact: it lies within the bounds of the type.
            }
        }
    )*};
}

whole_numbers!(u8, u16, u32, u64, usize, i32, i64);

impl<T: FromTree> FromTree for Option<T> {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        match node.value() {
            None | Some(Value::Null) => Ok(None),
            Some(_) => T::from_tree(node).map(Some),
        }
    }
}

impl<T: FromTree> FromTree for Vec<T> {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        let mut read = Self::new();
        read.begun(node)?;
        Ok(read)
    }

    fn begun(&mut self, node: &Node<'_>) -> Result<(), Refused> {
        node.each_item(&mut |item| {
            self.push(T::from_tree(item)?);
            Ok(())
        })
    }
}

impl<T: FromTree> FromTree for BTreeMap<String, T> {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        let mut read = Self::new();
        read.begun(node)?;
        Ok(read)
    }

    fn begun(&mut self, node: &Node<'_>) -> Result<(), Refused> {
        node.each_field(&mut |name, inside| {
            self.insert(name.to_owned(), T::from_tree(inside)?);
            Ok(())
        })
    }
}

impl<T: FromTree> FromTree for Rc<T> {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        T::from_tree(node).map(Self::new)
    }
}
