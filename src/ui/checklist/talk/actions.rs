//! Everything the group will do, in one place: what, by which role, until when, and whether it is done. What was carried
//! on from before stands first.

use super::{Removed, action::ActionForm, day_said};
use crate::domain::checklist::{ActionEntry, CheckAction, Standing, TalkAction};
use crate::ui::{
    checklist::Check,
    controls::{Button, ButtonKind, Said, Say, say},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

/// Actions that were taken out, each with its place, the latest last.
pub(super) type Gone = Vec<(usize, ActionEntry)>;

/// Puts the way back for the action taken out last where it stood, among rows that stand for the actions at `places`: the
/// next one must not move under a finger that taps twice.
pub(super) fn with_undo(
    check: &Check,
    removed: &UseStateHandle<Gone>,
    mut rows: Vec<Html>,
    places: &[usize],
    in_list: bool,
) -> Vec<Html> {
    let Some(((index, entry), earlier)) = removed.split_last() else { return rows };
    let (index, id) = (*index, format!("removed-{}", entry.id));
    let put = CheckAction::Talk(TalkAction::Replan { index, entry: entry.clone() });
    let (act, removed, earlier) = (check.act.clone(), removed.clone(), earlier.to_vec());
    let onundo = Callback::from(move |()| {
        removed.set(earlier.clone());
        act.emit(put.clone());
    });
    let before = places.iter().filter(|place| **place < index).count();
    let note = if in_list {
        html! { <li key={id}><Removed {onundo} /></li> }
    } else {
        html! { <Removed key={id} {onundo} /> }
    };
    rows.insert(before.min(rows.len()), note);
    rows
}

#[derive(Properties, PartialEq)]
pub(super) struct ActionsProps {
    pub check: Check,
}

/// The list of actions.
#[component]
pub(super) fn Actions(props: &ActionsProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let place = use_node_ref();
    let editing = use_state_eq(|| None::<String>);
    let removed = use_state_eq(Gone::new);
    {
        let place = place.clone();
        use_effect_with((*editing).clone(), move |editing| {
            if editing.is_some() {
                crate::browser::focus::to_first(&place, ".action__fields input[type=text]");
            }
        });
    }
    let all = &check.session.talk.actions;
    let rows = all.iter().enumerate().map(|(at, entry)| row(check, at, entry, &editing, &removed, words));
    let places: Vec<usize> = (0..all.len()).collect();
    let rows = with_undo(check, &removed, rows.collect(), &places, true);
    let add = {
        let (act, editing, new_id) = (check.act.clone(), editing.clone(), check.env.new_id);
        Callback::from(move |()| {
            let id = new_id();
            act.emit(CheckAction::Talk(TalkAction::Plan { id: id.clone(), item: None }));
            editing.set(Some(id));
        })
    };
    // One empty action is enough.
    let empty = all.iter().any(|entry| entry.text.trim().is_empty());
    html! {
        <div class="doings" ref={place}>
            if all.is_empty() { <p class="small said"><Say k="check.nothing" /></p> }
            <ul class="doings__list">{ for rows }</ul>
            <div class="buttons"><Button disabled={empty} onclick={add}>{ say("talk.action_add") }</Button></div>
        </div>
    }
}

fn row(
    check: &Check,
    index: usize,
    entry: &ActionEntry,
    editing: &UseStateHandle<Option<String>>,
    removed: &UseStateHandle<Gone>,
    words: Words,
) -> Html {
    let standing = check.today().map_or(Standing::Open, |today| entry.standing(today));
    let is_open = editing.as_deref() == Some(entry.id.as_str());
    let id = entry.id.clone();
    let toggle = {
        let (editing, id) = (editing.clone(), id.clone());
        Callback::from(move |()| editing.set((!is_open).then(|| id.clone())))
    };
    let remove = {
        let (act, removed, entry) = (check.act.clone(), removed.clone(), entry.clone());
        Callback::from(move |()| {
            removed.set([&**removed, &[(index, entry.clone())]].concat());
            act.emit(CheckAction::Talk(TalkAction::Unplan { id: entry.id.clone() }));
        })
    };
    // Heard before the words of each button, so that the same words are told apart.
    let short: String = entry.text.chars().take(40).collect();
    let about = AttrValue::from(if short.is_empty() { (index + 1).to_string() } else { short });
    let done = check.today().map(|today| {
        let is_done = standing == Standing::Done;
        let onclick = check.on(move |()| {
            let id = id.clone();
            CheckAction::Talk(if is_done { TalkAction::Undone { id } } else { TalkAction::Done { id, day: today } })
        });
        let text = words.t(if is_done { "talk.do_undone" } else { "talk.do_done" });
        html! { <Button class="mark__tool" icon={if is_done { "undo" } else { "check" }} about={about.clone()} {onclick}><Said {text} /></Button> }
    });
    html! {
        <li class="card doing" key={entry.id.clone()}>
            { summary(check, entry, standing, words) }
            if is_open { <ActionForm check={check.clone()} id={entry.id.clone()} /> }
            <div class="doing__tools">
                { for done }
                <Button kind={ButtonKind::Quiet} class="mark__tool" icon="pen" about={about.clone()} expanded={is_open} onclick={toggle}>{ say("check.edit") }</Button>
                <Button kind={ButtonKind::Quiet} class="mark__tool" icon="trash" {about} onclick={remove}><Said text={words.with("talk.action_remove", &[("n", &(index + 1).to_string())])} /></Button>
            </div>
        </li>
    }
}

/// What, who, until when, how it stands, and where it came from.
fn summary(check: &Check, entry: &ActionEntry, standing: Standing, words: Words) -> Html {
    let how = words.t(match standing {
        Standing::Open => "talk.standing_open",
        Standing::Overdue => "talk.standing_overdue",
        Standing::Done => "talk.standing_done",
    });
    let when = match standing {
        Standing::Done => entry.done_on.map(|day| day_said(words, day)),
        _ => entry.due.map(|day| words.t("talk.until").replace("{{day}}", &day_said(words, day))),
    };
    let by = entry.role.as_deref().filter(|role| !role.trim().is_empty()).map(|role| {
        let (before, after) = words.t("talk.by").split_once("{{role}}").unwrap_or_default();
        html! { <p class="small said"><Said text={before} /><bdi class="given" lang="ja">{ role.to_owned() }</bdi><Said text={after} /></p> }
    });
    let from = entry.item.as_ref().and_then(|id| check.session.list.item(id)).map(|item| {
        let text = words.t("check.rule_from").replace("{{title}}", words.pick(&item.short));
        html! { <p class="small said"><Said {text} /></p> }
    });
    html! {
        <div class="doing__words">
            if entry.text.trim().is_empty() {
                <p class="small said"><Say k="check.nothing" /></p>
            } else {
                <p class="doing__what given" lang="ja"><bdi>{ entry.text.clone() }</bdi></p>
            }
            <p class="doing__state said"><span class={classes!("standing", format!("standing--{}", standing.value()))}><Said text={how} /></span>
                if let Some(when) = when { <span><Said text={when} /></span> }</p>
            { for by }
            { for from }
        </div>
    }
}
