//! A small map from names, kept in their order, and a check that nothing is named twice.
//!
//! The standard maps are made for thousands of entries: each kind of value costs the page some kilobytes. Here are a
//! dozen. What must not live here: anything about a particular value.

use crate::domain::json::{FromTree, Node, Object, Refused, ToTree, Value};

/// Values by name, in alphabetical order. In JSON an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<V> {
    rows: Vec<(String, V)>,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> Table<V> {
    /// Without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Where the name stands, or where it would.
    fn place(&self, name: &str) -> Result<usize, usize> {
        let at = self.rows.iter().take_while(|(known, _)| known.as_str() < name).count();
        if self.rows.get(at).is_some_and(|(known, _)| known == name) { Ok(at) } else { Err(at) }
    }

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.rows.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Whether there is a value of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The value of that name, put in first if there is none.
    pub fn get_or_insert_with(&mut self, name: &str, value: impl FnOnce() -> V) -> &mut V {
        let at = self.place(name).unwrap_or_else(|at| {
            self.rows.insert(at, (name.to_owned(), value()));
            at
        });
        &mut self.rows[at].1
    }

    /// Puts a value in; hands back the one that stood under that name.
    pub fn insert(&mut self, name: String, value: V) -> Option<V> {
        match self.place(&name) {
            Ok(at) => Some(core::mem::replace(&mut self.rows[at].1, value)),
            Err(at) => {
                self.rows.insert(at, (name, value));
                None
            }
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        self.place(name).ok().map(|at| self.rows.remove(at).1)
    }

    /// Keeps only what the condition is true of.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &V) -> bool) {
        self.rows.retain(|(name, value)| keep(name, value));
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &V)> + Clone {
        self.rows.iter().map(|(name, value)| (name, value))
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.rows.iter().map(|(name, _)| name)
    }

    /// The values, in the order of their names.
    pub fn values(&self) -> impl Iterator<Item = &V> + Clone {
        self.rows.iter().map(|(_, value)| value)
    }
}

impl<V> IntoIterator for Table<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

impl<V> FromIterator<(String, V)> for Table<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(rows: I) -> Self {
        let mut table = Self::new();
        for (name, value) in rows {
            table.insert(name, value);
        }
        table
    }
}

impl<V> core::ops::Index<&str> for Table<V> {
    type Output = V;

    /// # Panics
    /// When there is no value of that name.
    fn index(&self, name: &str) -> &V {
        match self.get(name) {
            Some(value) => value,
            None => panic!("no entry of that name"),
        }
    }
}

impl<V: FromTree> FromTree for Table<V> {
    fn from_tree(node: &Node<'_>) -> Result<Self, Refused> {
        let mut read = Self::new();
        read.begun(node)?;
        Ok(read)
    }

    fn begun(&mut self, node: &Node<'_>) -> Result<(), Refused> {
        node.each_field(&mut |name, inside| {
            let value = V::from_tree(inside)?;
            // The fields of an object come in alphabetical order, each once.
            self.rows.push((name.to_owned(), value));
            Ok(())
        })
    }
}

impl<V: ToTree> ToTree for Table<V> {
    fn to_tree(&self) -> Value {
        let mut object = Object::default();
        for (name, value) in &self.rows {
            object.put(name, value);
        }
        object.done()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<V: ToTree> serde::Serialize for Table<V> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        crate::domain::json::host::write(self, to)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de, V: FromTree> serde::Deserialize<'de> for Table<V> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        crate::domain::json::host::read(from)
    }
}

#[cfg(feature = "schema")]
impl<V: schemars::JsonSchema> schemars::JsonSchema for Table<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        <std::collections::BTreeMap<String, V>>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<String, V>>::json_schema(generator)
    }
}

/// What was named so far: one name, or two that only count together.
#[derive(Clone, Debug, Default)]
pub struct Seen<'a> {
    /// In order, so that a large document takes no longer than it must.
    names: Vec<[&'a str; 2]>,
}

impl<'a> Seen<'a> {
    /// Notes a name; whether it is new.
    pub fn insert(&mut self, name: &'a str) -> bool {
        self.insert_pair([name, ""])
    }

    /// Notes two names that belong together; whether they are new.
    pub fn insert_pair(&mut self, names: [&'a str; 2]) -> bool {
        match self.names.binary_search(&names) {
            Ok(_) => false,
            Err(at) => {
                self.names.insert(at, names);
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_its_order_and_one_value_a_name() {
        let mut table = Table::from_iter([("b".to_owned(), 1), ("c".to_owned(), 2), ("a".to_owned(), 3)]);
        assert_eq!(table.insert("b".to_owned(), 4), Some(1));
        assert_eq!(table.insert("aa".to_owned(), 5), None);
        assert_eq!(table.remove("c"), Some(2));
        assert_eq!((table.remove("c"), table.get("c"), table["b"]), (None, None, 4));
        *table.get_or_insert_with("z", || 6) += 1;
        *table.get_or_insert_with("a", || 9) += 1;
        assert_eq!(
            table.iter().map(|(name, value)| (name.as_str(), *value)).collect::<Vec<_>>(),
            [("a", 4), ("aa", 5), ("b", 4), ("z", 7)]
        );
    }

    #[test]
    fn what_was_seen_is_not_new() {
        let mut seen = Seen::default();
        assert!(seen.insert("b") && seen.insert("a") && seen.insert_pair(["a", "b"]));
        assert!(!seen.insert("a") && !seen.insert_pair(["a", "b"]) && seen.insert_pair(["b", "a"]));
    }
}
