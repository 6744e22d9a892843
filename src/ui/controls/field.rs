//! Text fields: label above, hint below it, a problem named beside the field.

use super::said;
use crate::ui::law::{list, second_thoughts};
use crate::ui::view::use_view;
use crate::ui::wording::Words;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Date,
    /// A time of day.
    Time,
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct FieldProps {
    /// Unique on the screen; ties label, hint and problem to the field.
    pub id: AttrValue,
    #[prop_or_default]
    pub kind: FieldKind,
    /// In ruby notation.
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong, in ruby notation.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Wrong together with another field that says so.
    #[prop_or_default]
    pub invalid: bool,
    #[prop_or_default]
    pub required: bool,
    pub value: AttrValue,
    pub oninput: Callback<String>,
    #[prop_or_default]
    pub max: Option<AttrValue>,
    /// `autocomplete` stays off unless said: the next person must not be offered this one's name.
    #[prop_or_default]
    pub lang: Option<&'static str>,
    #[prop_or_default]
    pub readonly: bool,
    /// Words that should perhaps not stand in a free note get a quiet question; nothing is held up by it (002 §9, B2-4).
    #[prop_or_default]
    pub gentle: bool,
}

/// A labelled text field. What is typed is kept as typed, input methods included.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let words = use_view().words();
    let hint_id = format!("{}-hint", props.id);
    let error_id = format!("{}-error", props.id);
    let described = [(props.hint.is_some(), &hint_id), (props.error.is_some(), &error_id)]
        .into_iter()
        .filter_map(|(there, id)| there.then_some(id.as_str()))
        .collect::<Vec<_>>()
        .join(" ");
    let described = (!described.is_empty()).then_some(described);
    let invalid = (props.invalid || props.error.is_some()).then_some("true");
    let oninput = props.oninput.reform(|event: InputEvent| {
        let target = event.target();
        let line = target.as_ref().and_then(|t| t.dyn_ref::<HtmlInputElement>()).map(HtmlInputElement::value);
        line.or_else(|| {
            target.and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()).map(|area| area.value())
        })
        .unwrap_or_default()
    });
    let control = if props.kind == FieldKind::Lines {
        html! {
            <textarea
                id={props.id.clone()} class="field__input" part="input" rows="3" {oninput}
                value={props.value.clone()} autocomplete="off" readonly={props.readonly}
                aria-describedby={described} aria-invalid={invalid} required={props.required} lang={props.lang}
            />
        }
    } else {
        let kind = match props.kind {
            FieldKind::Date => "date",
            FieldKind::Time => "time",
            FieldKind::Line | FieldKind::Lines => "text",
        };
        html! {
            <input
                id={props.id.clone()} class="field__input" part="input" type={kind} {oninput}
                value={props.value.clone()} autocomplete="off" readonly={props.readonly} max={props.max.clone()}
                aria-describedby={described} aria-invalid={invalid} required={props.required} lang={props.lang}
            />
        }
    };
    html! {
        <div class="field">
            <label class="field__label said" for={props.id.clone()}>
                { said(&props.label) }
                if props.required {
                    <span class="field__need">{ said(words.t("field.required")) }</span>
                }
            </label>
            if let Some(hint) = &props.hint {
                <p class="field__hint said" id={hint_id}>{ said(hint) }</p>
            }
            { control }
            if props.gentle {
                // There from the beginning, so that what appears in it is read out.
                <p class="field__gentle said" role="status">{ for second_thought(&props.value, words) }</p>
            }
            if let Some(error) = &props.error {
                <div class="note note--care" id={error_id}><p class="note__body said">{ said(error) }</p></div>
            }
        </div>
    }
}

/// What the words in a note may be about, as a question to whoever wrote them.
fn second_thought(text: &str, words: Words) -> Option<Html> {
    let about = list(second_thoughts(text).iter().map(|kind| words.pick(&kind.name).to_owned()));
    (!about.is_empty()).then(|| said(&words.t("field.gentle").replace("{{about}}", &about)))
}
