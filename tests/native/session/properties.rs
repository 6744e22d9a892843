//! What holds for every sequence of actions, whatever is typed and whenever: nothing is lost, nothing is invented.

use super::*;
use nattoku::domain::table::Table;
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn any_time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        8 => (-600..600_i64).prop_map(minute),
        1 => (any::<i64>(), any::<i32>()).prop_map(|(ms, offset)| Timestamp::from_epoch_ms(ms, offset)),
    ]
}

/// One of these most of the time, and now and then something else.
fn mostly(known: Vec<String>) -> impl Strategy<Value = String> {
    prop_oneof![9 => select(known), 1 => ".{0,6}"]
}

fn any_answer() -> impl Strategy<Value = Answer> {
    select(Answer::ALL.to_vec())
}

fn any_reading() -> impl Strategy<Value = Reading> {
    select(Reading::ALL.to_vec())
}

fn any_stroke() -> impl Strategy<Value = Stroke> {
    vec((-10_000..20_000_i32, -10_000..20_000_i32, 0..90_u32, option::of(0..=1000_u16)), 1..6).prop_map(
        |places| {
            let mut t = 0;
            let points = places.into_iter().map(|(x, y, later, pressure)| {
                t += later;
                Point::clamped(x, y, t, pressure)
            });
            Stroke::new(PointerKind::Pen, points.collect()).unwrap()
        },
    )
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..20_usize).prop_map(Step::Topic),
        (0..20_usize).prop_map(Step::Item),
        select(vec![Step::Acknowledge, Step::Who, Step::Method, Step::Sign]),
        select(vec![Step::Voice, Step::Typed, Step::Proxy, Step::Paper, Step::Review]),
        select(vec![Step::Respondent, Step::Change, Step::FollowUp]),
        any::<usize>().prop_map(Step::Item),
    ]
}

fn any_which() -> impl Strategy<Value = AnswerMany> {
    prop_oneof![
        Just(AnswerMany::Open),
        mostly(["purpose", "share", "photo"].map(String::from).to_vec()).prop_map(AnswerMany::Group),
    ]
}

pub(super) fn any_action() -> impl Strategy<Value = Action> {
    let (items, sections) = SHOWN.with(|notice| {
        let items: Vec<String> = notice.items.iter().map(|item| item.id.clone()).collect();
        let sections: Vec<String> = notice.sections.iter().map(|section| section.id.clone()).collect();
        (items, sections)
    });
    let states = vec![AcknowledgementState::Acknowledged, AcknowledgementState::Declined];
    let understandings = vec![Understanding::Understood, Understanding::AskedAgain];
    let text = || prop_oneof![8 => ".{0,12}", 1 => "[\\u{200B}-\\u{202E}\\u{0}-\\u{1F}]{0,4}"];
    let moving = prop_oneof![
        4 => any_time().prop_map(Action::Next),
        2 => Just(Action::Back),
        1 => any_step().prop_map(Action::Visit),
        2 => (select(Route::ALL.to_vec()), any_time()).prop_map(|(route, now)| Action::Choose(route, now)),
    ];
    let hearing = prop_oneof![
        (mostly(sections.clone()), select(understandings), any_reading()).prop_map(
            |(section, understanding, reading)| Action::Understand { section, understanding, reading }
        ),
        (mostly(sections.clone()), any_reading())
            .prop_map(|(section, reading)| Action::ReadAloud { section, reading }),
        (mostly(sections), any_reading()).prop_map(|(section, reading)| Action::Explain { section, reading }),
        (mostly(vec!["emergency".into()]), select(states))
            .prop_map(|(id, state)| Action::Acknowledge { id, state }),
    ];
    let answering = prop_oneof![
        4 => (mostly(items.clone()), any_answer(), any_time()).prop_map(|(item, answer, at)| Action::Answer { item, answer, at }),
        2 => (any_which(), any_answer(), any_time())
            .prop_map(|(which, answer, at)| Action::AnswerMany { which, answer, at }),
        2 => Just(Action::UndoMany),
    ];
    let typing = prop_oneof![
        6 => (select(Field::ALL.to_vec()), text()).prop_map(|(field, text)| Action::Edit(field, text)),
        1 => select(IdentityCheck::ALL.to_vec()).prop_map(Action::Identify),
        1 => text().prop_map(Action::State),
        1 => option::of(any_time()).prop_map(Action::SpokenAt),
        1 => any::<bool>().prop_map(Action::ReadBack),
        1 => any::<String>().prop_map(Action::ReadOut),
        1 => Just(Action::Reconfirm),
    ];
    let drawing = prop_oneof![
        3 => any_stroke().prop_map(Action::Draw),
        1 => Just(Action::UndoStroke),
        1 => Just(Action::ClearPad),
    ];
    let lists = vec![Ticks::Wish, Ticks::Tried, Ticks::Accommodations, Ticks::ToldBy];
    let responding = prop_oneof![
        2 => select(RoleChoice::ALL.to_vec()).prop_map(Action::Respond),
        1 => select(AgeBand::ALL.to_vec()).prop_map(Action::Age),
        1 => any::<Option<bool>>().prop_map(Action::FamilyAgrees),
        2 => (select(lists), ".{0,3}", any::<bool>()).prop_map(|(list, id, on)| Action::Tick { list, id, on }),
        1 => any::<bool>().prop_map(Action::ConsentConfirmed),
        1 => any::<bool>().prop_map(Action::DocumentReceived),
        1 => Just(Action::CannotConfirm),
        1 => any_time().prop_map(|at| Action::WithdrawAll { at }),
        1 => mostly(items.clone()).prop_map(|item| Action::Keep { item }),
    ];
    prop_oneof![3 => moving, 2 => hearing, 3 => answering, 3 => typing, 2 => drawing, 2 => responding]
}

