//! Taking a document into another: nothing is overwritten, nothing is doubled, a contradiction changes nothing.

use super::*;
use nattoku::domain::export::{ImportErrorKind, Merged, merge};
use nattoku::domain::notice::PlaceholderValue;
use nattoku::domain::table::Table;

fn counts(added: usize, known: usize) -> Merged {
    Merged { added, known }
}

/// A consent that goes on: its one event, and another after it.
fn continued() -> [Consent; 2] {
    let [short, other] = [consents().remove(0), consents().remove(2)];
    let mut long = short.clone();
    long.append(other.events[0].clone());
    [short, long]
}

#[test]
fn merging_twice_adds_nothing_and_merging_with_itself_changes_nothing() {
    let (empty, full) = (document(vec![], vec![]), full());
    let (once, did) = merge(&empty, full.clone()).unwrap();
    assert_eq!((did, &once), (counts(7, 0), &full));
    let (twice, did) = merge(&once, full.clone()).unwrap();
    assert_eq!((did, &twice), (counts(0, 7), &once));
    let (back, did) = merge(&full, empty).unwrap();
    assert_eq!((did, &back), (counts(0, 0), &full));
}

#[test]
fn two_documents_with_nothing_in_common_give_the_same_either_way_round() {
    let mut all = consents();
    let mut one = document(all.split_off(2), vec![run("run-1")]);
    let mut two = document(all, vec![run("run-2")]);
    let value = |text: &str| PlaceholderValue::name(text, "");
    one.organization.values = Table::from_iter([("a".to_owned(), value("あ"))]);
    two.organization.values = Table::from_iter([("b".to_owned(), value("い"))]);
    let sorted = |mut document: Document| {
        document.consents.sort_by(|a, b| a.id.cmp(&b.id));
        document.checklist_runs.sort_by(|a, b| a.id.cmp(&b.id));
        document
    };
    let (this, did) = merge(&one, two.clone()).unwrap();
    let (that, did_too) = merge(&two, one.clone()).unwrap();
    assert_eq!((did, did_too), (counts(3, 0), counts(4, 0)));
    assert_eq!(sorted(this.clone()), sorted(that));
    assert_eq!(this.consents[..3], one.consents, "what was there stays in its place");
    assert_eq!(this.notices.len(), 1, "the same text is kept once");
}

#[test]
fn the_longer_history_holds_the_shorter_one() {
    let [short, long] = continued();
    let [shorter, longer] = [short, long.clone()].map(|one| document(vec![one], vec![]));
    let (grown, did) = merge(&shorter, longer.clone()).unwrap();
    assert_eq!((did, &grown.consents), (counts(1, 0), &vec![long.clone()]));
    let (kept, did) = merge(&longer, shorter).unwrap();
    assert_eq!((did, &kept.consents), (counts(0, 1), &vec![long]));
}

#[test]
fn a_contradiction_is_refused_by_id_and_place_and_nothing_changes() {
    let [first, grown] = continued();
    let mut forked = first.clone();
    forked.append(consents()[3].events[0].clone());
    let mut renamed = first.clone();
    renamed.subject.name = "見本 次郎".into();
    let mut renamed_and_grown = grown.clone();
    renamed_and_grown.subject.name = "見本 次郎".into();
    let mut altered = first.clone();
    altered.events[0].explained.as_mut().unwrap().place = "どこか".into();
    for (there, comes) in [
        (grown.clone(), forked),
        (first.clone(), renamed.clone()),
        (first.clone(), renamed_and_grown),
        (grown, renamed),
        (first, altered),
    ] {
        let into = document(vec![there], vec![run("run-1")]);
        let before = into.to_json();
        let from = document(vec![consents().remove(1), comes.clone()], vec![run("run-9")]);
        let error = merge(&into, from).unwrap_err();
        assert_eq!(error.kind, ImportErrorKind::Duplicate(comes.id.clone()));
        assert_eq!((error.key(), error.place.as_str()), ("import.duplicate", "consents[1]"));
        assert!(error.to_string().contains(&comes.id), "{error}");
        assert_eq!(into.to_json(), before);
    }
}

#[test]
fn a_run_with_the_same_id_and_other_marks_is_refused() {
    let mut other = run("run-1");
    other.notes[0].text = "ちがう話".into();
    let into = document(vec![], vec![run("run-1")]);
    let error = merge(&into, document(vec![], vec![run("run-2"), other])).unwrap_err();
    assert_eq!(
        (error.kind, error.place.as_str()),
        (ImportErrorKind::Duplicate("run-1".into()), "checklistRuns[1]")
    );
    assert_eq!(into, document(vec![], vec![run("run-1")]));
}

#[test]
fn the_groups_own_words_are_only_taken_where_there_are_none() {
    let notice = Notice::salon();
    let mut from = document(vec![], vec![]);
    from.organization.enabled_options = vec!["cm".into()];
    let mut fresh = document(vec![], vec![]);
    fresh.organization = Organization::new(&notice);
    let (restored, _) = merge(&fresh, from.clone()).unwrap();
    assert_eq!(restored.organization, from.organization, "a new device becomes the old one");

    let mut settled = document(vec![], vec![]);
    settled.organization.values.remove("contact");
    settled.organization.values.insert("organization".into(), PlaceholderValue::name("べつのサロン", ""));
    let (merged, _) = merge(&settled, from.clone()).unwrap();
    assert_eq!(merged.organization.values["organization"].plain, "べつのサロン");
    assert_eq!(merged.organization.values["contact"], from.organization.values["contact"]);
    assert_eq!(merged.organization.enabled_options, settled.organization.enabled_options);

    let mut nameless = document(vec![], vec![]);
    nameless.organization = Organization::default();
    let (untouched, _) = merge(&fresh, nameless).unwrap();
    assert_eq!(untouched.organization, fresh.organization);
}
