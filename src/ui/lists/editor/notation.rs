//! How a reading is written, explained once and tried out at once.

use super::words::seen;
use crate::domain::checklist::Checklist;
use crate::ui::{
    controls::{Field, Fold, say},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NotationProps {
    /// Whether it starts open.
    pub open: bool,
}

/// The example is a title of the built-in list, and can be changed.
#[component]
pub(super) fn Notation(props: &NotationProps) -> Html {
    let words = use_view().words();
    let tried = use_state_eq(|| {
        let list = Checklist::salon();
        list.lists.first().map(|part| part.title.easy.clone()).unwrap_or_default()
    });
    let open = use_state_eq(|| props.open);
    let oninput = {
        let tried = tried.clone();
        Callback::from(move |text| tried.set(text))
    };
    html! {
        <Fold summary={html! { { say("lists.notation") } }} paper={false} open={*open}>
            <p class="said">{ say("lists.notation_asked") }</p>
            <p class="said">{ say("lists.notation_typed") }</p>
            <div class="own__try">
                <Field id="own-try" label={words.t("lists.notation_try")} value={(*tried).clone()} {oninput} lang="ja" />
                { seen(&tried) }
            </div>
        </Fold>
    }
}
