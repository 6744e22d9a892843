//! What the tablet keeps: everything out as one file and back in, and every kind of file that is refused.

use nattoku::domain::checklist::Mark;
use nattoku::domain::consent::Answer;
use nattoku::domain::time::Timestamp;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::meeting::Meeting;
use crate::record;
use crate::talk::{NAME, Talk};
use crate::words::{say, say_with};

/// What the group decided at its check.
const RULE: &str = "名簿は棚から出さない";

/// Everything out, erased, in again: the same. In once more: nothing is added.
pub fn round_trip(page: &Page) {
    let talk = one_record(page);
    let check = one_run(page);
    open_data(page);
    let saved = save_all(page);
    for part in ["consents", "checklistRuns"] {
        assert_eq!(saved[part].as_array().map(Vec::len), Some(1), "{part}");
    }
    let run = &saved["checklistRuns"][0];
    assert_eq!(run["rules"], record::of_its_day(run, &json!([{ "text": RULE }])));

    page.button(&say("data.erase_do")).click();
    page.see(&say("data.erase_sure"));
    page.button(&say("data.erase_no")).click();
    assert_eq!(lasting(&talk.export()), lasting(&saved), "asking erases nothing");
    page.button(&say("data.erase_do")).click();
    page.button(&say("data.erase_yes")).click();
    page.see(&say("data.erased"));
    let erased = talk.export();
    for part in ["consents", "notices", "checklistRuns"] {
        assert_eq!(erased[part], json!([]), "{part} after erasing");
    }
    assert_eq!(erased["organization"], saved["organization"], "the group's own words stay");
    page.reload();
    let stored = page.kept_keys("").iter().filter_map(|key| page.kept(key)).collect::<String>();
    for said in [NAME, RULE] {
        assert!(!talk.export().to_string().contains(said), "{said} is erased for good");
        assert!(!stored.contains(said), "{said} in {stored}");
    }

    open_data(page);
    page.file_input().upload("backup.json", saved.to_string().as_bytes());
    page.see(&say_with("data.imported", &[("added", "2")]));
    assert_eq!(lasting(&talk.export()), lasting(&saved));
    page.file_input().upload("backup.json", saved.to_string().as_bytes());
    page.see(&say_with("data.imported", &[("added", "0")]));
    page.see(&say_with("data.imported_known", &[("known", "2")]));
    assert_eq!(lasting(&talk.export()), lasting(&saved), "a second time adds nothing");
    give(page, &saved.to_string());
    assert_eq!(lasting(&talk.export()), lasting(&saved), "nor does the method");
    page.reload();
    assert_eq!(lasting(&talk.export()), lasting(&saved), "kept by the device");
    open_data(page);
    let again = save_all(page);
    assert_eq!(lasting(&again), lasting(&saved), "saved again");

    page.button(&say("go_home")).click();
    page.button(&say("home.records")).click();
    page.see(NAME);
    page.button(&format!("{NAME} {}", say("records.open"))).click();
    page.see(&say("outcome.partially"));
    page.button(&say("back")).click();
    let when = Timestamp::parse(saved["checklistRuns"][0]["finishedAt"].as_str().expect("a time"));
    page.button(&format!("{} {}", when.expect("a time").to_japanese(), say("records.open"))).click();
    page.see_heading(&say("records.run"));
    page.see(RULE);
    assert_eq!(
        check.counts_seen()[0],
        json!(["集めるとき", "できている 1", "やろうとしている 0", "できていない 0", "まだ 3"])
    );
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Each refusal says what is wrong and where, and changes nothing.
pub fn refuses_by_name(page: &Page) {
    let talk = one_record(page);
    open_data(page);
    let saved = save_all(page);
    let before = lasting(&talk.export());
    page.exec(
        "window.refused = []; addEventListener('nattoku-error', (event) => refused.push(event.detail))",
        &[],
    );
    for Refusal { what, text, key, place } in refusals(&saved) {
        page.file_input().upload("other.json", text.as_bytes());
        page.see(&say(key));
        page.see(&say("import.kept"));
        if !place.is_empty() {
            page.see(&format!("{}: {place}", say("import.place")));
        }
        assert_eq!(lasting(&talk.export()), before, "{what} changed something");

        let thrown = give(page, &text);
        assert!(thrown.as_str().is_some_and(|error| error.contains(place)), "{what}: {thrown}");
        let told = page.exec("return refused.splice(0)", &[]);
        assert_eq!(told.as_array().map(Vec::len), Some(1), "{what}: {told}");
        assert_eq!(told[0]["code"], key, "{what}");
        assert!(told[0]["place"].as_str().is_some_and(|told| told.starts_with(place)), "{what}: {told}");
        assert_eq!(lasting(&talk.export()), before, "{what} changed something");
        // A good file clears the message away, so that the next one is a new one.
        page.file_input().upload("same.json", saved.to_string().as_bytes());
        page.see(&say_with("data.imported", &[("added", "0")]));
        page.see(&say_with("data.imported_known", &[("known", "1")]));
    }

    let huge = "const transfer = new DataTransfer(); \
        transfer.items.add(new File(['x'.repeat(50 * 1024 * 1024)], 'huge.json', { type: 'application/json' })); \
        const input = root.querySelector('input[type=file]'); input.files = transfer.files; \
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    talk.inside(huge);
    page.see(&say("import.too_large"));
    let thrown = page.exec(
        "try { document.querySelector('nattoku-app').importJson('x'.repeat(50 * 1024 * 1024)) } catch (error) { return String(error) }",
        &[],
    );
    assert!(thrown.as_str().is_some_and(|error| error.contains("bytes")), "{thrown}");
    assert_eq!(page.exec("return refused.splice(0)[0].code", &[]), "import.too_large");
    assert_eq!(lasting(&talk.export()), before);
    page.reload();
    assert_eq!(lasting(&talk.export()), before, "what the device kept");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// A text that must not be taken in, and what must be said about it.
struct Refusal {
    what: &'static str,
    text: String,
    key: &'static str,
    place: &'static str,
}

fn refusals(saved: &Value) -> Vec<Refusal> {
    let refusal = |what, text: String, key, place| Refusal { what, text, key, place };
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut document = saved.clone();
        change(&mut document);
        document.to_string()
    };
    let whole = saved.to_string();
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    vec![
        refusal("nothing", String::new(), "import.empty", ""),
        refusal("only spaces", " \n".to_owned(), "import.empty", ""),
        refusal("a picture", "\u{1}PNG\u{2}".to_owned(), "import.not_json", "line 1, column 1"),
        refusal("half a file", half, "import.truncated", "line 1, column"),
        refusal("another format", changed(&|d| d["format"] = json!("other")), "import.not_nattoku", "format"),
        refusal("a list", "[]".to_owned(), "import.not_nattoku", "format"),
        refusal("a newer version", changed(&|d| d["version"] = json!(2)), "import.newer", "version"),
        refusal("no version", changed(&|d| d["version"] = json!("one")), "import.invalid", "version"),
        refusal(
            "a wrong type",
            changed(&|d| d["consents"][0]["events"][0]["decidedAt"] = json!(7)),
            "import.invalid",
            "consents[0].events[0].decidedAt",
        ),
        refusal(
            "an answer nobody can give",
            changed(&|d| d["consents"][0]["events"][0]["answers"][0]["answer"] = json!("yes")),
            "import.invalid",
            "consents[0].events[0].answers[0].answer",
        ),
        refusal(
            "an id twice",
            changed(&|d| {
                let first = d["consents"][0].clone();
                d["consents"].as_array_mut().expect("consents").push(first);
            }),
            "import.duplicate",
            "consents[1]",
        ),
        refusal(
            "a state that does not follow",
            changed(&|d| d["consents"][0]["current"]["answers"] = json!([])),
            "import.inconsistent",
            "consents[0].current",
        ),
        refusal(
            "another person under a known id",
            changed(&|d| d["consents"][0]["subject"]["name"] = json!("見本 太郎")),
            "import.duplicate",
            "consents[0]",
        ),
        refusal(
            "another record under a known id",
            changed(&|d| d["consents"][0]["events"][0]["explained"]["place"] = json!("ほかの所")),
            "import.duplicate",
            "consents[0]",
        ),
    ]
}

/// A tablet with the record of one person, at home.
#[track_caller]
fn one_record(page: &Page) -> Talk<'_> {
    let talk = Talk::begin(page);
    talk.listen();
    talk.answer(0, Some(Answer::Granted));
    talk.answer(1, Some(Answer::Withheld));
    (2..talk.notice.items.len()).for_each(|index| talk.answer(index, None));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.choose("way.sign");
    talk.write_name();
    page.button(&say("sign.done")).click();
    talk.see(&say("review.heading"));
    talk.finish("partially");
    talk.next_person();
    talk
}

