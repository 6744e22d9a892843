//! Who answered: the person, the person with family beside them, or a representative who has the authority to.
//!
//! Which kinds of representatives there are is dated data (`domain::law`), because the law is changing; here is only
//! what must be known before an answer of one counts (`004-21 … 24`).

use crate::domain::json::{FromTree, ToTree};
use crate::domain::time;

/// The role in which somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The person.
    Principal,
    /// The person, with family beside them (`004-23`).
    WithFamily,
    /// Somebody with the authority to answer for the person (`004-21`).
    Representative,
}

impl Role {
    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::WithFamily => "with_family",
            Self::Representative => "representative",
        }
    }
}

/// How old the person is, as far as it decides who answers. The ages are dated data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// A guardian answers.
    Child,
    /// The person answers; a guardian beside them is advised.
    Youth,
    /// The person answers.
    Adult,
}

impl AgeBand {
    /// In the order of the form.
    pub const ALL: [Self; 3] = [Self::Child, Self::Youth, Self::Adult];

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Youth => "youth",
            Self::Adult => "adult",
        }
    }
}

/// Family beside the person. Their agreement stands beside the person's answer, never in its place (`004-23`).
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Family {
    /// Their name.
    pub name: String,
    /// What they are to the person: 長女.
    pub relation: String,
    /// Whether they agree as well; absent when they did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
}

/// Who answered for the person, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Representative {
    /// Which kind, by an id of the legal data: `parent`.
    pub kind: String,
    /// Their name.
    pub name: String,
    /// What they are to the person: 母, 成年後見人.
    pub relation: String,
    /// Which document showed the authority; never its number.
    pub authority: String,
    /// The day of a mandate, `YYYY-MM-DD`; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_dated: Option<String>,
}

/// What the person wants, when somebody else answers (assent, `004-22`).
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Wish {
    /// How it showed, by ids of the legal data: `words`, `nod`, `picture_card`, `not_clear`.
    pub shown: Vec<String>,
    /// What the person said or did, in words; empty when not noted.
    #[serde(default)]
    pub words: String,
}

/// Who answered. One that exists has everything its role needs.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(!try_from))]
#[serde(rename_all = "camelCase", try_from = "RawRespondent")]
pub struct Respondent {
    /// In which role.
    pub role: Role,
    /// How old the person is; absent where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeBand>,
    /// Who sat beside the person; there with the role `with_family` and no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<Family>,
    /// Who answered for the person; there with the role `representative` and no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub representative: Option<Representative>,
    /// What the person wants; there with the role `representative` and no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
}

#[derive(FromTree)]
#[serde(rename_all = "camelCase")]
struct RawRespondent {
    role: Role,
    #[serde(default)]
    age: Option<AgeBand>,
    #[serde(default)]
    family: Option<Family>,
    #[serde(default)]
    representative: Option<Representative>,
    #[serde(default)]
    wish: Option<Wish>,
}

/// Why it is not settled yet who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RespondentRefusal {
    /// A child's answer needs a guardian.
    NeedsGuardian,
    /// Family is there and has no name.
    NoFamilyName,
    /// What the family is to the person is missing.
    NoFamilyRelation,
    /// Which kind of representative is missing.
    NoKind,
    /// The representative has no name.
    NoName,
    /// What the representative is to the person is missing.
    NoRelation,
    /// The document that shows the authority is missing.
    NoAuthority,
    /// The day of the mandate is no day.
    NoMandateDay,
    /// The person's own wish is missing.
    NoWish,
    /// What belongs to another role is there.
    OtherRole,
}

impl RespondentRefusal {
    /// The key of the sentence that tells a person what is missing.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NeedsGuardian => "problem.respondent.guardian",
            Self::NoFamilyName => "problem.respondent.family_name",
            Self::NoFamilyRelation => "problem.respondent.family_relation",
            Self::NoKind => "problem.respondent.kind",
            Self::NoName => "problem.respondent.name",
            Self::NoRelation => "problem.respondent.relation",
            Self::NoAuthority => "problem.respondent.authority",
            Self::NoMandateDay => "problem.respondent.mandate",
            Self::NoWish => "problem.respondent.wish",
            Self::OtherRole => "problem.respondent.role",
        }
    }
}

impl core::fmt::Display for RespondentRefusal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NeedsGuardian => "a child's answer needs a guardian as representative",
            Self::NoFamilyName => "family beside the person needs a name",
            Self::NoFamilyRelation => "family beside the person needs a relation",
            Self::NoKind => "a representative needs a kind",
            Self::NoName => "a representative needs a name",
            Self::NoRelation => "a representative needs a relation to the person",
            Self::NoAuthority => "a representative needs the document that shows the authority",
            Self::NoMandateDay => "the day of a mandate is YYYY-MM-DD",
            Self::NoWish => "beside a representative's answer stands the person's own wish",
            Self::OtherRole => "what is there belongs to another role",
        })
    }
}

impl std::error::Error for RespondentRefusal {}

impl Respondent {
    /// The person alone.
    #[must_use]
    pub const fn principal(age: Option<AgeBand>) -> Self {
        Self { role: Role::Principal, age, family: None, representative: None, wish: None }
    }

    /// A respondent of any role, if everything is there that the role needs.
    ///
    /// # Errors
    /// Names the first thing that is missing.
    pub fn new(
        role: Role,
        age: Option<AgeBand>,
        family: Option<Family>,
        representative: Option<Representative>,
        wish: Option<Wish>,
    ) -> Result<Self, RespondentRefusal> {
        RawRespondent { role, age, family, representative, wish }.try_into()
    }
}

impl TryFrom<RawRespondent> for Respondent {
    type Error = RespondentRefusal;

    fn try_from(raw: RawRespondent) -> Result<Self, RespondentRefusal> {
        use RespondentRefusal as Refusal;
        let RawRespondent { role, age, family, representative, wish } = raw;
        let need = |missing: bool, refusal| if missing { Err(refusal) } else { Ok(()) };
        let blank = |text: &String| text.trim().is_empty();
        need(age == Some(AgeBand::Child) && role != Role::Representative, Refusal::NeedsGuardian)?;
        if role == Role::WithFamily {
            need(family.as_ref().is_none_or(|family| blank(&family.name)), Refusal::NoFamilyName)?;
            need(family.as_ref().is_none_or(|family| blank(&family.relation)), Refusal::NoFamilyRelation)?;
        }
        if role == Role::Representative {
            let no = |field: fn(&Representative) -> &String| {
                representative.as_ref().is_none_or(|one| blank(field(one)))
            };
            need(no(|one| &one.kind), Refusal::NoKind)?;
            need(no(|one| &one.name), Refusal::NoName)?;
            need(no(|one| &one.relation), Refusal::NoRelation)?;
            need(no(|one| &one.authority), Refusal::NoAuthority)?;
            let dated = representative.as_ref().and_then(|one| one.mandate_dated.as_ref());
            need(dated.is_some_and(|day| !time::is_day(day)), Refusal::NoMandateDay)?;
            need(wish.as_ref().is_none_or(|wish| wish.shown.is_empty()), Refusal::NoWish)?;
        }
        let there = (family.is_some(), representative.is_some(), wish.is_some());
        let wanted = match role {
            Role::Principal => (false, false, false),
            Role::WithFamily => (true, false, false),
            Role::Representative => (false, true, true),
        };
        need(there != wanted, Refusal::OtherRole)?;
        Ok(Self { role, age, family, representative, wish })
    }
}
