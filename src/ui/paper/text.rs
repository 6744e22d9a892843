//! A paper saved as plain text: in kana for braille, or as it is written.

use crate::browser::files;
use crate::domain::paper::{Paper, TextForm, to_text};
use crate::ui::controls::{Button, say};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct TextButtonsProps {
    /// As it is printed.
    pub paper: Rc<Paper>,
    /// The same in the easy register, whose readings are the kana.
    pub easy: Rc<Paper>,
    /// The file's name without its ending; never anybody's name.
    pub name: String,
}

/// Two buttons, and what became of the latest.
#[component]
pub fn TextButtons(props: &TextButtonsProps) -> Html {
    let told = use_state_eq(|| None::<&'static str>);
    let save = |paper: &Rc<Paper>, form: TextForm, ending: &'static str| {
        let (paper, told, name) = (paper.clone(), told.clone(), format!("{}{ending}", props.name));
        Callback::from(move |()| {
            let saved = files::save_text(&name, &to_text(&paper, form));
            told.set(Some(if saved { "paper.text.saved" } else { "paper.text.not_saved" }));
        })
    };
    html! {
        <>
            <p class="small said">{ say("paper.text.lead") }</p>
            <div class="buttons">
                <Button icon="download" onclick={save(&props.easy, TextForm::Kana, "-kana.txt")}>{ say("paper.text.kana") }</Button>
                <Button icon="download" onclick={save(&props.paper, TextForm::Written, ".txt")}>{ say("paper.text.written") }</Button>
            </div>
            <div role="status">if let Some(key) = *told { <p class="small said">{ say(key) }</p> }</div>
        </>
    }
}
