//! What is special about the notice of a neighbourhood watch (地域の見守りネットワーク): what it asks, what an
//! organisation may switch on, and what it says about lists that are not its own.
//!
//! That it can be read aloud and fits a screen is measured here too, with every optional line switched on.

use super::lint;
use nattoku::domain::law::Law;
use nattoku::domain::notice::{
    Acquisition, ItemKind, Notice, NoticeSnapshot, Organization, Sensitivity, missing_topics,
};
use nattoku::domain::text::{Reading, Text, base_text, parse, spoken_text, strip_word_spacing};

fn notice() -> Notice {
    Notice::builtin("neighbourhood_watch").unwrap()
}

fn shown(options: &[&str]) -> NoticeSnapshot {
    let notice = notice();
    let mut organization = Organization::example(&notice);
    organization.enabled_options = options.iter().map(|id| (*id).to_owned()).collect();
    notice.fill(&organization).unwrap_or_else(|e| panic!("{e}"))
}

/// Everything switched on: once with the made-up values, once with the defaults where there are some.
fn whole() -> [NoticeSnapshot; 2] {
    let notice = notice();
    let mut examples = Organization::example(&notice);
    examples.enabled_options = notice.optional.iter().map(|o| o.id.clone()).collect();
    let mut defaults = examples.clone();
    defaults
        .values
        .retain(|name, _| notice.placeholders.iter().any(|p| p.name == *name && p.default.is_none()));
    [examples, defaults].map(|organization| notice.fill(&organization).unwrap_or_else(|e| panic!("{e}")))
}

fn ids<'a>(items: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    items.map(String::as_str).collect()
}

/// Every text that has an English wording, with the place it comes from.
fn texts(notice: &NoticeSnapshot) -> Vec<(&str, &Text)> {
    let mut out = vec![("title", &notice.title)];
    out.extend(notice.sections.iter().map(|s| (s.id.as_str(), &s.title)));
    out.extend(notice.groups.iter().flat_map(|g| [(g.id.as_str(), &g.title), (g.id.as_str(), &g.lead)]));
    out.extend(notice.acknowledgements.iter().map(|a| (a.id.as_str(), &a.title)));
    let categories = notice.categories.iter();
    out.extend(categories.flat_map(|c| [(c.id.as_str(), &c.name), (c.id.as_str(), &c.examples)]));
    for item in &notice.items {
        let words = [&item.title, &item.short].into_iter().chain(&item.detail);
        let after = item.on_withdrawal.iter().flat_map(|w| w.sentences().map(|(_, text)| text));
        out.extend(words.chain(after).map(|text| (item.id.as_str(), text)));
    }
    out
}

#[test]
fn what_is_asked_unless_more_is_switched_on() {
    let notice = notice();
    let start = notice.fill(&Organization::example(&notice)).unwrap();
    assert_eq!(
        ids(start.items.iter().map(|i| &i.id)),
        [
            "purpose.contact",
            "purpose.visit",
            "purpose.notice",
            "purpose.talk",
            "data.body",
            "share.center",
            "share.welfare_commissioner",
        ]
    );
    // No question about a disaster list, and no heading over nothing.
    assert_eq!(ids(start.groups.iter().map(|g| &g.id)), ["purpose", "data", "share"]);
    assert_eq!(
        ids(start.sections.iter().map(|s| &s.id)),
        [
            "lead", "who", "how", "what", "why", "keep", "share", "emg", "disaster", "free", "right", "term",
            "leak", "ask", "answer"
        ]
    );
    assert_eq!(
        ids(start.categories.iter().map(|c| &c.id)),
        [
            "basic",
            "emergency_contact",
            "living",
            "key_holder",
            "visits",
            "bodily_cautions",
            "care_class",
            "disaster_needs"
        ]
    );
    let special = start.categories.iter().filter(|c| c.sensitivity == Sensitivity::Yes);
    assert_eq!(ids(special.map(|c| &c.id)), ["bodily_cautions", "disaster_needs"]);
    assert_eq!(start.acquisition, Acquisition::ApproachedConsent);
    assert!(start.indirect && !start.minors);
}

