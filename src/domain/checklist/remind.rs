//! What a group is reminded of: the next check (004-14), and the days its actions are due. As calendar entries, so that a
//! telephone rings without this program.

use super::run::ChecklistRun;
use super::talk::ActionState;
use crate::domain::calendar::Reminder;
use crate::domain::day::Day;
use crate::domain::text::bare;

/// How long until the next check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Half a year.
    HalfYear,
    /// A year.
    Year,
}

impl Every {
    /// The day of the next check after this one. The last day of a month stays the last where the month is shorter.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        day.plus_months(match self {
            Self::HalfYear => 6,
            Self::Year => 12,
        })
    }
}

/// The words of the entries, from the interface; without notation.
#[derive(Clone, Copy, Debug)]
pub struct RemindWords<'a> {
    /// Before the name of the list: 「つぎのチェック: 」.
    pub next: &'a str,
    /// Before what is to be done: 「決めたこと: 」.
    pub action: &'a str,
    /// Before the role: 「担当: 」.
    pub role: &'a str,
}

impl ChecklistRun {
    /// What to be reminded of after this run: the next check a week before, and what is still to be done the day before.
    /// The same run gives the same ids, and an action keeps its own through all runs that carry it on: a calendar that
    /// takes the file again moves its entries instead of doubling them.
    #[must_use]
    pub fn reminders(&self, words: &RemindWords<'_>) -> Vec<Reminder> {
        let next = self.next.map(|day| Reminder {
            id: format!("{}.next", self.id),
            day,
            title: format!("{}{}", words.next, bare(&self.list.title)),
            note: String::new(),
            days_before: 7,
        });
        let open = self.actions.iter().filter(|entry| entry.state == ActionState::Open);
        let actions = open.filter_map(|entry| {
            Some(Reminder {
                id: format!("{}.due", entry.id),
                day: entry.due?,
                title: format!("{}{}", words.action, entry.text),
                note: entry.role.as_ref().map(|role| format!("{}{role}", words.role)).unwrap_or_default(),
                days_before: 1,
            })
        });
        next.into_iter().chain(actions).collect()
    }
}
