//! Another built-in list, and one put behind it: chosen where the check begins and in the settings, kept by the device.

use nattoku::domain::checklist::Checklist;

use super::{counted, kept, open, read, reads_all, run_through, title};
use crate::harness::Page;
use crate::meeting::Meeting;
use crate::words::{begins, say};

/// The facility's list in place of the salon's, the photos behind it, through to the record; then back.
pub fn chosen(page: &Page) {
    let meeting = Meeting::at_home(page);
    let [salon, facility, photo] = ["salon", "facility", "photo"].map(|id| Checklist::builtin(id).expect(id));
    // The door still leads to the salon's list with one tap.
    meeting.open_door();
    page.see(&counted(&salon));
    page.button(&say("lists.choose")).click();
    page.see_heading(&say("lists.heading"));
    for id in Checklist::WHOLE {
        page.see(&counted(&Checklist::builtin(id).expect(id)));
    }
    read(page, &title(&salon));
    page.see(&say("notices.in_use"));
    assert_eq!(page.button(&say("lists.use")).count(), 0, "it is in use already");
    reads_all(page, &salon);
    page.button(&say("back")).click();
    read(page, &title(&facility));
    reads_all(page, &facility);
    page.button(&say("lists.use")).click();
    // Chosen where the check begins, it begins.
    page.see_heading(&title(&facility));
    page.see(&counted(&facility));
    page.reload();
    page.button(&begins("home.check")).click();
    page.see_heading(&title(&facility));
    page.button(&say("go_home")).click();

    open(page);
    let add = say("lists.add").replace("{{title}}", &title(&photo));
    assert!(!page.checkbox(&add).state().on, "nothing is added before somebody chose it");
    page.button(&say("lists.read")).click();
    page.see_heading(&title(&photo));
    reads_all(page, &photo);
    page.button(&say("lists.add_this")).click();
    page.see_heading(&say("lists.heading"));
    page.wait_for("the tick", || page.checkbox(&add).state().on);
    page.checkbox(&add).click();
    page.wait_for("no tick", || !page.checkbox(&add).state().on);
    page.checkbox(&add).click();
    page.wait_for("the tick", || page.checkbox(&add).state().on);
    page.reload();
    let both = Checklist::named("facility photo").expect("both");
    page.button(&begins("home.check")).click();
    page.see(&counted(&both));
    run_through(page, &both);
    page.button(&say("check.again")).click();

    // The record keeps its list when the tablet goes back to another.
    open(page);
    read(page, &title(&salon));
    page.button(&say("lists.use")).click();
    page.see_heading(&say("lists.heading"));
    page.checkbox(&add).click();
    page.wait_for("no tick", || kept(page)["choice"]["added"] == serde_json::json!([]));
    page.button(&say("back")).click();
    page.see(&counted(&salon));
    page.button(&say("go_home")).click();
    page.button(&say("home.records")).click();
    let opens = "document.querySelector('nattoku-app').shadowRoot.querySelector('.rows .button').click()";
    page.see(&say("records.runs"));
    page.exec(opens, &[]);
    page.see(&title(&facility));
    for (_, item) in both.items() {
        page.see(&nattoku::domain::text::bare(&item.short.plain));
    }
    assert_eq!(page.requests_after_load(), Vec::<String>::new());
}
