//! A session without any pointer: going to a control with Tab and typing with keys. Every stop on the way must show
//! that it has the focus. What is done there is the scenarios' business.

use serde::Deserialize;

use crate::harness::{Focus, Page, wait_until};

/// After a change of screen the heading has the focus, so that it is read out and Tab goes on from there.
#[track_caller]
pub fn focus_is(page: &Page, role: &str) {
    page.wait_for("the focus on the heading", || page.focused().is_some_and(|focus| focus.role == role));
}

/// Goes to a field with Tab and types into it with single keys.
#[track_caller]
pub fn write(page: &Page, label: &str, text: &str) {
    reach(page, "textbox", label);
    type_text(page, text);
    let value = page.field(label).state().value;
    assert_eq!(value.as_deref(), Some(text), "what the keys wrote");
}

/// Types into whatever has the focus, a key a letter.
#[track_caller]
pub fn type_text(page: &Page, text: &str) {
    let letters: Vec<String> =
        text.chars().map(|letter| if letter == ' ' { "Space".into() } else { letter.to_string() }).collect();
    page.press_keys(&letters.iter().map(String::as_str).collect::<Vec<_>>());
}

/// More stops than any screen has.
const STOPS: usize = 60;

/// Waits until the wanted control is there, then presses Tab until it has the focus; every stop on the way must show that it has it.
#[track_caller]
pub fn reach(page: &Page, role: &str, name: &str) {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    let wanted = squeeze(name);
    let is_it = |focus: &Focus| match wanted.strip_suffix('…') {
        Some(beginning) => squeeze(&focus.name).starts_with(beginning),
        None => squeeze(&focus.name) == wanted,
    };
    // Tab goes round a screen faster than a late control comes, such as the way on from the closing screen.
    // One of several will do: the first mark of the next item is called as all the others are.
    page.wait_for(&format!("{role} “{name}”"), || page.role(role, name).count() > 0);
    let mut stops = Vec::new();
    for _ in 0..STOPS {
        let Some(focus) = page.tab() else { continue };
        // WebKit scrolls to a field that has the focus with its next frame, not at once.
        wait_until(&format!("the focus on {focus:?} to be seen"), || {
            let seen = visibility(page);
            let Seen { marked, inside, what } = seen;
            if marked && inside { Ok(()) } else { Err(format!("marked: {marked}, inside: {inside}: {what}")) }
        });
        if focus.role == role && is_it(&focus) {
            return;
        }
        stops.push(focus);
    }
    panic!("Tab never gets to {role} “{name}”; it gets to {stops:#?}");
}

/// Whether the focus shows.
#[derive(Debug, Deserialize)]
struct Seen {
    /// The control, or what draws it, has an outline or a ring.
    marked: bool,
    /// Its middle is within the window and nothing lies over it.
    inside: bool,
    /// The control as it is written, and what lies over its middle.
    what: String,
}

fn visibility(page: &Page) -> Seen {
    let script = r#"
        let at = document.activeElement;
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        // A radio may be drawn by the face beside it.
        const face = at.matches("input[type=radio], input[type=checkbox]") ? at.nextElementSibling : null;
        const marks = [at, face, face && at.parentElement].filter(Boolean);
        const ringed = (element) => {
            const style = getComputedStyle(element);
            return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
        };
        const box = (face ?? at).getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const within = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
        const hit = within ? at.getRootNode().elementFromPoint(x, y) : null;
        const family = (face && at.parentElement) ?? at;
        const inside = hit !== null && (family.contains(hit) || hit.contains(family));
        return { marked: marks.some(ringed), inside, what: `${at.matches(':focus-visible')} ${at.outerHTML} under ${hit?.outerHTML?.slice(0, 200)} at ${x},${y}` };
    "#;
    serde_json::from_value(page.exec(script, &[])).expect("what can be seen of the focus")
}
