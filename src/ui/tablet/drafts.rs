//! What was left in the middle on the tablet: a conversation, a check, a list being written. A conversation's text is an entry of
//! its own, written once.

use super::device::Device;
use crate::app::{keeper::Hold, store::Change};
use crate::domain::{
    checklist::{CheckSession, ListDraft},
    export::read,
    json,
    notice::NoticeSnapshot,
    session::{ConsentDraft, Session},
};
use std::rc::Rc;

/// The conversation.
pub const CONSENT: &str = "app.consent.draft";
/// The check.
pub const CHECK: &str = "app.checklist.draft";
/// The list.
pub const LIST: &str = "app.list.draft";
/// Behind a draft's key: the text it is about.
const NOTICE: &str = ".notice";

impl Device {
    /// A flow begins: what it enters builds on the drafts as they stand now.
    pub fn begin(&self) {
        let keys = [CONSENT, CHECK, LIST].into_iter().map(str::to_owned);
        let keys = keys.chain([format!("{CONSENT}{NOTICE}")]);
        *self.holds().borrow_mut() = keys.map(|key| self.keeper().hold(&key)).collect();
    }

    fn hold(&self, key: &str) -> Hold {
        let known = self.holds().borrow().iter().find(|hold| hold.key() == key).cloned();
        known.unwrap_or_else(|| self.keeper().hold(key))
    }

    /// Whether this is a draft that the flow that is going on works on.
    pub fn works_on(&self, keys: &[String]) -> bool {
        self.holds().borrow().iter().any(|hold| keys.iter().any(|key| key == hold.key()))
    }

    /// Removing a draft as this flow knows it, and its text.
    pub(super) fn without(&self, key: &str) -> Vec<(Hold, Change)> {
        [self.hold(key), self.hold(&format!("{key}{NOTICE}"))]
            .into_iter()
            .filter(|hold| hold.revision() > 0 || self.keeper().get(hold.key()).is_some())
            .map(|hold| (hold, Change::Remove))
            .collect()
    }

    /// Removing a draft, whoever wrote it last.
    pub(super) fn gone(&self, key: &str) -> Vec<(Hold, Change)> {
        let keys = [key.to_owned(), format!("{key}{NOTICE}")].into_iter();
        let there = keys.filter(|key| self.keeper().get(key).is_some());
        there.map(|key| (self.keeper().hold(&key), Change::Remove)).collect()
    }

    /// The conversation that was left in the middle.
    pub fn consent_draft(&self) -> Option<ConsentDraft> {
        let text = self.keeper().get(CONSENT)?;
        let draft = match read::<ConsentDraft>(&text) {
            // As earlier versions wrote it: with its text.
            Ok(whole) => whole,
            Err(_) => ConsentDraft {
                session: Rc::new(read::<Session>(&text).ok()?),
                notice: Rc::new(
                    read::<NoticeSnapshot>(&self.keeper().get(&format!("{CONSENT}{NOTICE}"))?).ok()?,
                ),
            },
        };
        (draft.session.fits(&draft.notice) && draft.session.is_worth_keeping()).then_some(draft)
    }

    /// Keeps the conversation that is going on; its text only when it is another one than before.
    pub fn keep_consent_draft(&self, session: &Session, notice: &NoticeSnapshot) {
        let about = self.hold(&format!("{CONSENT}{NOTICE}"));
        let known = self.keeper().get(about.key());
        let is_known = known.is_some_and(|text| text.contains(&notice.digest));
        if !is_known {
            self.keeper().put(&about, json::text(notice));
        }
        self.keeper().put(&self.hold(CONSENT), json::text(session));
    }

    /// Forgets a draft, whoever wrote it last.
    pub fn forget(&self, key: &str) {
        for (hold, change) in self.gone(key) {
            debug_assert!(change == Change::Remove);
            self.keeper().remove(&hold);
        }
        self.begin();
    }

    /// The run that was left in the middle.
    pub fn check_draft(&self) -> Option<Rc<CheckSession>> {
        let draft = CheckSession::restore(&self.keeper().get(CHECK)?).ok()?;
        draft.is_worth_keeping().then(|| Rc::new(draft))
    }

    /// Keeps the run that is going on.
    pub fn keep_check_draft(&self, draft: &CheckSession) {
        self.keeper().put(&self.hold(CHECK), json::text(draft));
    }

    /// The list that is being written, as far as it was written.
    pub fn list_draft(&self) -> Option<Rc<ListDraft>> {
        ListDraft::restore(&self.keeper().get(LIST)?).ok().map(Rc::new)
    }

    /// Keeps the list that is being written.
    pub fn keep_list_draft(&self, draft: &ListDraft) {
        self.keeper().put(&self.hold(LIST), json::text(draft));
    }
}
