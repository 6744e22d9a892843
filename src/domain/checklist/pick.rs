//! Which list is asked: a whole one, and what is put behind it. The choice of a group, and the names a portal writes.
//!
//! What must not live here: where a choice is kept, and what the lists say.

use super::content::Checklist;
use super::snapshot::ListSnapshot;
use crate::domain::json::{FromTree, ToTree};
use std::rc::Rc;

/// What a group chose. Nothing chosen is the salon's list.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct ListChoice {
    /// Id of a whole built-in list, or of one of the group's own.
    #[serde(default)]
    pub chosen: Option<String>,
    /// Ids of the additions that are switched on.
    #[serde(default)]
    pub added: Vec<String>,
}

impl ListChoice {
    /// The id of the list that is chosen, additions aside.
    #[must_use]
    pub fn id(&self) -> &str {
        self.chosen.as_deref().unwrap_or(Checklist::WHOLE[0])
    }

    /// Switches an addition on or off.
    pub fn add(&mut self, id: &str, on: bool) {
        self.added.retain(|known| known != id);
        if on {
            self.added.push(id.to_owned());
        }
    }

    /// The list with its additions; `base` is the one that is chosen. An addition that does not go behind it (see
    /// [`Checklist::with`]) stays away.
    #[must_use]
    pub fn complete(&self, base: &Checklist) -> Checklist {
        let additions = Checklist::ADDITIONS.iter().filter(|id| self.added.iter().any(|added| added == *id));
        additions.filter_map(|id| Checklist::builtin(id)).fold(base.clone(), |list, addition| {
            // Nobody is asked the same twice: the list has these questions already.
            list.with(&addition).unwrap_or(list)
        })
    }
}

impl Checklist {
    /// The built-in lists that stand alone: for a salon, a facility (004-16), keeping and passing on (002 §13, §14;
    /// 004-34).
    pub const WHOLE: [&str; 3] = ["salon", "facility", "safety"];

    /// The built-in lists that are put behind another: own phones and photos (004-20). All off until they are chosen.
    pub const ADDITIONS: [&str; 1] = ["photo"];

    /// The built-in list that one or several ids name, with a space between them: `salon photo`. `None` where one of
    /// them is unknown or named twice.
    #[must_use]
    pub fn named(names: &str) -> Option<Self> {
        joined(&mut names.split_whitespace(), &[])
    }

    /// The very list a run was made with, where it is built in or one of the group's `own`: its id leads to it, its
    /// digest proves it.
    #[must_use]
    pub fn of_run(run: &ListSnapshot, own: &[Rc<Self>]) -> Option<Self> {
        joined(&mut run.id.split('+'), own).filter(|list| list.digest() == run.digest)
    }
}

fn joined(ids: &mut dyn Iterator<Item = &str>, own: &[Rc<Checklist>]) -> Option<Checklist> {
    let one = |id: &str| {
        let own = own.iter().find(|list| list.id == id).map(|list| (**list).clone());
        own.or_else(|| Checklist::builtin(id))
    };
    let mut list = one(ids.next()?)?;
    for id in ids {
        list = list.with(&one(id)?).ok()?;
    }
    Some(list)
}
