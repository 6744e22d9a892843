//! One consent in the words of others: every kind of record becomes what the standards demand, and no "yes" is made
//! on the way. Here: the records that the rooms below share.

mod fhir;
mod iso27560;
mod meaning;
mod table;

use nattoku::domain::{
    consent::*,
    export::Document,
    notice::{Notice, NoticeSnapshot, Organization, Version},
    signature::{Point, PointerKind, Signature, Stroke},
    standards::{Standard, export, file_name},
    text::Reading,
    time::Timestamp,
};
use serde_json::Value;

/// A record, and the document it stands in.
struct Example {
    name: &'static str,
    consent: Consent,
    document: Document,
}

impl Example {
    fn export(&self, standard: Standard) -> Value {
        export(standard, &self.consent, &self.document)
    }
}

fn at(minute: u32) -> Timestamp {
    Timestamp::parse(&format!("2026-11-20T14:{minute:02}:00+09:00")).unwrap()
}

thread_local! {
    /// The made-up group, and the text as it shows it.
    static GROUP: (Organization, NoticeSnapshot) = {
        let notice = Notice::salon();
        let group = Organization::example(&notice);
        let shown = notice.fill(&group).expect("the example fills the notice");
        (group, shown)
    };
}

/// A text of two sections and four items, short enough to be read in a snapshot.
fn shown() -> NoticeSnapshot {
    let mut shown = GROUP.with(|(_, shown)| shown.clone());
    shown.sections.retain(|section| ["why", "share"].contains(&section.id.as_str()));
    let kept = ["purpose.contact", "purpose.watch", "share.center", "photo.sns"];
    shown.items.retain(|item| kept.contains(&item.id.as_str()));
    shown.digest = shown.compute_digest();
    shown
}

/// The same text a version later, with another question more.
fn shown_later() -> NoticeSnapshot {
    let mut shown = shown();
    shown.version = Version { major: 2, minor: 0 };
    let mut more = shown.items[3].clone();
    more.id = "photo.website".into();
    shown.items.push(more);
    shown.digest = shown.compute_digest();
    shown
}

/// An event with these answers, in the order of the items; nothing for an item without an answer.
fn event(shown: &NoticeSnapshot, answers: &[Option<Answer>], minute: u32) -> ConsentEvent {
    let asked = || shown.items.iter().map(|item| item.id.clone()).zip(answers);
    let given = |(item, answer): (String, &Option<Answer>)| Some(ItemAnswer { item, answer: (*answer)? });
    let open = |(item, answer): (String, &Option<Answer>)| answer.is_none().then_some(item);
    let topic = |(section, understanding): (&str, Understanding)| Topic {
        section: section.into(),
        reading: Reading::Easy,
        understanding: Some(understanding),
        asked_again: false,
        read_aloud: true,
    };
    let topics = [("why", Understanding::Understood), ("share", Understanding::AskedAgain)];
    ConsentEvent {
        id: format!("00000000-0000-4000-8000-0000000000{minute:02}"),
        kind: EventKind::Decided,
        notice: NoticeRef::of(shown),
        reading: Reading::Plain,
        explained: Some(Explained {
            from: at(minute),
            to: at(minute + 1),
            by: "見本 太郎".into(),
            place: "集会所".into(),
            topics: topics.into_iter().map(topic).collect(),
        }),
        received: None,
        accommodations: Vec::new(),
        decided_at: at(minute + 2),
        recorded_at: at(minute + 3),
        law_as_of: None,
        respondent: Some(Respondent::principal(None)),
        identity: None,
        sources: None,
        answers: asked().filter_map(given).collect(),
        unanswered: asked().filter_map(open).collect(),
        acknowledgements: vec![Acknowledged {
            id: "emergency".into(),
            state: AcknowledgementState::Acknowledged,
        }],
        outcome: Outcome::Deferred,
        unable: None,
        follow_ups: Vec::new(),
        method: Some(Method::Signature),
        signature: Some(signature()),
        typed_name: None,
        oral: None,
        proxy_writing: None,
        paper: None,
        previous: None,
        digest: None,
    }
}

