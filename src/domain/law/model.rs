//! The shape of the dated legal data: what the file `src/presets/legal.json` says, and nothing about how it is applied.

use crate::domain::json::FromTree;
use crate::domain::text::Text;

/// What the law says that a program has to know, as of one day. Every list is in the order of the forms.
#[derive(FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Law {
    /// The day up to which the law was followed, `YYYY-MM-DD`.
    pub as_of: String,
    /// Below this age, in years, a guardian answers (B2-21).
    pub guardian_required_under: u8,
    /// Below this age, in years, a guardian beside the person is advised (B2-21).
    pub guardian_advised_under: u8,
    /// After more than this many calendar months a letter of authority is asked about again (002 §20-1).
    pub mandate_months: u8,
    /// Who may answer for somebody (004-21). No code knows one of them by its id: the law is changing.
    pub representative_kinds: Vec<RepresentativeKind>,
    /// In which ways an explanation can be made reachable (004 A-4-4).
    pub accommodations: Vec<Choice>,
    /// How a person's own wish showed when somebody else answered (004-22).
    pub wishes: Vec<Choice>,
    /// What was tried when a wish could not be made out (004-24, B2-23).
    pub tried: Vec<Choice>,
    /// Who told the group (002 §11).
    pub sources: Vec<Choice>,
    /// What a person has to be told before the information is taken (002 A-2, B2-12).
    pub topics: Vec<Topic>,
    /// Words in a free note that call for the question whether they have to stand there (002 §9, B2-4). In a file of
    /// their own, see [`Gentle::current`].
    #[serde(skip)]
    pub gentle: Vec<Gentle>,
}

/// One choice of a form.
#[derive(FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice {
    /// What is kept in a record: `sign_language`.
    pub id: String,
    /// What the form calls it.
    pub name: Text,
}

/// For whom a representative may answer.
#[derive(FromTree, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// A child.
    Minor,
    /// Somebody of age.
    Adult,
    /// Either.
    Both,
}

/// A kind of representative.
#[derive(FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RepresentativeKind {
    /// What is kept in a record: `parent`.
    pub id: String,
    /// For whom they may answer.
    #[serde(rename = "for")]
    pub whom: Whom,
    /// What the form calls them.
    pub name: Text,
    /// Which document shows the authority, and what to look for in it: one sentence for the coordinator.
    pub hint: Text,
    /// Whether the authority is a letter with a date, which grows old ([`Law::mandate_is_old`]).
    #[serde(default)]
    pub mandate: bool,
}

/// One thing a person has to be told.
#[derive(FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Topic {
    /// `manager`, `purpose`: what [`Section::covers`](crate::domain::notice::Section::covers) names.
    pub id: String,
    /// What it is called in a list of what is missing.
    pub name: Text,
    /// Where it comes from: `002 A-2 ①`. For whoever keeps the data, never shown to a participant.
    pub source: String,
    /// A section tells it only with one of these placeholders in it; any section will do when there are none.
    #[serde(default)]
    pub placeholders: Vec<String>,
    /// Whether a group may declare that it does not apply.
    #[serde(default)]
    pub may_not_apply: bool,
}

/// Which of the two vocabularies words belong to. They overlap, and neither contains the other.
#[derive(FromTree, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum GentleList {
    /// 機微: what an older standard asked not to take at all (002 §9).
    Delicate,
    /// 要配慮: what the law of today protects more strongly (B2-4), and what is treated like it (B2-5).
    SpecialCare,
}

/// Words of one kind that call for the question whether they have to stand there.
#[derive(FromTree, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Gentle {
    /// `belief`, `illness`.
    pub id: String,
    /// Which vocabularies they belong to; at least one.
    pub lists: Vec<GentleList>,
    /// What the words are about, for the question.
    pub name: Text,
    /// The words.
    pub words: Vec<String>,
    /// Longer words of everyday life in which one of them is hidden: 日本籍, 障害物.
    #[serde(default, rename = "except")]
    pub exceptions: Vec<String>,
}

impl Gentle {
    /// Whether they belong to that vocabulary.
    #[must_use]
    pub fn is(&self, list: GentleList) -> bool {
        self.lists.contains(&list)
    }
}
