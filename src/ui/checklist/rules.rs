//! The group's own rules, in its own words (000-03). Short, free, optional.

use super::{Check, paragraph};
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
    let rules = &check.session.rules;
    // An empty first field invites to write; it becomes a rule with its first letter.
    let shown = rules.len().max(1);
    let fields = (0..shown).map(|index| field(check, index, rules.get(index), words));
    let full = rules.last().is_some_and(|rule| !rule.text.trim().is_empty());
    let add = check.on(|()| CheckAction::AddRule { text: String::new(), item: None });
    let (next, back) = (check.session.next(), check.session.back());
    html! {
        <Frame title={words.t("check.title")} screen="check-rules" tools={check.tools.clone()}
            actions={check.actions(words, next, back)}>
            <div class="stage__inner check__words settle">
                <Heading screen="check-rules"><Said text={words.pick(&list.rules.title).to_owned()} /></Heading>
                { paragraph(words, &list.rules.preface, "lead") }
                { paragraph(words, &list.rules.example, "example") }
                <div class="fields">{ for fields }</div>
                <div class="buttons"><Button disabled={!full} onclick={add}><Say k="check.rule_add" /></Button></div>
                <p class="small said"><Say k="check.optional" /></p>
            </div>
        </Frame>
    }
}

fn field(check: &Check, index: usize, rule: Option<&RuleEntry>, words: Words) -> Html {
    let number = (index + 1).to_string();
    // By its place alone: letters that come faster than the screen is drawn again all go to the same rule.
    let oninput = check.on(move |text| CheckAction::EditRule { index, text });
    let from = rule
        .and_then(|rule| check.session.list.item(rule.item.as_ref()?))
        .map(|item| words.t("check.rule_from").replace("{{title}}", words.pick(&item.short)));
    let remove = rule.map(|_| {
        let onclick = check.on(move |()| CheckAction::RemoveRule { index });
        let text = words.with("check.rule_remove", &[("n", &number)]);
        html! { <Button kind={ButtonKind::Quiet} class="mark__tool" icon="trash" {onclick}><Said {text} /></Button> }
    });
    html! {
        <div class="rule" key={index}>
            <Field id={format!("rule-{index}")} kind={FieldKind::Lines} hint={from.map(AttrValue::from)}
                label={words.with("check.rule_n", &[("n", &number)])}
                value={rule.map(|rule| rule.text.clone()).unwrap_or_default()} {oninput} />
            // An `if`, not a `for`: the number of children stays, and with it the field and its focus.
            if let Some(remove) = remove { { remove } }
        </div>
    }
}
