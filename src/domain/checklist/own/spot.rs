//! A place in a list, `lists[0].items[2].text.easy`, as people count: which part, which item, which wording. Whoever
//! writes a list looks there; the words for it are the interface's.

use crate::domain::checklist::error::ChecklistError;
use crate::domain::text::Reading;

/// Where in a list something stands. Counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The part.
    pub part: Option<usize>,
    /// The item in its part.
    pub item: Option<usize>,
    /// The sub-point of its item.
    pub point: Option<usize>,
    /// The leak case.
    pub case: Option<usize>,
    /// The wording; English and everything that is no wording is in `rest`.
    pub reading: Option<Reading>,
    /// What is left of the path: `title`, `text`, `short`, `id`, or a path that volunteers have no word for.
    pub rest: String,
}

impl Spot {
    /// Reads the path of a [`ChecklistError`](crate::domain::checklist::ChecklistError).
    #[must_use]
    pub fn of(place: &str) -> Self {
        let mut spot = Self::default();
        let mut rest = place;
        let steps: [(&str, &mut Option<usize>); 4] = [
            ("lists[", &mut spot.part),
            ("items[", &mut spot.item),
            ("points[", &mut spot.point),
            ("cases.cards[", &mut spot.case),
        ];
        for (name, number) in steps {
            let found = rest.strip_prefix(name).and_then(|after| after.split_once(']'));
            if let Some((digits, after)) = found
                && let Ok(at) = digits.parse()
            {
                *number = Some(at);
                rest = after.strip_prefix('.').unwrap_or(after);
            }
        }
        for reading in Reading::ALL {
            if let Some(before) = rest.strip_suffix(reading.name()).and_then(|rest| rest.strip_suffix('.')) {
                (spot.reading, rest) = (Some(reading), before);
                break;
            }
        }
        spot.rest = rest.to_owned();
        spot
    }

    /// Whether the page where a list is written has a field there, or a button that mends it.
    #[must_use]
    pub fn can_be_typed(&self) -> bool {
        match (self.part, self.rest.as_str()) {
            (None, "title" | "title.en") => true,
            (None, "lists") => self.case.is_none(),
            (Some(_), rest) => {
                matches!(rest, "title" | "text" | "short" | "items" | "title.en" | "text.en" | "short.en")
            }
            _ => false,
        }
    }
}

/// In the order of the list, as eyes and the Tab key go: what is about the whole, the parts with what hangs on one of
/// them behind its items, the cases.
#[must_use]
pub fn in_order(mut problems: Vec<ChecklistError>) -> Vec<ChecklistError> {
    problems.sort_by_key(|error| {
        let spot = Spot::of(&error.place);
        let last = matches!(spot.rest.as_str(), "items" | "lists");
        let step = |at: Option<usize>| at.map_or(if last { usize::MAX } else { 0 }, |at| at + 1);
        let room = if spot.case.is_some() { 2 } else { usize::from(spot.part.is_some() || last) };
        (room, step(spot.part), step(spot.item), step(spot.point))
    });
    problems
}
