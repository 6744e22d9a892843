//! The conversation as two people have it, one word per step, for scenarios that are about something else than that
//! step. What a step must show is asserted here once; what a scenario is about is asserted there.

use nattoku::domain::consent::Answer;
use nattoku::domain::notice::NoticeSnapshot;
use nattoku::domain::text::{Reading, bare};
use serde_json::{Value, json};

use crate::harness::{Page, PointerKind};
use crate::words::{self, GROUP, begins, say, say_with};

/// The person who answers.
pub const NAME: &str = "山田 花子";
/// The reading of [`NAME`].
pub const KANA: &str = "やまだ はなこ";
/// The person who explains.
pub const EXPLAINER: &str = "見本 太郎";

/// A name in three strokes, as fractions of the pad.
pub const STROKES: [&[(f64, f64)]; 3] = [
    &[(0.15, 0.3), (0.2, 0.75), (0.3, 0.75), (0.32, 0.3)],
    &[(0.4, 0.35), (0.6, 0.3), (0.45, 0.75)],
    &[(0.7, 0.25), (0.7, 0.8), (0.85, 0.6)],
];

/// A conversation on the tablet page, or in an element of a host page.
pub struct Talk<'a> {
    page: &'a Page,
    /// The explanation with the group's words in it.
    pub notice: NoticeSnapshot,
    tag: &'static str,
}

impl<'a> Talk<'a> {
    /// The tablet page of a group that has written its words down, at its home screen.
    #[track_caller]
    pub fn at_home(page: &'a Page) -> Self {
        page.open_stored("");
        page.exec("return document.querySelector('nattoku-app').importJson(arguments[0])", &[json!(GROUP)]);
        Self { page, notice: words::explanation(), tag: "nattoku-app" }
    }

    /// The tablet page at the first topic.
    #[track_caller]
    pub fn begin(page: &'a Page) -> Self {
        let talk = Self::at_home(page);
        talk.open_door();
        talk
    }

    /// A conversation that is under way already.
    pub fn here(page: &'a Page, tag: &'static str, notice: NoticeSnapshot) -> Self {
        Self { page, notice, tag }
    }

    /// From home to the first topic.
    #[track_caller]
    pub fn open_door(&self) {
        self.page.button(&begins("home.consent")).click();
        self.see_topic(0);
    }

    /// Waits for the heading of a screen.
    #[track_caller]
    pub fn see(&self, heading: &str) {
        self.page.role("heading", heading).state();
    }

    /// Waits for a topic.
    #[track_caller]
    pub fn see_topic(&self, index: usize) {
        self.see(&bare(self.notice.sections[index].title.get(Reading::Plain)));
    }

    /// Waits for a question.
    #[track_caller]
    pub fn see_item(&self, index: usize) {
        self.see(&bare(self.notice.items[index].title.get(Reading::Plain)));
    }

    /// The short name of an item, as the review has it.
    pub fn short(&self, index: usize) -> String {
        bare(self.notice.items[index].short.get(Reading::Plain))
    }

    /// From the first topic to the first question, saying nothing.
    #[track_caller]
    pub fn listen(&self) {
        let topics = self.notice.sections.len();
        for index in 0..topics {
            self.see_topic(index);
            self.page
                .button(&say(if index + 1 == topics { "topic.to_answers" } else { "topic.next" }))
                .click();
        }
        self.see_item(0);
    }

    /// Answers the question on the screen, or says nothing, and goes on to the next screen.
    #[track_caller]
    pub fn answer(&self, index: usize, answer: Option<Answer>) {
        self.see_item(index);
        if let Some(answer) = answer {
            self.page.radio(&answer_word(answer)).click();
            assert!(self.page.radio(&answer_word(answer)).state().on, "the answer that was just given");
        }
        self.next_item(index);
    }

    /// On from a question.
    #[track_caller]
    pub fn next_item(&self, index: usize) {
        let last = index + 1 == self.notice.items.len();
        self.page.button(&say(if last { "item.to_acknowledge" } else { "item.next" })).click();
    }

    /// Answers every question: the same every time, or nothing at all.
    #[track_caller]
    pub fn answer_all(&self, answer: Option<Answer>) {
        for index in 0..self.notice.items.len() {
            self.answer(index, answer);
        }
        self.see_acknowledgement();
    }

    /// Waits for the emergency acknowledgement.
    #[track_caller]
    pub fn see_acknowledgement(&self) {
        let told = &self.notice.acknowledgements[0].section;
        let told = self.notice.sections.iter().find(|section| section.id == *told).expect("the section");
        self.see(&say_with("ack.legend", &[("title", &bare(told.title.get(Reading::Plain)))]));
    }

