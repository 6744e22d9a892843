//! The clock of a conversation, with a made-up clock of the device: it asks at its end and does nothing else.

use serde_json::json;

use super::{EIGHT, round, take_up};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{say, say_with};

/// From now on the device's clock stands still, so many seconds after the moment at which it stood still first.
fn ahead(page: &Page, seconds: u32) {
    page.exec(
        "const real = (window.__real ??= Date);
         const now = (window.__stood ??= real.now()) + arguments[0] * 1000;
         window.Date = class extends real {
           constructor(...given) { if (given.length) super(...given); else super(now); }
           static now() { return now; }
         };",
        &[json!(seconds)],
    );
}

/// What is read out without being asked for.
fn heard(meeting: &Meeting<'_>) -> String {
    let said = meeting.inside("return root.querySelector('.clock [role=status]').textContent.trim()");
    said.as_str().expect("a live region").to_owned()
}

fn minutes(n: &str) -> String {
    say_with("talk.minutes", &[("n", n)])
}

/// How far the ring is filled, of a hundred.
fn filled(meeting: &Meeting<'_>) -> u32 {
    let ring =
        meeting.inside("return root.querySelector('.clock__gone')?.getAttribute('stroke-dasharray') ?? ''");
    let ring = ring.as_str().expect("a text").split(' ').next().expect("a number").to_owned();
    ring.parse().expect("a number")
}

/// Off until asked for; quiet; through topics and the hub; over, longer, stopped.
pub fn clock(page: &Page) {
    let meeting = take_up(page, &round(&EIGHT));
    page.button(&say("talk.begin")).click();
    meeting.see(&meeting.short(1));
    assert_eq!(heard(&meeting), "");
    ahead(page, 0);
    page.button(&say("talk.timer")).click();
    page.axe();
    let choose = page.group(&say("talk.timer_for"));
    for n in ["3", "5", "10"] {
        choose.button(&minutes(n)).state();
    }
    choose.button(&minutes("5")).click();
    let begun = say_with("talk.timer_on", &[("time", &minutes("5"))]);
    page.wait_for("the clock to begin", || heard(&meeting) == begun);
    page.see(&say_with("talk.timer_left", &[("time", &minutes("5"))]));
    page.wait_for("the focus on the clock", || {
        page.focused().is_some_and(|focus| focus.name == say("talk.timer_more"))
    });
    page.axe();

    // The next topic and the hub change nothing in it; nothing is read out on the way.
    ahead(page, 165);
    page.wait_for("more than half of it gone", || filled(&meeting) == 55);
    page.button(&say_with("check.next_is", &[("title", &meeting.short(4))])).click();
    meeting.see(&meeting.short(4));
    assert_eq!(filled(&meeting), 55);
    page.button(&say("check.back_to_result")).click();
    meeting.see(&say("check.result"));
    page.button(&format!("{}…", meeting.short(5))).click();
    meeting.see(&meeting.short(5));
    assert_eq!(filled(&meeting), 55);
    assert_eq!(heard(&meeting), begun);
    page.button(&say("talk.timer_more")).click();
    page.see(&say_with("talk.timer_left", &[("time", &minutes("3"))]));

    // Over: it asks. The screen is the same, and so is everything on it.
    page.fill(&say("talk.said"), "まだ話している");
    ahead(page, 400);
    page.see(&say("talk.timer_over"));
    assert_eq!(heard(&meeting), say("talk.timer_over"));
    page.axe();
    meeting.see(&meeting.short(5));
    assert_eq!(page.field(&say("talk.said")).state().value.as_deref(), Some("まだ話している"));
    page.button(&say("talk.timer_more")).click();
    page.see(&say_with("talk.timer_left", &[("time", &minutes("1"))]));
    // A clock that is set back does not make the time longer than it was.
    ahead(page, 0);
    page.wait_for("the clock to look again", || filled(&meeting) == 0);
    page.button(&say("talk.timer_stop")).click();
    page.button(&say("talk.timer")).state();
    assert_eq!(heard(&meeting), "");
    page.wait_for("the focus on the clock", || {
        page.focused().is_some_and(|focus| focus.name == say("talk.timer"))
    });
}
