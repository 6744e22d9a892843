//! Answers: the shortcut and its way back, changes after signing, what they add up to, and clocks that lie.

use super::*;
use nattoku::domain::consent::Outcome;

fn photos() -> AnswerMany {
    AnswerMany::Group("photo".into())
}

#[test]
fn all_the_same_can_be_taken_back_exactly() {
    let before = Walk::begin()
        .answer("photo.sns", Answer::Withheld)
        .answer("photo.flyer", Answer::Granted)
        .answer("purpose.contact", Answer::Undecided);
    for which in [photos(), AnswerMany::Open] {
        let after = before.clone().many(which.clone(), Answer::AskEachTime);
        let touched = |item: &str| match &which {
            AnswerMany::Open => !before.session.answers.contains_key(item),
            AnswerMany::Group(group) => item.starts_with(group.as_str()),
        };
        for item in after.notice.items.iter().map(|item| item.id.as_str()) {
            let expected =
                if touched(item) { Some(&Answer::AskEachTime) } else { before.session.answers.get(item) };
            assert_eq!(after.session.answers.get(item), expected, "{item} {which:?}");
        }
        let mut back = after.act(|_| Action::UndoMany);
        assert_eq!(back.session, before.session);
        back = back.act(|_| Action::UndoMany);
        assert_eq!(back.session, before.session, "there is nothing more to take back");
    }
}

#[test]
fn a_shortcut_is_taken_back_but_no_later_answer() {
    let later = Walk::begin().many(photos(), Answer::Granted).answer("photo.sns", Answer::Withheld);
    let back = later.act(|_| Action::UndoMany).session;
    assert_eq!(back.answers.into_iter().collect::<Vec<_>>(), [("photo.sns".to_owned(), Answer::Withheld)]);
}

#[test]
fn what_was_read_out_is_what_is_recorded() {
    let said = Walk::asked().answer("photo.sns", Answer::Withheld).choose(Route::Voice);
    let read = said.act(|_| Action::ReadOut("連絡: はい".into())).act(|_| Action::ReadBack(true));
    assert_eq!(read.session.oral.scope.as_deref(), Some("連絡: はい"));
    assert_eq!(read.answer("photo.sns", Answer::Granted).session.oral.scope, None);
}

#[test]
fn what_the_text_does_not_have_cannot_be_answered() {
    let walk = Walk::asked();
    let nothing = AnswerMany::Group("nothing".into());
    for action in [
        Action::Answer { item: "photo.tv".into(), answer: Answer::Granted, at: minute(99) },
        Action::AnswerMany { which: nothing, answer: Answer::Granted, at: minute(99) },
        Action::Acknowledge { id: "storm".into(), state: AcknowledgementState::Declined },
        Action::ReadAloud { section: "weather".into(), reading: Reading::Plain },
        Action::Understand {
            section: String::new(),
            understanding: Understanding::Understood,
            reading: Reading::Easy,
        },
    ] {
        assert_eq!(apply(&walk.session, &walk.notice, action.clone()), walk.session, "{action:?}");
    }
}

#[test]
fn answers_changed_after_signing_or_speaking_need_a_word_that_they_stand() {
    for (route, review) in walks() {
        let changed = review.answer("share.center", Answer::Granted);
        let mut expected = vec![("problem.changed", Step::Review)];
        if route == Route::Voice {
            expected.insert(0, ("problem.oral.read_back", Step::Voice));
        }
        assert_eq!(changed.missing(), expected, "{route:?}");
        assert!(changed.try_finish("1", changed.now()).is_err());
        let stands = changed.clone().act(|_| Action::Reconfirm);
        assert_eq!(stands.missing(), []);
        let event = stands.finish("1").events.remove(0);
        assert!(event.answers.iter().any(|given| given.item == "share.center"));
        assert_eq!(event.unanswered, ["purpose.photo_record"]);
    }
}

#[test]
fn an_answer_given_again_as_it_was_needs_nothing() {
    let (_, review) = walks().remove(0);
    let there_and_back =
        review.answer("purpose.watch", Answer::Granted).answer("purpose.watch", Answer::Withheld);
    assert_eq!(there_and_back.missing(), []);
}

