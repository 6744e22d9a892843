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
        let changed = review.answer("purpose.contact", Answer::Withheld);
        let mut expected = vec![("problem.changed", Step::Review)];
        if route == Route::Voice {
            expected.insert(0, ("problem.oral.read_back", Step::Voice));
        }
        assert_eq!(changed.missing(), expected, "{route:?}");
        assert!(changed.try_finish("1", changed.now()).is_err());
        let mut stands = changed.clone().act(|_| Action::Reconfirm);
        if route == Route::Voice {
            assert_eq!((stands.session.step, stands.session.from_review), (Step::Voice, true));
            assert_eq!(stands.missing(), expected, "nothing counts as read back that was not");
            stands = stands.act(|_| Action::ReadBack(true)).next();
        }
        assert_eq!((stands.session.step, stands.missing()), (Step::Review, vec![]));
        let event = stands.finish("1").events.remove(0);
        let given = event.answers.iter().find(|given| given.item == "purpose.contact");
        assert_eq!(given.map(|given| given.answer), Some(Answer::Withheld));
    }
}

#[test]
fn no_signature_stands_under_a_yes_that_came_after_it() {
    let asked_anew = [
        ("signature.refused.empty", Step::Sign),
        ("problem.oral.read_back", Step::Voice),
        ("problem.typed_name", Step::Typed),
        ("problem.proxy.written_by", Step::Proxy),
        ("problem.paper.day", Step::Paper),
    ];
    // From a no, from nothing, and from "ask me each time" to a general yes.
    for (item, yes) in [
        ("purpose.watch", Answer::Granted),
        ("share.center", Answer::AskEachTime),
        ("purpose.consult", Answer::Granted),
    ] {
        for ((route, review), expected) in walks().into_iter().zip(asked_anew) {
            let there = review.clone().act(|_| Action::Visit(Step::Item(0))).answer(item, yes);
            assert_eq!(there.missing(), [expected], "{route:?} {item}");
            assert!(there.try_finish("1", there.now()).is_err());
            // A slip that is mended on the same screen costs nothing; going on does.
            let slip = match review.session.answers.get(item) {
                Some(before) => there.clone().answer(item, *before).missing(),
                None => there.clone().answer(item, Answer::Withheld).missing(),
            };
            assert!(!slip.contains(&expected) || route == Route::Voice, "{route:?} {item} {slip:?}");
            for later in [there.clone().next(), there.clone().act(|_| Action::Reconfirm)] {
                let back = later.answer(item, Answer::Withheld);
                assert_eq!(back.missing(), [expected], "what went is not brought back");
            }
        }
    }
}

/// A signature is one person's, under one person's name.
#[test]
fn no_signature_stands_for_somebody_else() {
    let family = [
        Action::Respond(RoleChoice::WithFamily),
        Action::Edit(Field::RespondentName, "山田 一郎".into()),
        Action::Edit(Field::RespondentRelation, "長男".into()),
    ];
    let named = [Action::Edit(Field::Name, "山田 次郎".into())];
    for (step, others) in [(Step::Respondent, family.to_vec()), (Step::Who, named.to_vec())] {
        for (route, review) in walks() {
            let there = review.clone().act(|_| Action::Visit(step));
            let same = there.clone().next();
            assert_eq!((same.session.step, same.missing()), (Step::Review, vec![]), "{route:?}");
            let other = there.acts(others.clone());
            assert!(other.try_finish("1", other.now()).is_err());
            let other = other.act(|_| Action::Back);
            assert_eq!(other.session.step, Step::Review);
            assert_eq!(other.missing().len(), 1, "{route:?} {:?}", other.missing());
            assert_eq!(other.clone().act(|_| Action::Reconfirm).missing(), other.missing());
            assert!(other.session.pad.strokes().is_empty() && !other.session.pad.can_undo());
            let own = other.choose(route);
            assert_eq!(own.missing().len(), 1);
            if route == Route::Typed {
                let own = own.edit(Field::TypedName, "山田").next();
                assert_eq!(own.missing(), []);
            }
        }
        // What was drawn and left without being handed in is as much the other one's.
        let drawn = Walk::asked().choose(Route::Sign).acts(cross().map(Action::Draw)).act(|_| Action::Back);
        let other = drawn.act(|_| Action::Visit(step)).acts(others.clone()).next();
        assert!(other.choose(Route::Sign).session.pad.strokes().is_empty());
    }
}

#[test]
fn a_draft_from_before_givers_were_known_still_reads() {
    let (_, review) = walks().remove(0);
    let text = json::text(&review.session);
    let mut tree: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fields = tree.as_object_mut().unwrap();
    assert!(fields.remove("givenBy").is_some_and(|giver| giver["name"] == "山田 花子"));
    fields.insert("attestedBy".into(), "sign".into());
    let old: Session = read(&tree.to_string()).unwrap();
    assert_eq!((&old.attested, old.has_lapsed()), (&review.session.attested, false));
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
    let hushed = Walk::asked().choose(Route::Voice).next().answer("share.center", Answer::Withheld);
    let unread = [("problem.oral.read_back", Step::Voice)];
    let both = [unread[0], ("problem.changed", Step::Review)];
    assert_eq!(hushed.act(|_| Action::Reconfirm).missing(), both);
    let (_, spoken) = walks().remove(1);
    let taken_back = spoken.act(|_| Action::ReadBack(false)).answer("share.center", Answer::Withheld);
    assert_eq!(taken_back.act(|_| Action::Reconfirm).missing(), both);
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
