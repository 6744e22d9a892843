//! The walk through the lists of the check: choosing, reading through, what is wrong with one, writing one.

use nattoku::domain::checklist::Checklist;

use super::Tour;
use crate::harness::Page;
use crate::lists::{TITLE, broken, open, read, sound, title};
use crate::meeting::Meeting;
use crate::words::{say, say_with};

/// The screens of the group.
pub fn lists(page: &Page) {
    Meeting::at_home(page);
    let tour = Tour::begin(page, "nattoku-app");
    open(page);
    tour.look("lists");
    read(page, &title(&Checklist::salon()));
    tour.look("list-read-through");
    page.button(&say("back")).click();
    page.file_input().upload("ours.json", broken().to_string().as_bytes());
    page.see(&say_with("lists.refused", &[("file", "ours.json"), ("count", "3")]));
    tour.look("list-refused");
    page.button(&say("lists.mend")).click();
    page.see_heading(&say("lists.edit_heading"));
    tour.look("list-mend");
    page.button(&say("lists.use")).click();
    page.see(&say("list_problem.no_reading"));
    page.button(&say("lists.see_places")).click();
    tour.look("list-mend-refused");
    let part = say_with("lists.part_n", &[("n", "1")]);
    let item = say_with("lists.item_n", &[("n", "2")]);
    page.button(&format!("{item} {}", say("lists.write"))).click();
    page.button(&format!("{part} {}", say("lists.add_item"))).click();
    page.button(&format!("{} {}", say_with("lists.item_n", &[("n", "1")]), say("lists.remove"))).click();
    page.see(&say("lists.put_back"));
    tour.look("list-write-open");
    page.button(&say("back")).click();
    page.button(&say("lists.discard")).click();
    tour.look("lists-draft");
    page.button(&say("lists.discard_yes")).click();
    page.file_input().upload("ours.json", sound().to_string().as_bytes());
    page.see_heading(TITLE);
    page.button(&say("lists.use")).click();
    read(page, TITLE);
    page.button(&say("lists.take_away")).click();
    tour.look("list-take-away");
    tour.end();
}
