//! The table in print: `docs/standards.md`. What must not live here: what goes where; that is in `mapping`.

use super::codes::{ANSWERS, OUTCOMES, PREFIXES, PROFILE, SYSTEM};
use super::mapping::MAPPING;

const BEFORE: &str = "\
# Exports to standards

<!-- Printed from `src/domain/standards/mapping.rs`. To print it anew: UPDATE_DOCS=1 cargo test --features schema --test native standards -->

One consent can be exported in three forms beside our own: a consent record of **ISO/IEC TS 27560:2023**, as JSON-LD in
the terms of the W3C Data Privacy Vocabulary (DPV) 2, and the `Consent` of **HL7 FHIR R4** and **R5**. They are copies for
other programs. The record is our own document: it alone has everything, and it alone can be read back.

- **No \"yes\" is made.** What is permitted in an export is exactly what has the answer はい. Silence, \"ask me each time\" and
  \"not now\" permit nothing.
- **Names.** The ISO record names the person by the id of the consent only, a representative by name, because the standard
  asks for a name of every other party. FHIR has the person's name and kana, because a receiver has to find the person.
- **Nothing is invented.** What a standard demands and nobody gave is `dpv:NotAvailable`.
- **Nothing is fetched.** The JSON-LD context is written out. Addresses in the files are names.
- A Kantara consent receipt (1.1) is not offered: it can say neither a refusal nor a withdrawal of one item.

";

const BETWEEN: &str = "
FHIR elements of contained resources begin with the name of the resource. `item[section]` is the item whose `linkId` begins
with `section/`. Each event of ours becomes one event of the ISO record for every state it led to, and each says by
`dpv:isApplicableFor` which processes it is about.

## Words

A yes that is taken back is `dpv:ConsentWithdrawn`; an item of a day on which a wish could not be confirmed is
`dpv:ConsentUnknown`, stated by the group.

";

/// The table as the page `docs/standards.md`.
#[must_use]
pub fn markdown() -> String {
    let cell = |places: &str| {
        let places: Vec<String> =
            places.split(", ").filter(|one| !one.is_empty()).map(|one| format!("`{one}`")).collect();
        if places.is_empty() { "—".to_owned() } else { places.join(" ") }
    };
    let mut page = BEFORE.to_owned();
    let mut line = |cells: &[&str]| page.push_str(&format!("| {} |\n", cells.join(" | ")));
    line(&["ours", "ISO/IEC TS 27560", "DPV", "FHIR R4", "FHIR R5", "lost"]);
    line(&["---"; 6]);
    for row in &MAPPING {
        let places = [row.iso, row.dpv, row.r4, row.r5].map(cell);
        let lost = if row.lost.is_empty() { "nothing" } else { row.lost };
        line(&[row.ours, &places[0], &places[1], &places[2], &places[3], lost]);
    }
    page.push_str(BETWEEN);
    let mut line = |cells: &[&str]| page.push_str(&format!("| {} |\n", cells.join(" | ")));
    line(&["answer", "for people", "state in DPV", "rule in FHIR"]);
    line(&["---"; 4]);
    for code in &ANSWERS {
        line(&[code.key, code.word, &cell(code.state), code.rule.unwrap_or("none")]);
    }
    page.push('\n');
    let mut line = |cells: &[&str]| page.push_str(&format!("| {} |\n", cells.join(" | ")));
    line(&["outcome", "status in FHIR R4", "status in FHIR R5"]);
    line(&["---"; 3]);
    for code in &OUTCOMES {
        line(&[code.outcome.key(), code.r4, code.r5]);
    }
    page.push_str(&format!("\nOur words in FHIR codings have the system `{SYSTEM}`. The ISO record follows `{PROFILE}`, with the prefixes\n"));
    let prefixes: Vec<String> =
        PREFIXES.iter().map(|(prefix, name)| format!("`{prefix}:` = `{name}`")).collect();
    page + &prefixes.join(", ") + ".\n"
}
