//! Who answers: each role needs its own, a family alone cannot conclude, and a day without an answer is no "no".

use super::*;
use nattoku::domain::consent::{
    Family, Method, Outcome, Representative, Respondent, RespondentRefusal, Role, Sources, Unable, Wish,
};
use nattoku::domain::law::Law;

/// At the screen that asks who answers; everything after it is filled in.
fn at_the_question(minors: bool) -> Walk {
    let mut walk = Walk::asked();
    walk.notice.minors = minors;
    walk.notice.digest = walk.notice.compute_digest();
    walk.session.notice.digest.clone_from(&walk.notice.digest);
    walk.session.respondent = Default::default();
    // Not handed in yet: what one signed is let go of when another answers.
    walk.choose(Route::Typed).edit(Field::TypedName, "山田 花子")
}

fn tick(walk: Walk, list: Ticks, id: &str) -> Walk {
    walk.act(|_| Action::Tick { list, id: id.into(), on: true })
}

fn guardian(walk: Walk) -> Walk {
    let walk = walk
        .act(|_| Action::Respond(RoleChoice::Representative))
        .edit(Field::RepresentativeKind, "parent")
        .edit(Field::RespondentName, "山田 太郎")
        .edit(Field::RespondentRelation, "父")
        .edit(Field::Authority, "母子健康手帳");
    tick(walk, Ticks::Wish, "nod")
}

#[track_caller]
fn missing(walk: &Walk, keys: &[&str]) {
    let expected: Vec<_> = keys.iter().map(|key| (*key, Step::Respondent)).collect();
    assert_eq!(walk.missing(), expected);
}

#[test]
fn each_role_asks_for_what_it_needs_and_nothing_else() {
    let walk = at_the_question(false);
    let role = |role| walk.clone().act(|_| Action::Respond(role));
    missing(&walk, &["problem.respondent.choose"]);
    missing(&role(RoleChoice::Principal), &[]);
    missing(&role(RoleChoice::FamilyAlone), &["problem.respondent.family_alone"]);

    let family = role(RoleChoice::WithFamily);
    missing(&family, &["problem.respondent.family_name"]);
    let family = family.edit(Field::RespondentName, "山田 一郎");
    missing(&family, &["problem.respondent.family_relation"]);
    missing(&family.edit(Field::RespondentRelation, "長男"), &[]);

    let mut other = role(RoleChoice::Representative);
    for (key, field, text) in [
        ("kind", Field::RepresentativeKind, "guardian"),
        ("name", Field::RespondentName, "見本 太郎"),
        ("relation", Field::RespondentRelation, "成年後見人"),
        ("authority", Field::Authority, "登記事項証明書"),
    ] {
        missing(&other, &[&format!("problem.respondent.{key}")]);
        other = other.edit(field, text);
    }
    missing(&other, &["problem.respondent.wish"]);
    other = tick(other, Ticks::Wish, "not_clear");
    missing(&other, &[]);
    for (day, key) in [
        ("2026-02-30", Some("problem.respondent.mandate")),
        ("昨日", Some("problem.respondent.mandate")),
        ("2026-11-21", Some("problem.respondent.mandate_future")),
        ("2026-11-20", None),
        ("", None),
    ] {
        missing(&other.clone().edit(Field::MandateDated, day), key.as_slice());
    }
}

#[test]
fn a_child_is_answered_for_by_a_guardian_and_heard() {
    let walk = at_the_question(true);
    let aged = |age| walk.clone().act(|_| Action::Age(age));
    missing(&walk.clone().alone(), &["problem.respondent.age"]);
    missing(&aged(AgeBand::Child).alone(), &["problem.respondent.guardian"]);
    let family = aged(AgeBand::Child).act(|_| Action::Respond(RoleChoice::WithFamily));
    missing(
        &family.edit(Field::RespondentName, "父").edit(Field::RespondentRelation, "父"),
        &["problem.respondent.guardian"],
    );
    missing(&aged(AgeBand::Youth).alone(), &[]);
    missing(&aged(AgeBand::Adult).alone(), &[]);
    let heard = guardian(aged(AgeBand::Child)).edit(Field::WishWords, "写真は はずかしい");
    missing(&heard, &[]);
    let event = heard.finish_as_shown();
    assert_eq!(event.law_as_of, Some(Law::current().as_of), "ages and representatives are of their day");
    let respondent = event.respondent.expect("it is said who answered");
    assert_eq!(
        (respondent.role, respondent.age, respondent.family),
        (Role::Representative, Some(AgeBand::Child), None)
    );
    let wish = Wish { shown: vec!["nod".into()], words: "写真は はずかしい".into() };
    assert_eq!(respondent.wish, Some(wish));
    assert_eq!(
        respondent.representative.map(|one| (one.kind, one.mandate_dated)),
        Some(("parent".into(), None))
    );
}

#[test]
fn family_stands_beside_the_answer_and_not_in_its_place() {
    let family = at_the_question(false)
        .act(|_| Action::Respond(RoleChoice::WithFamily))
        .edit(Field::RespondentName, "山田 一郎 ")
        .edit(Field::RespondentRelation, "長男")
        .act(|_| Action::FamilyAgrees(Some(false)));
    let event = family.finish_as_shown();
    assert_eq!(event.outcome, Outcome::Partially, "that the family does not agree changes no answer");
    let beside = Family { name: "山田 一郎".into(), relation: "長男".into(), agrees: Some(false) };
    assert_eq!(event.respondent.and_then(|who| who.family), Some(beside));
}

