//! A change of mind without any pointer.

use nattoku::domain::consent::Answer;

use super::{becomes, events, open_record, with_record};
use crate::harness::Page;
use crate::keyboard::{focus_is, reach, write};
use crate::record;
use crate::talk::{EXPLAINER, NAME, answer_word};
use crate::words::{begins, say};

/// From the record to the record with Tab, Space, Enter, the arrows and letters.
pub fn keyboard_only(page: &Page) {
    let (talk, _) = with_record(page);
    open_record(page);
    let press = |role: &str, name: &str| {
        reach(page, role, name);
        page.press_keys(&["Enter"]);
    };
    press("button", &say("revise.change"));
    talk.see(&say("change.heading"));
    focus_is(page, "heading");
    // Refused, and taken to the sentence that says why.
    press("button", &say("next"));
    page.see(&say("problem.no_change"));
    focus_is(page, "alert");
    // A button that goes away with what it does leaves the focus in its place, not at the top of the page.
    press("button", &say("change.all"));
    page.see(&say("change.all_done"));
    page.press_keys(&["Tab"]);
    assert_eq!(page.focused().map(|focus| focus.name), Some(say("change.all_undo")));
    page.press_keys(&["Enter"]);
    page.see(&say("change.none_yet"));
    press("button", &format!("{} {}", talk.short(2), say("change.open")));
    let take_back = || {
        reach(page, "radio", &answer_word(Answer::Granted));
        page.press_keys(&["Space"]);
        page.see(&becomes(Some(Answer::AskEachTime), Answer::Granted));
        page.press_keys(&["ArrowDown"]);
        page.see(&becomes(Some(Answer::AskEachTime), Answer::Withheld));
    };
    take_back();
    press("button", &format!("{} {}", talk.short(2), say("change.keep")));
    page.see(&say("change.none_yet"));
    page.press_keys(&["Tab"]);
    let shut = format!("{} {}", talk.short(2), say("change.shut"));
    assert_eq!(page.focused().map(|focus| focus.name), Some(shut));
    take_back();
    press("button", &say("next"));
    talk.see(&say("follow.heading"));
    focus_is(page, "heading");
    press("button", &say("next"));
    talk.see(&say("respondent.heading"));
    reach(page, "radio", &super::alone());
    page.press_keys(&["Space"]);
    press("button", &say("next"));
    talk.see(&say("who.heading_change"));
    write(page, &begins("who.received_by"), EXPLAINER);
    press("button", &say("next"));
    talk.see(&say("method.heading"));
    press("button", &begins("way.typed"));
    talk.see(&say("typed.heading"));
    write(page, &begins("who.name"), NAME);
    press("button", &say("to_review"));
    talk.see(&say("review.heading"));
    press("button", &say("review.finish"));
    talk.see(&say("done.withdrawn"));
    reach(page, "button", &say("closing.save"));
    page.press_keys(&["Enter"]);
    page.see(&say("closing.saved"));
    let document = record::sound(&page.last_download(), "consent");
    assert_eq!(events(&document).len(), 2);
    assert_eq!(events(&document)[1]["type"], "withdrawn");
    assert_eq!(document["consents"][0]["current"]["outcome"], "partially");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
