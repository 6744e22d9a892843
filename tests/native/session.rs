//! The conversation: every way through it ends, nothing said is lost, and nothing is said that nobody said.
//! Here: a [`Walk`] through the conversation, one action a minute, that the rooms below share.

mod answers;
mod change;
mod heard;
mod mind;
mod names;
mod properties;
mod respond;
mod routes;

use nattoku::domain::{
    consent::{AcknowledgementState, AgeBand, Answer, Consent, ConsentEvent, IdentityCheck, Understanding},
    export::{Document, read},
    json,
    notice::{Notice, NoticeSnapshot, Organization},
    session::{
        Action, AnswerMany, Field, Problem, RoleChoice, Route, Say, Session, Step, Ticks, apply, finish,
        problems,
    },
    signature::{Point, PointerKind, Stroke},
    text::Reading,
    time::Timestamp,
};

thread_local! {
    /// The salon's text as the made-up group shows it.
    pub(crate) static SHOWN: NoticeSnapshot = {
        let notice = Notice::salon();
        notice.fill(&Organization::example(&notice)).expect("the example fills the notice")
    };
}

pub(crate) fn at(time: &str) -> Timestamp {
    Timestamp::parse(time).unwrap()
}

/// So many minutes after the conversation began, at 14:00.
fn minute(n: i64) -> Timestamp {
    Timestamp::from_epoch_ms(1_795_150_800_000 + n * 60_000, 540)
}

/// Words for an answer, or for none.
fn word(answer: Option<Answer>) -> String {
    answer.map_or("まだ", Answer::key).to_owned()
}

/// General sentences say their key.
pub(crate) const SAY: Say<'static> = Say { answer: &word, sentence: &|key: &str| format!("<{key}>") };

fn line(from: (i32, i32), to: (i32, i32)) -> Stroke {
    let point = |(x, y), t| Point::new(x, y, t, None).unwrap();
    Stroke::new(PointerKind::Touch, vec![point(from, 0), point(to, 200)]).unwrap()
}

/// A cross: the least that is a signature.
fn cross() -> [Stroke; 2] {
    [line((1000, 2000), (3000, 2000)), line((2000, 1000), (2000, 3000))]
}

/// The draft of a session reads back as the same session. Two pads are the same when they show the same strokes
/// now and after every undo.
#[track_caller]
fn draft_reads_back(session: &Session) {
    let mut back: Session = read(&json::text(session)).expect("a draft can be read");
    let (mut kept, mut read) = (session.pad.clone(), back.pad.clone());
    loop {
        assert_eq!((kept.strokes(), kept.can_undo()), (read.strokes(), read.can_undo()));
        if !kept.can_undo() {
            break;
        }
        assert_eq!(kept.undo(), read.undo());
    }
    back.pad.clone_from(&session.pad);
    assert_eq!(&back, session);
}

/// A conversation on its way. Every action happens a minute after the one before.
#[derive(Clone)]
pub(crate) struct Walk {
    notice: NoticeSnapshot,
    session: Session,
    minutes: i64,
}

impl Walk {
    fn begin() -> Self {
        let notice = SHOWN.with(Clone::clone);
        Self { session: Session::begin(&notice, minute(0)), notice, minutes: 0 }
    }

    fn now(&self) -> Timestamp {
        minute(self.minutes)
    }

    #[track_caller]
    fn act(mut self, action: impl FnOnce(Timestamp) -> Action) -> Self {
        self.minutes += 1;
        self.session = apply(&self.session, &self.notice, action(self.now()));
        assert!(self.session.fits(&self.notice), "{:?}", self.session.step);
        draft_reads_back(&self.session);
        self
    }

    fn acts(self, actions: impl IntoIterator<Item = Action>) -> Self {
        actions.into_iter().fold(self, |walk, action| walk.act(|_| action))
    }

    fn next(self) -> Self {
        self.act(Action::Next)
    }

    /// "Next" until the step is there.
    #[track_caller]
    fn to(mut self, step: Step) -> Self {
        for _ in 0..40 {
            if self.session.step == step {
                return self;
            }
            self = self.next();
        }
        panic!("{step:?} is not reached, only {:?}", self.session.step);
    }

    fn answer(self, item: &str, answer: Answer) -> Self {
        self.act(|at| Action::Answer { item: item.into(), answer, at })
    }

    fn many(self, which: AnswerMany, answer: Answer) -> Self {
        self.act(|at| Action::AnswerMany { which, answer, at })
    }

