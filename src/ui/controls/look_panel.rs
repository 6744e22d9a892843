//! The bar with its switches: register always in sight, the rest (size, ruby, spacing, colours) one tap away.

use super::{Button, ButtonKind, said, say};
use crate::domain::text::Reading;
use crate::ui::view::{Look, SIZES, Theme, use_view};
use crate::ui::wording::Lang;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
#[allow(missing_docs, reason = "described at the component")]
pub struct LookPanelProps {
    pub title: AttrValue,
    #[prop_or_default]
    pub count: Html,
    #[prop_or_default]
    pub progress: Html,
    /// More tools of this screen.
    #[prop_or_default]
    pub children: Html,
}

/// The bar, and below it, when opened, everything about how things look.
#[component]
pub fn LookPanel(props: &LookPanelProps) -> Html {
    let view = use_view();
    let words = view.words();
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let change = |to: fn(Look, usize) -> Look| {
        let (look, set) = (view.look, view.set_look.clone());
        Callback::from(move |index: usize| set.emit(to(look, index)))
    };
    let look = view.look;
    let reading = html! {
        <Segment name="reading" legend={words.t("look.reading")} legend_shown={false}
            options={vec![AttrValue::from(words.t("look.plain")), words.t("look.easy").into()]}
            chosen={usize::from(look.reading == Reading::Easy)}
            onchoose={change(|look, index| Look { reading: Reading::ALL[index], ..look })} />
    };
    let on_off = vec![AttrValue::from(words.t("look.on")), words.t("look.off").into()];
    html! {
        <>
            <div class="bar" part="bar">
                <div class="bar__where">
                    <span class="bar__title said">{ said(&props.title) }</span>
                    { props.count.clone() }
                </div>
                <div class="bar__tools">
                    if view.lang == Lang::Ja { { reading } }
                    <Button kind={ButtonKind::Tool} expanded={*open} onclick={toggle.clone()}>{ say("look.open") }</Button>
                    { props.children.clone() }
                </div>
                { props.progress.clone() }
            </div>
            if *open {
                <div class="panel" part="panel" role="group" aria-label={words.label("look.open")}>
                    <div class="panel__inner">
                        <Segment name="size" class="segment--sizes" legend={words.t("look.size")} legend_shown={true}
                            options={SIZES.map(|size| AttrValue::from(size.to_string())).to_vec()} sizes={true}
                            chosen={SIZES.iter().position(|size| *size == look.size).unwrap_or(1)}
                            onchoose={change(|look, index| Look { size: SIZES[index], ..look })} />
                        <Segment name="theme" legend={words.t("look.theme")} legend_shown={true}
                            options={Theme::ALL.map(|theme| AttrValue::from(words.of("theme", theme.name()))).to_vec()}
                            chosen={Theme::ALL.iter().position(|theme| *theme == look.theme).unwrap_or(0)}
                            onchoose={change(|look, index| Look { theme: Theme::ALL[index], ..look })} />
                        // Only the easy wording has readings and phrases: elsewhere the two would switch nothing.
                        if view.lang == Lang::Ja && look.reading == Reading::Easy {
                            <Segment name="ruby" legend={words.t("look.ruby")} legend_shown={true}
                                options={on_off.clone()} chosen={usize::from(!look.ruby)}
                                onchoose={change(|look, index| Look { ruby: index == 0, ..look })} />
                            <Segment name="spacing" legend={words.t("look.spacing")} legend_shown={true}
                                options={on_off} chosen={usize::from(!look.spacing)}
                                onchoose={change(|look, index| Look { spacing: index == 0, ..look })} />
                        }
                        <Button class="panel__close" onclick={toggle}>{ say("look.close") }</Button>
                    </div>
                </div>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SegmentProps {
    name: &'static str,
    #[prop_or_default]
    class: Option<&'static str>,
    legend: &'static str,
    legend_shown: bool,
    options: Vec<AttrValue>,
    chosen: usize,
    onchoose: Callback<usize>,
    /// Each option is an あ in its own size.
    #[prop_or_default]
    sizes: bool,
}

/// A row of radios that look like one control.
#[component]
fn Segment(props: &SegmentProps) -> Html {
    let options = props.options.iter().enumerate().map(|(index, text)| {
        let onchange = props.onchoose.reform(move |_: Event| index);
        let face = if props.sizes {
            html! {
                <span class={format!("size-{text}")}>
                    <span aria-hidden="true">{ "あ" }</span><span class="visually-hidden">{ text.clone() }</span>
                </span>
            }
        } else {
            html! { <span><span>{ said(text) }</span></span> }
        };
        html! {
            <label key={index} class="segment__option">
                <input type="radio" name={format!("look-{}", props.name)} checked={props.chosen == index} {onchange} />
                { face }
            </label>
        }
    });
    html! {
        <fieldset class={classes!("segment", props.class)}>
            <legend class={(!props.legend_shown).then_some("visually-hidden")}>{ said(props.legend) }</legend>
            <div class="segment__options">{ for options }</div>
        </fieldset>
    }
}
