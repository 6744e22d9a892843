//! What a paper says of a record that went on, and of one that is not as it was written.

use super::{changed, notice, phrase, record, with_words};
use nattoku::domain::{
    consent::{Answer, Consent, ConsentEvent, EventKind, ItemAnswer, Method, OralAnswer, Received},
    notice::NoticeSnapshot,
    paper::{Amount, Block, Paper, TextForm, copy, slip, to_text},
    session::Route,
    text::Wording,
    time::Timestamp,
};

fn copied(consent: &Consent, notices: &[NoticeSnapshot], amount: Amount) -> Paper {
    with_words(Wording::Plain, |phrases| copy(consent, notices, amount, phrases)).expect("a record")
}

fn slipped(consent: &Consent, notices: &[NoticeSnapshot]) -> Paper {
    with_words(Wording::Plain, |phrases| slip(consent, notices, phrases)).expect("a change of mind")
}

fn numbers(paper: &Paper) -> Vec<&str> {
    fn digits(block: &Block) -> Option<&str> {
        match block {
            Block::Number { digits, .. } => Some(digits),
            _ => None,
        }
    }
    paper.blocks.iter().filter_map(digits).collect()
}

fn say(key: &str) -> String {
    phrase(key, Wording::Plain)
}

/// A yes taken back by hand, then given again by voice, an hour later and to somebody else.
fn twice() -> Consent {
    let mut consent = changed(EventKind::Withdrawn, |event| {
        event.answers = vec![ItemAnswer { item: "purpose.contact".into(), answer: Answer::Withheld }];
    });
    let first = consent.events[1].clone();
    let hour = |seconds: i64| Timestamp::from_epoch_ms((seconds + 3_600) * 1000, 540);
    let decided_at = hour(first.decided_at.epoch_seconds());
    let oral = OralAnswer::new(decided_at, decided_at, "連絡: はい", "見本 次郎").expect("whole");
    consent.append(ConsentEvent {
        id: "event-3".into(),
        kind: EventKind::Changed,
        answers: vec![ItemAnswer { item: "purpose.contact".into(), answer: Answer::Granted }],
        received: Some(Received { by: "見本 次郎".into(), place: "見本公園".into() }),
        decided_at,
        recorded_at: decided_at,
        method: Some(Method::Oral),
        typed_name: None,
        oral: Some(oral),
        ..first
    });
    consent
}

#[test]
fn the_copy_has_the_number_of_the_whole_history_and_every_later_event() {
    let consent = twice();
    for amount in [Amount::Short, Amount::Full] {
        let paper = copied(&consent, &[notice()], amount);
        assert_eq!(numbers(&paper), [consent.fingerprint()], "the number that the screen shows");
        let text = to_text(&paper, TextForm::Written);
        let later: Vec<&str> = ["history.withdrawn", "history.changed"]
            .into_iter()
            .map(|key| {
                let (_, rest) = text.split_once(&format!("\n\n{}\n", say(key))).expect(key);
                rest.split("\n\n").next().expect("what follows")
            })
            .collect();
        for (said, lines) in later.iter().zip([
            ["：いいえ：前のお返事は「はい」", "打ったお名前：山田　花子", "受け付けた人：見本　太郎"],
            ["：はい：前のお返事は「いいえ」", "声でうかがった日時：", "受け付けた人：見本　次郎"],
        ]) {
            for line in lines {
                assert!(said.contains(line), "{line} is not in {said}");
            }
        }
        assert!(later[0].contains("午後2時22分") && later[1].contains("午後3時22分"), "{later:?}");
    }
    assert_eq!(numbers(&slipped(&consent, &[notice()])), [consent.fingerprint()]);
    let alone = to_text(&copied(&record(Route::Typed), &[notice()], Amount::Short), TextForm::Written);
    assert!(!alone.contains(&say("history.changed")), "nothing happened later");
}

#[test]
fn a_record_that_is_not_as_it_was_written_has_no_number_on_paper() {
    let whole = twice();
    let mut broken = whole.clone();
    broken.events[1].answers[0].answer = Answer::Granted;
    for amount in [Amount::Short, Amount::Full] {
        for (paper, holds) in
            [(copied(&whole, &[notice()], amount), true), (copied(&broken, &[notice()], amount), false)]
        {
            let text = to_text(&paper, TextForm::Written);
            assert_eq!(numbers(&paper).len(), usize::from(holds));
            assert_eq!(text.contains(&say("seal.broken")), !holds);
            assert_eq!(text.contains(&say("paper.number.lead")), holds && amount == Amount::Full);
        }
    }
    let paper = slipped(&broken, &[notice()]);
    assert_eq!(numbers(&paper), Vec::<&str>::new());
    assert!(paper.blocks.contains(&Block::Lead(say("seal.broken"))));
}

#[test]
fn an_explanation_that_was_altered_is_named_on_paper() {
    let consent = twice();
    let mut other = notice();
    other.sections[0].plain[0].push_str("ただし、例外があります。");
    let told = Block::Lead(say("seal.notice"));
    for paper in [copied(&consent, &[other.clone()], Amount::Short), slipped(&consent, &[other.clone()])] {
        assert!(paper.blocks.contains(&told));
        assert!(
            !paper.blocks.contains(&Block::Lead(say("seal.broken"))),
            "what happened is as it was written"
        );
    }
    for paper in [copied(&consent, &[notice()], Amount::Short), slipped(&consent, &[notice()])] {
        assert!(!paper.blocks.contains(&told));
    }
    // A text of another record says nothing about this one.
    other.digest = "sha256:0".into();
    assert!(!copied(&consent, &[notice(), other], Amount::Short).blocks.contains(&told));
}
