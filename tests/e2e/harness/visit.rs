//! Visits that take more than an address: the tablet page with everything it stores for offline use, a page that the
//! scenario brings itself, and the browser's way forward. Must not know what is on a screen.

use serde_json::{Value, json};

use super::page::Page;

impl Page {
    /// Opens a page and waits until its service worker has stored what it stores: from here on, any request is one
    /// that the page itself makes.
    #[track_caller]
    pub fn open_stored(&self, path: &str) {
        self.open(path);
        self.await_stored();
    }

    /// Waits until the service worker of the page is active, and counts requests from here on.
    #[track_caller]
    pub fn await_stored(&self) {
        let script = "const done = arguments[0]; \
            navigator.serviceWorker.ready.then(() => done('ready'), (error) => done(String(error)));";
        assert_eq!(self.exec_async(script, &[]), "ready", "the service worker");
        self.mark_loaded();
    }

    /// Puts a file onto the site.
    pub fn put(&self, path: &str, text: &str) {
        self.site.put(path, text);
    }

    /// Puts one of the folders that a portal takes onto the site under a name of the portal's own.
    pub fn put_embed(&self, folder: &str, name: &str) {
        self.site.copy(folder, name);
    }

    /// The browser's own way forward.
    #[track_caller]
    pub fn forward(&self) {
        self.keep_reports();
        self.command("/forward", &json!({}));
        self.wait_ready();
    }

    /// Makes the processor `times` slower, as a cheap tablet's is; Chromium only.
    #[track_caller]
    pub fn throttle(&self, times: u32) {
        let asked = json!({ "cmd": "Emulation.setCPUThrottlingRate", "params": { "rate": times } });
        self.command("/goog/cdp/execute", &asked);
    }

    /// Runs the body of an `async` function over `args` and waits for its value; a rejection comes as `{ rejected }`.
    #[track_caller]
    pub fn exec_promise(&self, body: &str, args: &[Value]) -> Value {
        let script = format!(
            "const [args, done] = arguments; \
             (async (args) => {{ {body} }})(args).then(done, (error) => done({{ rejected: String(error) }}));"
        );
        self.exec_async(&script, &[json!(args)])
    }
}
