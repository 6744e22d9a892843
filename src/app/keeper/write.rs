//! Writing: one batch after the other, each on the revisions that whoever makes it has seen.

use super::{Hold, Keeper, Outcome, Told};
use crate::app::store::{Change, Entry, Failure, StoreError, Task, Write};
use futures_channel::oneshot;

/// A batch that waits for its turn.
pub(super) struct Job {
    pub writes: Vec<(Hold, Change)>,
    done: Vec<oneshot::Sender<Outcome>>,
    /// Refused, it is as if it had not been asked.
    once: bool,
}

impl Keeper {
    pub(super) fn change(&self, hold: &Hold, change: Change) {
        self.show(hold, &change);
        let mut inner = self.inner.borrow_mut();
        // What was not begun yet need not be written on its own.
        let same = inner.jobs.back_mut().filter(|job| {
            job.writes.len() == 1 && job.writes[0].0.is(hold) && !matches!(job.writes[0].1, Change::Remove)
        });
        match same {
            Some(job) => job.writes[0].1 = change,
            None => inner.jobs.push_back(Job {
                writes: vec![(hold.clone(), change)],
                done: Vec::new(),
                once: false,
            }),
        }
        drop(inner);
        self.run();
    }

    pub(super) fn begin(&self, writes: Vec<(Hold, Change)>, once: bool) -> Task<Outcome> {
        for (hold, change) in &writes {
            self.show(hold, change);
        }
        let (done, outcome) = oneshot::channel();
        let mut done = vec![done];
        let mut inner = self.inner.borrow_mut();
        // What waits and is said anew by this very batch need not be written before; whoever waits for it waits for this.
        inner.jobs.retain_mut(|job| {
            let is_overtaken = |(hold, _): &(Hold, Change)| writes.iter().any(|(other, _)| other.is(hold));
            let stays = job.once || once || !job.writes.iter().all(is_overtaken);
            if !stays {
                done.append(&mut job.done);
            }
            stays
        });
        inner.jobs.push_back(Job { writes, done, once });
        drop(inner);
        self.run();
        Box::pin(async move {
            // The other end is dropped only with the keeper itself.
            outcome.await.unwrap_or_else(|_| Err(StoreError::new(Failure::Closed, "the page was left")))
        })
    }

    /// What stands on the screen is what was entered, whatever becomes of the write.
    fn show(&self, hold: &Hold, change: &Change) {
        let mut inner = self.inner.borrow_mut();
        match change {
            Change::Remove => drop(inner.entries.remove(&*hold.key)),
            Change::Put(text) => {
                let shown =
                    inner.entries.entry(hold.key.to_string()).or_insert_with(|| Entry::new(&hold.key));
                shown.text.clone_from(text);
                shown.version = crate::domain::export::VERSION;
            }
        }
    }

    fn run(&self) {
        if core::mem::replace(&mut self.inner.borrow_mut().running, true) {
            return;
        }
        let Some(keeper) = self.own.upgrade() else { return };
        (self.spawn)(Box::pin(async move {
            loop {
                let job = keeper.inner.borrow_mut().jobs.pop_front();
                let Some(Job { writes, done, once }) = job else { break };
                let outcome = if once { keeper.once(writes).await } else { keeper.one(writes).await };
                keeper.inner.borrow_mut().current.clear();
                let passed_over = core::mem::take(&mut keeper.inner.borrow_mut().passed_over);
                if passed_over {
                    // A store that cannot be read now will say so at the next write, too.
                    drop(keeper.refresh().await);
                }
                for done in done {
                    // Nobody waits for it any more.
                    drop(done.send(outcome.clone()));
                }
            }
            keeper.inner.borrow_mut().running = false;
        }));
    }

    /// One batch alone, which is forgotten where it is refused.
    async fn once(&self, writes: Vec<(Hold, Change)>) -> Outcome {
        self.inner.borrow_mut().current.clone_from(&writes);
        let keys = keys_of(&writes);
        let outcome = self.write(&writes).await;
        match &outcome {
            Ok(()) => self.tell(&Told::Kept(keys)),
            Err(error) => self.lose(keys, error).await,
        }
        outcome
    }

