//! What a record means is what the exports say: no "yes" is made, none is lost, and nobody is named who need not be.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The items with a yes, by the record itself.
fn granted(consent: &Consent) -> BTreeSet<String> {
    let given = consent.current.answers.iter().filter(|given| given.answer == Answer::Granted);
    given.map(|given| given.item.clone()).collect()
}

fn set<'v>(words: impl IntoIterator<Item = &'v Value>) -> BTreeSet<String> {
    words.into_iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The items of the rules of that type; R5 has only those that permit.
fn ruled(consent: &Value, rule: &str) -> BTreeSet<String> {
    let r4 = &consent["provision"]["provision"];
    let rules = if r4.is_array() { entries(r4) } else { entries(&consent["provision"]) };
    let typed =
        rules.iter().filter(|one| one.get("type").map_or("permit", |found| found.as_str().unwrap()) == rule);
    set(typed.map(|one| &one["code"][0]["coding"][0]["code"]))
}

/// The items that are given once all events have happened: the last state of each process counts.
fn given(record: &Value) -> BTreeSet<String> {
    let mut given = BTreeSet::new();
    for state in entries(&record["dpv:hasConsentStatus"]) {
        for process in entries(&state["dpv:isApplicableFor"]) {
            let process =
                entries(&record["dpv:hasProcess"]).iter().find(|one| one["@id"] == process["@id"]).unwrap();
            let item = process["dct:identifier"].as_str().unwrap().to_owned();
            if state["@type"] == "dpv:ConsentGiven" {
                given.insert(item)
            } else {
                given.remove(&item)
            };
        }
    }
    given
}

#[track_caller]
fn says_what_was_said(example: &Example) {
    let yes = granted(&example.consent);
    assert_eq!(given(&example.export(Standard::Iso27560)), yes, "{}", example.name);
    for standard in [Standard::FhirR4, Standard::FhirR5] {
        let consent = example.export(standard);
        assert_eq!(ruled(&consent, "permit"), yes, "{} {}", standard.key(), example.name);
        let answers = entries(&consent["contained"]).iter().find(|one| one["id"] == "answers").unwrap();
        for item in &example.consent.current.answers {
            let link = format!("item/{}", item.item);
            let said = entries(&answers["item"]).iter().find(|one| one["linkId"] == *link).unwrap();
            assert_eq!(said["answer"][0]["valueCoding"]["code"], item.answer.key(), "{}", example.name);
        }
    }
    let no = example.consent.current.answers.iter().filter(|given| given.answer == Answer::Withheld);
    let no: BTreeSet<String> = no.map(|given| given.item.clone()).collect();
    assert_eq!(ruled(&example.export(Standard::FhirR4), "deny"), no, "{}", example.name);
    assert_eq!(example.export(Standard::FhirR5)["decision"], "deny");
}

#[test]
fn every_example_says_what_was_said() {
    examples().iter().for_each(says_what_was_said);
}

fn answers(count: usize) -> impl Strategy<Value = Vec<Option<Answer>>> {
    proptest::collection::vec(proptest::option::of(proptest::sample::select(&Answer::ALL[..])), count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was said and changed: what is permitted is what has a yes, and silence is none.
    #[test]
    fn no_history_makes_a_yes(
        first in answers(4),
        changes in proptest::collection::vec((0_usize..4, proptest::sample::select(&Answer::ALL[..]), any::<bool>()), 0..5),
        last in proptest::option::of(answers(5)),
    ) {
        let text = shown();
        let mut events = vec![event(&text, &first, 0)];
        for (at, (item, answer, back)) in changes.into_iter().enumerate() {
            let minute = 5 + u32::try_from(at).unwrap() * 5;
            events.push(if back {
                change(&text, EventKind::Withdrawn, &[(item, Answer::Withheld)], minute)
            } else {
                change(&text, EventKind::Changed, &[(item, answer)], minute)
            });
        }
        events.extend(last.map(|answers| event(&shown_later(), &answers, 40)));
        says_what_was_said(&example("any", events));
    }
}

#[test]
fn the_states_of_a_whole_history_stand_one_after_the_other() {
    let record = named("history").export(Standard::Iso27560);
    let told = entries(&record["dpv:hasConsentStatus"]).iter().map(|state| {
        let about = entries(&state["dpv:isApplicableFor"]).iter().map(|one| one["@id"].as_str().unwrap());
        let about: Vec<&str> = about.map(|id| id.trim_start_matches("_:process-")).collect();
        let word = |name: &str| state[name].as_str().unwrap().trim_start_matches("dpv:Consent").to_owned();
        format!("{} {} {} {}", word("dct:description"), word("rdf:value"), word("@type"), about.join(" "))
    });
    expect_test::expect![[r#"
        decided granted Given 1
        decided withheld Refused 2
        decided ask_each_time RequestDeferred 3
        decided undecided RequestDeferred 4
        changed withheld Withdrawn 1
        changed granted Given 2
        withdrawn withheld Withdrawn 1 2 3 4
        decided granted Given 1 4
        decided withheld Refused 3
        decided unanswered Requested 2 5"#]]
    .assert_eq(&told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn where_a_wish_could_not_be_confirmed_every_state_is_unknown() {
    let record = named("unable").export(Standard::Iso27560);
    let states = entries(&record["dpv:hasConsentStatus"]);
    let told: Vec<_> =
        states.iter().map(|state| (&state["@type"], entries(&state["dpv:isApplicableFor"]).len())).collect();
    assert_eq!(told, [(&"dpv:ConsentUnknown".into(), 4)]);
    assert_eq!(states[0].get("dpv:hasIndicationMethod"), None);
}

#[test]
fn each_outcome_has_its_status() {
    let examples = examples();
    let told = examples.iter().map(|example| {
        let outcome = example.consent.current.outcome.unwrap().key();
        let status = |standard| example.export(standard)["status"].as_str().unwrap().to_owned();
        format!("{}: {outcome} {} {}", example.name, status(Standard::FhirR4), status(Standard::FhirR5))
    });
    expect_test::expect![[r#"
        granted: consented active active
        refused: refused rejected active
        partial: partially active active
        deferred: deferred proposed draft
        silent: deferred proposed draft
        unable: unable_to_confirm proposed unknown
        after_unable: partially active active
        oral: partially active active
        proxy: partially active active
        paper: partially active active
        typed: partially active active
        representative: partially active active
        with_family: partially active active
        changed: partially active active
        withdrawn: withdrawn inactive inactive
        history: partially active active
        salon: partially active active
        care_provider: partially active active
        child_disability: partially active active
        neighbourhood_watch: partially active active
        bare: partially active active"#]]
    .assert_eq(&told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn whoever_answered_is_named_and_the_person_only_where_a_receiver_needs_it() {
    let example = named("representative");
    let iso = example.export(Standard::Iso27560);
    let by = |state: &Value| state["dpv:isIndicatedBy"]["@id"].as_str().unwrap().to_owned();
    assert_eq!(by(&iso["dpv:hasConsentStatus"][0]), "_:representative-1");
    assert_eq!(iso["dpv:hasDataSubject"]["dpv:hasRepresentative"][0]["dpv:hasName"], "見本 次郎");
    assert_eq!(by(&named("granted").export(Standard::Iso27560)["dpv:hasConsentStatus"][0]), "_:person");
    assert_eq!(by(&named("unable").export(Standard::Iso27560)["dpv:hasConsentStatus"][0]), "_:group");
    assert_eq!(example.export(Standard::FhirR4)["performer"][0]["reference"], "#representative");
    assert_eq!(example.export(Standard::FhirR5)["grantor"][0]["reference"], "#representative");
    assert_eq!(named("unable").export(Standard::FhirR5).get("grantor"), None);
    for example in &examples() {
        let iso = example.export(Standard::Iso27560).to_string();
        let person = example.consent.subject.name.trim();
        assert!(person.is_empty() || !iso.contains(person) && !iso.contains("見本 花子"), "{}", example.name);
        // What a person drew leaves in no form but our own.
        for standard in Standard::ALL {
            assert!(!example.export(standard).to_string().contains("\"strokes\""), "{}", example.name);
        }
    }
    let patient = &named("granted").export(Standard::FhirR5)["contained"][0];
    assert_eq!(
        (&patient["name"][0]["text"], &patient["name"][1]["text"]),
        (&"見本 花子".into(), &"みほん はなこ".into())
    );
}

#[test]
fn a_spoken_answer_was_verified_and_says_who_heard_it() {
    let [r4, r5] = [Standard::FhirR4, Standard::FhirR5].map(|standard| named("oral").export(standard));
    assert_eq!(r4["verification"][0]["verificationDate"], "2026-11-20T14:02:00+09:00");
    assert_eq!(r5["verification"][0]["verifiedBy"]["display"], "見本 太郎");
    assert_eq!(r5["verification"][0]["verificationDate"][0], "2026-11-20T14:02:00+09:00");
    assert_eq!(named("granted").export(Standard::FhirR4).get("verification"), None);
    let iso = named("oral").export(Standard::Iso27560);
    assert_eq!(iso["dpv:hasConsentStatus"][0]["dpv:hasScope"], "連絡に使うこと：はい");
}

#[test]
fn only_this_consent_is_looked_at_and_the_same_record_is_written_the_same() {
    for example in &examples() {
        let mut alone = example.document.clone();
        alone.consents.clear();
        for standard in Standard::ALL {
            assert_eq!(
                export(standard, &example.consent, &alone),
                example.export(standard),
                "{}",
                example.name
            );
        }
    }
}
