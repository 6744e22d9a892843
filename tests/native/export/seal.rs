//! A record proves itself: whatever is altered, moved, removed or put in shows, and is not repaired.

use super::*;
use nattoku::domain::consent::{Answer, ConsentEvent, EventKind, ItemAnswer, Received, Seal};
use nattoku::domain::digest;
use proptest::prelude::*;
use serde_json::json;

/// A record with three events: a decision, a change, a withdrawal.
pub(super) fn three() -> Consent {
    let mut consent = consents().remove(2);
    let first = consent.events[0].clone();
    let mut next = |id: &str, kind, item: &str, answer| {
        let event = ConsentEvent {
            id: id.to_owned(),
            kind,
            explained: None,
            received: Some(Received { by: "見本 太郎".into(), place: String::new() }),
            answers: vec![ItemAnswer { item: item.to_owned(), answer }],
            unanswered: vec![],
            acknowledgements: vec![],
            ..first.clone()
        };
        let outcome = consent.current.clone().after(&event).outcome.unwrap();
        consent.append(ConsentEvent { outcome, ..event });
    };
    next("event-2", EventKind::Changed, "purpose.watch", Answer::Granted);
    next("event-3", EventKind::Withdrawn, "purpose.contact", Answer::Withheld);
    consent
}

fn tree() -> Value {
    tree_of(&document(vec![three()], vec![]))
}

fn doubts(tree: &Value) -> Vec<Doubt> {
    let mut tree = tree.clone();
    tree.as_object_mut().unwrap().remove("integrity");
    accepted(&tree.to_string()).doubts
}

fn it_is(event: usize, how: Break) -> Vec<Doubt> {
    vec![broken("consent-typed", event, how)]
}

#[test]
fn a_whole_record_is_whole_here_and_by_anybody_elses_reckoning() {
    comes_back(&document(vec![three()], vec![]));
    assert_eq!(three().seal(), Seal::Whole);
    let ours = tree();
    let mut theirs = ours.clone();
    seal_anew(&mut theirs["consents"][0]);
    assert_eq!(ours, theirs, "any RFC 8785 and any SHA-256 come to the same chain");
    let head = ours["consents"][0]["events"][2]["digest"].as_str().unwrap().to_owned();
    assert_eq!((three().head(), three().fingerprint()), (head.clone(), digest::spoken(&head)));
}

#[test]
fn what_was_altered_moved_or_removed_is_shown_where_it_is() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut tree = tree();
        change(&mut tree["consents"][0]);
        doubts(&tree)
    };
    assert_eq!(with(&|_| {}), []);
    assert_eq!(with(&|one| one["subject"]["name"] = json!("見本 次郎")), it_is(0, Break::Detached));
    assert_eq!(
        with(&|one| one["events"][1]["answers"][0]["answer"] = json!("withheld")),
        it_is(1, Break::Altered)
    );
    assert_eq!(
        with(&|one| one["events"][0]["decidedAt"] = json!("2026-11-20T14:21:00+09:00")),
        it_is(0, Break::Altered)
    );
    assert_eq!(with(&|one| one["events"][2]["outcome"] = json!("consented")), it_is(2, Break::Altered));
    assert_eq!(with(&|one| one["events"][2]["note"] = json!("later")), it_is(2, Break::Altered));
    assert_eq!(with(&|one| one["events"].as_array_mut().unwrap().swap(1, 2)), it_is(1, Break::Moved));
    assert_eq!(with(&|one| drop(one["events"].as_array_mut().unwrap().remove(1))), it_is(1, Break::Detached));
    assert_eq!(with(&|one| drop(one["events"].as_array_mut().unwrap().remove(0))), it_is(0, Break::Detached));
    let unsealed = |one: &mut Value| drop(one["events"][2].as_object_mut().unwrap().remove("digest"));
    assert_eq!(with(&unsealed), it_is(2, Break::Altered), "a seal is not taken off");
}

#[test]
fn a_broken_record_is_kept_as_it_came_and_stays_broken() {
    let mut tree = tree();
    tree["consents"][0]["events"][1]["answers"][0]["answer"] = json!("withheld");
    let taken = accepted(&tree.to_string());
    assert_eq!(taken.doubts.len(), 2, "{:?}", taken.doubts);
    let again = accepted(&taken.document.to_json());
    assert_eq!(again.doubts, it_is(1, Break::Altered));
    let kept: Value = serde_json::from_str(&again.document.to_json()).unwrap();
    assert_eq!(kept["consents"][0]["events"], tree["consents"][0]["events"], "nothing is repaired");
}

