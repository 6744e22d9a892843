//! What opens below "somebody with the authority to answer": who they are, what shows it, and what the person wants
//! (`004-21`, `004-22`, `002 §20-1`). Which kinds there are and what shows them is dated data.

use super::{beside::tick, respondent::Part};
use crate::domain::session::{Action, Field as At, Ticks};
use crate::ui::{
    controls::{Choices, Field, FieldKind, Note, Option_, Subheading, TickList, said, say},
    law::law,
};
use yew::prelude::*;

/// Kind, name, relation, document; the day of a letter; the person's own wish.
pub(super) fn fields(part: &Part<'_>) -> Html {
    let Part { talk, words, .. } = part;
    let draft = &talk.session.respondent;
    let offered = part.kinds();
    let options = offered
        .iter()
        .map(|kind| Option_ { value: kind.id.as_str(), text: words.pick(&kind.name).to_owned().into() });
    let chosen = offered.iter().find(|kind| kind.id == draft.kind);
    let choose = {
        let act = talk.act.clone();
        Callback::from(move |value: &'static str| {
            act.emit(Action::Edit(At::RepresentativeKind, value.to_owned()));
            // The day belongs to a letter; where there is none it must not be recorded with another kind.
            if law().representative(value).is_none_or(|kind| !kind.mandate) {
                act.emit(Action::Edit(At::MandateDated, String::new()));
            }
        })
    };
    let document = chosen.map(|kind| words.pick(&kind.hint)).unwrap_or_default();
    let hint = format!("{document}{}", words.t("who.note.hint"));
    html! {
        <>
            <Choices name="kind" legend={words.t("respondent.kind")} legend_shown={true} options={options.collect::<Vec<_>>()}
                chosen={chosen.map(|kind| kind.id.as_str())} onchoose={choose}
                error={part.error("problem.respondent.kind")} />
            <div class="fields fields--pair">
                { part.field("representative-name", "respondent.name", At::RespondentName, Some("problem.respondent.name")) }
                { part.hinted("representative-relation", "respondent.relation", At::RespondentRelation,
                    Some("problem.respondent.relation"), Some(words.t("respondent.relation_hint_for").into())) }
            </div>
            { part.hinted("authority", "respondent.authority", At::Authority, Some("problem.respondent.authority"),
                Some(hint.into())) }
            if chosen.is_some_and(|kind| kind.mandate) { { letter(part) } }
            { wish(part) }
        </>
    }
}

/// The day of a letter of authority. An old one is no wrong one: the person is asked again.
fn letter(part: &Part<'_>) -> Html {
    let Part { talk, words, .. } = part;
    let today = (talk.env.now)().date();
    let dated = talk.session.respondent.mandate_dated.clone();
    let error = ["problem.respondent.mandate", "problem.respondent.mandate_future"]
        .into_iter()
        .find_map(|key| part.error(key));
    let old = !dated.is_empty() && law().mandate_is_old(&dated, &today);
    let months = law().mandate_months.to_string();
    html! {
        <>
            <Field id="mandate" kind={FieldKind::Date} label={words.t("respondent.mandate")} value={dated}
                hint={AttrValue::from(words.t("respondent.mandate_hint"))} max={AttrValue::from(today)} {error}
                oninput={talk.on(|text| Action::Edit(At::MandateDated, text))} />
            if old {
                <Note live={true}>
                    <p class="note__body said">{ said(&words.with("respondent.mandate_old", &[("months", &months)])) }</p>
                </Note>
            }
        </>
    }
}

/// What the person wants stands beside the answer of whoever answers for them.
fn wish(part: &Part<'_>) -> Html {
    let Part { talk, words, .. } = part;
    let draft = &talk.session.respondent;
    let choices =
        law().wishes.iter().map(|choice| (choice.id.as_str(), words.pick(&choice.name).to_owned().into()));
    html! {
        <div class="role__wish">
            <Subheading>{ say("respondent.wish") }</Subheading>
            <p class="said">{ say("respondent.wish_lead") }</p>
            <TickList id="wish" legend={words.t("respondent.wish_how")} choices={choices.collect::<Vec<_>>()}
                ticked={draft.wish.clone()} error={part.error("problem.respondent.wish")}
                ontick={tick(part, Ticks::Wish)} />
            <Field id="wish-words" kind={FieldKind::Lines} label={words.t("respondent.wish_words")} lang="ja"
                value={draft.wish_words.clone()} gentle={true}
                oninput={talk.on(|text| Action::Edit(At::WishWords, text))} />
        </div>
    }
}
