//! A change of mind, from the side of the person: who may say it, when it was said, and how a slip is undone.

use super::change::{changing, record, typed};
use super::*;

#[test]
fn nothing_older_takes_back_what_is_newer() {
    let (consent, _) = record();
    let walk = changing(&consent).act(|at| Action::WithdrawAll { at }).to(Step::Respondent).alone();
    let walk = walk.edit(Field::ExplainedBy, "見本 太郎");
    let spoken = walk
        .clone()
        .choose(Route::Voice)
        .act(|_| Action::SpokenAt(Some(minute(3))))
        .act(|_| Action::ReadBack(true));
    assert_eq!(spoken.missing(), [("problem.oral.before", Step::Voice)]);
    // People say the time to the minute; the one in which the answers were given is not before them.
    let decided = consent.current.as_of.unwrap().epoch_seconds() * 1000;
    for (at, expected) in [
        (decided / 60_000 * 60_000, &[][..]),
        (decided / 60_000 * 60_000 - 1000, &[("problem.oral.before", Step::Voice)][..]),
    ] {
        let at = Timestamp::from_epoch_ms(at, 540);
        assert_eq!(spoken.clone().act(|_| Action::SpokenAt(Some(at))).missing(), expected, "{at}");
    }
    let sheet = walk
        .choose(Route::Paper)
        .edit(Field::PaperDay, "2026-11-19")
        .edit(Field::PaperPlace, "書類棚")
        .edit(Field::PaperKeeper, "見本 太郎");
    assert_eq!(sheet.missing(), [("problem.paper.before", Step::Paper)]);
}

#[test]
fn taking_a_yes_back_asks_nobody_how_old_they_are() {
    let (consent, _) = record();
    let mut walk = changing(&consent).answer("purpose.watch", Answer::Withheld);
    walk.notice.minors = true;
    assert!(!walk.session.asks_age(&walk.notice));
    let missing: Vec<_> = walk.alone().missing().into_iter().map(|(key, _)| key).collect();
    assert!(!missing.contains(&"problem.respondent.age"), "{missing:?}");
}

/// A child took everything back; a new yes is a yes like the first one.
#[test]
fn a_new_yes_asks_how_old_the_person_is() {
    let (consent, _) = record();
    for yes in [Answer::Granted, Answer::AskEachTime] {
        let mut walk = changing(&consent).answer("purpose.contact", Answer::Withheld);
        walk.notice.minors = true;
        let walk = typed(walk);
        assert_eq!(walk.missing(), []);
        let walk = walk.act(|_| Action::Visit(Step::Change)).answer("purpose.watch", yes).next();
        assert!(walk.session.asks_age(&walk.notice));
        let missing = |walk: &Walk| walk.missing()[0];
        assert_eq!(missing(&walk), ("problem.respondent.age", Step::Respondent));
        let child = walk.act(|_| Action::Age(AgeBand::Child));
        assert_eq!(missing(&child), ("problem.respondent.guardian", Step::Respondent));
        assert!(child.try_append(&consent).is_err());
    }
}

#[test]
fn taking_everything_back_is_undone_to_what_was_chosen_before() {
    let (consent, _) = record();
    let chosen = changing(&consent)
        .answer("purpose.contact", Answer::AskEachTime)
        .answer("purpose.watch", Answer::Granted);
    let all = |walk: &Walk| walk.clone().act(|at| Action::WithdrawAll { at });
    let undo = |walk: Walk| walk.act(|_| Action::UndoMany);
    assert!(all(&chosen).session.takes_all_back());
    assert_eq!(undo(all(&chosen)).session, chosen.session, "every choice is there again, and its time");
    assert_eq!(undo(all(&all(&chosen))).session.answers, chosen.session.answers, "a double tap is one");
    let fresh = changing(&consent);
    assert_eq!(undo(all(&fresh)).session, fresh.session);
    // What was decided afterwards stays decided.
    let later = all(&chosen).act(|_| Action::Keep { item: "purpose.contact".into() });
    let back: Vec<_> = undo(later).session.answers.into_iter().collect();
    assert_eq!(back, [("purpose.watch".to_owned(), Answer::Granted)]);
}

#[test]
fn a_conversation_is_the_same_one_whatever_was_done_in_it_and_no_other_is() {
    let (consent, notice) = record();
    let walk = changing(&consent);
    let later = walk.clone().answer("purpose.contact", Answer::Withheld).next();
    assert!(later.session.is_same_talk(&walk.session) && walk.session.is_same_talk(&later.session));
    for other in [
        Session::change(&consent, &notice, minute(121)),
        Session::anew(&consent, &notice, minute(120)),
        Session::begin(&notice, minute(120)),
        Session::change(&Consent { id: "another".into(), ..consent.clone() }, &notice, minute(120)),
    ] {
        assert!(!other.is_same_talk(&walk.session));
    }
}
