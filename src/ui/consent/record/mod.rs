//! A finished record as a person reads it: what holds now, the number that proves it, and what happened, one thing
//! after the other. On the closing screen, in the list of records, on paper. The parts lie beside this file.

mod event;
mod evidence;
mod proof;

pub use proof::Proof;

use crate::domain::{
    consent::{Answer, Consent, Current, Seal},
    notice::NoticeSnapshot,
};
use crate::ui::{
    controls::{Subheading, said, say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// The words for an answer, or for none.
#[must_use]
pub fn answer_words(words: Words, answer: Option<Answer>) -> String {
    answer.map_or_else(|| words.t("answer.none"), |answer| words.of("answer", answer.key())).to_owned()
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct RecordViewProps {
    pub consent: Rc<Consent>,
    /// The texts of the document the record is from.
    pub notices: Rc<Vec<NoticeSnapshot>>,
}

/// Everything in a record, in words.
#[component]
pub fn RecordView(props: &RecordViewProps) -> Html {
    let consent = &props.consent;
    let words = use_view().words();
    let text =
        |digest: &str| props.notices.iter().find(|notice| notice.digest == digest).cloned().map(Rc::new);
    let broken = match consent.seal() {
        Seal::Broken { event, how } => Some((event, how)),
        Seal::Whole | Seal::Unsealed { .. } => None,
    };
    let mut before = Current::default();
    let alone = consent.events.len() == 1;
    let events: Vec<Html> = consent
        .events
        .iter()
        .enumerate()
        .map(|(index, event)| {
            let was = before.clone();
            before = core::mem::take(&mut before).after(event);
            let broken = broken.filter(|(at, _)| *at == index).map(|(_, how)| how);
            let notice = text(&event.notice.digest);
            html! {
                <event::Event key={event.id.clone()} event={event.clone()} {notice} before={was} first={index == 0} {alone} {broken} />
            }
        })
        .collect();
    let about = consent.latest_decision().and_then(|event| text(&event.notice.digest));
    html! {
        <article class="record" part="record">
            <dl class="facts">
                <dt class="said">{ say("who.name") }</dt>
                <dd lang="ja">
                    <bdi>{ consent.subject.name.clone() }</bdi>
                    if !consent.subject.kana.is_empty() { {"("}<bdi>{ consent.subject.kana.clone() }</bdi>{")"} }
                </dd>
            </dl>
            // Where something speaks against the record, that comes before what it says.
            if broken.is_some() { <Proof consent={consent.clone()} notices={props.notices.clone()} /> }
            <section class="record__now">
                <Subheading>{ say("history.now") }</Subheading>
                <p class="record__outcome said">{ said(consent.current.outcome.map_or("", |outcome| words.of("outcome", outcome.key()))) }</p>
                { now(&consent.current, about.as_deref(), words) }
            </section>
            if broken.is_none() { <Proof consent={consent.clone()} notices={props.notices.clone()} /> }
            <section class="record__history">
                <Subheading>{ say("history.heading") }</Subheading>
                <ol class="timeline">{ for events }</ol>
            </section>
        </article>
    }
}

/// What holds for each item, the unanswered ones named as such.
fn now(current: &Current, notice: Option<&NoticeSnapshot>, words: Words) -> Html {
    let answered = current.answers.iter().map(|given| (&given.item, Some(given.answer)));
    answers(answered.chain(current.unanswered.iter().map(|item| (item, None))), notice, words)
}

/// Answers one below the other, in the order given.
fn answers<'a>(
    given: impl Iterator<Item = (&'a String, Option<Answer>)>,
    notice: Option<&NoticeSnapshot>,
    words: Words,
) -> Html {
    let rows = given.map(|(item, answer)| {
        let answer = answer_words(words, answer);
        html! {
            <div class="row" key={item.clone()}>
                <dt class="said">{ said(&short(item, notice, words)) }</dt>
                <dd class="row__value said">{ said(&answer) }</dd>
            </div>
        }
    });
    html! { <dl class="rows">{ for rows }</dl> }
}

/// What an item is called where there is little room; its id where the text is not there.
fn short(item: &str, notice: Option<&NoticeSnapshot>, words: Words) -> String {
    let known = notice.and_then(|notice| notice.item(item));
    known.map_or_else(|| item.to_owned(), |known| words.pick(&known.short).to_owned())
}

/// A name with something a person wrote, left out when there is nothing.
fn fact(k: &'static str, value: &str) -> Option<Html> {
    (!value.is_empty()).then(|| {
        html! { <><dt class="said">{ say(k) }</dt><dd lang="ja"><bdi>{ value.to_owned() }</bdi></dd></> }
    })
}
