//! The quiet end: the seal settles, the result is named as it is, and the next person finds nothing of this one.

use super::RecordView;
use crate::domain::{consent::Consent, notice::NoticeSnapshot};
use crate::ui::{
    controls::{
        Button, ButtonKind, Frame, Heading, Note, NoteKind, Picture, Raw, TakeAlong, said, say, use_settled,
    },
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
    #[prop_or_default]
    pub tools: Html,
}

/// The closing screen.
#[component]
pub fn Closing(props: &ClosingProps) -> Html {
    let words = use_view().words();
    let open = use_state_eq(|| false);
    let outcome = props.consent.current.outcome.map_or("deferred", |outcome| outcome.key());

    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let settled = use_settled();
    let next = props.onnext.clone().filter(|_| settled).map(|onclick| {
        html! { <Button kind={ButtonKind::Primary} icon="next" icon_last={true} {onclick}>{ say("closing.next_person") }</Button> }
    });
    html! {
        <Frame title={words.t("consent.closing")} screen="closing" tools={props.tools.clone()} actions={html! { <div class="actions__room">{ for next }</div> }}>
            <div class="stage__inner">
                <div class="closing">
                    <Picture class="closing__seal" name="seal" />
                    <Heading screen="closing">{ said(words.of("closing", outcome)) }</Heading>
                    <p class="lead said">{ said(words.of("closing_lead", outcome)) }</p>
                    if props.kept == Some(false) {
                        <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say("closing.not_kept") }</p></Note>
                    } else if props.kept == Some(true) {
                        <p class="small said">{ say("closing.kept") }</p>
                    }
                    <TakeAlong export={props.export.clone()}>
                        <Button icon="records" expanded={*open} onclick={toggle}>{ say("closing.see") }</Button>
                    </TakeAlong>
                    <p class="small said">{ say("closing.export_warn") }</p>
                </div>
                <div class={classes!("card", "paper", (!*open).then_some("paper--only"))}>
                    <RecordView consent={props.consent.clone()} notices={props.notices.clone()} />
                    <Raw export={props.export.clone()} />
                </div>
            </div>
        </Frame>
    }
}
