//! Something long, folded away on the screen and open on paper.

use crate::browser::paper;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct FoldProps {
    /// What is inside, in a few words.
    pub summary: Html,
    /// Whether it starts open.
    #[prop_or_default]
    pub open: bool,
    /// Whether it opens by itself on paper.
    #[prop_or(true)]
    pub paper: bool,
    #[prop_or_default]
    pub children: Html,
}

/// A native fold. What a person opened or closed stays so, whatever is drawn anew around it.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let fold = use_node_ref();
    {
        let fold = fold.clone();
        use_effect_with(props.paper, move |paper| {
            let opened = paper.then(|| paper::open_while_printing(&fold));
            move || drop(opened)
        });
    }
    let place = (!props.paper).then_some("screen-only");
    html! {
        <details class={classes!("fold", place)} ref={fold} open={props.open}>
            <summary><span class="said">{ props.summary.clone() }</span></summary>
            <div class="fold__body">{ props.children.clone() }</div>
        </details>
    }
}
