//! Every screen of the talk in both registers and every theme, wide and narrow: axe-core finds nothing, nothing sticks out.

use nattoku::domain::checklist::{CheckAction, Step, TalkAction, reduce};

use super::{EIGHT, begin, marked, round, take_up};
use crate::harness::Page;
use crate::meeting::plain;
use crate::tour::Tour;
use crate::words::{say, say_with};

/// From the hub to the last screen, and the hub of one sheet.
pub fn looks(page: &Page) {
    let mut session = round(&EIGHT);
    for (id, role, due) in [("a", "会計の係", "2026-06-01"), ("b", "代表", "9999-12-31")] {
        let day = nattoku::domain::day::Day::parse(due).expect("a day");
        let actions = [
            TalkAction::Plan { id: id.into(), item: Some("collect.2".into()) },
            TalkAction::What { id: id.into(), text: "鍵のかかる箱を買う".into() },
            TalkAction::Role { id: id.into(), text: role.into() },
            TalkAction::Due { id: id.into(), day: Some(day) },
        ];
        session = actions.into_iter().map(CheckAction::Talk).fold(session, reduce);
    }
    let note = CheckAction::Note { item: "manage.1".into(), text: "棚の鍵が一つしかない".into() };
    let meeting = take_up(page, &reduce(session, note));
    let tour = Tour::begin(page, "nattoku-app");
    tour.look("talk-hub");
    page.button(&say("talk.view_table")).click();
    tour.look("talk-hub-table");
    page.button(&say("talk.go_on")).click();
    meeting.see(&meeting.short(4));
    tour.look("talk-topic");
    page.button(&say("talk.points")).click();
    page.button(&say("talk.timer")).click();
    page.group(&say("talk.timer_for")).button(&say_with("talk.minutes_pun", &[("n", "10")])).click();
    page.fill(&say_with("check.rule_n", &[("n", "1")]), "名簿は棚に戻す");
    page.fill(&say("talk.what"), "棚を直す");
    page.button(&say("talk.due_month")).click();
    page.button(&say_with("check.rule_remove", &[("n", "1")])).click();
    page.see(&say("talk.removed"));
    tour.look("talk-topic-written");
    page.button(&say("talk.undo")).click();
    page.button(&say("check.back_to_result")).click();
    page.button(&say("talk.next_title")).click();
    meeting.see(&say("talk.next_title"));
    page.radio(&say("talk.when_day")).click();
    page.field(&say("talk.day")).pick("2020-01-10");
    page.fill(&say("talk.report"), "役員会");
    page.button(&format!("棚を直す {}", say("check.edit"))).click();
    tour.look("talk-next");
    page.button(&say("check.back_to_result")).click();
    page.button(&plain(&meeting.list.emergency.title)).click();
    meeting.see(&plain(&meeting.list.emergency.title));
    tour.look("talk-emergency");
    tour.look_narrow("talk-emergency-one");

    let session = reduce(marked(begin(), "oxootxooo."), CheckAction::Go(Step::Result));
    let meeting = take_up(page, &session);
    meeting.see(&say("check.result"));
    tour.look("talk-hub-one");
    tour.end();
}
