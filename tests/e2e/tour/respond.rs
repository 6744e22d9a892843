//! The walk through the screens about people: who answers, with every part that opens, and an answer on paper.

use super::Tour;
use crate::harness::Page;
use crate::respond::{FAMILY, about_children, called, kind, to_respondent};
use crate::words::{begins, say, say_with};

/// Every choice of who answers with what is missing in it, the folds of the next screen, the sheet, and both reviews.
pub fn people(page: &Page) {
    let talk = to_respondent(page, about_children(page));
    let tour = Tour::begin(page, "nattoku-app");
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.choose"));
    tour.look("respondent-missing");
    page.radio(&say_with("age.child", &[("last", "15")])).click();
    talk.respond("principal");
    tour.look("respondent-child");
    page.radio(&say_with("age.adult", &[("first", "18")])).click();
    talk.respond("family_alone");
    tour.look("respondent-family-alone");
    talk.respond("with_family");
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.family_name"));
    tour.look("respondent-family");
    talk.respond("unable");
    page.button(&say("next")).click();
    page.see(&say("problem.unable"));
    page.fill(&say("respondent.tried_note"), "入院していた");
    tour.look("respondent-unable");

    page.radio(&begins("role.representative")).click();
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.kind"));
    tour.look("respondent-representative");
    page.radio(&kind("mandate").0).click();
    page.field(&say("respondent.mandate")).pick("2020-02-29");
    page.fill(&begins("respondent.name"), FAMILY);
    page.fill(&begins("respondent.relation"), "おい");
    page.fill(&begins("respondent.authority"), "委任状");
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.wish"));
    tour.look("respondent-letter");
    page.checkbox(&called(|law| &law.wishes, "nod")).click();
    page.button(&say("next")).click();

    talk.see(&say("who.heading_for"));
    page.button(&say("told.fold")).click();
    page.button(&say("told.sources_fold")).click();
    page.checkbox(&called(|law| &law.sources, "family")).click();
    tour.look("who-folds");
    talk.name_person_too();
    talk.see(&say("method.heading"));
    tour.look("method-written");
    talk.choose("way.paper");
    page.button(&say("to_review")).click();
    page.see(&say("problem.paper.day"));
    tour.look("sheet");
    page.field(&begins("sheet.signed_on")).pick("2026-01-31");
    page.fill(&begins("sheet.kept_in"), "事務所の棚");
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    tour.look("review-representative");
    page.button(&format!("{} {}", say("consent.respondent"), say("review.change"))).click();
    talk.respond("unable");
    page.button(&say("to_review")).click();
    page.see(&say("review.not_confirmed"));
    tour.look("review-unable");
    talk.finish("unable_to_confirm");
    tour.look("closing-unable");
    tour.end();
}
