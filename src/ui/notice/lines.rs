//! The lines of a section as they are laid out: paragraphs, bullets, numbered steps.

use crate::domain::notice::{LineKind, line_kind};
use crate::ui::controls::said;
use yew::prelude::*;

/// The lines of one register, in ruby notation, for a place of class `topic__text`.
pub fn lines(lines: &[String]) -> Html {
    let laid = lines.iter().map(|line| match line_kind(line) {
        LineKind::Bullet(text) => html! { <p class="bullet">{ said(text) }</p> },
        LineKind::Numbered(n, text) => {
            html! { <p class="numbered"><span class="numbered__n">{ n }</span>{ said(text) }</p> }
        }
        LineKind::Paragraph(text) => html! { <p>{ said(text) }</p> },
    });
    laid.collect()
}
