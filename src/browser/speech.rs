//! Reading aloud with the voices that are installed on the device.

use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Whether there is a voice for this language that speaks without a network.
///
/// Some browsers list voices that send the text to a server; those are never used (invariant 1).
#[must_use]
pub fn can_speak(lang: &str) -> bool {
    engine().is_some_and(|engine| local_voice(&engine, lang).is_some())
}

/// Speaks `text`, after ending whatever was being spoken.
pub fn speak(text: &str, lang: &str) {
    let Some(engine) = engine() else { return };
    let Some(voice) = local_voice(&engine, lang) else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_voice(Some(&voice));
    utterance.set_lang(lang);
    // A little slower than conversation (004 A-4-4: ゆっくり).
    utterance.set_rate(0.9);
    engine.cancel();
    engine.speak(&utterance);
}

/// Ends what is being spoken.
pub fn stop() {
    if let Some(engine) = engine() {
        engine.cancel();
    }
}

fn engine() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    // WebKitGTK is built without speech: the property is missing there, not null.
    let there = js_sys::Reflect::has(&window, &"speechSynthesis".into()).unwrap_or(false);
    if there { window.speech_synthesis().ok() } else { None }
}

fn local_voice(engine: &SpeechSynthesis, lang: &str) -> Option<SpeechSynthesisVoice> {
    engine
        .get_voices()
        .iter()
        .map(wasm_bindgen::JsCast::unchecked_into::<SpeechSynthesisVoice>)
        .find(|voice| voice.local_service() && voice.lang().starts_with(lang))
}
