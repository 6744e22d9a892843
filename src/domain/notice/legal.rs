//! What the law wants known about a notice beside its sentences: how people come to be asked, which kinds of information
//! are held, and what follows when an answer is taken back.
//!
//! Only shape. Which topics have to be told, and which ages count, is dated data in [`law`](crate::domain::law).

use crate::domain::json::{FromTree, ToTree};
use crate::domain::text::Text;

/// How the people a notice is for come to be asked (001-01..03).
#[derive(ToTree, FromTree, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Acquisition {
    /// The register is made known, and whoever wants to be in it comes forward (手上げ方式, 001-01).
    SelfRegistration,
    /// Somebody goes to the person and asks (同意方式, 001-02). What stands when nothing is said.
    #[default]
    ApproachedConsent,
    /// The municipality hands the information on by a rule of its own (関係機関共有方式, 001-03). The ground is the
    /// municipality's: a consent recorded here does not take its place.
    SharedByMunicipality,
}

impl Acquisition {
    /// Whether this is the usual way, which is not written down: records made before there was a choice keep their
    /// digest.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::ApproachedConsent
    }
}

/// Whether a kind of information is special-care information (要配慮個人情報).
#[derive(ToTree, FromTree, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// It is.
    Yes,
    /// It may be, by what is written there; treated as if it were (B2-5).
    Depends,
    /// It is not.
    No,
}

/// One kind of information that is held (003 A-3-1).
#[derive(ToTree, FromTree, Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// `basic`, `health`: lower-case letters, digits, `.`, `_` and `-`.
    pub id: String,
    /// The requirement it answers, such as `003 A-3-1 1`.
    pub requirement: String,
    /// What it is called: a few words.
    pub name: Text,
    /// What belongs to it, as a person would say it.
    pub examples: Text,
    /// Whether it is special-care information.
    pub sensitivity: Sensitivity,
}

/// What follows when a person takes back an answer. At least one of the three is there.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Withdrawal {
    /// Whom the group tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell: Option<Text>,
    /// What the group stops or takes down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<Text>,
    /// What cannot be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remains: Option<Text>,
}

impl Withdrawal {
    /// The sentences that are there, each with its name in JSON, in the order they are said.
    pub fn sentences(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        let named = [("tell", &self.tell), ("undo", &self.undo), ("remains", &self.remains)];
        named.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)))
    }

    /// The same sentences, each put through `change`.
    #[must_use]
    pub(super) fn map(&self, change: &mut dyn FnMut(&'static str, &Text) -> Text) -> Self {
        let mut put = |name, text: &Option<Text>| text.as_ref().map(|text| change(name, text));
        Self {
            tell: put("tell", &self.tell),
            undo: put("undo", &self.undo),
            remains: put("remains", &self.remains),
        }
    }
}
