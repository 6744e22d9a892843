//! What was agreed last time, before a meeting begins: what became of each action, which rules there are, and whether the
//! group goes on from there. The run comes from the device or from a file.

use super::super::{
    Check, ScreenProps, Subheading,
    run_view::{agreed, rules},
};
use super::{action_lines, file::FromFile, with_day};
use crate::domain::checklist::{ActionEntry, ActionState, CheckAction, ChecklistRun, Step, TalkAction};
use crate::domain::{day::Day, text::neutralise};
use crate::ui::{
    controls::{
        Button, ButtonKind, Choices, Fold, Frame, Heading, Note, NoteKind, Option_, said, say, way_back,
    },
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

/// What was agreed last time.
#[component]
pub(in super::super) fn LastTime(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let session = &check.session;
    let loaded = use_state_eq(|| None::<Rc<ChecklistRun>>);
    let held = use_memo((check.runs.clone(), session.list.clone()), |(runs, list)| {
        list.last_run(runs).cloned().map(Rc::new)
    });
    let followed = session.before.is_some();
    let run = session.before.clone().or_else(|| (*loaded).clone()).or_else(|| (*held).clone());
    let onrun = {
        let (act, loaded) = (check.act.clone(), loaded.clone());
        Callback::from(move |run| {
            // Whatever came over from another run goes before this one can come over.
            act.emit(CheckAction::Talk(TalkAction::Unfollow));
            loaded.set(Some(run));
        })
    };
    let follow = {
        let (act, run) = (check.act.clone(), run.clone().filter(|_| !followed));
        Callback::from(move |()| {
            if let Some(run) = &run {
                act.emit(CheckAction::Talk(TalkAction::Follow(run.clone())));
            }
        })
    };
    let on = check.act.reform(|()| CheckAction::Go(Step::Ways));
    let go_on = {
        let (follow, on) = (follow.clone(), on.clone());
        Callback::from(move |()| {
            follow.emit(());
            on.emit(());
        })
    };
    let skip = {
        let (act, on) = (check.act.clone(), on.clone());
        Callback::from(move |()| {
            act.emit(CheckAction::Talk(TalkAction::Unfollow));
            on.emit(());
        })
    };
    let sure = use_state_eq(|| false);
    let said_today = followed && run.as_deref().is_some_and(|run| is_said_of(check, run));
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let actions = if check.came_from.is_some() {
        check.actions(words, None, None)
    } else {
        let (text, onclick) = if run.is_some() { ("since.follow", go_on) } else { ("since.fresh", on) };
        html! {
            <>
                <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true} {onclick}>{ say(text) }</Button>
                { way_back(check.to(check.session.back())) }
            </>
        }
    };
    html! {
        <Frame title={words.t("check.title")} screen="since-last" tools={check.tools.clone()} {actions}>
            <div class="stage__inner check__words settle">
                <Heading screen="since-last">{ say("since.title") }</Heading>
                if let Some(run) = &run {
                    { agreements(check, run, follow, words) }
                    <p class="small said">{ say("since.follow_hint") }</p>
                    if said_today && *sure {
                        <Note kind={NoteKind::Care} live={true}>
                            <div class="note__body">
                                <p>{ say("since.skip_sure") }</p>
                                <div class="buttons">
                                    <Button onclick={skip}>{ say("since.skip_yes") }</Button>
                                    <Button onclick={ask}>{ say("since.skip_no") }</Button>
                                </div>
                            </div>
                        </Note>
                    } else {
                        <div class="buttons"><Button kind={ButtonKind::Quiet} onclick={if said_today { ask } else { skip }}>{ say("since.skip") }</Button></div>
                    }
                } else {
                    <p class="lead said">{ say("since.none") }</p>
                }
                <FromFile list={session.list.clone()} organization={check.organization.clone()} {onrun} />
            </div>
        </Frame>
    }
}

/// Whether something was said today of what came over: done, or put in other words.
fn is_said_of(check: &Check, run: &ChecklistRun) -> bool {
    let now = &check.session.talk.actions;
    let open = run.actions.iter().filter(|entry| entry.state == ActionState::Open);
    let same = |old: &ActionEntry, new: &ActionEntry| {
        (old.state, &old.text, &old.role, old.due) == (new.state, &new.text, &new.role, new.due)
    };
    open.into_iter().any(|old| !now.iter().any(|new| new.id == old.id && same(old, new)))
}

