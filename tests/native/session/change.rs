//! A change of mind: one more event, nothing filled in, nothing rewritten, and never a yes that nobody said.

mod anew;

use super::properties::{any_action, any_time};
use super::*;
use nattoku::domain::consent::{
    ConsentEvent, Current, EventKind, FollowUpKind, ItemAnswer, Method, Outcome, Seal,
};
use nattoku::domain::session::{asks_again, follow_ups};
use nattoku::domain::text::Wording;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

/// A finished record, and its text.
pub(super) fn record() -> (Consent, NoticeSnapshot) {
    (walks().remove(2).1.finish("1"), SHOWN.with(Clone::clone))
}

/// A conversation about that record, an hour later.
pub(super) fn changing(consent: &Consent) -> Walk {
    let notice = SHOWN.with(Clone::clone);
    Walk { session: Session::change(consent, &notice, minute(120)), notice, minutes: 120 }
}

/// The people and a typed name, from the screen of what follows.
pub(super) fn typed(walk: Walk) -> Walk {
    walk.to(Step::Respondent)
        .alone()
        .edit(Field::ExplainedBy, "見本 太郎")
        .choose(Route::Typed)
        .edit(Field::TypedName, "山田 花子")
        .next()
}

impl Walk {
    pub(super) fn try_append(&self, base: &Consent) -> Result<Consent, Vec<Problem>> {
        let ids = ("never".to_owned(), format!("event-{}", base.events.len() + 1));
        finish(&self.session, &self.notice, Reading::Plain, ids, self.now(), SAY, Some(base))
    }
}

#[test]
fn it_begins_with_nothing_filled_in_and_with_what_holds_beside_it() {
    let (consent, _) = record();
    let walk = changing(&consent);
    assert_eq!((walk.session.step, walk.session.answers.len()), (Step::Change, 0));
    assert_eq!(walk.session.changes(), Some(&consent.current));
    assert_eq!(walk.session.who.name, "山田 花子", "nobody types a name twice");
    assert!(!walk.session.is_worth_keeping());
    draft_reads_back(&walk.session);
    let mut walked = vec![];
    let mut step = walk.clone();
    while step.session.step != Step::Method {
        walked.push(step.session.step);
        step = step.next();
    }
    assert_eq!(walked, [Step::Change, Step::FollowUp, Step::Respondent, Step::Who]);
    for nowhere in [Step::Topic(0), Step::Item(0), Step::Acknowledge] {
        assert_eq!(walk.clone().act(|_| Action::Visit(nowhere)).session.step, Step::Change);
    }
    assert_eq!(walk.missing()[0], ("problem.no_change", Step::Change));
}

#[test]
fn one_answer_is_changed_and_the_others_hold() {
    let (consent, _) = record();
    let walk = changing(&consent).answer("purpose.watch", Answer::Granted);
    let longer = typed(walk).try_append(&consent).unwrap();
    assert_eq!(longer.events[0], consent.events[0], "what happened stays as it was");
    let event = &longer.events[1];
    assert_eq!((event.kind, event.method), (EventKind::Changed, Some(Method::Signature)));
    assert_eq!(event.answers, [ItemAnswer { item: "purpose.watch".into(), answer: Answer::Granted }]);
    assert!(event.explained.is_none() && event.unanswered.is_empty() && event.follow_ups.is_empty());
    assert_eq!(event.received.as_ref().map(|received| received.by.as_str()), Some("見本 太郎"));
    assert_eq!(longer.current.answer("purpose.watch"), Some(Answer::Granted));
    assert_eq!(longer.current.answer("purpose.contact"), Some(Answer::Granted));
    assert_eq!(longer.current.unanswered, consent.current.unanswered);
    assert_eq!(longer.seal(), Seal::Whole);
    crate::export::consent_comes_back(longer);
}

#[test]
fn everything_can_be_taken_back_and_the_person_is_told_what_follows() {
    let (consent, notice) = record();
    let walk = changing(&consent).act(|at| Action::WithdrawAll { at });
    let said: Vec<_> = walk.session.answers.keys().map(String::as_str).collect();
    assert_eq!(said, ["purpose.consult", "purpose.contact"], "only what was allowed is taken back");
    let told = follow_ups(&walk.session, &notice, Wording::Plain, SAY.sentence);
    assert!(
        told.iter().any(|one| one.item == "purpose.contact" && one.kind == FollowUpKind::Undo),
        "{told:?}"
    );
    let longer = typed(walk).try_append(&consent).unwrap();
    let event = &longer.events[1];
    assert_eq!(
        (event.kind, event.outcome, &event.follow_ups),
        (EventKind::Withdrawn, Outcome::Withdrawn, &told)
    );
    assert!(!longer.current.allows_something());
    assert_eq!(longer.current.outcome, Some(Outcome::Withdrawn));
    crate::export::consent_comes_back(longer);
}

