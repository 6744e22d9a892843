//! The emergency exception: "I heard this". Not a consent; declining blocks nothing (`000 collect.3`).

use super::{Talk, actions, topic};
use crate::domain::{consent::AcknowledgementState, session::Action};
use crate::ui::{
    controls::{Button, ButtonKind, ChoiceSize, Choices, Frame, Heading, Option_, Picture, said, say},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct AcknowledgeProps {
    pub talk: Talk,
}

#[component]
pub(super) fn Acknowledge(props: &AcknowledgeProps) -> Html {
    let talk = &props.talk;
    let words = use_view().words();
    let next_key = if talk.session.from_review { "to_review" } else { "next" };
    let blocks = talk.notice.acknowledgements.iter().map(|known| {
        let state = talk.session.acknowledgements.get(&known.id).copied();
        let choose = {
            let id = known.id.clone();
            talk.on(move |value| Action::Acknowledge {
                id: id.clone(),
                state: if value == "acknowledged" {
                    AcknowledgementState::Acknowledged
                } else {
                    AcknowledgementState::Declined
                },
            })
        };
        let options = vec![
            Option_ { value: "acknowledged", text: words.t("ack.acknowledged").into() },
            Option_ { value: "declined", text: words.t("ack.declined").into() },
        ];
        let chosen = state.map(|state| match state {
            AcknowledgementState::Acknowledged => "acknowledged",
            AcknowledgementState::Declined => "declined",
        });
        // The question names what was told; the statement that it was heard belongs to the record.
        let told = talk.notice.sections.iter().find(|section| section.id == known.section);
        let told = told.map_or(&known.title, |section| &section.title);
        let question = words.t("ack.legend").replace("{{title}}", words.pick(told));
        let again = topic::step_of(talk, &known.section).map(|step| {
            let onclick = talk.on(move |()| Action::Visit(step));
            html! { <Button kind={ButtonKind::Quiet} {onclick}>{ say("ack.again") }</Button> }
        });
        html! {
            <div class="ask" key={known.id.clone()}>
                <div class="topic__head">
                    <Picture class="topic__picture" name={known.section.clone()} />
                    <Heading screen="acknowledge">{ said(&question) }</Heading>
                </div>
                <p class="ask__detail said">{ say("ack.lead") }</p>
                <Choices name={format!("ack-{}", known.id)} legend={question} size={ChoiceSize::Big}
                    {options} {chosen} onchoose={choose} />
                <div class="ask__many">{ for again }</div>
            </div>
        }
    });
    html! {
        <Frame title={words.t("consent.acknowledging")} screen="acknowledge" tools={talk.tools.clone()}
            actions={actions(next_key, talk.next(), Some(talk.back()))}>
            <div class="stage__inner settle">{ for blocks }</div>
        </Frame>
    }
}
