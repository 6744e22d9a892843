//! `<nattoku-consent>`: one person, from the explanation to the record.

use super::attributes::Templates;
use super::consent_drafts as drafts;
use super::core::{ElementProps, Kind};
use super::drafts::{Drafts, use_drafts};
use super::host::use_embed_view;
use super::link::{Command, use_ready};
use super::notices::{NOTICES, Shown};
use crate::browser::{Env, storage::Keep};
use crate::domain::{
    consent::Consent,
    export::{Document, Kind as File, file_name},
    json,
    notice::{NoticeSnapshot, Organization, missing_topics},
    session::Session,
};
use crate::ui::{
    consent::{Closing, Conversation, Reopened, Said, Ways},
    controls::{Button, ButtonKind, say},
    law::law,
    notice::Incomplete,
    organization::OrganizationForm,
    paper::NoticePrint,
    view::Viewport,
};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

pub(super) struct ConsentElement;

impl Kind for ConsentElement {
    type Component = ConsentHost;
    const KEEP: Keep = Keep::None;
    const TEMPLATES: &Templates = &NOTICES;
}

#[derive(Clone, PartialEq)]
struct Finished {
    document: Rc<Document>,
    consent: Rc<Consent>,
}

impl Finished {
    fn of(document: Rc<Document>) -> Option<Self> {
        let consent = Rc::new(document.consents.first()?.clone());
        Some(Self { document, consent })
    }
}

