//! From a conversation to a record: the first event of a new one, or one more event of a finished one.

use super::{
    Problem, Route, Session, Step, follow_ups,
    problems::{oral_answer, paper, problems, proxy},
};
use crate::domain::{
    consent::{
        Acknowledged, Answer, Consent, ConsentEvent, Current, EventKind, Explained, Identity, ItemAnswer,
        Outcome, Received, Subject, Topic, TypedName,
    },
    law::Law,
    notice::NoticeSnapshot,
    signature::Signature,
    text::{self, Reading, Wording},
    time::Timestamp,
};

/// What the answers cover, one item a line, unanswered ones named as such: the scope that is read back. A change of
/// mind covers what changes.
///
/// `word` gives the words for an answer (or for none) in the wanted language.
pub fn scope(
    session: &Session,
    notice: &NoticeSnapshot,
    wording: Wording,
    word: impl Fn(Option<Answer>) -> String,
) -> String {
    let changing = session.changes().is_some();
    notice
        .items
        .iter()
        .filter(|item| !changing || session.answers.contains_key(&item.id))
        .map(|item| {
            let answer = session.answers.get(&item.id).copied();
            format!("{}: {}", text::bare(item.short.say(wording)), word(answer))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// How the record says in words what the conversation knows by name.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    /// An answer, or none, without notation.
    pub answer: &'a dyn Fn(Option<Answer>) -> String,
    /// The general sentence of a key such as `follow.recipient.tell`, in ruby notation.
    pub sentence: &'a dyn Fn(&str) -> String,
}

/// Makes the record: a new consent with its first event, or `base`, the record that the conversation goes on, with
/// one more event.
///
/// `ids` gives two random ids (consent, event); `reading` is the wording in use.
///
/// # Errors
/// All problems, when there are any; nothing of the conversation is lost.
pub fn finish(
    session: &Session,
    notice: &NoticeSnapshot,
    reading: Reading,
    ids: (String, String),
    now: Timestamp,
    say: Say<'_>,
    base: Option<&Consent>,
) -> Result<Consent, Vec<Problem>> {
    // A device whose clock was set back meanwhile must not record an impossible order.
    let last = base.and_then(|consent| consent.events.last()).map(|event| event.recorded_at);
    let now = [Some(session.started_at), session.explained_at, session.decided_at, last]
        .into_iter()
        .flatten()
        .fold(now, Timestamp::max);
    let found = problems(session, notice, now);
    if !found.is_empty() {
        return Err(found);
    }
    let stale = || vec![Problem { key: "problem.stale", step: Step::Review }];
    let base = match (&session.revision, base) {
        (None, _) => None,
        (Some(revision), Some(base)) if revision.consent == base.id && revision.head == base.head() => {
            Some(base)
        }
        // Somebody else added to the record meanwhile, or it is gone.
        (Some(_), _) => return Err(stale()),
    };
    let event = event(session, notice, reading, ids.1, now, say, base)?;
    let who = &session.who;
    let subject = Subject { name: text::tidy(&who.name), kana: text::tidy(&who.kana) };
    Ok(match base {
        None => Consent::begin(ids.0, subject, event),
        Some(base) => {
            let mut longer = base.clone();
            longer.append(event);
            longer
        }
    })
}

fn event(
    session: &Session,
    notice: &NoticeSnapshot,
    reading: Reading,
    id: String,
    now: Timestamp,
    say: Say<'_>,
    base: Option<&Consent>,
) -> Result<ConsentEvent, Vec<Problem>> {
    let at = |step| move |key| vec![Problem { key, step }];
    let kind = session.kind();
    let decided = kind == EventKind::Decided;
    let earliest = base.and_then(|consent| consent.current.as_of).unwrap_or(session.started_at);
    let unable = session.respondent.unable().map_err(at(Step::Respondent))?;
    let who = &session.who;
    let answer = |item: &String| session.answers.get(item).copied().filter(|_| unable.is_none());
    let items = || notice.items.iter().map(|item| item.id.clone());
    let answers = items().filter_map(|item| Some(ItemAnswer { answer: answer(&item)?, item })).collect();
    let unanswered = items().filter(|item| decided && answer(item).is_none()).collect();
    // Without an answer there is nothing to attest.
    let route = session.route.filter(|_| unable.is_none());
    let signature = (route == Some(Route::Sign)).then(|| Signature::new(session.pad.strokes().to_vec()));
    let spoken =
        (route == Some(Route::Voice)).then(|| oral_answer(session, notice, reading, now, say.answer));
    let wording = Wording::from(reading);
    let follow_ups = follow_ups(session, notice, wording, say.sentence);
    let event = ConsentEvent {
        id,
        kind,
        notice: session.notice.clone(),
        reading,
        explained: decided.then(|| explained(session, notice, now)),
        received: (!decided)
            .then(|| Received { by: text::tidy(&who.explained_by), place: text::tidy(&who.place) }),
        accommodations: session.told.accommodations.clone(),
        decided_at: session.decided_at.map_or(now, |at| at.max(session.started_at)).max(earliest),
        recorded_at: now,
        law_as_of: Some(Law::current().as_of),
        respondent: session.respondent.settle(session.asks_age(notice)).map_err(at(Step::Respondent))?,
        identity: who.identity.map(|check| Identity { check, note: text::tidy(&who.identity_note) }),
        sources: session.told.sources(),
        answers,
        unanswered,
        acknowledgements: notice
            .acknowledgements
            .iter()
            .filter_map(|known| {
                let state = *session.acknowledgements.get(&known.id)?;
                Some(Acknowledged { id: known.id.clone(), state })
            })
            .collect(),
        // Follows from all events, below.
        outcome: Outcome::Deferred,
        unable,
        follow_ups,
        method: route.map(Route::method),
        signature: signature.transpose().map_err(|refusal| at(Step::Sign)(refusal.key()))?,
        typed_name: (route == Some(Route::Typed)).then(|| TypedName {
            name: text::tidy(&session.typed.name),
            statement: session.typed.statement.clone(),
        }),
        oral: spoken.transpose().map_err(at(Step::Voice))?,
        proxy_writing: (route == Some(Route::Proxy))
            .then(|| proxy(session))
            .transpose()
            .map_err(at(Step::Proxy))?,
        paper: (route == Some(Route::Paper))
            .then(|| paper(session, now))
            .transpose()
            .map_err(at(Step::Paper))?,
        previous: None,
        digest: None,
    };
    let before = base.map(|consent| Current::from_events(&consent.events)).unwrap_or_default();
    let outcome = before.after(&event).outcome.unwrap_or(event.outcome);
    Ok(ConsentEvent { outcome, ..event })
}

fn explained(session: &Session, notice: &NoticeSnapshot, now: Timestamp) -> Explained {
    Explained {
        from: session.started_at,
        to: session.explained_at.map_or(now, |at| at.max(session.started_at)),
        by: text::tidy(&session.who.explained_by),
        place: text::tidy(&session.who.place),
        topics: notice
            .sections
            .iter()
            .filter_map(|section| session.topics.get(&section.id))
            .cloned()
            .collect::<Vec<Topic>>(),
    }
}
