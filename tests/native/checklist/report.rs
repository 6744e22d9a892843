//! What goes to the committee and into the calendar: complete, opened right by other programs, and nobody in it.

use std::rc::Rc;

use nattoku::domain::calendar::{Reminder, calendar};
use nattoku::domain::checklist::report::csv;
use nattoku::domain::checklist::*;
use nattoku::domain::text::Wording;
use proptest::prelude::*;

use super::talk::{day, decided, finish, talk};
use super::{END, START, at, salon};

const WORDS: ReportWords<'static> = ReportWords {
    list: "リスト",
    day: "日",
    people: "人数",
    respondents: "答えた数",
    next: "次回",
    reported: "報告先",
    number: "番号",
    item: "項目",
    done: "○",
    trying: "△",
    not_yet: "×",
    unmarked: "答えなし",
    agreement: "答え方",
    agreements: ["分かれた", "みんな×", "みんな△", "みんな○", "答えなし"],
    said: "話したこと",
    rules: "決まり",
    actions: "すること",
    role: "係",
    due: "いつまで",
    state: "ようす",
    states: ["過ぎた", "これから", "済み"],
    done_on: "済んだ日",
};

/// Three people passed the tablet round and wrote notes; the group decided things.
fn three_people() -> ChecklistRun {
    let mut session = Rc::new(CheckSession::new(salon(), at(START)));
    session = reduce(session, CheckAction::Gather(GatherAction::Way(Way::PassedRound)));
    let marks = [Mark::Done, Mark::NotYet, Mark::NotYet];
    for (n, mark) in marks.into_iter().enumerate() {
        for (item, mark) in [("manage.1", mark), ("share.2", Mark::NotYet), ("collect.1", Mark::Done)] {
            session = reduce(session, CheckAction::Mark { item: item.into(), mark });
        }
        session =
            reduce(session, CheckAction::Note { item: "manage.1".into(), text: format!("一人の話{n}") });
        session = reduce(session, CheckAction::Gather(GatherAction::HandOver { id: format!("s{n}") }));
        session = reduce(session, CheckAction::Gather(GatherAction::TakeUp));
    }
    session = talk(session, &[TalkAction::Follow(Rc::new(decided()))]);
    session = talk(
        session,
        &[
            TalkAction::Said {
                item: "manage.1".into(), text: "鍵が\n一つ, しかない \"いま\"".into()
            },
            TalkAction::People(Some(5)),
            TalkAction::Next(Some(day("2027-05-31"))),
            TalkAction::Report { to: "=運営委員会".into(), day: Some(day("2026-12-01")) },
        ],
    );
    session = reduce(session, CheckAction::AddRule { text: "-鍵は二人で".into(), item: None });
    finish(session, "run-2", END)
}

#[test]
fn the_report_says_what_the_group_found_and_nobody_is_in_it() {
    let run = three_people();
    let report = Report::of(&run, day("2027-01-01"));
    let order: Vec<_> = report.items.iter().map(|item| (item.number, item.agreement)).take(4).collect();
    assert_eq!(
        order,
        [
            (5, Agreement::Split),
            (10, Agreement::AllNotYet),
            (1, Agreement::AllDone),
            (2, Agreement::Unanswered)
        ]
    );
    assert_eq!(report.to_talk_about().count(), 1);
    assert_eq!(report.items.len(), 10);
    assert_eq!((report.respondents, report.people, report.all.total()), (3, Some(5), 30));
    let stand: Vec<_> = report.actions.iter().map(|(entry, how)| (entry.id.as_str(), *how)).collect();
    assert_eq!(stand, [("a1", Standing::Overdue), ("a2", Standing::Open)]);
    // The same page whether the file has marks or counts only, and no note of a single person on it.
    let said = format!("{report:?}{}", csv(&report.rows(&WORDS)));
    assert!(!said.contains("一人の話") && !said.contains("respondent: "));
    assert!(run.notes[0].text.contains("一人の話"));
}

