//! The notice on paper because the host page asked for it: not on the screen, and gone when the paper is out.

use super::{Leaf, in_words};
use crate::browser::print;
use crate::domain::{notice::NoticeSnapshot, paper};
use crate::ui::view::use_view;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct NoticePrintProps {
    /// What is printed; absent while the group's words are missing, and then nothing is.
    pub notice: Option<Rc<NoticeSnapshot>>,
    /// Goes up each time the host page asks.
    pub asked: u32,
}

/// Prints the notice alone (A-2 §26), whatever screen is shown; stands before the screen it takes the place of.
#[component]
pub fn NoticePrint(props: &NoticePrintProps) -> Html {
    let view = use_view();
    let place = use_node_ref();
    let printed = use_state_eq(|| 0_u32);
    let notice = props.notice.as_ref().filter(|_| props.asked > *printed);
    {
        let (place, printed, there) = (place.clone(), printed.clone(), notice.is_some());
        use_effect_with(props.asked, move |asked| {
            let asked = *asked;
            if there {
                print::alone(&place, Callback::from(move |()| printed.set(asked)));
            }
        });
    }
    notice.map_or_else(Html::default, |notice| {
        let poster = in_words(view.lang, view.reading(), |phrases| paper::poster(notice, phrases));
        html! { <div class="leaf__only" ref={place}><Leaf paper={Rc::new(poster)} /></div> }
    })
}