/// What people did, kept by the simplest book-keeping there is.
#[derive(Default)]
struct Book {
    answers: Table<Answer>,
    before_many: Option<(Table<Answer>, Vec<String>)>,
    /// Items that some action ever said yes to.
    granted: BTreeSet<String>,
    texts: BTreeMap<String, String>,
    /// Strokes, and clearings, that nobody took back.
    drawn: Vec<Option<Stroke>>,
}

impl Book {
    fn text(&mut self, field: Field) -> &mut String {
        self.texts.entry(format!("{field:?}")).or_default()
    }

    fn visible(&self) -> Vec<Stroke> {
        self.drawn.rsplit(Option::is_none).next().unwrap_or_default().iter().flatten().cloned().collect()
    }

    /// Evidence of one person never serves another, nor a later yes: all of it goes, and nothing else.
    fn let_go(&mut self) {
        self.drawn.clear();
        for field in [
            Field::TypedName,
            Field::OwnWords,
            Field::ProxyWriter,
            Field::ProxyReason,
            Field::ProxyWitness,
            Field::PaperDay,
            Field::PaperPlace,
            Field::PaperKeeper,
        ] {
            self.text(field).clear();
        }
    }

    fn say(&mut self, items: Vec<String>, answer: Answer) {
        for item in items {
            if answer == Answer::Granted {
                self.granted.insert(item.clone());
            }
            self.answers.insert(item, answer);
        }
    }

    fn keep(&mut self, notice: &NoticeSnapshot, action: &Action) {
        match action.clone() {
            Action::Answer { item, answer, .. } if notice.item(&item).is_some() => {
                if let Some((_, changed)) = &mut self.before_many {
                    changed.retain(|one| *one != item);
                }
                self.say(vec![item], answer);
            }
            Action::AnswerMany { which, answer, .. } => {
                let meant = |id: &String, group: &String| match &which {
                    AnswerMany::Group(wanted) => group == wanted,
                    AnswerMany::Open => !self.answers.contains_key(id),
                };
                let items = notice.items.iter().filter(|item| meant(&item.id, &item.group));
                let items: Vec<String> = items.map(|item| item.id.clone()).collect();
                if !items.is_empty() {
                    self.before_many = Some((self.answers.clone(), items.clone()));
                    self.say(items, answer);
                }
            }
            Action::UndoMany => {
                let (before, changed) = self.before_many.take().unwrap_or_default();
                for item in changed {
                    match before.get(&item) {
                        Some(answer) => self.answers.insert(item, *answer),
                        None => self.answers.remove(&item),
                    };
                }
            }
            Action::Edit(field, text) => *self.text(field) = text,
            Action::Choose(Route::Voice, _) if self.text(Field::HeardBy).is_empty() => {
                *self.text(Field::HeardBy) = self.text(Field::ExplainedBy).clone();
            }
            Action::Draw(stroke) => self.drawn.push(Some(stroke)),
            Action::UndoStroke => drop(self.drawn.pop()),
            Action::ClearPad if !self.visible().is_empty() => self.drawn.push(None),
            _ => {}
        }
    }
}

