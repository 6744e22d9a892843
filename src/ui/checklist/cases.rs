//! The leak cases as cards, each with the items it teaches (A-0-4). To talk over; nothing is asked here.

use super::{Check, Subheading, paragraph, talk::is_one_sheet, tally::Glyph};
use crate::domain::checklist::{LeakCase, Step};
use crate::ui::{
    controls::{Button, Frame, Heading, Said, Say},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct CasesProps {
    pub check: Check,
}

#[component]
pub(super) fn Cases(props: &CasesProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let list = &check.session.list;
    let cards = list.cases.cards.iter().map(|case| {
        html! {
            <li class="card case" key={case.id.clone()}>
                <Subheading text={words.pick(&case.title).to_owned()} />
                { story(words, case) }
                { taught(check, case, words) }
            </li>
        }
    });
    let (next, back) = (check.session.next(), check.session.back());
    html! {
        <Frame title={words.t("check.title")} screen="check-cases" tools={check.tools.clone()}
            actions={check.actions(words, next, back)}>
            <div class="stage__inner stage__inner--wide check__words settle">
                <Heading screen="check-cases"><Said text={words.pick(&list.cases.title).to_owned()} /></Heading>
                { paragraph(words, &list.cases.preface, "lead") }
                <ul class="cases">{ for cards }</ul>
            </div>
        </Frame>
    }
}

/// What happened and what prevents it.
pub(super) fn story(words: Words, case: &LeakCase) -> Html {
    let prevent = case.prevent.iter().map(|step| {
        html! { <li class="said"><Said text={words.pick(step).to_owned()} /></li> }
    });
    html! {
        <>
            { paragraph(words, &case.happened, "") }
            <div class="case__prevent">
                <p class="case__label said"><Say k="check.case_prevent" /></p>
                <ul class="check__list">{ for prevent }</ul>
            </div>
        </>
    }
}

/// The items a case is about, each with its mark: one tap there and back. In a meeting they lead to talking: what several
/// people marked stands on no single sheet.
fn taught(check: &Check, case: &LeakCase, words: Words) -> Html {
    let list = &check.session.list;
    let mut items = case.teaches.iter().filter_map(|id| list.item_of(id)).collect::<Vec<_>>();
    // A case may name an item and one of its sub-points: one link is enough.
    items.dedup_by(|a, b| a.id == b.id);
    let meeting = check.session.meeting;
    let mine = !meeting || is_one_sheet(&check.session);
    let links = items.into_iter().filter_map(|item| {
        let index = check.index_of(&item.id)?;
        let visit = check.visit.clone();
        let step = if meeting { Step::Talk(index) } else { Step::Mark(index) };
        let onclick = Callback::from(move |()| visit.emit(step));
        Some(html! {
            <li key={item.id.clone()}>
                <Button class="case__item" {onclick}>
                    <span class="case__item-face">
                        if mine { <Glyph mark={check.session.marks.get(&item.id).copied()} /> }
                        <span><Said text={words.pick(&item.short).to_owned()} /></span>
                    </span>
                </Button>
            </li>
        })
    });
    html! {
        <div class="case__items">
            <p class="case__label said"><Say k="check.teaches" /></p>
            <ul class="buttons">{ for links }</ul>
        </div>
    }
}
