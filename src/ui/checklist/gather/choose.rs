//! How the group wants to answer: a card a way. Changing one's mind loses nothing; where it would not be clear whose the
//! marks are that are there already, that is asked first.

use super::{super::ScreenProps, picture, so_far::count};
use crate::domain::checklist::Turn;
use crate::ui::{
    controls::{Button, Frame, Heading, Note, Picture, said, say, way_back},
    view::use_view,
};
use yew::prelude::*;

/// How the group wants to answer.
#[component]
pub(in super::super) fn Choose(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let asked = use_state_eq(|| None::<Turn>);
    let session = &check.session;
    let ways_so_far = session.answered();
    let have = (ways_so_far.total() > 0).then(|| count(ways_so_far, words));
    let ways = Turn::ALL.into_iter().filter(|turn| *turn != Turn::Alone || session.can_be_alone());
    let cards = ways.map(|turn| {
        let onclick = {
            let (check, asked) = (check.clone(), asked.clone());
            Callback::from(move |_: MouseEvent| {
                if check.session.asks_whose(turn) {
                    asked.set(Some(turn));
                } else {
                    check.turn_to(turn, false);
                }
            })
        };
        let whose = (*asked == Some(turn)).then(|| {
            let [kept, taken] = match turn {
                Turn::Together => ["gather.whose_one", "gather.whose_all"],
                Turn::Round | Turn::Phones | Turn::Alone => ["gather.whose_group", "gather.whose_first"],
            };
            let answer = |keep: bool| {
                let check = check.clone();
                Callback::from(move |()| check.turn_to(turn, keep))
            };
            html! {
                <Note live={true}>
                    <div class="note__body">
                        <p>{ say("gather.whose") }</p>
                        <div class="buttons">
                            <Button onclick={answer(true)}>{ say(kept) }</Button>
                            <Button onclick={answer(false)}>{ say(taken) }</Button>
                        </div>
                    </div>
                </Note>
            }
        });
        let name = turn.value();
        html! {
            <div key={name} class="turn">
                <button type="button" class="way turn__card" part="way" {onclick}
                    aria-expanded={session.asks_whose(turn).then(|| whose.is_some().to_string())}>
                    <Picture class="turn__picture" name={picture(turn)} />
                    <span class="way__title said">{ said(words.of("gather_way", name)) }</span>
                    <span class="way__hint said">{ said(words.of("gather_hint", name)) }</span>
                </button>
                { for whose }
            </div>
        }
    });
    html! {
        <Frame title={words.t("check.title")} screen="gather-ways" tools={check.tools.clone()}
            actions={way_back(check.to(session.back()))}>
            <div class="stage__inner check__words settle">
                <Heading screen="gather-ways">{ say("gather.ways") }</Heading>
                <p class="lead said">{ say("gather.ways_lead") }</p>
                if let Some(text) = have {
                    <Note><div class="note__body"><p><strong>{ said(&text) }</strong></p><p>{ say("gather.have") }</p></div></Note>
                }
                <div class="turns">{ for cards }</div>
            </div>
        </Frame>
    }
}
