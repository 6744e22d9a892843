//! The settings: which explanation the group uses, and the words it puts into it. A staff screen.

use super::{
    Change, Desk, Screen,
    lists::Way,
    notices::{Choose, Wish},
    standing::{Notices, Standing},
};
use crate::domain::law::Topic;
use crate::ui::{
    consent::way_back,
    controls::{Button, ButtonKind, Note, NoteKind, said, say},
    lists::counted,
    notice::Incomplete,
    organization::OrganizationForm,
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

/// The group's words; afterwards straight to the conversation, or home.
pub(super) fn settings(desk: &Desk, notices: &Notices, standing: &Standing, then_consent: bool) -> Html {
    let onsave = {
        let (device, go) = (desk.device.clone(), desk.go.clone());
        Callback::from(move |organization| {
            let (device, go) = (device.clone(), go.clone());
            yew::platform::spawn_local(async move {
                // What the device refused is told by the device; the words stand on the screen all the same.
                drop(device.update(|document| Change::Organization(organization).apply(document)).await);
                go.emit(if then_consent { Screen::Consent(None) } else { Screen::Home });
            });
        })
    };
    let onchange = {
        let update = desk.update.clone();
        Callback::from(move |organization| {
            update.emit(Change::Organization(organization));
        })
    };
    let missing = match standing {
        Standing::Gaps(missing) => missing.len(),
        _ => 0,
    };
    let intro = html! {
        <>
            <InUse desk={desk.clone()} notices={notices.clone()} {missing} />
            <ListInUse desk={desk.clone()} />
        </>
    };
    html! {
        <OrganizationForm notice={notices.notice.clone()} organization={Rc::new(desk.document.organization.clone())}
            {onsave} {onchange} onback={desk.to(Screen::Home)} tools={desk.tool_home()} {intro} />
    }
}

/// The explanations to choose from.
pub(super) fn choose(desk: &Desk, notices: &Notices, onwish: Callback<Wish>) -> Html {
    html! { <Choose desk={desk.clone()} notices={notices.clone()} {onwish} /> }
}

/// What the explanation in use leaves out, in place of the conversation.
pub(super) fn gaps(desk: &Desk, notices: &Notices, missing: &Rc<Vec<Topic>>) -> Html {
    let choose = (!notices.by_page).then(|| {
        html! { <Button kind={ButtonKind::Primary} onclick={desk.to(Screen::Notices)}>{ say("notices.choose") }</Button> }
    });
    let actions = html! { <>{ for choose }{ way_back(Some(desk.to(Screen::Home))) }</> };
    html! { <Incomplete notice={notices.notice.clone()} missing={missing.clone()} {actions} tools={desk.tool_home()} /> }
}

#[derive(Properties, PartialEq)]
struct ListInUseProps {
    desk: Desk,
}

/// Which list the check asks, and the way to another.
#[component]
fn ListInUse(props: &ListInUseProps) -> Html {
    let desk = &props.desk;
    let words = use_view().words();
    let lists = &desk.lists;
    html! {
        <section class="card in-use">
            <p class="small said">{ say("lists.current") }</p>
            if lists.is_unreadable() {
                <Note kind={NoteKind::Care}><p class="note__body">{ say("lists.unreadable") }</p></Note>
            } else {
                <p class="in-use__title said">{ said(words.pick(&lists.list.title)) }</p>
                <p class="small said">{ said(&counted(&lists.list, words)) }</p>
            }
            if lists.given.is_some() {
                <p class="small said">{ say("lists.by_page") }</p>
            } else {
                <div class="buttons"><Button onclick={desk.to(Screen::Lists(Way::Settings))}>{ say("lists.choose") }</Button></div>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct InUseProps {
    desk: Desk,
    notices: Notices,
    /// How many topics it leaves out.
    missing: usize,
}

/// Which explanation is in use, and the way to another.
#[component]
fn InUse(props: &InUseProps) -> Html {
    let InUseProps { desk, notices, missing } = props;
    let words = use_view().words();
    html! {
        <section class="card in-use">
            <p class="small said">{ say("notices.current") }</p>
            if notices.unreadable.is_some() {
                <Note kind={NoteKind::Care}><p class="note__body">{ say("notices.unreadable") }</p></Note>
            } else {
                <p class="in-use__title said">{ said(words.pick(&notices.notice.title)) }</p>
            }
            if *missing > 0 {
                <Note kind={NoteKind::Care}>
                    <p class="note__body">{ said(&words.with("gaps.count", &[("count", &missing.to_string())])) }</p>
                    <Button onclick={desk.to(Screen::Consent(None))}>{ say("gaps.see") }</Button>
                </Note>
            }
            if notices.by_page {
                <p class="small said">{ say("notices.by_page") }</p>
            } else {
                <div class="buttons"><Button onclick={desk.to(Screen::Notices)}>{ say("notices.choose") }</Button></div>
            }
        </section>
    }
}
