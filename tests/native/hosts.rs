//! Rust programs take our types into their own documents with serde: it reads and writes what the page does.

use nattoku::domain::{
    checklist::{CheckAction, CheckSession, Checklist, Mark, reduce},
    consent::*,
    export::{self, Document},
    json,
    notice::{Notice, Organization},
    signature::{PointerKind, Signature, Stroke},
    text::{Reading, Wording},
    time::Timestamp,
};
use serde_json::Value;
use std::rc::Rc;

fn at(minute: u32) -> Timestamp {
    Timestamp::parse(&format!("2026-11-20T14:{minute:02}:00+09:00")).unwrap()
}

fn event(shown: &nattoku::domain::notice::NoticeSnapshot, id: &str) -> ConsentEvent {
    let answer = |(at, item): (usize, &nattoku::domain::notice::ConsentItem)| ItemAnswer {
        item: item.id.clone(),
        answer: Answer::ALL[at % 4],
    };
    ConsentEvent {
        id: id.to_owned(),
        kind: EventKind::Decided,
        notice: NoticeRef::of(shown),
        reading: Reading::Easy,
        explained: Some(Explained {
            from: at(1),
            to: at(9),
            by: "見本 太郎".into(),
            place: "集会所".into(),
            topics: vec![Topic {
                section: "who".into(),
                reading: Reading::Plain,
                understanding: Some(Understanding::AskedAgain),
                asked_again: true,
                read_aloud: false,
            }],
        }),
        received: None,
        accommodations: vec!["slowly".into()],
        decided_at: at(12),
        recorded_at: at(15),
        law_as_of: None,
        respondent: None,
        sources: None,
        identity: Some(Identity { check: IdentityCheck::Companion, note: String::new() }),
        answers: shown.items.iter().skip(1).enumerate().map(answer).collect(),
        unanswered: vec![shown.items[0].id.clone()],
        acknowledgements: vec![Acknowledged {
            id: "emergency".into(),
            state: AcknowledgementState::Declined,
        }],
        outcome: Outcome::Partially,
        unable: None,
        follow_ups: vec![],
        method: Some(Method::Signature),
        signature: None,
        typed_name: None,
        oral: None,
        proxy_writing: None,
        paper: None,
        previous: None,
        digest: None,
    }
}

/// A document with something in every place.
fn document() -> Document {
    let notice = Notice::salon();
    let organization = Organization::example(&notice);
    let shown = notice.fill(&organization).unwrap();
    let line = |points: Vec<(i32, i32)>| {
        let points = (0..)
            .zip(points)
            .map(|(t, (x, y))| nattoku::domain::signature::Point::clamped(x, y, t * 9, Some(400)));
        Stroke::new(PointerKind::Pen, points.collect()).unwrap()
    };
    let strokes = vec![
        line((0..40).map(|i| (1000 + i * 60, 2000)).collect()),
        line((0..40).map(|i| (2000, 800 + i * 60)).collect()),
    ];
    let signed = ConsentEvent { signature: Some(Signature::new(strokes).unwrap()), ..event(&shown, "e1") };
    let spoken = OralAnswer::new(at(12), at(15), "連絡のため", "見本 太郎").unwrap().with_context("", "はい");
    let spoken = ConsentEvent { method: Some(Method::Oral), oral: Some(spoken), ..event(&shown, "e2") };
    let proxy = ProxyWriting::new("見本 太郎", "手のけが", "見本 次郎").unwrap();
    let written = ConsentEvent {
        method: Some(Method::ProxyWriting),
        proxy_writing: Some(proxy),
        ..event(&shown, "e3")
    };
    let typed = TypedName { name: "山田 花子".into(), statement: "私が答えました".into() };
    let typed = ConsentEvent { typed_name: Some(typed), identity: None, ..event(&shown, "e4") };
    let subject = Subject { name: "山田 花子".into(), kana: "やまだ はなこ".into() };
    let mut consent = Consent::begin("c1".into(), subject, signed);
    [spoken, written, typed].into_iter().for_each(|event| consent.append(event));

    let session = Rc::new(CheckSession::new(Rc::new(Checklist::salon()), at(20)));
    let run = [
        CheckAction::Mark { item: "collect.1".into(), mark: Mark::Done },
        CheckAction::Mark { item: "manage.1".into(), mark: Mark::NotYet },
        CheckAction::Note { item: "manage.1".into(), text: "棚の鍵".into() },
        CheckAction::AddRule { text: "名簿は棚に戻す".into(), item: Some("manage.1".into()) },
        CheckAction::Emergency { question: "emergency.decide".into(), text: "代表".into() },
        CheckAction::Finish { at: at(30), id: "r1".into() },
    ];
    let run = run.into_iter().fold(session, reduce).to_run(Wording::Easy).unwrap();

    let mut document = Document::new(at(40), organization);
    document.add_notice(shown);
    document.consents.push(consent);
    document.checklist_runs.push(run);
    document
}

#[test]
fn a_whole_document_is_the_same_by_way_of_serde_and_by_way_of_the_page() {
    let text = document().to_json();
    let page = export::import(&text).unwrap();
    assert_eq!(page.doubts, []);
    let host: Document = serde_json::from_str(&text).unwrap();
    assert_eq!(host, page.document);
    let whole = Document { integrity: host.integrity.clone(), ..document() };
    assert_eq!(host, whole);

    let written: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_value(&host).unwrap(), written);
    assert_eq!(json::tree(&page.document), written);
    assert_eq!(json::text(&host), serde_json::to_string(&host).unwrap());
    let again: Document = serde_json::from_slice(&serde_json::to_vec(&host).unwrap()).unwrap();
    assert_eq!(again, host);
}

#[test]
fn the_published_schema_knows_every_field_and_misses_none() {
    // schemars reads the attributes with serde's eyes, so it would notice a name that ours got wrong.
    let schema = serde_json::to_value(export::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let written = json::tree(&document());
    let wrong: Vec<String> = validator.iter_errors(&written).map(|error| error.to_string()).collect();
    assert_eq!(wrong, [""; 0]);
    let mut unnamed = written;
    unnamed["consents"][0]["events"][0].as_object_mut().unwrap().remove("decidedAt");
    assert!(!validator.is_valid(&unnamed));
}

#[test]
fn serdes_error_says_the_place() {
    let mut tree = json::tree(&document());
    tree["consents"][0]["events"][2]["decidedAt"] = "きのう".into();
    let host = serde_json::from_value::<Document>(tree.clone()).unwrap_err().to_string();
    let page = json::fit::<Document>(&tree).unwrap_err();
    assert_eq!(page.place, "consents[0].events[2].decidedAt");
    assert_eq!(host, page.to_string());
}
