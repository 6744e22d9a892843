//! Every built-in notice: whole, in both registers, complete by the dated legal data, and within the limits of
//! requirements.md C-1 and C-2. What is special about one of them is tested in a file of its own.

use super::lint;
use nattoku::domain::digest;
use nattoku::domain::law::Law;
use nattoku::domain::notice::{LineKind, Notice, NoticeSnapshot, OptionalLine, Organization, line_kind};
use nattoku::domain::text::{Reading, Text, base_text, parse, spoken_text, strip_word_spacing};
use std::collections::BTreeSet;

pub fn all() -> impl Iterator<Item = Notice> {
    Notice::BUILTIN.into_iter().map(|id| Notice::builtin(id).expect(id))
}

/// As a person sees it: example values, or the defaults where there are some, every optional line switched on.
pub fn shown(notice: &Notice) -> [NoticeSnapshot; 2] {
    let mut examples = Organization::example(notice);
    examples.enabled_options = notice.optional.iter().map(|o| o.id.clone()).collect();
    let mut defaults = examples.clone();
    defaults
        .values
        .retain(|name, _| notice.placeholders.iter().any(|p| p.name == *name && p.default.is_none()));
    [examples, defaults].map(|organization| notice.fill(&organization).unwrap_or_else(|e| panic!("{e}")))
}

/// Every wording of a snapshot that has an English one, with the place it comes from.
fn texts(snapshot: &NoticeSnapshot) -> Vec<(&str, &Text)> {
    let mut out = vec![("title", &snapshot.title)];
    out.extend(snapshot.categories.iter().flat_map(|c| [(&*c.id, &c.name), (&*c.id, &c.examples)]));
    out.extend(snapshot.sections.iter().map(|s| (&*s.id, &s.title)));
    out.extend(snapshot.acknowledgements.iter().map(|a| (&*a.id, &a.title)));
    out.extend(snapshot.groups.iter().flat_map(|g| [(&*g.id, &g.title), (&*g.id, &g.lead)]));
    for item in &snapshot.items {
        out.extend([(&*item.id, &item.title), (&*item.id, &item.short)]);
        out.extend(item.detail.iter().map(|detail| (&*item.id, detail)));
        let taken_back = item.on_withdrawal.iter().flat_map(|withdrawal| withdrawal.sentences());
        out.extend(taken_back.map(|(_, sentence)| (&*item.id, sentence)));
    }
    out
}

/// Every line of a snapshot with the place it comes from, marks of lists taken off.
fn lines(snapshot: &NoticeSnapshot, reading: Reading) -> Vec<(&str, &str)> {
    let mut out: Vec<_> =
        texts(snapshot).into_iter().map(|(place, text)| (place, text.get(reading))).collect();
    for section in &snapshot.sections {
        out.extend(section.lines(reading).iter().map(|line| {
            let (LineKind::Paragraph(rest) | LineKind::Bullet(rest) | LineKind::Numbered(_, rest)) =
                line_kind(line);
            (&*section.id, rest)
        }));
    }
    out
}

/// The longest easy sentence in mora and the longest plain one in characters, after every line went through the lint.
#[track_caller]
pub fn longest(notice: &Notice) -> (usize, usize) {
    let (mut easy, mut plain) = (0, 0);
    for snapshot in shown(notice) {
        for (place, line) in lines(&snapshot, Reading::Easy) {
            assert_eq!(lint::easy(line), [""; 0], "{} {place}: {line}", notice.id);
            let spoken = spoken_text(&parse(line).unwrap());
            easy = lint::sentences(&spoken).map(lint::mora).fold(easy, usize::max);
        }
        for (place, line) in lines(&snapshot, Reading::Plain) {
            assert_eq!(lint::plain(line), [""; 0], "{} {place}: {line}", notice.id);
            let seen = base_text(&parse(line).unwrap());
            plain = lint::sentences(&seen).map(|s| s.chars().count()).fold(plain, usize::max);
        }
    }
    (easy, plain)
}

