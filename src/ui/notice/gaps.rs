//! What an explanation has to tell and does not: by name, with what to write where (002 A-2-1, B2-12).

use crate::domain::law::Topic;
use crate::domain::notice::Notice;
use crate::ui::{
    controls::{Frame, Heading, said, say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the components")]
pub struct GapsProps {
    pub notice: Rc<Notice>,
    /// What it does not tell; see [`missing_topics`](crate::domain::notice::missing_topics).
    pub missing: Rc<Vec<Topic>>,
    /// The way on, where there is one.
    #[prop_or_default]
    pub actions: Html,
    #[prop_or_default]
    pub tools: Html,
}

/// The screen that stands in the conversation's place until everything is told.
#[component]
pub fn Incomplete(props: &GapsProps) -> Html {
    let words = use_view().words();
    html! {
        <Frame title={words.t("gaps.title")} screen="gaps" tools={props.tools.clone()} actions={props.actions.clone()}>
            <div class="stage__inner settle">
                <Heading screen="gaps">{ say("gaps.heading") }</Heading>
                <p class="lead said">{ say("gaps.lead") }</p>
                <Gaps notice={props.notice.clone()} missing={props.missing.clone()} />
            </div>
        </Frame>
    }
}

/// The list alone.
#[component]
pub fn Gaps(props: &GapsProps) -> Html {
    let words = use_view().words();
    let each = props.missing.iter().map(|topic| gap(&props.notice, topic, words));
    html! { <ol class="wrongs">{ for each }</ol> }
}

fn gap(notice: &Notice, topic: &Topic, words: Words) -> Html {
    let code = |text: String| html! { <>{ " " }<code>{ text }</code></> };
    // What stands in the file, and what the group calls it, a line each.
    let called = |text: String, name: Option<&str>| {
        html! { <li class="said"><code>{ text }</code>{ for name.map(|name| html! { <>{ " " }{ said(name) }</> }) }</li> }
    };
    let covering = notice.sections.iter().filter(|section| section.covers.contains(&topic.id));
    let there: Vec<Html> =
        covering.map(|section| called(section.id.clone(), Some(words.pick(&section.title)))).collect();
    let needed = topic.placeholders.iter().map(|name| {
        let declared = notice.placeholders.iter().find(|placeholder| placeholder.name == *name);
        called(format!("{{{{{name}}}}}"), declared.map(|placeholder| words.pick(&placeholder.label)))
    });
    html! {
        <li class="wrong" key={topic.id.clone()}>
            <p class="wrong__place said">{ said(words.pick(&topic.name)) }</p>
            if there.is_empty() {
                <p class="said">{ say("gaps.anywhere") }{ code(format!("\"covers\": [\"{}\"]", topic.id)) }</p>
            } else {
                <p class="said">{ say("gaps.there") }</p>
                <ul class="wrong__names">{ for there }</ul>
            }
            if !topic.placeholders.is_empty() {
                <p class="said">{ say("gaps.words") }</p>
                <ul class="wrong__names">{ for needed }</ul>
            }
            if topic.may_not_apply {
                <p class="small said">{ say("gaps.away") }{ code(format!("\"notApplicable\": [\"{}\"]", topic.id)) }</p>
            }
        </li>
    }
}
