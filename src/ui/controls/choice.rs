//! One of several, or yes-and-no boxes. Native radios and checkboxes: arrows, space and screen readers just work.

use super::said;
use yew::prelude::*;

/// How large the cards are. All cards of a group are the same size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceSize {
    /// For staff screens.
    #[default]
    Normal,
    /// For the person's own answers.
    Big,
}

/// One choice: its value and its words in ruby notation.
#[derive(Clone, Debug, PartialEq)]
pub struct Option_ {
    /// Handed back when chosen.
    pub value: &'static str,
    /// What it says.
    pub text: AttrValue,
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ChoicesProps {
    /// Unique among the groups on the screen.
    pub name: AttrValue,
    /// What is asked, for screen readers.
    pub legend: AttrValue,
    /// Whether the legend is also shown.
    #[prop_or_default]
    pub legend_shown: bool,
    pub options: Vec<Option_>,
    /// `None`: nothing is chosen, and nothing looks chosen.
    pub chosen: Option<&'static str>,
    pub onchoose: Callback<&'static str>,
    #[prop_or_default]
    pub size: ChoiceSize,
    /// What is wrong, in ruby notation.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A group of radio cards. Nothing is preselected; what is chosen is told by edge, tint and tick.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let big = (props.size == ChoiceSize::Big).then_some("choice--big");
    let cards = props.options.iter().map(|option| {
        let value = option.value;
        let onchange = props.onchoose.reform(move |_: Event| value);
        html! {
            <label key={value} class={classes!("choice", big)}>
                <input type="radio" name={props.name.clone()} {value} checked={props.chosen == Some(value)} {onchange} />
                <span class="choice__face" part="choice"><span class="said">{ said(&option.text) }</span></span>
            </label>
        }
    });
    let pair = (props.options.len() == 2).then_some("choices--pair");
    let legend = if props.legend_shown { "field__label" } else { "visually-hidden" };
    let wrong = props.error.as_ref().map(|_| format!("{}-error", props.name));
    html! {
        // A single radio cannot be wrong, a group can; it then takes the focus, so that the question is read out again.
        <fieldset role={wrong.is_some().then_some("radiogroup")} aria-invalid={wrong.is_some().then_some("true")}
            aria-describedby={wrong.clone()} tabindex={wrong.is_some().then_some("-1")}>
            <legend class={legend}>{ said(&props.legend) }</legend>
            <div class={classes!("choices", pair)}>{ for cards }</div>
            if let Some(error) = &props.error {
                <div class="note note--care choices__wrong" id={wrong}><p class="note__body said">{ said(error) }</p></div>
            }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct CheckProps {
    /// What is confirmed, in ruby notation.
    pub text: AttrValue,
    pub checked: bool,
    pub onchange: Callback<bool>,
    /// Ties the box to what is wrong with it; needed where `error` is used.
    #[prop_or_default]
    pub id: AttrValue,
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A box to tick, with its sentence.
#[component]
pub fn Check(props: &CheckProps) -> Html {
    let checked = props.checked;
    let onchange = props.onchange.reform(move |_: Event| !checked);
    let error_id = format!("{}-error", props.id);
    html! {
        <>
            <label class="check">
                <input
                    type="checkbox" {checked} {onchange}
                    aria-invalid={props.error.is_some().then_some("true")}
                    aria-describedby={props.error.is_some().then(|| error_id.clone())}
                />
                <span class="said">{ said(&props.text) }</span>
            </label>
            if let Some(error) = &props.error {
                <div class="note note--care" id={error_id}><p class="note__body said">{ said(error) }</p></div>
            }
        </>
    }
}
