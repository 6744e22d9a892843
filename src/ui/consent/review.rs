//! Everything on one screen, in the person's register; each line leads back to its place.

use super::{Talk, change, follow_up, ink, people, record::answer_words, topic, way_back};
use crate::domain::{
    consent::{AcknowledgementState, Understanding},
    session::{Action, Route, Step, problems},
    time::day_to_japanese,
};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Note, NoteKind, Subheading, said, say, when},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ReviewProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Review(props: &ReviewProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let session = &talk.session;
    let found = problems(session, &talk.notice, (talk.env.now)());
    // Where nobody could answer there are no answers to show, and none to confirm again.
    let unable = session.is_unable();
    let changed = !unable && session.changed_since_attested();
    let lapsed = changed && session.has_lapsed();
    let visit = |step: Step| talk.on(move |()| Action::Visit(step));
    let row = |key: String, label: &str, value: Html, step: Step| {
        html! {
            <li class="row row--link" {key}>
                <span class="row__key said">{ said(label) }</span>
                <span class="row__value said">{ value }</span>
                <Button kind={ButtonKind::Tool} onclick={visit(step)} about={crate::ui::wording::bare(label)}>
                    { say("review.change") }
                </Button>
            </li>
        }
    };
    let changing = session.changes().is_some();
    let groups = talk.notice.groups.iter().filter(|_| !changing).map(|group| {
        let rows = talk.notice.items.iter().enumerate().filter(|(_, item)| item.group == group.id).map(
            |(index, item)| {
                let answer = session.answers.get(&item.id).copied();
                let value = html! { { said(&answer_words(words, answer)) } };
                row(item.id.clone(), words.pick(&item.short), value, Step::Item(index))
            },
        );
        html! {
            <section class="card" key={group.id.clone()}>
                <Subheading>{ said(words.pick(&group.title)) }</Subheading>
                <ul class="rows">{ for rows }</ul>
            </section>
        }
    });
    let unanswered = if changing { 0 } else { talk.notice.items.len() - session.answers.len() };
    let acknowledged = talk.notice.acknowledgements.iter().map(|known| {
        let key = match session.acknowledgements.get(&known.id) {
            Some(AcknowledgementState::Acknowledged) => "ack.acknowledged",
            Some(AcknowledgementState::Declined) => "ack.declined",
            None => "answer.none",
        };
        row(known.id.clone(), words.pick(&known.title), html! { { say(key) } }, Step::Acknowledge)
    });
    let again = talk.notice.sections.iter().filter_map(|section| {
        let topic = session.topics.get(&section.id)?;
        let step = topic::step_of(talk, &section.id)?;
        // What was asked for again stays to be seen when it was understood in the end.
        let value = match topic.understanding {
            Some(Understanding::AskedAgain) => "topic.asked_again",
            _ if topic.asked_again => "topic.understood_again",
            _ => return None,
        };
        Some(row(section.id.clone(), words.pick(&section.title), html! { { say(value) } }, step))
    });
    let again: Vec<Html> = again.collect();
    let people = people::lines(talk, words).into_iter().map(|line| {
        // A record belongs to the person it was begun with: there is nothing to change about the name.
        let is_name = ["who.name", "who.kana", "who.name_for", "who.kana_for"].contains(&line.key);
        if !is_name || session.revision.is_none() {
            return row(line.key.to_owned(), words.t(line.key), line.value, line.step);
        }
        html! {
            <li class="row row--link" key={line.key}>
                <span class="row__key said">{ say(line.key) }</span>
                <span class="row__value">{ line.value }</span>
            </li>
        }
    });
    let reconfirm = talk.on(|()| Action::Reconfirm);
    let finish = if changed { Callback::noop() } else { talk.finish.clone() };
    let screen = if talk.stale.is_some() { "review-stale" } else { "review" };
    html! {
        <Frame title={words.t("consent.review")} {screen} tools={talk.tools.clone()} actions={html! {
            <>
                <Button kind={ButtonKind::Primary} icon="check" disabled={changed} onclick={finish}>{ say("review.finish") }</Button>
                { way_back(Some(talk.back())) }
            </>
        }}>
            <div class="stage__inner settle">
                <Heading {screen}>{ say("review.heading") }</Heading>
                { for talk.stale.clone() }
                if changed {
                    <Note kind={NoteKind::Care} live={true}>
                        <p class="note__body">{ say("problem.changed") }</p>
                        if !lapsed {
                            <Button icon="check" onclick={reconfirm}>{ say("review.reconfirm") }</Button>
                        }
                    </Note>
                }
                if session.asks_evidence_again && !unable {
                    <Note live={true}><p class="note__body">{ say("review.evidence_again") }</p></Note>
                }
                { for found.iter().filter(|problem| problem.key != "problem.changed").enumerate().map(|(index, problem)| html! {
                    <Note key={index} kind={NoteKind::Care}>
                        <p class="note__body">{ say(said_of(problem.key, changing)) }</p>
                        <Button onclick={visit(problem.step)}>{ say("review.mend") }</Button>
                    </Note>
                }) }
                if unable { <Note><p class="note__body">{ say("review.not_confirmed") }</p></Note> }
                if !unable && unanswered > 0 {
                    <Note><p class="note__body">{ said(&words.with("review.unanswered", &[("count", &unanswered.to_string())])) }</p></Note>
                }
                if changing {
                    <section class="card">
                        <Subheading>{ say("change.sum") }</Subheading>
                        { change::changed(talk, words) }
                        <div class="buttons">
                            <Button kind={ButtonKind::Tool} onclick={visit(Step::Change)} about={words.label("change.sum")}>{ say("review.change") }</Button>
                        </div>
                    </section>
                    <section class="told">
                        <Subheading>{ say("review.follow") }</Subheading>
                        { follow_up::of_talk(talk, words) }
                    </section>
                } else if !unable {
                    { for groups }
                }
                if !changing && (!unable || !again.is_empty() || !session.acknowledgements.is_empty()) {
                    <section class="card">
                        <Subheading>{ say("review.heard") }</Subheading>
                        <ul class="rows">{ for acknowledged }{ for again }</ul>
                    </section>
                }
                <section class="card">
                    <Subheading>{ say(if changing { "review.people_change" } else { "review.people" }) }</Subheading>
                    <ul class="rows">{ for people }</ul>
                </section>
                if !unable {
                    <section class="card">
                        <Subheading>{ say("review.method") }</Subheading>
                        { method(talk, words) }
                    </section>
                }
            </div>
        </Frame>
    }
}

