//! One sub-point of an item: what the statement means in practice.

use super::{Bench, Tools, words::Pair};
use crate::domain::checklist::{Place, Point};
use crate::ui::{view::use_view, wording::bare};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PointCardProps {
    pub bench: Bench,
    pub path: String,
    pub point: Point,
    /// From 1.
    pub n: usize,
    pub can: [bool; 2],
}

#[component]
pub(super) fn PointCard(props: &PointCardProps) -> Html {
    let PointCardProps { bench, path, point, n, can } = props;
    let words = use_view().words();
    let name = words.with("lists.point_n", &[("n", &n.to_string())]);
    let said = words.pick(&point.text).to_owned();
    html! {
        <div class="own__point">
            <Pair bench={bench.clone()} path={format!("{path}.text")} place={Place::Point(point.id.clone())} label={name.clone()}
                text={point.text.clone()} lines={true} />
            <Tools deed={bench.deed.clone()} id={point.id.clone()} path={path.clone()} can={*can} about={bare(&name)} {said} />
        </div>
    }
}
