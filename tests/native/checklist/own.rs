//! A group writes its own list: nothing is lost while typing, every error has its place, and ids are for ever.

use std::rc::Rc;

use nattoku::domain::checklist::own::{MAX_CHARS, edit, in_place_of};
use nattoku::domain::checklist::*;
use nattoku::domain::text::Wording;
use proptest::prelude::*;

use super::salon;

fn write(place: Place, wording: Wording, text: &str) -> ListAction {
    ListAction::Write { place, wording, text: text.into() }
}

fn both(draft: Rc<ListDraft>, place: &Place, plain: &str, easy: &str) -> Rc<ListDraft> {
    let draft = edit(draft, write(place.clone(), Wording::Plain, plain));
    edit(draft, write(place.clone(), Wording::Easy, easy))
}

fn fresh() -> Rc<ListDraft> {
    Rc::new(ListDraft::new("own-1", &salon()))
}

/// A list of one part with two items, the first with a sub-point.
fn written() -> Rc<ListDraft> {
    let mut draft = both(fresh(), &Place::Title, "台所のチェック", "{台所|だいどころ}の {確認|かくにん}");
    draft = both(draft, &Place::Part("own-1.1".into()), "火のまわり", "{火|ひ}の {近|ちか}く");
    for id in ["own-1.2", "own-1.3"] {
        draft = edit(draft, ListAction::AddItem { part: "own-1.1".into() });
        draft = both(draft, &Place::Item(id.into()), "火を見ています。", "{火|ひ}を {見|み}て います。");
    }
    draft = edit(draft, ListAction::AddPoint { item: "own-1.2".into() });
    both(draft, &Place::Point("own-1.4".into()), "鍋を見ています。", "{鍋|なべ}を {見|み}て います。")
}

fn ids(draft: &ListDraft) -> Vec<String> {
    let of = |part: &Part| {
        let items: Vec<&str> = part.items.iter().map(|item| item.id.as_str()).collect();
        format!("{}: {}", part.id, items.join(" "))
    };
    draft.list.lists.iter().map(of).collect()
}

#[test]
fn a_written_list_is_a_list_like_any_other() {
    let list = written().finish().unwrap();
    assert_eq!((list.id.as_str(), list.version.as_str()), ("own-1", "1.0"));
    let json = serde_json::to_string(&list).unwrap();
    assert_eq!(Checklist::from_json(&json).unwrap(), list);
    assert_eq!(list.item("own-1.2").unwrap().short, list.item("own-1.2").unwrap().text, "its words stand in");
    assert_eq!(
        (&list.legend, &list.emergency),
        (&salon().legend, &salon().emergency),
        "○△× stays what it is"
    );
    let draft = serde_json::to_string(&*written()).unwrap();
    assert_eq!(ListDraft::restore(&draft).unwrap(), *written());
    assert!(ListDraft::restore("{}").is_err());
}

