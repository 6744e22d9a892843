//! What opens below the choices that are not a representative: family beside the person, family alone and a child (both
//! lead on), and the day on which nobody could say.

use super::respondent::Part;
use crate::domain::{
    law::Guardian,
    session::{Action, Field as At, RoleChoice, Ticks},
};
use crate::ui::{
    controls::{Button, Choices, Field, FieldKind, Note, Option_, TickList, said, say},
    law::law,
};
use yew::prelude::*;

/// Their name, what they are to the person, whether they agree: beside the person's answer, never in its place (`004-23`).
pub(super) fn family(part: &Part<'_>) -> Html {
    html! {
        <>
            <div class="fields fields--pair">
                { part.field("family-name", "respondent.family", At::RespondentName, Some("problem.respondent.family_name")) }
                { part.hinted("family-relation", "respondent.relation", At::RespondentRelation,
                    Some("problem.respondent.family_relation"), Some(part.words.t("respondent.relation_hint").into())) }
            </div>
            <Agreement talk={part.talk.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AgreementProps {
    talk: super::Talk,
}

/// Three equal choices. Not having been asked is one of them, and is recorded as silence.
#[component]
fn Agreement(props: &AgreementProps) -> Html {
    let talk = &props.talk;
    let words = crate::ui::view::use_view().words();
    // "Not asked" leaves no trace in the draft: whoever comes back from the review has said it, or passed it by.
    let unasked = use_state_eq(|| talk.session.from_review);
    let choose = {
        let (act, unasked) = (talk.act.clone(), unasked.clone());
        Callback::from(move |value: &'static str| {
            unasked.set(value == "unasked");
            act.emit(Action::FamilyAgrees(match value {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            }));
        })
    };
    let options = [
        ("yes", words.t("respondent.agrees_yes")),
        ("no", words.t("respondent.agrees_no")),
        ("unasked", words.t("respondent.agrees_unasked")),
    ]
    .map(|(value, text)| Option_ { value, text: text.into() });
    let chosen = match talk.session.respondent.agrees {
        Some(true) => Some("yes"),
        Some(false) => Some("no"),
        None => unasked.then_some("unasked"),
    };
    html! {
        <>
            <Choices name="agrees" legend={words.t("respondent.agrees")} legend_shown={true} options={options.to_vec()}
                {chosen} onchoose={choose} />
            <p class="small said">{ say("respondent.agrees_note") }</p>
        </>
    }
}

/// Why family alone cannot conclude for somebody who can decide, and what can be recorded instead (`004-23`).
pub(super) fn alone(part: &Part<'_>) -> Html {
    let to = |role: RoleChoice| part.lead.reform(move |()| role);
    let changing = part.talk.session.changes().is_some();
    let next = if changing { "respondent.alone_next_one" } else { "respondent.alone_next" };
    html! {
        <>
            <p class="said">{ say("respondent.alone") }</p>
            <p class="said">{ say(next) }</p>
            <div class="role__ways">
                <Button icon="next" onclick={to(RoleChoice::WithFamily)}>{ say("respondent.alone_beside") }</Button>
                if !changing {
                    <Button icon="next" onclick={to(RoleChoice::Unable)}>{ say("respondent.alone_unable") }</Button>
                }
            </div>
        </>
    }
}

/// A child is not left out, and does not answer alone (`004-22`, `B2-21`).
pub(super) fn child(part: &Part<'_>) -> Html {
    let (_, last) = law().ages(Guardian::Required);
    let last = last.map(|years| years.to_string()).unwrap_or_default();
    html! {
        <>
            <p class="said">{ said(&part.words.with("respondent.child", &[("last", &last)])) }</p>
            <div class="role__ways">
                <Button icon="next" onclick={part.lead.reform(|()| RoleChoice::Representative)}>
                    { say("respondent.child_go") }
                </Button>
            </div>
        </>
    }
}

/// What was tried, and when it will be asked again (`004-24`, `B2-23`).
pub(super) fn unable(part: &Part<'_>) -> Html {
    let Part { talk, words, .. } = part;
    let draft = &talk.session.respondent;
    let choices =
        law().tried.iter().map(|choice| (choice.id.as_str(), words.pick(&choice.name).to_owned().into()));
    html! {
        <>
            <Note><div class="note__body">
                <p class="said">{ say("respondent.unable") }</p>
                if !talk.session.answers.is_empty() { <p class="said">{ say("respondent.unable_dropped") }</p> }
            </div></Note>
            <TickList id="tried" legend={words.t("respondent.tried")} choices={choices.collect::<Vec<_>>()}
                ticked={draft.tried.clone()} error={part.error("problem.unable")} ontick={tick(part, Ticks::Tried)} />
            <Field id="tried-note" kind={FieldKind::Lines} label={words.t("respondent.tried_note")} lang="ja"
                value={draft.tried_note.clone()} gentle={true}
                oninput={talk.on(|text| Action::Edit(At::TriedNote, text))} />
            { part.hinted("ask-again", "respondent.again", At::AskAgain, None,
                Some(words.t("respondent.again_hint").into())) }
        </>
    }
}

/// Ticks of a list, as actions.
pub(super) fn tick(part: &Part<'_>, list: Ticks) -> Callback<(&'static str, bool)> {
    part.talk.on(move |(id, on): (&'static str, bool)| Action::Tick { list, id: id.to_owned(), on })
}
