//! What is wrong with an explanation of one's own, every place of it: in words a volunteer can act on, with the
//! technical cause one tap away.

use crate::domain::notice::{NoticeError, NoticeErrorKind, NoticeErrors, Place};
use crate::domain::text::Reading;
use crate::ui::{
    controls::{said, say},
    wording::Words,
};
use yew::prelude::*;

/// All that is wrong, in the order of the file.
pub fn listed(errors: &NoticeErrors, words: Words) -> Html {
    let each = errors.0.iter().enumerate().map(|(at, error)| {
        html! { <li key={at} class="wrong">{ one(error, words) }</li> }
    });
    html! { <ol class="wrongs">{ for each }</ol> }
}

fn one(error: &NoticeError, words: Words) -> Html {
    let names = names(&error.kind);
    html! {
        <>
            <p class="wrong__place said">{ place(&error.place, words) }</p>
            <p class="said">
                { said(words.of("notice_error", error.kind.name())) }
                { for names.iter().map(|name| html! { <>{ " " }<code>{ name.clone() }</code></> }) }
            </p>
            <details class="cause"><summary class="said">{ say("error.cause") }</summary><code>{ error.to_string() }</code></details>
        </>
    }
}

/// Where: 節 `who`・ふつう・3行目・12文字目. Ids and fields are written as they stand in the file.
fn place(place: &Place, words: Words) -> Html {
    let reading = place.reading.map(|reading| match reading {
        Reading::Plain => "look.plain",
        Reading::Easy => "look.easy",
    });
    let code =
        |text: &str| (!text.is_empty()).then(|| html! { <>{ " " }<code>{ text.to_owned() }</code></> });
    let line = place.line.map(|line| words.with("place.line", &[("n", &line.to_string())]));
    let column = place.column.map(|column| words.with("place.column", &[("n", &column.to_string())]));
    html! {
        <>
            { said(words.of("notice_part", place.part.name())) }
            { for code(&place.id) }
            { for code(place.field) }
            { for reading.map(|reading| html! { <>{ " · " }{ say(reading) }</> }) }
            { for line.into_iter().chain(column).map(|text| html! { <>{ " · " }{ said(&text) }</> }) }
        </>
    }
}

/// The names that have to be found again in the file.
fn names(kind: &NoticeErrorKind) -> Vec<String> {
    match kind {
        NoticeErrorKind::Structure { path, .. } if path != "." => vec![path.clone()],
        NoticeErrorKind::UnknownPlaceholder(name) | NoticeErrorKind::PlaceholderNotAllowed(name) => {
            vec![format!("{{{{{name}}}}}")]
        }
        NoticeErrorKind::PlaceholdersDiffer { only_plain, only_easy } => {
            only_plain.iter().chain(only_easy).map(|name| format!("{{{{{name}}}}}")).collect()
        }
        NoticeErrorKind::UnknownSection(id)
        | NoticeErrorKind::UnknownGroup(id)
        | NoticeErrorKind::UnknownOption(id)
        | NoticeErrorKind::UnknownTopic(id)
        | NoticeErrorKind::TopicAlwaysApplies(id) => vec![id.clone()],
        NoticeErrorKind::BadDate => vec!["2026-01-31".to_owned()],
        _ => Vec::new(),
    }
}
