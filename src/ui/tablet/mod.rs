//! The tablet page: two doors, the drafts that were left, records, settings, the way in and out for files.

mod data;
mod desk;
pub mod device;
mod drafts;
mod home;
mod keeping;
mod list_files;
mod list_shelf;
mod list_write;
mod lists;
mod notice;
mod notices;
mod records;
mod refused;
mod rounds;
mod settings;
pub mod shelf;
mod standards;
mod standing;
mod through;
mod waiting;

use crate::app::{keeper::Told, store::StoreError};
use crate::browser::{Env, speech};
use crate::domain::{
    checklist::{CheckSession, Checklist, ListDraft},
    export::Document,
    notice::{Notice, NoticeSnapshot, Organization},
};
use crate::ui::{checklist::Checkup, paper::NoticePrint};
use desk::{Change, Desk, trouble_note};
use device::{ConsentDraft, Device, Trouble, is_conflict};
use list_shelf::use_lists;
use notices::Origin;
use rounds::{check_done, check_said, consent, consent_done};
use settings::{choose, gaps, settings};
use standing::{Standing, use_notices};
use std::rc::Rc;
pub use waiting::Waiting;
use yew::{platform::spawn_local, prelude::*};

/// Which screen of the tablet is shown.
#[derive(Clone, PartialEq)]
enum Screen {
    Home,
    /// The group's words; afterwards straight to the conversation, or home.
    Settings {
        then_consent: bool,
    },
    Consent(Option<ConsentDraft>),
    ConsentDone(String),
    Check(Option<Rc<CheckSession>>),
    CheckDone(String),
    Records,
    Record(String),
    Data,
    /// The explanations to choose from.
    Notices,
    /// One of them, read through.
    Preview(Rc<Notice>, Origin),
    /// The explanation on its own, to be read and printed.
    Notice,
    /// The lists of the check to choose from.
    Lists(lists::Way),
    /// One of them, read through.
    List(Rc<Checklist>, lists::Origin, lists::Way),
    /// One of the group's own, being written.
    Write(Rc<ListDraft>, lists::Way),
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct TabletProps {
    pub env: Env,
    /// What everything is kept by; opened as far as the first screen needs it.
    pub device: Device,
    /// Whether the records of people were read, too.
    pub ready: bool,
    /// Why nothing can be kept, if so.
    #[prop_or_default]
    pub trouble: Option<StoreError>,
    /// The built-in notice that is used until the group chooses another; or the host page's own, which it cannot change.
    pub notice: Rc<Notice>,
    #[prop_or_default]
    pub notice_by_page: bool,
    /// The host page's own list of the check, which the group cannot change.
    #[prop_or_default]
    pub list: Option<Rc<Checklist>>,
    /// The group's words from the host page; the device's own win.
    pub organization: Rc<Organization>,
    /// The document changed, and whether the device kept it.
    pub ondocument: Callback<(Rc<Document>, bool)>,
    /// A record (`true`) or run was finished.
    pub oncomplete: Callback<Document>,
    /// A document that something was added to from outside.
    #[prop_or_default]
    pub given: Option<Rc<Document>>,
    /// Called when that is taken in; what it gives is told whether the device kept it.
    #[prop_or_default]
    pub ongiven: Option<Callback<(), Callback<bool>>>,
    /// Goes up when the host page wants the start again.
    #[prop_or_default]
    pub resets: u32,
    /// Goes up when the host page wants the notice on paper.
    #[prop_or_default]
    pub prints: u32,
}

/// The tablet page.
#[component]
pub fn Tablet(props: &TabletProps) -> Html {
    let env = props.env;
    let device = &props.device;
    // Goes up whenever what is shown, or what the device has of it, may be another.
    let tick = use_state(|| 0_u32);
    let trouble = use_state_eq(|| props.trouble.clone().map(Trouble::NotKept));
    let draft_trouble = use_state_eq(|| None::<Trouble>);
    let screen = use_state_eq(|| Screen::Home);
    let round = use_state_eq(|| 0_u32);
    let (document, kept) = (device.document(), device.is_kept());
    {
        // The device tells what it kept, and what another window did.
        let (tick, trouble, draft_trouble) = (tick.setter(), trouble.setter(), draft_trouble.setter());
        use_effect_with(device.clone(), move |device| {
            let (keeper, device) = (device.keeper().clone(), device.clone());
            let count = std::cell::Cell::new(0);
            let listening = keeper.listen(Rc::new(move |told| {
                count.set(count.get() + 1);
                match told {
                    Told::Changed(_) => {}
                    Told::Kept(_) if device.is_kept() => {
                        trouble.set(None);
                        draft_trouble.set(None);
                    }
                    Told::Kept(_) => {}
                    Told::NotKept(keys, error) if device.works_on(keys) && is_conflict(error) => {
                        draft_trouble.set(Some(Trouble::DraftElsewhere));
                    }
                    Told::NotKept(keys, error) => {
                        if device.works_on(keys) {
                            draft_trouble.set(Some(Trouble::DraftNotKept(error.clone())));
                        }
                        trouble.set(Some(whose(keys, error)));
                    }
                }
                tick.set(count.get());
            }));
            move || drop(listening)
        });
    }
    {
        let ondocument = props.ondocument.clone();
        use_effect_with((document.clone(), kept), move |now| ondocument.emit(now.clone()));
    }
    {
        let (device, ongiven) = (device.clone(), props.ongiven.clone());
        use_effect_with((props.given.clone(), props.ready), move |(given, ready)| {
            if let Some(given) = given.clone().filter(|_| *ready) {
                let told = ongiven.map(|ongiven| ongiven.emit(()));
                spawn_local(async move {
                    // It was read before it came here; what it contradicts was told to whoever gave it.
                    let taken_in = device.take_in((*given).clone()).await;
                    let kept = taken_in.is_ok_and(|(_, outcome)| outcome.is_ok());
                    told.iter().for_each(|told| told.emit(kept));
                });
            }
        });
    }
    {
        // Words from the host page fill what the group has not said itself; they may come after the first screen.
        let (document, device) = (document.clone(), device.clone());
        use_effect_with(props.organization.clone(), move |given| {
            if given.values.keys().any(|name| !document.organization.values.contains_key(name)) {
                let given = given.clone();
                spawn_local(async move {
                    let fill = |document: &mut Document| {
                        for (name, value) in given.values.iter() {
                            document.organization.values.get_or_insert_with(name, || value.clone());
                        }
                    };
                    // What the device refused is told by the device.
                    drop(device.update(fill).await);
                });
            }
        });
    }
    {
        let (screen, device) = (screen.clone(), device.clone());
        use_effect_with(props.resets, move |resets| {
            if *resets > 0 {
                device.forget(drafts::CONSENT);
                device.forget(drafts::CHECK);
                screen.set(Screen::Home);
            }
        });
    }

    let go = {
        let (screen, round, device) = (screen.clone(), round.clone(), device.clone());
        let draft_trouble = draft_trouble.clone();
        Callback::from(move |to: Screen| {
            speech::stop();
            device.begin();
            if *draft_trouble == Some(Trouble::DraftElsewhere) {
                draft_trouble.set(None);
            }
            round.set(*round + 1);
            screen.set(to);
        })
    };
    let update = {
        let device = device.clone();
        Callback::from(move |change: Change| {
            let device = device.clone();
            spawn_local(async move {
                // What the device refused is told by the device.
                drop(device.update(|document| change.apply(document)).await);
            });
        })
    };
    let (notices, standing, onwish) = use_notices(device, props, &document.organization, &update, &go);
    let (lists, onlist) = use_lists(device, props.list.clone(), &go);
    // What a conversation began with; the round tells one from the next.
    let begun = use_mut_ref(|| None::<(u32, Rc<NoticeSnapshot>)>);
    let desk = Desk {
        env,
        device: device.clone(),
        document: document.clone(),
        go,
        update,
        list: lists.list.clone(),
        lists: lists.clone(),
        notice: standing.ready(),
        kept,
        ready: props.ready,
    };
    let home = desk.tool_home();
    let paper = html! { <NoticePrint notice={standing.ready()} asked={props.prints} /> };

    let shown = match &*screen {
        Screen::Home => {
            let begin = match &standing {
                Standing::Words => Screen::Settings { then_consent: true },
                Standing::Ready(_) | Standing::Gaps(_) | Standing::Unreadable => Screen::Consent(None),
            };
            html! { <home::Home {desk} {begin} trouble={(*trouble).clone()} /> }
        }
        Screen::Settings { then_consent } => settings(&desk, &notices, &standing, *then_consent),
        Screen::Consent(Some(draft)) => {
            consent(&desk, props, draft.notice.clone(), Some(draft.session.clone()), *round)
        }
        Screen::Consent(None) => {
            // A conversation that has begun goes on, whatever the host page makes of the notice meanwhile.
            let going =
                begun.borrow().clone().filter(|(begun, _)| *begun == *round).map(|(_, notice)| notice);
            match (going, standing.clone()) {
                (Some(notice), _) | (None, Standing::Ready(notice)) => {
                    *begun.borrow_mut() = Some((*round, notice.clone()));
                    consent(&desk, props, notice, None, *round)
                }
                (None, Standing::Words) => settings(&desk, &notices, &standing, true),
                (None, Standing::Gaps(missing)) => gaps(&desk, &notices, &missing),
                (None, Standing::Unreadable) => choose(&desk, &notices, onwish),
            }
        }
        Screen::ConsentDone(id) => consent_done(&desk, id),
        Screen::Check(None) if lists.is_unreadable() => {
            html! { <lists::Choose {desk} {lists} way={lists::Way::Settings} onwish={onlist} /> }
        }
        Screen::Check(draft) => {
            let onsaid = check_said(&desk, props);
            let choice = html! { <lists::Another desk={desk.clone()} /> };
            let runs = Rc::new(desk.document.checklist_runs.clone());
            let organization = Rc::new(desk.document.organization.clone());
            html! {
                <Checkup key={*round} list={desk.list.clone()} {env} draft={draft.clone()} {onsaid} tools={home} {choice}
                    meeting={true} {runs} {organization} />
            }
        }
        Screen::CheckDone(id) => check_done(&desk, id),
        Screen::Records => html! { <records::Records {desk} /> },
        Screen::Record(id) => html! { <records::Record {desk} id={id.clone()} /> },
        Screen::Notice => match standing.ready() {
            Some(notice) => html! { <notice::Notice {desk} {notice} /> },
            None => choose(&desk, &notices, onwish),
        },
        Screen::Data => html! { <data::Data {desk} /> },
        Screen::Notices => choose(&desk, &notices, onwish),
        Screen::Lists(way) => html! { <lists::Choose {desk} {lists} way={*way} onwish={onlist} /> },
        Screen::List(list, origin, way) => html! {
            <lists::Look {desk} {lists} list={list.clone()} origin={origin.clone()} way={*way} onwish={onlist} />
        },
        Screen::Write(draft, way) => list_write::write(&desk, draft, *way, &onlist),
        Screen::Preview(notice, origin) => html! {
            <notices::Look {desk} notices={notices.clone()} notice={notice.clone()} origin={origin.clone()} {onwish} />
        },
    };
    // One shape, whatever the banner says: a screen that changed its place would begin anew.
    html! {
        <>
            { paper }
            <div class="banner">{ for draft_trouble.iter().map(trouble_note) }</div>
            { shown }
        </>
    }
}

/// Which part of what is shown the device did not keep.
fn whose(keys: &[String], error: &StoreError) -> Trouble {
    let all = |prefix: &str| keys.iter().all(|key| key.starts_with(prefix));
    if all(shelf::CHOICE) {
        Trouble::NoticeNotKept
    } else if all(list_shelf::LISTS) {
        Trouble::ListNotKept
    } else {
        Trouble::NotKept(error.clone())
    }
}
