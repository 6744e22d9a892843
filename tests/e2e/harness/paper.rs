//! What comes out of the printer: the page printed to PDF by the browser itself, and its text page by page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pdf_extract::content::Content;
use pdf_extract::{Document, extract_text_from_mem_by_pages};
use serde_json::json;
use unicode_normalization::UnicodeNormalization as _;

use super::engine::Engine;
use super::page::Page;
use super::picture::base64;

/// The printed pages.
pub struct Sheets {
    /// The text of each page, as [`pressed`] makes it.
    pub pages: Vec<String>,
    /// Every colour that letters and lines are drawn in, as PDF operators: `0 0 0 rg`.
    pub colours: BTreeSet<String>,
    /// Width and height of the first page in millimetres.
    pub size: (i64, i64),
}

impl Page {
    /// Prints to A4, without backgrounds as printers are set, and keeps the PDF beside the screenshots if those are
    /// asked for. `None` in WebKit, whose driver cannot print: see [`Page::prints`] for what can be asked there.
    #[track_caller]
    pub fn paper(&self, name: &str) -> Option<Sheets> {
        if self.engine() == Engine::WebKit {
            return None;
        }
        let a4 =
            json!({ "page": { "width": 21.0, "height": 29.7 }, "background": false, "shrinkToFit": false });
        let printed = self.command("/print", &a4);
        let pdf = base64(printed.as_str().expect("a PDF is a text in base64"));
        if let Some(folder) = std::env::var_os("NATTOKU_SHOTS") {
            let folder = Path::new(&folder).join(self.engine().to_string());
            fs::create_dir_all(&folder)
                .and_then(|()| fs::write(folder.join(format!("{name}.pdf")), &pdf))
                .unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        Some(Sheets::read(&pdf))
    }

    /// A device that puts its own few colours in place of every page's, white on black. Only Chromium's driver can
    /// pretend that: `false` elsewhere.
    #[track_caller]
    pub fn force_colours(&self) -> bool {
        if self.engine() != Engine::Chromium {
            return false;
        }
        let features = [("forced-colors", "active"), ("prefers-color-scheme", "dark")];
        let features = features.map(|(name, value)| json!({ "name": name, "value": value }));
        let command = json!({ "cmd": "Emulation.setEmulatedMedia", "params": { "features": features } });
        self.command("/goog/cdp/execute", &command);
        assert_eq!(self.exec("return matchMedia('(forced-colors: active)').matches", &[]), true);
        true
    }
}

impl Sheets {
    #[track_caller]
    fn read(pdf: &[u8]) -> Self {
        let pages = extract_text_from_mem_by_pages(pdf).expect("the text of a PDF");
        let document = Document::load_mem(pdf).expect("a PDF");
        let mut colours = BTreeSet::new();
        let mut size = (0, 0);
        for (number, id) in document.get_pages() {
            let content = document.get_page_content(id).expect("the content of a page");
            let content = Content::decode(&content).expect("the operators of a page");
            colours.extend(content.operations.iter().filter(|op| PAINT.contains(&op.operator.as_str())).map(
                |op| {
                    let values: Vec<String> = op.operands.iter().map(|value| format!("{value:?}")).collect();
                    format!("{} {}", values.join(" "), op.operator)
                },
            ));
            if number == 1 {
                size = millimetres(&document, id);
            }
        }
        Self { pages: pages.iter().map(|page| pressed(page)).collect(), colours, size }
    }

    /// On which pages this stands whole, from 1.
    pub fn pages_with(&self, text: &str) -> Vec<usize> {
        let text = pressed(text);
        (1..).zip(&self.pages).filter(|(_, page)| page.contains(&text)).map(|(number, _)| number).collect()
    }
}

/// Operators that set a colour.
const PAINT: [&str; 6] = ["g", "G", "rg", "RG", "sc", "scn"];

fn millimetres(document: &Document, page: pdf_extract::ObjectId) -> (i64, i64) {
    let page = document.get_dictionary(page).expect("a page");
    let sides = page.get(b"MediaBox").and_then(|sides| sides.as_array()).expect("the size of a page");
    let side = |at: usize| f64::from(sides[at].as_float().expect("a number")) / 72.0 * 25.4;
    ((side(2) - side(0)).round() as i64, (side(3) - side(1)).round() as i64)
}

/// Text as a PDF gives it back: no spaces, and one form of each character. Fonts draw 見 and the radical ⾒, ・ and ‧
/// with the same glyph, and a PDF remembers one of them.
pub fn pressed(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).map(|c| if c == '\u{2027}' { '・' } else { c }).collect()
}
