//! An answer on paper: the sheet is the evidence, so the record says where it is.

use serde_json::{Value, json};

use super::to_respondent;
use crate::harness::Page;
use crate::record;
use crate::talk::{EXPLAINER, Talk};
use crate::words::{begins, say};

/// The day, the place, and who put it there; nothing else may stand in for the sheet.
pub fn on_paper(page: &Page) {
    let talk = to_respondent(page, Talk::begin(page));
    talk.name_people();
    talk.choose("way.paper");
    talk.see(&say("sheet.heading"));
    let keeper = page.field(&begins("sheet.kept_by"));
    page.wait_for("the name that is known already", || keeper.state().value.as_deref() == Some(EXPLAINER));
    page.button(&say("to_review")).click();
    page.see(&say("problem.paper.day"));
    let day = page.field(&begins("sheet.signed_on"));
    day.pick("2099-12-31");
    page.see(&say("problem.paper.future"));
    day.pick("2026-01-31");
    page.see_no(&say("problem.paper.future"));
    page.button(&say("to_review")).click();
    page.see(&say("problem.paper.place"));
    page.fill(&begins("sheet.kept_in"), "事務所の、鍵のかかる棚");
    keeper.fill("");
    page.button(&say("to_review")).click();
    page.see(&say("problem.paper.by"));
    keeper.fill("会計の係");
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    page.see("2026年(令和8年)1月31日(土)");
    page.see("事務所の、鍵のかかる棚");
    talk.finish("consented");

    let document = record::save(page);
    let event = record::only_event(&document);
    let paper = json!({ "signedOn": "2026-01-31", "keptIn": "事務所の、鍵のかかる棚", "keptBy": "会計の係" });
    assert_eq!((&event["method"], &event["paper"]), (&json!("paper"), &paper));
    assert_eq!(
        (&event["signature"], &event["typedName"], &event["oral"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
