//! The report as a page: one sheet of A4 for what a meeting usually comes to, further sheets without a torn row for more.
//! In plain words without readings, black on white. Nobody's letter and nobody's note has a place on it.

use super::super::tally::Glyph;
use super::{plain, told_on};
use crate::domain::checklist::{
    Agreement, Checklist, ChecklistRun, Counts, Mark, Report, ReportItem, Standing,
};
use crate::domain::day::Day;
use crate::ui::{
    view::use_view,
    wording::{Lang, Words, bare},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ReportLeafProps {
    pub run: Rc<ChecklistRun>,
    /// The list of the run, for its short titles; without it the run's own copy of the text is shown.
    #[prop_or_default]
    pub list: Option<Rc<Checklist>>,
    /// The name of the group, where it is known.
    #[prop_or_default]
    pub group: Option<AttrValue>,
    /// The day that the state of actions is told for; the day of the run where there is none.
    #[prop_or_default]
    pub today: Option<Day>,
}

/// What the page is written with.
struct Page<'a> {
    words: Words,
    list: Option<&'a Checklist>,
}

/// The page for the committee (004-13). Not shown on the screen.
#[component]
pub fn ReportLeaf(props: &ReportLeafProps) -> Html {
    let lang = use_view().lang;
    let run = &props.run;
    let Some(today) = told_on(run, props.today) else { return Html::default() };
    // The words of another list, or of this one as it is by now, would be wrong here.
    let same = |list: &&Checklist| list.id == run.list.id && list.digest() == run.list.digest;
    let page = Page { words: plain(lang), list: props.list.as_deref().filter(same) };
    let report = Report::of(run, today);
    html! {
        <article class="leaf leaf--copy leaf--report" lang={lang.tag()} part="paper">
            <div class="leaf__head">
                <h2 class="leaf__title">{ page.t("report.title") }</h2>
                if let Some(group) = &props.group { <p class="leaf__group" lang="ja">{ group.clone() }</p> }
            </div>
            { page.facts(&report) }
            { page.counts(&report) }
            { page.rules(&report) }
            { page.actions(&report) }
            { page.emergency(&report) }
            <p class="report__foot">{ page.t("report.foot") }</p>
        </article>
    }
}

