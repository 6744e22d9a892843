//! The notice of a service for children and people with disabilities: what it has to have beyond what every built-in
//! notice has.

use super::builtin::{longest, shown};
use nattoku::domain::law::Law;
use nattoku::domain::notice::{
    Acquisition, Category, ConsentItem, Notice, Organization, Sensitivity, missing_topics,
};
use nattoku::domain::text::{Reading, base_text, parse, strip_word_spacing};

fn notice() -> Notice {
    Notice::builtin("child_disability").unwrap()
}

fn ids<'n, T>(all: &'n [T], keep: impl Fn(&T) -> bool, id: impl Fn(&'n T) -> &'n str) -> Vec<&'n str> {
    all.iter().filter(|one| keep(one)).map(id).collect()
}

#[test]
fn it_asks_about_each_use_each_listener_and_each_place_of_a_photo() {
    let notice = notice();
    assert_eq!(
        ids(&notice.items, |i| i.option.is_none(), |i| &i.id),
        [
            "purpose.support",
            "purpose.plan",
            "purpose.billing",
            "purpose.confirm",
            "purpose.training",
            "share.school",
            "share.medical",
            "share.consultation",
            "share.service",
            "photo.record",
            "photo.family",
            "photo.newsletter",
            "photo.website",
            "photo.sns"
        ]
    );
    assert_eq!(
        ids(&notice.items, |i| i.option.is_some(), |i| &i.id),
        ["purpose.transport", "purpose.trainee", "share.disaster"]
    );
    // Where the rules of the service ask for a plan and a claim, a "no" is kept and the reason is told.
    let decided = |i: &ConsentItem| !i.withholdable;
    assert_eq!(ids(&notice.items, decided, |i| &i.id), ["purpose.plan", "purpose.billing"]);
    for item in notice.items.iter().filter(|i| decided(i)) {
        let why = item.detail.as_ref().unwrap();
        assert!(why.plain.contains("決ま") && why.plain.contains("「いいえ」でも"), "{}", why.plain);
        assert!(why.easy.contains("「いいえ」でも"), "{}", why.easy);
    }
    // Services telling each other need a written answer.
    let written = ["share.consultation", "share.service"];
    assert_eq!(ids(&notice.items, |i| i.written, |i| &i.id), written);
    // What the person looks like is asked about by place; everything about body and mind is special-care.
    let plain = ["purpose.transport", "photo.record", "photo.family", "photo.newsletter", "photo.website"];
    let plain: Vec<_> = plain.into_iter().chain(["photo.sns"]).collect();
    assert_eq!(ids(&notice.items, |i| !i.sensitive, |i| &i.id), plain);
    assert_eq!(ids(&notice.acknowledgements, |_| true, |a| &a.section), ["emg"]);
}

#[test]
fn it_names_the_kinds_of_information() {
    let notice = notice();
    let of = |kind| ids(&notice.categories, |c: &Category| c.sensitivity == kind, |c| &c.id);
    assert_eq!(of(Sensitivity::Yes), ["health", "allergy", "disability", "certificate"]);
    assert_eq!(of(Sensitivity::Depends), ["family", "growth", "services", "plan", "activity"]);
    assert_eq!(of(Sensitivity::No), ["basic", "emergency", "transport"]);
}

/// Everything is told, and only what is shared by all of one corporation is declared not to apply (002 §10, B2-12).
#[test]
fn it_tells_every_legal_topic() {
    let notice = notice();
    assert_eq!(notice.acquisition, Acquisition::ApproachedConsent);
    assert!(notice.minors && notice.indirect);
    assert_eq!(notice.not_applicable, ["joint_use"]);
    assert!(missing_topics(&notice, &Law::current(), &Organization::new(&notice)).is_empty());
}

/// What this form must not lose in a later edit, said in the words that carry it.
#[test]
fn it_says_what_people_here_have_to_know() {
    let [shown, _] = shown(&notice());
    let said = |id: &str, plain: &[&str], easy: &[&str]| {
        let section = shown.sections.iter().find(|s| s.id == id).unwrap();
        for (reading, words) in [(Reading::Plain, plain), (Reading::Easy, easy)] {
            let text: String = section.lines(reading).iter().map(|l| base_text(&parse(l).unwrap())).collect();
            let text = strip_word_spacing(&text);
            words.iter().for_each(|word| assert!(text.contains(word), "{id}: {word}: {text}"));
        }
    };
    // Both conditions of the exception; the report the law asks for, also about the service's own staff.
    said(
        "emg",
        &["急いでいて", "確かめるのが難しい", "職員がした場合"],
        &["急いでいて", "聞けない", "守るため"],
    );
    // 004-20, B2-24.
    said("keep", &["自分の携帯電話"], &["自分の電話"]);
    said("photo", &["顔を隠しても", "いやがるとき"], &["顔をかくしても", "いやなとき"]);
    // 004-21..23: a child has a voice, and a grown-up's family does not decide alone.
    said(
        "answer",
        &["お子さん自身の気持ち", "ご家族だけで決めることはありません"],
        &["大人は、自分で", "気持ち"],
    );
    // 004-25, 004-51, B2-6.
    said("right", &["先にご本人へ"], &["先にあなたに"]);
    said("ask", &["別の職員"], &["いつもの職員"]);
    said("leak", &["一人分"], &["国の係"]);
}

/// YN-16, also with every optional line said and with the longer of example and default.
#[test]
fn a_section_with_every_optional_line_fits_a_screen() {
    for section in shown(&notice()).iter().flat_map(|shown| &shown.sections) {
        let lines = section.easy.iter().map(|l| strip_word_spacing(&base_text(&parse(l).unwrap())));
        let characters: usize = lines.map(|line| line.chars().count()).sum();
        assert!(characters <= 220, "{}: {characters} characters", section.id);
        assert!(section.easy.len() <= 12, "{}: {} lines", section.id, section.easy.len());
    }
}

/// Measured, so that a longer sentence is noticed before it reaches the limits of 48 mora and 50 characters.
#[test]
fn the_longest_sentences_are_known() {
    assert_eq!(longest(&notice()), (35, 41));
}
