//! The report as rows of a table, and rows as CSV that a spreadsheet opens right: UTF-8 with a byte order mark, lines and
//! quotes as RFC 4180 has them, and no cell that a spreadsheet would calculate.

use super::Report;
use crate::domain::checklist::split::Agreement;
use crate::domain::checklist::talk::Standing;
use crate::domain::day::Day;
use crate::domain::text::bare;

/// The words of the table, from the interface; without notation.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the name is the word")]
pub struct ReportWords<'a> {
    pub list: &'a str,
    pub day: &'a str,
    pub people: &'a str,
    pub respondents: &'a str,
    pub next: &'a str,
    pub reported: &'a str,
    pub number: &'a str,
    pub item: &'a str,
    pub done: &'a str,
    pub trying: &'a str,
    pub not_yet: &'a str,
    pub unmarked: &'a str,
    /// Heading over how the answers lie.
    pub agreement: &'a str,
    /// How they lie: split, all ×, all △, all ○, nobody answered.
    pub agreements: [&'a str; 5],
    /// Heading over what was said.
    pub said: &'a str,
    pub rules: &'a str,
    pub actions: &'a str,
    pub role: &'a str,
    pub due: &'a str,
    /// Heading over how an action stands.
    pub state: &'a str,
    /// How it stands: overdue, open, done.
    pub states: [&'a str; 3],
    /// Heading over the day something was done.
    pub done_on: &'a str,
}

impl ReportWords<'_> {
    fn agreement_word(&self, agreement: Agreement) -> &str {
        let [split, not_yet, trying, done, unanswered] = self.agreements;
        match agreement {
            Agreement::Split => split,
            Agreement::AllNotYet => not_yet,
            Agreement::AllTrying => trying,
            Agreement::AllDone => done,
            Agreement::Unanswered => unanswered,
        }
    }

    fn standing_word(&self, standing: Standing) -> &str {
        let [overdue, open, done] = self.states;
        match standing {
            Standing::Overdue => overdue,
            Standing::Open => open,
            Standing::Done => done,
        }
    }
}

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Report {
    /// The whole report as rows: facts, then items as they are to be talked about, then rules, then actions, with an
    /// empty row between.
    #[must_use]
    pub fn rows(&self, words: &ReportWords<'_>) -> Vec<Vec<String>> {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
        let number = |id: &Option<String>| {
            let found = self.items.iter().find(|item| Some(&item.item) == id.as_ref());
            found.map(|item| item.number.to_string()).unwrap_or_default()
        };
        let mut rows = vec![
            row(&[words.list, &bare(&self.title), &self.list]),
            row(&[words.day, &day(self.day)]),
            row(&[words.people, &self.people.map(|people| people.to_string()).unwrap_or_default()]),
            row(&[words.respondents, &self.respondents.to_string()]),
            row(&[words.next, &day(self.next)]),
        ];
        if let Some(reported) = &self.reported {
            rows.push(row(&[words.reported, &reported.to, &day(reported.day)]));
        }
        rows.push(Vec::new());
        rows.push(row(&[
            words.number,
            words.item,
            words.done,
            words.trying,
            words.not_yet,
            words.unmarked,
            words.agreement,
            words.said,
        ]));
        for item in &self.items {
            let counts = item.counts;
            let counts = [counts.done, counts.trying, counts.not_yet, counts.unmarked].map(|n| n.to_string());
            let [done, trying, not_yet, unmarked] = &counts;
            let said = item.said.as_deref().unwrap_or_default();
            let lies = words.agreement_word(item.agreement);
            let text = bare(&item.text);
            rows.push(row(&[&item.number.to_string(), &text, done, trying, not_yet, unmarked, lies, said]));
        }
        if !self.rules.is_empty() {
            rows.push(Vec::new());
            rows.push(row(&[words.number, words.rules, words.day]));
            rows.extend(
                self.rules.iter().map(|rule| row(&[&number(&rule.item), &rule.text, &day(rule.day)])),
            );
        }
        if !self.actions.is_empty() {
            rows.push(Vec::new());
            rows.push(row(&[words.number, words.actions, words.role, words.due, words.state, words.done_on]));
            rows.extend(self.actions.iter().map(|(entry, standing)| {
                row(&[
                    &number(&entry.item),
                    &entry.text,
                    entry.role.as_deref().unwrap_or_default(),
                    &day(entry.due),
                    words.standing_word(*standing),
                    &day(entry.done_on),
                ])
            }));
        }
        rows
    }
}

/// Rows as CSV text, with the byte order mark that tells Excel that it is UTF-8.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> String {
    // As many cells in every row (RFC 4180, 2.4).
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut out = String::from('\u{FEFF}');
    for row in rows {
        for at in 0..width {
            if at > 0 {
                out.push(',');
            }
            cell(&mut out, row.get(at).map_or("", String::as_str));
        }
        out.push_str("\r\n");
    }
    out
}

/// Whether a spreadsheet would take the cell for something to calculate: it begins, after spaces, with one of the signs
/// that do, in half or full width, or with a tab or a line break that hides one.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'])
}

/// One cell. An apostrophe before what would be calculated: spreadsheets show it as text, people see it as typed.
fn cell(out: &mut String, text: &str) {
    let guard = if is_formula(text) { "'" } else { "" };
    if !guard.is_empty() || text.contains([',', '"', '\r', '\n']) || text != text.trim() {
        out.push('"');
        out.push_str(guard);
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}
