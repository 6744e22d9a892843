//! Whether each person's marks go into the file: asked once, in plain words, with counts only as long as nobody chose.

use super::super::ScreenProps;
use crate::domain::checklist::{CheckAction, GatherAction};
use crate::ui::{
    controls::{Choices, Option_, between, say},
    view::use_view,
};
use yew::prelude::*;

const COUNTS: &str = "counts";
const EACH: &str = "each";

/// The question; nothing as long as there are not several people whose marks could be kept.
#[component]
pub(super) fn KeepMarks(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    if check.session.answered().total() < 2 {
        return Html::default();
    }
    let options = vec![
        Option_ { value: COUNTS, text: words.t("gather.keep_no").into() },
        Option_ { value: EACH, text: words.t("gather.keep_yes").into() },
    ];
    let chosen = if check.session.gathering.keep_marks { EACH } else { COUNTS };
    let onchoose =
        check.on(|value: &'static str| CheckAction::Gather(GatherAction::KeepMarks(value == EACH)));
    html! {
        <section class="card">
            <Choices name="keep-marks" legend={words.t("gather.keep")} legend_shown={true} {options} chosen={Some(chosen)} {onchoose} />
            <p class="small said">{ say("gather.keep_lead") }{ between() }{ say("gather.keep_small") }{ between() }{ say("gather.keep_notes") }</p>
        </section>
    }
}
