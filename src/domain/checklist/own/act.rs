//! What can happen to a list while it is written. An action that names something unknown changes nothing.

use std::rc::Rc;

use super::ListDraft;
use crate::domain::checklist::content::{Item, Part, Point};
use crate::domain::text::{Text, Wording};

/// Which words are being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The name of the list.
    Title,
    /// The heading of a part, by its id.
    Part(String),
    /// The statement of an item, by its id.
    Item(String),
    /// The few words for tables of an item, by its id; its statement stands in for them while they are empty.
    Short(String),
    /// A sub-point, by its id.
    Point(String),
}

/// Everything that can happen to a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListAction {
    /// Sets words in one wording; empty English is none.
    Write {
        /// Which words.
        place: Place,
        /// In which wording.
        wording: Wording,
        /// The whole text, in notation.
        text: String,
    },
    /// Adds an empty part at the end.
    AddPart,
    /// Adds an empty item at the end of a part.
    AddItem {
        /// Id of the part.
        part: String,
    },
    /// Adds an empty sub-point at the end of an item.
    AddPoint {
        /// Id of the item.
        item: String,
    },
    /// Moves a part, an item or a sub-point one place among its own. An item at the edge of its part goes over into the
    /// neighbouring one.
    Move {
        /// Its id.
        id: String,
        /// Towards the beginning, or towards the end.
        up: bool,
    },
    /// Takes out a part with its items, an item with its sub-points, or a sub-point. Cases that illustrate nothing else
    /// go with it.
    Remove {
        /// Its id.
        id: String,
    },
    /// Puts back what was taken out, where it stood in an earlier state; what was written meanwhile stays.
    PutBack {
        /// Its id.
        id: String,
        /// The state before it was taken out.
        from: Rc<ListDraft>,
    },
}

/// The one transition. Returns the same `Rc` when nothing changed, so that a view need not render again.
#[must_use]
pub fn edit(draft: Rc<ListDraft>, action: ListAction) -> Rc<ListDraft> {
    let mut next = (*draft).clone();
    next.apply(action);
    if next == *draft { draft } else { Rc::new(next) }
}

impl ListDraft {
    fn apply(&mut self, action: ListAction) {
        match action {
            ListAction::Write { place, wording, text } => {
                if let Some(words) = self.words(&place) {
                    match wording {
                        Wording::Plain => words.plain = text,
                        Wording::Easy => words.easy = text,
                        Wording::English => words.en = (!text.is_empty()).then_some(text),
                    }
                }
            }
            ListAction::AddPart => self.add_part(),
            ListAction::AddItem { part } => {
                let id = self.next_id();
                if let Some(part) = self.list.lists.iter_mut().find(|known| known.id == part) {
                    let (short, text) = (Text::default(), Text::default());
                    part.items.push(Item { id, requirement: None, short, text, points: Vec::new() });
                    self.next += 1;
                }
            }
            ListAction::AddPoint { item } => {
                let id = self.next_id();
                if let Some(item) = self.item(&item) {
                    item.points.push(Point { id, text: Text::default() });
                    self.next += 1;
                }
            }
            ListAction::Move { id, up } => self.shift(&id, up),
            ListAction::Remove { id } => self.remove(&id),
            ListAction::PutBack { id, from } => self.put_back(&id, &from),
        }
    }

    /// The id that whatever is added next will have.
    #[must_use]
    pub fn next_id(&self) -> String {
        format!("{}{}", self.prefix(), self.next)
    }

    pub(super) fn add_part(&mut self) {
        let id = self.next_id();
        self.list.lists.push(Part { id, title: Text::default(), items: Vec::new() });
        self.next += 1;
    }

    fn item(&mut self, id: &str) -> Option<&mut Item> {
        self.list.lists.iter_mut().flat_map(|part| part.items.iter_mut()).find(|item| item.id == id)
    }

