//! The rules that are numbers: from which age a person answers alone, and when a letter of authority is old.

use super::{Law, RepresentativeKind, Whom};

/// What an age asks for. In the order of ages, so that the three are also the bands of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guardian {
    /// A guardian answers, and the child's own wish is noted beside it (004-22).
    Required,
    /// The person answers; a guardian beside them is advised.
    Advised,
    /// The person answers.
    NotNeeded,
}

impl Guardian {
    /// All three, from the youngest.
    pub const ALL: [Self; 3] = [Self::Required, Self::Advised, Self::NotNeeded];
}

impl Law {
    /// What an age in completed years asks for.
    #[must_use]
    pub const fn guardian(&self, years: u8) -> Guardian {
        if years < self.guardian_required_under {
            Guardian::Required
        } else if years < self.guardian_advised_under {
            Guardian::Advised
        } else {
            Guardian::NotNeeded
        }
    }

    /// The ages of one band in completed years, the first and the last that belong to it; `None` where it is open.
    /// A form asks for the band, never for a day of birth.
    #[must_use]
    pub const fn ages(&self, guardian: Guardian) -> (Option<u8>, Option<u8>) {
        let (child, youth) = (self.guardian_required_under, self.guardian_advised_under);
        match guardian {
            Guardian::Required => (None, Some(child.saturating_sub(1))),
            Guardian::Advised => (Some(child), Some(youth.saturating_sub(1))),
            Guardian::NotNeeded => (Some(youth), None),
        }
    }

    /// The kinds of representatives who may answer for a child, or for somebody of age.
    pub fn representatives(&self, minor: bool) -> impl Iterator<Item = &RepresentativeKind> {
        let other = if minor { Whom::Adult } else { Whom::Minor };
        self.representative_kinds.iter().filter(move |kind| kind.whom != other)
    }

    /// The kind of representative of that id.
    #[must_use]
    pub fn representative(&self, id: &str) -> Option<&RepresentativeKind> {
        self.representative_kinds.iter().find(|kind| kind.id == id)
    }

    /// Whether a letter of authority `dated` that day is more than [`mandate_months`](Law::mandate_months) calendar
    /// months old `on` another, both `YYYY-MM-DD`: the person is asked then what they want (002 §20-1).
    ///
    /// The last good day has the same number in the later month, or is the last of a month that is too short: written
    /// on 30 November, good until the end of February. Where one could also count a day or two longer, the shorter
    /// way is taken: being asked once more does nobody harm. For the same reason a day that is none counts as old.
    #[must_use]
    pub fn mandate_is_old(&self, dated: &str, on: &str) -> bool {
        let (Some((year, month, day)), Some(on)) = (calendar_day(dated), calendar_day(on)) else {
            return true;
        };
        let months = year * 12 + month - 1 + u32::from(self.mandate_months);
        // A day that the later month does not have comes after its last and before the next: the order is right.
        on > (months / 12, months % 12 + 1, day)
    }
}

/// Year, month and day of `YYYY-MM-DD`, when the calendar has such a day.
fn calendar_day(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next().filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    let found = (number(4)?, number(2)?, number(2)?);
    let (year, month, day) = found;
    (parts.next().is_none() && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day))
        .then_some(found)
}

/// How many days a month has, in the calendar of today.
const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}
