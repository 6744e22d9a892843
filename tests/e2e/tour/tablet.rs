//! The walk through the tablet's own screens.

use nattoku::domain::consent::Answer;
use serde_json::json;

use super::Tour;
use crate::harness::Page;
use crate::talk::{NAME, Talk};
use crate::words::{begins, say, say_with};

/// The tablet's own screens: home, settings, records, files.
pub fn tablet(page: &Page) {
    page.open_stored("");
    page.see_heading(&say("home.heading"));
    let tour = Tour::begin(page, "nattoku-app");
    tour.look("home");
    page.button(&begins("home.consent")).click();
    page.see_heading(&say("settings.heading"));
    tour.look("settings");
    page.button(&say("settings.save")).click();
    page.see(&say_with("settings.missing", &[("count", "7")]));
    page.button(&say("settings.defaults")).click();
    tour.look("settings-missing");
    page.button(&say("go_home")).click();
    page.button(&say("home.records")).click();
    page.see(&say("records.empty"));
    tour.look("records-empty");

    page.button(&say("go_home")).click();
    page.exec(
        "return document.querySelector('nattoku-app').importJson(arguments[0])",
        &[json!(crate::words::GROUP)],
    );
    let talk = Talk::here(page, "nattoku-app", crate::words::explanation());
    talk.open_door();
    talk.listen();
    page.button(&say("go_home")).click();
    page.see(&say("draft.consent"));
    tour.look("home-draft");
    page.button(&say("draft.continue")).click();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    talk.finish("consented");
    talk.next_person();
    page.button(&say("home.records")).click();
    tour.look("records");
    page.button(&format!("{NAME} {}", say("records.open"))).click();
    page.button(&say("records.delete")).click();
    page.see(&say("records.delete_sure"));
    tour.look("record-delete");
    page.button(&say("go_home")).click();
    page.button(&say("home.data")).click();
    tour.look("data");
    page.file_input().upload("other.json", b"{}");
    page.see(&say("import.not_nattoku"));
    page.button(&say("error.cause")).click();
    page.button(&say("data.erase_do")).click();
    tour.look("data-refused");
    tour.end();
}
