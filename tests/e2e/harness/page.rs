//! [`Page`]: what a person at the screen can see and do. Controls are named in `finding`.
//! What the browser noticed meanwhile lives in `reports`, drawing in `pointer`, axe-core in `axe`, pictures in `picture`.

use std::cell::{Cell, Ref, RefCell};
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::engine::{Browser, Engine};
use super::process::TempDir;
use super::reports::Reports;
use super::site::Site;
use super::webdriver::{Session, WebDriverError};
use super::{keys, wait_until};

/// Sent along with each script, so that `look` is there without being left in the page.
pub(super) const FIND: &str = include_str!("find.js");

/// One browser window on a site of its own. Every method waits for what it needs and panics with what it saw.
pub struct Page {
    pub(super) engine: Engine,
    // In this order: the browser ends before its server and its files go.
    pub(super) browser: RefCell<Browser>,
    pub(super) site: Site,
    pub(super) home: TempDir,
    /// Whether anything of the site has been opened: before, the browser shows a page of its own.
    pub(super) opened: Cell<bool>,
    /// How many requests the server had seen when the page had loaded.
    pub(super) loaded_at: Cell<usize>,
    /// What earlier documents of this scenario reported; a document takes its own reports with it.
    pub(super) kept: RefCell<Reports>,
}

/// The control that has the keyboard focus.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Focus {
    /// Its ARIA role, written or implied; empty when it has none.
    pub role: String,
    /// Its accessible name, without ruby.
    pub name: String,
}

impl Page {
    /// Starts a browser and a server; nothing is open yet. The window is that of a tablet held upright.
    pub fn start(engine: Engine) -> Self {
        let home = TempDir::new().expect("a folder for the browser");
        let page = Self {
            engine,
            browser: RefCell::new(engine.launch(&home)),
            site: Site::start(),
            home,
            opened: Cell::new(false),
            loaded_at: Cell::new(0),
            kept: RefCell::default(),
        };
        page.resize(820, 1180);
        page
    }

    /// The engine that this scenario runs in, for the few things that differ.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    // Coming and going

