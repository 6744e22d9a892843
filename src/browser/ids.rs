//! Random ids. They are never made from anything about a person.

/// A random UUID (version 4), from the browser's cryptographic generator.
///
/// `crypto.randomUUID` exists only on secure origins; a tablet on a plain local network has `getRandomValues`.
#[must_use]
pub fn uuid() -> String {
    use core::fmt::Write as _;
    let mut bytes = [0_u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        // No generator at all: still unique on this device, which is what an id must be.
        for byte in &mut bytes {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 ≤ random × 256 < 256"
            )]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes.iter().enumerate().fold(String::with_capacity(36), |mut out, (index, byte)| {
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
