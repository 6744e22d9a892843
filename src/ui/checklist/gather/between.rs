//! The tablet is on its way to the next person: nothing of earlier answers is shown, and the next one begins on purpose.

use super::{super::ScreenProps, picture};
use crate::browser::focus;
use crate::domain::checklist::{CheckAction, GatherAction, Turn};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Note, Picture, say, use_settled},
    view::use_view,
};
use yew::prelude::*;

/// With fewer answers than this, "everybody" is asked about: what is shown next would be one or two people's.
const A_FEW: u64 = 3;

/// What is asked before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Whether it is the very person who answered that wants the answers back.
    Whose,
    /// Whether somebody has not answered yet.
    Everybody,
}

/// Between two people. The second tap of a double tap on "I have answered" begins nobody's turn: the way on comes a
/// moment later. Answers come back only to whoever says that they are theirs, and not after the page was left.
#[component]
pub(in super::super) fn Between(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let settled = use_settled();
    let asked = use_state_eq(|| None::<Asked>);
    let (place, was_asked) = (use_node_ref(), use_mut_ref(|| false));
    {
        let place = place.clone();
        // The question is gone, and the focus with it: back to where it was asked from.
        use_effect_with(asked.is_some(), move |is_asked| {
            if was_asked.replace(*is_asked) && !is_asked {
                focus::to_first(&place, ".buttons button");
            }
        });
    }
    let ask = |question: Option<Asked>| {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(question))
    };
    let leave = {
        let check = check.clone();
        Callback::from(move |()| check.turn_to(Turn::Phones, false))
    };
    let done =
        if check.session.answered().total() < A_FEW { ask(Some(Asked::Everybody)) } else { leave.clone() };
    let next = settled.then(|| {
        let onclick = check.on(|()| CheckAction::Gather(GatherAction::TakeUp));
        html! { <Button kind={ButtonKind::Primary} {onclick}>{ say("gather.mine") }</Button> }
    });
    let question = |question: Asked| {
        let (text, yes, onyes, no) = match question {
            Asked::Whose => {
                let back = check.on(|()| CheckAction::Gather(GatherAction::TakeBack));
                ("gather.take_back_whose", "gather.take_back_yes", back, "gather.take_back_no")
            }
            Asked::Everybody => ("gather.all_sure", "gather.all_yes", leave.clone(), "gather.all_no"),
        };
        html! { <Question key={text} {text} {yes} {onyes} {no} onno={ask(None)} /> }
    };
    html! {
        <Frame title={words.t("check.title")} screen="gather-between" tools={check.tools.clone()}
            actions={html! { <div class="actions__room">{ for next }</div> }}>
            <div class="stage__inner check__words between settle" ref={place}>
                <Picture class="between__picture" name={picture(Turn::Round)} />
                <Heading screen="gather-between">{ say("gather.between") }</Heading>
                <p class="lead said">{ say("gather.between_lead") }</p>
                if let Some(asked) = *asked {
                    { question(asked) }
                } else {
                    <div class="buttons">
                        <Button icon="check" onclick={done}>{ say("gather.all_done") }</Button>
                        if check.can_take_back {
                            <Button icon="pen" onclick={ask(Some(Asked::Whose))}>{ say("gather.take_back") }</Button>
                        }
                    </div>
                }
            </div>
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    text: &'static str,
    yes: &'static str,
    onyes: Callback<()>,
    no: &'static str,
    onno: Callback<()>,
}

/// Stands in the place of the button that asked for it, so that nobody has to look for it. Its answers come a moment later:
/// the second tap of a double tap is none.
#[component]
fn Question(props: &QuestionProps) -> Html {
    let settled = use_settled();
    let text = use_node_ref();
    {
        let text = text.clone();
        use_effect_with((), move |()| focus::to(&text));
    }
    let answers = settled.then(|| {
        html! {
            <>
                <Button onclick={props.onyes.clone()}>{ say(props.yes) }</Button>
                <Button onclick={props.onno.clone()}>{ say(props.no) }</Button>
            </>
        }
    });
    html! {
        <Note>
            <div class="note__body">
                <p ref={text} tabindex="-1" class="said">{ say(props.text) }</p>
                <div class="buttons between__answers">{ for answers }</div>
            </div>
        </Note>
    }
}
