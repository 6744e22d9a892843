//! The way through the conversation, screen by screen, and the record each way to answer leaves.

use super::*;
use nattoku::domain::consent::{Method, NoticeRef, Outcome, Topic};

#[test]
fn a_conversation_begins_with_nothing_said() {
    let Walk { notice, session, .. } = Walk::begin();
    assert_eq!(session.step, Step::Topic(0));
    assert_eq!(session.notice, NoticeRef::of(&notice));
    assert!(session.answers.is_empty() && session.acknowledgements.is_empty() && session.topics.is_empty());
    assert_eq!((session.route, session.who.identity, session.oral.at), (None, None, None));
    assert_eq!((session.explained_at, session.decided_at), (None, None));
    assert!(session.pad.is_empty() && !session.oral.read_back && session.attested.is_none());
    for field in Field::ALL {
        assert_eq!(field.of(&session), "", "{field:?}");
    }
    assert!(!session.is_worth_keeping());
}

#[test]
fn next_leads_through_every_screen_and_back_leads_home() {
    let mut walk = Walk::begin();
    let (topics, items) = (walk.notice.sections.len(), walk.notice.items.len());
    assert_eq!((topics, items), (14, 12 - 1), "the care manager is only asked about when the group says so");
    let mut expected: Vec<Step> = (0..topics).map(Step::Topic).chain((0..items).map(Step::Item)).collect();
    expected.extend([Step::Acknowledge, Step::Respondent, Step::Who, Step::Method]);
    let mut walked = vec![walk.session.step];
    while walk.session.step != Step::Method {
        walk = walk.next();
        walked.push(walk.session.step);
    }
    assert_eq!(walked, expected);
    assert_eq!(walk.clone().next().session.step, Step::Method, "a way is chosen, never passed over");
    for (route, step) in
        Route::ALL.into_iter().zip([Step::Sign, Step::Voice, Step::Typed, Step::Proxy, Step::Paper])
    {
        let there = walk.clone().choose(route);
        assert_eq!(there.session.step, step);
        assert_eq!(there.clone().act(|_| Action::Back).session.step, Step::Method);
        let review = there.next();
        assert_eq!(review.session.step, Step::Review);
        assert_eq!(review.clone().next().session.step, Step::Review);
        assert_eq!(review.act(|_| Action::Back).session.step, step);
    }
    while let Some(step) = walked.pop() {
        assert_eq!(walk.session.step, step);
        walk = walk.act(|_| Action::Back);
    }
    assert_eq!(walk.session.step, Step::Topic(0));
}

#[test]
fn each_way_to_answer_leaves_a_record_of_its_own_kind() {
    for (route, walk) in walks() {
        assert_eq!((walk.session.step, walk.missing()), (Step::Review, vec![]), "{route:?}");
        let consent = walk.finish("1");
        assert_eq!((consent.id.as_str(), consent.events.len()), ("consent-1", 1));
        assert_eq!(
            (consent.subject.name.as_str(), consent.subject.kana.as_str()),
            ("山田 花子", "やまだ はなこ")
        );
        let event = &consent.events[0];
        let evidence = (
            event.signature.is_some(),
            event.oral.is_some(),
            event.typed_name.is_some(),
            event.proxy_writing.is_some(),
            event.paper.is_some(),
        );
        let (method, expected) = match route {
            Route::Sign => (Method::Signature, (true, false, false, false, false)),
            Route::Voice => (Method::Oral, (false, true, false, false, false)),
            Route::Typed => (Method::Signature, (false, false, true, false, false)),
            Route::Proxy => (Method::ProxyWriting, (false, false, false, true, false)),
            Route::Paper => (Method::Paper, (false, false, false, false, true)),
        };
        assert_eq!((event.method, evidence), (Some(method), expected), "{route:?}");
        assert_eq!(event.recorded_at, walk.now());
        crate::export::consent_comes_back(consent);
    }
}

#[test]
fn the_record_says_what_was_heard_said_and_left_open() {
    let (_, walk) = walks().remove(1);
    let event = walk.finish("1").events.remove(0);
    let said: Vec<_> = event.answers.iter().map(|given| (given.item.as_str(), given.answer.key())).collect();
    assert_eq!(
        said,
        [
            ("purpose.contact", "granted"),
            ("purpose.watch", "withheld"),
            ("purpose.consult", "ask_each_time"),
            ("purpose.confirm", "undecided"),
            ("photo.newsletter", "withheld"),
            ("photo.flyer", "withheld"),
            ("photo.website", "withheld"),
            ("photo.sns", "withheld"),
            ("photo.display", "withheld"),
        ]
    );
    assert_eq!(event.unanswered, ["purpose.photo_record", "share.center"]);
    assert_eq!(event.outcome, Outcome::Partially);
    let topic = |section: &str, reading, understanding, asked_again, read_aloud| Topic {
        section: section.into(),
        reading,
        understanding,
        asked_again,
        read_aloud,
    };
    let told = event.explained.expect("it was explained");
    assert_eq!(
        told.topics,
        [
            topic("lead", Reading::Plain, Some(Understanding::Understood), true, false),
            topic("who", Reading::Easy, None, false, true),
        ]
    );
    assert_eq!((told.by.as_str(), told.place.as_str()), ("見本 太郎", "見本市民館"));
    // Three actions on topics, fourteen times "next", five answers.
    assert_eq!(told.from, minute(0));
    assert_eq!((told.to, event.decided_at), (minute(17), minute(22)));
    let identity = event.identity.expect("noted");
    assert_eq!((identity.check.key(), identity.note.as_str()), ("companion", "家族がいっしょに"));
    assert_eq!(event.acknowledgements.len(), 1);
    assert_eq!(event.acknowledgements[0].id, "emergency");
    let oral = event.oral.expect("spoken");
    assert_eq!((oral.heard_by.as_str(), oral.also_present.as_str()), ("見本 太郎", "家族"));
    assert_eq!(oral.own_words, "写真はいや");
    let lines: Vec<&str> = oral.scope.lines().collect();
    assert_eq!(lines.len(), 11, "every item is in the scope, answered or not");
    assert!(lines[0].ends_with(": granted") && lines[4].ends_with(": まだ"), "{lines:?}");
}

