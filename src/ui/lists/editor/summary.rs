//! What is still missing before the list can be used: how much, and the way to each place.

use super::{Bench, Deed};
use crate::ui::{
    controls::{Fold, Icon, Note, NoteKind, said, say},
    lists::place,
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SummaryProps {
    pub bench: Bench,
}

#[component]
pub(super) fn Summary(props: &SummaryProps) -> Html {
    let bench = &props.bench;
    let words = use_view().words();
    if bench.problems.is_empty() {
        return html! {
            <Note><Icon name="check" /><p class="note__body" role="status">{ say("lists.sound") }</p></Note>
        };
    }
    let count = bench.problems.len().to_string();
    let each = bench.problems.iter().map(|error| {
        let onclick = bench.deed.reform({
            let path = error.place.clone();
            move |_: MouseEvent| Deed::See(path.clone())
        });
        html! {
            <li key={error.place.clone()}>
                <button type="button" class="own__way" {onclick}>
                    <span class="own__name said">{ place(&error.place, Some(&error.problem), words) }</span>
                    <span class="said">{ said(words.of("list_problem", error.problem.name())) }</span>
                </button>
            </li>
        }
    });
    // A list that was just begun is no mistake.
    let kind = if bench.tried { NoteKind::Care } else { NoteKind::Calm };
    html! {
        <Note {kind}>
            <div class="note__body">
                <p role="status">{ said(&words.with("lists.open_places", &[("count", &count)])) }</p>
                <Fold summary={html! { { say("lists.see_places") } }} paper={false}><ol class="own__ways">{ for each }</ol></Fold>
            </div>
        </Note>
    }
}