/// What stands inside the element: the form about the group, a conversation, or a finished record. From a finished
/// one the person can change or take back answers, or hear a newer explanation, unless the element is `readonly`.
#[component]
pub fn ConsentHost(props: &ElementProps) -> Html {
    let ElementProps { attributes, shown: Shown { notice, .. }, organization, link, .. } = props;
    let (store, opened) = use_drafts(attributes.keep, drafts::PREFIXES, link);
    use_ready(link);
    let view = use_embed_view(attributes);
    let own_words = use_state_eq(|| None::<Rc<Organization>>);
    let finished = use_state_eq(|| None::<Finished>);
    let reopened = use_state_eq(|| None::<Reopened>);
    // Where a change of mind stood when it was left; a device that keeps nothing still has it until the page closes.
    let left = use_mut_ref(|| None::<Rc<Session>>);
    let round = use_state_eq(|| 0_u32);
    let prints = use_state_eq(|| 0_u32);
    let env = Env::browser();
    let organization = (*own_words).clone().unwrap_or_else(|| {
        // Nobody has said anything yet: the group starts with the lines that the notice starts with.
        let silent = **organization == Organization::default();
        if silent { Rc::new(Organization::new(notice)) } else { organization.clone() }
    });
    link.put_organization((*organization).clone());

    {
        let prints = prints.clone();
        let (finished, round, link, store) = (finished.clone(), round.clone(), link.clone(), store.clone());
        let (reopened, left) = (reopened.clone(), left.clone());
        let listen = Callback::from(move |command| {
            match command {
                Command::Load(document) => {
                    let grown = Finished::of(document);
                    // The host page puts in the record that is being changed: what was entered is not thrown away.
                    let goes_on =
                        reopened.as_ref().zip(grown.as_ref()).is_some_and(|((session, _), grown)| {
                            session
                                .revision
                                .as_ref()
                                .is_some_and(|revision| revision.consent == grown.consent.id)
                        });
                    finished.set(grown);
                    if goes_on {
                        return;
                    }
                    reopened.set(None);
                }
                Command::Reset => {
                    drafts::forget_all(&store);
                    left.take();
                    reopened.set(None);
                    link.put(None);
                    finished.set(None);
                }
                Command::PrintNotice => return prints.set(*prints + 1),
            }
            round.set(*round + 1);
        });
        props.link.listen(listen);
    }

    let missing = use_memo((notice.clone(), organization.clone()), |(notice, organization)| {
        missing_topics(notice, law(), organization).into_iter().cloned().collect::<Vec<_>>()
    });
    {
        let link = link.clone();
        use_effect_with(missing.clone(), move |missing| {
            let ids: Vec<&str> = missing.iter().map(|topic| topic.id.as_str()).collect();
            if !ids.is_empty() {
                link.tell_error(
                    "notice.incomplete",
                    "notice",
                    &format!("it does not tell: {}", ids.join(", ")),
                );
            }
        });
    }
    let filled = use_memo((notice.clone(), organization.clone()), |(notice, organization)| {
        notice.fill(organization).map(Rc::new).ok()
    });
    // As long as nothing was said, another notice of the host page begins another conversation; afterwards the
    // conversation goes on in its own words, whatever the page makes of the notice meanwhile.
    let edition = use_mut_ref(|| (notice.clone(), 0_u32));
    if edition.borrow().0 != *notice {
        let next = edition.borrow().1 + 1;
        edition.replace((notice.clone(), next));
    }
    let begun = use_mut_ref(|| None::<(Turn, Rc<NoticeSnapshot>)>);
    let turn = (*round, edition.borrow().1);
    // Read once a round and a notice: the draft is where a conversation begins, not where it stands.
    let draft = use_memo((turn, notice.id.clone(), opened), |(_, id, opened)| {
        opened.then(|| drafts::of_notice(&store, id)).flatten()
    });
    if let Some(draft) = &*draft
        && begun.borrow().as_ref().is_none_or(|((begun, _), _)| *begun != *round)
    {
        *begun.borrow_mut() = Some((turn, draft.notice.clone()));
    }
    let going = begun.borrow().clone().filter(|((begun, _), _)| *begun == *round);
    let turn = going.as_ref().map_or(turn, |(turn, _)| *turn);
    let going = going.map(|(_, notice)| notice);
    let ready = going.or_else(|| (*filled).clone().filter(|_| missing.is_empty()));

    let inside = if !opened {
        // Nothing that a draft could change a moment later.
        Html::default()
    } else if let Some((session, notice)) = (*reopened).clone().filter(|_| !attributes.readonly) {
        let places =
            Places { store: &store, finished: &finished, reopened: &reopened, left: &left, begun: &begun };
        // Whatever notice the page has by now: this one goes on with its record's.
        conversation(props, &notice, env, places, ((*round, 0), Some(session)))
    } else if let Some(done) = &*finished {
        let latest = (*filled).clone().filter(|_| missing.is_empty());
        let onreopen = {
            let (reopened, round, left, store) =
                (reopened.clone(), round.clone(), left.clone(), store.clone());
            Callback::from(move |(session, notice): Reopened| {
                round.set(*round + 1);
                let begun =
                    drafts::left_of(left.borrow().clone(), &store, &session, &notice).unwrap_or(session);
                reopened.set(Some((begun, notice)));
            })
        };
        closing(done, attributes.readonly, link, (env, latest, onreopen))
    } else if let Some(notice) = &ready {
        let draft = draft.as_ref().as_ref().map(|draft| draft.session.clone());
        let draft = draft.filter(|draft| draft.fits(notice));
        conversation(
            props,
            notice,
            env,
            Places { store: &store, finished: &finished, reopened: &reopened, left: &left, begun: &begun },
            (turn, draft),
        )
    } else if !missing.is_empty() {
        html! { <Incomplete notice={notice.clone()} missing={missing.clone()} /> }
    } else {
        let onsave = {
            let own_words = own_words.clone();
            Callback::from(move |organization| own_words.set(Some(Rc::new(organization))))
        };
        html! { <OrganizationForm notice={notice.clone()} {organization} {onsave} /> }
    };
    let notice = (*filled).clone().filter(|_| missing.is_empty());
    html! { <Viewport {view}><NoticePrint {notice} asked={*prints} />{ inside }</Viewport> }
}

/// What a conversation changes around itself.
struct Places<'a> {
    store: &'a Rc<Drafts>,
    finished: &'a UseStateHandle<Option<Finished>>,
    reopened: &'a UseStateHandle<Option<Reopened>>,
    left: &'a Rc<RefCell<Option<Rc<Session>>>>,
    begun: &'a Begun,
}

/// The round of a conversation in which something was said, and the words it goes on in.
type Begun = Rc<RefCell<Option<(Turn, Rc<NoticeSnapshot>)>>>;