    fn words(&mut self, place: &Place) -> Option<&mut Text> {
        match place {
            Place::Title => Some(&mut self.list.title),
            Place::Part(id) => {
                self.list.lists.iter_mut().find(|part| part.id == *id).map(|part| &mut part.title)
            }
            Place::Item(id) => self.item(id).map(|item| &mut item.text),
            Place::Short(id) => self.item(id).map(|item| &mut item.short),
            Place::Point(id) => {
                let items = self.list.lists.iter_mut().flat_map(|part| part.items.iter_mut());
                let mut points = items.flat_map(|item| item.points.iter_mut());
                points.find(|point| point.id == *id).map(|point| &mut point.text)
            }
        }
    }

    fn shift(&mut self, id: &str, up: bool) {
        let parts = &mut self.list.lists;
        if let Some(at) = parts.iter().position(|part| part.id == id) {
            return swap(parts, at, up);
        }
        for at in 0..parts.len() {
            let items = &mut parts[at].items;
            if let Some(place) = items.iter().position(|item| item.id == id) {
                let edge = if up { place == 0 } else { place + 1 == items.len() };
                if !edge {
                    return swap(items, place, up);
                }
                let beside = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < parts.len()) };
                if let Some(beside) = beside {
                    let item = parts[at].items.remove(place);
                    let into = &mut parts[beside].items;
                    into.insert(if up { into.len() } else { 0 }, item);
                }
                return;
            }
            for item in items {
                if let Some(place) = item.points.iter().position(|point| point.id == id) {
                    return swap(&mut item.points, place, up);
                }
            }
        }
    }

    fn remove(&mut self, id: &str) {
        let before = self.list.lists.len();
        self.list.lists.retain(|part| part.id != id);
        for part in &mut self.list.lists {
            part.items.retain(|item| item.id != id);
            part.items.iter_mut().for_each(|item| item.points.retain(|point| point.id != id));
        }
        // The last part stays: there must be a place for the next item.
        if self.list.lists.is_empty() && before > 0 {
            self.add_part();
        }
        self.drop_untaught();
    }

    fn put_back(&mut self, id: &str, from: &Self) {
        let parts = &mut self.list.lists;
        let there = parts.iter().any(|part| part.id == id || part.items.iter().any(|item| item.id == id));
        if there {
            return;
        }
        for (at, then) in from.list.lists.iter().enumerate() {
            if then.id == id {
                // The part that stood in for the last one goes again, unless somebody wrote in it.
                parts.retain(|part| {
                    let blank = part.items.is_empty() && part.title == Text::default();
                    !blank || from.list.lists.iter().any(|known| known.id == part.id)
                });
                parts.insert(at.min(parts.len()), then.clone());
                break;
            }
            for (place, item) in then.items.iter().enumerate() {
                if item.id == id {
                    let now = parts.iter().position(|part| part.id == then.id).unwrap_or(0);
                    if let Some(part) = parts.get_mut(now) {
                        part.items.insert(place.min(part.items.len()), item.clone());
                    }
                } else if let Some((place, point)) =
                    item.points.iter().enumerate().find(|(_, point)| point.id == id)
                    && let Some(now) =
                        parts.iter_mut().flat_map(|part| &mut part.items).find(|now| now.id == item.id)
                    && now.points.iter().all(|known| known.id != id)
                {
                    now.points.insert(place.min(now.points.len()), point.clone());
                }
            }
        }
        self.list.cases.cards.clone_from(&from.list.cases.cards);
        self.drop_untaught();
    }

    /// Takes out the cases that illustrate nothing that is asked.
    fn drop_untaught(&mut self) {
        let known: Vec<Vec<bool>> = self
            .list
            .cases
            .cards
            .iter()
            .map(|case| case.teaches.iter().map(|id| self.list.item_of(id).is_some()).collect())
            .collect();
        for (case, known) in self.list.cases.cards.iter_mut().zip(known) {
            let mut known = known.into_iter();
            case.teaches.retain(|_| known.next() == Some(true));
        }
        self.list.cases.cards.retain(|case| !case.teaches.is_empty());
    }
}

/// Exchanges an entry with its neighbour, where there is one.
fn swap<T>(entries: &mut [T], at: usize, up: bool) {
    let beside = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < entries.len()) };
    if let Some(beside) = beside {
        entries.swap(at, beside);
    }
}
