//! What earlier versions of this program kept in the browser's small store is taken over: read, written, read back and compared,
//! and only then removed there. Ended in the middle, it begins again; what cannot be read stays where it is.

use super::keeper::Keeper;
use super::store::Change;
use std::rc::Rc;

/// The port to the small store of texts.
pub trait Texts {
    /// All keys, without the program's own beginning.
    fn keys(&self) -> Vec<String>;
    /// What stands there.
    fn get(&self, key: &str) -> Option<String>;
    /// Removes a text.
    fn remove(&self, key: &str);
}

/// Takes every text over whose key `is_ours` says yes to, each under its key. Where the new store has an entry of that name
/// already, the text stays where it is.
pub async fn texts(keeper: &Rc<Keeper>, old: &dyn Texts, is_ours: &dyn Fn(&str) -> bool) {
    for key in old.keys().into_iter().filter(|key| is_ours(key)) {
        let Some(text) = old.get(&key) else { continue };
        if keeper.get(&key).is_none() {
            let hold = keeper.hold(&key);
            if keeper.commit(vec![(hold, Change::Put(text.clone()))]).await.is_err() {
                continue;
            }
        }
        if old.get(&key).as_deref() == Some(&text) && read_back(keeper, &key).await.as_deref() == Some(&text)
        {
            old.remove(&key);
        }
    }
}

/// What the store itself says, whatever this window shows.
async fn read_back(keeper: &Rc<Keeper>, key: &str) -> Option<String> {
    let entries = keeper.store().read(vec![key.to_owned()]).await.ok()?;
    Some(entries.into_iter().next()??.text)
}

#[cfg(feature = "app")]
pub use document::document;

#[cfg(feature = "app")]
mod document {
    use super::{Texts, read_back};
    use crate::app::archive::Archive;
    use crate::domain::export::{Document, ImportError, import, merge};
    use std::rc::Rc;

    /// Takes the one document over in which earlier versions kept everything.
    ///
    /// # Errors
    /// It cannot be read, or contradicts what is here. It stays where it is, letter by letter; the text is given back so that
    /// it can be saved.
    pub async fn document(
        archive: &Rc<Archive>,
        old: &dyn Texts,
        key: &str,
    ) -> Result<(), (String, ImportError)> {
        let Some(text) = old.get(key) else { return Ok(()) };
        let read = import(&text).map(|imported| imported.document);
        let merged = read.and_then(|more| {
            let here = archive.document();
            // On a device that is new to the store, the group's own words are all there is.
            let words = here.consents.is_empty() && here.checklist_runs.is_empty();
            let organization = more.organization.clone();
            let (mut both, _) = merge(&here, more.clone())?;
            if words {
                both.organization = organization;
                both.unknown = more.unknown;
            }
            Ok(both)
        });
        let both = merged.map_err(|error| (text.clone(), error))?;
        let whole = both.clone();
        if archive.change(move |document| *document = both, Vec::new()).await.is_err() {
            // Nothing is lost: it is shown, and the old text stays.
            return Ok(());
        }
        if is_there(archive, &whole).await && old.get(key).as_deref() == Some(&text) {
            old.remove(key);
        }
        Ok(())
    }

    /// Whether the store itself has every piece of it, letter by letter.
    async fn is_there(archive: &Rc<Archive>, whole: &Document) -> bool {
        for piece in whole.pieces() {
            if read_back(archive.keeper(), &piece.name()).await != whole.piece(&piece) {
                return false;
            }
        }
        true
    }
}
