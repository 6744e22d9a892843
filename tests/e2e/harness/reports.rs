//! What the browser noticed while a person would not have: errors, CSP violations, requests, files handed out, pages
//! printed. `watch.js` writes it down in the page; this reads it, and keeps it when the document goes.

use serde::Deserialize;

use super::page::Page;
use super::wait_until;

/// What `watch.js` wrote down.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Reports {
    errors: Vec<String>,
    violations: Vec<String>,
    requests: Vec<String>,
}

/// A file that the page handed to the person.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Download {
    /// The name it is saved under.
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// Its whole text.
    pub text: String,
}

impl Page {
    /// Every request since the page had loaded: seen by the server, timed by the browser, or merely attempted.
    #[track_caller]
    pub fn requests_after_load(&self) -> Vec<String> {
        let mut all = self.kept.borrow().requests.clone();
        all.extend(self.reports().requests);
        all
    }

    /// Every CSP violation of this scenario so far.
    #[track_caller]
    pub fn csp_violations(&self) -> Vec<String> {
        let mut all = self.kept.borrow().violations.clone();
        all.extend(self.reports().violations);
        all
    }

    /// Every uncaught error, unhandled rejection, `console.error` and file that did not load, so far.
    #[track_caller]
    pub fn errors(&self) -> Vec<String> {
        let mut all = self.kept.borrow().errors.clone();
        all.extend(self.reports().errors);
        all
    }

    /// Forgets the errors and violations so far, once a scenario that provokes them has looked at them.
    #[track_caller]
    pub fn forgive(&self) {
        self.exec("const w = window.__nattokuWatch; w.errors.length = w.violations.length = 0;", &[]);
        let mut kept = self.kept.borrow_mut();
        kept.errors.clear();
        kept.violations.clear();
    }

    /// The files handed out since this document was loaded, the latest last.
    #[track_caller]
    pub fn downloads(&self) -> Vec<Download> {
        wait_until("the content of the downloads", || {
            let downloads = self.exec("return window.__nattokuWatch.downloads", &[]);
            serde_json::from_value(downloads).map_err(|e| e.to_string())
        })
    }

    /// Waits for a download and returns the latest.
    #[track_caller]
    pub fn last_download(&self) -> Download {
        wait_until("a download", || self.downloads().pop().ok_or_else(|| "there is none".to_owned()))
    }

    /// How often this document has been sent to the printer.
    #[track_caller]
    pub fn prints(&self) -> u64 {
        self.exec("return window.__nattokuWatch.prints", &[]).as_u64().unwrap_or_default()
    }

    /// Fails when the browser noticed an error or a CSP violation during the scenario.
    #[track_caller]
    pub fn assert_clean(&self) {
        assert_eq!((self.errors(), self.csp_violations()), (vec![], vec![]), "errors and CSP violations");
    }

    #[track_caller]
    fn reports(&self) -> Reports {
        let script = "const w = window.__nattokuWatch; \
            return w && { errors: w.errors, violations: w.violations, requests: w.requestsAfterLoad(), early: w.early } || {}";
        if !self.opened.get() {
            return Reports::default();
        }
        let found = self.exec(script, &[]);
        assert_eq!(found["early"], true, "watch.js is not the first script of the page");
        let mut reports: Reports = serde_json::from_value(found).expect("reports as watch.js writes them");
        // After a navigation browsers look on their own for a newer service worker. A page that asked for its script
        // would be found by watch.js.
        let served = self.site.requests().into_iter().skip(self.loaded_at.get());
        reports.requests.extend(served.filter(|path| path != "/sw.js"));
        reports
    }

    /// Saves what the document reported before it goes.
    #[track_caller]
    pub(super) fn keep_reports(&self) {
        let reports = self.reports();
        let mut kept = self.kept.borrow_mut();
        kept.errors.extend(reports.errors);
        kept.violations.extend(reports.violations);
        kept.requests.extend(reports.requests);
    }
}
