//! The list as it was shown, kept inside a run: what was asked stays readable when the list changes later
//! (invariant 4). No behaviour of the list lives here.

use crate::domain::json::{FromTree, ToTree};

use super::content::Checklist;

use crate::domain::text::Wording;

/// Which list was used, in which wording, and its exact text.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListSnapshot {
    /// Id of the list.
    pub id: String,
    /// Version of its wording.
    pub version: String,
    /// [`Checklist::digest`] of the whole list, `sha256:…`.
    pub digest: String,
    /// The wording that was shown.
    pub reading: Wording,
    /// Name of the list as shown.
    pub title: String,
    /// The items in the order they were asked.
    pub items: Vec<SnapshotItem>,
}

/// One item as shown.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SnapshotItem {
    /// Id of the item, `collect.1`.
    pub id: String,
    /// Id of the part it was asked in, `collect`.
    pub part: String,
    /// The statement as shown (with ruby notation in the easy reading).
    pub text: String,
    /// Requirement the item comes from, such as `000 collect.1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Its sub-points as shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<SnapshotPoint>,
}

/// One sub-point as shown.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SnapshotPoint {
    /// Id of the sub-point, `collect.2.a`.
    pub id: String,
    /// Its words as shown.
    pub text: String,
}

impl ListSnapshot {
    /// Takes the text of `list` in one reading.
    #[must_use]
    pub fn of(list: &Checklist, reading: Wording) -> Self {
        let items = list
            .items()
            .map(|(part, item)| SnapshotItem {
                id: item.id.clone(),
                part: part.id.clone(),
                text: item.text.say(reading).to_owned(),
                requirement: item.requirement.clone(),
                points: item
                    .points
                    .iter()
                    .map(|point| SnapshotPoint {
                        id: point.id.clone(),
                        text: point.text.say(reading).to_owned(),
                    })
                    .collect(),
            })
            .collect();
        Self {
            id: list.id.clone(),
            version: list.version.clone(),
            digest: list.digest(),
            reading,
            title: list.title.say(reading).to_owned(),
            items,
        }
    }

    /// Whether the snapshot has an item with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.items.iter().any(|item| item.id == id)
    }
}
