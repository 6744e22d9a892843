//! The quiet end of a check: the seal of a finished record, the result, and the ways to take it along.

use super::RunView;
use crate::domain::checklist::{Checklist, ChecklistRun};
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
    html! {
        <Frame title={words.t("check.title")} screen="check-closing" tools={props.tools.clone()} actions={html! { <div class="actions__room">{ for next }</div> }}>
            <div class="stage__inner">
                <div class="closing check__words">
                    <Picture class="closing__seal" name="seal" />
                    <Heading screen="check-closing"><Say k="check.done" /></Heading>
                    <p class="lead said"><Say k="check.done_lead" /></p>
                    if props.kept == Some(false) {
                        <Note kind={NoteKind::Care} live={true}><p class="note__body"><Say k="check.not_kept" /></p></Note>
                    } else if props.kept == Some(true) {
                        <p class="small said"><Say k="check.kept" /></p>
                    }
                    <TakeAlong export={props.export.clone()} print="check.print" />
                    <p class="small said"><Say k="check.export_warn" /></p>
                </div>
                <div class="card paper">
                    <RunView run={props.run.clone()} list={props.list.clone()} />
                    <Raw export={props.export.clone()} />
                </div>
            </div>
        </Frame>
    }
}
