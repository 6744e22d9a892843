//! The people of a conversation in words: who answers and for whom, who explained or received it, who told what.
//! Lines of the review; what a finished record shows lives in [`super::record`].

use super::{Talk, respondent::age_words};
use crate::domain::{
    consent::IdentityCheck,
    session::{Field as At, RoleChoice, Session, Step, Ticks, too_long},
    time::day_to_japanese,
};
use crate::ui::{
    controls::said,
    law::{all_named, law},
    wording::Words,
};
use yew::prelude::*;

/// One line of the review: what it is about (a key of the wording), what was said, and the screen it is from.
pub(super) struct Line {
    pub key: &'static str,
    pub value: Html,
    pub step: Step,
}

/// Whether only the person is there to be meant by "your name".
pub(super) fn is_alone(session: &Session) -> bool {
    matches!(session.respondent.role, None | Some(RoleChoice::Principal))
}

/// Whoever answers for the person, by name.
pub(super) fn answers_for(session: &Session) -> Option<&str> {
    let name = session.respondent.name.trim();
    (session.respondent.role == Some(RoleChoice::Representative) && !name.is_empty()).then_some(name)
}

/// The name that could be taken for the person's: the representative's, or that of the family beside them.
pub(super) fn beside(session: &Session) -> Option<&str> {
    let name = session.respondent.name.trim();
    let there = matches!(session.respondent.role, Some(RoleChoice::Representative | RoleChoice::WithFamily));
    (there && !name.is_empty()).then_some(name)
}

/// What is wrong with a name that is too long to be one; said at once, before anybody goes on.
pub(super) fn too_long_here(session: &Session, field: At, words: Words) -> Option<AttrValue> {
    too_long(field.of(session)).then(|| AttrValue::from(words.t("problem.too_long")))
}

fn text(value: &str) -> Html {
    html! { <bdi lang="ja">{ value.trim().to_owned() }</bdi> }
}

/// Words in ruby notation, and behind them what somebody typed.
fn noted(words: &str, note: &str) -> Html {
    let note = note.trim();
    if words.is_empty() {
        return text(note);
    }
    let behind = (!note.is_empty()).then(|| html! { <>{ "（" }{ text(note) }{ "）" }</> });
    html! { <>{ said(words) }{ for behind }</> }
}

/// Everything about people that was entered, in the order of the screens.
pub(super) fn lines(talk: &Talk, words: Words) -> Vec<Line> {
    let session = &talk.session;
    let mut lines = who_answers(talk, words);
    let mut put = |key, value, step| lines.push(Line { key, value, step });
    let who = &session.who;
    let alone = is_alone(session);
    put(if alone { "who.name" } else { "who.name_for" }, text(&who.name), Step::Who);
    if !who.kana.trim().is_empty() {
        put(if alone { "who.kana" } else { "who.kana_for" }, text(&who.kana), Step::Who);
    }
    let changing = session.changes().is_some();
    put(if changing { "who.received_by" } else { "who.explained_by" }, text(&who.explained_by), Step::Who);
    if !who.place.trim().is_empty() {
        put(if changing { "who.received_at" } else { "who.place" }, text(&who.place), Step::Who);
    }
    // Without it there would be no line that leads to the question.
    let identity = who.identity.map_or_else(
        || said(words.t("who.identity_none")),
        |check| {
            let note = if check == IdentityCheck::Known { "" } else { &who.identity_note };
            noted(words.of("identity", check.key()), note)
        },
    );
    put("who.identity", identity, Step::Who);
    let how = session.ticks(Ticks::Accommodations);
    if !how.is_empty() {
        put("told.how", said(&all_named(&law().accommodations, how, words)), Step::Who);
    }
    if let Some(sources) = session.told.sources() {
        let confirmed =
            [(sources.consent_confirmed, "told.consent"), (sources.document_received, "told.document")];
        let confirmed = confirmed.into_iter().filter(|(yes, _)| *yes).map(|(_, key)| {
            html! { <p class="small said">{ said(words.t(key)) }</p> }
        });
        let told = noted(&all_named(&law().sources, &sources.told_by, words), &sources.provider);
        put("told.sources", html! { <>{ told }{ for confirmed }</> }, Step::Who);
    }
    lines
}

/// Who answers, and what belongs to it: family, authority, the person's own wish; or what was tried.
fn who_answers(talk: &Talk, words: Words) -> Vec<Line> {
    let session = &talk.session;
    let draft = &session.respondent;
    let mut lines = Vec::new();
    let mut put = |key, value| lines.push(Line { key, value, step: Step::Respondent });
    if let Some(age) = draft.age.filter(|_| session.asks_age(&talk.notice) && !session.is_unable()) {
        put("age.legend", said(&age_words(age, words)));
    }
    let Some(role) = draft.role else {
        put("consent.respondent", said(words.t("answer.none")));
        return lines;
    };
    put("consent.respondent", said(words.of("role", role.key())));
    match role {
        RoleChoice::Principal | RoleChoice::FamilyAlone => {}
        RoleChoice::WithFamily => {
            put("respondent.family", noted_name(&draft.name, &draft.relation));
            let agrees = match draft.agrees {
                Some(true) => "respondent.agrees_yes",
                Some(false) => "respondent.agrees_no",
                None => "respondent.agrees_unasked",
            };
            put("respondent.agrees", said(words.t(agrees)));
        }
        RoleChoice::Representative => {
            put("respondent.name", noted_name(&draft.name, &draft.relation));
            let kind = law().representative(&draft.kind).map(|kind| words.pick(&kind.name));
            put("respondent.kind", said(kind.unwrap_or(&draft.kind)));
            put("respondent.authority", text(&draft.authority));
            if !draft.mandate_dated.is_empty() {
                put("respondent.mandate", text(&day_to_japanese(&draft.mandate_dated)));
            }
            put("respondent.wish", noted(&all_named(&law().wishes, &draft.wish, words), &draft.wish_words));
        }
        RoleChoice::Unable => {
            put("respondent.tried", noted(&all_named(&law().tried, &draft.tried, words), &draft.tried_note));
            if !draft.again.trim().is_empty() {
                put("respondent.again", text(&draft.again));
            }
        }
    }
    lines
}

fn noted_name(name: &str, relation: &str) -> Html {
    html! { <>{ text(name) }{ "（" }{ text(relation) }{ "）" }</> }
}
