//! The clock of a conversation: asked for, silent, and never the one who decides. When it is over it asks, nothing else.
//!
//! What runs is a moment to come ([`Span`]), not a counter: a device that slept, a reading that was switched and the next
//! topic change nothing in it. Whoever listens hears of its beginning and of its end only.

use crate::browser::focus;
use crate::ui::{
    checklist::Check,
    controls::{Button, ButtonKind, Said, say},
    view::use_view,
    wording::Words,
};
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// For how many minutes it can be set.
const MINUTES: [i64; 3] = [3, 5, 10];

/// A time to talk that has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Span {
    /// When it is over, in seconds since 1970.
    until: i64,
    /// How long it is, in seconds.
    length: i64,
}

impl Span {
    /// So many minutes from now.
    fn of(minutes: i64, now: i64) -> Self {
        Self { until: now + minutes * 60, length: minutes * 60 }
    }

    /// Seconds left, whatever the device's clock was set to meanwhile: never more than there were.
    fn left(self, now: i64) -> i64 {
        (self.until - now).clamp(0, self.length)
    }

    /// A minute more; from now where it was over.
    fn longer(self, now: i64) -> Self {
        let left = self.left(now);
        if left == 0 { Self::of(1, now) } else { Self { until: now + left + 60, length: self.length + 60 } }
    }
}

/// So many minutes in words, in ruby notation: ふん after 2, 5, 7 and 9, ぷん after the others.
fn minutes(words: Words, count: i64) -> String {
    let key = if matches!(count % 10, 2 | 5 | 7 | 9) { "talk.minutes" } else { "talk.minutes_pun" };
    words.with(key, &[("n", &count.to_string())])
}

#[derive(Properties, PartialEq)]
pub(super) struct ClockProps {
    pub check: Check,
}

/// The clock, or the button that brings it.
#[component]
pub(super) fn Clock(props: &ClockProps) -> Html {
    let (env, timer) = (props.check.env, props.check.timer.clone());
    let words = use_view().words();
    let (place, choosing, ticks) = (use_node_ref(), use_state_eq(|| false), use_state(|| 0_u32));
    let now = move || (env.now)().epoch_seconds();
    let left = timer.map(|span| span.left(now()));
    {
        let ticks = ticks.setter();
        // A clock that is over stands still.
        use_effect_with((*timer, left == Some(0)), move |(span, over)| {
            let running = span.is_some() && !over;
            let mut count = 0_u32;
            let interval = running.then(|| {
                Interval::new(1_000, move || {
                    count = count.wrapping_add(1);
                    ticks.set(count);
                })
            });
            move || drop(interval)
        });
    }
    {
        // Whoever pressed a button that is gone now goes on with the ones that came.
        let (place, shown) = (place.clone(), (timer.is_some(), *choosing));
        let before = use_mut_ref(|| shown);
        use_effect_with(shown, move |shown| {
            if before.replace(*shown) != *shown {
                focus::to_first(&place, "button");
            }
        });
    }
    let set = {
        let (timer, choosing) = (timer.clone(), choosing.clone());
        Callback::from(move |span: Option<Span>| {
            timer.set(span);
            choosing.set(false);
        })
    };
    let heard = timer.map(|span| match left {
        Some(0) => words.t("talk.timer_over").to_owned(),
        _ => words.t("talk.timer_on").replace("{{time}}", &minutes(words, span.length / 60)),
    });
    let over = left == Some(0);
    let shown = match (*timer, left) {
        (Some(span), Some(left)) => {
            let longer = set.reform(move |()| Some(span.longer(now())));
            let stop = set.reform(|()| None);
            html! {
                <>
                    if !over { { ring(words, span, left) } }
                    <Button class="mark__tool" onclick={longer}>{ say("talk.timer_more") }</Button>
                    <Button kind={ButtonKind::Quiet} class="mark__tool" onclick={stop}>{ say("talk.timer_stop") }</Button>
                </>
            }
        }
        _ => {
            let toggle = {
                let choosing = choosing.clone();
                Callback::from(move |()| choosing.set(!*choosing))
            };
            let choices = MINUTES.map(|count| {
                let onclick = set.reform(move |()| Some(Span::of(count, now())));
                html! { <Button key={count.to_string()} {onclick}><Said text={minutes(words, count)} /></Button> }
            });
            html! {
                <>
                    <Button kind={ButtonKind::Quiet} class="mark__tool" expanded={*choosing} onclick={toggle}>{ say("talk.timer") }</Button>
                    if *choosing {
                        <div class="buttons" role="group" aria-label={words.label("talk.timer_for")}>{ for choices }</div>
                    }
                </>
            }
        }
    };
    html! {
        <div class="clock">
            // There from the beginning, so that what appears in it is read out; the ring shows the rest.
            <p class={classes!("clock__said", "said", (!over).then_some("visually-hidden"))} role="status">
                if let Some(text) = heard { <Said {text} /> }
            </p>
            <div class="clock__tools" ref={place}>{ shown }</div>
        </div>
    }
}

/// A ring that fills, and what is left in words.
fn ring(words: Words, span: Span, left: i64) -> Html {
    let gone = (span.length - left) * 100 / span.length.max(1);
    let text = match (left + 30) / 60 {
        0 => words.t("talk.timer_last").to_owned(),
        count => words.t("talk.timer_left").replace("{{time}}", &minutes(words, count)),
    };
    html! {
        <span class="clock__left">
            <svg class="clock__ring" viewBox="0 0 36 36" aria-hidden="true">
                <circle class="clock__rest" cx="18" cy="18" r="15" />
                <circle class="clock__gone" cx="18" cy="18" r="15" pathLength="100"
                    stroke-dasharray={format!("{gone} 100")} transform="rotate(-90 18 18)" />
            </svg>
            <span class="said"><Said {text} /></span>
        </span>
    }
}
