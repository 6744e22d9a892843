//! What the papers say, as a person would read them: the copy of a record, the notice for a wall, the form.

mod history;
mod read;

use crate::architecture::{Source, sources};
use crate::session::{SHOWN, walks};
use expect_test::expect;
use nattoku::domain::{
    consent::{
        Answer, Consent, ConsentEvent, EventKind, Family, FollowUp, FollowUpKind, ItemAnswer, Received,
        Representative, Respondent, Role, Wish,
    },
    digest,
    notice::{LineKind, NoticeSnapshot, line_kind},
    paper::{Amount, Block, Paper, PaperKind, Phrases, TextForm, copy, form, poster, slip, to_text},
    session::Route,
    text::{Reading, Wording, has_bare_kanji, is_kanji, parse},
    time::Timestamp,
};
use proptest::prelude::*;

thread_local! {
    static FILES: Vec<Source> = sources("src/presets/wording");
}

/// The phrase of the data files, or its key: that every phrase is written is what `wording` tests.
fn phrase(key: &str, wording: Wording) -> String {
    FILES.with(|files| {
        let mut lines = files.iter().flat_map(|file| file.text.lines());
        let line = lines.find(|line| line.split('\t').next() == Some(key)).unwrap_or_default();
        line.split('\t').nth(wording as usize + 1).unwrap_or(key).to_owned()
    })
}

fn with_words<T>(wording: Wording, make: impl FnOnce(&Phrases) -> T) -> T {
    make(&Phrases { wording, find: &|key| phrase(key, wording) })
}

fn notice() -> NoticeSnapshot {
    SHOWN.with(Clone::clone)
}

fn record(route: Route) -> Consent {
    let (_, walk) = walks().into_iter().find(|(way, _)| *way == route).expect("a walk for each way");
    walk.finish("1")
}

fn copy_in(wording: Wording, route: Route, amount: Amount) -> Paper {
    with_words(wording, |phrases| copy(&record(route), &[notice()], amount, phrases)).expect("a record")
}

/// Every text of a paper, in notation.
fn texts(paper: &Paper) -> Vec<String> {
    let mut out = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Title(text)
            | Block::Lead(text)
            | Block::Heading(text)
            | Block::Subheading(text)
            | Block::Line(text)
            | Block::Bullet(text)
            | Block::Numbered(_, text)
            | Block::Blank(text) => out.push(text.clone()),
            Block::Titles(titles) => out.extend(titles.clone()),
            Block::Answer { short, asked, said, before } => {
                out.extend([short, asked, said].into_iter().chain(before).cloned())
            }
            Block::Fact { label, said } => out.extend([label].into_iter().chain(said).cloned()),
            Block::Ink { label, .. } => out.push(label.clone()),
            Block::Number { label, digits } => out.extend([label, digits].map(String::clone)),
            Block::Choice { asked, options } => out.extend([asked].into_iter().chain(options).cloned()),
        }
    }
    out
}

#[test]
fn every_answer_and_every_silence_is_on_every_copy() {
    let notice = notice();
    for route in Route::ALL {
        for wording in [Wording::Plain, Wording::Easy, Wording::English] {
            for amount in [Amount::Short, Amount::Full] {
                let paper = copy_in(wording, route, amount);
                let event = &record(route).events[0];
                for item in &notice.items {
                    let answer =
                        event.answers.iter().find(|given| given.item == item.id).map(|given| given.answer);
                    let expected = with_words(wording, |phrases| phrases.answer(answer));
                    let there = paper.blocks.iter().any(|block| {
                        matches!(block, Block::Answer { asked, said, .. }
                            if *asked == item.title.say(wording) && *said == expected)
                    });
                    assert!(there, "{}: {expected} in {wording:?}", item.id);
                }
                let ink = paper.blocks.iter().any(|block| matches!(block, Block::Ink { .. }));
                assert_eq!(ink, route == Route::Sign, "a drawing only where one was made");
            }
        }
    }
}

