//! A group's own explanation from a file: refused with every place named, read through, used, told in the record,
//! taken away again; and one that leaves something out.

use nattoku::domain::consent::Answer;
use nattoku::domain::law::Law;
use nattoku::domain::notice::Notice;
use nattoku::domain::text::bare;
use serde_json::{Value, json};

use super::{SENTENCE, TITLE, begin, broken, kept, open, silent_about_two, sound};
use crate::harness::Page;
use crate::record;
use crate::talk::{NAME, Talk};
use crate::words::{say, say_with};

/// Three errors, all named, nothing changed; then a sound one, to the record and away.
pub fn own_file(page: &Page) {
    let talk = Talk::at_home(page);
    open(page);
    refuses(page);
    page.file_input().upload("ours.json", sound().to_string().as_bytes());
    page.see_heading(TITLE);
    assert_eq!(kept(page), Value::Null, "reading a file keeps nothing yet");
    read_through(page, &talk);
    page.button(&say("notices.use")).click();
    page.see_heading(&say("settings.heading"));
    page.see(TITLE);
    assert_eq!(kept(page), sound().to_string(), "kept letter by letter");
    page.button(&say("settings.save")).click();
    page.reload();

    let notice = Notice::parse("ours.json", &sound().to_string()).expect("sound");
    let talk = begin(page, &talk, &notice);
    page.see(SENTENCE[0]);
    talk.listen();
    talk.answer_all(Some(Answer::Granted));
    talk.acknowledge(None);
    talk.name_people();
    talk.type_name();
    talk.finish("consented");
    let document = record::save(page);
    assert_eq!(document["notices"][0]["modified"], json!(true), "the record says that the text was changed");
    assert_eq!(document["notices"][0]["sections"][0]["plain"][0], SENTENCE[0]);
    talk.next_person();
    page.button(&say("home.records")).click();
    page.button(&format!("{NAME} {}", say("records.open"))).click();
    page.see(&say("record.changed"));
    page.button(&say("go_home")).click();
    taken_away(page, &talk);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

#[track_caller]
fn refuses(page: &Page) {
    let text = broken().to_string();
    let errors = Notice::parse("ours.json", &text).expect_err("three errors");
    assert_eq!(errors.0.len(), 3, "{errors}");
    page.file_input().upload("ours.json", text.as_bytes());
    page.see(&say_with("notices.refused", &[("file", "ours.json"), ("count", "3")]));
    let section = say("notice_part.section");
    let line = |n: &str| say_with("place.line", &[("n", n)]);
    for place in [
        format!("{section} lead · {} · {}", say("look.plain"), line("2")),
        format!("{section} lead · {} · {}", say("look.easy"), line("1")),
        format!("{} purpose.watch", say("notice_part.item")),
    ] {
        page.see(&place);
    }
    for error in &errors.0 {
        page.see(&say(&format!("notice_error.{}", error.kind.name())));
    }
    page.see("nowhere");
    let causes = "return [...document.querySelector('nattoku-app').shadowRoot.querySelectorAll('.wrong .cause')]\
        .map((cause) => [cause.open, cause.querySelector('code').textContent])";
    let wanted: Vec<Value> = errors.0.iter().map(|error| json!([false, error.to_string()])).collect();
    assert_eq!(page.exec(causes, &[]), json!(wanted), "the technical cause, one tap away");
    assert_eq!(kept(page), Value::Null, "nothing of it is kept");
    page.see(&say("notices.in_use"));

    page.file_input().upload("ours.json", b"{\"id\": ");
    page.see(&say_with("notices.refused", &[("file", "ours.json"), ("count", "1")]));
    page.see(&say("notice_error.structure"));
    page.file_input().upload("ours.json", " ".repeat(1_048_577).as_bytes());
    page.see(&say("notices.too_large"));
    assert_eq!(kept(page), Value::Null);
}

/// Every section and question stands there in both registers, with the group's own values.
#[track_caller]
fn read_through(page: &Page, talk: &Talk<'_>) {
    page.see(&say("preview.changed"));
    let notice = Notice::parse("ours.json", &sound().to_string()).expect("sound");
    let shown = super::filled(talk, &notice);
    let seen: String = page.text().split_whitespace().collect();
    let mut wanted: Vec<String> = Vec::new();
    for section in &shown.sections {
        wanted.extend([&section.title.plain, &section.title.easy].map(|text| bare(text)));
        wanted.extend(
            section
                .plain
                .iter()
                .chain(&section.easy)
                .map(|line| bare(line.trim_start_matches(|c: char| c == '・' || c.is_ascii_digit()))),
        );
    }
    for item in &shown.items {
        wanted.extend([&item.title.plain, &item.title.easy].map(|text| bare(text)));
        wanted.extend(item.detail.iter().flat_map(|text| [bare(&text.plain), bare(&text.easy)]));
    }
    for text in wanted {
        let text: String = text.split_whitespace().collect();
        assert!(seen.contains(&text), "{text} is missing from\n{seen}");
    }
    assert!(seen.contains("見本サロン"), "the group's own values");
}

/// Removed again, after being asked; the records stay.
#[track_caller]
fn taken_away(page: &Page, talk: &Talk<'_>) {
    open(page);
    page.button(&format!("{TITLE}…")).click();
    page.see_heading(TITLE);
    page.see(&say("notices.in_use"));
    page.button(&say("notices.remove")).click();
    page.see(&say("notices.remove_sure"));
    page.button(&say("notices.remove_no")).click();
    assert_eq!(kept(page), sound().to_string());
    page.button(&say("notices.remove")).click();
    page.button(&say("notices.remove_yes")).click();
    page.see_heading(&say("notices.heading"));
    assert_eq!((kept(page), page.button(&format!("{TITLE}…")).count()), (Value::Null, 0));
    assert_eq!(talk.export()["consents"].as_array().map(Vec::len), Some(1), "records stay");
    page.button(&say("go_home")).click();
    let talk = Talk::here(page, "nattoku-app", crate::words::explanation());
    talk.open_door();
}

/// An own explanation that this version can no longer read is kept, named and saved again; nothing takes its place
/// until the group chooses.
pub fn unreadable(page: &Page) {
    let talk = Talk::at_home(page);
    let text = broken().to_string();
    page.plant("app.notice.own", &text);
    page.plant("app.notice", r#"{"chosen":"own"}"#);
    page.reload();
    page.button(&crate::words::begins("home.consent")).click();
    page.see_heading(&say("notices.heading"));
    page.see(&say("notices.unreadable"));
    page.see(&format!("{} purpose.watch", say("notice_part.item")));
    let before = page.downloads().len();
    page.button(&say("notices.save")).click();
    page.wait_for("the download", || page.downloads().len() > before);
    assert_eq!(page.last_download().text, text);
    super::take(page, &Notice::salon().title.plain);
    page.button(&say("go_home")).click();
    talk.open_door();
    page.button(&say("go_home")).click();
    open(page);
    page.see_no(&say("notices.unreadable"));
    assert_eq!(kept(page), text, "choosing another throws nothing away");
    page.button(&say("notices.remove")).click();
    page.button(&say("notices.remove_yes")).click();
    page.see_no(&format!("{} purpose.watch", say("notice_part.item")));
    assert_eq!(kept(page), Value::Null);
}

/// What a notice leaves out is listed by name, and nobody can be asked with it.
pub fn gaps(page: &Page) {
    let talk = Talk::at_home(page);
    open(page);
    page.file_input().upload("ours.json", silent_about_two().to_string().as_bytes());
    page.see_heading(TITLE);
    lists_both(page);
    assert_eq!(page.button(&say("notices.use")).count(), 0, "it cannot be used");
    page.button(&say("back")).click();
    page.see_heading(&say("notices.heading"));
    assert_eq!(kept(page), Value::Null);

    // A portal that gives the tablet such a notice: the door leads to the list, whoever opens it.
    page.button(&say("go_home")).click();
    let give = "document.querySelector('nattoku-app').notice = arguments[0]";
    page.exec(give, &[silent_about_two()]);
    page.button(&say("home.settings")).click();
    page.see(&say("notices.by_page"));
    page.see(&say_with("gaps.count", &[("count", "2")]));
    assert_eq!(page.button(&say("notices.choose")).count(), 0, "the page decides");
    page.button(&say("gaps.see")).click();
    page.see_heading(&say("gaps.heading"));
    lists_both(page);
    page.button(&say("go_home")).click();
    page.button(&crate::words::begins("home.consent")).click();
    page.see_heading(&say("gaps.heading"));
    page.button(&say("back")).click();
    page.exec(give, &[sound()]);
    let notice = Notice::parse("ours.json", &sound().to_string()).expect("sound");
    begin(page, &talk, &notice);
    page.see(SENTENCE[0]);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Both topics that [`silent_about_two`] leaves out, with what to write where.
#[track_caller]
pub fn lists_both(page: &Page) {
    let law = Law::current();
    for id in ["retention", "complaints"] {
        page.see(&law.topic(id).expect(id).name.plain);
    }
    page.see(&format!("{} \"covers\": [\"retention\"]", say("gaps.anywhere")));
    page.see(&format!("{} ask", say("gaps.there")));
    let salon = Notice::salon();
    let label = |name: &str| {
        let known = salon.placeholders.iter().find(|placeholder| placeholder.name == name);
        format!("{{{{{name}}}}} {}", known.expect(name).label.plain)
    };
    page.see(&format!("{} {} {}", say("gaps.words"), label("contact"), label("external_contact")));
}