#[test]
fn an_answer_that_is_what_it_was_is_no_change() {
    let (consent, _) = record();
    let walk = changing(&consent).answer("purpose.contact", Answer::Withheld);
    assert_eq!((walk.session.answers.len(), walk.session.kind()), (1, EventKind::Withdrawn));
    let both = walk.clone().answer("purpose.watch", Answer::Granted);
    assert_eq!(both.session.kind(), EventKind::Changed, "a yes among them is a change");
    let again = walk.clone().answer("purpose.contact", Answer::Granted);
    assert!(again.session.answers.is_empty());
    let kept = walk.act(|_| Action::Keep { item: "purpose.contact".into() });
    assert!(kept.session.answers.is_empty());
    let all = changing(&consent).many(AnswerMany::Open, Answer::Granted);
    assert!(all.session.answers.is_empty(), "no shortcut says yes to what was not asked");
}

#[test]
fn a_yes_that_becomes_ask_me_each_time_says_so() {
    let (consent, notice) = record();
    let walk = changing(&consent).answer("purpose.contact", Answer::AskEachTime);
    let told = follow_ups(&walk.session, &notice, Wording::Plain, SAY.sentence);
    assert_eq!(told.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["<follow.ask>"]);
    let no = changing(&consent).answer("photo.sns", Answer::Undecided);
    assert_eq!(follow_ups(&no.session, &notice, Wording::Plain, SAY.sentence), []);
}

#[test]
fn a_record_that_went_on_meanwhile_is_not_written_over() {
    let (consent, _) = record();
    let [one, other] = [Answer::Granted, Answer::AskEachTime]
        .map(|answer| typed(changing(&consent).answer("purpose.watch", answer)));
    let longer = one.try_append(&consent).unwrap();
    let refused = other.try_append(&longer).unwrap_err();
    assert_eq!(refused, [Problem { key: "problem.stale", step: Step::Review }]);
    assert_eq!(other.try_finish("1", other.now()).unwrap_err(), refused, "nor made into a record of its own");
}

#[test]
fn a_conversation_goes_on_with_the_record_as_it_stands_now() {
    let (consent, notice) = record();
    let watch = |answer| typed(changing(&consent).answer("purpose.watch", answer));
    let longer = watch(Answer::Granted).try_append(&consent).unwrap();

    // What the other window recorded is what was wanted here too: nothing is left to change.
    let mut same = watch(Answer::Granted);
    assert!(same.session.rebase(&longer));
    assert_eq!(same.session.changes(), Some(&longer.current));
    assert_eq!(same.missing()[0], ("problem.no_change", Step::Change));

    let mut other = watch(Answer::AskEachTime);
    assert!(other.session.rebase(&longer));
    assert_eq!((other.session.step, other.session.typed.name.as_str()), (Step::Change, "山田 花子"));
    draft_reads_back(&other.session);
    let missing = other.missing();
    assert_eq!(missing, [("problem.changed", Step::Review)], "what was signed is asked for once more");
    let other = other.act(|_| Action::Reconfirm);
    let third = other.try_append(&longer).unwrap();
    assert_eq!((third.events.len(), third.seal()), (3, Seal::Whole));
    assert_eq!(third.current.answer("purpose.watch"), Some(Answer::AskEachTime));

    // Another record, or a newer text explained meanwhile, is nothing to go on with.
    let mut lost = watch(Answer::Granted);
    let before = lost.session.clone();
    assert!(!lost.session.rebase(&Consent { id: "another".into(), ..longer.clone() }));
    let mut newer = notice.clone();
    newer.version = "2.0".parse().unwrap();
    newer.digest = newer.compute_digest();
    let walk = Walk { session: Session::anew(&consent, &newer, minute(200)), notice: newer, minutes: 200 };
    let anew = typed(walk.to(Step::Item(0)).answer("purpose.watch", Answer::Granted).to(Step::Respondent));
    let explained = anew.try_append(&consent).unwrap();
    assert!(!lost.session.rebase(&explained));
    assert_eq!(lost.session, before, "and nothing of it is touched");

    // An explanation from the beginning does not depend on what held before.
    let mut again = anew.session.clone();
    assert!(again.rebase(&longer));
    assert_eq!(
        (again.step, &again.answers, &again.attested),
        (anew.session.step, &anew.session.answers, &anew.session.attested)
    );
    let walk = Walk { session: again, ..anew };
    assert_eq!(walk.try_append(&longer).unwrap().events.len(), 3);
}

