//! The quiet end: the seal settles, the result is named as it is, and the next person finds nothing of this one.

use super::{Proof, RecordView, follow_up};
use crate::domain::{
    consent::{Consent, EventKind, Outcome},
    notice::NoticeSnapshot,
};
use crate::ui::{
    controls::{
        Button, ButtonKind, Fold, Frame, Heading, Note, NoteKind, Picture, Raw, TakeAlong, said, say,
        use_settled,
    },
    paper::use_copy,
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ClosingProps {
    pub consent: Rc<Consent>,
    pub notices: Rc<Vec<NoticeSnapshot>>,
    /// The exported document and its file name.
    pub export: Callback<(), (String, String)>,
    /// Clears everything and begins anew; absent where the host page decides what comes next.
    #[prop_or_default]
    pub onnext: Option<Callback<()>>,
    /// What was kept of it, or that it was not.
    #[prop_or_default]
    pub kept: Option<bool>,
    /// What can be done with the record from here on, where that is offered.
    #[prop_or_default]
    pub ways: Html,
    #[prop_or_default]
    pub tools: Html,
}

/// The closing screen.
#[component]
pub fn Closing(props: &ClosingProps) -> Html {
    let words = use_view().words();
    let open = use_state_eq(|| false);
    let outcome = props.consent.current.outcome.unwrap_or(Outcome::Deferred);
    let last = props.consent.events.last();
    // What happened last is what is thanked for; what all of it adds up to stands in the record.
    let (heading, lead) = match last.map(|event| event.kind) {
        Some(EventKind::Changed) => (words.t("done.changed"), words.t("done.changed_lead")),
        Some(EventKind::Withdrawn) if outcome != Outcome::Withdrawn => {
            (words.t("done.withdrawn"), words.t("done.withdrawn_lead"))
        }
        _ => (words.of("closing", outcome.key()), words.of("closing_lead", outcome.key())),
    };
    let follows = last.filter(|event| !event.follow_ups.is_empty()).map(|event| {
        let notice = props.notices.iter().find(|notice| notice.digest == event.notice.digest);
        let list = follow_up::list(&event.follow_ups, notice.cloned().map(Rc::new).as_ref(), words);
        html! { <Fold summary={html! { { say("history.follow") } }}>{ list }</Fold> }
    });

    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let (choices, page) = use_copy(Some(props.consent.clone()), props.notices.clone());
    let settled = use_settled();
    let next = props.onnext.clone().filter(|_| settled).map(|onclick| {
        html! { <Button kind={ButtonKind::Primary} icon="next" icon_last={true} {onclick}>{ say("closing.next_person") }</Button> }
    });
    html! {
        <Frame title={words.t("consent.closing")} screen="closing" tools={props.tools.clone()} actions={html! { <div class="actions__room">{ for next }</div> }}>
            <div class="stage__inner screen-only">
                <div class="closing">
                    <Picture class="closing__seal" name="seal" />
                    <Heading screen="closing">{ said(heading) }</Heading>
                    <p class="lead said">{ said(lead) }</p>
                    { for follows }
                    if props.kept == Some(false) {
                        <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say("closing.not_kept") }</p></Note>
                    } else if props.kept == Some(true) {
                        <p class="small said">{ say("closing.kept") }</p>
                    }
                    <TakeAlong export={props.export.clone()}>
                        <Button icon="records" expanded={*open} onclick={toggle}>{ say("closing.see") }</Button>
                    </TakeAlong>
                    <p class="small said">{ say("closing.export_warn") }</p>
                    if !*open { <div class="screen-only"><Proof consent={props.consent.clone()} notices={props.notices.clone()} /></div> }
                    { props.ways.clone() }
                </div>
                { choices }
                if *open {
                    <div class="card">
                        <RecordView consent={props.consent.clone()} notices={props.notices.clone()} />
                        <Raw export={props.export.clone()} />
                    </div>
                }
            </div>
            { page }
        </Frame>
    }
}