#[test]
fn a_full_copy_holds_every_line_and_a_short_one_every_title() {
    let notice = notice();
    for (reading, wording) in [(Reading::Plain, Wording::Plain), (Reading::Easy, Wording::Easy)] {
        let [short, full] =
            [Amount::Short, Amount::Full].map(|amount| texts(&copy_in(wording, Route::Typed, amount)));
        for section in &notice.sections {
            assert!(short.contains(&section.title.say(wording).to_owned()), "{}", section.id);
            for line in section.lines(reading) {
                let (LineKind::Paragraph(said) | LineKind::Bullet(said) | LineKind::Numbered(_, said)) =
                    line_kind(line);
                assert!(full.iter().any(|text| text == said), "{line}");
            }
        }
        assert!(short.len() < full.len());
    }
}

/// The record of a typed name, with one more event that changes it.
fn changed(kind: EventKind, change: impl FnOnce(&mut ConsentEvent)) -> Consent {
    let mut consent = record(Route::Typed);
    let mut event = ConsentEvent {
        id: "event-2".into(),
        kind,
        explained: None,
        received: Some(Received { by: "見本 太郎".into(), place: "見本市民館".into() }),
        acknowledgements: vec![],
        unanswered: vec![],
        ..consent.events[0].clone()
    };
    change(&mut event);
    consent.append(event);
    consent
}