#[test]
fn everything_is_taken_back_only_when_nothing_is_left_allowed() {
    let (consent, _) = record();
    let all = changing(&consent).act(|at| Action::WithdrawAll { at });
    assert!(all.session.takes_all_back());
    let one = all.clone().act(|_| Action::Keep { item: "purpose.contact".into() });
    assert!(!one.session.takes_all_back());
    let undecided = all.answer("purpose.contact", Answer::Undecided);
    assert!(!undecided.session.takes_all_back(), "not deciding is not taking back");
    assert!(!changing(&consent).session.takes_all_back());
    assert!(!Walk::asked().session.takes_all_back());
}

#[test]
fn a_record_that_was_stored_goes_on_and_is_read_again() {
    // What was open is answered: nothing of the stored state comes back.
    let (consent, _) = record();
    let stored = |consent: &Consent| {
        let mut document = Document::new(minute(400), Organization::default());
        document.add_notice(SHOWN.with(Clone::clone));
        document.consents.push(consent.clone());
        let back = nattoku::domain::export::import(&document.to_json());
        back.unwrap_or_else(|error| panic!("{error}")).document.consents.remove(0)
    };
    let mut consent = stored(&consent);
    for item in consent.current.unanswered.clone() {
        consent =
            stored(&typed(changing(&consent).answer(&item, Answer::Withheld)).try_append(&consent).unwrap());
    }
    assert!(consent.current.unanswered.is_empty());
    assert_eq!((consent.events.len(), consent.seal()), (3, Seal::Whole));
}

fn any_event() -> impl Strategy<Value = Vec<Action>> {
    vec(any_action(), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_actions_loses_an_event_or_says_a_yes_that_nobody_said(
        rounds in vec((any_event(), select(Route::ALL.to_vec()), any::<bool>(), any_time()), 1..5),
    ) {
        let (mut consent, notice) = record();
        let mut granted: BTreeSet<String> = consent.events[0].answers.iter()
            .filter(|given| given.answer == Answer::Granted).map(|given| given.item.clone()).collect();
        for (actions, _, anew, now) in rounds {
            let before = consent.clone();
            let begin = if anew { Session::anew } else { Session::change };
            let mut session = begin(&consent, &notice, now);
            for action in actions {
                session = apply(&session, &notice, action);
                prop_assert!(session.fits(&notice));
            }
            for action in [
                Action::Respond(RoleChoice::Principal),
                Action::Edit(Field::Name, "山田 花子".into()),
                Action::Edit(Field::ExplainedBy, "見本 太郎".into()),
                Action::Choose(Route::Typed, now),
                Action::Edit(Field::TypedName, "山田 花子".into()),
                Action::Next(now),
            ] {
                session = apply(&session, &notice, action);
            }
            let said = session.answers.clone();
            let ids = ("x".to_owned(), format!("event-{}", consent.events.len() + 1));
            match finish(&session, &notice, Reading::Plain, ids, now, SAY, Some(&consent)) {
                Ok(longer) => consent = longer,
                Err(missing) => {
                    prop_assert!(!anew && said.is_empty(), "{missing:?}");
                    continue;
                }
            }
            prop_assert!(consent.events.starts_with(&before.events), "nothing is lost");
            prop_assert_eq!(consent.events.len(), before.events.len() + 1);
            if anew {
                granted.clear();
            }
            granted.extend(said.iter().filter(|(_, answer)| **answer == Answer::Granted).map(|(item, _)| item.clone()));
            for given in &consent.current.answers {
                prop_assert!(given.answer != Answer::Granted || granted.contains(&given.item), "{}", given.item);
            }
            prop_assert_eq!(&consent.current, &Current::from_events(&consent.events), "replaying gives the same");
            prop_assert_eq!(consent.seal(), Seal::Whole);
            prop_assert_eq!(&consent.subject, &before.subject);
        }
        crate::export::consent_comes_back(consent);
    }

    #[test]
    fn any_events_at_all_replay_to_the_same_state_and_allow_nothing_of_their_own(
        picked in vec((0..5_usize, select(vec![EventKind::Decided, EventKind::Changed, EventKind::Withdrawn]),
            vec((0..11_usize, select(Answer::ALL.to_vec())), 0..6)), 0..7),
    ) {
        let (consent, notice) = record();
        let events: Vec<ConsentEvent> = picked.into_iter().map(|(_, kind, answers)| ConsentEvent {
            kind,
            answers: answers.into_iter()
                .map(|(at, answer)| ItemAnswer { item: notice.items[at].id.clone(), answer }).collect(),
            ..consent.events[0].clone()
        }).collect();
        let state = Current::from_events(&events);
        prop_assert_eq!(&state, &Current::from_events(&events));
        for given in state.answers.iter().filter(|given| given.answer.allows()) {
            let last = events.iter().flat_map(|event| &event.answers).rfind(|one| one.item == given.item);
            prop_assert_eq!(last.map(|one| one.answer), Some(given.answer), "the last word counts");
        }
    }
}
