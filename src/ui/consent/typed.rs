//! The typed name: the equal route for keyboards and switches.

use super::{Talk, actions, people};
use crate::domain::session::{Action, Field as At, Step};
use crate::ui::{
    controls::{Field, Frame, Heading, Note, said, say},
    view::use_view,
    wording::bare,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TypedProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Typed(props: &TypedProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    let missing =
        talk.problems_at(Step::Typed).into_iter().any(|problem| problem.key == "problem.typed_name");
    let error = people::too_long_here(&talk.session, At::TypedName, words)
        .or_else(|| (*tried > 0 && missing).then(|| words.t("problem.typed_name").into()));
    let person = talk.session.who.name.trim();
    let answers_for = people::answers_for(&talk.session);
    let statement = match (talk.session.changes().is_some(), answers_for.is_some()) {
        (false, false) => words.t("typed.statement").to_owned(),
        (false, true) => words.with("typed.statement_for", &[("person", person)]),
        (true, false) => words.t("typed.statement_change").to_owned(),
        (true, true) => words.with("typed.statement_change_for", &[("person", person)]),
    };
    let (heading, label) = match answers_for {
        None => ("typed.heading", "who.name"),
        Some(_) => ("typed.heading_for", "respondent.name"),
    };
    let next = {
        let (talk, tried, statement) = (talk.clone(), tried.clone(), bare(&statement));
        Callback::from(move |()| {
            // What stood above the field belongs to the record.
            talk.act.emit(Action::State(statement.clone()));
            if talk.problems_at(Step::Typed).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(*tried + 1);
            }
        })
    };
    html! {
        <Frame title={words.t("consent.method")} screen="typed" refused={*tried} tools={talk.tools.clone()}
            actions={actions("to_review", next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="typed">{ say(heading) }</Heading>
                <Note><p class="note__body">{ said(&statement) }</p></Note>
                <Field id="typed-name" label={words.t(label)} required={true} value={talk.session.typed.name.clone()}
                    {error} oninput={talk.on(|text| Action::Edit(At::TypedName, text))} lang="ja" />
            </div>
        </Frame>
    }
}
