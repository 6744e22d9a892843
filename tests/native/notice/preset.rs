//! The salon preset: whole, in both registers, and within the limits of requirements.md C-1 and C-2.

use super::lint;
use nattoku::domain::notice::{ItemKind, LineKind, Notice, NoticeSnapshot, Organization, line_kind};
use nattoku::domain::text::{Reading, Text, base_text, parse, spoken_text, strip_word_spacing};

const SOURCE: &str = include_str!("../../../src/presets/notices/salon.json");

/// As a person sees it: example values, or the defaults where there are some, every optional line switched on.
fn shown() -> [NoticeSnapshot; 2] {
    let notice = Notice::salon();
    let mut examples = Organization::example(&notice);
    examples.enabled_options = notice.optional.iter().map(|o| o.id.clone()).collect();
    let mut defaults = examples.clone();
    defaults
        .values
        .retain(|name, _| notice.placeholders.iter().any(|p| p.name == *name && p.default.is_none()));
    [examples, defaults].map(|organization| notice.fill(&organization).unwrap_or_else(|e| panic!("{e}")))
}

/// Every line of a snapshot with the place it comes from, marks of lists taken off.
fn lines(snapshot: &NoticeSnapshot, reading: Reading) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut text = |place: &str, text: &Text| out.push((place.to_owned(), text.get(reading).to_owned()));
    text("title", &snapshot.title);
    snapshot.sections.iter().for_each(|s| text(&s.id, &s.title));
    snapshot.acknowledgements.iter().for_each(|a| text(&a.id, &a.title));
    for group in &snapshot.groups {
        text(&group.id, &group.title);
        text(&group.id, &group.lead);
    }
    for item in &snapshot.items {
        text(&item.id, &item.title);
        text(&item.id, &item.short);
        item.detail.iter().for_each(|detail| text(&item.id, detail));
    }
    for section in &snapshot.sections {
        for line in section.lines(reading) {
            let (LineKind::Paragraph(rest) | LineKind::Bullet(rest) | LineKind::Numbered(_, rest)) =
                line_kind(line);
            out.push((section.id.clone(), rest.to_owned()));
        }
    }
    out
}

#[test]
fn the_salon_preset_is_whole() {
    let notice = Notice::parse("salon.json", SOURCE).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(notice, Notice::salon());
    let sections: Vec<_> = notice.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(
        sections,
        [
            "lead", "who", "what", "why", "keep", "share", "emg", "photo", "free", "right", "term", "leak",
            "ask", "answer"
        ]
    );
    assert!(notice.sections.iter().all(|section| section.pictogram == section.id));
    assert!(notice.optional.iter().all(|option| !option.default));
}

#[test]
fn it_asks_what_the_requirements_ask_and_no_more() {
    let notice = Notice::salon();
    let shown = notice.fill(&Organization::example(&notice)).unwrap();
    let items: Vec<_> = shown.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(
        items,
        [
            "purpose.contact",
            "purpose.watch",
            "purpose.consult",
            "purpose.confirm",
            "purpose.photo_record",
            "share.center",
            "photo.newsletter",
            "photo.flyer",
            "photo.website",
            "photo.sns",
            "photo.display"
        ]
    );
    assert_eq!(shown.items_in("purpose").count(), 5);
    assert_eq!(shown.items_in("photo").filter(|i| i.kind == ItemKind::PhotoChannel).count(), 5);
    // Any of them may be answered いいえ without closing the door (000 collect.4).
    assert!(notice.items.iter().all(|item| item.withholdable && !item.requirement.is_empty()));
    // The emergency exception is heard, not agreed to (000 collect.3).
    assert!(notice.items.iter().all(|item| item.section != "emg"));
    assert_eq!(notice.acknowledgements.iter().map(|a| a.section.as_str()).collect::<Vec<_>>(), ["emg"]);
}

