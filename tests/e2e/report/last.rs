//! The next meeting begins with what was agreed at the last: by hand, and by keys alone.

use nattoku::domain::checklist::Mark;
use serde_json::json;

use super::made::{self, DEEDS, GONE, RULES};
use super::{give, go_to_the_end};
use crate::harness::Page;
use crate::meeting::{Meeting, plain};
use crate::words::{say, say_with};

/// From the opening words over last time's agreements and the moves to the finished record.
pub fn last_time(page: &Page) {
    let meeting = Meeting::at_home(page);
    give(page, &made::document(made::GROUP, made::three_meetings()));
    meeting.open_door();
    page.button(&say("check.begin")).click();
    meeting.see(&say("since.title"));
    // The latest of three, on a list of another version; what is late is said without blame.
    page.see("2020年(令和2年)5月20日(水)");
    page.see(&say_with("since.overdue", &[("day", "2020年(令和2年)6月30日(火)")]));
    page.see(&say_with("since.due", &[("day", "2099年(令和81年)12月31日(木)")]));
    DEEDS[..2].iter().chain(&RULES).for_each(|text| page.see(text));
    meeting.see_no_grade();
    page.axe();
    page.screenshot("report-last");
    for fold in [say("since.done_before"), plain(&meeting.list.emergency.title)] {
        page.button(&fold).click();
    }
    [DEEDS[2], made::AGREED].iter().for_each(|text| page.see(text));
    page.axe();

    // Nothing is done until somebody says so; saying it goes on from that run, and can be taken back.
    let done = |deed: &'static str| page.group(deed).radio(&say("since.done"));
    assert!(!done(DEEDS[0]).state().on);
    done(DEEDS[0]).click();
    page.wait_for("the first to be done", || done(DEEDS[0]).state().on);
    done(DEEDS[1]).click();
    page.group(DEEDS[1]).radio(&say("since.open")).click();
    page.wait_for("the second to be open", || !done(DEEDS[1]).state().on);
    page.reload();
    page.button(&crate::words::begins("home.check")).click();
    page.button(&say("draft.continue")).click();
    meeting.see(&say("since.title"));
    assert!(done(DEEDS[0]).state().on, "kept by the device");

    page.button(&say("since.follow")).click();
    let mut moves_seen = false;
    go_to_the_end(page, &meeting, |heading| {
        if heading == plain(&meeting.list.lists[0].title) {
            // ○ where five people split; × again where all said ×; × where all said ○; ○ where nobody had answered.
            for (index, mark) in [Mark::Done, Mark::NotYet, Mark::NotYet, Mark::Done].into_iter().enumerate()
            {
                meeting.mark(index, mark);
            }
        }
        if !moves_seen && meeting.inside("return root.querySelectorAll('.moves').length") == 1 {
            moves_seen = true;
            see_moves(page, &meeting);
        }
    });
    assert!(moves_seen, "the moves were on no screen");
    leaves_a_record(page, &meeting);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// What moved, as words, and which items came and went.
#[track_caller]
fn see_moves(page: &Page, meeting: &Meeting<'_>) {
    meeting.see(&say("since.moves"));
    page.see(&say_with("since.version", &[("version", "salon 0.9")]));
    let rows = "return [...root.querySelectorAll('.moves .move, .moves .move__still')].map((row) => \
        [row.querySelector('.said').textContent, row.querySelector('.move__way').textContent])";
    let name = |index: usize| format!("{}. {}", index + 1, meeting.short(index));
    let row = |index: usize, key: &str| json!([name(index), say(key)]);
    let mut expected = vec![row(0, "since.forward"), row(2, "since.back"), row(1, "since.same")];
    // Nobody had answered the fourth, nobody answers the rest today.
    expected.extend((3..9).map(|index| row(index, "since.unknown")));
    page.wait_for("the moves", || meeting.inside(rows) == json!(expected));
    page.see(&say("since.added"));
    page.see(&name(9));
    page.see(&say("since.removed"));
    page.see(GONE);
    page.see(DEEDS[0]);
    page.button(&say("since.table")).click();
    // The counts stand in the table with the words of their marks, for who hears them.
    let table = "const rows = [...root.querySelectorAll('.moves table tbody tr')]; \
        return rows[0].innerText === undefined ? '' : rows[0].textContent.replace(/\\s+/g, ' ')";
    let first = meeting.inside(table);
    let first = first.as_str().expect("a row").replace(' ', "");
    let heard = "できている2やろうとしている1できていない2";
    assert!(first.contains(heard) && first.contains("できている1"), "{first}");
    meeting.see_no_grade();
    page.axe();
    page.screenshot("report-moves");
}

/// The record goes on from the last one: its rules with their day, its actions with what became of them, nobody's marks.
#[track_caller]
fn leaves_a_record(page: &Page, meeting: &Meeting<'_>) {
    page.see(&say("check.kept"));
    page.screenshot("report-closing");
    page.axe();
    let runs = meeting.export()["checklistRuns"].clone();
    let run = &runs[3];
    assert_eq!(run["follows"], "run-2020-05");
    let rules: Vec<_> = run["rules"].as_array().expect("rules").iter().map(|rule| &rule["day"]).collect();
    assert_eq!(rules, ["2020-05-20", "2020-05-20"], "rules keep their day");
    let today = run["finishedAt"].as_str().expect("a time")[..10].to_owned();
    assert_eq!(
        run["actions"].as_array().expect("actions").iter().map(|one| &one["state"]).collect::<Vec<_>>(),
        ["done", "open"]
    );
    assert_eq!(run["actions"][0]["doneOn"], json!(today));
    page.button(&format!("{}…", say("since.trend"))).click();
    page.see(&say("since.trend_lead"));
    let columns = "return root.querySelectorAll('.trend__run').length";
    assert_eq!(meeting.inside(columns), 4);
    page.axe();
    page.screenshot("report-trend");
}

/// Without a pointer: to last time's agreements, one of them done, and on.
pub fn keys(page: &Page) {
    let meeting = Meeting::at_home(page);
    give(page, &made::document(made::GROUP, made::three_meetings()));
    meeting.open_door();
    let until = |name: &str| {
        for _ in 0..60 {
            if page.tab().is_some_and(|focus| focus.name == name) {
                return;
            }
        }
        panic!("Tab never came to “{name}”");
    };
    until(&say("check.begin"));
    page.press_keys(&["Enter"]);
    meeting.see(&say("since.title"));
    // A group of radios is one stop, at what is chosen; the arrow chooses the other.
    until(&say("since.open"));
    page.press_keys(&["ArrowUp"]);
    page.wait_for("the first to be done", || page.group(DEEDS[0]).radio(&say("since.done")).state().on);
    until(&say("since.follow"));
    page.press_keys(&["Enter"]);
    page.wait_for("the next screen", || page.heading() != say("since.title"));
    page.wait_for("the draft to be kept", || meeting.draft()["talk"]["follows"] == "run-2020-05");
}

impl Meeting<'_> {
    /// Neither a share nor a grade, in anything that is seen, folded away or heard.
    #[track_caller]
    fn see_no_grade(&self) {
        let said = self.inside("return root.querySelector('.nk').textContent");
        let said = said.as_str().expect("the words of a screen");
        for sign in ["%", "％", "点数", "合計", "平均", "良くな", "悪くな", "順位"] {
            assert!(!said.contains(sign), "“{sign}” in {said}");
        }
    }
}
