//! The tablet is on its way to the next person: nothing of earlier answers is shown, and the next one begins on purpose.

use super::{super::ScreenProps, picture};
use crate::domain::checklist::{CheckAction, GatherAction, Turn};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Picture, say, use_settled},
    view::use_view,
};
use yew::prelude::*;

/// Between two people. The second tap of a double tap on "I have answered" begins nobody's turn: the way on comes a
/// moment later.
#[component]
pub(in super::super) fn Between(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let settled = use_settled();
    let done = {
        let check = check.clone();
        Callback::from(move |()| check.turn_to(Turn::Phones, false))
    };
    let next = settled.then(|| {
        let onclick = check.on(|()| CheckAction::Gather(GatherAction::TakeUp));
        html! { <Button kind={ButtonKind::Primary} {onclick}>{ say("gather.mine") }</Button> }
    });
    let back = check.on(|()| CheckAction::Gather(GatherAction::TakeBack));
    let actions = html! {
        <>
            <div class="actions__room">{ for next }</div>
            <Button kind={ButtonKind::Quiet} icon="back" onclick={back}>{ say("gather.take_back") }</Button>
        </>
    };
    html! {
        <Frame title={words.t("check.title")} screen="gather-between" tools={check.tools.clone()} {actions}>
            <div class="stage__inner check__words between settle">
                <Picture class="between__picture" name={picture(Turn::Round)} />
                <Heading screen="gather-between">{ say("gather.between") }</Heading>
                <p class="lead said">{ say("gather.between_lead") }</p>
                <div class="buttons"><Button icon="check" onclick={done}>{ say("gather.all_done") }</Button></div>
            </div>
        </Frame>
    }
}
