//! What can be done with an explanation as a file: saved again, and, when it is the group's own, removed after asking.

use super::notices::Wish;
use crate::browser::files;
use crate::ui::controls::{Button, Note, NoteKind, say};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct KeepingProps {
    /// The file, where there is one to save.
    pub text: Option<Rc<str>>,
    /// What it is called: `salon`.
    pub name: String,
    /// Whether it can be removed.
    pub removable: bool,
    pub onwish: Callback<Wish>,
}

/// The buttons, and what became of them.
#[component]
pub(super) fn Keeping(props: &KeepingProps) -> Html {
    let told = use_state_eq(|| None::<&'static str>);
    let sure = use_state_eq(|| false);
    let save = props.text.clone().map(|text| {
        let (told, name) = (told.clone(), format!("nattoku-notice-{}.json", props.name));
        let onclick = Callback::from(move |()| {
            let saved = files::download(&name, &text);
            told.set(Some(if saved { "notices.saved" } else { "notices.not_saved" }));
        });
        html! { <Button icon="download" {onclick}>{ say("notices.save") }</Button> }
    });
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let remove = props.onwish.reform(|()| Wish::Remove);
    html! {
        <>
            <div class="buttons">
                { for save }
                if props.removable {
                    <Button icon="trash" expanded={*sure} onclick={ask.clone()}>{ say("notices.remove") }</Button>
                }
            </div>
            <div role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
            if *sure {
                <Note kind={NoteKind::Care} live={true}>
                    <div class="note__body">
                        <p>{ say("notices.remove_sure") }</p>
                        <div class="buttons">
                            <Button onclick={remove}>{ say("notices.remove_yes") }</Button>
                            <Button onclick={ask}>{ say("notices.remove_no") }</Button>
                        </div>
                    </div>
                </Note>
            }
        </>
    }
}
