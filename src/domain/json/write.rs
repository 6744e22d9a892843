//! What can be written as a tree: the trait, and the shapes that every type is made of.

use super::Value;
use serde_json::Map;
use std::{collections::BTreeMap, rc::Rc};

/// A type that can be written as a tree. Derived from the serde attributes of the type; written by hand where the
/// shape in JSON is another one than in Rust.
pub trait ToTree {
    /// The value as a tree. Always possible: the domain has no numbers but whole ones, and no keys but texts.
    fn to_tree(&self) -> Value;
}

/// An object that is being written.
#[derive(Debug, Default)]
pub struct Object(Map<String, Value>);

impl Object {
    /// Adds a field.
    #[inline(never)]
    pub fn put(&mut self, name: &str, value: &dyn ToTree) {
        self.0.insert(name.to_owned(), value.to_tree());
    }

    /// The object as a tree.
    #[must_use]
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// An object of these fields.
#[must_use]
pub fn object(fields: &[(&str, &dyn ToTree)]) -> Value {
    let mut object = Object::default();
    for (name, value) in fields {
        object.put(name, *value);
    }
    object.done()
}

/// An object without some of its fields; anything else as it is.
#[must_use]
pub fn without(value: Value, names: &[&str]) -> Value {
    let Value::Object(fields) = value else { return value };
    // Taking fields out of a map is a lot of code that nothing else needs: the others move instead.
    let mut kept = Map::new();
    for (name, value) in fields {
        if !names.contains(&name.as_str()) {
            kept.insert(name, value);
        }
    }
    Value::Object(kept)
}

/// A word that carries a value: `{"topic": 3}`.
#[must_use]
pub fn carried(word: &str, value: &dyn ToTree) -> Value {
    object(&[(word, value)])
}

impl ToTree for Value {
    fn to_tree(&self) -> Value {
        self.clone()
    }
}

impl ToTree for str {
    fn to_tree(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl ToTree for String {
    fn to_tree(&self) -> Value {
        self.as_str().to_tree()
    }
}

macro_rules! plain {
    ($($kind:ty),*) => {$(
        impl ToTree for $kind {
            fn to_tree(&self) -> Value {
                Value::from(*self)
            }
        }
    )*};
}

plain!(bool, u8, u16, u32, u64, usize, i32, i64);

impl<T: ToTree> ToTree for Option<T> {
    fn to_tree(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_tree)
    }
}

impl<T: ToTree> ToTree for Vec<T> {
    fn to_tree(&self) -> Value {
        list(&|at| self.get(at).map(T::to_tree))
    }
}

/// One loop for the lists of all types; `item` gives nothing after the last one.
fn list(item: &dyn Fn(usize) -> Option<Value>) -> Value {
    let mut written = Vec::new();
    while let Some(value) = item(written.len()) {
        written.push(value);
    }
    Value::Array(written)
}

impl<T: ToTree> ToTree for BTreeMap<String, T> {
    fn to_tree(&self) -> Value {
        let mut object = Object::default();
        for (name, value) in self {
            object.put(name, value);
        }
        object.done()
    }
}

impl<T: ToTree + ?Sized> ToTree for &T {
    fn to_tree(&self) -> Value {
        T::to_tree(self)
    }
}

impl<T: ToTree> ToTree for Rc<T> {
    fn to_tree(&self) -> Value {
        T::to_tree(self)
    }
}
