//! Pictures of the page: those that are asked for, and the one that is kept when a scenario fails.

use std::fs;
use std::path::{Path, PathBuf};

use super::page::{FIND, Page};

impl Page {
    /// Writes `$NATTOKU_SHOTS/<engine>/<name>.png`; does nothing when `NATTOKU_SHOTS` is not set.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        if let Some(folder) = std::env::var_os("NATTOKU_SHOTS") {
            self.save_picture(&Path::new(&folder).join(self.engine.to_string()), name);
        }
    }

    /// Prints what there was to see when a scenario failed, and keeps a picture of it.
    pub fn report_failure(&self, name: &str) {
        let browser = self.browser.borrow();
        let script = format!(
            "{FIND}\nconst w = window.__nattokuWatch ?? {{}}; \
             return {{ address: location.href, text: look.text(), controls: look.describe(), focused: look.focused(), \
             errors: w.errors, violations: w.violations }}"
        );
        match browser.session.execute(&script, &[]) {
            Ok(seen) => eprintln!("{} when {name} failed:\n{seen:#}", self.engine),
            Err(e) => {
                let log = fs::read_to_string(&browser.log).unwrap_or_default();
                eprintln!("{} could not be looked at when {name} failed: {e}\n{log}", self.engine);
                return;
            }
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e-failures");
        eprintln!("picture: {}", self.save_picture(&folder, &format!("{}-{name}", self.engine)).display());
    }

    #[track_caller]
    fn save_picture(&self, folder: &Path, name: &str) -> PathBuf {
        let picture = self.session().get("/screenshot").unwrap_or_else(|e| panic!("screenshot: {e}"));
        let bytes = base64(picture.as_str().expect("a screenshot is a text in base64"));
        let path = folder.join(format!("{name}.png"));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, bytes))
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        path
    }
}

/// Decodes what drivers send pictures as; whatever is not of the alphabet (line breaks, padding) is passed over.
pub(super) fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text.bytes().filter_map(|c| ALPHABET.iter().position(|a| *a == c)) {
        bits = bits << 6 | digit as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}