/// A change of mind is received, not explained.
pub(super) fn said_of(problem: &'static str, changing: bool) -> &'static str {
    if changing && problem == "problem.explained_by" { "problem.received_by" } else { problem }
}

fn method(talk: &Talk, words: crate::ui::wording::Words) -> Html {
    let session = &talk.session;
    let Some(route) = session.route else { return Html::default() };
    let line = |key: &'static str, value: &str| {
        let value = value.trim();
        (!value.is_empty()).then(|| {
            html! { <p class="said">{ say(key) }{ ": " }<bdi lang="ja">{ value.to_owned() }</bdi></p> }
        })
    };
    let shown = match route {
        Route::Sign => ink(session.pad.strokes(), &words.label("sign.drawn")),
        Route::Typed => html! {
            <>
                <bdi lang="ja">{ session.typed.name.trim().to_owned() }</bdi>
                <p class="small said">{ said(&session.typed.statement) }</p>
            </>
        },
        Route::Voice => html! {
            <>
                if let Some(at) = session.oral.at { <p>{ when(&at.to_japanese()) }</p> }
                { for line("voice.heard_by", &session.oral.heard_by) }
                { for line("voice.also_present", &session.oral.also_present) }
                { for line("voice.own_words", &session.oral.own_words) }
            </>
        },
        Route::Proxy => html! {
            <>
                { for line("proxy.written_by", &session.proxy.written_by) }
                { for line("proxy.reason", &session.proxy.reason) }
                { for line("proxy.seen_by", &session.proxy.seen_by) }
            </>
        },
        Route::Paper => html! {
            <>
                { for line("sheet.signed_on", &day_to_japanese(&session.paper.signed_on)) }
                { for line("sheet.kept_in", &session.paper.kept_in) }
                { for line("sheet.kept_by", &session.paper.kept_by) }
            </>
        },
    };
    let again = match route {
        Route::Sign => Step::Sign,
        Route::Typed => Step::Typed,
        Route::Voice => Step::Voice,
        Route::Proxy => Step::Proxy,
        Route::Paper => Step::Paper,
    };
    html! {
        <>
            <p class="row__value said">{ said(words.of("way", route.key())) }</p>
            { shown }
            <div class="buttons">
                <Button kind={ButtonKind::Tool} onclick={talk.on(move |()| Action::Visit(again))}>{ say("review.see_again") }</Button>
                <Button kind={ButtonKind::Tool} onclick={talk.on(|()| Action::Visit(Step::Method))}>{ say("review.other_way") }</Button>
            </div>
        </>
    }
}
