//! What can be read and told apart: the contrast of every colour in the sheets with every ground it can lie on, as WCAG
//! 2.2 works it out, in each theme. A colour or a ground that no list here has is an error, so that none goes unmeasured.

use crate::architecture::sources;
use std::collections::{BTreeMap, BTreeSet};

/// Text (design, section 7).
const READ: f64 = 7.0;
/// Edges of controls, focus, marks and drawings (design, section 7).
const SEEN: f64 = 3.0;

/// What lies below text and controls. The one screen with all of them is the list of items: paper, cards of `surface`,
/// what is chosen or pressed on `tint`, a pressed door on `tint-deep`, something missing on `care-ground`.
const GROUNDS: [&str; 5] = ["paper", "surface", "tint", "tint-deep", "care-ground"];

/// The ground of a chosen mark and of a bar: so much of the mark's fill, the rest is `surface`.
const FILLS: [(&str, &str); 3] =
    [("done", "done-fill"), ("trying", "trying-fill"), ("not-yet", "not-yet-fill")];
const FILL_SHARE: f64 = 0.4;

/// What text is written in. `accent-strong` is for numbers and badges on a tint, `care` for what is missing.
const TEXTS: [(&str, &[&str]); 4] = [
    ("ink", &GROUNDS),
    ("ink-soft", &GROUNDS),
    ("accent-strong", &GROUNDS),
    // Nothing that is missing is said on a pressed door.
    ("care", &["paper", "surface", "tint", "care-ground"]),
];

/// What is drawn and has to be seen: edges, the ring of the focus, ○△×, the seal.
const DRAWN: [(&str, &[&str]); 6] = [
    // A pressed door has an edge of the accent.
    ("edge", &["paper", "surface", "tint", "care-ground"]),
    ("accent", &GROUNDS),
    ("done", &GROUNDS),
    ("trying", &GROUNDS),
    ("not-yet", &GROUNDS),
    ("seal", &GROUNDS),
];

/// Pairs that meet in one place only.
const PAIRS: [(&str, &str, f64, &str); 6] = [
    ("on-accent", "accent", READ, "the filled button, the chosen segment and its focus"),
    ("on-accent", "accent-strong", READ, "the filled button under a finger"),
    ("#14213d", "#fffefa", READ, "the written name on its sheet, light in every theme"),
    ("#5d5446", "#fffefa", READ, "what to do, on the sheet"),
    ("#1f1b16", "#fff1e4", READ, "the program stopped: said without the tokens"),
    ("#8b3200", "#fff1e4", SEEN, "its edge"),
];

/// Grounds that nothing is written on: bullets and bars of progress, the picture of a camera.
const BARE: [&str; 3] = ["hairline", "#000", "#c9c9c9"];

/// The sheets of the screen; paper is black on white, and `page.css` has two colours of its own.
fn screen_sheets() -> Vec<(String, String)> {
    let off = ["alone.css", "page.css", "paper.css", "print.css", "tokens.css"];
    let sheets = sources("styles").into_iter();
    let sheets = sheets.filter(|sheet| !off.iter().any(|name| sheet.path.ends_with(name)));
    sheets.map(|sheet| (sheet.path.clone(), of_the_screen(&without_comments(&sheet.text)))).collect()
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}

/// Without the blocks for paper and for the colours that a person forces.
fn of_the_screen(css: &str) -> String {
    let mut kept = css.to_owned();
    for other in ["@media print", "@media (forced-colors: active)"] {
        while let Some(start) = kept.find(other) {
            let body = body(&kept[start..]);
            let end = start + kept[start..].find('{').expect("a block") + body.len() + 2;
            kept.replace_range(start..end, "");
        }
    }
    kept
}

/// What stands in the braces that open next.
fn body(css: &str) -> &str {
    let open = css.find('{').expect("a block") + 1;
    let mut depth = 1_usize;
    for (at, c) in css[open..].char_indices() {
        depth = match c {
            '{' => depth + 1,
            '}' => depth - 1,
            _ => depth,
        };
        if depth == 0 {
            return &css[open..open + at];
        }
    }
    panic!("a block without an end");
}

/// The declarations of a sheet, name and value, wherever they stand.
fn declarations(css: &str) -> Vec<(&str, &str)> {
    let pieces = css.split(['{', '}', ';']).filter_map(|piece| piece.split_once(':'));
    pieces.map(|(name, value)| (name.trim(), value.trim())).collect()
}

type Colours = BTreeMap<String, [f64; 3]>;

/// The colours that a block of `tokens.css` sets.
fn colours(block: &str) -> Colours {
    let value = |text: &str| {
        let text =
            text.strip_prefix("var(").map_or(text, |inside| inside.split_once(", ").unwrap_or_default().1);
        text.starts_with('#').then(|| hex(text.trim_end_matches(')')))
    };
    let named = declarations(block).into_iter();
    let named = named.filter_map(|(name, text)| Some((name.strip_prefix("--_")?.to_owned(), value(text)?)));
    named.collect()
}

