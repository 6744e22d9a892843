//! Last time: what was agreed then and what became of it ([`LastTime`]), what moved since ([`Moves`]), and how it went over
//! all runs ([`Trend`]). Distributions are compared, never people; that is decided in [`crate::domain::checklist::trend`].

mod draw;
mod file;
mod last;
mod moves;
mod trend;

pub(super) use last::{Earlier, LastTime};
pub(super) use moves::Moves;
pub use trend::{Trend, TrendProps};

use super::tally::{Glyph, word};
use crate::domain::checklist::{ActionEntry, Checklist, Counts, Mark, Standing};
use crate::domain::day::Day;
use crate::domain::text::Wording;
use crate::ui::{
    controls::{said, say},
    wording::Words,
};
use yew::prelude::*;

/// A day as the current wording says it, in ruby notation.
pub(super) fn day_words(words: Words, day: Day) -> String {
    match words.wording() {
        Wording::Plain => day.to_japanese(),
        Wording::Easy => day.to_easy_japanese(),
        Wording::English => day.to_string(),
    }
}

/// A phrase with a day in it. Days come in ruby notation, so they are put in as they are.
pub(super) fn with_day(words: Words, key: &'static str, day: Day) -> String {
    words.t(key).replace("{{day}}", &day_words(words, day))
}

/// The counts of an item beside each other: shape and number for eyes, word and number for ears. Missing answers only
/// where there are any.
pub(super) fn counts_line(words: Words, list: Option<&Checklist>, counts: &Counts) -> Html {
    counts_all(words, list, counts, counts.unmarked > 0)
}

/// [`counts_line`], with the missing answers where a neighbour has some.
fn counts_all(words: Words, list: Option<&Checklist>, counts: &Counts, missing: bool) -> Html {
    let marks = [Some(Mark::Done), Some(Mark::Trying), Some(Mark::NotYet), None];
    let marks = marks.into_iter().filter(|mark| mark.is_some() || missing).map(|mark| {
        html! {
            <span class="counts-line__one">
                <Glyph {mark} />
                <span class="visually-hidden">{ said(&word(words, list, mark)) }{ " " }</span>
                <strong>{ counts.of(mark) }</strong>
            </span>
        }
    });
    html! { <span class="counts-line">{ for marks }</span> }
}

/// What was decided, with its role and its days. `late` is the sentence for a day that is over.
fn action_lines(words: Words, entry: &ActionEntry, standing: Standing, late: &'static str) -> Html {
    let due = entry
        .due
        .map(|due| with_day(words, if standing == Standing::Overdue { late } else { "since.due" }, due));
    let role = entry.role.as_ref().map(|role| words.with("since.role", &[("by", role)]));
    let done_on = entry.done_on.map(|day| with_day(words, "since.done_on", day));
    let due = due.filter(|_| standing != Standing::Done);
    let more = [role, due, done_on].into_iter().flatten();
    html! {
        <>
            <p class="deed__what" lang="ja"><bdi>{ entry.text.clone() }</bdi></p>
            { for more.map(|line| html! { <p class="small said">{ said(&line) }</p> }) }
        </>
    }
}

/// What the group decided to do, as it stands: one list, the word for the state before each.
pub(super) fn deeds(words: Words, actions: &[(ActionEntry, Standing)]) -> Html {
    let lines = actions.iter().map(|(entry, standing)| {
        let state = match standing {
            Standing::Overdue => "report.overdue",
            Standing::Open => "report.open",
            Standing::Done => "report.action_done",
        };
        html! {
            <li class={classes!("deed", format!("deed--{}", standing.value()))} key={entry.id.clone()}>
                <p class="deed__state said">{ say(state) }</p>
                <div>{ action_lines(words, entry, *standing, "since.due") }</div>
            </li>
        }
    });
    html! { <ul class="deeds">{ for lines }</ul> }
}
