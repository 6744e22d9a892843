//! One consent as the exports see it: what was asked, by which text, and what was said when.

use super::codes;
use super::tree::text;
use crate::domain::consent::{Answer, Consent, ConsentEvent, EventKind, Outcome, Representative};
use crate::domain::export::Document;
use crate::domain::json::Value;
use crate::domain::notice::{ConsentItem, NoticeSnapshot};
use crate::domain::text::{Reading, bare};

/// A consent with the texts and the group's values around it.
pub(super) struct Record<'a> {
    pub consent: &'a Consent,
    document: &'a Document,
    /// Everything that was ever asked, in the order in which it was first asked.
    pub asked: Vec<Asked<'a>>,
}

/// One thing that was asked.
pub(super) struct Asked<'a> {
    /// Id of the item.
    pub id: &'a str,
    /// The item in the newest text that has it; none in a document without that text.
    item: Option<&'a ConsentItem>,
    /// That text.
    pub notice: Option<&'a NoticeSnapshot>,
}

/// Items about which the same was said in one event.
pub(super) struct Saying {
    /// What was said; none for no answer.
    pub answer: Option<Answer>,
    /// The state that follows, a term of DPV.
    pub state: &'static str,
    /// Places in [`Record::asked`].
    pub items: Vec<usize>,
}

impl<'a> Record<'a> {
    pub fn new(consent: &'a Consent, document: &'a Document) -> Self {
        let mut record = Self { consent, document, asked: Vec::new() };
        for event in &consent.events {
            let notice = record.notice(&event.notice.digest);
            let given = event.answers.iter().map(|given| given.item.as_str());
            let mut ids: Vec<&str> = given.chain(event.unanswered.iter().map(String::as_str)).collect();
            let items = notice.map_or(&[][..], |notice| &notice.items);
            ids.sort_by_key(|id| items.iter().position(|item| item.id == *id).unwrap_or(usize::MAX));
            for id in ids {
                record.asks(id, notice);
            }
        }
        record
    }

    fn asks(&mut self, id: &'a str, notice: Option<&'a NoticeSnapshot>) {
        let item = notice.and_then(|notice| notice.item(id));
        let place = self.place(id).unwrap_or(self.asked.len());
        if place == self.asked.len() {
            self.asked.push(Asked { id, item: None, notice: None });
        }
        if item.is_some() {
            self.asked[place] = Asked { id, item, notice };
        }
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.asked.iter().position(|asked| asked.id == id)
    }

    /// The text of that digest.
    pub fn notice(&self, digest: &str) -> Option<&'a NoticeSnapshot> {
        self.document.notices.iter().find(|notice| notice.digest == digest)
    }

    /// The latest event.
    pub fn latest(&self) -> Option<&'a ConsentEvent> {
        self.consent.events.last()
    }

    /// What the group wrote for a placeholder; nothing when it did not.
    pub fn value(&self, placeholder: &str) -> Value {
        let given = self.document.organization.values.get(placeholder);
        given.map_or(Value::Null, |value| text(&value.plain))
    }

    /// The items of the latest explanation and what holds for each, in order; none for no answer.
    pub fn current(&self) -> impl Iterator<Item = (&Asked<'a>, Option<Answer>)> {
        self.asked.iter().filter_map(|asked| {
            let answer = self.consent.current.answer(asked.id);
            let open = || self.consent.current.unanswered.iter().any(|item| item == asked.id);
            (answer.is_some() || open()).then_some((asked, answer))
        })
    }

    /// What was said in each event, the same answers together.
    pub fn sayings(&self) -> Vec<Vec<Saying>> {
        let mut before = vec![None; self.asked.len()];
        self.consent.events.iter().map(|event| self.said(event, &mut before)).collect()
    }

    fn said(&self, event: &ConsentEvent, before: &mut [Option<Answer>]) -> Vec<Saying> {
        let given = event.answers.iter().map(|given| (given.item.as_str(), Some(given.answer)));
        let open = event.unanswered.iter().map(|item| (item.as_str(), None));
        let mut sayings: Vec<Saying> = Vec::new();
        for (id, answer) in given.chain(open) {
            let Some(place) = self.place(id) else { continue };
            let taken_back = event.kind == EventKind::Withdrawn || before[place] == Some(Answer::Granted);
            let state = match answer {
                _ if event.outcome == Outcome::UnableToConfirm => codes::UNKNOWN,
                Some(Answer::Withheld) if taken_back => codes::WITHDRAWN,
                answer => codes::of_answer(answer).state,
            };
            before[place] = answer;
            match sayings.iter_mut().find(|known| (known.answer, known.state) == (answer, state)) {
                Some(known) => known.items.push(place),
                None => sayings.push(Saying { answer, state, items: vec![place] }),
            }
        }
        sayings.iter_mut().for_each(|saying| saying.items.sort_unstable());
        sayings
    }
}

impl<'a> Asked<'a> {
    /// The question, without ruby; the id in a document without the text.
    pub fn question(&self) -> String {
        self.item.map_or_else(|| self.id.to_owned(), |item| bare(&item.title.plain))
    }

    /// One or two words for it.
    pub fn short(&self) -> String {
        self.item.map_or_else(|| self.id.to_owned(), |item| bare(&item.short.plain))
    }

    /// The item, where the text is known.
    pub const fn item(&self) -> Option<&'a ConsentItem> {
        self.item
    }
}

/// Who answered in the person's place.
pub(super) fn representative(event: &ConsentEvent) -> Option<&Representative> {
    event.respondent.as_ref()?.representative.as_ref()
}

/// A text as it was shown: the heading of a section and its lines, without ruby.
pub(super) fn section_words(notice: &NoticeSnapshot, at: usize, reading: Reading) -> String {
    let Some(section) = notice.sections.get(at) else { return String::new() };
    let title = bare(section.title.get(reading));
    section.lines(reading).iter().fold(title, |words, line| words + "\n" + &bare(line))
}

/// The language of a text, as a tag of BCP 47: `ja` of a text that is not at hand, `und` where a portal wrote something
/// that is no tag. A reader of JSON-LD would refuse the whole record for it.
pub(super) fn language(notice: Option<&NoticeSnapshot>) -> &str {
    let Some(notice) = notice else { return "ja" };
    let mut subtags = notice.language.split('-');
    let first =
        subtags.next().is_some_and(|tag| tag.len() >= 2 && tag.bytes().all(|b| b.is_ascii_alphabetic()));
    let fits = |tag: &str| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric());
    if first && notice.language.split('-').all(fits) { &notice.language } else { "und" }
}
