//! Who answers, who explained, where, how identity was known. Asked after the purposes were shown (`004-31`).

use super::{Talk, actions};
use crate::domain::{
    consent::IdentityCheck,
    session::{Action, Field as At, Step},
};
use crate::ui::{
    controls::{Choices, Field, Frame, Heading, Option_, say},
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
    let error = |key: &'static str| {
        found.iter().any(|problem| problem.key == key).then(|| AttrValue::from(words.t(key)))
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
    let next_key = if talk.session.from_review { "to_review" } else { "next" };
    html! {
        <Frame title={words.t("consent.who")} screen="who" refused={*tried} tools={talk.tools.clone()}
            actions={actions(next_key, next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="who">{ say("who.heading") }</Heading>
                <div class="fields">
                    <div class="fields fields--pair">
                        <Field id="name" label={words.t("who.name")} required={true} value={who.name.clone()}
                            error={error("problem.name")} oninput={edit(At::Name)} lang="ja" />
                        <Field id="kana" label={words.t("who.kana")} value={who.kana.clone()} oninput={edit(At::Kana)} lang="ja" />
                    </div>
                    <div class="fields fields--pair">
                        <Field id="explained-by" label={words.t("who.explained_by")} required={true}
                            value={who.explained_by.clone()} error={error("problem.explained_by")}
                            oninput={edit(At::ExplainedBy)} lang="ja" />
                        <Field id="place" label={words.t("who.place")} value={who.place.clone()} oninput={edit(At::Place)} lang="ja" />
                    </div>
                    <Choices name="identity" legend={words.t("who.identity")} legend_shown={true} {options}
                        chosen={who.identity.map(IdentityCheck::key)} onchoose={identify} />
                    if let Some(label) = note_key {
                        <Field id="identity-note" label={words.t(label)} value={who.identity_note.clone()}
                            hint={AttrValue::from(words.t("who.note.hint"))} oninput={edit(At::IdentityNote)} lang="ja" />
                    }
                </div>
            </div>
        </Frame>
    }
}
