//! Typing an answer code: one large field that groups the letters by itself and says at once which group to look at again.

use super::take::refusal;
use crate::domain::checklist::code::{CodeError, groups, so_far, tidy};
use crate::ui::{
    controls::{Button, said, say},
    view::use_view,
};
use gloo::events::EventListener;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

/// Groups in a line of the field.
const IN_A_LINE: usize = 4;

#[derive(Properties, PartialEq)]
pub(super) struct CodeEntryProps {
    /// How many groups a code of this list has.
    pub groups: usize,
    /// A code was typed and is to be taken in; whether it was.
    pub ontake: Callback<String, bool>,
}

/// The field and its button. What was taken in leaves the field, what was not stays to be mended.
#[component]
pub(super) fn CodeEntry(props: &CodeEntryProps) -> Html {
    let words = use_view().words();
    let typed = use_state_eq(String::new);
    let field = use_node_ref();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            // What an input method is still putting together is left alone.
            let text = if event.is_composing() { field.value() } else { tidied(&field) };
            typed.set(text);
        })
    };
    {
        // An input method that is done says so by an event that some browsers send after the last input.
        let (typed, field) = (typed.setter(), field.clone());
        use_effect_with((), move |()| {
            let element = field.cast::<HtmlTextAreaElement>();
            let listener = element.map(|element| {
                EventListener::new(&element.clone(), "compositionend", move |_| typed.set(tidied(&element)))
            });
            move || drop(listener)
        });
    }
    let take = {
        let (typed, field, ontake) = (typed.clone(), field.clone(), props.ontake.clone());
        Callback::from(move |()| {
            if ontake.emit((*typed).clone()) {
                typed.set(String::new());
            }
            // The next code, or the same one again: the field stays at hand.
            crate::browser::focus::to(&field);
        })
    };
    let onkeydown = {
        let take = take.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                take.emit(());
            }
        })
    };
    let letters = typed.chars().filter(|letter| *letter != '-').count();
    let wrong = so_far(&typed).err().map(CodeError::Misread);
    let told = match &wrong {
        Some(error) => Some(refusal(error, words)),
        None if letters >= groups::GROUP => {
            Some(words.with("gather.code_part", &[("n", &(letters / groups::GROUP).to_string())]))
        }
        None => None,
    };
    let hint = words.with("gather.code_hint", &[("n", &(props.groups * groups::GROUP).to_string())]);
    let rows = props.groups.div_ceil(IN_A_LINE).to_string();
    html! {
        <div class="field code-entry">
            <label class="field__label" for="answer-code">{ say("gather.code_label") }</label>
            <p class="field__hint said" id="answer-code-hint">{ said(&hint) }</p>
            <div class="code-entry__line">
                <textarea ref={field.clone()} id="answer-code" class="field__input code-entry__input" part="input" {rows}
                    value={(*typed).clone()} {oninput} {onkeydown} lang="en" autocomplete="off"
                    autocapitalize="characters" spellcheck="false" inputmode="url" enterkeyhint="done"
                    aria-describedby="answer-code-hint answer-code-told" aria-invalid={wrong.is_some().then_some("true")} />
                <p class={classes!("code-entry__told", "said", wrong.is_some().then_some("code-entry__told--wrong"))}
                    id="answer-code-told" role="status">{ for told.as_deref().map(said) }</p>
                <Button icon="check" onclick={take}>{ say("gather.code_take") }</Button>
            </div>
        </div>
    }
}

/// Writes what is in the field as codes are written, the caret staying behind the same letter; gives the text.
fn tidied(field: &HtmlTextAreaElement) -> String {
    let text = field.value();
    let tidy = tidy(&text);
    if tidy != text {
        let caret = field.selection_start().ok().flatten().and_then(|at| usize::try_from(at).ok());
        // Letters of a code count one each in the field's own counting, whatever else was typed among them.
        let before: String = text.chars().take(caret.unwrap_or(usize::MAX)).collect();
        let at = u32::try_from(groups::caret(&before)).unwrap_or(u32::MAX);
        field.set_value(&tidy);
        // A field that cannot have a caret just now keeps its text all the same.
        let _ = field.set_selection_range(at, at);
    }
    tidy
}
