//! The explanation as the group's to choose: the built-in ones, an own one from a file, one that leaves something out;
//! on the tablet and in a host page.

mod choose;
mod host;
mod own;

use nattoku::domain::export::import;
use nattoku::domain::notice::{Notice, NoticeSnapshot, Organization};
use serde_json::{Value, json};

use crate::harness::Page;
use crate::talk::Talk;
use crate::words::{begins, say};

pub use choose::every_template;
pub use host::property;
pub use own::{gaps, own_file, unreadable};

/// From home to the explanations.
#[track_caller]
pub fn open(page: &Page) {
    page.button(&say("home.settings")).click();
    page.see_heading(&say("settings.heading"));
    page.button(&say("notices.choose")).click();
    page.see_heading(&say("notices.heading"));
}

/// Opens the card of an explanation, reads it through and uses it; the settings are open then.
#[track_caller]
pub fn take(page: &Page, title: &str) {
    page.button(&format!("{title}…")).click();
    page.see_heading(title);
    page.button(&say("notices.use")).click();
    page.see_heading(&say("settings.heading"));
    page.see(title);
}

/// The group's words as the tablet has them.
#[track_caller]
pub fn organization(talk: &Talk<'_>) -> Organization {
    import(&talk.export().to_string()).expect("a document").document.organization
}

/// What an explanation says on this tablet.
#[track_caller]
pub fn filled(talk: &Talk<'_>, notice: &Notice) -> NoticeSnapshot {
    notice.fill(&organization(talk)).expect("the group's words fit")
}

/// From home to the first topic of an explanation.
#[track_caller]
pub fn begin<'a>(page: &'a Page, talk: &Talk<'a>, notice: &Notice) -> Talk<'a> {
    let talk = Talk::here(page, "nattoku-app", filled(talk, notice));
    talk.open_door();
    talk
}

/// Leaves the draft of a conversation at home behind.
#[track_caller]
pub fn leave(page: &Page) {
    page.button(&say("go_home")).click();
    page.button(&say("draft.restart")).click();
    page.button(&say("draft.restart_yes")).click();
    page.button(&begins("home.consent")).state();
}

/// What the device keeps of a group's own explanation.
pub fn kept(page: &Page) -> Value {
    json!(page.kept("app.notice.own"))
}

/// The salon's explanation under a title of its own, with something changed.
pub fn edited(change: impl Fn(&mut Value)) -> Value {
    let text = Notice::source("salon").expect("a built-in notice");
    let mut notice: Value = serde_json::from_str(text).expect("JSON");
    notice["title"] = json!({ "plain": TITLE, "easy": "{見本|みほん}サロンの {話|はなし}", "en": "Our own" });
    change(&mut notice);
    notice
}

/// The title of [`edited`].
pub const TITLE: &str = "見本サロンからの説明";
/// A sentence that no built-in notice has, plain and easy.
pub const SENTENCE: [&str; 2] =
    ["お茶の前に、少しだけお話しします。", "お{茶|ちゃ}の {前|まえ}に {話|はな}します。"];

/// An own notice that is sound: a sentence of the group's own at its beginning.
pub fn sound() -> Value {
    edited(|notice| {
        notice["sections"][0]["plain"][0] = json!(SENTENCE[0]);
        notice["sections"][0]["easy"][0] = json!(SENTENCE[1]);
    })
}

/// An own notice that no longer says how long things are kept, nor who is responsible.
pub fn silent_about_two() -> Value {
    edited(|notice| {
        for section in notice["sections"].as_array_mut().expect("sections") {
            if section["id"] == "term" {
                section.as_object_mut().expect("a section").remove("covers");
            }
            if section["id"] == "ask" {
                let text = section.to_string();
                let text = text.replace("{{contact}}", "00").replace("{{external_contact}}", "00");
                *section = serde_json::from_str(&text).expect("JSON");
            }
        }
    })
}

/// An own notice with three things wrong, and where each of them is.
pub fn broken() -> Value {
    edited(|notice| {
        notice["sections"][0]["plain"][1] = json!("何を、何のために}");
        notice["sections"][0]["easy"][0] = json!("あなたの {情報|じょうほう}の 話");
        notice["items"][1]["group"] = json!("nowhere");
    })
}