#[test]
fn what_is_missing_is_named_with_its_screen() {
    let named = Walk::asked();
    assert_eq!(
        Walk::begin().missing(),
        [
            ("problem.respondent.choose", Step::Respondent),
            ("problem.name", Step::Who),
            ("problem.explained_by", Step::Who),
            ("problem.route", Step::Method)
        ]
    );
    assert_eq!(named.missing(), [("problem.route", Step::Method)], "an open item is no problem");
    let [across, _] = cross();
    for (walk, expected) in [
        (named.clone().choose(Route::Sign), ("signature.refused.empty", Step::Sign)),
        (
            named.clone().choose(Route::Sign).act(|_| Action::Draw(across)),
            ("signature.refused.single_line", Step::Sign),
        ),
        (named.clone().choose(Route::Typed), ("problem.typed_name", Step::Typed)),
        (named.clone().choose(Route::Voice), ("problem.oral.read_back", Step::Voice)),
        (
            named.clone().choose(Route::Voice).act(|_| Action::SpokenAt(None)),
            ("problem.oral.time", Step::Voice),
        ),
        (
            named.clone().choose(Route::Voice).act(|_| Action::SpokenAt(Some(minute(600)))),
            ("problem.oral.future", Step::Voice),
        ),
        (
            named.clone().choose(Route::Voice).edit(Field::HeardBy, " 　"),
            ("problem.oral.heard_by", Step::Voice),
        ),
        (named.clone().choose(Route::Proxy), ("problem.proxy.written_by", Step::Proxy)),
        (
            named.clone().choose(Route::Proxy).edit(Field::ProxyWriter, "見本 太郎"),
            ("problem.proxy.reason", Step::Proxy),
        ),
        (
            named
                .clone()
                .choose(Route::Proxy)
                .edit(Field::ProxyWriter, "見本 太郎")
                .edit(Field::ProxyReason, "手が痛い")
                .edit(Field::ProxyWitness, "見本 太郎 "),
            ("problem.proxy.seen_by", Step::Proxy),
        ),
    ] {
        assert_eq!(walk.missing(), [expected]);
        let refused = walk.try_finish("1", walk.now()).expect_err("no record");
        assert_eq!(refused, [Problem { key: expected.0, step: expected.1 }]);
    }
}

#[test]
fn a_spoken_answer_may_be_noted_later_but_never_before_it_was_said() {
    let (_, walk) = walks().remove(1);
    let earlier = walk.act(|_| Action::SpokenAt(Some(minute(2))));
    assert_eq!(earlier.finish("1").events[0].oral.as_ref().map(|oral| oral.at), Some(minute(2)));
    let future = earlier.act(|_| Action::SpokenAt(Some(minute(500))));
    assert_eq!(future.missing(), [("problem.oral.future", Step::Voice)]);
    assert!(future.try_finish("1", minute(500)).is_ok(), "by then it is said");
}

#[test]
fn from_the_review_one_screen_is_mended_and_the_review_comes_back() {
    let (_, review) = walks().remove(0);
    for step in [Step::Topic(3), Step::Item(2), Step::Acknowledge, Step::Who, Step::Sign] {
        let there = review.clone().act(|_| Action::Visit(step));
        assert_eq!((there.session.step, there.session.from_review), (step, true));
        assert_eq!(there.clone().next().session.step, Step::Review);
        assert_eq!(there.act(|_| Action::Back).session.step, Step::Review);
    }
    for nowhere in [Step::Topic(14), Step::Item(11), Step::Item(usize::MAX)] {
        let there = review.clone().act(|_| Action::Visit(nowhere));
        assert_eq!(there.session, review.session, "{nowhere:?} is no screen of this text");
    }
}

#[test]
fn a_draft_fits_only_the_text_it_was_made_from() {
    let walk = Walk::asked();
    let mut other = walk.notice.clone();
    other.sections[0].plain[0].push('。');
    other.digest = other.compute_digest();
    assert!(walk.session.fits(&walk.notice) && !walk.session.fits(&other));
    let mut beyond = walk.session;
    for step in [Step::Topic(14), Step::Item(11)] {
        beyond.step = step;
        assert!(!beyond.fits(&walk.notice), "{step:?}");
    }
}

#[test]
fn a_text_without_questions_is_walked_through_all_the_same() {
    let mut notice = SHOWN.with(Clone::clone);
    notice.items.clear();
    notice.acknowledgements.clear();
    notice.digest = notice.compute_digest();
    let mut walk =
        Walk { session: Session::begin(&notice, minute(0)), notice, minutes: 0 }.to(Step::Topic(13));
    walk = walk.next();
    assert_eq!(walk.session.step, Step::Respondent);
    assert_eq!(walk.act(|_| Action::Back).session.step, Step::Topic(13));
}
