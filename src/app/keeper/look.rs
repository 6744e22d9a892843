//! Looking at the store: what other windows did, and what is read for the first time.

use super::{Inner, Keeper, Outcome, Told};
use crate::app::store::{Entry, Head, Revision, StoreError};

/// How many entries are read in one turn, so that a page stays answerable while a full store is opened.
const AT_ONCE: usize = 50;

impl Keeper {
    /// Looks what other windows did. What this window is about to write is left alone: the write itself will meet it.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn refresh(&self) -> Outcome {
        let last = self.read(self.prefixes).await?;
        let mut inner = self.inner.borrow_mut();
        inner.seen = inner.seen.max(last);
        Ok(())
    }

    /// Reads what changed of the entries whose keys begin like this, in the order of the prefixes. Gives the latest write it
    /// knows of.
    pub(super) async fn read(&self, prefixes: &[&str]) -> Result<Revision, StoreError> {
        let seen = self.inner.borrow().seen;
        let heads = self.store.changes(seen).await?;
        let mut last = heads.last().map_or(seen, |head| head.revision);
        let Compared { gone, wanted, passed_over } = self.inner.borrow_mut().compare(heads, prefixes);
        if let Some(first) = passed_over {
            // It is looked at again when the write has ended.
            self.inner.borrow_mut().passed_over = true;
            last = last.min(first - 1);
        }
        self.tell(&Told::Changed(gone));
        for keys in wanted.chunks(AT_ONCE) {
            let entries = self.store.read(keys.to_vec()).await?;
            let mut changed = Vec::new();
            for entry in entries.into_iter().flatten() {
                let mut inner = self.inner.borrow_mut();
                let is_older = |known: &Entry| known.head.revision >= entry.head.revision;
                let was_removed =
                    inner.removed.get(&entry.head.key).is_some_and(|at| *at >= entry.head.revision);
                // What this window wrote while it was being read is newer.
                if !inner.is_busy(&entry.head.key)
                    && !was_removed
                    && !inner.entries.get(&entry.head.key).is_some_and(is_older)
                {
                    changed.push(entry.head.key.clone());
                    inner.entries.insert(entry.head.key.clone(), entry);
                }
            }
            self.tell(&Told::Changed(changed));
        }
        Ok(last)
    }
}

impl Inner {
    /// Which entries are gone, and which are to be read. The former are taken out.
    fn compare(&mut self, heads: Vec<Head>, prefixes: &[&str]) -> Compared {
        let (mut gone, mut wanted, mut passed_over) = (Vec::new(), Vec::new(), None);
        for head in heads {
            let Some(rank) = prefixes.iter().position(|prefix| head.key.starts_with(prefix)) else {
                continue;
            };
            if self.is_busy(&head.key) {
                passed_over.get_or_insert(head.revision);
                continue;
            }
            let known = self.entries.get(&head.key).map(|entry| entry.head.revision);
            if head.removed {
                self.removed.insert(head.key.clone(), head.revision);
                if self.entries.remove(&head.key).is_some() {
                    gone.push(head.key);
                }
            } else if known != Some(head.revision) {
                wanted.push((rank, head.order, head.key));
            }
        }
        wanted.sort();
        Compared { gone, wanted: wanted.into_iter().map(|(_, _, key)| key).collect(), passed_over }
    }
}

/// What a look at the store came to.
struct Compared {
    gone: Vec<String>,
    wanted: Vec<String>,
    /// The first write of an entry that was left alone.
    passed_over: Option<Revision>,
}