/// A change of mind about some items.
fn change(shown: &NoticeSnapshot, kind: EventKind, answers: &[(usize, Answer)], minute: u32) -> ConsentEvent {
    let given =
        |(at, answer): &(usize, Answer)| ItemAnswer { item: shown.items[*at].id.clone(), answer: *answer };
    ConsentEvent {
        kind,
        explained: None,
        received: Some(Received { by: "見本 太郎".into(), place: String::new() }),
        answers: answers.iter().map(given).collect(),
        unanswered: Vec::new(),
        acknowledgements: Vec::new(),
        ..event(shown, &[], minute)
    }
}

fn signature() -> Signature {
    let line = |from: (i32, i32), to: (i32, i32)| {
        let point = |(x, y), t| Point::new(x, y, t, None).unwrap();
        Stroke::new(PointerKind::Touch, vec![point(from, 0), point(to, 200)]).unwrap()
    };
    Signature::new(vec![line((1000, 2000), (3000, 2000)), line((2000, 1000), (2000, 3000))]).unwrap()
}

/// A record of these events, in a document with both texts.
fn example(name: &'static str, events: Vec<ConsentEvent>) -> Example {
    let subject = Subject { name: "見本\u{3000}花子".into(), kana: "みほん はなこ".into() };
    let mut current = Current::default();
    let events = events.into_iter().map(|mut event| {
        current = current.clone().after(&event);
        event.outcome = current.outcome.unwrap();
        assert!(event.evidence_matches_method(), "{name}");
        event
    });
    let mut events = events.collect::<Vec<_>>().into_iter();
    let id = "8f14e45f-ceea-467a-9575-28b1d3d4a1aa".to_owned();
    let mut consent = Consent::begin(id, subject, events.next().unwrap());
    events.for_each(|event| consent.append(event));
    let mut document = Document::new(at(50), GROUP.with(|(group, _)| group.clone()));
    document.add_notice(shown());
    document.add_notice(shown_later());
    document.consents.push(consent.clone());
    Example { name, consent, document }
}

/// One record of every kind.
fn examples() -> Vec<Example> {
    use Answer::{AskEachTime, Granted, Undecided, Withheld};
    let (text, later) = (shown(), shown_later());
    let of = |answers: [Answer; 4]| event(&text, &answers.map(Some), 0);
    let mixed = || of([Granted, Withheld, AskEachTime, Undecided]);
    let unsigned = |method| ConsentEvent { method, signature: None, ..mixed() };
    let oral = OralAnswer::new(at(2), at(3), "連絡に使うこと：はい", "見本 太郎").unwrap();
    let oral = ConsentEvent { oral: Some(oral), ..unsigned(Some(Method::Oral)) };
    let proxy = ProxyWriting::new("見本 太郎", "手のけが", "見本 次郎").unwrap();
    let proxy = ConsentEvent { proxy_writing: Some(proxy), ..unsigned(Some(Method::ProxyWriting)) };
    let paper = PaperOriginal::new("2026-11-20", "2026-11-20", "鍵のかかる棚", "見本 太郎").unwrap();
    let paper = ConsentEvent { paper: Some(paper), ..unsigned(Some(Method::Paper)) };
    let typed = TypedName { name: "見本 花子".into(), statement: "私が答えました".into() };
    let typed = ConsentEvent { typed_name: Some(typed), ..unsigned(Some(Method::Signature)) };
    let unable = ConsentEvent {
        unable: Some(Unable::new(vec!["another_day".into()], "", "来週").unwrap()),
        method: None,
        signature: None,
        ..event(&text, &[None; 4], 0)
    };
    let guardian = Representative {
        kind: "guardian".into(),
        name: "見本 次郎".into(),
        relation: "成年後見人".into(),
        authority: "登記事項証明書".into(),
        mandate_dated: Some("2026-04-01".into()),
    };
    let wish = Wish { shown: vec!["nod".into()], words: "うなずいた".into() };
    let role = Role::Representative;
    let guardian = Respondent::new(role, None, None, Some(guardian), Some(wish)).unwrap();
    let represented = ConsentEvent { respondent: Some(guardian), ..mixed() };
    let family = Family { name: "見本 三郎".into(), relation: "長男".into(), agrees: Some(true) };
    let family = Respondent::new(Role::WithFamily, None, Some(family), None, None).unwrap();
    let beside = ConsentEvent { respondent: Some(family), ..mixed() };
    let changed = change(&text, EventKind::Changed, &[(0, Withheld), (1, Granted)], 10);
    let all = [(0, Withheld), (1, Withheld), (2, Withheld), (3, Withheld)];
    let withdrawn = change(&text, EventKind::Withdrawn, &all, 20);
    let anew = event(&later, &[Some(Granted), None, Some(Withheld), Some(Granted), None], 30);
    let mut examples = vec![
        example("granted", vec![of([Granted; 4])]),
        example("refused", vec![of([Withheld; 4])]),
        example("partial", vec![event(&text, &[Some(Granted), Some(Withheld), Some(AskEachTime), None], 0)]),
        example("deferred", vec![of([Undecided; 4])]),
        example("silent", vec![event(&text, &[None; 4], 0)]),
        example("unable", vec![unable.clone()]),
        example("after_unable", vec![unable, change(&text, EventKind::Changed, &[(2, Granted)], 10)]),
        example("oral", vec![oral]),
        example("proxy", vec![proxy]),
        example("paper", vec![paper]),
        example("typed", vec![typed]),
        example("representative", vec![represented]),
        example("with_family", vec![beside]),
        example("changed", vec![mixed(), changed.clone()]),
        example("withdrawn", vec![of([Granted; 4]), withdrawn.clone()]),
        example("history", vec![mixed(), changed, withdrawn, anew]),
    ];
    examples.extend(Notice::BUILTIN.map(built_in));
    // A group that gave nothing, a person without kana, an id that is no UUID, a text that is not at hand.
    let mut bare = example("bare", vec![mixed()]);
    bare.document.organization = Organization::default();
    bare.document.notices.clear();
    bare.consent.subject = Subject::default();
    bare.consent.id = "record 1".into();
    examples.push(bare);
    examples
}

