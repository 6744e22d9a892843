//! One paper as a page: each block an element that no page end tears apart, a heading with what follows it.

use crate::domain::paper::{Block, Paper, PaperKind};
use crate::ui::{
    consent::ink,
    controls::{Picture, said},
    wording::bare,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct LeafProps {
    pub paper: Rc<Paper>,
}

/// A paper. What is printed is this and nothing else; a copy is not shown on the screen.
#[component]
pub fn Leaf(props: &LeafProps) -> Html {
    let paper = &*props.paper;
    let easy = paper.easy.then_some("leaf--easy");
    let kind = match paper.kind {
        PaperKind::Copy => "leaf--copy",
        PaperKind::Poster => "leaf--notice",
        PaperKind::Form => "leaf--form",
    };
    let sections = paper.blocks.chunk_by(|_, next| !matches!(next, Block::Heading(_)));
    let shown = sections.map(|blocks| {
        // Not every browser keeps a heading with its text when asked by style: it is put into one box with it.
        let kept = blocks.chunk_by(|one, next| {
            matches!(one, Block::Heading(_) | Block::Subheading(_)) || matches!(next, Block::Ink { .. })
        });
        let kept = kept.map(|kept| {
            let kept = kept.iter().map(|one| block(one, paper.kind));
            html! { <div class="leaf__keep">{ for kept }</div> }
        });
        html! { <section class="leaf__section">{ for kept }</section> }
    });
    html! { <article class={classes!("leaf", kind, easy)} lang="ja" part="paper">{ for shown }</article> }
}

fn block(block: &Block, kind: PaperKind) -> Html {
    match block {
        Block::Title(text) => html! {
            <div class="leaf__head">
                <h2 class="leaf__title said">{ said(text) }</h2>
                if kind == PaperKind::Copy { <Picture class="leaf__seal" name="seal" /> }
            </div>
        },
        Block::Lead(text) => html! { <p class="leaf__lead said">{ said(text) }</p> },
        Block::Heading(text) => html! { <h3 class="leaf__heading said">{ said(text) }</h3> },
        Block::Subheading(text) => html! { <h4 class="leaf__subheading said">{ said(text) }</h4> },
        Block::Line(text) => html! { <p class="leaf__line said">{ said(text) }</p> },
        Block::Titles(titles) => {
            let titles = titles.iter().map(|title| html! { <li class="leaf__entry"><span class="leaf__mark">{ "・" }</span><span class="said">{ said(title) }</span></li> });
            html! { <ul class="leaf__titles">{ for titles }</ul> }
        }
        Block::Bullet(text) => entry("・".to_owned(), text),
        Block::Numbered(number, text) => entry(number.to_string(), text),
        Block::Answer { short, asked, said: answer, before } => html! {
            <div class={classes!("leaf__answer", before.is_some().then_some("leaf__answer--changed"))}>
                <p class="said"><strong class="leaf__short">{ said(short) }</strong>{ said(asked) }</p>
                <div>
                    <p class="leaf__said said">{ said(answer) }</p>
                    if let Some(before) = before { <p class="said">{ said(before) }</p> }
                </div>
            </div>
        },
        Block::Fact { label, said: lines } => {
            let lines = lines.iter().map(|line| html! { <p class="said">{ said(line) }</p> });
            html! { <div class="leaf__fact"><p class="said">{ said(label) }</p><div>{ for lines }</div></div> }
        }
        Block::Ink { label, strokes } => ink(strokes, &bare(label)),
        Block::Number { label, digits } => html! {
            <div class="leaf__fact"><p class="said">{ said(label) }</p><p class="leaf__digits">{ digits.clone() }</p></div>
        },
        Block::Choice { asked, options } => {
            let options = options.iter().map(|option| html! { <li class="said">{ said(option) }</li> });
            html! {
                <div class="leaf__choice">
                    <p class="said">{ said(asked) }</p>
                    <ul class="leaf__options">{ for options }</ul>
                </div>
            }
        }
        Block::Blank(label) => {
            html! { <p class="leaf__blank"><span class="said">{ said(label) }</span><span /></p> }
        }
    }
}

fn entry(mark: String, text: &str) -> Html {
    html! { <p class="leaf__entry"><span class="leaf__mark">{ mark }</span><span class="said">{ said(text) }</span></p> }
}
