//! The kinds of information that are held, by how carefully they are kept, and the mark of what is kept most carefully.

use crate::domain::notice::{Category, NoticeSnapshot, Sensitivity};
use crate::ui::{
    controls::{Fold, Icon, said, say},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// In the order they are read.
const ORDER: [(Sensitivity, &str); 3] = [
    (Sensitivity::Yes, "special.mark"),
    (Sensitivity::Depends, "special.depends"),
    (Sensitivity::No, "special.other"),
];

/// The mark of special-care information (要配慮個人情報, B2-4): a shape of its own and the words, so that neither colour
/// nor a legal term has to be known.
pub fn special() -> Html {
    html! { <p class="special"><Icon name="special" /><span class="said">{ say("special.mark") }</span></p> }
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct HeldProps {
    pub notice: Rc<NoticeSnapshot>,
}

/// The list of what is held, one tap away.
#[component]
pub fn Held(props: &HeldProps) -> Html {
    let words = use_view().words();
    html! {
        <Fold summary={html! { { say("held.open") } }} paper={false}>
            { kinds(&props.notice.categories, words) }
        </Fold>
    }
}

fn kinds(categories: &[Category], words: Words) -> Html {
    let groups = ORDER.into_iter().filter_map(|(sensitivity, title)| {
        let mut these = categories.iter().filter(|category| category.sensitivity == sensitivity).peekable();
        these.peek()?;
        let rows = these.map(|category| {
            html! {
                <div class="held__kind" key={category.id.clone()}>
                    <dt class="said">{ said(words.pick(&category.name)) }</dt>
                    <dd class="said">{ said(words.pick(&category.examples)) }</dd>
                </div>
            }
        });
        let heading = if sensitivity == Sensitivity::Yes {
            html! { <>{ special() }<p class="small said">{ say("special.lead") }</p></> }
        } else {
            html! { <p class="held__title said">{ say(title) }</p> }
        };
        Some(html! { <div class="held__group" key={title}>{ heading }<dl>{ for rows }</dl></div> })
    });
    html! { <div class="held">{ for groups }</div> }
}
