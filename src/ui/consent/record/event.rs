//! One thing that happened: when, what, what changed by it, and everything that was noted with it.

use super::{answers, evidence, fact, short};
use crate::domain::{
    consent::{AcknowledgementState, Break, ConsentEvent, Current, EventKind, Role, Topic, Understanding},
    digest,
    law::{Choice, Law},
    notice::NoticeSnapshot,
};
use crate::ui::{
    consent::{change::from_to, follow_up},
    controls::{Fold, Note, NoteKind, said, say, when},
    law::{law, list},
    notice::whose,
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EventProps {
    pub event: ConsentEvent,
    pub notice: Option<Rc<NoticeSnapshot>>,
    /// What held before.
    pub before: Current,
    /// Whether it is the first of the record.
    pub first: bool,
    /// Whether it is the only one: its answers stand above the history already.
    pub alone: bool,
    /// How the history breaks here, if it does.
    pub broken: Option<Break>,
}

/// An entry of the history.
#[component]
pub(super) fn Event(props: &EventProps) -> Html {
    let EventProps { event, notice, before, first, alone, broken } = props;
    let words = use_view().words();
    let what = match event.kind {
        EventKind::Decided if event.unable.is_some() => "history.unable",
        EventKind::Decided if *first => "history.decided",
        EventKind::Decided => "history.anew",
        EventKind::Changed => "history.changed",
        EventKind::Withdrawn => "history.withdrawn",
    };
    let told = if event.kind == EventKind::Decided {
        let all = event.answers.iter().map(|given| (&given.item, Some(given.answer)));
        let all = all.chain(event.unanswered.iter().map(|item| (item, None)));
        let list = answers(all, notice.as_deref(), words);
        (!alone).then(|| html! { <Fold summary={html! { { say("history.answers") } }}>{ list }</Fold> })
    } else {
        let rows = event.answers.iter().map(|given| {
            let name = short(&given.item, notice.as_deref(), words);
            from_to(&given.item, &name, before.answer(&given.item), given.answer, words)
        });
        Some(html! { <dl class="rows">{ for rows }</dl> })
    };
    let follows = (!event.follow_ups.is_empty()).then(|| {
        let list = follow_up::list(&event.follow_ups, notice.as_ref(), words);
        html! { <Fold summary={html! { { say("history.follow") } }} open={true}>{ list }</Fold> }
    });
    html! {
        <li class={classes!("timeline__entry", broken.map(|_| "timeline__entry--broken"))}>
            <p class="timeline__when">{ when(&event.decided_at.to_japanese()) }</p>
            <p class="timeline__what said"><strong>{ say(what) }</strong></p>
            if let Some(how) = broken {
                <Note kind={NoteKind::Care}>
                    <div class="note__body"><p>{ say(how.key()) }</p><p>{ say("history.broken") }</p></div>
                </Note>
            }
            { for told }
            { for follows }
            <Fold summary={html! { { say("history.details") } }} open={*alone}>
                <dl class="facts">{ details(event, notice.as_deref(), words) }</dl>
            </Fold>
        </li>
    }
}

fn details(event: &ConsentEvent, notice: Option<&NoticeSnapshot>, words: Words) -> Html {
    let heard = event.acknowledgements.iter().map(|known| {
        let k = match known.state {
            AcknowledgementState::Acknowledged => "ack.acknowledged",
            AcknowledgementState::Declined => "ack.declined",
        };
        let title = notice.and_then(|notice| notice.acknowledgements.iter().find(|a| a.id == known.id));
        let title = title.map_or_else(|| known.id.clone(), |a| words.pick(&a.title).to_owned());
        html! { <><dt class="said">{ said(&title) }</dt><dd class="said">{ say(k) }</dd></> }
    });
    let explained = event.explained.as_ref().map(|told| {
        let understood =
            told.topics.iter().filter(|topic| topic.understanding == Some(Understanding::Understood));
        let all = notice.map_or(0, |notice| notice.sections.len());
        let topics = words.with(
            "record.topics",
            &[("understood", &understood.count().to_string()), ("all", &all.to_string())],
        );
        html! {
            <>
                { for fact("who.explained_by", &told.by) }
                { for fact("who.place", &told.place) }
                <dt class="said">{ say("record.explained") }</dt><dd class="said">{ said(&topics) }</dd>
                { again(&told.topics, notice, words) }
            </>
        }
    });
    let received = event.received.as_ref().map(|received| {
        html! { <>{ for fact("who.received_by", &received.by) }{ for fact("who.received_at", &received.place) }</> }
    });
    let law = law();
    html! {
        <>
            { unable(event, law, words) }
            { respondent(event, law, words) }
            { for explained }
            { for received }
            { for heard }
            { ids("history.accommodations", &event.accommodations, &law.accommodations, words) }
            { sources(event, law, words) }
            if let Some(identity) = &event.identity {
                <dt class="said">{ say("who.identity") }</dt>
                <dd>{ said(words.of("identity", identity.check.key())) }
                    if !identity.note.is_empty() { {"("}<bdi lang="ja">{ identity.note.clone() }</bdi>{")"} }</dd>
            }
            if event.method.is_some() {
                <dt class="said">{ say("review.method") }</dt>
                <dd>{ evidence::evidence(event, words) }</dd>
            }
            <dt class="said">{ say("record.decided") }</dt><dd lang="ja">{ when(&event.decided_at.to_japanese()) }</dd>
            <dt class="said">{ say("record.recorded") }</dt><dd lang="ja">{ when(&event.recorded_at.to_japanese()) }</dd>
            <dt class="said">{ say("record.notice") }</dt>
            <dd>{ format!("{} {}", event.notice.id, event.notice.version) }<br />
                if let Some(key) = notice.and_then(|notice| whose(notice, "record.changed", "record.own")) {
                    <span class="said">{ say(key) }</span><br />
                }
                <span class="record__print">{ digest::fingerprint(&event.notice.digest) }</span></dd>
        </>
    }
}

/// The topics that the person asked to hear again, whether they were understood in the end or not.
fn again(topics: &[Topic], notice: Option<&NoticeSnapshot>, words: Words) -> Html {
    let asked = list(topics.iter().filter(|topic| topic.asked_again).map(|topic| {
        let section =
            notice.and_then(|notice| notice.sections.iter().find(|known| known.id == topic.section));
        section.map_or(&*topic.section, |section| words.pick(&section.title)).to_owned()
    }));
    if asked.is_empty() {
        return Html::default();
    }
    html! { <><dt class="said">{ say("record.asked_again") }</dt><dd class="said">{ said(&asked) }</dd></> }
}

/// What was chosen from a list of the legal data, the id itself where this version knows it no more.
fn ids(k: &'static str, ids: &[String], known: &[Choice], words: Words) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let names = ids.iter().enumerate().map(|(index, id)| {
        let choice = known.iter().find(|choice| choice.id == *id);
        let name = choice.map_or(&**id, |choice| words.pick(&choice.name));
        html! { <>if index > 0 { { "・" } }{ said(name) }</> }
    });
    html! { <><dt class="said">{ say(k) }</dt><dd class="said">{ for names }</dd></> }
}