/// A record about a built-in text, answered in every way.
fn built_in(id: &'static str) -> Example {
    let notice = Notice::builtin(id).unwrap();
    let group = Organization::example(&notice);
    let shown = notice.fill(&group).unwrap();
    let answers = Answer::ALL.into_iter().map(Some).chain([None]).cycle().take(shown.items.len());
    let mut made = example(id, vec![event(&shown, &answers.collect::<Vec<_>>(), 0)]);
    made.document.organization = group;
    made.document.add_notice(shown);
    made
}

fn named(name: &str) -> Example {
    examples().into_iter().find(|example| example.name == name).unwrap()
}

#[test]
fn a_file_is_named_by_standard_date_and_short_id_and_never_by_a_person() {
    let names = Standard::ALL.map(|standard| file_name(standard, at(0), "8f14e45f-ceea-467a"));
    assert_eq!(
        names,
        [
            "nattoku-consent-2026-11-20-8f14e45f.iso27560.jsonld",
            "nattoku-consent-2026-11-20-8f14e45f.fhir-r4.json",
            "nattoku-consent-2026-11-20-8f14e45f.fhir-r5.json",
        ]
    );
    assert_eq!(Standard::ALL.map(Standard::key), ["iso27560", "fhir_r4", "fhir_r5"]);
    let (ld, fhir) = ("application/ld+json", "application/fhir+json");
    assert_eq!(Standard::ALL.map(Standard::media_type), [ld, fhir, fhir]);
    assert_eq!(file_name(Standard::FhirR4, at(0), "山田"), "nattoku-consent-2026-11-20.fhir-r4.json");
}

#[test]
fn one_record_of_each_form_to_look_at() {
    let partial = named("partial");
    let page = |standard| nattoku::domain::json::page(&partial.export(standard)) + "\n";
    expect_test::expect_file!["./standards/partial.iso27560.jsonld"].assert_eq(&page(Standard::Iso27560));
    expect_test::expect_file!["./standards/partial.fhir-r4.json"].assert_eq(&page(Standard::FhirR4));
    expect_test::expect_file!["./standards/partial.fhir-r5.json"].assert_eq(&page(Standard::FhirR5));
}