#[test]
fn the_easy_register_is_easy() {
    let mut longest = 0;
    for snapshot in shown() {
        for (place, line) in lines(&snapshot, Reading::Easy) {
            assert_eq!(lint::easy(&line), [""; 0], "{place}: {line}");
            let spoken = spoken_text(&parse(&line).unwrap());
            longest = lint::sentences(&spoken).map(lint::mora).fold(longest, usize::max);
        }
    }
    // Measured, so that a longer sentence is noticed before it reaches the limit of 48.
    assert_eq!(longest, 35);
}

#[test]
fn the_plain_register_is_plain() {
    let mut longest = 0;
    for snapshot in shown() {
        for (place, line) in lines(&snapshot, Reading::Plain) {
            assert_eq!(lint::plain(&line), [""; 0], "{place}: {line}");
            let seen = base_text(&parse(&line).unwrap());
            longest = lint::sentences(&seen).map(|s| s.chars().count()).fold(longest, usize::max);
        }
    }
    assert_eq!(longest, 43);
}

/// YN-16: one section is one screen.
#[test]
fn a_section_fits_a_screen() {
    let notice = Notice::salon();
    let shown = notice.fill(&Organization::example(&notice)).unwrap();
    for section in &shown.sections {
        let easy: String =
            section.easy.iter().map(|l| strip_word_spacing(&base_text(&parse(l).unwrap()))).collect();
        assert!(easy.chars().count() <= 220, "{}: {} characters", section.id, easy.chars().count());
        assert!(section.easy.len() <= 12, "{}: {} lines", section.id, section.easy.len());
        assert!(section.title.plain.chars().count() <= 14, "{}", section.title.plain);
    }
}

/// The interface can be English; every heading and question then is.
#[test]
fn every_title_has_english() {
    let notice = Notice::salon();
    for snapshot in shown() {
        let titles = snapshot.sections.iter().map(|s| &s.title).chain([&snapshot.title]);
        let groups = snapshot.groups.iter().flat_map(|g| [&g.title, &g.lead]);
        let items = snapshot.items.iter().flat_map(|i| [&i.title, &i.short].into_iter().chain(&i.detail));
        let heard = snapshot.acknowledgements.iter().map(|a| &a.title);
        for text in titles.chain(groups).chain(items).chain(heard) {
            assert!(text.en.as_ref().is_some_and(|en| !en.contains("{{")), "{}", text.plain);
        }
    }
    for placeholder in &notice.placeholders {
        assert!(placeholder.label.en.is_some() && placeholder.hint.en.is_some(), "{}", placeholder.name);
    }
}

/// What the coordinator reads in the settings form is easy too.
#[test]
fn the_settings_form_is_readable() {
    let notice = Notice::salon();
    let placeholders = notice.placeholders.iter();
    let texts = placeholders.flat_map(|p| [&p.label, &p.hint].into_iter().chain(&p.default));
    for text in texts.chain(notice.optional.iter().map(|o| &o.label)) {
        assert_eq!(lint::easy(&text.easy), [""; 0], "{}", text.easy);
        assert_eq!(lint::plain(&text.plain), [""; 0], "{}", text.plain);
    }
}

#[test]
fn the_published_schema_describes_the_file() {
    let schema = serde_json::to_value(schemars::schema_for!(Notice)).unwrap();
    let check = jsonschema::validator_for(&schema).unwrap();
    let mut notice: serde_json::Value = serde_json::from_str(SOURCE).unwrap();
    assert!(
        check.is_valid(&notice),
        "{:?}",
        check.iter_errors(&notice).map(|e| e.to_string()).collect::<Vec<_>>()
    );
    notice["version"] = "1.0.0".into();
    assert!(!check.is_valid(&notice));
    let schema = serde_json::to_value(schemars::schema_for!(NoticeSnapshot)).unwrap();
    let check = jsonschema::validator_for(&schema).unwrap();
    let snapshot = serde_json::to_value(&shown()[0]).unwrap();
    assert!(check.is_valid(&snapshot));
}
