//! One item: closed it is a line of the list that can be moved; open it can be written.

use super::{Bench, Deed, Tools, id_of, point::PointCard, with_gone, words::Pair};
use crate::domain::checklist::{Item, ListAction, Place};
use crate::ui::{
    controls::{Button, ButtonKind, Fold, said, say},
    view::use_view,
    wording::{Words, bare},
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ItemCardProps {
    /// Everything else on the page, while the item is open. A closed one has no part in it, and is not drawn anew with
    /// every letter that is typed elsewhere.
    pub bench: Option<Bench>,
    pub deed: Callback<Deed>,
    pub item: Item,
    /// Which of the parts, from 0.
    pub part: usize,
    /// Which of its items, from 0.
    pub at: usize,
    /// Whether it can go up, and down.
    pub can: [bool; 2],
    /// Whether something in it is wrong that is not seen while it is closed.
    pub wrong: bool,
}

#[component]
pub(super) fn ItemCard(props: &ItemCardProps) -> Html {
    let ItemCardProps { bench, deed, item, part, at, can, wrong } = props;
    let words = use_view().words();
    let path = format!("lists[{part}].items[{at}]");
    let name = words.with("lists.item_n", &[("n", &(at + 1).to_string())]);
    let heading = id_of(&format!("{path}.heading"));
    let open = bench.is_some();
    // What is written in one register only is known by that.
    let picked = words.pick(&item.text);
    let statement = if picked.trim().is_empty() { &item.text.plain } else { picked };
    let toggle = {
        let id = item.id.clone();
        deed.reform(move |()| Deed::Toggle(id.clone()))
    };
    let inside = bench.as_ref().map(|bench| inside(bench, item, (&path, &name), words));
    html! {
        <div class={classes!("own__item", open.then_some("own__item--open"))} role="group" aria-labelledby={heading.clone()}>
            <div class="own__head">
                <p class="own__line">
                    <span class="own__name said" id={heading}>{ said(&name) }</span>
                    if !open {
                        <span class="own__said said">{ if statement.trim().is_empty() { say("lists.unwritten") } else { said(statement) } }</span>
                    }
                </p>
                if *wrong {
                    <p class="own__wrong said">{ say("lists.wrong_here") }</p>
                }
                <Tools deed={deed.clone()} id={item.id.clone()} path={path.clone()} can={*can} about={bare(&name)} said={statement.to_owned()}>
                    <Button kind={ButtonKind::Tool} icon="pen" expanded={open} about={bare(&name)} onclick={toggle}>
                        { say(if open { "look.close" } else { "lists.write" }) }
                    </Button>
                </Tools>
            </div>
            <>{ for inside }</>
        </div>
    }
}

/// The words of an item that is open, and its sub-points.
fn inside(bench: &Bench, item: &Item, (path, name): (&str, &str), words: Words) -> Html {
    let short = format!("{path}.short");
    let within = format!("{path}.points");
    let points = item.points.iter().enumerate().map(|(point, one)| {
        html! {
            <PointCard key={one.id.clone()} bench={bench.clone()} path={format!("{within}[{point}]")}
                point={one.clone()} n={point + 1} can={[point > 0, point + 1 < item.points.len()]} />
        }
    });
    let points = with_gone(bench, &within, points.collect());
    let add = Deed::Add(ListAction::AddPoint { item: item.id.clone() });
    html! {
        <>
            <Pair bench={bench.clone()} path={format!("{path}.text")} place={Place::Item(item.id.clone())}
                label={words.t("lists.statement")} text={item.text.clone()} lines={true} />
            <div class="own__points">{ for points }</div>
            <div class="buttons">
                <Button class="own__add" id={id_of(&within)} about={bare(name)} onclick={bench.to(add)}>{ say("lists.add_point") }</Button>
            </div>
            <Fold summary={html! { { say("lists.short_open") } }} paper={false} open={bench.is_wrong_below(&short)}>
                <Pair bench={bench.clone()} path={short} place={Place::Short(item.id.clone())} label={words.t("lists.short")}
                    text={item.short.clone()} />
            </Fold>
        </>
    }
}