/// One check of the group in addition, at home afterwards.
#[track_caller]
fn one_run(page: &Page) -> Meeting<'_> {
    let meeting = Meeting::here(page, "nattoku-app");
    meeting.open_door();
    meeting.start();
    meeting.see_part(0);
    meeting.mark(0, Mark::Done);
    (1..meeting.list.lists.len()).for_each(|part| meeting.next_part(part));
    meeting.to_result();
    meeting.to_cases();
    meeting.to_rules();
    meeting.write_rules(&[RULE]);
    meeting.finish();
    page.button(&say("check.again")).click();
    page.see_heading(&say("home.heading"));
    meeting
}

#[track_caller]
fn open_data(page: &Page) {
    page.button(&say("home.data")).click();
    page.see_heading(&say("data.heading"));
}

#[track_caller]
fn save_all(page: &Page) -> Value {
    let before = page.downloads().len();
    page.button(&say("data.export_do")).click();
    page.wait_for("the download", || page.downloads().len() > before);
    page.see(&say("closing.saved"));
    record::sound(&page.last_download(), "backup")
}

/// A document without what says when and how it was written down.
fn lasting(document: &Value) -> Value {
    let mut document = document.clone();
    let fields = document.as_object_mut().expect("a document");
    fields.remove("exportedAt");
    fields.remove("integrity");
    Value::Object(fields.clone())
}

/// Calls `importJson`; what was thrown, if anything.
#[track_caller]
fn give(page: &Page, text: &str) -> Value {
    let script = "try { return document.querySelector('nattoku-app').importJson(arguments[0]).then(() => null) } \
        catch (error) { return String(error) }";
    page.exec(script, &[json!(text)])
}
