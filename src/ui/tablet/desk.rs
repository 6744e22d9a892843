//! What every screen of the tablet works with: the document, the ways between screens, the changes it can make.

use super::{
    Screen,
    list_shelf::Lists,
    store::{self, Trouble},
};
use crate::browser::Env;
use crate::domain::{
    checklist::Checklist,
    export::{Document, Kind, file_name},
    notice::{NoticeSnapshot, Organization},
};
use crate::ui::controls::{Button, ButtonKind, Note, NoteKind, say};
use std::rc::Rc;
use yew::prelude::*;

/// A change of the kept document.
#[derive(Clone)]
pub(super) enum Change {
    Organization(Organization),
    Add(Box<Document>),
    Remove(String),
    Replace(Rc<Document>),
    Erase,
}

impl Change {
    pub(super) fn apply(self, document: &mut Document) {
        match self {
            Self::Organization(organization) => document.organization = organization,
            Self::Add(more) => {
                more.notices.into_iter().for_each(|notice| document.add_notice(notice));
                for consent in more.consents {
                    // A record that grew takes the place of the shorter one; who made it looked at the device first.
                    match document.consents.iter_mut().find(|known| known.id == consent.id) {
                        Some(known) => *known = consent,
                        None => document.consents.push(consent),
                    }
                }
                for run in more.checklist_runs {
                    // A run that could not be kept and was opened again is still the same run.
                    match document.checklist_runs.iter_mut().find(|known| known.id == run.id) {
                        Some(known) => *known = run,
                        None => document.checklist_runs.push(run),
                    }
                }
            }
            Self::Remove(id) => {
                document.consents.retain(|consent| consent.id != id);
                document.checklist_runs.retain(|run| run.id != id);
            }
            Self::Replace(whole) => *document = (*whole).clone(),
            Self::Erase => {
                document.consents.clear();
                document.checklist_runs.clear();
            }
        }
    }
}

/// What every screen of the tablet works with.
#[derive(Clone, PartialEq)]
pub(super) struct Desk {
    pub(super) env: Env,
    pub(super) document: Rc<Document>,
    pub(super) go: Callback<Screen>,
    pub(super) update: Callback<Change, bool>,
    /// What a check that begins now asks.
    pub(super) list: Rc<Checklist>,
    /// All lists of the tablet, for the runs that were made with another.
    pub(super) lists: Rc<Lists>,
    /// The explanation as it is given now, when it can be given without a hole.
    pub(super) notice: Option<Rc<NoticeSnapshot>>,
    pub(super) kept: bool,
    /// Tells whether the device kept the latest draft.
    pub(super) noted: Callback<bool>,
}

impl Desk {
    pub(super) fn to(&self, screen: Screen) -> Callback<()> {
        self.go.reform(move |()| screen.clone())
    }

    pub(super) fn tool_home(&self) -> Html {
        html! { <Button kind={ButtonKind::Tool} icon="home" onclick={self.to(Screen::Home)}>{ say("go_home") }</Button> }
    }

    pub(super) fn export_one(&self, kind: Kind, id: &str) -> Callback<(), (String, String)> {
        let (document, env, id) = (self.document.clone(), self.env, id.to_owned());
        Callback::from(move |()| {
            let mut one = store::only(&document, &id);
            one.exported_at = (env.now)();
            (file_name(kind, one.exported_at, &id), one.to_json())
        })
    }
}

/// What a person must know about the device's memory, with the cause one tap away.
pub(super) fn trouble_note(trouble: &Trouble) -> Html {
    let (key, cause) = match trouble {
        Trouble::NotKept => ("error.storage", None),
        Trouble::NoticeNotKept => ("notices.not_kept", None),
        Trouble::ListNotKept => ("lists.not_kept", None),
        Trouble::DraftNotKept => ("error.draft", None),
        Trouble::Unreadable(cause) => ("error.unreadable", Some(cause.clone())),
        Trouble::ListsUnreadable(cause) => ("lists.put_aside", Some(cause.clone())),
    };
    html! {
        <Note kind={NoteKind::Care} live={true}>
            <div class="note__body">
                <p>{ say(key) }</p>
                if let Some(cause) = cause {
                    <details class="cause"><summary>{ say("error.cause") }</summary><code>{ cause }</code></details>
                }
            </div>
        </Note>
    }
}
