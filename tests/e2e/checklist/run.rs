//! A whole check on a tablet: what is said, marked, written, counted, recorded, and read back.

use nattoku::domain::checklist::Mark;
use nattoku::domain::time::Timestamp;
use serde_json::{Value, json};

use super::{as_recorded, only_run};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::record;
use crate::words::{begins, say, say_with};

const DONE: Option<Mark> = Some(Mark::Done);
const TRYING: Option<Mark> = Some(Mark::Trying);
const NOT_YET: Option<Mark> = Some(Mark::NotYet);

/// How the group marks its ten items; one mark is given and taken back.
const MARKS: [Option<Mark>; 10] = [DONE, TRYING, NOT_YET, None, DONE, DONE, NOT_YET, TRYING, DONE, TRYING];
/// The item whose mark is taken back.
const TAKEN_BACK: usize = 3;
/// The item with a note, and the note.
const NOTE: (usize, &str) = (6, "裁つ道具がない\n役所に相談する");
const RULES: [&str; 2] = ["名簿は棚から出さない", "紙は帰りに鍵の中へ"];
const AGREED: [&str; 4] =
    ["代表。いないときは会計の係", "救急と家族", "名前と今のようす", "翌日までに代表が話す"];

/// From the home door to the file and back in.
pub fn run(page: &Page) {
    let meeting = Meeting::begin(page);
    opens_kindly(page, &meeting);
    meeting.start();
    marks_everything(page, &meeting);
    meeting.to_result();
    writes(page, &meeting);

    meeting.finish();
    page.see(&say("check.kept"));
    meeting.see_no_score();
    let saved = record::save_run(page);
    holds_what_was_said(&meeting, &saved);
    comes_back(page, &meeting, &saved);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Nobody is blamed, and all of it is said before the first item.
fn opens_kindly(page: &Page, meeting: &Meeting<'_>) {
    let opening = &meeting.list.opening;
    assert!(plain(&opening.paragraphs[0]).contains("責める場ではありません"));
    opening.paragraphs.iter().for_each(|paragraph| page.see(&plain(paragraph)));
    for mark in Mark::ALL {
        page.see(&meeting.word(Some(mark)));
    }
    assert_eq!(page.role("radio", "").count(), 0);
    page.button(&say("check.aims")).click();
    opening.aims.iter().for_each(|aim| page.see(&plain(&aim.text)));
}

/// Three parts in rows. A reload in the middle loses neither mark nor note nor place.
fn marks_everything(page: &Page, meeting: &Meeting<'_>) {
    let mut index = 0;
    for (part, content) in meeting.list.lists.iter().enumerate() {
        if part > 0 {
            meeting.next_part(part);
        }
        meeting.see_part(part);
        for item in &content.items {
            meeting.see_mark(index, None);
            item.points.iter().for_each(|point| page.see(&plain(&point.text)));
            meeting.mark(index, MARKS[index].unwrap_or(Mark::NotYet));
            index += 1;
        }
        if part == 0 {
            meeting.mark(0, Mark::NotYet);
            meeting.mark(0, Mark::Done);
            meeting.item(TAKEN_BACK).button(&say("check.unmark")).click();
            meeting.see_mark(TAKEN_BACK, None);
            meeting.item(TAKEN_BACK).button(&say("check.unmark")).gone();
        }
        if part == 1 {
            meeting.note(NOTE.0, NOTE.1);
            page.reload();
            page.button(&begins("home.check")).click();
            page.see(&say("draft.check"));
            page.button(&say("draft.continue")).click();
            meeting.see_part(1);
            (4..8).for_each(|index| meeting.see_mark(index, MARKS[index]));
            let note = meeting.item(NOTE.0).role("textbox", &say("check.note_label")).state();
            assert_eq!(note.value.as_deref(), Some(NOTE.1), "the note after the reload");
            page.button(&say("back")).click();
            meeting.see_part(0);
            (0..4).for_each(|index| meeting.see_mark(index, MARKS[index]));
            meeting.next_part(1);
        }
    }
    assert_eq!(index, MARKS.len());
}

/// Cases to talk over, two rules, the emergency agreement.
fn writes(page: &Page, meeting: &Meeting<'_>) {
    meeting.to_cases();
    for case in &meeting.list.cases.cards {
        meeting.see(&plain(&case.title));
        page.see(&plain(&case.happened));
        case.prevent.iter().for_each(|step| page.see(&plain(step)));
    }
    meeting.to_rules();
    assert!(page.button(&say("check.rule_add")).state().disabled, "one empty rule is enough");
    meeting.write_rules(&[RULES[0], "あとで消す決まり", RULES[1]]);
    page.button(&say_with("check.rule_remove", &[("n", "2")])).click();
    page.button(&say_with("check.rule_remove", &[("n", "3")])).gone();
    for (n, rule) in ["1", "2"].iter().zip(RULES) {
        let kept = page.field(&say_with("check.rule_n", &[("n", n)])).state().value;
        assert_eq!(kept.as_deref(), Some(rule), "rule {n} after another was removed");
    }
    meeting.to_emergency();
    page.see(&plain(&meeting.list.emergency.preface));
    meeting.agree(&AGREED);
}

/// The document holds what was marked and written, as it was, and nothing else.
fn holds_what_was_said(meeting: &Meeting<'_>, document: &Value) {
    let run = only_run(document);
    assert_eq!(run["marks"], as_recorded(meeting, &MARKS));
    assert_eq!(run["respondents"], json!([{ "id": "A" }]));
    assert_eq!(run["notes"], json!([{ "item": meeting.id(NOTE.0), "text": NOTE.1 }]));
    assert_eq!(run["rules"], record::of_its_day(run, &json!([{ "text": RULES[0] }, { "text": RULES[1] }])));
    let questions = meeting.list.emergency.questions.iter();
    let agreed: Value = questions
        .zip(AGREED)
        .map(|(question, text)| json!({ "question": question.id, "text": text }))
        .collect();
    assert_eq!(run["emergency"], agreed);
    assert_eq!((&run["talk"], &run["actions"]), (&json!([]), &json!([])));
    let items = run["list"]["items"].as_array().expect("the text that was shown");
    assert_eq!(items.len(), MARKS.len());
    for (recorded, (_, item)) in items.iter().zip(meeting.list.items()) {
        assert_eq!((&recorded["id"], &recorded["text"]), (&json!(item.id), &json!(item.text.plain)));
    }
    let open = [2, 6, 1, 7, 9, 3].map(|index| meeting.id(index));
    assert_eq!(run["summary"]["talkAbout"], json!(open));
    assert_eq!(run["summary"]["all"], json!({ "done": 4, "trying": 3, "notYet": 2, "unmarked": 1 }));
}

/// Erased and read in again: the same run, and the device shows it.
fn comes_back(page: &Page, meeting: &Meeting<'_>, saved: &Value) {
    page.button(&say("check.again")).click();
    page.see_heading(&say("home.heading"));
    page.see_no(&say("draft.check"));
    page.button(&say("home.data")).click();
    page.button(&say("data.erase_do")).click();
    page.button(&say("data.erase_yes")).click();
    page.see(&say("data.erased"));
    assert_eq!(meeting.export()["checklistRuns"], json!([]));
    page.reload();
    assert_eq!(meeting.export()["checklistRuns"], json!([]), "erased for good");

    page.button(&say("home.data")).click();
    page.file_input().upload("check.json", saved.to_string().as_bytes());
    page.see(&say_with("data.imported", &[("added", "1")]));
    for part in ["checklistRuns", "consents", "notices", "organization"] {
        assert_eq!(meeting.export()[part], saved[part], "{part} read in again");
    }
    page.reload();
    assert_eq!(meeting.export()["checklistRuns"], saved["checklistRuns"], "kept by the device");
    page.button(&say("home.records")).click();
    page.see(&say("records.runs"));
    let run = only_run(saved);
    let when = Timestamp::parse(run["finishedAt"].as_str().expect("a time")).expect("a time").to_japanese();
    page.button(&format!("{when} {}", say("records.open"))).click();
    page.see_heading(&say("records.run"));
    assert_eq!(meeting.counts_seen(), counts());
    page.see(NOTE.1);
    RULES.iter().chain(&AGREED).for_each(|written| page.see(written));
    meeting.see_no_score();
}

/// What the record says of the three parts; a part without open items says nothing of them.
fn counts() -> Value {
    json!([
        ["集めるとき", "できている 1", "やろうとしている 1", "できていない 1", "まだ 1"],
        ["管理するとき", "できている 2", "やろうとしている 1", "できていない 1"],
        ["共有するとき", "できている 1", "やろうとしている 1", "できていない 0"],
    ])
}
