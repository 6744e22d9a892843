//! The whole way with a drawn name: a fresh device, the group's words typed in, every kind of answer, the file.

use nattoku::domain::consent::Answer;
use nattoku::domain::notice::{Notice, Organization, PlaceholderValue};
use nattoku::domain::text::{Reading, bare};
use serde_json::{Value, json};

use crate::harness::{Page, PointerKind};
use crate::record;
use crate::talk::{EXPLAINER, KANA, NAME, STROKES, Talk, answer_word};
use crate::words::{begins, fill, say, say_with};

/// What the group writes into the form: name of the placeholder, value, reading or easy wording.
const GROUP: [(&str, &str, &str); 7] = [
    ("organization", "見本サロン", "みほんさろん"),
    ("representative", "見本 太郎", "みほん たろう"),
    ("address", "見本市見本町1丁目2番", "みほんしみほんちょう1ちょうめ2ばん"),
    ("members", "見本 太郎、会計の係", "みほん たろう、かいけいの かかり"),
    ("retention", "参加をやめてから1年", "やめてから 1{年|ねん}"),
    ("contact", "見本 太郎(電話 000-000-0000)", "みほん たろう でんわ"),
    ("external_contact", "見本市役所 福祉課", "みほんしやくしょ ふくしか"),
];

/// An answer of each kind, and a last question left open.
const ANSWERS: [Option<Answer>; 11] = [
    Some(Answer::Granted),
    Some(Answer::Withheld),
    Some(Answer::AskEachTime),
    Some(Answer::Undecided),
    Some(Answer::Granted),
    Some(Answer::Granted),
    Some(Answer::Withheld),
    Some(Answer::Withheld),
    Some(Answer::AskEachTime),
    Some(Answer::Granted),
    None,
];

/// A topic that is asked for again and then understood, and one that stays so.
const AGAIN: (usize, usize) = (3, 9);

