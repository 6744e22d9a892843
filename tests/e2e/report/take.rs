//! What is taken along as a file: the table, the calendar, the document, each read by a reader that is not ours.

use nattoku::domain::checklist::{CheckAction, GatherAction, reduce};
use serde_json::{Value, json};
use std::rc::Rc;

use super::made::{self, GROUP, ordinary};
use super::{give, open_record};
use crate::harness::{Download, Page};
use crate::meeting::Meeting;
use crate::record;
use crate::words::say;

/// Presses a button that saves something and gives what was saved.
#[track_caller]
fn saved(page: &Page, key: &str) -> Download {
    let before = page.downloads().len();
    page.button(&say(key)).click();
    page.wait_for("the file", || page.downloads().len() > before);
    page.see(&say("closing.saved"));
    page.last_download()
}

/// A meeting of eight as a table, as calendar entries and as a document that holds counts only.
pub fn take(page: &Page) {
    let meeting = Meeting::at_home(page);
    let made::Ordinary { run, typed } = ordinary(1);
    give(page, &made::document(GROUP, vec![run.clone()]));
    open_record(page, &run);
    page.see(&say("report.marks_out"));
    page.wait_for("the file and the copy that say the notes are in them", || {
        page.text().matches(&say("report.notes_in")).count() == 2
    });

    let file = saved(page, "report.csv");
    assert_eq!(file.mime, "text/csv;charset=utf-8");
    let name =
        file.name.strip_prefix("nattoku-checklist-").and_then(|rest| rest.strip_suffix("-0a1b2c3d.csv"));
    assert!(name.is_some_and(|day| day.len() == 10), "{}", file.name);
    let text = file.text.strip_prefix('\u{feff}').expect("a byte order mark, for Excel");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows[1][..2], [say("report.day"), "2021-05-20".to_owned()]);
    let cells: Vec<&String> = rows.iter().flatten().collect();
    for text in &typed[..13] {
        assert!(cells.contains(&text), "{text} is no cell");
    }
    let items = rows
        .iter()
        .filter(|row| (0..10).any(|n| row[1] == meeting.list.items().nth(n).unwrap().1.text.plain));
    assert_eq!(items.count(), 10);
    assert!(!file.text.contains(made::NOTE));

    let file = saved(page, "report.ics");
    assert!(file.name.ends_with("-0a1b2c3d.ics"), "{}", file.name);
    assert_eq!(file.mime, "text/calendar;charset=utf-8");
    let calendars: Vec<_> =
        ical::IcalParser::new(file.text.as_bytes()).collect::<Result<_, _>>().expect("a calendar");
    let days: Vec<String> = calendars[0]
        .events
        .iter()
        .map(|event| {
            let start = event.properties.iter().find(|property| property.name == "DTSTART").expect("a day");
            assert_eq!(event.alarms.len(), 1, "an alarm each");
            start.value.clone().expect("a value")
        })
        .collect();
    // The next check, then what is still to be done and has a day.
    assert_eq!(days, ["20211120", "20210630", "20210731", "20210930"]);

    let document = record::sound(&saved(page, "closing.save"), "checklist");
    let run = &document["checklistRuns"][0];
    assert_eq!((&run["kept"], &run["marks"]), (&json!("counted"), &json!([])));
    assert_eq!(run["tallies"].as_array().map(Vec::len), Some(10));
    page.axe();
    page.screenshot("report-take");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A group that chose to keep each person's marks: the file says so, no screen and no paper shows them.
/// Nothing to be reminded of, no calendar.
pub fn kept_marks(page: &Page) {
    let meeting = Meeting::at_home(page);
    let list = Rc::new(nattoku::domain::checklist::Checklist::salon());
    let session = made::round(&list, "2021-05-20T10:00:00+09:00", &["oooooooooo", "xxxxxxxxxx"]);
    let session = reduce(session, CheckAction::Gather(GatherAction::KeepMarks(true)));
    let run = made::finish(session, "0000aaaa-kept", "2021-05-20T10:30:00+09:00");
    give(page, &made::document(GROUP, vec![run.clone()]));
    open_record(page, &run);
    page.see(&say("report.marks_in"));
    assert_eq!(page.button(&say("report.ics")).count(), 0);
    let letters = "return [...root.querySelectorAll('.run .run__marks')].filter((at) => /[A-Z]/.test(at.textContent)).length";
    assert_eq!(meeting.inside(letters), json!(0), "nobody's marks stand on a screen");
    let file = record::sound(&saved(page, "closing.save"), "checklist");
    assert_eq!(file["checklistRuns"][0]["marks"].as_array().map(Vec::len), Some(20));
    let on_page: Value = meeting.inside("return root.querySelector('.leaf--report').textContent");
    assert!(!on_page.as_str().expect("the page").contains("B"));
}
