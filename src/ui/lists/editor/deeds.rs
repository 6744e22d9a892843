//! What becomes of what a person does on the page: an action on the list, and where the focus goes then.

use super::Work;
use super::bench::{Aim, Deed, Gone, id_of};
use crate::browser::focus;
use crate::domain::checklist::{ListAction, ListDraft, own::Spot};
use crate::domain::text::Wording;
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// What the page around the list keeps.
#[derive(Clone)]
pub(super) struct Around {
    /// Where the focus goes when the page is drawn anew.
    pub aim: Rc<RefCell<Option<Aim>>>,
    /// What was taken out last.
    pub gone: UseStateHandle<Option<Rc<Gone>>>,
    /// Ids of the items that are open.
    pub open: UseStateHandle<Rc<Vec<String>>>,
    /// What was moved last, and whether up.
    pub moved: UseStateHandle<Option<(String, bool)>>,
}

/// Does what a person wants, on the list as it stands.
pub(super) fn deeds(
    work: UseReducerDispatcher<Work>,
    draft: Rc<ListDraft>,
    around: Around,
) -> Callback<Deed> {
    let Around { aim, gone, open, moved } = around;
    Callback::from(move |deed: Deed| {
        let opened = |id: String| {
            let mut all = (**open).clone();
            all.push(id);
            open.set(Rc::new(all));
        };
        let next = match deed {
            Deed::Write(place, wording, text) => {
                return work.dispatch(ListAction::Write { place, wording, text });
            }
            Deed::Read(place, path, text) => {
                work.dispatch(ListAction::Write { place, wording: Wording::Easy, text });
                Aim::Path(path)
            }
            Deed::Add(action) => {
                let id = draft.next_id();
                opened(id.clone());
                work.dispatch(action);
                Aim::Words(id)
            }
            Deed::Move(id, up) => {
                work.dispatch(ListAction::Move { id: id.clone(), up });
                moved.set(Some((id.clone(), up)));
                Aim::Buttons(id, if up { ["up", "down"] } else { ["down", "up"] })
            }
            Deed::Remove(id, said) => {
                if let Some((within, at)) = draft.place_of(&id).as_deref().and_then(above) {
                    let from = draft.clone();
                    gone.set(Some(Rc::new(Gone { id: id.clone(), from, within, at, said })));
                }
                work.dispatch(ListAction::Remove { id });
                Aim::Path("undo".to_owned())
            }
            Deed::PutBack => {
                let Some(back) = &*gone else { return };
                gone.set(None);
                let (id, from) = (back.id.clone(), back.from.clone());
                work.dispatch(ListAction::PutBack { id: id.clone(), from });
                Aim::Buttons(id, ["remove", "remove"])
            }
            Deed::LetGo => {
                let Some(back) = gone.as_ref().map(|gone| gone.within.clone()) else { return };
                gone.set(None);
                Aim::Path(back)
            }
            Deed::Toggle(id) => {
                if !open.contains(&id) {
                    opened(id.clone());
                    Aim::Words(id)
                } else {
                    return open.set(Rc::new(open.iter().filter(|known| **known != id).cloned().collect()));
                }
            }
            Deed::See(path) => {
                let spot = Spot::of(&path);
                let item = spot.part.zip(spot.item);
                let item = item.and_then(|(part, item)| draft.list.lists.get(part)?.items.get(item));
                if let Some(item) = item {
                    opened(item.id.clone());
                }
                Aim::Path(path)
            }
        };
        *aim.borrow_mut() = Some(next);
    })
}

/// What something is in, and which of that it is: `lists[0].items`, 2.
pub(super) fn above(path: &str) -> Option<(String, usize)> {
    let (within, at) = path.strip_suffix(']')?.rsplit_once('[')?;
    Some((within.to_owned(), at.parse().ok()?))
}

pub(super) fn settle_focus(stage: &NodeRef, aim: &RefCell<Option<Aim>>, draft: &ListDraft) {
    let Some(wanted) = aim.take() else { return };
    let path = |id: &str| draft.place_of(id);
    let ids = match &wanted {
        Aim::Path(path) => vec![id_of(path)],
        Aim::Words(id) => path(id)
            .into_iter()
            .flat_map(|path| ["title", "text"].map(|name| id_of(&format!("{path}.{name}.plain"))))
            .collect(),
        Aim::Buttons(id, names) => {
            path(id).into_iter().flat_map(|path| names.map(|name| id_of(&format!("{path}.{name}")))).collect()
        }
    };
    focus::to_any(stage, &ids);
}
