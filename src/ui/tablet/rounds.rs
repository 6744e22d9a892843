//! A conversation and a check on the tablet, from the first screen to what becomes of the record.

use super::{
    Screen, TabletProps,
    desk::{Change, Desk},
    store::{self, ConsentDraft},
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

pub(super) fn consent(
    desk: &Desk,
    props: &TabletProps,
    notice: Rc<NoticeSnapshot>,
    draft: Option<Rc<Session>>,
    round: u32,
) -> Html {
    let env = desk.env;
    let onsaid = {
        let (update, go, oncomplete) = (desk.update.clone(), desk.go.clone(), props.oncomplete.clone());
        let (document, kept, noted) = (desk.document.clone(), desk.kept, desk.noted.clone());
        Callback::from(move |said: Said| match said {
            Said::Changed(session, notice) => {
                if session.is_worth_keeping() {
                    let draft = ConsentDraft { session, notice };
                    noted.emit(store::keep_consent_draft(env, Some(&draft)));
                } else if store::consent_draft(env).is_some_and(|kept| kept.session.is_same_talk(&session)) {
                    // What was taken back must not come back with the draft.
                    noted.emit(store::keep_consent_draft(env, None));
                }
            }
            Said::Finished(consent, notice) => {
                let mut one = Document::new((env.now)(), document.organization.clone());
                // A record that goes on brings the texts of its earlier days along.
                store::current(env, &document, kept)
                    .notices
                    .into_iter()
                    .for_each(|text| one.add_notice(text));
                one.add_notice((*notice).clone());
                one.consents.push((*consent).clone());
                let one = store::only(&one, &consent.id);
                // The draft is all there is of a record that was not kept.
                if update.emit(Change::Add(Box::new(one.clone()))) {
                    store::keep_consent_draft(env, None);
                }
                go.emit(Screen::ConsentDone(consent.id.clone()));
                oncomplete.emit(one);
            }
        })
    };
    let base = {
        let (document, kept) = (desk.document.clone(), desk.kept);
        Callback::from(move |id: String| {
            let now = store::current(env, &document, kept);
            now.consents.into_iter().find(|consent| consent.id == id).map(Rc::new)
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
    let (env, update, go, oncomplete) =
        (desk.env, desk.update.clone(), desk.go.clone(), props.oncomplete.clone());
    let (organization, noted) = (desk.document.organization.clone(), desk.noted.clone());
    Callback::from(move |said: CheckSaid| match said {
        CheckSaid::Changed(session) => {
            if session.is_worth_keeping() {
                noted.emit(store::keep_check_draft(env, Some(&session)));
            }
        }
        CheckSaid::Finished(run, session) => {
            let mut one = Document::new((env.now)(), organization.clone());
            one.checklist_runs.push((*run).clone());
            if update.emit(Change::Add(Box::new(one.clone()))) {
                store::keep_check_draft(env, None);
            } else {
                // The draft is all the device has of the run; with its id, it stays the same run when it is opened again.
                noted.emit(store::keep_check_draft(env, Some(&session)));
            }
            go.emit(Screen::CheckDone(run.id.clone()));
            oncomplete.emit(one);
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
