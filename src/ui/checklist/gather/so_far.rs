//! How many have answered, and going on with answers on this tablet. Counts only: nobody can be found by them.

use super::super::{ScreenProps, Subheading};
use crate::domain::checklist::{Turn, Way, Ways};
use crate::ui::{
    controls::{Button, Icon, said, say},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

/// How many answers there are, in notation. What a group marked as one is not one person's.
pub(super) fn count(ways: Ways, words: Words) -> String {
    let n = ways.total().to_string();
    if ways.together > 0 {
        words.with("gather.count_all", &[("n", &n)])
    } else {
        words.with("gather.count", &[("n", &n)])
    }
}

/// How many have answered, and by which way. Counts only.
#[component]
pub(super) fn SoFar(props: &ScreenProps) -> Html {
    let words = use_view().words();
    let ways = props.check.session.answered();
    if ways.total() == 0 {
        return html! { <p class="said gather__count">{ say("gather.none") }</p> };
    }
    let by = [
        ("meeting", "gather.by_together", ways.together),
        ("pass", "gather.by_round", ways.passed_round),
        ("phones", "gather.by_phones", ways.own_phone),
    ];
    let by = by.into_iter().filter(|(_, _, count)| *count > 0).map(|(name, key, count)| {
        html! {
            <li key={name} class="so__way">
                <Icon {name} /><span class="said">{ say(key) }</span><strong>{ count }</strong>
            </li>
        }
    });
    html! {
        <div class="so">
            <p class="so__all said">{ said(&count(ways, words)) }</p>
            <ul class="so__ways">{ for by }</ul>
        </div>
    }
}

/// Going on with answers on this tablet.
#[component]
pub(super) fn Here(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let go = |turn: Turn| {
        let check = check.clone();
        Callback::from(move |()| check.turn_to(turn, true))
    };
    let session = &check.session;
    let together =
        if session.answered().together == 0 { "gather.together_go" } else { "gather.together_look" };
    // What the group marked and put away counts; it is not marked a second time.
    let open = session.gathering.way == Way::Together && !session.marks.is_empty();
    html! {
        <section class="card">
            <Subheading text={words.t("gather.here")} />
            <div class="buttons">
                <Button icon="pass" onclick={go(Turn::Round)}>{ say("gather.round_go") }</Button>
                if session.answered().together == 0 || open {
                    <Button icon="meeting" onclick={go(Turn::Together)}>{ say(together) }</Button>
                }
            </div>
        </section>
    }
}