/// What is done from anywhere to come to a record by this way.
fn to_the_end(route: Route) -> Vec<Action> {
    let [across, down] = cross();
    let mut actions = vec![
        Action::Respond(RoleChoice::Principal),
        Action::Edit(Field::Name, "山田 花子".into()),
        Action::Edit(Field::ExplainedBy, "見本 太郎".into()),
        Action::Choose(route, minute(600)),
    ];
    actions.extend(match route {
        Route::Sign => vec![Action::ClearPad, Action::Draw(across), Action::Draw(down)],
        Route::Voice => vec![
            Action::Edit(Field::HeardBy, "見本 太郎".into()),
            Action::SpokenAt(Some(minute(0))),
            Action::ReadBack(true),
        ],
        Route::Typed => vec![Action::Edit(Field::TypedName, "山田 花子".into())],
        Route::Proxy => vec![
            Action::Edit(Field::ProxyWriter, "見本 太郎".into()),
            Action::Edit(Field::ProxyReason, "手が痛い".into()),
            Action::Edit(Field::ProxyWitness, "見本 次郎".into()),
        ],
        Route::Paper => vec![
            Action::Edit(Field::PaperDay, "1873-01-01".into()),
            Action::Edit(Field::PaperPlace, "書類棚".into()),
            Action::Edit(Field::PaperKeeper, "見本 太郎".into()),
        ],
    });
    actions.push(Action::Next(minute(600)));
    actions
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_said_is_lost_and_nothing_is_invented(
        actions in vec(any_action(), 0..50),
        route in select(Route::ALL.to_vec()),
        reading in any_reading(),
        now in any_time(),
    ) {
        let notice = SHOWN.with(Clone::clone);
        let (mut session, mut book) = (Session::begin(&notice, minute(0)), Book::default());
        for action in actions.into_iter().chain(to_the_end(route)) {
            let can_undo = session.pad.can_undo();
            prop_assert_eq!(can_undo, !book.drawn.is_empty());
            book.keep(&notice, &action);
            let leaves = matches!(
                action,
                Action::Next(_) | Action::Back | Action::Visit(_) | Action::Choose(..) | Action::Reconfirm
            );
            let before = session;
            session = apply(&before, &notice, action);
            prop_assert!(session.fits(&notice), "{:?}", session.step);
            if leaves && before.has_lapsed() && !session.has_lapsed() {
                book.let_go();
            }
            prop_assert_eq!(&session.answers, &book.answers);
            prop_assert_eq!(session.pad.strokes(), book.visible());
            for field in Field::ALL {
                prop_assert_eq!(field.of(&session), book.text(field).as_str());
            }
            draft_reads_back(&session);
        }
        prop_assert_eq!(session.step, Step::Review, "from anywhere the end is reached");
        let ids = ("c-1".to_owned(), "e-1".to_owned());
        // Clocks jump in here by centuries: the answer was spoken at the latest moment any of them told.
        let told = [Some(now), Some(session.started_at), session.explained_at, session.decided_at];
        let latest = told.into_iter().flatten().fold(minute(0), Timestamp::max);
        session = apply(&session, &notice, Action::SpokenAt(Some(latest)));
        let consent = finish(&session, &notice, reading, ids, now.max(minute(0)), SAY, None);
        let consent = consent.map_err(|missing| TestCaseError::fail(format!("{missing:?}")))?;
        let event = &consent.events[0];
        let said: Table<Answer> =
            event.answers.iter().map(|given| (given.item.clone(), given.answer)).collect();
        prop_assert_eq!(&said, &book.answers);
        prop_assert_eq!(said.len() + event.unanswered.len(), notice.items.len());
        for (item, answer) in said.iter() {
            prop_assert!(*answer != Answer::Granted || book.granted.contains(item), "nobody said yes to {}", item);
        }
        prop_assert_eq!(event.method, Some(route.method()));
        crate::export::consent_comes_back(consent);
    }

    #[test]
    fn a_record_is_made_or_refused_never_half_made(
        actions in vec(any_action(), 0..60),
        now in any_time(),
    ) {
        let notice = SHOWN.with(Clone::clone);
        let session = actions
            .into_iter()
            .fold(Session::begin(&notice, minute(0)), |session, action| apply(&session, &notice, action));
        let ids = ("c-1".to_owned(), "e-1".to_owned());
        match finish(&session, &notice, Reading::Plain, ids, now, SAY, None) {
            Ok(consent) => crate::export::consent_comes_back(consent),
            Err(missing) => prop_assert!(!missing.is_empty() && missing.iter().all(|one| one.step.exists_in(&notice))),
        }
    }
}
