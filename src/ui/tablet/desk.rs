//! What every screen of the tablet works with: the document, the ways between screens, the changes it can make.

use super::{
    Screen,
    device::{self, Device, Trouble},
    list_shelf::Lists,
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
        }
    }
}

/// What every screen of the tablet works with.
#[derive(Clone, PartialEq)]
pub(super) struct Desk {
    pub(super) env: Env,
    /// What everything is kept by.
    pub(super) device: Device,
    pub(super) document: Rc<Document>,
    pub(super) go: Callback<Screen>,
    /// Changes the kept document; what becomes of it is told by the device.
    pub(super) update: Callback<Change>,
    /// What a check that begins now asks.
    pub(super) list: Rc<Checklist>,
    /// All lists of the tablet, for the runs that were made with another.
    pub(super) lists: Rc<Lists>,
    /// The explanation as it is given now, when it can be given without a hole.
    pub(super) notice: Option<Rc<NoticeSnapshot>>,
    /// Whether the device has everything that is shown.
    pub(super) kept: bool,
    /// Whether the records of people were read; until then there may be more of them than are shown.
    pub(super) ready: bool,
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
            let mut one = device::only(&document, &id);
            one.exported_at = (env.now)();
            (file_name(kind, one.exported_at, &id), one.to_json())
        })
    }
}

/// What a person must know about the device's memory, with the cause one tap away.
pub(super) fn trouble_note(trouble: &Trouble) -> Html {
    let (key, why, cause) = match trouble {
        Trouble::NotKept(error) => ("error.storage", Some(error.failure.key()), Some(error.cause.clone())),
        Trouble::NoticeNotKept => ("notices.not_kept", None, None),
        Trouble::ListNotKept => ("lists.not_kept", None, None),
        Trouble::DraftNotKept(error) => ("error.draft", Some(error.failure.key()), Some(error.cause.clone())),
        Trouble::DraftElsewhere => ("error.draft_elsewhere", None, None),
        Trouble::Unreadable(cause) => ("error.unreadable", None, Some(cause.clone())),
        Trouble::ListsUnreadable(cause) => ("lists.put_aside", None, Some(cause.clone())),
    };
    html! {
        <Note kind={NoteKind::Care} live={true}>
            <div class="note__body">
                <p>{ say(key) }</p>
                if let Some(why) = why { <p class="small said">{ say(why) }</p> }
                if let Some(cause) = cause {
                    <details class="cause"><summary>{ say("error.cause") }</summary><code>{ cause }</code></details>
                }
            </div>
        </Note>
    }
}
