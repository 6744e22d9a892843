//! What stands for the moment in which the device's memory is opened: nothing that could be taken for an empty archive.

use crate::ui::{
    controls::{Frame, say},
    view::use_view,
};
use yew::prelude::*;

/// The screen before the first one.
#[component]
pub fn Waiting() -> Html {
    let words = use_view().words();
    html! {
        <Frame title={words.t("home.title")} screen="waiting">
            <div class="stage__inner" aria-busy="true"><p class="said" role="status">{ say("home.opening") }</p></div>
        </Frame>
    }
}
