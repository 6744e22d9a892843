//! The checklist: its content holds what the source holds and reads easily; its runs lose nothing and score nobody.
//! Here: the sessions the rooms below share.

mod code;
mod content;
mod easy;
mod gather;
mod lists;
mod meeting;
mod own;
mod properties;
mod qr;
mod refusals;
mod report;
mod runs;
mod split;
mod talk;
mod trend;
mod turn;

use std::rc::Rc;

use nattoku::domain::{checklist::*, time::Timestamp};

/// When every session begins.
const START: &str = "2026-11-20T10:00:00+09:00";
/// When every session ends.
const END: &str = "2026-11-20T10:20:00+09:00";

fn at(time: &str) -> Timestamp {
    Timestamp::parse(time).unwrap()
}

fn salon() -> Rc<Checklist> {
    Rc::new(Checklist::salon())
}

/// Every built-in list.
fn builtin() -> Vec<Rc<Checklist>> {
    Checklist::BUILTIN.iter().map(|id| Rc::new(Checklist::builtin(id).unwrap())).collect()
}

fn marked(marks: &[(&str, Mark)]) -> Rc<CheckSession> {
    marks.iter().fold(Rc::new(CheckSession::new(salon(), at(START))), |session, (item, mark)| {
        reduce(session, CheckAction::Mark { item: (*item).into(), mark: *mark })
    })
}

fn finished() -> Rc<CheckSession> {
    let long = "長い話。".repeat(3_000);
    let actions = [
        CheckAction::Note { item: "manage.2".into(), text: long },
        CheckAction::AddRule { text: "名簿は棚に戻す".into(), item: Some("manage.1".into()) },
        CheckAction::AddRule { text: " ".into(), item: None },
        CheckAction::Emergency { question: "emergency.decide".into(), text: "代表".into() },
        CheckAction::Finish { at: at(END), id: "run-1".into() },
    ];
    actions.into_iter().fold(marked(&[("collect.1", Mark::Done), ("manage.2", Mark::NotYet)]), reduce)
}
