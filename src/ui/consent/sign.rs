//! The signing sheet: the whole window, an explicit way out, and beside the pad only the register and how things look.

use super::{Talk, pad::Pad, people};
use crate::browser::focus;
use crate::domain::session::{Action, Step};
use crate::ui::{
    controls::{Button, ButtonKind, Heading, LookPanel, Note, NoteKind, said, say},
    view::use_view,
};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SignProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Sign(props: &SignProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let sheet = use_node_ref();
    let tried = use_state_eq(|| false);
    {
        let sheet = sheet.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = sheet.cast::<HtmlDialogElement>()
                && dialog.show_modal().is_err()
            {
                // Without modal dialogs the sheet opens in its place.
                dialog.show();
            }
            // A dialog gives the focus to its first control; what is asked comes before that.
            focus::to_first(&sheet, "h1, h2");
            move || {
                if let Some(dialog) = sheet.cast::<HtmlDialogElement>() {
                    dialog.close();
                }
            }
        });
    }
    let problem = talk.problems_at(Step::Sign).into_iter().next();
    let refused = problem.filter(|_| *tried).map(|problem| problem.key);
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if talk.problems_at(Step::Sign).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(true);
            }
        })
    };
    let draw = {
        let (act, tried) = (talk.act.clone(), tried.clone());
        Callback::from(move |stroke| {
            tried.set(false);
            act.emit(Action::Draw(stroke));
        })
    };
    // Escape goes back, as the button does; the strokes stay.
    let oncancel = {
        let back = talk.back();
        Callback::from(move |event: Event| {
            event.prevent_default();
            back.emit(());
        })
    };
    // Back from here is to the other ways; who cannot draw must read that on the button.
    let way_back = if talk.session.from_review { "back" } else { "review.other_way" };
    let pad = &talk.session.pad;
    // Whose hand it is must be plain to two people who look at one sheet.
    let person = talk.session.who.name.trim();
    let (heading, statement) = match people::answers_for(&talk.session) {
        None => ("sign.heading", words.t("sign.statement").to_owned()),
        Some(name) => {
            ("sign.heading_for", words.with("sign.statement_for", &[("person", person), ("name", name)]))
        }
    };
    html! {
        <dialog class="sheet" part="sheet" ref={sheet} {oncancel} aria-label={words.label(heading)}>
            <div>
                <LookPanel title={words.t("consent.method")} />
                <div class="sheet__head">
                    <Heading screen="sign">{ say(heading) }</Heading>
                    <p class="small said">{ said(&statement) }</p>
                </div>
            </div>
            <div class="sheet__body">
                <Pad strokes={pad.clone()} onstroke={draw} label={words.label("sign.pad")} hint={html! { { say("sign.hint") } }} />
            </div>
            <div>
                if let Some(key) = refused {
                    <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say(key) }</p></Note>
                }
                <div class="sheet__foot">
                    <Button kind={ButtonKind::Quiet} icon="back" onclick={talk.back()}>{ say(way_back) }</Button>
                    <Button icon="undo" disabled={!pad.can_undo()} onclick={talk.on(|()| Action::UndoStroke)}>{ say("sign.undo") }</Button>
                    <Button icon="trash" disabled={pad.is_empty()} onclick={talk.on(|()| Action::ClearPad)}>{ say("sign.clear") }</Button>
                    <Button kind={ButtonKind::Primary} icon="next" icon_last={true} onclick={next}>{ say("sign.done") }</Button>
                </div>
            </div>
        </dialog>
    }
}
