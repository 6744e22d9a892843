//! Proof that the harness does what it says, in every engine, on a small page that is not Nattoku's.
//! A harness that clicks on nothing, or sees no violation, would let every other scenario pass.

use serde_json::{Value, json};

use crate::harness::{Engine, Page, PointerKind};

const FIXTURE: &str = "fixtures/harness/index.html";

/// Everything a person does without drawing.
pub fn answers_by_click_and_keyboard(page: &Page) {
    page.open(FIXTURE);
    assert_eq!(page.heading(), "試しのページ");
    assert_eq!(
        page.text().lines().take(4).collect::<Vec<_>>(),
        ["試しのページ", "まだ何もしていません", "つぎへ まだ押せない", "写真を使ってもよいですか"]
    );
    assert!(!page.shows("見えない"));

    page.button("つぎへ").click();
    page.see("押しました true");
    page.see_no("まだ何もしていません");

    // The same word in two groups; in the first of them the label draws the control.
    page.group("写真を使ってもよいですか").radio("いいえ").click();
    page.see("photo=no");
    page.group("名前を使ってもよいですか").radio("はい").click();
    page.see("name=yes");
    assert_eq!(page.radio("はい").count(), 2);
    assert!(page.group("写真…").radio("いいえ").state().on);
    assert!(!page.group("写真…").radio("はい").state().on);

    page.fill("お名前", "見本 花子");
    page.see("お名前は見本 花子");
    page.fill("お名前", "山田 花子");
    page.see("お名前は山田 花子");
    page.fill("メモ", "よる\nでんわ");
    page.fill("メモ", "");
    page.field("続柄").select("家族");

    page.field("お名前").click();
    assert_eq!(page.focused().map(|f| (f.role, f.name)), Some(("textbox".into(), "お名前".into())));
    assert_eq!(page.tab().map(|f| f.name).as_deref(), Some("また聞いてほしい"));
    page.press_keys(&["Shift+Tab", "End", "Backspace"]);
    page.see("お名前は山田 花");

    page.button("たずねる").click();
    assert_eq!(page.heading(), "よろしいですか");
    assert_eq!(page.button("つぎへ").count(), 0, "behind a modal dialog nothing can be pressed");
    page.press_keys(&["Escape"]);
    page.role("dialog", "よろしいですか").gone();
    page.button("たずねる").click();
    page.role("dialog", "よろしいですか").button("とじる").click();
    page.see_heading("試しのページ");

    page.button("保存する").click();
    let saved = page.last_download();
    assert_eq!((saved.name.as_str(), saved.mime.as_str()), ("kiroku.json", "application/json"));
    assert_eq!(serde_json::from_str::<Value>(&saved.text).ok(), Some(json!({ "who": "山田 花" })));
    page.file_input().upload("a.txt", "中身".as_bytes());
    page.see("読みました 中身");
    page.button("印刷する").click();
    assert_eq!(page.prints(), 1);
    page.checkbox("また聞いてほしい").click();
    assert!(page.checkbox("また聞いてほしい").state().on);

    assert_eq!(page.exec("return matchMedia('(prefers-reduced-motion: reduce)').matches", &[]), true);
    page.axe();
    page.screenshot("fixture");
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// Every way from one page to another, with a server and without.
pub fn comes_and_goes(page: &Page) {
    page.open(FIXTURE);
    page.link("別のページ").click();
    page.see_heading("別のページ");
    page.back();
    page.see_heading("試しのページ");
    page.button("つぎへ").click();
    page.see("押しました true");
    page.reload();
    assert!(page.shows("まだ何もしていません"));
    // No module script runs from `file://`; this page has none, nor does it say how it is encoded.
    page.open_file("fixtures/harness/plain.html");
    assert_eq!(page.heading(), "別のページ");
}

/// Strokes arrive as strokes of the device that was asked for, at any size of the window.
pub fn draws_with_every_pointer(page: &Page) {
    page.open(FIXTURE);
    for (width, height) in [(1024, 768), (320, 640)] {
        page.resize(width, height);
        page.reload();
        let area = page.test("pad").state();
        for kind in [PointerKind::Mouse, PointerKind::Touch, PointerKind::Pen] {
            page.exec("document.querySelector('harness-widget').strokes.length = 0", &[]);
            page.test("pad")
                .draw(&[&[(0.25, 0.5), (0.5, 0.25), (0.75, 0.75)], &[(0.1, 0.1), (0.9, 0.1)]], kind);
            page.wait_for("two strokes", || strokes(page).len() == 2);
            for (stroke, extent) in strokes(page).iter().zip([(0.5, 0.5), (0.8, 0.0)]) {
                assert_eq!(stroke["type"], kind.name(), "at {width}×{height}");
                let points: Vec<(f64, f64)> =
                    serde_json::from_value(stroke["points"].clone()).expect("points");
                assert!(points.len() >= 2, "{points:?}");
                let spread = |values: Vec<f64>| {
                    values.iter().copied().fold(f64::MIN, f64::max)
                        - values.iter().copied().fold(f64::MAX, f64::min)
                };
                let drawn = (
                    spread(points.iter().map(|p| p.0).collect()) / area.width,
                    spread(points.iter().map(|p| p.1).collect()) / area.height,
                );
                // Whole pixels at both ends.
                let near = |a: f64, b: f64| (a - b).abs() < 2.0 / area.width.min(area.height);
                assert!(near(drawn.0, extent.0) && near(drawn.1, extent.1), "{drawn:?} is not {extent:?}");
            }
            if kind == PointerKind::Pen {
                let pressure = strokes(page)[0]["pressure"].as_f64().unwrap_or_default();
                assert!((pressure - 0.6).abs() < 0.01, "a pen pressed with {pressure}");
            }
        }
    }
    assert_eq!(
        strokes(page)[0]["trusted"],
        page.engine() == Engine::Chromium,
        "whose pen the driver moves itself"
    );
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}

/// What would go unseen is seen: each of these would have to fail a scenario.
pub fn notices_what_goes_wrong(page: &Page) {
    page.open(FIXTURE);
    page.assert_clean();

    page.exec(
        "document.querySelector('harness-widget').shadowRoot.append(document.createElement('button'))",
        &[],
    );
    let rules: Vec<String> = page.axe_violations().into_iter().map(|v| v.rule).collect();
    assert_eq!(rules, ["button-name"]);

    page.exec("document.querySelector('harness-widget').misbehave()", &[]);
    page.wait_for("three errors", || page.errors().len() == 3);
    assert!(
        (1..=3).all(|n| page.errors().iter().any(|e| e.contains(["one", "two", "three"][n - 1]))),
        "{:?}",
        page.errors()
    );

    page.exec("document.body.setAttribute('style', 'color: red')", &[]);
    page.wait_for("the inline style to be refused", || !page.csp_violations().is_empty());
    assert!(page.csp_violations()[0].starts_with("style-src"), "{:?}", page.csp_violations());
    page.reload();
    assert_eq!((page.errors().len(), page.csp_violations().len()), (3, 1), "reports outlive the document");
    page.forgive();
    page.assert_clean();

    assert_eq!(page.requests_after_load(), Vec::<String>::new());
    page.exec("fetch('/fixtures/harness/page.css')", &[]);
    // Attempted, served, and timed, which is the last of the three.
    page.wait_for("the request in all three places", || page.requests_after_load().len() == 3);
    assert!(page.requests_after_load().iter().all(|path| path.ends_with("/fixtures/harness/page.css")));
    page.mark_loaded();
    assert_eq!(page.requests_after_load().len(), 0);

    page.go_offline();
    page.exec("fetch('/fixtures/harness/page.css').catch(() => { document.title = 'offline' })", &[]);
    page.wait_for("the network to be gone", || page.exec("return document.title", &[]) == "offline");
    page.forgive();
}

/// What the fixture's pad has received since it was last emptied.
fn strokes(page: &Page) -> Vec<Value> {
    let strokes = page.exec("return document.querySelector('harness-widget').strokes", &[]);
    serde_json::from_value(strokes).expect("a list of strokes")
}
