//! Our words in the words of the standards: what an answer, a state and an outcome are called there, and the names of
//! vocabularies. A name that looks like an address is a name: nothing is fetched from it.
//!
//! What must not live here: where in a tree a word stands; that is in `mapping` and in the exports.

use crate::domain::consent::{Answer, Outcome};

/// What one answer is called.
pub(super) struct AnswerCode {
    /// The answer; none for an item that was asked and got none.
    pub answer: Option<Answer>,
    /// Our word.
    pub key: &'static str,
    /// The word for people.
    pub word: &'static str,
    /// `event_state` of ISO/IEC TS 27560, in the terms of DPV.
    pub state: &'static str,
    /// The rule FHIR makes of it; none where the base rule is enough, because nobody said yes and nobody said no.
    pub rule: Option<&'static str>,
}

/// Every answer. Only `granted` is a state that is valid for processing.
pub(super) const ANSWERS: [AnswerCode; 5] = [
    answer(Some(Answer::Granted), "はい", "dpv:ConsentGiven", Some("permit")),
    answer(Some(Answer::Withheld), "いいえ", "dpv:ConsentRefused", Some("deny")),
    answer(Some(Answer::AskEachTime), "そのつど聞いてほしい", "dpv:ConsentRequestDeferred", None),
    answer(Some(Answer::Undecided), "今は決めません", "dpv:ConsentRequestDeferred", None),
    answer(None, "返事なし", "dpv:ConsentRequested", None),
];

const fn answer(
    answer: Option<Answer>,
    word: &'static str,
    state: &'static str,
    rule: Option<&'static str>,
) -> AnswerCode {
    AnswerCode {
        answer,
        key: match answer {
            Some(answer) => answer.key(),
            None => "unanswered",
        },
        word,
        state,
        rule,
    }
}

/// What an answer is called; no answer is the last row.
pub(super) fn of_answer(answer: Option<Answer>) -> &'static AnswerCode {
    ANSWERS.iter().find(|code| code.answer == answer).unwrap_or(&ANSWERS[4])
}

/// The state of a yes that was taken back.
pub(super) const WITHDRAWN: &str = "dpv:ConsentWithdrawn";

/// The state where the person's wish could not be confirmed.
pub(super) const UNKNOWN: &str = "dpv:ConsentUnknown";

/// What stands where a standard demands a value that the group has not given.
pub(super) const NOT_AVAILABLE: &str = "dpv:NotAvailable";

/// What stands where a standard demands a value and there is nothing of the kind.
pub(super) const NOT_APPLICABLE: &str = "dpv:NotApplicable";

/// What one outcome is called.
pub(super) struct OutcomeCode {
    /// The outcome.
    pub outcome: Outcome,
    /// `Consent.status` of FHIR R4.
    pub r4: &'static str,
    /// `Consent.status` of FHIR R5, which has no word for a refusal: a refusal is to be followed and enforced too.
    pub r5: &'static str,
}

/// Every outcome.
pub(super) const OUTCOMES: [OutcomeCode; 6] = [
    OutcomeCode { outcome: Outcome::Consented, r4: "active", r5: "active" },
    OutcomeCode { outcome: Outcome::Partially, r4: "active", r5: "active" },
    OutcomeCode { outcome: Outcome::Refused, r4: "rejected", r5: "active" },
    OutcomeCode { outcome: Outcome::Withdrawn, r4: "inactive", r5: "inactive" },
    OutcomeCode { outcome: Outcome::Deferred, r4: "proposed", r5: "draft" },
    OutcomeCode { outcome: Outcome::UnableToConfirm, r4: "proposed", r5: "unknown" },
];

/// What an outcome is called; a consent to which nothing happened yet is deferred.
pub(super) fn of_outcome(outcome: Option<Outcome>) -> &'static OutcomeCode {
    OUTCOMES.iter().find(|code| Some(code.outcome) == outcome).unwrap_or(&OUTCOMES[4])
}

/// The prefixes of the JSON-LD export, written out in its `@context`.
pub(super) const PREFIXES: [(&str, &str); 5] = [
    ("dct", "http://purl.org/dc/terms/"),
    ("dpv", "https://w3id.org/dpv#"),
    ("loc", "https://w3id.org/dpv/loc#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The profile by which DPV writes records of ISO/IEC TS 27560:2023.
pub(super) const PROFILE: &str = "https://w3id.org/dpv/schema/dpv-27560#record";

/// Our own words in FHIR codings. A fixed UUID, because we own no address.
pub(super) const SYSTEM: &str = "urn:uuid:85529d7f-be85-4850-ae03-09e6b7c20323";

/// What FHIR calls an identifier that is a URI.
pub(super) const URI: &str = "urn:ietf:rfc:3986";

/// The scope and the category of an FHIR R4 consent about information.
pub(super) const SCOPE: (&str, &str) =
    ("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy");

/// LOINC's word for a consent of a person in care.
pub(super) const CATEGORY: (&str, &str) = ("http://loinc.org", "59284-0");

/// HL7's word for whoever is told something.
pub(super) const TOLD: (&str, &str) = ("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP");

/// How a name is written, `IDE` for kanji and `SYL` for kana, as Japanese receivers of FHIR expect it.
pub(super) const NAME_FORM: &str = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

/// The namespace of an FHIR narrative.
pub(super) const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// What holds for everything no rule is about. FHIR has no code for it.
pub(super) const BASE_RULE: &str =
    "「はい」と答えたことのほかは、できません。Nothing is permitted but what is permitted here.";
