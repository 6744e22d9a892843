//! How the answers were given, with what stays behind of it.

use crate::domain::consent::ConsentEvent;
use crate::ui::{
    consent::ink,
    controls::{said, say, when},
    wording::Words,
};
use yew::prelude::*;

/// The method in words, and its evidence: strokes, a typed name, what was heard, who wrote, where the sheet lies.
pub(super) fn evidence(event: &ConsentEvent, words: Words) -> Html {
    let method =
        event.method.map(|method| html! { <p class="said">{ said(words.of("method", method.key())) }</p> });
    let fact = |k: &'static str, value: &str| {
        (!value.is_empty()).then(
            || html! { <p class="said">{ say(k) }{ ": " }<bdi lang="ja">{ value.to_owned() }</bdi></p> },
        )
    };
    html! {
        <>
            { for method }
            if let Some(signature) = &event.signature { { ink(signature.strokes(), &words.label("sign.drawn")) } }
            if let Some(typed) = &event.typed_name {
                <p><bdi lang="ja">{ typed.name.clone() }</bdi></p>
                <p class="small" lang="ja">{ typed.statement.clone() }</p>
            }
            if let Some(oral) = &event.oral {
                <p>{ when(&oral.at.to_japanese()) }</p>
                { for fact("voice.heard_by", &oral.heard_by) }
                { for fact("voice.also_present", &oral.also_present) }
                { for fact("voice.own_words", &oral.own_words) }
            }
            if let Some(proxy) = &event.proxy_writing {
                { for fact("proxy.written_by", &proxy.written_by) }
                { for fact("proxy.reason", &proxy.reason) }
                { for fact("proxy.seen_by", &proxy.seen_by) }
            }
            if let Some(paper) = &event.paper {
                { for fact("history.paper_day", &paper.signed_on) }
                { for fact("history.paper_place", &paper.kept_in) }
                { for fact("history.paper_keeper", &paper.kept_by) }
            }
        </>
    }
}
