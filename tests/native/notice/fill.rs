//! Filling: what is asked for before, what comes out, and that nothing an organisation types can break it.

use nattoku::domain::json::{self, Unknown, Value};
use nattoku::domain::notice::{
    Acquisition, Category, MAX_VALUE_CHARS, Notice, NoticeSnapshot, Organization, PlaceholderValue,
    Sensitivity, ValueProblemKind, Withdrawal,
};
use nattoku::domain::text::{Piece, Reading, Text, has_bare_kanji, parse};
use proptest::prelude::*;

fn filled(change: impl FnOnce(&mut Organization)) -> Result<NoticeSnapshot, String> {
    let notice = Notice::salon();
    let mut organization = Organization::example(&notice);
    change(&mut organization);
    notice.fill(&organization).map_err(|errors| errors.to_string())
}

fn set(organization: &mut Organization, name: &str, value: PlaceholderValue) {
    organization.values.insert(name.to_owned(), value);
}

#[track_caller]
fn problem(value: PlaceholderValue, wanted: impl Fn(&ValueProblemKind) -> bool) {
    let notice = Notice::salon();
    let mut organization = Organization::example(&notice);
    set(&mut organization, "contact", value);
    let problems = organization.problems(&notice);
    assert!(
        matches!(problems.as_slice(), [p] if p.placeholder.name == "contact" && wanted(&p.kind)),
        "{problems:?}"
    );
    let refusal = notice.fill(&organization).expect_err("not filled").to_string();
    assert!(refusal.starts_with("salon: placeholder contact: "), "{refusal}");
}

#[test]
fn what_is_missing_is_asked_for_and_nothing_is_shown() {
    let notice = Notice::salon();
    let new = Organization::new(&notice);
    let missing: Vec<_> = new.missing(&notice).iter().map(|p| p.name.as_str()).collect();
    assert_eq!(
        missing,
        ["organization", "representative", "address", "members", "retention", "contact", "external_contact"]
    );
    assert_eq!(notice.fill(&new).expect_err("nothing comes out").0.len(), missing.len());
    assert!(Organization::example(&notice).problems(&notice).is_empty());
    for blank in ["", "  ", "　\n", "\u{200B}\u{202E}"] {
        problem(PlaceholderValue::name(blank, ""), |kind| *kind == ValueProblemKind::Missing);
    }
}

#[test]
fn a_value_that_cannot_be_read_is_named() {
    use ValueProblemKind::*;
    problem(PlaceholderValue::name("山田 花子", ""), |kind| *kind == NoReading);
    problem(PlaceholderValue::name("山田 花子", "、"), |kind| *kind == NoReading);
    problem(PlaceholderValue::name("山田 花子", "山だ はなこ"), |kind| *kind == ReadingHasKanji);
    problem(PlaceholderValue::phrase("代表", "代表"), |kind| *kind == EasyHasBareKanji);
    problem(
        PlaceholderValue::phrase("代表", "{代表"),
        |kind| matches!(kind, EasyNotation(e) if e.column == 1),
    );
    problem(PlaceholderValue::phrase("代表", "{{organization}}"), |kind| *kind == EasyHasPlaceholder);
    problem(PlaceholderValue::name(&"あ".repeat(MAX_VALUE_CHARS + 1), ""), |kind| *kind == TooLong);
    problem(PlaceholderValue::name("山", &"あ".repeat(10_000)), |kind| *kind == TooLong);
    assert!(filled(|o| set(o, "contact", PlaceholderValue::name("なっとく 000-0000", ""))).is_ok());
    assert!(filled(|o| set(o, "contact", PlaceholderValue::name(&"あ".repeat(MAX_VALUE_CHARS), ""))).is_ok());
}

#[test]
fn values_stand_in_both_registers() {
    let shown = filled(|_| {}).unwrap();
    let who = shown.section("who").unwrap();
    assert_eq!(who.plain[0], "情報をお預かりするのは、見本サロン（代表：山田　花子）です。");
    assert_eq!(who.easy[0], "{見本|みほん}サロンが、あなたの {情報|じょうほう}を {聞|き}きます。");
    assert_eq!(
        who.easy[2],
        "{住所|じゅうしょ}：{見本市見本町|みほんしみほんちょう}1{丁目|ちょうめ}2{番|ばん}"
    );
    let term = shown.section("term").unwrap();
    assert_eq!(term.easy[0], "{情報|じょうほう}を {持|も}って いるのは、やめてから 1{年|ねん}です。");
    let defaults = filled(|o| {
        o.values.retain(|name, _| name != "center" && name != "response_days");
    })
    .unwrap();
    let right = defaults.section("right").unwrap();
    assert!(
        right.easy.iter().any(|line| line == "{返事|へんじ}は、2{週間|しゅうかん}{以内|いない}に します。")
    );
    let center = &defaults.item("share.center").unwrap().title;
    assert_eq!(center.plain, "手助けが必要なとき、高齢者総合相談センターに伝えてもよいですか");
    assert_eq!(
        center.en.as_deref(),
        Some("May we tell the support centre for older people when you need support?")
    );
}

