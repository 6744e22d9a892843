//! Which explanation is in use, and whether a conversation can begin with it: what stands in its way otherwise.

use super::{
    Change, Screen, TabletProps,
    device::Device,
    notices::{Wish, missing},
    shelf::Shelf,
};
use crate::domain::law::Topic;
use crate::domain::notice::{Notice, NoticeErrors, NoticeSnapshot, Organization};
use std::rc::Rc;
use yew::prelude::*;

/// The explanations of this tablet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Notices {
    /// What the device keeps of them.
    pub shelf: Rc<Shelf>,
    /// The one in use.
    pub notice: Rc<Notice>,
    /// The host page decided which one; the group's own choice rests.
    pub by_page: bool,
    /// The own one is in use and cannot be read; `notice` is then only what the forms are made of.
    pub unreadable: Option<NoticeErrors>,
}

impl Notices {
    /// `given` is the host page's own notice (`by_page`), or the built-in one of the `template` attribute.
    pub(super) fn new(shelf: Rc<Shelf>, given: &Rc<Notice>, by_page: bool) -> Self {
        let (chosen, unreadable) = match shelf.notice() {
            Ok(chosen) => (chosen, None),
            Err(errors) => (None, (!by_page).then_some(errors)),
        };
        let notice = if by_page { None } else { chosen };
        Self { notice: notice.unwrap_or_else(|| given.clone()), shelf, by_page, unreadable }
    }

    /// Whether the group's own one is in use.
    pub(super) fn uses_own(&self) -> bool {
        !self.by_page && self.shelf.uses_own()
    }

    /// Whether this built-in notice is in use.
    pub(super) fn uses(&self, id: &str) -> bool {
        !self.by_page && !self.shelf.uses_own() && self.notice.id == id
    }
}

/// Whether a conversation can begin.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Standing {
    /// With these words.
    Ready(Rc<NoticeSnapshot>),
    /// The group's words are missing.
    Words,
    /// The notice does not tell everything that has to be told.
    Gaps(Rc<Vec<Topic>>),
    /// The notice in use cannot be read.
    Unreadable,
}

impl Standing {
    /// The words a conversation would begin with.
    pub(super) fn ready(&self) -> Option<Rc<NoticeSnapshot>> {
        match self {
            Self::Ready(notice) => Some(notice.clone()),
            Self::Words | Self::Gaps(_) | Self::Unreadable => None,
        }
    }

    pub(super) fn of(notices: &Notices, organization: &Organization) -> Self {
        if notices.unreadable.is_some() {
            return Self::Unreadable;
        }
        let missing = missing(&notices.notice, organization);
        if !missing.is_empty() {
            return Self::Gaps(Rc::new(missing));
        }
        notices.notice.fill(organization).map_or(Self::Words, |filled| Self::Ready(Rc::new(filled)))
    }
}

/// The explanations, whether a conversation can begin, and the way to choose another.
#[hook]
pub(super) fn use_notices(
    device: &Device,
    props: &TabletProps,
    organization: &Organization,
    update: &Callback<Change>,
    go: &Callback<Screen>,
) -> (Notices, Standing, Callback<Wish>) {
    let shelf = use_state_eq(|| Rc::new(Shelf::load(device)));
    let given = (props.notice.clone(), props.notice_by_page);
    let notices = use_memo(((*shelf).clone(), given), |(shelf, (given, by_page))| {
        Notices::new(shelf.clone(), given, *by_page)
    });
    let standing = use_memo((notices.clone(), organization.clone()), |(notices, organization)| {
        Standing::of(notices, organization)
    });
    // A notice that comes into use, however, starts with the lines that it starts with.
    let meet = {
        let (update, organization, device) = (update.clone(), organization.clone(), device.clone());
        move |shelf: &mut Shelf, notice: &Notice| {
            if let Some(met) = shelf.meet(&device, notice, &organization)
                && met != organization
            {
                update.emit(Change::Organization(met));
            }
        }
    };
    {
        let (shelf, meet) = (shelf.clone(), meet.clone());
        use_effect_with(notices.notice.clone(), move |notice| {
            let mut next = (**shelf).clone();
            meet(&mut next, notice);
            shelf.set(Rc::new(next));
        });
    }
    let onwish = {
        let (shelf, go, device) = (shelf.clone(), go.clone(), device.clone());
        Callback::from(move |wish: Wish| {
            let mut next = (**shelf).clone();
            next.grant(&device, &wish);
            // Before the settings open, which take the group's words as they stand.
            if let Ok(Some(notice)) = next.notice() {
                meet(&mut next, &notice);
            }
            shelf.set(Rc::new(next));
            // The next question is which words are still missing.
            go.emit(match wish {
                Wish::Remove => Screen::Notices,
                Wish::Use(_) => Screen::Settings { then_consent: false },
            });
        })
    };
    ((*notices).clone(), (*standing).clone(), onwish)
}