#[test]
fn every_error_is_named_with_its_place() {
    let said = |draft: &ListDraft| -> Vec<String> {
        draft.problems().iter().map(|error| format!("{} {}", error.place, error.problem.code())).collect()
    };
    assert_eq!(
        said(&fresh()),
        [
            "lists[0].items checklist_empty",
            "title.plain checklist_empty",
            "title.easy checklist_empty",
            "lists[0].title.plain checklist_empty",
            "lists[0].title.easy checklist_empty",
        ]
    );
    assert_eq!(fresh().finish().unwrap_err().len(), 5);
    let mut draft = written();
    let item = || Place::Item("own-1.2".into());
    draft = edit(draft, write(item(), Wording::Easy, "火を {見|み}ます。"));
    draft = edit(draft, write(item(), Wording::Plain, &"あ".repeat(MAX_CHARS + 1)));
    draft = edit(draft, write(Place::Point("own-1.4".into()), Wording::Easy, "{鍋|なべ"));
    draft = edit(draft, write(Place::Short("own-1.3".into()), Wording::English, " "));
    assert_eq!(
        said(&draft),
        [
            "lists[0].items[0].text.plain checklist_too_long",
            "lists[0].items[0].text.easy checklist_no_reading",
            "lists[0].items[0].points[0].text.easy checklist_notation",
        ]
    );
    for _ in 0..60 {
        draft = edit(draft, ListAction::AddItem { part: "own-1.1".into() });
    }
    assert!(said(&draft).contains(&"lists checklist_too_many".to_owned()));
    for error in draft.problems() {
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn items_move_within_their_part_and_over_its_edge() {
    let up = |id: &str| ListAction::Move { id: id.into(), up: true };
    let down = |id: &str| ListAction::Move { id: id.into(), up: false };
    let mut draft = edit(written(), ListAction::AddPart);
    assert_eq!(ids(&draft), ["own-1.1: own-1.2 own-1.3", "own-1.5: "]);
    draft = edit(draft, down("own-1.2"));
    assert_eq!(ids(&draft), ["own-1.1: own-1.3 own-1.2", "own-1.5: "]);
    draft = edit(draft, down("own-1.2"));
    assert_eq!(ids(&draft), ["own-1.1: own-1.3", "own-1.5: own-1.2"]);
    assert!(Rc::ptr_eq(&draft, &edit(draft.clone(), down("own-1.2"))), "the end is the end");
    draft = edit(draft, down("own-1.1"));
    assert_eq!(ids(&draft), ["own-1.5: own-1.2", "own-1.1: own-1.3"]);
    draft = edit(draft, up("own-1.3"));
    assert_eq!(ids(&draft), ["own-1.5: own-1.2 own-1.3", "own-1.1: "]);
    draft = edit(draft, ListAction::AddPoint { item: "own-1.2".into() });
    draft = edit(draft, up("own-1.6"));
    let points: Vec<_> = draft.list.item("own-1.2").unwrap().points.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(points, ["own-1.6", "own-1.4"]);
    for action in [up("own-1.5"), up("own-1.6"), up("own-1.99"), ListAction::AddItem { part: "x".into() }] {
        assert!(Rc::ptr_eq(&draft, &edit(draft.clone(), action)));
    }
}

#[test]
fn what_is_taken_out_takes_along_what_hung_on_it_and_no_id_comes_back() {
    let remove = |draft: Rc<ListDraft>, id: &str| edit(draft, ListAction::Remove { id: id.into() });
    let draft = remove(written(), "own-1.3");
    let draft = edit(draft, ListAction::AddItem { part: "own-1.1".into() });
    assert_eq!(ids(&draft), ["own-1.1: own-1.2 own-1.5"], "own-1.3 is never given again");
    let draft = remove(remove(draft, "own-1.4"), "own-1.1");
    assert_eq!(ids(&draft), ["own-1.6: "], "there is always a part to add to");

    // The salon's own list, changed: cases that teach nothing else go.
    let changed = remove(Rc::new(ListDraft::of(&salon())), "manage.3");
    let cases: Vec<_> = changed.list.cases.cards.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(cases, ["leak.1", "leak.2", "leak.3", "leak.5", "leak.6", "leak.7"]);
    assert_eq!(changed.finish().unwrap().items().count(), 9);
}

#[test]
fn a_changed_list_has_a_version_of_its_own() {
    let unchanged = ListDraft::of(&salon());
    assert_eq!(unchanged.finish().unwrap(), *salon());
    for (before, after) in
        [("1.0", "1.1"), ("1.15", "2.0"), ("3", "3.1"), ("2026-11", "2026-11.1"), ("2026-11.1", "2026-11.2")]
    {
        let mut list = (*salon()).clone();
        list.version = before.into();
        let draft = edit(Rc::new(ListDraft::of(&list)), write(Place::Title, Wording::Plain, "見本"));
        assert_eq!(draft.finish().unwrap().version, after);
        // Finished twice, it is one version further, not two.
        assert_eq!(draft.finish().unwrap().version, after);
    }
    let again = ListDraft::of(&written().finish().unwrap());
    assert_eq!(again.next, 5, "new ids go on behind the old ones");
}

#[test]
fn no_two_texts_of_a_list_have_the_same_version() {
    let version = |version: &str, title: &str| {
        let mut list = (*salon()).clone();
        (list.version, list.title.plain) = (version.into(), title.into());
        list
    };
    for (kept, new, after) in [
        // Made from what is kept: one further, as it was finished.
        ("1.0", "1.1", "1.1"),
        ("1.15", "2.0", "2.0"),
        ("2026-11", "2026-11.1", "2026-11.1"),
        // Finished in another window meanwhile, or an old draft that was not even changed.
        ("1.1", "1.1", "1.2"),
        ("1.4", "1.1", "1.5"),
        ("1.4", "1.0", "1.5"),
        ("2.0", "1.15", "2.1"),
        ("1.15", "1.9", "2.0"),
        // A file of an older version took its place: what was used since is not used again.
        ("1.1", "1.6", "1.6"),
        ("2026-11", "1.1", "2026-11.1"),
        ("はる", "1.1", "はる.1"),
    ] {
        let (kept, new) = (version(kept, "前の"), version(new, "新しい"));
        let placed = in_place_of(&new, &kept);
        assert_eq!((placed.version.as_str(), &placed.title), (after, &new.title), "{}", kept.version);
        assert_ne!(placed.version, kept.version);
        assert_eq!(in_place_of(&placed, &placed), placed, "once is enough");
        let same = Checklist { version: new.version.clone(), ..kept.clone() };
        assert_eq!(in_place_of(&same, &kept), kept, "the same text keeps its version");
    }
}

#[test]
fn everything_wrong_with_a_loaded_list_is_named_at_once() {
    let mut list = (*salon()).clone();
    list.lists[0].items[0].text.plain.clear();
    list.lists[0].items[1].id = "collect.1".into();
    list.lists[1].items.clear();
    list.cases.cards[0].teaches.push("x".into());
    let found: Vec<_> =
        list.problems().iter().map(|error| format!("{} {}", error.place, error.problem.code())).collect();
    for expected in [
        "lists[1].items checklist_empty",
        "lists[0].items[1].id checklist_duplicate_id",
        "lists[0].items[0].text.plain checklist_empty",
        "cases.cards[0].teaches[2] checklist_unknown_id",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} in {found:#?}");
    }
    assert_eq!(list.validate().unwrap_err(), list.problems()[0]);
}

fn any_action() -> impl Strategy<Value = ListAction> {
    let id = || (1..14u32).prop_map(|n| format!("own-1.{n}"));
    prop_oneof![
        Just(ListAction::AddPart),
        id().prop_map(|part| ListAction::AddItem { part }),
        id().prop_map(|item| ListAction::AddPoint { item }),
        (id(), any::<bool>()).prop_map(|(id, up)| ListAction::Move { id, up }),
        id().prop_map(|id| ListAction::Remove { id }),
        (id(), ".{0,8}").prop_map(|(id, text)| write(Place::Item(id), Wording::Plain, &text)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_id_is_ever_given_twice(actions in proptest::collection::vec(any_action(), 0..40)) {
        let mut draft = fresh();
        let mut highest = 1;
        for action in actions {
            draft = edit(draft, action);
            let all: Vec<u32> = draft.list.lists.iter().flat_map(|part| {
                let inside = part.items.iter().flat_map(|item| {
                    [item.id.clone()].into_iter().chain(item.points.iter().map(|point| point.id.clone()))
                });
                [part.id.clone()].into_iter().chain(inside).collect::<Vec<_>>()
            }).map(|id| id.strip_prefix("own-1.").unwrap().parse().unwrap()).collect();
            let mut once = all.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), all.len());
            prop_assert!(all.iter().all(|n| *n < draft.next) && draft.next >= highest);
            highest = draft.next;
        }
        let text = serde_json::to_string(&*draft).unwrap();
        prop_assert_eq!(ListDraft::restore(&text).unwrap(), (*draft).clone());
    }
}
