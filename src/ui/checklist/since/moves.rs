//! What moved since last time, item by item: a strip then and a strip now, the way it moved as a word, and all of it as a
//! table. Which way an answer moved is said; whether that is good is for the group to say.

use super::super::{ScreenProps, Subheading};
use super::{counts_line, day_words, deeds, draw, last::version_note};
use crate::domain::checklist::{Checklist, ChecklistRun, ItemMove, Moved, Since};
use crate::domain::day::Day;
use crate::ui::{
    controls::{Fold, Icon, said, say},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

/// What moved since last time in the run under way; nothing when it follows no other.
#[component]
pub(in super::super) fn Moves(props: &ScreenProps) -> Html {
    let words = use_view().words();
    let check = &props.check;
    let Some(before) = &check.session.before else { return Html::default() };
    let Ok(today) = Day::parse(&(check.env.now)().date()) else { return Html::default() };
    moves(words, &check.session.list, &check.session.since(before, today), before)
}

fn moves(words: Words, list: &Checklist, since: &Since, before: &ChecklistRun) -> Html {
    let name = |id: &str| item_name(words, list, id);
    let (moved, rest): (Vec<_>, Vec<_>) =
        since.items.iter().partition(|one| matches!(one.moved, Moved::Forward | Moved::Back | Moved::Both));
    let most = |one: &ItemMove| draw::answers(&one.before).max(draw::answers(&one.after));
    let rows = moved.iter().map(|one| {
        let strips = [("since.then", &one.before), ("since.now", &one.after)].map(|(when, counts)| {
            html! {
                <div class="move__time">
                    <dt class="said">{ say(when) }</dt>
                    <dd>{ draw::strip(counts, most(one)) }{ counts_line(words, Some(list), counts) }</dd>
                </div>
            }
        });
        html! {
            <li class="move" key={one.item.clone()}>
                <p class="move__head"><strong class="said">{ said(&name(&one.item)) }</strong>{ way(one.moved) }</p>
                <dl class="move__times">{ for strips }</dl>
            </li>
        }
    });
    let rows: Vec<Html> = rows.collect();
    let other_list = before.list.id != list.id || before.list.version != list.version;
    let names = |key: &'static str, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            let names = names.into_iter().map(|name| html! { <li class="said">{ said(&name) }</li> });
            html! { <div class="move__names"><p class="said"><strong>{ say(key) }</strong></p><ul class="check__list">{ for names }</ul></div> }
        })
    };
    let still = rest.iter().map(|one| {
        html! { <li class="move__still"><span class="said">{ said(&name(&one.item)) }</span>{ way(one.moved) }</li> }
    });
    html! {
        <section class="check__part moves">
            <Subheading text={words.t("since.moves")} />
            if let Some(day) = since.day {
                <p class="said">{ said(&words.t("since.moves_lead").replace("{{day}}", &day_words(words, day))) }</p>
            }
            if other_list { { version_note(words, before) } }
            if rows.is_empty() {
                <p class="said">{ say("since.nothing_moved") }</p>
            } else {
                <ul class="move__list">{ for rows }</ul>
            }
            if !rest.is_empty() {
                <Fold summary={said(&words.with("since.rest", &[("n", &rest.len().to_string())]))}>
                    <ul>{ for still }</ul>
                </Fold>
            }
            { for names("since.added", since.added.iter().map(|id| name(id)).collect()) }
            { for names("since.removed", since.removed.iter().map(|item| item.text.clone()).collect()) }
            if !since.items.is_empty() {
                <Fold summary={say("since.table")}>{ table(words, list, &since.items) }</Fold>
            }
            if !since.actions.is_empty() {
                <Subheading level={3} text={words.t("since.standing")} />
                { deeds(words, &since.actions) }
            }
        </section>
    }
}

/// The short name of an item with its number; its id where the list does not know it.
fn item_name(words: Words, list: &Checklist, id: &str) -> String {
    let found = list.items().enumerate().find(|(_, (_, item))| item.id == id);
    found.map_or_else(|| id.to_owned(), |(at, (_, item))| format!("{}. {}", at + 1, words.pick(&item.short)))
}

/// Which way the answers went, as an arrow and a word.
fn way(moved: Moved) -> Html {
    let (key, icons): (&'static str, &[&'static str]) = match moved {
        Moved::Forward => ("since.forward", &["next"]),
        Moved::Back => ("since.back", &["back"]),
        Moved::Both => ("since.both", &["back", "next"]),
        Moved::Same => ("since.same", &[]),
        Moved::Unknown => ("since.unknown", &[]),
    };
    let icons = icons.iter().map(|name| html! { <Icon name={*name} /> });
    html! { <span class="move__way">{ for icons }<span class="said">{ say(key) }</span></span> }
}

/// Every item then and now, as a table.
fn table(words: Words, list: &Checklist, items: &[ItemMove]) -> Html {
    let rows = items.iter().map(|one| {
        html! {
            <tr key={one.item.clone()}>
                <th scope="row" class="said">{ said(&item_name(words, list, &one.item)) }</th>
                <td>{ counts_line(words, Some(list), &one.before) }</td>
                <td>{ counts_line(words, Some(list), &one.after) }</td>
                <td>{ way(one.moved) }</td>
            </tr>
        }
    });
    let heads = ["since.col_item", "since.then", "since.now", "since.col_moved"];
    let heads = heads.map(|key| html! { <th scope="col" class="said">{ say(key) }</th> });
    html! {
        <div class="table-room" tabindex="0" role="region" aria-label={words.label("since.moves")}>
            <table class="counted"><thead><tr>{ for heads }</tr></thead><tbody>{ for rows }</tbody></table>
        </div>
    }
}
