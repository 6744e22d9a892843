//! The button that prints: our paper alone, whatever stands around it on the page.

use super::{Button, say};
use crate::browser::print;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct PrintButtonProps {
    /// Key of what printing is called here.
    pub k: &'static str,
}

/// Opens the browser's print window with this element's paper.
#[component]
pub fn PrintButton(props: &PrintButtonProps) -> Html {
    let place = use_node_ref();
    let onclick = {
        let place = place.clone();
        Callback::from(move |()| print::alone(&place, Callback::noop()))
    };
    html! { <><Button icon="print" {onclick}>{ say(props.k) }</Button><span ref={place} hidden={true} /></> }
}
