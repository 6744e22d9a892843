//! A list being written on the tablet: where it begins, where it goes on, and what becomes of it.

use super::{
    Desk, Screen,
    lists::{Way, Wish},
    store,
};
use crate::browser::Env;
use crate::domain::checklist::{Checklist, ListDraft};
use crate::ui::{
    controls::{Button, ButtonKind, say},
    lists::Editor,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct WritingProps {
    pub desk: Desk,
    pub way: Way,
}

/// The way to a new list, or back to the one that was left in the middle.
#[component]
pub(super) fn Writing(props: &WritingProps) -> Html {
    let WritingProps { desk, way } = props;
    let again = use_force_update();
    let sure = use_state_eq(|| false);
    let env = desk.env;
    let Some(draft) = store::list_draft(env) else {
        let begin = {
            let (go, way) = (desk.go.clone(), *way);
            Callback::from(move |()| {
                go.emit(Screen::Write(Rc::new(ListDraft::new(&new_id(env), &Checklist::salon())), way))
            })
        };
        let onclick = unless_begun(env, &again, begin);
        return html! { <div class="buttons"><Button icon="pen" {onclick}>{ say("lists.write_new") }</Button></div> };
    };
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let discard = {
        let (again, id) = (again.clone(), draft.list.id.clone());
        Callback::from(move |()| {
            forget(env, &|left| left.list.id == id);
            again.force_update();
        })
    };
    // As it is by now: another window may have written more of it, or may be done.
    let go_on = {
        let (go, way) = (desk.go.clone(), *way);
        Callback::from(move |()| match store::list_draft(env) {
            Some(draft) => go.emit(Screen::Write(draft, way)),
            None => again.force_update(),
        })
    };
    let title = draft.list.title.plain.clone();
    html! {
        <div class="note note--calm list__draft">
            <p class="note__body said">{ say("lists.draft") }{ " " }<bdi>{ title }</bdi></p>
            if *sure {
                <p class="said">{ say("draft.restart_sure") }</p>
                <div class="buttons">
                    <Button icon="trash" onclick={discard}>{ say("lists.discard_yes") }</Button>
                    <Button onclick={ask}>{ say("draft.restart_no") }</Button>
                </div>
            } else {
                <div class="buttons">
                    <Button icon="pen" onclick={go_on}>{ say("lists.go_on") }</Button>
                    <Button kind={ButtonKind::Quiet} icon="trash" onclick={ask}>{ say("lists.discard") }</Button>
                </div>
            }
        </div>
    }
}

/// An id for a list of one's own: by chance, so that two groups never share one, and made of nobody's name.
pub(super) fn new_id(env: Env) -> String {
    let short: String = (env.new_id)().chars().take(8).collect();
    format!("own-{short}")
}

/// The way to a list that begins to be written. One is written at a time, looked up when the button is tapped: another
/// window may have begun one since the screen was drawn.
pub(super) fn unless_begun(env: Env, again: &UseForceUpdateHandle, begin: Callback<()>) -> Callback<()> {
    let again = again.clone();
    Callback::from(move |()| match store::list_draft(env) {
        Some(_) => again.force_update(),
        None => begin.emit(()),
    })
}

/// Forgets the draft on the device if it is the one that is meant, and not one that another window left in its place.
pub(super) fn forget(env: Env, meant: &dyn Fn(&ListDraft) -> bool) {
    if store::list_draft(env).is_some_and(|left| meant(&left)) {
        store::keep_list_draft(env, None);
    }
}

/// The page where a list is written.
pub(super) fn write(desk: &Desk, draft: &Rc<ListDraft>, way: Way, onwish: &Callback<(Wish, Screen)>) -> Html {
    let env = desk.env;
    let onchange = {
        let noted = desk.noted.clone();
        Callback::from(move |draft: Rc<ListDraft>| {
            // What another window is writing meanwhile is not written over; that this one is not kept is told.
            let free = store::list_draft(env).is_none_or(|left| left.list.id == draft.list.id);
            noted.emit(free && store::keep_list_draft(env, Some(&draft)));
        })
    };
    let onuse = onwish.reform(move |list: Rc<Checklist>| (Wish::Finish(list), way.chosen()));
    html! { <Editor draft={draft.clone()} {onchange} {onuse} onback={desk.to(Screen::Lists(way))} tools={desk.tool_home()} /> }
}
