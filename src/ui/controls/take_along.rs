//! The ways to take a finished thing along: on paper, as a file, through the clipboard, or looked at as it is.

use super::{Button, ButtonKind, PrintButton, say};
use crate::browser::files;
use crate::ui::view::use_view;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the components")]
pub struct TakeAlongProps {
    /// The exported document: its file name and its JSON.
    pub export: Callback<(), (String, String)>,
    /// Key of what printing is called here.
    #[prop_or("closing.print")]
    pub print: &'static str,
    /// More buttons in the same row.
    #[prop_or_default]
    pub children: Html,
}

/// The buttons, and what became of the latest of them.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let told = use_state_eq(|| None::<&'static str>);
    let save = {
        let (export, told) = (props.export.clone(), told.clone());
        Callback::from(move |()| {
            let (name, json) = export.emit(());
            told.set(Some(if files::download(&name, &json) { "closing.saved" } else { "closing.not_saved" }));
        })
    };
    let copy = {
        let (export, told) = (props.export.clone(), told.clone());
        Callback::from(move |()| {
            let told = told.clone();
            let done = Callback::from(move |yes| {
                told.set(Some(if yes { "closing.copied" } else { "closing.not_copied" }));
            });
            files::copy(&export.emit(()).1, done);
        })
    };
    html! {
        <>
            <div class="buttons">
                <PrintButton k={props.print} />
                <Button icon="download" onclick={save}>{ say("closing.save") }</Button>
                <Button icon="copy" onclick={copy}>{ say("closing.copy") }</Button>
                { props.children.clone() }
            </div>
            <div role="status">
                if let Some(key) = *told { <p class="small said">{ say(key) }</p> }
            </div>
        </>
    }
}

/// The exported document as it is, behind a quiet button.
#[component]
pub fn Raw(props: &TakeAlongProps) -> Html {
    let words = use_view().words();
    let raw = use_state_eq(|| None::<String>);
    let toggle = {
        let (export, raw) = (props.export.clone(), raw.clone());
        Callback::from(move |()| raw.set(if raw.is_some() { None } else { Some(export.emit(()).1) }))
    };
    html! {
        <>
            <div class="buttons screen-only">
                <Button kind={ButtonKind::Quiet} expanded={raw.is_some()} onclick={toggle}>{ say("closing.raw") }</Button>
            </div>
            if let Some(json) = &*raw {
                <pre class="raw screen-only" tabindex="0" aria-label={words.label("closing.raw")}>{ json.clone() }</pre>
            }
        </>
    }
}
