//! The ways to answer, side by side and of equal dignity.

use super::{Talk, way_back};
use crate::domain::{
    consent::Outcome,
    session::{Action, Route, unspeakable},
};
use crate::ui::{
    controls::{Frame, Heading, Icon, Note, said, say},
    law::list,
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MethodProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Method(props: &MethodProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let now = talk.env.now;
    let answers = talk.session.answers.values().copied();
    let outcome = Outcome::of(answers, talk.notice.items.len() - talk.session.answers.len());
    let written = unspeakable(&talk.session, &talk.notice);
    let needs_writing = (!written.is_empty()).then(|| {
        let items = talk.notice.items.iter().filter(|item| written.contains(&item.id));
        let items = list(items.map(|item| words.pick(&item.short).to_owned()));
        words.t("method.written").replace("{{items}}", &items)
    });
    let ways = Route::ALL.map(|route| {
        let onclick = talk.on(move |_: MouseEvent| Action::Choose(route, now()));
        let icon = match route {
            Route::Sign => "pen",
            Route::Voice => "voice",
            Route::Typed => "keyboard",
            Route::Proxy => "proxy",
            Route::Paper => "paper",
        };
        // A way that is closed says why in the same place; it stays where it always is.
        let closed = needs_writing.as_deref().filter(|_| route == Route::Voice);
        html! {
            <button type="button" key={route.key()} class="way" part="way" {onclick} disabled={closed.is_some()}
                aria-pressed={(talk.session.route == Some(route)).to_string()}>
                <Icon name={icon} />
                <span class="way__title said">{ said(words.of("way", route.key())) }</span>
                <span class="way__hint said">{ said(closed.unwrap_or_else(|| words.of("way_hint", route.key()))) }</span>
            </button>
        }
    });
    html! {
        <Frame title={words.t("consent.method")} screen="method" tools={talk.tools.clone()} actions={way_back(Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="method">{ say("method.heading") }</Heading>
                if talk.session.changes().is_none() && !outcome.allows_something() {
                    <Note><p class="note__body">{ say("method.no_yes") }</p></Note>
                }
                <div class="ways">{ for ways }</div>
                <p class="small said">{ say("method.same") }</p>
            </div>
        </Frame>
    }
}
