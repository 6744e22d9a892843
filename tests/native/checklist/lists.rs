//! Which list is asked, and a list of one's own from a file: everything wrong is named at once, nothing is guessed.

use std::rc::Rc;

use nattoku::domain::checklist::own::{Spot, Unsound, edit, file_name, in_order, read, to_file};
use nattoku::domain::checklist::*;
use nattoku::domain::text::{Reading, Wording};
use serde_json::{Value, json};

use super::salon;

/// The least that a file has to say.
fn small() -> Value {
    let text = |plain: &str, easy: &str| json!({ "plain": plain, "easy": easy });
    json!({
        "id": "kitchen", "version": "1.0", "title": text("台所のチェック", "{台所|だいどころ}の {確認|かくにん}"),
        "lists": [{
            "id": "kitchen.fire", "title": text("火", "{火|ひ}"),
            "items": [
                { "id": "kitchen.1", "text": text("火を見ています。", "{火|ひ}を {見|み}て います。") },
                { "id": "kitchen.2", "text": text("火を消しています。", "{火|ひ}を {消|け}して います。"),
                  "points": [{ "id": "kitchen.2.a", "text": text("寝る前も。", "{寝|ね}る {前|まえ}も。") }] },
            ],
        }],
    })
}

fn changed(change: impl Fn(&mut Value)) -> Result<Checklist, Unsound> {
    let mut list = small();
    change(&mut list);
    read(&list.to_string())
}

fn said(change: impl Fn(&mut Value)) -> Vec<String> {
    let unsound = changed(change).expect_err("something is wrong");
    unsound.problems.iter().map(|error| format!("{} {}", error.place, error.problem.name())).collect()
}

#[test]
fn a_file_needs_only_what_is_asked() {
    let list = read(&small().to_string()).unwrap();
    assert_eq!((&list.legend, &list.emergency), (&salon().legend, &salon().emergency));
    assert_eq!(list.cases.cards, [], "the salon's cases are about the salon's items");
    assert_eq!(list.item("kitchen.1").unwrap().short.plain, "火を見ています。");
    assert_eq!(read(&to_file(&list)).unwrap(), list, "what is saved is taken in again");
    let name = file_name(&list);
    assert!(
        name.starts_with("nattoku-list-") && name.ends_with(".json") && !name.contains("kitchen"),
        "{name}"
    );
    let steps = CheckSession::new(Rc::new(list), super::at(super::START)).steps();
    assert!(!steps.contains(&Step::Cases), "without a case there is no screen of cases: {steps:?}");
}

#[test]
fn everything_wrong_with_a_file_is_named_at_once() {
    let found = said(|list| {
        list["titel"] = json!("misspelt");
        list["title"]["easy"] = json!("台所の {確認|かくにん}");
        list["lists"][0]["items"][0]["text"]["easy"] = json!("{火|ひを {見|み}て います。");
        list["lists"][0]["items"][1]["id"] = json!("kitchen.1");
        list["lists"][0]["items"][1]["text"] = json!("a text without registers");
        list["lists"][0]["items"][1]["points"][0]["text"].as_object_mut().unwrap().remove("easy");
        list["cases"] = json!({ "title": small()["title"], "preface": small()["title"], "cards": [{
            "id": "c.1", "title": small()["title"], "happened": small()["title"], "prevent": [small()["title"]],
            "teaches": ["nowhere"] }] });
    });
    assert_eq!(
        found,
        [
            "titel malformed",
            "title.easy no_reading",
            "lists[0].items[0].text.easy notation",
            "lists[0].items[1].text malformed",
            "lists[0].items[1].id duplicate_id",
            "lists[0].items[1].points[0].text.easy empty",
            "cases.cards[0].teaches[0] unknown_id",
        ]
    );
}

#[test]
fn words_that_are_wrong_can_be_mended_in_the_page_and_nothing_else() {
    let words = changed(|list| {
        list["title"]["plain"] = json!("");
        list["lists"][0]["items"][0]["text"]["easy"] = json!("火を {見|み}て います。");
        list["lists"][0]["items"][1]["text"].as_object_mut().unwrap().remove("easy");
    })
    .unwrap_err();
    assert_eq!(words.problems.len(), 3, "{words}");
    let draft = ListDraft::of(&words.list.expect("it can be mended"));
    assert_eq!(in_order(draft.problems()), words.problems, "the page names the same");
    let mended = [
        (Place::Title, Wording::Plain, "台所"),
        (Place::Item("kitchen.1".into()), Wording::Easy, "{火|ひ}を {見|み}て います。"),
        (Place::Item("kitchen.2".into()), Wording::Easy, "{消|け}して います。"),
    ];
    let draft = mended.into_iter().fold(Rc::new(draft), |draft, (place, wording, text)| {
        edit(draft, ListAction::Write { place, wording, text: text.into() })
    });
    assert_eq!(draft.finish().unwrap().version, "1.1");

    for change in [
        |list: &mut Value| list["id"] = json!("salon"),
        |list: &mut Value| list["lists"][0]["items"][0]["id"] = json!(""),
        |list: &mut Value| list["more"] = json!(1),
        |list: &mut Value| list["lists"][0]["items"][0]["text"] = json!(7),
    ] {
        assert_eq!(changed(change).unwrap_err().list, None);
    }
}

