//! One thing to do: what, by which role, until when. It exists from its first letter on; nothing in it is required.

use crate::domain::{
    checklist::{ActionEntry, CheckAction, Every, TalkAction},
    day::Day,
};
use crate::ui::{
    checklist::Check,
    controls::{Button, ButtonKind, Field, FieldKind, Said, say},
    view::use_view,
};
use yew::prelude::*;

/// How many roles are offered: more would be a list to read.
const ROLES: usize = 6;

/// What is longer than this many characters is no role to press.
const LONGEST_ROLE: usize = 24;

/// The roles written in this meeting and in the runs of the device, each once, the latest first.
fn roles_used(check: &Check) -> Vec<String> {
    let now = check.session.talk.actions.iter().rev();
    let before = check.runs.iter().rev().flat_map(|run| run.actions.iter().rev());
    let mut roles: Vec<String> = Vec::new();
    for role in now.chain(before).filter_map(|action| action.role.as_deref()).map(str::trim) {
        let fits = !role.is_empty() && role.chars().nth(LONGEST_ROLE).is_none();
        if fits && roles.len() < ROLES && roles.iter().all(|known| known != role) {
            roles.push(role.to_owned());
        }
    }
    roles
}

#[derive(Properties, PartialEq)]
pub(super) struct ActionFormProps {
    pub check: Check,
    /// Its id, whether it has begun or not.
    pub id: AttrValue,
    /// The item it grows out of.
    #[prop_or_default]
    pub item: Option<String>,
}

/// The fields of one action. What is typed into one that has not begun begins it.
#[component]
pub(super) fn ActionForm(props: &ActionFormProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    // Fixed while the form stands, so that a role does not move away under the finger.
    let roles = use_memo((), |()| roles_used(check));
    let entry = check.session.talk.actions.iter().find(|entry| *entry.id == *props.id);
    let entry = entry.cloned().unwrap_or_default();
    let act = {
        let (act, id, item) = (check.act.clone(), props.id.to_string(), props.item.clone());
        Callback::from(move |action: TalkAction| {
            // An id that was used changes nothing: letters that come fast begin it once.
            act.emit(CheckAction::Talk(TalkAction::Plan { id: id.clone(), item: item.clone() }));
            act.emit(CheckAction::Talk(action));
        })
    };
    let id = props.id.to_string();
    let what = act.reform({
        let id = id.clone();
        move |text| TalkAction::What { id: id.clone(), text }
    });
    let role = act.reform({
        let id = id.clone();
        move |text| TalkAction::Role { id: id.clone(), text }
    });
    let due = act.reform(move |day| TalkAction::Due { id: id.clone(), day });
    let typed = due.reform(|text: String| Day::parse(&text).ok());
    let chips = roles.iter().map(|used| {
        let onclick = role.reform({
            let used = used.clone();
            move |()| used.clone()
        });
        html! {
            <Button key={used.clone()} class="mark__tool chip" pressed={entry.role.as_deref() == Some(used.as_str())} {onclick}>
                <bdi>{ used.clone() }</bdi>
            </Button>
        }
    });
    let today = check.today();
    let past = entry.due.is_some() && entry.due < today;
    html! {
        <div class="fields action__fields">
            <Field id={format!("what-{}", props.id)} label={words.t("talk.what")} value={entry.text.clone()} oninput={what} gentle={true} />
            <div class="field">
                <Field id={format!("role-{}", props.id)} label={words.t("talk.role")} hint={words.t("talk.role_hint")}
                    value={entry.role.clone().unwrap_or_default()} oninput={role.clone()} />
                if !roles.is_empty() {
                    <div class="buttons chips" role="group" aria-label={words.label("talk.roles_used")}>{ for chips }</div>
                }
            </div>
            <div class="field">
                <Field id={format!("due-{}", props.id)} kind={FieldKind::Date} label={words.t("talk.due")}
                    value={entry.due.map(|day| day.to_string()).unwrap_or_default()} oninput={typed} />
                <div class="buttons chips" role="group" aria-label={words.label("talk.due_quick")}>{ quick_days(check, &entry, &due) }</div>
                <p class="field__gentle said" role="status">if past { { say("talk.past") } }</p>
            </div>
        </div>
    }
}

