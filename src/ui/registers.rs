//! Two registers side by side, for whoever reads a text through before it is used.

use super::controls::{said, say};
use crate::domain::text::Reading;
use yew::prelude::*;

/// Plain beside easy, each under its title: a title and what stands below it, in the order of `Reading::ALL`.
pub fn both(bodies: [Html; 2], titles: [&str; 2]) -> Html {
    let registers = [(Reading::Plain, "look.plain"), (Reading::Easy, "look.easy")];
    let columns = registers.into_iter().zip(bodies).zip(titles).map(|(((reading, label), body), title)| {
        html! {
            <div class={classes!("both__side", (reading == Reading::Easy).then_some("both__side--easy"))}>
                <p class="both__label said">{ say(label) }</p>
                <p class="both__title" lang="ja">{ said(title) }</p>
                { body }
            </div>
        }
    });
    html! { <div class="both">{ for columns }</div> }
}
