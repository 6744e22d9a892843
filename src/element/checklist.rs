//! `<nattoku-checklist>`: one ○△× run.

use super::attributes::{Attributes, Templates};
use super::core::{ElementProps, Kind, TakeList};
use super::drafts::{Drafts, use_drafts};
use super::host::use_embed_view;
use super::link::{Command, Link, use_ready};
use super::lists::{LISTS, OWN};
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
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// A run that was left in the middle, by the id of its list: another page of the same group may ask something else.
const DRAFT: &str = "checklist.draft.";
/// Where earlier versions of the element kept the one draft of all lists.
const OLD_DRAFT: &str = "checklist.draft";

fn place(list: &str) -> String {
    format!("{DRAFT}{list}")
}

fn kept(drafts: &Drafts, place: &str, list: &str) -> Option<CheckSession> {
    CheckSession::restore(&drafts.get(place)?).ok().filter(|draft| draft.list.id == list)
}

/// What was left in the middle with this list. A draft of an earlier version moves to its place.
fn left(drafts: &Drafts, list: &str) -> Option<Rc<CheckSession>> {
    drafts.begin(&place(list));
    let draft = kept(drafts, &place(list), list).or_else(|| {
        let draft = kept(drafts, OLD_DRAFT, list)?;
        drafts.put(&place(list), json::text(&draft));
        drafts.remove(OLD_DRAFT);
        Some(draft)
    });
    draft.map(Rc::new)
}

/// Forgets what was left in the middle with this list; the check of another embed stays.
fn forget(drafts: &Drafts, list: &str) {
    drafts.remove(&place(list));
    if kept(drafts, OLD_DRAFT, list).is_some() {
        drafts.remove(OLD_DRAFT);
    }
}

pub(super) struct ChecklistElement;

impl Kind for ChecklistElement {
    type Component = ChecklistHost;
    const KEEP: Keep = Keep::None;
    const TEMPLATES: &Templates = &LISTS;
    const TAKE_LIST: Option<TakeList> = Some(OWN);
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
    let (store, opened) = use_drafts(attributes.keep, &[OLD_DRAFT], link);
    use_ready(link);
    let view = use_embed_view(attributes);
    let list = use_memo((attributes.template.clone(), props.list.clone()), |(names, own)| {
        own.clone().unwrap_or_else(|| Rc::new(Checklist::named(names).unwrap_or_else(Checklist::salon)))
    });
    let list = (*list).clone();
    let finished = use_state_eq(|| None::<Finished>);
    let round = use_state_eq(|| 0_u32);
    let env = Env::browser();
    link.put_organization((**organization).clone());
    // As long as nothing was said, another list of the host page begins another run; afterwards the run goes on with
    // its own, whatever the page makes of the list meanwhile.
    let begun: Begun = use_mut_ref(|| None);
    {
        let (finished, round, link) = (finished.clone(), round.clone(), link.clone());
        let (begun, list, store) = (begun.clone(), list.id.clone(), store.clone());
        let listen = Callback::from(move |command| {
            match command {
                Command::Load(document) => {
                    let run = document.checklist_runs.first().cloned().map(Rc::new);
                    finished.set(run.map(|run| Finished { document, run }));
                }
                Command::Reset => {
                    // The run that is going on, and what would begin in its place.
                    let going = begun.borrow().clone().filter(|(begun, _)| *begun == *round);
                    going.iter().for_each(|(_, going)| forget(&store, &going.id));
                    forget(&store, &list);
                    link.put(None);
                    finished.set(None);
                }
                // A check explains nothing.
                Command::PrintNotice => return,
            }
            round.set(*round + 1);
        });
        props.link.listen(listen);
    }
    let going = begun.borrow().clone().filter(|(begun, _)| *begun == *round).map(|(_, list)| list);
    let edition = use_mut_ref(|| (list.clone(), 0_u32));
    let asked = going.unwrap_or_else(|| list.clone());
    if edition.borrow().0 != asked {
        let next = edition.borrow().1 + 1;
        edition.replace((asked.clone(), next));
    }
    let turn = (*round, edition.borrow().1);
    let draft = use_memo((turn, asked.id.clone(), opened), |(_, id, opened)| {
        opened.then(|| left(&store, id)).flatten()
    });
    let inside = match &*finished {
        // Nothing that a draft could change a moment later.
        None if !opened => Html::default(),
        // What a finished run was made with: the list of now, or a built-in one.
        Some(done) => {
            let same = list.digest() == done.run.list.digest;
            let of_run = (!same).then(|| Checklist::of_run(&done.run.list, &[])).flatten();
            closing(done, &of_run.map_or(list, Rc::new), attributes, link)
        }
        None => {
            let onsaid = said((link, &store, env), &finished, &begun, *round);
            let key = format!("{} {}", turn.0, turn.1);
            html! {
                <Checkup {key} list={asked} {env} draft={(*draft).clone()} {onsaid}
                    meeting={attributes.meeting} organization={organization.clone()} />
            }
        }
    };
    html! { <Viewport {view}>{ inside }</Viewport> }
}

/// The round in which something was said, and the list it goes on with.
type Begun = Rc<RefCell<Option<(u32, Rc<Checklist>)>>>;

fn said(
    (link, store, env): (&Link, &Rc<Drafts>, Env),
    finished: &UseStateHandle<Option<Finished>>,
    begun: &Begun,
    round: u32,
) -> Callback<CheckSaid> {
    let (link, store, finished, begun) = (link.clone(), store.clone(), finished.clone(), begun.clone());
    Callback::from(move |said: CheckSaid| match said {
        CheckSaid::Changed(session) => {
            if !session.is_worth_keeping() {
                return;
            }
            *begun.borrow_mut() = Some((round, session.list.clone()));
            store.put(&place(&session.list.id), json::text(&*session));
            let marked = json::object(&[("marked", &session.marks.len())]);
            link.tell("nattoku-change", Some(&json::text(&marked)));
        }
        CheckSaid::Finished(run, _) => {
            forget(&store, &run.list.id);
            let mut document = Document::new((env.now)(), link.organization());
            document.checklist_runs.push((*run).clone());
            let document = Rc::new(document);
            link.put(Some(document.clone()));
            finished.set(Some(Finished { document: document.clone(), run }));
            link.tell("nattoku-complete", Some(&document.to_json()));
        }
    })
}

fn closing(done: &Finished, list: &Rc<Checklist>, attributes: &Attributes, link: &Link) -> Html {
    let export = {
        let done = done.clone();
        Callback::from(move |()| {
            let name = file_name(File::Checklist, done.document.exported_at, &done.run.id);
            (name, done.document.to_json())
        })
    };
    let onnext = (!attributes.readonly).then(|| {
        let link = link.clone();
        Callback::from(move |()| link.command(Command::Reset))
    });
    html! {
        <RunClosing run={done.run.clone()} list={list.clone()} {export} {onnext} meeting={attributes.meeting}
            runs={Rc::new(done.document.checklist_runs.clone())}
            organization={Rc::new(done.document.organization.clone())} />
    }
}
