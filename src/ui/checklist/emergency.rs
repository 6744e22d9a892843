//! The emergency agreement (000-12): decided beforehand, within both conditions of the law (APPI art. 27(1)(ii)).

use super::Check;
use crate::domain::checklist::CheckAction;
use crate::ui::{
    controls::{Field, FieldKind, Frame, Heading, Note, Said, Say},
    view::use_view,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EmergencyProps {
    pub check: Check,
}

#[component]
pub(super) fn Emergency(props: &EmergencyProps) -> Html {
    let check = &props.check;
    let words = use_view().words();
    let agreement = &check.session.list.emergency;
    let fields = agreement.questions.iter().map(|question| {
        let id = question.id.clone();
        let oninput = check.on(move |text| CheckAction::Emergency { question: id.clone(), text });
        let value = check.session.emergency.get(&question.id).cloned().unwrap_or_default();
        html! {
            <Field key={question.id.clone()} id={question.id.clone()} kind={FieldKind::Lines}
                label={words.pick(&question.text).to_owned()} hint={words.pick(&question.hint).to_owned()}
                {value} {oninput} gentle={true} />
        }
    });
    let (next, back) = (check.session.next(), check.session.back());
    html! {
        <Frame title={words.t("check.title")} screen="check-emergency" tools={check.tools.clone()}
            actions={check.actions(words, next, back)}>
            <div class="stage__inner check__words settle">
                <Heading screen="check-emergency"><Said text={words.pick(&agreement.title).to_owned()} /></Heading>
                <Note><p class="note__body"><span><Said text={words.pick(&agreement.preface).to_owned()} /></span></p></Note>
                <div class="fields">{ for fields }</div>
                <p class="small said"><Say k="check.optional" /></p>
            </div>
        </Frame>
    }
}
