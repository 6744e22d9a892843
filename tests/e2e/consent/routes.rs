//! The other ways to answer, each of the same weight: spoken, typed, written by another hand.

use nattoku::domain::consent::Answer;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::record;
use crate::talk::{EXPLAINER, NAME, Talk, answer_word};
use crate::words::{begins, say};

/// A spoken answer needs when, exactly what, and who heard it; nothing else may stand in for that.
pub fn voice_route(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer(0, Some(Answer::Granted));
    talk.answer(1, Some(Answer::Withheld));
    (2..talk.notice.items.len()).for_each(|index| talk.answer(index, None));
    talk.acknowledge(None);
    talk.name_people();
    let before = device_minute(page);
    talk.choose("way.voice");
    talk.see(&say("voice.heading"));

    let (date, time) = (page.field(&say("voice.date")), page.field(&say("voice.time")));
    let shown =
        format!("{}T{}", date.state().value.unwrap_or_default(), time.state().value.unwrap_or_default());
    assert!((before.clone()..=device_minute(page)).contains(&shown), "{shown} is not now, {before}");

    date.pick("2099-12-31");
    page.see(&say("problem.oral.future"));
    page.checkbox(&say("voice.read_back")).click();
    page.button(&say("to_review")).click();
    talk.see(&say("voice.heading"));
    page.see(&say("problem.oral.future"));

    // The visit was yesterday, and is written up today.
    let yesterday = day_before(page, &shown[..10]);
    date.pick(&yesterday);
    time.pick("16:45");
    page.see_no(&say("problem.oral.future"));

    // Every line that is to be read back stands there, the unanswered ones as such.
    let scope: Vec<String> = (0..talk.notice.items.len())
        .map(|index| {
            let answer = [Some(Answer::Granted), Some(Answer::Withheld)].get(index).copied().flatten();
            format!("{}: {}", talk.short(index), answer.map_or_else(|| say("answer.none"), answer_word))
        })
        .collect();
    for line in &scope {
        page.see(&line.replace(": ", ""));
    }
    page.checkbox(&say("voice.read_back")).click();
    page.button(&say("to_review")).click();
    page.see(&say("problem.oral.read_back"));
    page.checkbox(&say("voice.read_back")).click();
    page.see_no(&say("problem.oral.read_back"));

    let heard_by = page.field(&begins("voice.heard_by"));
    assert_eq!(heard_by.state().value.as_deref(), Some(EXPLAINER), "nobody types a name twice");
    heard_by.fill("");
    page.button(&say("to_review")).click();
    page.see(&say("problem.oral.heard_by"));
    heard_by.fill("会計の係");
    page.fill(&say("voice.also_present"), "長女");
    page.fill(&say("voice.own_words"), "電話はしていいよ");
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    for said in ["会計の係", "長女", "電話はしていいよ"] {
        page.see(said);
    }
    page.see(&say("who.identity_none"));
    talk.finish("partially");

    let document = record::save(page);
    let event = record::only_event(&document);
    let oral = json!({
        "at": format!("{yesterday}T16:45:00+09:00"),
        "scope": scope.join("\n"),
        "heardBy": "会計の係",
        "alsoPresent": "長女",
        "ownWords": "電話はしていいよ",
    });
    assert_eq!((&event["method"], &event["oral"]), (&json!("oral"), &oral));
    let recorded = event["recordedAt"].as_str().expect("a time");
    assert!(recorded[..16] >= *shown, "the record itself is of today: {recorded}");
    assert_eq!((&event["signature"], &event["typedName"]), (&Value::Null, &Value::Null));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The minute that the device's clock shows.
fn device_minute(page: &Page) -> String {
    let script = "const now = new Date(), two = (n) => String(n).padStart(2, '0'); \
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}`";
    page.exec(script, &[]).as_str().expect("a time").to_owned()
}

/// The day before another one, both as a field for dates has them.
fn day_before(page: &Page, day: &str) -> String {
    let script = "const day = new Date(`${arguments[0]}T00:00:00Z`); day.setUTCDate(day.getUTCDate() - 1); \
        return day.toISOString().slice(0, 10)";
    page.exec(script, &[json!(day)]).as_str().expect("a day").to_owned()
}

/// A typed name counts like a written one, and the sentence above it is in the record.
pub fn typed_route(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.declined"));
    talk.name_people();
    talk.choose("way.typed");
    page.button(&say("to_review")).click();
    page.see(&say("problem.typed_name"));
    page.button(&say("back")).click();
    talk.type_name();
    page.see(&say("ack.declined"));
    talk.finish("consented");

    let document = record::save(page);
    let event = record::only_event(&document);
    assert_eq!(event["method"], "signature");
    assert_eq!(event["typedName"], json!({ "name": NAME, "statement": say("typed.statement") }));
    assert_eq!(event["signature"], Value::Null);
    assert_eq!(event["outcome"], "consented");
    assert_eq!(event["acknowledgements"], json!([{ "id": "emergency", "state": "declined" }]));
    let answers = event["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), talk.notice.items.len());
    assert!(answers.iter().all(|given| given["answer"] == "granted"));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Another hand writes, a third person sees it; the answers stay the person's own.
pub fn proxy_route(page: &Page) {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer_all(Some(Answer::AskEachTime));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.choose("way.proxy");
    talk.see(&say("proxy.heading"));
    page.button(&say("to_review")).click();
    page.see(&say("problem.proxy.written_by"));
    page.fill(&begins("proxy.written_by"), EXPLAINER);
    page.fill(&begins("proxy.reason"), "手にけがをしているため");
    // Whoever writes cannot be the one who sees it.
    page.fill(&begins("proxy.seen_by"), EXPLAINER);
    page.button(&say("to_review")).click();
    page.see(&say("problem.proxy.seen_by"));
    page.fill(&begins("proxy.seen_by"), "会計の係");
    page.button(&say("to_review")).click();
    talk.see(&say("review.heading"));
    page.see(&say("way.proxy"));
    for said in [EXPLAINER, "手にけがをしているため", "会計の係"] {
        page.see(said);
    }
    talk.finish("partially");

    let document = record::save(page);
    let event = record::only_event(&document);
    assert_eq!(event["method"], "proxy_writing");
    let writing = json!({ "writtenBy": EXPLAINER, "reason": "手にけがをしているため", "seenBy": "会計の係" });
    assert_eq!(event["proxyWriting"], writing);
    assert_eq!(document["consents"][0]["subject"]["name"], NAME);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
