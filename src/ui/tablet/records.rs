//! The records on this device: found by name, opened, handed over, deleted. A staff screen.

use super::{Change, Desk, Screen, device::ConsentDraft, drafts, standards::Standards};
use crate::browser::files;
use crate::domain::{
    checklist::{Agreement, ChecklistRun, trend::latest_of_each},
    consent::Consent,
    day::Day,
    export::Kind,
};
use crate::ui::{
    checklist::{ReportLeaf, RunView, TakeReport, Trend, is_reported},
    consent::{RecordView, Reopened, Ways, way_back},
    controls::{
        Button, ButtonKind, Field, Frame, Heading, Note, NoteKind, PrintButton, Subheading, said, say, when,
    },
    paper::use_copy,
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RecordsProps {
    pub desk: Desk,
}

/// The list, latest first.
#[component]
pub(super) fn Records(props: &RecordsProps) -> Html {
    let desk = &props.desk;
    let words = use_view().words();
    let wanted = use_state_eq(String::new);
    // Reckoned once for what is held, not for every letter of the search.
    let altered = use_memo(desk.document.clone(), |document| {
        let broken = document.consents.iter().filter(|consent| !consent.seal().holds());
        broken.map(|consent| consent.id.clone()).collect::<Vec<_>>()
    });
    let found = |text: &str| wanted.trim().is_empty() || text.contains(wanted.trim());
    let consents: Vec<Html> = desk
        .document
        .consents
        .iter()
        .rev()
        .filter(|consent| found(&consent.subject.name) || found(&consent.subject.kana))
        .map(|consent| {
            let outcome = consent.current.outcome.map_or("", |outcome| words.of("outcome", outcome.key()));
            let as_of = consent.current.as_of.map(|at| at.to_japanese()).unwrap_or_default();
            html! {
                <li class="row row--record" key={consent.id.clone()}>
                    <span>
                        <bdi class="row__value" lang="ja">{ consent.subject.name.clone() }</bdi><br />
                        <span class="small said">{ said(outcome) }{ " " }{ when(&as_of) }</span>
                        if altered.contains(&consent.id) {
                            <br /><strong class="small said">{ say("records.altered") }</strong>
                        }
                    </span>
                    <Button kind={ButtonKind::Tool} onclick={desk.to(Screen::Record(consent.id.clone()))}
                        about={consent.subject.name.clone()}>{ say("records.open") }</Button>
                </li>
            }
        })
        .collect();
    let runs: Vec<Html> = desk
        .document
        .checklist_runs
        .iter()
        .rev()
        .map(|run| {
            let finished = run.finished_at.to_japanese();
            html! {
                <li class="row row--record" key={run.id.clone()}>
                    <span>
                        <span class="row__value said">{ said(&run.list.title) }</span><br />
                        <span class="small">{ when(&finished) }</span><br />
                        <span class="small said">{ for run_facts(run, words) }</span>
                    </span>
                    <Button kind={ButtonKind::Tool} onclick={desk.to(Screen::Record(run.id.clone()))}
                        about={finished}>{ say("records.open") }</Button>
                </li>
            }
        })
        .collect();
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |text| wanted.set(text))
    };
    let some = !desk.document.consents.is_empty();
    html! {
        <Frame title={words.t("records.title")} screen="records" tools={desk.tool_home()} actions={way_back(Some(desk.to(Screen::Home)))}>
            <div class="stage__inner">
                <Heading screen="records">{ say("records.heading") }</Heading>
                if some {
                    <Field id="search" label={words.t("records.search")} value={(*wanted).clone()} {oninput} lang="ja" />
                }
                if !desk.ready {
                    <p class="said" role="status">{ say("records.opening") }</p>
                } else if consents.is_empty() && runs.is_empty() {
                    <Note><p class="note__body">{ say(if some { "records.none_found" } else { "records.empty" }) }</p></Note>
                }
                if !consents.is_empty() {
                    <section class="card"><Subheading>{ say("records.people") }</Subheading><ul class="rows">{ for consents }</ul></section>
                }
                if !runs.is_empty() {
                    <section class="card">
                        <Subheading>{ say("records.runs") }</Subheading>
                        <ul class="rows">{ for runs }</ul>
                        { for trends(desk) }
                    </section>
                }
            </div>
        </Frame>
    }
}

