//! The walk through a meeting's gathering: the choice, the tablet on its way, the place where everything comes together,
//! and one person's result.

use std::rc::Rc;

use nattoku::domain::checklist::{Checklist, Mark};
use nattoku::domain::notice::{Organization, PlaceholderValue};
use serde_json::json;

use super::Tour;
use crate::gather::{PEOPLE, all_done, choose, code, files_of, give, sheet, type_code};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{GROUP, say, say_with};

/// Every screen of it, on a tablet and, where it differs, on a telephone.
pub fn gathering(page: &Page) {
    let list = Rc::new(Checklist::salon());
    let meeting = Meeting::at_home(page);
    page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(GROUP)]);
    meeting.open_door();
    meeting.to_ways();
    let tour = Tour::begin(page, "nattoku-app");
    tour.look("gather-ways");
    choose(page, "together");
    meeting.see_part(0);
    meeting.mark(0, Mark::Done);
    page.button(&say("back")).click();
    choose(page, "round");
    page.see(&say("gather.whose"));
    tour.look("gather-ways-whose");
    page.button(&say("gather.whose_group")).click();
    meeting.see(&say("gather.between"));
    page.button(&say("gather.mine")).state();
    tour.look("gather-between");
    page.button(&say("gather.mine")).click();
    meeting.see_part(0);
    tour.look("gather-turn");
    tour.look_narrow("gather-turn");
    (1..meeting.list.lists.len()).for_each(|part| meeting.next_part(part));
    tour.look("gather-turn-last");
    page.button(&say("gather.answered")).click();
    meeting.see(&say("gather.between"));
    all_done(page);
    meeting.see(&say("gather.title"));
    tour.look("gather-round");
    let letters = code(&list, "phone-1", &PEOPLE[1]);
    page.fill(
        &say("gather.code_label"),
        &letters.replace(&letters[6..7], if &letters[6..7] == "7" { "K" } else { "7" }),
    );
    tour.look("gather-round-slip");
    type_code(page, &letters);
    page.see(&say_with("gather.took", &[("n", "1")]));
    tour.look("gather-round-taken");

    let mut group = Organization::default();
    let name = PlaceholderValue { plain: "となりの会".into(), ..PlaceholderValue::default() };
    group.values.insert("organization".into(), name);
    let theirs = files_of(vec![sheet(&list, "phone-2", &PEOPLE[2])], group);
    let newer = files_of(
        vec![sheet(&crate::gather::other_version(), "phone-3", &PEOPLE[3])],
        Organization::default(),
    );
    let all = [
        ("neighbour.json", theirs),
        ("newer.json", newer),
        ("broken-and-with-a-rather-long-name.json", "{".into()),
    ];
    give(&meeting, &all.map(|(name, text)| (name.to_owned(), text)));
    page.see(&say_with("gather.other_group", &[("group", "となりの会")]));
    page.see(&say("gather.fit"));
    tour.look("gather-round-files");
    tour.end();
}

/// One person's result for the tablet of a meeting, in somebody else's page.
pub fn handed_over(page: &Page) {
    page.open("fixtures/meeting/index.html");
    let phone = Meeting::here(page, "nattoku-checklist");
    phone.see_opening();
    let tour = Tour::begin(page, "nattoku-checklist");
    phone.to_ways();
    tour.look("meeting-ways");
    choose(page, "alone");
    phone.see_part(0);
    (1..phone.list.lists.len()).for_each(|part| phone.next_part(part));
    page.button(&say("gather.answered")).click();
    phone.see(&say("check.done"));
    page.button(&say("check.again")).state();
    tour.look("hand-over");
    page.button(&say("hand.spell")).click();
    tour.look("hand-over-spelt");
    tour.end();
}

/// What somebody alone sees of a check that is no meeting: the result as things stand, and what it is taken along as.
pub fn alone(page: &Page) {
    page.open("fixtures/meeting/index.html");
    page.exec(
        "document.querySelector('nattoku-checklist').replaceWith(document.createElement('nattoku-checklist'))",
        &[],
    );
    let meeting = Meeting::here(page, "nattoku-checklist");
    meeting.see_opening();
    let tour = Tour::begin(page, "nattoku-checklist");
    meeting.start();
    meeting.see_part(0);
    meeting.mark(0, Mark::Done);
    meeting.mark(1, Mark::NotYet);
    meeting.walk_to_result();
    tour.look("alone-result");
    meeting.inside("root.querySelectorAll('.topic-card details').forEach((fold) => { fold.open = true; })");
    tour.look("alone-result-unfolded");
    meeting.finish();
    page.button(&say("hand.title")).click();
    page.button(&say("check.again")).state();
    tour.look("alone-closing");
    tour.end();
}
