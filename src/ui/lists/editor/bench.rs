//! What every part of the page works with: the list so far, what is wrong with it, what can be done; the buttons that move
//! and take out, and the words about what was just taken out.

use crate::domain::checklist::{ChecklistError, ListAction, ListDraft, Place, Problem};
use crate::domain::text::{Reading, Wording};
use crate::ui::controls::{Button, ButtonKind, said, say};
use std::rc::Rc;
use yew::prelude::*;

/// What a person does on the page.
#[derive(Clone, PartialEq)]
pub(super) enum Deed {
    Write(Place, Wording, String),
    /// A reading was given; the whole easy text, and where it stands.
    Read(Place, String, String),
    Add(ListAction),
    /// Up, or down.
    Move(String, bool),
    /// What it said, for whoever wants it back.
    Remove(String, String),
    PutBack,
    LetGo,
    /// Opens or closes an item.
    Toggle(String),
    /// Goes to a place that is wrong.
    See(String),
}

/// What was taken out last, and where the words about it stand.
#[derive(Clone, PartialEq)]
pub(super) struct Gone {
    pub id: String,
    pub from: Rc<ListDraft>,
    /// Path of what it was in.
    pub within: String,
    pub at: usize,
    pub said: String,
}

/// Where the focus goes when the page is drawn anew.
pub(super) enum Aim {
    /// The first words of something that has this id.
    Words(String),
    /// Its buttons, the first that can be pressed.
    Buttons(String, [&'static str; 2]),
    /// What stands at a path.
    Path(String),
}

/// What every part of the page works with.
#[derive(Clone, PartialEq)]
pub(super) struct Bench {
    pub draft: Rc<ListDraft>,
    pub problems: Rc<Vec<ChecklistError>>,
    /// The list was to be used and could not: gaps are named from now on, too.
    pub tried: bool,
    pub gone: Option<Rc<Gone>>,
    pub open: Rc<Vec<String>>,
    pub deed: Callback<Deed>,
}

impl Bench {
    /// What is wrong at a path, as far as it is said already: a text that nobody has begun is no mistake yet.
    pub fn wrong(&self, path: &str) -> Option<&Problem> {
        let error = self.problems.iter().find(|error| error.place == path)?;
        (self.tried || error.problem != Problem::Empty || self.is_half(path)).then_some(&error.problem)
    }

    /// Whether the other register of the same text is written.
    fn is_half(&self, path: &str) -> bool {
        let other = Reading::ALL.iter().find_map(|reading| path.strip_suffix(reading.name()));
        let both = Reading::ALL.iter().filter_map(|reading| Some(format!("{}{}", other?, reading.name())));
        both.filter(|path| self.problems.iter().any(|e| e.place == *path && e.problem == Problem::Empty))
            .count()
            == 1
    }

    /// Whether anything at a path, or below it, is said to be wrong.
    pub fn is_wrong_below(&self, path: &str) -> bool {
        self.problems.iter().any(|error| error.place.starts_with(path) && self.wrong(&error.place).is_some())
    }

    pub fn to(&self, deed: Deed) -> Callback<()> {
        self.deed.reform(move |()| deed.clone())
    }
}

/// The name in the page of what stands at a path of the list.
pub(super) fn id_of(path: &str) -> String {
    format!("own-{}", path.replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
}

/// The entries, and among them what is said about the one that was taken out.
pub(super) fn with_gone(bench: &Bench, within: &str, mut entries: Vec<Html>) -> Vec<Html> {
    if let Some(gone) = bench.gone.as_ref().filter(|gone| gone.within == within) {
        let note = html! {
            <div key="gone" class="note own__gone" role="status">
                <p class="note__body said">{ say("lists.removed") }{ " " }<bdi>{ said(&gone.said) }</bdi></p>
                <Button id={id_of("undo")} icon="undo" onclick={bench.to(Deed::PutBack)}>{ say("lists.put_back") }</Button>
                <Button kind={ButtonKind::Quiet} onclick={bench.to(Deed::LetGo)}>{ say("look.close") }</Button>
            </div>
        };
        entries.insert(gone.at.min(entries.len()), note);
    }
    entries
}

#[derive(Properties, PartialEq)]
pub(super) struct ToolsProps {
    pub deed: Callback<Deed>,
    /// Id in the list of what is moved or taken out.
    pub id: String,
    /// Its path.
    pub path: String,
    /// Whether it can go up, and down.
    pub can: [bool; 2],
    /// What it is called, heard before the words of each button.
    pub about: AttrValue,
    /// What it says, for whoever wants it back.
    pub said: String,
    #[prop_or_default]
    pub children: Html,
}

/// Up, down, away.
#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { id, path, can, about, said, .. } = props;
    let button = |name: &'static str, key: &'static str, icon: &'static str, can: bool, deed: Deed| {
        html! {
            <Button kind={ButtonKind::Tool} id={id_of(&format!("{path}.{name}"))} class={classes!(format!("own__{name}"))} {icon}
                disabled={!can} about={about.clone()} onclick={props.deed.reform(move |()| deed.clone())}>{ say(key) }</Button>
        }
    };
    html! {
        <div class="own__tools">
            { props.children.clone() }
            { button("up", "lists.up", "next", can[0], Deed::Move(id.clone(), true)) }
            { button("down", "lists.down", "next", can[1], Deed::Move(id.clone(), false)) }
            { button("remove", "lists.remove", "trash", true, Deed::Remove(id.clone(), said.clone())) }
        </div>
    }
}
