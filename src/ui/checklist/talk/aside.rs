//! What stands beside a topic: the leak cases that teach it. In a column where there is room, folded where there is none.

use crate::domain::checklist::{Checklist, LeakCase};
use crate::ui::{
    checklist::{Subheading, cases::story},
    controls::{Fold, Said},
    wording::Words,
};
use yew::prelude::*;

/// The cases that are about an item or one of its sub-points.
fn about<'a>(list: &'a Checklist, item: &'a str) -> impl Iterator<Item = &'a LeakCase> {
    let teaches = move |id: &String| list.item_of(id).is_some_and(|known| known.id == item);
    list.cases.cards.iter().filter(move |case| case.teaches.iter().any(teaches))
}

/// Folded, for a narrow screen; the sheet hides it where there is a column.
pub(super) fn folded(words: Words, list: &Checklist, item: &str) -> Html {
    let folds = about(list, item).map(|case| {
        let title = words.t("check.case_fold").replace("{{title}}", words.pick(&case.title));
        html! {
            <Fold key={case.id.clone()} summary={html! { <Said text={title} /> }}>{ story(words, case) }</Fold>
        }
    });
    let folds = folds.collect::<Vec<_>>();
    if folds.is_empty() {
        Html::default()
    } else {
        html! { <div class="matter__folds">{ for folds }</div> }
    }
}

/// In a column of its own, for a wide screen; nothing where no case teaches the item.
pub(super) fn column(words: Words, list: &Checklist, item: &str) -> Option<Html> {
    let cards = about(list, item).map(|case| {
        let title = words.t("check.case_fold").replace("{{title}}", words.pick(&case.title));
        html! {
            <section class="card case" key={case.id.clone()}>
                <Subheading text={title} />
                { story(words, case) }
            </section>
        }
    });
    let cards = cards.collect::<Vec<_>>();
    (!cards.is_empty()).then(|| html! { <aside class="matter__beside">{ for cards }</aside> })
}