#[test]
fn the_table_opens_right_in_a_spreadsheet() {
    let report = Report::of(&three_people(), day("2027-01-01"));
    let text = csv(&report.rows(&WORDS));
    expect_test::expect![[r#"
        リスト,個人情報の○△×チェック,salon 1.0,,,,,
        日,2026-11-20,,,,,,
        人数,5,,,,,,
        答えた数,3,,,,,,
        次回,2027-05-31,,,,,,
        報告先,"'=運営委員会",2026-12-01,,,,,
        ,,,,,,,
        番号,項目,○,△,×,答えなし,答え方,話したこと
        5,しまう場所をはじめ、扱うときの決まりを作っています。,1,0,2,0,分かれた,"鍵が
        一つ, しかない ""いま"""
        10,本人や家族が困ったり損をしたりすると分かっていることは、分け合わないことにしています。,0,0,3,0,みんな×,
        1,お聞きするのは、活動と見守りに欠かせないことだけにしています。,3,0,0,0,みんな○,
        2,使いみち、守り方、使う範囲を、聞く前に本人へ説明しています。必要なときは、高齢者の相談センターに伝えることも話しています。そのうえで、本人の「はい」をもらっています。,0,0,0,3,答えなし,
        3,命や体、財産が危なく、急いでいて本人に聞くのが難しいときは、先にほかの人へ伝えることがあります。そのことを説明し、分かってもらえたかを確かめています。,0,0,0,3,答えなし,
        4,よく話しても「はい」にならないときは、その気持ちを大切にしています。,0,0,0,3,答えなし,
        6,個人情報の入った紙や機器は、よそへ持って出ないことにしています。,0,0,0,3,答えなし,
        7,用がすんだ紙はシュレッダーなどで細かく裁ち、電子の記録は元に戻せないように消しています。,0,0,0,3,答えなし,
        8,コピーは、ほんとうに要る分だけにしています。,0,0,0,3,答えなし,
        9,だれと情報を分け合うかを前もって決め、本人にも話しています。,0,0,0,3,答えなし,
        ,,,,,,,
        番号,決まり,日,,,,,
        5,名簿は棚に戻す,2026-11-20,,,,,
        ,"'-鍵は二人で",2026-11-20,,,,,
        ,,,,,,,
        番号,すること,係,いつまで,ようす,済んだ日,,
        5,鍵のかかる箱を買う,会計の係,2026-12-20,過ぎた,,,
        ,名簿を作り直す,,2027-06-01,これから,,,
    "#]]
    .assert_eq(&text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"));
    assert!(text.starts_with('\u{FEFF}') && text.ends_with("\r\n"));
    // Another program reads the same cells, as many in every row.
    let mut reader = csv_reader(&text);
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let written = report.rows(&WORDS);
    assert_eq!(rows.len(), written.len());
    for (row, written) in rows.iter().zip(&written) {
        assert_eq!(row.len(), 8);
        for (cell, written) in row.iter().zip(written) {
            assert!(cell == written || *cell == format!("'{written}"), "{cell:?} {written:?}");
        }
    }
}

fn csv_reader(text: &str) -> csv::Reader<&[u8]> {
    let text = text.strip_prefix('\u{FEFF}').unwrap();
    csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(text.as_bytes())
}

#[test]
fn nothing_typed_is_calculated_by_a_spreadsheet() {
    let typed = [
        "=1+1", "+81 3", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "　＝1", "＋1", "－1", "＠x", "%0A=1",
        "|cmd",
    ];
    for typed in typed {
        let text = csv(&[vec!["a".into(), typed.into()]]);
        let record = csv_reader(&text).records().next().unwrap().unwrap();
        assert_eq!(&record[1], &format!("'{typed}"));
    }
    for harmless in ["1-2", "a=b", "", "名前", "(=1)"] {
        let text = csv(&[vec!["a".into(), harmless.into()]]);
        assert_eq!(&csv_reader(&text).records().next().unwrap().unwrap()[1], harmless);
    }
    assert_eq!(csv(&[]), "\u{FEFF}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_read_back_by_another_program(
        rows in proptest::collection::vec(proptest::collection::vec("\\PC{0,8}|[=,\"\r\n a]{0,6}", 1..5), 1..6)
    ) {
        let width = rows.iter().map(Vec::len).max().unwrap();
        let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row.insert(0, "x".into()); row }).collect();
        let text = csv(&rows);
        let read: Vec<_> = csv_reader(&text).into_records().map(|row| row.unwrap()).collect();
        prop_assert_eq!(read.len(), rows.len());
        for (read, row) in read.iter().zip(&rows) {
            prop_assert_eq!(read.len(), width + 1);
            for (cell, written) in read.iter().zip(row) {
                prop_assert!(cell == written || cell == format!("'{written}"), "{:?} {:?}", cell, written);
                let first = cell.trim_start().chars().next();
                prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@')), "{:?}", cell);
            }
        }
    }
}

/// The events of a calendar as another program reads them: (name, value) by event, alarms inside as `alarm.…`.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    let mut parser = ical::IcalParser::new(text.as_bytes());
    let calendar = parser.next().unwrap().unwrap();
    assert!(parser.next().is_none());
    let version = calendar.properties.iter().find(|property| property.name == "VERSION").unwrap();
    assert_eq!(version.value.as_deref(), Some("2.0"));
    let named = |properties: &[ical::property::Property], before: &str| -> Vec<(String, String)> {
        let of = |property: &ical::property::Property| {
            (format!("{before}{}", property.name), property.value.clone().unwrap_or_default())
        };
        properties.iter().map(of).collect()
    };
    let of = |event: &ical::parser::ical::component::IcalEvent| {
        assert_eq!(event.alarms.len(), 1);
        [named(&event.properties, ""), named(&event.alarms[0].properties, "alarm.")].concat()
    };
    calendar.events.iter().map(of).collect()
}

/// A text value as RFC 5545 says it is read.
fn unescaped(value: &str) -> String {
    let (mut out, mut chars) = (String::new(), value.chars());
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(c)) => out.push(c),
            (c, _) => out.push(c),
        }
    }
    out
}

fn field<'a>(event: &'a [(String, String)], name: &str) -> &'a str {
    &event.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}")).1
}

#[test]
fn reminders_are_whole_days_with_an_alarm() {
    let words =
        RemindWords { next: "つぎのチェック: ", action: "決めたこと: ", role: "担当: " };
    let run = three_people();
    let reminders = run.reminders(&words);
    let text = calendar(&reminders, at("2026-11-20T10:20:00+09:00"));
    let events = events(&text);
    assert_eq!(events.len(), 3);
    let next = &events[0];
    assert_eq!(field(next, "UID"), "run-2.next@nattoku");
    assert_eq!(field(next, "DTSTAMP"), "20261120T012000Z");
    assert_eq!((field(next, "DTSTART"), field(next, "DTEND")), ("20270531", "20270601"));
    assert_eq!(field(next, "SUMMARY"), "つぎのチェック: 個人情報の○△×チェック");
    assert_eq!((field(next, "alarm.ACTION"), field(next, "alarm.TRIGGER")), ("DISPLAY", "-P6DT15H"));
    assert!(text.contains("\r\nDTSTART;VALUE=DATE:20270531\r\n"));
    assert_eq!(field(&events[1], "UID"), "a1.due@nattoku");
    assert_eq!(field(&events[1], "DESCRIPTION"), "担当: 会計の係");
    assert_eq!((field(&events[2], "DTSTART"), field(&events[2], "alarm.TRIGGER")), ("20270601", "-PT15H"));
    // Made again, it is the same file; a run that goes on with an action keeps its entry.
    assert_eq!(text, calendar(&run.reminders(&words), at("2026-11-20T10:20:00+09:00")));
    assert!(decided().reminders(&words).iter().any(|one| one.id == "a1.due"));
    assert!(calendar(&[], at(END)).contains("VCALENDAR"));
}

#[test]
fn the_next_check_comes_half_a_year_or_a_year_later() {
    for (from, every, to) in [
        ("2026-11-20", Every::HalfYear, "2027-05-20"),
        ("2026-08-31", Every::HalfYear, "2027-02-28"),
        ("2028-02-29", Every::Year, "2029-02-28"),
    ] {
        assert_eq!(every.after(day(from)), day(to));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_survive_a_calendar_and_no_line_is_too_long(
        title in "\\PC{0,60}", note in "[\\PC\r\n\t]{0,200}", id in "\\PC{1,20}", before in 0..255u8,
    ) {
        let one = Reminder { id, day: day("9999-12-31"), title, note, days_before: before };
        let text = calendar(&[one.clone(), Reminder { day: day("2026-02-28"), ..one.clone() }], at(END));
        prop_assert!(text.ends_with("\r\n"));
        for line in text.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {}", line.len(), line);
            prop_assert!(!line.contains(['\r', '\n']) && !line.is_empty());
        }
        // Unfolded by hand as the standard says, then read.
        let whole = text.replace("\r\n ", "");
        let summary = whole.lines().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
        let clean = |text: &str| text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        let seen: String = clean(&one.title).chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        prop_assert_eq!(unescaped(summary), seen);
        let uid = whole.lines().find_map(|line| line.strip_prefix("UID:")).unwrap();
        prop_assert!(uid.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.@".contains(&b)));
        let described = whole.lines().find_map(|line| line.strip_prefix("DESCRIPTION:")).map(unescaped);
        if !one.note.trim().is_empty() {
            let seen: String = clean(&one.note).chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            prop_assert_eq!(described, Some(seen));
        }
    }
}

#[test]
fn an_easy_run_reports_without_notation() {
    let session = Rc::new(CheckSession::new(salon(), at(START)));
    let done = reduce(session, CheckAction::Finish { at: at(END), id: "run-1".into() });
    let run = done.to_run(Wording::Easy).unwrap();
    let text = csv(&Report::of(&run, day("2026-11-20")).rows(&WORDS));
    assert!(!text.contains(['{', '|', '}']), "{text}");
    assert!(text.contains("情報の使い方を見直します"), "{text}");
}
