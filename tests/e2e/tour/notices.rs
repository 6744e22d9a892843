//! The walk through the explanations: choosing, reading through, what is wrong, what is missing; what of them stands
//! beside a topic and a question.

use nattoku::domain::notice::{Notice, Organization};
use serde_json::json;

use super::Tour;
use crate::harness::Page;
use crate::talk::Talk;
use crate::templates::{TITLE, broken, open, silent_about_two, sound};
use crate::words::{say, say_with};

/// The screens of the group.
pub fn notices(page: &Page) {
    Talk::at_home(page);
    let tour = Tour::begin(page, "nattoku-app");
    open(page);
    tour.look("notices");
    page.file_input().upload("ours.json", broken().to_string().as_bytes());
    page.see(&say_with("notices.refused", &[("file", "ours.json"), ("count", "3")]));
    tour.look("notices-refused");
    page.file_input().upload("ours.json", sound().to_string().as_bytes());
    page.see_heading(TITLE);
    tour.look("notice-preview");
    page.button(&say("notices.use")).click();
    page.see_heading(&say("settings.heading"));
    tour.look("settings-own-notice");
    page.button(&say("notices.choose")).click();
    page.button(&format!("{TITLE}…")).click();
    page.button(&say("notices.remove")).click();
    tour.look("notice-remove");
    page.button(&say("back")).click();
    page.file_input().upload("ours.json", silent_about_two().to_string().as_bytes());
    page.see(&say_with("gaps.count", &[("count", "2")]));
    tour.look("notice-preview-gaps");
    page.button(&say("go_home")).click();
    page.exec("document.querySelector('nattoku-app').notice = arguments[0]", &[silent_about_two()]);
    page.button(&crate::words::begins("home.consent")).click();
    page.see_heading(&say("gaps.heading"));
    tour.look("gaps");
    tour.end();
}

/// The kinds of information, and the questions that are set apart.
pub fn marks(page: &Page) {
    Talk::at_home(page);
    let notice = Notice::builtin("care_provider").expect("care_provider");
    let group = Organization::example(&notice);
    let values = serde_json::to_value(&group).expect("JSON");
    page.exec(
        "const app = document.querySelector('nattoku-app'); app.organization = arguments[0]; app.template = arguments[1]",
        &[values, json!("care_provider")],
    );
    let talk = Talk::here(page, "nattoku-app", notice.fill(&merged(page, &notice)).expect("whole"));
    let tour = Tour::begin(page, "nattoku-app");
    talk.open_door();
    let place = talk.notice.section_of_categories().expect("a list").to_owned();
    let at = talk.notice.sections.iter().position(|section| section.id == place).expect("a section");
    for index in 0..at {
        talk.see_topic(index);
        page.button(&say("topic.next")).click();
    }
    talk.see_topic(at);
    page.button(&say("held.open")).click();
    tour.look("topic-held");
    for index in at..talk.notice.sections.len() {
        talk.see_topic(index);
        let last = index + 1 == talk.notice.sections.len();
        page.button(&say(if last { "topic.to_answers" } else { "topic.next" })).click();
    }
    for index in 0..talk.notice.items.len() {
        talk.see_item(index);
        let item = &talk.notice.items[index];
        if !item.withholdable || item.written {
            tour.look(&format!("item-marked-{}", index + 1));
        }
        talk.next_item(index);
    }
    tour.end();
}

/// The group's words as the tablet has them, once it has met this notice.
fn merged(page: &Page, notice: &Notice) -> Organization {
    let app = Talk::here(page, "nattoku-app", crate::words::explanation());
    page.wait_for("the group's words", || crate::templates::organization(&app).missing(notice).is_empty());
    crate::templates::organization(&app)
}