/// Which conversation it is: how many times one began, and with which notice of the host page.
type Turn = (u32, u32);

fn conversation(
    props: &ElementProps,
    notice: &Rc<NoticeSnapshot>,
    env: Env,
    Places { store, finished, reopened, left, begun }: Places<'_>,
    (turn, draft): (Turn, Option<Rc<Session>>),
) -> Html {
    let onsaid = {
        let (link, finished, store) = (props.link.clone(), finished.clone(), store.clone());
        let (reopened, left, begun) = (reopened.clone(), left.clone(), begun.clone());
        Callback::from(move |said: Said| match said {
            Said::Changed(session, notice) => {
                if session.is_worth_keeping() {
                    if session.revision.is_none() {
                        *begun.borrow_mut() = Some((turn, notice.clone()));
                    }
                    *left.borrow_mut() = session.revision.is_some().then(|| session.clone());
                    drafts::keep(&store, &session, &notice);
                    let step = json::object(&[("step", &session.step), ("answered", &session.answers.len())]);
                    link.tell("nattoku-change", Some(&json::text(&step)));
                } else {
                    // What was taken back must not come back with the draft.
                    drafts::forget(&store, &session);
                    let is_it = left.borrow().as_ref().is_some_and(|held| held.is_same_talk(&session));
                    if is_it {
                        *left.borrow_mut() = None;
                    }
                }
            }
            Said::Finished(consent, notice) => {
                drafts::forget_finished(&store, &consent, &notice);
                let now = (env.now)();
                let earlier = link.document().filter(|held| held.consents.iter().any(|c| c.id == consent.id));
                let mut document = earlier.map_or_else(
                    || Document::new(now, link.organization()),
                    |held| Document { exported_at: now, ..(*held).clone() },
                );
                document.add_notice((*notice).clone());
                match document.consents.iter_mut().find(|known| known.id == consent.id) {
                    Some(known) => *known = (*consent).clone(),
                    None => document.consents.push((*consent).clone()),
                }
                reopened.set(None);
                *left.borrow_mut() = None;
                let document = Rc::new(document);
                link.put(Some(document.clone()));
                finished.set(Finished::of(document.clone()));
                link.tell("nattoku-complete", Some(&document.to_json()));
            }
        })
    };
    let base = {
        let link = props.link.clone();
        Callback::from(move |id: String| {
            let held = link.document()?;
            held.consents.iter().find(|consent| consent.id == id).cloned().map(Rc::new)
        })
    };
    let goes_on = draft.as_ref().is_some_and(|draft| draft.revision.is_some());
    // The embed has no home; from a record that is being changed there is a way back to it, and the draft stays.
    let tools = goes_on.then(|| {
        let reopened = reopened.clone();
        let onclick = Callback::from(move |()| reopened.set(None));
        html! { <Button kind={ButtonKind::Tool} icon="records" {onclick}>{ say("change.leave") }</Button> }
    });
    let key = format!("{} {}", turn.0, turn.1);
    html! {
        <Conversation {key} notice={notice.clone()} {env} {draft} {base} {onsaid} tools={tools.unwrap_or_default()} />
    }
}

fn closing(
    done: &Finished,
    readonly: bool,
    link: &super::link::Link,
    (env, latest, onreopen): (Env, Option<Rc<NoticeSnapshot>>, Callback<Reopened>),
) -> Html {
    let export = {
        let done = done.clone();
        Callback::from(move |()| {
            let name = file_name(File::Consent, done.document.exported_at, &done.consent.id);
            (name, done.document.to_json())
        })
    };
    let onnext = (!readonly).then(|| {
        let link = link.clone();
        Callback::from(move |()| link.command(Command::Reset))
    });
    let notices = Rc::new(done.document.notices.clone());
    let ways = (!readonly).then(|| {
        html! { <Ways consent={done.consent.clone()} notices={notices.clone()} {latest} {env} {onreopen} /> }
    });
    html! { <Closing consent={done.consent.clone()} {notices} {export} {onnext} ways={ways.unwrap_or_default()} /> }
}
