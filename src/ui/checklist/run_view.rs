//! A finished run as a person reads it: on the closing screen, in the list of records, and on paper where one sheet was
//! answered. Several people are counts, in the order to talk about them; letters stand on no screen, even where the
//! group chose to keep them.

use super::{
    Subheading,
    report::told_on,
    since::{counts_line, day_words, deeds},
    tally::{Glyph, Tallies, word},
};
use crate::domain::{
    checklist::{Checklist, ChecklistRun, Counts, MarksKept, SnapshotItem, splits},
    day::Day,
    digest,
};
use crate::ui::{
    controls::{Said, Say, said, say, when},
    view::use_view,
    wording::Words,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct RunViewProps {
    pub run: Rc<ChecklistRun>,
    /// The list of the run, for its short titles and words; without it the run's own copy of the text is shown.
    #[prop_or_default]
    pub list: Option<Rc<Checklist>>,
    /// The runs this device holds, to name the one that this goes on from.
    #[prop_or_default]
    pub runs: Rc<Vec<ChecklistRun>>,
    /// The day that the state of actions is told for; the day of the run where there is none.
    #[prop_or_default]
    pub today: Option<Day>,
}

/// Everything in a finished run, in words and shapes. Nothing that is printed is folded, so that paper shows it all.
#[component]
pub fn RunView(props: &RunViewProps) -> Html {
    let run = &props.run;
    let words = use_view().words();
    // The words of another list, or of this one as it is by now, would be wrong here.
    let same = |list: &Rc<Checklist>| list.id == run.list.id && list.digest() == run.list.digest;
    let known = props.list.clone().filter(same);
    let list = known.as_deref();
    // A run keeps what was asked by marks; the questions of the emergency are those that all our lists share.
    let shared = list.is_none().then(Checklist::salon);
    let tallies = run.tallies();
    let several = run.respondents.len() != 1;
    let items = in_order(run, &tallies).into_iter().filter_map(|n| {
        Some(row(run, list, n, run.list.items.get(n)?, tallies.get(n).filter(|_| several), words))
    });
    let actions = told_on(run, props.today).map(|today| run.actions_on(today)).unwrap_or_default();
    let written = run.rules.iter().map(|rule| (rule.text.clone(), rule.item.clone()));
    let answers = run.emergency.iter().map(|answer| {
        let question = list.or(shared.as_ref()).and_then(|list| list.question(&answer.question));
        let title = question.map_or_else(|| answer.question.clone(), |q| words.pick(&q.text).to_owned());
        (title, answer.text.clone())
    });
    let version = format!("{} {}", run.list.id, run.list.version);
    html! {
        <article class="record run" part="record">
            <p class="record__outcome said"><Said text={run.list.title.clone()} /></p>
            <p lang="ja">{ when(&run.finished_at.to_japanese()) }</p>
            { there(run, &props.runs, words) }
            <Tallies summary={run.summary.clone()} list={known.clone()} />
            <section class="check__part">
                <Subheading text={words.t("check.items")} />
                <dl class="rows">{ for items }</dl>
            </section>
            if !actions.is_empty() {
                <section class="check__part">
                    <Subheading text={words.t("report.actions")} />
                    { deeds(words, &actions) }
                </section>
            }
            <section class="check__part">
                <Subheading text={list.map_or_else(|| words.t("check.rules").to_owned(), |list| words.pick(&list.rules.title).to_owned())} />
                { rules(written, list, words) }
            </section>
            <section class="check__part">
                <Subheading text={list.map_or_else(|| words.t("check.emergency").to_owned(), |list| words.pick(&list.emergency.title).to_owned())} />
                { agreed(answers) }
            </section>
            { ahead(run, words) }
            <p class="small"><Say k="check.list" />{ ": " }{ version }{ " " }
                <span class="record__print">{ digest::fingerprint(&run.list.digest) }</span></p>
        </article>
    }
}

/// The places of the items: of one sheet as they were asked, of several people as there is to talk about.
fn in_order(run: &ChecklistRun, tallies: &[Counts]) -> Vec<usize> {
    if run.respondents.len() == 1 {
        return (0..run.list.items.len()).collect();
    }
    let counted = run.list.items.iter().zip(tallies);
    let order = splits(&mut counted.map(|(item, counts)| (item.id.as_str(), *counts)));
    let place = |id: &str| run.list.items.iter().position(|item| item.id == id);
    order.iter().filter_map(|split| place(&split.item)).collect()
}

/// How many were there and answered, and which run it goes on from.
fn there(run: &ChecklistRun, runs: &[ChecklistRun], words: Words) -> Html {
    let number = |key: &'static str, n: String| said(&words.t(key).replace("{{n}}", &n));
    let people = run.people.map(|people| number("report.here", people.to_string()));
    let answered =
        (run.respondents.len() != 1).then(|| number("since.answered", run.respondents.len().to_string()));
    let follows = run.follows.as_ref().map(|id| {
        let day = runs.iter().find(|known| known.id == *id).and_then(ChecklistRun::day);
        day.map_or_else(
            || say("report.follows_one"),
            |day| said(&words.t("report.follows").replace("{{day}}", &day_words(words, day))),
        )
    });
    let lines = [people, answered, follows].into_iter().flatten();
    let lines = lines.map(|line| html! { <li class="said">{ line }</li> }).collect::<Vec<_>>();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <ul class="run__there">{ for lines }</ul> }
}

