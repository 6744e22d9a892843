//! A list being written on the tablet: where it begins, where it goes on, and what becomes of it.

use super::{
    Desk, Screen,
    device::Device,
    drafts,
    lists::{Way, Wish},
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
    let (env, device) = (desk.env, desk.device.clone());
    let Some(draft) = device.list_draft() else {
        let begin = {
            let (go, way) = (desk.go.clone(), *way);
            Callback::from(move |()| {
                go.emit(Screen::Write(Rc::new(ListDraft::new(&new_id(env), &Checklist::salon())), way))
            })
        };
        let onclick = unless_begun(&device, &again, begin);
        return html! { <div class="buttons"><Button icon="pen" {onclick}>{ say("lists.write_new") }</Button></div> };
    };
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let discard = {
        let (again, id, device) = (again.clone(), draft.list.id.clone(), device.clone());
        Callback::from(move |()| {
            forget(&device, &|left| left.list.id == id);
            again.force_update();
        })
    };
    // As it is by now: another window may have written more of it, or may be done.
    let go_on = {
        let (go, way) = (desk.go.clone(), *way);
        Callback::from(move |()| match device.list_draft() {
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
pub(super) fn unless_begun(
    device: &Device,
    again: &UseForceUpdateHandle,
    begin: Callback<()>,
) -> Callback<()> {
    let (again, device) = (again.clone(), device.clone());
    Callback::from(move |()| match device.list_draft() {
        Some(_) => again.force_update(),
        None => begin.emit(()),
    })
}

/// Forgets the draft on the device if it is the one that is meant, and not one that another window left in its place.
pub(super) fn forget(device: &Device, meant: &dyn Fn(&ListDraft) -> bool) {
    if device.list_draft().is_some_and(|left| meant(&left)) {
        device.forget(drafts::LIST);
    }
}

/// The page where a list is written.
pub(super) fn write(desk: &Desk, draft: &Rc<ListDraft>, way: Way, onwish: &Callback<(Wish, Screen)>) -> Html {
    let onchange = {
        let device = desk.device.clone();
        // What another window is writing meanwhile is not written over; that this one is not kept is told.
        Callback::from(move |draft: Rc<ListDraft>| device.keep_list_draft(&draft))
    };
    let onuse = onwish.reform(move |list: Rc<Checklist>| (Wish::Finish(list), way.chosen()));
    html! { <Editor draft={draft.clone()} {onchange} {onuse} onback={desk.to(Screen::Lists(way))} tools={desk.tool_home()} /> }
}
