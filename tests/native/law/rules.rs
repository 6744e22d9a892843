//! Ages, representatives, and letters of authority.

use nattoku::domain::law::{Guardian, Law};
use proptest::prelude::*;
use time::{Date, Duration};

#[test]
fn a_guardian_by_age() {
    let law = Law::current();
    for (years, wanted) in [
        (0, Guardian::Required),
        (15, Guardian::Required),
        (16, Guardian::Advised),
        (17, Guardian::Advised),
        (18, Guardian::NotNeeded),
        (101, Guardian::NotNeeded),
    ] {
        assert_eq!(law.guardian(years), wanted, "{years}");
    }
    let bands = Guardian::ALL.map(|guardian| law.ages(guardian));
    assert_eq!(bands, [(None, Some(15)), (Some(16), Some(17)), (Some(18), None)]);
    // The bands and the rule are the same thing, for every age and whatever the data says.
    let other = Law { guardian_required_under: 13, guardian_advised_under: 20, ..law.clone() };
    for law in [law, other] {
        for years in 0..=u8::MAX {
            let inside = |guardian: &Guardian| {
                let (from, to) = law.ages(*guardian);
                from.is_none_or(|from| from <= years) && to.is_none_or(|to| years <= to)
            };
            let found: Vec<_> = Guardian::ALL.into_iter().filter(inside).collect();
            assert_eq!(found, [law.guardian(years)], "{years}");
        }
    }
}

#[test]
fn who_may_answer_for_whom() {
    let law = Law::current();
    let ids = |minor| law.representatives(minor).map(|kind| kind.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids(true), ["parent", "minor_guardian"]);
    assert_eq!(ids(false), ["adult_guardian", "curator", "assistant", "voluntary_guardian", "mandate"]);
    let dated: Vec<_> = law.representative_kinds.iter().filter(|k| k.mandate).map(|k| &k.id).collect();
    assert_eq!(dated, ["mandate"]);
    assert!(law.representative("parent").is_some() && law.representative("neighbour").is_none());
    // 補助 alone for everybody, should the law become so: data, not code.
    let mut later = law.clone();
    later.representative_kinds.retain(|kind| kind.id == "assistant");
    assert_eq!(later.representatives(false).count(), 1);
    assert_eq!(later.representatives(true).count(), 0);
}

#[test]
fn a_letter_is_old_after_three_calendar_months() {
    let law = Law::current();
    for (dated, last_good, first_old) in [
        ("2026-08-20", "2026-11-20", "2026-11-21"),
        ("2026-11-30", "2027-02-28", "2027-03-01"),
        ("2027-11-30", "2028-02-29", "2028-03-01"),
        ("2026-11-28", "2027-02-28", "2027-03-01"),
        ("2026-12-31", "2027-03-31", "2027-04-01"),
        ("2026-01-31", "2026-04-30", "2026-05-01"),
        ("2026-02-28", "2026-05-28", "2026-05-29"),
        ("2028-02-29", "2028-05-29", "2028-05-30"),
        ("2026-10-01", "2027-01-01", "2027-01-02"),
        ("2099-11-30", "2100-02-28", "2100-03-01"),
        ("1999-11-30", "2000-02-29", "2000-03-01"),
    ] {
        assert!(!law.mandate_is_old(dated, last_good), "{dated} is good on {last_good}");
        assert!(law.mandate_is_old(dated, first_old), "{dated} is old on {first_old}");
    }
    // Written today, or dated later by mistake: not old.
    assert!(!law.mandate_is_old("2026-11-20", "2026-11-20"));
    assert!(!law.mandate_is_old("2027-11-20", "2026-11-20"));
    for none in
        ["", "2026-02-30", "2026-13-01", "2026-00-01", "2026-1-1", "2026-11-20T", "2026-11-20-", "きのう"]
    {
        assert!(law.mandate_is_old(none, "2026-11-20"), "{none}");
        assert!(law.mandate_is_old("2026-11-20", none), "{none}");
    }
    let year = Law { mandate_months: 12, ..law };
    assert!(!year.mandate_is_old("2028-02-29", "2029-02-28"));
    assert!(year.mandate_is_old("2028-02-29", "2029-03-01"));
}

proptest! {
    /// Three months are 89 to 92 days, wherever in the calendar they begin.
    #[test]
    fn three_months_are_about_ninety_days(days in 0_i64..300_000, later in 0_i64..200) {
        let law = Law::current();
        let dated = Date::from_ordinal_date(1900, 1).unwrap() + Duration::days(days);
        let on = dated + Duration::days(later);
        let text = |d: Date| format!("{:04}-{:02}-{:02}", d.year(), u8::from(d.month()), d.day());
        let old = law.mandate_is_old(&text(dated), &text(on));
        prop_assert!(later > 89 || !old, "{dated} {on}");
        prop_assert!(later <= 92 || old, "{dated} {on}");
    }
}
