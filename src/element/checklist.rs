//! `<nattoku-checklist>`: one ○△× run.

use super::core::{ElementProps, Kind};
use super::host::use_embed_view;
use super::link::{Command, Link, use_ready};
use crate::browser::{Env, storage::Keep};
use crate::domain::{
    checklist::{CheckSession, Checklist, ChecklistRun},
    export::{Document, Kind as File, file_name},
    json,
};
use crate::ui::{
    checklist::{CheckSaid, Checkup, RunClosing},
    view::Viewport,
};
use std::rc::Rc;
use yew::prelude::*;

const DRAFT: &str = "checklist.draft";

pub(super) struct ChecklistElement;

impl Kind for ChecklistElement {
    type Component = ChecklistHost;
    const KEEP: Keep = Keep::None;
}

#[derive(Clone, PartialEq)]
struct Finished {
    document: Rc<Document>,
    run: Rc<ChecklistRun>,
}

/// What stands inside the element.
#[component]
pub fn ChecklistHost(props: &ElementProps) -> Html {
    let ElementProps { attributes, organization, link, .. } = props;
    use_ready(link);
    let view = use_embed_view(attributes);
    let list = use_memo((), |()| Checklist::salon());
    let finished = use_state_eq(|| None::<Finished>);
    let round = use_state_eq(|| 0_u32);
    let env = Env::browser(attributes.keep);
    link.put_organization((**organization).clone());
    {
        let (finished, round, link, keep) = (finished.clone(), round.clone(), link.clone(), attributes.keep);
        let listen = Callback::from(move |command| {
            match command {
                Command::Load(document, _) => {
                    let run = document.checklist_runs.first().cloned().map(Rc::new);
                    finished.set(run.map(|run| Finished { document, run }));
                }
                Command::Reset => {
                    keep.remove(DRAFT);
                    link.put(None, true);
                    finished.set(None);
                }
                // A check explains nothing.
                Command::PrintNotice => return,
            }
            round.set(*round + 1);
        });
        props.link.listen(listen);
    }
    let draft = use_memo(*round, |_| {
        let text = env.keep.get(DRAFT)?;
        CheckSession::restore(&text).ok().filter(|draft| draft.list.id == list.id).map(Rc::new)
    });
    let inside = match &*finished {
        Some(done) => closing(done, &list, attributes.readonly, link),
        None => {
            let onsaid = said(link, env, &finished);
            html! { <Checkup key={*round} list={list.clone()} {env} draft={(*draft).clone()} {onsaid} /> }
        }
    };
    html! { <Viewport {view}>{ inside }</Viewport> }
}

fn said(link: &Link, env: Env, finished: &UseStateHandle<Option<Finished>>) -> Callback<CheckSaid> {
    let (link, finished) = (link.clone(), finished.clone());
    Callback::from(move |said: CheckSaid| match said {
        CheckSaid::Changed(session) => {
            if !session.is_worth_keeping() {
                return;
            }
            if env.keep.set(DRAFT, &json::text(&*session)).is_err() {
                link.tell_error("storage.full", "draft", "the device did not keep the draft");
            }
            let marked = json::object(&[("marked", &session.marks.len())]);
            link.tell("nattoku-change", Some(&json::text(&marked)));
        }
        CheckSaid::Finished(run) => {
            env.keep.remove(DRAFT);
            let mut document = Document::new((env.now)(), link.organization());
            document.checklist_runs.push((*run).clone());
            let document = Rc::new(document);
            link.put(Some(document.clone()), true);
            finished.set(Some(Finished { document: document.clone(), run }));
            link.tell("nattoku-complete", Some(&document.to_json()));
        }
    })
}

fn closing(done: &Finished, list: &Rc<Checklist>, readonly: bool, link: &Link) -> Html {
    let export = {
        let done = done.clone();
        Callback::from(move |()| {
            let name = file_name(File::Checklist, done.document.exported_at, &done.run.id);
            (name, done.document.to_json())
        })
    };
    let onnext = (!readonly).then(|| {
        let link = link.clone();
        Callback::from(move |()| link.command(Command::Reset))
    });
    html! { <RunClosing run={done.run.clone()} list={list.clone()} {export} {onnext} /> }
}
