//! The walk through a change of mind: the record as a history, what can be changed, what follows, the end.

use nattoku::domain::consent::Answer;
use serde_json::json;

use super::Tour;
use crate::change::{document, first, give, name_receiver, open_change, open_record, second, with_record};
use crate::harness::Page;
use crate::words::{explanation, say};

/// From the finished record to the record with one event more, and a record that broke.
pub fn changes(page: &Page) {
    let (talk, _) = with_record(page);
    let tour = Tour::begin(page, "nattoku-app");
    open_record(page);
    page.button(&say("proof.about")).click();
    page.button(&say("standards.heading")).click();
    tour.look("record-history");
    open_change(page);
    tour.look("change");
    page.button(&say("next")).click();
    page.see(&say("problem.no_change"));
    give(page, &talk, 0, Answer::Withheld);
    tour.look("change-made");
    page.button(&say("change.all")).click();
    tour.look("change-all");
    page.button(&say("next")).click();
    page.see_heading(&say("follow.heading"));
    tour.look("follow");
    name_receiver(page);
    page.button(&say("back")).click();
    page.see_heading(&say("who.heading_change"));
    tour.look("who-change");
    page.button(&say("next")).click();
    talk.type_name();
    tour.look("review-change");
    talk.finish("withdrawn");
    page.button(&say("history.follow")).click();
    tour.look("closing-withdrawn");
    talk.next_person();
    open_record(page);
    talk.inside("root.querySelectorAll('.timeline details').forEach((fold) => { fold.open = true; })");
    tour.look("record-withdrawn");

    page.button(&say("go_home")).click();
    page.button(&say("home.data")).click();
    page.button(&say("data.erase_do")).click();
    page.button(&say("data.erase_yes")).click();
    let notice = explanation();
    let grown = second(&notice, &first(&notice), &[(0, Answer::Withheld)]);
    let text = document(&notice, grown).to_json();
    let mut text: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    text["consents"][0]["events"][1]["received"]["by"] = json!("会計の係");
    page.file_input().upload("altered.json", text.to_string().as_bytes());
    page.see(&say("seal.altered"));
    tour.look("data-broken");
    page.button(&format!("{} {}", crate::talk::NAME, say("records.open"))).click();
    page.see(&say("seal.broken"));
    tour.look("record-broken");
    tour.end();
}
