//! The table by which a consent is put into the words of others: what goes where, and what is lost.
//!
//! `tests/native/standards/table.rs` holds it against the exports, both ways: every place that is written stands here,
//! and everything that stands here is written. `docs/standards.md` is this table in print. Nothing here ships: the
//! page has no use for it.

/// One meaning of ours, and its places in the standards. A place that is empty does not exist there.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where it stands in our document; in parentheses what follows from it.
    pub ours: &'static str,
    /// The fields of ISO/IEC TS 27560:2023, with commas between.
    pub iso: &'static str,
    /// The properties of the JSON-LD, from the record on, with commas between.
    pub dpv: &'static str,
    /// The elements of FHIR R4, with commas between.
    pub r4: &'static str,
    /// The elements of FHIR R5, with commas between.
    pub r5: &'static str,
    /// What does not arrive.
    pub lost: &'static str,
}

const fn row(
    ours: &'static str,
    iso: &'static str,
    dpv: &'static str,
    [r4, r5]: [&'static str; 2],
    lost: &'static str,
) -> Row {
    Row { ours, iso, dpv, r4, r5, lost }
}

const fn both(elements: &'static str) -> [&'static str; 2] {
    [elements, elements]
}

/// What goes where.
pub const MAPPING: [Row; 39] = [
    row(
        "(the form of the export)",
        "schema_version",
        "dct:conformsTo",
        ["Consent.scope, Consent.category", "Consent.category"],
        "",
    ),
    row(
        "consents[].id",
        "record_id, pii_principal_id",
        "dct:identifier, dpv:hasDataSubject/dct:identifier",
        both("Consent.id, Consent.identifier, Patient.identifier"),
        "",
    ),
    row(
        "consents[].subject",
        "",
        "",
        [
            "Patient.name, Consent.patient, QuestionnaireResponse.subject",
            "Patient.name, Consent.subject, QuestionnaireResponse.subject",
        ],
        "ISO: the name stays out; the person is the id of the record. FHIR has it, because a receiver has to find the person.",
    ),
    row(
        "organization.values.organization",
        "pii_controllers, party_name, party_type",
        "dpv:hasDataController/dpv:hasName",
        ["Organization.name, Consent.organization", "Organization.name, Consent.controller, Consent.grantee"],
        "The values are those of the document; what the person was shown stands in the text.",
    ),
    row(
        "(the group has no id)",
        "party_id",
        "dpv:hasDataController/dct:identifier",
        both(""),
        "An id that is good inside the file only.",
    ),
    row(
        "organization.values.address",
        "party_address",
        "dpv:hasDataController/dpv:hasAddress",
        ["Organization.address", "Organization.contact.address"],
        "",
    ),
    row(
        "organization.values.contact",
        "party_contact, withdrawal_method",
        "dpv:hasDataController/dpv:hasContact, dpv:hasConsentControl",
        both("Organization.contact.name"),
        "",
    ),
    row(
        "organization.values.storage",
        "storage_locations",
        "dpv:hasStorageCondition/dpv:hasLocation",
        both(""),
        "FHIR has no place for it.",
    ),
    row(
        "organization.values.retention",
        "retention_period",
        "dpv:hasStorageCondition/dpv:hasDuration",
        both(""),
        "A sentence, not a number of days. FHIR has no place for it.",
    ),
    row("(the law the texts are about)", "jurisdiction", "dpv:hasJurisdiction", both(""), "Always Japan."),
    row(
        "notices[].id, version, digest",
        "privacy_notice",
        "dpv:hasNotice/dct:identifier, dpv:hasProcess/dpv:hasNotice, dpv:hasConsentStatus/dpv:hasNotice",
        [
            "Consent.policy.uri, QuestionnaireResponse.questionnaire",
            "Consent.policyBasis.url, QuestionnaireResponse.questionnaire",
        ],
        "FHIR: the digest of the latest text only, as a `nih:` URI (RFC 6920).",
    ),
    row("notices[].title", "", "dpv:hasNotice/dct:title", both("Consent.text"), ""),
    row(
        "notices[].sections",
        "",
        "dpv:hasNotice/dct:description",
        both("QuestionnaireResponse.item[section].linkId, QuestionnaireResponse.item[section].text"),
        "The readings of kanji and the drawings. ISO: one wording of each text.",
    ),
    row(
        "notices[].language",
        "language",
        "dpv:hasNotice/dct:language",
        both("Consent.language"),
        "Whether it was the plain or the easy wording.",
    ),
    row(
        "notices[].categories",
        "pii_information, pii_type, sensitive_pii_category",
        "dpv:hasPersonalData",
        both(""),
        "FHIR: only in the words of the text.",
    ),
    row(
        "notices[].items[].id",
        "",
        "dpv:hasProcess/dct:identifier, dpv:hasConsentStatus/dpv:isApplicableFor",
        both("QuestionnaireResponse.item[item].linkId"),
        "",
    ),
    row(
        "notices[].items[].title, short",
        "purpose",
        "dpv:hasProcess/dct:title, dpv:hasProcess/dpv:hasPurpose",
        [
            "Consent.provision.provision.code, QuestionnaireResponse.item[item].text",
            "Consent.provision.code, QuestionnaireResponse.item[item].text",
        ],
        "`purpose_type`: no category of DPV and no code of HL7 is certain, so none is given.",
    ),
    row(
        "notices[].items[].kind = recipient",
        "recipient_third_parties",
        "dpv:hasProcess/dpv:hasRecipient",
        ["Consent.provision.provision.actor", "Consent.provision.actor"],
        "Address and contact of the recipient, which nobody asks for. Who sees a photograph is not available.",
    ),
    row(
        "notices[].items[].sensitive",
        "pii_type, sensitive_pii_category",
        "dpv:hasProcess/dpv:hasPersonalData",
        both(""),
        "FHIR: only in the words of the question.",
    ),
    row(
        "notices[].items[].withholdable",
        "pii_optional",
        "dpv:hasProcess/dpv:hasNecessity",
        both(""),
        "FHIR: only in the words of the text.",
    ),
    row(
        "(consent is the ground)",
        "lawful_basis, event_type",
        "dpv:hasProcess/dpv:hasLegalBasis, dpv:hasConsentStatus/dpv:hasLegalBasis",
        both(""),
        "FHIR: it is what a `Consent` is.",
    ),
    row(
        "consents[].events[].answers, unanswered",
        "event_state",
        "dpv:hasConsentStatus/rdf:value",
        [
            "Consent.policyRule.text, Consent.provision.provision.type, QuestionnaireResponse.item[item].answer",
            "Consent.decision, QuestionnaireResponse.item[item].answer",
        ],
        "What has no rule is not permitted: R4 says so in a text, R5 by `decision`. A rule is yes or no, and in R5 only yes: `ask_each_time`, `undecided`, silence and (R5) a refusal make no rule and stand in the answers.",
    ),
    row(
        "consents[].events[].type",
        "",
        "dpv:hasConsentStatus/dct:description",
        both(""),
        "FHIR has the state and not the history: events before the latest are not there.",
    ),
    row(
        "consents[].events[].id, digest",
        "",
        "dpv:hasConsentStatus/dct:identifier",
        both("Consent.identifier"),
        "`previous`: the chain can be checked in our own file only. FHIR: the id of the event.",
    ),
    row(
        "consents[].events[].decidedAt",
        "event_time",
        "dpv:hasConsentStatus/dpv:isIndicatedAtTime",
        ["Consent.dateTime, Consent.provision.period", "Consent.date, Consent.period"],
        "R5: the time of a deferral, whose `date` is a day.",
    ),
    row(
        "(until it is changed)",
        "validity_duration",
        "dpv:hasConsentStatus/dpv:hasDuration",
        both(""),
        "FHIR: a `period` without an end.",
    ),
    row(
        "consents[].events[].recordedAt",
        "",
        "dct:created, dct:modified",
        both("QuestionnaireResponse.authored"),
        "",
    ),
    row(
        "consents[].events[].outcome",
        "",
        "",
        both("Consent.status, QuestionnaireResponse.item[record/outcome]"),
        "ISO: follows from the states. R5: `active` for a refusal, which has no word of its own.",
    ),
    row(
        "consents[].events[].method",
        "",
        "dpv:hasConsentStatus/dpv:hasIndicationMethod",
        both("QuestionnaireResponse.item[record/method]"),
        "",
    ),
    row(
        "consents[].events[].oral",
        "",
        "dpv:hasConsentStatus/dpv:hasScope",
        both("Consent.verification"),
        "Who else was there and the person's own words. ISO: who heard it and when it was said. FHIR: the scope. R4: who heard it.",
    ),
    row(
        "consents[].events[].signature, typedName",
        "",
        "",
        both(""),
        "All: strokes and typed names leave in no form but our own.",
    ),
    row(
        "consents[].events[].proxyWriting, paper",
        "",
        "",
        both(""),
        "Who wrote, why and who saw it; where the sheet is kept. Only the word for the method arrives.",
    ),
    row(
        "consents[].events[].respondent.representative",
        "entity_id, party_name, party_role",
        "dpv:hasDataSubject/dpv:hasRepresentative, dpv:hasConsentStatus/dpv:isIndicatedBy",
        [
            "RelatedPerson.patient, RelatedPerson.relationship, RelatedPerson.name, Consent.performer, QuestionnaireResponse.source",
            "RelatedPerson.patient, RelatedPerson.relationship, RelatedPerson.name, Consent.grantor, QuestionnaireResponse.source",
        ],
        "FHIR: the kind, the document that showed the authority, the day of a mandate.",
    ),
    row(
        "consents[].events[].respondent.wish, family, age",
        "",
        "",
        both(""),
        "All: the person's own wish beside a representative's answer, and family beside the person. Neither is an answer.",
    ),
    row(
        "consents[].events[].explained, received",
        "",
        "",
        both("QuestionnaireResponse.author"),
        "When and where. ISO: who.",
    ),
    row(
        "consents[].events[].explained.topics",
        "",
        "",
        both("QuestionnaireResponse.item[section].answer"),
        "Whether it was asked for again and read aloud. ISO: what was understood.",
    ),
    row(
        "consents[].events[].acknowledgements",
        "",
        "",
        both("QuestionnaireResponse.item[acknowledgement]"),
        "ISO: left out, because it is not a consent.",
    ),
    row(
        "consents[].events[].identity, accommodations, sources, unable, followUps, lawAsOf",
        "",
        "",
        both(""),
        "All: how identity was known, how it was explained, who else told something, what was tried, what follows.",
    ),
    row(
        "(the answers as a whole)",
        "",
        "",
        both("Consent.sourceReference, QuestionnaireResponse.status"),
        "ISO: every answer is an event.",
    ),
];
