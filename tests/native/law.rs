//! The dated legal data: that it is whole and readable, and the rules that are drawn from it.

mod gentle;
mod rules;

use crate::notice::lint;
use nattoku::domain::law::{Gentle, GentleList, Law};
use nattoku::domain::text::Text;
use std::collections::BTreeSet;

const SOURCE: &str = include_str!("../../src/presets/legal.json");
const GENTLE: &str = include_str!("../../src/presets/gentle.json");

/// Every list of choices: its name and its ids.
fn lists(law: &Law) -> Vec<(&'static str, Vec<&str>)> {
    let choices = [
        ("accommodations", &law.accommodations),
        ("wishes", &law.wishes),
        ("tried", &law.tried),
        ("sources", &law.sources),
    ];
    let mut lists: Vec<_> = choices
        .into_iter()
        .map(|(name, list)| (name, list.iter().map(|c| c.id.as_str()).collect()))
        .collect();
    lists.push((
        "representativeKinds",
        law.representative_kinds.iter().map(|kind| kind.id.as_str()).collect::<Vec<_>>(),
    ));
    lists.push(("topics", law.topics.iter().map(|topic| topic.id.as_str()).collect()));
    lists.push(("gentle", law.gentle.iter().map(|kind| kind.id.as_str()).collect()));
    lists
}

fn texts(law: &Law) -> Vec<&Text> {
    let choices = [&law.accommodations, &law.wishes, &law.tried, &law.sources];
    let mut texts: Vec<&Text> = choices.into_iter().flatten().map(|choice| &choice.name).collect();
    texts.extend(law.representative_kinds.iter().flat_map(|kind| [&kind.name, &kind.hint]));
    texts.extend(law.topics.iter().map(|topic| &topic.name));
    texts.extend(law.gentle.iter().map(|kind| &kind.name));
    texts
}

#[test]
fn the_legal_data_is_whole() {
    let law = Law { gentle: serde_json::from_str(GENTLE).unwrap(), ..serde_json::from_str(SOURCE).unwrap() };
    assert_eq!(law, Law::current());
    assert_eq!(law.gentle, Gentle::current());
    let day = law.as_of.split('-').map(|part| part.parse::<u32>().unwrap()).collect::<Vec<_>>();
    assert!(matches!(day[..], [2026..=2099, 1..=12, 1..=31]), "{}", law.as_of);
    assert!(law.guardian_required_under < law.guardian_advised_under);
    for (name, ids) in lists(&law) {
        assert!(!ids.is_empty(), "{name}");
        let well_formed =
            |id: &&str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        assert!(ids.iter().all(well_formed), "{name}: {ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: {ids:?}");
    }
    for list in [GentleList::Delicate, GentleList::SpecialCare] {
        assert!(law.gentle.iter().any(|kind| kind.is(list)), "{list:?}");
    }
    assert!(law.gentle.iter().all(|kind| !kind.lists.is_empty() && !kind.words.is_empty()));
}

/// The topics that every document of ours speaks of (notices name them in `covers`), and which a group may declare away.
#[test]
fn the_topics_are_the_ones_of_the_requirements() {
    let law = Law::current();
    let always: Vec<_> = law.topics.iter().filter(|t| !t.may_not_apply).map(|t| t.id.as_str()).collect();
    let waived: Vec<_> = law.topics.iter().filter(|t| t.may_not_apply).map(|t| t.id.as_str()).collect();
    assert_eq!(
        always,
        [
            "manager",
            "purpose",
            "voluntariness",
            "rights",
            "address",
            "representative",
            "safety",
            "complaints",
            "retention",
            "emergency",
            "sensitive"
        ]
    );
    assert_eq!(waived, ["third_party", "entrustment", "joint_use", "indirect"]);
    assert!(law.topics.iter().all(|topic| !topic.source.is_empty()));
}

#[test]
fn every_word_of_the_legal_data_can_be_read() {
    let law = Law::current();
    for text in texts(&law) {
        assert_eq!(lint::plain(&text.plain), [""; 0], "{}", text.plain);
        assert_eq!(lint::easy(&text.easy), [""; 0], "{}", text.easy);
        assert!(text.en.as_ref().is_some_and(|en| !en.is_empty()), "{}", text.plain);
        assert!(![&text.plain, &text.easy].iter().any(|t| t.contains("{{") || t.is_empty()));
    }
}

/// A portal that brings newer data learns of a misspelt field at once.
#[test]
fn a_misspelt_field_is_refused() {
    let mut law: serde_json::Value = serde_json::from_str(SOURCE).unwrap();
    law["mandateMonth"] = 3.into();
    assert!(serde_json::from_value::<Law>(law).is_err());
}
