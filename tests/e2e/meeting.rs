//! The ○△× check as a group holds it, one word per step, for scenarios that are about something else than that step.
//! The words on the list come from the list itself. What a scenario is about is asserted there.

use nattoku::domain::checklist::{Checklist, Mark};
use serde_json::{Value, json};

use crate::harness::{Page, Target};
pub use crate::words::plain;
use crate::words::{begins, say, say_with};

/// A check on the tablet page, or in an element of a host page.
pub struct Meeting<'a> {
    page: &'a Page,
    /// What is asked.
    pub list: Checklist,
    tag: &'static str,
}

impl<'a> Meeting<'a> {
    /// A tablet that nobody has told anything yet, at its home screen.
    #[track_caller]
    pub fn at_home(page: &'a Page) -> Self {
        page.open_stored("");
        page.see_heading(&say("home.heading"));
        Self::here(page, "nattoku-app")
    }

    /// The tablet page at the opening words.
    #[track_caller]
    pub fn begin(page: &'a Page) -> Self {
        let meeting = Self::at_home(page);
        meeting.open_door();
        meeting
    }

    /// A check that is under way already.
    pub fn here(page: &'a Page, tag: &'static str) -> Self {
        Self { page, list: Checklist::salon(), tag }
    }

    /// From home to the opening words.
    #[track_caller]
    pub fn open_door(&self) {
        self.page.button(&begins("home.check")).click();
        self.see_opening();
    }

    /// Whether it is held as a meeting, with ways to answer before the items and with talking after them.
    fn is_meeting(&self) -> bool {
        let script = "return root.host.localName === 'nattoku-app' || root.host.hasAttribute('meeting')";
        self.inside(script) == true
    }

    /// From the opening words to the items. A meeting answers together, as one.
    #[track_caller]
    pub fn start(&self) {
        self.to_ways();
        if self.is_meeting() {
            self.page.button(&begins("gather_way.together")).click();
            self.page
                .wait_for("the items", || self.inside("return root.querySelector('.mark') !== null") == true);
        }
    }

    /// From the opening words to the ways to answer, past what was agreed last time. Without a meeting there is only
    /// one way, and the items are there at once.
    #[track_caller]
    pub fn to_ways(&self) {
        self.page.button(&say("check.begin")).click();
        if self.is_meeting() {
            self.forward("the ways to answer", || {
                self.page.role("heading", &say("gather.ways")).count() == 1
            });
        }
    }

    /// Presses the filled button of one screen after the other, for screens that a scenario is not about.
    #[track_caller]
    fn forward(&self, what: &str, reached: impl Fn() -> bool) {
        // Pressed once on each screen: what has been pressed may still be on its way.
        let press = "const button = root.querySelector('.actions .button--primary'); \
            const screen = root.querySelector('h1, h2')?.textContent + button?.textContent; \
            if (button && screen !== arguments[0]) button.click(); return screen";
        let mut pressed = Value::Null;
        self.page.wait_for(what, || {
            if reached() {
                return true;
            }
            pressed = self.inside_with(press, std::slice::from_ref(&pressed));
            false
        });
    }

    /// Waits for the heading of a screen.
    #[track_caller]
    pub fn see(&self, heading: &str) {
        self.page.role("heading", heading).state();
    }

    /// Waits for the opening words.
    #[track_caller]
    pub fn see_opening(&self) {
        self.see(&plain(&self.list.title));
        self.page.button(&say("check.begin")).state();
    }

    /// Waits for the screen of a part, which shows all its items at once.
    #[track_caller]
    pub fn see_part(&self, part: usize) {
        let part = &self.list.lists[part];
        self.see(&plain(&part.title));
        let boxes = "return root.querySelectorAll('.mark').length";
        self.page.wait_for("all items of the part", || self.inside(boxes) == part.items.len());
    }

    /// Waits for an item that has the screen of a telephone to itself.
    #[track_caller]
    pub fn see_alone(&self, index: usize) {
        let items = self.list.items().count();
        let place = format!("{} / {items}", index + 1);
        let seen = "return [root.querySelectorAll('.mark').length, \
            root.querySelector('.bar__count [aria-hidden]')?.textContent ?? '']";
        self.page.wait_for(&format!("item {place}"), || self.inside(seen) == json!([1, place]));
        self.see(&self.short(index));
        self.item(index).state();
    }

    /// The short name of an item.
    pub fn short(&self, index: usize) -> String {
        plain(&self.list.items().nth(index).expect("an item").1.short)
    }

    /// The id of an item.
    pub fn id(&self, index: usize) -> &str {
        &self.list.items().nth(index).expect("an item").1.id
    }

    /// The word beside a mark, or beside none.
    pub fn word(&self, mark: Option<Mark>) -> String {
        plain(self.list.legend.word(mark))
    }

