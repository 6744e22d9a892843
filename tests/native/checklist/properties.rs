//! What holds for every sequence of actions: nothing is lost, counts add up, drafts and exports read back equal.

use nattoku::domain::table::Table;
use std::rc::Rc;

use nattoku::domain::{checklist::*, text::Wording};
use proptest::prelude::*;

use super::{END, START, at, salon};

fn any_item() -> impl Strategy<Value = String> {
    let known: Vec<String> = Checklist::salon().items().map(|(_, item)| item.id.clone()).collect();
    prop_oneof![9 => proptest::sample::select(known), 1 => Just("collect.9".to_owned())]
}

fn any_action() -> impl Strategy<Value = CheckAction> {
    let mark = || proptest::sample::select(Mark::ALL.to_vec());
    let question = proptest::sample::select(vec!["emergency.decide", "emergency.what", "emergency.none"]);
    let step = prop_oneof![
        Just(Step::Opening),
        (0..12usize).prop_map(Step::Mark),
        Just(Step::Cases),
        Just(Step::Rules),
        Just(Step::Emergency),
        Just(Step::Result),
    ];
    prop_oneof![
        6 => (any_item(), mark()).prop_map(|(item, mark)| CheckAction::Mark { item, mark }),
        1 => any_item().prop_map(|item| CheckAction::Unmark { item }),
        3 => (any_item(), ".{0,12}").prop_map(|(item, text)| CheckAction::Note { item, text }),
        2 => (".{0,12}", proptest::option::of(any_item())).prop_map(|(text, item)| CheckAction::AddRule { text, item }),
        1 => (0..4usize, ".{0,12}", proptest::option::of(any_item()))
            .prop_map(|(index, text, item)| CheckAction::EditRule { index, text, item }),
        1 => (0..4usize, ".{0,12}", proptest::option::of(any_item())).prop_map(|(index, text, item)| {
            CheckAction::PutRule { index, rule: RuleEntry { text, item, day: None } }
        }),
        1 => (0..4usize).prop_map(|index| CheckAction::RemoveRule { index }),
        2 => (question, ".{0,12}").prop_map(|(q, text)| CheckAction::Emergency { question: q.into(), text }),
        3 => step.prop_map(CheckAction::Go),
        1 => Just(CheckAction::Finish { at: at(END), id: "run-1".into() }),
        1 => Just(CheckAction::Reopen),
    ]
}

/// What the actions said, kept by the simplest book-keeping there is.
#[derive(Default)]
struct Book {
    open: bool,
    marks: Table<Mark>,
    notes: Table<String>,
    answers: Table<String>,
    rules: Vec<String>,
}

impl Book {
    fn keep(&mut self, list: &Checklist, action: &CheckAction) {
        match action.clone() {
            CheckAction::Reopen => self.open = true,
            CheckAction::Go(_) => {}
            _ if !self.open => {}
            CheckAction::Mark { item, mark } => drop(list.item(&item).map(|_| self.marks.insert(item, mark))),
            CheckAction::Unmark { item } => drop(self.marks.remove(&item)),
            CheckAction::Note { item, text } => drop(list.item(&item).map(|_| self.notes.insert(item, text))),
            CheckAction::Emergency { question, text } => {
                drop(list.question(&question).map(|_| self.answers.insert(question, text)));
            }
            CheckAction::AddRule { text, .. } => self.rules.push(text),
            CheckAction::EditRule { index, text, .. } if index == self.rules.len() => self.rules.push(text),
            CheckAction::EditRule { index, text, .. } => {
                if let Some(rule) = self.rules.get_mut(index) {
                    *rule = text;
                }
            }
            CheckAction::PutRule { index, rule } => {
                self.rules.insert(index.min(self.rules.len()), rule.text);
            }
            CheckAction::RemoveRule { index } => {
                drop((index < self.rules.len()).then(|| self.rules.remove(index)))
            }
            CheckAction::Finish { .. } => self.open = false,
            // Their own properties are in `gather.rs` and `talk.rs`.
            CheckAction::Gather(_) | CheckAction::Talk(_) => {}
        }
        self.notes.retain(|_, text| !text.is_empty());
        self.answers.retain(|_, text| !text.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_counts_add_up(actions in proptest::collection::vec(any_action(), 0..40)) {
        let list = salon();
        let mut session = Rc::new(CheckSession::new(list.clone(), at(START)));
        let mut book = Book { open: true, ..Book::default() };
        for action in actions {
            book.keep(&list, &action);
            session = reduce(session, action);
            prop_assert_eq!(&session.marks, &book.marks);
            prop_assert_eq!(&session.notes, &book.notes);
            prop_assert_eq!(&session.emergency, &book.answers);
            prop_assert_eq!(session.rules.iter().map(|rule| rule.text.clone()).collect::<Vec<_>>(), book.rules.clone());
            prop_assert_eq!(session.is_finished(), !book.open);

            let summary = session.summary();
            prop_assert_eq!(summary.all.total() as usize, 10);
            for (part, counted) in list.lists.iter().zip(&summary.parts) {
                prop_assert_eq!(&part.id, &counted.part);
                prop_assert_eq!(counted.counts.total() as usize, part.items.len());
            }
            prop_assert_eq!(summary.talk_about.len() as u32, summary.all.total() - summary.all.done);
        }
        let draft = serde_json::to_string(&*session).unwrap();
        prop_assert_eq!(&CheckSession::restore(&draft).unwrap(), &*session);

        let done = reduce(session, CheckAction::Finish { at: at(END), id: "run-1".into() });
        let run = done.to_run(Wording::Plain).unwrap();
        let json = serde_json::to_string(&run).unwrap();
        prop_assert_eq!(ChecklistRun::from_json(&json).unwrap(), run);
    }
}
