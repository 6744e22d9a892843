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
        let line =
            ORDER.into_iter().filter(|mark| mark.is_some() || counted.counts.unmarked > 0).map(|mark| {
                html! {
                    <span class="tally__count">
                        <Glyph {mark} />
                        <span class="said"><Said text={word(words, list, mark)} /></span>
                        <strong>{ counted.counts.of(mark) }</strong>
                    </span>
                }
            });
        html! {
            <figure class="tally" key={counted.part.clone()}>
                <figcaption class="tally__title said"><Said text={title} /></figcaption>
                { bar(&counted.counts, spoken) }
                // The bar's name says the same to screen readers.
                <p class="tally__line" aria-hidden="true">{ for line }</p>
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

/// One shape an answer, same marks together; the edge and the shape tell them apart where colours do not.
fn bar(counts: &Counts, label: String) -> Html {
    let total = counts.total();
    let mut start = 0;
    let runs = ORDER.into_iter().filter(|mark| counts.of(*mark) > 0).map(|mark| {
        let (from, count) = (start, counts.of(mark));
        start += count;
        let shapes = (from..from + count).filter_map(|cell| shape(mark?, cell * CELL));
        // What has no mark is a row of open places, not one thing.
        let (frames, wide) = if mark.is_some() { (1, count) } else { (count, 1) };
        let frames = (0..frames).map(|n| {
            html! {
                <rect x={((from + n) * CELL + 2).to_string()} y="2" rx="10"
                    width={(wide * CELL - 4).to_string()} height={(CELL - 4).to_string()} />
            }
        });
        html! {
            <g class={classes!("bar-run", format!("bar-run--{}", class_name(mark)))}>{ for frames }{ for shapes }</g>
        }
    });
    let runs = runs.collect::<Html>();
    html! {
        <svg class="tally__bar" role="img" aria-label={label}
            viewBox={format!("0 0 {} {CELL}", total * CELL)} width={format!("{}em", total * 3)}>
            { runs }
        </svg>
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
