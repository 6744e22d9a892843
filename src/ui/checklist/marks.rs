//! The items: a part a screen where there is room, one item a screen on a phone. Both show the same session, so that
//! turning the device loses nothing.

use super::{
    Check,
    item::{ItemRow, pressed},
    narrow::use_narrow,
};
use crate::domain::checklist::{CheckAction, Step};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Said, Say},
    view::use_view,
};
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MarksProps {
    pub check: Check,
    /// The item the group is at, over all parts.
    pub index: usize,
}

#[component]
pub(super) fn Marks(props: &MarksProps) -> Html {
    let MarksProps { check, index } = props;
    let (words, stage) = (use_view().words(), use_node_ref());
    let one = use_narrow(&stage);
    let was_one = use_mut_ref(|| None::<bool>);
    {
        let stage = stage.clone();
        // Turning the device keeps the current item in sight. Not on the first look: the heading leads then.
        use_effect_with(one, move |one| {
            let before = was_one.borrow_mut().replace(*one);
            if before == Some(true)
                && !*one
                && let Some(stage) = stage.cast::<HtmlElement>()
                && let Ok(Some(row)) = stage.query_selector(".mark--current")
            {
                row.scroll_into_view();
            }
        });
    }
    let list = &check.session.list;
    let Some((part, current)) = list.items().nth(*index) else { return Html::default() };
    let before: usize =
        list.lists.iter().take_while(|other| other.id != part.id).map(|p| p.items.len()).sum();
    let items = list.items().count();

    if one {
        let onkeydown = {
            let (act, item) = (check.act.clone(), current.id.clone());
            Callback::from(move |event: KeyboardEvent| {
                if let Some(mark) = pressed(&event) {
                    act.emit(CheckAction::Mark { item: item.clone(), mark });
                }
            })
        };
        let screen = AttrValue::from(format!("check-{}", current.id));
        let (next, back) = (check.session.next(), check.session.back());
        let actions = match next {
            Some(next @ Step::Mark(_)) if check.came_from.is_none() => html! {
                <>
                    <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true}
                        onclick={check.to(Some(next)).unwrap_or_default()}><Say k="check.next_item" /></Button>
                    { crate::ui::consent::way_back(check.to(back)) }
                </>
            },
            next => check.actions(words, next, back),
        };
        return html! {
            <Frame title={words.t("check.title")} count={(index + 1, items)} screen={screen.clone()}
                tools={check.tools.clone()} {actions}>
                <div class="stage__inner check__words marks marks--one" ref={stage} {onkeydown}>
                    <div>
                        <p class="ask__group said"><Said text={words.pick(&part.title).to_owned()} /></p>
                        <Heading {screen}><Said text={words.pick(&current.short).to_owned()} /></Heading>
                    </div>
                    <ItemRow key={current.id.clone()} check={check.clone()} index={*index} one={true} current={true} />
                </div>
            </Frame>
        };
    }

    let screen = AttrValue::from(format!("check-part-{}", part.id));
    let at = list.lists.iter().take_while(|other| other.id != part.id).count();
    let after = before + part.items.len();
    let next = if after < items { Step::Mark(after) } else { Step::Cases };
    // Back to the first item of the part before, so that the phone layout, too, is at the top of that part.
    let back = match at.checked_sub(1).and_then(|n| list.lists.get(n)) {
        Some(previous) => Step::Mark(before - previous.items.len()),
        None => Step::Opening,
    };
    let rows = part.items.iter().enumerate().map(|(n, item)| {
        html! {
            <ItemRow key={item.id.clone()} check={check.clone()} index={before + n} one={false}
                current={before + n == *index} />
        }
    });
    html! {
        <Frame title={words.t("check.title")} count={(at + 1, list.lists.len())} screen={screen.clone()}
            tools={check.tools.clone()} actions={check.actions(words, Some(next), Some(back))}>
            <div class="stage__inner stage__inner--wide check__words marks" ref={stage}>
                <div class="marks__head">
                    <Heading {screen}><Said text={words.pick(&part.title).to_owned()} /></Heading>
                    <p class="lead said"><Say k="check.marks_hint" /></p>
                </div>
                { for rows }
            </div>
        </Frame>
    }
}
