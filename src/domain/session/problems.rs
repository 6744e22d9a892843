//! What is still missing before the record would mean what it says, screen by screen.

use super::{Field, RoleChoice, Route, Session, Step, scope};
use crate::domain::{
    consent::{Answer, OralAnswer, OralRefusal, PaperOriginal, ProxyWriting},
    notice::NoticeSnapshot,
    signature::Signature,
    text::{self, Reading},
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

/// How many letters a name may have. Whoever puts in more has put in something else.
pub const NAME_MAX: usize = 1_000;

/// Whether this is too long for a name, as the record would keep it.
#[must_use]
pub fn too_long(name: &str) -> bool {
    text::tidy(name).chars().nth(NAME_MAX).is_some()
}

/// Where names are typed that belong to the record as it stands, with the screen of each.
fn names(session: &Session) -> Vec<(Field, Step)> {
    let mut names = Vec::new();
    if matches!(session.respondent.role, Some(RoleChoice::WithFamily | RoleChoice::Representative)) {
        names.push((Field::RespondentName, Step::Respondent));
    }
    // A record that goes on keeps its name.
    if session.revision.is_none() {
        names.extend([(Field::Name, Step::Who), (Field::Kana, Step::Who)]);
    }
    names.push((Field::ExplainedBy, Step::Who));
    match session.route.filter(|_| !session.is_unable()) {
        Some(Route::Typed) => names.push((Field::TypedName, Step::Typed)),
        Some(Route::Voice) => names.push((Field::HeardBy, Step::Voice)),
        Some(Route::Proxy) => {
            names.extend([(Field::ProxyWriter, Step::Proxy), (Field::ProxyWitness, Step::Proxy)]);
        }
        Some(Route::Paper) => names.push((Field::PaperKeeper, Step::Paper)),
        Some(Route::Sign) | None => {}
    }
    names
}

/// What is missing on the screens up to the review, in the order of the screens.
#[must_use]
pub fn problems(session: &Session, notice: &NoticeSnapshot, now: Timestamp) -> Vec<Problem> {
    if session.has_lapsed() {
        // Evidence that no longer stands is none.
        let mut bare = session.clone();
        bare.let_go();
        return problems(&bare, notice, now);
    }
    let mut found = Vec::new();
    let mut need = |missing: bool, key, step| {
        if missing {
            found.push(Problem { key, step });
        }
    };
    let changing = session.changes().is_some();
    need(changing && session.answers.is_empty(), "problem.no_change", Step::Change);
    match session.respondent.settle(session.asks_age(notice)) {
        Err(key) => need(true, key, Step::Respondent),
        // A change of mind that could not be confirmed is none.
        Ok(None) => need(changing, "problem.respondent.choose", Step::Respondent),
        Ok(Some(respondent)) => {
            let dated = respondent.representative.as_ref().and_then(|one| one.mandate_dated.as_ref());
            let future = dated.is_some_and(|day| *day > now.date());
            need(future, "problem.respondent.mandate_future", Step::Respondent);
        }
    }
    if let Err(key) = session.respondent.unable() {
        need(true, key, Step::Respondent);
    }
    // What the record keeps is the tidied text: a name of nothing but invisible characters is no name.
    need(text::tidy(&session.who.name).is_empty(), "problem.name", Step::Who);
    need(text::tidy(&session.who.explained_by).is_empty(), "problem.explained_by", Step::Who);
    let long = names(session).into_iter().filter(|(field, _)| too_long(field.of(session)));
    let mut screens: Vec<Step> = long.map(|(_, step)| step).collect();
    screens.dedup();
    screens.into_iter().for_each(|step| need(true, "problem.too_long", step));
    if session.is_unable() {
        return found;
    }
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
            need(!unspeakable(session, notice).is_empty(), "problem.written", Step::Method);
            if let Err(key) = oral(session, notice, Reading::Plain, now) {
                need(true, key, Step::Voice);
            }
        }
        Some(Route::Proxy) => {
            if let Err(refusal) = proxy(session) {
                need(true, refusal, Step::Proxy);
            }
        }
        Some(Route::Paper) => {
            if let Err(refusal) = paper(session, now) {
                need(true, refusal, Step::Paper);
            }
        }
    }
    need(session.changed_since_attested(), "problem.changed", Step::Review);
    found
}

/// The items whose yes needs something written, so that voice alone is no way to answer (`B2-20`).
#[must_use]
pub fn unspeakable(session: &Session, notice: &NoticeSnapshot) -> Vec<String> {
    let allowed = |id: &str| session.answers.get(id).copied().is_some_and(Answer::allows);
    notice.items.iter().filter(|item| item.written && allowed(&item.id)).map(|item| item.id.clone()).collect()
}

/// When the answers were given that this conversation changes. What takes them back cannot be older.
fn before(session: &Session) -> Option<Timestamp> {
    session.revision.as_ref()?.before.as_of
}

fn oral(
    session: &Session,
    notice: &NoticeSnapshot,
    reading: Reading,
    now: Timestamp,
) -> Result<(), &'static str> {
    let Some(at) = session.oral.at else {
        // The time comes with the answer; elsewhere than on its screen it is the answer that is missing.
        let heard = session.oral.read_back || session.step == Step::Voice;
        return Err(if heard { "problem.oral.time" } else { "problem.oral.read_back" });
    };
    let scope = scope(session, notice, reading.into(), |_| String::from("·"));
    OralAnswer::new(at, now, &scope, &text::tidy(&session.oral.heard_by)).map_err(OralRefusal::key)?;
    // People say the time to the minute.
    let minute = |at: Timestamp| at.epoch_seconds().div_euclid(60);
    if before(session).is_some_and(|decided| minute(at) < minute(decided)) {
        return Err("problem.oral.before");
    }
    if session.oral.read_back { Ok(()) } else { Err("problem.oral.read_back") }
}

/// The spoken answer as it is recorded, in the words that were read out; where a confirmation came later, in the
/// words of the answers as they stand.
pub(super) fn oral_answer(
    session: &Session,
    notice: &NoticeSnapshot,
    reading: Reading,
    now: Timestamp,
    word: &dyn Fn(Option<Answer>) -> String,
) -> Result<OralAnswer, &'static str> {
    let read_out = session.oral.scope.clone().filter(|scope| !scope.trim().is_empty());
    let scope = read_out.unwrap_or_else(|| scope(session, notice, reading.into(), word));
    let spoken = session.oral.at.unwrap_or(now);
    let heard = OralAnswer::new(spoken, now, &scope, &text::tidy(&session.oral.heard_by));
    let heard = heard.map_err(OralRefusal::key)?;
    Ok(heard.with_context(&text::tidy(&session.oral.also_present), &session.oral.own_words))
}

pub(super) fn proxy(session: &Session) -> Result<ProxyWriting, &'static str> {
    let draft = &session.proxy;
    let [writer, reason, witness] =
        [&draft.written_by, &draft.reason, &draft.seen_by].map(|typed| text::tidy(typed));
    ProxyWriting::new(&writer, &reason, &witness).map_err(|refusal| refusal.key())
}

pub(super) fn paper(session: &Session, now: Timestamp) -> Result<PaperOriginal, &'static str> {
    let draft = &session.paper;
    if before(session).is_some_and(|decided| draft.signed_on < decided.date()) {
        return Err("problem.paper.before");
    }
    let [place, keeper] = [&draft.kept_in, &draft.kept_by].map(|typed| text::tidy(typed));
    PaperOriginal::new(&draft.signed_on, &now.date(), &place, &keeper).map_err(|refusal| refusal.key())
}
