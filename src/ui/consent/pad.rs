//! The writing surface: pointer events in, strokes out. SVG is only a projection of the strokes, so rotation,
//! zoom and any pixel density redraw themselves.

use crate::domain::signature::{
    Capture, CaptureOutcome, Pad as Strokes, PointerKind, PointerPhase, PointerSample, Stroke, outline,
    view_box,
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, PointerEvent, SvgElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct PadProps {
    /// The strokes so far.
    pub strokes: Strokes,
    /// A stroke is finished; it is to be kept at once.
    pub onstroke: Callback<Stroke>,
    /// Accessible name.
    pub label: AttrValue,
    /// Shown while nothing is written.
    #[prop_or_default]
    pub hint: Html,
}

/// The pad. The stroke being drawn is painted directly, without a render for every point.
#[component]
pub fn Pad(props: &PadProps) -> Html {
    let surface = use_node_ref();
    let live = use_node_ref();
    let capture = {
        let strokes = props.strokes.clone();
        use_mut_ref(move || Capture::resume(&strokes))
    };

    let handle = |phase: PointerPhase| {
        let (surface, live, capture, onstroke) =
            (surface.clone(), live.clone(), capture.clone(), props.onstroke.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(pad) = surface.cast::<Element>() else { return };
            if phase == PointerPhase::Down {
                event.prevent_default();
            }
            let frame = pad.get_bounding_client_rect();
            for point in points(&event, phase) {
                let sample = PointerSample {
                    id: event.pointer_id(),
                    kind: PointerKind::from_dom(&event.pointer_type()),
                    phase,
                    x: f64::from(point.client_x()) - frame.left(),
                    y: f64::from(point.client_y()) - frame.top(),
                    pad_width: frame.width(),
                    time: point.time_stamp(),
                    pressure: point.pressure(),
                    contact_width: f64::from(point.width()),
                    contact_height: f64::from(point.height()),
                    is_primary: event.is_primary(),
                    buttons: event.buttons(),
                };
                let outcome = capture.borrow_mut().handle(&sample);
                if let CaptureOutcome::Finished(stroke) = outcome {
                    onstroke.emit(stroke);
                }
            }
            if phase == PointerPhase::Down && capture.borrow().draws(event.pointer_id()) {
                // Keep receiving the stroke outside the pad. A pointer that just ended cannot be captured.
                let _ = pad.set_pointer_capture(event.pointer_id());
            }
            paint(&live, capture.borrow().active());
        })
    };
    let lost = {
        let (live, capture, onstroke) = (live.clone(), capture.clone(), props.onstroke.clone());
        Callback::from(move |event: PointerEvent| {
            let stroke = capture.borrow_mut().lose(event.pointer_id());
            if let Some(stroke) = stroke {
                onstroke.emit(stroke);
            }
            paint(&live, capture.borrow().active());
        })
    };
    // A pad that goes away in the middle of a stroke hands the stroke over first.
    {
        let (capture, onstroke) = (capture.clone(), props.onstroke.clone());
        use_effect_with((), move |()| {
            move || {
                let stroke = capture.borrow_mut().interrupt();
                if let Some(stroke) = stroke {
                    onstroke.emit(stroke);
                }
            }
        });
    }
    let paths = props.strokes.strokes().iter().enumerate().map(|(index, stroke)| {
        html! { <path key={index} d={outline(stroke)} /> }
    });
    html! {
        <div class="pad" part="pad" ref={surface.clone()} role="img" aria-label={props.label.clone()}
            data-strokes={props.strokes.strokes().len().to_string()}
            onpointerdown={handle(PointerPhase::Down)} onpointermove={handle(PointerPhase::Move)}
            onpointerup={handle(PointerPhase::Up)} onpointercancel={handle(PointerPhase::Cancel)}
            onlostpointercapture={lost}
        >
            <svg viewBox={view_box()} aria-hidden="true">
                <line class="pad__line" x1="600" x2="9400" y1="3200" y2="3200" />
                <g>{ for paths }</g>
                <path ref={live.clone()} />
            </svg>
            if props.strokes.is_empty() { <p class="pad__hint said">{ props.hint.clone() }</p> }
        </div>
    }
}

/// The points of an event: fast pens deliver several between two frames.
fn points(event: &PointerEvent, phase: PointerPhase) -> Vec<PointerEvent> {
    let coalesced: Vec<PointerEvent> = if phase == PointerPhase::Move && has_coalesced(event) {
        event.get_coalesced_events().iter().map(wasm_bindgen::JsCast::unchecked_into).collect()
    } else {
        Vec::new()
    };
    if coalesced.is_empty() { vec![event.clone()] } else { coalesced }
}

fn has_coalesced(event: &PointerEvent) -> bool {
    js_sys::Reflect::has(event, &"getCoalescedEvents".into()).unwrap_or(false)
}

fn paint(live: &NodeRef, stroke: Option<&Stroke>) {
    let path = live.get().and_then(|node| node.dyn_into::<SvgElement>().ok());
    if let Some(path) = path {
        // Setting an attribute of an element in the page cannot fail.
        let _ = path.set_attribute("d", &stroke.map(outline).unwrap_or_default());
    }
}
