//! An answer on paper: the day on the sheet, where the sheet is, who put it there. The sheet itself is the evidence.

use super::{Talk, actions, people};
use crate::domain::session::{Action, Field as At, Step};
use crate::ui::{
    controls::{Field, FieldKind, Frame, Heading, say},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SheetProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    {
        // Whoever explained usually puts the sheet away; nobody types a name twice (RD-09).
        let (act, session) = (talk.act.clone(), talk.session.clone());
        use_effect_with((), move |()| {
            if session.paper.kept_by.is_empty() && !session.who.explained_by.is_empty() {
                act.emit(Action::Edit(At::PaperKeeper, session.who.explained_by.clone()));
            }
        });
    }
    let found = talk.problems_at(Step::Paper);
    let error = |keys: &[&'static str]| {
        let told = |key: &&&'static str| found.iter().any(|problem| problem.key == **key);
        // A day that cannot be is said at once, what is merely not there yet only when it is missed.
        let at_once = |key: &&&'static str| {
            *tried > 0 || matches!(**key, "problem.paper.future" | "problem.paper.before")
        };
        keys.iter().filter(told).find(at_once).map(|key| AttrValue::from(words.t(key)))
    };
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if talk.problems_at(Step::Paper).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(*tried + 1);
            }
        })
    };
    let draft = &talk.session.paper;
    let edit = |field: At| talk.on(move |text| Action::Edit(field, text));
    let today = (talk.env.now)().date();
    html! {
        <Frame title={words.t("consent.method")} screen="sheet" refused={*tried} tools={talk.tools.clone()}
            actions={actions("to_review", next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="sheet">{ say("sheet.heading") }</Heading>
                <p class="lead said">{ say("sheet.lead") }</p>
                <div class="fields">
                    <Field id="paper-day" kind={FieldKind::Date} label={words.t("sheet.signed_on")} required={true}
                        value={draft.signed_on.clone()} max={AttrValue::from(today)} oninput={edit(At::PaperDay)}
                        error={error(&["problem.paper.day", "problem.paper.future", "problem.paper.before"])} />
                    <Field id="paper-place" label={words.t("sheet.kept_in")} required={true} value={draft.kept_in.clone()}
                        hint={AttrValue::from(words.t("sheet.kept_in_hint"))} oninput={edit(At::PaperPlace)} lang="ja"
                        error={error(&["problem.paper.place"])} />
                    <Field id="paper-keeper" label={words.t("sheet.kept_by")} required={true} value={draft.kept_by.clone()}
                        oninput={edit(At::PaperKeeper)} lang="ja"
                        error={people::too_long_here(&talk.session, At::PaperKeeper, words).or_else(|| error(&["problem.paper.by"]))} />
                </div>
            </div>
        </Frame>
    }
}
