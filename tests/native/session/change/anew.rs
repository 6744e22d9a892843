//! A record goes on with an explanation from the beginning: when that is asked for, and what it takes the place of.

use super::*;

#[test]
fn a_new_first_number_asks_again_and_a_correction_does_not() {
    let (consent, notice) = record();
    let version = |version: &str| {
        let mut newer = notice.clone();
        newer.version = version.parse().unwrap();
        newer
    };
    for (newer, asks) in [("1.0", false), ("1.9", false), ("2.0", true), ("0.9", false), ("3.1", true)] {
        assert_eq!(asks_again(&consent, &version(newer)), asks, "{newer}");
    }
    let mut other = version("2.0");
    other.id = "care_provider".into();
    assert!(!asks_again(&consent, &other), "another notice is another matter");
}

#[test]
fn what_is_explained_anew_takes_the_place_of_everything_before() {
    let (consent, notice) = record();
    let walk = Walk { session: Session::anew(&consent, &notice, minute(200)), notice, minutes: 200 };
    assert_eq!((walk.session.step, walk.session.answers.len()), (Step::Topic(0), 0));
    let answered = walk.to(Step::Item(0)).answer("purpose.watch", Answer::AskEachTime).to(Step::Respondent);
    let longer = typed(answered).try_append(&consent).unwrap();
    assert_eq!((longer.id.as_str(), longer.events.len()), ("consent-1", 2));
    assert_eq!(longer.events[1].kind, EventKind::Decided);
    assert_eq!(longer.current.answers.len(), 1);
    assert_eq!(longer.current.answer("purpose.contact"), None, "an old yes is not a yes to the new text");
    assert_eq!(longer.current.unanswered.len(), 10);
    crate::export::consent_comes_back(longer);
}

#[test]
fn a_day_without_an_answer_takes_nothing_of_what_was_said_on_another() {
    let (consent, notice) = record();
    let walk = Walk { session: Session::anew(&consent, &notice, minute(200)), notice, minutes: 200 }
        .act(|_| Action::CannotConfirm)
        .act(|_| Action::Tick { list: Ticks::Tried, id: "pictures".into(), on: true })
        .edit(Field::ExplainedBy, "見本 太郎")
        .act(|_| Action::Visit(Step::Review));
    let longer = walk.try_append(&consent).unwrap();
    assert_eq!(longer.events[1].outcome, Outcome::UnableToConfirm);
    assert_eq!(longer.current.answers, consent.current.answers, "what was said still holds");
    assert_eq!(longer.latest_decision().map(|event| event.id.as_str()), Some("event-1"));
    crate::export::consent_comes_back(longer.clone());
    let taken_back = typed(changing(&longer).act(|at| Action::WithdrawAll { at }));
    assert_eq!(taken_back.try_append(&longer).unwrap().current.outcome, Some(Outcome::Withdrawn));
}

#[test]
fn an_older_explanation_does_not_take_the_place_of_a_newer_one() {
    let (consent, notice) = record();
    let mut newer = notice.clone();
    newer.version = "3.0".parse().unwrap();
    newer.digest = newer.compute_digest();
    let answered = |notice: &NoticeSnapshot, at| {
        let walk = Walk {
            session: Session::anew(&consent, notice, minute(at)),
            notice: notice.clone(),
            minutes: at,
        };
        typed(walk.to(Step::Respondent))
    };
    let longer = answered(&newer, 200).try_append(&consent).unwrap();
    let mut late = answered(&notice, 100).session;
    assert!(!late.rebase(&longer));
}
