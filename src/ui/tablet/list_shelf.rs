//! Which checklist this device uses: a built-in one or one of the group's own, and what is put behind it.
//!
//! Kept beside the document, not in it: a run carries the list it was made with. Own lists are kept as text, so that one
//! that a later version can no longer read can be saved again letter by letter.

use super::{
    Screen,
    lists::{Way, Wish},
    store::{self, Trouble},
};
use crate::browser::Env;
use crate::domain::{
    checklist::{
        Checklist, ListChoice, ListSnapshot,
        own::{Unsound, read, to_file},
    },
    export,
    json::{self, FromTree, ToTree},
};
use std::rc::Rc;
use yew::prelude::*;

const LISTS: &str = "app.lists";

/// What is written down.
#[derive(Clone, Debug, Default, PartialEq, FromTree, ToTree)]
#[serde(rename_all = "camelCase")]
struct Kept {
    #[serde(default)]
    choice: ListChoice,
    #[serde(default)]
    own: Vec<OwnText>,
}

#[derive(Clone, Debug, PartialEq, FromTree, ToTree)]
struct OwnText {
    id: String,
    text: String,
}

/// One of the group's own lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnList {
    /// Its id, also where the rest cannot be read.
    pub id: String,
    /// As it was taken in.
    pub text: Rc<str>,
    /// What it says, or what is wrong with it by now.
    pub list: Result<Rc<Checklist>, Rc<Unsound>>,
}

impl OwnList {
    fn read(id: &str, text: &str) -> Self {
        Self { id: id.to_owned(), text: text.into(), list: read(text).map(Rc::new).map_err(Rc::new) }
    }
}

/// The lists of this tablet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lists {
    choice: ListChoice,
    /// The group's own.
    pub own: Vec<OwnList>,
    /// The host page's own; the group's choice rests as long as it is there.
    pub given: Option<Rc<Checklist>>,
    /// What a check that begins now asks; for one that cannot be read only a stand-in, see
    /// [`is_unreadable`](Self::is_unreadable).
    pub list: Rc<Checklist>,
    /// Whether the device has all of this.
    pub kept: bool,
}

impl Lists {
    /// As the device has them. What cannot be read of the choice counts as not chosen.
    fn load(env: Env) -> Self {
        let kept: Kept = env.keep.get(LISTS).and_then(|text| export::read(&text).ok()).unwrap_or_default();
        let own = kept.own.iter().map(|own| OwnList::read(&own.id, &own.text)).collect();
        let (choice, list) = (kept.choice, Rc::new(Checklist::salon()));
        Self { choice, own, given: None, list, kept: true }.settled()
    }

    fn settled(mut self) -> Self {
        self.list = self.given.clone().unwrap_or_else(|| Rc::new(self.choice.complete(&self.base())));
        self
    }

    fn with(&self, given: Option<Rc<Checklist>>) -> Self {
        Self { given, ..self.clone() }.settled()
    }

    fn chosen(&self) -> Option<&OwnList> {
        self.own.iter().find(|own| own.id == self.choice.id())
    }

    /// The list that was chosen, without additions.
    pub fn base(&self) -> Checklist {
        let own = self.chosen().and_then(|own| own.list.clone().ok()).map(|list| (*list).clone());
        own.or_else(|| Checklist::builtin(self.choice.id())).unwrap_or_else(Checklist::salon)
    }

    /// Whether an own list is in use that cannot be read. Nothing takes its place: the group would be asked what it did
    /// not choose.
    pub fn is_unreadable(&self) -> bool {
        self.given.is_none() && self.chosen().is_some_and(|own| own.list.is_err())
    }

    /// Whether this list is in use.
    pub fn uses(&self, id: &str) -> bool {
        self.given.is_none() && self.base().id == id && !self.is_unreadable()
    }

    /// Whether this addition is switched on, and whether it goes behind the list in use.
    pub fn adds(&self, id: &str) -> (bool, bool) {
        let fits = Checklist::builtin(id).is_some_and(|addition| self.base().with(&addition).is_ok());
        (self.choice.added.iter().any(|added| added == id), fits)
    }

    /// The list a run was made with, word for word, where it is still here.
    pub fn of_run(&self, run: &ListSnapshot) -> Option<Rc<Checklist>> {
        if run.id == self.list.id && self.list.digest() == run.digest {
            return Some(self.list.clone());
        }
        let own: Vec<Rc<Checklist>> = self.own.iter().filter_map(|own| own.list.clone().ok()).collect();
        Checklist::of_run(run, &own).map(Rc::new)
    }

    fn grant(&mut self, wish: &Wish) {
        match wish {
            Wish::Use(id) => self.choice.chosen = Some(id.clone()),
            Wish::Add(id, on) => self.choice.add(id, *on),
            Wish::Take(list) | Wish::Finish(list) => {
                let own = OwnList::read(&list.id, &to_file(list));
                match self.own.iter_mut().find(|known| known.id == list.id) {
                    Some(known) => *known = own,
                    None => self.own.push(own),
                }
                self.choice.chosen = Some(list.id.clone());
            }
            Wish::Remove(id) => {
                self.own.retain(|own| own.id != *id);
                if self.choice.id() == id {
                    self.choice.chosen = None;
                }
            }
        }
    }

    fn keep(&self, env: Env) -> bool {
        let own = self.own.iter().map(|own| OwnText { id: own.id.clone(), text: own.text.to_string() });
        let kept = Kept { choice: self.choice.clone(), own: own.collect() };
        env.keep.set(LISTS, &json::text(&kept)).is_ok()
    }
}

/// The lists, and the way to choose another. `given` is the host page's own list.
#[hook]
pub(super) fn use_lists(
    env: Env,
    given: Option<Rc<Checklist>>,
    go: &Callback<Screen>,
    ontrouble: Callback<Trouble>,
) -> (Rc<Lists>, Callback<(Wish, Screen)>) {
    let lists = use_state_eq(|| Lists::load(env));
    let with_given = use_memo(((*lists).clone(), given), |(lists, given)| lists.with(given.clone()));
    let onwish = {
        let (lists, go) = (lists.clone(), go.clone());
        Callback::from(move |(wish, then): (Wish, Screen)| {
            let mut next = (*lists).clone();
            next.grant(&wish);
            next.kept = next.keep(env);
            match wish {
                _ if !next.kept => ontrouble.emit(Trouble::ListNotKept),
                // Until then the draft is all the device has of the list.
                Wish::Finish(_) => {
                    store::keep_list_draft(env, None);
                }
                _ => {}
            }
            // The words about a choice that was not kept stand where the choice is made.
            go.emit(match then {
                Screen::Check(_) if !next.kept => Screen::Lists(Way::Check),
                other => other,
            });
            lists.set(next.settled());
        })
    };
    (with_given, onwish)
}
