//! Choosing the list of the check: the built-in ones, the group's own, what is put behind; each read through before it is
//! used. Writing one begins here, too.

use super::{
    Desk, Screen,
    desk::trouble_note,
    list_files::{FileOf, Load, Remove},
    list_shelf::{Lists, OwnList},
    list_write::{Writing, new_id, unless_begun},
};
use crate::domain::checklist::{Checklist, ListDraft, own::Unsound};
use crate::ui::{
    consent::way_back,
    controls::{
        Button, ButtonKind, Check, Frame, Heading, Icon, Note, NoteKind, Picture, PrintButton, Subheading,
        said, say,
    },
    lists::{Through, counted, listed},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// What the group wants of the lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wish {
    /// A list that is there.
    Use(String),
    /// An addition on or off.
    Add(String, bool),
    /// A list of its own from a file, new or in a new version, and in use.
    Take(Rc<Checklist>),
    /// The same of the one that was being written; its draft goes when the device has the list.
    Finish(Rc<Checklist>),
    /// One of its own away.
    Remove(String),
}

/// Where choosing began, and leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The group's settings.
    Settings,
    /// The opening words of a check.
    Check,
}

impl Way {
    pub(super) fn back(self) -> Screen {
        match self {
            Self::Settings => Screen::Settings { then_consent: false },
            Self::Check => Screen::Check(None),
        }
    }