#[test]
fn what_was_never_read_back_cannot_be_confirmed_again() {
    let hushed = Walk::asked().choose(Route::Voice).next().answer("share.center", Answer::Granted);
    let unread = [("problem.oral.read_back", Step::Voice)];
    assert_eq!(hushed.act(|_| Action::Reconfirm).missing(), unread);
    let (_, spoken) = walks().remove(1);
    let taken_back = spoken.act(|_| Action::ReadBack(false)).answer("share.center", Answer::Granted);
    assert_eq!(taken_back.act(|_| Action::Reconfirm).missing(), unread);
    let (_, signed) = walks().remove(0);
    let spoken_instead = signed.act(|_| Action::Visit(Step::Method)).choose(Route::Voice);
    assert_eq!(spoken_instead.act(|_| Action::Reconfirm).missing(), unread);
}

#[test]
fn a_change_of_answers_takes_the_reading_back_away() {
    let said = Walk::asked().choose(Route::Voice).act(|_| Action::ReadBack(true));
    assert!(said.session.oral.read_back);
    assert!(!said.clone().answer("purpose.watch", Answer::Granted).session.oral.read_back);
    let many = said.many(photos(), Answer::Granted);
    assert!(!many.session.oral.read_back);
    let read = many.act(|_| Action::ReadBack(true));
    assert!(!read.act(|_| Action::UndoMany).session.oral.read_back);
}

#[test]
fn every_mix_of_answers_has_its_outcome_and_silence_is_never_a_yes() {
    let all = AnswerMany::Open;
    for (answers, rest, outcome, unanswered) in [
        (vec![], Some(Answer::Granted), Outcome::Consented, 0),
        (vec![], Some(Answer::Withheld), Outcome::Refused, 0),
        (vec![], Some(Answer::Undecided), Outcome::Deferred, 0),
        (vec![], Some(Answer::AskEachTime), Outcome::Partially, 0),
        (vec![], None, Outcome::Deferred, 11),
        (vec![Answer::Granted], None, Outcome::Partially, 10),
        (vec![Answer::Withheld], None, Outcome::Refused, 10),
        (vec![Answer::Granted], Some(Answer::Withheld), Outcome::Partially, 0),
        (vec![Answer::Withheld], Some(Answer::Undecided), Outcome::Refused, 0),
    ] {
        let mut walk = Walk::begin();
        let items: Vec<String> = walk.notice.items.iter().map(|item| item.id.clone()).collect();
        for (item, answer) in items.iter().zip(&answers) {
            walk = walk.answer(item, *answer);
        }
        if let Some(rest) = rest {
            walk = walk.many(all.clone(), rest);
        }
        let typed = walk
            .alone()
            .edit(Field::Name, "山田 花子")
            .edit(Field::ExplainedBy, "見本 太郎")
            .choose(Route::Typed)
            .edit(Field::TypedName, "山田 花子")
            .next();
        let event = typed.finish("1").events.remove(0);
        assert_eq!((event.outcome, event.unanswered.len()), (outcome, unanswered), "{answers:?} {rest:?}");
        let granted = event.answers.iter().filter(|given| given.answer == Answer::Granted).count();
        let given = answers.iter().filter(|answer| **answer == Answer::Granted).count();
        let from_rest = if rest == Some(Answer::Granted) { 11 - answers.len() } else { 0 };
        assert_eq!(granted, given + from_rest);
        assert!(event.unanswered.iter().all(|item| event.answers.iter().all(|given| given.item != *item)));
        assert!(
            event.acknowledgements.is_empty() && event.identity.is_none(),
            "nobody said anything about them"
        );
    }
}

#[test]
fn a_clock_set_back_in_the_middle_still_gives_a_record_that_is_taken_in() {
    // Minutes at which the last topic is left, an answer is given, and the record is made.
    for (left, answered, made) in
        [(-60, -50, -40), (10, -50, -40), (10, 20, -40), (-60, 20, 30), (-60, -50, 30)]
    {
        let mut walk = Walk::begin().to(Step::Topic(13));
        walk = walk.act(|_| Action::Next(minute(left)));
        walk = walk.act(|_| Action::Answer {
            item: "photo.sns".into(),
            answer: Answer::Withheld,
            at: minute(answered),
        });
        walk = walk
            .alone()
            .edit(Field::Name, "山田 花子")
            .edit(Field::ExplainedBy, "見本 太郎")
            .choose(Route::Typed)
            .edit(Field::TypedName, "山田 花子")
            .next();
        let consent = walk.try_finish("1", minute(made)).expect("nothing is missing");
        let event = &consent.events[0];
        let told = event.explained.as_ref().expect("it was explained");
        assert_eq!((told.from, told.to), (minute(0), minute(left.max(0))));
        assert_eq!(event.decided_at, minute(answered.max(0)));
        assert_eq!(event.recorded_at, minute(made.max(left).max(answered).max(0)));
        crate::export::consent_comes_back(consent);
    }
}
