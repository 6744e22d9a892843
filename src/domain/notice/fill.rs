//! Putting the organisation's values into a notice: the step from a template to the words a person is shown.
//!
//! Either every hole is filled or nothing comes out: a person never sees a hole.

use super::error::{NoticeError, NoticeErrorKind, NoticeErrors, Part, Place};
use super::{Notice, NoticeSnapshot, Organization, SnapshotSection};
use crate::domain::json::Unknown;
use crate::domain::table::Table;
use crate::domain::text::{Piece, Reading, Text, parse, render};

impl Notice {
    /// The notice as it is shown by this organisation, with its digest.
    ///
    /// # Errors
    /// A value that is missing or unusable ([`NoticeErrorKind::Value`]), named by its placeholder. For a notice that
    /// was not checked, also what [`Notice::check`] would have said about its text.
    pub fn fill(&self, organization: &Organization) -> Result<NoticeSnapshot, NoticeErrors> {
        let values = organization.resolve(self).map_err(|problems| {
            let named = problems.into_iter().map(|problem| NoticeError {
                file: self.id.clone(),
                place: Place::of(Part::Placeholder, &problem.placeholder.name),
                kind: NoticeErrorKind::Value(problem.kind),
            });
            NoticeErrors(named.collect())
        })?;
        let mut filler = Filler { file: &self.id, values, errors: Vec::new() };
        let mut snapshot = filler.notice(self, organization);
        snapshot.digest = snapshot.compute_digest();
        if filler.errors.is_empty() { Ok(snapshot) } else { Err(NoticeErrors(filler.errors)) }
    }
}

/// One pass over a notice, putting values in.
struct Filler<'a> {
    file: &'a str,
    values: Table<Text>,
    errors: Vec<NoticeError>,
}

impl Filler<'_> {
    fn report(&mut self, place: Place, kind: NoticeErrorKind) {
        self.errors.push(NoticeError { file: self.file.to_owned(), place, kind });
    }

    fn notice(&mut self, notice: &Notice, organization: &Organization) -> NoticeSnapshot {
        let sections = notice.sections.iter().map(|section| {
            let place = Place::of(Part::Section, &section.id);
            let [plain, easy] = Reading::ALL.map(|reading| {
                let place = place.reading(reading);
                let numbered = section.lines(reading).iter().enumerate();
                let mut lines: Vec<String> =
                    numbered.map(|(at, line)| self.line(&place.line(at + 1), line)).collect();
                for option in &notice.optional {
                    if option.section == section.id && organization.has_option(&option.id) {
                        let line = if reading == Reading::Plain { &option.plain } else { &option.easy };
                        lines.push(self.line(&Place::of(Part::Optional, &option.id).reading(reading), line));
                    }
                }
                lines
            });
            SnapshotSection {
                id: section.id.clone(),
                title: self.text(&place.field("title"), &section.title),
                pictogram: section.pictogram.clone(),
                plain,
                easy,
            }
        });
        let sections = sections.collect();
        let mut groups = notice.groups.clone();
        for group in &mut groups {
            let place = Place::of(Part::Group, &group.id);
            group.title = self.text(&place.field("title"), &group.title);
            group.lead = self.text(&place.field("lead"), &group.lead);
        }
        // An item that an optional line brings is asked only when that line is said.
        let asked =
            notice.items.iter().filter(|i| i.option.as_deref().is_none_or(|o| organization.has_option(o)));
        let mut items: Vec<_> = asked.cloned().collect();
        for item in &mut items {
            let place = Place::of(Part::Item, &item.id);
            item.title = self.text(&place.field("title"), &item.title);
            item.short = self.text(&place.field("short"), &item.short);
            item.detail = item.detail.as_ref().map(|detail| self.text(&place.field("detail"), detail));
            item.on_withdrawal = item
                .on_withdrawal
                .as_ref()
                .map(|taken_back| taken_back.map(&mut |name, text| self.text(&place.field(name), text)));
        }
        let mut categories = notice.categories.clone();
        for category in &mut categories {
            let place = Place::of(Part::Category, &category.id);
            category.name = self.text(&place.field("name"), &category.name);
            category.examples = self.text(&place.field("examples"), &category.examples);
        }
        // A heading whose every question went with its optional line asks nothing.
        groups.retain(|group| items.iter().any(|item| item.group == group.id));
        let mut acknowledgements = notice.acknowledgements.clone();
        for heard in &mut acknowledgements {
            let place = Place::of(Part::Acknowledgement, &heard.id).field("title");
            heard.title = self.text(&place, &heard.title);
        }
        NoticeSnapshot {
            id: notice.id.clone(),
            version: notice.version,
            digest: String::new(),
            modified: !notice.is_built_in(),
            language: notice.language.clone(),
            legal_basis_as_of: notice.legal_basis_as_of.clone(),
            title: self.text(&Place::of(Part::Notice, &notice.id).field("title"), &notice.title),
            acquisition: notice.acquisition,
            minors: notice.minors,
            indirect: notice.indirect,
            categories,
            sections,
            groups,
            items,
            acknowledgements,
            // A portal's own fields stay with the template: a snapshot fed back as a notice would repeat its keys.
            unknown: Unknown::default(),
        }
    }

    fn text(&mut self, place: &Place, text: &Text) -> Text {
        Text {
            plain: self.line(&place.reading(Reading::Plain), &text.plain),
            easy: self.line(&place.reading(Reading::Easy), &text.easy),
            en: text.en.as_ref().map(|english| self.line(place, english)),
        }
    }

    /// One line with its placeholders replaced; values are notation already and cannot open new placeholders.
    fn line(&mut self, place: &Place, line: &str) -> String {
        let pieces = match parse(line) {
            Ok(pieces) => pieces,
            Err(error) => {
                self.report(place.column(error.column), NoticeErrorKind::Notation(error.kind));
                return String::new();
            }
        };
        let mut out = String::with_capacity(line.len());
        for piece in &pieces {
            let Piece::Placeholder(name) = piece else {
                out.push_str(&render(core::slice::from_ref(piece)));
                continue;
            };
            match self.values.get(name.as_str()) {
                Some(value) => out.push_str(match place.reading {
                    Some(reading) => value.get(reading),
                    None => value.en.as_deref().unwrap_or(&value.plain),
                }),
                None => self.report(place.clone(), NoticeErrorKind::UnknownPlaceholder(name.clone())),
            }
        }
        out
    }
}
