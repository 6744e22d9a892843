//! Out and in again: the same document and the same bytes, proofs that hold, and names of files.

use super::*;
use nattoku::domain::consent::ConsentEvent;
use nattoku::domain::export::{Kind, file_name};
use serde_json::json;

#[test]
fn every_document_comes_back_equal_and_is_written_the_same_again() {
    comes_back(&document(vec![], vec![]));
    comes_back(&document(vec![], vec![run("run-1")]));
    comes_back(&full());
    for consent in consents() {
        consent_comes_back(consent);
    }
}

#[test]
fn a_text_is_kept_once_however_many_answered_it() {
    let mut full = full();
    full.add_notice(SHOWN.with(Clone::clone));
    assert_eq!((full.notices.len(), full.consents.len()), (1, 5));
}

#[test]
fn history_grows_by_events_and_the_state_follows() {
    let [signed, spoken] = [consents().remove(0), consents().remove(1)];
    let mut consent = signed.clone();
    let mut later = spoken.events[0].clone();
    later.answers[0].answer = nattoku::domain::consent::Answer::Withheld;
    later.outcome = nattoku::domain::consent::Outcome::of(
        later.answers.iter().map(|given| given.answer),
        later.unanswered.len(),
    );
    consent.append(later.clone());
    let kept = &consent.events[1];
    assert_eq!(consent.events[0], signed.events[0]);
    assert_eq!(kept.previous, signed.events[0].digest, "an event is tied to the one before it");
    let sealed =
        ConsentEvent { previous: kept.previous.clone(), digest: kept.digest.clone(), ..later.clone() };
    assert_eq!(*kept, sealed);
    assert_eq!(consent.current.answers, later.answers);
    assert_eq!(consent.current.as_of, Some(later.decided_at));
    comes_back(&document(vec![consent], vec![]));
}

#[test]
fn a_byte_order_mark_and_white_space_around_are_accepted() {
    let text = full().to_json();
    for around in [format!("\u{FEFF}{text}"), format!(" \r\n{text}\n\n"), format!("\u{FEFF}\n{text}")] {
        let taken = accepted(&around);
        assert_eq!((taken.doubts, taken.document.to_json()), (vec![], text.clone()));
    }
}

#[test]
fn what_was_altered_is_taken_in_with_a_doubt() {
    let good = tree_of(&full());
    let doubts = |change: &dyn Fn(&mut Value)| {
        let mut tree = good.clone();
        change(&mut tree);
        accepted(&tree.to_string()).doubts
    };
    assert_eq!(doubts(&|_| {}), []);
    assert_eq!(
        doubts(&|tree| tree["consents"][0]["subject"]["name"] = json!("見本 次郎")),
        [Doubt::Document, broken("consent-sign", 0, Break::Detached)]
    );
    assert_eq!(doubts(&|tree| tree["more"] = json!(1)), [Doubt::Document]);
    assert_eq!(doubts(&|tree| tree["integrity"]["digest"] = json!("sha256:0")), [Doubt::Document]);
    let words = |tree: &mut Value| tree["notices"][0]["sections"][0]["plain"][0] = json!("何でも見せます。");
    assert_eq!(doubts(&words), [Doubt::Document, Doubt::Notice("salon".into())]);
    // Without a proof there is nothing to contradict, except the text's own digest.
    let unproved = |tree: &mut Value| drop(tree.as_object_mut().unwrap().remove("integrity"));
    assert_eq!(doubts(&unproved), []);
    let both = |tree: &mut Value| {
        unproved(tree);
        words(tree);
    };
    assert_eq!(doubts(&both), [Doubt::Notice("salon".into())]);
}

#[test]
fn a_proof_is_about_the_text_as_another_program_wrote_it() {
    let mut tree = tree_of(&document(vec![], vec![run("run-1")]));
    let fields = tree.as_object_mut().unwrap();
    fields.remove("integrity");
    fields.remove("consents");
    fields.insert("exportedAt".into(), json!("2026-11-20T06:00:00.25Z"));
    tree["checklistRuns"][0]["marks"][0]["mark"] = json!("〇");
    let digest = nattoku::domain::digest::of_json(&tree);
    tree["integrity"] = json!({"algorithm": "sha-256", "canonicalization": "rfc8785", "digest": digest});
    assert_eq!(accepted(&tree.to_string()).doubts, []);
}

#[test]
fn the_order_of_fields_and_the_spaces_between_prove_nothing() {
    let text = full().to_json();
    let mut tree: Value = serde_json::from_str(&text).unwrap();
    let integrity = tree.as_object_mut().unwrap().remove("integrity").unwrap();
    let first = format!("{{\"integrity\": {integrity}, {}", tree.to_string().trim_start_matches('{'));
    assert_eq!(accepted(&first).doubts, []);
    assert_eq!(accepted(&first).document.to_json(), text);
}

#[test]
fn the_name_of_a_file_is_kind_date_and_short_id_and_never_a_person() {
    let late = at("2026-11-20T23:30:00+09:00");
    for (kind, id, name) in [
        (Kind::Consent, "8f14e45f-ceea-467a-9575-28b1d3d4a1aa", "nattoku-consent-2026-11-20-8f14e45f.json"),
        (Kind::Checklist, "run-1", "nattoku-checklist-2026-11-20-run1.json"),
        (Kind::Backup, "../../etc/passwd", "nattoku-backup-2026-11-20-etcpassw.json"),
        (Kind::Consent, "山田 花子 8f14", "nattoku-consent-2026-11-20-8f14.json"),
        (Kind::Consent, "山田", "nattoku-consent-2026-11-20.json"),
        (Kind::Backup, "", "nattoku-backup-2026-11-20.json"),
    ] {
        assert_eq!(file_name(kind, late, id), name);
    }
}
