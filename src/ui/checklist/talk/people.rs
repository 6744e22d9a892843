//! How many were there: one more, one fewer, or the number itself.

use crate::domain::checklist::{CheckAction, TalkAction};
use crate::ui::{
    checklist::Check,
    controls::{Button, Field, say},
    view::use_view,
};
use yew::prelude::*;

/// More people do not come to a meeting; what is typed beyond it is a slip.
const MOST: u32 = 9_999;

/// The number that was typed, in narrow or wide digits.
fn number(typed: &str) -> Option<u32> {
    let mut digits = typed.trim().chars().map(|c| match c {
        '０'..='９' => u32::from(c) - u32::from('０'),
        _ => c.to_digit(10).unwrap_or(u32::MAX),
    });
    let number = digits
        .try_fold(0_u32, |so_far, digit| (digit < 10).then_some(so_far)?.checked_mul(10)?.checked_add(digit));
    number.filter(|number| !typed.trim().is_empty() && *number <= MOST)
}

#[derive(Properties, PartialEq)]
pub(super) struct PeopleProps {
    pub check: Check,
}

/// The question how many were there. Whoever adds the first begins from those who answered.
#[component]
pub(super) fn People(props: &PeopleProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let people = check.session.talk.people;
    // What is typed while it is no number yet must not vanish under the fingers.
    let typed = use_state_eq(|| people.map(|count| count.to_string()).unwrap_or_default());
    let answered = u32::try_from(check.session.given().len()).unwrap_or(MOST);
    let set = {
        let (act, typed) = (check.act.clone(), typed.clone());
        Callback::from(move |(text, people): (String, Option<u32>)| {
            typed.set(text);
            act.emit(CheckAction::Talk(TalkAction::People(people)));
        })
    };
    let to = |count: u32| set.reform(move |()| (count.to_string(), Some(count)));
    let (less, more) = match people {
        Some(count) => (count.saturating_sub(1).max(1), count.saturating_add(1).min(MOST)),
        None => (answered.max(1), answered.max(1)),
    };
    let oninput = set.reform(|text: String| {
        let people = number(&text).filter(|count| *count > 0);
        (text, people)
    });
    html! {
        <div class="people">
            <Field id="people" label={words.t("talk.people")} hint={words.t("talk.people_hint")} value={(*typed).clone()} {oninput} />
            <div class="buttons people__steps">
                <Button disabled={people.is_none_or(|count| count <= 1)} onclick={to(less)}>{ say("talk.people_less") }</Button>
                <Button onclick={to(more)}>{ say("talk.people_more") }</Button>
            </div>
        </div>
    }
}
