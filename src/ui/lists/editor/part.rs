//! One part of the list: its heading, its items, the way to one more.

use super::{Bench, Deed, Tools, id_of, item::ItemCard, with_gone, words::Pair};
use crate::domain::checklist::{ListAction, Place};
use crate::ui::{
    controls::{Button, Note, NoteKind, Subheading, said, say},
    view::use_view,
    wording::bare,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PartCardProps {
    pub bench: Bench,
    /// Which of the parts, from 0.
    pub at: usize,
}

#[component]
pub(super) fn PartCard(props: &PartCardProps) -> Html {
    let PartCardProps { bench, at } = props;
    let words = use_view().words();
    let all = bench.draft.list.lists.len();
    let Some(part) = bench.draft.list.lists.get(*at) else { return Html::default() };
    let path = format!("lists[{at}]");
    let name = words.with("lists.part_n", &[("n", &(at + 1).to_string())]);
    let heading = id_of(&format!("{path}.heading"));
    let items = part.items.iter().enumerate().map(|(item, one)| {
        let open = bench.open.contains(&one.id);
        let wrong = !open && bench.is_wrong_below(&format!("{path}.items[{item}]."));
        let can = [item > 0 || *at > 0, item + 1 < part.items.len() || at + 1 < all];
        html! {
            <ItemCard key={one.id.clone()} bench={open.then(|| bench.clone())} deed={bench.deed.clone()} item={one.clone()}
                part={*at} at={item} {can} {wrong} />
        }
    });
    let within = format!("{path}.items");
    let items = with_gone(bench, &within, items.collect());
    let add = Deed::Add(ListAction::AddItem { part: part.id.clone() });
    html! {
        <section class="card own__part" role="group" aria-labelledby={heading.clone()}>
            <div class="own__head">
                <div id={heading}><Subheading>{ said(&name) }</Subheading></div>
                <Tools deed={bench.deed.clone()} id={part.id.clone()} path={path.clone()} can={[*at > 0, at + 1 < all]}
                    about={bare(&name)} said={words.pick(&part.title).to_owned()} />
            </div>
            <Pair bench={bench.clone()} path={format!("{path}.title")} place={Place::Part(part.id.clone())}
                label={words.t("lists.part_title")} text={part.title.clone()} />
            <div class="own__items">{ for items }</div>
            if bench.tried && part.items.is_empty() {
                <Note kind={NoteKind::Care}><p class="note__body">{ say("lists.no_items") }</p></Note>
            }
            <div class="buttons">
                <Button id={id_of(&within)} class="own__add" about={bare(&name)} onclick={bench.to(add)}>{ say("lists.add_item") }</Button>
            </div>
        </section>
    }
}
