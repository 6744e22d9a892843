//! Looking a notice through before it is used, and what of it stands beside its own words.

use nattoku::domain::notice::{
    ItemKind, Notice, NoticeSnapshot, Organization, Part, Place, PlaceholderValue, Sensitivity,
};
use nattoku::domain::text::{Reading, Text, has_bare_kanji, parse};

fn all() -> impl Iterator<Item = Notice> {
    Notice::BUILTIN.into_iter().map(|id| Notice::builtin(id).expect(id))
}

#[test]
fn a_built_in_notice_is_the_text_it_is_saved_as() {
    for notice in all() {
        let text = Notice::source(&notice.id).expect(&notice.id);
        assert_eq!(Notice::parse("saved.json", text).as_ref(), Ok(&notice));
        assert!(notice.audience.is_some(), "{} says for whom it is", notice.id);
    }
    assert_eq!(Notice::source("nowhere"), None);
}

/// Without a word of the group every hole is filled all the same, and each made-up word is told.
#[test]
fn a_preview_has_no_hole_and_tells_what_is_made_up() {
    for notice in all() {
        let preview = notice.preview(&Organization::new(&notice)).expect(&notice.id);
        let asked = notice.placeholders.iter().filter(|placeholder| placeholder.default.is_none());
        assert_eq!(preview.made_up, asked.map(|placeholder| placeholder.name.clone()).collect::<Vec<_>>());
        let example = notice.preview(&Organization::example(&notice)).expect(&notice.id);
        assert_eq!((example.made_up.len(), example.snapshot.modified), (0, false), "{}", notice.id);
        assert_eq!(Some(example.snapshot), notice.fill(&Organization::example(&notice)).ok());
        for section in &preview.snapshot.sections {
            for line in section.lines(Reading::Easy) {
                assert!(!line.contains("{{") && !has_bare_kanji(&parse(line).unwrap()), "{line}");
            }
        }
    }
}

/// What the group wrote stands there; what cannot be used is made up and told, whether the notice has an example or not.
#[test]
fn a_preview_uses_the_words_of_the_group_as_far_as_they_go() {
    let mut notice = Notice::salon();
    let mut group = Organization::new(&notice);
    group.values.insert("organization".into(), PlaceholderValue::name("ひだまり", ""));
    group.values.insert("address".into(), PlaceholderValue::name("見本町", ""));
    let place = notice.placeholders.iter_mut().find(|placeholder| placeholder.name == "address").unwrap();
    place.example = PlaceholderValue::name("見本市", "");
    let preview = notice.preview(&group).unwrap();
    let lines = preview.snapshot.section("who").unwrap().plain.join("");
    assert!(lines.contains("ひだまり") && lines.contains("住所：○○"), "{lines}");
    assert!(preview.made_up.contains(&"address".to_owned()));
    assert!(!preview.made_up.contains(&"organization".to_owned()));
}

/// The lines a notice starts with are switched on once; what the group decided about them holds.
#[test]
fn a_group_meets_a_line_once() {
    let watch = Notice::builtin("neighbourhood_watch").unwrap();
    let (mut group, mut met) = (Organization::default(), Vec::new());
    group.meet(&watch, &mut met);
    assert_eq!(group.enabled_options, ["approached"]);
    assert_eq!(met.len(), watch.optional.len());
    group.enabled_options = vec!["hand_raised".into()];
    group.meet(&Notice::salon(), &mut met);
    group.meet(&watch, &mut met);
    assert_eq!(group.enabled_options, ["hand_raised"], "the group switched it off");
    let mut on = Organization { enabled_options: vec!["approached".into()], ..Organization::default() };
    on.meet(&watch, &mut Vec::new());
    assert_eq!(on.enabled_options, ["approached"], "once");
}

fn snapshot(change: impl Fn(&mut NoticeSnapshot)) -> Option<String> {
    let notice = Notice::salon();
    let mut filled = notice.fill(&Organization::example(&notice)).unwrap();
    change(&mut filled);
    filled.section_of_categories().map(str::to_owned)
}

#[test]
fn what_is_held_is_listed_at_one_section() {
    for notice in all() {
        let filled = notice.fill(&Organization::example(&notice)).expect(&notice.id);
        assert_eq!(filled.section_of_categories(), Some("what"), "{}", notice.id);
        assert!(filled.categories.iter().any(|category| category.sensitivity == Sensitivity::Yes));
    }
    let unnamed = |filled: &mut NoticeSnapshot| {
        let section = filled.sections.iter_mut().find(|section| section.id == "what").unwrap();
        section.id = "held".into();
        section.pictogram = "held".into();
    };
    assert_eq!(snapshot(|filled| filled.categories.clear()), None);
    assert_eq!(
        snapshot(|filled| {
            unnamed(filled);
            filled.sections[4].pictogram = "what".into();
        }),
        Some("keep".into())
    );
    // The first question about special-care information is explained under 使いみち; a plain one may come before it.
    assert_eq!(
        snapshot(|filled| {
            unnamed(filled);
            filled.items[0].section = "photo".into();
        }),
        Some("why".into())
    );
    assert_eq!(
        snapshot(|filled| {
            unnamed(filled);
            filled.items.retain(|item| item.kind == ItemKind::PhotoChannel);
        }),
        Some("photo".into())
    );
    assert_eq!(
        snapshot(|filled| {
            unnamed(filled);
            filled.items.clear();
        }),
        Some("lead".into())
    );
    assert_eq!(snapshot(|filled| filled.sections.clear()), None);
}

/// For whom a notice is checked like every other text of it.
#[test]
fn for_whom_it_is_has_readings_too() {
    let mut notice = Notice::salon();
    notice.audience =
        Some(Text { plain: "会の方へ{{contact}}".into(), easy: "会の 人".into(), en: None });
    let errors = notice.check("mine.json").unwrap_err().to_string();
    let wanted = [
        "mine.json: notice salon audience, plain, column 5: {{contact}} may not stand inside a value",
        "mine.json: notice salon audience, easy, column 1: a kanji without a reading",
    ];
    assert_eq!(errors.lines().take(2).collect::<Vec<_>>(), wanted);
}

/// Every part and every error has a name of its own: the words for a volunteer are found by it.
#[test]
fn errors_are_told_apart_by_name() {
    let mut names: Vec<&str> = [
        Part::Notice,
        Part::Section,
        Part::Optional,
        Part::Group,
        Part::Item,
        Part::Acknowledgement,
        Part::Category,
        Part::Placeholder,
    ]
    .map(Part::name)
    .to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 8);
    let mut notice = Notice::salon();
    notice.items[0].group = "nowhere".into();
    notice.sections[0].easy[0] = "話".into();
    notice.legal_basis_as_of = "2026-1-1".into();
    let errors = notice.check("mine.json").unwrap_err();
    let named: Vec<(&str, &str)> = errors.0.iter().map(|e| (e.place.part.name(), e.kind.name())).collect();
    assert_eq!(named, [("notice", "bad_date"), ("section", "bare_kanji"), ("item", "unknown_group")]);
    let Place { reading, line, column, .. } = errors.0[1].place;
    assert_eq!((reading, line, column), (Some(Reading::Easy), Some(1), Some(1)));
}