/// The next check, and where the result is taken.
fn ahead(run: &ChecklistRun, words: Words) -> Html {
    let next = run.next.map(|day| ("report.next", said(&day_words(words, day))));
    let reported = run.reported.as_ref().map(|one| {
        let day = one.day.map(|day| html! { <>{ " " }{ said(&day_words(words, day)) }</> });
        ("report.reported", html! { <><bdi lang="ja">{ one.to.clone() }</bdi>{ for day }</> })
    });
    let facts: Vec<Html> = [next, reported]
        .into_iter()
        .flatten()
        .map(|(key, said)| html! { <><dt class="said">{ say(key) }</dt><dd class="said">{ said }</dd></> })
        .collect();
    if facts.is_empty() {
        return Html::default();
    }
    html! { <dl class="facts">{ for facts }</dl> }
}

fn title(list: Option<&Checklist>, item: &SnapshotItem, words: Words) -> String {
    let known = list.and_then(|list| list.item(&item.id));
    known.map_or_else(|| item.text.clone(), |item| words.pick(&item.short).to_owned())
}

/// One item with its mark, or with the counts of several people; what was said, and what was noted.
fn row(
    run: &ChecklistRun,
    list: Option<&Checklist>,
    n: usize,
    item: &SnapshotItem,
    counts: Option<&Counts>,
    words: Words,
) -> Html {
    let marks = match (counts, run.respondents.first()) {
        (Some(counts), _) => counts_line(words, list, counts),
        (None, Some(only)) => {
            let mark = run.mark_of(&item.id, &only.id);
            // Counted even so: one person whose marks were not kept.
            let counted = run.kept == MarksKept::Counted;
            if counted {
                run.tallies().get(n).map(|counts| counts_line(words, list, counts)).unwrap_or_default()
            } else {
                html! {
                    <span class="tally__count">
                        <Glyph {mark} />
                        <span class="said"><Said text={word(words, list, mark)} /></span>
                    </span>
                }
            }
        }
        (None, None) => Html::default(),
    };
    let talk = run.talk.iter().find(|said| said.item == item.id).map(|said| &said.text);
    let note = run.notes.iter().find(|note| note.item == item.id).map(|note| &note.text);
    let typed =
        |text: &String| html! { <dd class="written run__note" lang="ja"><bdi>{ text.clone() }</bdi></dd> };
    html! {
        <div class="row run__row" key={item.id.clone()}>
            <dt class="said">{ n + 1 }{ ". " }<Said text={title(list, item, words)} /></dt>
            <dd class="run__marks">{ marks }</dd>
            { for talk.map(typed) }
            { for note.map(typed) }
        </div>
    }
}

/// The group's rules as written, with the item each grew out of; blank ones say nothing.
pub(super) fn rules(
    rules: impl Iterator<Item = (String, Option<String>)>,
    list: Option<&Checklist>,
    words: Words,
) -> Html {
    let lines = rules
        .filter(|(text, _)| !text.trim().is_empty())
        .map(|(text, item)| {
            let from = item
                .and_then(|id| list?.item(&id))
                .map(|item| words.t("check.rule_from").replace("{{title}}", words.pick(&item.short)));
            html! {
                <li><p class="written" lang="ja"><bdi>{ text }</bdi></p>
                    if let Some(from) = from { <p class="small said"><Said text={from} /></p> }</li>
            }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        return html! { <p class="small said"><Say k="check.nothing" /></p> };
    }
    html! { <ol class="check__rules">{ for lines }</ol> }
}

/// The emergency agreement as written: question (in ruby notation) and answer.
pub(super) fn agreed(answers: impl Iterator<Item = (String, String)>) -> Html {
    let lines = answers
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(question, text)| {
            html! {
                <><dt class="said"><Said text={question} /></dt><dd class="written" lang="ja"><bdi>{ text }</bdi></dd></>
            }
        })
        .collect::<Vec<_>>();
    if lines.is_empty() {
        return html! { <p class="small said"><Say k="check.nothing" /></p> };
    }
    html! { <dl class="agreed">{ for lines }</dl> }
}
