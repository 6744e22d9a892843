//! The open camera: what it sees, and the codes in it, one after the other.

use crate::browser::camera::Reader;
use crate::ui::{
    controls::{Button, say},
    view::use_view,
};
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ScannerProps {
    /// A pattern was read; not told again while it stays in sight.
    pub onfound: Callback<String>,
    /// There is no camera (any more).
    pub onlost: Callback<()>,
    /// A person closes it, or the page is not looked at any more.
    pub onclose: Callback<()>,
    /// What became of the codes, in sight of whoever aims.
    pub children: Html,
}

/// The camera is on as long as this is on the screen.
#[component]
pub(super) fn Scanner(props: &ScannerProps) -> Html {
    let words = use_view().words();
    let (place, video) = (use_node_ref(), use_node_ref());
    {
        let (place, video) = (place.clone(), video.clone());
        let (onfound, onlost, onhidden) =
            (props.onfound.clone(), props.onlost.clone(), props.onclose.clone());
        use_effect_with((), move |()| {
            let latest = std::cell::RefCell::new(String::new());
            let found = Callback::from(move |code: String| {
                if latest.replace(code.clone()) != code {
                    onfound.emit(code);
                }
            });
            let reader = Reader::open(&video, found, onlost, onhidden);
            if let Some(place) = place.cast::<HtmlElement>() {
                place.scroll_into_view();
            }
            move || drop(reader)
        });
    }
    html! {
        <div class="scanner" ref={place}>
            <p class="said">{ say("gather.camera_lead") }</p>
            <div class="scanner__view">
                <video ref={video} class="scanner__video" muted={true} autoplay={true} playsinline={true} aria-label={words.label("gather.camera_view")} />
                <span class="scanner__frame" aria-hidden="true" />
            </div>
            { props.children.clone() }
            <div class="buttons"><Button onclick={props.onclose.clone()}>{ say("gather.camera_close") }</Button></div>
        </div>
    }
}
