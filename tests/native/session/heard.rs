//! What was said about topics, what was acknowledged and how identity was known outlive every action but their own.

use super::properties::any_action;
use super::*;
use nattoku::domain::consent::Topic;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};

/// What was said, by the simplest book-keeping there is.
#[derive(Default)]
struct Heard {
    /// Topics that were on the screen, were read aloud, or were answered; with the latest reply.
    replies: BTreeMap<String, Option<Understanding>>,
    again: BTreeSet<String>,
    aloud: BTreeSet<String>,
    acknowledged: BTreeMap<String, AcknowledgementState>,
    identity: Option<IdentityCheck>,
}

impl Heard {
    fn keep(&mut self, notice: &NoticeSnapshot, action: &Action) {
        let known = |id: &String| notice.sections.iter().any(|section| section.id == *id);
        match action.clone() {
            Action::Explain { section, .. } if known(&section) => {
                self.replies.entry(section).or_default();
            }
            Action::ReadAloud { section, .. } if known(&section) => {
                self.replies.entry(section.clone()).or_default();
                self.aloud.insert(section);
            }
            Action::Understand { section, understanding, .. } if known(&section) => {
                if understanding == Understanding::AskedAgain {
                    self.again.insert(section.clone());
                }
                self.replies.insert(section, Some(understanding));
            }
            Action::Acknowledge { id, state } if notice.acknowledgements.iter().any(|one| one.id == id) => {
                self.acknowledged.insert(id, state);
            }
            Action::Identify(check) => self.identity = Some(check),
            _ => {}
        }
    }
}

/// Something about one of three topics, or the acknowledgement, as often as anything else: what could cover it up has to
/// come after it.
fn any_hearing() -> impl Strategy<Value = Action> {
    let section = SHOWN.with(|notice| {
        select(notice.sections.iter().take(3).map(|section| section.id.clone()).collect::<Vec<_>>())
    });
    let reading = || select(Reading::ALL.to_vec());
    let understanding = select(vec![Understanding::Understood, Understanding::AskedAgain]);
    prop_oneof![
        6 => any_action(),
        1 => (section.clone(), reading()).prop_map(|(section, reading)| Action::Explain { section, reading }),
        1 => (section.clone(), reading()).prop_map(|(section, reading)| Action::ReadAloud { section, reading }),
        3 => (section, understanding, reading()).prop_map(
            |(section, understanding, reading)| Action::Understand { section, understanding, reading }
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_heard_is_forgotten_and_no_wish_to_hear_again_is_covered_up(actions in vec(any_hearing(), 0..60)) {
        let notice = SHOWN.with(Clone::clone);
        let (mut session, mut book) = (Session::begin(&notice, minute(0)), Heard::default());
        for action in actions {
            book.keep(&notice, &action);
            session = apply(&session, &notice, action);
            for (section, reply) in &book.replies {
                let topic = session.topics.get(section);
                prop_assert_eq!(topic.map(|topic| topic.understanding), Some(*reply), "{}", section);
            }
            let kept = |which: fn(&Topic) -> bool| -> BTreeSet<String> {
                session.topics.iter().filter(|(_, topic)| which(topic)).map(|(id, _)| id.clone()).collect()
            };
            prop_assert_eq!(kept(|topic| topic.asked_again), book.again.clone());
            prop_assert_eq!(kept(|topic| topic.read_aloud), book.aloud.clone());
            let acknowledged: BTreeMap<_, _> =
                session.acknowledgements.iter().map(|(id, state)| (id.clone(), *state)).collect();
            prop_assert_eq!(acknowledged, book.acknowledged.clone());
            prop_assert_eq!(session.who.identity, book.identity);
        }
    }
}
