//! A group's own list being written: parts, items, sub-points, each in both registers.
//!
//! What is wrong with a list and what an action does to it is decided in [`crate::domain::checklist::own`]; here is the
//! page around it: what is open, where the focus goes, what was just taken out.

mod bench;
mod deeds;
mod item;
mod notation;
mod part;
mod point;
mod summary;
mod words;

use crate::browser::files;
use crate::domain::checklist::{
    Checklist, ListAction, ListDraft, Place,
    own::{self, edit, in_order},
};
use crate::ui::{
    consent::way_back,
    controls::{Button, ButtonKind, Frame, Heading, PrintButton, said, say},
    view::use_view,
};
use bench::{Aim, Bench, Deed, Gone, Tools, id_of, with_gone};
use deeds::{Around, deeds, settle_focus};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct EditorProps {
    /// Where writing begins, or goes on.
    pub draft: Rc<ListDraft>,
    /// Every change, so that nothing written is lost.
    pub onchange: Callback<Rc<ListDraft>>,
    /// The list is sound, and the group wants it.
    pub onuse: Callback<Rc<Checklist>>,
    pub onback: Callback<()>,
    #[prop_or_default]
    pub tools: Html,
}

struct Work(Rc<ListDraft>);

impl Reducible for Work {
    type Action = ListAction;

    fn reduce(self: Rc<Self>, action: ListAction) -> Rc<Self> {
        let next = edit(self.0.clone(), action);
        if Rc::ptr_eq(&next, &self.0) { self } else { Rc::new(Self(next)) }
    }
}

/// The page where a list is written. Every change is handed up at once; it is used only when nothing is wrong with it.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let words = use_view().words();
    let work = use_reducer(|| Work(props.draft.clone()));
    let (stage, aim) = (use_node_ref(), use_mut_ref(|| None::<Aim>));
    let gone = use_state_eq(|| None::<Rc<Gone>>);
    let open = use_state_eq(Rc::<Vec<String>>::default);
    let moved = use_state_eq(|| None::<(String, bool)>);
    let tried = use_state_eq(|| false);
    let looking = use_state_eq(|| false);
    let told = use_state_eq(|| None::<&'static str>);
    let draft = work.0.clone();
    {
        let (onchange, first) = (props.onchange.clone(), props.draft.clone());
        use_effect_with(draft.clone(), move |draft| {
            if !Rc::ptr_eq(draft, &first) {
                onchange.emit(draft.clone());
            }
        });
    }
    {
        let (stage, aim, draft) = (stage.clone(), aim.clone(), draft.clone());
        use_effect(move || settle_focus(&stage, &aim, &draft));
    }
    let problems = use_memo(draft.clone(), |draft| in_order(draft.problems()));

    let around = Around { aim: aim.clone(), gone: gone.clone(), open: open.clone(), moved: moved.clone() };
    // One callback for the life of the page, so that what did not change is not drawn anew with every letter.
    let latest = use_mut_ref(Callback::<Deed>::noop);
    latest.replace(deeds(work.dispatcher(), draft.clone(), around));
    let deed = use_memo((), move |()| {
        Callback::from(move |deed| {
            let now = latest.borrow().clone();
            now.emit(deed);
        })
    });
    let deed = (*deed).clone();
    let bench = Bench {
        draft: draft.clone(),
        problems: problems.clone(),
        tried: *tried,
        gone: (*gone).clone(),
        open: (*open).clone(),
        deed: deed.clone(),
    };
    let use_it = {
        let (draft, tried, onuse) = (draft.clone(), tried.clone(), props.onuse.clone());
        Callback::from(move |()| match draft.finish() {
            Ok(list) => onuse.emit(Rc::new(list)),
            Err(problems) => {
                tried.set(true);
                if let Some(first) = in_order(problems).into_iter().next() {
                    deed.emit(Deed::See(first.place));
                }
            }
        })
    };
    let look = {
        let looking = looking.clone();
        Callback::from(move |()| looking.set(!*looking))
    };
    if *looking {
        return html! {
            <Frame title={words.t("lists.title")} screen="list-look" tools={props.tools.clone()} actions={way_back(Some(look))}>
                <div class="stage__inner stage__inner--wide settle">
                    <Heading screen="list-look">{ said(words.pick(&draft.list.title)) }</Heading>
                    <super::Through list={Rc::new(draft.whole())} />
                    <div class="buttons"><PrintButton k="lists.print" /></div>
                </div>
            </Frame>
        };
    }
    let save = {
        let (draft, told) = (draft.clone(), told.clone());
        Callback::from(move |()| {
            let list = draft.whole();
            let saved = files::download(&own::file_name(&list), &own::to_file(&list));
            told.set(Some(if saved { "lists.saved" } else { "lists.not_saved" }));
        })
    };
    let actions = html! {
        <>
            <Button kind={ButtonKind::Primary} icon="check" onclick={use_it}>{ say("lists.use") }</Button>
            { way_back(Some(props.onback.clone())) }
        </>
    };
    let parts = (0..draft.list.lists.len()).map(
        |at| html! { <part::PartCard key={draft.list.lists[at].id.clone()} bench={bench.clone()} {at} /> },
    );
    let parts = with_gone(&bench, "lists", parts.collect());
    html! {
        <Frame title={words.t("lists.title")} screen="list-edit" tools={props.tools.clone()} {actions}>
            <div class="stage__inner stage__inner--wide own settle" ref={stage}>
                <Heading screen="list-edit">{ say("lists.edit_heading") }</Heading>
                <p class="lead said">{ say("lists.edit_lead") }</p>
                <notation::Notation open={draft.next < 3} />
                <p class="visually-hidden" role="status">
                    if let Some((id, up)) = &*moved {
                        { say(if *up { "lists.moved_up" } else { "lists.moved_down" }) }
                        { for draft.place_of(id).map(|path| super::place(&path, None, words)) }
                    }
                </p>
                <words::Pair bench={bench.clone()} path="title" place={Place::Title} label={words.t("lists.name")}
                    text={draft.list.title.clone()} />
                <div class="own__parts">{ for parts }</div>
                <div class="buttons">
                    <Button id={id_of("lists")} class="own__add" onclick={bench.to(Deed::Add(ListAction::AddPart))}>{ say("lists.add_part") }</Button>
                </div>
                <summary::Summary bench={bench.clone()} />
                <div class="buttons">
                    <Button icon="records" onclick={look}>{ say("lists.read") }</Button>
                    <Button icon="download" onclick={save}>{ say("lists.save") }</Button>
                </div>
                <div role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
            </div>
        </Frame>
    }
}
