//! What an embed keeps of what was left in the middle, and where: entries of the store that its `storage` attribute names.
//!
//! What must not live here: what is done with them.

use super::link::Link;
use crate::app::{
    keeper::{Hold, Keeper, Listening, Told},
    store::Failure,
    takeover,
};
use crate::browser::storage::Keep;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use yew::{hook, platform::spawn_local, use_effect_with, use_memo, use_state_eq};

/// The drafts of one element.
pub(super) struct Drafts {
    keeper: Rc<Keeper>,
    keep: Keep,
    prefixes: &'static [&'static str],
    holds: RefCell<BTreeMap<String, Hold>>,
    opened: Cell<bool>,
    listening: RefCell<Option<Listening>>,
}

impl Drafts {
    fn new(keep: Keep, prefixes: &'static [&'static str], link: Link) -> Rc<Self> {
        let keeper = keep.keeper(prefixes);
        let listening = keeper.listen(Rc::new(move |told| {
            if let Told::NotKept(_, error) = told {
                let code = match error.failure {
                    Failure::Conflict(_) => "storage.conflict",
                    _ => "storage.full",
                };
                link.tell_error(code, "draft", &error.cause);
            }
        }));
        // What keeps nothing has nothing to wait for.
        let opened = Cell::new(keep == Keep::None);
        let (holds, listening) = (RefCell::default(), RefCell::new(Some(listening)));
        Rc::new(Self { keeper, keep, prefixes, holds, opened, listening })
    }

    async fn open(&self) {
        // Why nothing can be kept is told at the first draft.
        drop(self.keeper.open().await);
        drop(self.keeper.read_rest().await);
        if let Some(old) = self.keep.old_texts() {
            let ours = |key: &str| self.prefixes.iter().any(|prefix| key.starts_with(prefix));
            takeover::texts(&self.keeper, &*old, &ours).await;
        }
        self.opened.set(true);
    }

    /// What is kept there.
    pub fn get(&self, place: &str) -> Option<String> {
        self.keeper.get(place)
    }

    /// Begins to work on a draft, as it stands now.
    pub fn begin(&self, place: &str) {
        self.holds.borrow_mut().insert(place.to_owned(), self.keeper.hold(place));
    }

    fn hold(&self, place: &str) -> Hold {
        let known = self.holds.borrow().get(place).cloned();
        known.unwrap_or_else(|| {
            self.begin(place);
            self.keeper.hold(place)
        })
    }

    /// Keeps a draft.
    pub fn put(&self, place: &str, text: String) {
        if self.keep != Keep::None {
            self.keeper.put(&self.hold(place), text);
        }
    }

    /// Forgets a draft.
    pub fn remove(&self, place: &str) {
        self.keeper.remove(&self.keeper.hold(place));
        self.holds.borrow_mut().remove(place);
    }

    /// Forgets every draft whose place begins like this.
    #[cfg(feature = "consent")]
    pub fn remove_all(&self, prefix: &str) {
        self.keeper.keys(prefix).iter().for_each(|place| self.remove(place));
    }
}

impl PartialEq for Drafts {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.keeper, &other.keeper)
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        drop(self.listening.take());
    }
}

/// The drafts of an element; and whether they were opened. Until then nothing is drawn that a draft could change.
#[hook]
pub(super) fn use_drafts(keep: Keep, prefixes: &'static [&'static str], link: &Link) -> (Rc<Drafts>, bool) {
    let drafts = {
        let link = link.clone();
        use_memo(keep, move |keep| Drafts::new(*keep, prefixes, link))
    };
    let drafts = (*drafts).clone();
    let opened = use_state_eq(|| 0_u32);
    {
        let opened = opened.clone();
        use_effect_with(keep, {
            let drafts = drafts.clone();
            move |_| {
                spawn_local(async move {
                    drafts.open().await;
                    opened.set(*opened + 1);
                });
            }
        });
    }
    let is_open = drafts.opened.get();
    (drafts, is_open)
}
