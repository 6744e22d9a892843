//! From a finished record on: another answer, or a newer explanation. Offered quietly, never pressed upon anybody.

use crate::browser::Env;
use crate::domain::{
    consent::{Consent, Outcome},
    notice::NoticeSnapshot,
    session::{Session, asks_again},
    time::Timestamp,
};
use crate::ui::controls::{Button, Note, say};
use std::rc::Rc;
use yew::prelude::*;

/// A conversation that goes on a finished record, with the text it is about.
pub type Reopened = (Rc<Session>, Rc<NoticeSnapshot>);

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct WaysProps {
    pub consent: Rc<Consent>,
    /// The texts of the document the record is from.
    pub notices: Rc<Vec<NoticeSnapshot>>,
    /// The explanation as it is given now, where it can be given.
    pub latest: Option<Rc<NoticeSnapshot>>,
    pub env: Env,
    pub onreopen: Callback<Reopened>,
}

/// The buttons. A higher first number of the version is told about; a correction of words asks nobody again.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let WaysProps { consent, latest, env, .. } = props;
    let now = env.now;
    let unable = consent.current.outcome == Some(Outcome::UnableToConfirm);
    let about = consent.latest_decision().map(|event| event.notice.digest.clone());
    let text =
        props.notices.iter().find(|notice| Some(&notice.digest) == about.as_ref()).cloned().map(Rc::new);
    let reopen = |notice: Rc<NoticeSnapshot>, begin: fn(&Consent, &NoticeSnapshot, Timestamp) -> Session| {
        let (consent, now, onreopen) = (consent.clone(), now, props.onreopen.clone());
        Callback::from(move |()| onreopen.emit((Rc::new(begin(&consent, &notice, now())), notice.clone())))
    };
    let change = text.filter(|_| !unable || !consent.current.answers.is_empty()).map(|notice| {
        let onclick = reopen(notice, Session::change);
        html! { <Button icon="undo" {onclick}>{ say("revise.change") }</Button> }
    });
    let newer = latest.clone().filter(|latest| asks_again(consent, latest)).map(|latest| {
        let onclick = reopen(latest, Session::anew);
        html! {
            <Note>
                <p class="note__body">{ say("revise.newer") }</p>
                <Button icon="door-consent" {onclick}>{ say("revise.anew") }</Button>
            </Note>
        }
    });
    let again = latest.clone().filter(|_| unable && newer.is_none()).map(|latest| {
        let onclick = reopen(latest, Session::anew);
        html! { <Button {onclick}>{ say("revise.again") }</Button> }
    });
    html! {
        <div class="ways-on screen-only">
            { for newer }
            <div class="buttons">{ for change }{ for again }</div>
        </div>
    }
}
