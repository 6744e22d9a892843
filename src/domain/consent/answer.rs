//! The answers a person can give, and what they add up to. No answer is not an answer.

use crate::domain::json::{FromTree, ToTree};

/// What a person says to one item (`003 A-3-2`, `003 A-3-4 ③`). There is no default: silence has no value here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// はい
    Granted,
    /// いいえ
    Withheld,
    /// そのつど聞いてほしい: not yes in advance; every single use is asked for.
    AskEachTime,
    /// 今は決めません: heard the question and keeps it open.
    Undecided,
}

impl Answer {
    /// Whether this allows something, in advance or each time it is asked.
    #[must_use]
    pub const fn allows(self) -> bool {
        matches!(self, Self::Granted | Self::AskEachTime)
    }

    /// In the order in which the choices stand on the screen.
    pub const ALL: [Self; 4] = [Self::Granted, Self::Withheld, Self::AskEachTime, Self::Undecided];

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Withheld => "withheld",
            Self::AskEachTime => "ask_each_time",
            Self::Undecided => "undecided",
        }
    }
}

/// The answer to one item.
#[derive(Clone, Debug, PartialEq, Eq, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemAnswer {
    /// Id of the item in the notice.
    pub item: String,
    /// What was said.
    pub answer: Answer,
}

/// What a set of answers adds up to. Each is a finished, respected result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every item was answered, all with yes.
    Consented,
    /// Something was allowed or may be asked each time, and something was not.
    Partially,
    /// Nothing was allowed and at least one item was refused (`000 collect.4`).
    Refused,
    /// Nothing was allowed and nothing refused: the person decides later.
    Deferred,
    /// Something was allowed once, and all of it was taken back.
    Withdrawn,
    /// What the person wants could not be confirmed on this day (`B2-23`). It says nothing about the person.
    UnableToConfirm,
}

impl Outcome {
    /// What `answers` and a number of items without any answer add up to.
    pub fn of(answers: impl IntoIterator<Item = Answer>, unanswered: usize) -> Self {
        let (mut yes, mut no, mut ask, mut open) = (0_usize, 0_usize, 0_usize, unanswered);
        for answer in answers {
            match answer {
                Answer::Granted => yes += 1,
                Answer::Withheld => no += 1,
                Answer::AskEachTime => ask += 1,
                Answer::Undecided => open += 1,
            }
        }
        match (yes, ask, no) {
            (0, 0, 0) => Self::Deferred,
            (0, 0, _) => Self::Refused,
            (_, 0, 0) if open == 0 => Self::Consented,
            _ => Self::Partially,
        }
    }

    /// The word used in JSON and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Consented => "consented",
            Self::Partially => "partially",
            Self::Refused => "refused",
            Self::Deferred => "deferred",
            Self::Withdrawn => "withdrawn",
            Self::UnableToConfirm => "unable_to_confirm",
        }
    }

    /// Whether anything at all was allowed, in advance or each time.
    #[must_use]
    pub const fn allows_something(self) -> bool {
        matches!(self, Self::Consented | Self::Partially)
    }
}

/// How a topic was left (`000 collect.2.a`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Understanding {
    /// わかりました
    Understood,
    /// もう一度聞きたい
    AskedAgain,
}

/// The emergency exception: "I heard this" (`000 collect.3`). Declining it blocks nothing and changes no law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ToTree, FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AcknowledgementState {
    /// 聞きました
    Acknowledged,
    /// しるしはつけません
    Declined,
}

#[cfg(test)]
mod tests {
    use super::{Answer::*, *};

    #[test]
    fn an_outcome_is_yes_only_where_everything_is_yes() {
        let check = |answers: &[Answer], unanswered, expected| {
            assert_eq!(
                Outcome::of(answers.iter().copied(), unanswered),
                expected,
                "{answers:?} + {unanswered}"
            );
        };
        check(&[Granted, Granted], 0, Outcome::Consented);
        check(&[Granted, Granted], 1, Outcome::Partially);
        check(&[Granted, Undecided], 0, Outcome::Partially);
        check(&[Granted, Withheld], 0, Outcome::Partially);
        check(&[AskEachTime], 0, Outcome::Partially);
        check(&[Withheld, Undecided], 3, Outcome::Refused);
        check(&[Withheld], 0, Outcome::Refused);
        check(&[Undecided], 0, Outcome::Deferred);
        check(&[], 11, Outcome::Deferred);
        check(&[], 0, Outcome::Deferred);
    }
}
