//! The opening words: nobody is blamed; what the marks mean; what it is for (004-12, 000-04..07).

use super::{Check, paragraph, since::Earlier, tally::Glyph};
use crate::domain::checklist::Mark;
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Picture, Said, Say},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OpeningProps {
    pub check: Check,
}

#[component]
pub(super) fn Opening(props: &OpeningProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let list = &check.session.list;
    let marks = Mark::ALL.map(|mark| {
        html! {
            <li class="opening__mark" key={mark.value()}>
                <Glyph mark={Some(mark)} />
                <span class="said"><Said text={words.pick(list.legend.word(Some(mark))).to_owned()} /></span>
            </li>
        }
    });
    let opening = &list.opening;
    let (first, rest) = opening.paragraphs.split_at(opening.paragraphs.len().min(1));
    let onclick = check.to(check.first_step()).unwrap_or_default();
    let actions = html! {
        <Button kind={ButtonKind::Primary} icon="next" icon_last={true} {onclick}><Say k="check.begin" /></Button>
    };
    html! {
        <Frame title={words.t("check.title")} screen="check-opening" tools={check.tools.clone()} {actions}>
            <div class="stage__inner check__words settle">
                <div class="opening__head">
                    <Picture class="opening__picture" name="door-check" />
                    <Heading screen="check-opening"><Said text={words.pick(&list.title).to_owned()} /></Heading>
                </div>
                { for first.iter().map(|text| paragraph(words, text, "opening__first")) }
                <ul class="opening__marks">{ for marks }</ul>
                <div class="opening__words">{ for rest.iter().map(|text| paragraph(words, text, "")) }</div>
                <details class="fold">
                    <summary class="said"><Say k="check.aims" /></summary>
                    <div class="fold__body">
                        { paragraph(words, &opening.aims_intro, "") }
                        <ol class="check__list">
                            { for opening.aims.iter().map(|aim| html! {
                                <li key={aim.id.clone()} class="said"><Said text={words.pick(&aim.text).to_owned()} /></li>
                            }) }
                        </ol>
                    </div>
                </details>
                <Earlier check={check.clone()} />
                { check.choice.clone() }
            </div>
        </Frame>
    }
}
