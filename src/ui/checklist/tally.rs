//! How marks look: the drawn shape, the word beside it, the bar of a part. Counts only, never a share or a total.

use crate::domain::checklist::{Checklist, Counts, Mark, Summary};
use crate::domain::text::Text;
use crate::ui::{
    controls::{Picture, Said},
    view::use_view,
    wording::{Words, bare},
};
use std::rc::Rc;
use yew::prelude::*;

/// The order of every bar and line.
const ORDER: [Option<Mark>; 4] = [Some(Mark::Done), Some(Mark::Trying), Some(Mark::NotYet), None];

/// Side of one answer in a bar, in units of its drawing.
const CELL: u32 = 48;

/// Up to so many answers are drawn one by one; more than a glance counts are lengths with their numbers.
const ONE_BY_ONE: u32 = 16;

/// The room between what was answered and what was not.
const APART: u32 = 24;

/// The name of a mark, or of its absence, in class names.
pub(super) fn class_name(mark: Option<Mark>) -> &'static str {
    match mark {
        Some(Mark::Done) => "done",
        Some(Mark::Trying) => "trying",
        Some(Mark::NotYet) => "not-yet",
        None => "unmarked",
    }
}

/// The word for a mark, or for its absence: the list's own, or the house's where the list is not at hand.
pub(super) fn word(words: Words, list: Option<&Checklist>, mark: Option<Mark>) -> String {
    let own = list.map(|list| words.pick(list.legend.word(mark)));
    let house = || mark.map_or(words.t("check.unmarked"), |mark| words.of("check_mark", mark.value()));
    own.unwrap_or_else(house).to_owned()
}

#[derive(Properties, PartialEq)]
pub(super) struct GlyphProps {
    pub mark: Option<Mark>,
}

/// The drawn ○, △ or ×; a dashed ground where there is no mark. Says nothing to screen readers: the word does.
#[component]
pub(super) fn Glyph(props: &GlyphProps) -> Html {
    let name = class_name(props.mark);
    let class = classes!("glyph", format!("glyph--{name}"));
    if props.mark.is_none() {
        return html! { <span {class} aria-hidden="true" /> };
    }
    html! { <Picture {class} name={format!("mark-{name}")} /> }
}

#[derive(Properties, PartialEq)]
pub(super) struct TalliesProps {
    pub summary: Summary,
    /// The list the counts are from, for titles and words.
    pub list: Option<Rc<Checklist>>,
}

/// Per part: its title, a bar with one shape an answer, and the counts in words.
#[component]
pub(super) fn Tallies(props: &TalliesProps) -> Html {
    let words = use_view().words();
    let list = props.list.as_deref();
    let parts = props.summary.parts.iter().enumerate().map(|(n, counted)| {
        let title = list.and_then(|list| list.lists.iter().find(|part| part.id == counted.part)).map_or_else(
            || words.with("check.part_n", &[("n", &(n + 1).to_string())]),
            |part| words.pick(&part.title).to_owned(),
        );
        let spoken = spoken(words, list, &title, &counted.counts);
        let shown = |mark: Option<Mark>| mark.is_some() || counted.counts.unmarked > 0;
        let line = counted_words(words, list, &counted.counts, &shown);
        html! {
            <figure class="tally" key={counted.part.clone()}>
                <figcaption class="tally__title said"><Said text={title} /></figcaption>
                { bar(&counted.counts, Some(spoken)) }
                // The bar's name says the same to screen readers.
                <p class="tally__line" aria-hidden="true">{ line }</p>
            </figure>
        }
    });
    html! { <div class="tallies">{ for parts }</div> }
}

fn spoken(words: Words, list: Option<&Checklist>, title: &str, counts: &Counts) -> String {
    let line = match list {
        Some(list) => {
            let title = Text { plain: title.to_owned(), easy: title.to_owned(), en: None };
            counts.spoken_text(&title, &list.legend, words.wording())
        }
        None => {
            let each = ORDER.map(|mark| format!("{} {}", word(words, None, mark), counts.of(mark)));
            format!("{title}: {}", each.join(", "))
        }
    };
    bare(&line)
}

/// The counts as drawn marks with their words, those that are `shown`.
fn counted_words(
    words: Words,
    list: Option<&Checklist>,
    counts: &Counts,
    shown: &dyn Fn(Option<Mark>) -> bool,
) -> Html {
    let line = ORDER.into_iter().filter(|mark| shown(*mark)).map(|mark| {
        html! {
            <span class="tally__count">
                <Glyph {mark} />
                <span class="said"><Said text={word(words, list, mark)} /></span>
                <strong>{ counts.of(mark) }</strong>
            </span>
        }
    });
    html! { <>{ for line }</> }
}

