//! `<nattoku-consent>`: one person, from the explanation to the record.

use super::core::{ElementProps, Kind};
use super::host::use_embed_view;
use super::link::{Command, use_ready};
use crate::browser::{Env, storage::Keep};
use crate::domain::{
    consent::Consent,
    export::{Document, Kind as File, file_name, read},
    json,
    notice::{NoticeSnapshot, Organization},
    session::Session,
};
use crate::ui::{
    consent::{Closing, Conversation, Said},
    organization::OrganizationForm,
    view::Viewport,
};
use std::rc::Rc;
use yew::prelude::*;

const DRAFT: &str = "consent.draft";

pub(super) struct ConsentElement;

impl Kind for ConsentElement {
    type Component = ConsentHost;
    const KEEP: Keep = Keep::None;
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

/// What stands inside the element.
#[component]
pub fn ConsentHost(props: &ElementProps) -> Html {
    let ElementProps { attributes, notice, organization, link } = props;
    use_ready(link);
    let view = use_embed_view(attributes);
    let own_words = use_state_eq(|| None::<Rc<Organization>>);
    let finished = use_state_eq(|| None::<Finished>);
    let round = use_state_eq(|| 0_u32);
    let env = Env::browser(attributes.keep);
    let organization = (*own_words).clone().unwrap_or_else(|| organization.clone());
    link.put_organization((*organization).clone());

    {
        let (finished, round, link, keep) = (finished.clone(), round.clone(), link.clone(), attributes.keep);
        let listen = Callback::from(move |command| {
            match command {
                Command::Load(document, _) => {
                    finished.set(Finished::of(document));
                }
                Command::Reset => {
                    keep.remove(DRAFT);
                    link.put(None, true);
                    finished.set(None);
                }
            }
            round.set(*round + 1);
        });
        props.link.listen(listen);
    }

    let filled = use_memo((notice.clone(), organization.clone()), |(notice, organization)| {
        notice.fill(organization).map(Rc::new)
    });

    // Read once a round: the draft is where a conversation begins, not where it stands.
    let draft = use_memo((*round, filled.is_ok()), |_| {
        env.keep.get(DRAFT).and_then(|text| read::<Session>(&text).ok())
    });

    let inside = if let Some(done) = &*finished {
        closing(done, attributes.readonly, link)
    } else if let Ok(notice) = &*filled {
        let draft = draft.as_ref().clone().filter(|draft| draft.fits(notice)).map(Rc::new);
        conversation(props, notice, env, &finished, (*round, draft))
    } else {
        let onsave = {
            let own_words = own_words.clone();
            Callback::from(move |organization| own_words.set(Some(Rc::new(organization))))
        };
        html! { <OrganizationForm notice={notice.clone()} {organization} {onsave} /> }
    };
    html! { <Viewport {view}>{ inside }</Viewport> }
}

fn conversation(
    props: &ElementProps,
    notice: &Rc<NoticeSnapshot>,
    env: Env,
    finished: &UseStateHandle<Option<Finished>>,
    (round, draft): (u32, Option<Rc<Session>>),
) -> Html {
    let onsaid = {
        let (link, finished) = (props.link.clone(), finished.clone());
        Callback::from(move |said: Said| match said {
            Said::Changed(session, _) => {
                if session.is_worth_keeping() {
                    if env.keep.set(DRAFT, &json::text(&*session)).is_err() {
                        link.tell_error("storage.full", "draft", "the device did not keep the draft");
                    }
                    let step = json::object(&[("step", &session.step), ("answered", &session.answers.len())]);
                    link.tell("nattoku-change", Some(&json::text(&step)));
                }
            }
            Said::Finished(consent, notice) => {
                env.keep.remove(DRAFT);
                let mut document = Document::new((env.now)(), link.organization());
                document.add_notice((*notice).clone());
                document.consents.push((*consent).clone());
                let document = Rc::new(document);
                link.put(Some(document.clone()), true);
                finished.set(Finished::of(document.clone()));
                link.tell("nattoku-complete", Some(&document.to_json()));
            }
        })
    };
    html! { <Conversation key={round} notice={notice.clone()} {env} {draft} {onsaid} /> }
}

fn closing(done: &Finished, readonly: bool, link: &super::link::Link) -> Html {
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
    html! { <Closing consent={done.consent.clone()} {notices} {export} {onnext} /> }
}
