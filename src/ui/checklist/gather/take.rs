//! Taking in what somebody brought, and saying what became of it: a code, a picture of one, or files.

use super::{super::Check, file_entry::Given, so_far::count};
use crate::domain::checklist::{
    Brought, CheckAction, CheckSession, Checklist, Fit, GatherAction, Taking, Unfit, code::CodeError,
    gather::from_code, reduce,
};
use crate::domain::export::{HandedOver, ImportError, handed_over};
use crate::domain::notice::Organization;
use crate::ui::{
    controls::{between, said},
    wording::Words,
};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// What became of something that was brought.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    /// So many more people.
    Took(u64),
    /// It is here already.
    Known,
    /// Somebody who counts already.
    Same,
    /// A code that is here already may still be somebody else's.
    Alike,
    /// It was taken as somebody else's.
    Another,
    /// It came from another version; what is counted differently.
    Fit(Fit),
    /// Not a code, or not one of this list.
    Code(CodeError),
    /// A picture that is no code at all.
    NotACode,
    /// A file of this name could not be read.
    Unreadable(String, ImportError),
    /// A run in a file of this name is not taken.
    Unfit(String, Unfit),
    /// A file of this name has no run.
    NoRun(String),
    /// The latest was taken out again.
    Undone,
}

impl Line {
    /// Whether somebody has to look at something again.
    pub(super) const fn needs_care(&self) -> bool {
        matches!(
            self,
            Self::Code(_) | Self::NotACode | Self::Unreadable(..) | Self::Unfit(..) | Self::NoRun(_)
        )
    }

    /// Whether it is no code as codes are written.
    pub(super) fn is_misread(&self) -> bool {
        matches!(self, Self::Code(CodeError::Misread(_)))
    }

    /// The sentence, or two.
    pub(super) fn tell(&self, words: Words, session: &CheckSession) -> Html {
        let list = &session.list;
        let of_file = |name: &str, sentence: String| {
            said(&format!("{} {sentence}", words.with("gather.of_file", &[("name", name)])))
        };
        match self {
            Self::Took(more) => {
                let took = said(&words.with("gather.took", &[("n", &more.to_string())]));
                html! { <>{ took }{ between() }{ said(&count(session.answered(), words)) }</> }
            }
            Self::Known => said(words.t("gather.known")),
            Self::Same => said(words.t("gather.same")),
            Self::Alike => said(words.t("gather.alike")),
            Self::Another => said(words.t("gather.another_took")),
            Self::Undone => said(words.t("gather.undone")),
            Self::NotACode => said(words.t("gather.not_code")),
            Self::Fit(fit) => fit_of(fit, words, list),
            Self::Code(error) => {
                html! { <>{ said(&refusal(error, words)) }{ for other_version(error, words, list) }</> }
            }
            Self::Unreadable(name, error) => of_file(name, words.whole(error.key()).to_owned()),
            Self::NoRun(name) => of_file(name, words.t("gather.no_run").to_owned()),
            Self::Unfit(name, unfit) => {
                let sentence = words.whole(unfit.key());
                of_file(
                    name,
                    match unfit {
                        Unfit::OtherList { title, .. } => sentence.replace("{{title}}", title),
                        Unfit::CountsOnly | Unfit::NobodyInIt => sentence.to_owned(),
                    },
                )
            }
        }
    }
}

/// Why a code was refused, in notation.
pub(super) fn refusal(error: &CodeError, words: Words) -> String {
    let group = error.group().unwrap_or_default().to_string();
    words.whole(error.key()).replace("{{group}}", &group)
}

/// Which version the code is of, where it can be told.
fn other_version(error: &CodeError, words: Words, list: &Checklist) -> Option<Html> {
    let CodeError::OtherVersion(Some(theirs)) = error else { return None };
    let sentence = words.with("gather.version", &[("theirs", theirs), ("ours", &list.version)]);
    Some(html! { <><br />{ said(&sentence) }</> })
}

