//! The notice of a care provider: the 25 kinds of information and 13 purposes of 003, what a law or a contract
//! decides, and the limits of requirements.md C-1 in both registers.

use super::lint;
use nattoku::domain::law::{Law, Topic};
use nattoku::domain::notice::{
    Acquisition, ConsentItem, ItemKind, LineKind, Notice, NoticeSnapshot, Organization, Sensitivity,
    line_kind, missing_topics,
};
use nattoku::domain::text::{Reading, Text, base_text, parse, spoken_text, strip_word_spacing};

fn notice() -> Notice {
    Notice::builtin("care_provider").unwrap()
}

/// As a person sees it: with example values, and with the defaults where there are some.
fn shown() -> [NoticeSnapshot; 2] {
    let notice = notice();
    let examples = Organization::example(&notice);
    let mut defaults = examples.clone();
    defaults
        .values
        .retain(|name, _| notice.placeholders.iter().any(|p| p.name == *name && p.default.is_none()));
    [examples, defaults].map(|organization| notice.fill(&organization).unwrap_or_else(|e| panic!("{e}")))
}

/// Every wording that is not a line of a section, with the place it comes from.
fn texts(snapshot: &NoticeSnapshot) -> Vec<(&str, &Text)> {
    let mut out = vec![("title", &snapshot.title)];
    out.extend(snapshot.sections.iter().map(|s| (s.id.as_str(), &s.title)));
    out.extend(snapshot.acknowledgements.iter().map(|a| (a.id.as_str(), &a.title)));
    out.extend(snapshot.groups.iter().flat_map(|g| [&g.title, &g.lead].map(|t| (g.id.as_str(), t))));
    out.extend(snapshot.categories.iter().flat_map(|c| [&c.name, &c.examples].map(|t| (c.id.as_str(), t))));
    for item in &snapshot.items {
        let after = item.on_withdrawal.iter().flat_map(|w| w.sentences().map(|(_, text)| text));
        let all = [&item.title, &item.short].into_iter().chain(&item.detail).chain(after);
        out.extend(all.map(|text| (item.id.as_str(), text)));
    }
    out
}

/// Every line in one register, marks of lists taken off.
fn lines(snapshot: &NoticeSnapshot, reading: Reading) -> Vec<(&str, &str)> {
    let mut out: Vec<_> = texts(snapshot).into_iter().map(|(id, text)| (id, text.get(reading))).collect();
    for section in &snapshot.sections {
        out.extend(section.lines(reading).iter().map(|line| match line_kind(line) {
            LineKind::Paragraph(rest) | LineKind::Bullet(rest) | LineKind::Numbered(_, rest) => {
                (section.id.as_str(), rest)
            }
        }));
    }
    out
}

fn ids<'a>(items: &'a [ConsentItem], wanted: &dyn Fn(&ConsentItem) -> bool) -> Vec<&'a str> {
    items.iter().filter(|item| wanted(item)).map(|item| item.id.as_str()).collect()
}

/// 003 A-3-2: each of the thirteen can be answered, and only it.
#[test]
fn the_thirteen_purposes_are_asked_one_to_one() {
    let items = notice().items;
    assert_eq!(
        ids(&items, &|i| i.group == "care"),
        [
            "purpose.daily_care",
            "purpose.family",
            "purpose.other_services",
            "purpose.care_conference",
            "purpose.medical",
            "purpose.community"
        ]
    );
    assert_eq!(
        ids(&items, &|i| i.group == "office"),
        ["purpose.management", "purpose.claims", "purpose.audit", "purpose.insurance"]
    );
    assert_eq!(
        ids(&items, &|i| i.group == "beyond"),
        ["purpose.statistics", "purpose.newsletter", "purpose.trainees"]
    );
    let mut sources: Vec<_> = items.iter().map(|item| item.requirement.as_str()).collect();
    sources.sort_unstable();
    let wanted: Vec<_> = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬".chars().map(|n| format!("003 A-3-2 {n}")).collect();
    assert_eq!(sources, wanted);
    let not_sensitive = ids(&items, &|i| !i.sensitive);
    assert_eq!(not_sensitive, ["purpose.family", "purpose.statistics", "purpose.newsletter"]);
    assert!(items.iter().all(|item| matches!(item.kind, ItemKind::Purpose | ItemKind::Recipient)));
}

