//! What comes out on paper: printed to PDF by Chromium and Firefox and read page by page. WebKit's driver cannot
//! print: there the page that would be printed is compared with the outline, and that printing was asked for.

mod made;

use nattoku::domain::consent::{Answer, Consent};
use nattoku::domain::paper::{self, Amount, Block, Paper, Phrases, TextForm, form, poster, to_text};
use nattoku::domain::text::{Reading, bare, is_kanji};
use serde_json::json;

use crate::harness::{Engine, Page, Sheets, pressed};
use crate::talk::{EXPLAINER, NAME, Talk, answer_word};
use crate::words::{self, notation, say};
use made::{answered, document, proof, taken_back};

/// From answers of every kind to two pages in the hand; the same from a dark screen; all of it, in large letters.
pub fn copy(page: &Page) {
    let talk = Talk::at_home(page);
    let consent = answered(&talk.notice);
    open_record(page, &talk, &consent);
    page.button(&say("closing.print")).click();
    assert_eq!(page.prints(), 1);

    let paper = copy_of(&consent, &talk, Amount::Short, Reading::Plain);
    assert_shows(&talk, &paper);
    if let Some(sheets) = page.paper("paper-copy") {
        assert_whole(&sheets, &paper);
        assert_eq!((sheets.size, sheets.pages.len()), ((210, 297), 2), "one sheet, both sides");
        assert_numbered(page, &sheets);
        for expected in [NAME, EXPLAINER, "2026年(令和8年)11月20日(金)午後2時05分", &proof(&consent)]
        {
            assert_eq!(sheets.pages_with(expected).len(), 1, "{expected} on {:#?}", sheets.pages);
        }
        for (index, item) in talk.notice.items.iter().enumerate() {
            let answer = Answer::ALL.get(index % 5).map_or_else(|| say("answer.none"), |a| answer_word(*a));
            let row = [bare(&item.short.plain), bare(&item.title.plain), answer].concat();
            assert_eq!(sheets.pages_with(&row).len(), 1, "{row}");
        }
        assert_no_interface(&sheets);
        dark(page, &talk, &consent, &sheets);
    }
}

/// Black on white from a dark screen and from one of high contrast; every line, in the size of large letters; in
/// easy words with their readings.
fn dark(page: &Page, talk: &Talk<'_>, consent: &Consent, light: &Sheets) {
    let set = |name: &str, value: &str, shown: &str| {
        let script = "document.querySelector('nattoku-app').setAttribute(arguments[0], arguments[1])";
        page.exec(script, &[json!(name), json!(value)]);
        let script = format!("return root.querySelector('.nk').dataset.{shown}");
        page.wait_for(value, || talk.inside(&script) == value);
    };
    for theme in ["dark", "high-contrast"] {
        set("theme", theme, "theme");
        let printed = page.paper(&format!("paper-copy-{theme}")).expect("printed before");
        assert_eq!((&printed.pages, &printed.colours), (&light.pages, &light.colours), "{theme}");
    }
    if page.force_colours() {
        let printed = page.paper("paper-copy-forced").expect("printed before");
        assert_eq!((&printed.pages, &printed.colours), (&light.pages, &light.colours), "forced colours");
    }
    set("text-size", "32", "size");
    open_choices(talk);
    page.radio(&say("paper.full")).click();
    let paper = copy_of(consent, talk, Amount::Full, Reading::Plain);
    assert_shows(talk, &paper);
    let sheets = page.paper("paper-copy-full-large").expect("printed before");
    assert_whole(&sheets, &paper);
    assert!(sheets.pages.len() > light.pages.len() * 2, "{} pages", sheets.pages.len());
    page.role("group", &say("paper.wording")).radio(&say("look.easy")).click();
    assert_shows(talk, &copy_of(consent, talk, Amount::Full, Reading::Easy));
    let sheets = page.paper("paper-copy-easy").expect("printed before");
    assert!(!sheets.pages_with("じょうほう").is_empty(), "readings are printed");
}

/// A change of mind leaves a slip of its own; the whole copy then says what holds now.
pub fn slip(page: &Page) {
    let talk = Talk::at_home(page);
    let consent = taken_back(&talk.notice);
    open_record(page, &talk, &consent);
    page.button(&say("closing.print")).click();
    let notices = [talk.notice.clone()];
    let paper =
        with_words(Reading::Plain, |phrases| paper::slip(&consent, &notices, phrases)).expect("a slip");
    assert_shows(&talk, &paper);
    if let Some(sheets) = page.paper("paper-slip") {
        assert_whole(&sheets, &paper);
        assert_no_interface(&sheets);
        let follows = bare(&consent.events[1].follow_ups[0].text);
        for expected in [say("paper.slip.withdrawn"), proof(&consent), follows] {
            assert_eq!(sheets.pages_with(&expected), [1], "{expected} on {:#?}", sheets.pages);
        }
    }
    open_choices(&talk);
    page.radio(&say("paper.kind.copy")).click();
    let whole = copy_of(&consent, &talk, Amount::Short, Reading::Plain);
    assert_shows(&talk, &whole);
    page.see(&proof(&consent));
    if let Some(sheets) = page.paper("paper-copy-changed") {
        assert_whole(&sheets, &whole);
        for expected in [say("history.withdrawn"), proof(&consent)] {
            assert_eq!(sheets.pages_with(&expected).len(), 1, "{expected} on {:#?}", sheets.pages);
        }
    }
}