impl Page<'_> {
    fn t(&self, key: &'static str) -> String {
        bare(self.words.t(key))
    }

    fn day(&self, day: Day) -> String {
        if self.words.lang == Lang::En { day.to_string() } else { day.to_japanese() }
    }

    /// Heads the columns of a table.
    fn heads(&self, keys: &[&'static str]) -> Html {
        keys.iter().map(|key| html! { <th scope="col">{ self.t(key) }</th> }).collect()
    }

    fn heading(&self, text: String) -> Html {
        html! { <h3 class="leaf__heading">{ text }</h3> }
    }

    /// Where, when, how many; what is open is a line to write on.
    fn facts(&self, report: &Report) -> Html {
        let reported = report.reported.as_ref();
        let facts = [
            ("report.list", Some(format!("{}({})", bare(&report.title), report.list))),
            ("report.day", report.day.map(|day| self.day(day))),
            ("report.people", report.people.map(|people| people.to_string())),
            ("report.respondents", Some(report.respondents.to_string())),
            ("report.next", report.next.map(|day| self.day(day))),
            ("report.reported", reported.map(|one| one.to.clone())),
            ("report.reported_on", reported.and_then(|one| one.day).map(|day| self.day(day))),
        ];
        let facts = facts.into_iter().map(|(key, said)| {
            let class = classes!("report__said", said.is_none().then_some("report__line"));
            html! { <div class="report__fact"><dt>{ self.t(key) }</dt><dd {class}><bdi>{ said.unwrap_or_default() }</bdi></dd></div> }
        });
        html! { <dl class="report__facts">{ for facts }</dl> }
    }

    /// Every item in the order to talk about it, with what was said below it, then the parts.
    fn counts(&self, report: &Report) -> Html {
        let items = report.items.iter().map(|item| self.item(item));
        let parts = report.parts.iter().enumerate().map(|(n, counted)| {
            let part = self.list.and_then(|list| list.lists.iter().find(|part| part.id == counted.part));
            let title = part.map_or_else(
                || bare(&self.words.with("check.part_n", &[("n", &(n + 1).to_string())])),
                |part| bare(self.words.pick(&part.title)),
            );
            html! { <tr><td /><th scope="row">{ title }</th>{ numbers(&counted.counts) }<td /></tr> }
        });
        let marks = [
            (Mark::Done, "check_mark.done"),
            (Mark::Trying, "check_mark.trying"),
            (Mark::NotYet, "check_mark.not_yet"),
        ];
        let heads = marks.map(|(mark, key)| {
            html! { <th scope="col" class="report__n"><Glyph mark={Some(mark)} /><span>{ self.t(key) }</span></th> }
        });
        html! {
            <table class="report__table">
                <thead><tr>
                    { self.heads(&["report.number", "report.item"]) }
                    { for heads }
                    <th scope="col" class="report__n"><span>{ self.t("report.unmarked") }</span></th>
                    { self.heads(&["report.agreement"]) }
                </tr></thead>
                { for items }
                <tbody class="report__parts">{ for parts }</tbody>
            </table>
        }
    }

    fn item(&self, item: &ReportItem) -> Html {
        let known = self.list.and_then(|list| list.item(&item.item));
        let text = known.map_or_else(|| bare(&item.text), |known| bare(self.words.pick(&known.short)));
        let lies = match item.agreement {
            Agreement::Split => "report.split",
            Agreement::AllNotYet => "report.all_not_yet",
            Agreement::AllTrying => "report.all_trying",
            Agreement::AllDone => "report.all_done",
            Agreement::Unanswered => "report.unanswered",
        };
        html! {
            <tbody class="report__item" key={item.item.clone()}>
                <tr>
                    <td class="report__n">{ item.number }</td>
                    <th scope="row">{ text }</th>
                    { numbers(&item.counts) }
                    <td class="report__lies">{ self.t(lies) }</td>
                </tr>
                if let Some(text) = &item.said {
                    <tr><td /><td colspan="6" class="report__talk"><span>{ self.t("report.said") }{ ": " }</span><bdi>{ text.clone() }</bdi></td></tr>
                }
            </tbody>
        }
    }

    fn number_of(&self, report: &Report, item: Option<&String>) -> String {
        let found = report.items.iter().find(|one| Some(&one.item) == item);
        found.map(|one| one.number.to_string()).unwrap_or_default()
    }

    fn rules(&self, report: &Report) -> Html {
        if report.rules.is_empty() {
            return Html::default();
        }
        let rows = report.rules.iter().map(|rule| {
            html! {
                <tr>
                    <td class="report__n">{ self.number_of(report, rule.item.as_ref()) }</td>
                    <td class="report__typed"><bdi>{ rule.text.clone() }</bdi></td>
                    <td class="report__day">{ rule.day.map(|day| self.short(day)).unwrap_or_default() }</td>
                </tr>
            }
        });
        html! {
            <table class="report__table">
                <thead><tr>{ self.heads(&["report.number", "check.rules", "report.day"]) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        }
    }

    fn actions(&self, report: &Report) -> Html {
        if report.actions.is_empty() {
            return Html::default();
        }
        let rows = report.actions.iter().map(|(entry, standing)| {
            let state = match standing {
                Standing::Overdue => "report.overdue",
                Standing::Open => "report.open",
                Standing::Done => "report.action_done",
            };
            html! {
                <tr key={entry.id.clone()}>
                    <td class="report__n">{ self.number_of(report, entry.item.as_ref()) }</td>
                    <td class="report__typed"><bdi>{ entry.text.clone() }</bdi></td>
                    <td class="report__typed"><bdi>{ entry.role.clone().unwrap_or_default() }</bdi></td>
                    <td class="report__day">{ entry.due.map(|day| self.short(day)).unwrap_or_default() }</td>
                    <td class="report__state">{ self.t(state) }
                        if let Some(day) = entry.done_on { { " " }{ self.short(day) } }</td>
                </tr>
            }
        });
        let heads = ["report.number", "report.actions", "report.role", "report.due", "report.state"];
        html! {
            <table class="report__table">
                <thead><tr>{ self.heads(&heads) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        }
    }

    fn emergency(&self, report: &Report) -> Html {
        if report.emergency.is_empty() {
            return Html::default();
        }
        let title = self
            .list
            .map_or_else(|| self.t("check.emergency"), |list| bare(self.words.pick(&list.emergency.title)));
        // A run keeps what was asked by marks; the questions of the emergency are those that all our lists share.
        let shared = self.list.is_none().then(Checklist::salon);
        let lines = report.emergency.iter().map(|answer| {
            let question = self.list.or(shared.as_ref()).and_then(|list| list.question(&answer.question));
            let asked = question.map_or_else(
                || answer.question.clone(),
                |question| bare(self.words.pick(&question.text)),
            );
            html! { <tr><th scope="row">{ asked }</th><td class="report__typed"><bdi>{ answer.text.clone() }</bdi></td></tr> }
        });
        html! {
            <div class="report__agreed">
                { self.heading(title) }
                <table class="report__table"><tbody>{ for lines }</tbody></table>
            </div>
        }
    }

    fn short(&self, day: Day) -> String {
        if self.words.lang == Lang::En { day.to_string() } else { day.to_short_japanese() }
    }
}

/// The counts of a row, a cell a mark.
fn numbers(counts: &Counts) -> Html {
    let counts = [counts.done, counts.trying, counts.not_yet, counts.unmarked];
    counts.into_iter().map(|n| html! { <td class="report__n">{ n }</td> }).collect()
}
