//! Any number of several: native checkboxes under one question.

use super::{said, say};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct TickListProps {
    /// Unique on the screen; ties the question to what is wrong with it.
    pub id: AttrValue,
    /// What is asked, in ruby notation.
    pub legend: AttrValue,
    /// Each id with what it says, in ruby notation.
    pub choices: Vec<(&'static str, AttrValue)>,
    /// The ids that are ticked.
    pub ticked: Vec<String>,
    /// An id, and whether it is ticked now.
    pub ontick: Callback<(&'static str, bool)>,
    /// What is wrong, in ruby notation.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A group of boxes to tick. Nothing is ticked beforehand.
#[component]
pub fn TickList(props: &TickListProps) -> Html {
    let error_id = format!("{}-error", props.id);
    let wrong = props.error.is_some();
    let boxes = props.choices.iter().map(|(id, text)| {
        let id = *id;
        let checked = props.ticked.iter().any(|known| known == id);
        let onchange = props.ontick.reform(move |_: Event| (id, !checked));
        html! {
            <label class="check" key={id}>
                <input type="checkbox" value={id} {checked} {onchange} aria-invalid={wrong.then_some("true")}
                    aria-describedby={wrong.then(|| error_id.clone())} />
                <span class="said">{ said(text) }</span>
            </label>
        }
    });
    html! {
        <fieldset>
            <legend class="field__label">{ said(&props.legend) }</legend>
            <p class="field__hint ticks__any said">{ say("field.any") }</p>
            <div class="ticks">{ for boxes }</div>
            if let Some(error) = &props.error {
                <div class="note note--care" id={error_id}><p class="note__body said">{ said(error) }</p></div>
            }
        </fieldset>
    }
}