/// What is counted differently for a result of another version.
fn fit_of(fit: &Fit, words: Words, list: &Checklist) -> Html {
    let added = fit.added.iter().filter_map(|id| Some(words.pick(&list.item(id)?.short).to_owned()));
    let named =
        [("gather.fit_added", added.collect::<Vec<_>>()), ("gather.fit_removed", fit.removed_texts.clone())];
    let lists = named.into_iter().filter(|(_, items)| !items.is_empty()).map(|(key, items)| {
        html! {
            <>
                <br />{ said(words.whole(key)) }
                <ul class="check__list">{ for items.iter().map(|text| html! { <li class="said">{ said(text) }</li> }) }</ul>
            </>
        }
    });
    html! { <>{ said(words.t("gather.fit")) }{ for lists }</> }
}

/// The same thing said once: of eight files that brought a person each, that eight people came.
fn in_one(lines: Vec<Line>) -> Vec<Line> {
    let mut one: Vec<Line> = Vec::new();
    let more = lines.iter().map(|line| if let Line::Took(more) = line { *more } else { 0 }).sum();
    if more > 0 {
        one.push(Line::Took(more));
    }
    for line in lines {
        if !matches!(line, Line::Took(_)) && !one.contains(&line) {
            one.push(line);
        }
    }
    one
}

/// What is asked about a file before it is taken in.
#[derive(Clone, PartialEq)]
pub(super) enum About {
    /// It is from a group of this name.
    OtherGroup(String),
    /// It holds earlier runs as well, left out as the same person's.
    Earlier,
}

/// A file, or a part of it, waiting to be asked about.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    /// Name of the file.
    pub name: String,
    /// The question.
    pub about: About,
    /// What is waiting.
    pub found: HandedOver,
}

/// What taking something in came to.
#[derive(Default)]
pub(super) struct Taken {
    /// What is said about it.
    pub lines: Vec<Line>,
    /// The keys by which the people who came with it can be taken out again.
    pub keys: Vec<String>,
    /// A code that changed nothing, as it would be taken in for another person.
    pub again: Option<Brought>,
}

impl Taken {
    fn only(line: Line) -> Self {
        Self { lines: vec![line], ..Self::default() }
    }

    fn add(&mut self, more: Self) {
        self.lines.extend(more.lines);
        self.keys.extend(more.keys);
    }
}

/// Takes things in, one after the other, without waiting for the screen: it keeps up with what it has done.
#[derive(Clone)]
pub(super) struct Taker {
    act: Callback<CheckAction>,
    organization: Rc<Organization>,
    now: Rc<RefCell<Rc<CheckSession>>>,
}

/// One for the life of a screen.
#[hook]
pub(super) fn use_taker(check: &Check) -> Taker {
    let now = use_memo((), |()| RefCell::new(check.session.clone()));
    now.replace(check.session.clone());
    Taker { act: check.act.clone(), organization: check.organization.clone(), now }
}

impl Taker {
    fn send(&self, action: GatherAction) {
        let action = CheckAction::Gather(action);
        let next = reduce(self.now.borrow().clone(), action.clone());
        self.now.replace(next);
        self.act.emit(action);
    }

    /// Takes sheets in.
    pub(super) fn take(&self, brought: Brought) -> Taken {
        let now = self.now.borrow().clone();
        let taking = now.taking(&brought);
        let fit = (brought.fit.other.is_some() && taking != Taking::Known).then(|| brought.fit.clone());
        // What is only another form of somebody who counts already is not taken out by itself.
        let counts = matches!(taking, Taking::More(_));
        let fresh = |key: &&String| counts && !now.gathering.sheets.contains_key(key);
        let keys = brought.sheets.keys().filter(fresh).cloned().collect();
        let line = match taking {
            Taking::More(more) => Line::Took(more),
            Taking::Known => Line::Known,
            Taking::Same => Line::Same,
        };
        self.send(GatherAction::Take(brought));
        Taken { lines: core::iter::once(line).chain(fit.map(Line::Fit)).collect(), keys, again: None }
    }

