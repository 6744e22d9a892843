//! One topic, one screen.

use super::{Talk, actions};
use crate::browser::speech;
use crate::domain::{
    consent::Understanding,
    session::{Action, Step},
};
use crate::ui::{
    controls::{Button, ChoiceSize, Choices, Frame, Heading, Note, Option_, Picture, said, say},
    notice::{Held, lines as laid_out},
    view::use_view,
    wording::spoken,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TopicProps {
    pub talk: Talk,
    pub index: usize,
}

/// Title, drawing, text in large type, and what the person says about it.
#[component]
pub(super) fn Topic(props: &TopicProps) -> Html {
    let TopicProps { talk, index } = props;
    let view = use_view();
    let words = view.words();
    let reading = view.reading();
    use_effect_with(*index, |_| speech::stop);
    let Some(section) = talk.notice.sections.get(*index) else { return Html::default() };
    let understanding = talk.session.topics.get(&section.id).and_then(|topic| topic.understanding);
    let lines = section.lines(reading);
    let screen = AttrValue::from(format!("topic-{}", section.id));

    let understand = {
        let id = section.id.clone();
        talk.on(move |value| Action::Understand {
            section: id.clone(),
            understanding: if value == "understood" {
                Understanding::Understood
            } else {
                Understanding::AskedAgain
            },
            reading,
        })
    };
    let chosen = understanding.map(|understanding| match understanding {
        Understanding::Understood => "understood",
        Understanding::AskedAgain => "asked_again",
    });
    let options = vec![
        Option_ { value: "understood", text: words.t("topic.understood").into() },
        Option_ { value: "asked_again", text: words.t("topic.asked_again").into() },
    ];
    let read_aloud = speech::can_speak("ja").then(|| {
        let speech_text =
            core::iter::once(section.title.get(reading)).chain(lines.iter().map(String::as_str)).map(spoken);
        let speech_text = speech_text.collect::<Vec<_>>().join("\n");
        let (act, section) = (talk.act.clone(), section.id.clone());
        let onclick = Callback::from(move |()| {
            speech::speak(&speech_text, "ja");
            act.emit(Action::ReadAloud { section: section.clone(), reading });
        });
        html! { <div class="topic__tools"><Button icon="speaker" {onclick}>{ say("topic.read_aloud") }</Button></div> }
    });
    // The register is noted with the topic even when the person says nothing about it.
    let next = {
        let (act, now, section) = (talk.act.clone(), talk.env.now, section.id.clone());
        Callback::from(move |()| {
            act.emit(Action::Explain { section: section.clone(), reading });
            act.emit(Action::Next(now()));
        })
    };
    let from_review = talk.session.from_review;
    let back = (*index > 0 || from_review).then(|| talk.back());
    let next_key = match (from_review, index + 1 == talk.notice.sections.len()) {
        (true, _) => "to_review",
        (false, true) => "topic.to_answers",
        (false, false) => "topic.next",
    };
    html! {
        <Frame title={words.t("consent.title")} count={(index + 1, talk.notice.sections.len())} screen={screen.clone()}
            tools={talk.tools.clone()} actions={actions(next_key, next, back)}>
            <div class="stage__inner stage__inner--topic">
                <article class="topic settle" key={section.id.clone()}>
                    <div class="topic__head">
                        <Picture class="topic__picture" name={section.pictogram.clone()} />
                        <Heading {screen}><span lang="ja">{ said(section.title.get(reading)) }</span></Heading>
                    </div>
                    <div class="topic__text said" lang="ja">{ laid_out(lines) }</div>
                    { for read_aloud }
                    if talk.notice.section_of_categories() == Some(&section.id) {
                        <div class="topic__held"><Held notice={talk.notice.clone()} /></div>
                    }
                    <div class="topic__reply">
                        <Choices name={format!("understood-{}", section.id)} legend={words.t("topic.reply")}
                            size={ChoiceSize::Normal} {options} {chosen} onchoose={understand} />
                        if understanding == Some(Understanding::AskedAgain) {
                            <Note live={true}><p class="note__body">{ say("topic.again_note") }</p></Note>
                        }
                    </div>
                </article>
            </div>
        </Frame>
    }
}

/// The step of a topic by its section id, for links that lead back to it.
pub(super) fn step_of(talk: &Talk, section: &str) -> Option<Step> {
    talk.notice.sections.iter().position(|known| known.id == section).map(Step::Topic)
}
