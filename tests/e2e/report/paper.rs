//! The page for the committee, printed to PDF by Chromium and Firefox and read. WebKit's driver cannot print: there the page
//! that would be printed is read, and that printing was asked for.

use serde_json::json;

use super::made::{self, GROUP, NOTE, Ordinary, ordinary};
use super::{give, open_record};
use crate::harness::{Page, Sheets, pressed};
use crate::meeting::{Meeting, plain};
use crate::words::say;

/// One page with everything on it and nobody in it, from a light screen, from a dark one, from an easy one.
pub fn page_of_paper(page: &Page) {
    let meeting = Meeting::at_home(page);
    let Ordinary { run, typed } = ordinary(1);
    give(page, &made::document(GROUP, vec![run.clone()]));
    open_record(page, &run);
    page.axe();
    page.screenshot("report-record");
    page.button(&say("report.print")).click();
    assert_eq!(page.prints(), 1);

    let on_page = meeting.inside(
        "const leaf = root.querySelector('.leaf--report').cloneNode(true); \
         leaf.querySelectorAll('rt').forEach((e) => e.remove()); return leaf.textContent",
    );
    let on_page = pressed(on_page.as_str().expect("the page"));
    let mut expected = typed;
    expected
        .extend(["report.title", "check.rules", "report.actions", "report.foot", "report.split"].map(say));
    expected.extend(["会計の係", "書記の係", "受付の係", "会報の係", "運営委員会", GROUP].map(str::to_owned));
    // Days: of the run, of the next check, of the report, of an action; whole, with the year of the era where there is room.
    expected.extend(
        [
            "2021年(令和3年)5月20日(木)",
            "2021年(令和3年)11月20日(土)",
            "2021年(令和3年)6月1日(火)",
            "2021年7月31日",
        ]
        .map(str::to_owned),
    );
    expected.extend((0..10).map(|index| meeting.short(index)));
    expected.extend(meeting.list.lists.iter().map(|part| plain(&part.title)));
    expected.extend(meeting.list.emergency.questions.iter().map(|question| plain(&question.text)));
    for text in &expected {
        assert!(on_page.contains(&pressed(text)), "{text} is not on the page: {on_page}");
    }
    assert!(!on_page.contains(NOTE), "a single person's note is on the page");
    // The widest split comes first, and the number of each mark beside it.
    let rows = meeting.inside(
        "return [...root.querySelectorAll('.leaf--report .report__item tr:first-child')].map((row) => \
            [...row.children].map((cell) => cell.textContent))",
    );
    assert_eq!(rows[0][1], json!(meeting.short(5)), "{rows}");
    assert_eq!(rows[0].as_array().expect("cells")[2..6], ["3", "1", "4", "0"]);
    assert_eq!(rows.as_array().expect("rows").len(), 10);

    let Some(sheets) = page.paper("report") else { return };
    one_page(&sheets, &expected);
    for theme in ["dark", "high-contrast"] {
        let script = "document.querySelector('nattoku-app').setAttribute('theme', arguments[0])";
        page.exec(script, &[json!(theme)]);
        let seen = "return root.querySelector('.nk').dataset.theme";
        page.wait_for(theme, || meeting.inside(seen) == theme);
        let printed = page.paper(&format!("report-{theme}")).expect("printed before");
        assert_eq!((&printed.pages, &printed.colours), (&sheets.pages, &sheets.colours), "{theme}");
    }
    // The page is for people who were not there: plain words, whatever the screen shows.
    let script = "document.querySelector('nattoku-app').setAttribute('reading', 'easy')";
    page.exec(script, &[]);
    page.wait_for("easy words", || {
        meeting.inside("return root.querySelector('.nk').dataset.reading") == "easy"
    });
    one_page(&page.paper("report-easy").expect("printed before"), &expected);
}

/// Exactly one page of A4 with all of this on it, black on white, no button, nobody's letter.
#[track_caller]
fn one_page(sheets: &Sheets, expected: &[String]) {
    assert_eq!((sheets.size, sheets.pages.len()), ((210, 297), 1), "{:#?}", sheets.pages);
    for text in expected {
        assert_eq!(sheets.pages_with(text), [1], "{text} on {:#?}", sheets.pages);
    }
    for key in ["report.csv", "closing.save", "closing.copy", "records.delete", "go_home"] {
        assert_eq!(sheets.pages_with(&say(key)), Vec::<usize>::new(), "{key} on paper");
    }
    assert_eq!(sheets.pages_with(NOTE), Vec::<usize>::new(), "a single person's note on paper");
    // No letter of a respondent: the only Latin letters are those of the list's id.
    let latin = sheets.pages[0].replace("salon", "");
    assert!(!latin.contains(|c: char| c.is_ascii_alphabetic()), "{latin}");
}

/// Much more than usual goes on to further pages: every row whole, and the heads of a table again.
pub fn long(page: &Page) {
    let meeting = Meeting::at_home(page);
    let Ordinary { run, typed } = ordinary(5);
    give(page, &made::document(GROUP, vec![run.clone()]));
    open_record(page, &run);
    page.button(&say("report.print")).click();
    assert_eq!(meeting.inside("return root.querySelectorAll('.leaf--report').length"), 1);
    let Some(sheets) = page.paper("report-long") else { return };
    assert!((2..=4).contains(&sheets.pages.len()), "{} pages", sheets.pages.len());
    for text in &typed {
        assert_eq!(sheets.pages_with(text).len(), 1, "{text} is torn apart in {:#?}", sheets.pages);
    }

    // What does not fit on any page is printed all the same.
    let endless = "ゐ".repeat(10_000);
    let mut run = run;
    (run.id, run.talk[0].text) = ("1b2c3d4e-endless".into(), endless.clone());
    page.press_keys(&["Shift"]);
    page.button(&say("go_home")).click();
    run.finished_at = run.started_at;
    give(page, &made::document(GROUP, vec![run.clone()]));
    open_record(page, &run);
    page.button(&say("report.print")).click();
    let sheets = page.paper("report-endless").expect("printed before");
    let printed: usize = sheets.pages.iter().map(|page| page.matches('ゐ').count()).sum();
    assert_eq!(printed, endless.chars().count(), "{} pages", sheets.pages.len());
}