    /// Takes a code in.
    pub(super) fn code(&self, typed: &str) -> Taken {
        let list = self.now.borrow().list.clone();
        match from_code(typed, &list) {
            Ok(brought) => {
                let mut taken = self.take(brought.clone());
                if taken.keys.is_empty() {
                    // Numbered now, so that a second tap on the answer is nobody new.
                    taken.again = Some(brought.of_another(&self.now.borrow().gathering.sheets));
                    taken.lines.push(Line::Alike);
                }
                taken
            }
            Err(error) => Taken::only(Line::Code(error)),
        }
    }

    /// Takes in for another person what was here already.
    pub(super) fn another(&self, brought: Brought) -> Taken {
        let mut taken = self.take(brought);
        if !taken.keys.is_empty() {
            taken.lines.insert(0, Line::Another);
        }
        taken
    }

    /// Takes the latest of what a file held; earlier runs that would be more people are handed back to be asked about.
    pub(super) fn found(&self, name: &str, found: HandedOver) -> (Taken, Option<Asked>) {
        let HandedOver { brought, earlier, refused, .. } = found;
        if brought.is_none() && refused.is_empty() {
            return (Taken::only(Line::NoRun(name.to_owned())), None);
        }
        let mut taken = Taken::default();
        brought.into_iter().for_each(|brought| taken.add(self.take(brought)));
        taken.lines.extend(refused.into_iter().map(|(_, unfit)| Line::Unfit(name.to_owned(), unfit)));
        let now = self.now.borrow().clone();
        let more = |one: &Brought| matches!(now.taking(one), Taking::More(_));
        let earlier: Vec<Brought> = earlier.into_iter().filter(more).collect();
        let asked = (!earlier.is_empty()).then(|| Asked {
            name: name.to_owned(),
            about: About::Earlier,
            found: HandedOver { brought: None, earlier, refused: Vec::new(), other_group: None },
        });
        (Taken { lines: in_one(taken.lines), ..taken }, asked)
    }

    /// Takes what was asked about; there may be something else to ask.
    pub(super) fn answered(&self, asked: Asked) -> (Taken, Option<Asked>) {
        match asked.about {
            About::OtherGroup(_) => self.found(&asked.name, asked.found),
            About::Earlier => {
                let mut taken = Taken::default();
                asked.found.earlier.into_iter().for_each(|brought| taken.add(self.take(brought)));
                (Taken { lines: in_one(taken.lines), ..taken }, None)
            }
        }
    }

    /// Takes files in; what has to be asked about is handed back.
    pub(super) fn files(&self, files: Vec<Given>) -> (Taken, Vec<Asked>) {
        let (mut taken, mut asked) = (Taken::default(), Vec::new());
        let list = self.now.borrow().list.clone();
        for (name, text) in files {
            match text.and_then(|text| handed_over(&text, &list, &self.organization)) {
                Err(error) => taken.lines.push(Line::Unreadable(name, error)),
                Ok(found) => match found.other_group.clone().filter(|_| found.brought.is_some()) {
                    Some(group) => asked.push(Asked { name, about: About::OtherGroup(group), found }),
                    None => {
                        let (more, question) = self.found(&name, found);
                        taken.add(more);
                        asked.extend(question);
                    }
                },
            }
        }
        (Taken { lines: in_one(taken.lines), ..taken }, asked)
    }

    /// Takes sheets out again, and hands them over so that they can be put back.
    pub(super) fn take_out(&self, keys: &[String]) -> Brought {
        let sheets = {
            let now = self.now.borrow();
            let sheet = |key: &String| Some((key.clone(), now.gathering.sheets.get(key)?.clone()));
            keys.iter().filter_map(sheet).collect()
        };
        keys.iter().for_each(|key| self.send(GatherAction::Drop { key: key.clone() }));
        Brought { sheets, fit: Fit::default() }
    }
}
