//! Home: two unmistakable doors; what was left in the middle is offered, not forced.

use super::{
    Desk, Screen,
    device::{Device, Trouble},
    drafts, trouble_note,
};
use crate::browser::{files, focus};
use crate::domain::{json, table::Table};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Note, NoteKind, Picture, between, say, when},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HomeProps {
    pub desk: Desk,
    /// Where the first door leads: to the conversation, or to what stands in its way.
    pub begin: Screen,
    pub trouble: Option<Trouble>,
}

#[component]
pub(super) fn Home(props: &HomeProps) -> Html {
    let HomeProps { desk, begin, trouble } = props;
    let words = use_view().words();
    let device = &desk.device;
    let again = use_force_update();
    let consent_left = device.consent_draft();
    let check_left = device.check_draft();

    // A door never walks over what was left in the middle: it asks first, at the card that offers to go on.
    let asked = use_state_eq(|| None::<&'static str>);
    let ask = |what: &'static str| {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(Some(what)))
    };
    let begin = desk.to(begin.clone());
    // Looked up when the door is tapped: another window may have left something since this screen was drawn.
    let unless = |there: fn(&Device) -> bool, ask: Callback<()>, go: Callback<()>| {
        let (again, device) = (again.clone(), device.clone());
        Callback::from(move |()| {
            if there(&device) {
                again.force_update();
                ask.emit(());
            } else {
                go.emit(());
            }
        })
    };
    let consent = unless(|device| device.consent_draft().is_some(), ask(CONSENT), begin);
    let check = unless(|device| device.check_draft().is_some(), ask(CHECK), desk.to(Screen::Check(None)));
    let door = |name: &'static str, title: &'static str, hint: &'static str, onclick: Callback<()>| {
        html! {
            <button type="button" class="door" part="door" onclick={onclick.reform(|_| ())}>
                <Picture class="door__picture" {name} />
                <span class="door__title said">{ say(title) }</span>
                <span class="door__hint said">{ say(hint) }</span>
            </button>
        }
    };
    let left = |what: &'static str,
                title: &'static str,
                when: String,
                goes_on: Callback<()>,
                draft: &'static str| {
        let is_asked = *asked == Some(what);
        let (again, asked, device) = (again.clone(), asked.clone(), device.clone());
        let restart = Callback::from(move |()| {
            device.forget(draft);
            asked.set(None);
            again.force_update();
        });
        html! { <Left key={what} {title} {when} {goes_on} {restart} asked={is_asked} /> }
    };
    let consent_card = consent_left.map(|draft| {
        let when = draft.session.started_at.to_japanese();
        let title = if draft.session.changes().is_some() { "draft.change" } else { CONSENT };
        left(CONSENT, title, when, desk.to(Screen::Consent(Some(draft))), drafts::CONSENT)
    });
    let check_card = check_left.map(|draft| {
        let when = draft.started_at.to_japanese();
        left(CHECK, CHECK, when, desk.to(Screen::Check(Some(draft))), drafts::CHECK)
    });
    html! {
        <Frame title={words.t("home.title")} screen="home">
            <div class="stage__inner stage__inner--wide home settle">
                <Heading screen="home">{ say("home.heading") }</Heading>
                { for trouble.iter().chain(&desk.lists.trouble).map(trouble_note) }
                <Unreadable desk={desk.clone()} />
                { for consent_card }
                { for check_card }
                <div class="doors">
                    { door("door-consent", "home.consent", "home.consent_hint", consent) }
                    { door("door-check", "home.check", "home.check_hint", check) }
                </div>
                <div class="home__staff">
                    <Button icon="records" onclick={desk.to(Screen::Records)}>{ say("home.records") }</Button>
                    <Button icon="print" onclick={desk.to(Screen::Notice)}>{ say("paper.notice") }</Button>
                    <Button icon="gear" onclick={desk.to(Screen::Settings { then_consent: false })}>{ say("home.settings") }</Button>
                    <Button icon="upload" onclick={desk.to(Screen::Data)}>{ say("home.data") }</Button>
                </div>
                <p class="small said home__quiet">{ say("home.privacy") }{ between() }{ say("home.advice") }</p>
            </div>
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
struct UnreadableProps {
    desk: Desk,
}

/// What cannot be read on this device: it is still there, can be saved, and is removed only when somebody says so twice.
#[component]
fn Unreadable(props: &UnreadableProps) -> Html {
    let desk = &props.desk;
    let (again, sure) = (use_force_update(), use_state_eq(|| false));
    let Some((texts, cause)) = desk.device.unreadable() else { return Html::default() };
    let now = (desk.env.now)();
    let save = Callback::from(move |()| {
        let text = match &texts[..] {
            [(_, one)] => one.clone(),
            several => json::text(&several.iter().cloned().collect::<Table<String>>()),
        };
        // Whether the browser kept the file is seen in its own list of files.
        let _ = files::download(&format!("nattoku-unreadable-{}.json", now.date()), &text);
    });
    let ask = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    let remove = {
        let (device, again) = (desk.device.clone(), again.clone());
        Callback::from(move |()| {
            device.remove_unreadable();
            again.force_update();
        })
    };
    html! {
        <>
            { trouble_note(&Trouble::Unreadable(cause)) }
            <div class="buttons">
                <Button icon="download" onclick={save}>{ say("error.unreadable_save") }</Button>
                <Button kind={ButtonKind::Quiet} icon="trash" expanded={*sure} onclick={ask.clone()}>{ say("error.unreadable_remove") }</Button>
            </div>
            if *sure {
                <Note kind={NoteKind::Care} live={true}>
                    <div class="note__body">
                        <p>{ say("error.unreadable_sure") }</p>
                        <div class="buttons">
                            <Button icon="trash" onclick={remove}>{ say("records.delete_yes") }</Button>
                            <Button onclick={ask}>{ say("records.delete_no") }</Button>
                        </div>
                    </div>
                </Note>
            }
        </>
    }
}

const CONSENT: &str = "draft.consent";
const CHECK: &str = "draft.check";

#[derive(Properties, PartialEq)]
struct LeftProps {
    /// Key of the sentence that says what was left.
    title: &'static str,
    when: String,
    goes_on: Callback<()>,
    restart: Callback<()>,
    /// Its door was tapped: the focus comes here.
    asked: bool,
}

/// One thing that was left in the middle. The person's name is not shown: the next person may be looking.
/// Starting over asks once more, because it discards.
#[component]
fn Left(props: &LeftProps) -> Html {
    let card = use_node_ref();
    let sure = use_state_eq(|| false);
    {
        let card = card.clone();
        use_effect_with(props.asked, move |asked| {
            if *asked {
                focus::to(&card);
            }
        });
    }
    let toggle = {
        let sure = sure.clone();
        Callback::from(move |()| sure.set(!*sure))
    };
    html! {
        <section class={classes!("card", "left", props.asked.then_some("left--asked"))} ref={card} tabindex="-1">
            <p class="said"><strong>{ say(props.title) }</strong><br /><span class="small">{ when(&props.when) }</span></p>
            if *sure {
                <div class="buttons">
                    <p class="said">{ say("draft.restart_sure") }</p>
                    <Button icon="trash" onclick={props.restart.clone()}>{ say("draft.restart_yes") }</Button>
                    <Button onclick={toggle}>{ say("draft.restart_no") }</Button>
                </div>
            } else {
                <div class="buttons">
                    <Button icon="next" onclick={props.goes_on.clone()}>{ say("draft.continue") }</Button>
                    <Button kind={ButtonKind::Quiet} onclick={toggle}>{ say("draft.restart") }</Button>
                </div>
            }
        </section>
    }
}
