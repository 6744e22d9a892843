//! The records of this device, over a [`Keeper`]: one entry per record, run and text. What stands in memory is what this window
//! shows; only what changed is written.

use super::keeper::{Hold, Keeper, Listening, Outcome, Told};
use super::store::{Change, Task};
use crate::domain::{
    export::{Document, Piece, VERSION},
    notice::Organization,
    time::Timestamp,
};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::{Rc, Weak},
};

/// An entry that this program cannot read: damaged, or written by a newer one. It stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its text, letter by letter.
    pub text: String,
    /// What is wrong, in English, with the place.
    pub cause: String,
}

/// The records, runs and texts of this device.
pub struct Archive {
    keeper: Rc<Keeper>,
    inner: RefCell<Inner>,
    listening: RefCell<Option<Listening>>,
}

struct Inner {
    document: Rc<Document>,
    /// While much is read: what has been read so far, not shown yet, because each look at it would copy it.
    building: Option<Box<Document>>,
    unreadable: Rc<BTreeMap<String, Unreadable>>,
}

impl Archive {
    /// The archive of a store that is not opened yet; `organization` stands in until somebody said something else.
    #[must_use]
    pub fn new(keeper: Rc<Keeper>, now: Timestamp, organization: Organization) -> Rc<Self> {
        let document = Rc::new(Document::new(now, organization));
        let inner = RefCell::new(Inner { document, building: None, unreadable: Rc::default() });
        let archive = Rc::new(Self { keeper: keeper.clone(), inner, listening: RefCell::default() });
        let own: Weak<Self> = Rc::downgrade(&archive);
        let listening = keeper.listen(Rc::new(move |told| {
            if let (Some(archive), Told::Changed(keys)) = (own.upgrade(), told) {
                archive.take_over(keys);
            }
        }));
        *archive.listening.borrow_mut() = Some(listening);
        archive
    }

    /// What it is kept by.
    #[must_use]
    pub fn keeper(&self) -> &Rc<Keeper> {
        &self.keeper
    }

    /// Everything that is here, as one document.
    #[must_use]
    pub fn document(&self) -> Rc<Document> {
        self.inner.borrow().document.clone()
    }

    /// Reads everything the keeper has not read yet, and shows it when all of it is there.
    ///
    /// # Errors
    /// The store cannot be read; what was read until then is shown.
    pub async fn read_rest(&self) -> Outcome {
        {
            let mut inner = self.inner.borrow_mut();
            inner.building = Some(Box::new((*inner.document).clone()));
        }
        let outcome = self.keeper.read_rest().await;
        self.show();
        outcome
    }

    /// What was read so far is what is shown.
    fn show(&self) {
        let mut inner = self.inner.borrow_mut();
        if let Some(built) = inner.building.take() {
            inner.document = Rc::new(*built);
        }
    }

    /// What is kept and cannot be read, by the names of its entries.
    #[must_use]
    pub fn unreadable(&self) -> Rc<BTreeMap<String, Unreadable>> {
        self.inner.borrow().unreadable.clone()
    }

    /// An entry that could not be read was removed.
    pub fn forget_unreadable(&self, key: &str) {
        Rc::make_mut(&mut self.inner.borrow_mut().unreadable).remove(key);
    }

    /// Changes the document and writes what that changed, with `beside` in the same batch: all of it is on the disk
    /// afterwards, or nothing. What was refused for want of room stays here and is written with the next change.
    pub fn change(&self, make: impl FnOnce(&mut Document), beside: Vec<(Hold, Change)>) -> Task<Outcome> {
        self.show();
        let before = self.document();
        let mut after = (*before).clone();
        make(&mut after);
        let mut writes: Vec<(Hold, Change)> = changed(&before, &after)
            .into_iter()
            .map(|(piece, change)| {
                let name = piece.name();
                // What cannot be read is never written over.
                let is_taken = self.inner.borrow().unreadable.contains_key(&name);
                let hold = if is_taken { self.keeper.hold_new(&name) } else { self.keeper.hold(&name) };
                (hold, change)
            })
            .collect();
        writes.extend(beside);
        self.inner.borrow_mut().document = Rc::new(after);
        self.keeper.commit(writes)
    }

    /// Another window wrote these entries, or they were read for the first time.
    fn take_over(&self, keys: &[String]) {
        let mut inner = self.inner.borrow_mut();
        let Inner { document, building, unreadable } = &mut *inner;
        // One copy for all of them, where the screens still hold what was.
        let document = building.as_deref_mut().unwrap_or_else(|| Rc::make_mut(document));
        for key in keys {
            let Some(piece) = Piece::named(key) else { continue };
            if unreadable.contains_key(key) {
                Rc::make_mut(unreadable).remove(key);
            }
            let Some(entry) = self.keeper.entry(key) else {
                document.remove_piece(&piece);
                continue;
            };
            let read = if entry.version == VERSION {
                document.put_piece(&piece, &entry.text).map_err(|error| error.to_string())
            } else {
                Err(format!("version {}; this program reads {VERSION}", entry.version))
            };
            if let Err(cause) = read {
                // Nothing older is shown in its place.
                document.remove_piece(&piece);
                Rc::make_mut(unreadable).insert(key.clone(), Unreadable { text: entry.text, cause });
            }
        }
    }
}

/// The pieces in which two documents differ, and what becomes of each.
fn changed(before: &Document, after: &Document) -> Vec<(Piece, Change)> {
    let mut changes = Vec::new();
    let mut put = |piece: Piece| {
        if let Some(text) = after.piece(&piece) {
            changes.push((piece, Change::Put(text)));
        }
    };
    if before.piece(&Piece::Envelope) != after.piece(&Piece::Envelope) {
        put(Piece::Envelope);
    }
    let notices: BTreeMap<_, _> = before.notices.iter().map(|known| (&known.digest, known)).collect();
    for notice in after.notices.iter().filter(|now| notices.get(&now.digest) != Some(now)) {
        put(Piece::Notice(notice.digest.clone()));
    }
    let consents: BTreeMap<_, _> = before.consents.iter().map(|known| (&known.id, known)).collect();
    for consent in after.consents.iter().filter(|now| consents.get(&now.id) != Some(now)) {
        put(Piece::Consent(consent.id.clone()));
    }
    let runs: BTreeMap<_, _> = before.checklist_runs.iter().map(|known| (&known.id, known)).collect();
    for run in after.checklist_runs.iter().filter(|now| runs.get(&now.id) != Some(now)) {
        put(Piece::Run(run.id.clone()));
    }
    let there: std::collections::BTreeSet<String> = after.pieces().iter().map(Piece::name).collect();
    let gone = before.pieces().into_iter().filter(|piece| !there.contains(&piece.name()));
    changes.extend(gone.map(|piece| (piece, Change::Remove)));
    changes
}
