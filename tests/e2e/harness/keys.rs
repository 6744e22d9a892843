//! Key names as scenarios write them (`Shift+Tab`, the names of the UI Events standard) into WebDriver's key actions.

use serde_json::{Value, json};

/// The actions of one chord: all keys down in order, all up in reverse.
#[track_caller]
pub fn chord(chord: &str) -> Vec<Value> {
    let codes: Vec<String> = chord.split('+').map(code).collect();
    let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code }));
    let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code }));
    down.chain(up).collect()
}

/// WebDriver's code for a key (WebDriver, section "Keyboard actions": the private use area for keys without a character).
#[track_caller]
fn code(name: &str) -> String {
    let code = match name {
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "Backspace" => '\u{e003}',
        _ => {
            let mut characters = name.chars();
            match (characters.next(), characters.next()) {
                (Some(character), None) => character,
                _ => panic!("no key is called {name}"),
            }
        }
    };
    code.to_string()
}
