//! The result as things stand: shapes and counts per part, then what to talk about. Nothing here is a score, and
//! nothing has to be filled in before finishing.

use super::{
    Check, Subheading,
    cases::story,
    run_view::{agreed, rules},
    tally::{Glyph, Tallies, word},
};
use crate::domain::checklist::{CheckAction, Step};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Said, Say, way_back},
    view::use_view,
    wording::Words,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OutcomeProps {
    pub check: Check,
}

#[component]
pub(super) fn Outcome(props: &OutcomeProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let session = &check.session;
    let (list, summary) = (&session.list, session.summary());
    let open = (summary.all.unmarked > 0)
        .then(|| words.with("check.open", &[("n", &summary.all.unmarked.to_string())]));
    let talk = summary.talk_about.iter().map(|id| topic(check, id, words));
    let edit = |step: Step| {
        let visit = check.visit.clone();
        let onclick = Callback::from(move |()| visit.emit(step));
        html! { <div class="buttons"><Button icon="pen" {onclick}><Say k="check.edit" /></Button></div> }
    };
    let written = session.rules.iter().map(|rule| (rule.text.clone(), rule.item.clone()));
    let answers = list.emergency.questions.iter().filter_map(|question| {
        Some((words.pick(&question.text).to_owned(), session.emergency.get(&question.id)?.clone()))
    });
    html! {
        <Frame title={words.t("check.title")} screen="check-result" tools={check.tools.clone()} actions={ending(check)}>
            <div class="stage__inner check__words settle">
                <Heading screen="check-result"><Say k="check.result" /></Heading>
                <p class="lead said"><Say k="check.result_lead" /></p>
                <Tallies summary={summary.clone()} list={list.clone()} />
                if let Some(text) = open { <p class="said"><Said {text} /></p> }
                <section class="check__part">
                    <Subheading text={words.t("check.talk")} />
                    if summary.talk_about.is_empty() {
                        <p class="said"><Say k="check.talk_none" /></p>
                    } else {
                        <ul class="talk">{ for talk }</ul>
                    }
                </section>
                <section class="check__part">
                    <Subheading text={words.pick(&list.rules.title).to_owned()} />
                    { rules(written, Some(list), words) }
                    { edit(Step::Rules) }
                </section>
                <section class="check__part">
                    <Subheading text={words.pick(&list.emergency.title).to_owned()} />
                    { agreed(answers) }
                    { edit(Step::Emergency) }
                </section>
            </div>
        </Frame>
    }
}

/// Finish, or open again what is finished.
fn ending(check: &Check) -> Html {
    if check.session.is_finished() {
        let onclick = check.on(|()| CheckAction::Reopen);
        return html! { <Button icon="pen" {onclick}><Say k="check.reopen" /></Button> };
    }
    let env = check.env;
    let onclick = check.on(move |()| CheckAction::Finish { at: (env.now)(), id: (env.new_id)() });
    html! {
        <>
            <Button kind={ButtonKind::Primary} class="check__on" icon="check" {onclick}><Say k="check.finish" /></Button>
            { way_back(check.to(check.session.back())) }
        </>
    }
}

/// One thing to talk about: its mark, its note, the case that teaches it, and where to go from here.
fn topic(check: &Check, id: &str, words: Words) -> Html {
    let list = &check.session.list;
    let (Some(item), Some(index)) = (list.item(id), check.index_of(id)) else { return Html::default() };
    let mark = check.session.marks.get(id).copied();
    let note = check.session.notes.get(id).filter(|note| !note.trim().is_empty());
    let teaches = |case: &&crate::domain::checklist::LeakCase| {
        case.teaches.iter().any(|taught| list.item_of(taught).is_some_and(|known| known.id == id))
    };
    let cases = list.cases.cards.iter().filter(teaches).map(|case| {
        let title = words.t("check.case_fold").replace("{{title}}", words.pick(&case.title));
        html! {
            <details class="fold" key={case.id.clone()}>
                <summary class="said"><Said text={title} /></summary>
                <div class="fold__body">{ story(words, case) }</div>
            </details>
        }
    });
    let look = {
        let visit = check.visit.clone();
        Callback::from(move |()| visit.emit(Step::Mark(index)))
    };
    let make = {
        let (act, visit, id) = (check.act.clone(), check.visit.clone(), id.to_owned());
        Callback::from(move |()| {
            act.emit(CheckAction::AddRule { text: String::new(), item: Some(id.clone()) });
            visit.emit(Step::Rules);
        })
    };
    html! {
        <li class="card topic-card" key={id.to_owned()}>
            <div class="topic-card__top">
                <div class="topic-card__head">
                    <Glyph {mark} />
                    <div>
                        <Subheading level={3} text={words.pick(&item.short).to_owned()} />
                        <p class="small said"><Said text={word(words, Some(list), mark)} /></p>
                    </div>
                </div>
                <div class="mark__tools">
                    <Button kind={ButtonKind::Quiet} class="mark__tool" onclick={look}>
                        if mark.is_some() { <Say k="check.review_item" /> } else { <Say k="check.mark_item" /> }
                    </Button>
                    <Button kind={ButtonKind::Quiet} class="mark__tool" icon="pen" onclick={make}><Say k="check.rule_make" /></Button>
                </div>
            </div>
            if let Some(note) = note { <p class="written" lang="ja"><bdi>{ note.clone() }</bdi></p> }
            { for cases }
        </li>
    }
}
