//! A document in pieces, each of which can be kept on its own: a text, a record, a run, and what stands around them.
//!
//! What must not live here: where pieces are kept.

use super::Document;
use super::consents::{self, Consent, NoticeSnapshot};
use super::entry::Entry;
use super::import::{ImportError, ImportErrorKind, parse, typed};
use super::runs::{self, ChecklistRun};
use crate::domain::json::{self, Unknown};

/// What a piece is called, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What stands around all entries: the group's words, what other programs wrote.
    Envelope,
    /// The text with this digest.
    Notice(String),
    /// The record with this id.
    Consent(String),
    /// The run with this id.
    Run(String),
}

impl Piece {
    /// The beginnings of all names.
    pub const PREFIXES: [&'static str; 4] = ["envelope", "notice/", "consent/", "run/"];

    /// Its name, unique in a document.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Envelope => "envelope".to_owned(),
            Self::Notice(digest) => format!("notice/{digest}"),
            Self::Consent(id) => format!("consent/{id}"),
            Self::Run(id) => format!("run/{id}"),
        }
    }

    /// The piece of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == "envelope" {
            return Some(Self::Envelope);
        }
        let (kind, id) = name.split_once('/')?;
        let id = id.to_owned();
        match kind {
            "notice" => Some(Self::Notice(id)),
            "consent" => Some(Self::Consent(id)),
            "run" => Some(Self::Run(id)),
            _ => None,
        }
    }
}

impl Document {
    /// Every piece there is: what stands around first, and texts before the records that speak of them.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let notices = self.notices.iter().map(|notice| Piece::Notice(notice.digest.clone()));
        let consents = self.consents.iter().map(|consent| Piece::Consent(consent.id.clone()));
        let runs = self.checklist_runs.iter().map(|run| Piece::Run(run.id.clone()));
        [Piece::Envelope].into_iter().chain(notices).chain(consents).chain(runs).collect()
    }

    /// A piece as JSON text in one line, with what other programs wrote in it; `None` where it is not there.
    #[must_use]
    pub fn piece(&self, piece: &Piece) -> Option<String> {
        let tree = match piece {
            Piece::Envelope => {
                let mut tree = self.unknown.written_with(&Self { integrity: None, ..self.around() });
                tree["organization"] = self.organization.unknown.written_with(&self.organization);
                tree
            }
            Piece::Notice(digest) => self.notices.iter().find(|known| known.digest == *digest)?.written(),
            Piece::Consent(id) => self.consents.iter().find(|known| known.id == *id)?.written(),
            Piece::Run(id) => self.checklist_runs.iter().find(|known| known.id == *id)?.written(),
        };
        Some(json::text(&tree))
    }

    /// Puts a piece in, in place of the one of its name.
    ///
    /// # Errors
    /// As [`import`](super::import): refused by place and cause; what was there stays.
    pub fn put_piece(&mut self, piece: &Piece, text: &str) -> Result<(), ImportError> {
        let tree = parse(text)?;
        match piece {
            Piece::Envelope => {
                let mut read: Self = typed(&tree)?;
                read.came_as(&tree);
                self.organization = read.organization;
                (self.exported_at, self.unknown) = (read.exported_at, read.unknown);
                Ok(())
            }
            Piece::Notice(digest) => {
                let mut read: NoticeSnapshot = typed(&tree)?;
                read.came_as(&tree);
                named(&read.digest, digest)?;
                put(&mut self.notices, read, |known| &known.digest);
                Ok(())
            }
            Piece::Consent(id) => {
                let mut read: Consent = typed(&tree)?;
                read.came_as(&tree);
                named(&read.id, id)?;
                consents::check_one(&mut read, self)?;
                put(&mut self.consents, read, |known| &known.id);
                Ok(())
            }
            Piece::Run(id) => {
                let mut read: ChecklistRun = typed(&tree)?;
                read.came_as(&tree);
                named(&read.id, id)?;
                runs::check_one(&read)?;
                put(&mut self.checklist_runs, read, |known| &known.id);
                Ok(())
            }
        }
    }

    /// Takes a piece out. Nothing where it is not there, and nothing for what stands around.
    pub fn remove_piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Envelope => {}
            Piece::Notice(digest) => self.notices.retain(|known| known.digest != *digest),
            Piece::Consent(id) => self.consents.retain(|known| known.id != *id),
            Piece::Run(id) => self.checklist_runs.retain(|known| known.id != *id),
        }
    }

    /// The document as one or several that are each no longer than `most` bytes and can each be taken in on their own: all of
    /// them together say the same. A single record that is longer stands alone.
    #[must_use]
    pub fn parts(&self, most: usize) -> Vec<Self> {
        let base =
            Self { organization: self.organization.clone(), unknown: self.unknown.clone(), ..self.around() };
        // The empty lists and the proof come to some hundred bytes.
        let empty = base.piece(&Piece::Envelope).map_or(0, |text| text.len()) + 1000;
        let length = |piece: Piece| self.piece(&piece).map_or(0, |text| text.len() + 1);
        let (mut parts, mut part, mut size) = (Vec::new(), base.clone(), empty);
        let mut make_room = |part: &mut Self, size: &mut usize, more: usize| {
            if *size + more > most && *size > empty {
                parts.push(core::mem::replace(part, base.clone()));
                *size = empty;
            }
        };
        for consent in &self.consents {
            let texts = |part: &Self| -> Vec<&NoticeSnapshot> {
                let is_told = |notice: &&NoticeSnapshot| {
                    consent.events.iter().any(|event| event.notice.digest == notice.digest)
                        && part.notices.iter().all(|known| known.digest != notice.digest)
                };
                self.notices.iter().filter(is_told).collect()
            };
            let own = length(Piece::Consent(consent.id.clone()));
            let beside = |part: &Self| -> usize {
                texts(part).iter().map(|notice| length(Piece::Notice(notice.digest.clone()))).sum()
            };
            let more = own + beside(&part);
            make_room(&mut part, &mut size, more);
            size += own + beside(&part);
            let texts: Vec<NoticeSnapshot> = texts(&part).into_iter().cloned().collect();
            part.notices.extend(texts);
            part.consents.push(consent.clone());
        }
        for run in &self.checklist_runs {
            let own = length(Piece::Run(run.id.clone()));
            make_room(&mut part, &mut size, own);
            size += own;
            part.checklist_runs.push(run.clone());
        }
        parts.push(part);
        parts
    }

    /// The document without its entries.
    fn around(&self) -> Self {
        Self {
            format: self.format.clone(),
            version: self.version,
            exported_at: self.exported_at,
            generator: self.generator.clone(),
            organization: self.organization.clone(),
            notices: Vec::new(),
            consents: Vec::new(),
            checklist_runs: Vec::new(),
            integrity: None,
            unknown: Unknown::default(),
        }
    }
}

fn put<T>(entries: &mut Vec<T>, entry: T, name: fn(&T) -> &String) {
    match entries.iter_mut().find(|known| name(known) == name(&entry)) {
        Some(known) => *known = entry,
        None => entries.push(entry),
    }
}

fn named(found: &str, wanted: &str) -> Result<(), ImportError> {
    if found == wanted {
        return Ok(());
    }
    let cause = format!("it calls itself {found:?} and was kept as {wanted:?}");
    Err(ImportError::new(ImportErrorKind::Inconsistent, "id", cause))
}
