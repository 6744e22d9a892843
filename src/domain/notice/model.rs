//! The shape of a notice as it is written in a file: sections, items, groups, acknowledgements, placeholders.
//!
//! Only shape: whether a notice is sound is decided in `read`, what it says with values in `fill`.

use super::{Acquisition, Category, PlaceholderValue, Version, Withdrawal};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::text::{Reading, Text};

/// A notice (説明文) as a preset or a portal writes it: the template, placeholders still open.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// Which notice this is: lower-case letters, digits, `.`, `_` and `-`.
    pub id: String,
    /// Its version.
    pub version: Version,
    /// The language of the body, as a BCP 47 tag.
    #[serde(default = "japanese")]
    pub language: String,
    /// The day up to which the law behind the wording was followed, `YYYY-MM-DD` (requirements.md A-2 002 §7).
    pub legal_basis_as_of: String,
    /// What the notice is called.
    pub title: Text,
    /// For which kind of group it was written. Said where a group chooses its notice, never to the people asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Text>,
    /// How the people it is for come to be asked (001-01..03).
    #[serde(default, skip_serializing_if = "Acquisition::is_usual")]
    pub acquisition: Acquisition,
    /// Whether the person may be a child: the age is asked then (004-21, B2-21).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub minors: bool,
    /// Whether others (care manager, family, municipality) tell the group things as a matter of course: the questions
    /// of 002 §11 are asked then.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub indirect: bool,
    /// The legal topics that this group declares not to apply to it, by id. Only topics with
    /// [`may_not_apply`](crate::domain::law::Topic::may_not_apply) may stand here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<String>,
    /// The kinds of information that are held (003 A-3-1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// One topic each, one screen each, in the order they are explained.
    pub sections: Vec<Section>,
    /// Lines an organisation may switch on.
    #[serde(default)]
    pub optional: Vec<OptionalLine>,
    /// The headings under which the items are asked.
    pub groups: Vec<Group>,
    /// What can be answered on its own, in the order it is asked.
    pub items: Vec<ConsentItem>,
    /// What a person confirms having heard. Not a consent.
    #[serde(default)]
    pub acknowledgements: Vec<Acknowledgement>,
    /// The values only the organisation knows.
    #[serde(default)]
    pub placeholders: Vec<Placeholder>,
}

fn japanese() -> String {
    "ja".to_owned()
}

/// One topic in both registers.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Which section, the same in both registers: `who`, `emg`.
    pub id: String,
    /// The heading: one line.
    pub title: Text,
    /// The drawing beside it; the section's id when absent.
    #[serde(default)]
    pub pictogram: String,
    /// The plain register, line by line. Missing is named by [`Notice::parse`], with the section.
    #[serde(default)]
    pub plain: Vec<String>,
    /// The easy register, line by line: ruby on every kanji. The same placeholders as `plain` (YN-19).
    #[serde(default)]
    pub easy: Vec<String>,
    /// The legal topics this section tells, by the ids of [`Law::topics`](crate::domain::law::Law::topics)
    /// (002 §10): what [`missing_topics`](crate::domain::notice::missing_topics) counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
}

impl Section {
    /// The lines of one register, still in notation.
    #[must_use]
    pub fn lines(&self, reading: Reading) -> &[String] {
        match reading {
            Reading::Plain => &self.plain,
            Reading::Easy => &self.easy,
        }
    }
}

/// A line that is said only when the organisation switched it on (`enabledOptions`); it closes its section.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OptionalLine {
    /// The name used in [`Organization::enabled_options`](super::Organization::enabled_options).
    pub id: String,
    /// The section it belongs to.
    pub section: String,
    /// What the settings form asks: should this be said?
    pub label: Text,
    /// The plain line.
    pub plain: String,
    /// The easy line.
    pub easy: String,
    /// Whether a new organisation starts with it switched on. Consents always start with it off.
    #[serde(default)]
    pub default: bool,
}

/// A heading under which items are asked together.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// `purpose`, `share`, `photo`.
    pub id: String,
    /// The heading.
    pub title: Text,
    /// One or two sentences before the first question.
    pub lead: Text,
}

/// What kind of thing an item asks about.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A purpose the information is used for (Act on the Protection of Personal Information, art. 17).
    Purpose,
    /// Somebody outside the group who is told (art. 27).
    Recipient,
    /// A place where photographs appear.
    PhotoChannel,
    /// A kind of information.
    DataCategory,
}

/// One thing that can be answered on its own (同意の項目): yes, no, ask me each time, or not yet.
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ConsentItem {
    /// `purpose.contact`, `photo.sns`.
    pub id: String,
    /// What it asks about.
    pub kind: ItemKind,
    /// The heading it is asked under: the id of a [`Group`].
    pub group: String,
    /// The section that explains it.
    pub section: String,
    /// The requirement it answers, such as `000 collect.2`.
    pub requirement: String,
    /// A question that はい or いいえ answers.
    pub title: Text,
    /// One or two words for summaries: 連絡.
    pub short: Text,
    /// A sentence more, when the question needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Text>,
    /// Whether special-care information (要配慮個人情報, art. 2-3) may be used or told.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether いいえ settles the matter. `false` where a law or a contract decides: the person may still say no, and
    /// that is recorded, but it may be done all the same; `detail` then says so and why.
    #[serde(default = "yes")]
    pub withholdable: bool,
    /// Whether the answer has to be written (signature, typed name, paper, somebody's hand): voice alone is not
    /// enough (B2-20).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub written: bool,
    /// What follows when the person takes the answer back. Where it is absent the sentences of the item's kind stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_withdrawal: Option<Withdrawal>,
    /// The [`OptionalLine`] that brings this item: without it the item is not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
}

const fn yes() -> bool {
    true
}

/// Something a person confirms having heard (確認), such as the emergency exception. Declining it blocks nothing
/// and changes nothing (000 collect.3).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement {
    /// `emergency`.
    pub id: String,
    /// The section that explains it.
    pub section: String,
    /// "I heard …".
    pub title: Text,
}

/// How the settings form asks for a value.
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceholderKind {
    /// A name, place or telephone: the value and its reading in kana.
    Name,
    /// A wording: once plain, once easy.
    Phrase,
}

/// A value only the organisation knows (`{{name}}`, requirements.md D-1).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Placeholder {
    /// The name between the braces.
    pub name: String,
    /// Whether the organisation has to give it. What is not required has a default.
    pub required: bool,
    /// How it is asked for.
    pub kind: PlaceholderKind,
    /// What the form calls it.
    pub label: Text,
    /// What to write, and what not to.
    pub hint: Text,
    /// Used while the organisation has not said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Text>,
    /// A made-up value, shown in the form and used for previews and tests.
    #[serde(default)]
    pub example: PlaceholderValue,
}
