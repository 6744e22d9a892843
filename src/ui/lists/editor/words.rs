//! One text in both registers, side by side: how the easy one will look, and a field that asks for each reading, so that
//! nobody has to type braces.

use super::{Bench, Deed, id_of};
use crate::domain::checklist::{Place, Problem};
use crate::domain::text::{Text, Wording, first_bare, give_reading, is_kanji, parse};
use crate::ui::{
    controls::{Button, ButtonKind, Field, FieldKind, said, say},
    view::use_view,
    wording::Lang,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PairProps {
    pub bench: Bench,
    /// Where the text stands in the list: `lists[0].title`.
    pub path: AttrValue,
    pub place: Place,
    /// What it is, in ruby notation.
    pub label: AttrValue,
    pub text: Text,
    /// Several lines.
    #[prop_or_default]
    pub lines: bool,
}

#[component]
pub(super) fn Pair(props: &PairProps) -> Html {
    let PairProps { bench, path, place, label, text, lines } = props;
    let words = use_view().words();
    let kind = if *lines { FieldKind::Lines } else { FieldKind::Line };
    let write = |wording: Wording| {
        let (deed, place, lang) = (bench.deed.clone(), place.clone(), words.lang);
        let translated = text.en.is_some();
        Callback::from(move |text: String| {
            deed.emit(Deed::Write(place.clone(), wording, text));
            // A translation that nobody sees here would be one of other words from now on.
            if wording == Wording::Plain && lang == Lang::Ja && translated {
                deed.emit(Deed::Write(place.clone(), Wording::English, String::new()));
            }
        })
    };
    let field = |wording: Wording, name: &'static str, key: &'static str, value: &str| {
        let at = format!("{path}.{name}");
        let problem = bench.wrong(&at);
        // A reading that is missing is asked for below, calmly, until the list is to be used.
        let asked = matches!(problem, Some(Problem::NoReading(_))) && !bench.tried;
        let error = problem
            .filter(|_| !asked)
            .map(|problem| AttrValue::from(words.of("list_problem", problem.name())));
        let lang = if wording == Wording::English { "en" } else { "ja" };
        html! {
            <Field id={id_of(&at)} {kind} label={words.t(key)} value={value.to_owned()} {error} invalid={asked} {lang} oninput={write(wording)} />
        }
    };
    let copy = (text.easy.trim().is_empty() && !text.plain.trim().is_empty()).then(|| {
        let deed = Deed::Read(place.clone(), format!("{path}.easy"), text.plain.clone());
        html! { <Button kind={ButtonKind::Quiet} icon="copy" onclick={bench.to(deed)}>{ say("lists.copy_plain") }</Button> }
    });
    // Also where only the translation is wrong: whatever is wrong can be reached.
    let en = format!("{path}.en");
    let english = words.lang == Lang::En || bench.problems.iter().any(|error| error.place == en);
    html! {
        <fieldset class="own__pair">
            <legend class="own__legend said">{ said(label) }</legend>
            <div class="both">
                <div class="own__side">{ field(Wording::Plain, "plain", "look.plain", &text.plain) }</div>
                <div class="own__side">
                    { field(Wording::Easy, "easy", "look.easy", &text.easy) }
                    { seen(&text.easy) }
                    <Missing bench={bench.clone()} path={format!("{path}.easy")} place={place.clone()} easy={text.easy.clone()} />
                    // In a fragment of its own: what comes and goes would otherwise take the field's place in the page.
                    <>{ for copy }</>
                </div>
                if english {
                    <div class="own__side">{ field(Wording::English, "en", "lists.english", text.en.as_deref().unwrap_or_default()) }</div>
                }
            </div>
        </fieldset>
    }
}

/// Easy words as people will see them; nothing where they look as they are typed.
pub(super) fn seen(easy: &str) -> Html {
    let shown = easy.contains('{') && parse(easy).is_ok();
    html! {
        if shown {
            <p class="own__seen" lang="ja"><span class="own__seen-label said">{ say("lists.seen") }</span>{ said(easy) }</p>
        }
    }
}

#[derive(Properties, PartialEq)]
struct MissingProps {
    bench: Bench,
    path: String,
    place: Place,
    easy: String,
}

/// Asks for the first reading that is missing, and then for the next.
#[component]
fn Missing(props: &MissingProps) -> Html {
    let MissingProps { bench, path, place, easy } = props;
    let words = use_view().words();
    let typed = use_state_eq(String::new);
    let Some(word) = first_bare(easy) else { return Html::default() };
    let give = {
        let (deed, typed) = (bench.deed.clone(), typed.clone());
        let (place, path, easy, word) = (place.clone(), path.clone(), easy.clone(), word.clone());
        Callback::from(move |()| {
            let next = give_reading(&easy, &word, &typed);
            if next != easy {
                typed.set(String::new());
                let asks_on = first_bare(&next).is_some();
                let aim = if asks_on { format!("{path}.reading") } else { path.clone() };
                deed.emit(Deed::Read(place.clone(), aim, next));
            }
        })
    };
    let onkeydown = {
        let give = give.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Enter also ends what an input method composes.
            let typing = event.target_dyn_into::<web_sys::HtmlInputElement>().is_some();
            // Safari says 229 where it has already forgotten that it composed.
            if event.key() == "Enter" && !event.is_composing() && event.key_code() != 229 && typing {
                event.prevent_default();
                give.emit(());
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |text| typed.set(text))
    };
    let error = typed.contains(is_kanji).then(|| AttrValue::from(words.t("problem.value.reading_has_kanji")));
    html! {
        <div class="own__reading" {onkeydown}>
            if !bench.tried { <p class="small said">{ say("list_problem.no_reading") }</p> }
            <Field id={id_of(&format!("{path}.reading"))} label={words.with("lists.reading_of", &[("word", &word)])}
                value={(*typed).clone()} {error} {oninput} lang="ja" />
            <Button onclick={give}>{ say("lists.give_reading") }</Button>
        </div>
    }
}
