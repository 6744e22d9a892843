//! One item to talk about: how the answers lie, what people wrote, the case that teaches it; then what was said, what is
//! agreed on, what will be done (004-13). Nothing is required, and the way on is always open.

use super::{action::ItemActions, aside, is_one_sheet, timer::Clock};
use crate::domain::checklist::{Agreement, CheckAction, Item, Step, TalkAction};
use crate::ui::{
    checklist::{
        Check, Subheading,
        rules::RuleFields,
        tally::{Glyph, spread, word},
    },
    controls::{Button, ButtonKind, Field, FieldKind, Fold, Frame, Heading, Said, Say, say},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

/// A note longer than this many characters is folded.
const LONG: usize = 240;

#[derive(Properties, PartialEq)]
pub(in super::super) struct TopicProps {
    pub check: Check,
    /// The item, over all parts, from 0.
    pub index: usize,
}

/// One item to talk about.
#[component]
pub(in super::super) fn Topic(props: &TopicProps) -> Html {
    let TopicProps { check, index } = props;
    let words = use_view().words();
    let session = &check.session;
    let Some((_, item)) = session.list.items().nth(*index) else { return Html::default() };
    let topics = session.topics();
    let count = topics.iter().position(|topic| topic == index).map(|at| (at + 1, topics.len()));
    let screen = AttrValue::from(format!("talk-{}", item.id));
    let beside = aside::column(words, &session.list, &item.id);
    let hub = (check.came_from.is_none()).then(|| {
        let onclick = check.on(|()| CheckAction::Go(Step::Result));
        html! {
            <div class="buttons"><Button kind={ButtonKind::Quiet} {onclick}><Say k="check.back_to_result" /></Button></div>
        }
    });
    html! {
        <Frame title={words.t("check.title")} {count} screen={screen.clone()} tools={check.tools.clone()}
            actions={check.actions(words, session.next(), session.back())}>
            <div class={classes!("stage__inner", "stage__inner--wide", "check__words", "matter", beside.is_some().then_some("matter--beside"), "settle")}>
                <div class="matter__main">
                    <div class="matter__top">
                        <div>
                            <p class="ask__group said"><Say k="talk.topic" /></p>
                            <Heading {screen}><Said text={words.pick(&item.short).to_owned()} /></Heading>
                        </div>
                        <Clock check={check.clone()} />
                    </div>
                    // Another item begins with everything folded.
                    <div class="matter__item" key={item.id.clone()}>
                        { asked(item, words) }
                        { answers(check, *index, item, words) }
                        { notes(check, &item.id) }
                        { aside::folded(words, &session.list, &item.id) }
                        { questions(check, item, words) }
                    </div>
                    { for hub }
                </div>
                { for beside }
            </div>
        </Frame>
    }
}

/// The statement, and what it means in practice.
fn asked(item: &Item, words: Words) -> Html {
    let points = item.points.iter().map(|point| {
        html! { <li key={point.id.clone()} class="said"><Said text={words.pick(&point.text).to_owned()} /></li> }
    });
    html! {
        <>
            <p class="matter__text said"><Said text={words.pick(&item.text).to_owned()} /></p>
            if !item.points.is_empty() {
                <Fold summary={say("talk.points")}><ul class="check__list">{ for points }</ul></Fold>
            }
        </>
    }
}

/// How the answers lie. A group that marked as one sees its mark and may look at it again.
fn answers(check: &Check, index: usize, item: &Item, words: Words) -> Html {
    let list = &check.session.list;
    if is_one_sheet(&check.session) {
        let mark = check.session.marks.get(&item.id).copied();
        let visit = check.visit.clone();
        let onclick = Callback::from(move |()| visit.emit(Step::Mark(index)));
        return html! {
            <div class="matter__answers matter__answers--one">
                <span class="tally__count"><Glyph {mark} /><strong class="said"><Said text={word(words, Some(list), mark)} /></strong></span>
                <Button kind={ButtonKind::Quiet} class="mark__tool" {onclick}>
                    if mark.is_some() { <Say k="check.review_item" /> } else { <Say k="check.mark_item" /> }
                </Button>
            </div>
        };
    }
    let Some(counts) = check.session.tallies().get(index).copied() else { return Html::default() };
    html! {
        <div class="matter__answers">
            <p>{ spread(words, list, &counts) }</p>
            if Agreement::of(counts) == Agreement::Split { <p class="small said"><Say k="talk.topic_split" /></p> }
        </div>
    }
}

/// What people wrote, without whose it is; what is long is folded.
fn notes(check: &Check, item: &str) -> Html {
    let notes = check.session.notes_on(item);
    if notes.is_empty() {
        return Html::default();
    }
    let notes = notes.into_iter().map(|note| {
        let text = html! { <p class="written" lang="ja"><bdi>{ note.to_owned() }</bdi></p> };
        if note.chars().nth(LONG).is_some() {
            html! { <li><Fold summary={say("talk.note_long")}>{ text }</Fold></li> }
        } else {
            html! { <li>{ text }</li> }
        }
    });
    html! {
        <div class="matter__notes">
            <p class="field__label said"><Say k="talk.notes" /></p>
            <ul>{ for notes }</ul>
        </div>
    }
}

/// Three questions: what came up, is there a rule in it, is there something to do.
fn questions(check: &Check, item: &Item, words: Words) -> Html {
    let id = item.id.clone();
    let said = check.session.talk.said.get(&id).cloned().unwrap_or_default();
    let onsaid = check.on({
        let id = id.clone();
        move |text| CheckAction::Talk(TalkAction::Said { item: id.clone(), text })
    });
    html! {
        <>
            <section class="card matter__question">
                <Field id={format!("said-{id}")} kind={FieldKind::Lines} label={words.t("talk.said")} hint={words.t("talk.said_hint")}
                    value={said} oninput={onsaid} gentle={true} />
            </section>
            <section class="card matter__question">
                <Subheading text={words.t("talk.rule")} />
                <RuleFields check={check.clone()} of={id.clone()} />
            </section>
            <section class="card matter__question">
                <Subheading text={words.t("talk.action")} />
                <ItemActions check={check.clone()} item={id} />
            </section>
            <p class="small said"><Say k="check.optional" /></p>
        </>
    }
}
