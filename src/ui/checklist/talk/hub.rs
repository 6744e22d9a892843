//! The hub of a meeting: what to talk about first, then the rest, as drawings or as a table. Never who, never a score.
//!
//! The drawings carry their counts in words, so that they hide nothing from anybody. The table is one press away
//! instead of hidden beside them: whoever reads with the ears would otherwise hear everything twice.

use super::{is_one_sheet, table::Table};
use crate::domain::checklist::{Agreement, CheckAction, Mark, Split, Step, Way};
use crate::ui::{
    checklist::{
        Check, ScreenProps, Subheading, since,
        tally::{Glyph, spread, word},
    },
    controls::{Button, ButtonKind, Frame, Heading, Icon, Note, Said, Say, between, say, way_back},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// The order of the groups: what to talk about, then the rest.
const GROUPS: [Agreement; 5] =
    [Agreement::Split, Agreement::AllNotYet, Agreement::AllTrying, Agreement::AllDone, Agreement::Unanswered];

/// How many of [`GROUPS`] are to be talked about.
const TO_TALK: usize = 3;

/// The items that lie alike, in the order to talk about them, under the words for how they lie.
#[derive(Clone, PartialEq)]
pub(super) struct Group {
    /// How they lie.
    pub agreement: Agreement,
    /// The same in words, in ruby notation.
    pub title: String,
    /// The items.
    pub items: Vec<Split>,
}

/// The mark that all of them gave.
fn common_mark(agreement: Agreement) -> Option<Mark> {
    match agreement {
        Agreement::AllNotYet => Some(Mark::NotYet),
        Agreement::AllTrying => Some(Mark::Trying),
        Agreement::AllDone => Some(Mark::Done),
        Agreement::Split | Agreement::Unanswered => None,
    }
}

/// The groups that have items.
fn groups(check: &Check, words: Words) -> Vec<Group> {
    let (splits, one) = (check.session.splits(), is_one_sheet(&check.session));
    let title = |agreement: Agreement| match agreement {
        Agreement::Split => words.t("talk.group_split").to_owned(),
        Agreement::Unanswered => words.t("talk.group_open").to_owned(),
        _ => {
            let key = if one { "talk.group_one" } else { "talk.group_same" };
            words.t(key).replace("{{word}}", &word(words, Some(&check.session.list), common_mark(agreement)))
        }
    };
    let group = |agreement: Agreement| Group {
        agreement,
        title: title(agreement),
        items: splits.iter().filter(|split| split.agreement == agreement).cloned().collect(),
    };
    GROUPS.map(group).into_iter().filter(|group| !group.items.is_empty()).collect()
}

/// Where the answers split, and what there is to talk about.
#[component]
pub(in super::super) fn Hub(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let as_table = use_state_eq(|| false);
    let groups = Rc::new(groups(check, words));
    let given = check.session.given();
    let one = is_one_sheet(&check.session);
    let (first, rest): (Vec<_>, Vec<_>) =
        groups.iter().partition(|group| GROUPS[..TO_TALK].contains(&group.agreement));
    let answered = groups.iter().any(|group| group.agreement != Agreement::Unanswered);
    let lead = match (answered, one) {
        (false, _) => words.t("talk.nobody").to_owned(),
        (true, true) => words.t("talk.answered_as_one").to_owned(),
        // What is shown then is that person's marks, and no words make it less so.
        (true, false) if given.iter().all(|one| one.way != Way::Together) && given.len() == 1 => {
            words.t("gather.one_seen").to_owned()
        }
        (true, false) => {
            let number = given.len().to_string();
            // A group that marked as one is one answer and several people.
            if given.iter().any(|one| one.way == Way::Together) {
                words.with("talk.answered_mixed", &[("n", &number)])
            } else {
                words.with("talk.answered", &[("n", &number)])
            }
        }
    };
    let warm =
        words.t("talk.none").replace("{{word}}", &word(words, Some(&check.session.list), Some(Mark::Done)));
    let lists = |groups: &[&Group]| groups.iter().map(|group| list(check, group, words)).collect::<Html>();
    html! {
        <Frame title={words.t("check.title")} screen="talk-hub" tools={check.tools.clone()} actions={ending(check, words)}>
            <div class="stage__inner stage__inner--wide check__words hub settle">
                <div class="hub__head">
                    <Heading screen="talk-hub"><Say k="check.result" /></Heading>
                    <p class="said"><Said text={lead} /></p>
                    <p class="lead said"><Say k="check.result_lead" /></p>
                </div>
                if answered && first.is_empty() {
                    <Note><p class="note__body"><Said text={warm} />{ between() }<Say k="talk.none_more" /></p></Note>
                }
                if answered && !one { { switch(&as_table, words) } }
                if *as_table && !one {
                    <Table check={check.clone()} groups={groups.clone()} />
                } else {
                    if !first.is_empty() {
                        <section class="check__part">
                            <Subheading text={words.t("check.talk")} />
                            { lists(&first) }
                        </section>
                    }
                    if !rest.is_empty() {
                        <section class="check__part">
                            <Subheading text={words.t(if first.is_empty() { "check.items" } else { "talk.rest" })} />
                            { lists(&rest) }
                        </section>
                    }
                }
                <since::Moves check={check.clone()} />
                { more(check, words) }
            </div>
        </Frame>
    }
}

/// The items of a group, each a way to its screen.
fn list(check: &Check, group: &Group, words: Words) -> Html {
    let rows = group.items.iter().filter_map(|split| row(check, split, words));
    html! {
        <div class="hub__group" key={group.agreement.value()}>
            <Subheading level={3} text={group.title.clone()} />
            <ul class="hub__items">{ for rows }</ul>
        </div>
    }
}

fn row(check: &Check, split: &Split, words: Words) -> Option<Html> {
    let list = &check.session.list;
    let (item, index) = (list.item(&split.item)?, check.index_of(&split.item)?);
    let visit = check.visit.clone();
    let onclick = Callback::from(move |()| visit.emit(Step::Talk(index)));
    let how = if is_one_sheet(&check.session) || split.counts.total() == 0 {
        let mark = common_mark(split.agreement);
        html! { <span class="tally__line"><span class="tally__count"><Glyph {mark} /><span class="said"><Said text={word(words, Some(list), mark)} /></span></span></span> }
    } else {
        spread(words, list, &split.counts)
    };
    Some(html! {
        <li key={item.id.clone()}>
            <Button class="hub__row" {onclick}>
                <span class="hub__title"><Said text={words.pick(&item.short).to_owned()} /></span>
                { how }
                if check.was_talked_about(&item.id) {
                    <span class="hub__talked"><Icon name="check" /><span><Say k="talk.talked" /></span></span>
                }
            </Button>
        </li>
    })
}

/// Drawings or table.
fn switch(as_table: &UseStateHandle<bool>, words: Words) -> Html {
    let to = |table: bool, text: Html| {
        let state = as_table.clone();
        let onclick = Callback::from(move |()| state.set(table));
        html! { <Button class="mark__tool" pressed={**as_table == table} {onclick}>{ text }</Button> }
    };
    html! {
        <div class="buttons hub__view" role="group" aria-label={words.label("talk.view")}>
            { to(false, say("talk.view_bars")) }
            { to(true, say("talk.view_table")) }
        </div>
    }
}

/// On to talking, to where it was left; open again what is finished.
fn ending(check: &Check, words: Words) -> Html {
    let session = &check.session;
    if session.is_finished() {
        let onclick = check.on(|()| CheckAction::Reopen);
        return html! { <Button icon="pen" {onclick}><Say k="check.reopen" /></Button> };
    }
    let topics = session.topics();
    let talked = |index: &usize| {
        session.list.items().nth(*index).is_some_and(|(_, item)| check.was_talked_about(&item.id))
    };
    let (step, text) = match topics.iter().find(|index| !talked(index)) {
        Some(index) => {
            let key = if topics.iter().any(talked) { "talk.go_on" } else { "talk.begin" };
            (Step::Talk(*index), words.t(key).to_owned())
        }
        None => {
            // Without an answer there is nothing yet to show or to talk about.
            let silent = session.summary().all.answered() == 0;
            let step = match (silent, is_one_sheet(session)) {
                (true, true) => Step::Mark(0),
                (true, false) => Step::Gather,
                (false, _) => Step::Cases,
            };
            (step, check.way_to(words, step))
        }
    };
    let onclick = check.on(move |()| CheckAction::Go(step));
    html! {
        <>
            <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true} {onclick}><Said {text} /></Button>
            { way_back(check.to(session.back())) }
        </>
    }
}

