//! Each built-in explanation, chosen on the tablet and used: one to the record, the others to the answers.

use nattoku::domain::consent::Answer;
use nattoku::domain::notice::{Notice, PlaceholderKind, Sensitivity};
use nattoku::domain::text::bare;
use serde_json::json;

use super::{begin, filled, leave, open, organization, take};
use crate::harness::Page;
use crate::record;
use crate::talk::Talk;
use crate::words::{begins, say, say_with};

/// Every template can be read, chosen, filled in and explained from; the device remembers which.
pub fn every_template(page: &Page) {
    let talk = Talk::at_home(page);
    for id in Notice::BUILTIN.into_iter().filter(|id| *id != "care_provider") {
        choose(page, &talk, id);
        let talk = begin(page, &talk, &Notice::builtin(id).expect(id));
        listen(page, &talk);
        look_at_item(page, &talk, 0);
        talk.answer(0, Some(Answer::Granted));
        leave(page);
    }
    choose(page, &talk, "care_provider");
    page.reload();
    let notice = Notice::builtin("care_provider").expect("care_provider");
    let talk = begin(page, &talk, &notice);
    listen(page, &talk);
    for index in 0..talk.notice.items.len() {
        look_at_item(page, &talk, index);
        talk.answer(index, Some(Answer::Granted));
    }
    talk.acknowledge(Some("ack.acknowledged"));
    talk.name_people();
    talk.type_name();
    talk.finish("consented");
    let document = record::save(page);
    assert_eq!(
        (&document["notices"][0]["id"], &document["notices"][0]["modified"]),
        (&json!("care_provider"), &json!(false))
    );
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// From home through the card and the settings back to home.
#[track_caller]
fn choose(page: &Page, talk: &Talk<'_>, id: &str) {
    let notice = Notice::builtin(id).expect(id);
    let title = &notice.title.plain;
    open(page);
    page.see(&notice.audience.as_ref().expect("for whom it is").plain);
    let count = [notice.sections.len(), notice.items.len()].map(|count| count.to_string());
    page.see(&say_with("notices.count", &[("topics", &count[0]), ("questions", &count[1])]));
    page.button(&format!("{title}…")).click();
    page.see_heading(title);
    saved(page, id);
    let unused = || page.button(&say("notices.use")).count() == 1;
    page.wait_for("what can be done with it", || unused() || page.shows(&say("notices.in_use")));
    if !unused() {
        // The one the tablet begins with is in use already.
        page.see(&say("notices.in_use"));
        page.button(&say("back")).click();
        page.see_heading(&say("notices.heading"));
        page.button(&say("back")).click();
    } else {
        page.button(&say("back")).click();
        page.see_heading(&say("notices.heading"));
        take(page, title);
    }
    page.see_heading(&say("settings.heading"));
    // What an explanation shares with another by name is there already; the rest is asked for.
    let given = organization(talk);
    for placeholder in given.missing(&notice) {
        let label = bare(&placeholder.label.plain);
        let group = page.group(&label);
        group.role("field", &format!("{label}…")).fill(&placeholder.example.plain);
        let (second, text) = match placeholder.kind {
            PlaceholderKind::Name => (say("settings.reading"), &placeholder.example.reading),
            PlaceholderKind::Phrase => (say("settings.easy"), &placeholder.example.easy),
        };
        if let Some(text) = text {
            group.role("field", &second).fill(text);
        }
    }
    page.button(&say("settings.save")).click();
    page.see_heading(&say("home.heading"));
    assert!(
        notice
            .optional
            .iter()
            .filter(|line| line.default)
            .all(|line| organization(talk).has_option(&line.id))
    );
    assert_eq!(filled(talk, &notice).id, id);
}

/// The explanation as a file is the very text that is built in.
#[track_caller]
fn saved(page: &Page, id: &str) {
    let before = page.downloads().len();
    page.button(&say("notices.save")).click();
    page.wait_for("the download", || page.downloads().len() > before);
    page.see(&say("notices.saved"));
    let file = page.last_download();
    assert_eq!(file.name, format!("nattoku-notice-{id}.json"));
    assert_eq!(Some(file.text.as_str()), Notice::source(id));
}

/// Through the topics; at one of them everything that is held can be seen.
#[track_caller]
fn listen(page: &Page, talk: &Talk<'_>) {
    let sections = &talk.notice.sections;
    let place = talk.notice.section_of_categories().expect("a list of what is held").to_owned();
    for (index, section) in sections.iter().enumerate() {
        talk.see_topic(index);
        assert_eq!(
            page.button(&say("held.open")).count(),
            usize::from(section.id == place),
            "{}",
            section.id
        );
        if section.id == place {
            page.button(&say("held.open")).click();
            for category in &talk.notice.categories {
                page.see(&bare(&category.name.plain));
                page.see(&bare(&category.examples.plain));
            }
            let special = talk.notice.categories.iter().any(|one| one.sensitivity == Sensitivity::Yes);
            assert_eq!(page.shows(&say("special.lead")), special);
        }
        let last = index + 1 == sections.len();
        page.button(&say(if last { "topic.to_answers" } else { "topic.next" })).click();
    }
    talk.see_item(0);
}

/// What sets a question apart is said at that question, and at no other; nothing is chosen by it.
#[track_caller]
fn look_at_item(page: &Page, talk: &Talk<'_>, index: usize) {
    talk.see_item(index);
    let item = &talk.notice.items[index];
    for (key, wanted) in [
        ("special.mark", item.sensitive),
        ("special.item", item.sensitive),
        ("item_note.law", !item.withholdable),
        ("item_note.written", item.written),
    ] {
        assert_eq!(page.shows(&say(key)), wanted, "{key} at {}", item.id);
    }
    assert_eq!(talk.chosen(), 0, "nothing is preselected at {}", item.id);
    page.radio(&begins("answer.granted")).state();
}
