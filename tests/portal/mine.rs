//! Applicants, members and bodies on their own page: what they see, what they may do.

use crate::browser::{Browser, Page, portal};

/// Does an act as whoever the browser is, and answers the page that came back.
fn act(browser: &Browser<'_>, act: &str, more: &[(&str, &str)]) -> Page {
    let form = browser.get(&format!("/record/{act}"));
    assert_eq!(form.status, 200, "{act}: {}", form.body);
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let mut fields =
        vec![("mark", mark.as_str()), ("attempt", attempt.as_str()), ("step", "record"), ("on", "2026-01-01")];
    fields.extend_from_slice(more);
    browser.post(&format!("/record/{act}"), &fields)
}

#[test]
fn an_application_from_the_form_to_the_voucher() {
    let portal = portal();
    let newcomer = portal.party("lakes", "Swan");
    let before = newcomer.get("/mine").body;
    assert!(before.contains("Nothing is on file of Swan yet") && before.contains("/record/apply"), "{before}");
    assert!(!before.contains("Heron"), "who is a member is not for a newcomer to see");
    assert_eq!(act(&newcomer, "apply", &[("field-region", "north")]).location.as_deref(), Some("/mine"));
    let after = newcomer.get("/mine").body;
    assert!(after.contains("Your application") && after.contains("incomplete"), "{after}");
    let heron = portal.party("lakes", "Heron");
    let open = heron.get("/mine").body;
    assert!(open.contains("/record/vouch?about=Swan"), "{open}");
    assert_eq!(act(&heron, "vouch", &[("about", "Swan")]).status, 303);
    let complete = newcomer.get("/mine").body;
    assert!(!complete.contains("incomplete"), "{complete}");
}

#[test]
fn whoever_acts_acts_in_their_own_name_and_today() {
    let portal = portal();
    let otter = portal.party("lakes", "Otter");
    act(&otter, "leave-federation", &[("by", "Heron"), ("on", "2022-01-01")]);
    let secretary = portal.secretary("lakes");
    assert!(secretary.get("/register/Heron").body.contains("Heron is member."));
    let otter = secretary.get("/register/Otter?on=2026-01-01").body;
    assert!(otter.contains("Otter is member."), "not on a day of their own choosing: {otter}");
}

#[test]
fn acts_of_an_office_are_not_open_to_a_member() {
    let portal = portal();
    let otter = portal.party("lakes", "Otter");
    assert!(!otter.get("/mine").body.contains("/record/enter"));
    let refused = act(&otter, "enter", &[("about", "Newt"), ("field-region", "north")]);
    assert!(refused.body.contains("Otter may not enter about Newt."), "{}", refused.body);
    assert_eq!(otter.get("/record/settle-fee").status, 404);
    assert_eq!(portal.secretary("lakes").get("/register/Newt").status, 404);
}

#[test]
fn a_member_opens_nothing_of_the_register() {
    let portal = portal();
    let otter = portal.party("lakes", "Otter");
    for path in ["/register", "/register/Otter", "/desk", "/record"] {
        assert_eq!(otter.get(path).status, 404, "{path}");
    }
    assert!(!otter.get("/record/thank").body.contains("Heron"), "no list of names in a form");
}
