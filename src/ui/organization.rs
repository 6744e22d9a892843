//! The group's own words for the placeholders: asked once, before the first person is explained to.

use super::controls::{
    Button, ButtonKind, Check, Field, FieldKind, Frame, Heading, Note, NoteKind, said, say,
};
use super::view::use_view;
use crate::domain::notice::{
    Notice, Organization, Placeholder, PlaceholderKind, PlaceholderValue, ValueProblemKind,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct OrganizationFormProps {
    pub notice: Rc<Notice>,
    pub organization: Rc<Organization>,
    /// Everything is there and fits.
    pub onsave: Callback<Organization>,
    /// Every keystroke, so that nothing entered is lost.
    #[prop_or_default]
    pub onchange: Callback<Organization>,
    #[prop_or_default]
    pub onback: Option<Callback<()>>,
    #[prop_or_default]
    pub tools: Html,
    /// Shown above the fields.
    #[prop_or_default]
    pub intro: Html,
    /// Shown below the fields.
    #[prop_or_default]
    pub children: Html,
}

/// The form. What has a sensible default is folded away.
#[component]
pub fn OrganizationForm(props: &OrganizationFormProps) -> Html {
    let words = use_view().words();
    let draft = use_state(|| (*props.organization).clone());
    let tried = use_state_eq(|| 0_u32);
    let set = {
        let (draft, onchange) = (draft.clone(), props.onchange.clone());
        Callback::from(move |next: Organization| {
            onchange.emit(next.clone());
            draft.set(next);
        })
    };
    let problems = draft.problems(&props.notice);
    let save = {
        let (draft, tried, onsave) = (draft.clone(), tried.clone(), props.onsave.clone());
        let complete = problems.is_empty();
        Callback::from(move |()| if complete { onsave.emit((*draft).clone()) } else { tried.set(*tried + 1) })
    };
    let field = |placeholder: &Placeholder| {
        let problem = problems
            .iter()
            .find(|problem| problem.placeholder.name == placeholder.name)
            .filter(|_| *tried > 0)
            .map(|problem| problem.kind.clone());
        html! {
            <Entry key={placeholder.name.clone()} placeholder={Rc::new(placeholder.clone())} organization={(*draft).clone()}
                {problem} onchange={set.clone()} />
        }
    };
    let (asked, settled): (Vec<_>, Vec<_>) =
        props.notice.placeholders.iter().partition(|placeholder| placeholder.default.is_none());
    let wrong_below =
        settled.iter().any(|p| problems.iter().any(|problem| problem.placeholder.name == p.name));
    let options = props.notice.optional.iter().map(|option| {
        let checked = draft.has_option(&option.id);
        let (draft, set, id) = (draft.clone(), set.clone(), option.id.clone());
        let onchange = Callback::from(move |on: bool| {
            let mut next = (*draft).clone();
            next.enabled_options.retain(|known| *known != id);
            if on {
                next.enabled_options.push(id.clone());
            }
            set.emit(next);
        });
        let text = words.pick(&option.label).to_owned();
        html! { <Check key={format!("option-{}", option.id)} {text} {checked} {onchange} /> }
    });
    html! {
        <Frame title={words.t("settings.title")} screen="settings" refused={*tried} tools={props.tools.clone()} actions={html! {
            <>
                <Button kind={ButtonKind::Primary} icon="check" onclick={save}>{ say("settings.save") }</Button>
                { super::controls::way_back(props.onback.clone()) }
            </>
        }}>
            <div class="stage__inner settle">
                <Heading screen="settings">{ say("settings.heading") }</Heading>
                { props.intro.clone() }
                <p class="lead said">{ say("settings.lead") }</p>
                if *tried > 0 && !problems.is_empty() {
                    <Note kind={NoteKind::Care} live={true}>
                        <p class="note__body">{ said(&words.with("settings.missing", &[("count", &problems.len().to_string())])) }</p>
                    </Note>
                }
                <div class="fields">{ for asked.into_iter().map(field) }</div>
                <details class="fold" open={*tried > 0 && wrong_below}>
                    <summary class="said">{ say("settings.defaults") }</summary>
                    <div class="fields fold__body">{ for settled.into_iter().map(field) }{ for options }</div>
                </details>
                { props.children.clone() }
            </div>
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    placeholder: Rc<Placeholder>,
    organization: Organization,
    problem: Option<ValueProblemKind>,
    onchange: Callback<Organization>,
}

/// One value: what it is, and how it is read or said in easy words.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let EntryProps { placeholder, organization, problem, onchange } = props;
    let words = use_view().words();
    let value = organization.values.get(&placeholder.name).cloned();
    let default = placeholder.default.clone().unwrap_or_default();
    // A default is shown as what stands there now; writing over it makes it the group's own.
    let shown = value.clone().unwrap_or_else(|| PlaceholderValue {
        plain: default.plain.clone(),
        easy: (placeholder.kind == PlaceholderKind::Phrase).then(|| default.easy.clone()),
        ..PlaceholderValue::default()
    });
    let change = |put: fn(&mut PlaceholderValue, String)| {
        let (organization, onchange, name, shown) =
            (organization.clone(), onchange.clone(), placeholder.name.clone(), shown.clone());
        Callback::from(move |text: String| {
            let mut next = organization.clone();
            let mut value = shown.clone();
            put(&mut value, text);
            next.values.insert(name.clone(), value);
            onchange.emit(next);
        })
    };
    let second_is_wrong = problem.as_ref().is_some_and(ValueProblemKind::is_about_easy);
    let message = problem.as_ref().map(|problem| AttrValue::from(words.of("problem.value", problem.name())));
    let (first_error, second_error) = if second_is_wrong { (None, message) } else { (message, None) };
    let id = format!("org-{}", placeholder.name);
    // An example stands below the label, not inside the field, where it would look like something already written.
    let example = |text: &str| words.with("settings.example", &[("text", text)]);
    let hint = format!("{} {}", words.pick(&placeholder.hint), example(&placeholder.example.plain));
    let second = match placeholder.kind {
        PlaceholderKind::Name => html! {
            <Field id={format!("{id}-kana")} label={words.t("settings.reading")} value={shown.reading.clone().unwrap_or_default()}
                hint={example(placeholder.example.reading.as_deref().unwrap_or_default())} error={second_error} lang="ja"
                oninput={change(|value, text| value.reading = Some(text))} />
        },
        PlaceholderKind::Phrase => html! {
            <Field id={format!("{id}-easy")} label={words.t("settings.easy")} hint={format!("{} {}", words.t("settings.easy_hint"), example(placeholder.example.easy.as_deref().unwrap_or_default()))}
                value={shown.easy.clone().unwrap_or_default()} error={second_error} lang="ja"
                oninput={change(|value, text| value.easy = Some(text))} />
        },
    };
    html! {
        <fieldset class="entry">
            <legend class="visually-hidden">{ said(words.pick(&placeholder.label)) }</legend>
            <Field {id} kind={FieldKind::Line} label={words.pick(&placeholder.label).to_owned()} {hint}
                required={placeholder.required} value={shown.plain.clone()} error={first_error} lang="ja"
                oninput={change(|value, text| value.plain = text)} />
            { second }
        </fieldset>
    }
}
