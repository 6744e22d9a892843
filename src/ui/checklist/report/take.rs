//! The ways to take a meeting along, each with a line that says what it is for and whether anybody's marks are in it.

use super::{plain, reminders, table_words, told_on};
use crate::browser::files;
use crate::domain::calendar::calendar;
use crate::domain::checklist::{ChecklistRun, MarksKept, Report, report::csv};
use crate::domain::day::Day;
use crate::ui::{
    controls::{Button, PrintButton, say},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct TakeReportProps {
    pub run: Rc<ChecklistRun>,
    /// The exported document: its file name and its JSON.
    pub export: Callback<(), (String, String)>,
    /// The day that the state of actions is told for; the day of the run where there is none.
    #[prop_or_default]
    pub today: Option<Day>,
}

/// Paper, file, table, calendar, clipboard, and what became of the latest of them.
#[component]
pub fn TakeReport(props: &TakeReportProps) -> Html {
    let words = plain(use_view().lang);
    let told = use_state_eq(|| None::<&'static str>);
    let save = |media: &'static str, make: Callback<(), (String, String)>| {
        let told = told.clone();
        Callback::from(move |()| {
            let (name, text) = make.emit(());
            let saved = files::download_as(&name, media, &text);
            told.set(Some(if saved { "closing.saved" } else { "closing.not_saved" }));
        })
    };
    let (run, export) = (props.run.clone(), props.export.clone());
    let today = told_on(&run, props.today);
    let table = {
        let (run, export) = (run.clone(), export.clone());
        Callback::from(move |()| {
            let rows = today.map(|today| Report::of(&run, today).rows(&table_words(words)));
            (named(&export, "csv"), csv(&rows.unwrap_or_default()))
        })
    };
    let reminders = use_memo((run.clone(), words), |(run, words)| reminders(run, *words));
    let entries = {
        let (run, export, reminders) = (run.clone(), export.clone(), reminders.clone());
        // The same run gives the same file.
        Callback::from(move |()| (named(&export, "ics"), calendar(&reminders, run.finished_at)))
    };
    let copy = {
        let (export, told) = (export.clone(), told.clone());
        Callback::from(move |()| {
            let told = told.clone();
            let done = Callback::from(move |yes| {
                told.set(Some(if yes { "closing.copied" } else { "closing.not_copied" }));
            });
            files::copy(&export.emit(()).1, done);
        })
    };
    let marks = match (run.kept, run.respondents.len()) {
        (MarksKept::Counted, _) => "report.marks_out",
        (MarksKept::Each, 0 | 1) => "report.marks_one",
        (MarksKept::Each, _) => "report.marks_in",
    };
    // The paper and the table have no place for what single people wrote; the document has.
    let notes = (!run.notes.is_empty()).then(|| html! { <>{ " " }{ say("report.notes_in") }</> });
    html! {
        <>
            <ul class="take">
                <li class="take__way"><div><PrintButton k="report.print" /></div>
                    <p class="small said">{ say("report.print_hint") }<br />{ say("report.marks_out") }</p></li>
                <li class="take__way"><Button icon="download" onclick={save("application/json", export)}>{ say("closing.save") }</Button>
                    <p class="small said">{ say("report.save_hint") }<br />{ say(marks) }{ for notes.clone() }</p></li>
                <li class="take__way"><Button icon="download" onclick={save("text/csv;charset=utf-8", table)}>{ say("report.csv") }</Button>
                    <p class="small said">{ say("report.csv_hint") }<br />{ say("report.marks_out") }</p></li>
                if !reminders.is_empty() {
                    <li class="take__way"><Button icon="download" onclick={save("text/calendar;charset=utf-8", entries)}>{ say("report.ics") }</Button>
                        <p class="small said">{ say("report.ics_hint") }</p></li>
                }
                <li class="take__way"><Button icon="copy" onclick={copy}>{ say("closing.copy") }</Button>
                    <p class="small said">{ say("report.copy_hint") }<br />{ say(marks) }{ for notes.clone() }</p></li>
            </ul>
            <div role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
        </>
    }
}

/// The name of the exported file with another ending.
fn named(export: &Callback<(), (String, String)>, ending: &str) -> String {
    let name = export.emit(()).0;
    format!("{}.{ending}", name.trim_end_matches(".json"))
}
