//! Which checklist this device uses: a built-in one or one of the group's own, and what is put behind it.
//!
//! Kept beside the document, not in it: a run carries the list it was made with. Own lists are kept as text, so that one
//! that a later version can no longer read can be saved again letter by letter.

use super::{
    Screen,
    device::{Device, Trouble},
    list_write::forget,
    lists::{Way, Wish},
};
use crate::browser::clock;
use crate::domain::{
    checklist::{
        Checklist, ListChoice, ListSnapshot,
        own::{self, Unsound, read, to_file},
    },
    export,
    json::{self, FromTree, ToTree},
};
use std::rc::Rc;
use yew::prelude::*;

pub(super) const LISTS: &str = "app.lists";

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
    /// What the device kept could not be read.
    pub trouble: Option<Trouble>,
}

/// What stands on the device, if anything.
///
/// # Errors
/// The text and what is wrong with it: written by a newer program, or damaged, it is not ours to write over.
fn stored(device: &Device) -> Result<Option<Kept>, (String, String)> {
    let Some(text) = device.get(LISTS) else { return Ok(None) };
    export::read(&text).map(Some).map_err(|error| (text, error.to_string()))
}

/// Puts what cannot be read aside word for word, and says that it is there. Where there is no room for that it stays where
/// it is, and nothing is written over it.
async fn put_aside(device: &Device) -> Result<Option<Trouble>, Trouble> {
    let Err((text, cause)) = stored(device) else { return Ok(None) };
    let trouble = Trouble::ListsUnreadable(cause);
    match device.put_aside(LISTS, &text, &clock::now().to_string()).await {
        Ok(()) => Ok(Some(trouble)),
        Err(_) => Err(trouble),
    }
}

impl Lists {
    /// As the device has them.
    fn load(device: &Device) -> Self {
        match stored(device) {
            Ok(kept) => Self::of(kept.unwrap_or_default(), None),
            Err((_, cause)) => Self::of(Kept::default(), Some(Trouble::ListsUnreadable(cause))),
        }
    }

    fn of(kept: Kept, trouble: Option<Trouble>) -> Self {
        let own = kept.own.iter().map(|own| OwnList::read(&own.id, &own.text)).collect();
        let (choice, list) = (kept.choice, Rc::new(Checklist::salon()));
        Self { choice, own, given: None, list, kept: true, trouble }.settled()
    }

    /// The lists with one more wish granted, and written down: it is granted on what the device has now, so that a second
    /// window loses nothing, after what the device refused before. Where the device keeps nothing, what is shown stands in.
    fn after(&self, device: &Device, wish: &Wish) -> Self {
        let mut next = match stored(device) {
            Ok(Some(kept)) => Self::of(kept, None),
            Ok(None) | Err(_) => Self { trouble: None, ..self.clone() },
        };
        next.grant(wish);
        next.settled()
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
            Wish::Take(list) => self.put(list),
            Wish::Finish(list) => {
                let kept = self.own.iter().find(|known| known.id == list.id);
                match kept.and_then(|own| own.list.clone().ok()) {
                    Some(kept) => self.put(&own::in_place_of(list, &kept)),
                    None => self.put(list),
                }
            }
            Wish::Remove(id) => {
                self.own.retain(|own| own.id != *id);
                if self.choice.id() == id {
                    self.choice.chosen = None;
                }
            }
        }
    }

    /// Takes a list in, in place of another version of itself, and uses it.
    fn put(&mut self, list: &Checklist) {
        let own = OwnList::read(&list.id, &to_file(list));
        match self.own.iter_mut().find(|known| known.id == list.id) {
            Some(known) => *known = own,
            None => self.own.push(own),
        }
        self.choice.chosen = Some(list.id.clone());
    }

    /// Everything as it is written down.
    fn text(&self) -> String {
        let own = self.own.iter().map(|own| OwnText { id: own.id.clone(), text: own.text.to_string() });
        json::text(&Kept { choice: self.choice.clone(), own: own.collect() })
    }
}

/// The lists, and the way to choose another. `given` is the host page's own list; `latest` is what the device says now.
#[hook]
pub(super) fn use_lists(
    device: &Device,
    given: Option<Rc<Checklist>>,
    go: &Callback<Screen>,
) -> (Rc<Lists>, Callback<(Wish, Screen)>) {
    let lists = use_state_eq(|| Lists::load(device));
    {
        // At the start, too: what a newer program wrote makes room for what is chosen here.
        use_effect_with(device.clone(), |device| {
            let device = device.clone();
            yew::platform::spawn_local(async move { drop(put_aside(&device).await) });
        });
    }
    let with_given = use_memo(((*lists).clone(), given), |(lists, given)| lists.with(given.clone()));
    let onwish = {
        let (lists, go, device) = (lists.clone(), go.clone(), device.clone());
        Callback::from(move |(wish, then): (Wish, Screen)| {
            let (lists, go, device) = (lists.clone(), go.clone(), device.clone());
            yew::platform::spawn_local(async move {
                device.look_again().await;
                let aside = put_aside(&device).await;
                let mut next = lists.after(&device, &wish);
                next.kept = match aside {
                    Ok(trouble) => {
                        next.trouble = trouble;
                        device.keep_now(LISTS, next.text()).await.is_ok()
                    }
                    Err(trouble) => {
                        next.trouble = Some(trouble);
                        false
                    }
                };
                if let (true, Wish::Finish(list)) = (next.kept, wish) {
                    // Until then the draft is all the device has of the list.
                    // What another window wrote of it since stays to be gone on with.
                    forget(&device, &|left| left.finish().is_ok_and(|left| left == *list));
                }
                // The words about a choice that was not kept stand where the choice is made.
                go.emit(match then {
                    Screen::Check(_) if !next.kept => Screen::Lists(Way::Check),
                    other => other,
                });
                lists.set(next);
            });
        })
    };
    (with_given, onwish)
}
