//! Who answers, as it stands while someone is filling it in, and how it was explained to them.

use super::Session;
use crate::domain::consent::{
    AgeBand, Family, NothingTried, Representative, Respondent, RespondentRefusal, Role, Sources, Unable, Wish,
};
use crate::domain::json::{FromTree, ToTree};
use crate::domain::notice::NoticeSnapshot;
use crate::domain::text;

/// What can be chosen on the screen "who answers". Two of the choices lead on to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "snake_case")]
pub enum RoleChoice {
    /// The person.
    Principal,
    /// The person, with family beside them.
    WithFamily,
    /// Somebody with the authority to answer for the person.
    Representative,
    /// Family alone, in the person's place: leads to one of the others, because it cannot conclude (`004-23`).
    FamilyAlone,
    /// The person's wish could not be confirmed today.
    Unable,
}

impl RoleChoice {
    /// In the order of the screen.
    pub const ALL: [Self; 5] =
        [Self::Principal, Self::WithFamily, Self::Representative, Self::FamilyAlone, Self::Unable];

    /// The key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::WithFamily => "with_family",
            Self::Representative => "representative",
            Self::FamilyAlone => "family_alone",
            Self::Unable => "unable",
        }
    }
}

/// Which list of ids a tick belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticks {
    /// How a person's own wish showed.
    Wish,
    /// What was tried.
    Tried,
    /// How the explanation was fitted to the person.
    Accommodations,
    /// Who else told something.
    ToldBy,
}

/// Who answers, on its way to becoming a [`Respondent`].
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct RespondentDraft {
    /// How old the person is; asked only where the notice is about minors too.
    pub age: Option<AgeBand>,
    /// Who answers; nothing is preselected.
    pub role: Option<RoleChoice>,
    /// The name of the family or the representative.
    pub name: String,
    /// What they are to the person.
    pub relation: String,
    /// Whether the family agrees as well.
    pub agrees: Option<bool>,
    /// Which kind of representative.
    pub kind: String,
    /// The document that shows the authority.
    pub authority: String,
    /// The day of a mandate.
    pub mandate_dated: String,
    /// How the person's own wish showed.
    pub wish: Vec<String>,
    /// The person's own wish in words.
    pub wish_words: String,
    /// What was tried when a wish could not be confirmed.
    pub tried: Vec<String>,
    /// What was tried or seen, in words.
    pub tried_note: String,
    /// When it will be asked again.
    pub again: String,
}

/// How it was explained, and who else told something.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// How the explanation was fitted to the person (`004 A-4-4`).
    pub accommodations: Vec<String>,
    /// Who else told something (`002 §11`).
    pub told_by: Vec<String>,
    /// Who exactly.
    pub provider: String,
    /// Whether the provider confirmed that the person agreed.
    pub consent_confirmed: bool,
    /// Whether a paper that says so was handed over.
    pub document_received: bool,
}

/// An answer on paper on its way to becoming one.
#[derive(Clone, Debug, Default, PartialEq, Eq, ToTree, FromTree)]
#[serde(rename_all = "camelCase")]
pub struct PaperDraft {
    /// The day on the sheet.
    pub signed_on: String,
    /// Where it is kept.
    pub kept_in: String,
    /// Who put it there.
    pub kept_by: String,
}

impl RespondentDraft {
    /// The respondent, if everything is there; none when the person's wish could not be confirmed.
    ///
    /// # Errors
    /// The key of the sentence that says what is missing, or where a choice leads.
    pub fn settle(&self, asks_age: bool) -> Result<Option<Respondent>, &'static str> {
        let role = match self.role {
            None => return Err("problem.respondent.choose"),
            Some(RoleChoice::FamilyAlone) => return Err("problem.respondent.family_alone"),
            Some(RoleChoice::Unable) => return Ok(None),
            Some(RoleChoice::Principal) => Role::Principal,
            Some(RoleChoice::WithFamily) => Role::WithFamily,
            Some(RoleChoice::Representative) => Role::Representative,
        };
        if asks_age && self.age.is_none() {
            return Err("problem.respondent.age");
        }
        let tidy = |typed: &String| text::tidy(typed);
        let family = (role == Role::WithFamily).then(|| Family {
            name: tidy(&self.name),
            relation: tidy(&self.relation),
            agrees: self.agrees,
        });
        let dated = tidy(&self.mandate_dated);
        let representative = (role == Role::Representative).then(|| Representative {
            kind: tidy(&self.kind),
            name: tidy(&self.name),
            relation: tidy(&self.relation),
            authority: tidy(&self.authority),
            mandate_dated: (!dated.is_empty()).then_some(dated),
        });
        let wish = (role == Role::Representative)
            .then(|| Wish { shown: self.wish.clone(), words: self.wish_words.trim().to_owned() });
        let age = self.age.filter(|_| asks_age);
        Respondent::new(role, age, family, representative, wish).map(Some).map_err(RespondentRefusal::key)
    }

    /// What was tried, where that is what there is to record.
    ///
    /// # Errors
    /// The key of the sentence that says that something has to be told.
    pub fn unable(&self) -> Result<Option<Unable>, &'static str> {
        if self.role != Some(RoleChoice::Unable) {
            return Ok(None);
        }
        Unable::new(self.tried.clone(), &self.tried_note, &self.again)
            .map(Some)
            .map_err(|NothingTried| NothingTried::KEY)
    }
}

impl Told {
    /// What is recorded of it; none when nobody else told anything.
    #[must_use]
    pub fn sources(&self) -> Option<Sources> {
        (!self.told_by.is_empty()).then(|| Sources {
            told_by: self.told_by.clone(),
            provider: text::tidy(&self.provider),
            consent_confirmed: self.consent_confirmed,
            document_received: self.document_received,
        })
    }
}

impl Session {
    /// Whether the age of the person decides who answers. Taking a yes back is never held up by it; a change of mind
    /// that allows something is a yes like any other.
    #[must_use]
    pub fn asks_age(&self, notice: &NoticeSnapshot) -> bool {
        notice.minors && (self.changes().is_none() || self.answers.values().any(|answer| answer.allows()))
    }

    /// Whether what there is to record is that the person's wish could not be confirmed.
    #[must_use]
    pub fn is_unable(&self) -> bool {
        self.respondent.role == Some(RoleChoice::Unable)
    }

    /// The list of ids that a tick belongs to.
    #[must_use]
    pub fn ticks(&self, which: Ticks) -> &[String] {
        match which {
            Ticks::Wish => &self.respondent.wish,
            Ticks::Tried => &self.respondent.tried,
            Ticks::Accommodations => &self.told.accommodations,
            Ticks::ToldBy => &self.told.told_by,
        }
    }

    pub(super) fn tick(&mut self, which: Ticks, id: String, on: bool) {
        let list = match which {
            Ticks::Wish => &mut self.respondent.wish,
            Ticks::Tried => &mut self.respondent.tried,
            Ticks::Accommodations => &mut self.told.accommodations,
            Ticks::ToldBy => &mut self.told.told_by,
        };
        list.retain(|known| *known != id);
        if on {
            list.push(id);
        }
    }
}
