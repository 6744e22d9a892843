//! What follows from a change of mind, in plain words: what stops, who is told, what cannot be undone (`004-28`,
//! `000 collect.2.c`). The same list stands on the screen, in the review, in the record and on paper.

use super::{Talk, actions};
use crate::domain::{
    consent::{FollowUp, FollowUpKind},
    notice::NoticeSnapshot,
    session::follow_ups,
};
use crate::ui::{
    controls::{Frame, Heading, Subheading, said, say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FollowUpsProps {
    pub talk: Talk,
}

/// The screen between the changes and the signature.
#[component]
pub(super) fn FollowUps(props: &FollowUpsProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let next_key = if talk.session.from_review { "to_review" } else { "next" };
    html! {
        <Frame title={words.t("consent.following")} screen="follow" tools={talk.tools.clone()}
            actions={actions(next_key, talk.next(), Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="follow">{ say("follow.heading") }</Heading>
                { of_talk(talk, words) }
            </div>
        </Frame>
    }
}

/// What follows from a conversation as it stands, in the wording on the screen.
pub(super) fn of_talk(talk: &Talk, words: Words) -> Html {
    let found = follow_ups(&talk.session, &talk.notice, words.wording(), &|key| words.whole(key).to_owned());
    if found.is_empty() {
        return html! { <p class="lead said">{ say("follow.nothing") }</p> };
    }
    list(&found, Some(&talk.notice), words)
}

/// Grouped by what kind of thing it is; items with one and the same sentence share a line.
pub(super) fn list(found: &[FollowUp], notice: Option<&Rc<NoticeSnapshot>>, words: Words) -> Html {
    let kinds = FollowUpKind::ALL.into_iter().filter_map(|kind| {
        let mut lines: Vec<(&str, Vec<String>)> = Vec::new();
        for one in found.iter().filter(|one| one.kind == kind) {
            let item = notice.and_then(|notice| notice.item(&one.item));
            let name = item.map_or_else(|| one.item.clone(), |item| words.pick(&item.short).to_owned());
            match lines.iter_mut().find(|(text, _)| *text == one.text) {
                Some((_, names)) => names.push(name),
                None => lines.push((&one.text, vec![name])),
            }
        }
        let rows = lines.iter().map(|(text, names)| {
            let names = names.iter().enumerate().map(|(index, name)| {
                html! { <>if index > 0 { { "・" } }{ said(name) }</> }
            });
            html! { <li class="said"><p class="follow__about">{ for names }</p><p>{ said(text) }</p></li> }
        });
        (!lines.is_empty()).then(|| {
            html! {
                <section class="follow" key={kind.key()}>
                    <Subheading>{ said(words.of("follow_kind", kind.key())) }</Subheading>
                    <ul>{ for rows }</ul>
                </section>
            }
        })
    });
    html! { <div class="card follows">{ for kinds }</div> }
}
