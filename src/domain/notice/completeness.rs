//! Whether a notice tells everything a person has to be told before the information is taken (002 §10, B2-12).
//!
//! The topics are dated data ([`Law::topics`]); a notice says which of its sections tell them. What a sentence means is
//! not judged here: a section counts when it says that it tells a topic, and when the value without which it could not
//! (the contact, the period) stands in it.

use super::{Notice, Organization, Section};
use crate::domain::law::{Law, Topic};
use crate::domain::text::{Reading, parse, placeholders};

/// The topics that this notice does not tell the people of this organisation, in the order of the data. Optional lines
/// count where they are switched on; a topic declared not to apply counts as told where the law leaves that open.
#[must_use]
pub fn missing_topics<'l>(notice: &Notice, law: &'l Law, organization: &Organization) -> Vec<&'l Topic> {
    let told = |topic: &Topic| {
        let away = topic.may_not_apply && notice.not_applicable.contains(&topic.id);
        let mut covering = notice.sections.iter().filter(|section| section.covers.contains(&topic.id));
        away || covering.any(|section| says(notice, section, organization, &topic.placeholders))
    };
    law.topics.iter().filter(|topic| !told(topic)).collect()
}

/// Whether one of these placeholders stands in the section as it is shown, in both registers. Nothing wanted is there.
fn says(notice: &Notice, section: &Section, organization: &Organization, wanted: &[String]) -> bool {
    let stands = |line: &str| {
        let pieces = parse(line).unwrap_or_default();
        placeholders(&pieces).any(|name| wanted.iter().any(|wanted| wanted == name))
    };
    wanted.is_empty()
        || Reading::ALL.into_iter().all(|reading| {
            let options = notice
                .optional
                .iter()
                .filter(|option| option.section == section.id && organization.has_option(&option.id));
            let mut optional = options.map(|o| if reading == Reading::Plain { &o.plain } else { &o.easy });
            section.lines(reading).iter().any(|line| stands(line)) || optional.any(|line| stands(line))
        })
}
