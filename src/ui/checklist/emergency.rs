//! The emergency agreement (000-12): decided beforehand, within both conditions of the law (APPI art. 27(1)(ii)).
//! A meeting fills it in a question a card; on a phone one after the other.

use super::{Check, narrow::use_narrow};
use crate::domain::checklist::{CheckAction, EmergencyQuestion};
use crate::ui::{
    controls::{Button, ButtonKind, Field, FieldKind, Frame, Heading, Note, Said, Say, way_back},
    view::use_view,
    wording::{Words, bare},
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EmergencyProps {
    pub check: Check,
}

#[component]
pub(super) fn Emergency(props: &EmergencyProps) -> Html {
    let check = &props.check;
    let (words, stage) = (use_view().words(), use_node_ref());
    let narrow = use_narrow(&stage);
    let at = use_state_eq(|| 0_usize);
    let agreement = &check.session.list.emergency;
    let of = agreement.questions.len();
    let one = check.session.meeting && narrow && of > 1;
    let here = (*at).min(of.saturating_sub(1));
    let cards = agreement.questions.iter().enumerate().filter(|(n, _)| !one || *n == here);
    let cards = cards.map(|(n, question)| {
        if check.session.meeting {
            card(check, question, (n + 1, of), one, words)
        } else {
            field(check, question, words)
        }
    });
    let to = |place: usize| {
        let at = at.clone();
        Callback::from(move |()| at.set(place))
    };
    let (next, back) = (check.session.next(), check.session.back());
    let back = if one && here > 0 { Some(to(here - 1)) } else { check.to(back) };
    let actions = match (one, here) {
        (true, here) if here + 1 < of => html! {
            <>
                <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true} onclick={to(here + 1)}><Say k="talk.question_next" /></Button>
                { way_back(back) }
            </>
        },
        _ => check.actions_back(words, next, back),
    };
    // Each question that has the screen to itself is a screen: it begins at its top.
    let screen = if one { format!("check-emergency-{here}") } else { "check-emergency".to_owned() };
    let screen = AttrValue::from(screen);
    html! {
        <Frame title={words.t("check.title")} screen={screen.clone()} tools={check.tools.clone()} {actions}>
            <div class={classes!("stage__inner", check.session.meeting.then_some("stage__inner--wide"), "check__words", "settle")} ref={stage}>
                <Heading {screen}><Said text={words.pick(&agreement.title).to_owned()} />
                    // The heading that takes the focus says which question has come.
                    if one { <span class="visually-hidden">{ " " }{ place(here + 1, of, words) }</span> }
                </Heading>
                <Note><p class="note__body"><span><Said text={words.pick(&agreement.preface).to_owned()} /></span></p></Note>
                <div class={classes!("fields", check.session.meeting.then_some("emergency"))}>{ for cards }</div>
                <p class="small said"><Say k="check.optional" /></p>
            </div>
        </Frame>
    }
}

fn field(check: &Check, question: &EmergencyQuestion, words: Words) -> Html {
    let id = question.id.clone();
    let oninput = check.on(move |text| CheckAction::Emergency { question: id.clone(), text });
    let value = check.session.emergency.get(&question.id).cloned().unwrap_or_default();
    html! {
        <Field key={question.id.clone()} id={question.id.clone()} kind={FieldKind::Lines}
            label={words.pick(&question.text).to_owned()} hint={words.pick(&question.hint).to_owned()}
            {value} {oninput} gentle={true} />
    }
}

/// One question with its place among them, and whether its answer is the one from before.
fn card(
    check: &Check,
    question: &EmergencyQuestion,
    (at, of): (usize, usize),
    one: bool,
    words: Words,
) -> Html {
    let answer = check.session.emergency.get(&question.id);
    let before = check.session.before.as_ref().and_then(|run| {
        run.emergency.iter().find(|entry| entry.question == question.id).map(|entry| &entry.text)
    });
    let kept = answer.is_some() && answer == before;
    html! {
        <div class="card emergency__card" key={question.id.clone()}>
            <p class="emergency__place"><span aria-hidden="true">{ format!("{at} / {of}") }</span>
                if !one { <span class="visually-hidden">{ place(at, of, words) }</span> }</p>
            { field(check, question, words) }
            if kept { <p class="small said"><Say k="talk.kept_answer" /></p> }
        </div>
    }
}

/// Which of the questions it is, in words.
fn place(at: usize, of: usize, words: Words) -> String {
    bare(&words.with("frame.count", &[("at", &at.to_string()), ("of", &of.to_string())]))
}
