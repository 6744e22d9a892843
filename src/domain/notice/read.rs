//! Reading a notice from JSON and deciding whether it is sound. A [`Notice`] that came out of [`Notice::parse`] can be
//! shown: both registers are whole, every reference leads somewhere, every hole can be filled.

use super::error::{NoticeError, NoticeErrorKind, NoticeErrors, Part, Place};
use super::{Notice, Placeholder};
use crate::domain::json;
use crate::domain::law::Law;
use crate::domain::table::{Seen, Table};
use crate::domain::text::{
    Piece, Reading, Text, bare_kanji_column, is_placeholder_name, parse, placeholders, render,
};
use crate::domain::time::is_day;

impl Notice {
    /// Reads and checks a notice. `file_name` is only repeated in errors.
    ///
    /// # Errors
    /// When the text is not JSON or not shaped like a notice: that one error, with its path. Otherwise everything
    /// that is wrong at once, each with section, register, line and column.
    pub fn parse(file_name: &str, text: &str) -> Result<Self, NoticeErrors> {
        let tree =
            json::parse(text).map_err(|error| structure(file_name, ".".to_owned(), error.to_string()))?;
        let mut notice: Self =
            json::fit(&tree).map_err(|misfit| structure(file_name, misfit.place, misfit.cause))?;
        for section in &mut notice.sections {
            if section.pictogram.is_empty() {
                section.pictogram.clone_from(&section.id);
            }
        }
        notice.check(file_name).map(|()| notice)
    }

    /// Checks a notice that was built in Rust the way [`parse`](Self::parse) checks one that was read.
    ///
    /// # Errors
    /// Everything that is wrong, never an empty list.
    pub fn check(&self, file_name: &str) -> Result<(), NoticeErrors> {
        let law = Law::current();
        let mut check = Check {
            file: file_name,
            law: &law,
            declared: self.placeholders.iter().map(|p| p.name.as_str()).collect(),
            errors: Vec::new(),
        };
        check.notice(self);
        if check.errors.is_empty() { Ok(()) } else { Err(NoticeErrors(check.errors)) }
    }
}

fn structure(file: &str, path: String, cause: String) -> NoticeErrors {
    let place = Place::of(Part::Notice, "");
    let kind = NoticeErrorKind::Structure { path, cause };
    NoticeErrors(vec![NoticeError { file: file.to_owned(), place, kind }])
}

/// One pass over a notice, collecting what is wrong.
struct Check<'a> {
    file: &'a str,
    law: &'a Law,
    declared: Vec<&'a str>,
    errors: Vec<NoticeError>,
}

impl<'a> Check<'a> {
    fn report(&mut self, place: Place, kind: NoticeErrorKind) {
        self.errors.push(NoticeError { file: self.file.to_owned(), place, kind });
    }