/// The days that are named most: one press each.
fn quick_days(check: &Check, entry: &ActionEntry, due: &Callback<Option<Day>>) -> Html {
    let Some(today) = check.today() else { return Html::default() };
    let far = match check.session.talk.next {
        Some(next) => ("talk.due_next", next),
        None => ("talk.due_half", Every::HalfYear.after(today)),
    };
    let days = [("talk.due_month", today.plus_months(1)), far].map(|(key, day)| {
        let onclick = due.reform(move |()| Some(day));
        html! { <Button class="mark__tool chip" pressed={entry.due == Some(day)} {onclick}>{ say(key) }</Button> }
    });
    let none = due.reform(|()| None);
    html! {
        <>
            { for days }
            if entry.due.is_some() {
                <Button kind={ButtonKind::Quiet} class="mark__tool" onclick={none}>{ say("talk.due_none") }</Button>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ItemActionsProps {
    pub check: Check,
    /// The item that is talked about.
    pub item: AttrValue,
}

/// What will be done about one item: an open form to begin with, and more on request.
#[component]
pub(super) fn ItemActions(props: &ItemActionsProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let place = use_node_ref();
    let more = use_state_eq(|| false);
    let removed = use_state_eq(super::actions::Gone::new);
    let all = &check.session.talk.actions;
    let mine: Vec<(usize, &ActionEntry)> =
        all.iter().enumerate().filter(|(_, entry)| entry.item.as_deref() == Some(&*props.item)).collect();
    // The id of the next one: a new one as soon as that has begun.
    let fresh = use_memo((props.item.clone(), all.len()), |_| (check.env.new_id)());
    {
        let more = more.clone();
        use_effect_with((props.item.clone(), mine.len()), move |_| more.set(false));
    }
    {
        let (place, asked) = (place.clone(), *more);
        use_effect_with(asked, move |asked| {
            if *asked {
                crate::browser::focus::to_last(&place, ".action input[type=text]");
            }
        });
    }
    let item = Some(props.item.to_string());
    let count = mine.len();
    let open = (mine.is_empty() || *more).then(|| (*fresh).clone());
    let known = mine.iter().map(|(index, entry)| (entry.id.clone(), Some((*index, (*entry).clone()))));
    let cards = known.chain(open.map(|id| (id, None))).enumerate().map(|(n, (id, there))| {
        let number = (n + 1).to_string();
        let remove = there.map(|(index, entry)| {
            let (act, removed) = (check.act.clone(), removed.clone());
            let onclick = Callback::from(move |()| {
                removed.set([&**removed, &[(index, entry.clone())]].concat());
                act.emit(CheckAction::Talk(TalkAction::Unplan { id: entry.id.clone() }));
            });
            let text = words.with("talk.action_remove", &[("n", &number)]);
            html! { <Button kind={ButtonKind::Quiet} class="mark__tool" icon="trash" {onclick}><Said {text} /></Button> }
        });
        let label = format!("action-{id}");
        html! {
            <div class="action" key={id.clone()} role="group" aria-labelledby={label.clone()}>
                <p class={classes!("field__label", "said", (count == 0).then_some("visually-hidden"))} id={label}>
                    <Said text={words.with("talk.action_n", &[("n", &number)])} /></p>
                <ActionForm check={check.clone()} {id} item={item.clone()} />
                // An `if`, so that the number of children stays, and with it the field and its focus.
                if let Some(remove) = remove { { remove } }
            </div>
        }
    });
    let places: Vec<usize> = mine.iter().map(|(index, _)| *index).collect();
    let cards = super::actions::with_undo(check, &removed, cards.collect(), &places, false);
    let full = mine.last().is_some_and(|(_, entry)| !entry.text.trim().is_empty());
    let add = Callback::from(move |()| more.set(true));
    html! {
        <div class="actions-of" ref={place}>
            { for cards }
            if full { <div class="buttons"><Button onclick={add}>{ say("talk.action_add") }</Button></div> }
        </div>
    }
}