/// Each theme as it is drawn. A device that asks for both the dark and more contrast gets the one over the other.
fn themes() -> Vec<(&'static str, Colours)> {
    let css = tokens();
    let set = |mark: &str| colours(body(&css[css.find(mark).unwrap_or_else(|| panic!("{mark}"))..]));
    let light = set(":host");
    let over = |below: &Colours, mark: &str| {
        let mut all = below.clone();
        all.extend(set(mark));
        all
    };
    let dark = over(&light, ".nk[data-theme=\"dark\"]");
    let high = over(&light, ".nk[data-theme=\"high-contrast\"]");
    let both = over(&dark, ".nk[data-theme=\"high-contrast\"]");
    vec![("light", light), ("dark", dark), ("high-contrast", high), ("high-contrast in the dark", both)]
}

fn tokens() -> String {
    without_comments(&sources("styles/tokens.css").remove(0).text)
}

/// `#1f1b16` or `#000`, each channel of 1.
fn hex(text: &str) -> [f64; 3] {
    let digits = text.strip_prefix('#').unwrap_or_else(|| panic!("{text} is no colour"));
    let wide =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    assert_eq!(wide.len(), 6, "{text}");
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).expect("hex digits")) / 255.0)
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Everything that is too close to its ground.
fn too_close(theme: &str, colours: &Colours) -> Vec<String> {
    let of = |name: &str| if name.starts_with('#') { hex(name) } else { colours[name] };
    let mut found = Vec::new();
    let mut hold = |colour: &str, ground: &str, on: [f64; 3], least: f64| {
        let is = contrast(of(colour), on);
        if is < least {
            found.push(format!("{theme}: {colour} on {ground} is {is:.2}, not {least}"));
        }
    };
    for (lists, least) in [(&TEXTS[..], READ), (&DRAWN[..], SEEN)] {
        for (colour, grounds) in lists {
            grounds.iter().for_each(|ground| hold(colour, ground, of(ground), least));
        }
    }
    for (mark, fill) in FILLS {
        let (fill, below) = (of(fill), of("surface"));
        let mixed = [0, 1, 2].map(|at| fill[at] * FILL_SHARE + below[at] * (1.0 - FILL_SHARE));
        hold("ink", mark, mixed, READ);
        // The mark itself; the number of a bar is ink.
        hold(mark, mark, mixed, SEEN);
    }
    PAIRS.iter().for_each(|(colour, ground, least, _)| hold(colour, ground, of(ground), *least));
    found
}

#[test]
fn everything_can_be_read_and_told_apart_in_every_theme() {
    let found: Vec<String> = themes().iter().flat_map(|(theme, colours)| too_close(theme, colours)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_colour_and_every_ground_of_the_sheets_is_measured() {
    let texts = TEXTS.iter().chain(&DRAWN).map(|(name, _)| *name).chain(PAIRS.iter().map(|pair| pair.0));
    let texts: BTreeSet<&str> = texts.collect();
    let grounds = GROUNDS.into_iter().chain(PAIRS.iter().map(|pair| pair.1)).chain(BARE);
    let grounds: BTreeSet<&str> = grounds.collect();
    let mut unknown = Vec::new();
    let mut measured = 0;
    for (path, css) in screen_sheets() {
        for (name, value) in declarations(&css) {
            let known = match name {
                "color" => &texts,
                "background" | "background-color" => &grounds,
                _ => continue,
            };
            let colour = value.strip_prefix("var(--_").map_or(value, |name| name.trim_end_matches(')'));
            let mix = "color-mix(in srgb, var(--_fill) 40%, var(--_surface))";
            if !["inherit", "transparent", "none", mix].contains(&value) && !known.contains(colour) {
                unknown.push(format!("{path}: {name}: {value}"));
            }
            measured += 1;
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
    assert!(measured > 100, "only {measured} colours were found");
}

#[test]
fn a_theme_that_the_device_asks_for_is_the_theme_of_that_name() {
    let css = tokens();
    for (query, theme) in
        [("(prefers-color-scheme: dark)", "dark"), ("(prefers-contrast: more)", "high-contrast")]
    {
        let asked = body(&css[css.find(&format!("@media {query}")).expect("the query")..]);
        let named = &css[css.find(&format!(".nk[data-theme=\"{theme}\"]")).expect("the theme")..];
        assert_eq!(declarations(body(asked)), declarations(body(named)), "{theme}");
    }
}

#[test]
fn the_page_around_can_be_read_before_the_widget_is_there() {
    let css = without_comments(&sources("styles/page.css").remove(0).text);
    let of = |name: &str| -> Vec<[f64; 3]> {
        let all = declarations(&css).into_iter().filter(|(declared, _)| *declared == name);
        all.map(|(_, value)| hex(value)).collect()
    };
    let (inks, grounds) = (of("--page-ink"), of("--page-ground"));
    assert_eq!((inks.len(), grounds.len()), (2, 2), "light and dark");
    for (ink, ground) in inks.into_iter().zip(grounds) {
        assert!(contrast(ink, ground) >= READ, "{ink:?} on {ground:?}");
    }
}

#[test]
fn contrast_is_worked_out_as_wcag_does() {
    assert_eq!(contrast(hex("#000"), hex("#ffffff")), 21.0);
    assert_eq!(contrast(hex("#777777"), hex("#777777")), 1.0);
    // The grey that just misses 4.5 on white, a well-known one.
    assert_eq!(format!("{:.2}", contrast(hex("#777777"), hex("#fff"))), "4.48");
    let mut grey = themes().remove(0).1;
    grey.insert("ink-soft".into(), hex("#777777"));
    assert!(too_close("grey", &grey).iter().any(|line| line.starts_with("grey: ink-soft on paper is 4.")));
}
