//! The answers of a finished record, to be changed or taken back (`003 A-3-4 ③④`, `004-28`). What holds now stands
//! beside each one and is never filled in; what a change means is told on the next screen.

use super::{Talk, actions, record::answer_words};
use crate::browser::focus;
use crate::domain::{
    consent::Answer,
    notice::ConsentItem,
    session::{Action, Step},
};
use crate::ui::{
    controls::{
        Button, ButtonKind, ChoiceSize, Choices, Frame, Heading, Note, NoteKind, Option_, Subheading, said,
        say,
    },
    view::use_view,
    wording::{Words, bare},
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ChangeProps {
    pub talk: Talk,
}

/// Every item that was asked, one of them open at a time, and one explicit way to take everything back.
#[component]
pub(super) fn Change(props: &ChangeProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let tried = use_state_eq(|| 0_u32);
    let opened = use_state_eq(|| None::<String>);
    // What was chosen and is what holds already: shown as chosen, but no change.
    let same = use_state_eq(|| None::<String>);
    let Some(before) = talk.session.changes() else { return Html::default() };
    let asked =
        |item: &ConsentItem| before.answer(&item.id).is_some() || before.unanswered.contains(&item.id);
    let groups = talk.notice.groups.iter().filter_map(|group| {
        let items: Vec<&ConsentItem> = talk.notice.items_in(&group.id).filter(|item| asked(item)).collect();
        let rows = items.iter().map(|item| {
            let is_open = *opened == Some(item.id.clone());
            let toggle = {
                let (opened, same, id) = (opened.clone(), same.clone(), item.id.clone());
                Callback::from(move |()| {
                    same.set(None);
                    opened.set((!is_open).then(|| id.clone()));
                })
            };
            let onsame = {
                let same = same.clone();
                Callback::from(move |id| same.set(id))
            };
            let is_same = *same == Some(item.id.clone());
            html! {
                <Row key={item.id.clone()} talk={talk.clone()} item={(*item).clone()} {is_open} {is_same} {toggle} {onsame} />
            }
        });
        (!items.is_empty()).then(|| {
            html! {
                <section class="card" key={group.id.clone()}>
                    <Subheading>{ said(words.pick(&group.title)) }</Subheading>
                    <ul class="rows">{ for rows }</ul>
                </section>
            }
        })
    });
    let missing = *tried > 0 && talk.session.answers.is_empty();
    let next = {
        let (talk, tried) = (talk.clone(), tried.clone());
        Callback::from(move |()| {
            if talk.problems_at(Step::Change).is_empty() {
                talk.next().emit(());
            } else {
                tried.set(*tried + 1);
            }
        })
    };
    let next_key = if talk.session.from_review { "to_review" } else { "next" };
    html! {
        <Frame title={words.t("consent.changing")} screen="change" refused={*tried} tools={talk.tools.clone()}
            actions={actions(next_key, next, talk.leave.clone())}>
            <div class="stage__inner settle">
                <Heading screen="change">{ say("change.heading") }</Heading>
                <p class="lead said">{ say("change.lead") }</p>
                if missing {
                    // Named wrong, so that the focus comes here when the way on was refused.
                    <div class="note note--care said" role="alert" tabindex="-1" aria-invalid="true">
                        <p class="note__body">{ say("problem.no_change") }</p>
                    </div>
                }
                if before.allows_something() { <Everything talk={talk.clone()} /> }
                { for groups }
                <section class="card change__sum" aria-live="polite">
                    <Subheading>{ say("change.sum") }</Subheading>
                    if talk.session.answers.is_empty() {
                        <p class="said">{ say("change.none_yet") }</p>
                    } else {
                        { changed(talk, words) }
                    }
                </section>
            </div>
        </Frame>
    }
}

/// One explicit way to take everything back, and the way back from that. Each takes the other's place, so the focus
/// stays on what they stand in.
#[component]
fn Everything(props: &ChangeProps) -> Html {
    let talk = &props.talk;
    let place = use_node_ref();
    let now = talk.env.now;
    let withdraw = {
        let (act, place) = (talk.act.clone(), place.clone());
        Callback::from(move |()| {
            act.emit(Action::WithdrawAll { at: now() });
            focus::to(&place);
        })
    };
    let undo = {
        let (act, place) = (talk.act.clone(), place.clone());
        // Taken back one by one there is nothing to go back to but what holds.
        let items: Vec<String> = talk.session.answers.keys().cloned().collect();
        let at_once = talk.session.before_many.is_some();
        Callback::from(move |()| {
            if at_once {
                act.emit(Action::UndoMany);
            } else {
                items.iter().for_each(|item| act.emit(Action::Keep { item: item.clone() }));
            }
            focus::to(&place);
        })
    };
    let done = talk.session.takes_all_back();
    html! {
        <section class={classes!("card", done.then_some("change--made"))} ref={place} tabindex="-1">
            <div role="status"><p class="said">{ say(if done { "change.all_done" } else { "change.all_lead" }) }</p></div>
            <div class="buttons">
                if done {
                    <Button key="undo" icon="undo" onclick={undo}>{ say("change.all_undo") }</Button>
                } else {
                    <Button key="all" onclick={withdraw}>{ say("change.all") }</Button>
                }
            </div>
        </section>
    }
}

/// What changes, before and after, in the order of the notice.
pub(super) fn changed(talk: &Talk, words: Words) -> Html {
    let before = talk.session.changes();
    let rows = talk.notice.items.iter().filter_map(|item| {
        let after = talk.session.answers.get(&item.id).copied()?;
        let was = before.and_then(|before| before.answer(&item.id));
        Some(from_to(&item.id, words.pick(&item.short), was, after, words))
    });
    html! { <dl class="rows">{ for rows }</dl> }
}

/// One line: an item, what it was, what it becomes.
pub(super) fn from_to(id: &str, short: &str, was: Option<Answer>, after: Answer, words: Words) -> Html {
    let sentence = words
        .t("change.becomes")
        .replace("{{before}}", &answer_words(words, was))
        .replace("{{after}}", &answer_words(words, Some(after)));
    html! {
        <div class="row row--becomes" key={id.to_owned()}>
            <dt class="said">{ said(short) }</dt>
            <dd class="row__value said">{ said(&sentence) }</dd>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    talk: Talk,
    item: ConsentItem,
    is_open: bool,
    is_same: bool,
    toggle: Callback<()>,
    onsame: Callback<Option<String>>,
}

/// An item with what holds now; opened, the question and the same four answers as the first time.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { talk, item, is_open, is_same, toggle, onsame } = props;
    let words = use_view().words();
    let was = talk.session.changes().and_then(|before| before.answer(&item.id));
    let after = talk.session.answers.get(&item.id).copied();
    let now = was.map_or_else(
        || words.t("change.now_none").to_owned(),
        |was| words.t("change.now").replace("{{answer}}", words.of("answer", was.key())),
    );
    let stands = match after {
        None => now,
        Some(after) => words
            .t("change.becomes")
            .replace("{{before}}", &answer_words(words, was))
            .replace("{{after}}", &answer_words(words, Some(after))),
    };
    // The button goes away with the change it takes back; the focus goes to what holds again.
    let head = use_node_ref();
    let keep = {
        let (act, onsame, id, head) = (talk.act.clone(), onsame.clone(), item.id.clone(), head.clone());
        Callback::from(move |()| {
            onsame.emit(None);
            act.emit(Action::Keep { item: id.clone() });
            focus::to(&head);
        })
    };
    let choose = {
        let (act, onsame, id, now) = (talk.act.clone(), onsame.clone(), item.id.clone(), talk.env.now);
        Callback::from(move |value: &'static str| {
            let answer = Answer::ALL.into_iter().find(|answer| answer.key() == value);
            let answer = answer.unwrap_or(Answer::Undecided);
            onsame.emit((was == Some(answer)).then(|| id.clone()));
            act.emit(Action::Answer { item: id.clone(), answer, at: now() });
        })
    };
    let options = Answer::ALL
        .map(|answer| Option_ { value: answer.key(), text: words.of("answer", answer.key()).into() })
        .to_vec();
    let chosen = after.or(was.filter(|_| *is_same)).map(Answer::key);
    html! {
        <li class={classes!("change", after.is_some().then_some("change--made"))}>
            <div class="change__head">
                <p class="said" ref={head} tabindex="-1"><strong>{ said(words.pick(&item.short)) }</strong><br /><span>{ said(&stands) }</span></p>
                <Button expanded={*is_open} onclick={toggle.clone()} about={bare(words.pick(&item.short))}>
                    { say(if *is_open { "change.shut" } else { "change.open" }) }
                </Button>
            </div>
            if *is_open {
                <div class="ask change__ask">
                    <p class="said" id={format!("ask-{}", item.id)}>{ said(words.pick(&item.title)) }</p>
                    if let Some(detail) = &item.detail {
                        <p class="ask__detail said">{ said(words.pick(detail)) }</p>
                    }
                    <Choices name={format!("change-{}", item.id)} legend={words.t("change.legend")} size={ChoiceSize::Big}
                        {options} {chosen} onchoose={choose} />
                    <div role="status">if *is_same { <p class="said">{ say("change.same") }</p> }</div>
                </div>
            }
            if after.is_some() {
                <div class="buttons">
                    <Button kind={ButtonKind::Quiet} icon="undo" onclick={keep} about={bare(words.pick(&item.short))}>{ say("change.keep") }</Button>
                </div>
            }
        </li>
    }
}

/// Told where another window changed the record meanwhile: nothing is lost, and there is a way on where there can be.
pub(super) fn stale_note(go_on: Option<Callback<()>>) -> Html {
    let text = if go_on.is_some() { "problem.stale" } else { "stale.gone" };
    let button =
        go_on.map(|onclick| html! { <Button icon="records" {onclick}>{ say("stale.go_on") }</Button> });
    html! {
        <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say(text) }</p>{ for button }</Note>
    }
}
