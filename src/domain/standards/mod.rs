//! One consent in the words of others: a consent record of ISO/IEC TS 27560:2023 and the `Consent` of HL7 FHIR.
//!
//! What goes where, and what is lost on the way, is one table ([`MAPPING`]), printed as `docs/standards.md`. The
//! exports are copies for other programs: nothing is read back from them, and our own document stays the record.
//! Names are names: the vocabularies are written out, and nothing is fetched.

mod answers;
mod codes;
mod fhir;
mod iso27560;
mod mapping;
mod page;
mod record;
mod tree;

pub use mapping::{MAPPING, Row};
pub use page::markdown;

use crate::domain::{
    consent::Consent,
    export::{self, Document, Kind},
    json::Value,
    time::Timestamp,
};

/// A form in which other programs take a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// A consent record of ISO/IEC TS 27560:2023, as JSON-LD in the terms of the W3C Data Privacy Vocabulary 2.
    Iso27560,
    /// The `Consent` of HL7 FHIR R4 (4.0.1), as JSON.
    FhirR4,
    /// The `Consent` of HL7 FHIR R5 (5.0.0), as JSON.
    FhirR5,
}

impl Standard {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Iso27560, Self::FhirR4, Self::FhirR5];

    /// The word used in names of files and as a key of the interface wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Iso27560 => "iso27560",
            Self::FhirR4 => "fhir_r4",
            Self::FhirR5 => "fhir_r5",
        }
    }

    /// The media type of the file.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Iso27560 => "application/ld+json",
            Self::FhirR4 | Self::FhirR5 => "application/fhir+json",
        }
    }
}

/// One consent of a document in the words of a standard. Always possible: what the standard demands and nobody gave
/// is named as not available, and never invented.
///
/// The ISO record names the person by the id of the consent only. FHIR has the person's name and its kana, because
/// whoever receives it has to find the person among their own. What is written comes from the consent, the texts it
/// refers to and the group's values; other people's consents are never looked at.
#[must_use]
pub fn export(standard: Standard, consent: &Consent, document: &Document) -> Value {
    let record = record::Record::new(consent, document);
    match standard {
        Standard::Iso27560 => iso27560::export(&record),
        Standard::FhirR4 => fhir::r4(&record),
        Standard::FhirR5 => fhir::r5(&record),
    }
}

/// The name of the file: kind, date, short id, standard. Never a person's name (`002 §13 ④`).
#[must_use]
pub fn file_name(standard: Standard, at: Timestamp, id: &str) -> String {
    let name = export::file_name(Kind::Consent, at, id);
    let stem = name.strip_suffix(".json").unwrap_or(&name);
    match standard {
        Standard::Iso27560 => format!("{stem}.iso27560.jsonld"),
        Standard::FhirR4 => format!("{stem}.fhir-r4.json"),
        Standard::FhirR5 => format!("{stem}.fhir-r5.json"),
    }
}
