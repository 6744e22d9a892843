//! One person's result, to be handed to the tablet of a meeting without a network: letters to read out, a square pattern
//! to show, or the file that stands below.

use crate::browser::{files, speech};
use crate::domain::checklist::{ChecklistRun, MarksKept, code, code::groups};
use crate::ui::{
    controls::{Button, Fold, Note, Subheading, said, say},
    view::use_view,
    wording::{Words, spoken},
};
use std::rc::Rc;
use yew::prelude::*;

/// Light squares around the pattern, so that a camera finds its edge.
const MARGIN: usize = 4;

#[derive(Properties, PartialEq)]
pub(in super::super) struct HandOverProps {
    pub run: Rc<ChecklistRun>,
}

/// The ways to hand one person's result to the tablet of a meeting; nothing for a run of several people. The main thing
/// on the screen for a result that was made for that, a quiet fold for any other.
#[component]
pub(in super::super) fn HandOver(props: &HandOverProps) -> Html {
    let run = &props.run;
    if run.respondents.len() != 1 || run.kept == MarksKept::Counted {
        return Html::default();
    }
    let inside = html! { <Ways run={run.clone()} /> };
    if run.is_handed_over() {
        return html! {
            <section class="hand card screen-only"><Subheading>{ say("hand.title") }</Subheading>{ inside }</section>
        };
    }
    html! { <Fold summary={say("hand.title")} paper={false}><div class="hand">{ inside }</div></Fold> }
}

#[component]
fn Ways(props: &HandOverProps) -> Html {
    let words = use_view().words();
    let told = use_state_eq(|| None::<bool>);
    // Too long for a code is the only thing that can be wrong with a finished run.
    let Ok(letters) = props.run.answer_code() else {
        return html! { <Note><p class="note__body">{ say("hand.file") }</p></Note> };
    };
    let copy = {
        let (letters, told) = (letters.clone(), told.setter());
        Callback::from(move |()| {
            let told = told.clone();
            files::copy(&letters, Callback::from(move |yes| told.set(Some(yes))));
        })
    };
    let spelt: Vec<String> = letters.split('-').map(|group| spell(group, words)).collect();
    let speak = speech::can_speak("ja").then(|| {
        let text = spelt.iter().map(|group| spoken(group)).collect::<Vec<_>>().join("。\n");
        let onclick = Callback::from(move |()| speech::speak(&text, "ja"));
        html! { <Button icon="speaker" {onclick}>{ say("hand.speak") }</Button> }
    });
    let number = |at: usize| said(&words.with("hand.group", &[("n", &(at + 1).to_string())]));
    let shown = letters.split('-').enumerate().map(|(at, group)| {
        html! {
            <li key={at} class="code__group">
                <span class="code__n said">{ number(at) }</span><span class="code__letters" lang="en">{ group.to_owned() }</span>
            </li>
        }
    });
    let lines = spelt.iter().enumerate().map(|(at, group)| {
        html! { <li key={at} class="said">{ number(at) }{ " " }<strong>{ said(group) }</strong></li> }
    });
    let pattern = code::qr(&letters).map(|qr| {
        let side = qr.side() + 2 * MARGIN;
        html! {
            <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={words.label("hand.qr")} shape-rendering="crispEdges">
                <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
                <path d={qr.path(MARGIN)} fill="#000" />
            </svg>
        }
    });
    html! {
        <>
            <p class="said">{ say("hand.lead") }</p>
            <div class="hand__ways">
                <div class="hand__code">
                    <ol class="answer-code">{ for shown }</ol>
                    <div class="buttons">
                        <Button icon="copy" onclick={copy}>{ say("hand.copy") }</Button>
                        { for speak }
                    </div>
                    <div role="status">
                        if let Some(yes) = *told {
                            <p class="small said">{ say(if yes { "hand.copied" } else { "hand.not_copied" }) }</p>
                        }
                    </div>
                </div>
                { for pattern }
            </div>
            <Fold summary={say("hand.spell")} paper={false}><ol class="spelt">{ for lines }</ol></Fold>
        </>
    }
}

/// How the letters of a group are read out, in notation.
fn spell(group: &str, words: Words) -> String {
    let names: Vec<&str> = words.t("hand.letters").split(['。', '.']).map(str::trim).collect();
    let name = |letter: char| groups::place(letter).and_then(|at| names.get(at).copied());
    group.chars().filter_map(name).collect::<Vec<_>>().join("、")
}