#[test]
fn an_optional_line_brings_its_question() {
    let without = filled(|_| {}).unwrap();
    assert!(without.item("share.care_manager").is_none());
    let with = filled(|o| o.enabled_options = vec!["cm".into(), "unknown".into()]).unwrap();
    let lines = |s: &NoticeSnapshot, reading| s.section("share").unwrap().lines(reading).len();
    for reading in Reading::ALL {
        assert_eq!(lines(&with, reading), lines(&without, reading) + 1);
    }
    assert!(with.item("share.care_manager").is_some());
    assert_ne!(with.digest, without.digest);
}

#[test]
fn the_digest_covers_every_word() {
    let shown = filled(|_| {}).unwrap();
    assert!(shown.verify());
    assert_eq!(shown.digest.len(), "sha256:".len() + 64);
    assert_eq!(filled(|_| {}).unwrap(), shown);
    let mut json = serde_json::to_value(&shown).unwrap();
    assert_eq!(serde_json::from_value::<NoticeSnapshot>(json.clone()).unwrap(), shown);
    json["sections"][6]["plain"][0] = "緊急のときは伝えます。".into();
    assert!(!serde_json::from_value::<NoticeSnapshot>(json).unwrap().verify());
    let mut asked = shown.clone();
    asked.items[0].title.easy.push('。');
    assert!(!asked.verify());
    let mut versioned = shown.clone();
    versioned.version.minor += 1;
    assert!(!versioned.verify());
    let other = filled(|o| set(o, "fee", PlaceholderValue::phrase("100円", "100{円|えん}"))).unwrap();
    assert_ne!(other.digest, shown.digest);
}

/// Notices written before the legal fields existed still parse, and records made then keep their digest: what says
/// nothing new is not written.
#[test]
fn what_was_written_before_the_legal_fields_still_holds() {
    let mut old: serde_json::Value =
        serde_json::from_str(include_str!("../../../src/presets/notices/salon.json")).unwrap();
    let parts = [("sections", &["covers"][..]), ("items", &["written", "onWithdrawal"])];
    for field in ["acquisition", "minors", "indirect", "notApplicable", "categories"] {
        old.as_object_mut().unwrap().remove(field);
    }
    for (list, fields) in parts {
        for part in old[list].as_array_mut().unwrap() {
            fields.iter().for_each(|field| drop(part.as_object_mut().unwrap().remove(*field)));
        }
    }
    let notice = Notice::parse("old.json", &old.to_string()).unwrap();
    assert!(!notice.minors && !notice.indirect && notice.categories.is_empty());
    assert!(notice.acquisition == Acquisition::ApproachedConsent && notice.not_applicable.is_empty());
    let shown = notice.fill(&Organization::example(&notice)).unwrap();
    let written = serde_json::to_string(&shown).unwrap();
    for field in
        ["acquisition", "minors", "indirect", "notApplicable", "categories", "written", "onWithdrawal"]
    {
        assert!(
            !written.contains(&format!("\"{field}\":")),
            "{field} would change the digest of old records"
        );
    }
    assert!(serde_json::from_str::<NoticeSnapshot>(&written).unwrap().verify());
}

/// The legal fields reach the record, with the group's own words in them.
#[test]
fn the_record_keeps_the_legal_fields() {
    let sentence = |plain: &str, easy: &str| Text { plain: plain.into(), easy: easy.into(), en: None };
    let mut notice = Notice::salon();
    notice.acquisition = Acquisition::SharedByMunicipality;
    notice.minors = true;
    notice.indirect = true;
    notice.categories = vec![Category {
        id: "basic".into(),
        requirement: "003 A-3-1 1".into(),
        name: sentence("お名前など", "{名前|なまえ}など"),
        examples: sentence("{{organization}}の名簿", "{{organization}}の {紙|かみ}"),
        sensitivity: Sensitivity::Depends,
    }];
    notice.items[0].written = true;
    notice.items[0].on_withdrawal = Some(Withdrawal {
        tell: Some(sentence("{{center}}に伝えます。", "{{center}}に {言|い}います。")),
        ..Withdrawal::default()
    });
    let shown = notice.fill(&Organization::example(&notice)).unwrap();
    assert_eq!(shown.acquisition, Acquisition::SharedByMunicipality);
    assert!(shown.minors && shown.indirect && shown.items[0].written);
    assert_eq!(shown.categories[0].examples.easy, "{見本|みほん}サロンの {紙|かみ}");
    let tell = shown.items[0].on_withdrawal.as_ref().and_then(|w| w.tell.as_ref()).unwrap();
    assert_eq!(tell.plain, "見本市高齢者相談センターに伝えます。");
    let written = serde_json::to_value(&shown).unwrap();
    assert_eq!(written["acquisition"], "shared_by_municipality");
    assert_eq!(written["categories"][0]["sensitivity"], "depends");
    assert_eq!(serde_json::from_value::<NoticeSnapshot>(written).unwrap(), shown);
    let mut other = shown.clone();
    other.minors = false;
    assert!(shown.verify() && !other.verify());
}

