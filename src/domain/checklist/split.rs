//! Where answers differ: what to talk about first. A split is never an error, and nobody is in it (004-11, 004-12).
//!
//! **The measure.** ○, △ and × have an order and no size, so only the order may count. There are two boundaries: ○ or
//! not, × or not. At each one, ask how evenly the group is divided, and add: with d ○, t △ and x × among n answers,
//! (d·(t+x) + x·(d+t)) / n². Nothing when all agree; most, a half, when half say ○ and half say ×. (Ordinal variation.
//! It is also half the number of steps that two answers drawn at random lie apart on average.) Chosen over the mere
//! variety of marks, because ○ against × is more to talk about than ○ against △; and over a variance, which would hang
//! a number on every mark. It is not exported: a fraction beside an item would soon be read as a grade.
//!
//! **Missing answers** are no opinion: they are counted apart and take no part in n. Fewer than two answers never
//! split. **Ties**: more × first, then more △, then list order.

use super::summary::Counts;

/// How the answers on one item lie, in the order in which to talk about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The answers differ.
    Split,
    /// All that were given are ×.
    AllNotYet,
    /// All that were given are △.
    AllTrying,
    /// All that were given are ○.
    AllDone,
    /// Nobody answered.
    Unanswered,
}

impl Agreement {
    /// Stable name, for words and class names.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::AllNotYet => "all_not_yet",
            Self::AllTrying => "all_trying",
            Self::AllDone => "all_done",
            Self::Unanswered => "unanswered",
        }
    }

    /// How these answers lie.
    #[must_use]
    pub fn of(counts: Counts) -> Self {
        match (counts.done > 0, counts.trying > 0, counts.not_yet > 0) {
            (false, false, false) => Self::Unanswered,
            (true, false, false) => Self::AllDone,
            (false, true, false) => Self::AllTrying,
            (false, false, true) => Self::AllNotYet,
            _ => Self::Split,
        }
    }
}

/// One item and how the answers on it lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Id of the item.
    pub item: String,
    /// How many gave which mark, and how many none.
    pub counts: Counts,
    /// How they lie.
    pub agreement: Agreement,
}

/// How far answers lie apart, as a fraction, compared without dividing.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// d·(t+x) + x·(d+t).
    pub apart: u128,
    /// n², at least 1.
    pub pairs: u128,
}

impl Spread {
    /// The spread of these answers.
    #[must_use]
    pub fn of(counts: Counts) -> Self {
        let [done, trying, not_yet] = [counts.done, counts.trying, counts.not_yet].map(u128::from);
        let answers = done + trying + not_yet;
        Self {
            apart: done * (trying + not_yet) + not_yet * (done + trying),
            pairs: (answers * answers).max(1),
        }
    }
}

impl PartialEq for Spread {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Spread {}

impl PartialOrd for Spread {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Spread {
    /// By the fraction, multiplied crosswise; exact for up to four thousand million answers.
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.apart.saturating_mul(other.pairs).cmp(&other.apart.saturating_mul(self.pairs))
    }
}

/// The items in the order to talk about them: those that split, the widest first; then those that all mark ×; then the
/// rest, △ before ○ before what nobody answered. Each group keeps the order of the list where nothing else decides.
pub fn splits(items: &mut dyn Iterator<Item = (&str, Counts)>) -> Vec<Split> {
    let mut found: Vec<Split> = items
        .map(|(item, counts)| Split { item: item.to_owned(), counts, agreement: Agreement::of(counts) })
        .collect();
    // Stable: what compares equal stays in list order.
    found.sort_by(|one, other| {
        one.agreement.cmp(&other.agreement).then_with(|| {
            if one.agreement != Agreement::Split {
                return core::cmp::Ordering::Equal;
            }
            let rank = |split: &Split| (Spread::of(split.counts), split.counts.not_yet, split.counts.trying);
            rank(other).cmp(&rank(one))
        })
    });
    found
}
