//! What a group takes along from a meeting: the page for the committee ([`ReportLeaf`]), and beside it the file, the table and
//! the calendar entries ([`TakeReport`]). What stands in them is decided in [`crate::domain::checklist::report`].

mod leaf;
mod take;

pub use leaf::{ReportLeaf, ReportLeafProps};
pub use take::{TakeReport, TakeReportProps};

use crate::domain::calendar::Reminder;
use crate::domain::checklist::{ChecklistRun, RemindWords, ReportWords};
use crate::domain::day::Day;
use crate::domain::text::Reading;
use crate::ui::wording::{Lang, Words};

/// Whether a run has something to report: more than the one sheet that a person brings to a meeting. `meeting` says that
/// a group held it; several respondents are always a group.
#[must_use]
pub fn is_reported(run: &ChecklistRun, meeting: bool) -> bool {
    (meeting || run.respondents.len() > 1) && !run.is_handed_over()
}

/// The words of papers and tables: they go to people who were not there, so they are plain, whatever the screen shows.
pub(super) fn plain(lang: Lang) -> Words {
    Words { lang, reading: Reading::Plain }
}

/// The day that the state of actions is told for: today where a clock is at hand, the day of the run otherwise.
pub(super) fn told_on(run: &ChecklistRun, today: Option<Day>) -> Option<Day> {
    today.or_else(|| run.day())
}

/// The words of the table.
fn table_words(words: Words) -> ReportWords<'static> {
    ReportWords {
        list: words.t("report.list"),
        day: words.t("report.day"),
        people: words.t("report.people"),
        respondents: words.t("report.respondents"),
        next: words.t("report.next"),
        reported: words.t("report.reported"),
        number: words.t("report.number"),
        item: words.t("report.item"),
        done: words.t("report.done"),
        trying: words.t("report.trying"),
        not_yet: words.t("report.not_yet"),
        unmarked: words.t("report.unmarked"),
        agreement: words.t("report.agreement"),
        agreements: [
            words.t("report.split"),
            words.t("report.all_not_yet"),
            words.t("report.all_trying"),
            words.t("report.all_done"),
            words.t("report.unanswered"),
        ],
        said: words.t("report.said"),
        rules: words.t("check.rules"),
        actions: words.t("report.actions"),
        role: words.t("report.role"),
        due: words.t("report.due"),
        state: words.t("report.state"),
        states: [words.t("report.overdue"), words.t("report.open"), words.t("report.action_done")],
        done_on: words.t("report.done_on"),
    }
}

/// What a calendar is told after a run.
fn reminders(run: &ChecklistRun, words: Words) -> Vec<Reminder> {
    let [next, action, role] =
        [words.t("report.remind_next"), words.t("report.remind_action"), words.t("report.remind_role")]
            .map(|word| format!("{word} "));
    run.reminders(&RemindWords { next: &next, action: &action, role: &role })
}
