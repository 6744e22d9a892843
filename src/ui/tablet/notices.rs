//! Choosing the explanation: the built-in ones, the group's own from a file, each read through before it is used.

use super::{Desk, Screen, keeping::Keeping, refused::listed, standing::Notices, through::Through};
use crate::browser::files;
use crate::domain::law::Topic;
use crate::domain::notice::{Notice, NoticeErrors, Organization, missing_topics};
use crate::ui::{
    consent::way_back,
    controls::{Button, ButtonKind, Frame, Heading, Icon, Note, NoteKind, Picture, Subheading, said, say},
    law::law,
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

/// The largest file that is looked at, in bytes. The longest built-in notice is a tenth of it.
const MAX_BYTES: f64 = 1_048_576.0;

/// Where an explanation that is looked at came from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Origin {
    /// Built in, by id.
    BuiltIn(String),
    /// The group's own, on this device already.
    Own,
    /// A file that was just read; nothing is kept of it yet.
    File(Rc<str>),
}

/// What the group wants of the explanations.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wish {
    Use(Origin),
    Remove,
}

#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    TooLarge,
    Refused(String, NoticeErrors),
}

#[derive(Properties, PartialEq)]
pub(super) struct NoticesProps {
    pub desk: Desk,
    pub notices: Notices,
    pub onwish: Callback<Wish>,
}

/// The cards, and the way in for a file.
#[component]
pub(super) fn Choose(props: &NoticesProps) -> Html {
    let NoticesProps { desk, notices, .. } = props;
    let words = use_view().words();
    let outcome = use_state_eq(|| Outcome::Nothing);
    let card = |notice: Rc<Notice>, origin: Origin, in_use: bool| {
        let [topics, questions] = [notice.sections.len(), notice.items.len()].map(|n| n.to_string());
        let count = words.with("notices.count", &[("topics", &topics), ("questions", &questions)]);
        let title = words.pick(&notice.title).to_owned();
        let audience = notice.audience.as_ref().map(|audience| words.pick(audience).to_owned());
        let picture = match &origin {
            Origin::BuiltIn(id) => drawing(id),
            Origin::Own | Origin::File(_) => "pen",
        };
        let key = notice.id.clone();
        let onclick = desk.to(Screen::Preview(notice, origin)).reform(|_: MouseEvent| ());
        html! {
            <li {key}>
                <button type="button" class="volume" part="door" {onclick} aria-current={in_use.then_some("true")}>
                    <Picture class="volume__picture" name={picture} />
                    <span class="volume__title said">{ said(&title) }</span>
                    if let Some(audience) = audience { <span class="volume__audience said">{ said(&audience) }</span> }
                    <span class="volume__count said">{ said(&count) }</span>
                    if in_use { <span class="volume__mark"><Icon name="check" /><span class="said">{ say("notices.in_use") }</span></span> }
                </button>
            </li>
        }
    };
    let built_in = Notice::BUILTIN.into_iter().filter_map(|id| {
        let notice = Rc::new(Notice::builtin(id)?);
        Some(card(notice, Origin::BuiltIn(id.to_owned()), notices.uses(id)))
    });
    let own = notices.shelf.own.as_ref().and_then(|own| own.notice.as_ref().ok()).map(|own| {
        html! { <ul class="volumes">{ card(own.clone(), Origin::Own, notices.uses_own()) }</ul> }
    });
    // Kept as it came, even where this version cannot read it: it can be saved, mended and loaded again.
    let damaged =
        notices.shelf.own.as_ref().and_then(|own| Some((own.text.clone(), own.notice.as_ref().err()?)));
    let damaged = damaged.map(|(text, errors)| {
        html! {
            <>
                { listed(errors, words) }
                <Keeping {text} name="own" removable={true} onwish={props.onwish.clone()} />
            </>
        }
    });
    let chosen = {
        let (go, outcome) = (desk.go.clone(), outcome.clone());
        Callback::from(move |event: Event| {
            let Some(file) = files::chosen(&event) else { return };
            if file.size() > MAX_BYTES {
                outcome.set(Outcome::TooLarge);
                return;
            }
            let (go, outcome, name) = (go.clone(), outcome.clone(), file.name());
            let done = Callback::from(move |text: Option<String>| {
                let text = text.unwrap_or_default();
                match Notice::parse(&name, &text) {
                    Ok(notice) => {
                        go.emit(Screen::Preview(Rc::new(notice), Origin::File(text.into())));
                    }
                    Err(errors) => outcome.set(Outcome::Refused(name.clone(), errors)),
                }
            });
            files::read(&file, done);
        })
    };
    let refused = match &*outcome {
        Outcome::Nothing => Html::default(),
        Outcome::TooLarge => {
            html! { <Note kind={NoteKind::Care} live={true}><p class="note__body">{ say("notices.too_large") }</p></Note> }
        }
        Outcome::Refused(file, errors) => {
            let count = errors.0.len().to_string();
            html! {
                <>
                    <Note kind={NoteKind::Care} live={true}>
                        <p class="note__body">{ said(&words.with("notices.refused", &[("file", file), ("count", &count)])) }</p>
                    </Note>
                    { listed(errors, words) }
                </>
            }
        }
    };
    html! {
        <Frame title={words.t("notices.title")} screen="notices" tools={desk.tool_home()}
            actions={way_back(Some(desk.to(Screen::Settings { then_consent: false })))}>
            <div class="stage__inner stage__inner--wide settle">
                <Heading screen="notices">{ say("notices.heading") }</Heading>
                <p class="lead said">{ say("notices.lead") }</p>
                if notices.unreadable.is_some() {
                    <Note kind={NoteKind::Care}><p class="note__body">{ say("notices.unreadable") }</p></Note>
                }
                <ul class="volumes">{ for built_in }</ul>
                <section class="card">
                    <Subheading>{ say("notices.own") }</Subheading>
                    { for own }
                    { for damaged }
                    <p class="said" id="own-lead">{ say("notices.own_lead") }</p>
                    <p class="small said">{ say("notices.own_kept") }</p>
                    <label class="button file">
                        <span class="said">{ say("notices.load") }</span>
                        <input type="file" accept=".json,application/json" aria-describedby="own-lead" onchange={chosen} />
                    </label>
                    { refused }
                </section>
            </div>
        </Frame>
    }
}

