//! Counts as a strip or a column: one stretch a mark, as long as there are answers. Stretches are told apart by the shape
//! drawn in them and by their edge; the numbers stand beside them in words. What is compared and why is not known here.

use crate::domain::checklist::{Counts, Mark};
use yew::prelude::*;

/// From the beginning of a strip, from the foot of a column.
const ORDER: [Option<Mark>; 4] = [Some(Mark::Done), Some(Mark::Trying), Some(Mark::NotYet), None];

/// Length of the longest strip or column, in units of its drawing.
const LONG: u64 = 320;
/// Its thickness.
const THICK: u64 = 28;
/// The shape of a mark is drawn where its stretch has room for it.
const ROOM: u64 = 22;

/// A stretch: its mark, where it begins, how long it is.
fn stretches(counts: &Counts, most: u64) -> impl Iterator<Item = (Option<Mark>, u64, u64)> {
    let counts = *counts;
    let mut before = 0_u64;
    ORDER.into_iter().filter_map(move |mark| {
        let count = u64::from(counts.of(mark));
        let at = |answers: u64| answers * LONG / most.max(1);
        let (from, to) = (at(before), at(before + count));
        before += count;
        (count > 0).then_some((mark, from, to - from))
    })
}

/// How many answers there are, given or missing; a file may claim any number.
pub(super) fn answers(counts: &Counts) -> u64 {
    ORDER.into_iter().map(|mark| u64::from(counts.of(mark))).sum()
}

/// A strip from left to right, as long as its answers beside `most`. For eyes only: the words stand beside it.
pub(super) fn strip(counts: &Counts, most: u64) -> Html {
    let parts = stretches(counts, most)
        .map(|(mark, from, long)| stretch(mark, (from, 0), (long, THICK)))
        .collect::<Html>();
    html! {
        <svg class="strip" aria-hidden="true" focusable="false" viewBox={format!("0 0 {LONG} {THICK}")}>{ parts }</svg>
    }
}

/// A column from its foot up, as high as its answers beside `most`. For eyes only: the words stand below it.
pub(super) fn column(counts: &Counts, most: u64) -> Html {
    let wide = THICK * 2;
    let parts = stretches(counts, most)
        .map(|(mark, from, long)| stretch(mark, (0, LONG - from - long), (wide, long)))
        .collect::<Html>();
    html! {
        <svg class="column" aria-hidden="true" focusable="false" viewBox={format!("0 0 {wide} {LONG}")}>{ parts }</svg>
    }
}

/// A box with the shape of its mark in the middle.
fn stretch(mark: Option<Mark>, at: (u64, u64), size: (u64, u64)) -> Html {
    let name = super::super::tally::class_name(mark);
    let shape = mark.filter(|_| size.0 >= ROOM && size.1 >= ROOM).map(|mark| {
        let side = 18;
        let (x, y) = (at.0 + (size.0 - side) / 2, at.1 + (size.1 - side) / 2);
        html! {
            <svg x={x.to_string()} y={y.to_string()} width={side.to_string()} height={side.to_string()} viewBox="0 0 64 64">
                <path d={outline(mark)} />
            </svg>
        }
    });
    html! {
        <g class={classes!("bar-run", format!("bar-run--{name}"))}>
            <rect x={(at.0 + 1).to_string()} y={(at.1 + 1).to_string()} rx="3"
                width={size.0.saturating_sub(2).max(1).to_string()} height={size.1.saturating_sub(2).max(1).to_string()} />
            { for shape }
        </g>
    }
}

/// The geometry of the pictograms, so that a mark looks alike wherever it stands.
fn outline(mark: Mark) -> &'static str {
    match mark {
        Mark::Done => "M11 32a21 21 0 1042 0A21 21 0 1011 32z",
        Mark::Trying => "M32 10 56 51.5H8z",
        Mark::NotYet => "M13 13 51 51m0-38L13 51",
    }
}
