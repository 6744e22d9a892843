//! A list read through before it is used: every item, plain beside easy, and the cases; what all lists share is folded.

use crate::domain::checklist::{Checklist, Item, LeakCase};
use crate::domain::text::{Reading, Text};
use crate::ui::{
    controls::{Fold, Subheading, said, say},
    registers::both,
    view::use_view,
    wording::{Lang, Words},
};
use std::rc::Rc;
use yew::prelude::*;

/// How much is asked.
pub fn counted(list: &Checklist, words: Words) -> String {
    let [parts, items] = [list.lists.len(), list.items().count()].map(|count| count.to_string());
    words.with("lists.count", &[("parts", &parts), ("items", &items)])
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ThroughProps {
    pub list: Rc<Checklist>,
}

/// The whole of it, one card a part.
#[component]
pub fn Through(props: &ThroughProps) -> Html {
    let words = use_view().words();
    let list = &props.list;
    let mut number = 0;
    let parts: Vec<Html> = list
        .lists
        .iter()
        .map(|part| {
            let items: Vec<Html> = part
                .items
                .iter()
                .map(|one| {
                    number += 1;
                    item(number, one, words)
                })
                .collect();
            html! {
                <section class="card list__part" key={part.id.clone()}>
                    <div class="list__head">{ text(&part.title, words) }</div>
                    { for items }
                </section>
            }
        })
        .collect();
    let opening = &list.opening;
    let around =
        opening.paragraphs.iter().chain([&opening.aims_intro]).chain(opening.aims.iter().map(|a| &a.text));
    let around = around.chain([&list.rules.title, &list.rules.preface, &list.rules.example]);
    let around = around.chain([&list.emergency.title, &list.emergency.preface]);
    let around = around.chain(list.emergency.questions.iter().map(|question| &question.text));
    html! {
        <>
            <p class="small said">{ say("preview.lead") }</p>
            <Subheading>{ say("lists.asked") }</Subheading>
            { for parts }
            if !list.cases.cards.is_empty() {
                <Subheading>{ said(words.pick(&list.cases.title)) }</Subheading>
                { for list.cases.cards.iter().map(|one| case(one, words)) }
            }
            <Fold summary={html! { { say("lists.around") } }} paper={false}>
                { for around.map(|one| html! { <div class="both__item">{ text(one, words) }</div> }) }
            </Fold>
        </>
    }
}

/// One text in both registers, and in English for an English interface.
fn text(text: &Text, words: Words) -> Html {
    let english = text.en.as_deref().filter(|_| words.lang == Lang::En);
    html! {
        <>
            { both([Html::default(), Html::default()], Reading::ALL.map(|reading| text.get(reading))) }
            if let Some(english) = english { <p class="small">{ said(english) }</p> }
        </>
    }
}

fn item(number: usize, item: &Item, words: Words) -> Html {
    let points = Reading::ALL.map(|reading| {
        let points = item.points.iter().map(|point| {
            html! { <li key={point.id.clone()} class="said">{ said(point.text.get(reading)) }</li> }
        });
        html! { <ul class="mark__points" lang="ja">{ for points }</ul> }
    });
    let english = item.text.en.as_deref().filter(|_| words.lang == Lang::En);
    html! {
        <div class="both__item list__item" key={item.id.clone()}>
            <span class="mark__n">{ number }</span>
            <div class="list__words">
                { both(points, Reading::ALL.map(|reading| item.text.get(reading))) }
                if let Some(english) = english { <p class="small">{ said(english) }</p> }
            </div>
        </div>
    }
}

fn case(case: &LeakCase, words: Words) -> Html {
    let bodies = Reading::ALL.map(|reading| {
        let prevent =
            case.prevent.iter().map(|step| html! { <li class="said">{ said(step.get(reading)) }</li> });
        html! {
            <div class="list__case" lang="ja">
                <p>{ said(case.happened.get(reading)) }</p>
                <ul class="check__list">{ for prevent }</ul>
            </div>
        }
    });
    let english = case.title.en.as_deref().filter(|_| words.lang == Lang::En);
    html! {
        <section class="card list__part list__one" key={case.id.clone()}>
            { both(bodies, Reading::ALL.map(|reading| case.title.get(reading))) }
            if let Some(english) = english { <p class="small">{ said(english) }</p> }
        </section>
    }
}