    /// Past the acknowledgement with one of its two choices, or none.
    #[track_caller]
    pub fn acknowledge(&self, choice: Option<&str>) {
        self.see_acknowledgement();
        if let Some(key) = choice {
            self.page.radio(&say(key)).click();
        }
        self.page.button(&say("next")).click();
        self.see(&say("respondent.heading"));
    }

    /// Says who answers, and stays on that screen.
    #[track_caller]
    pub fn respond(&self, role: &str) {
        self.see(&say("respondent.heading"));
        let name = role_words(role);
        self.page.radio(&name).click();
        assert!(self.page.radio(&name).state().on, "{role} was just chosen");
    }

    /// Past both forms about people: the person answers alone.
    #[track_caller]
    pub fn name_people(&self) {
        self.respond("principal");
        self.page.button(&say("next")).click();
        self.name_person();
    }

    /// Past the form about people, with what must not be empty, where the person answers alone.
    #[track_caller]
    pub fn name_person(&self) {
        self.see(&say("who.heading"));
        self.page.fill(&begins("who.name"), NAME);
        self.page.fill(&say("who.kana"), KANA);
        self.page.fill(&begins("who.explained_by"), EXPLAINER);
        self.page.button(&say("next")).click();
        self.see(&say("method.heading"));
    }

    /// Past the form about people, where somebody is beside the person or answers for them.
    #[track_caller]
    pub fn name_person_too(&self) {
        self.see(&say("who.heading_for"));
        self.page.fill(&begins("who.name_for"), NAME);
        self.page.fill(&begins("who.explained_by"), EXPLAINER);
        self.page.button(&say("next")).click();
    }

    /// Chooses a way to answer.
    #[track_caller]
    pub fn choose(&self, way: &str) {
        self.see(&say("method.heading"));
        self.page.button(&begins(way)).click();
    }

    /// From the choice of the way to the review with a typed name, the quickest way for a machine.
    #[track_caller]
    pub fn type_name(&self) {
        self.choose("way.typed");
        self.see(&say("typed.heading"));
        self.page.fill(&begins("who.name"), NAME);
        self.page.button(&say("to_review")).click();
        self.see(&say("review.heading"));
    }

    /// Writes the name on the open sheet.
    #[track_caller]
    pub fn write_name(&self) {
        self.page.role("img", &say("sign.pad")).draw(&STROKES, PointerKind::Touch);
        self.page.wait_for("three strokes", || self.strokes() == STROKES.len());
    }

    /// How many strokes the open sheet has.
    #[track_caller]
    pub fn strokes(&self) -> usize {
        let found = self.inside("return root.querySelector('.pad')?.dataset.strokes ?? null");
        found.as_str().and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("no pad: {found}"))
    }

    /// Records it and waits for the quiet end.
    #[track_caller]
    pub fn finish(&self, outcome: &str) {
        self.page.button(&say("review.finish")).click();
        self.see(&say(&format!("closing.{outcome}")));
        self.page.see(&say(&format!("closing_lead.{outcome}")));
    }

    /// Closes the record and waits for home.
    #[track_caller]
    pub fn next_person(&self) {
        self.page.button(&say("closing.next_person")).click();
        self.see(&say("home.heading"));
    }

    /// The value of a script over the element's shadow root, `root`.
    #[track_caller]
    pub fn inside(&self, script: &str) -> Value {
        let script = format!("const root = document.querySelector('{}').shadowRoot; {script}", self.tag);
        self.page.exec(&script, &[])
    }

    /// How many answers are chosen on the screen of a question.
    #[track_caller]
    pub fn chosen(&self) -> u64 {
        let found = self.inside("return root.querySelectorAll('input[name^=\"answer-\"]:checked').length");
        found.as_u64().expect("a count")
    }

    /// What the element exports.
    #[track_caller]
    pub fn export(&self) -> Value {
        let text =
            self.page.exec(&format!("return document.querySelector('{}').exportJson()", self.tag), &[]);
        serde_json::from_str(text.as_str().expect("JSON text")).expect("JSON")
    }
}

/// What an answer is called on its button.
#[track_caller]
pub fn answer_word(answer: Answer) -> String {
    say(&format!("answer.{}", answer.key()))
}

/// What a choice of who answers is called: its title and its line.
#[track_caller]
pub fn role_words(role: &str) -> String {
    format!("{}{}", say(&format!("role.{role}")), say(&format!("role_hint.{role}")))
}