    fn notice(&mut self, notice: &'a Notice) {
        let place = Place::of(Part::Notice, &notice.id);
        self.id(&place);
        if !is_day(&notice.legal_basis_as_of) {
            self.report(place.clone(), NoticeErrorKind::BadDate);
        }
        self.text(&place.field("title"), &notice.title, true);
        if let Some(audience) = &notice.audience {
            self.text(&place.field("audience"), audience, false);
        }
        self.topics(&place.field("notApplicable"), &notice.not_applicable, true);
        self.unique(Part::Category, notice.categories.iter().map(|c| c.id.as_str()));
        for category in &notice.categories {
            let place = Place::of(Part::Category, &category.id);
            self.text(&place.field("name"), &category.name, true);
            self.text(&place.field("examples"), &category.examples, true);
        }
        self.unique(Part::Section, notice.sections.iter().map(|s| s.id.as_str()));
        for section in &notice.sections {
            let place = Place::of(Part::Section, &section.id);
            self.text(&place.field("title"), &section.title, true);
            let names =
                Reading::ALL.map(|reading| self.lines(&place.reading(reading), section.lines(reading)));
            self.same(&place, &names);
            self.topics(&place.field("covers"), &section.covers, false);
        }
        self.unique(Part::Optional, notice.optional.iter().map(|o| o.id.as_str()));
        for option in &notice.optional {
            let place = Place::of(Part::Optional, &option.id);
            self.section(&place, notice, &option.section);
            self.text(&place.field("label"), &option.label, false);
            let names = Reading::ALL.map(|reading| {
                let line = if reading == Reading::Plain { &option.plain } else { &option.easy };
                self.line(&place.reading(reading), line, true)
            });
            self.same(&place, &names);
        }
        self.unique(Part::Group, notice.groups.iter().map(|g| g.id.as_str()));
        for group in &notice.groups {
            let place = Place::of(Part::Group, &group.id);
            self.text(&place.field("title"), &group.title, true);
            self.text(&place.field("lead"), &group.lead, true);
        }
        self.items(notice);
        self.unique(Part::Acknowledgement, notice.acknowledgements.iter().map(|a| a.id.as_str()));
        for heard in &notice.acknowledgements {
            let place = Place::of(Part::Acknowledgement, &heard.id);
            self.section(&place, notice, &heard.section);
            self.text(&place.field("title"), &heard.title, true);
        }
        self.unique(Part::Placeholder, notice.placeholders.iter().map(|p| p.name.as_str()));
        notice.placeholders.iter().for_each(|placeholder| self.placeholder(placeholder));
    }

    fn items(&mut self, notice: &'a Notice) {
        self.unique(Part::Item, notice.items.iter().map(|i| i.id.as_str()));
        for item in &notice.items {
            let place = Place::of(Part::Item, &item.id);
            self.section(&place, notice, &item.section);
            if !notice.groups.iter().any(|group| group.id == item.group) {
                self.report(place.clone(), NoticeErrorKind::UnknownGroup(item.group.clone()));
            }
            if let Some(option) = &item.option
                && !notice.optional.iter().any(|line| line.id == *option)
            {
                self.report(place.clone(), NoticeErrorKind::UnknownOption(option.clone()));
            }
            self.text(&place.field("title"), &item.title, true);
            self.text(&place.field("short"), &item.short, true);
            if let Some(detail) = &item.detail {
                self.text(&place.field("detail"), detail, true);
            }
            if let Some(withdrawal) = &item.on_withdrawal {
                if withdrawal.sentences().next().is_none() {
                    self.report(place.field("onWithdrawal"), NoticeErrorKind::EmptyWithdrawal);
                }
                for (name, text) in withdrawal.sentences() {
                    self.text(&place.field(name), text, true);
                }
            }
        }
    }

    fn placeholder(&mut self, placeholder: &Placeholder) {
        let place = Place::of(Part::Placeholder, &placeholder.name);
        if !is_placeholder_name(&placeholder.name) {
            self.report(place.clone(), NoticeErrorKind::BadId);
        }
        if !placeholder.required && placeholder.default.is_none() {
            self.report(place.clone(), NoticeErrorKind::NeitherRequiredNorDefault);
        }
        self.text(&place.field("label"), &placeholder.label, false);
        self.text(&place.field("hint"), &placeholder.hint, false);
        if let Some(default) = &placeholder.default {
            self.text(&place.field("default"), default, false);
        }
    }

