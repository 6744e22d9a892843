//! The notice on its own, for anyone to read, for the wall, and as a sheet to write on (A-2 §26). A staff screen.

use super::{Desk, Screen};
use crate::domain::{
    notice::NoticeSnapshot,
    paper::{PaperKind, form, poster},
    text::Reading,
};
use crate::ui::{
    consent::way_back,
    controls::{Choices, Frame, Heading, Option_, PrintButton, say},
    paper::{Leaf, TextButtons, in_words},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NoticeProps {
    pub desk: Desk,
    pub notice: Rc<NoticeSnapshot>,
}

/// The paper as it will be, below the choice of which.
#[component]
pub(super) fn Notice(props: &NoticeProps) -> Html {
    let NoticeProps { desk, notice } = props;
    let view = use_view();
    let words = view.words();
    let kind = use_state_eq(|| PaperKind::Poster);
    let paper = |reading: Reading| {
        Rc::new(in_words(view.lang, reading, |phrases| match *kind {
            PaperKind::Form => form(notice, phrases),
            PaperKind::Copy | PaperKind::Poster => poster(notice, phrases),
        }))
    };
    let (shown, easy) = (paper(view.reading()), paper(Reading::Easy));
    let onchoose = {
        let kind = kind.clone();
        Callback::from(move |value| {
            kind.set(if value == "form" { PaperKind::Form } else { PaperKind::Poster });
        })
    };
    let option = |value: &'static str, key: &'static str| Option_ { value, text: words.t(key).into() };
    let options = vec![option("notice", "paper.notice.poster"), option("form", "paper.notice.form")];
    let name = format!("nattoku-{}-{}-{}", kind.name(), notice.id, notice.version);
    html! {
        <Frame title={words.t("paper.notice")} screen="notice" tools={desk.tool_home()} actions={way_back(Some(desk.to(Screen::Home)))}>
            <div class="stage__inner screen-only">
                <Heading screen="notice">{ say("paper.notice.heading") }</Heading>
                <p class="lead said">{ say("paper.notice.lead") }</p>
                <Choices name="paper-kind" legend={words.t("paper.notice.which")} legend_shown={true} {options} chosen={Some(kind.name())} {onchoose} />
                <div class="buttons"><PrintButton k="paper.notice.print" /></div>
                <TextButtons paper={shown.clone()} {easy} {name} />
            </div>
            <div class="stage__inner"><div class="card leaf__sheet"><Leaf paper={shown} /></div></div>
        </Frame>
    }
}
