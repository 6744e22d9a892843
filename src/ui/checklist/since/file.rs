//! A file from an earlier meeting: chosen, read, matched with the list, and asked about where that is not plain. What it
//! holds is decided in [`crate::domain::export::earlier`]; nothing is taken over here.

use crate::browser::files;
use crate::domain::{
    checklist::{Checklist, ChecklistRun},
    export::{Earlier, ImportError, MAX_BYTES, earlier},
    notice::Organization,
};
use crate::ui::{
    controls::{Button, Note, NoteKind, said, say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// What the latest file came to.
#[derive(Clone, PartialEq)]
enum Found {
    Nothing,
    Refused(ImportError),
    /// A whole document, with nothing to go on from: the key of the sentence that says why.
    Useless(&'static str),
    /// From a group of another name: asked about first.
    OtherGroup(Rc<Earlier>),
    /// Runs of several lists.
    Several(Rc<Earlier>),
    Read,
}

impl Found {
    /// What a file holds; the run where there is one and nothing to ask.
    fn of(found: Earlier, group_asked: bool) -> (Self, Option<Rc<ChecklistRun>>) {
        match (found.runs.as_slice(), &found.other_group) {
            ([], _) => (Self::Useless(if found.any { "since.no_fit" } else { "since.no_run" }), None),
            (_, Some(_)) if !group_asked => (Self::OtherGroup(Rc::new(found)), None),
            ([run], _) => (Self::Read, Some(Rc::new(run.clone()))),
            _ => (Self::Several(Rc::new(found)), None),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FromFileProps {
    /// The list that is going to be answered.
    pub list: Rc<Checklist>,
    /// The group of this device.
    pub organization: Rc<Organization>,
    /// A run was found, and chosen where there was a choice.
    pub onrun: Callback<Rc<ChecklistRun>>,
}

/// The way to an earlier run through a file.
#[component]
pub(super) fn FromFile(props: &FromFileProps) -> Html {
    let words = use_view().words();
    let found = use_state_eq(|| Found::Nothing);
    let settle = {
        let (found, onrun) = (found.clone(), props.onrun.clone());
        Callback::from(move |(now, run): (Found, Option<Rc<ChecklistRun>>)| {
            found.set(now);
            if let Some(run) = run {
                onrun.emit(run);
            }
        })
    };
    let onchange = {
        let (list, organization, settle) = (props.list.clone(), props.organization.clone(), settle.clone());
        Callback::from(move |event: Event| {
            let Some(file) = files::chosen(&event) else { return };
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a file's size is whole"
            )]
            let size = file.size() as usize;
            if size > MAX_BYTES {
                settle.emit((Found::Refused(ImportError::too_large(size)), None));
                return;
            }
            let (list, organization, settle) = (list.clone(), organization.clone(), settle.clone());
            let done = Callback::from(move |text: Option<String>| {
                let text = text.unwrap_or_default();
                settle.emit(match earlier(&text, &list, &organization) {
                    Ok(found) => Found::of(found, false),
                    Err(error) => (Found::Refused(error), None),
                });
            });
            files::read(&file, done);
        })
    };
    html! {
        <div class="from-file">
            <p class="small said" id="earlier-lead">{ say("since.file_lead") }</p>
            <label class="button file">
                <span class="said">{ say("since.file") }</span>
                <input type="file" accept=".json,application/json" aria-describedby="earlier-lead" {onchange} />
            </label>
            { tell(&found, &settle, words) }
        </div>
    }
}

fn tell(found: &Found, settle: &Callback<(Found, Option<Rc<ChecklistRun>>)>, words: Words) -> Html {
    match found {
        Found::Nothing => Html::default(),
        Found::Read => html! { <p class="small said" role="status">{ say("since.loaded") }</p> },
        Found::Useless(key) => {
            html! { <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say(key) }</p></Note> }
        }
        Found::Refused(error) => html! {
            <Note kind={NoteKind::Care} live={true}>
                <div class="note__body">
                    <p>{ say(error.key()) }</p>
                    if !error.place.is_empty() { <p class="small">{ say("import.place") }{ ": " }<code>{ error.place.clone() }</code></p> }
                    <details class="cause"><summary>{ say("error.cause") }</summary><code>{ error.cause.clone() }</code></details>
                </div>
            </Note>
        },
        Found::OtherGroup(earlier) => {
            let group = earlier.other_group.clone().unwrap_or_default();
            let text = words.with("since.other_group", &[("group", &group)]);
            let yes = {
                let earlier = earlier.clone();
                settle.reform(move |()| Found::of((*earlier).clone(), true))
            };
            let no = settle.reform(|()| (Found::Nothing, None));
            html! {
                <Note kind={NoteKind::Care} live={true}>
                    <div class="note__body">
                        <p>{ said(&text) }</p>
                        <div class="buttons">
                            <Button onclick={yes}>{ say("since.other_yes") }</Button>
                            <Button onclick={no}>{ say("since.other_no") }</Button>
                        </div>
                    </div>
                </Note>
            }
        }
        Found::Several(earlier) => {
            let runs = earlier.runs.iter().map(|run| {
                let onclick = {
                    let run = Rc::new(run.clone());
                    settle.reform(move |()| (Found::Read, Some(run.clone())))
                };
                html! {
                    <Button {onclick}>{ said(&run.list.title) }{ " " }<span class="small">{ run.finished_at.japanese_day() }</span></Button>
                }
            });
            html! {
                <Note live={true}>
                    <div class="note__body">
                        <p>{ say("since.several") }</p>
                        <div class="buttons">{ for runs }</div>
                    </div>
                </Note>
            }
        }
    }
}
