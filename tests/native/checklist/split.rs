//! What to talk about first: the order of splits, its ties, and what it does with missing answers.

use nattoku::domain::checklist::split::Spread;
use nattoku::domain::checklist::*;
use proptest::prelude::*;

/// `○○△×-` as counts.
fn counts(answers: &str) -> Counts {
    let of = |symbol: char| answers.chars().filter(|c| *c == symbol).count() as u32;
    Counts { done: of('○'), trying: of('△'), not_yet: of('×'), unmarked: of('-') }
}

fn order(items: &[&'static str]) -> Vec<String> {
    let mut all = items.iter().map(|answers| (*answers, counts(answers)));
    splits(&mut all).into_iter().map(|split| format!("{} {}", split.item, split.agreement.value())).collect()
}

#[test]
fn the_widest_split_comes_first_then_what_all_mark_not_yet() {
    let found =
        order(&["○○○○", "----", "××××", "○○△△", "○○××", "△△△-", "○○○×", "×---", "△△××", "○△××", "○---"]);
    expect_test::expect![[r#"
        ○○×× split
        ○△×× split
        ○○○× split
        △△×× split
        ○○△△ split
        ×××× all_not_yet
        ×--- all_not_yet
        △△△- all_trying
        ○○○○ all_done
        ○--- all_done
        ---- unanswered"#]]
    .assert_eq(&found.join("\n"));
}

#[test]
fn ties_go_to_more_not_yet_then_to_the_order_of_the_list() {
    // The same spread: half and half at one boundary.
    assert_eq!(order(&["○△", "△×", "○△-", "○○△△"]), ["△× split", "○○△△ split", "○△ split", "○△- split"]);
    assert_eq!(order(&["○×", "○×-"]), ["○× split", "○×- split"]);
    assert_eq!(order(&[]), Vec::<String>::new());
}

#[test]
fn huge_counts_do_not_run_over() {
    let all = Counts { done: u32::MAX, trying: u32::MAX, not_yet: u32::MAX, unmarked: u32::MAX };
    assert_eq!(all.total(), u32::MAX);
    assert!(Spread::of(all) > Spread::of(counts("○△")));
    assert_eq!(splits(&mut [("x", all)].into_iter())[0].agreement, Agreement::Split);
}

/// The measure as it is said: how many steps two answers lie apart on average, over all pairs.
fn by_pairs(answers: Counts) -> (u64, u64) {
    let places: Vec<i64> = [(0, answers.done), (1, answers.trying), (2, answers.not_yet)]
        .iter()
        .flat_map(|(place, count)| vec![*place; *count as usize])
        .collect();
    let apart: u64 = places.iter().flat_map(|one| places.iter().map(move |other| one.abs_diff(*other))).sum();
    (apart, (places.len() * places.len()).max(1) as u64)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_measure_is_the_distance_of_pairs_and_knows_no_missing_answers(
        done in 0..9u32, trying in 0..9u32, not_yet in 0..9u32, unmarked in 0..9u32, more in 0..9u32,
    ) {
        let one = Counts { done, trying, not_yet, unmarked };
        let (apart, pairs) = by_pairs(one);
        let spread = Spread::of(one);
        // Half the steps over the pairs, crosswise.
        prop_assert_eq!(spread.apart * 2 * u128::from(pairs), u128::from(apart) * spread.pairs);
        prop_assert_eq!(spread, Spread::of(Counts { unmarked: more, ..one }));
        // Turned around, ○ for ×, it is as wide; twice the people who answer alike make it no wider.
        prop_assert_eq!(spread, Spread::of(Counts { done: not_yet, not_yet: done, ..one }));
        prop_assert_eq!(spread, Spread::of(Counts { done: done * 2, trying: trying * 2, not_yet: not_yet * 2, unmarked }));
        let widest = Spread::of(Counts { done: 1, not_yet: 1, ..Counts::default() });
        prop_assert!(spread <= widest);
        let differ = [done, trying, not_yet].iter().filter(|count| **count > 0).count() > 1;
        prop_assert_eq!(Agreement::of(one) == Agreement::Split, differ);
        prop_assert_eq!(spread > Spread::of(Counts::default()), differ);
    }
}
