//! `<nattoku-app>`: the tablet page in an element.

use super::attributes::Templates;
use super::core::{ElementProps, Kind, TakeIn, TakeList};
use super::link::{Command, use_ready};
use super::lists::OWN;
use super::notices::{NOTICES, Shown};
use crate::browser::{Env, storage::Keep};
use crate::domain::export::Document;
use crate::ui::{
    tablet::{Tablet, store},
    view::{Look, View, Viewport},
};
use std::{cell::Cell, rc::Rc};
use yew::prelude::*;

pub(super) struct AppElement;

impl Kind for AppElement {
    type Component = AppHost;
    const KEEP: Keep = Keep::Device;
    const TEMPLATES: &Templates = &NOTICES;
    const TAKE_LIST: Option<TakeList> = Some(OWN);
    const TAKE_IN: Option<TakeIn> = Some(|env, link, more| {
        let shown = link
            .document()
            .map_or_else(|| Document::new((env.now)(), link.organization()), |document| (*document).clone());
        let taken_in = store::take_in(env, &shown, link.kept(), more)?;
        Ok((taken_in.document, taken_in.kept))
    });
}

/// What stands inside the element.
#[component]
pub fn AppHost(props: &ElementProps) -> Html {
    let ElementProps { attributes, shown: Shown { notice, own }, list, organization, link } = props;
    let env = Env::browser(attributes.keep);
    use_ready(link);
    let look = use_state_eq(|| store::look(env).unwrap_or(attributes.look));
    let given = use_state_eq(|| None::<(Rc<Document>, bool)>);
    let resets = use_state_eq(|| 0_u32);
    let prints = use_state_eq(|| 0_u32);
    let touched = use_memo((), |()| Cell::new(false));
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
            Command::Load(document, kept) => given.set(Some((document, kept))),
            Command::Reset => resets.set(*resets + 1),
            Command::PrintNotice => prints.set(*prints + 1),
        }));
    }
    let ondocument = {
        let link = link.clone();
        Callback::from(move |(document, kept): (Rc<Document>, bool)| {
            link.put_organization(document.organization.clone());
            link.put(Some(document), kept);
            link.tell("nattoku-change", None);
        })
    };
    let oncomplete = {
        let link = link.clone();
        Callback::from(move |one: Document| link.tell("nattoku-complete", Some(&one.to_json())))
    };
    let view = View {
        lang: attributes.lang,
        look: *look,
        set_look: {
            let look = look.clone();
            Callback::from(move |next: Look| {
                store::keep_look(env, next);
                look.set(next);
            })
        },
        page: true,
        touched,
    };
    html! {
        <Viewport {view}>
            <Tablet {env} notice={notice.clone()} notice_by_page={*own} list={list.clone()} organization={organization.clone()} {ondocument} {oncomplete}
                given={(*given).clone()} resets={*resets} prints={*prints} />
        </Viewport>
    }
}