    /// An item with its marks and its note.
    pub fn item(&self, index: usize) -> Target<'a> {
        let (_, item) = self.list.items().nth(index).expect("an item");
        self.page.group(&format!("{}{}", index + 1, plain(&item.text)))
    }

    /// Marks an item by click.
    #[track_caller]
    pub fn mark(&self, index: usize, mark: Mark) {
        self.item(index).radio(&self.word(Some(mark))).click();
        self.see_mark(index, Some(mark));
    }

    /// Waits until an item on the screen has exactly this mark.
    #[track_caller]
    pub fn see_mark(&self, index: usize, mark: Option<Mark>) {
        let item = self.item(index);
        self.page.wait_for(&format!("{mark:?} on item {}", index + 1), || {
            Mark::ALL
                .iter()
                .all(|each| item.radio(&self.word(Some(*each))).state().on == (mark == Some(*each)))
        });
    }

    /// Writes the note of an item.
    #[track_caller]
    pub fn note(&self, index: usize, text: &str) {
        self.item(index).button(&say("check.note")).click();
        self.item(index).role("textbox", &say("check.note_label")).fill(text);
    }

    /// The way on to a screen that is called so.
    pub fn onward(&self, title: &str) -> Target<'a> {
        self.page.button(&say_with("check.next_is", &[("title", title)]))
    }

    /// On to the next part, from the screen that shows a whole part.
    #[track_caller]
    pub fn next_part(&self, part: usize) {
        self.onward(&plain(&self.list.lists[part].title)).click();
        self.see_part(part);
    }

    /// From the last part, or the last item, to the cases; at a meeting from the result, past what there is to talk about.
    #[track_caller]
    pub fn to_cases(&self) {
        let title = plain(&self.list.cases.title);
        if self.is_meeting() {
            return self.forward("the cases", || self.page.role("heading", &title).count() == 1);
        }
        self.go_on(&title);
    }

    /// From the cases to the group's own rules.
    #[track_caller]
    pub fn to_rules(&self) {
        self.go_on(&plain(&self.list.rules.title));
    }

    /// Writes rules one below the other.
    #[track_caller]
    pub fn write_rules(&self, rules: &[&str]) {
        for (index, rule) in rules.iter().enumerate() {
            if index > 0 {
                self.page.button(&say("check.rule_add")).click();
            }
            let label = say_with("check.rule_n", &[("n", &(index + 1).to_string())]);
            self.page.fill(&label, rule);
        }
    }

    /// From the rules to the emergency agreement.
    #[track_caller]
    pub fn to_emergency(&self) {
        self.go_on(&plain(&self.list.emergency.title));
    }

    /// Writes the emergency agreement, an answer a question.
    #[track_caller]
    pub fn agree(&self, answers: &[&str]) {
        for (question, answer) in self.list.emergency.questions.iter().zip(answers) {
            self.page.fill(&plain(&question.text), answer);
        }
    }

    /// From the emergency agreement to the result; at a meeting from the last part, or the last item.
    #[track_caller]
    pub fn to_result(&self) {
        self.go_on(&say("check.result"));
    }

    /// From the first part to the result with whatever has been marked, on a wide screen.
    #[track_caller]
    pub fn walk_to_result(&self) {
        (1..self.list.lists.len()).for_each(|part| self.next_part(part));
        if !self.is_meeting() {
            self.to_cases();
            self.to_rules();
            self.to_emergency();
        }
        self.to_result();
    }

    /// Finishes and waits for the quiet end.
    #[track_caller]
    pub fn finish(&self) {
        if self.is_meeting() {
            let end = say("check.finish");
            self.forward("the end of the meeting", || self.page.button(&end).count() == 1);
        }
        self.page.button(&say("check.finish")).click();
        self.see(&say("check.done"));
        self.page.see(&say("check.done_lead"));
    }

    /// What the result or a record says of each part: words and counts as they are seen.
    #[track_caller]
    pub fn counts_seen(&self) -> Value {
        self.inside(
            "return [...root.querySelectorAll('.tally')].map((tally) => [tally.querySelector('figcaption').textContent, \
                ...[...tally.querySelectorAll('.tally__count')].map((at) => \
                    `${at.querySelector('.said').textContent} ${at.querySelector('strong').textContent}`)])",
        )
    }

    /// What there is to talk about, in order.
    #[track_caller]
    pub fn talk_seen(&self) -> Value {
        self.inside(
            "return [...root.querySelectorAll('.talk > li')].map((card) => [card.querySelector('h2, h3, h4').textContent, \
                card.querySelector('.topic-card__head p').textContent])",
        )
    }

    /// Neither a share nor a score, in anything that is seen, folded away or heard.
    #[track_caller]
    pub fn see_no_score(&self) {
        let script = "return root.querySelector('.nk').textContent + [...root.querySelectorAll('[aria-label]')] \
            .map((at) => at.getAttribute('aria-label')).join(' ')";
        let said = self.inside(script);
        let said = said.as_str().expect("the words of a screen");
        assert!(said.contains(&self.word(Some(Mark::Done))), "the screen was read: {said}");
        // The name of the door, 点検, is no score.
        let said = said.replace(&say("home.check"), "");
        for sign in ["%", "％", "点", "合計", "平均"] {
            assert!(!said.contains(sign), "“{sign}” in {said}");
        }
    }

    /// The value of a script over the element's shadow root, `root`.
    #[track_caller]
    pub fn inside(&self, script: &str) -> Value {
        self.inside_with(script, &[])
    }

    #[track_caller]
    fn inside_with(&self, script: &str, arguments: &[Value]) -> Value {
        let script = format!("const root = document.querySelector('{}').shadowRoot; {script}", self.tag);
        self.page.exec(&script, arguments)
    }

    /// What the tablet keeps of the run that is going on.
    #[track_caller]
    pub fn draft(&self) -> Value {
        let text = self.page.kept("app.checklist.draft");
        text.map_or(Value::Null, |text| serde_json::from_str(&text).expect("JSON"))
    }

    /// What the element exports.
    #[track_caller]
    pub fn export(&self) -> Value {
        let script = format!("return document.querySelector('{}').exportJson()", self.tag);
        serde_json::from_str(self.page.exec(&script, &[]).as_str().expect("JSON text")).expect("JSON")
    }

    #[track_caller]
    fn go_on(&self, title: &str) {
        self.onward(title).click();
        self.see(title);
    }
}
