//! The person answers, alone or with family beside them; family alone is led on to one of the two that can be recorded.

use serde_json::{Value, json};

use super::{FAMILY, called, to_respondent};
use crate::harness::Page;
use crate::keyboard::{reach, write};
use crate::record;
use crate::talk::{NAME, Talk, role_words};
use crate::words::{begins, say, say_with};

/// Family stands beside the answer, and what they think changes nothing in it.
pub fn with_family(page: &Page) {
    let talk = to_respondent(page, Talk::begin(page));
    talk.respond("with_family");
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.family_name"));
    page.fill(&begins("respondent.family"), FAMILY);
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.family_relation"));
    page.fill(&begins("respondent.relation"), "長男");
    let agrees = ["agrees_yes", "agrees_no", "agrees_unasked"].map(|key| say(&format!("respondent.{key}")));
    assert!(agrees.iter().all(|word| !page.radio(word).state().on), "nobody said what the family thinks");
    // Each can be taken for another, and none is a yes by itself.
    for word in [&agrees[0], &agrees[2], &agrees[1]] {
        page.radio(word).click();
        assert!(page.radio(word).state().on, "{word}");
    }
    page.button(&say("next")).click();

    // With two people at the table it must be plain whose name is asked for.
    page.see(&say_with("who.name_for_hint", &[("name", FAMILY)]));
    talk.name_person_too();
    talk.type_name();
    page.see(FAMILY);
    page.button(&format!("{} {}", say("respondent.agrees"), say("review.change"))).click();
    talk.see(&say("respondent.heading"));
    assert!(page.radio(&agrees[1]).state().on);
    page.button(&say("to_review")).click();
    talk.finish("consented");

    let document = record::save(page);
    let event = record::only_event(&document);
    let family = json!({ "name": FAMILY, "relation": "長男", "agrees": false });
    assert_eq!(event["respondent"], json!({ "role": "with_family", "family": family }));
    assert_eq!(event["outcome"], "consented", "the answer is the person's");
    assert_eq!(document["consents"][0]["subject"]["name"], NAME);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Family alone concludes nothing; both ways out are offered, and the focus goes along.
pub fn family_alone(page: &Page) {
    let talk = to_respondent(page, Talk::begin(page));
    talk.respond("family_alone");
    page.see(&say("respondent.alone"));
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.family_alone"));
    talk.see(&say("respondent.heading"));
    page.button(&say("respondent.alone_unable")).click();
    assert!(page.radio(&role_words("unable")).state().on);
    page.see(&say("respondent.unable"));
    page.see_no(&say("problem.unable"));

    talk.respond("family_alone");
    page.button(&say("respondent.alone_beside")).click();
    assert!(page.radio(&role_words("with_family")).state().on);
    // The button is gone; whoever goes on with keys is where it led to.
    assert_eq!(page.tab().map(|focus| focus.role).as_deref(), Some("textbox"));
    page.fill(&begins("respondent.family"), FAMILY);
    page.fill(&begins("respondent.relation"), "長男");
    page.button(&say("next")).click();
    talk.name_person_too();
    talk.type_name();
    talk.finish("consented");
    let document = record::save(page);
    let respondent = &record::only_event(&document)["respondent"];
    assert_eq!((&respondent["role"], &respondent["family"]["agrees"]), (&json!("with_family"), &Value::Null));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// How it was explained and who else told something are kept, and only what is still ticked.
pub fn told(page: &Page) {
    let talk = to_respondent(page, Talk::begin(page));
    talk.respond("principal");
    page.button(&say("next")).click();
    talk.see(&say("who.heading"));
    let [signs, slowly] = ["sign_language", "slowly"].map(|id| called(|law| &law.accommodations, id));
    assert_eq!(page.checkbox(&slowly).count(), 0, "asked of few people, and folded away for the others");
    page.button(&say("told.fold")).click();
    for way in [&signs, &slowly] {
        page.checkbox(way).click();
    }
    page.checkbox(&signs).click();
    page.button(&say("told.sources_fold")).click();
    assert_eq!(page.checkbox(&say("told.consent")).count(), 0, "there is nobody yet to have confirmed it");
    page.checkbox(&called(|law| &law.sources, "care_manager")).click();
    page.fill(&say("told.provider"), "見本ケアプラン");
    page.checkbox(&say("told.consent")).click();
    page.fill(&say("who.place"), "入院している病院");
    page.see(&say_with("field.gentle", &[("about", "病気やけがのこと")]));
    page.fill(&say("who.place"), "ご自宅");
    page.see_no(&say_with("field.gentle", &[("about", "病気やけがのこと")]));
    talk.name_person();
    talk.type_name();
    page.see(&slowly);
    page.see("見本ケアプラン");
    // The way back from a line leads to its fold, open.
    page.button(&format!("{} {}", say("told.how"), say("review.change"))).click();
    assert!(page.checkbox(&slowly).state().on);
    page.button(&say("to_review")).click();
    talk.finish("consented");

    let document = record::save(page);
    let event = record::only_event(&document);
    assert_eq!(event["accommodations"], json!(["slowly"]));
    let sources = json!({
        "toldBy": ["care_manager"], "provider": "見本ケアプラン",
        "consentConfirmed": true, "documentReceived": false,
    });
    assert_eq!(event["sources"], sources);
    assert_eq!(event["respondent"], json!({ "role": "principal" }));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The screen without any pointer: choosing with arrows, the details right behind the choice, the way on refused once.
pub fn keys_alone(page: &Page) {
    let talk = to_respondent(page, Talk::begin(page));
    reach(page, "button", &say("next"));
    page.press_keys(&["Enter"]);
    page.see(&say("problem.respondent.choose"));
    // The question takes the focus, so that it is read out with what is wrong; Tab goes into it.
    page.wait_for("the focus on the question", || page.focused().is_some_and(|at| at.role == "radiogroup"));
    reach(page, "radio", &role_words("principal"));
    page.press_keys(&["ArrowDown"]);
    page.wait_for("the second choice", || page.radio(&role_words("with_family")).state().on);
    page.see_no(&say("problem.respondent.choose"));
    write(page, &begins("respondent.family"), "ichiro");
    write(page, &begins("respondent.relation"), "son");
    reach(page, "radio", &say("respondent.agrees_yes"));
    page.press_keys(&["Space", "ArrowDown", "ArrowDown"]);
    page.wait_for("not asked", || page.radio(&say("respondent.agrees_unasked")).state().on);
    reach(page, "button", &say("next"));
    page.press_keys(&["Enter"]);
    talk.see(&say("who.heading_for"));
    reach(page, "button", &say("told.fold"));
    page.press_keys(&["Enter"]);
    reach(page, "checkbox", &called(|law| &law.accommodations, "slowly"));
    page.press_keys(&["Space"]);
    assert!(page.checkbox(&called(|law| &law.accommodations, "slowly")).state().on);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
