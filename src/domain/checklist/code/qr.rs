//! The answer code as a square picture for a camera. The squares come from a crate that does nothing else; the
//! outline is ours, so that a screen draws it as one path without a canvas.

use qrcodegen::{QrCode as Squares, QrCodeEcc, QrSegment, Version};

/// A QR code: dark and light squares, row by row, without the quiet margin of four squares it needs around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Whether the square is dark, by row and column. As many rows as columns: 25 for the salon's list, 33 for the longest code.
    pub rows: Vec<Vec<bool>>,
}

/// The picture of a code that [`encode`](super::encode) wrote. Letters, digits and `-` all belong to the small
/// alphabet of QR codes, which keeps the picture small. A quarter of it may be unreadable. `None` for a text with other
/// characters, or longer than a code ever is.
#[must_use]
pub fn qr(code: &str) -> Option<QrCode> {
    if !QrSegment::is_alphanumeric(code) {
        return None;
    }
    let segment = [QrSegment::make_alphanumeric(code)];
    let squares = Squares::encode_segments_advanced(
        &segment,
        QrCodeEcc::Quartile,
        Version::MIN,
        Version::new(5),
        None,
        false,
    )
    .ok()?;
    let side = squares.size();
    let row = |y| (0..side).map(|x| squares.get_module(x, y)).collect();
    Some(QrCode { rows: (0..side).map(row).collect() })
}

impl QrCode {
    /// How many squares a side has.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.rows.len()
    }

    /// The dark squares as the `d` of one SVG path, one unit a square, `margin` units away from the corner.
    #[must_use]
    pub fn path(&self, margin: usize) -> String {
        let mut path = String::new();
        for (y, row) in self.rows.iter().enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                let width = run.len();
                if run.first() == Some(&true) {
                    path.push_str(&format!("M{} {}h{width}v1h-{width}z", x + margin, y + margin));
                }
                x += width;
            }
        }
        path
    }
}
