//! How the answers were given, and by whom, as a paper tells it: the drawing, the voice, the family, the representative.

use super::phrases::typed;
use super::{Amount, Block, Phrases};
use crate::domain::{
    consent::{ConsentEvent, Respondent, Understanding},
    law::{Choice, Law},
    notice::NoticeSnapshot,
    time::Timestamp,
};

/// A fact with something to say; nothing where there is none.
fn fact(label: &str, said: String, phrases: &Phrases, out: &mut Vec<Block>) {
    if !said.is_empty() {
        out.push(Block::Fact { label: phrases.t(label), said: vec![said] });
    }
}

/// The way the answers were given and what stays behind of it.
pub(super) fn evidence(event: &ConsentEvent, amount: Amount, phrases: &Phrases, out: &mut Vec<Block>) {
    if let Some(method) = event.method {
        out.push(Block::Line(phrases.of("method", method.key())));
    }
    if let Some(signature) = &event.signature {
        out.push(Block::Ink { label: phrases.t("sign.drawn"), strokes: signature.strokes().to_vec() });
    }
    if let Some(name) = &event.typed_name {
        fact("paper.typed", typed(&name.name), phrases, out);
        fact("paper.statement", typed(&name.statement), phrases, out);
    }
    if let Some(oral) = &event.oral {
        fact("voice.heard_by", typed(&oral.heard_by), phrases, out);
        fact("voice.also_present", typed(&oral.also_present), phrases, out);
        fact("voice.own_words", typed(&oral.own_words), phrases, out);
        fact("paper.spoken_at", phrases.time(oral.at), phrases, out);
        // What was read back are the answers above, once more. It stands where everything stands.
        if amount == Amount::Full {
            let scope = oral.scope.lines().map(typed).filter(|line| !line.is_empty()).collect();
            out.push(Block::Fact { label: phrases.t("voice.scope"), said: scope });
        }
    }
    if let Some(proxy) = &event.proxy_writing {
        fact("proxy.written_by", typed(&proxy.written_by), phrases, out);
        fact("proxy.reason", typed(&proxy.reason), phrases, out);
        fact("proxy.seen_by", typed(&proxy.seen_by), phrases, out);
    }
    if let Some(sheet) = &event.paper {
        fact("paper.sheet.day", day(&sheet.signed_on, phrases), phrases, out);
        fact("paper.sheet.place", typed(&sheet.kept_in), phrases, out);
        fact("paper.sheet.by", typed(&sheet.kept_by), phrases, out);
    }
}

/// Who answered, who explained or received it, and where.
pub(super) fn people(event: &ConsentEvent, phrases: &Phrases, out: &mut Vec<Block>) {
    if let Some(respondent) = &event.respondent {
        respondents(respondent, phrases, out);
    }
    if let Some(unable) = &event.unable {
        let tried = names(&Law::current().tried, &unable.tried, phrases);
        fact("paper.tried", noted(tried, &unable.note), phrases, out);
        fact("paper.again", typed(&unable.again), phrases, out);
    }
    if let Some(explained) = &event.explained {
        fact("who.explained_by", typed(&explained.by), phrases, out);
        fact("who.place", typed(&explained.place), phrases, out);
    }
    if let Some(received) = &event.received {
        fact("paper.received_by", typed(&received.by), phrases, out);
        fact("paper.received_at", typed(&received.place), phrases, out);
    }
}

fn respondents(respondent: &Respondent, phrases: &Phrases, out: &mut Vec<Block>) {
    let who = |name: &str, relation: &str| format!("{}({})", typed(name), typed(relation));
    if let Some(family) = &respondent.family {
        fact("paper.family", who(&family.name, &family.relation), phrases, out);
        let agrees =
            family.agrees.map(|yes| phrases.t(if yes { "answer.granted" } else { "answer.withheld" }));
        fact("paper.family.agrees", agrees.unwrap_or_default(), phrases, out);
    }
    if let Some(one) = &respondent.representative {
        let law = Law::current();
        let kind = law.representative_kinds.iter().find(|kind| kind.id == one.kind);
        fact("paper.representative", who(&one.name, &one.relation), phrases, out);
        let kind = kind.map_or_else(|| typed(&one.kind), |kind| phrases.pick(&kind.name));
        fact("paper.representative.kind", kind, phrases, out);
        let dated = one.mandate_dated.as_deref().map(|on| format!("({})", day(on, phrases)));
        let authority = format!("{}{}", typed(&one.authority), dated.unwrap_or_default());
        fact("paper.representative.authority", authority, phrases, out);
    }
    if let Some(wish) = &respondent.wish {
        let shown = names(&Law::current().wishes, &wish.shown, phrases);
        fact("paper.wish", noted(shown, &wish.words), phrases, out);
    }
}

/// What a record has to say besides: how it was known who answered, how it was explained, when it was written.
pub(super) fn circumstances(
    event: &ConsentEvent,
    notice: Option<&NoticeSnapshot>,
    phrases: &Phrases,
    out: &mut Vec<Block>,
) {
    if let Some(identity) = &event.identity {
        let known = phrases.of("identity", identity.check.key());
        fact("who.identity", noted(known, &identity.note), phrases, out);
    }
    let helped = names(&Law::current().accommodations, &event.accommodations, phrases);
    fact("paper.accommodations", helped, phrases, out);
    if let Some(sources) = &event.sources {
        let told = names(&Law::current().sources, &sources.told_by, phrases);
        fact("paper.sources", noted(told, &sources.provider), phrases, out);
    }
    if let Some((notice, explained)) = notice.zip(event.explained.as_ref()) {
        let topics = explained.topics.iter();
        let understood = topics.filter(|t| t.understanding == Some(Understanding::Understood)).count();
        let (understood, all) = (understood.to_string(), notice.sections.len().to_string());
        let topics = phrases.with("record.topics", &[("understood", &understood), ("all", &all)]);
        fact("record.explained", topics, phrases, out);
    }
    fact("record.recorded", phrases.time(event.recorded_at), phrases, out);
    fact("record.notice", format!("{} {}", typed(&event.notice.id), event.notice.version), phrases, out);
}

/// What was chosen, with the words that were typed beside it.
fn noted(chosen: String, note: &str) -> String {
    match (chosen.is_empty(), note.trim().is_empty()) {
        (_, true) => chosen,
        (true, false) => typed(note),
        (false, false) => format!("{chosen}({})", typed(note)),
    }
}

/// The names of choices that were ticked; an id that the law of today does not know stands for itself.
fn names(choices: &[Choice], ids: &[String], phrases: &Phrases) -> String {
    let name = |id: &String| {
        let known = choices.iter().find(|choice| choice.id == *id);
        known.map_or_else(|| typed(id), |choice| phrases.pick(&choice.name))
    };
    ids.iter().map(name).collect::<Vec<_>>().join("、")
}

/// A day, `YYYY-MM-DD`, as a person reads it.
fn day(text: &str, phrases: &Phrases) -> String {
    let noon = Timestamp::parse(&format!("{text}T12:00:00Z"));
    noon.map_or_else(|_| typed(text), |noon| phrases.day(noon))
}
