//! Where everything comes together: how many have answered, what phones bring, and the other ways to go on.

use super::{
    super::{ScreenProps, Subheading},
    code_entry::CodeEntry,
    file_entry::FileEntry,
    incoming::{Incoming, use_incoming},
    keep::KeepMarks,
    scanner::Scanner,
    so_far::{Here, SoFar},
};
use crate::browser::camera;
use crate::domain::checklist::{CheckAction, Step, Turn, Way, code::ListKey};
use crate::ui::{
    controls::{Button, ButtonKind, Frame, Heading, Note, say, way_back},
    view::use_view,
};
use yew::prelude::*;

/// What the camera of this tablet is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Camera {
    Off,
    On,
    /// It was asked for, and there is none.
    Lost,
}

/// How many have answered; takes in what others brought.
#[component]
pub(in super::super) fn Round(props: &ScreenProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let Incoming { ontyped, onseen, onfiles, news, others } = use_incoming(check);
    let can_read = use_state_eq(|| false);
    let camera = use_state_eq(|| Camera::Off);
    {
        let can_read = can_read.setter();
        use_effect_with((), move |()| camera::is_there(Callback::from(move |yes| can_read.set(yes))));
    }
    let turn = |to: Camera| {
        let camera = camera.setter();
        Callback::from(move |()| camera.set(to))
    };
    let groups = ListKey::from(&*check.session.list).groups();
    let actions = if check.came_from.is_some() {
        check.actions(words, None, None)
    } else {
        let onclick = {
            let check = check.clone();
            Callback::from(move |()| {
                // A sheet that somebody left half-way is put away: the group must not come upon it when it looks at items.
                if check.session.gathering.way == Way::PassedRound && !check.session.marks.is_empty() {
                    check.turn_to(Turn::Phones, true);
                }
                check.act.emit(CheckAction::Go(Step::Result));
            })
        };
        html! {
            <>
                <Button kind={ButtonKind::Primary} class="check__on" icon="next" icon_last={true} {onclick}>{ say("gather.see") }</Button>
                { way_back(check.to(Some(Step::Ways))) }
            </>
        }
    };
    let is_on = *camera == Camera::On;
    html! {
        <Frame title={words.t("check.title")} screen="gather-round" tools={check.tools.clone()} {actions}>
            <div class="stage__inner check__words settle">
                <Heading screen="gather-round">{ say("gather.title") }</Heading>
                <SoFar check={check.clone()} />
                <section class="card">
                    <Subheading text={words.t("gather.from_phones")} />
                    if let Some(groups) = groups {
                        <CodeEntry {groups} ontake={ontyped} />
                    } else {
                        <p class="said">{ say("gather.long") }</p>
                    }
                    if is_on {
                        <Scanner onfound={onseen} onlost={turn(Camera::Lost)} onclose={turn(Camera::Off)}>{ news.clone() }</Scanner>
                    } else {
                        if *camera == Camera::Lost {
                            <Note live={true}><p class="note__body">{ say("gather.camera_denied") }</p></Note>
                        }
                        { news }
                    }
                    { others }
                    <div class="buttons">
                        if *can_read && !is_on && groups.is_some() {
                            <Button icon="camera" onclick={turn(Camera::On)}>{ say("gather.camera") }</Button>
                        }
                        <FileEntry {onfiles} />
                    </div>
                    <p class="small said" id="gather-file-hint">{ say("gather.file_hint") }</p>
                </section>
                <Here check={check.clone()} />
                <KeepMarks check={check.clone()} />
            </div>
        </Frame>
    }
}
