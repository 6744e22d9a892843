//! The way in and out for files: everything as one file, a file back in, and erasing. A staff screen.

use super::{Desk, Screen, desk::trouble_note, device::Trouble};
use crate::app::store::StoreError;
use crate::browser::files;
use crate::domain::export::{Document, Doubt, ImportError, Kind, MAX_BYTES, Merged, file_name, import};
use crate::ui::{
    consent::way_back,
    controls::{Button, Frame, Heading, Note, NoteKind, Subheading, between, said, say},
    view::use_view,
    wording::Words,
};
use std::{cell::Cell, rc::Rc};
use yew::prelude::*;

/// What the latest file did.
#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Saved(bool),
    /// Too much for one file: each is saved on its own, because a browser refuses several at once.
    Parts(Rc<Parts>),
    TakenIn(Merged, Vec<Doubt>),
    Refused(ImportError),
    NotKept(StoreError),
    Erased,
}

/// The files that all records together make.
struct Parts {
    name: String,
    parts: Vec<Document>,
    /// Which were saved so far, as bits.
    saved: Cell<u64>,
}

impl PartialEq for Parts {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DataProps {
    pub desk: Desk,
}

#[component]
pub(super) fn Data(props: &DataProps) -> Html {
    let desk = &props.desk;
    let words = use_view().words();
    let outcome = use_state_eq(|| Outcome::Nothing);
    let sure = use_state_eq(|| false);
    let env = desk.env;
    let save = {
        let (device, outcome) = (desk.device.clone(), outcome.clone());
        Callback::from(move |()| {
            let (device, outcome) = (device.clone(), outcome.clone());
            yew::platform::spawn_local(async move {
                device.whole().await;
                // What another window deleted is in no copy.
                device.look_again().await;
                let mut whole = (*device.document()).clone();
                whole.exported_at = (env.now)();
                let name = file_name(Kind::Backup, whole.exported_at, &(env.new_id)());
                let parts = whole.parts(MAX_BYTES);
                outcome.set(match &parts[..] {
                    [one] => Outcome::Saved(files::download(&name, &one.to_json())),
                    _ => Outcome::Parts(Rc::new(Parts { name, parts, saved: Cell::new(0) })),
                });
            });
        })
    };
    let chosen = {
        let (desk, outcome) = (desk.clone(), outcome.clone());
        Callback::from(move |event: Event| {
            let Some(file) = files::chosen(&event) else { return };
            let (desk, outcome) = (desk.clone(), outcome.clone());
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a file's size is whole"
            )]
            let size = file.size() as usize;
            if size > MAX_BYTES {
                outcome.set(Outcome::Refused(ImportError::too_large(size)));
                return;
            }
            let done = Callback::from(move |text: Option<String>| {
                let (desk, outcome) = (desk.clone(), outcome.clone());
                yew::platform::spawn_local(async move {
                    outcome.set(take_in(&desk, &text.unwrap_or_default()).await);
                });
            });
            files::read(&file, done);
        })
    };
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let erase = {
        let (device, outcome, sure) = (desk.device.clone(), outcome.clone(), sure.clone());
        Callback::from(move |()| {
            sure.set(false);
            let (device, outcome) = (device.clone(), outcome.clone());
            yew::platform::spawn_local(async move {
                outcome.set(match device.erase().await {
                    Ok(()) => Outcome::Erased,
                    Err(error) => Outcome::NotKept(error),
                });
            });
        })
    };
    let count = (desk.document.consents.len() + desk.document.checklist_runs.len()).to_string();
    html! {
        <Frame title={words.t("data.title")} screen="data" tools={desk.tool_home()} actions={way_back(Some(desk.to(Screen::Home)))}>
            <div class="stage__inner">
                <Heading screen="data">{ say("data.heading") }</Heading>
                { tell(&outcome, desk, words) }
                <section class="card">
                    <Subheading>{ say("data.export") }</Subheading>
                    <p class="said">{ said(&words.with("data.export_lead", &[("count", &count)])) }</p>
                    <p class="small said">{ say("closing.export_warn") }</p>
                    <div class="buttons"><Button icon="download" onclick={save}>{ say("data.export_do") }</Button></div>
                </section>
                <section class="card">
                    <Subheading>{ say("data.import") }</Subheading>
                    <p class="said" id="import-lead">{ say("data.import_lead") }</p>
                    <label class="button file">
                        <span class="said">{ say("data.import_do") }</span>
                        <input type="file" accept=".json,application/json" aria-describedby="import-lead" onchange={chosen} />
                    </label>
                </section>
                <section class="card">
                    <Subheading>{ say("data.erase") }</Subheading>
                    <p class="said">{ say("data.erase_lead") }</p>
                    <div class="buttons"><Button icon="trash" expanded={*sure} onclick={ask.clone()}>{ say("data.erase_do") }</Button></div>
                    if *sure {
                        <Note kind={NoteKind::Care} live={true}>
                            <div class="note__body">
                                <p>{ say("data.erase_sure") }</p>
                                <div class="buttons">
                                    <Button onclick={erase}>{ say("data.erase_yes") }</Button>
                                    <Button onclick={ask}>{ say("data.erase_no") }</Button>
                                </div>
                            </div>
                        </Note>
                    }
                </section>
            </div>
        </Frame>
    }
}

