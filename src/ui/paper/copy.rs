//! The copy to take home, of all answers or of what was changed, and what can be chosen about it before it is printed. For the people who run the group.

use super::{Leaf, TextButtons, in_words};
use crate::domain::{
    consent::{Consent, EventKind},
    export::{Kind, file_name},
    notice::NoticeSnapshot,
    paper::{self, Amount},
    text::Reading,
};
use crate::ui::{
    controls::{Choices, Option_, say},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

/// The choices for the screen and the page for the printer; both empty where there is nothing to print.
#[hook]
pub fn use_copy(consent: Option<Rc<Consent>>, notices: Rc<Vec<NoticeSnapshot>>) -> (Html, Html) {
    let view = use_view();
    let words = view.words();
    let amount = use_state_eq(Amount::default);
    let event = consent.as_ref().and_then(|consent| consent.events.last());
    let whole = use_state_eq(|| false);
    // In the words that the person answered in, whatever the screen shows by now.
    let reading = use_state_eq(|| event.map_or_else(|| view.reading(), |event| event.reading));
    let (Some(consent), Some(event)) = (&consent, event) else { return Default::default() };
    let changed = event.kind != EventKind::Decided;
    let paper = |reading: Reading| {
        let made = in_words(view.lang, reading, |phrases| {
            let slip = (changed && !*whole).then(|| paper::slip(consent, &notices, phrases));
            slip.flatten().or_else(|| paper::copy(consent, &notices, *amount, phrases))
        });
        made.map(Rc::new)
    };
    let (Some(shown), Some(easy)) = (paper(*reading), paper(Reading::Easy)) else {
        return Default::default();
    };
    let choose_amount = {
        let amount = amount.clone();
        Callback::from(move |value| amount.set(if value == "full" { Amount::Full } else { Amount::Short }))
    };
    let choose_kind = {
        let whole = whole.clone();
        Callback::from(move |value| whole.set(value == "copy"))
    };
    let choose_reading = {
        let reading = reading.clone();
        Callback::from(move |value| {
            reading.set(if value == "easy" { Reading::Easy } else { Reading::Plain });
        })
    };
    let option = |value: &'static str, key: &'static str| Option_ { value, text: words.t(key).into() };
    let amounts = vec![option("short", "paper.short"), option("full", "paper.full")];
    let readings = vec![option("plain", "look.plain"), option("easy", "look.easy")];
    let kinds = vec![option("slip", "paper.kind.slip"), option("copy", "paper.kind.copy")];
    let kind = if *whole { "copy" } else { "slip" };
    let chosen = if *amount == Amount::Full { "full" } else { "short" };
    let name = file_name(Kind::Consent, event.recorded_at, &consent.id);
    let name = name.trim_end_matches(".json").to_owned();
    let choices = html! {
        <details class="fold">
            <summary class="said">{ say("paper.choose") }</summary>
            <div class="fold__body">
            if changed {
                <Choices name="paper-kind" legend={words.t("paper.kind")} legend_shown={true} options={kinds} chosen={Some(kind)} onchoose={choose_kind} />
            }
            if !changed || *whole {
                <Choices name="paper-amount" legend={words.t("paper.amount")} legend_shown={true} options={amounts} chosen={Some(chosen)} onchoose={choose_amount} />
            }
            <Choices name="paper-reading" legend={words.t("paper.wording")} legend_shown={true} options={readings} chosen={Some(reading.name())} onchoose={choose_reading} />
            <TextButtons paper={shown.clone()} {easy} {name} />
            </div>
        </details>
    };
    (choices, html! { <Leaf paper={shown} /> })
}
