//! Names and other typed text: kept to the letter in the draft, tidied of what hides or reorders in the record.

use super::*;
use nattoku::domain::consent::Consent;

/// The record of someone who typed this wherever a name goes.
fn named(name: &str) -> Consent {
    let walk = Walk::begin()
        .alone()
        .edit(Field::Name, name)
        .edit(Field::ExplainedBy, name)
        .choose(Route::Typed)
        .edit(Field::TypedName, name)
        .next();
    assert_eq!(Field::Name.of(&walk.session), name, "a draft has what was typed");
    walk.finish("1")
}

#[test]
fn a_name_is_kept_as_the_person_writes_it() {
    let (forty, long) = ("花".repeat(40), "花".repeat(1_000));
    for (typed, kept) in [
        ("山田 花子", "山田 花子"),
        ("𠮷田 太郎", "𠮷田 太郎"),
        ("葛\u{E0100}城", "葛\u{E0100}城"),
        ("はなこ👵🏽❤\u{FE0F}👩\u{200D}🦳", "はなこ👵🏽❤\u{FE0F}👩\u{200D}🦳"),
        ("O'Neill <b>&amp;\"\\", "O'Neill <b>&amp;\"\\"),
        (&forty, &forty),
        (&long, &long),
        (" 　山田\n花子\t ", "山田 花子"),
        ("山\u{0}田\u{7}花\u{1B}子", "山田花子"),
        ("\u{202E}子花\u{2066}田\u{200F}山\u{200B}\u{FEFF}", "子花田山"),
    ] {
        let consent = named(typed);
        assert_eq!(consent.subject.name, kept);
        let event = &consent.events[0];
        assert_eq!(event.explained.as_ref().unwrap().by, kept);
        assert_eq!(event.typed_name.as_ref().map(|typed| typed.name.as_str()), Some(kept));
        crate::export::consent_comes_back(consent);
    }
}

#[test]
fn what_is_too_long_to_be_a_name_is_refused_by_name_and_kept_in_the_draft() {
    let long = "花".repeat(1_001);
    let refused = |walk: &Walk, field: Field, step| {
        let walk = walk.clone().edit(field, &long);
        assert_eq!(Field::of(field, &walk.session), long, "nothing is cut off");
        assert_eq!(walk.missing(), [("problem.too_long", step)], "{field:?}");
        let tidied = format!(" 　{}\u{200B}\n", "花".repeat(1_000));
        assert_eq!(walk.edit(field, &tidied).missing(), [], "{field:?}");
    };
    for (route, walk) in walks() {
        refused(&walk, Field::Kana, Step::Who);
        refused(&walk, Field::ExplainedBy, Step::Who);
        let fields: &[(Field, Step)] = match route {
            Route::Sign => &[],
            Route::Voice => &[(Field::HeardBy, Step::Voice)],
            Route::Typed => &[(Field::TypedName, Step::Typed)],
            Route::Proxy => &[(Field::ProxyWriter, Step::Proxy), (Field::ProxyWitness, Step::Proxy)],
            Route::Paper => &[(Field::PaperKeeper, Step::Paper)],
        };
        fields.iter().for_each(|(field, step)| refused(&walk, *field, *step));
    }
    let typed = Walk::asked().choose(Route::Typed).edit(Field::TypedName, "山田 花子");
    refused(&typed, Field::Name, Step::Who);
    let family =
        typed.act(|_| Action::Respond(RoleChoice::WithFamily)).edit(Field::RespondentRelation, "長男");
    refused(&family, Field::RespondentName, Step::Respondent);
    assert_eq!(family.alone().edit(Field::RespondentName, &long).missing(), [], "it is not recorded then");
}

#[test]
fn a_name_that_nobody_could_see_is_no_name() {
    for nothing in ["", " ", "　\n", "\u{200B}", "\u{202E}\u{2069}", "\u{0}\u{7F}"] {
        let walk = Walk::begin()
            .alone()
            .edit(Field::Name, nothing)
            .edit(Field::ExplainedBy, nothing)
            .choose(Route::Typed)
            .edit(Field::TypedName, nothing);
        assert_eq!(
            walk.missing(),
            [
                ("problem.name", Step::Who),
                ("problem.explained_by", Step::Who),
                ("problem.typed_name", Step::Typed)
            ],
            "{nothing:?}"
        );
        let spoken = Walk::asked().choose(Route::Voice).edit(Field::HeardBy, nothing);
        assert_eq!(spoken.missing(), [("problem.oral.heard_by", Step::Voice)], "{nothing:?}");
        let written = Walk::asked()
            .choose(Route::Proxy)
            .edit(Field::ProxyWriter, "見本 太郎")
            .edit(Field::ProxyReason, "手が痛い")
            .edit(Field::ProxyWitness, nothing);
        assert_eq!(written.missing(), [("problem.proxy.seen_by", Step::Proxy)], "{nothing:?}");
    }
}

#[test]
fn the_witness_is_someone_else_than_the_writer_whatever_hides_between_the_letters() {
    let walk = Walk::asked()
        .choose(Route::Proxy)
        .edit(Field::ProxyWriter, "見本 太郎")
        .edit(Field::ProxyReason, "手が痛い")
        .edit(Field::ProxyWitness, "見本\n太\u{200B}郎 ");
    assert_eq!(walk.missing(), [("problem.proxy.seen_by", Step::Proxy)]);
}

#[test]
fn the_listener_is_the_explainer_until_someone_else_is_named() {
    let walk = Walk::asked().choose(Route::Voice);
    assert_eq!(Field::HeardBy.of(&walk.session), "見本 太郎");
    let other = walk.edit(Field::HeardBy, "見本 次郎").act(|_| Action::Back).choose(Route::Voice);
    assert_eq!(Field::HeardBy.of(&other.session), "見本 次郎");
}