#[test]
fn marks_stay_the_three_and_may_be_called_otherwise() {
    let word = |plain: &str| json!({ "plain": plain, "easy": "はい" });
    let mut legend = json!({ "done": word("はい"), "trying": word("少し"), "notYet": word("いいえ"), "unmarked": word("まだ") });
    let renamed = changed(|list| list["legend"] = legend.clone()).unwrap();
    assert_eq!(renamed.legend.done.plain, "はい");
    legend["excellent"] = word("とても");
    assert_eq!(said(|list| list["legend"] = legend.clone()), ["legend.excellent other_scale"]);
    assert_eq!(said(|list| list["legend"] = json!({ "yes": word("はい") })), ["legend.yes other_scale"]);
    assert_eq!(said(|list| list["legend"]["done"] = json!(5)), ["legend.done malformed"]);
    assert_eq!(said(|list| list["legend"] = json!(["1", "2", "3", "4", "5"])), ["legend other_scale"]);
}

#[test]
fn what_is_no_list_and_what_is_called_like_a_built_in_one_is_refused() {
    let names =
        |text: &str| read(text).unwrap_err().problems.iter().map(|e| e.problem.name()).collect::<Vec<_>>();
    assert_eq!(names("{\"id\": "), ["malformed"]);
    for other in ["[]", "null", "{}", "{\"format\": \"nattoku\", \"version\": 1}", "{\"lists\": {}}"] {
        assert_eq!(names(other), ["not_a_list"], "{other}");
    }
    assert_eq!(names("{\"lists\": []}").len(), 5, "id, version, the parts, both registers of the title");
    for id in ["salon", "photo", "salon+photo", "a b"] {
        assert_eq!(said(|list| list["id"] = json!(id)), ["id unusable_id"], "{id}");
    }
    // A part that is no part is named, and those behind it are still looked at under their own number.
    let found = said(|list| {
        list["lists"].as_array_mut().unwrap().insert(0, json!(7));
        list["lists"][1]["title"]["easy"] = json!("火");
    });
    assert_eq!(found, ["lists[0] malformed", "lists[1].title.easy no_reading"]);
    let empty = changed(|list| list["title"]["en"] = json!(" ")).unwrap();
    assert_eq!(empty.title.en, None, "an empty translation is none");
    let braces = said(|list| list["lists"][0]["items"][0]["text"]["plain"] = json!("{{organization}}の火"));
    assert_eq!(braces, ["lists[0].items[0].text.plain notation"], "nothing is filled into a list");
}

#[test]
fn a_place_is_told_as_people_count() {
    let check =
        |place: &str, expected: (Option<usize>, Option<usize>, Option<usize>, Option<Reading>, &str)| {
            let spot = Spot::of(place);
            assert_eq!(
                (spot.part, spot.item, spot.point, spot.reading, spot.rest.as_str()),
                expected,
                "{place}"
            );
        };
    check("title.easy", (None, None, None, Some(Reading::Easy), "title"));
    check(
        "lists[1].items[2].points[0].text.plain",
        (Some(1), Some(2), Some(0), Some(Reading::Plain), "text"),
    );
    check("lists[1].items", (Some(1), None, None, None, "items"));
    check("lists[1].items[0].text.en", (Some(1), Some(0), None, None, "text.en"));
    check("lists", (None, None, None, None, "lists"));
    check("legend.more", (None, None, None, None, "legend.more"));
    assert_eq!(Spot::of("cases.cards[3].happened.easy").case, Some(3));
    assert!(Spot::of("lists[0].items[1].short.easy").can_be_typed());
    assert!(!Spot::of("lists[0].items[1].id").can_be_typed() && !Spot::of("legend.done.easy").can_be_typed());
}

