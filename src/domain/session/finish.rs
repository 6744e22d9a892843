//! From a conversation to a record: what is still missing, and the record itself.

use super::{Route, Session, Step};
use crate::domain::{
    consent::{
        Acknowledged, Answer, Consent, ConsentEvent, EventKind, Explained, Identity, ItemAnswer, OralAnswer,
        OralRefusal, Outcome, ProxyWriting, Subject, Topic, TypedName,
    },
    notice::NoticeSnapshot,
    signature::Signature,
    text::{self, Reading, Wording},
    time::Timestamp,
};

/// Something without which the record would not mean what it says. An unanswered item is none of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key of the sentence that tells a person what to do.
    pub key: &'static str,
    /// The screen where it is mended.
    pub step: Step,
}

/// What is missing on the screens up to the review, in the order of the screens.
#[must_use]
pub fn problems(session: &Session, notice: &NoticeSnapshot, now: Timestamp) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut need = |missing: bool, key, step| {
        if missing {
            found.push(Problem { key, step });
        }
    };
    // What the record keeps is the tidied text: a name of nothing but invisible characters is no name.
    need(text::tidy(&session.who.name).is_empty(), "problem.name", Step::Who);
    need(text::tidy(&session.who.explained_by).is_empty(), "problem.explained_by", Step::Who);
    match session.route {
        None => need(true, "problem.route", Step::Method),
        Some(Route::Sign) => {
            if let Err(refusal) = Signature::new(session.pad.strokes().to_vec()) {
                need(true, refusal.key(), Step::Sign);
            }
        }
        Some(Route::Typed) => {
            need(text::tidy(&session.typed.name).is_empty(), "problem.typed_name", Step::Typed)
        }
        Some(Route::Voice) => {
            if let Err(key) = oral(session, notice, Reading::Plain, now) {
                need(true, key, Step::Voice);
            }
        }
        Some(Route::Proxy) => {
            if let Err(refusal) = proxy(session) {
                need(true, refusal, Step::Proxy);
            }
        }
    }
    need(session.route.is_some() && session.changed_since_attested(), "problem.changed", Step::Review);
    found
}

/// What the answers cover, one item a line, unanswered ones named as such: the scope that is read back.
///
/// `word` gives the words for an answer (or for none) in the wanted language.
pub fn scope(
    session: &Session,
    notice: &NoticeSnapshot,
    wording: Wording,
    word: impl Fn(Option<Answer>) -> String,
) -> String {
    notice
        .items
        .iter()
        .map(|item| {
            let answer = session.answers.get(&item.id).copied();
            format!("{}: {}", text::bare(item.short.say(wording)), word(answer))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Makes the record: one consent with its first event.
///
/// `ids` gives two random ids (consent, event); `reading` is the wording in use; `word` names an answer for the
/// scope of a spoken one.
///
/// # Errors
/// All problems, when there are any; nothing of the conversation is lost.
pub fn finish(
    session: &Session,
    notice: &NoticeSnapshot,
    reading: Reading,
    ids: (String, String),
    now: Timestamp,
    word: impl Fn(Option<Answer>) -> String,
) -> Result<Consent, Vec<Problem>> {
    // A device whose clock was set back meanwhile must not record an impossible order.
    let now = [Some(session.started_at), session.explained_at, session.decided_at]
        .into_iter()
        .flatten()
        .fold(now, Timestamp::max);
    let found = problems(session, notice, now);
    let Some(route) = session.route.filter(|_| found.is_empty()) else {
        return Err(found);
    };
    let at = |step| move |key| vec![Problem { key, step }];
    let who = &session.who;
    let answers: Vec<ItemAnswer> = notice
        .items
        .iter()
        .filter_map(|item| {
            session.answers.get(&item.id).map(|answer| ItemAnswer { item: item.id.clone(), answer: *answer })
        })
        .collect();
    let unanswered: Vec<String> = notice
        .items
        .iter()
        .filter(|item| !session.answers.contains_key(&item.id))
        .map(|item| item.id.clone())
        .collect();
    let event = ConsentEvent {
        id: ids.1,
        kind: EventKind::Decided,
        notice: session.notice.clone(),
        reading,
        explained: explained(session, notice, now),
        decided_at: session.decided_at.map_or(now, |at| at.max(session.started_at)),
        recorded_at: now,
        identity: who.identity.map(|check| Identity { check, note: text::tidy(&who.identity_note) }),
        outcome: Outcome::of(answers.iter().map(|given| given.answer), unanswered.len()),
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
        method: route.method(),
        signature: match route {
            Route::Sign => Some(
                Signature::new(session.pad.strokes().to_vec())
                    .map_err(|refusal| at(Step::Sign)(refusal.key()))?,
            ),
            _ => None,
        },
        typed_name: (route == Route::Typed).then(|| TypedName {
            name: text::tidy(&session.typed.name),
            statement: session.typed.statement.clone(),
        }),
        oral: match route {
            Route::Voice => {
                // The words that were read out; where a confirmation came later, the answers as they stand.
                let read_out = session.oral.scope.clone();
                let scope = read_out.unwrap_or_else(|| scope(session, notice, reading.into(), word));
                let spoken = session.oral.at.unwrap_or(now);
                let heard = OralAnswer::new(spoken, now, &scope, &text::tidy(&session.oral.heard_by))
                    .map_err(|refusal| at(Step::Voice)(refusal.key()))?;
                Some(heard.with_context(&text::tidy(&session.oral.also_present), &session.oral.own_words))
            }
            _ => None,
        },
        proxy_writing: match route {
            Route::Proxy => Some(proxy(session).map_err(at(Step::Proxy))?),
            _ => None,
        },
    };
    let subject = Subject { name: text::tidy(&who.name), kana: text::tidy(&who.kana) };
    Ok(Consent::begin(ids.0, subject, event))
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

fn oral(
    session: &Session,
    notice: &NoticeSnapshot,
    reading: Reading,
    now: Timestamp,
) -> Result<(), &'static str> {
    let Some(at) = session.oral.at else {
        return Err("problem.oral.time");
    };
    let scope = scope(session, notice, reading.into(), |_| String::from("·"));
    OralAnswer::new(at, now, &scope, &text::tidy(&session.oral.heard_by)).map_err(OralRefusal::key)?;
    if session.oral.read_back { Ok(()) } else { Err("problem.oral.read_back") }
}

fn proxy(session: &Session) -> Result<ProxyWriting, &'static str> {
    let draft = &session.proxy;
    let [writer, reason, witness] =
        [&draft.written_by, &draft.reason, &draft.seen_by].map(|typed| text::tidy(typed));
    ProxyWriting::new(&writer, &reason, &witness).map_err(|refusal| refusal.key())
}
