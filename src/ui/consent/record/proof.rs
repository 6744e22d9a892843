//! The number by which a record proves itself, what it proves, and what it does not. Nothing is ever repaired here.

use crate::domain::{
    consent::{Consent, Seal},
    notice::{NoticeSnapshot, altered},
};
use crate::ui::controls::{Fold, Note, NoteKind, Subheading, say};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct ProofProps {
    pub consent: Rc<Consent>,
    /// The texts of the document the record is from.
    pub notices: Rc<Vec<NoticeSnapshot>>,
}

/// The number, whether the history is as it was written, and, one tap away, what that means.
#[component]
pub fn Proof(props: &ProofProps) -> Html {
    let consent = &props.consent;
    let seal = consent.seal();
    let shown: Vec<&str> = consent.events.iter().map(|event| &*event.notice.digest).collect();
    // The number is that of what happened; the words that were explained are proven by their own digest.
    let doubt = altered(&props.notices, &shown).then(|| {
        html! { <Note kind={NoteKind::Care}><p class="note__body">{ say("seal.notice") }</p></Note> }
    });
    let state = match seal {
        Seal::Whole if doubt.is_some() => Html::default(),
        Seal::Whole => html! { <p class="small said">{ say("seal.whole") }</p> },
        Seal::Unsealed { .. } => html! { <p class="small said">{ say("seal.unsealed") }</p> },
        Seal::Broken { .. } => {
            html! { <Note kind={NoteKind::Care}><p class="note__body">{ say("seal.broken") }</p></Note> }
        }
    };
    // What was altered may still carry the number of before: a broken record has none to compare.
    let number = seal.holds().then(|| {
        html! {
            <>
                <p class="proof__number">{ consent.fingerprint() }</p>
                <p class="small said">{ say("proof.compare") }</p>
            </>
        }
    });
    html! {
        <section class="proof">
            <Subheading>{ say("proof.heading") }</Subheading>
            { for number }
            { state }
            { for doubt }
            <Fold summary={html! { { say("proof.about") } }} paper={false}>
                <p class="said">{ say("proof.can") }</p>
                <p class="said">{ say("proof.cannot") }</p>
                <p class="said">{ say("proof.so") }</p>
            </Fold>
        </section>
    }
}
