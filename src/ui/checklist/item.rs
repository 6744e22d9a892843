//! One item: its statement, what it means in practice, three marks of equal weight, a note. Unmarked is no mark, and
//! a mark can be taken back.

use super::{
    Check,
    tally::{Glyph, class_name},
};
use crate::domain::checklist::{CheckAction, Mark, Step};
use crate::ui::{
    controls::{Button, ButtonKind, Field, FieldKind, Said, Say},
    view::use_view,
};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The mark a key stands for: 1 ○, 2 △, 3 ×. Never while something is being typed, and never with a modifier.
pub(super) fn pressed(event: &KeyboardEvent) -> Option<Mark> {
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let target = event.target()?;
    let typing = target.dyn_ref::<HtmlTextAreaElement>().is_some()
        || target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() != "radio");
    if typing {
        return None;
    }
    match event.key().as_str() {
        "1" | "１" => Some(Mark::Done),
        "2" | "２" => Some(Mark::Trying),
        "3" | "３" => Some(Mark::NotYet),
        _ => None,
    }
}

#[derive(Properties)]
pub(super) struct ItemRowProps {
    pub check: Check,
    /// Over all parts, from 0.
    pub index: usize,
    /// Whether it has the screen to itself; the screen listens to the keys then.
    pub one: bool,
    /// Whether the group is at it.
    pub current: bool,
}

impl PartialEq for ItemRowProps {
    /// Whether the row would look the same. It shows its own item, mark and note; a tap on another item, of up to sixty on
    /// a screen, is none of its business. The ways to act lead to the same state whichever render they are from.
    fn eq(&self, other: &Self) -> bool {
        let shown = |props: &Self| {
            let session = &props.check.session;
            let id = &session.list.items().nth(props.index)?.1.id;
            Some((session.marks.get(id).copied(), session.notes.get(id).cloned()))
        };
        (self.index, self.one, self.current) == (other.index, other.one, other.current)
            && Rc::ptr_eq(&self.check.session.list, &other.check.session.list)
            && shown(self) == shown(other)
    }
}

#[component]
pub(super) fn ItemRow(props: &ItemRowProps) -> Html {
    let ItemRowProps { check, index, one, current } = props;
    let index = *index;
    let words = use_view().words();
    let row = use_node_ref();
    let writing = use_state_eq(|| false);
    let list = &check.session.list;
    let Some((_, item)) = list.items().nth(index) else { return Html::default() };
    let chosen = check.session.marks.get(&item.id).copied();

    let choose = {
        let (act, id, current) = (check.act.clone(), item.id.clone(), *current);
        Callback::from(move |mark| {
            // The group is at the item it touched last: that is the one a phone shows when the device is turned.
            if !current {
                act.emit(CheckAction::Go(Step::Mark(index)));
            }
            act.emit(CheckAction::Mark { item: id.clone(), mark });
        })
    };
    let onkeydown = (!one).then(|| {
        let (choose, row) = (choose.clone(), row.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(mark) = pressed(&event) {
                choose.emit(mark);
                focus_in(&row, &format!("input[value={}]", mark.value()));
            }
        })
    });
    let marks = Mark::ALL.map(|mark| {
        let onchange = choose.reform(move |_: Event| mark);
        html! {
            <label key={mark.value()} class={classes!("mark__choice", format!("mark__choice--{}", class_name(Some(mark))))}>
                <input type="radio" name={format!("mark-{}", item.id)} value={mark.value()}
                    checked={chosen == Some(mark)} {onchange} />
                <span class="mark__face" part="mark">
                    <Glyph mark={Some(mark)} />
                    <span class="said"><Said text={words.pick(list.legend.word(Some(mark))).to_owned()} /></span>
                </span>
            </label>
        }
    });
    let unmark = chosen.map(|_| {
        let (unmark, row) = (check.on({ let id = item.id.clone(); move |()| CheckAction::Unmark { item: id.clone() } }), row.clone());
        let onclick = Callback::from(move |()| {
            // The button is about to go; the focus stays in the row.
            focus_in(&row, "input[type=radio]");
            unmark.emit(());
        });
        html! { <Button kind={ButtonKind::Quiet} class="mark__tool" icon="undo" {onclick}><Say k="check.unmark" /></Button> }
    });
    let points = item.points.iter().map(|point| {
        html! { <li key={point.id.clone()} class="said"><Said text={words.pick(&point.text).to_owned()} /></li> }
    });
    let label = format!("item-{}", item.id);
    html! {
        // Not a fieldset: WebKit does not lay a legend in a grid out anew when the device is turned.
        <div class={classes!("mark", current.then_some("mark--current"))} part="item" role="group"
            aria-labelledby={label.clone()} ref={row.clone()} {onkeydown}>
            <p class="mark__text said" id={label}>
                <span class="mark__n">{ index + 1 }</span>
                <span><Said text={words.pick(&item.text).to_owned()} /></span>
            </p>
            if !item.points.is_empty() { <ul class="mark__points">{ for points }</ul> }
            <div class="mark__answer">
                <div class="mark__choices">{ for marks }</div>
                <NoteOf check={check.clone()} item={item.id.clone()} open={*writing}
                    onopen={let writing = writing.clone(); Callback::from(move |()| writing.set(true))}>
                    { for unmark }
                </NoteOf>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NoteOfProps {
    check: Check,
    item: String,
    open: bool,
    onopen: Callback<()>,
    /// Beside the button that opens it.
    children: Html,
}

/// The note of an item: folded until asked for, in sight once it says something.
#[component]
fn NoteOf(props: &NoteOfProps) -> Html {
    let words = use_view().words();
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with(props.open, move |open| {
            if *open {
                focus_in(&place, "textarea");
            }
        });
    }
    let text = props.check.session.notes.get(&props.item).cloned().unwrap_or_default();
    let shown = props.open || !text.is_empty();
    let oninput = {
        let (act, onopen, item) = (props.check.act.clone(), props.onopen.clone(), props.item.clone());
        Callback::from(move |text| {
            // A note that is emptied while writing stays open.
            onopen.emit(());
            act.emit(CheckAction::Note { item: item.clone(), text });
        })
    };
    html! {
        <div class="mark__aside" ref={place}>
            <div class="mark__tools">
                if !shown {
                    <Button kind={ButtonKind::Quiet} class="mark__tool" icon="pen" expanded={false} onclick={props.onopen.clone()}>
                        <Say k="check.note" />
                    </Button>
                }
                { props.children.clone() }
            </div>
            if shown {
                <Field id={format!("note-{}", props.item)} kind={FieldKind::Lines} label={words.t("check.note_label")}
                    hint={words.t("check.note_hint")} value={text} {oninput} gentle={true} />
            }
        </div>
    }
}

/// Moves the focus to the first element in `place` that `selector` finds.
fn focus_in(place: &NodeRef, selector: &str) {
    let found = place.cast::<HtmlElement>().and_then(|place| place.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // A node that has just left the page cannot take the focus; nothing is lost by that.
        let _ = element.focus();
    }
}
