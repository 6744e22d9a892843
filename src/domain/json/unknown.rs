//! Fields that this version does not know: they survive a round trip untouched, at any depth.
//!
//! The tree a record was read from stays beside the record; writing lays the record over it. `serde(flatten)` on
//! every type would do the same for six times the code.

use super::{ToTree, Value};
use std::rc::Rc;

/// The tree that a value was read from, if it was read. It is where a value comes from, not what it is: two values
/// that differ only in this are equal.
#[derive(Clone, Debug, Default)]
pub struct Unknown(Option<Rc<Value>>);

impl PartialEq for Unknown {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unknown {}

impl Unknown {
    /// Remembers a tree.
    #[must_use]
    pub fn of(tree: &Value) -> Self {
        Self(Some(Rc::new(tree.clone())))
    }

    /// A list of the remembered tree, as it came.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&Vec<Value>> {
        self.0.as_ref()?.get(name)?.as_array()
    }

    /// Writes a value, and beside it every field of the remembered tree that the value does not have.
    #[must_use]
    pub fn written_with(&self, value: &dyn ToTree) -> Value {
        let mut written = value.to_tree();
        if let Some(before) = &self.0 {
            lay_under(before, &mut written);
        }
        written
    }
}

/// Entries of a list stay at their place: the lists of a record only grow.
fn lay_under(before: &Value, now: &mut Value) {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            for (key, value) in before {
                match now.get_mut(key) {
                    Some(known) => lay_under(value, known),
                    None => drop(now.insert(key.clone(), value.clone())),
                }
            }
        }
        (Value::Array(before), Value::Array(now)) => {
            before.iter().zip(now).for_each(|(before, now)| lay_under(before, now));
        }
        _ => {}
    }
}
