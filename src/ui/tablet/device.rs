//! What the tablet keeps on the device: the archive and the settings; drafts are next door. What is read here stands in memory; what is
//! written is told to be kept when the store says so.

use super::drafts::{CHECK, CONSENT};
use crate::app::{
    archive::Archive,
    keeper::{Hold, Keeper, Outcome},
    store::{Change, Failure, StoreError},
    takeover,
};
use crate::browser::{Env, storage::Keep};
use crate::domain::{
    export::{Document, ImportError, Merged, merge, read},
    json,
    notice::{Notice, Organization},
};
use crate::ui::view::Look;
use futures_channel::oneshot;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

pub use crate::domain::session::ConsentDraft;

/// Where earlier versions kept everything as one text.
const OLD_DOCUMENT: &str = "document";
const LOOK: &str = "look";
/// In the key of what was put aside because it could not be read.
const UNREADABLE: &str = ".unreadable.";

/// What the tablet reads of the store: first what its first screen needs, the records of people last.
const PREFIXES: &[&str] = &["app.", LOOK, "document.unreadable.", "envelope", "notice/", "run/", "consent/"];

/// Something a person must know about the device's memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The latest change stands on the screen but was not kept by the device, and why.
    NotKept(StoreError),
    /// The device did not keep which explanation was chosen, or the group's own.
    NoticeNotKept,
    /// The device did not keep which list was chosen, or the group's own.
    ListNotKept,
    /// The device did not keep what is being entered: it must be finished without leaving the page.
    DraftNotKept(StoreError),
    /// The same conversation goes on in another window.
    DraftElsewhere,
    /// What the device kept could not be read. It is still there.
    Unreadable(String),
    /// The same of the lists.
    ListsUnreadable(String),
}

/// The device's memory, as this window knows it.
#[derive(Clone)]
pub struct Device(Rc<Inner>);

struct Inner {
    archive: Rc<Archive>,
    keep: Keep,
    /// What the flow that is going on works on: its drafts, as they stood when it began.
    holds: RefCell<Vec<Hold>>,
    /// A record is being written: a second tap makes no second one.
    finishing: Cell<bool>,
    /// Who waits for the records; nobody has to any more once they were read.
    waiting: RefCell<Option<Vec<oneshot::Sender<()>>>>,
    /// Whether all records were read. Before that nobody knows which texts none of them speaks of.
    is_whole: Cell<bool>,
    /// The old document that cannot be taken over, with what is wrong.
    old: RefCell<Option<(String, ImportError)>>,
}

impl PartialEq for Device {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Device {
    /// The memory behind this `storage` attribute, not opened yet.
    pub fn new(env: Env, keep: Keep, notice: &Notice) -> Self {
        let archive = Archive::new(keep.keeper(PREFIXES), (env.now)(), Organization::new(notice));
        let (holds, finishing, old) = Default::default();
        let waiting = RefCell::new(Some(Vec::new()));
        let is_whole = Cell::new(false);
        Self(Rc::new(Inner { archive, keep, holds, finishing, waiting, is_whole, old }))
    }

    /// Opens it, as far as the first screen needs it. What earlier versions kept is taken over.
    ///
    /// # Errors
    /// Nothing can be kept; everything works until the page is closed.
    pub async fn open(&self) -> Outcome {
        let opened = self.keeper().open().await;
        if let Some(old) = self.0.keep.old_texts() {
            let ours =
                |key: &str| key != OLD_DOCUMENT && PREFIXES.iter().any(|prefix| key.starts_with(prefix));
            takeover::texts(self.keeper(), &*old, &ours).await;
            if old.get(OLD_DOCUMENT).is_some() {
                drop(self.0.archive.read_rest().await);
                let left = takeover::document(&self.0.archive, &*old, OLD_DOCUMENT).await.err();
                *self.0.old.borrow_mut() = left;
            }
        }
        self.begin();
        opened
    }

    /// Reads the records behind the first screen.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn read_rest(&self) -> Outcome {
        let outcome = self.0.archive.read_rest().await;
        self.0.is_whole.set(outcome.is_ok());
        for waiting in self.0.waiting.take().into_iter().flatten() {
            // Whoever waited may be gone.
            let _ = waiting.send(());
        }
        outcome
    }

    /// Waits until the records were read.
    pub async fn whole(&self) {
        let (sender, receiver) = oneshot::channel();
        match &mut *self.0.waiting.borrow_mut() {
            Some(waiting) => waiting.push(sender),
            None => return,
        }
        // A device that is gone answers no more.
        let _ = receiver.await;
    }

    /// The entries behind everything.
    pub fn keeper(&self) -> &Rc<Keeper> {
        self.0.archive.keeper()
    }

    /// Everything that is here, as one document.
    pub fn document(&self) -> Rc<Document> {
        self.0.archive.document()
    }

    /// Whether the device has everything that is shown.
    pub fn is_kept(&self) -> bool {
        self.keeper().is_kept()
    }

    /// What cannot be read, as names and texts, and what is wrong with the first of it.
    pub fn unreadable(&self) -> Option<(Vec<(String, String)>, String)> {
        let old = self.0.old.borrow().clone();
        let (mut texts, mut cause) = (Vec::new(), None);
        if let Some((text, error)) = old {
            texts.push((OLD_DOCUMENT.to_owned(), text));
            cause = Some(error.to_string());
        }
        for (key, unreadable) in &*self.0.archive.unreadable() {
            texts.push((key.clone(), unreadable.text.clone()));
            cause.get_or_insert_with(|| format!("{key}: {}", unreadable.cause));
        }
        for key in self.keeper().keys("document").into_iter().filter(|key| key.contains(UNREADABLE)) {
            if let Some(text) = self.keeper().get(&key) {
                cause.get_or_insert_with(|| key.clone());
                texts.push((key, text));
            }
        }
        Some((texts, cause?))
    }

