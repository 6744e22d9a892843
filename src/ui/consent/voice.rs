//! The spoken answer: when, exactly what, who heard it (`000 collect.2.b`).

use super::{Talk, actions, people, record::answer_words};
use crate::browser::clock;
use crate::domain::session::{Action, Field as At, Step, scope};
use crate::ui::{
    controls::{Check, Field, FieldKind, Frame, Heading, Subheading, said, say},
    view::use_view,
    wording::bare,
};
use yew::prelude::*;

/// What can be wrong with the time; said as soon as it is.
const WRONG_TIMES: [&str; 4] =
    ["problem.oral.time", "problem.oral.future", "problem.oral.long_ago", "problem.oral.before"];

#[derive(Properties, PartialEq)]
pub(super) struct VoiceProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Voice(props: &VoiceProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    let oral = &talk.session.oral;
    // What is typed while it is no time yet must not vanish under the fingers.
    let typed = use_state_eq(|| {
        let at = oral.at.unwrap_or_else(talk.env.now);
        (at.date(), at.clock())
    });
    // The tick stands for these very words: in another register or language it has to be set again.
    let scope =
        scope(&talk.session, &talk.notice, words.wording(), |answer| bare(&answer_words(words, answer)));
    let is_read_back = oral.read_back && oral.scope.as_ref() == Some(&scope);
    let read_back = {
        let (act, scope) = (talk.act.clone(), scope.clone());
        Callback::from(move |yes| {
            act.emit(Action::ReadOut(scope.clone()));
            act.emit(Action::ReadBack(yes));
        })
    };
    {
        // The time went with an answer that no longer stands: the next one is given now.
        let (act, now, missing) = (talk.act.clone(), talk.env.now, oral.at.is_none());
        use_effect_with((), move |()| {
            if missing {
                act.emit(Action::SpokenAt(Some(now())));
            }
        });
    }
    let found = talk.problems_at(Step::Voice);
    let shown = |key: &'static str| {
        let always = WRONG_TIMES.contains(&key);
        (found.iter().any(|problem| problem.key == key) && (always || *tried > 0))
            .then(|| AttrValue::from(words.t(key)))
    };
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if is_read_back && talk.problems_at(Step::Voice).is_empty() {
                talk.next().emit(());
            } else {
                if !is_read_back {
                    talk.act.emit(Action::ReadBack(false));
                }
                tried.set(*tried + 1);
            }
        })
    };
    let retime = |change: fn((String, String), String) -> (String, String)| {
        let (typed, act) = (typed.clone(), talk.act.clone());
        Callback::from(move |text: String| {
            let (date, time) = change((*typed).clone(), text);
            act.emit(Action::SpokenAt(clock::at_local(&date, &time)));
            typed.set((date, time));
        })
    };
    // What is read back is what the scope says: of a change of mind only what changes.
    let changing = talk.session.changes().is_some();
    let read = |id: &String| !changing || talk.session.answers.contains_key(id);
    let lines = talk.notice.items.iter().filter(|item| read(&item.id)).map(|item| {
        let answer = talk.session.answers.get(&item.id).copied();
        html! {
            <div class="row" key={item.id.clone()}>
                <span class="said">{ said(words.pick(&item.short)) }</span>
                <span class="row__value said">{ said(&answer_words(words, answer)) }</span>
            </div>
        }
    });
    let (lead, heard) = match people::answers_for(&talk.session) {
        None => (words.t("voice.lead").to_owned(), words.t("voice.read_back").to_owned()),
        Some(name) => (
            words.with("voice.lead_for", &[("name", name)]),
            words.with("voice.read_back_for", &[("name", name)]),
        ),
    };
    let wrong_time = WRONG_TIMES.into_iter().find_map(shown);
    let wrong_listener =
        people::too_long_here(&talk.session, At::HeardBy, words).or_else(|| shown("problem.oral.heard_by"));
    let edit = |field: At| talk.on(move |text| Action::Edit(field, text));
    let today = (talk.env.now)().date();
    html! {
        <Frame title={words.t("consent.method")} screen="voice" refused={*tried} tools={talk.tools.clone()}
            actions={actions("to_review", next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="voice">{ say("voice.heading") }</Heading>
                <p class="lead said">{ said(&lead) }</p>
                <div class="card">
                    <Subheading>{ say("voice.scope") }</Subheading>
                    <div class="scope">{ for lines }</div>
                    <Check text={heard} checked={is_read_back}
                        onchange={read_back} id="read-back" error={shown("problem.oral.read_back")} />
                </div>
                <div class="fields">
                    <div class="fields fields--pair">
                        <Field id="spoken-date" kind={FieldKind::Date} label={words.t("voice.date")} value={typed.0.clone()}
                            max={AttrValue::from(today)} error={wrong_time.clone()}
                            oninput={retime(|(_, time), date| (date, time))} />
                        <Field id="spoken-time" kind={FieldKind::Time} label={words.t("voice.time")} value={typed.1.clone()}
                            invalid={wrong_time.is_some()}
                            oninput={retime(|(date, _), time| (date, time))} />
                    </div>
                    <div class="fields fields--pair">
                        <Field id="heard-by" label={words.t("voice.heard_by")} required={true} value={oral.heard_by.clone()}
                            error={wrong_listener} oninput={edit(At::HeardBy)} lang="ja" />
                        <Field id="also-present" label={words.t("voice.also_present")} value={oral.also_present.clone()}
                            oninput={edit(At::AlsoPresent)} lang="ja" />
                    </div>
                    <Field id="own-words" kind={FieldKind::Lines} label={words.t("voice.own_words")}
                        hint={AttrValue::from(words.t("voice.own_words_hint"))} value={oral.own_words.clone()}
                        oninput={edit(At::OwnWords)} lang="ja" gentle={true} />
                </div>
            </div>
        </Frame>
    }
}
