//! The elements in somebody else's page: hostile styles, a strict policy, events and methods as documented.

use nattoku::domain::consent::Answer;
use nattoku::domain::text::bare;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::record;
use crate::talk::{NAME, Talk, answer_word};
use crate::words::{self, say, say_easily};

const HOST: &str = "fixtures/embed/index.html";

/// A portal page from the first event to the finished record in its own hands.
pub fn embed(page: &Page) {
    page.open(HOST);
    let talk = Talk::here(page, "nattoku-consent", words::explanation());
    talk.see_topic(0);
    assert_eq!(heard(page, "nattoku-ready").len(), 2, "each element is ready once");
    looks_like_itself(page, &talk);
    reflects(page, &talk);

    page.radio(&say("topic.understood")).click();
    let change = heard(page, "nattoku-change").pop().expect("a change is told");
    assert_eq!(
        (&change["from"], &change["detail"]),
        (&json!("consent"), &json!({ "step": { "topic": 0 }, "answered": 0 }))
    );
    talk.listen();
    page.radio(&answer_word(Answer::Granted)).click();
    moves(page, &talk);
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.type_name();
    assert_eq!(heard(page, "nattoku-complete").len(), 0);
    assert_eq!(on_consent(page, "element.value"), Value::Null, "nothing is finished yet");
    talk.finish("consented");

    let complete = heard(page, "nattoku-complete");
    assert_eq!(complete.len(), 1);
    assert_eq!(complete[0]["from"], "consent");
    for event in heard(page, "") {
        let form = ["bubbles", "composed", "plain"].map(|name| event[name] == true);
        assert_eq!((form, &event["kind"]), ([true; 3], &json!("CustomEvent")), "{event}");
    }
    let document = record::save(page);
    assert_eq!(record::only_event(&document)["typedName"]["name"], NAME);
    assert_eq!(complete[0]["detail"], document, "the event carries the very document that is saved");
    assert_eq!(talk.export(), document);
    assert_eq!(on_consent(page, "element.value"), document);
    gives_back(page, &talk, &document);
    assert_eq!(heard(page, "nattoku-error").len(), 2, "{:?}", heard(page, "nattoku-error"));
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Whatever the host page's sheets say, the inside keeps its letters and colours, and leaves none behind.
fn looks_like_itself(page: &Page, talk: &Talk<'_>) {
    for tag in ["nattoku-consent", "nattoku-checklist"] {
        let script = format!(
            "const root = document.querySelector('{tag}').shadowRoot, nk = root.querySelector('.nk'); \
             const style = (at) => {{ const s = getComputedStyle(at); return [parseFloat(s.fontSize), s.color, s.display]; }}; \
             return {{ nk: style(nk), heading: style(root.querySelector('h2')), width: nk.getBoundingClientRect().width, \
                button: root.querySelector('.actions button').getBoundingClientRect().height }}"
        );
        let seen = page.exec(&script, &[]);
        let least = if tag == "nattoku-consent" { 24.0 } else { 20.0 };
        assert!(seen["nk"][0].as_f64().is_some_and(|size| size >= least), "letters of {tag}: {seen}");
        assert!(seen["heading"][0].as_f64().is_some_and(|size| size > least), "heading of {tag}: {seen}");
        assert!(seen["button"].as_f64().is_some_and(|height| height >= 48.0), "buttons of {tag}: {seen}");
        assert!(seen["width"].as_f64().is_some_and(|width| width > 300.0), "room of {tag}: {seen}");
        for part in ["nk", "heading"] {
            assert_ne!(seen[part][1], "rgb(255, 0, 0)", "{tag} is red");
            assert_ne!(seen[part][2], "none", "{tag} is hidden");
        }
    }
    let left = "return [document.adoptedStyleSheets.length, document.querySelectorAll('style, [style]').length, \
        getComputedStyle(document.querySelector('main')).fontSize]";
    assert_eq!(page.exec(left, &[]), json!([0, 0, "5px"]), "styles that leaked into the host page");
    assert_eq!(
        talk.inside("return document.activeElement === document.body"),
        true,
        "an embed pulls no focus"
    );
}

/// Attributes and properties are two names for one thing, and a value that means nothing is named.
fn reflects(page: &Page, talk: &Talk<'_>) {
    on_consent(page, "element.reading = 'easy'");
    page.see(&say_easily("topic.understood"));
    assert_eq!(on_consent(page, "element.getAttribute('reading')"), "easy");
    page.see(&bare(&talk.notice.sections[0].easy[0]));
    on_consent(page, "element.setAttribute('reading', 'plain')");
    page.see(&talk.notice.sections[0].plain[0]);
    assert_eq!(on_consent(page, "element.reading"), "plain");
    for (property, attribute, value) in [
        ("textSize", "text-size", "28"),
        ("theme", "theme", "dark"),
        ("lang", "lang", "ja"),
        ("storage", "storage", "none"),
        ("template", "template", "salon"),
        ("name", "name", "consent"),
    ] {
        on_consent(page, &format!("element.{property} = '{value}'"));
        assert_eq!(on_consent(page, &format!("element.getAttribute('{attribute}')")), value);
        assert_eq!(on_consent(page, &format!("element.{property}")), value);
    }
    let shown = "return [root.querySelector('.nk').dataset.size, root.querySelector('.nk').dataset.theme]";
    page.wait_for("the look", || talk.inside(shown) == json!(["28", "dark"]));
    on_consent(page, "element.readonly = true");
    assert_eq!(on_consent(page, "element.hasAttribute('readonly')"), true);
    on_consent(page, "element.readonly = false");
    assert_eq!(on_consent(page, "element.hasAttribute('readonly')"), false);

    on_consent(page, "element.setAttribute('theme', 'pink')");
    let error = heard(page, "nattoku-error").pop().expect("an error is told");
    assert_eq!(
        (&error["detail"]["code"], &error["detail"]["place"]),
        (&json!("attribute.meaningless"), &json!("theme"))
    );
    assert!(error["detail"]["message"].as_str().is_some_and(|text| text.contains("pink")), "{error}");
    on_consent(page, "element.removeAttribute('theme')");
    page.wait_for("the default", || talk.inside("return root.querySelector('.nk').dataset.theme") == "auto");
}

/// Taking the element to another place of the page and back loses nothing.
fn moves(page: &Page, talk: &Talk<'_>) {
    page.exec_promise("document.getElementById('two').append(document.getElementById('consent'))", &[]);
    talk.see_item(0);
    assert!(page.radio(&answer_word(Answer::Granted)).state().on, "the answer before the element was moved");
    page.exec_promise("document.getElementById('one').append(document.getElementById('consent'))", &[]);
    talk.see_item(0);
    assert_eq!(heard(page, "nattoku-ready").len(), 2, "a moved element is the same element");
}

/// `reset`, `importJson` and `exportJson`, and what happens to text that is no document.
fn gives_back(page: &Page, talk: &Talk<'_>, document: &Value) {
    on_consent(page, "element.reset()");
    talk.see_topic(0);
    assert_eq!(on_consent(page, "element.value"), Value::Null);
    assert_eq!(talk.export()["consents"], json!([]));

    let thrown = on_consent(
        page,
        "(() => { try { element.importJson('{\"format\":'); } catch (error) { return String(error); } })()",
    );
    assert!(thrown.as_str().is_some_and(|text| text.contains("line 1")), "{thrown}");
    let error = heard(page, "nattoku-error").pop().expect("an error is told");
    assert_eq!(error["detail"]["code"], "import.truncated");
    talk.see_topic(0);

    let give = "return document.querySelector('nattoku-consent').importJson(arguments[0])";
    page.exec(give, &[json!(document.to_string())]);
    talk.see(&say("closing.consented"));
    let again = talk.export();
    for part in ["consents", "notices", "organization"] {
        assert_eq!(again[part], document[part], "{part} after the round trip");
    }
}

/// Importing the library registers nothing; `define` does, once.
pub fn defines_on_request(page: &Page) {
    page.open("fixtures/embed/bare.html");
    page.wait_for("the library", || page.exec("return typeof window.nattoku?.define", &[]) == "function");
    assert_eq!(page.exec("return defined()", &[]), json!([]), "an import registers nothing");
    assert_eq!(page.exec_promise("await nattoku.default()", &[]), Value::Null);
    assert_eq!(page.exec("return defined()", &[]), json!([]), "loading the library registers nothing");
    let twice = "nattoku.define(); const first = tags.map((tag) => customElements.get(tag)); nattoku.define(); \
        return [defined().length, tags.every((tag, i) => customElements.get(tag) === first[i])]";
    assert_eq!(page.exec(twice, &[]), json!([3, true]));
    page.exec("document.getElementById('here').append(document.createElement('nattoku-consent'))", &[]);
    page.see(&say("settings.heading"));
    assert_eq!(page.role("heading", &say("settings.heading")).count(), 1);
}

/// The events that the host page heard so far; all of them when no name is asked for.
#[track_caller]
fn heard(page: &Page, name: &str) -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_value(page.exec("return heard", &[])).expect("events");
    all.into_iter().filter(|event| name.is_empty() || event["name"] == name).collect()
}

/// The value of an expression over `element`, the consent element.
#[track_caller]
fn on_consent(page: &Page, expression: &str) -> Value {
    page.exec(&format!("const element = document.querySelector('nattoku-consent'); return {expression}"), &[])
}