#[test]
fn what_was_typed_for_one_role_is_not_recorded_with_another() {
    let event = guardian(at_the_question(false)).alone().finish_as_shown();
    assert_eq!(event.respondent, Some(Respondent::principal(None)));
}

#[test]
fn a_day_without_an_answer_is_recorded_as_such_and_as_no_refusal() {
    let walk = Walk::begin()
        .to(Step::Item(0))
        .answer("purpose.contact", Answer::Granted)
        .act(|_| Action::CannotConfirm);
    assert_eq!(walk.session.step, Step::Respondent);
    let walk = walk.next().edit(Field::Name, "山田 花子").edit(Field::ExplainedBy, "見本 太郎");
    assert_eq!(walk.missing(), [("problem.unable", Step::Respondent)]);
    let walk = tick(walk, Ticks::Tried, "easier_words").edit(Field::AskAgain, "来月の集まりで").next();
    assert_eq!(walk.session.step, Step::Review, "there is nothing to sign");
    assert_eq!(walk.clone().act(|_| Action::Back).session.step, Step::Who);
    let consent = walk.finish("1");
    let event = &consent.events[0];
    assert_eq!((event.outcome, event.method), (Outcome::UnableToConfirm, None));
    assert_eq!(
        (event.answers.len(), event.unanswered.len()),
        (0, 11),
        "what was tapped is not what the person said"
    );
    let tried = Unable::new(vec!["easier_words".into()], "", "来月の集まりで").unwrap();
    assert_eq!((&event.unable, &event.respondent), (&Some(tried), &None));
    assert!(!consent.current.allows_something());
    crate::export::consent_comes_back(consent);
}

#[test]
fn how_it_was_explained_and_who_else_told_is_kept() {
    let mut walk = at_the_question(false).alone();
    for id in ["sign_language", "slowly", "pictures"] {
        walk = tick(walk, Ticks::Accommodations, id);
    }
    walk = walk.act(|_| Action::Tick { list: Ticks::Accommodations, id: "pictures".into(), on: false });
    let nobody = walk.clone().edit(Field::Provider, "誰か").finish_as_shown();
    assert_eq!(
        (nobody.accommodations, nobody.sources),
        (vec!["sign_language".into(), "slowly".into()], None)
    );
    let told = tick(walk, Ticks::ToldBy, "care_manager")
        .edit(Field::Provider, "見本ケアプラン")
        .act(|_| Action::ConsentConfirmed(true))
        .finish_as_shown();
    let sources = Sources {
        told_by: vec!["care_manager".into()],
        provider: "見本ケアプラン".into(),
        consent_confirmed: true,
        document_received: false,
    };
    assert_eq!(told.sources, Some(sources));
}

#[test]
fn an_item_that_needs_something_written_is_not_answered_by_voice_alone() {
    let mut walk = Walk::asked();
    for item in &mut walk.notice.items {
        item.written = item.id == "purpose.contact";
    }
    let spoken = walk.clone().choose(Route::Voice).act(|_| Action::ReadBack(true));
    assert_eq!(spoken.missing(), [("problem.written", Step::Method)]);
    let no = spoken.answer("purpose.contact", Answer::Withheld).act(|_| Action::ReadBack(true));
    assert_eq!(no.missing(), [], "a refusal needs nothing written");
    let typed = walk.choose(Route::Typed).edit(Field::TypedName, "山田 花子");
    assert_eq!(typed.missing(), []);
}

#[test]
fn paper_needs_its_day_its_place_and_its_keeper() {
    let walk = Walk::asked().choose(Route::Paper);
    let key = |walk: &Walk| walk.missing().first().map(|(key, _)| *key);
    for (day, expected) in [
        ("", "problem.paper.day"),
        ("2026-02-30", "problem.paper.day"),
        ("2026-11-21", "problem.paper.future"),
        ("2026-11-20", "problem.paper.place"),
    ] {
        assert_eq!(key(&walk.clone().edit(Field::PaperDay, day)), Some(expected), "{day}");
    }
    let walk = walk.edit(Field::PaperDay, "2026-11-18").edit(Field::PaperPlace, "書類棚");
    assert_eq!(key(&walk), Some("problem.paper.by"));
    let event = walk.edit(Field::PaperKeeper, "見本 太郎").next().finish("1").events.remove(0);
    assert_eq!(event.method, Some(Method::Paper));
    assert_eq!(event.paper.map(|sheet| sheet.signed_on), Some("2026-11-18".into()));
}

#[test]
fn a_respondent_that_exists_has_what_its_role_needs() {
    let representative = |name: &str| Representative {
        kind: "parent".into(),
        name: name.into(),
        relation: "母".into(),
        authority: "保険証".into(),
        mandate_dated: None,
    };
    let wish = Wish { shown: vec!["words".into()], words: String::new() };
    let made = |role, who, wish| Respondent::new(role, None, None, who, wish);
    assert!(made(Role::Representative, Some(representative("山田 花子")), Some(wish.clone())).is_ok());
    for (result, refusal) in [
        (
            made(Role::Representative, Some(representative(" ")), Some(wish.clone())),
            RespondentRefusal::NoName,
        ),
        (made(Role::Representative, None, Some(wish.clone())), RespondentRefusal::NoKind),
        (made(Role::Representative, Some(representative("山田")), None), RespondentRefusal::NoWish),
        (made(Role::Principal, Some(representative("山田")), None), RespondentRefusal::OtherRole),
        (made(Role::Principal, None, Some(wish)), RespondentRefusal::OtherRole),
        (made(Role::WithFamily, None, None), RespondentRefusal::NoFamilyName),
    ] {
        assert_eq!(result, Err(refusal));
    }
}
