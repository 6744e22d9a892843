//! What README.md tells a portal's developer to copy, cut out of it and run as it stands there: the page, the script
//! and the policy. Whatever is wanting in them is wanting here, too.

use nattoku::domain::consent::Answer;
use serde_json::{Value, json};

use crate::harness::Page;
use crate::record;
use crate::talk::Talk;
use crate::words;

const README: &str = include_str!("../../README.md");

/// The folder on the developer's server, as the README's addresses have it.
const FOLDER: &str = "nattoku";

/// The element in the page, from the group's words in the script to the record in the page's own field.
pub fn embed(page: &Page) {
    page.put_embed("consent", FOLDER);
    page.put("portal.js", block("js", "// portal.js"));
    page.put("portal.html", &document(block("html", "<nattoku-consent>")));
    page.open("portal.html");
    let talk = Talk::here(page, "nattoku-consent", words::explanation());
    talk.listen();
    assert_eq!(field(page), "", "nothing is finished yet");
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.type_name();
    talk.finish("consented");

    let saved = record::save(page);
    let held: Value = serde_json::from_str(&field(page)).expect("the field holds JSON");
    assert_eq!(held, saved);
    assert_eq!(saved["organization"]["values"]["organization"]["plain"], "見本サロン");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The library without the side effect: the element shows itself when the page's own script says so.
pub fn library(page: &Page) {
    page.put_embed("consent", FOLDER);
    page.put("own.js", block("js", "import init, { define }"));
    let html = block("html", "<nattoku-consent>").replace("/nattoku/nattoku.js", "/own.js");
    assert!(html.contains("/own.js"));
    page.put("portal.js", block("js", "// portal.js"));
    page.put("portal.html", &document(&html));
    page.open("portal.html");
    Talk::here(page, "nattoku-consent", words::explanation()).see_topic(0);
}

/// The one block in this language that holds `mark`, without its fences.
#[track_caller]
fn block(language: &str, mark: &str) -> &'static str {
    let fence = format!("\n```{language}\n");
    let blocks = README.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap_or_default());
    let found: Vec<&str> = blocks.filter(|block| block.contains(mark)).collect();
    assert_eq!(found.len(), 1, "blocks of {language} with {mark}");
    found[0]
}

/// A page around a block, under the policy that the README says is enough, beside the server's own.
fn document(body: &str) -> String {
    let policy = block("", "script-src");
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<title>見本市のページ</title>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// What stands in the page's own field.
#[track_caller]
fn field(page: &Page) -> String {
    let value = page.exec("return document.getElementById(arguments[0]).value", &[json!("record")]);
    value.as_str().expect("a text field").to_owned()
}
