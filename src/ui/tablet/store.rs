//! What the tablet keeps on the device: one document, the drafts, how things look. Every change is written through.

use crate::browser::Env;
use crate::domain::{
    checklist::{CheckSession, ListDraft},
    export::{Document, ImportError, Merged, import, merge, read},
    json,
    notice::{Notice, Organization},
};
use crate::ui::view::Look;
use std::rc::Rc;

pub use crate::domain::session::ConsentDraft;

const DOCUMENT: &str = "document";
const UNREADABLE: &str = "document.unreadable.";
const CONSENT: &str = "app.consent.draft";
const CHECK: &str = "app.checklist.draft";
const LIST: &str = "app.list.draft";
const LOOK: &str = "look";

/// Something a person must know about the device's memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The latest change stands on the screen but was not kept by the device.
    NotKept,
    /// The device did not keep which explanation was chosen, or the group's own.
    NoticeNotKept,
    /// The device did not keep which list was chosen, or the group's own.
    ListNotKept,
    /// The device did not keep what is being entered: it must be finished without leaving the page.
    DraftNotKept,
    /// What the device kept could not be read. It was put aside, not thrown away.
    Unreadable(String),
    /// The same of the lists.
    ListsUnreadable(String),
}

/// What stands on the device.
enum Stored {
    Nothing,
    Document(Box<Document>),
    /// Written by a newer program, or damaged: it is not ours to write over.
    Unreadable {
        text: String,
        cause: String,
    },
}

fn stored(env: Env) -> Stored {
    let Some(text) = env.keep.get(DOCUMENT) else { return Stored::Nothing };
    match import(&text) {
        Ok(imported) => Stored::Document(Box::new(imported.document)),
        Err(error) => Stored::Unreadable { cause: error.to_string(), text },
    }
}

/// Puts what cannot be read aside under a name that later troubles do not overwrite.
pub(super) fn put_aside(env: Env, key: &str, text: &str) -> bool {
    let aside = format!("{key}.unreadable.{}", (env.now)());
    let kept = env.keep.set(&aside, text).is_ok();
    if kept {
        env.keep.remove(key);
    }
    kept
}

/// What was kept, or an empty document.
pub fn load(env: Env, notice: &Notice) -> (Document, Option<Trouble>) {
    let empty = || Document::new((env.now)(), Organization::new(notice));
    match stored(env) {
        Stored::Nothing => (empty(), None),
        Stored::Document(document) => (*document, None),
        Stored::Unreadable { text, cause } => {
            let trouble =
                if put_aside(env, DOCUMENT, &text) { Trouble::Unreadable(cause) } else { Trouble::NotKept };
            (empty(), Some(trouble))
        }
    }
}

/// The document as it stands now: as the device has it, so that a second window loses nothing.
///
/// `shown` stands in where the device keeps nothing; where the latest write failed (`kept` is false), what only
/// `shown` has is added.
pub fn current(env: Env, shown: &Document, kept: bool) -> Document {
    match stored(env) {
        Stored::Document(document) if kept => *document,
        Stored::Document(document) => match merge(&document, shown.clone()) {
            Ok((mut both, _)) => {
                both.organization.clone_from(&shown.organization);
                both
            }
            Err(_) => shown.clone(),
        },
        Stored::Nothing | Stored::Unreadable { .. } => shown.clone(),
    }
}

/// Changes the document and writes it back. Gives the new document, and whether it was kept.
pub fn update(
    env: Env,
    shown: &Document,
    kept: bool,
    change: impl FnOnce(&mut Document),
) -> (Document, bool) {
    let mut document = current(env, shown, kept);
    change(&mut document);
    document.exported_at = (env.now)();
    drop_unused_notices(&mut document);
    let kept = save(env, &document);
    (document, kept)
}

/// Writes a whole document, but never over something that cannot be read and cannot be put aside.
fn save(env: Env, document: &Document) -> bool {
    if let Stored::Unreadable { text, .. } = stored(env)
        && !put_aside(env, DOCUMENT, &text)
    {
        return false;
    }
    env.keep.set(DOCUMENT, &document.to_json()).is_ok()
}

/// What taking a document in came to.
pub struct TakenIn {
    /// Everything there is now.
    pub document: Document,
    /// What the device did with it.
    pub kept: bool,
    /// How much of it was new.
    pub merged: Merged,
}

/// Adds a document from outside to what is there, and writes it back at once.
///
/// # Errors
/// When it would contradict what is there; nothing is changed then.
pub fn take_in(env: Env, shown: &Document, kept: bool, more: Document) -> Result<TakenIn, ImportError> {
    let (document, merged) = merge(&current(env, shown, kept), more)?;
    let kept = save(env, &document);
    Ok(TakenIn { document, kept, merged })
}

/// Forgets everything this page keeps on the device.
pub fn erase(env: Env) {
    for key in [DOCUMENT, CONSENT, CHECK] {
        env.keep.remove(key);
    }
    env.keep.remove_all(UNREADABLE);
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

/// The conversation that was left in the middle.
pub fn consent_draft(env: Env) -> Option<ConsentDraft> {
    let draft: ConsentDraft = read(&env.keep.get(CONSENT)?).ok()?;
    (draft.session.fits(&draft.notice) && draft.session.is_worth_keeping()).then_some(draft)
}

/// Keeps a conversation, or forgets it.
pub fn keep_consent_draft(env: Env, draft: Option<&ConsentDraft>) -> bool {
    keep(env, CONSENT, draft)
}

/// The run that was left in the middle.
pub fn check_draft(env: Env) -> Option<Rc<CheckSession>> {
    let draft = CheckSession::restore(&env.keep.get(CHECK)?).ok()?;
    draft.is_worth_keeping().then(|| Rc::new(draft))
}

/// Keeps a run, or forgets it.
pub fn keep_check_draft(env: Env, draft: Option<&CheckSession>) -> bool {
    keep(env, CHECK, draft)
}

/// The list that is being written, as far as it was written.
pub fn list_draft(env: Env) -> Option<Rc<ListDraft>> {
    ListDraft::restore(&env.keep.get(LIST)?).ok().map(Rc::new)
}

/// Keeps a list that is being written, or forgets it.
pub fn keep_list_draft(env: Env, draft: Option<&ListDraft>) -> bool {
    keep(env, LIST, draft)
}

/// How things looked last time.
pub fn look(env: Env) -> Option<Look> {
    read(&env.keep.get(LOOK)?).ok()
}

/// Keeps how things look; a device that refuses only forgets a preference.
pub fn keep_look(env: Env, look: Look) {
    let _ = keep(env, LOOK, Some(&look));
}

fn keep<T: json::ToTree>(env: Env, key: &str, value: Option<&T>) -> bool {
    match value {
        Some(value) => env.keep.set(key, &json::text(value)).is_ok(),
        None => {
            env.keep.remove(key);
            true
        }
    }
}

/// A document with one consent or one run of the whole, to hand over on its own.
pub fn only(document: &Document, id: &str) -> Document {
    let mut one = document.clone();
    one.consents.retain(|consent| consent.id == id);
    one.checklist_runs.retain(|run| run.id == id);
    drop_unused_notices(&mut one);
    one
}
