//! Who answers: the person, the person with family beside them, a representative; or nobody can today (`004-21 … 24`).
//!
//! Nothing is preselected. What has to be known about a choice opens below it and nowhere else; those parts live in
//! [`super::beside`] and [`super::representative`].

use super::{Talk, actions, beside, people, representative};
use crate::browser::focus;
use crate::domain::{
    consent::AgeBand,
    law::{Guardian, RepresentativeKind},
    session::{Action, Field as At, RoleChoice, Step},
};
use crate::ui::{
    controls::{Choices, Field, Frame, Heading, Option_, said, say},
    law::law,
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

/// What the parts of this screen share.
pub(super) struct Part<'a> {
    pub talk: &'a Talk,
    pub words: Words,
    /// The keys of what is missing, once the way on was refused.
    pub found: Vec<&'static str>,
    /// Goes on to another choice and takes the focus along, for buttons that vanish with it.
    pub lead: Callback<RoleChoice>,
}

impl Part<'_> {
    /// The sentence of a problem, where it is there.
    pub fn error(&self, key: &'static str) -> Option<AttrValue> {
        self.found.contains(&key).then(|| AttrValue::from(self.words.t(key)))
    }

    /// A field of the draft, with what is wrong with it.
    pub fn field(
        &self,
        id: &'static str,
        label: &'static str,
        at: At,
        problem: Option<&'static str>,
    ) -> Html {
        self.hinted(id, label, at, problem, None)
    }

    /// A field of the draft with a line that helps.
    pub fn hinted(
        &self,
        id: &'static str,
        label: &'static str,
        at: At,
        problem: Option<&'static str>,
        hint: Option<AttrValue>,
    ) -> Html {
        let value = at.of(&self.talk.session).to_owned();
        let long =
            (at == At::RespondentName).then(|| people::too_long_here(&self.talk.session, at, self.words));
        let error = long.flatten().or_else(|| problem.and_then(|key| self.error(key)));
        html! {
            <Field {id} label={self.words.t(label)} required={problem.is_some()} {value} {hint} lang="ja" {error}
                oninput={self.talk.on(move |text| Action::Edit(at, text))} />
        }
    }

    /// Who may answer for the person. Where nobody said how old they are, everybody who may answer for anybody.
    pub fn kinds(&self) -> Vec<&'static RepresentativeKind> {
        let Talk { session, notice, .. } = self.talk;
        let age = session.respondent.age.filter(|_| session.asks_age(notice));
        match age {
            Some(age) => law().representatives(age != AgeBand::Adult).collect(),
            None if notice.minors => law().representative_kinds.iter().collect(),
            None => law().representatives(false).collect(),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RespondentFormProps {
    pub talk: Talk,
}

#[component]
pub(super) fn RespondentForm(props: &RespondentFormProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    let role = talk.session.respondent.role;
    let detail = use_node_ref();
    let led = use_mut_ref(|| false);
    {
        let (detail, led, tried) = (detail.clone(), led.clone(), tried.clone());
        use_effect_with((role, talk.session.respondent.age), move |_| {
            // Nobody is told what is missing in a choice that was made just now.
            tried.set(0);
            if core::mem::take(&mut *led.borrow_mut()) {
                focus::to(&detail);
            }
        });
    }
    let lead = {
        let (act, led) = (talk.act.clone(), led);
        Callback::from(move |role| {
            *led.borrow_mut() = true;
            act.emit(Action::Respond(role));
        })
    };
    let found = if *tried > 0 { talk.problems_at(Step::Respondent) } else { Vec::new() };
    let part = Part { talk, words, found: found.into_iter().map(|problem| problem.key).collect(), lead };
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if talk.problems_at(Step::Respondent).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(*tried + 1);
            }
        })
    };
    let next_key = if talk.session.from_review { "to_review" } else { "next" };
    html! {
        <Frame title={words.t("consent.respondent")} screen="respondent" refused={*tried} tools={talk.tools.clone()}
            actions={actions(next_key, next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="respondent">{ say("respondent.heading") }</Heading>
                if talk.session.asks_age(&talk.notice) { { ages(&part) } }
                { roles(&part, role, &detail) }
            </div>
        </Frame>
    }
}

/// The bands of ages, with the numbers of the law. Another age may ask for another representative.
fn ages(part: &Part<'_>) -> Html {
    let Part { talk, words, .. } = part;
    let options =
        AgeBand::ALL.map(|band| Option_ { value: band.key(), text: age_words(band, *words).into() });
    let (act, kind) = (talk.act.clone(), talk.session.respondent.kind.clone());
    let choose = Callback::from(move |value: &'static str| {
        let band = AgeBand::ALL.into_iter().find(|band| band.key() == value).unwrap_or(AgeBand::Adult);
        act.emit(Action::Age(band));
        if law().representatives(band != AgeBand::Adult).all(|known| known.id != kind) {
            act.emit(Action::Edit(At::RepresentativeKind, String::new()));
        }
    });
    html! {
        <Choices name="age" legend={words.t("age.legend")} legend_shown={true} options={options.to_vec()}
            chosen={talk.session.respondent.age.map(AgeBand::key)} onchoose={choose}
            error={part.error("problem.respondent.age")} />
    }
}

