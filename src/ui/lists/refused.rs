//! What is wrong with a list of one's own, every place of it: in words a volunteer can act on, with the technical cause
//! one tap away.

use crate::domain::checklist::{ChecklistError, Problem, own::Spot};
use crate::domain::text::Reading;
use crate::ui::{
    controls::{said, say},
    wording::Words,
};
use yew::prelude::*;

/// All that is wrong, in the order it was found.
pub fn listed(problems: &[ChecklistError], words: Words) -> Html {
    let each = problems.iter().enumerate().map(|(at, error)| {
        html! { <li key={at} class="wrong">{ one(error, words) }</li> }
    });
    html! { <ol class="wrongs">{ for each }</ol> }
}

fn one(error: &ChecklistError, words: Words) -> Html {
    html! {
        <>
            <p class="wrong__place said">{ place(&error.place, Some(&error.problem), words) }</p>
            <p class="said">
                { said(words.of("list_problem", error.problem.name())) }
                { for name(&error.problem).map(|name| html! { <>{ " " }<code>{ name.to_owned() }</code></> }) }
            </p>
            <details class="cause"><summary class="said">{ say("error.cause") }</summary><code>{ error.to_string() }</code></details>
        </>
    }
}

/// Where: まとまり 1・項目 3・やさしい・5文字目. What volunteers have no word for is written as it stands in the file.
pub fn place(path: &str, problem: Option<&Problem>, words: Words) -> Html {
    let spot = Spot::of(path);
    let number = |at: usize| (at + 1).to_string();
    let counted = [
        spot.part.map(|at| words.with("lists.part_n", &[("n", &number(at))])),
        spot.item.map(|at| words.with("lists.item_n", &[("n", &number(at))])),
        spot.point.map(|at| words.with("lists.point_n", &[("n", &number(at))])),
        spot.case.map(|at| words.with("lists.case_n", &[("n", &number(at))])),
    ];
    let (rest, english) = match spot.rest.strip_suffix(".en").or((spot.rest == "en").then_some("")) {
        Some(rest) => (rest, true),
        None => (spot.rest.as_str(), false),
    };
    let (field, code) = match rest {
        "title" if spot.part.is_none() && spot.case.is_none() => (Some("lists.name"), None),
        "title" => (Some("lists.part_title"), None),
        "short" => (Some("lists.short"), None),
        "." | "lists" | "" if spot.part.or(spot.case).is_none() => (Some("lists.whole"), None),
        "text" | "items" | "" => (None, None),
        other => (None, Some(other.to_owned())),
    };
    let reading = match spot.reading {
        Some(Reading::Plain) => Some("look.plain"),
        Some(Reading::Easy) => Some("look.easy"),
        None => english.then_some("lists.english"),
    };
    let column = match problem {
        Some(Problem::NoReading(at)) => Some(words.with("place.column", &[("n", &at.to_string())])),
        _ => None,
    };
    let parts = counted.into_iter().flatten();
    let parts = parts.chain(field.map(|key| words.t(key).to_owned()));
    let parts = parts.chain(reading.map(|key| words.t(key).to_owned())).chain(column);
    let parts = parts.map(|text| said(&text)).chain(code.map(|code| html! { <code>{ code }</code> }));
    parts.enumerate().map(|(at, part)| html! { <>{ if at > 0 { " · " } else { "" } }{ part }</> }).collect()
}

/// The name that has to be found again in the file.
fn name(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::DuplicateId(id) | Problem::UnknownId(id) | Problem::UnusableId(id) => Some(id),
        _ => None,
    }
}