/// How the answers on one item lie: a bar for the eyes, and the same in words for everybody.
pub(super) fn spread(words: Words, list: &Checklist, counts: &Counts) -> Html {
    html! {
        <>
            <span class="spread__bar" aria-hidden="true">{ bar(counts, None) }</span>
            <span class="tally__line spread__line">{ counted_words(words, Some(list), counts, &|mark| counts.of(mark) > 0) }</span>
        </>
    }
}

/// The bar: shape and edge tell marks apart where colours do not. Without a name it says nothing to screen readers.
fn bar(counts: &Counts, label: Option<String>) -> Html {
    let (drawn, width) = if counts.total() <= ONE_BY_ONE { one_by_one(counts) } else { lengths(counts) };
    let role = label.is_some().then_some("img");
    html! {
        <svg class="tally__bar" {role} aria-label={label} preserveAspectRatio="xMinYMid" viewBox={format!("0 0 {width} {CELL}")}
            width={format!("{}em", width * 3 / CELL)}>
            { drawn }
        </svg>
    }
}

/// One shape an answer, same marks together; what has no mark is a row of open places, apart.
fn one_by_one(counts: &Counts) -> (Html, u32) {
    let mut start = 0;
    let runs = ORDER.into_iter().filter(|mark| counts.of(*mark) > 0).map(|mark| {
        let count = counts.of(mark);
        if mark.is_none() && start > 0 {
            start += APART;
        }
        let from = start;
        start += count * CELL;
        let shapes = (0..count).filter_map(|n| shape(mark?, from + n * CELL));
        let (frames, wide) = if mark.is_some() { (1, count) } else { (count, 1) };
        let frames = (0..frames).map(|n| frame(from + n * CELL, wide * CELL));
        html! {
            <g class={classes!("bar-run", format!("bar-run--{}", class_name(mark)))}>{ for frames }{ for shapes }</g>
        }
    });
    let runs = runs.collect::<Html>();
    (runs, start)
}

/// Lengths in proportion, each with its shape and its number where there is room; the words beside say them all.
fn lengths(counts: &Counts) -> (Html, u32) {
    let apart = if counts.unmarked > 0 && counts.answered() > 0 { APART } else { 0 };
    let (whole, total) = (u64::from(ONE_BY_ONE * CELL - apart), u64::from(counts.total()).max(1));
    let mut before = 0_u64;
    let runs = ORDER.into_iter().filter(|mark| counts.of(*mark) > 0).map(|mark| {
        let after = before + u64::from(counts.of(mark));
        // The ends are rounded, not the lengths: together they are always the whole.
        let edge = |answers: u64| u32::try_from(answers * whole / total).unwrap_or(u32::MAX);
        let from = edge(before) + if mark.is_none() { apart } else { 0 };
        let wide = edge(after) - edge(before);
        before = after;
        let number = counts.of(mark).to_string();
        let room = wide >= CELL + 20 * u32::try_from(number.len()).unwrap_or(u32::MAX / CELL);
        let shape = mark.filter(|_| room).and_then(|mark| shape(mark, from));
        let at = from + if mark.is_some() { CELL } else { 12 };
        html! {
            <g class={classes!("bar-run", format!("bar-run--{}", class_name(mark)))}>
                { frame(from, wide.max(8)) }
                { for shape }
                if room { <text class="bar-run__number" x={at.to_string()} y="34">{ number }</text> }
            </g>
        }
    });
    (runs.collect::<Html>(), ONE_BY_ONE * CELL)
}

fn frame(x: u32, wide: u32) -> Html {
    html! {
        <rect x={(x + 2).to_string()} y="2" rx="10" width={wide.saturating_sub(4).to_string()}
            height={(CELL - 4).to_string()} />
    }
}

fn shape(mark: Mark, x: u32) -> Option<Html> {
    // The same geometry as the pictograms, so that a mark looks alike wherever it stands.
    let path = match mark {
        Mark::Done => "M11 32a21 21 0 1042 0A21 21 0 1011 32z",
        Mark::Trying => "M32 10 56 51.5H8z",
        Mark::NotYet => "M13 13 51 51m0-38L13 51",
    };
    Some(html! {
        <svg x={(x + 10).to_string()} y="10" width="28" height="28" viewBox="0 0 64 64"><path d={path} /></svg>
    })
}
