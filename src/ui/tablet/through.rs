//! An explanation read through before it is used: every section and question, plain beside easy, with the group's
//! own values in it.

use crate::domain::law::Topic;
use crate::domain::notice::{Category, ConsentItem, Notice, Organization, Sensitivity, SnapshotSection};
use crate::domain::text::{Reading, Text};
use crate::ui::{
    controls::{Note, NoteKind, Subheading, between, said, say},
    notice::{Gaps, lines, special, whose},
    registers::both,
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ThroughProps {
    pub notice: Rc<Notice>,
    /// The group's words as far as they go.
    pub organization: Organization,
    /// What it does not tell.
    pub missing: Rc<Vec<Topic>>,
}

/// The whole of it, one card a section.
#[component]
pub fn Through(props: &ThroughProps) -> Html {
    let words = use_view().words();
    let preview = use_memo((props.notice.clone(), props.organization.clone()), |(notice, organization)| {
        notice.preview(organization).ok()
    });
    // Only a notice that was never checked has no preview, and such a one does not come here.
    let Some(preview) = &*preview else { return Html::default() };
    let shown = &preview.snapshot;
    let count = |items: usize| items.to_string();
    let items = shown.groups.iter().map(|group| {
        let title = [group.title.get(Reading::Plain), group.title.get(Reading::Easy)];
        let lead = both([lead(&group.lead, Reading::Plain), lead(&group.lead, Reading::Easy)], title);
        html! { <section class="card" key={group.id.clone()}>{ lead }{ for shown.items_in(&group.id).map(item) }</section> }
    });
    let heard = shown.acknowledgements.iter().map(|known| heading_only(&known.title));
    let missing = &props.missing;
    html! {
        <>
            if let Some(audience) = &props.notice.audience { <p class="lead said">{ said(words.pick(audience)) }</p> }
            <p class="small said">{ said(&words.with("notices.count", &[("topics", &count(shown.sections.len())), ("questions", &count(shown.items.len()))])) }{ between() }{ said(&words.with("notices.version", &[("version", &shown.version.to_string())])) }</p>
            if let Some(key) = whose(shown, "preview.changed", "preview.own") {
                <Note><p class="note__body">{ say(key) }</p></Note>
            }
            if !missing.is_empty() {
                <Note kind={NoteKind::Care}>
                    <div class="note__body">
                        <p>{ said(&words.with("gaps.count", &[("count", &count(missing.len()))])) }</p>
                        <Gaps notice={props.notice.clone()} missing={missing.clone()} />
                    </div>
                </Note>
            }
            if !preview.made_up.is_empty() {
                <Note><p class="note__body">{ said(&words.with("preview.made_up", &[("count", &count(preview.made_up.len()))])) }</p></Note>
            }
            <p class="small said">{ say("preview.lead") }</p>
            <Subheading>{ say("preview.topics") }</Subheading>
            { for shown.sections.iter().map(section) }
            if !shown.categories.is_empty() {
                <Subheading>{ say("preview.kinds") }</Subheading>
                <section class="card">{ for shown.categories.iter().map(kind) }</section>
            }
            <Subheading>{ say("preview.questions") }</Subheading>
            { for items }
            if !shown.acknowledgements.is_empty() {
                <Subheading>{ say("preview.confirmed") }</Subheading>
                <section class="card">{ for heard }</section>
            }
        </>
    }
}

fn heading_only(title: &Text) -> Html {
    both([Html::default(), Html::default()], [title.get(Reading::Plain), title.get(Reading::Easy)])
}

fn section(section: &SnapshotSection) -> Html {
    let body = Reading::ALL.map(|reading| {
        html! { <div class="topic__text" lang="ja">{ lines(section.lines(reading)) }</div> }
    });
    let titles = Reading::ALL.map(|reading| section.title.get(reading));
    html! { <section class="card" key={section.id.clone()}>{ both(body, titles) }</section> }
}

fn lead(text: &Text, reading: Reading) -> Html {
    html! { <p lang="ja">{ said(text.get(reading)) }</p> }
}

fn item(item: &ConsentItem) -> Html {
    let detail = Reading::ALL.map(|reading| item.detail.as_ref().map(|detail| lead(detail, reading)));
    let titles = Reading::ALL.map(|reading| item.title.get(reading));
    html! {
        <div class="both__item" key={item.id.clone()}>
            { both(detail.map(Option::unwrap_or_default), titles) }
            { marks(item) }
        </div>
    }
}

/// What sets a question apart, calm and below it: it prefers no answer.
fn marks(item: &ConsentItem) -> Html {
    html! {
        <>
            if item.sensitive { { special() } }
            if !item.withholdable { <p class="small said">{ say("item_note.law") }</p> }
            if item.written { <p class="small said">{ say("item_note.written") }</p> }
        </>
    }
}

fn kind(category: &Category) -> Html {
    let examples = Reading::ALL.map(|reading| lead(&category.examples, reading));
    let titles = Reading::ALL.map(|reading| category.name.get(reading));
    html! {
        <div class="both__item" key={category.id.clone()}>
            { both(examples, titles) }
            { match category.sensitivity {
                Sensitivity::Yes => special(),
                Sensitivity::Depends => html! { <p class="small said">{ say("special.depends") }</p> },
                Sensitivity::No => Html::default(),
            } }
        </div>
    }
}