/// How many were there and how much there was to talk about.
fn run_facts(run: &ChecklistRun, words: Words) -> Vec<Html> {
    let tallies = run.tallies();
    let split = tallies.iter().filter(|counts| Agreement::of(**counts) == Agreement::Split).count();
    let topics = if run.respondents.len() == 1 { run.summary.talk_about.len() } else { split };
    let people = run.people.map(|people| words.t("report.here").replace("{{n}}", &people.to_string()));
    let answered = (run.respondents.len() != 1)
        .then(|| words.t("since.answered").replace("{{n}}", &run.respondents.len().to_string()));
    let topics = words.t("report.topics").replace("{{n}}", &topics.to_string());
    let facts = [people, answered, Some(topics)].into_iter().flatten();
    facts.map(|fact| html! { <span class="records__fact">{ said(&fact) }{ " " }</span> }).collect()
}

/// How it went so far: once for all lists that share what they ask.
fn trends(desk: &Desk) -> Vec<Html> {
    let runs = Rc::new(desk.document.checklist_runs.clone());
    let trend = |of: &ChecklistRun| {
        html! { <Trend key={of.list.id.clone()} runs={runs.clone()} of={Rc::new(of.clone())} /> }
    };
    latest_of_each(&runs).into_iter().map(trend).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct RecordProps {
    pub desk: Desk,
    pub id: String,
}

/// One record or run, whole.
#[component]
pub(super) fn Record(props: &RecordProps) -> Html {
    let RecordProps { desk, id } = props;
    let words = use_view().words();
    let sure = use_state_eq(|| false);
    let told = use_state_eq(|| None::<&'static str>);
    let consent = desk.document.consents.iter().find(|consent| consent.id == *id).cloned().map(Rc::new);
    let run = desk.document.checklist_runs.iter().find(|run| run.id == *id).cloned().map(Rc::new);
    let today = Day::parse(&(desk.env.now)().date()).ok();
    // A meeting is taken along as a report; the one sheet that somebody brought to another tablet is not.
    let report = run.clone().filter(|run| is_reported(run, true));
    let notices = Rc::new(desk.document.notices.clone());
    let group = desk.document.organization.group().map(|name| AttrValue::from(name.to_owned()));
    let (choices, page) = use_copy(consent.clone(), notices.clone());
    let kind = if consent.is_some() { Kind::Consent } else { Kind::Checklist };
    let save = {
        let (export, told) = (desk.export_one(kind, id), told.clone());
        Callback::from(move |()| {
            let (name, json) = export.emit(());
            told.set(Some(if files::download(&name, &json) { "closing.saved" } else { "closing.not_saved" }));
        })
    };
    let print = if consent.is_some() { "closing.print" } else { "check.print" };
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let delete = {
        let (device, go, id) = (desk.device.clone(), desk.go.clone(), id.clone());
        Callback::from(move |()| {
            let (device, go, id) = (device.clone(), go.clone(), id.clone());
            yew::platform::spawn_local(async move {
                // What the device refused is told where it is refused; the list shows what is there.
                drop(device.update(|document| Change::Remove(id).apply(document)).await);
                go.emit(Screen::Records);
            });
        })
    };
    html! {
        <Frame title={words.t("records.title")} screen={format!("record-{id}")} tools={desk.tool_home()}
            actions={way_back(Some(desk.to(Screen::Records)))}>
            <div class={classes!("stage__inner", (consent.is_some() || report.is_some()).then_some("screen-only"))}>
                <Heading screen={format!("record-{id}")}>{ say(if consent.is_some() { "records.person" } else { "records.run" }) }</Heading>
                if let Some(consent) = &consent {
                    <Reopen desk={desk.clone()} consent={consent.clone()} />
                }
                <div class="card paper">
                    if let Some(consent) = &consent {
                        <RecordView consent={consent.clone()} notices={notices.clone()} />
                    }
                    if let Some(run) = &run {
                        <RunView run={run.clone()} list={desk.lists.of_run(&run.list)} runs={Rc::new(desk.document.checklist_runs.clone())} {today} />
                    }
                </div>
                if let Some(run) = &run {
                    <Trend runs={Rc::new(desk.document.checklist_runs.clone())} of={run.clone()} />
                }
                if let Some(run) = &report {
                    <TakeReport run={run.clone()} export={desk.export_one(kind, id)} {today} />
                }
                <div class="buttons">
                    if report.is_none() {
                        <PrintButton k={print} />
                        <Button icon="download" onclick={save}>{ say("closing.save") }</Button>
                    }
                    <Button icon="trash" expanded={*sure} onclick={ask.clone()}>{ say("records.delete") }</Button>
                </div>
                if let Some(consent) = &consent {
                    <Standards desk={desk.clone()} consent={consent.clone()} />
                }
                <div role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
                { choices }
                if *sure {
                    <Note kind={NoteKind::Care} live={true}>
                        <div class="note__body">
                            <p>{ say("records.delete_sure") }</p>
                            <div class="buttons">
                                <Button onclick={delete}>{ say("records.delete_yes") }</Button>
                                <Button onclick={ask}>{ say("records.delete_no") }</Button>
                            </div>
                        </div>
                    </Note>
                }
            </div>
            { page }
            if let Some(run) = &report { <ReportLeaf list={desk.lists.of_run(&run.list)} run={run.clone()} {group} {today} /> }
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
struct ReopenProps {
    desk: Desk,
    consent: Rc<Consent>,
}

/// The ways from a record on. What was left in the middle is never walked over: it is offered first.
#[component]
fn Reopen(props: &ReopenProps) -> Html {
    let ReopenProps { desk, consent } = props;
    let (env, device) = (desk.env, &desk.device);
    let wanted = use_state_eq(|| None::<Reopened>);
    let begin = |(session, notice): Reopened| Screen::Consent(Some(ConsentDraft { session, notice }));
    let onreopen = {
        let (wanted, go, device) = (wanted.clone(), desk.go.clone(), device.clone());
        Callback::from(move |reopened: Reopened| match device.consent_draft() {
            Some(_) => wanted.set(Some(reopened)),
            None => go.emit(begin(reopened)),
        })
    };
    let left = (*wanted).clone().zip(device.consent_draft()).map(|(reopened, draft)| {
        let what = if draft.session.changes().is_some() { "draft.change" } else { "draft.consent" };
        let started = draft.session.started_at.to_japanese();
        let device = device.clone();
        let restart = desk.go.reform(move |()| {
            device.forget(drafts::CONSENT);
            begin(reopened.clone())
        });
        let cancel = {
            let wanted = wanted.clone();
            Callback::from(move |()| wanted.set(None))
        };
        html! {
            <Note kind={NoteKind::Care} live={true}>
                <div class="note__body">
                    <p>{ say(what) }<br /><span class="small">{ when(&started) }</span></p>
                    <div class="buttons">
                        <Button icon="next" onclick={desk.to(Screen::Consent(Some(draft)))}>{ say("draft.continue") }</Button>
                        <Button icon="trash" onclick={restart}>{ say("draft.restart_yes") }</Button>
                        <Button kind={ButtonKind::Quiet} onclick={cancel}>{ say("draft.restart_no") }</Button>
                    </div>
                </div>
            </Note>
        }
    });
    html! {
        <>
            <Ways consent={consent.clone()} notices={Rc::new(desk.document.notices.clone())} latest={desk.notice.clone()}
                {env} {onreopen} />
            { for left }
        </>
    }
}
