//! A finished run as a person reads it: on the closing screen, in the list of records, on paper.

use super::{
    Subheading,
    tally::{Glyph, Tallies, word},
};
use crate::domain::{
    checklist::{Checklist, ChecklistRun, SnapshotItem},
    digest,
};
use crate::ui::{
    controls::{Said, Say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct RunViewProps {
    pub run: Rc<ChecklistRun>,
    /// The list of the run, for its short titles and words; without it the run's own copy of the text is shown.
    #[prop_or_default]
    pub list: Option<Rc<Checklist>>,
}

/// Everything in a finished run, in words and shapes. Nothing in it is folded, so that paper shows it all.
#[component]
pub fn RunView(props: &RunViewProps) -> Html {
    let run = &props.run;
    let words = use_view().words();
    // Another list of another id has other items; its words would be wrong here.
    let known = props.list.clone().filter(|list| list.id == run.list.id);
    let list = known.as_deref();
    let items = run.list.items.iter().enumerate().map(|(n, item)| row(run, list, n, item, words));
    let written = run.rules.iter().map(|rule| (rule.text.clone(), rule.item.clone()));
    let answers = run.emergency.iter().map(|answer| {
        let question = list.and_then(|list| list.question(&answer.question));
        let title = question.map_or_else(|| answer.question.clone(), |q| words.pick(&q.text).to_owned());
        (title, answer.text.clone())
    });
    let version = format!("{} {}", run.list.id, run.list.version);
    html! {
        <article class="record run" part="record">
            <p class="record__outcome said"><Said text={run.list.title.clone()} /></p>
            <p lang="ja">{ run.finished_at.to_japanese() }</p>
            <Tallies summary={run.summary.clone()} list={known.clone()} />
            <section class="check__part">
                <Subheading text={words.t("check.items")} />
                <dl class="rows">{ for items }</dl>
            </section>
            <section class="check__part">
                <Subheading text={list.map_or_else(|| words.t("check.rules").to_owned(), |list| words.pick(&list.rules.title).to_owned())} />
                { rules(written, list, words) }
            </section>
            <section class="check__part">
                <Subheading text={list.map_or_else(|| words.t("check.emergency").to_owned(), |list| words.pick(&list.emergency.title).to_owned())} />
                { agreed(answers) }
            </section>
            <p class="small"><Say k="check.list" />{ ": " }{ version }{ " " }
                <span class="record__print">{ digest::fingerprint(&run.list.digest) }</span></p>
        </article>
    }
}

/// One item with its marks and its note. Several respondents are letters, side by side.
fn row(run: &ChecklistRun, list: Option<&Checklist>, n: usize, item: &SnapshotItem, words: Words) -> Html {
    let title = list
        .and_then(|list| list.item(&item.id))
        .map_or_else(|| item.text.clone(), |i| words.pick(&i.short).to_owned());
    let alone = run.respondents.len() == 1;
    let marks = run.respondents.iter().map(|respondent| {
        let mark = run.mark_of(&item.id, &respondent.id);
        html! {
            <span class="tally__count" key={respondent.id.clone()}>
                if !alone { <span>{ respondent.id.clone() }</span> }
                <Glyph {mark} />
                <span class="said"><Said text={word(words, list, mark)} /></span>
            </span>
        }
    });
    let note = run.notes.iter().find(|note| note.item == item.id);
    html! {
        <div class="row run__row" key={item.id.clone()}>
            <dt class="said">{ n + 1 }{ ". " }<Said text={title} /></dt>
            <dd class="run__marks">{ for marks }</dd>
            if let Some(note) = note { <dd class="written run__note" lang="ja"><bdi>{ note.text.clone() }</bdi></dd> }
        </div>
    }
}

/// The group's rules as written, with the item each grew out of; blank ones say nothing.
pub(super) fn rules(
    rules: impl Iterator<Item = (String, Option<String>)>,
    list: Option<&Checklist>,
    words: Words,
) -> Html {
    let lines = rules
        .filter(|(text, _)| !text.trim().is_empty())
        .map(|(text, item)| {
            let from = item
                .and_then(|id| list?.item(&id))
                .map(|item| words.t("check.rule_from").replace("{{title}}", words.pick(&item.short)));
            html! {
                <li><p class="written" lang="ja"><bdi>{ text }</bdi></p>
                    if let Some(from) = from { <p class="small said"><Said text={from} /></p> }</li>
            }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        return html! { <p class="small said"><Say k="check.nothing" /></p> };
    }
    html! { <ol class="check__rules">{ for lines }</ol> }
}

/// The emergency agreement as written: question (in ruby notation) and answer.
pub(super) fn agreed(answers: impl Iterator<Item = (String, String)>) -> Html {
    let lines = answers
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(question, text)| {
            html! {
                <><dt class="said"><Said text={question} /></dt><dd class="written" lang="ja"><bdi>{ text }</bdi></dd></>
            }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        return html! { <p class="small said"><Say k="check.nothing" /></p> };
    }
    html! { <dl class="agreed">{ for lines }</dl> }
}