/// Everything that was agreed in a run. `follow` goes on from it before anything about it is changed.
fn agreements(check: &Check, run: &Rc<ChecklistRun>, follow: Callback<()>, words: Words) -> Html {
    let session = &check.session;
    let list = &session.list;
    let now = (check.env.now)();
    let Ok(today) = Day::parse(&now.date()) else { return Html::default() };
    let (done, open): (Vec<_>, Vec<_>) =
        run.actions_on(today).into_iter().partition(|(entry, _)| entry.state == ActionState::Done);
    let followed = session.before.is_some();
    let deeds = open.into_iter().filter_map(|(entry, _)| {
        // What the group has taken out since is gone.
        let current = session.talk.actions.iter().find(|one| one.id == entry.id);
        let entry = if followed { current?.clone() } else { entry };
        Some(deed(check, entry, today, &follow, words))
    });
    let deeds: Vec<Html> = deeds.collect();
    let written = run.rules.iter().map(|rule| (rule.text.clone(), rule.item.clone()));
    let answers: Vec<_> = run
        .emergency
        .iter()
        .filter_map(|answer| {
            let question = list.question(&answer.question)?;
            Some((words.pick(&question.text).to_owned(), answer.text.clone()))
        })
        .collect();
    let nothing = run.rules.is_empty() && run.actions.is_empty();
    html! {
        <>
            <p class="lead said">{ for run.day().map(|day| said(&with_day(words, "since.lead", day))) }</p>
            if run.finished_at.epoch_seconds() > now.epoch_seconds() {
                <Note><p class="note__body">{ say("since.ahead") }</p></Note>
            }
            if run.list.id != list.id { <p class="said">{ said(&run.list.title) }</p> }
            if nothing { <p class="said">{ say("since.nothing") }</p> }
            if !deeds.is_empty() {
                <section class="check__part">
                    <Subheading text={words.t("since.actions")} />
                    <ul class="deeds">{ for deeds }</ul>
                </section>
            }
            if !run.rules.is_empty() {
                <section class="check__part">
                    <Subheading text={words.t("since.rules")} />
                    { rules(written, Some(list), words) }
                </section>
            }
            if !done.is_empty() {
                <Fold summary={say("since.done_before")}>{ super::deeds(words, &done) }</Fold>
            }
            if !answers.is_empty() {
                <Fold summary={said(words.pick(&list.emergency.title))}>{ agreed(answers.into_iter()) }</Fold>
            }
        </>
    }
}

/// One thing that was to be done, and whether it was. It is open until somebody says that it is done.
fn deed(check: &Check, entry: ActionEntry, today: Day, follow: &Callback<()>, words: Words) -> Html {
    let option = |value: &'static str, key: &'static str| Option_ { value, text: words.t(key).into() };
    let chosen = if entry.state == ActionState::Done { "done" } else { "open" };
    let onchoose = {
        let (act, follow, id) = (check.act.clone(), follow.clone(), entry.id.clone());
        Callback::from(move |value| {
            follow.emit(());
            let id = id.clone();
            act.emit(CheckAction::Talk(if value == "done" {
                TalkAction::Done { id, day: today }
            } else {
                TalkAction::Undone { id }
            }));
        })
    };
    html! {
        <li class="card deed-card" key={entry.id.clone()}>
            <div>{ action_lines(words, &entry, entry.standing(today), "since.overdue") }</div>
            <Choices name={format!("deed-{}", entry.id)} legend={neutralise(&entry.text)} chosen={Some(chosen)} {onchoose}
                options={vec![option("done", "since.done"), option("open", "since.open")]} />
        </li>
    }
}

/// Says which version of the list was answered, where it was another one.
pub(super) fn version_note(words: Words, run: &ChecklistRun) -> Html {
    let version = format!("{} {}", run.list.id, run.list.version);
    html! { <p class="small said">{ said(&words.with("since.version", &[("version", &version)])) }</p> }
}

/// The quiet way from the opening words to an earlier result, where the device holds none to begin with.
#[component]
pub(in super::super) fn Earlier(props: &ScreenProps) -> Html {
    let check = &props.check;
    if !check.session.meeting || check.first_step() == Some(Step::Last) {
        return Html::default();
    }
    let onclick = check.act.reform(|()| CheckAction::Go(Step::Last));
    html! {
        <div class="buttons"><Button kind={ButtonKind::Quiet} icon="upload" {onclick}>{ say("since.file_door") }</Button></div>
    }
}
