//! Whose answers these are, who explained, where, how identity was known. Asked after the purposes were shown (`004-31`).
//!
//! The name is always the person's, whoever answers. How it was explained and who else told something are folded away:
//! they are asked of few people.

use super::{Talk, actions, people, review::said_of};
use crate::domain::{
    consent::IdentityCheck,
    session::{Action, Field as At, Step, Ticks},
};
use crate::ui::{
    controls::{Check, Choices, Field, Fold, Frame, Heading, Option_, TickList, say},
    law::law,
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct WhoProps {
    pub talk: Talk,
}

#[component]
pub(super) fn WhoForm(props: &WhoProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    let found = if *tried > 0 { talk.problems_at(Step::Who) } else { Vec::new() };
    let has = |key: &'static str| found.iter().any(|problem| problem.key == key);
    let changing = talk.session.changes().is_some();
    let error = |field, key| {
        let missing = || has(key).then(|| AttrValue::from(words.t(said_of(key, changing))));
        people::too_long_here(&talk.session, field, words).or_else(missing)
    };
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if talk.problems_at(Step::Who).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(*tried + 1);
            }
        })
    };
    let who = &talk.session.who;
    let (by, place) =
        if changing { ("who.received_by", "who.received_at") } else { ("who.explained_by", "who.place") };
    // A record belongs to the person it was begun with.
    let known = talk.session.revision.is_some() && !crate::domain::text::tidy(&who.name).is_empty();
    let options = IdentityCheck::ALL
        .map(|check| Option_ { value: check.key(), text: words.of("identity", check.key()).into() })
        .to_vec();
    let identify = talk.on(|value: &'static str| {
        let check = IdentityCheck::ALL.into_iter().find(|check| check.key() == value);
        Action::Identify(check.unwrap_or(IdentityCheck::Other))
    });
    let edit = |field: At| talk.on(move |text| Action::Edit(field, text));
    let note_key = match who.identity {
        Some(IdentityCheck::Document) => Some("who.note.document"),
        Some(IdentityCheck::Companion) => Some("who.note.companion"),
        Some(IdentityCheck::Other) => Some("who.note.other"),
        Some(IdentityCheck::Known) | None => None,
    };
    // With somebody else in the room "your name" could be anybody's.
    let other = people::beside(&talk.session);
    let asked = if people::is_alone(&talk.session) {
        ("who.heading", "who.name", "who.kana")
    } else {
        ("who.heading_for", "who.name_for", "who.kana_for")
    };
    let hint = other.map(|name| AttrValue::from(words.with("who.name_for_hint", &[("name", name)])));
    let next_key = if talk.session.from_review { "to_review" } else { "next" };
    html! {
        <Frame title={words.t("consent.who")} screen="who" refused={*tried} tools={talk.tools.clone()}
            actions={actions(next_key, next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="who">{ say(if known && changing { "who.heading_change" } else { asked.0 }) }</Heading>
                <div class="fields">
                    if known {
                        <p class="said">{ say(asked.1) }{ ": " }<strong><bdi lang="ja">{ who.name.clone() }</bdi></strong></p>
                    } else {
                        // A hint below one of two labels would push its field out of the row.
                        <div class={classes!("fields", hint.is_none().then_some("fields--pair"))}>
                            <Field id="name" label={words.t(asked.1)} required={true} value={who.name.clone()} {hint}
                                error={error(At::Name, "problem.name")} oninput={edit(At::Name)} lang="ja" />
                            <Field id="kana" label={words.t(asked.2)} value={who.kana.clone()} lang="ja"
                                error={people::too_long_here(&talk.session, At::Kana, words)} oninput={edit(At::Kana)} />
                        </div>
                    }
                    <div class="fields fields--pair">
                        <Field id="explained-by" label={words.t(by)} required={true}
                            value={who.explained_by.clone()} error={error(At::ExplainedBy, "problem.explained_by")}
                            oninput={edit(At::ExplainedBy)} lang="ja" />
                        <Field id="place" label={words.t(place)} value={who.place.clone()} oninput={edit(At::Place)} lang="ja"
                            gentle={true} />
                    </div>
                    <Choices name="identity" legend={words.t("who.identity")} legend_shown={true} {options}
                        chosen={who.identity.map(IdentityCheck::key)} onchoose={identify} />
                    if let Some(label) = note_key {
                        <Field id="identity-note" label={words.t(label)} value={who.identity_note.clone()} gentle={true}
                            hint={AttrValue::from(words.t("who.note.hint"))} oninput={edit(At::IdentityNote)} lang="ja" />
                    }
                    if !changing {
                        <How talk={talk.clone()} />
                        if talk.notice.indirect { <ToldBy talk={talk.clone()} /> }
                    }
                </div>
            </div>
        </Frame>
    }
}

/// Ticks of a list, as actions.
fn tick(talk: &Talk, list: Ticks) -> Callback<(&'static str, bool)> {
    talk.on(move |(id, on): (&'static str, bool)| Action::Tick { list, id: id.to_owned(), on })
}

/// How the explanation was fitted to the person (`004 A-4-4`).
#[component]
fn How(props: &WhoProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let ticked = talk.session.ticks(Ticks::Accommodations).to_vec();
    // Decided once: a fold must not close under the finger that takes the last tick away.
    let open = use_state_eq(|| !ticked.is_empty());
    let choices =
        law().accommodations.iter().map(|one| (one.id.as_str(), words.pick(&one.name).to_owned().into()));
    html! {
        <Fold summary={say("told.fold")} open={*open} paper={false}>
            <div class="fold__body">
                <TickList id="accommodations" legend={words.t("told.how")} choices={choices.collect::<Vec<_>>()} {ticked}
                    ontick={tick(talk, Ticks::Accommodations)} />
            </div>
        </Fold>
    }
}

/// Who else told something, and whether they were allowed to (`002 §11`).
#[component]
fn ToldBy(props: &WhoProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let told = &talk.session.told;
    let open = use_state_eq(|| !told.told_by.is_empty());
    let choices = law().sources.iter().map(|one| (one.id.as_str(), words.pick(&one.name).to_owned().into()));
    html! {
        <Fold summary={say("told.sources_fold")} open={*open} paper={false}>
            <div class="fold__body">
                <TickList id="told-by" legend={words.t("told.sources")} choices={choices.collect::<Vec<_>>()}
                    ticked={told.told_by.clone()} ontick={tick(talk, Ticks::ToldBy)} />
                if !told.told_by.is_empty() {
                    <Field id="provider" label={words.t("told.provider")} value={told.provider.clone()} lang="ja"
                        gentle={true} oninput={talk.on(|text| Action::Edit(At::Provider, text))} />
                    <Check text={words.t("told.consent")} checked={told.consent_confirmed}
                        onchange={talk.on(Action::ConsentConfirmed)} />
                    <Check text={words.t("told.document")} checked={told.document_received}
                        onchange={talk.on(Action::DocumentReceived)} />
                }
            </div>
        </Fold>
    }
}
