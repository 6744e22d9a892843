//! The pad under real pointer events.

use crate::page::{document, settle};
use nattoku::domain::signature::{Pad as Strokes, Stroke};
use nattoku::ui::{
    consent::Pad,
    view::{Look, View, Viewport},
    wording::Lang,
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, PointerEvent, PointerEventInit};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct SampleProps {
    onstroke: Callback<Stroke>,
}

#[component]
fn Sample(props: &SampleProps) -> Html {
    let view = View {
        lang: Lang::Ja,
        look: Look::default(),
        set_look: Callback::noop(),
        page: false,
        touched: Default::default(),
    };
    let strokes = use_state(Strokes::default);
    let onstroke = {
        let (strokes, outer) = (strokes.clone(), props.onstroke.clone());
        Callback::from(move |stroke: Stroke| {
            let mut next = (*strokes).clone();
            next.push(stroke.clone());
            strokes.set(next);
            outer.emit(stroke);
        })
    };
    html! { <Viewport {view}><Pad strokes={(*strokes).clone()} {onstroke} label="pad" /></Viewport> }
}

struct Bench {
    pad: HtmlElement,
    root: web_sys::Element,
    strokes: Rc<RefCell<Vec<Stroke>>>,
}

impl Bench {
    async fn new() -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let strokes = Rc::new(RefCell::new(Vec::new()));
        let into = strokes.clone();
        let onstroke = Callback::from(move |stroke| into.borrow_mut().push(stroke));
        yew::Renderer::<Sample>::with_root_and_props(root.clone(), SampleProps { onstroke }).render();
        settle().await;
        let pad: HtmlElement = root.query_selector(".pad").unwrap().unwrap().unchecked_into();
        // The sheet that gives it its size is not on this page.
        let style = js_sys::Reflect::get(&pad, &"style".into()).unwrap();
        js_sys::Reflect::set(&style, &"cssText".into(), &"width:500px;height:200px;position:relative".into())
            .unwrap();
        Self { pad, root, strokes }
    }

    fn send(&self, name: &str, id: i32, kind: &str, x: f64, y: f64) {
        let frame = self.pad.get_bounding_client_rect();
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_pointer_id(id);
        init.set_pointer_type(kind);
        init.set_is_primary(id == 1);
        init.set_buttons(u16::from(name != "pointerup"));
        init.set_pressure(0.5);
        #[allow(clippy::cast_possible_truncation)]
        init.set_client_x((frame.left() + x) as i32);
        #[allow(clippy::cast_possible_truncation)]
        init.set_client_y((frame.top() + y) as i32);
        let event = PointerEvent::new_with_event_init_dict(name, &init).unwrap();
        self.pad.dispatch_event(&event).unwrap();
    }

    fn line(&self, id: i32, kind: &str, ys: (f64, f64)) {
        self.send("pointerdown", id, kind, 50.0, ys.0);
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            self.send("pointermove", id, kind, 50.0 + 400.0 * part, ys.0 + (ys.1 - ys.0) * part);
        }
        self.send("pointerup", id, kind, 450.0, ys.1);
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.root.remove();
    }
}

#[wasm_bindgen_test]
async fn a_line_becomes_one_stroke_in_units_of_the_pad() {
    let bench = Bench::new().await;
    bench.line(1, "mouse", (50.0, 150.0));
    settle().await;
    let strokes = bench.strokes.borrow();
    assert_eq!(strokes.len(), 1);
    let (first, last) = (strokes[0].points()[0], *strokes[0].points().last().unwrap());
    let near = |found: i32, wanted: i32| (found - wanted).abs() <= 60;
    assert!(near(first.x(), 1000) && near(first.y(), 1000), "{first:?}");
    assert!(near(last.x(), 9000) && near(last.y(), 3000), "{last:?}");
    assert_eq!(bench.pad.get_attribute("data-strokes").as_deref(), Some("1"));
}

#[wasm_bindgen_test]
async fn a_second_finger_draws_nothing() {
    let bench = Bench::new().await;
    bench.send("pointerdown", 1, "touch", 50.0, 50.0);
    bench.send("pointermove", 1, "touch", 200.0, 60.0);
    bench.send("pointerdown", 2, "touch", 300.0, 150.0);
    bench.send("pointermove", 2, "touch", 400.0, 150.0);
    bench.send("pointerup", 2, "touch", 400.0, 150.0);
    bench.send("pointermove", 1, "touch", 250.0, 100.0);
    bench.send("pointerup", 1, "touch", 250.0, 100.0);
    settle().await;
    let strokes = bench.strokes.borrow();
    assert_eq!(strokes.len(), 1);
    assert!(strokes[0].points().iter().all(|point| point.x() < 5500));
}

#[wasm_bindgen_test]
async fn a_stroke_goes_on_outside_and_a_cancelled_one_is_kept() {
    let bench = Bench::new().await;
    bench.line(1, "mouse", (50.0, 260.0));
    bench.send("pointerdown", 1, "mouse", 50.0, 50.0);
    bench.send("pointermove", 1, "mouse", 250.0, 90.0);
    bench.send("pointercancel", 1, "mouse", 250.0, 90.0);
    settle().await;
    let strokes = bench.strokes.borrow();
    assert_eq!(strokes.len(), 2);
    assert!(strokes[0].points().iter().any(|point| point.y() > 4000));
}
