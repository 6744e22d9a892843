//! The tablet page: two doors, the drafts that were left, records, settings, the way in and out for files.

mod data;
mod desk;
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
pub mod store;
mod through;

use crate::browser::{Env, speech};
use crate::domain::{
    checklist::{CheckSession, Checklist, ListDraft},
    export::Document,
    notice::{Notice, NoticeSnapshot, Organization},
};
use crate::ui::{checklist::Checkup, paper::NoticePrint};
use desk::{Change, Desk, trouble_note};
use list_shelf::use_lists;
use notices::Origin;
use rounds::{check_done, check_said, consent, consent_done};
use settings::{choose, gaps, settings};
use standing::{Standing, use_notices};
use std::rc::Rc;
use store::{ConsentDraft, Trouble};
use yew::prelude::*;

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
    /// A document that something was added to from outside, and whether the device kept it.
    #[prop_or_default]
    pub given: Option<(Rc<Document>, bool)>,
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
    let first = use_memo((), |()| {
        env.keep.ask_to_persist();
        let (document, trouble) = store::load(env, &props.notice);
        (Rc::new(document), trouble)
    });
    let document = use_state_eq(|| first.0.clone());
    let trouble = use_state_eq(|| first.1.clone());
    let kept = use_state_eq(|| true);
    let screen = use_state_eq(|| Screen::Home);
    let round = use_state_eq(|| 0_u32);
    let draft_kept = use_state_eq(|| true);

    {
        let ondocument = props.ondocument.clone();
        use_effect_with(((*document).clone(), *kept), move |now| ondocument.emit(now.clone()));
    }
    {
        let (document, kept) = (document.clone(), kept.clone());
        use_effect_with(props.given.clone(), move |given| {
            if let Some((given, was_kept)) = given {
                kept.set(*was_kept);
                document.set(given.clone());
            }
        });
    }
    {
        // Words from the host page fill what the group has not said itself; they may come after the first screen.
        let (document, kept) = (document.clone(), kept.clone());
        use_effect_with(props.organization.clone(), move |given| {
            if given.values.keys().any(|name| !document.organization.values.contains_key(name)) {
                let given = given.clone();
                let (next, was_kept) = store::update(env, &document, *kept, |document| {
                    for (name, value) in given.values.iter() {
                        document.organization.values.get_or_insert_with(name, || value.clone());
                    }
                });
                document.set(Rc::new(next));
                kept.set(was_kept);
            }
        });
    }
    {
        let screen = screen.clone();
        use_effect_with(props.resets, move |resets| {
            if *resets > 0 {
                store::keep_consent_draft(env, None);
                store::keep_check_draft(env, None);
                screen.set(Screen::Home);
            }
        });
    }

    let go = {
        let (screen, round) = (screen.clone(), round.clone());
        Callback::from(move |to: Screen| {
            speech::stop();
            round.set(*round + 1);
            screen.set(to);
        })
    };
    let update = {
        let (document, kept, trouble) = (document.clone(), kept.clone(), trouble.clone());
        Callback::from(move |change: Change| {
            let (next, was_kept) = store::update(env, &document, *kept, |document| change.apply(document));
            document.set(Rc::new(next));
            kept.set(was_kept);
            trouble.set((!was_kept).then_some(Trouble::NotKept));
            was_kept
        })
    };
    let (notices, standing, onwish) = {
        let trouble = trouble.clone();
        let ontrouble = Callback::from(move |what| trouble.set(Some(what)));
        use_notices(env, props, &document.organization, &update, &go, ontrouble)
    };
    let (lists, onlist) = {
        let trouble = trouble.clone();
        let ontrouble = Callback::from(move |what| trouble.set(Some(what)));
        use_lists(env, props.list.clone(), &go, ontrouble)
    };
    // What a conversation began with; the round tells one from the next.
    let begun = use_mut_ref(|| None::<(u32, Rc<NoticeSnapshot>)>);
    let noted = {
        let draft_kept = draft_kept.clone();
        Callback::from(move |yes| draft_kept.set(yes))
    };
    let desk = Desk {
        env,
        document: (*document).clone(),
        go,
        update,
        list: lists.list.clone(),
        lists: lists.clone(),
        notice: standing.ready(),
        kept: *kept,
        noted,
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
            <div class="banner">if !*draft_kept { { trouble_note(&Trouble::DraftNotKept) } }</div>
            { shown }
        </>
    }
}
