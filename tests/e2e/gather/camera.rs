//! The camera of the tablet, where the browser can read patterns: a reader of our own stands in for the browser's, and
//! in Chromium a picture comes from its own camera for tests.

use std::rc::Rc;

use nattoku::domain::checklist::Checklist;
use serde_json::{Value, json};

use super::{PEOPLE, at_the_ways, choose, code, see_people, took, type_code};
use crate::harness::{Engine, Page};
use crate::meeting::Meeting;
use crate::words::say;

/// A reader that sees what the scenario lays before it, and a camera that remembers what it gave away.
const STAND_IN: &str = "
    window.laid = []; window.given = []; window.refuses = false;
    window.BarcodeDetector = class {
      static async getSupportedFormats() { return ['code_128', 'qr_code']; }
      constructor(options) { window.asked = options; }
      async detect(video) { return window.laid.map((rawValue) => ({ rawValue, in: video.localName })); }
    };
    const drawn = async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d').fillRect(0, 0, 40, 30);
      return canvas.captureStream(5);
    };
    const devices = navigator.mediaDevices;
    const real = arguments[0] ? devices.getUserMedia.bind(devices) : drawn;
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: {
      getUserMedia: async (wish) => {
        window.wished = wish;
        if (window.refuses) throw new DOMException('no', 'NotAllowedError');
        const stream = await real(wish);
        window.given.push(stream);
        return stream;
      },
    } });";

/// Opened, read from, closed in every way there is; refused; absent.
pub fn camera(page: &Page) {
    let list = Rc::new(Checklist::salon());
    let codes: Vec<String> = (0..3).map(|at| code(&list, &format!("phone-{at}"), &PEOPLE[at])).collect();
    let meeting = at_the_ways(page);
    page.exec("Reflect.deleteProperty(window, 'BarcodeDetector')", &[]);
    choose(page, "phones");
    meeting.see(&say("gather.title"));
    page.button(&say("gather.code_take")).state();
    assert_eq!(page.button(&say("gather.camera")).count(), 0, "not offered where nothing could read");
    page.button(&say("back")).click();
    meeting.see(&say("gather.ways"));
    if page.engine() == Engine::WebKit {
        // No WebKit reads patterns, so nobody meets the rest there; and the start of its media ends the process now and
        // then (GLib's getauxval, interrupted by a signal of the engine).
        return;
    }

    page.exec(STAND_IN, &[json!(page.engine() == Engine::Chromium)]);
    choose(page, "phones");
    page.button(&say("gather.camera")).click();
    running(page, 1);
    let wish = json!({ "audio": false, "video": { "facingMode": "environment" } });
    let wished = json!([wish, { "formats": ["qr_code"] }]);
    page.wait_for("the reader of square patterns", || {
        page.exec("return [wished, window.asked]", &[]) == wished
    });
    let found: Vec<String> =
        page.axe_violations().into_iter().map(|wrong| format!("{}: {}", wrong.rule, wrong.target)).collect();
    assert_eq!(found, Vec::<String>::new(), "with the camera open");
    for (at, code) in codes.iter().take(2).enumerate() {
        page.exec("window.laid = [arguments[0]]", &[json!(code)]);
        page.see(&took(1, at + 1));
    }
    page.exec("window.laid = [arguments[0]]", &[json!(codes[0])]);
    page.see(&say("gather.known"));
    page.exec("window.laid = ['https://example.invalid/menu']", &[]);
    page.see(&say("gather.not_code"));
    see_people(page, 2);
    page.exec("window.laid = []", &[]);
    page.button(&say("gather.camera_close")).click();
    off(page, &meeting);

    // Out of sight, the camera is off; so it is when somebody goes on.
    page.button(&say("gather.camera")).click();
    running(page, 2);
    page.exec(
        "Object.defineProperty(document, 'hidden', { configurable: true, value: true });
         document.dispatchEvent(new Event('visibilitychange'));
         Reflect.deleteProperty(document, 'hidden');",
        &[],
    );
    off(page, &meeting);
    assert!(!page.shows(&say("gather.camera_denied")), "nobody was refused a camera");
    page.button(&say("gather.camera")).click();
    running(page, 3);
    page.button(&say("back")).click();
    meeting.see(&say("gather.ways"));
    off(page, &meeting);
    choose(page, "phones");

    // Taken away, or never given: the letters still work.
    page.button(&say("gather.camera")).click();
    running(page, 4);
    page.exec("given.at(-1).getTracks().forEach((track) => track.stop())", &[]);
    page.see(&say("gather.camera_denied"));
    page.exec("window.refuses = true", &[]);
    page.button(&say("gather.camera")).click();
    page.see(&say("gather.camera_denied"));
    off(page, &meeting);
    type_code(page, &codes[2]);
    see_people(page, 3);
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// The picture of the latest of so many cameras is on the screen.
#[track_caller]
fn running(page: &Page, cameras: usize) {
    page.wait_for("the camera", || {
        page.exec("return [given.length, given.at(-1)?.active ?? false]", &[]) == json!([cameras, true])
    });
    page.see(&say("gather.camera_lead"));
}

/// No camera is on, and none is shown.
#[track_caller]
fn off(page: &Page, meeting: &Meeting<'_>) {
    let live = "return given.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === 'live').length";
    page.wait_for("every camera off", || page.exec(live, &[]) == json!(0));
    page.wait_for("no picture", || meeting.inside("return root.querySelector('video')") == Value::Null);
}
