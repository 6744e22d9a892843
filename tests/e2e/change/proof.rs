//! A file that was altered: named by person and day where it is taken in, and shown at the event where it broke. And
//! the copies of a record for other programs.

use nattoku::domain::consent::Answer;
use nattoku::domain::export::import;
use nattoku::domain::standards::{Standard, export, file_name};
use serde_json::json;

use super::{document, first, second};
use crate::harness::Page;
use crate::talk::{NAME, Talk};
use crate::words::{explanation, say, say_with};

/// Who received a change was rewritten in the file. It is taken in, shown with its break, and not repaired.
pub fn altered(page: &Page) {
    let notice = explanation();
    let talk = Talk::at_home(page);
    let base = first(&notice);
    let grown = second(&notice, &base, &[(0, Answer::Withheld)]);
    let mut text =
        serde_json::from_str::<serde_json::Value>(&document(&notice, grown.clone()).to_json()).expect("JSON");
    text["consents"][0]["events"][1]["received"]["by"] = json!("会計の係");
    text.as_object_mut().expect("a document").remove("integrity");

    page.button(&say("home.data")).click();
    page.file_input().upload("altered.json", text.to_string().as_bytes());
    page.see(&say_with("data.imported", &[("added", "1")]));
    let date = grown.events[1].recorded_at.to_japanese();
    page.see(&say_with("data.doubt_history", &[("name", NAME), ("date", &date)]));
    page.see(&say("seal.altered"));
    page.button(&format!("{NAME} {}", say("records.open"))).click();

    page.see_heading(&say("records.person"));
    page.see(&say("seal.broken"));
    assert!(!page.shows(&grown.fingerprint()), "a number that is still there would prove what it does not");
    let broken = talk.inside(
        "return [...root.querySelectorAll('.timeline__entry')].map((entry) => entry.matches('.timeline__entry--broken'))",
    );
    assert_eq!(broken, json!([false, true]), "the event that does not hold, and no other");
    page.see(&say("seal.altered"));
    page.see(&say("history.broken"));
    page.button(&say("proof.about")).click();
    page.see(&say("proof.can"));
    page.see(&say("proof.cannot"));
    page.see(&say("proof.so"));
    let paper = talk.inside("return root.querySelector('.leaf').textContent");
    let paper = paper.as_str().expect("the page that would be printed");
    assert!(paper.contains(&say("seal.broken")) && !paper.contains(&grown.fingerprint()), "{paper}");
    page.button(&say("standards.heading")).click();
    page.see(&say("standards.broken"));
    for standard in Standard::ALL {
        assert_eq!(page.button(&say(&format!("standard.{}", standard.key()))).count(), 0, "{standard:?}");
    }
    page.button(&say("back")).click();
    page.see(&say("records.altered"));
    page.axe();
    let kept = talk.export();
    assert_eq!(
        kept["consents"][0]["events"], text["consents"][0]["events"],
        "kept as it came, to the letter"
    );
    page.reload();
    assert_eq!(
        talk.export()["consents"][0]["events"],
        text["consents"][0]["events"],
        "by the device as well"
    );

    // A whole one beside it says so, and the number on the screen is the one in its head.
    page.button(&say("home.data")).click();
    page.button(&say("data.erase_do")).click();
    page.button(&say("data.erase_yes")).click();
    let whole = document(&notice, grown.clone()).to_json();
    page.file_input().upload("whole.json", whole.as_bytes());
    page.see(&say_with("data.imported", &[("added", "1")]));
    assert!(!page.shows(&say("seal.altered")));
    page.button(&say("go_home")).click();
    page.button(&say("home.records")).click();
    page.button(&format!("{NAME} {}", say("records.open"))).state();
    assert!(!page.shows(&say("records.altered")));
    page.button(&say("go_home")).click();
    super::open_record(page);
    page.see(&say("seal.whole"));
    super::assert_chain(page, &talk.export()["consents"][0]);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The words that were explained were rewritten in the file: nothing is said to be as it was, on the screen or on paper.
pub fn altered_words(page: &Page) {
    let notice = explanation();
    let talk = Talk::at_home(page);
    let mut text: serde_json::Value =
        serde_json::from_str(&document(&notice, first(&notice)).to_json()).expect("JSON");
    let line = &mut text["notices"][0]["sections"][0]["plain"][0];
    *line = json!(format!("{}ただし、例外があります。", line.as_str().expect("a line")));
    text.as_object_mut().expect("a document").remove("integrity");
    page.button(&say("home.data")).click();
    page.file_input().upload("altered.json", text.to_string().as_bytes());
    page.see(&say("data.doubt_notice"));
    page.button(&say("go_home")).click();
    super::open_record(page);
    page.see(&say("seal.notice"));
    assert!(!page.shows(&say("seal.whole")) && !page.shows(&say("seal.broken")));
    let paper = talk.inside("return root.querySelector('.leaf').textContent");
    assert!(paper.as_str().is_some_and(|paper| paper.contains(&say("seal.notice"))), "{paper}");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The copies in the forms of others are what the library makes of the record, and are called after nobody.
pub fn other_forms(page: &Page) {
    let (talk, _) = super::with_record(page);
    super::open_record(page);
    page.button(&say("standards.heading")).click();
    let whole = import(&talk.export().to_string()).expect("its own export is taken back").document;
    for standard in Standard::ALL {
        let before = page.downloads().len();
        page.button(&say(&format!("standard.{}", standard.key()))).click();
        page.wait_for("the copy", || page.downloads().len() > before);
        let file = page.last_download();
        assert_eq!(file.mime, standard.media_type());
        let consent = &whole.consents[0];
        let ending = file_name(standard, consent.events[0].recorded_at, &consent.id)
            .split_off("nattoku-consent-2026-01-01".len());
        assert!(file.name.starts_with("nattoku-consent-") && file.name.ends_with(&ending), "{}", file.name);
        let copy: serde_json::Value = serde_json::from_str(&file.text).expect("JSON");
        assert_eq!(copy, export(standard, consent, &whole), "{standard:?}");
    }
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
