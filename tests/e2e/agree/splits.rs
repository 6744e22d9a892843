//! What the group sees of its answers: the order, the words, the table; one sheet, nobody, and very many.

use serde_json::{Value, json};

use super::{EIGHT, begin, marked, phrase, round, rows_seen, take_up};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{begins, say, say_with};
use nattoku::domain::checklist::{CheckAction, Mark, Step, reduce};

/// Eight people, one sheet of all, nobody, two hundred.
pub fn splits(page: &Page) {
    let meeting = take_up(page, &round(&EIGHT));
    eight(page, &meeting);
    as_table(page, &meeting);
    to_and_fro(page, &meeting);
    as_one(page);
    nobody(page);
    many(page);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The words for what all say.
fn same(meeting: &Meeting<'_>, mark: Mark) -> String {
    phrase("talk.group_same", "word", &meeting.word(Some(mark)))
}

/// What splits widest first, then all ×, then all △; then all ○ and what nobody answered.
fn eight(page: &Page, meeting: &Meeting<'_>) {
    meeting.see(&say("check.result"));
    page.see(&say_with("talk.answered", &[("n", "8")]));
    let row = |index: usize, counts: &[&str]| {
        let mut row = vec![meeting.short(index)];
        row.extend(counts.iter().map(|&count| count.to_owned()));
        json!(row)
    };
    let expected = json!([
        [
            say("talk.group_split"),
            row(1, &["できている3", "やろうとしている2", "できていない3"]),
            row(4, &["できている3", "やろうとしている3", "できていない1", "まだ1"]),
            row(5, &["できている1", "できていない7"]),
            row(6, &["できている1", "やろうとしている7"]),
        ],
        [same(meeting, Mark::NotYet), row(7, &["できていない8"])],
        [same(meeting, Mark::Trying), row(8, &["やろうとしている8"])],
        [
            same(meeting, Mark::Done),
            row(0, &["できている8"]),
            row(2, &["できている8"]),
            row(3, &["できている7", "まだ1"]),
        ],
        [say("talk.group_open"), row(9, &["まだ8"])],
    ]);
    assert_eq!(rows_seen(meeting), expected);
    // A shape an answer, in the order of the words, and open places apart.
    let shapes = meeting.inside(
        "const bar = root.querySelectorAll('.hub__row .tally__bar')[1];
         return [...bar.querySelectorAll('g')].map((run) =>
           [run.getAttribute('class'), run.querySelectorAll('path').length, run.querySelectorAll('rect').length])",
    );
    let run = |name: &str, paths: u32, rects: u32| json!([format!("bar-run bar-run--{name}"), paths, rects]);
    assert_eq!(
        shapes,
        json!([run("done", 3, 1), run("trying", 3, 1), run("not-yet", 1, 1), run("unmarked", 0, 1)])
    );
    nobody_is_named(meeting);
    page.axe();
}

/// No letter of a respondent, no share, no score.
fn nobody_is_named(meeting: &Meeting<'_>) {
    meeting.see_no_score();
    let said = meeting.inside("return root.querySelector('.stage').textContent");
    let said = said.as_str().expect("the words of a screen");
    for letter in 'A'..='H' {
        assert!(!said.contains(letter), "{letter} in {said}");
    }
}

/// The same as a table: groups, names and numbers in cells that know their heads.
fn as_table(page: &Page, meeting: &Meeting<'_>) {
    page.button(&say("talk.view_table")).click();
    assert!(page.button(&say("talk.view_table")).state().on);
    assert_eq!(page.role("table", &say("talk.table")).count(), 1);
    let seen = meeting.inside(
        "const read = (at) => at.textContent.replace(/\\s+/g, '');
         return [...root.querySelectorAll('.counts tr')].map((row) => [...row.children].map((cell) =>
           (cell.localName === 'th' ? cell.scope + ':' : '') + read(cell)))",
    );
    let item = |index: usize, counts: [u32; 4]| {
        let cells = counts.map(|count| count.to_string());
        json!([format!("row:{}", meeting.short(index)), cells[0], cells[1], cells[2], cells[3]])
    };
    let group = |title: &str| json!([format!("rowgroup:{title}")]);
    let expected = json!([
        ["col:項目", "col:できている", "col:やろうとしている", "col:できていない", "col:まだ"],
        group(&say("talk.group_split")),
        item(1, [3, 2, 3, 0]),
        item(4, [3, 3, 1, 1]),
        item(5, [1, 0, 7, 0]),
        item(6, [1, 7, 0, 0]),
        group(&same(meeting, Mark::NotYet)),
        item(7, [0, 0, 8, 0]),
        group(&same(meeting, Mark::Trying)),
        item(8, [0, 8, 0, 0]),
        group(&same(meeting, Mark::Done)),
        item(0, [8, 0, 0, 0]),
        item(2, [8, 0, 0, 0]),
        item(3, [7, 0, 0, 1]),
        group(&say("talk.group_open")),
        item(9, [0, 0, 0, 8]),
    ]);
    let bare = |value: &Value| value.to_string().replace([' ', '　'], "");
    assert_eq!(bare(&seen), bare(&expected));
    page.axe();
    page.button(&say("talk.view_bars")).click();
    page.role("table", &say("talk.table")).gone();
}

/// A row leads to its topic and back; an item all agree on can be talked about as well.
fn to_and_fro(page: &Page, meeting: &Meeting<'_>) {
    for index in [5, 0] {
        page.button(&format!("{}…", meeting.short(index))).click();
        meeting.see(&meeting.short(index));
        page.button(&say("check.back_to_result")).click();
        meeting.see(&say("check.result"));
    }
    page.button(&say("talk.begin")).click();
    meeting.see(&meeting.short(1));
    page.see("1 / 6");
}

/// A group that marked as one has nothing that could split, and may look at its marks again.
fn as_one(page: &Page) {
    let session = reduce(marked(begin(), "oxootxooo."), CheckAction::Go(Step::Result));
    let meeting = take_up(page, &session);
    meeting.see(&say("check.result"));
    page.see(&say("talk.answered_as_one"));
    page.see_no(&say("talk.group_split"));
    assert_eq!(page.button(&say("talk.view_table")).count(), 0);
    let group = |mark: Mark| phrase("talk.group_one", "word", &meeting.word(Some(mark)));
    let row = |index: usize, mark: Option<Mark>| json!([meeting.short(index), meeting.word(mark)]);
    let done = Some(Mark::Done);
    let expected = json!([
        [group(Mark::NotYet), row(1, Some(Mark::NotYet)), row(5, Some(Mark::NotYet))],
        [group(Mark::Trying), row(4, Some(Mark::Trying))],
        [
            group(Mark::Done),
            row(0, done),
            row(2, done),
            row(3, done),
            row(6, done),
            row(7, done),
            row(8, done)
        ],
        [say("talk.group_open"), row(9, None)],
    ]);
    let bare = |value: &Value| value.to_string().replace(' ', "");
    assert_eq!(bare(&rows_seen(&meeting)), bare(&expected));
    page.axe();
    page.button(&format!("{}…", meeting.short(4))).click();
    page.button(&say("check.review_item")).click();
    meeting.see_part(1);
    meeting.mark(4, Mark::Done);
    page.button(&say("talk.back_to_topic")).click();
    meeting.see(&meeting.short(4));
    page.see(&meeting.word(done));
}

/// Nobody answered: said kindly, with the way to where answers come from. The rest stays within reach.
fn nobody(page: &Page) {
    let meeting = take_up(page, &round(&[]));
    page.see(&say("talk.nobody"));
    assert_eq!(rows_seen(&meeting).as_array().map(Vec::len), Some(1));
    page.axe();
    page.button(&say_with("check.next_is", &[("title", &say("gather.title"))])).click();
    meeting.see(&say("gather.title"));

    // All say ○: warm, and on to the cases.
    let meeting = take_up(page, &round(&["oooooooooo", "oooooooooo"]));
    page.see(&phrase("talk.none", "word", &meeting.word(Some(Mark::Done))));
    assert_eq!(page.button(&say("talk.begin")).count(), 0);
    meeting.to_cases();
}

/// Two hundred people: lengths instead of shapes, with the numbers beside them, and nothing wider than the window.
fn many(page: &Page) {
    let sheets: Vec<&str> = EIGHT.iter().copied().cycle().take(200).collect();
    let meeting = take_up(page, &round(&sheets));
    page.see(&say_with("talk.answered", &[("n", "200")]));
    let first = &rows_seen(&meeting)[0][1];
    assert_eq!(*first, json!([meeting.short(1), "できている75", "やろうとしている50", "できていない75"]));
    let drawn = meeting.inside(
        "const bar = root.querySelector('.hub__row .tally__bar');
         return [...bar.querySelectorAll('g')].map((run) => [run.querySelectorAll('path').length, run.textContent])",
    );
    assert_eq!(drawn, json!([[1, "75"], [1, "50"], [1, "75"]]));
    page.button(&begins("talk.view_table")).click();
    page.resize(375, 740);
    let wider = meeting
        .inside("const stage = root.querySelector('.stage'); return stage.scrollWidth - stage.clientWidth");
    assert_eq!(wider, 0, "nothing of the table is out of sight");
    page.resize(820, 1180);
}
