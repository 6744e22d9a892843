//! The quiet end of a check: the seal of a finished record, the result, and the ways to take it along.

use super::{ReportLeaf, RunView, TakeReport, Trend, gather::HandOver, report::is_reported};
use crate::domain::checklist::{Checklist, ChecklistRun};
use crate::domain::notice::Organization;
use crate::ui::{
    controls::{
        Button, ButtonKind, Frame, Heading, Note, NoteKind, Picture, Raw, Say, TakeAlong, use_settled,
    },
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct RunClosingProps {
    pub run: Rc<ChecklistRun>,
    pub list: Rc<Checklist>,
    /// The exported document: its file name and its JSON.
    pub export: Callback<(), (String, String)>,
    /// Begins a new check; absent where the host page decides what comes next.
    #[prop_or_default]
    pub onnext: Option<Callback<()>>,
    /// Whether a group held it as a meeting: then a report is taken along.
    #[prop_or_default]
    pub meeting: bool,
    /// The runs this device holds, to show how it went so far.
    #[prop_or_default]
    pub runs: Rc<Vec<ChecklistRun>>,
    /// The group, for its name on the report.
    #[prop_or_default]
    pub organization: Rc<Organization>,
    /// Whether it was kept on the device; `None` where nothing is meant to be kept.
    #[prop_or_default]
    pub kept: Option<bool>,
    /// More in the bar, such as the way home.
    #[prop_or_default]
    pub tools: Html,
}

/// The closing screen of a check.
#[component]
pub fn RunClosing(props: &RunClosingProps) -> Html {
    let words = use_view().words();
    let settled = use_settled();
    let next = props.onnext.clone().filter(|_| settled).map(|onclick| {
        html! { <Button kind={ButtonKind::Primary} icon="next" icon_last={true} {onclick}><Say k="check.again" /></Button> }
    });
    let RunClosingProps { run, list, export, runs, .. } = props;
    let reported = is_reported(run, props.meeting);
    let group = props.organization.group().map(|name| AttrValue::from(name.to_owned()));
    html! {
        <Frame title={words.t("check.title")} screen="check-closing" tools={props.tools.clone()} actions={html! { <div class="actions__room">{ for next }</div> }}>
            <div class={classes!("stage__inner", reported.then_some("screen-only"))}>
                <div class="closing check__words">
                    <Picture class="closing__seal" name="seal" />
                    <Heading screen="check-closing"><Say k="check.done" /></Heading>
                    <p class="lead said"><Say k="check.done_lead" /></p>
                    if props.kept == Some(false) {
                        <Note kind={NoteKind::Care} live={true}><p class="note__body"><Say k="check.not_kept" /></p></Note>
                    } else if props.kept == Some(true) {
                        <p class="small said"><Say k="check.kept" /></p>
                    }
                    <HandOver run={run.clone()} />
                    if reported {
                        <TakeReport run={run.clone()} export={export.clone()} />
                    } else {
                        <TakeAlong export={export.clone()} print="check.print" />
                    }
                    <p class="small said"><Say k="check.export_warn" /></p>
                </div>
                <div class="card paper">
                    <RunView run={run.clone()} list={list.clone()} runs={runs.clone()} />
                    <Raw export={export.clone()} />
                </div>
                <Trend runs={runs.clone()} of={run.clone()} />
            </div>
            if reported { <ReportLeaf run={run.clone()} list={list.clone()} {group} /> }
        </Frame>
    }
}
