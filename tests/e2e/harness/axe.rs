//! axe-core over the page as it is now: WCAG 2.2 A and AA, and axe's own best practices. It looks into open shadow roots.

use serde::Deserialize;
use serde_json::{Value, json};

use super::page::Page;

/// axe-core 4.14.1 as published (MPL 2.0, licences beside it).
const AXE: &str = include_str!("../vendor/axe.min.js");

/// The rules that must hold everywhere.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// One element that breaks one rule.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct AxeViolation {
    /// axe's name of the rule, e.g. `button-name`.
    pub rule: String,
    /// The path of selectors to the element, through shadow roots.
    pub target: Value,
    /// The element as it is written.
    pub html: String,
    /// What would have to change.
    pub summary: String,
}

impl Page {
    /// Fails when the page as it is now has an accessibility violation; says which and where.
    #[track_caller]
    pub fn axe(&self) {
        let found = self.axe_violations();
        let lines = |v: &AxeViolation| format!("{} at {}\n  {}\n  {}", v.rule, v.target, v.html, v.summary);
        let report: Vec<String> = found.iter().map(lines).collect();
        assert!(report.is_empty(), "{} accessibility violations\n{}", report.len(), report.join("\n"));
    }

    /// What axe has to say against the page as it is now.
    #[track_caller]
    pub fn axe_violations(&self) -> Vec<AxeViolation> {
        if self.exec("return typeof window.axe", &[]) == "undefined" {
            self.exec(&format!("{AXE}\nwindow.axe = window.axe ?? axe;"), &[]);
        }
        let script = "const [tags, done] = arguments; \
            axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then( \
                ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map((node) => ({ \
                    rule: id, target: node.target, html: node.html, summary: node.failureSummary })))), \
                (error) => done(String(error)));";
        let found = self.exec_async(script, &[json!(TAGS)]);
        serde_json::from_value(found.clone()).unwrap_or_else(|_| panic!("axe did not run: {found}"))
    }
}
