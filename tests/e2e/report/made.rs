//! Meetings of other days, made by the library itself: what a group brings to its next meeting.

use std::rc::Rc;

use nattoku::domain::checklist::*;
use nattoku::domain::day::Day;
use nattoku::domain::export::Document;
use nattoku::domain::notice::{Notice, Organization, PlaceholderValue};
use nattoku::domain::text::Wording;
use nattoku::domain::time::Timestamp;

/// The group whose meetings these are.
pub const GROUP: &str = "見本サロン";
/// What is overdue since the latest meeting, what is not due for long, and what was done.
pub const DEEDS: [&str; 3] = ["鍵のかかる箱を買う", "名簿を作り直す", "顔ぶれを紙に書く"];
/// The rules of the latest meeting.
pub const RULES: [&str; 2] = ["名簿は棚に戻す", "コピーは二人で確かめる"];
/// What the latest meeting agreed for an emergency.
pub const AGREED: &str = "代表。いないときは会計の係";
/// What single people wrote, which no report may hold.
pub const NOTE: &str = "一人だけのひとこと";
/// An item of the list of the latest meeting that is not asked any more.
pub const GONE: &str = "前は聞いていた項目です。";

/// The three marks as one letter each: `o`, `t`, `x`; anything else is no mark.
pub fn mark(letter: char) -> Option<Mark> {
    match letter {
        'o' => Some(Mark::Done),
        't' => Some(Mark::Trying),
        'x' => Some(Mark::NotYet),
        _ => None,
    }
}

fn at(time: &str) -> Timestamp {
    Timestamp::parse(time).expect("a time")
}

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The list as it was asked at the latest meeting: of another version, with an item that went and one that came.
fn older_list() -> Rc<Checklist> {
    let mut list = Checklist::salon();
    list.version = "0.9".into();
    let share = list.lists.last_mut().expect("a part");
    let last = share.items.last_mut().expect("an item");
    last.id = "share.9".into();
    last.text.plain = GONE.into();
    Rc::new(list)
}

/// A meeting at which the tablet went round; a word of letters a person, in the order of the list.
pub fn round(list: &Rc<Checklist>, time: &str, people: &[&str]) -> Rc<CheckSession> {
    let mut session = Rc::new(CheckSession::of_meeting(list.clone(), at(time)));
    session = reduce(session, CheckAction::Gather(GatherAction::Way(Way::PassedRound)));
    for (n, letters) in people.iter().enumerate() {
        for ((_, item), letter) in list.items().zip(letters.chars()) {
            if let Some(mark) = mark(letter) {
                session = reduce(session, CheckAction::Mark { item: item.id.clone(), mark });
            }
        }
        let first = list.items().next().expect("an item").1.id.clone();
        session = reduce(session, CheckAction::Note { item: first, text: format!("{NOTE}{n}") });
        session = reduce(session, CheckAction::Gather(GatherAction::HandOver { id: format!("{time}-{n}") }));
        session = reduce(session, CheckAction::Gather(GatherAction::TakeUp));
    }
    session
}

pub fn talk(session: Rc<CheckSession>, actions: Vec<TalkAction>) -> Rc<CheckSession> {
    actions.into_iter().fold(session, |session, action| reduce(session, CheckAction::Talk(action)))
}

/// What is decided to be done: id, item, words, role, day.
pub fn plan(id: &str, item: Option<&str>, text: &str, role: &str, due: Option<&str>) -> Vec<TalkAction> {
    let id = || id.to_owned();
    vec![
        TalkAction::Plan { id: id(), item: item.map(Into::into) },
        TalkAction::What { id: id(), text: text.into() },
        TalkAction::Role { id: id(), text: role.into() },
        TalkAction::Due { id: id(), day: due.map(day) },
    ]
}

pub fn finish(session: Rc<CheckSession>, id: &str, time: &str) -> ChecklistRun {
    let done = reduce(session, CheckAction::Finish { at: at(time), id: id.into() });
    let run = done.to_run(Wording::Plain).expect("a finished run");
    run.check().expect("a run that holds together");
    run
}

/// A file of a group with these runs.
pub fn document(group: &str, runs: Vec<ChecklistRun>) -> String {
    let mut organization = Organization::new(&Notice::salon());
    let name = PlaceholderValue::name(group, "みほんさろん");
    organization.values.insert("organization".into(), name);
    let mut document = Document::new(at("2020-06-01T10:00:00+09:00"), organization);
    document.checklist_runs = runs;
    document.to_json()
}

/// Three meetings: one sheet; three people counted; five people counted, on another version of the list, with actions.
pub fn three_meetings() -> Vec<ChecklistRun> {
    let salon = Rc::new(Checklist::salon());
    let mut first = Rc::new(CheckSession::of_meeting(salon.clone(), at("2019-05-20T10:00:00+09:00")));
    for (_, item) in salon.items() {
        first = reduce(first, CheckAction::Mark { item: item.id.clone(), mark: Mark::NotYet });
    }
    let first = finish(first, "run-2019-05", "2019-05-20T10:30:00+09:00");
    let people = ["xxottttoxo", "xtottttoxo", "oxottttoxo"];
    let second = round(&salon, "2019-11-20T10:00:00+09:00", &people);
    let second = finish(second, "run-2019-11", "2019-11-20T10:30:00+09:00");
    vec![first, second, latest("run-2020-05", "2020-05-20T10:30:00+09:00")]
}

