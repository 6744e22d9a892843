//! The sheet a person writes on before it becomes a signature: strokes, undo, and a clear that can be undone.
//!
//! What must not live here: live pointer input (`capture`), judging (`refusal`).

use super::{Signature, SignatureRefusal, Stroke};
use crate::domain::json::{FromTree, ToTree};

/// Everything drawn so far, kept in the session and in drafts.
///
/// Clearing lays a fresh sheet on top of the old one; nothing is thrown away. Undo takes back the last thing the
/// person did, one step at a time and in order: the last stroke on the top sheet, or, when the top sheet is
/// empty, the clearing itself, which brings every stroke of the sheet below back. Drawing after a clear therefore
/// never costs the old strokes: undo the new strokes, then the clear. The only way to lose a stroke is to undo it.
#[derive(ToTree, FromTree, Clone, Debug, Default, PartialEq)]
#[serde(from = "RawPad")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pad {
    /// From the bottom to the top; every sheet below the top one has a stroke. No sheets is an untouched pad.
    sheets: Vec<Vec<Stroke>>,
}

impl Pad {
    /// A pad with these strokes on it, for example those of a record that is being corrected.
    #[must_use]
    pub fn with_strokes(strokes: Vec<Stroke>) -> Self {
        Self::from(RawPad { sheets: vec![strokes] })
    }

    /// The strokes that can be seen: those on the top sheet, in the order they were drawn.
    #[must_use]
    pub fn strokes(&self) -> &[Stroke] {
        self.sheets.last().map_or(&[], Vec::as_slice)
    }

    /// Whether no stroke can be seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.strokes().is_empty()
    }

    /// Whether there is anything to undo: a visible stroke, or a clear.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.is_empty() || self.sheets.len() > 1
    }

    /// Keeps a finished stroke.
    pub fn push(&mut self, stroke: Stroke) {
        match self.sheets.last_mut() {
            Some(top) => top.push(stroke),
            None => self.sheets.push(vec![stroke]),
        }
    }

    /// Takes back the last stroke or the last clear; says whether there was one.
    pub fn undo(&mut self) -> bool {
        match self.sheets.last_mut().map(Vec::pop) {
            None => false,
            Some(Some(_)) => true,
            Some(None) => self.sheets.pop().is_some() && !self.sheets.is_empty(),
        }
    }

    /// Lays a fresh sheet on top; says whether anything was there to clear. Clearing an empty sheet is nothing,
    /// so that pressing the button twice needs one undo, not two.
    pub fn clear(&mut self) -> bool {
        let filled = !self.is_empty();
        if filled {
            self.sheets.push(Vec::new());
        }
        filled
    }

    /// The visible strokes as a signature; the pad keeps them, and the sheets below it are not part of it.
    ///
    /// # Errors
    /// The reason it is not a signature yet.
    pub fn sign(&self) -> Result<Signature, SignatureRefusal> {
        Signature::new(self.strokes().to_vec())
    }

    /// The latest time on any sheet, in ms: where a resumed [`Capture`](super::Capture) goes on counting.
    #[must_use]
    pub fn last_time(&self) -> u32 {
        self.sheets.iter().flatten().map(Stroke::ends_at).max().unwrap_or(0)
    }
}

/// The JSON shape of a [`Pad`]; empty sheets in the middle would make an undo that does nothing.
#[derive(FromTree)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Pad"))]
struct RawPad {
    /// From the bottom to the top.
    sheets: Vec<Vec<Stroke>>,
}

impl From<RawPad> for Pad {
    fn from(RawPad { mut sheets }: RawPad) -> Self {
        let cleared = sheets.last().is_some_and(Vec::is_empty);
        sheets.retain(|sheet| !sheet.is_empty());
        if cleared && !sheets.is_empty() {
            sheets.push(Vec::new());
        }
        Self { sheets }
    }
}
