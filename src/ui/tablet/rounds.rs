//! A conversation and a check on the tablet, from the first screen to what becomes of the record.

use super::{
    Screen, TabletProps,
    desk::{Change, Desk},
    device::{Device, is_conflict, only},
    drafts::{CHECK, CONSENT},
};
use crate::domain::{
    export::{Document, Kind},
    notice::NoticeSnapshot,
    session::Session,
};
use crate::ui::{
    checklist::{CheckSaid, RunClosing},
    consent::{Closing, Conversation, Said},
};
use std::rc::Rc;
use yew::prelude::*;

/// Writes a finished record or run together with the end of its draft, and goes on when the device has said what became of
/// it. Where another window went on with the same draft nothing was recorded, and the screen stays.
fn finish(
    device: &Device,
    draft: &'static str,
    one: Document,
    then: Screen,
    (go, oncomplete): (&Callback<Screen>, &Callback<Document>),
) {
    let (device, go, oncomplete) = (device.clone(), go.clone(), oncomplete.clone());
    yew::platform::spawn_local(async move {
        let change = Change::Add(Box::new(one.clone()));
        match device.finish(draft, |document| change.apply(document)).await {
            None => {}
            Some(Err(error)) if is_conflict(&error) => {}
            Some(_) => {
                go.emit(then);
                oncomplete.emit(one);
            }
        }
    });
}

pub(super) fn consent(
    desk: &Desk,
    props: &TabletProps,
    notice: Rc<NoticeSnapshot>,
    draft: Option<Rc<Session>>,
    round: u32,
) -> Html {
    let env = desk.env;
    let onsaid = {
        let (device, go, oncomplete) = (desk.device.clone(), desk.go.clone(), props.oncomplete.clone());
        Callback::from(move |said: Said| match said {
            Said::Changed(session, notice) => {
                if session.is_worth_keeping() {
                    device.keep_consent_draft(&session, &notice);
                } else if device.consent_draft().is_some_and(|kept| kept.session.is_same_talk(&session)) {
                    // What was taken back must not come back with the draft.
                    device.forget(CONSENT);
                }
            }
            Said::Finished(consent, notice) => {
                let document = device.document();
                let mut one = Document::new((env.now)(), document.organization.clone());
                // A record that goes on brings the texts of its earlier days along.
                document.notices.iter().for_each(|text| one.add_notice(text.clone()));
                one.add_notice((*notice).clone());
                one.consents.push((*consent).clone());
                finish(
                    &device,
                    CONSENT,
                    only(&one, &consent.id),
                    Screen::ConsentDone(consent.id.clone()),
                    (&go, &oncomplete),
                );
            }
        })
    };
    let base = {
        let device = desk.device.clone();
        Callback::from(move |id: String| {
            let now = device.document();
            now.consents.iter().find(|consent| consent.id == id).cloned().map(Rc::new)
        })
    };
    // From a record that is being gone on there is a way back to it, and the draft stays.
    let revised = draft.as_ref().and_then(|draft| draft.revision.as_ref()).map(|revision| &revision.consent);
    let back = revised
        .filter(|id| desk.document.consents.iter().any(|consent| consent.id == **id))
        .map(|id| desk.to(Screen::Record(id.clone())));
    html! { <Conversation key={round} {notice} {env} {draft} {base} {back} {onsaid} tools={desk.tool_home()} /> }
}

pub(super) fn consent_done(desk: &Desk, id: &str) -> Html {
    let Some(consent) = desk.document.consents.iter().find(|consent| consent.id == id) else {
        return Html::default();
    };
    html! {
        <Closing consent={Rc::new(consent.clone())} notices={Rc::new(desk.document.notices.clone())}
            export={desk.export_one(Kind::Consent, id)} onnext={desk.to(Screen::Home)} kept={desk.kept} />
    }
}

pub(super) fn check_said(desk: &Desk, props: &TabletProps) -> Callback<CheckSaid> {
    let (env, device, go, oncomplete) =
        (desk.env, desk.device.clone(), desk.go.clone(), props.oncomplete.clone());
    let organization = desk.document.organization.clone();
    Callback::from(move |said: CheckSaid| match said {
        CheckSaid::Changed(session) => {
            if session.is_worth_keeping() {
                device.keep_check_draft(&session);
            }
        }
        CheckSaid::Finished(run, session) => {
            let mut one = Document::new((env.now)(), organization.clone());
            one.checklist_runs.push((*run).clone());
            // Should the device not keep the run, the draft is all it has; with its id, it stays the same run when it is
            // opened again.
            device.keep_check_draft(&session);
            finish(&device, CHECK, one, Screen::CheckDone(run.id.clone()), (&go, &oncomplete));
        }
    })
}

pub(super) fn check_done(desk: &Desk, id: &str) -> Html {
    let Some(run) = desk.document.checklist_runs.iter().find(|run| run.id == id) else {
        return Html::default();
    };
    html! {
        <RunClosing run={Rc::new(run.clone())} list={desk.lists.of_run(&run.list).unwrap_or_else(|| desk.list.clone())}
            export={desk.export_one(Kind::Checklist, id)} onnext={desk.to(Screen::Home)} kept={desk.kept} meeting={true}
            runs={Rc::new(desk.document.checklist_runs.clone())}
            organization={Rc::new(desk.document.organization.clone())} />
    }
}
