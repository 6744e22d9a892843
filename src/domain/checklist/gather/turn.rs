//! From one way to answer to another, in the middle of it: what has to happen so that nothing marked is lost and nobody
//! sees what somebody else marked. And what taking something in would change, before it is taken.

use super::{Brought, GatherAction, Way, Ways};
use crate::domain::checklist::action::{CheckAction, Step};
use crate::domain::checklist::session::CheckSession;

/// How a group wants to go on answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The group marks once, all together.
    Together,
    /// This tablet goes round.
    Round,
    /// Everybody marks on a phone of their own; this tablet waits for what they bring.
    Phones,
    /// One person marks here, for the tablet of a meeting.
    Alone,
}

impl Turn {
    /// Every way, in the order in which it is offered.
    pub const ALL: [Self; 4] = [Self::Together, Self::Round, Self::Phones, Self::Alone];

    /// Stable name, for words and pictures.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Together => "together",
            Self::Round => "round",
            Self::Phones => "phones",
            Self::Alone => "alone",
        }
    }
}

/// What taking something in would do to who counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// So many more people.
    More(u64),
    /// Nothing: all of it is here already.
    Known,
    /// Another state, or another form, of answers that count already: as many people as before.
    Same,
}

impl CheckSession {
    /// How many answered so far, by way. An open sheet without a mark is nobody's yet.
    #[must_use]
    pub fn answered(&self) -> Ways {
        let mut ways = Ways::default();
        self.gathering.counted().iter().for_each(|(_, sheet)| ways.add(sheet.way));
        if !self.marks.is_empty() {
            ways.add(self.gathering.way);
        }
        ways
    }

    /// Whose turn it is with the tablet that goes round, from 1.
    #[must_use]
    pub fn turn(&self) -> u64 {
        let round = |(_, sheet): &(&str, &super::Sheet)| sheet.way == Way::PassedRound;
        self.gathering.counted().iter().filter(|one| round(one)).count() as u64 + 1
    }

    /// Whether one person can mark here for the tablet of another meeting: not once this tablet has gathered something.
    #[must_use]
    pub fn can_be_alone(&self) -> bool {
        self.gathering.sheets.is_empty()
    }

    /// Whether somebody has to say whose the marks of the open sheet are, before it goes on that way: the group's may
    /// have become one person's, or may stay beside them.
    #[must_use]
    pub fn asks_whose(&self, turn: Turn) -> bool {
        let open = !self.marks.is_empty();
        match turn {
            Turn::Together => open && self.gathering.way == Way::PassedRound,
            Turn::Round => open && self.gathering.way == Way::Together,
            Turn::Phones | Turn::Alone => false,
        }
    }

    /// What leads to a way to answer. `keep` puts the marks of the open sheet away as they came about; otherwise they
    /// go along. `id` is a fresh id for a sheet that has to be put away. Nothing while [`can_be_alone`](Self::can_be_alone)
    /// forbids it.
    #[must_use]
    pub fn turn_to(&self, turn: Turn, keep: bool, id: &str) -> Vec<CheckAction> {
        use GatherAction::{HandOver, PutAside, TakeUp, Way as Set};
        let (marked, way) = (!self.marks.is_empty(), self.gathering.way);
        // What somebody wrote is as much theirs as what they marked.
        let noted = !marked && !self.notes.is_empty();
        let open = marked || noted;
        let between = self.gathering.between.is_some();
        let put_away = || {
            let id = id.to_owned();
            if noted { PutAside { id } } else { HandOver { id } }
        };
        let (gathered, step) = match turn {
            Turn::Together if between => (vec![TakeUp, Set(Way::Together)], Step::Mark(0)),
            Turn::Together if keep && self.asks_whose(turn) => {
                (vec![put_away(), TakeUp, Set(Way::Together)], Step::Mark(0))
            }
            Turn::Together if noted && way == Way::PassedRound => {
                (vec![put_away(), TakeUp, Set(Way::Together)], Step::Mark(0))
            }
            Turn::Together => (vec![Set(Way::Together)], Step::Mark(0)),
            // The screen between two people is shown in the place of the items.
            Turn::Round if between => (Vec::new(), Step::Mark(0)),
            Turn::Round if keep && self.asks_whose(turn) => (vec![put_away()], Step::Mark(0)),
            // Whoever comes next must not see whose marks these are. The first person is still alone with them.
            Turn::Round if open && way == Way::PassedRound && !self.gathering.sheets.is_empty() => {
                (vec![put_away()], Step::Mark(0))
            }
            // What the group wrote is not the first person's. Everybody there knows it: nothing has to be hidden.
            Turn::Round if noted && way == Way::Together => (vec![put_away(), TakeUp], Step::Mark(0)),
            Turn::Round => (vec![Set(Way::PassedRound)], Step::Mark(0)),
            Turn::Phones if between => (vec![TakeUp], Step::Gather),
            Turn::Phones if marked && way == Way::Together => (Vec::new(), Step::Gather),
            Turn::Phones if noted => (vec![put_away(), TakeUp], Step::Gather),
            Turn::Phones if open => (vec![Set(Way::PassedRound), put_away(), TakeUp], Step::Gather),
            // Nobody marks here: an empty sheet must not count as somebody.
            Turn::Phones => (vec![Set(Way::PassedRound)], Step::Gather),
            Turn::Alone if !self.can_be_alone() => return Vec::new(),
            Turn::Alone => (vec![Set(Way::OwnPhone)], Step::Mark(0)),
        };
        gathered.into_iter().map(CheckAction::Gather).chain([CheckAction::Go(step)]).collect()
    }

    /// What taking this in would do.
    #[must_use]
    pub fn taking(&self, brought: &Brought) -> Taking {
        if brought.sheets.keys().all(|key| self.gathering.sheets.contains_key(key)) {
            return Taking::Known;
        }
        let mut after = self.clone();
        after.gather(GatherAction::Take(brought.clone()));
        match after.answered().total().saturating_sub(self.answered().total()) {
            0 => Taking::Same,
            more => Taking::More(more),
        }
    }
}