/// What is said at the conference needs writing (B2-20); what a law or a contract decides says so, and why.
#[test]
fn what_is_special_is_marked_and_explained() {
    let items = notice().items;
    assert_eq!(ids(&items, &|i| i.written), ["purpose.care_conference"]);
    assert_eq!(ids(&items, &|i| !i.withholdable), ["purpose.claims", "purpose.audit"]);
    for item in items.iter().filter(|item| !item.withholdable) {
        let detail = item.detail.as_ref().map(|d| (d.plain.as_str(), d.easy.as_str()));
        let (plain, easy) = detail.unwrap_or_default();
        assert!(plain.contains("「いいえ」でも") && plain.contains("法律"), "{plain}");
        assert!(easy.contains("「いいえ」でも") && easy.contains("{決|き}まり"), "{easy}");
    }
    assert!(items.iter().all(|item| item.on_withdrawal.is_some()));
    // The emergency exception is heard, not agreed to (000 collect.3).
    assert!(items.iter().all(|item| item.section != "emg"));
    let notice = notice();
    assert_eq!(notice.acknowledgements.iter().map(|a| a.section.as_str()).collect::<Vec<_>>(), ["emg"]);
    assert_eq!(notice.acquisition, Acquisition::ApproachedConsent);
    assert!(notice.indirect && !notice.minors);
    assert_eq!(notice.not_applicable, ["joint_use"]);
}

/// 003 A-3-1: twenty-five kinds in the order of the list. Where the list leaves it open, the careful side is taken (B2-5).
#[test]
fn the_twenty_five_kinds_are_there_in_their_order() {
    let categories = notice().categories;
    let sources: Vec<_> = categories.iter().map(|c| c.requirement.clone()).collect();
    assert_eq!(sources, (1..=25).map(|n| format!("003 A-3-1 {n}")).collect::<Vec<_>>());
    let of = |wanted| {
        let found = categories.iter().zip(1..).filter(|(c, _)| c.sensitivity == wanted);
        found.map(|(_, n)| n).collect::<Vec<u32>>()
    };
    assert_eq!(of(Sensitivity::Yes), [3, 5, 6, 8, 10, 13, 17, 20, 23, 25]);
    assert_eq!(of(Sensitivity::No), [1, 15, 19, 22]);
    for category in &categories {
        assert!(category.name.plain.chars().count() <= 12, "{}", category.name.plain);
        assert!(category.examples.plain.chars().count() <= 24, "{}", category.examples.plain);
    }
}

/// 002 A-2 ①–⑧ and B2-12: nothing is missing, and each topic is told in one place, so that whoever takes it out is
/// told exactly what is missing.
#[test]
fn every_legal_topic_is_told_once() {
    let (law, notice) = (Law::current(), notice());
    let organization = Organization::example(&notice);
    assert_eq!(missing_topics(&notice, &law, &organization), [] as [&Topic; 0]);
    let mut told: Vec<_> = notice.sections.iter().flat_map(|s| &s.covers).collect();
    told.extend(&notice.not_applicable);
    told.sort_unstable();
    let mut topics: Vec<_> = law.topics.iter().map(|topic| &topic.id).collect();
    topics.sort_unstable();
    assert_eq!(told, topics);
}

#[test]
fn both_registers_keep_their_limits() {
    let (mut mora, mut characters) = (0, 0);
    for snapshot in shown() {
        for (place, line) in lines(&snapshot, Reading::Easy) {
            assert_eq!(lint::easy(line), [""; 0], "{place}: {line}");
            let spoken = spoken_text(&parse(line).unwrap());
            mora = lint::sentences(&spoken).map(lint::mora).fold(mora, usize::max);
        }
        for (place, line) in lines(&snapshot, Reading::Plain) {
            assert_eq!(lint::plain(line), [""; 0], "{place}: {line}");
            let seen = base_text(&parse(line).unwrap());
            characters = lint::sentences(&seen).map(|s| s.chars().count()).fold(characters, usize::max);
        }
        for (place, text) in texts(&snapshot) {
            assert!(text.en.as_ref().is_some_and(|en| !en.contains("{{")), "{place}: {}", text.plain);
        }
    }
    // Measured, so that a longer sentence is noticed before it reaches the limits of 48 and 50.
    assert_eq!((mora, characters), (35, 38));
}

/// YN-16: one section is one screen.
#[test]
fn a_section_fits_a_screen() {
    for section in shown().iter().flat_map(|snapshot| &snapshot.sections) {
        let easy: String =
            section.easy.iter().map(|l| strip_word_spacing(&base_text(&parse(l).unwrap()))).collect();
        assert!(easy.chars().count() <= 220, "{}: {} characters", section.id, easy.chars().count());
        assert!(section.easy.len() <= 12, "{}: {} lines", section.id, section.easy.len());
        assert!(section.title.plain.chars().count() <= 14, "{}", section.title.plain);
    }
}

/// What the coordinator reads in the settings form is easy too, and there in English.
#[test]
fn the_settings_form_is_readable() {
    for placeholder in &notice().placeholders {
        for text in [&placeholder.label, &placeholder.hint].into_iter().chain(&placeholder.default) {
            assert_eq!(lint::easy(&text.easy), [""; 0], "{}", text.easy);
            assert_eq!(lint::plain(&text.plain), [""; 0], "{}", text.plain);
            assert!(text.en.is_some(), "{}", text.plain);
        }
    }
}
