//! Lists as files: one read in, with everything wrong named; one saved; one taken away after asking.

use super::{
    Desk, Screen,
    list_write::unless_begun,
    lists::{Origin, Way},
};
use crate::browser::files;
use crate::domain::checklist::{
    Checklist, ListDraft,
    own::{self, Unsound},
};
use crate::ui::{
    controls::{Button, Icon, Note, NoteKind, said, say},
    lists::listed,
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

/// The largest file that is looked at, in bytes. The longest built-in list is a twentieth of it.
const MAX_BYTES: f64 = 1_048_576.0;

#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    TooLarge,
    Refused(String, Rc<Unsound>),
}

#[derive(Properties, PartialEq)]
pub(super) struct LoadProps {
    pub desk: Desk,
    pub way: Way,
}

/// The way in for a file. A sound list is read through next; another one is refused, and mended in the page where that
/// can be done.
#[component]
pub(super) fn Load(props: &LoadProps) -> Html {
    let LoadProps { desk, way } = props;
    let words = use_view().words();
    let way = *way;
    let outcome = use_state_eq(|| Outcome::Nothing);
    let again = use_force_update();
    let chosen = {
        let (go, outcome) = (desk.go.clone(), outcome.clone());
        Callback::from(move |event: Event| {
            let Some(file) = files::chosen(&event) else { return };
            if file.size() > MAX_BYTES {
                outcome.set(Outcome::TooLarge);
                return;
            }
            let (go, outcome, name) = (go.clone(), outcome.clone(), file.name());
            let done =
                Callback::from(move |text: Option<String>| match own::read(&text.unwrap_or_default()) {
                    Ok(list) => go.emit(Screen::List(Rc::new(list), Origin::File, way)),
                    Err(unsound) => outcome.set(Outcome::Refused(name.clone(), Rc::new(unsound))),
                });
            files::read(&file, done);
        })
    };
    let refused = match &*outcome {
        Outcome::Nothing => Html::default(),
        Outcome::TooLarge => {
            html! { <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say("lists.too_large") }</p></Note> }
        }
        Outcome::Refused(file, unsound) => {
            let count = unsound.problems.len().to_string();
            let busy = desk.device.list_draft().is_some();
            let mend = unsound.list.as_ref().filter(|_| !busy).map(|list| {
                let (draft, go, device) =
                    (Rc::new(ListDraft::of(list)), desk.go.clone(), desk.device.clone());
                // What came with the file is kept from here on, whatever is written after it.
                let begin = Callback::from(move |()| {
                    go.emit(Screen::Write(draft.clone(), way));
                    device.keep_list_draft(&draft);
                });
                let onclick = unless_begun(&desk.device, &again, begin);
                html! { <Button icon="pen" {onclick}>{ say("lists.mend") }</Button> }
            });
            html! {
                <>
                    <Note kind={NoteKind::Care} live={true}>
                        <p class="note__body">{ said(&words.with("lists.refused", &[("file", file), ("count", &count)])) }</p>
                        <>{ for mend }</>
                        if busy && unsound.list.is_some() { <p class="small said">{ say("lists.busy") }</p> }
                    </Note>
                    { listed(&unsound.problems, words) }
                </>
            }
        }
    };
    html! {
        <>
            <label class="button file">
                <Icon name="upload" />
                <span class="said">{ say("lists.load") }</span>
                <input type="file" accept=".json,application/json" onchange={chosen} />
            </label>
            { refused }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FileOfProps {
    /// A sound list, or else the text of one that cannot be read.
    #[prop_or_default]
    pub list: Option<Rc<Checklist>>,
    #[prop_or_default]
    pub text: Rc<str>,
}

/// Saves a list. Its file is called after nobody: titles and ids were written by people.
#[component]
pub(super) fn FileOf(props: &FileOfProps) -> Html {
    let told = use_state_eq(|| None::<&'static str>);
    let onclick = {
        let (told, list, text) = (told.clone(), props.list.clone(), props.text.clone());
        Callback::from(move |()| {
            let (name, text) = match &list {
                Some(list) => (own::file_name(list), own::to_file(list)),
                None => ("nattoku-list.json".to_owned(), text.to_string()),
            };
            let saved = files::download(&name, &text);
            told.set(Some(if saved { "lists.saved" } else { "lists.not_saved" }));
        })
    };
    html! {
        <>
            <Button icon="download" {onclick}>{ say("lists.save") }</Button>
            <div class="list__told" role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RemoveProps {
    pub onremove: Callback<()>,
}

/// Takes an own list away, after asking.
#[component]
pub(super) fn Remove(props: &RemoveProps) -> Html {
    let sure = use_state_eq(|| false);
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    html! {
        <>
            <Button icon="trash" expanded={*sure} onclick={ask.clone()}>{ say("lists.take_away") }</Button>
            if *sure {
                <Note kind={NoteKind::Care} live={true}>
                    <div class="note__body">
                        <p>{ say("lists.take_away_sure") }</p>
                        <div class="buttons">
                            <Button onclick={props.onremove.clone()}>{ say("notices.remove_yes") }</Button>
                            <Button onclick={ask}>{ say("notices.remove_no") }</Button>
                        </div>
                    </div>
                </Note>
            }
        </>
    }
}
