//! The answer code: says what was marked, is read however it was typed, and never takes a slip for an answer.

use nattoku::domain::checklist::code::*;
use nattoku::domain::checklist::{Checklist, Mark};
use nattoku::domain::table::Table;
use proptest::prelude::*;

/// Crockford's letters, written down again so that the house's own table is checked too.
const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn list_of(items: usize) -> ListKey {
    let items = (0..items).map(|n| format!("item.{n}")).collect();
    ListKey { id: "own".into(), version: "2.7".into(), items }
}

fn marks_of(list: &ListKey, pick: impl Fn(usize) -> usize) -> Table<Mark> {
    let marked = list.items.iter().enumerate();
    marked.filter_map(|(n, id)| Some((id.clone(), *Mark::ALL.get(pick(n).checked_sub(1)?)?))).collect()
}

fn salon() -> ListKey {
    ListKey::from(&Checklist::salon())
}

fn bare(code: &str) -> String {
    code.replace('-', "")
}

fn grouped(letters: &[char]) -> String {
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What a spoiled code must be: refused, with the group in which it was spoiled.
fn refused_in(letters: &[char], group: usize, list: &ListKey) {
    let typed = grouped(letters);
    let error = decode(&typed, list).expect_err(&typed);
    assert_eq!(error, CodeError::Misread(Misread::Group { group }), "{typed}");
}

#[test]
fn ten_items_are_sixteen_letters_in_groups_of_four() {
    let list = salon();
    assert_eq!(list.items.len(), 10);
    for pick in 0..4 {
        let code = encode(&list, &marks_of(&list, |n| (n + pick) % 4), 8191).unwrap();
        assert_eq!(code.len(), 19);
        assert!(code.split('-').all(|group| group.len() == 4 && group.chars().all(|c| LETTERS.contains(c))));
    }
    let longest = list_of(MAX_ITEMS);
    assert_eq!(bare(&encode(&longest, &Table::new(), 0).unwrap()).len(), 44);
    // A code that was printed once must be read for ever: this is layout 0.
    let code = encode(&list_of(10), &marks_of(&list_of(10), |n| n % 4), 4660).unwrap();
    expect_test::expect!["2T9B-TWHK-M3C2-DHFP"].assert_eq(&code);
}

#[test]
fn one_wrong_letter_is_always_found_in_its_group() {
    for items in [0, 1, 4, 10, 33, MAX_ITEMS] {
        let list = list_of(items);
        let code = encode(&list, &marks_of(&list, |n| (n * 7 + 3) % 4), 1234).unwrap();
        let whole: Vec<char> = bare(&code).chars().collect();
        for place in 0..whole.len() {
            for wrong in LETTERS.chars().filter(|wrong| *wrong != whole[place]) {
                let mut letters = whole.clone();
                letters[place] = wrong;
                refused_in(&letters, place / 4 + 1, &list);
            }
        }
    }
}

#[test]
fn two_exchanged_neighbours_are_always_found() {
    for items in [1, 10, MAX_ITEMS] {
        let list = list_of(items);
        for round in 0..40 {
            let code =
                encode(&list, &marks_of(&list, |n| (n * 5 + round) % 4), (round * 197) as u16).unwrap();
            let whole: Vec<char> = bare(&code).chars().collect();
            for place in 1..whole.len() {
                let mut letters = whole.clone();
                letters.swap(place - 1, place);
                if letters != whole {
                    refused_in(&letters, (place - 1) / 4 + 1, &list);
                }
            }
        }
    }
    // The code is linear: the checks of a spoiled code see the difference alone. So every exchange there can be, in every
    // code, is the same letter added at two neighbours of the code of zeros.
    for groups in 1..=11 {
        for place in 1..groups * 4 {
            for letter in LETTERS.chars().skip(1) {
                let mut letters = vec!['0'; groups * 4];
                (letters[place - 1], letters[place]) = (letter, letter);
                let read = groups::read(&letters.iter().collect::<String>());
                assert_eq!(read, Err(Misread::Group { group: (place - 1) / 4 + 1 }), "{letters:?}");
            }
        }
    }
}

#[test]
fn any_two_wrong_letters_are_found() {
    let list = salon();
    let code = encode(&list, &marks_of(&list, |n| n % 4), 77).unwrap();
    let whole: Vec<char> = bare(&code).chars().collect();
    let all: Vec<char> = LETTERS.chars().collect();
    for first in 0..whole.len() {
        for second in first + 1..whole.len() {
            for one in all.iter().filter(|letter| **letter != whole[first]) {
                for other in all.iter().filter(|letter| **letter != whole[second]) {
                    let mut letters = whole.clone();
                    (letters[first], letters[second]) = (*one, *other);
                    let typed: String = letters.iter().collect();
                    assert!(groups::read(&typed).is_err(), "{typed}");
                }
            }
        }
    }
}

#[test]
fn a_missing_or_a_doubled_letter_is_found() {
    let list = salon();
    let code = encode(&list, &marks_of(&list, |n| (n + 1) % 4), 5).unwrap();
    let whole: Vec<char> = bare(&code).chars().collect();
    for place in 0..whole.len() {
        let mut fewer = whole.clone();
        fewer.remove(place);
        let mut more = whole.clone();
        more.insert(place, whole[place]);
        for letters in [fewer, more] {
            let error = decode(&grouped(&letters), &list).unwrap_err();
            assert_eq!(error.key(), "code.length");
            // Where it stops to fit is where the slip was, or after it; never before.
            assert!(error.group().is_some_and(|group| group > place / 4), "{error}");
        }
    }
    for (typed, key) in
        [("", "code.empty"), (" - ", "code.empty"), ("ABCU", "code.letter"), ("名前", "code.letter")]
    {
        assert_eq!(decode(typed, &list).unwrap_err().key(), key, "{typed}");
    }
    let longer = format!("{code}-0000");
    assert!(decode(&longer, &list).is_err());
    let shorter = code.rsplit_once('-').unwrap().0;
    assert!(decode(shorter, &list).is_err());
}

#[test]
fn each_group_can_be_checked_as_it_is_typed() {
    let code = encode(&salon(), &marks_of(&salon(), |n| n % 3), 4000).unwrap();
    for end in 0..=code.len() {
        assert_eq!(so_far(&code[..end]), Ok(()), "{}", &code[..end]);
    }
    let wrong = format!("{}{}", &code[..8], if &code[8..9] == "X" { "Y" } else { "X" });
    assert_eq!(so_far(&wrong), Err(Misread::Group { group: 2 }));
    assert_eq!(so_far("ABC!"), Err(Misread::Letter { group: 1, letter: '!' }));
}

#[test]
fn a_code_is_read_however_it_was_typed() {
    let list = salon();
    let marks = marks_of(&list, |n| n % 4);
    // A number for which the code has both letters that are easily taken for others.
    let (number, code) = (0..8192)
        .map(|number| (number, encode(&list, &marks, number).unwrap()))
        .find(|(_, code)| code.contains('0') && code.contains('1'))
        .unwrap();
    let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
    for typed in [
        code.to_lowercase(),
        bare(&code),
        code.replace('-', " "),
        code.replace('-', "　"),
        code.replace('-', "ー"),
        code.replace('-', "–"),
        format!("\u{FEFF} {code}\n"),
        code.replace('0', "O").replace('1', "I"),
        code.replace('0', "o").replace('1', "l"),
        code.chars().map(wide).collect(),
        code.to_lowercase().chars().map(wide).collect(),
        code.chars().map(|c| format!("{c} ")).collect(),
    ] {
        let read = decode(&typed, &list).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!((&read.code, read.number, &read.marks), (&code, number, &marks), "{typed}");
    }
}

#[test]
fn a_code_of_another_list_or_version_is_refused_by_name() {
    let salon = salon();
    let marks = marks_of(&salon, |n| n % 4);
    let with = |id: &str, version: &str, items: &[String]| ListKey {
        id: id.into(),
        version: version.into(),
        items: items.to_vec(),
    };
    let said = |list: &ListKey| decode(&encode(list, &marks, 9).unwrap(), &salon).unwrap_err();
    let items = &salon.items;
    assert_eq!(said(&with("salon", "1.1", items)), CodeError::OtherVersion(Some("1.1".into())));
    assert_eq!(said(&with("salon", "15.14", items)), CodeError::OtherVersion(Some("15.14".into())));
    for version in ["16.0", "2026-11", "1.0.0", "01.0", "1", ""] {
        assert_eq!(said(&with("salon", version, items)), CodeError::OtherVersion(None), "{version}");
    }
    assert_eq!(said(&with("photo", "1.0", items)), CodeError::OtherList);
    let mut other = items.clone();
    other.swap(0, 1);
    assert_eq!(said(&with("salon", "1.0", &other)), CodeError::OtherItems);
    assert_eq!(said(&with("salon", "1.0", &items[..9])), CodeError::OtherItems);
    // A list whose version is a date still reads its own codes, and not those of another date.
    let dated = with("own", "2026-11", items);
    let code = encode(&dated, &marks, 9).unwrap();
    assert_eq!(decode(&code, &dated).unwrap().marks, marks);
    assert_eq!(decode(&code, &with("own", "2027-05", items)).unwrap_err(), CodeError::OtherItems);

    let long = list_of(MAX_ITEMS + 1);
    assert_eq!(encode(&long, &Table::new(), 0), Err(CodeError::TooManyItems(61)));
    assert_eq!(decode(&code, &long), Err(CodeError::TooManyItems(61)));
}

#[test]
fn a_code_of_a_newer_layout_and_bits_behind_the_last_mark_are_refused() {
    let list = list_of(1);
    let mut values = groups::read(&encode(&list, &Table::new(), 0).unwrap()).unwrap();
    let last = values.len() - 1;
    values[last] |= 1;
    assert_eq!(decode(&groups::write(&values), &list), Err(CodeError::OtherItems));
    values[last] = 0;
    values[0] |= 0b1_0000;
    assert_eq!(decode(&groups::write(&values), &list), Err(CodeError::Newer(2)));
}

#[test]
fn two_people_who_answered_alike_have_different_codes() {
    let list = salon();
    let marks = marks_of(&list, |_| 1);
    let codes: std::collections::BTreeSet<String> =
        (0..200).map(|n| encode(&list, &marks, number_of(&format!("run-{n}/A"))).unwrap()).collect();
    assert!(codes.len() >= 195, "{} of 200 differ", codes.len());
    assert!((0..1000).all(|n| number_of(&n.to_string()) < 8192));
}

#[test]
fn the_picture_of_a_code_is_square_and_drawn_as_it_is() {
    for (items, side) in [(10, 25), (MAX_ITEMS, 33)] {
        let list = list_of(items);
        let code = encode(&list, &marks_of(&list, |n| n % 4), 3).unwrap();
        let picture = qr(&code).unwrap();
        assert_eq!(picture.side(), side);
        assert!(picture.rows.iter().all(|row| row.len() == side));
        // The three corners a camera looks for: seven dark squares, a light ring, a dark core.
        for (x, y) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            for at in 0..7 {
                assert!(picture.rows[y][x + at] && picture.rows[y + 6][x + at] && picture.rows[y + at][x]);
            }
            assert!(!picture.rows[y + 1][x + 1] && picture.rows[y + 3][x + 3]);
        }
        // The path covers exactly the dark squares.
        let mut drawn = vec![vec![false; side]; side];
        for run in picture.path(4).split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let width: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            for step in 0..width {
                drawn[y.parse::<usize>().unwrap() - 4][x.parse::<usize>().unwrap() - 4 + step] = true;
            }
        }
        assert_eq!(drawn, picture.rows);
    }
    assert_eq!(qr("なまえ"), None);
    assert_eq!(qr(&"A".repeat(500)), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_is_read(picks in proptest::collection::vec(0..4usize, 0..=MAX_ITEMS), number in 0..8192u16) {
        let list = list_of(picks.len());
        let marks = marks_of(&list, |n| picks[n]);
        let code = encode(&list, &marks, number).unwrap();
        let read = decode(&code, &list).unwrap();
        prop_assert_eq!(read, Decoded { code, number, marks });
    }

    #[test]
    fn no_text_makes_it_stumble(typed in ".{0,60}", letters in "[0-9A-HJKMNP-TV-Z -]{0,70}") {
        let list = salon();
        for text in [typed, letters] {
            let _ = so_far(&text);
            if let Ok(read) = decode(&text, &list) {
                prop_assert_eq!(encode(&list, &read.marks, read.number).unwrap(), read.code);
            }
        }
    }
}

#[test]
fn every_number_of_items_up_to_sixty_is_written_and_read() {
    for items in 0..=MAX_ITEMS {
        let list = list_of(items);
        for shift in 0..4 {
            let marks = marks_of(&list, |n| (n + shift) % 4);
            assert_eq!(decode(&encode(&list, &marks, 42).unwrap(), &list).unwrap().marks, marks);
        }
    }
}