/// The latest meeting, under this id and time.
pub fn latest(id: &str, time: &str) -> ChecklistRun {
    // Item 1 splits, item 2 is × for all, item 3 ○ for all, item 4 nobody answered.
    let people = ["xxo.oooooo", "oxo.oooooo", "oxo.oooooo", "txo.oooooo", "xxo.oooooo"];
    let session = round(&older_list(), "2020-05-20T10:00:00+09:00", &people);
    let mut actions = plan("a1", Some("manage.1"), DEEDS[0], "会計の係", Some("2020-06-30"));
    actions.extend(plan("a2", None, DEEDS[1], "書記の係", Some("2099-12-31")));
    actions.extend(plan("a3", Some("share.1"), DEEDS[2], "", None));
    actions.push(TalkAction::Done { id: "a3".into(), day: day("2020-05-20") });
    actions.push(TalkAction::People(Some(7)));
    let mut session = talk(session, actions);
    for rule in RULES {
        session = reduce(session, CheckAction::AddRule { text: rule.into(), item: Some("manage.1".into()) });
    }
    let question = "emergency.decide".to_owned();
    session = reduce(session, CheckAction::Emergency { question, text: AGREED.into() });
    finish(session, id, time)
}

/// What a report of an ordinary meeting holds.
pub struct Ordinary {
    /// The run.
    pub run: ChecklistRun,
    /// Everything that was typed and must be on the page, each in one piece.
    pub typed: Vec<String>,
}

/// Eight people, three topics talked about, five rules, five actions, four answers, a next check and a committee: what
/// must fit on one page. `times` makes everything that was typed so many times as long.
pub fn ordinary(times: usize) -> Ordinary {
    let salon = Rc::new(Checklist::salon());
    let people = [
        "oxtooxooto",
        "oxtooxooto",
        "txxoottoto",
        "oxxooxoott",
        "oxtotxoott",
        "ooxoooxoxt",
        "oxooooxoxo",
        "oxoo.oxoxo",
    ];
    let mut session = round(&salon, "2021-05-20T10:00:00+09:00", &people);
    let long = |text: &str| text.repeat(times);
    let mut typed = Vec::new();
    let mut keep = |text: String| {
        typed.push(text.clone());
        text
    };
    let said = [
        (
            "collect.3",
            "急ぐときにだれへ知らせるか、人によって思っていることが違っていた。次の集まりで紙に書いて貼る。",
        ),
        ("manage.2", "紙を家に持って帰る人がいる。袋を用意して、会場の棚に置いて帰れるようにしたい。"),
        ("manage.3", "裁つ道具がない。役所に借りられるか聞いてみることにした。"),
    ];
    let mut actions: Vec<TalkAction> = said
        .iter()
        .map(|(item, text)| TalkAction::Said { item: (*item).into(), text: keep(long(text)) })
        .collect();
    let plans = [
        ("p1", Some("manage.1"), "鍵のかかる箱を買って、会場の棚に置く。", "会計の係", Some("2021-06-30")),
        (
            "p2",
            Some("collect.3"),
            "急ぐときの連絡先を紙に書いて、電話のそばに貼る。",
            "書記の係",
            Some("2021-07-31"),
        ),
        ("p3", Some("manage.3"), "裁つ道具を役所から借りられるか聞く。", "代表", Some("2021-06-10")),
        ("p4", None, "新しく来た人にも説明する日を決める。", "受付の係", Some("2021-09-30")),
        ("p5", Some("share.1"), "情報を分け合う顔ぶれを、会報でみんなに知らせる。", "会報の係", None),
    ];
    for (id, item, text, role, due) in plans {
        actions.extend(plan(id, item, &keep(long(text)), role, due));
    }
    actions.push(TalkAction::Done { id: "p3".into(), day: day("2021-05-21") });
    actions.push(TalkAction::People(Some(11)));
    actions.push(TalkAction::Next(Some(day("2021-11-20"))));
    actions.push(TalkAction::Report { to: "運営委員会".into(), day: Some(day("2021-06-01")) });
    session = talk(session, actions);
    for rule in [
        "名簿は会場の棚から出さない。",
        "紙は帰りに鍵のかかる箱に入れる。",
        "コピーは代表に聞いてから、要る分だけにする。",
        "写真を載せる前に、写っている人に聞く。",
        "会で聞いた話は、会の外でしない。",
    ] {
        session =
            reduce(session, CheckAction::AddRule { text: keep(long(rule)), item: Some("manage.1".into()) });
    }
    for (question, answer) in salon.emergency.questions.iter().zip([
        "代表が決める。代表がいないときは会計の係。",
        "救急に電話し、そのあと家族と高齢者の相談センターに知らせる。",
        "名前と、今のようす、飲んでいる薬がわかればそれも。",
        "翌日までに、代表がみんなに話す。",
    ]) {
        session = reduce(
            session,
            CheckAction::Emergency { question: question.id.clone(), text: keep(long(answer)) },
        );
    }
    Ordinary { run: finish(session, "0a1b2c3d-ordinary", "2021-05-20T10:30:00+09:00"), typed }
}