/// Who answered: the person, family beside them, or somebody in their place, with the person's own wish.
fn respondent(event: &ConsentEvent, law: &Law, words: Words) -> Html {
    let Some(who) = &event.respondent else { return Html::default() };
    let role = match who.role {
        Role::Principal => "history_role.principal",
        Role::WithFamily => "history_role.with_family",
        Role::Representative => "history_role.representative",
    };
    let person = |name: &str, relation: &str| {
        if relation.is_empty() { name.to_owned() } else { format!("{name}({relation})") }
    };
    let family = who.family.as_ref().map(|family| {
        let agrees =
            family.agrees.map(|yes| if yes { "history.family_agrees" } else { "history.family_differs" });
        html! {
            <>
                { for fact("history.family", &person(&family.name, &family.relation)) }
                if let Some(k) = agrees { <dd class="said">{ say(k) }</dd> }
            </>
        }
    });
    let representative = who.representative.as_ref().map(|one| {
        let kind = law.representative(&one.kind).map_or(&*one.kind, |kind| words.pick(&kind.name));
        html! {
            <>
                { for fact("history.representative", &person(&one.name, &one.relation)) }
                <dd class="said">{ said(kind) }</dd>
                { for fact("history.authority", &one.authority) }
                { for fact("history.mandate", one.mandate_dated.as_deref().unwrap_or_default()) }
            </>
        }
    });
    let wish = who.wish.as_ref().map(|wish| {
        html! {
            <>
                { ids("history.wish", &wish.shown, &law.wishes, words) }
                if !wish.words.is_empty() { <dd lang="ja"><bdi>{ wish.words.clone() }</bdi></dd> }
            </>
        }
    });
    html! {
        <>
            <dt class="said">{ say("history.respondent") }</dt><dd class="said">{ say(role) }</dd>
            { for family }{ for representative }{ for wish }
        </>
    }
}

/// Who else told something, and whether they were allowed to.
fn sources(event: &ConsentEvent, law: &Law, words: Words) -> Html {
    let Some(sources) = &event.sources else { return Html::default() };
    html! {
        <>
            { ids("history.sources", &sources.told_by, &law.sources, words) }
            if !sources.provider.is_empty() { <dd lang="ja"><bdi>{ sources.provider.clone() }</bdi></dd> }
            if sources.consent_confirmed { <dd class="said">{ say("history.sources_agreed") }</dd> }
            if sources.document_received { <dd class="said">{ say("history.sources_paper") }</dd> }
        </>
    }
}

/// What was tried on a day on which nobody could be sure, and when it will be asked again.
fn unable(event: &ConsentEvent, law: &Law, words: Words) -> Html {
    let Some(unable) = &event.unable else { return Html::default() };
    html! {
        <>
            { ids("history.tried", &unable.tried, &law.tried, words) }
            if !unable.note.is_empty() {
                if unable.tried.is_empty() { <dt class="said">{ say("history.tried") }</dt> }
                <dd lang="ja"><bdi>{ unable.note.clone() }</bdi></dd>
            }
            { for fact("history.ask_again", &unable.again) }
        </>
    }
}
