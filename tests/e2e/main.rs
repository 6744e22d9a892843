//! Whole sessions, as a person would have them, in Chromium, Firefox and WebKit.
//!
//! A scenario is a `fn(&Page)` in a module beside this file; `scenarios!` makes one test of it per engine:
//! `chromium::fixture_page::answers_by_click_and_keyboard` and so on. What a scenario may do to a page lives in
//! [`harness`]. No scenario sleeps, and none retries what failed: it waits for a named condition, with a deadline. Only in
//! [`kill`] time passes for its own sake: when the browser is killed is what is tried out there.
//!
//! An engine that should be left out is left out by name, so that the report counts it as filtered out:
//! `cargo test --test e2e -- --skip firefox:: --skip webkit::`.
#![cfg(not(target_arch = "wasm32"))]

mod agree;
mod bench;
mod change;
mod checklist;
mod consent;
mod elements;
mod embeds;
mod fixture_page;
mod gather;
mod harness;
mod keyboard;
mod kill;
mod lists;
mod meeting;
mod paper;
mod readme;
mod record;
mod report;
mod respond;
mod tablet;
mod talk;
mod templates;
mod tour;
mod trouble;
mod windows;
mod words;

/// What is measured, and only on request: `cargo xtask bench`.
mod measures {
    #[test]
    #[ignore = "a measure, not a test"]
    fn taps() {
        crate::harness::run(crate::harness::Engine::Chromium, "bench-taps", crate::bench::taps);
    }
}

/// One test per engine and scenario; none in WebKit of those behind `@without webkit`.
macro_rules! scenarios {
    ($($area:ident: $($name:ident),+;)+ @without webkit $($other:ident: $($of_it:ident),+;)+) => {
        scenarios!(@engine chromium Chromium $($area: $($name),+;)+ $($other: $($of_it),+;)+);
        scenarios!(@engine firefox Firefox $($area: $($name),+;)+ $($other: $($of_it),+;)+);
        scenarios!(@engine webkit WebKit $($area: $($name),+;)+);
    };
    (@engine $module:ident $engine:ident $($area:ident: $($name:ident),+;)+) => {
        mod $module {
            $(mod $area {
                $(#[test]
                fn $name() {
                    let name = concat!(stringify!($area), "-", stringify!($name));
                    crate::harness::run(crate::harness::Engine::$engine, name, crate::$area::$name);
                })+
            })+
        }
    };
}

scenarios! {
    fixture_page:
        answers_by_click_and_keyboard,
        comes_and_goes,
        draws_with_every_pointer,
        notices_what_goes_wrong;
    agree:
        clock,
        keys,
        looks,
        odd,
        splits,
        talks;
    change:
        altered, altered_words,
        draft,
        everything,
        forgets,
        host_changes_value,
        keyboard_only,
        newer_notice,
        one_answer,
        other_forms,
        stale;
    checklist:
        element,
        keys,
        phone,
        run,
        silent,
        two_embeds;
    consent:
        changed_after_signing,
        copied,
        keeps_its_place,
        keyboard_only,
        next_person,
        not_today,
        other_contacts,
        pen_route,
        proxy_route,
        refusal,
        signature_route,
        silence_is_not_yes,
        survives,
        typed_route,
        voice_route;
    gather:
        alone,
        camera,
        codes,
        files,
        keys_only,
        many,
        mixture,
        round,
        together;
    lists:
        chosen,
        element,
        keyboard_only,
        moved,
        own_file,
        put_aside,
        refused,
        replaced,
        windows;
    paper:
        copy,
        host,
        notice,
        slip;
    elements:
        defines_on_request,
        embed;
    embeds:
        carries,
        checklist,
        consent,
        template;
    readme:
        embed,
        library;
    report:
        clocks,
        files,
        kept_marks,
        keys,
        last_time,
        looks,
        long,
        page_of_paper,
        take;
    respond:
        child,
        family_alone,
        keys_alone,
        on_paper,
        representative,
        told,
        unable,
        with_family;
    tablet:
        refuses_by_name,
        round_trip;
    templates:
        every_template,
        gaps,
        own_file,
        property,
        unreadable;
    tour:
        alone,
        changes,
        checklist,
        conversation,
        gathering,
        handed_over,
        lists,
        marks,
        notices,
        people,
        tablet,
        ways;
    trouble:
        double_taps,
        drafts_refused,
        newer_document,
        quick_imports,
        record_refused,
        run_refused,
        words_changed_midway;
    windows:
        deleted,
        one_draft;
    // Under its driver MiniBrowser keeps nothing on a disk that a killed one could come back to.
    @without webkit
    kill:
        empty,
        thousand;
}