/// The whole way with a drawn name.
pub fn signature_route(page: &Page) {
    page.open_stored("");
    page.see_heading(&say("home.heading"));
    page.button(&begins("home.consent")).click();
    let group = write_settings(page);
    let talk = Talk::here(page, "nattoku-app", fill(&group));
    hear_topics(page, &talk);
    answer(page, &talk);
    talk.acknowledge(Some("ack.acknowledged"));
    name_people(page, &talk);
    talk.choose("way.sign");
    sign(page, &talk);
    review(page, &talk);
    talk.finish("partially");
    page.see(&say("closing.kept"));

    let document = record::save(page);
    assert_eq!(document["consents"][0]["subject"], json!({ "name": NAME, "kana": KANA }));
    assert_text_shown(&document, &group);
    assert_event(record::only_event(&document), &talk);

    page.button(&say("closing.see")).click();
    page.see(&say("outcome.partially"));
    let title = |index: usize| bare(talk.notice.sections[index].title.get(Reading::Plain));
    page.see(&format!("{}{}、{}", say("record.asked_again"), title(AGAIN.0), title(AGAIN.1)));
    page.button(&say("closing.print")).click();
    assert_eq!(page.prints(), 1);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The form refuses to leave a hole in the explanation, and keeps what was written.
fn write_settings(page: &Page) -> Organization {
    page.see_heading(&say("settings.heading"));
    page.button(&say("settings.save")).click();
    page.see(&say_with("settings.missing", &[("count", &GROUP.len().to_string())]));
    let notice = Notice::salon();
    let mut organization = Organization::new(&notice);
    for (name, plain, second) in GROUP {
        let placeholder = notice.placeholders.iter().find(|known| known.name == name).expect("a placeholder");
        let label = bare(placeholder.label.get(Reading::Plain));
        let entry = page.group(&label);
        entry.role("field", &format!("{label}…")).fill(plain);
        let (field, value) = if name == "retention" {
            (say("settings.easy"), PlaceholderValue::phrase(plain, second))
        } else {
            (say("settings.reading"), PlaceholderValue::name(plain, second))
        };
        entry.role("field", &field).fill(second);
        organization.values.insert(name.to_owned(), value);
    }
    page.button(&say("settings.save")).click();
    organization
}

fn hear_topics(page: &Page, talk: &Talk<'_>) {
    let topics = talk.notice.sections.len();
    assert_eq!(topics, 14);
    for index in 0..topics {
        talk.see_topic(index);
        for line in talk.notice.sections[index].lines(Reading::Plain) {
            // Bullets and numbers are drawn, not written.
            page.see(bare(line).trim_start_matches('・').trim_start_matches(|c: char| c.is_ascii_digit()));
        }
        if [AGAIN.0, AGAIN.1].contains(&index) {
            page.radio(&say("topic.asked_again")).click();
            page.see(&say("topic.again_note"));
        }
        if index != AGAIN.1 {
            page.radio(&say("topic.understood")).click();
            page.see_no(&say("topic.again_note"));
        }
        page.button(&say(if index + 1 == topics { "topic.to_answers" } else { "topic.next" })).click();
    }
}

fn answer(page: &Page, talk: &Talk<'_>) {
    assert_eq!(talk.notice.items.len(), ANSWERS.len());
    for (index, answer) in ANSWERS.into_iter().enumerate() {
        talk.see_item(index);
        assert_eq!(talk.chosen(), 0, "an answer before the person gave one, at question {index}");
        let yes = page.radio(&answer_word(Answer::Granted)).state();
        let no = page.radio(&answer_word(Answer::Withheld)).state();
        assert_eq!((yes.on, no.on), (false, false));
        talk.answer(index, answer);
    }
}

/// What must not be empty is asked for where it is missing.
fn name_people(page: &Page, talk: &Talk<'_>) {
    page.button(&say("next")).click();
    page.see(&say("problem.respondent.choose"));
    talk.respond("principal");
    page.see_no(&say("problem.respondent.choose"));
    page.button(&say("next")).click();
    talk.see(&say("who.heading"));
    page.button(&say("next")).click();
    page.see(&say("problem.name"));
    page.see(&say("problem.explained_by"));
    page.fill(&begins("who.name"), NAME);
    page.see_no(&say("problem.name"));
    page.fill(&say("who.kana"), KANA);
    page.fill(&begins("who.explained_by"), EXPLAINER);
    page.fill(&say("who.place"), "見本市民館");
    page.radio(&say("identity.document")).click();
    page.fill(&say("who.note.document"), "保険証");
    page.button(&say("next")).click();
    talk.see(&say("method.heading"));
}

/// Nothing and a dot are refused kindly and nothing is lost by that; one step back, and a clearing taken back.
fn sign(page: &Page, talk: &Talk<'_>) {
    let pad = page.role("img", &say("sign.pad"));
    talk.see(&say("sign.heading"));
    page.button(&say("sign.done")).click();
    page.see(&say("signature.refused.empty"));
    pad.draw(&[&[(0.5, 0.5)]], PointerKind::Touch);
    page.wait_for("the dot", || talk.strokes() == 1);
    page.button(&say("sign.done")).click();
    page.see(&say("signature.refused.only_dots"));
    assert_eq!(talk.strokes(), 1, "a refused dot stays on the pad");
    page.button(&say("sign.undo")).click();
    page.wait_for("an empty pad", || talk.strokes() == 0);

    talk.write_name();
    page.see_no(&say("signature.refused.only_dots"));
    page.button(&say("sign.undo")).click();
    page.wait_for("one stroke less", || talk.strokes() == 2);
    pad.draw(&[STROKES[2]], PointerKind::Touch);
    page.wait_for("three strokes", || talk.strokes() == 3);
    page.button(&say("sign.clear")).click();
    page.wait_for("a cleared pad", || talk.strokes() == 0);
    page.button(&say("sign.undo")).click();
    page.wait_for("every stroke back", || talk.strokes() == 3);
    page.button(&say("sign.done")).click();
}

fn review(page: &Page, talk: &Talk<'_>) {
    talk.see(&say("review.heading"));
    for (index, answer) in ANSWERS.into_iter().enumerate() {
        let word = answer.map_or_else(|| say("answer.none"), answer_word);
        page.see(&format!("{}{word}", talk.short(index)));
    }
    page.see(&say_with("review.unanswered", &[("count", "1")]));
    page.see(&say("ack.acknowledged"));
    let again = bare(talk.notice.sections[AGAIN.1].title.get(Reading::Plain));
    page.see(&format!("{again}{}", say("topic.asked_again")));
    let in_the_end = bare(talk.notice.sections[AGAIN.0].title.get(Reading::Plain));
    page.see(&format!("{in_the_end}{}", say("topic.understood_again")));
    for text in [NAME, KANA, EXPLAINER, "見本市民館", "保険証", &say("identity.document"), &say("way.sign")]
    {
        page.see(text);
    }
    let ink = talk.inside("return root.querySelectorAll('svg.ink path').length");
    assert_eq!(ink, STROKES.len(), "the name is seen as it was written");
}

/// The exact text is in the record: every sentence of it, and one spelled out here.
fn assert_text_shown(document: &Value, group: &Organization) {
    let shown = &document["notices"][0];
    assert_eq!(document["notices"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        shown["sections"][1]["plain"][0],
        "情報をお預かりするのは、見本サロン（代表：見本\u{3000}太郎）です。"
    );
    assert_eq!(shown["digest"], fill(group).digest, "the text of this program with this group's words");
    assert_eq!(document["organization"]["values"]["members"]["plain"], "見本 太郎、会計の係");
}

fn assert_event(event: &Value, talk: &Talk<'_>) {
    let item = |index: usize| talk.notice.items[index].id.clone();
    let answers: Vec<Value> = (ANSWERS.iter().enumerate())
        .filter_map(|(index, answer)| Some(json!({ "item": item(index), "answer": (*answer)?.key() })))
        .collect();
    assert_eq!(event["answers"], json!(answers));
    assert_eq!(event["unanswered"], json!([item(10)]));
    assert_eq!(event["outcome"], "partially");
    assert_eq!(event["reading"], "plain");
    assert_eq!(event["acknowledgements"], json!([{ "id": "emergency", "state": "acknowledged" }]));
    assert_eq!(event["identity"], json!({ "check": "document", "note": "保険証" }));
    let explained = &event["explained"];
    assert_eq!((&explained["by"], &explained["place"]), (&json!(EXPLAINER), &json!("見本市民館")));
    let topics = explained["topics"].as_array().expect("topics");
    assert_eq!(topics.len(), 14);
    for (index, topic) in topics.iter().enumerate() {
        let wanted = json!({
            "section": talk.notice.sections[index].id,
            "reading": "plain",
            "understanding": if index == AGAIN.1 { "asked_again" } else { "understood" },
            "askedAgain": ([AGAIN.0, AGAIN.1].contains(&index)),
            "readAloud": false,
        });
        assert_eq!(*topic, wanted);
    }
    assert_eq!(event["method"], "signature");
    for other in ["typedName", "oral", "proxyWriting"] {
        assert_eq!(event[other], Value::Null, "evidence of a way that was not taken");
    }
    let strokes = event["signature"]["strokes"].as_array().expect("strokes");
    assert_eq!(strokes.len(), STROKES.len());
    let times = ["explained.from", "explained.to", "decidedAt", "recordedAt"].map(|path| {
        let found = path.split('.').fold(event, |value, key| &value[key]);
        nattoku::domain::time::Timestamp::parse(found.as_str().expect("a time")).expect("RFC 3339")
    });
    assert!(times.is_sorted(), "explained, decided, recorded: {times:?}");
}