#[test]
fn what_is_wrong_is_told_from_the_top_down() {
    let mut draft = Rc::new(ListDraft::new("own-1", &salon()));
    draft = edit(draft, ListAction::AddPart);
    draft = edit(draft, ListAction::AddItem { part: "own-1.1".into() });
    let places: Vec<String> = in_order(draft.problems()).into_iter().map(|error| error.place).collect();
    let expected = [
        "title.plain",
        "title.easy",
        "lists[0].title.plain",
        "lists[0].title.easy",
        "lists[0].items[0].text.plain",
        "lists[0].items[0].text.easy",
        "lists[1].title.plain",
        "lists[1].title.easy",
        "lists[1].items",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_copy_is_a_list_of_its_own_and_its_items_stay_comparable() {
    let copy = ListDraft::copy("own-7", &salon());
    let list = copy.finish().unwrap();
    assert_eq!((list.id.as_str(), list.version.as_str()), ("own-7", "1.0"));
    assert_eq!(list.lists, salon().lists);
    let draft = edit(Rc::new(copy), ListAction::AddItem { part: "collect".into() });
    assert!(draft.list.lists[0].items.iter().any(|item| item.id == "own-7.1"));

    // Short words that only repeat the statement go along with it.
    let own = read(&small().to_string()).unwrap();
    let draft = Rc::new(ListDraft::of(&own));
    assert_eq!(draft.finish().unwrap(), own);
    let write = |text: &str| ListAction::Write {
        place: Place::Item("kitchen.1".into()),
        wording: Wording::Plain,
        text: text.into(),
    };
    let changed = edit(draft, write("火のそばにいます。")).finish().unwrap();
    assert_eq!(changed.item("kitchen.1").unwrap().short.plain, "火のそばにいます。");
}

#[test]
fn what_was_taken_out_comes_back_where_it_was() {
    for list in [(*salon()).clone(), read(&small().to_string()).unwrap()] {
        let draft = Rc::new(ListDraft::of(&list));
        let mut ids: Vec<String> = list.lists.iter().map(|part| part.id.clone()).collect();
        for (_, item) in list.items() {
            ids.push(item.id.clone());
            ids.extend(item.points.iter().map(|point| point.id.clone()));
        }
        for id in ids {
            let without = edit(draft.clone(), ListAction::Remove { id: id.clone() });
            assert_ne!(*without, *draft, "{id}");
            let typed = edit(
                without,
                ListAction::Write {
                    place: Place::Title, wording: Wording::Plain, text: "書き足した".into()
                },
            );
            let back = edit(typed, ListAction::PutBack { id: id.clone(), from: draft.clone() });
            assert_eq!(back.list.title.plain, "書き足した", "what was written meanwhile stays");
            assert_eq!((&back.list.lists, &back.list.cases), (&draft.list.lists, &draft.list.cases), "{id}");
            assert!(back.next >= draft.next, "no id is given twice");
            let again = ListAction::PutBack { id, from: draft.clone() };
            assert!(Rc::ptr_eq(&back, &edit(back.clone(), again)), "once is enough");
        }
    }
}

#[test]
fn one_list_or_several_behind_each_other_by_name() {
    assert_eq!(Checklist::named("salon").as_ref(), Some(&*salon()));
    let both = Checklist::named(" salon  photo ").unwrap();
    assert_eq!((both.id.as_str(), both.items().count()), ("salon+photo", 14));
    for wrong in ["", " ", "school", "salon school", "salon salon", "care_provider"] {
        assert_eq!(Checklist::named(wrong), None, "{wrong:?}");
    }
    let known =
        Checklist::WHOLE.iter().chain(&Checklist::ADDITIONS).all(|id| Checklist::BUILTIN.contains(id));
    assert!(known && Checklist::WHOLE.len() + Checklist::ADDITIONS.len() == Checklist::BUILTIN.len());
}

#[test]
fn a_choice_leads_to_its_list_and_a_run_back_to_the_one_it_was_made_with() {
    let mut choice = ListChoice::default();
    assert_eq!((choice.id(), choice.complete(&salon())), ("salon", (*salon()).clone()));
    choice.add("photo", true);
    choice.add("photo", true);
    let own = Rc::new(read(&small().to_string()).unwrap());
    let with = choice.complete(&own);
    assert_eq!(with.id, "kitchen+photo");
    choice.add("photo", false);
    assert_eq!(choice.complete(&own), *own);
    choice.add("photo", true);
    let has_it = ListDraft::copy("own-1", &Checklist::builtin("photo").unwrap()).finish().unwrap();
    assert_eq!(choice.complete(&has_it), has_it, "nobody is asked the same twice");
    let mut long = ListDraft::of(&own);
    let item = long.list.lists[0].items[0].clone();
    long.list.lists[0].items = (0..58).map(|n| Item { id: format!("kitchen.{n}"), ..item.clone() }).collect();
    let long = long.finish().unwrap();
    assert_eq!(choice.complete(&long).items().count(), 58, "60 are enough");
    assert_eq!(long.with(&Checklist::builtin("photo").unwrap()).unwrap_err().problem, Problem::TooMany(62));

    let run = |list: &Checklist| ListSnapshot::of(list, Wording::Plain);
    assert_eq!(Checklist::of_run(&run(&with), std::slice::from_ref(&own)), Some(with.clone()));
    assert_eq!(Checklist::of_run(&run(&with), &[]), None, "it is not here any more");
    let safety = Checklist::named("safety photo").unwrap();
    assert_eq!(Checklist::of_run(&run(&safety), &[]), Some(safety));
    let mut other = (*own).clone();
    other.title.plain = "別の台所".into();
    assert_eq!(Checklist::of_run(&run(&own), &[Rc::new(other)]), None, "its words are others by now");
}