    /// Where a list that was chosen is seen.
    pub(super) fn chosen(self) -> Screen {
        match self {
            Self::Settings => Screen::Lists(self),
            Self::Check => Screen::Check(None),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct AnotherProps {
    pub desk: Desk,
}

/// The quiet way from the opening words of a check to another list; none where the host page decides.
#[component]
pub(super) fn Another(props: &AnotherProps) -> Html {
    let desk = &props.desk;
    let words = use_view().words();
    if desk.lists.given.is_some() {
        return Html::default();
    }
    html! {
        <div class="list__another">
            <p class="small said">{ said(&counted(&desk.list, words)) }</p>
            <Button icon="records" onclick={desk.to(Screen::Lists(Way::Check))}>{ say("lists.choose") }</Button>
        </div>
    }
}

/// What is read through.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Origin {
    /// Built in, whole.
    BuiltIn,
    /// Built in, to be put behind another.
    Addition,
    /// The group's own, on this device.
    Own,
    /// From a file; nothing is kept of it yet.
    File,
}

#[derive(Properties, PartialEq)]
pub(super) struct ChooseProps {
    pub desk: Desk,
    pub lists: Rc<Lists>,
    pub way: Way,
    pub onwish: Callback<(Wish, Screen)>,
}

/// The cards, what is put behind, and the group's own.
#[component]
pub(super) fn Choose(props: &ChooseProps) -> Html {
    let ChooseProps { desk, lists, way, onwish } = props;
    let words = use_view().words();
    let way = *way;
    let card = |list: Rc<Checklist>, origin: Origin| {
        let in_use = lists.uses(&list.id);
        let picture = drawing(&list.id);
        let onclick = desk.to(Screen::List(list.clone(), origin, way)).reform(|_: MouseEvent| ());
        html! {
            <li key={list.id.clone()}>
                <button type="button" class="volume" part="door" {onclick} aria-current={in_use.then_some("true")}>
                    <Picture class="volume__picture" name={picture} />
                    <span class="volume__title said">{ said(words.pick(&list.title)) }</span>
                    <span class="volume__audience said">{ parts(&list, words) }</span>
                    <span class="volume__count said">{ said(&counted(&list, words)) }</span>
                    if in_use { <span class="volume__mark"><Icon name="check" /><span class="said">{ say("notices.in_use") }</span></span> }
                </button>
            </li>
        }
    };
    let whole = Checklist::WHOLE.iter().filter_map(|id| Checklist::builtin(id));
    let whole = whole.map(|list| card(Rc::new(list), Origin::BuiltIn));
    let own = lists.own.iter().filter_map(|own| own.list.clone().ok()).map(|list| card(list, Origin::Own));
    let own: Vec<Html> = own.collect();
    let damaged =
        lists.own.iter().filter_map(|own| Some(broken(own, own.list.as_ref().err()?, onwish, way, words)));
    let additions = Checklist::ADDITIONS.iter().filter_map(|id| Checklist::builtin(id)).map(|list| {
        let (on, fits) = lists.adds(&list.id);
        let onchange = {
            let (onwish, id) = (onwish.clone(), list.id.clone());
            Callback::from(move |on| onwish.emit((Wish::Add(id.clone(), on), Screen::Lists(way))))
        };
        let text = words.t("lists.add").replace("{{title}}", words.pick(&list.title));
        html! {
            <div class="list__add" key={list.id.clone()}>
                <Check {text} checked={on} {onchange} />
                if on && !fits { <Note><p class="note__body">{ say("lists.has_it") }</p></Note> }
                <div class="list__another">
                    <p class="small said">{ said(&counted(&list, words)) }</p>
                    <Button onclick={desk.to(Screen::List(Rc::new(list), Origin::Addition, way))}>{ say("lists.read") }</Button>
                </div>
            </div>
        }
    });
    html! {
        <Frame title={words.t("lists.title")} screen="lists" tools={desk.tool_home()} actions={way_back(Some(desk.to(way.back())))}>
            <div class="stage__inner stage__inner--wide settle">
                <Heading screen="lists">{ say("lists.heading") }</Heading>
                <p class="lead said">{ say("lists.lead") }</p>
                if lists.is_unreadable() {
                    <Note kind={NoteKind::Care}><p class="note__body">{ say("lists.unreadable") }</p></Note>
                }
                { for lists.trouble.as_ref().map(trouble_note) }
                if !lists.kept {
                    <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say("lists.not_kept") }</p></Note>
                }
                <ul class="volumes">{ for whole }</ul>
                <section class="card">
                    <Subheading>{ say("lists.behind") }</Subheading>
                    <>{ for additions }</>
                </section>
                <section class="card">
                    <Subheading>{ say("lists.own") }</Subheading>
                    if !own.is_empty() { <ul class="volumes">{ for own }</ul> }
                    <>{ for damaged }</>
                    <p class="said">{ say("lists.own_lead") }</p>
                    <div class="list__ways">
                        <Writing desk={desk.clone()} {way} />
                        <Load desk={desk.clone()} {way} />
                    </div>
                    <p class="small said">{ say("lists.own_kept") }</p>
                </section>
            </div>
        </Frame>
    }
}

/// An own list that this version cannot read: kept as it came, to be saved, mended and loaded again.
fn broken(own: &OwnList, wrong: &Unsound, onwish: &Callback<(Wish, Screen)>, way: Way, words: Words) -> Html {
    let remove = onwish.reform({
        let id = own.id.clone();
        move |()| (Wish::Remove(id.clone()), Screen::Lists(way))
    });
    html! {
        <div class="list__broken" key={own.id.clone()}>
            { listed(&wrong.problems, words) }
            <div class="buttons">
                <FileOf text={own.text.clone()} />
                <Remove onremove={remove} />
            </div>
        </div>
    }
}

/// What a list is about: the titles of its parts.
fn parts(list: &Checklist, words: Words) -> Html {
    let titles = list.lists.iter().enumerate().map(|(at, part)| {
        html! { <>{ if at > 0 { "・" } else { "" } }{ said(words.pick(&part.title)) }</> }
    });
    titles.collect()
}

/// The drawing on the card of a built-in list.
fn drawing(id: &str) -> &'static str {
    match id {
        "salon" => "meeting",
        "facility" => "care",
        "safety" => "keep",
        _ => "pen",
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LookProps {
    pub desk: Desk,
    pub lists: Rc<Lists>,
    pub list: Rc<Checklist>,
    pub origin: Origin,
    pub way: Way,
    pub onwish: Callback<(Wish, Screen)>,
}

/// One list read through; it is used from here.
#[component]
pub(super) fn Look(props: &LookProps) -> Html {
    let LookProps { desk, lists, list, origin, way, onwish } = props;
    let words = use_view().words();
    let again = use_force_update();
    let way = *way;
    let id = list.id.clone();
    let (added, _) = lists.adds(&id);
    let in_use = match origin {
        Origin::Addition => added,
        Origin::File => false,
        Origin::BuiltIn | Origin::Own => lists.uses(&id),
    };
    let (key, icon, wish, then) = match origin {
        Origin::Addition if added => {
            ("lists.add_not", "undo", Wish::Add(id.clone(), false), Screen::Lists(way))
        }
        Origin::Addition => ("lists.add_this", "check", Wish::Add(id.clone(), true), Screen::Lists(way)),
        Origin::File => ("lists.use", "check", Wish::Take(list.clone()), way.chosen()),
        Origin::BuiltIn | Origin::Own => ("lists.use", "check", Wish::Use(id.clone()), way.chosen()),
    };
    let replaces = *origin == Origin::File && lists.own.iter().any(|own| own.id == id);
    let offered = !in_use || *origin == Origin::Addition;
    let onclick = onwish.reform(move |()| (wish.clone(), then.clone()));
    let actions = html! {
        <>
            if offered { <Button kind={ButtonKind::Primary} {icon} {onclick}>{ say(key) }</Button> }
            { way_back(Some(desk.to(Screen::Lists(way)))) }
        </>
    };
    let draft = match origin {
        Origin::Own => Some(("lists.change", ListDraft::of(list))),
        Origin::BuiltIn | Origin::Addition => Some(("lists.copy", ListDraft::copy(&new_id(desk.env), list))),
        Origin::File => None,
    };
    // One list is written at a time; the one that was begun is never walked over.
    let busy = desk.device.list_draft().is_some();
    let write = draft.filter(|_| !busy).map(|(key, draft)| {
        let write = desk.to(Screen::Write(Rc::new(draft), way));
        html! { <Button icon="pen" onclick={unless_begun(&desk.device, &again, write)}>{ say(key) }</Button> }
    });
    let remove = onwish.reform(move |()| (Wish::Remove(id.clone()), Screen::Lists(way)));
    let screen = format!("list-{}", list.id);
    html! {
        <Frame title={words.t("lists.title")} screen={screen.clone()} tools={desk.tool_home()} {actions}>
            <div class="stage__inner stage__inner--wide settle">
                <Heading {screen}>{ said(words.pick(&list.title)) }</Heading>
                if in_use { <p class="volume__mark"><Icon name="check" /><span class="said">{ say("notices.in_use") }</span></p> }
                <p class="lead said">{ said(&counted(list, words)) }</p>
                if replaces { <Note><p class="note__body">{ say("lists.replaces") }</p></Note> }
                <Through list={list.clone()} />
                <div role="status">
                    if busy && *origin != Origin::File { <p class="small said">{ say("lists.busy") }</p> }
                </div>
                <div class="buttons">
                    <>{ for write }</>
                    <PrintButton k="lists.print" />
                    if *origin == Origin::Own {
                        <FileOf list={list.clone()} />
                        <Remove onremove={remove} />
                    }
                </div>
            </div>
        </Frame>
    }
}
