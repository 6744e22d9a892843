//! The ways to answer, side by side and of equal dignity.

use super::{Talk, way_back};
use crate::domain::{
    consent::Outcome,
    session::{Action, Route},
};
use crate::ui::{
    controls::{Frame, Heading, Icon, Note, said, say},
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
    let ways = Route::ALL.map(|route| {
        let onclick = talk.on(move |_: MouseEvent| Action::Choose(route, now()));
        let icon = match route {
            Route::Sign => "pen",
            Route::Voice => "voice",
            Route::Typed => "keyboard",
            Route::Proxy => "proxy",
        };
        html! {
            <button type="button" key={route.key()} class="way" part="way" {onclick}
                aria-pressed={(talk.session.route == Some(route)).to_string()}>
                <Icon name={icon} />
                <span class="way__title said">{ said(words.of("way", route.key())) }</span>
                <span class="way__hint said">{ said(words.of("way_hint", route.key())) }</span>
            </button>
        }
    });
    html! {
        <Frame title={words.t("consent.method")} screen="method" tools={talk.tools.clone()} actions={way_back(Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="method">{ say("method.heading") }</Heading>
                if !outcome.allows_something() {
                    <Note><p class="note__body">{ say("method.no_yes") }</p></Note>
                }
                <div class="ways">{ for ways }</div>
                <p class="small said">{ say("method.same") }</p>
            </div>
        </Frame>
    }
}
