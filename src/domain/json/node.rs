//! One place of a tree that is being read: what stands there, the way back to the root, and what is wrong with it.
//!
//! Everything here is compiled once, whatever the types are. A reader that refuses leaves its [`Misfit`] at the root
//! and hands up only [`Refused`], so that the code of every single type stays small.

use super::misfit::{Misfit, Refused, any_of, quoted};
use super::{Fill, FromTree, Value};
use core::fmt::{Display, Write as _};
use serde_json::Map;
use std::cell::Cell;

/// One place of a tree.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// Nothing for a field that is not there.
    value: Option<&'a Value>,
    step: Step<'a>,
    above: Option<&'a Node<'a>>,
    misfit: &'a Cell<Option<Misfit>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Item(usize),
}

impl<'a> Node<'a> {
    pub(super) const fn root(value: &'a Value, misfit: &'a Cell<Option<Misfit>>) -> Self {
        Self { value: Some(value), step: Step::Root, above: None, misfit }
    }

    /// What stands here; nothing for a field that is not there.
    #[must_use]
    pub const fn value(&self) -> Option<&'a Value> {
        self.value
    }

    /// Path from the root.
    fn place(&self) -> String {
        let mut place = self.above.map(Node::place).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Item(at) => {
                // Writing to a String cannot fail.
                let _ = write!(place, "[{at}]");
            }
            Step::Field(name) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(name);
            }
        }
        place
    }

    /// Says what is wrong here.
    #[cold]
    #[inline(never)]
    pub fn refuse(&self, cause: &dyn Display) -> Refused {
        self.misfit.set(Some(Misfit { place: self.place(), cause: cause.to_string() }));
        Refused {}
    }

    /// Says that this is something else than what was expected, or that it is missing.
    #[cold]
    #[inline(never)]
    pub fn unexpected(&self, expected: &str) -> Refused {
        let Some(value) = self.value else {
            let name = if let Step::Field(name) = self.step { name } else { "" };
            return self.above.unwrap_or(self).refuse(&format_args!("missing field `{name}`"));
        };
        let found = match value {
            Value::Null => "null".to_owned(),
            Value::Bool(yes) => format!("boolean `{yes}`"),
            Value::Number(number) => {
                let kind = if number.is_f64() { "floating point" } else { "integer" };
                format!("{kind} `{}`", super::text(value))
            }
            Value::String(text) => format!("string {:?}", quoted(text)),
            Value::Array(_) => "sequence".to_owned(),
            Value::Object(_) => "map".to_owned(),
        };
        self.refuse(&format_args!("invalid type: {found}, expected {expected}"))
    }

    /// The text here.
    ///
    /// # Errors
    /// When it is something else; `expected` says what is wanted, such as `a string`.
    pub fn text(&self, expected: &str) -> Result<&'a str, Refused> {
        match self.value {
            Some(Value::String(text)) => Ok(text),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// The whole number here.
    ///
    /// # Errors
    /// When it is something else, a fraction included, or not within `least` to `most`; `kind` names the type.
    pub fn whole(&self, least: i64, most: i64, kind: &str) -> Result<i64, Refused> {
        match self.value {
            Some(value @ Value::Number(number)) if !number.is_f64() => {
                number.as_i64().filter(|whole| (least..=most).contains(whole)).ok_or_else(|| {
                    let found = super::text(value);
                    self.refuse(&format_args!("invalid value: integer `{found}`, expected {kind}"))
                })
            }
            _ => Err(self.unexpected(kind)),
        }
    }

    /// The entries of the list here.
    ///
    /// # Errors
    /// When it is something else; `expected` says what is wanted, such as `a sequence`.
    pub fn items(&self, expected: &str) -> Result<&'a [Value], Refused> {
        match self.value {
            Some(Value::Array(items)) => Ok(items),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// The place of one of the [`items`](Self::items).
    #[must_use]
    pub const fn item<'n>(&'n self, at: usize, value: &'n Value) -> Node<'n> {
        Node { value: Some(value), step: Step::Item(at), above: Some(self), misfit: self.misfit }
    }

    /// Goes through the entries of the list here.
    ///
    /// # Errors
    /// When it is no list, and the first refusal of `read`.
    pub fn each_item(&self, read: &mut dyn FnMut(&Node<'_>) -> Result<(), Refused>) -> Result<(), Refused> {
        for (at, value) in self.items("a sequence")?.iter().enumerate() {
            read(&self.item(at, value))?;
        }
        Ok(())
    }

    /// Goes through the fields of the object here, in alphabetical order.
    ///
    /// # Errors
    /// When it is no object, and the first refusal of `read`.
    pub fn each_field(
        &self,
        read: &mut dyn FnMut(&str, &Node<'_>) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let object = self.object("a map")?;
        for name in object.fields.keys() {
            read(name, &object.at(name))?;
        }
        Ok(())
    }

    /// The fields of the object here.
    ///
    /// # Errors
    /// When it is something else; `expected` says what is wanted, such as `struct Document`.
    pub fn object(&self, expected: &str) -> Result<Members<'_>, Refused> {
        match self.value {
            Some(Value::Object(fields)) => Ok(Members { node: self, fields }),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Which of these words stands here, by its index.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn word(&self, words: &[&str]) -> Result<usize, Refused> {
        self.word_beside(words, &[])
    }

    /// Which of these words stands here, by its index, where one of `carriers` with a value could have stood too.
    ///
    /// # Errors
    /// When it is none of the words.
    pub fn word_beside(&self, words: &[&str], carriers: &[&str]) -> Result<usize, Refused> {
        let found = match self.value {
            Some(Value::String(text)) => text,
            Some(Value::Object(fields)) if fields.len() == 1 => {
                fields.keys().next().map_or("", String::as_str)
            }
            _ => return Err(self.unexpected(&any_of(words, carriers))),
        };
        let is_word = self.value.is_some_and(Value::is_string);
        words.iter().position(|word| is_word && *word == found).ok_or_else(|| {
            let (found, names) = (quoted(found), any_of(words, carriers));
            self.refuse(&format_args!("unknown variant `{found}`, expected {names}"))
        })
    }

    /// Which of these words carries a value here (`{"topic": 3}`), by its index, and the place of that value.
    #[must_use]
    pub fn carrier(&self, words: &[&str]) -> Option<(usize, Node<'_>)> {
        let (name, value) = match self.value {
            Some(Value::Object(fields)) if fields.len() == 1 => fields.iter().next()?,
            _ => return None,
        };
        let at = words.iter().position(|word| word == name)?;
        Some((
            at,
            Node { value: Some(value), step: Step::Field(name), above: Some(self), misfit: self.misfit },
        ))
    }
}

/// The fields of an object that is being read.
#[derive(Clone, Copy)]
pub struct Members<'a> {
    node: &'a Node<'a>,
    fields: &'a Map<String, Value>,
}

impl<'a> Members<'a> {
    /// The place of a field, which need not be there.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, name: &'a str) -> Node<'a> {
        let value = self.fields.get(name);
        Node { value, step: Step::Field(name), above: Some(self.node), misfit: self.node.misfit }
    }

    /// A field.
    ///
    /// # Errors
    /// When it does not fit, or is missing and its type says that it may not be.
    #[inline(never)]
    pub fn field<T: FromTree>(&self, name: &'a str) -> Result<T, Refused> {
        T::from_tree(&self.at(name))
    }

    /// A field, or what stands for it when it is missing.
    ///
    /// # Errors
    /// When it does not fit.
    #[inline(never)]
    pub fn field_or<T: FromTree>(&self, name: &'a str, missing: fn() -> T) -> Result<T, Refused> {
        let node = self.at(name);
        if node.value.is_none() { Ok(missing()) } else { T::from_tree(&node) }
    }

    /// Reads a field into a value that was begun empty.
    ///
    /// # Errors
    /// As [`field`](Self::field).
    #[inline(never)]
    pub fn fill(&self, name: &'a str, value: &mut dyn Fill) -> Result<(), Refused> {
        value.fill(&self.at(name))
    }

    /// Reads a field into a value that was begun empty, which stays empty when the field is missing.
    ///
    /// # Errors
    /// When it does not fit.
    #[inline(never)]
    pub fn fill_if_there(&self, name: &'a str, value: &mut dyn Fill) -> Result<(), Refused> {
        let node = self.at(name);
        if node.value.is_none() { Ok(()) } else { value.fill(&node) }
    }

    /// Refuses a field of any other name, at its own place: a misspelt key would be a text nobody sees.
    ///
    /// # Errors
    /// Names the first such field.
    pub fn only(&self, names: &[&str]) -> Result<(), Refused> {
        match self.fields.keys().find(|key| !names.contains(&key.as_str())) {
            None => Ok(()),
            Some(key) => {
                let (known, key) = (any_of(names, &[]), quoted(key));
                Err(self.at(&key).refuse(&format_args!("unknown field `{key}`, expected {known}")))
            }
        }
    }
}
