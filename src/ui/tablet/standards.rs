//! Copies of a record for other programs, in the forms of others. A staff screen; the record itself stays ours.

use super::Desk;
use crate::browser::files;
use crate::domain::{
    consent::Consent,
    json,
    standards::{Standard, export, file_name},
};
use crate::ui::{
    controls::{Button, Fold, between, said, say},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct StandardsProps {
    pub desk: Desk,
    pub consent: Rc<Consent>,
}

/// Folded away: who needs these knows their names.
#[component]
pub(super) fn Standards(props: &StandardsProps) -> Html {
    let StandardsProps { desk, consent } = props;
    let words = use_view().words();
    let told = use_state_eq(|| None::<&'static str>);
    let buttons = Standard::ALL.map(|standard| {
        let (document, consent, told, now) = (desk.document.clone(), consent.clone(), told.clone(), desk.env.now);
        let save = Callback::from(move |()| {
            let text = json::page(&export(standard, &consent, &document));
            let name = file_name(standard, now(), &consent.id);
            let saved = files::download_as(&name, standard.media_type(), &text);
            told.set(Some(if saved { "closing.saved" } else { "closing.not_saved" }));
        });
        html! {
            <Button key={standard.key()} icon="download" onclick={save}>{ said(words.of("standard", standard.key())) }</Button>
        }
    });
    html! {
        <Fold summary={html! { { say("standards.heading") } }} paper={false}>
            if consent.seal().holds() {
                <p class="said">{ say("standards.lead") }</p>
                <p class="small said">{ say("standards.names") }{ between() }{ say("closing.export_warn") }</p>
                <div class="buttons">{ for buttons }</div>
            } else {
                // Those forms have no place to say that something speaks against what they hold.
                <p class="said">{ say("standards.broken") }</p>
            }
            <div role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
        </Fold>
    }
}