    /// Ids that are well formed and used once.
    fn unique<'i>(&mut self, part: Part, ids: impl Iterator<Item = &'i str>) {
        let mut seen = Seen::default();
        for id in ids {
            let place = Place::of(part, id);
            if part != Part::Placeholder {
                self.id(&place);
            }
            if !seen.insert(id) {
                self.report(place, NoticeErrorKind::DuplicateId);
            }
        }
    }

    fn id(&mut self, place: &Place) {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_' | b'-');
        if place.id.is_empty() || !place.id.bytes().all(allowed) {
            self.report(place.clone(), NoticeErrorKind::BadId);
        }
    }

    fn section(&mut self, place: &Place, notice: &Notice, id: &str) {
        if !notice.sections.iter().any(|section| section.id == id) {
            self.report(place.clone(), NoticeErrorKind::UnknownSection(id.to_owned()));
        }
    }

    /// Ids of legal topics that exist; declared `away`, only such as may be.
    fn topics(&mut self, place: &Place, ids: &[String], away: bool) {
        for id in ids {
            match self.law.topic(id) {
                None => self.report(place.clone(), NoticeErrorKind::UnknownTopic(id.clone())),
                Some(topic) if away && !topic.may_not_apply => {
                    self.report(place.clone(), NoticeErrorKind::TopicAlwaysApplies(id.clone()));
                }
                Some(_) => {}
            }
        }
    }

    /// One wording in all its registers.
    fn text(&mut self, place: &Place, text: &Text, holes: bool) {
        let names = Reading::ALL.map(|reading| self.line(&place.reading(reading), text.get(reading), holes));
        self.same(place, &names);
        if let Some(english) = &text.en {
            self.line(place, english, holes);
        }
    }

    /// The lines of one register; answers the names of their placeholders, or nothing when one cannot be read.
    fn lines(&mut self, place: &Place, lines: &[String]) -> Option<Vec<String>> {
        if lines.is_empty() {
            self.report(place.clone(), NoticeErrorKind::MissingRegister);
            return None;
        }
        let mut names = Some(Vec::new());
        for (at, line) in lines.iter().enumerate() {
            // Every line is looked at, also after one that cannot be read.
            let found = self.line(&place.line(at + 1), line, true);
            names = names.zip(found).map(|(mut all, found)| {
                all.extend(found);
                all
            });
        }
        names
    }

    /// One line; answers the names of its placeholders, or nothing when it cannot be read.
    fn line(&mut self, place: &Place, line: &str, holes: bool) -> Option<Vec<String>> {
        if line.trim().is_empty() {
            self.report(place.clone(), NoticeErrorKind::Empty);
            return None;
        }
        let pieces = match parse(line) {
            Ok(pieces) => pieces,
            Err(error) => {
                self.report(place.column(error.column), NoticeErrorKind::Notation(error.kind));
                return None;
            }
        };
        if place.reading == Some(Reading::Easy)
            && let Some(column) = bare_kanji_column(&pieces)
        {
            self.report(place.column(column), NoticeErrorKind::BareKanji);
        }
        for (at, piece) in pieces.iter().enumerate() {
            let Piece::Placeholder(name) = piece else { continue };
            let column = render(&pieces[..at]).chars().count() + 1;
            if !holes {
                self.report(place.column(column), NoticeErrorKind::PlaceholderNotAllowed(name.clone()));
            } else if !self.declared.contains(&name.as_str()) {
                self.report(place.column(column), NoticeErrorKind::UnknownPlaceholder(name.clone()));
            }
        }
        Some(placeholders(&pieces).map(str::to_owned).collect())
    }

    /// Both registers speak of the same things (YN-19). Only asked when both could be read: one cause, one error.
    fn same(&mut self, place: &Place, names: &[Option<Vec<String>>; 2]) {
        if let [Some(plain), Some(easy)] = names {
            let (only_plain, only_easy) = (beside(plain, easy), beside(easy, plain));
            if !only_plain.is_empty() || !only_easy.is_empty() {
                self.report(place.clone(), NoticeErrorKind::PlaceholdersDiffer { only_plain, only_easy });
            }
        }
    }
}

/// The names that are not among the others, in alphabetical order, each once.
fn beside(names: &[String], others: &[String]) -> Vec<String> {
    let mut found = Table::new();
    for name in names.iter().filter(|name| !others.contains(name)) {
        found.insert(name.clone(), ());
    }
    found.keys().cloned().collect()
}