#[test]
fn the_slip_says_what_changed_from_when_who_received_it_and_what_follows() {
    let consent = changed(EventKind::Withdrawn, |event| {
        event.answers = vec![ItemAnswer { item: "purpose.contact".into(), answer: Answer::Withheld }];
        event.follow_ups = vec![FollowUp {
            item: "purpose.contact".into(),
            kind: FollowUpKind::Undo,
            text: "連絡先の控えを、{台帳|だいちょう}から消します。".into(),
        }];
    });
    let paper = with_words(Wording::Plain, |phrases| slip(&consent, &[notice()], phrases));
    let text = to_text(&paper.expect("a change"), TextForm::Written);
    let (head, _) = text.split_once("\n\nいつでも").expect("what is needed later");
    expect![[r#"
        お返事を取り消した控え
        この紙には、あなたの情報が入っています。大切にしまってください。
        お名前：山田　花子(やまだ　はなこ)
        お返事の日時：2026年(令和8年)11月20日(金) 午後2時22分
        控えの番号：7678 7290 9390 3508

        変えたお返事
        連絡：お休みや日程の連絡に、連絡先を使ってもよいですか：いいえ：前のお返事は「はい」
        上の日時から、変えたお返事のとおりに扱います。

        これからすること
        ・連絡先の控えを、台帳から消します。

        お返事の方法
        名前を書いてのお返事
        打ったお名前：山田　花子
        お名前といっしょに記した文：上の返事でまちがいありません。
        受け付けた人：見本　太郎
        受け付けた場所：見本市民館"#]]
    .assert_eq(head);
    assert!(text.contains(&digest::spoken(consent.events[1].digest.as_deref().expect("sealed"))));

    let whole = with_words(Wording::Plain, |phrases| copy(&consent, &[notice()], Amount::Short, phrases));
    let whole = to_text(&whole.expect("a record"), TextForm::Written);
    assert!(
        whole.contains("連絡先を使ってもよいですか：いいえ"),
        "the whole copy says what holds now: {whole}"
    );
    let first = record(Route::Typed);
    assert_eq!(with_words(Wording::Plain, |phrases| slip(&first, &[notice()], phrases)), None);
}

#[test]
fn who_answered_beside_or_for_the_person_is_on_the_copy() {
    let said = |respondent: Respondent| {
        let mut consent = record(Route::Paper);
        consent.events[0].respondent = Some(respondent);
        consent.events[0].accommodations = vec!["braille".into(), "slowly".into(), "of_tomorrow".into()];
        let paper = with_words(Wording::Plain, |phrases| copy(&consent, &[notice()], Amount::Full, phrases));
        to_text(&paper.expect("a record"), TextForm::Written)
    };
    let family = Family { name: "山田 一郎".into(), relation: "長男".into(), agrees: Some(false) };
    let beside = said(Respondent::new(Role::WithFamily, None, Some(family), None, None).expect("whole"));
    for line in [
        "いっしょに聞いたご家族：山田　一郎(長男)",
        "ご家族のお返事：いいえ",
        "説明のくふう：点字、ゆっくり話す、of_tomorrow",
        "用紙の日付：2026年(令和8年)11月19日(木)",
        "用紙をしまった所：鍵のかかる書類棚",
        "用紙をしまった人：見本　太郎",
    ] {
        assert!(beside.lines().any(|there| there == line), "{line} is not in {beside}");
    }
    let one = Representative {
        kind: "adult_guardian".into(),
        name: "見本 次郎".into(),
        relation: "成年後見人".into(),
        authority: "登記事項証明書".into(),
        mandate_dated: Some("2026-10-01".into()),
    };
    let wish = Wish { shown: vec!["nod".into()], words: "うん".into() };
    let instead =
        said(Respondent::new(Role::Representative, None, None, Some(one), Some(wish)).expect("whole"));
    for line in [
        "代わりにお返事した人：見本　次郎(成年後見人)",
        "その人の立場：成年後見人",
        "確かめた書類：登記事項証明書(2026年(令和8年)10月1日(木))",
        "ご本人の気持ち：うなずいた、首を振った(うん)",
    ] {
        assert!(instead.lines().any(|there| there == line), "{line} is not in {instead}");
    }
}

#[test]
fn a_record_without_its_text_still_shows_its_answers() {
    let consent = record(Route::Typed);
    let paper =
        with_words(Wording::Plain, |phrases| copy(&consent, &[], Amount::Full, phrases)).expect("a record");
    let answers = paper.blocks.iter().filter(|block| matches!(block, Block::Answer { .. })).count();
    let event = &consent.events[0];
    assert_eq!(answers, event.answers.len() + event.unanswered.len() + event.acknowledgements.len());
}

#[test]
fn nothing_happened_and_nothing_is_printed() {
    let nobody = Consent { events: vec![], ..record(Route::Typed) };
    assert_eq!(
        with_words(Wording::Plain, |phrases| copy(&nobody, &[notice()], Amount::Short, phrases)),
        None
    );
}

#[test]
fn a_name_of_braces_stays_a_name() {
    let mut consent = record(Route::Typed);
    consent.subject.name = "{山田|{{contact}}".into();
    let paper = with_words(Wording::Plain, |phrases| copy(&consent, &[notice()], Amount::Short, phrases));
    let text = to_text(&paper.expect("a record"), TextForm::Written);
    assert!(text.contains("｛山田｜｛｛contact｝｝"), "{text}");
}

#[test]
fn the_notice_alone_is_every_line_and_the_form_every_question() {
    let notice = notice();
    let wall = with_words(Wording::Easy, |phrases| poster(&notice, phrases));
    let lines: usize = notice.sections.iter().map(|section| section.easy.len() + 1).sum();
    assert_eq!(
        (wall.kind, wall.blocks.len()),
        (PaperKind::Poster, lines + 2),
        "with its title and its number"
    );
    for text in texts(&wall) {
        assert!(!has_bare_kanji(&parse(&text).expect("notation")), "{text}");
    }
    let kana = to_text(&wall, TextForm::Kana);
    assert!(!kana.contains(is_kanji) && !kana.contains(['{', '|', '}']), "{kana}");
    assert!(kana.contains("あなたの じょうほうは、"), "the spaces between phrases stay");

    let sheet = with_words(Wording::Plain, |phrases| form(&notice, phrases));
    let choices: Vec<_> = sheet
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Choice { asked, options } => Some((asked.as_str(), options.len())),
            _ => None,
        })
        .collect();
    let asked = notice.items.iter().map(|item| (item.title.plain.as_str(), Answer::ALL.len()));
    let heard = notice.acknowledgements.iter().map(|heard| (heard.title.plain.as_str(), 2));
    assert_eq!(choices, asked.chain(heard).collect::<Vec<_>>());
}

proptest! {
    #[test]
    fn every_day_since_1873_has_an_era_and_can_be_read(
        // 1873-01-01 to 9999-12-31, in Japan.
        seconds in -3_061_011_600_i64..253_402_268_399,
    ) {
        let at = Timestamp::from_epoch_ms(seconds * 1000, 540);
        let era = at.era().expect("an era");
        prop_assert!(era.year >= 1);
        let year: i32 = at.date()[..4].parse().expect("a year");
        let first = year - era.year + 1;
        prop_assert!([1868, 1912, 1926, 1989, 2019].contains(&first), "{era} begins in {first}");
        let easy = parse(&at.to_easy_japanese()).expect("notation");
        prop_assert!(!has_bare_kanji(&easy));
        let expected = format!("{year}年({era})");
        prop_assert!(at.to_japanese().starts_with(&expected));
    }
}