    /// Opens a file of the site (`""` is the tablet page) and waits until its custom elements show something.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.visit(&self.site.url(path));
    }

    /// Opens a file of the site as `file://`, as from a USB stick.
    #[track_caller]
    pub fn open_file(&self, path: &str) {
        self.visit(&self.site.file_url(path));
    }

    /// Loads the page again, as a person does who pulls down or presses F5.
    #[track_caller]
    pub fn reload(&self) {
        self.keep_reports();
        self.command("/refresh", &json!({}));
        self.wait_ready();
    }

    /// The browser's own way back.
    #[track_caller]
    pub fn back(&self) {
        self.keep_reports();
        self.command("/back", &json!({}));
        self.wait_ready();
    }

    /// Cuts the network: whatever works from now on works offline.
    pub fn go_offline(&self) {
        self.site.cut_off();
    }

    #[track_caller]
    fn visit(&self, url: &str) {
        self.keep_reports();
        self.command("/url", &json!({ "url": url }));
        self.opened.set(true);
        assert_eq!(
            self.exec("return location.href.split('#')[0]", &[]),
            url.split('#').next().unwrap_or(url)
        );
        self.wait_ready();
    }

    #[track_caller]
    pub(super) fn wait_ready(&self) {
        wait_until("the page to be ready", || match self.look::<Option<String>>("look.unready()", &[]) {
            None => Ok(()),
            Some(reason) => Err(reason),
        });
        self.mark_loaded();
    }

    /// From here on every request counts as one after load. Called on every load; call it again after something that
    /// may still fetch, such as a service worker that fills its cache.
    #[track_caller]
    pub fn mark_loaded(&self) {
        self.loaded_at.set(self.site.requests().len());
        self.exec("window.__nattokuWatch?.markLoaded()", &[]);
    }

    // Reading

    /// All text that can be seen, a line per block, without the readings of ruby.
    #[track_caller]
    pub fn text(&self) -> String {
        self.look("look.text()", &[])
    }

    /// Waits until the page shows `text`; spaces and ruby do not count.
    #[track_caller]
    pub fn see(&self, text: &str) {
        self.wait_for(&format!("“{text}” to be seen"), || self.shows(text));
    }

    /// Waits until the page no longer shows `text`.
    #[track_caller]
    pub fn see_no(&self, text: &str) {
        self.wait_for(&format!("“{text}” to be gone"), || !self.shows(text));
    }

    /// Whether the page shows `text` right now.
    #[track_caller]
    pub fn shows(&self, text: &str) -> bool {
        let script = "look.squeeze(look.text()).includes(look.squeeze(arguments[0]))";
        self.look(script, &[json!(text)])
    }

    /// The heading of the screen, or an empty text when there is none.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.look::<Option<String>>("look.heading()", &[]).unwrap_or_default()
    }

    /// Waits until the screen has this heading.
    #[track_caller]
    pub fn see_heading(&self, heading: &str) {
        let script = "look.squeeze(look.heading() ?? '') === look.squeeze(arguments[0])";
        self.wait_for(&format!("the heading “{heading}”"), || self.look(script, &[json!(heading)]));
    }

    /// Waits until `condition` holds, looking again and again; `what` names it when it never does.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut condition: impl FnMut() -> bool) {
        wait_until(
            what,
            || {
                if condition() { Ok(()) } else { Err(format!("the page shows\n{}", self.text())) }
            },
        );
    }

    /// The control with the focus, inside shadow roots too.
    #[track_caller]
    pub fn focused(&self) -> Option<Focus> {
        self.look("look.focused()", &[])
    }

    // Keys and window

    /// Presses keys one after another: `"Tab"`, `"Shift+Tab"`, `"ArrowDown"`, `"Enter"`, `"Space"`, `"a"`.
    #[track_caller]
    pub fn press_keys(&self, chords: &[&str]) {
        for chord in chords {
            let actions = json!([{ "type": "key", "id": "keyboard", "actions": keys::chord(chord) }]);
            self.command("/actions", &json!({ "actions": actions }));
        }
    }

    /// Presses Tab and returns what has the focus then.
    #[track_caller]
    pub fn tab(&self) -> Option<Focus> {
        self.press_keys(&["Tab"]);
        self.focused()
    }

    /// Gives the page a viewport of exactly this many CSS pixels, however narrow.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => {
                let metrics =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics });
                self.command("/goog/cdp/execute", &command);
            }
            Engine::Firefox => {
                // The window has a least width; the browser inside it, which is what WebDriver BiDi sizes, has none.
                let script = "const style = gBrowser.selectedBrowser.style; \
                    for (const [side, size] of [['width', arguments[0]], ['height', arguments[1]]]) \
                        for (const which of ['', 'min-', 'max-']) style.setProperty(which + side, `${size}px`);";
                self.command("/moz/context", &json!({ "context": "chrome" }));
                self.exec(script, &[json!(width), json!(height)]);
                self.command("/moz/context", &json!({ "context": "content" }));
            }
            Engine::WebKit => {
                let frame = self.exec("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]);
                let extra = |side: usize| frame[side].as_i64().unwrap_or_default();
                let (width, height) = (i64::from(width) + extra(0), i64::from(height) + extra(1));
                let (x, y) = self.browser.borrow().corner(width);
                self.command("/window/rect", &json!({ "x": x, "y": y, "width": width, "height": height }));
            }
        }
        let wanted = json!([width, height]);
        wait_until(&format!("a viewport of {width}×{height}"), || {
            // While a window changes its size, WebKit's driver now and then cannot read what a script gave back.
            let is = self.session().execute("return [innerWidth, innerHeight]", &[]);
            let is = is.map_err(|error| error.to_string())?;
            if is == wanted { Ok(()) } else { Err(format!("it is {is}")) }
        });
    }

    // Scripts and commands

    pub(super) fn session(&self) -> Ref<'_, Session> {
        Ref::map(self.browser.borrow(), |browser| &browser.session)
    }

    /// Runs a script in the page: `arguments[0]`… are `arguments`, `return` gives the result.
    #[track_caller]
    pub fn exec(&self, script: &str, arguments: &[Value]) -> Value {
        self.session().execute(script, arguments).unwrap_or_else(|e| panic!("{e}\nin {script}"))
    }

    /// Runs a script that calls the last of its `arguments` with the result.
    #[track_caller]
    pub(super) fn exec_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.session().execute_async(script, arguments).unwrap_or_else(|e| panic!("{e}"))
    }

    /// The value of an expression over `look`, see `find.js`.
    #[track_caller]
    pub(super) fn look<T: DeserializeOwned>(&self, expression: &str, arguments: &[Value]) -> T {
        self.try_look(expression, arguments).unwrap_or_else(|e| panic!("{e}\nin {expression}"))
    }

    /// The same, for whoever knows what to make of a driver that refuses.
    #[track_caller]
    pub(super) fn try_look<T: DeserializeOwned>(
        &self,
        expression: &str,
        arguments: &[Value],
    ) -> Result<T, WebDriverError> {
        let value = self.session().execute(&format!("{FIND}\nreturn {expression};"), arguments)?;
        Ok(serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{expression}: {e} in {value}")))
    }

    /// The value that an expression over `look` promises, for whoever knows what to make of a driver that refuses.
    #[track_caller]
    pub(super) fn try_look_later<T: DeserializeOwned>(
        &self,
        expression: &str,
        arguments: &[Value],
    ) -> Result<T, WebDriverError> {
        let script =
            format!("{FIND}\nconst done = arguments[arguments.length - 1];\n{expression}.then(done);");
        let value = self.session().execute_async(&script, arguments)?;
        Ok(serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{expression}: {e} in {value}")))
    }

    /// A command of the session that is a `POST`.
    #[track_caller]
    pub(super) fn command(&self, path: &str, body: &Value) -> Value {
        self.try_command(path, body).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// The same, for whoever knows what to make of a driver that refuses.
    pub(super) fn try_command(&self, path: &str, body: &Value) -> Result<Value, WebDriverError> {
        self.session().post(path, body)
    }

    /// Writes a file for the page to be given.
    pub(super) fn write_upload(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.home.make_dir("uploads").expect("a folder for uploads").join(name);
        fs::write(&path, content).expect("the upload written");
        path
    }

    // The end

    /// Ends the session in good order.
    pub fn close(self) {
        self.session().delete("").unwrap_or_else(|e| panic!("{} did not close: {e}", self.engine));
    }
}
