//! The same as the drawings, as a table: counts of every item, in the same groups and the same order.

use super::hub::Group;
use crate::domain::checklist::{Mark, Step};
use crate::ui::{
    checklist::{
        Check,
        tally::{Glyph, word},
    },
    controls::{Button, ButtonKind, Said, Say},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TableProps {
    pub check: Check,
    pub groups: Rc<Vec<Group>>,
}

/// A row an item, a column a mark.
#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let list = &check.session.list;
    let columns = [Some(Mark::Done), Some(Mark::Trying), Some(Mark::NotYet), None];
    let head = columns.map(|mark| {
        html! {
            <th scope="col" class="counts__mark"><Glyph {mark} />
                <span class="said"><Said text={word(words, Some(list), mark)} /></span></th>
        }
    });
    let groups = props.groups.iter().map(|group| {
        let rows = group.items.iter().filter_map(|split| {
            let (item, index) = (list.item(&split.item)?, check.index_of(&split.item)?);
            let visit = check.visit.clone();
            let onclick = Callback::from(move |()| visit.emit(Step::Talk(index)));
            let counts = columns.map(|mark| html! { <td>{ split.counts.of(mark) }</td> });
            Some(html! {
                <tr key={item.id.clone()}>
                    <th scope="row">
                        <Button kind={ButtonKind::Quiet} class="counts__item" {onclick}>
                            <Said text={words.pick(&item.short).to_owned()} />
                        </Button>
                    </th>
                    { for counts }
                </tr>
            })
        });
        html! {
            <tbody key={group.agreement.value()}>
                <tr><th scope="rowgroup" colspan="5" class="counts__group said"><Said text={group.title.clone()} /></th></tr>
                { for rows }
            </tbody>
        }
    });
    html! {
        <table class="counts">
            <caption class="visually-hidden"><Say k="talk.table" /></caption>
            <thead><tr><th scope="col" class="said"><Say k="talk.item" /></th>{ for head }</tr></thead>
            { for groups }
        </table>
    }
}
