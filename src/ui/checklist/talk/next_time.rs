//! The last screen of a meeting: when the group looks again (004-14), what will be done until then, how many were there,
//! and where the result is taken (004-13).

use super::{actions::Actions, day_said, people::People};
use crate::domain::{
    checklist::{CheckAction, Every, TalkAction},
    day::Day,
};
use crate::ui::{
    checklist::{Check, ScreenProps, Subheading},
    controls::{
        Button, ButtonKind, Choices, Field, FieldKind, Frame, Heading, Option_, Said, Say, say, way_back,
    },
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

/// When the group looks again, and where the result is taken.
#[component]
pub(in super::super) fn NextTime(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    html! {
        <Frame title={words.t("check.title")} screen="talk-next" tools={check.tools.clone()} actions={ending(check, words)}>
            <div class="stage__inner check__words settle">
                <Heading screen="talk-next"><Say k="talk.next_title" /></Heading>
                <When check={check.clone()} />
                <section class="check__part">
                    <Subheading text={words.t("talk.actions")} />
                    <Actions check={check.clone()} />
                </section>
                <div class="fields">
                    <People check={check.clone()} />
                    { report(check, words) }
                </div>
                <p class="small said"><Say k="check.optional" /></p>
            </div>
        </Frame>
    }
}

/// Finish; or back to where this was looked at from.
fn ending(check: &Check, words: Words) -> Html {
    if check.came_from.is_some() || check.session.is_finished() {
        return check.actions(words, None, check.session.back());
    }
    let env = check.env;
    let onclick = check.on(move |()| CheckAction::Finish { at: (env.now)(), id: (env.new_id)() });
    html! {
        <>
            <Button kind={ButtonKind::Primary} class="check__on" icon="check" {onclick}><Say k="check.finish" /></Button>
            { way_back(check.to(check.session.back())) }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct WhenProps {
    check: Check,
}

/// Half a year, a year, a day, or none. Nothing is chosen beforehand.
#[component]
fn When(props: &WhenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let next = check.session.talk.next;
    let today = check.today();
    let after = |every: Every| today.map(|today| every.after(today));
    // What was chosen before is known by its day only.
    let chosen = use_state_eq(|| match next {
        None => None,
        day if day == after(Every::HalfYear) => Some("half"),
        day if day == after(Every::Year) => Some("year"),
        Some(_) => Some("day"),
    });
    let options = [
        ("half", "talk.when_half"),
        ("year", "talk.when_year"),
        ("day", "talk.when_day"),
        ("none", "talk.when_none"),
    ];
    let options = options.map(|(value, key)| Option_ { value, text: words.t(key).into() }).to_vec();
    let set = check.on(|day: Option<Day>| CheckAction::Talk(TalkAction::Next(day)));
    let onchoose = {
        let (chosen, set) = (chosen.clone(), set.clone());
        let (half, year) = (after(Every::HalfYear), after(Every::Year));
        Callback::from(move |value| {
            chosen.set(Some(value));
            match value {
                "half" => set.emit(half),
                "year" => set.emit(year),
                "none" => set.emit(None),
                // The day stays until another is chosen.
                _ => {}
            }
        })
    };
    let typed = set.reform(|text: String| Day::parse(&text).ok());
    let said = next.map(|day| words.t("talk.when_is").replace("{{day}}", &day_said(words, day)));
    html! {
        <div class="field">
            <Choices name="next-check" legend={words.t("talk.when")} legend_shown={true} {options} chosen={*chosen} {onchoose} />
            if *chosen == Some("day") {
                <Field id="next-day" kind={FieldKind::Date} label={words.t("talk.day")}
                    value={next.map(|day| day.to_string()).unwrap_or_default()} oninput={typed} />
            }
            <p class="said" role="status">
                if let Some(said) = said { <Said text={said} /> }
                if next.is_some() && next <= today { { " " }{ say("talk.past") } }
            </p>
        </div>
    }
}

/// Where the result is taken, and when it was.
fn report(check: &Check, words: Words) -> Html {
    let reported = check.session.talk.reported.clone();
    let (to, day) = reported.map_or_else(Default::default, |reported| (reported.to, reported.day));
    let onto = check.on(move |to| CheckAction::Talk(TalkAction::Report { to, day }));
    let onday = check.on({
        let to = to.clone();
        move |text: String| {
            CheckAction::Talk(TalkAction::Report { to: to.clone(), day: Day::parse(&text).ok() })
        }
    });
    html! {
        <>
            <Field id="report-to" label={words.t("talk.report")} hint={words.t("talk.report_hint")} value={to.clone()} oninput={onto} />
            if !to.trim().is_empty() {
                <Field id="report-day" kind={FieldKind::Date} label={words.t("talk.report_day")} hint={words.t("talk.report_day_hint")}
                    value={day.map(|day| day.to_string()).unwrap_or_default()} oninput={onday} />
            }
        </>
    }
}
