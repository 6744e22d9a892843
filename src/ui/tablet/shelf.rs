//! Which explanation this device uses: a built-in one, or the group's own as it came from a file.
//!
//! Kept beside the document, not in it: a record carries the words it was made with, and a saved file of records is no
//! place for a template. The own text is kept as it came, so that it can be saved again letter by letter.

use super::device::Device;
use super::notices::{Origin, Wish};
use crate::domain::{
    export::read,
    json::{self, FromTree, ToTree},
    notice::{Notice, NoticeErrors, Organization},
};
use std::rc::Rc;

pub(super) const CHOICE: &str = "app.notice";
const TEXT: &str = "app.notice.own";
/// What is chosen when it is the own one; no built-in notice is called so.
const OWN: &str = "own";

/// The group's own explanation.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// The file as it came.
    pub text: Rc<str>,
    /// What it says; or, when this version reads it otherwise than the one that took it in, what is wrong.
    pub notice: Result<Rc<Notice>, NoticeErrors>,
}

impl Own {
    fn read(text: &str) -> Self {
        Self { notice: Notice::parse(OWN, text).map(Rc::new), text: text.into() }
    }
}

/// What is written down.
#[derive(Clone, Debug, Default, PartialEq, FromTree, ToTree)]
#[serde(rename_all = "camelCase")]
struct Choice {
    /// The id of a built-in notice, [`OWN`], or nothing as long as nobody chose.
    #[serde(default)]
    chosen: Option<String>,
    /// The optional lines the group has met; see [`Organization::meet`].
    #[serde(default)]
    met: Vec<String>,
}

/// The explanations of this device, and which of them is in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    choice: Choice,
    /// The group's own, in use or not.
    pub own: Option<Own>,
}

impl Shelf {
    /// As the device has it. What cannot be read of the choice counts as not chosen.
    pub fn load(device: &Device) -> Self {
        let choice = device.get(CHOICE).and_then(|text| read(&text).ok()).unwrap_or_default();
        Self { choice, own: device.get(TEXT).map(|text| Own::read(&text)) }
    }

    /// The id of the built-in notice in use, if the group chose one.
    pub fn built_in(&self) -> Option<&str> {
        self.choice.chosen.as_deref().filter(|id| *id != OWN)
    }

    /// Whether the own one is in use.
    pub fn uses_own(&self) -> bool {
        self.own.is_some() && self.choice.chosen.as_deref() == Some(OWN)
    }

    /// The notice in use; `Ok(None)` as long as nobody chose.
    ///
    /// # Errors
    /// The own one is in use and cannot be read. Nothing takes its place: the group would explain what it did not
    /// choose.
    pub fn notice(&self) -> Result<Option<Rc<Notice>>, NoticeErrors> {
        match &self.own {
            Some(own) if self.uses_own() => own.notice.clone().map(Some),
            _ => Ok(self.built_in().and_then(Notice::builtin).map(Rc::new)),
        }
    }

    /// Does what the group wants. Whether the device kept it is told by the device.
    pub(super) fn grant(&mut self, device: &Device, wish: &Wish) {
        match wish {
            Wish::Use(Origin::BuiltIn(id)) => self.choose(device, id),
            Wish::Use(Origin::Own) => self.choose_own(device, None),
            Wish::Use(Origin::File(text)) => self.choose_own(device, Some(text)),
            Wish::Remove => self.remove_own(device),
        }
    }

    /// Uses a built-in notice from now on.
    pub fn choose(&mut self, device: &Device, id: &str) {
        self.choice.chosen = Some(id.to_owned());
        self.keep(device);
    }

    /// Uses the group's own from now on: the one that is there, or a new one in its place.
    pub fn choose_own(&mut self, device: &Device, text: Option<&str>) {
        if let Some(text) = text {
            self.own = Some(Own::read(text));
            device.set(TEXT, text.to_owned());
        }
        self.choice.chosen = Some(OWN.to_owned());
        self.keep(device);
    }

    /// Takes the own one away; where it was in use nothing is chosen then.
    pub fn remove_own(&mut self, device: &Device) {
        if self.uses_own() {
            self.choice.chosen = None;
        }
        self.own = None;
        device.unset(TEXT);
        self.keep(device);
    }

    /// The organization as it will be once it has met a notice; nothing is kept.
    pub fn met(&self, notice: &Notice, organization: &Organization) -> Organization {
        let (mut organization, mut met) = (organization.clone(), self.choice.met.clone());
        organization.meet(notice, &mut met);
        organization
    }

    /// The organization with the lines switched on that a notice starts with; `None` when it has met them all.
    pub fn meet(
        &mut self,
        device: &Device,
        notice: &Notice,
        organization: &Organization,
    ) -> Option<Organization> {
        let (mut organization, before) = (organization.clone(), self.choice.met.len());
        organization.meet(notice, &mut self.choice.met);
        (self.choice.met.len() > before).then(|| {
            // What is forgotten here is asked again; nothing a person entered hangs on it.
            self.keep(device);
            organization
        })
    }

    fn keep(&self, device: &Device) {
        device.set(CHOICE, json::text(&self.choice));
    }
}
