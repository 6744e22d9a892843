//! What a line of a section is: a paragraph, a bullet, a numbered step. One rule for screen, print and speech.

/// How one line of a section is laid out. The borrowed text is still notation, without its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind<'a> {
    /// An ordinary sentence or two.
    Paragraph(&'a str),
    /// `・…`: the text after the dot.
    Bullet(&'a str),
    /// `1 …`: digits and one half-width space, then the text.
    Numbered(u32, &'a str),
}

/// Classifies one line. `1つずつ` is a paragraph: only digits followed by a space are a number.
#[must_use]
pub fn line_kind(line: &str) -> LineKind<'_> {
    if let Some(rest) = line.strip_prefix('・') {
        return LineKind::Bullet(rest);
    }
    if let Some((digits, rest)) = line.split_once(' ')
        && !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && let Ok(number) = digits.parse()
    {
        return LineKind::Numbered(number, rest);
    }
    LineKind::Paragraph(line)
}