    /// Removes what cannot be read, because somebody said so.
    pub fn remove_unreadable(&self) {
        if let Some(old) = self.0.keep.old_texts().filter(|_| self.0.old.take().is_some()) {
            old.remove(OLD_DOCUMENT);
        }
        let unreadable = self.0.archive.unreadable();
        let aside = self.keeper().keys("document").into_iter().filter(|key| key.contains(UNREADABLE));
        for key in aside.chain(unreadable.keys().cloned()) {
            self.keeper().remove(&self.keeper().hold(&key));
            self.0.archive.forget_unreadable(&key);
        }
    }

    /// Changes the document and writes what that changes.
    pub async fn update(&self, change: impl FnOnce(&mut Document)) -> Outcome {
        self.update_with(change, Vec::new()).await
    }

    async fn update_with(&self, change: impl FnOnce(&mut Document), beside: Vec<(Hold, Change)>) -> Outcome {
        let make = |document: &mut Document| {
            change(document);
            if self.0.is_whole.get() {
                drop_unused_notices(document);
            }
        };
        self.0.archive.change(make, beside).await
    }

    /// Adds a finished record or run, and removes the draft it came from, in one write. `None` while another one is being
    /// written.
    ///
    /// # Errors
    /// The device did not keep it. Where another window went on with the same draft, nothing was recorded.
    pub async fn finish(&self, key: &str, change: impl FnOnce(&mut Document)) -> Option<Outcome> {
        if self.0.finishing.replace(true) {
            return None;
        }
        let outcome = self.update_with(change, self.without(key)).await;
        self.0.finishing.set(false);
        Some(outcome)
    }

    /// What the newest state of the store says, before something is shown, finished or handed over.
    pub async fn look_again(&self) {
        // A store that cannot be read now says so at the next write; what stands here is all there is.
        drop(self.keeper().refresh().await);
    }

    /// Adds a document from outside to what is there.
    ///
    /// # Errors
    /// When it would contradict what is there; nothing is changed then.
    pub async fn take_in(&self, more: Document) -> Result<(Merged, Outcome), ImportError> {
        self.whole().await;
        self.look_again().await;
        let (both, merged) = merge(&self.document(), more)?;
        let outcome = self.update(move |document| *document = both).await;
        Ok((merged, outcome))
    }

    /// Forgets all records and everything that was left in the middle.
    pub async fn erase(&self) -> Outcome {
        self.whole().await;
        self.look_again().await;
        let beside = [CONSENT, CHECK].into_iter().flat_map(|key| self.gone(key)).collect();
        let erase = |document: &mut Document| {
            document.consents.clear();
            document.checklist_runs.clear();
        };
        self.update_with(erase, beside).await
    }

    pub(super) fn holds(&self) -> &RefCell<Vec<Hold>> {
        &self.0.holds
    }

    /// How things looked last time.
    pub fn look(&self) -> Option<Look> {
        read(&self.keeper().get(LOOK)?).ok()
    }

    /// Keeps how things look; a device that refuses only forgets a preference.
    pub fn keep_look(&self, look: Look) {
        self.set(LOOK, json::text(&look));
    }

    /// What a setting says.
    pub fn get(&self, key: &str) -> Option<String> {
        self.keeper().get(key)
    }

    /// Keeps a setting; the last window that says something wins.
    pub fn set(&self, key: &str, text: String) {
        self.keeper().put(&self.keeper().hold(key), text);
    }

    /// Keeps a setting and waits for what becomes of it.
    ///
    /// # Errors
    /// The device did not keep it.
    pub async fn keep_now(&self, key: &str, text: String) -> Outcome {
        self.keeper().commit(vec![(self.keeper().hold(key), Change::Put(text))]).await
    }

    /// Removes a setting.
    pub fn unset(&self, key: &str) {
        self.keeper().remove(&self.keeper().hold(key));
    }

    /// Puts a setting that cannot be read aside under a name that later troubles do not overwrite, and takes its place free.
    ///
    /// # Errors
    /// There is no room for that: it stays where it is, and nothing is written over it.
    pub async fn put_aside(&self, key: &str, text: &str, now: &str) -> Outcome {
        let aside = self.keeper().hold(&format!("{key}{UNREADABLE}{now}"));
        let moved = vec![(aside, Change::Put(text.to_owned())), (self.keeper().hold(key), Change::Remove)];
        self.keeper().try_commit(moved).await
    }
}

/// Whether a refusal means that another window was there first.
pub(super) fn is_conflict(error: &StoreError) -> bool {
    matches!(error.failure, Failure::Conflict(_))
}

fn drop_unused_notices(document: &mut Document) {
    let used: Vec<String> = document
        .consents
        .iter()
        .flat_map(|consent| &consent.events)
        .map(|event| event.notice.digest.clone())
        .collect();
    document.notices.retain(|notice| used.contains(&notice.digest));
}

/// A document with one consent or one run of the whole, to hand over on its own.
pub fn only(document: &Document, id: &str) -> Document {
    let mut one = document.clone();
    one.consents.retain(|consent| consent.id == id);
    one.checklist_runs.retain(|run| run.id == id);
    drop_unused_notices(&mut one);
    one
}