/// What else can be done from here; ending is always among it.
fn more(check: &Check, words: Words) -> Html {
    let session = &check.session;
    let aside = |step: Step, title: &str| {
        let visit = check.visit.clone();
        let onclick = Callback::from(move |()| visit.emit(step));
        html! { <Button {onclick}><Said text={title.to_owned()} /></Button> }
    };
    let finish = (!session.is_finished()).then(|| {
        let env = check.env;
        let onclick = check.on(move |()| CheckAction::Finish { at: (env.now)(), id: (env.new_id)() });
        html! { <Button icon="check" {onclick}><Say k="check.finish" /></Button> }
    });
    html! {
        <section class="check__part">
            <Subheading text={words.t("talk.more")} />
            <div class="buttons">
                if is_one_sheet(session) {
                    // Not aside: from the first part on, all of them are looked at again.
                    <Button onclick={check.on(|()| CheckAction::Go(Step::Mark(0)))}><Say k="check.review_item" /></Button>
                }
                <Button onclick={check.on(|()| CheckAction::Go(Step::Gather))}><Say k="talk.add_answers" /></Button>
                { aside(Step::Rules, words.pick(&session.list.rules.title)) }
                { aside(Step::Emergency, words.pick(&session.list.emergency.title)) }
                { aside(Step::Next, words.t("talk.next_title")) }
                { for finish }
            </div>
        </section>
    }
}