    /// What the store has of these entries is shown again, and that what was entered is not kept is told.
    async fn lose(&self, keys: Vec<String>, error: &StoreError) {
        {
            // What is still to be written is not read in between.
            let mut inner = self.inner.borrow_mut();
            inner.current.retain(|(hold, _)| keys.iter().all(|key| *key != *hold.key));
        }
        self.forget(&keys);
        // A store that cannot be read now will say so at the next write, too.
        drop(self.refresh().await);
        self.tell(&Told::Changed(keys.clone()));
        self.tell(&Told::NotKept(keys, error.clone()));
    }

    /// One batch, with what was refused before.
    async fn one(&self, writes: Vec<(Hold, Change)>) -> Outcome {
        let mut earlier = core::mem::take(&mut self.inner.borrow_mut().refused);
        earlier.retain(|(old, _)| writes.iter().all(|(hold, _)| hold.key != old.key));
        loop {
            let all: Vec<(Hold, Change)> = earlier.iter().chain(&writes).cloned().collect();
            let keys = keys_of(&all);
            self.inner.borrow_mut().current.clone_from(&all);
            let outcome = self.write(&all).await;
            let Err(error) = outcome else {
                self.tell(&Told::Kept(keys));
                return Ok(());
            };
            let Failure::Conflict(key) = &error.failure else {
                // What is too large for the device must not keep it from what is small.
                if !earlier.is_empty() && !writes.is_empty() && self.write(&writes).await.is_ok() {
                    self.inner.borrow_mut().refused = earlier;
                    self.tell(&Told::Kept(keys_of(&writes)));
                    return Ok(());
                }
                self.inner.borrow_mut().refused = all;
                self.tell(&Told::NotKept(keys, error.clone()));
                return Err(error);
            };
            let count = earlier.len();
            earlier.retain(|(hold, _)| *hold.key != **key);
            let is_old = earlier.len() < count;
            let lost = if is_old { vec![key.clone()] } else { keys_of(&writes) };
            self.lose(lost, &error).await;
            if !is_old {
                self.inner.borrow_mut().refused = earlier;
                return Err(error);
            }
        }
    }

    async fn write(&self, writes: &[(Hold, Change)]) -> Outcome {
        let closed = self.inner.borrow().closed.clone();
        if let Some(error) = closed {
            // Whatever stood in the way may be gone: another window was closed, private mode was left.
            self.store.open().await.map_err(|_| error)?;
            self.inner.borrow_mut().closed = None;
            self.refresh().await?;
        }
        let batch = writes.iter().map(|(hold, change)| Write {
            key: hold.key.to_string(),
            expected: hold.revision.get(),
            change: change.clone(),
        });
        let batch: Vec<Write> =
            batch.filter(|write| write.expected > 0 || write.change != Change::Remove).collect();
        if batch.is_empty() {
            return Ok(());
        }
        let heads = match self.store.write(batch).await {
            Err(error) if error.failure == Failure::Closed => {
                self.inner.borrow_mut().closed = Some(error.clone());
                return Err(error);
            }
            result => result?,
        };
        let mut inner = self.inner.borrow_mut();
        for head in heads {
            if let Some((hold, _)) = writes.iter().find(|(hold, _)| *hold.key == *head.key) {
                hold.revision.set(if head.removed { 0 } else { head.revision });
            }
            if head.removed {
                inner.removed.insert(head.key.clone(), head.revision);
            }
            if let Some(entry) = inner.entries.get_mut(&head.key).filter(|_| !head.removed) {
                entry.head = head;
            }
        }
        Ok(())
    }

    /// These entries are read anew at the next look: what is shown of them is not what the device has.
    fn forget(&self, keys: &[String]) {
        let mut inner = self.inner.borrow_mut();
        inner.seen = 0;
        for key in keys {
            inner.entries.remove(key);
        }
    }
}

fn keys_of(writes: &[(Hold, Change)]) -> Vec<String> {
    writes.iter().map(|(hold, _)| hold.key.to_string()).collect()
}
