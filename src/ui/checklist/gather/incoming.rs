//! What came in last, what became of it, and what can still be done about it: taken out again, put back, or asked about.

use super::{
    super::Check,
    file_entry::Given,
    take::{About, Asked, Line, Taken, use_taker},
};
use crate::domain::checklist::Brought;
use crate::ui::{
    controls::{Button, ButtonKind, Note, NoteKind, said, say},
    view::use_view,
};
use std::rc::Rc;
use yew::prelude::*;

/// What can be done about the latest thing that was taken in.
#[derive(Clone, PartialEq)]
enum Latest {
    Nothing,
    /// It can be taken out again, under these keys.
    There(Vec<String>),
    /// It was taken out and can be put back.
    Out(Brought),
    /// It is here already, and may be somebody else's.
    Again(Brought),
}

/// The files that somebody has to say something about.
#[derive(Default)]
struct Waiting(Vec<Asked>);

enum Ask {
    More(Vec<Asked>),
    Answered(Asked),
}

impl Reducible for Waiting {
    type Action = Ask;

    fn reduce(self: Rc<Self>, action: Ask) -> Rc<Self> {
        let mut waiting = self.0.clone();
        match action {
            Ask::More(more) => more.into_iter().for_each(|one| {
                if !waiting.contains(&one) {
                    waiting.push(one);
                }
            }),
            Ask::Answered(one) => waiting.retain(|other| *other != one),
        }
        Rc::new(Self(waiting))
    }
}

/// The ways in, and what is to be seen of what came.
pub(super) struct Incoming {
    /// A code was typed; whether it was taken in.
    pub ontyped: Callback<String, bool>,
    /// The camera saw something.
    pub onseen: Callback<String>,
    /// Files were chosen.
    pub onfiles: Callback<Vec<Given>>,
    /// What became of the latest, read out when it changes.
    pub news: Html,
    /// Files that are asked about.
    pub others: Html,
}

/// One for the life of a screen.
#[hook]
pub(super) fn use_incoming(check: &Check) -> Incoming {
    let words = use_view().words();
    let taker = use_taker(check);
    let told = use_state_eq(Vec::<Line>::new);
    let latest = use_state_eq(|| Latest::Nothing);
    let waiting = use_reducer(Waiting::default);
    let tell = {
        let (told, latest) = (told.setter(), latest.setter());
        Callback::from(move |Taken { lines, keys, again }| {
            // Beside what is told now stands only what can be done about that.
            latest.set(match again {
                Some(brought) => Latest::Again(brought),
                None if keys.is_empty() => Latest::Nothing,
                None => Latest::There(keys),
            });
            told.set(lines);
        })
    };
    let ontyped = {
        let (taker, tell) = (taker.clone(), tell.clone());
        Callback::from(move |typed: String| {
            let taken = taker.code(&typed);
            let whole = !taken.lines.iter().any(Line::needs_care);
            tell.emit(taken);
            whole
        })
    };
    let onseen = {
        let (taker, tell) = (taker.clone(), tell.clone());
        Callback::from(move |seen: String| {
            let mut taken = taker.code(&seen);
            // A pattern that is something else is not a code with a slip in it.
            if taken.lines.iter().any(Line::is_misread) {
                taken.lines = vec![Line::NotACode];
            }
            tell.emit(taken);
        })
    };
    let onfiles = {
        let (taker, tell, waiting) = (taker.clone(), tell.clone(), waiting.dispatcher());
        Callback::from(move |files: Vec<Given>| {
            let (taken, asked) = taker.files(files);
            tell.emit(taken);
            waiting.dispatch(Ask::More(asked));
        })
    };
    let undo = match &*latest {
        Latest::Nothing | Latest::Again(_) => None,
        Latest::There(keys) => {
            let (taker, keys, told, latest) = (taker.clone(), keys.clone(), told.setter(), latest.setter());
            let onclick = Callback::from(move |()| {
                latest.set(Latest::Out(taker.take_out(&keys)));
                told.set(vec![Line::Undone]);
            });
            Some(("gather.undo", Some("undo"), onclick))
        }
        Latest::Out(brought) => {
            let (taker, brought, tell) = (taker.clone(), brought.clone(), tell.clone());
            let onclick = Callback::from(move |()| tell.emit(taker.take(brought.clone())));
            Some(("gather.redo", None, onclick))
        }
    };
    let undo = undo.map(|(key, icon, onclick)| {
        html! { <Button kind={ButtonKind::Quiet} {icon} {onclick}>{ say(key) }</Button> }
    });
    // Not in the place of the way out again, which a second tap would meet.
    let another = match &*latest {
        Latest::Again(brought) => {
            let (taker, brought, tell) = (taker.clone(), brought.clone(), tell.clone());
            let onclick = Callback::from(move |()| tell.emit(taker.another(brought.clone())));
            Some(html! { <div class="buttons"><Button {onclick}>{ say("gather.another") }</Button></div> })
        }
        Latest::Nothing | Latest::There(_) | Latest::Out(_) => None,
    };
    let kind = if told.iter().any(Line::needs_care) { NoteKind::Care } else { NoteKind::Calm };
    let lines = told.iter().map(|line| html! { <div>{ line.tell(words, &check.session) }</div> });
    let news = html! {
        <div class="gather__told" role="status">
            if !told.is_empty() {
                <Note {kind}><div class="note__body">{ for lines }{ for another }</div>{ for undo }</Note>
            }
        </div>
    };
    let others = waiting.0.iter().enumerate().map(|(at, one)| {
        let answer = |take: bool| {
            let (one, taker, tell, waiting) =
                (one.clone(), taker.clone(), tell.clone(), waiting.dispatcher());
            Callback::from(move |()| {
                waiting.dispatch(Ask::Answered(one.clone()));
                if take {
                    let (taken, asked) = taker.answered(one.clone());
                    tell.emit(taken);
                    waiting.dispatch(Ask::More(asked.into_iter().collect()));
                }
            })
        };
        let (question, yes, no) = match &one.about {
            About::OtherGroup(group) => (
                words.with("gather.other_group", &[("group", group)]),
                "gather.other_take",
                "gather.other_leave",
            ),
            About::Earlier => {
                let n = one.found.earlier.len().to_string();
                (words.with("gather.older", &[("n", &n)]), "gather.older_take", "gather.older_leave")
            }
        };
        html! {
            <Note key={format!("{at} {}", one.name)} live={true}>
                <div class="note__body">
                    <p>{ said(&question) }</p>
                    <p class="small">{ one.name.clone() }</p>
                    <div class="buttons">
                        <Button about={one.name.clone()} onclick={answer(true)}>{ say(yes) }</Button>
                        <Button about={one.name.clone()} onclick={answer(false)}>{ say(no) }</Button>
                    </div>
                </div>
            </Note>
        }
    });
    let others = others.collect();
    Incoming { ontyped, onseen, onfiles, news, others }
}
