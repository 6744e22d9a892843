//! How large what a person touches is: 48 px and more, 64 px for an answer and for ○△×, 24 px for a link within a text
//! (design, section 7; WCAG 2.2, 2.5.8).

use serde_json::json;

use super::Tour;

/// Every control that is too small where it stands, with what takes the touch for it: a radio button is its whole card.
const TOO_SMALL: &str = r"
    const root = document.querySelector(arguments[0]).shadowRoot;
    const scope = root.querySelector('dialog[open]') ?? root;
    const found = new Set();
    for (const control of scope.querySelectorAll('button, a[href], summary, input, select, textarea, [role=button]')) {
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        const touched = control.matches('[type=radio], [type=checkbox], [type=file]') ? control.closest('label') ?? control : control;
        const within = control.matches('a') && getComputedStyle(control).display === 'inline';
        const answers = control.matches('.choice input, .mark__choice input');
        const least = within ? 24 : answers ? 64 : 48;
        const { width, height } = touched.getBoundingClientRect();
        // A line of layout is a sixty-fourth of a pixel.
        if (width < least - 0.02 || height < least - 0.02) {
            const name = (control.getAttribute('aria-label') ?? touched.textContent).trim().slice(0, 20);
            found.add(`${Math.round(width)}×${Math.round(height)}, not ${least}: ${control.localName} ${touched.className} ${name}`);
        }
    }
    return [...found];
";

impl Tour<'_> {
    /// What is too small to be touched on the screen as it is, which the lines call by this name.
    #[track_caller]
    pub(super) fn too_small(&self, screen: &str) -> Vec<String> {
        let found: Vec<String> =
            serde_json::from_value(self.page.exec(TOO_SMALL, &[json!(self.tag)])).expect("a list of texts");
        found.into_iter().map(|what| format!("{screen}: {what}")).collect()
    }
}