    fn edit(self, field: Field, text: &str) -> Self {
        self.act(|_| Action::Edit(field, text.into()))
    }

    /// The person answers, and nobody else.
    fn alone(self) -> Self {
        self.act(|_| Action::Respond(RoleChoice::Principal))
    }

    fn choose(self, route: Route) -> Self {
        self.act(|at| Action::Choose(route, at))
    }

    /// The keys and screens of what is missing.
    fn missing(&self) -> Vec<(&'static str, Step)> {
        let found = problems(&self.session, &self.notice, self.now());
        found.into_iter().map(|Problem { key, step }| (key, step)).collect()
    }

    fn try_finish(&self, id: &str, now: Timestamp) -> Result<Consent, Vec<Problem>> {
        let ids = (format!("consent-{id}"), format!("event-{id}"));
        finish(&self.session, &self.notice, Reading::Plain, ids, now, SAY, None)
    }

    /// The event of a record made now, from a text that may be other than the salon's.
    #[track_caller]
    fn finish_as_shown(&self) -> ConsentEvent {
        let consent = self.finish("1");
        let mut document = Document::new(self.now(), Organization::default());
        document.add_notice(self.notice.clone());
        document.consents.push(consent.clone());
        crate::export::comes_back(&document);
        consent.events.into_iter().next().expect("one event")
    }

    /// The record, now; its ids end in `id`.
    #[track_caller]
    pub(crate) fn finish(&self, id: &str) -> Consent {
        self.try_finish(id, self.now()).expect("nothing is missing")
    }

    /// Everything up to the choice of a way to answer: heard, answered in five ways, people named.
    fn asked() -> Self {
        Self::begin()
            .act(|_| Action::Understand {
                section: "lead".into(),
                understanding: Understanding::AskedAgain,
                reading: Reading::Easy,
            })
            .act(|_| Action::Understand {
                section: "lead".into(),
                understanding: Understanding::Understood,
                reading: Reading::Plain,
            })
            .act(|_| Action::ReadAloud { section: "who".into(), reading: Reading::Easy })
            .to(Step::Item(0))
            .answer("purpose.contact", Answer::Granted)
            .answer("purpose.watch", Answer::Withheld)
            .answer("purpose.consult", Answer::AskEachTime)
            .answer("purpose.confirm", Answer::Undecided)
            .many(AnswerMany::Group("photo".into()), Answer::Withheld)
            .to(Step::Acknowledge)
            .act(|_| Action::Acknowledge {
                id: "emergency".into(),
                state: AcknowledgementState::Acknowledged,
            })
            .next()
            .alone()
            .next()
            .edit(Field::Name, "山田 花子")
            .edit(Field::Kana, "やまだ はなこ")
            .edit(Field::ExplainedBy, "見本 太郎")
            .edit(Field::Place, "見本市民館")
            .act(|_| Action::Identify(IdentityCheck::Companion))
            .edit(Field::IdentityNote, "家族がいっしょに")
            .next()
    }
}

/// The whole conversation to the review by each way to answer.
pub(crate) fn walks() -> Vec<(Route, Walk)> {
    let [across, down] = cross();
    let evidence = |route| match route {
        Route::Sign => vec![Action::Draw(across.clone()), Action::Draw(down.clone())],
        Route::Voice => vec![
            Action::Edit(Field::AlsoPresent, "家族".into()),
            Action::Edit(Field::OwnWords, "写真はいや".into()),
            Action::ReadBack(true),
        ],
        Route::Typed => vec![
            Action::State("上の返事でまちがいありません。".into()),
            Action::Edit(Field::TypedName, "山田 花子".into()),
        ],
        Route::Proxy => vec![
            Action::Edit(Field::ProxyWriter, "見本 太郎".into()),
            Action::Edit(Field::ProxyReason, "手が痛い".into()),
            Action::Edit(Field::ProxyWitness, "見本 次郎".into()),
        ],
        Route::Paper => vec![
            Action::Edit(Field::PaperDay, "2026-11-19".into()),
            Action::Edit(Field::PaperPlace, "鍵のかかる書類棚".into()),
            Action::Edit(Field::PaperKeeper, "見本 太郎".into()),
        ],
    };
    Route::ALL
        .into_iter()
        .map(|route| (route, Walk::asked().choose(route).acts(evidence(route)).next()))
        .collect()
}
