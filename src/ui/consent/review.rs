//! Everything on one screen, in the person's register; each line leads back to its place.

use super::{Talk, ink, record::answer_words, topic, way_back};
use crate::domain::{
    consent::{AcknowledgementState, IdentityCheck, Understanding},
    session::{Action, Route, Step, problems},
};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Note, NoteKind, Subheading, said, say},
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
    let changed = session.changed_since_attested();
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
    let groups = talk.notice.groups.iter().map(|group| {
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
    let unanswered = talk.notice.items.len() - session.answers.len();
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
        (topic.understanding == Some(Understanding::AskedAgain)).then(|| {
            row(section.id.clone(), words.pick(&section.title), html! { { say("topic.asked_again") } }, step)
        })
    });
    let again: Vec<Html> = again.collect();
    let who = &session.who;
    let text = |value: &str| html! { <bdi lang="ja">{ value.trim().to_owned() }</bdi> };
    let mut people = vec![row("name".into(), words.t("who.name"), text(&who.name), Step::Who)];
    if !who.kana.trim().is_empty() {
        people.push(row("kana".into(), words.t("who.kana"), text(&who.kana), Step::Who));
    }
    people.push(row("by".into(), words.t("who.explained_by"), text(&who.explained_by), Step::Who));
    if !who.place.trim().is_empty() {
        people.push(row("place".into(), words.t("who.place"), text(&who.place), Step::Who));
    }
    if let Some(check) = who.identity {
        let value =
            html! { <>{ said(words.of("identity", check.key())) }{ note(check, &who.identity_note) }</> };
        people.push(row("identity".into(), words.t("who.identity"), value, Step::Who));
    }
    let reconfirm = talk.on(|()| Action::Reconfirm);
    let finish = if changed { Callback::noop() } else { talk.finish.clone() };
    html! {
        <Frame title={words.t("consent.review")} screen="review" tools={talk.tools.clone()} actions={html! {
            <>
                <Button kind={ButtonKind::Primary} icon="check" disabled={changed} onclick={finish}>{ say("review.finish") }</Button>
                { way_back(Some(talk.back())) }
            </>
        }}>
            <div class="stage__inner settle">
                <Heading screen="review">{ say("review.heading") }</Heading>
                if changed {
                    <Note kind={NoteKind::Care} live={true}>
                        <p class="note__body">{ say("problem.changed") }</p>
                        <Button icon="check" onclick={reconfirm}>{ say("review.reconfirm") }</Button>
                    </Note>
                }
                { for found.iter().filter(|problem| problem.key != "problem.changed").map(|problem| html! {
                    <Note key={problem.key} kind={NoteKind::Care}>
                        <p class="note__body">{ say(problem.key) }</p>
                        <Button onclick={visit(problem.step)}>{ say("review.mend") }</Button>
                    </Note>
                }) }
                if unanswered > 0 {
                    <Note><p class="note__body">{ said(&words.with("review.unanswered", &[("count", &unanswered.to_string())])) }</p></Note>
                }
                { for groups }
                <section class="card">
                    <Subheading>{ say("review.heard") }</Subheading>
                    <ul class="rows">{ for acknowledged }{ for again }</ul>
                </section>
                <section class="card">
                    <Subheading>{ say("review.people") }</Subheading>
                    <ul class="rows">{ for people }</ul>
                </section>
                <section class="card">
                    <Subheading>{ say("review.method") }</Subheading>
                    { method(talk, words) }
                </section>
            </div>
        </Frame>
    }
}

fn note(check: IdentityCheck, note: &str) -> Html {
    if check == IdentityCheck::Known || note.trim().is_empty() {
        return Html::default();
    }
    html! { <>{ "(" }<bdi lang="ja">{ note.trim().to_owned() }</bdi>{ ")" }</> }
}

fn method(talk: &Talk, words: crate::ui::wording::Words) -> Html {
    let session = &talk.session;
    let Some(route) = session.route else { return Html::default() };
    let shown = match route {
        Route::Sign => ink(session.pad.strokes(), &words.label("sign.drawn")),
        Route::Typed => html! { <bdi lang="ja">{ session.typed.name.trim().to_owned() }</bdi> },
        Route::Voice => html! {
            <>
                if let Some(at) = session.oral.at { <p>{ at.to_japanese() }</p> }
                <p class="said">{ say("voice.heard_by") }{ ": " }<bdi lang="ja">{ session.oral.heard_by.trim().to_owned() }</bdi></p>
            </>
        },
        Route::Proxy => html! {
            <p class="said">{ say("proxy.written_by") }{ ": " }<bdi lang="ja">{ session.proxy.written_by.trim().to_owned() }</bdi></p>
        },
    };
    let again = match route {
        Route::Sign => Step::Sign,
        Route::Typed => Step::Typed,
        Route::Voice => Step::Voice,
        Route::Proxy => Step::Proxy,
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