/// What a band of ages is called, in ruby notation.
pub(super) fn age_words(band: AgeBand, words: Words) -> String {
    let (guardian, key) = match band {
        AgeBand::Child => (Guardian::Required, "age.child"),
        AgeBand::Youth => (Guardian::Advised, "age.youth"),
        AgeBand::Adult => (Guardian::NotNeeded, "age.adult"),
    };
    let (first, last) = law().ages(guardian);
    let number = |years: Option<u8>| years.map(|years| years.to_string()).unwrap_or_default();
    words.t(key).replace("{{first}}", &number(first)).replace("{{last}}", &number(last))
}

fn roles(part: &Part<'_>, chosen: Option<RoleChoice>, detail: &NodeRef) -> Html {
    let Part { talk, words, .. } = part;
    let changing = talk.session.changes().is_some();
    let offered = RoleChoice::ALL.into_iter().filter(|role| !changing || *role != RoleChoice::Unable);
    let cards = offered.map(|role| {
        let onchange = talk.on(move |_: Event| Action::Respond(role));
        let is_chosen = chosen == Some(role);
        html! {
            <div class="role" key={role.key()}>
                <label class="choice">
                    <input type="radio" name="role" value={role.key()} checked={is_chosen} {onchange} />
                    <span class="choice__face" part="choice">
                        <span class="role__words">
                            <span class="said">{ said(words.of("role", role.key())) }</span>
                            <span class="role__hint said">{ said(hint(part, role)) }</span>
                        </span>
                    </span>
                </label>
                if is_chosen { { details(part, role, detail) } }
            </div>
        }
    });
    let led = [
        "problem.respondent.choose",
        "problem.respondent.family_alone",
        "problem.respondent.guardian",
        "problem.respondent.role",
    ];
    let wrong = led.into_iter().find_map(|key| part.error(key));
    let is_wrong = wrong.is_some();
    html! {
        <fieldset role={is_wrong.then_some("radiogroup")} aria-invalid={is_wrong.then_some("true")}
            aria-describedby={is_wrong.then_some("role-error")} tabindex={is_wrong.then_some("-1")}>
            <legend class="visually-hidden">{ said(words.t("respondent.heading")) }</legend>
            if let Some(error) = wrong {
                <div class="note note--care role__wrong" id="role-error"><p class="note__body said">{ said(&error) }</p></div>
            }
            <div class="roles">{ for cards }</div>
        </fieldset>
    }
}

/// What a choice means, in one line. Parents are named only where children are asked about.
fn hint(part: &Part<'_>, role: RoleChoice) -> &'static str {
    if role == RoleChoice::Representative && part.talk.notice.minors {
        return part.words.t("respondent.guardian_hint");
    }
    part.words.of("role_hint", role.key())
}

/// What opens below the chosen card; nothing where there is nothing to ask.
fn details(part: &Part<'_>, role: RoleChoice, detail: &NodeRef) -> Html {
    let age = part.talk.session.respondent.age.filter(|_| part.talk.session.asks_age(&part.talk.notice));
    let child = age == Some(AgeBand::Child);
    let inside = match role {
        RoleChoice::Principal | RoleChoice::WithFamily if child => beside::child(part),
        RoleChoice::Principal if age == Some(AgeBand::Youth) => html! {
            <p class="said">{ say("respondent.youth") }</p>
        },
        RoleChoice::Principal => return Html::default(),
        RoleChoice::WithFamily => beside::family(part),
        RoleChoice::Representative => representative::fields(part),
        RoleChoice::FamilyAlone => beside::alone(part),
        RoleChoice::Unable => beside::unable(part),
    };
    html! { <div class="role__detail" key={role.key()} ref={detail} tabindex="-1">{ inside }</div> }
}
