//! Who answers: the person, family beside them, somebody for them, nobody today; how it was explained; and an answer on
//! paper. Each leaves what the record needs, and the person's own wish is never lost.

mod beside;
mod paper;
mod representative;
mod unable;

use nattoku::domain::consent::Answer;
use nattoku::domain::law::{Choice, Law};
use nattoku::domain::notice::{Notice, NoticeSnapshot};
use nattoku::domain::text::{Reading, bare};
use serde_json::{Value, json};

use crate::harness::Page;
use crate::talk::Talk;
use crate::words::{self, begins, say};

pub use beside::{family_alone, keys_alone, told, with_family};
pub use paper::on_paper;
pub use representative::{child, representative};
pub use unable::unable;

/// A family member, and whoever answers for the person. Neither is called as anybody else is.
pub const FAMILY: &str = "山田 一郎";

/// From home to the screen that asks who answers, with the same answer to everything.
#[track_caller]
pub fn to_respondent<'a>(page: &'a Page, talk: Talk<'a>) -> Talk<'a> {
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    page.button(&say("next")).click();
    talk.see(&say("respondent.heading"));
    talk
}

/// The tablet of a group that also asks about children, and whose first question needs an answer in writing.
#[track_caller]
pub fn about_children(page: &Page) -> Talk<'_> {
    let mut talk = Talk::at_home(page);
    let (written, shown) = for_children();
    page.exec("document.querySelector('nattoku-app').notice = arguments[0]", &[written]);
    talk.notice = shown;
    talk.open_door();
    talk
}

/// The built-in explanation, made to be about children too: as a host page sets it, and as it is shown.
fn for_children() -> (Value, NoticeSnapshot) {
    let mut written: Value =
        serde_json::from_str(include_str!("../../../src/presets/notices/salon.json")).expect("JSON");
    written["minors"] = json!(true);
    written["items"][0]["written"] = json!(true);
    let group = nattoku::domain::export::import(words::GROUP).expect("the fixture is a document");
    let mut notice = Notice::salon();
    notice.minors = true;
    notice.items[0].written = true;
    (written, notice.fill(&group.document.organization).expect("the group's words fit"))
}

/// What a form calls an id of the legal data.
#[track_caller]
pub fn called(list: fn(&Law) -> &Vec<Choice>, id: &str) -> String {
    let law = Law::current();
    let found = list(&law).iter().find(|choice| choice.id == id).unwrap_or_else(|| panic!("no {id}"));
    bare(found.name.get(Reading::Plain))
}

/// What a form calls a kind of representative, and the line that says what shows it.
#[track_caller]
pub fn kind(id: &str) -> (String, String) {
    let law = Law::current();
    let kind = law.representative(id).unwrap_or_else(|| panic!("no {id}"));
    (bare(kind.name.get(Reading::Plain)), bare(kind.hint.get(Reading::Plain)))
}

/// Types the name of whoever answers where a typed name is asked for, and goes on to the review.
#[track_caller]
pub fn type_name_of(page: &Page, talk: &Talk<'_>, name: &str) {
    talk.choose("way.typed");
    talk.see(&say("typed.heading_for"));
    page.fill(&begins("respondent.name"), name);
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
}