/// The explanation for the wall, the sheet to write on, and both as text for a braille transcriber.
pub fn notice(page: &Page) {
    let talk = Talk::at_home(page);
    page.button(&say("paper.notice")).click();
    page.see(&say("paper.notice.heading"));
    page.axe();
    page.screenshot("paper-notice-screen");
    let wall = with_words(Reading::Plain, |phrases| poster(&talk.notice, phrases));
    assert_shows(&talk, &wall);
    page.button(&say("paper.notice.print")).click();
    assert_eq!(page.prints(), 1);
    if let Some(sheets) = page.paper("paper-notice") {
        assert_whole(&sheets, &wall);
        assert_no_interface(&sheets);
    }
    page.button(&say("paper.text.kana")).click();
    page.see(&say("paper.text.saved"));
    let kana = page.last_download();
    let name = format!("nattoku-notice-salon-{}-kana.txt", talk.notice.version);
    assert_eq!((kana.name.as_str(), kana.mime.as_str()), (name.as_str(), "text/plain;charset=utf-8"));
    let easy = with_words(Reading::Easy, |phrases| poster(&talk.notice, phrases));
    assert_eq!(
        kana.text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        to_text(&easy, TextForm::Kana)
    );
    assert!(!kana.text.contains(is_kanji), "nothing is left to be guessed: {}", kana.text);

    page.radio(&say("paper.notice.form")).click();
    let sheet = with_words(Reading::Plain, |phrases| form(&talk.notice, phrases));
    assert_shows(&talk, &sheet);
    if let Some(sheets) = page.paper("paper-form") {
        assert_whole(&sheets, &sheet);
        assert_no_interface(&sheets);
    }
    page.button(&say("paper.text.written")).click();
    page.wait_for("the second text", || page.downloads().len() == 2);
    let text = page.last_download().text;
    assert_eq!(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"), to_text(&sheet, TextForm::Written));
}

/// Inside a portal's page only the copy is printed, from the quiet end; afterwards the page is its own again.
pub fn host(page: &Page) {
    page.open("fixtures/embed/index.html");
    let talk = Talk::here(page, "nattoku-consent", words::explanation());
    talk.see_topic(0);
    let consent = answered(&talk.notice);
    let script = "document.querySelector('nattoku-consent').value = JSON.parse(arguments[0])";
    page.exec(script, &[json!(document(&talk.notice, &consent))]);
    talk.see(&say("closing.partially"));
    open_choices(&talk);
    page.screenshot("paper-closing-screen");
    // The portal's own heading is hidden by its own sheet; its second element is not.
    let around = say("check.aims");
    page.see(&around);
    page.button(&say("closing.print")).click();
    assert_eq!(page.prints(), 1);
    let paper = copy_of(&consent, &talk, Amount::Short, Reading::Plain);
    assert_shows(&talk, &paper);
    if let Some(sheets) = page.paper("paper-host") {
        assert_whole(&sheets, &paper);
        assert_eq!(
            sheets.pages_with(&around),
            Vec::<usize>::new(),
            "the portal's own words are on our paper"
        );
        page.press_keys(&["Shift"]);
        let whole = page.paper("paper-host-whole").expect("printed before");
        assert_ne!(whole.pages_with(&around), Vec::<usize>::new(), "the portal prints its page as before");
    }
    page.press_keys(&["Shift"]);
    on_request(page, &talk);
    page.press_keys(&["Shift"]);
    let left = "return [document.adoptedStyleSheets.length, document.querySelectorAll('[data-nattoku-print]').length]";
    assert_eq!(page.exec(left, &[]), json!([0, 0]), "nothing of ours stays in the portal's page");
}

/// Unfolds the choices about the paper.
#[track_caller]
fn open_choices(talk: &Talk<'_>) {
    talk.inside("root.querySelector('input[name=paper-reading]').closest('details').open = true");
}

/// The portal asks for the notice: it is printed in place of the record that is shown, and leaves no trace.
fn on_request(page: &Page, talk: &Talk<'_>) {
    page.exec("document.querySelector('nattoku-consent').printNotice()", &[]);
    page.wait_for("the notice to be printed", || page.prints() == 2);
    let wall = with_words(Reading::Plain, |phrases| poster(&talk.notice, phrases));
    assert_shows(talk, &wall);
    if let Some(sheets) = page.paper("paper-host-notice") {
        assert_whole(&sheets, &wall);
        assert_eq!(sheets.pages_with(&say("paper.copy.title")), Vec::<usize>::new(), "the copy as well");
    }
    page.press_keys(&["Shift"]);
    let gone = "return root.querySelectorAll('.leaf__only').length";
    page.wait_for("the notice to be gone", || talk.inside(gone) == 0);
}

#[track_caller]
fn open_record(page: &Page, talk: &Talk<'_>, consent: &Consent) {
    let script = "return document.querySelector('nattoku-app').importJson(arguments[0])";
    page.exec(script, &[json!(document(&talk.notice, consent))]);
    page.button(&say("home.records")).click();
    page.button(&format!("{NAME} {}", say("records.open"))).click();
    page.see(&say("records.person"));
}

fn with_words<T>(reading: Reading, make: impl FnOnce(&Phrases) -> T) -> T {
    make(&Phrases { wording: reading.into(), find: &|key| notation(key, reading) })
}

/// What the copy of a record must say.
#[track_caller]
fn copy_of(consent: &Consent, talk: &Talk<'_>, amount: Amount, reading: Reading) -> Paper {
    let notices = [talk.notice.clone()];
    with_words(reading, |phrases| paper::copy(consent, &notices, amount, phrases))
        .expect("something happened")
}

/// Every text of a block, as it is seen, in the order of the page.
fn texts(block: &Block) -> Vec<String> {
    let texts = match block {
        Block::Title(text)
        | Block::Lead(text)
        | Block::Heading(text)
        | Block::Subheading(text)
        | Block::Line(text)
        | Block::Bullet(text)
        | Block::Numbered(_, text)
        | Block::Blank(text) => vec![text.clone()],
        Block::Answer { short, asked, said, before } => {
            [short, asked, said].into_iter().chain(before).cloned().collect()
        }
        Block::Fact { label, said } => [label].into_iter().chain(said).cloned().collect(),
        Block::Titles(titles) => titles.clone(),
        Block::Number { label, digits } => vec![label.clone(), digits.clone()],
        Block::Choice { asked, options } => [asked].into_iter().chain(options).cloned().collect(),
        Block::Ink { .. } => vec![],
    };
    texts.iter().map(|text| bare(text)).filter(|text| !text.is_empty()).collect()
}

/// The page that is printed is the outline, block by block, drawing included.
#[track_caller]
fn assert_shows(talk: &Talk<'_>, paper: &Paper) {
    let expected: String = paper.blocks.iter().flat_map(texts).map(|text| pressed(&text)).collect();
    let seen = talk.inside(
        "const leaf = root.querySelector('.leaf').cloneNode(true); \
         leaf.querySelectorAll('rt, .leaf__mark').forEach((e) => e.remove()); return leaf.textContent",
    );
    assert_eq!(pressed(seen.as_str().expect("the page")), expected);
    let drawn = paper.blocks.iter().filter(|block| matches!(block, Block::Ink { .. })).count();
    assert_eq!(talk.inside("return root.querySelector('.leaf').querySelectorAll('.ink').length"), drawn);
}

/// Everything a block says stands on one page, in one piece.
#[track_caller]
fn assert_whole(sheets: &Sheets, paper: &Paper) {
    for block in &paper.blocks {
        // The dot of a list is a letter too, but only on paper.
        let all = match block {
            Block::Titles(titles) => titles.iter().map(|title| format!("・{}", bare(title))).collect(),
            other => texts(other).concat(),
        };
        assert!(!sheets.pages_with(&all).is_empty(), "{all:?} is torn apart in {:#?}", sheets.pages);
    }
}

/// "1 / 2" on the first page and "2 / 2" on the second where the engine draws the margins of a page: Chromium does.
/// Firefox knows no margin boxes of `@page` and leaves them out, which README says; a Firefox that learns them is
/// noticed here.
#[track_caller]
fn assert_numbered(page: &Page, sheets: &Sheets) {
    let all = sheets.pages.len();
    for number in 1..=all {
        let expected = if page.engine() == Engine::Chromium { vec![number] } else { vec![] };
        assert_eq!(sheets.pages_with(&format!("{number} / {all}")), expected, "{:#?}", sheets.pages);
    }
}

/// No button, no bar, no sentence that only makes sense on a screen.
#[track_caller]
fn assert_no_interface(sheets: &Sheets) {
    for key in [
        "closing.print",
        "closing.save",
        "closing.copy",
        "paper.choose",
        "go_home",
        "look.open",
        "paper.notice.print",
        "paper.text.kana",
        "closing.next_person",
    ] {
        assert_eq!(sheets.pages_with(&say(key)), Vec::<usize>::new(), "{key} on paper");
    }
}
