//! Writing for someone (代筆): who writes, why, who sees it.

use super::{Talk, actions, people};
use crate::domain::session::{Action, Field as At, Step};
use crate::ui::{
    controls::{Field, Frame, Heading, said, say},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ProxyProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Proxy(props: &ProxyProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    let found = if *tried > 0 { talk.problems_at(Step::Proxy) } else { Vec::new() };
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if talk.problems_at(Step::Proxy).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(*tried + 1);
            }
        })
    };
    let draft = &talk.session.proxy;
    let fields = [
        ("proxy-writer", "proxy.written_by", "problem.proxy.written_by", At::ProxyWriter, &draft.written_by),
        ("proxy-reason", "proxy.reason", "problem.proxy.reason", At::ProxyReason, &draft.reason),
        ("proxy-witness", "proxy.seen_by", "problem.proxy.seen_by", At::ProxyWitness, &draft.seen_by),
    ]
    .map(|(id, label, problem, field, value)| {
        let long = (field != At::ProxyReason).then(|| people::too_long_here(&talk.session, field, words));
        let missing = || found.iter().any(|f| f.key == problem).then(|| AttrValue::from(words.t(problem)));
        let error = long.flatten().or_else(missing);
        html! {
            <Field key={id} {id} label={words.t(label)} required={true} value={value.clone()} {error}
                gentle={field == At::ProxyReason}
                oninput={talk.on(move |text| Action::Edit(field, text))} lang="ja" />
        }
    });
    let lead = people::answers_for(&talk.session).map_or_else(
        || words.t("proxy.lead").to_owned(),
        |name| words.with("proxy.lead_for", &[("name", name)]),
    );
    html! {
        <Frame title={words.t("consent.method")} screen="proxy" refused={*tried} tools={talk.tools.clone()}
            actions={actions("to_review", next, Some(talk.back()))}>
            <div class="stage__inner settle">
                <Heading screen="proxy">{ say("proxy.heading") }</Heading>
                <p class="lead said">{ said(&lead) }</p>
                <div class="fields">{ for fields }</div>
            </div>
        </Frame>
    }
}
