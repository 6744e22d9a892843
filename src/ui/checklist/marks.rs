//! The items: a part a screen where there is room, one item a screen on a phone. Both show the same session, so that
//! turning the device loses nothing.

use super::{
    Check,
    item::{ItemRow, pressed},
    narrow::use_narrow,
};
use crate::domain::checklist::{CheckAction, GatherAction, Step, Way};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Said, Say, said},
    view::use_view,
    wording::Words,
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
        let back = if *index == 0 { before_first(check) } else { check.session.back() };
        let actions = match check.session.next() {
            Some(next @ Step::Mark(_)) if check.came_from.is_none() => html! {
                <>
                    <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true}
                        onclick={check.to(Some(next)).unwrap_or_default()}><Say k="check.next_item" /></Button>
                    { crate::ui::controls::way_back(check.to(back)) }
                </>
            },
            next => ending(check, words, next, back),
        };
        return html! {
            <Frame title={words.t("check.title")} count={(index + 1, items)} screen={screen.clone()}
                tools={check.tools.clone()} {actions}>
                <div class="stage__inner check__words marks marks--one" ref={stage} {onkeydown}>
                    <div>
                        <p class="ask__group said"><Said text={words.pick(&part.title).to_owned()} /></p>
                        { for whose_turn(check, words) }
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
    let next = if after < items { Some(Step::Mark(after)) } else { after_last(check) };
    // Back to the first item of the part before, so that the phone layout, too, is at the top of that part.
    let back = match at.checked_sub(1).and_then(|n| list.lists.get(n)) {
        Some(previous) => Some(Step::Mark(before - previous.items.len())),
        None => before_first(check),
    };
    let actions =
        if after < items { check.actions(words, next, back) } else { ending(check, words, next, back) };
    let rows = part.items.iter().enumerate().map(|(n, item)| {
        html! {
            <ItemRow key={item.id.clone()} check={check.clone()} index={before + n} one={false}
                current={before + n == *index} />
        }
    });
    html! {
        <Frame title={words.t("check.title")} count={(at + 1, list.lists.len())} screen={screen.clone()}
            tools={check.tools.clone()} {actions}>
            <div class="stage__inner stage__inner--wide check__words marks" ref={stage}>
                <div class="marks__head">
                    { for whose_turn(check, words) }
                    <Heading {screen}><Said text={words.pick(&part.title).to_owned()} /></Heading>
                    <p class="lead said"><Say k="check.marks_hint" /></p>
                </div>
                { for rows }
            </div>
        </Frame>
    }
}

/// What stands before the first item. Whoever has the tablet in their turn finds the place where everything comes
/// together, for a turn that was begun by mistake.
fn before_first(check: &Check) -> Option<Step> {
    let session = &check.session;
    if session.gathering.way == Way::PassedRound && !session.gathering.sheets.is_empty() {
        return Some(Step::Gather);
    }
    let steps = session.steps();
    let first = steps.iter().position(|step| *step == Step::Mark(0))?;
    steps.get(first.checked_sub(1)?).copied()
}

/// What follows the last item.
fn after_last(check: &Check) -> Option<Step> {
    let steps = check.session.steps();
    let last = steps.iter().rposition(|step| matches!(step, Step::Mark(_)))?;
    steps.get(last + 1).copied()
}

/// The actions below the last item: a turn ends by handing the tablet on, a sheet for another tablet by finishing it.
fn ending(check: &Check, words: Words, next: Option<Step>, back: Option<Step>) -> Html {
    let env = check.env;
    let onclick = match check.session.gathering.way {
        _ if !check.session.meeting || check.came_from.is_some() => None,
        Way::Together => None,
        Way::PassedRound => {
            Some(check.on(move |()| CheckAction::Gather(GatherAction::HandOver { id: (env.new_id)() })))
        }
        Way::OwnPhone => {
            Some(check.on(move |()| CheckAction::Finish { at: (env.now)(), id: (env.new_id)() }))
        }
    };
    let Some(onclick) = onclick else { return check.actions(words, next, back) };
    html! {
        <>
            <Button kind={ButtonKind::Primary} class="check__on" icon="check" {onclick}><Say k="gather.answered" /></Button>
            { crate::ui::controls::way_back(check.to(back)) }
        </>
    }
}

/// Whose turn it is, where the tablet goes round. A number of the day, not a letter: letters are dealt at the end.
fn whose_turn(check: &Check, words: Words) -> Option<Html> {
    let session = &check.session;
    let round = session.meeting && session.gathering.way == Way::PassedRound;
    round.then(|| {
        html! { <p class="marks__turn said">{ said(&words.with("gather.turn", &[("n", &session.turn().to_string())])) }</p> }
    })
}