/// The drawing on the card of a built-in notice; one without its own has that of talking together.
fn drawing(id: &str) -> &'static str {
    match id {
        "salon" => "meeting",
        "care_provider" => "care",
        "child_disability" => "who",
        "neighbourhood_watch" => "visit",
        _ => "door-consent",
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LookProps {
    pub desk: Desk,
    pub notices: Notices,
    pub notice: Rc<Notice>,
    pub origin: Origin,
    pub onwish: Callback<Wish>,
}

/// One explanation read through; it is used from here, and only when it tells everything.
#[component]
pub(super) fn Look(props: &LookProps) -> Html {
    let LookProps { desk, notices, notice, origin, onwish } = props;
    let words = use_view().words();
    let organization = { notices.shelf.met(notice, &desk.document.organization) };
    let missing = use_memo((notice.clone(), organization.clone()), |(notice, organization)| {
        missing(notice, organization)
    });
    // A line that is switched off may tell what is missing: the group switches it on after it chose.
    let curable = missing.is_empty() || {
        let mut all = organization.clone();
        all.enabled_options = notice.optional.iter().map(|option| option.id.clone()).collect();
        missing_topics(notice, law(), &all).is_empty()
    };
    let in_use = match origin {
        Origin::BuiltIn(id) => notices.uses(id),
        Origin::Own => notices.uses_own(),
        Origin::File(_) => false,
    };
    let use_it = onwish.reform({
        let origin = origin.clone();
        move |()| Wish::Use(origin.clone())
    });
    let text: Option<Rc<str>> = match origin {
        Origin::BuiltIn(id) => Notice::source(id).map(Rc::from),
        Origin::Own => notices.shelf.own.as_ref().map(|own| own.text.clone()),
        Origin::File(_) => None,
    };
    let screen = format!("notice-{}", notice.id);
    let actions = html! {
        <>
            if curable && !in_use {
                <Button kind={ButtonKind::Primary} icon="check" onclick={use_it}>{ say("notices.use") }</Button>
            }
            { way_back(Some(desk.to(Screen::Notices))) }
        </>
    };
    html! {
        <Frame title={words.t("notices.title")} screen={screen.clone()} tools={desk.tool_home()} {actions}>
            <div class="stage__inner stage__inner--wide settle">
                <Heading {screen}>{ said(words.pick(&notice.title)) }</Heading>
                if in_use { <p class="volume__mark"><Icon name="check" /><span class="said">{ say("notices.in_use") }</span></p> }
                <Through notice={notice.clone()} {organization} {missing} />
                <Keeping {text} name={notice.id.clone()} removable={*origin == Origin::Own} onwish={onwish.clone()} />
            </div>
        </Frame>
    }
}

/// What a notice does not tell this group's people.
pub(super) fn missing(notice: &Notice, organization: &Organization) -> Vec<Topic> {
    missing_topics(notice, law(), organization).into_iter().cloned().collect()
}
