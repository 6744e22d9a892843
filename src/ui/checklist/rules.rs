//! The group's own rules, in its own words (000-03). Short, free, optional: one list that grows from meeting to meeting,
//! each with the day and the item it grew out of.

use super::{
    Check, Subheading, paragraph,
    talk::{Removed, day_said},
};
use crate::browser::focus;
use crate::domain::checklist::{CheckAction, RuleEntry};
use crate::ui::{
    controls::{Button, ButtonKind, Field, FieldKind, Frame, Heading, Said, Say},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RulesProps {
    pub check: Check,
}

#[component]
pub(super) fn Rules(props: &RulesProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let list = &check.session.list;
    let (next, back) = (check.session.next(), check.session.back());
    html! {
        <Frame title={words.t("check.title")} screen="check-rules" tools={check.tools.clone()}
            actions={check.actions(words, next, back)}>
            <div class="stage__inner check__words settle">
                <Heading screen="check-rules"><Said text={words.pick(&list.rules.title).to_owned()} /></Heading>
                { paragraph(words, &list.rules.preface, "lead") }
                { paragraph(words, &list.rules.example, "example") }
                <RuleFields check={check.clone()} />
                <p class="small said"><Say k="check.optional" /></p>
            </div>
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RuleFieldsProps {
    pub check: Check,
    /// Only the rules that grow out of this item, and those that are added here do.
    #[prop_or_default]
    pub of: Option<String>,
}

/// The rules as fields. An empty first one invites to write; it becomes a rule with its first letter.
#[component]
pub(super) fn RuleFields(props: &RuleFieldsProps) -> Html {
    let RuleFieldsProps { check, of } = props;
    let words = use_view().words();
    let place = use_node_ref();
    let removed = use_state_eq(Vec::<(usize, RuleEntry)>::new);
    let added = use_state_eq(|| 0_usize);
    {
        let place = place.clone();
        use_effect_with(*added, move |added| {
            if *added > 0 {
                focus::to_last(&place, "textarea");
            }
        });
    }
    let rules = &check.session.rules;
    let mine = |rule: &RuleEntry| of.is_none() || rule.item == *of;
    let shown: Vec<(usize, Option<&RuleEntry>)> = rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| mine(rule))
        .map(|(index, rule)| (index, Some(rule)))
        .collect();
    let full = shown.last().and_then(|(_, rule)| *rule).is_some_and(|rule| !rule.text.trim().is_empty());
    let shown = if shown.is_empty() { vec![(rules.len(), None)] } else { shown };
    // Headings only where there is something to tell apart.
    let grouped = of.is_none() && rules.iter().any(|rule| rule.day.is_some());
    let begun = rules.iter().position(|rule| rule.day.is_none()).unwrap_or(rules.len());
    let mut rows = Vec::new();
    for (n, (index, rule)) in shown.iter().enumerate() {
        if grouped && (n == 0 || *index == begun) {
            let key = if *index < begun { "talk.rules_before" } else { "talk.rules_today" };
            rows.push(html! { <Subheading key={key} text={words.t(key)} /> });
        }
        rows.push(field(check, of.as_ref(), n, *index, *rule, &removed, words));
    }
    // In the place of the rule: the next one must not move under a finger that taps twice.
    if let Some((index, _)) = removed.last() {
        let before = shown.iter().filter(|(at, rule)| rule.is_some() && at < index).count();
        let headings =
            usize::from(grouped && before > 0) + usize::from(grouped && begun > 0 && before > begun);
        rows.insert((before + headings).min(rows.len()), undo(check, &removed));
    }
    let add = {
        let (act, of, added, count) = (check.act.clone(), of.clone(), added.clone(), *added);
        Callback::from(move |()| {
            act.emit(CheckAction::AddRule { text: String::new(), item: of.clone() });
            added.set(count + 1);
        })
    };
    html! {
        <div class="rules" ref={place}>
            <div class="fields">{ for rows }</div>
            <div class="buttons"><Button disabled={!full} onclick={add}><Say k="check.rule_add" /></Button></div>
        </div>
    }
}

/// The way back for the rule taken out last; behind it, for the one before.
fn undo(check: &Check, removed: &UseStateHandle<Vec<(usize, RuleEntry)>>) -> Html {
    let Some(((index, rule), earlier)) = removed.split_last() else { return Html::default() };
    let (act, removed, earlier) = (check.act.clone(), removed.clone(), earlier.to_vec());
    let key = format!("removed-{}", earlier.len());
    let put = CheckAction::PutRule { index: *index, rule: rule.clone() };
    let onundo = Callback::from(move |()| {
        removed.set(earlier.clone());
        act.emit(put.clone());
    });
    html! { <Removed {key} {onundo} /> }
}

fn field(
    check: &Check,
    of: Option<&String>,
    n: usize,
    index: usize,
    rule: Option<&RuleEntry>,
    removed: &UseStateHandle<Vec<(usize, RuleEntry)>>,
    words: Words,
) -> Html {
    let number = (n + 1).to_string();
    let item = of.cloned();
    // By its place alone: letters that come faster than the screen is drawn again all go to the same rule.
    let oninput = check.on(move |text| CheckAction::EditRule { index, text, item: item.clone() });
    let from = rule
        .filter(|_| of.is_none())
        .and_then(|rule| check.session.list.item(rule.item.as_ref()?))
        .map(|item| words.t("check.rule_from").replace("{{title}}", words.pick(&item.short)));
    let day = rule
        .and_then(|rule| rule.day)
        .map(|day| words.t("talk.rule_day").replace("{{day}}", &day_said(words, day)));
    let hint = [from, day].into_iter().flatten().reduce(|from, day| format!("{from} · {day}"));
    let remove = rule.map(|rule| {
        let (act, removed, rule) = (check.act.clone(), removed.clone(), rule.clone());
        let onclick = Callback::from(move |()| {
            removed.set([&**removed, &[(index, rule.clone())]].concat());
            act.emit(CheckAction::RemoveRule { index });
        });
        let text = words.with("check.rule_remove", &[("n", &number)]);
        html! { <Button kind={ButtonKind::Quiet} class="mark__tool" icon="trash" {onclick}><Said {text} /></Button> }
    });
    html! {
        <div class="rule" key={index}>
            <Field id={format!("rule-{index}")} kind={FieldKind::Lines} hint={hint.map(AttrValue::from)}
                label={words.with("check.rule_n", &[("n", &number)])}
                value={rule.map(|rule| rule.text.clone()).unwrap_or_default()} {oninput} />
            // An `if`, not a `for`: the number of children stays, and with it the field and its focus.
            if let Some(remove) = remove { { remove } }
        </div>
    }
}
