//! Fields that this version does not know: they survive a round trip untouched, at any depth.
//!
//! What a record was read from stays beside the record: the tree itself, and what of it the record did not
//! understand. Writing lays only the latter over the record, so that nothing known comes back that was taken out since.
//! `serde(flatten)` on every type would do the same for six times the code.

use super::{ToTree, Value};
use std::rc::Rc;

/// Where a value comes from, if it was read. It is not what it is: two values that differ only in this are equal.
#[derive(Clone, Debug, Default)]
pub struct Unknown(Option<Rc<Came>>);

#[derive(Debug)]
struct Came {
    /// The tree as it came.
    tree: Value,
    /// What of it nobody here knows.
    rest: Rest,
}

/// What a value did not understand of its tree.
#[derive(Debug)]
enum Rest {
    /// Everything was understood.
    Nothing,
    /// A field that is not known.
    Field(Value),
    /// Fields of something known.
    Inside(Vec<(String, Rest)>),
    /// Entries of a list that is known. They stay at their place: the lists of a record only grow.
    Entries(Vec<Rest>),
}

impl PartialEq for Unknown {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unknown {}

impl Unknown {
    /// Remembers the tree that `value` was just read from.
    #[must_use]
    pub fn of(tree: &Value, value: &dyn ToTree) -> Self {
        Self(Some(Rc::new(Came { rest: Rest::of(tree, &value.to_tree()), tree: tree.clone() })))
    }

    /// A list of the remembered tree, as it came.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&Vec<Value>> {
        self.0.as_ref()?.tree.get(name)?.as_array()
    }

    /// Writes a value, and beside it every field of the remembered tree that nobody here knows.
    #[must_use]
    pub fn written_with(&self, value: &dyn ToTree) -> Value {
        let mut written = value.to_tree();
        if let Some(came) = &self.0 {
            came.rest.lay_over(&mut written);
        }
        written
    }
}

impl Rest {
    fn of(came: &Value, understood: &Value) -> Self {
        match (came, understood) {
            (Value::Object(came), Value::Object(understood)) => {
                let rest = |(name, value): (&String, &Value)| {
                    let rest = understood
                        .get(name)
                        .map_or_else(|| Self::Field(value.clone()), |known| Self::of(value, known));
                    (!matches!(rest, Self::Nothing)).then(|| (name.clone(), rest))
                };
                let fields: Vec<_> = came.iter().filter_map(rest).collect();
                if fields.is_empty() { Self::Nothing } else { Self::Inside(fields) }
            }
            (Value::Array(came), Value::Array(understood)) => {
                let entries: Vec<_> =
                    came.iter().zip(understood).map(|(one, known)| Self::of(one, known)).collect();
                if entries.iter().all(|rest| matches!(rest, Self::Nothing)) {
                    Self::Nothing
                } else {
                    Self::Entries(entries)
                }
            }
            _ => Self::Nothing,
        }
    }

    fn lay_over(&self, now: &mut Value) {
        match (self, now) {
            (Self::Inside(fields), Value::Object(now)) => {
                for (name, rest) in fields {
                    match (rest, now.get_mut(name)) {
                        (Self::Field(value), None) => drop(now.insert(name.clone(), value.clone())),
                        (rest, Some(known)) => rest.lay_over(known),
                        // What it was inside of has been taken out.
                        (_, None) => {}
                    }
                }
            }
            (Self::Entries(rests), Value::Array(now)) => {
                rests.iter().zip(now).for_each(|(rest, now)| rest.lay_over(now));
            }
            _ => {}
        }
    }
}