/// `Notice::builtin` may not fail; this reads every file that it reads.
#[test]
fn every_built_in_notice_is_whole() {
    for id in Notice::BUILTIN {
        let source = source(id);
        let notice = Notice::parse(id, &source).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(notice.id, id);
        let digest = digest::of_json(&notice);
        let written = Notice::DIGESTS.iter().any(|known| *known == (id, &digest));
        assert!(written, "src/domain/notice/builtin.rs: the digest of {id} is {digest}");
        assert!(notice.is_built_in());
        let mut altered = notice.clone();
        altered.sections[0].title.plain.push('。');
        assert!(!altered.is_built_in());
        assert_eq!(Notice::builtin(id), Some(notice));
    }
    // The names are what pages write in `template`: none may go.
    assert_eq!(Notice::BUILTIN, ["salon", "care_provider", "child_disability", "neighbourhood_watch"]);
    assert_eq!(Notice::builtin("salon"), Some(Notice::salon()));
    assert_eq!(Notice::builtin("none"), None);
}

fn source(id: &str) -> String {
    let path = format!("{}/src/presets/notices/{id}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A file that nobody can choose is a file that nobody keeps true.
#[test]
fn every_file_is_offered() {
    let folder = format!("{}/src/presets/notices", env!("CARGO_MANIFEST_DIR"));
    let names =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = names.collect();
    assert_eq!(files, Notice::BUILTIN.into_iter().map(|id| format!("{id}.json")).collect());
}

#[test]
fn every_reference_leads_somewhere() {
    let drawings = include_str!("../../../src/ui/controls/icon.rs");
    for notice in all() {
        let id = &notice.id;
        for item in &notice.items {
            assert!(notice.sections.iter().any(|s| s.id == item.section), "{id} {}", item.id);
            assert!(notice.groups.iter().any(|g| g.id == item.group), "{id} {}", item.id);
            assert!(!item.requirement.is_empty(), "{id} {}", item.id);
        }
        for group in &notice.groups {
            assert!(
                notice.items.iter().any(|i| i.group == group.id),
                "{id}: nothing is asked in {}",
                group.id
            );
        }
        for section in &notice.sections {
            let drawing = format!("    \"{}\",\n", section.pictogram);
            assert!(drawings.contains(&drawing), "{id} {}: no drawing {}", section.id, section.pictogram);
        }
        assert!(!notice.categories.is_empty() && notice.categories.iter().all(|c| !c.requirement.is_empty()));
        // A line may be said from the start; a question is switched on by somebody.
        let asks = |line: &OptionalLine| notice.items.iter().any(|i| i.option.as_ref() == Some(&line.id));
        assert!(notice.optional.iter().all(|line| !(line.default && asks(line))), "{id}");
    }
}

/// The emergency exception is heard, not agreed to (000 collect.3), and names both conditions.
#[test]
fn an_emergency_is_heard_and_never_agreed_to() {
    for notice in all() {
        let told: Vec<_> =
            notice.sections.iter().filter(|s| s.covers.iter().any(|t| t == "emergency")).collect();
        assert!(!told.is_empty(), "{}", notice.id);
        for section in told {
            assert!(
                notice.items.iter().all(|item| item.section != section.id),
                "{} {}",
                notice.id,
                section.id
            );
            let said = |register: &[String]| -> String {
                register.iter().map(|line| strip_word_spacing(&base_text(&parse(line).unwrap()))).collect()
            };
            let (plain, easy) = (said(&section.plain), said(&section.easy));
            for words in [&plain, &easy] {
                // Life, body or property are in danger …
                assert!(
                    ["命", "体", "財産"].iter().all(|word| words.contains(word)),
                    "{}: {words}",
                    notice.id
                );
            }
            // … and the person cannot well be asked first.
            assert!(["難しい", "難しく", "できない", "困難"].iter().any(|w| plain.contains(w)), "{plain}");
            assert!(["聞けない", "聞くことができない"].iter().any(|w| easy.contains(w)), "{easy}");
        }
    }
}

#[test]
fn every_register_keeps_its_limits() {
    for notice in all() {
        let (easy, plain) = longest(&notice);
        assert!(easy <= lint::MAX_MORA && plain <= lint::MAX_PLAIN_CHARS, "{}", notice.id);
    }
}

/// YN-16: one section is one screen.
#[test]
fn a_section_fits_a_screen() {
    for notice in all() {
        let snapshot = notice.fill(&Organization::example(&notice)).unwrap();
        for section in &snapshot.sections {
            let lines = section.easy.iter().map(|l| strip_word_spacing(&base_text(&parse(l).unwrap())));
            let easy: Vec<String> = lines.collect();
            let (id, characters) = (&section.id, easy.iter().map(|line| line.chars().count()).sum::<usize>());
            assert!(characters <= 220, "{} {id}: {characters} characters", notice.id);
            let sentences: usize = easy.iter().map(|line| lint::sentences(line).count().max(1)).sum();
            assert!(sentences <= 12, "{} {id}: {sentences} sentences", notice.id);
            assert!(section.title.plain.chars().count() <= 14, "{}: {}", notice.id, section.title.plain);
        }
    }
}

/// The interface can be English; every heading, question and consequence then is.
#[test]
fn every_title_has_english() {
    for notice in all() {
        for snapshot in shown(&notice) {
            for (place, text) in texts(&snapshot) {
                let english = text.en.as_deref().unwrap_or_default();
                assert!(
                    !english.is_empty() && !english.contains("{{"),
                    "{} {place}: {}",
                    notice.id,
                    text.plain
                );
                // Nor does the law's numbering reach a participant in English.
                assert!(!english.contains("rticle ") && !english.contains("art. "), "{english}");
            }
        }
        for placeholder in &notice.placeholders {
            let name = &placeholder.name;
            assert!(placeholder.label.en.is_some() && placeholder.hint.en.is_some(), "{} {name}", notice.id);
        }
        assert!(notice.optional.iter().all(|option| option.label.en.is_some()), "{}", notice.id);
    }
}

/// What the coordinator reads in the settings form is easy too.
#[test]
fn the_settings_form_is_readable() {
    for notice in all() {
        let placeholders = notice.placeholders.iter();
        let texts = placeholders.flat_map(|p| [&p.label, &p.hint].into_iter().chain(&p.default));
        for text in texts.chain(notice.optional.iter().map(|o| &o.label)) {
            assert_eq!(lint::easy(&text.easy), [""; 0], "{}: {}", notice.id, text.easy);
            assert_eq!(lint::plain(&text.plain), [""; 0], "{}: {}", notice.id, text.plain);
        }
    }
}

/// Whoever says yes can know what a later no would do, before and after.
#[test]
fn every_item_says_what_taking_it_back_does() {
    for notice in all() {
        for item in &notice.items {
            let (id, place) = (&notice.id, &item.id);
            let taken_back =
                item.on_withdrawal.as_ref().unwrap_or_else(|| panic!("{id} {place}: nothing said"));
            for (name, text) in taken_back.sentences() {
                for register in [&text.plain, &text.easy] {
                    assert!(register.ends_with('。'), "{id} {place} {name}: {register}");
                }
                let sentences = lint::sentences(&text.plain).count();
                assert_eq!(sentences, 1, "{id} {place} {name}: {}", text.plain);
            }
            // What may be done all the same has to say so where the answer is given.
            assert!(item.withholdable || item.detail.is_some(), "{id} {place}: no reason");
        }
    }
}

/// Kinds of information that are or may be special-care are asked about openly (B2-4, B2-5).
#[test]
fn special_care_is_asked_about() {
    for notice in all() {
        use nattoku::domain::notice::Sensitivity::No;
        let held = notice.categories.iter().any(|category| category.sensitivity != No);
        assert!(!held || notice.items.iter().any(|item| item.sensitive), "{}", notice.id);
    }
}

/// No notice claims to know the law better than the data it is checked against.
#[test]
fn the_law_behind_a_notice_is_the_law_of_the_data() {
    let law = Law::current();
    for notice in all() {
        assert!(notice.legal_basis_as_of <= law.as_of, "{}: {}", notice.id, notice.legal_basis_as_of);
    }
}

#[test]
fn the_published_schema_describes_the_files() {
    let schema = serde_json::to_value(schemars::schema_for!(Notice)).unwrap();
    let check = jsonschema::validator_for(&schema).unwrap();
    let of_snapshot = serde_json::to_value(schemars::schema_for!(NoticeSnapshot)).unwrap();
    let check_snapshot = jsonschema::validator_for(&of_snapshot).unwrap();
    for notice in all() {
        let file: serde_json::Value = serde_json::from_str(&source(&notice.id)).unwrap();
        let errors: Vec<_> = check.iter_errors(&file).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", notice.id);
        assert!(check_snapshot.is_valid(&serde_json::to_value(&shown(&notice)[0]).unwrap()), "{}", notice.id);
        for (field, wrong) in [("version", "1.0.0"), ("acquisition", "by_force")] {
            let mut broken = file.clone();
            broken[field] = wrong.into();
            assert!(!check.is_valid(&broken), "{}: {field}", notice.id);
        }
    }
}
