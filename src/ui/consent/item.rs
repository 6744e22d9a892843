//! One item, one screen: four answers of equal weight, none preselected.

use super::{Talk, actions};
use crate::domain::{
    consent::Answer,
    notice::ConsentItem,
    session::{Action, AnswerMany},
};
use crate::ui::{
    controls::{Button, ButtonKind, ChoiceSize, Choices, Frame, Heading, Note, Option_, said, say},
    notice::special,
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ItemProps {
    pub talk: Talk,
    pub index: usize,
}

/// A question and its four answers, with the shortcuts the person may take.
#[component]
pub(super) fn Item(props: &ItemProps) -> Html {
    let ItemProps { talk, index } = props;
    let view = use_view();
    let words = view.words();
    let Some(item) = talk.notice.items.get(*index) else { return Html::default() };
    let screen = AttrValue::from(format!("item-{}", item.id));
    let answer = talk.session.answers.get(&item.id).copied();
    let now = talk.env.now;

    let options = Answer::ALL
        .map(|answer| Option_ { value: answer.key(), text: words.of("answer", answer.key()).into() })
        .to_vec();
    let choose = {
        let id = item.id.clone();
        talk.on(move |value: &'static str| {
            let answer = Answer::ALL.into_iter().find(|answer| answer.key() == value);
            Action::Answer { item: id.clone(), answer: answer.unwrap_or(Answer::Undecided), at: now() }
        })
    };
    let group = talk.notice.groups.iter().find(|group| group.id == item.group);
    let in_group = talk.notice.items.iter().filter(|other| other.group == item.group).count();
    let last = index + 1 == talk.notice.items.len();
    let next_key = if talk.session.from_review {
        "to_review"
    } else if last {
        "item.to_acknowledge"
    } else {
        "item.next"
    };
    html! {
        <Frame title={words.t("consent.answering")} count={(index + 1, talk.notice.items.len())} screen={screen.clone()}
            tools={talk.tools.clone()} actions={actions(next_key, talk.next(), Some(talk.back()))}>
            <div class="stage__inner stage__inner--ask">
                <div class="ask ask--one settle" key={item.id.clone()}>
                    <div class="ask__words">
                        <div class="ask__top">
                            if let Some(group) = group {
                                <p class="ask__group said">{ said(words.pick(&group.title)) }</p>
                            }
                            if item.sensitive { { special() } }
                        </div>
                        <Heading screen={screen.clone()}>{ said(words.pick(&item.title)) }</Heading>
                        if let Some(detail) = &item.detail {
                            <p class="ask__detail said">{ said(words.pick(detail)) }</p>
                        }
                        { notes(item) }
                    </div>
                    <Choices name={format!("answer-{}", item.id)} legend={words.t("item.legend")} size={ChoiceSize::Big}
                        {options} chosen={answer.map(Answer::key)} onchoose={choose} />
                    <div class="ask__aside">
                        { shortcuts(talk, &item.id, (&item.group, in_group), answer, words) }
                        // For whoever explains: quiet, apart, and never a way to answer.
                        <p class="ask__cannot">
                            <Button kind={ButtonKind::Quiet} onclick={talk.on(|()| Action::CannotConfirm)}>{ say("item.cannot") }</Button>
                        </p>
                    </div>
                </div>
            </div>
        </Frame>
    }
}

/// What sets a question apart, said calmly before it is answered: it prefers no answer.
fn notes(item: &ConsentItem) -> Html {
    let noted = [
        (item.sensitive, "special.item"),
        (!item.withholdable, "item_note.law"),
        (item.written, "item_note.written"),
    ];
    let said: Vec<Html> =
        noted.into_iter().filter(|(here, _)| *here).map(|(_, key)| html! { <p>{ say(key) }</p> }).collect();
    if said.is_empty() {
        return Html::default();
    }
    html! { <div class="ask__notes said">{ for said }</div> }
}

/// "All the same" and "not today": only after or apart from an answer, always taken back with one tap.
fn shortcuts(
    talk: &Talk,
    item: &String,
    (group, in_group): (&str, usize),
    answer: Option<Answer>,
    words: crate::ui::wording::Words,
) -> Html {
    let now = talk.env.now;
    if let Some(before) = talk.session.before_many.as_ref().filter(|before| before.items.contains(item)) {
        let put_in = words.of("answer", before.answer.key());
        return html! {
            <Note live={true}>
                <p class="note__body">{ said(&words.t("item.many_done").replace("{{answer}}", put_in)) }</p>
                <Button icon="undo" onclick={talk.on(|()| Action::UndoMany)}>{ say("item.many_undo") }</Button>
            </Note>
        };
    }
    let all_same = answer.filter(|_| in_group > 1).map(|answer| {
        let which = AnswerMany::Group(group.to_owned());
        let onclick = talk.on(move |()| Action::AnswerMany { which: which.clone(), answer, at: now() });
        let text = words
            .t("item.all_same")
            .replace("{{answer}}", words.of("answer", answer.key()))
            .replace("{{count}}", &in_group.to_string());
        html! { <Button {onclick}>{ said(&text) }</Button> }
    });
    let open = talk.notice.items.iter().filter(|item| !talk.session.answers.contains_key(&item.id)).count();
    let not_today = (open > 1).then(|| {
        let onclick = talk.on(move |()| Action::AnswerMany {
            which: AnswerMany::Open,
            answer: Answer::Undecided,
            at: now(),
        });
        html! { <Button kind={ButtonKind::Quiet} {onclick}>{ say("item.not_today") }</Button> }
    });
    html! { <div class="ask__many">{ for all_same }{ for not_today }</div> }
}