/// 001-01..03: the three ways of coming to know of somebody are three lines, of which only the usual one is on.
#[test]
fn how_people_are_found_is_said_by_the_group() {
    let notice = notice();
    let on = notice.optional.iter().filter(|o| o.default).map(|o| &o.id);
    assert_eq!(ids(on), ["approached"]);
    let ways = notice.optional.iter().filter(|o| o.section == "how").map(|o| &o.id);
    assert_eq!(ids(ways), ["hand_raised", "approached", "municipality"]);
    let base = shown(&[]);
    let lines = |notice: &NoticeSnapshot| {
        let how = notice.sections.iter().find(|s| s.id == "how").unwrap();
        (how.plain.len(), how.easy.len())
    };
    let (plain, easy) = lines(&base);
    assert_eq!(lines(&shown(&["municipality"])), (plain + 1, easy + 1));
    // The ground for a list handed on by the municipality is the municipality's (001-03, B2-16).
    let municipality = notice.optional.iter().find(|o| o.id == "municipality").unwrap();
    assert!(municipality.plain.contains("市区町村が法律に沿って決めます"), "{}", municipality.plain);
}

#[test]
fn each_question_that_reaches_further_comes_with_its_own_line() {
    let asked = |option: &str| {
        let more = shown(&[option]);
        let base = shown(&[]);
        let new = more.items.iter().filter(|i| !base.items.iter().any(|known| known.id == i.id));
        new.map(|i| i.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(asked("association"), ["share.association"]);
    assert_eq!(asked("shop"), ["share.shop"]);
    assert_eq!(asked("disaster"), ["disaster.list"]);
    assert_eq!(asked("center"), [""; 0]);
    assert_eq!(ids(shown(&["disaster"]).groups.iter().map(|g| &g.id)).last(), Some(&"disaster"));
}

#[test]
fn every_answer_is_free_and_can_be_taken_back() {
    for item in &notice().items {
        assert!(item.withholdable && !item.written, "{}", item.id);
        assert!(!item.requirement.is_empty(), "{}", item.id);
        let after = item.on_withdrawal.as_ref().unwrap_or_else(|| panic!("{}", item.id));
        assert!(after.undo.is_some() && after.remains.is_some(), "{}", item.id);
        // Whoever was told is told of the change.
        assert!(item.kind != ItemKind::Recipient || after.tell.is_some(), "{}", item.id);
    }
    // A deliverer and an association learn nothing about the body, so nothing of special care is in these answers.
    let notice = notice();
    let ordinary = notice.items.iter().filter(|i| !i.sensitive).map(|i| &i.id);
    assert_eq!(ids(ordinary), ["purpose.contact", "purpose.visit", "share.association", "share.shop"]);
}

/// Nothing the law wants told is left out, whatever is switched on; and what is declared away is not told.
#[test]
fn every_legal_topic_is_told() {
    let (notice, law) = (notice(), Law::current());
    let all = notice.optional.iter().map(|o| o.id.clone()).collect();
    for enabled_options in [Vec::new(), Organization::new(&notice).enabled_options, all] {
        let organization = Organization { enabled_options, ..Organization::example(&notice) };
        assert_eq!(missing_topics(&notice, &law, &organization), [] as [&_; 0]);
    }
    assert_eq!(notice.not_applicable, ["entrustment", "joint_use"]);
    let covered = |id: &str| notice.sections.iter().any(|s| s.covers.iter().any(|c| c == id));
    assert!(notice.not_applicable.iter().all(|id| !covered(id)));
}

/// The emergency exception is heard, not agreed to, and both of its conditions are said.
#[test]
fn an_emergency_has_two_conditions() {
    let notice = notice();
    assert!(notice.items.iter().all(|item| item.section != "emg"));
    assert_eq!(ids(notice.acknowledgements.iter().map(|a| &a.section)), ["emg"]);
    let section = notice.sections.iter().find(|s| s.id == "emg").unwrap();
    let plain = section.plain.concat();
    assert!(plain.contains("命や体、財産が危ないとき") && plain.contains("確かめるのが難しいときに限ります"));
    let easy = section.easy.concat();
    assert!(easy.contains("{危|あぶ}ない ときが") && easy.contains("あなたに {聞|き}けない ときが"));
    assert!(easy.contains("その ときだけ"), "{easy}");
}

/// B-4: what the sources said before the law changed stands nowhere.
#[test]
fn no_old_name_is_left() {
    for snapshot in whole() {
        let text = serde_json::to_string(&snapshot).unwrap();
        for old in ["要援護者", "審議会", "条例", "bousai", "厚生省", "痴呆", "主務大臣"] {
            assert!(!text.contains(old), "{old}");
        }
        assert!(text.contains("避難行動要支援者"));
    }
}

#[test]
fn every_wording_keeps_the_rules() {
    let (mut easy, mut plain) = (0, 0);
    for snapshot in whole() {
        let mut lines: Vec<_> =
            texts(&snapshot).into_iter().map(|(id, t)| (id, t.plain.as_str(), t.easy.as_str())).collect();
        for section in &snapshot.sections {
            lines.extend(section.plain.iter().map(|l| (section.id.as_str(), l.trim_start_matches('・'), "")));
            lines.extend(section.easy.iter().map(|l| (section.id.as_str(), "", l.trim_start_matches('・'))));
        }
        for (place, plain_line, easy_line) in lines {
            assert_eq!(lint::easy(easy_line), [""; 0], "{place}: {easy_line}");
            assert_eq!(lint::plain(plain_line), [""; 0], "{place}: {plain_line}");
            let spoken = spoken_text(&parse(easy_line).unwrap());
            easy = lint::sentences(&spoken).map(lint::mora).fold(easy, usize::max);
            let seen = base_text(&parse(plain_line).unwrap());
            plain = lint::sentences(&seen).map(|s| s.chars().count()).fold(plain, usize::max);
        }
        for (place, text) in texts(&snapshot) {
            assert!(text.en.as_ref().is_some_and(|en| !en.contains("{{")), "{place}: {}", text.plain);
        }
    }
    // Measured, so that a longer sentence is noticed before it reaches the limits of 48 and 50.
    assert_eq!((easy, plain), (36, 43));
}

/// YN-16: one section is one screen, also with everything switched on.
#[test]
fn a_section_fits_a_screen() {
    for section in whole().iter().flat_map(|snapshot| &snapshot.sections) {
        let seen: String = section
            .lines(Reading::Easy)
            .iter()
            .map(|line| strip_word_spacing(&base_text(&parse(line).unwrap())))
            .collect();
        let sentences: usize = section
            .lines(Reading::Easy)
            .iter()
            .map(|line| lint::sentences(&base_text(&parse(line).unwrap())).count())
            .sum();
        assert!(seen.chars().count() <= 220, "{}: {} characters", section.id, seen.chars().count());
        assert!(sentences <= 12, "{}: {sentences} sentences", section.id);
        assert!(section.title.plain.chars().count() <= 14, "{}", section.title.plain);
    }
}

/// What the coordinator reads in the settings form is easy too.
#[test]
fn the_settings_form_is_readable() {
    let notice = notice();
    let placeholders = notice.placeholders.iter();
    let texts = placeholders.flat_map(|p| [&p.label, &p.hint].into_iter().chain(&p.default));
    for text in texts.chain(notice.optional.iter().map(|o| &o.label)) {
        assert_eq!(lint::easy(&text.easy), [""; 0], "{}", text.easy);
        assert_eq!(lint::plain(&text.plain), [""; 0], "{}", text.plain);
        assert!(text.en.is_some(), "{}", text.plain);
    }
}
