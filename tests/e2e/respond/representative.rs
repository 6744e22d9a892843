//! Somebody answers for the person: what shows that they may, and what the person wants; and a child, who is heard.

use nattoku::domain::text::hold_spaces;
use serde_json::{Value, json};

use super::{FAMILY, about_children, called, kind, to_respondent, type_name_of};
use crate::harness::Page;
use crate::record;
use crate::talk::{NAME, Talk};
use crate::words::{begins, say, say_with};

/// A letter that has grown old, the person's own wish, and the name of the right person in every place.
pub fn representative(page: &Page) {
    let talk = to_respondent(page, Talk::begin(page));
    talk.respond("representative");
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.kind"));
    assert_eq!(
        page.radio(&kind("parent").0).count(),
        0,
        "whoever answers for a grown-up is no parent of a child"
    );
    let (guardian, letter) = (kind("adult_guardian"), kind("mandate"));
    page.radio(&guardian.0).click();
    page.see(&guardian.1);
    assert_eq!(page.field(&say("respondent.mandate")).count(), 0, "a guardian has no letter with a day");
    page.radio(&letter.0).click();
    page.see(&letter.1);

    let old = say_with("respondent.mandate_old", &[("months", "3")]);
    let day = page.field(&say("respondent.mandate"));
    let today =
        page.exec("return new Date().toLocaleDateString('sv')", &[]).as_str().expect("a day").to_owned();
    for (dated, is_old) in [("2020-02-29", true), (&*today, false), ("2020-02-29", true)] {
        day.pick(dated);
        if is_old { page.see(&old) } else { page.see_no(&old) }
    }
    for (problem, field, text) in [
        ("problem.respondent.name", "respondent.name", FAMILY),
        ("problem.respondent.relation", "respondent.relation", "おい"),
        ("problem.respondent.authority", "respondent.authority", "委任状"),
    ] {
        page.button(&say("next")).click();
        page.see(&say(problem));
        page.fill(&begins(field), text);
    }
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.wish"));
    page.checkbox(&called(|law| &law.wishes, "nod")).click();
    page.fill(&say("respondent.wish_words"), "写真ははずかしい");
    page.button(&say("next")).click();

    page.see(&say_with("who.name_for_hint", &[("name", FAMILY)]));
    talk.name_person_too();
    talk.choose("way.sign");
    talk.see(&say("sign.heading_for"));
    page.see(&say_with("sign.statement_for", &[("person", NAME), ("name", FAMILY)]));
    page.button(&say("review.other_way")).click();
    talk.choose("way.voice");
    page.see(&say_with("voice.lead_for", &[("name", FAMILY)]));
    page.button(&say("back")).click();
    type_name_of(page, &talk, FAMILY);
    page.see("写真ははずかしい");
    page.see("2020年(令和2年)2月29日(土)");
    talk.finish("consented");

    let document = record::save(page);
    let event = record::only_event(&document);
    let representative = json!({
        "kind": "mandate", "name": FAMILY, "relation": "おい", "authority": "委任状", "mandateDated": "2020-02-29",
    });
    let wish = json!({ "shown": ["nod"], "words": "写真ははずかしい" });
    assert_eq!(
        event["respondent"],
        json!({ "role": "representative", "representative": representative, "wish": wish })
    );
    assert_eq!(document["consents"][0]["subject"]["name"], NAME, "the record is the person's");
    // A name keeps its space where phrases lose theirs.
    let statement = say_with("typed.statement_for", &[("person", &hold_spaces(NAME))]);
    assert_eq!(event["typedName"], json!({ "name": FAMILY, "statement": statement }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A child does not answer alone and is not passed over; what needs an answer in writing cannot be spoken.
pub fn child(page: &Page) {
    let talk = to_respondent(page, about_children(page));
    let ages = [say_with("age.child", &[("last", "15")]), say_with("age.adult", &[("first", "18")])];
    let youth = say_with("age.youth", &[("first", "16"), ("last", "17")]);
    talk.respond("principal");
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.age"));
    page.radio(&youth).click();
    page.see(&say("respondent.youth"));
    page.button(&say("next")).click();
    talk.see(&say("who.heading"));
    page.button(&say("back")).click();

    page.radio(&ages[0]).click();
    page.see(&say_with("respondent.child", &[("last", "15")]));
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.guardian"));
    page.button(&say("respondent.child_go")).click();
    page.see(&say("respondent.wish"));
    page.radio(&kind("parent").0).click();
    // Another age asks for somebody else, and what was chosen for the first does not stay.
    page.radio(&ages[1]).click();
    page.radio(&kind("parent").0).gone();
    page.radio(&ages[0]).click();
    assert!(!page.radio(&kind("parent").0).state().on);
    page.radio(&kind("parent").0).click();
    page.fill(&begins("respondent.name"), FAMILY);
    page.fill(&begins("respondent.relation"), "父");
    page.fill(&begins("respondent.authority"), "住民票");
    page.checkbox(&called(|law| &law.wishes, "picture_card")).click();
    page.button(&say("next")).click();
    talk.name_person_too();
    talk.see(&say("method.heading"));
    page.see(&say_with("method.written", &[("items", &talk.short(0))]));
    assert!(page.button(&begins("way.voice")).state().disabled);
    type_name_of(page, &talk, FAMILY);
    page.see(&ages[0]);
    talk.finish("consented");

    let document = record::save(page);
    let respondent = &record::only_event(&document)["respondent"];
    assert_eq!((&respondent["role"], &respondent["age"]), (&json!("representative"), &json!("child")));
    assert_eq!(respondent["wish"], json!({ "shown": ["picture_card"], "words": "" }));
    assert_eq!(respondent["representative"]["mandateDated"], Value::Null);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
