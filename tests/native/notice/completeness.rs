//! Completeness: what a notice does not tell is found, topic by topic.

use super::builtin;
use nattoku::domain::law::Law;
use nattoku::domain::notice::{Notice, OptionalLine, Organization, missing_topics};
use nattoku::domain::text::Text;
use proptest::prelude::*;

fn missing(notice: &Notice, organization: &Organization) -> Vec<String> {
    missing_topics(notice, &Law::current(), organization).into_iter().map(|topic| topic.id.clone()).collect()
}

#[test]
fn nothing_is_missing_from_a_built_in_notice() {
    for notice in builtin::all() {
        for organization in [Organization::new(&notice), Organization::example(&notice)] {
            assert_eq!(missing(&notice, &organization), [""; 0], "{}", notice.id);
        }
    }
}

/// A notice that says nothing of the law tells nothing of it; what a group declares away is told, and only that.
#[test]
fn a_notice_without_covers_misses_what_it_does_not_declare_away() {
    let mut notice = Notice::salon();
    notice.sections.iter_mut().for_each(|section| section.covers.clear());
    notice.not_applicable = vec!["joint_use".into(), "rights".into()];
    let organization = Organization::example(&notice);
    let all: Vec<String> = Law::current().topics.iter().map(|topic| topic.id.clone()).collect();
    // `rights` always applies: a notice built in Rust cannot declare it away either.
    let wanted: Vec<_> = all.into_iter().filter(|id| id != "joint_use").collect();
    assert_eq!(missing(&notice, &organization), wanted);
}

/// The period has to stand in the section that says it tells the period, in both registers.
#[test]
fn a_section_without_its_value_tells_nothing() {
    for easy_only in [false, true] {
        let mut notice = Notice::salon();
        let term = notice.sections.iter_mut().find(|section| section.id == "term").unwrap();
        term.easy[0] = "いつまで {持|も}つか、{決|き}まって います。".into();
        if !easy_only {
            term.plain[0] = "お預かりする期間は決まっています。".into();
        }
        assert_eq!(missing(&notice, &Organization::example(&notice)), ["retention"], "{easy_only}");
    }
}

/// A value that only an optional line brings is there for those who switched it on.
#[test]
fn an_optional_line_counts_when_it_is_said() {
    let mut notice = Notice::salon();
    let term = notice.sections.iter_mut().find(|section| section.id == "term").unwrap();
    let (plain, easy) = (term.plain.remove(0), term.easy.remove(0));
    notice.optional.push(OptionalLine {
        id: "period".into(),
        section: "term".into(),
        label: Text::default(),
        plain,
        easy,
        default: false,
    });
    let mut organization = Organization::example(&notice);
    assert_eq!(missing(&notice, &organization), ["retention"]);
    organization.enabled_options.push("period".into());
    assert_eq!(missing(&notice, &organization), [""; 0]);
    // In another section it would not be told where the section says it is.
    notice.optional.last_mut().unwrap().section = "lead".into();
    assert_eq!(missing(&notice, &organization), ["retention"]);
}

proptest! {
    /// Taking one topic out of every section that tells it makes exactly this topic missing, and taking out any set of
    /// topics exactly these, in the order of the data.
    #[test]
    fn what_is_taken_out_is_what_is_missing(which in 0..Notice::BUILTIN.len(), taken in any::<u32>()) {
        let mut notice = Notice::builtin(Notice::BUILTIN[which]).unwrap();
        let topics: Vec<String> = Law::current().topics.iter().map(|topic| topic.id.clone()).collect();
        let out = |id: &String| topics.iter().position(|topic| topic == id).is_some_and(|at| taken >> at & 1 == 1);
        notice.not_applicable.retain(|id| !out(id));
        notice.sections.iter_mut().for_each(|section| section.covers.retain(|id| !out(id)));
        let wanted: Vec<String> = topics.iter().filter(|id| out(id)).cloned().collect();
        prop_assert_eq!(missing(&notice, &Organization::example(&notice)), wanted);
    }
}

#[test]
fn each_topic_alone_is_noticed() {
    for notice in builtin::all() {
        for topic in Law::current().topics {
            let mut without = notice.clone();
            without.not_applicable.retain(|id| *id != topic.id);
            without.sections.iter_mut().for_each(|section| section.covers.retain(|id| *id != topic.id));
            let found = missing(&without, &Organization::example(&without));
            assert_eq!(found, [topic.id.as_str()], "{}", notice.id);
        }
    }
}
