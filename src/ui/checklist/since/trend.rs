//! How it went over all runs of a list, and of those that share items with it: a column a run, as high as marks were made, with its counts in words below it, and
//! the same as a table. No share, no line through the columns: a group is not a curve.

use super::{counts_all, counts_line, draw};
use crate::domain::checklist::{ChecklistRun, SeriesRun, trend};
use crate::domain::day::Day;
use crate::domain::text::Wording;
use crate::ui::{
    controls::{Fold, said, say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// As many columns as can be told apart on a small tablet; the table has all.
const COLUMNS: usize = 8;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct TrendProps {
    /// The runs of the device.
    pub runs: Rc<Vec<ChecklistRun>>,
    /// The run whose list is told about.
    pub of: Rc<ChecklistRun>,
}

/// The runs beside each other, oldest first, in a fold; nothing where there are fewer than two.
#[component]
pub fn Trend(props: &TrendProps) -> Html {
    let words = use_view().words();
    let runs = trend::in_order(&props.runs, &props.of.list);
    if runs.len() < 2 {
        return Html::default();
    }
    let series = trend::series(&runs, &props.of.list);
    let latest = &series.runs[series.runs.len().saturating_sub(COLUMNS)..];
    let most = latest.iter().map(|run| draw::answers(&run.all)).max().unwrap_or_default();
    let missing = latest.iter().any(|run| run.all.unmarked > 0);
    let columns = latest.iter().map(|run| {
        html! {
            <li class="trend__run" key={run.run.clone()}>
                { draw::column(&run.all, most) }
                <span class="trend__day said">{ said(&when(words, run)) }</span>
                { counts_all(words, None, &run.all, missing) }
            </li>
        }
    });
    let rows = series.runs.iter().map(|run| {
        html! {
            <tr key={run.run.clone()}>
                <th scope="row" class="said">{ said(&when(words, run)) }</th>
                <td>{ run.respondents }</td>
                <td>{ counts_line(words, None, &run.all) }</td>
            </tr>
        }
    });
    let title = &props.of.list.title;
    let summary = html! { <>{ say("since.trend") }<br /><span class="small">{ said(title) }</span></> };
    html! {
        <Fold {summary} paper={false}>
            <p class="small said">{ say("since.trend_lead") }</p>
            <ul class="trend__runs">{ for columns }</ul>
            <div class="table-room" tabindex="0" role="region" aria-label={words.label("since.trend")}>
                <table class="counted">
                    <thead><tr>
                        <th scope="col" class="said">{ say("report.day") }</th>
                        <th scope="col" class="said">{ say("report.respondents") }</th>
                        <th scope="col" class="said">{ say("since.col_marks") }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </Fold>
    }
}

/// The day of a run, short enough to stand below a column.
fn when(words: Words, run: &SeriesRun) -> String {
    run.day.map_or_else(|| words.t("since.day_unknown").to_owned(), |day| short_day(words, day))
}

/// A day without its era, for a narrow place; the easy register keeps its readings.
pub(in super::super) fn short_day(words: Words, day: Day) -> String {
    match words.wording() {
        Wording::Plain => day.to_short_japanese(),
        Wording::Easy => {
            let day = day.to_easy_japanese();
            // `2027{年|ねん}({令和|れいわ}9{年|ねん}) 5{月|がつ} …({月|げつ})`: what stands in brackets goes.
            day.split('(').map(|part| part.split_once(')').map_or(part, |(_, rest)| rest)).collect()
        }
        Wording::English => day.to_string(),
    }
}
