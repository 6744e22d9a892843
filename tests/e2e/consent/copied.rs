//! The record by way of the clipboard: the very text that is saved, and a plain word where the browser refuses.

use nattoku::domain::consent::Answer;
use serde_json::Value;

use crate::harness::Page;
use crate::record;
use crate::talk::Talk;
use crate::words::{explanation, say};

/// Puts this in the place of the browser's clipboard, which no driver lets a page write to alike.
fn clipboard(page: &Page, instead: &str) {
    let script =
        format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {instead} }})");
    page.exec(&script, &[]);
}

/// Copied, refused, and not there.
pub fn copied(page: &Page) {
    page.open("fixtures/embed/consent.html");
    let talk = Talk::here(page, "nattoku-consent", explanation());
    talk.listen();
    talk.answer_all(Some(Answer::Withheld));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    talk.finish("refused");

    clipboard(page, "{ async writeText(text) { window.copied = text; } }");
    page.button(&say("closing.copy")).click();
    page.see(&say("closing.copied"));
    let copied = page.exec("return window.copied", &[]);
    let copied: Value = serde_json::from_str(copied.as_str().expect("a text")).expect("JSON");
    assert_eq!(copied, record::save(page));

    for refusing in
        ["{ async writeText() { throw new DOMException('no', 'NotAllowedError'); } }", "undefined"]
    {
        page.button(&say("closing.save")).click();
        page.see(&say("closing.saved"));
        clipboard(page, refusing);
        page.button(&say("closing.copy")).click();
        page.see(&say("closing.not_copied"));
    }
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
