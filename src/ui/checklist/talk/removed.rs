//! Something was taken out, and can be put back; what was taken out before it, after that.

use crate::browser::focus;
use crate::ui::controls::{Button, say};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in super::super) struct RemovedProps {
    /// Puts it back.
    pub onundo: Callback<()>,
}

/// Stands where it stood. The button takes the focus, because the one that was pressed is gone.
#[component]
pub(in super::super) fn Removed(props: &RemovedProps) -> Html {
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with((), move |()| focus::to_last(&place, "button"));
    }
    html! {
        <div class="removed" ref={place}>
            <p class="said" role="status">{ say("talk.removed") }</p>
            <Button class="mark__tool" icon="undo" onclick={props.onundo.clone()}>{ say("talk.undo") }</Button>
        </div>
    }
}