async fn take_in(desk: &Desk, text: &str) -> Outcome {
    let imported = match import(text) {
        Ok(imported) => imported,
        Err(error) => return Outcome::Refused(error),
    };
    match desk.device.take_in(imported.document).await {
        Ok((merged, Ok(()))) => Outcome::TakenIn(merged, imported.doubts),
        Ok((_, Err(error))) => Outcome::NotKept(error),
        Err(error) => Outcome::Refused(error),
    }
}

fn tell(outcome: &Outcome, desk: &Desk, words: Words) -> Html {
    match outcome {
        Outcome::Nothing => Html::default(),
        Outcome::Parts(parts) => html! { <PartFiles parts={parts.clone()} /> },
        Outcome::Saved(true) => calm("closing.saved"),
        Outcome::Saved(false) => {
            html! { <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say("closing.not_saved") }</p></Note> }
        }
        Outcome::Erased => calm("data.erased"),
        Outcome::NotKept(error) => trouble_note(&Trouble::NotKept(error.clone())),
        Outcome::TakenIn(merged, doubts) => {
            let added = words.with("data.imported", &[("added", &merged.added.to_string())]);
            let known = (merged.known > 0)
                .then(|| words.with("data.imported_known", &[("known", &merged.known.to_string())]));
            html! {
                <>
                    <Note live={true}>
                        <p class="note__body">{ said(&added) }{ for known.map(|known| html! { <>{ between() }{ said(&known) }</> }) }</p>
                    </Note>
                    { for doubts.iter().map(|doubt| doubtful(doubt, desk, words)) }
                </>
            }
        }
        Outcome::Refused(error) => html! {
            <Note kind={NoteKind::Care} live={true}>
                <div class="note__body">
                    <p>{ say(error.key()) }{ between() }{ say("import.kept") }</p>
                    if !error.place.is_empty() { <p class="small">{ say("import.place") }{ ": " }<code>{ error.place.clone() }</code></p> }
                    <details class="cause"><summary>{ say("error.cause") }</summary><code>{ error.cause.clone() }</code></details>
                </div>
            </Note>
        },
    }
}

#[derive(Properties, PartialEq)]
struct PartFilesProps {
    parts: Rc<Parts>,
}

/// A button for each file; one that was saved says so.
#[component]
fn PartFiles(props: &PartFilesProps) -> Html {
    let parts = &props.parts;
    let words = use_view().words();
    let again = use_force_update();
    let count = parts.parts.len().to_string();
    let buttons = (0..parts.parts.len()).map(|at| {
        let (parts, again) = (parts.clone(), again.clone());
        let is_saved = parts.saved.get() & (1 << at.min(63)) != 0;
        let label = words.with("data.part_do", &[("n", &(at + 1).to_string()), ("count", &count)]);
        let save = Callback::from(move |()| {
            let name = parts.name.replace(".json", &format!("-{}.json", at + 1));
            if files::download(&name, &parts.parts[at].to_json()) {
                parts.saved.set(parts.saved.get() | (1 << at.min(63)));
            }
            again.force_update();
        });
        html! { <Button key={at} icon={if is_saved { "check" } else { "download" }} onclick={save}>{ said(&label) }</Button> }
    });
    html! {
        <Note live={true}>
            <div class="note__body">
                <p>{ said(&words.with("data.parts", &[("count", &count)])) }</p>
                <div class="buttons">{ for buttons }</div>
            </div>
        </Note>
    }
}

fn calm(key: &'static str) -> Html {
    html! { <Note live={true}><p class="note__body">{ say(key) }</p></Note> }
}

/// What does not prove itself. A history that is broken is named by its person and the day it breaks at.
fn doubtful(doubt: &Doubt, desk: &Desk, words: Words) -> Html {
    let care = |inside: Html| html! { <Note kind={NoteKind::Care}>{ inside }</Note> };
    let (consent, event, how) = match doubt {
        Doubt::Document => return care(html! { <p class="note__body">{ say("data.doubt_document") }</p> }),
        Doubt::Notice(_) => return care(html! { <p class="note__body">{ say("data.doubt_notice") }</p> }),
        Doubt::Unsealed(consent) => (consent, 0, "seal.unsealed"),
        Doubt::History { consent, event, how } => (consent, *event, how.key()),
    };
    let known = desk.document.consents.iter().find(|known| known.id == *consent);
    let named = known.map(|known| {
        let date = known.events.get(event).map(|event| event.recorded_at.to_japanese()).unwrap_or_default();
        words.with("data.doubt_history", &[("name", &known.subject.name), ("date", &date)])
    });
    care(html! {
        <>
            <div class="note__body">
                if let Some(named) = named { <p><strong>{ said(&named) }</strong></p> }
                <p>{ say(how) }</p>
            </div>
            if let Some(known) = known {
                <Button onclick={desk.to(Screen::Record(known.id.clone()))} about={known.subject.name.clone()}>{ say("records.open") }</Button>
            }
        </>
    })
}
