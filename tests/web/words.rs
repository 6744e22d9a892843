//! Ruby on the page: seen once, read once.

use crate::page::{document, settle};
use nattoku::domain::text::Reading;
use nattoku::ui::{
    controls::Said,
    view::{Look, View, Viewport},
    wording::{Lang, Words, bare, spoken},
};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct SampleProps {
    look: Look,
}

#[component]
fn Sample(props: &SampleProps) -> Html {
    let view = View {
        lang: Lang::Ja,
        look: props.look,
        set_look: Callback::noop(),
        page: false,
        touched: Default::default(),
    };
    html! { <Viewport {view}><p><Said text="{名前|なまえ}を {書|か}きます" /></p></Viewport> }
}

async fn shown(look: Look) -> String {
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let app = yew::Renderer::<Sample>::with_root_and_props(root.clone(), SampleProps { look }).render();
    settle().await;
    let html = root.query_selector("p").unwrap().unwrap().inner_html();
    app.destroy();
    root.remove();
    html
}

#[wasm_bindgen_test]
async fn ruby_and_spaces_follow_the_switches() {
    let easy = Look { reading: Reading::Easy, ..Look::default() };
    let name = r#"<ruby>名前<rt aria-hidden="true">なまえ</rt></ruby>を"#;
    let write = r#"<ruby>書<rt aria-hidden="true">か</rt></ruby>きます"#;
    assert_eq!(shown(easy).await, format!("{name}<wbr>{write}"));
    assert_eq!(shown(Look { spacing: true, ..easy }).await, format!("{name} {write}"));
    assert_eq!(shown(Look { ruby: false, ..easy }).await, "名前を<wbr>書きます");
}

#[wasm_bindgen_test]
fn every_language_and_register_has_its_words() {
    let said = |lang, reading| Words { lang, reading }.t("answer.granted").to_owned();
    assert_eq!(said(Lang::Ja, Reading::Plain), "はい");
    assert_eq!(said(Lang::En, Reading::Plain), "Yes");
    assert_eq!(bare("{今|いま}は {決|き}めません"), "今は決めません");
    assert_eq!(spoken("{今|いま}は {決|き}めません"), "いまはきめません");
}