#[test]
fn a_record_from_before_there_were_digests_goes_on_with_them() {
    let mut tree = tree();
    for event in tree["consents"][0]["events"].as_array_mut().unwrap() {
        let fields = event.as_object_mut().unwrap();
        for later in ["digest", "previous", "lawAsOf", "respondent"] {
            fields.remove(later);
        }
    }
    let mut old = accepted(&tree.to_string()).document.consents.remove(0);
    assert_eq!(old.seal(), Seal::Unsealed { last: 2 });
    let next = ConsentEvent { id: "event-4".into(), ..old.events[2].clone() };
    old.append(next);
    assert_eq!(old.seal(), Seal::Unsealed { last: 2 });
    assert!(old.events[3].digest.is_some());
    let text = serde_json::to_string(&old.tree()).unwrap();
    let mut altered: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(Seal::of(&altered), Seal::Unsealed { last: 2 });
    altered["events"][1]["explained"] = json!("more");
    assert_eq!(
        Seal::of(&altered),
        Seal::Broken { event: 3, how: Break::Detached },
        "the new event covers the old"
    );
}

#[test]
fn a_chain_taken_off_is_told_and_what_came_with_chains_cannot_be_without() {
    let mut tree = tree();
    tree.as_object_mut().unwrap().remove("integrity");
    let mut take_off = |fields: &[&str]| {
        for event in tree["consents"][0]["events"].as_array_mut().unwrap() {
            fields.iter().for_each(|field| drop(event.as_object_mut().unwrap().remove(*field)));
        }
        accepted(&tree.to_string()).doubts
    };
    assert_eq!(take_off(&["digest", "previous"]), it_is(0, Break::Altered));
    assert_eq!(take_off(&["lawAsOf", "respondent"]), [Doubt::Unsealed("consent-typed".into())]);
}

#[test]
fn a_sound_record_does_not_give_way_to_a_broken_one() {
    use nattoku::domain::export::{ImportErrorKind, merge};
    let sound = three();
    let mut short = sound.clone();
    short.events.truncate(2);
    let there = document(vec![short], vec![]);
    let mut tree = tree_of(&document(vec![sound.clone()], vec![]));
    tree["consents"][0]["events"][2]["answers"][0]["answer"] = json!("granted");
    tree["consents"][0]["events"][2]["type"] = json!("changed");
    let forged = accepted(&tree.to_string()).document;
    let error = merge(&there, forged.clone()).unwrap_err();
    assert_eq!(
        (error.kind, error.place.as_str()),
        (ImportErrorKind::Duplicate(sound.id.clone()), "consents[0]")
    );
    assert!(
        merge(&forged, document(vec![sound.clone()], vec![])).is_err(),
        "two histories that differ are not one"
    );
    assert!(merge(&there, document(vec![sound], vec![])).is_ok());
}

#[test]
fn an_altered_text_gives_way_to_the_one_that_is_what_it_says() {
    let true_one = SHOWN.with(Clone::clone);
    let mut altered = true_one.clone();
    altered.sections[0].plain[0] = "すべての情報を売ります。".into();
    let mut document = document(vec![], vec![]);
    for text in [&altered, &true_one, &altered] {
        document.add_notice(text.clone());
    }
    assert_eq!(document.notices, [true_one]);
}

#[test]
fn times_as_another_program_writes_them_stay_as_they_are() {
    let mut tree = tree();
    for event in tree["consents"][0]["events"].as_array_mut().unwrap() {
        event["recordedAt"] = json!("2026-11-20T06:00:00.000Z");
    }
    seal_anew(&mut tree["consents"][0]);
    tree.as_object_mut().unwrap().remove("integrity");
    let taken = accepted(&tree.to_string());
    assert_eq!(taken.doubts, []);
    assert_eq!(accepted(&taken.document.to_json()).doubts, [], "and after another round");
}

/// Every place in a tree that holds text, a number or a truth.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found))
        }
        _ => found.push(path.to_owned()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_letter_of_a_record_changes_unseen(which in any::<prop::sample::Index>(), letter in "[a-zあ-ん]") {
        let whole = three().tree();
        let mut places = Vec::new();
        leaves(&whole["events"], "/events", &mut places);
        leaves(&whole["subject"], "/subject", &mut places);
        places.push("/id".to_owned());
        let place = which.get(&places);
        let mut altered = whole.clone();
        let leaf = altered.pointer_mut(place).unwrap();
        *leaf = match leaf {
            Value::String(text) => json!(format!("{text}{letter}")),
            Value::Bool(yes) => json!(!*yes),
            _ => json!(letter),
        };
        prop_assert!(!Seal::of(&altered).holds(), "{place}");
    }
}
