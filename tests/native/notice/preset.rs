//! The salon preset: what it has to have beyond what every built-in notice has.

use super::builtin::longest;
use nattoku::domain::notice::{Acquisition, ItemKind, Notice, Organization, Sensitivity};

#[test]
fn the_salon_preset_is_whole() {
    let notice = Notice::salon();
    let sections: Vec<_> = notice.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(
        sections,
        [
            "lead", "who", "what", "why", "keep", "share", "emg", "photo", "free", "right", "term", "leak",
            "ask", "answer"
        ]
    );
    assert!(notice.sections.iter().all(|section| section.pictogram == section.id));
    assert!(notice.optional.iter().all(|option| !option.default));
    // A coordinator goes to the person and asks (001-02); care managers tell the group things (002 §11).
    assert_eq!(notice.acquisition, Acquisition::ApproachedConsent);
    assert!(notice.indirect && !notice.minors);
    assert_eq!(notice.not_applicable, ["entrustment", "joint_use"]);
}

#[test]
fn it_holds_what_the_requirements_name_and_no_more() {
    let notice = Notice::salon();
    let held: Vec<_> = notice.categories.iter().map(|c| (c.id.as_str(), c.sensitivity)).collect();
    use Sensitivity::{Depends, No, Yes};
    assert_eq!(
        held,
        [("basic", No), ("emergency_contact", No), ("attendance", No), ("body", Yes), ("care", Depends)]
    );
}

#[test]
fn it_asks_what_the_requirements_ask_and_no_more() {
    let notice = Notice::salon();
    let shown = notice.fill(&Organization::example(&notice)).unwrap();
    let items: Vec<_> = shown.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(
        items,
        [
            "purpose.contact",
            "purpose.watch",
            "purpose.consult",
            "purpose.confirm",
            "purpose.photo_record",
            "share.center",
            "photo.newsletter",
            "photo.flyer",
            "photo.website",
            "photo.sns",
            "photo.display"
        ]
    );
    assert_eq!(shown.items_in("purpose").count(), 5);
    assert_eq!(shown.items_in("photo").filter(|i| i.kind == ItemKind::PhotoChannel).count(), 5);
    // Any of them may be answered いいえ without closing the door (000 collect.4), by voice as well.
    assert!(notice.items.iter().all(|item| item.withholdable && !item.written));
    assert!(notice.items.iter().all(|item| item.section != "emg"));
    assert_eq!(notice.acknowledgements.iter().map(|a| a.section.as_str()).collect::<Vec<_>>(), ["emg"]);
}

/// What is on the internet is taken down, what was handed out cannot be collected, and the centre is told.
#[test]
fn taking_back_says_what_can_and_what_cannot_be_undone() {
    let notice = Notice::salon();
    let taken_back = |id: &str| {
        let item = notice.items.iter().find(|item| item.id == id).expect(id);
        item.on_withdrawal.as_ref().expect(id).sentences().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(taken_back("share.center"), ["tell", "undo", "remains"]);
    for photo in ["photo.newsletter", "photo.flyer", "photo.website", "photo.sns"] {
        assert_eq!(taken_back(photo), ["undo", "remains"], "{photo}");
    }
}

/// Measured, so that a longer sentence is noticed before it reaches the limits of 48 mora and 50 characters.
#[test]
fn the_longest_sentences_are_known() {
    assert_eq!(longest(&Notice::salon()), (35, 43));
}
