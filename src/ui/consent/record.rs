//! A finished record as a person reads it: on the closing screen, in the list of records, on paper.

use super::ink;
use crate::domain::{
    consent::{AcknowledgementState, Answer, Consent, ConsentEvent, Understanding},
    digest,
    notice::NoticeSnapshot,
};
use crate::ui::{
    controls::{said, say},
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
    let events = consent.events.iter().map(|event| {
        let notice = props.notices.iter().find(|notice| notice.digest == event.notice.digest);
        html! { <Event key={event.id.clone()} event={event.clone()} notice={notice.cloned()} /> }
    });
    html! {
        <article class="record" part="record">
            <dl class="facts">
                <dt class="said">{ say("who.name") }</dt>
                <dd lang="ja">
                    <bdi>{ consent.subject.name.clone() }</bdi>
                    if !consent.subject.kana.is_empty() { {"("}<bdi>{ consent.subject.kana.clone() }</bdi>{")"} }
                </dd>
            </dl>
            { for events }
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct EventProps {
    event: ConsentEvent,
    notice: Option<NoticeSnapshot>,
}

#[component]
fn Event(props: &EventProps) -> Html {
    let EventProps { event, notice } = props;
    let words = use_view().words();
    let all = event.answers.iter().map(|given| (&given.item, Some(given.answer)));
    let all = all.chain(event.unanswered.iter().map(|item| (item, None)));
    let answers = all.map(|(item, answer)| {
        let short = notice
            .as_ref()
            .and_then(|notice| notice.item(item))
            .map(|item| words.pick(&item.short).to_owned());
        html! {
            <div class="row" key={item.clone()}>
                <dt class="said">{ said(&short.unwrap_or_else(|| item.clone())) }</dt>
                <dd class="row__value said">{ said(&answer_words(words, answer)) }</dd>
            </div>
        }
    });
    let fact = |k: &'static str, value: &str| {
        (!value.is_empty()).then(|| html! { <><dt class="said">{ say(k) }</dt><dd lang="ja"><bdi>{ value.to_owned() }</bdi></dd></> })
    };
    let heard = event.acknowledgements.iter().map(|known| {
        let k = match known.state {
            AcknowledgementState::Acknowledged => "ack.acknowledged",
            AcknowledgementState::Declined => "ack.declined",
        };
        let title =
            notice.as_ref().and_then(|notice| notice.acknowledgements.iter().find(|a| a.id == known.id));
        let title = title.map_or_else(|| known.id.clone(), |a| words.pick(&a.title).to_owned());
        html! { <><dt class="said">{ said(&title) }</dt><dd class="said">{ say(k) }</dd></> }
    });
    let understood =
        event.explained.topics.iter().filter(|t| t.understanding == Some(Understanding::Understood));
    let topics = words.with(
        "record.topics",
        &[
            ("understood", &understood.count().to_string()),
            ("all", &notice.as_ref().map_or(0, |notice| notice.sections.len()).to_string()),
        ],
    );
    html! {
        <>
            <p class="record__outcome said">{ said(words.of("outcome", event.outcome.key())) }</p>
            <dl class="rows">{ for answers }</dl>
            <dl class="facts">
                { for heard }
                { for fact("record.decided", &event.decided_at.to_japanese()) }
                { for fact("who.explained_by", &event.explained.by) }
                { for fact("who.place", &event.explained.place) }
                if let Some(identity) = &event.identity {
                    <dt class="said">{ say("who.identity") }</dt>
                    <dd>{ said(words.of("identity", identity.check.key())) }
                        if !identity.note.is_empty() { {"("}<bdi lang="ja">{ identity.note.clone() }</bdi>{")"} }</dd>
                }
                <dt class="said">{ say("record.explained") }</dt>
                <dd class="said">{ said(&topics) }</dd>
                <dt class="said">{ say("review.method") }</dt>
                <dd>{ evidence(event, words) }</dd>
                { for fact("record.recorded", &event.recorded_at.to_japanese()) }
                <dt class="said">{ say("record.notice") }</dt>
                <dd>{ format!("{} {}", event.notice.id, event.notice.version) }<br />
                    <span class="record__print">{ digest::fingerprint(&event.notice.digest) }</span></dd>
            </dl>
        </>
    }
}

fn evidence(event: &ConsentEvent, words: Words) -> Html {
    let method = html! { <p class="said">{ said(words.of("method", event.method.key())) }</p> };
    let fact = |k: &'static str, value: &str| {
        (!value.is_empty()).then(
            || html! { <p class="said">{ say(k) }{ ": " }<bdi lang="ja">{ value.to_owned() }</bdi></p> },
        )
    };
    html! {
        <>
            { method }
            if let Some(signature) = &event.signature { { ink(signature.strokes(), &words.label("sign.drawn")) } }
            if let Some(typed) = &event.typed_name {
                <p><bdi lang="ja">{ typed.name.clone() }</bdi></p>
                <p class="small" lang="ja">{ typed.statement.clone() }</p>
            }
            if let Some(oral) = &event.oral {
                <p>{ oral.at.to_japanese() }</p>
                { for fact("voice.heard_by", &oral.heard_by) }
                { for fact("voice.also_present", &oral.also_present) }
                { for fact("voice.own_words", &oral.own_words) }
            }
            if let Some(proxy) = &event.proxy_writing {
                { for fact("proxy.written_by", &proxy.written_by) }
                { for fact("proxy.reason", &proxy.reason) }
                { for fact("proxy.seen_by", &proxy.seen_by) }
            }
        </>
    }
}