#[test]
fn unknown_fields_survive_and_are_covered() {
    let mut tree = json::tree(&filled(|_| {}).unwrap());
    tree["cityCode"] = 131_016.into();
    tree["sections"][0]["audio"] = "lead.mp3".into();
    tree["items"][0]["formField"] = "f1".into();
    let read = |tree: &Value| {
        let shown: NoticeSnapshot = json::fit(tree).unwrap();
        NoticeSnapshot { unknown: Unknown::of(tree, &shown), ..shown }
    };
    assert!(!read(&tree).verify(), "the digest covers what was added");
    tree["digest"] = read(&tree).compute_digest().into();
    let back = read(&tree);
    assert!(back.verify());
    assert_eq!(back.unknown.written_with(&back), tree);
    tree["sections"][0]["audio"] = "other.mp3".into();
    assert!(!read(&tree).verify());
    let given =
        json::parse(r#"{"enabledOptions":[],"tel":1,"values":{"later":{"plain":"a","unit":"b"}}}"#).unwrap();
    let organization: Organization = json::fit(&given).unwrap();
    assert_eq!(Unknown::of(&given, &organization).written_with(&organization), given);
}

#[test]
fn an_edited_template_says_so() {
    let mut notice = Notice::salon();
    let organization = Organization::example(&notice);
    assert!(!notice.fill(&organization).unwrap().modified);
    notice.sections[0].plain[0].push('。');
    assert!(notice.fill(&organization).unwrap().modified);
    notice.id = "ours".into();
    assert!(notice.fill(&organization).unwrap().modified);
}

/// What a hostile or careless hand may type.
fn typed() -> impl Strategy<Value = String> {
    let bits = [
        "{",
        "}",
        "{{",
        "}}",
        "|",
        "{{fee}}",
        "{山|やま}",
        "山",
        "々",
        "やま",
        " ",
        "、",
        "\u{202E}",
        "👩\u{200D}👧",
    ];
    let bit = prop_oneof![
        proptest::sample::select(bits.to_vec()).prop_map(str::to_owned),
        any::<char>().prop_map(String::from)
    ];
    prop_oneof![
        8 => proptest::collection::vec(bit, 0..12).prop_map(|parts| parts.concat()),
        1 => proptest::sample::select(vec!["{", "山", "a", "👩"]).prop_map(|c| c.repeat(10_000)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn nothing_typed_breaks_the_notice(
        plain in typed(),
        reading in proptest::option::of(typed()),
        easy in proptest::option::of(typed()),
        which in 0..Notice::salon().placeholders.len(),
    ) {
        let notice = Notice::salon();
        let name = notice.placeholders[which].name.clone();
        let mut organization = Organization::example(&notice);
        let value = PlaceholderValue { plain, reading, easy };
        organization.values.insert(name.clone(), value);
        match notice.fill(&organization) {
            Ok(shown) => {
                prop_assert!(shown.verify());
                let whole = serde_json::to_string(&shown).unwrap();
                let spoiled = ["{{", "\u{202E}"].iter().any(|bad| whole.contains(bad));
                prop_assert!(!spoiled, "{}", whole);
                for section in &shown.sections {
                    for line in &section.plain {
                        let pieces = parse(line).expect(line);
                        prop_assert!(pieces.iter().all(|p| matches!(p, Piece::Plain(_))));
                    }
                    for line in &section.easy {
                        let pieces = parse(line).expect(line);
                        prop_assert!(!pieces.iter().any(|p| matches!(p, Piece::Placeholder(_))));
                        prop_assert!(!has_bare_kanji(&pieces));
                    }
                }
            }
            // Or it is named, and it alone.
            Err(errors) => {
                prop_assert_eq!(errors.0.len(), 1);
                prop_assert_eq!(&errors.0[0].place.id, &name);
            }
        }
    }
}
