//! `<nattoku-app>`: the tablet page in an element.

use super::attributes::Templates;
use super::core::{ElementProps, Kind, TakeIn, TakeList};
use super::link::Command;
use super::lists::OWN;
use super::notices::{NOTICES, Shown};
use crate::app::store::StoreError;
use crate::browser::{Env, clock, storage::Keep};
use crate::domain::export::{Document, merge};
use crate::ui::{
    tablet::{Tablet, Waiting, device::Device},
    view::{Look, View, Viewport},
};
use std::{cell::Cell, rc::Rc};
use yew::{platform::spawn_local, prelude::*};

pub(super) struct AppElement;

impl Kind for AppElement {
    type Component = AppHost;
    const KEEP: Keep = Keep::Device;
    const TEMPLATES: &Templates = &NOTICES;
    const TAKE_LIST: Option<TakeList> = Some(OWN);
    const TAKE_IN: Option<TakeIn> = Some(|link, more| {
        let shown = link
            .document()
            .map_or_else(|| Document::new(clock::now(), link.organization()), |document| (*document).clone());
        merge(&shown, more).map(|(document, _)| document)
    });
}

/// What stands inside the element.
#[component]
pub fn AppHost(props: &ElementProps) -> Html {
    let ElementProps { attributes, shown: Shown { notice, own }, list, organization, link } = props;
    let env = Env::browser();
    let device = use_memo(attributes.keep, |keep| Device::new(env, *keep, notice));
    let device = (*device).clone();
    let opening = use_state_eq(|| Opening::Begun);
    let look = use_state_eq(|| attributes.look);
    let given = use_state_eq(|| None::<Rc<Document>>);
    let resets = use_state_eq(|| 0_u32);
    let prints = use_state_eq(|| 0_u32);
    let touched = use_memo((), |()| Cell::new(false));
    {
        let device = device.clone();
        link.put_latest(Rc::new(move || {
            let device = device.clone();
            Box::pin(async move {
                device.whole().await;
                device.look_again().await;
                device.document()
            })
        }));
    }
    {
        let (opening, look, link, keep) = (opening.clone(), look.clone(), link.clone(), attributes.keep);
        use_effect_with(device.clone(), move |device| {
            opening.set(Opening::Begun);
            keep.ask_to_persist();
            let device = device.clone();
            spawn_local(async move {
                let trouble = device.open().await.err();
                if let Some(remembered) = device.look() {
                    look.set(remembered);
                }
                if let Some(error) = &trouble {
                    link.tell_error("storage.full", "storage", &error.cause);
                }
                opening.set(Opening::Home(trouble.clone()));
                // The records come behind the first screen; what cannot be read of them is told at the next write.
                drop(device.read_rest().await);
                opening.set(Opening::Whole(trouble));
            });
        });
    }
    {
        let (link, whole) = (link.clone(), matches!(*opening, Opening::Whole(_)));
        use_effect_with(whole, move |whole| {
            if *whole {
                link.tell("nattoku-ready", None);
            }
        });
    }
    {
        // The device remembers the look; the host page's attributes speak when they change.
        let look = look.clone();
        let first = use_mut_ref(|| true);
        use_effect_with(attributes.look, move |attributes| {
            if !core::mem::take(&mut *first.borrow_mut()) {
                look.set(*attributes);
            }
        });
    }
    {
        let (given, resets, prints) = (given.clone(), resets.clone(), prints.clone());
        link.listen(Callback::from(move |command| match command {
            Command::Load(document) => given.set(Some(document)),
            Command::Reset => resets.set(*resets + 1),
            Command::PrintNotice => prints.set(*prints + 1),
        }));
    }
    let ondocument = {
        let link = link.clone();
        Callback::from(move |(document, _): (Rc<Document>, bool)| {
            link.put_organization(document.organization.clone());
            link.put(Some(document));
            link.tell("nattoku-change", None);
        })
    };
    let ongiven = {
        let link = link.clone();
        Callback::from(move |()| link.waiting_for_device())
    };
    let oncomplete = {
        let link = link.clone();
        Callback::from(move |one: Document| link.tell("nattoku-complete", Some(&one.to_json())))
    };
    let view = View {
        lang: attributes.lang,
        look: *look,
        set_look: {
            let (look, device) = (look.clone(), device.clone());
            Callback::from(move |next: Look| {
                device.keep_look(next);
                look.set(next);
            })
        },
        page: true,
        touched,
    };
    let (ready, trouble) = match &*opening {
        Opening::Begun => return html! { <Viewport {view}><Waiting /></Viewport> },
        Opening::Home(trouble) => (false, trouble.clone()),
        Opening::Whole(trouble) => (true, trouble.clone()),
    };
    html! {
        <Viewport {view}>
            <Tablet {env} {device} {ready} {trouble} notice={notice.clone()} notice_by_page={*own} list={list.clone()}
                organization={organization.clone()} {ondocument} {oncomplete} given={(*given).clone()} {ongiven} resets={*resets}
                prints={*prints} />
        </Viewport>
    }
}

/// How far the device's memory is opened, and why nothing can be kept, if so.
#[derive(Clone, PartialEq)]
enum Opening {
    /// Nothing is known yet.
    Begun,
    /// What the first screen needs.
    Home(Option<StoreError>),
    /// Everything.
    Whole(Option<StoreError>),
}
