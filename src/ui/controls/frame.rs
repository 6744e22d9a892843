//! The frame of every screen: the bar, the stage, the actions; the heading that takes the focus; notes.

use super::LookPanel;
use crate::browser::focus;
use crate::ui::view::use_view;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct FrameProps {
    /// What is going on, in ruby notation.
    pub title: AttrValue,
    /// Where we are, `5 / 14`.
    #[prop_or_default]
    pub count: Option<(usize, usize)>,
    /// Names the screen; when it changes the stage scrolls to its top and the heading takes the focus.
    pub screen: AttrValue,
    /// Goes up each time the way on was refused; the focus then goes to the first field that is wrong.
    #[prop_or_default]
    pub refused: u32,
    /// More in the bar, such as the way home.
    #[prop_or_default]
    pub tools: Html,
    /// The filled button and the way back.
    #[prop_or_default]
    pub actions: Html,
    #[prop_or_default]
    pub children: Html,
}

/// Bar above, stage in the middle, actions below.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let stage = use_node_ref();
    {
        let stage = stage.clone();
        use_effect_with(props.screen.clone(), move |_| focus::to_top(&stage));
    }
    {
        let stage = stage.clone();
        use_effect_with(props.refused, move |refused| {
            if *refused > 0 {
                focus::to_first_invalid(&stage);
            }
        });
    }
    let view = use_view();
    let words = view.words();
    let progress = props.count.map(|(at, of)| {
        let parts = (1..=of).map(|n| {
            html! { <span key={n} class={classes!("progress__part", (n <= at).then_some("progress__part--done"))} /> }
        });
        html! { <div class="progress" aria-hidden="true">{ for parts }</div> }
    });
    let count = props.count.map(|(at, of)| {
        let label = crate::ui::wording::bare(
            &words.with("frame.count", &[("at", &at.to_string()), ("of", &of.to_string())]),
        );
        html! {
            <span class="bar__count">
                <span aria-hidden="true">{ format!("{at} / {of}") }</span>
                <span class="visually-hidden">{ label }</span>
            </span>
        }
    });
    html! {
        <div class="frame" part="frame">
            <LookPanel title={props.title.clone()} count={count.unwrap_or_default()} progress={progress.unwrap_or_default()}>
                { props.tools.clone() }
            </LookPanel>
            <div class="stage" ref={stage} tabindex={view.page.then_some("-1")}>{ props.children.clone() }</div>
            if props.actions != Html::default() {
                <div class="actions" part="actions">{ props.actions.clone() }</div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct HeadingProps {
    /// Names the screen; when it changes the heading takes the focus.
    pub screen: AttrValue,
    #[prop_or_default]
    pub children: Html,
}

/// The one-line heading of a screen: `h1` on the tablet page, `h2` inside somebody's page.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let heading = use_node_ref();
    let view = use_view();
    {
        let (heading, touched) = (heading.clone(), view.touched.clone());
        // Not before a person has touched the widget: an embed must not pull the page to itself.
        use_effect_with(props.screen.clone(), move |_| {
            if touched.get() {
                focus::to(&heading);
            }
        });
    }
    if view.page {
        html! { <h1 ref={heading} tabindex="-1" class="said">{ props.children.clone() }</h1> }
    } else {
        html! { <h2 ref={heading} tabindex="-1" class="said">{ props.children.clone() }</h2> }
    }
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct SubheadingProps {
    #[prop_or_default]
    pub children: Html,
}

/// A heading within a screen, one level below [`Heading`] wherever that stands.
#[component]
pub fn Subheading(props: &SubheadingProps) -> Html {
    let level = use_view().page.then_some("2");
    html! { <h3 class="said" aria-level={level}>{ props.children.clone() }</h3> }
}

/// How a note looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteKind {
    /// Something good to know.
    #[default]
    Calm,
    /// Something is missing or went wrong.
    Care,
}

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct NoteProps {
    #[prop_or_default]
    pub kind: NoteKind,
    /// Announced by screen readers when it appears.
    #[prop_or_default]
    pub live: bool,
    #[prop_or_default]
    pub children: Html,
}

/// A sentence in a box.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let kind = match props.kind {
        NoteKind::Calm => "note--calm",
        NoteKind::Care => "note--care",
    };
    let role = props.live.then_some(if props.kind == NoteKind::Care { "alert" } else { "status" });
    html! { <div class={classes!("note", kind, "said")} {role}>{ props.children.clone() }</div> }
}
