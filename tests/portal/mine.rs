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
    assert!(secretary.get("/register/Heron").body.contains("The standing of Heron is member."));
    let otter = secretary.get("/register/Otter?on=2026-01-01").body;
    assert!(otter.contains("The standing of Otter is member."), "not on a day of their own choosing: {otter}");
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

#[test]
fn who_objected_is_for_those_to_see_whom_the_charter_names() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    act(&swan, "apply", &[("field-region", "north")]);
    let heron = portal.party("lakes", "Heron");
    act(&heron, "vouch", &[("about", "Swan")]);
    assert_eq!(act(&heron, "object", &[("about", "Swan"), ("field-reasons", "the reeds")]).status, 303);
    let asked = "/ask?question=state+of+admission+of+Swan";
    for (who, browser) in
        [("Swan", &swan), ("Otter", &portal.party("lakes", "Otter")), ("a visitor", &portal.visitor("lakes"))]
    {
        let answer = browser.get(asked).body;
        assert!(answer.contains("omebody objected") && !answer.contains("Heron objected"), "{who}: {answer}");
    }
    for browser in [&heron, &portal.party("lakes", "board"), &portal.secretary("lakes")] {
        assert!(browser.get(asked).body.contains("Heron objected"));
    }
    assert!(!swan.get("/mine").body.contains("Heron"));
}

#[test]
fn a_party_of_a_real_network_asks_about_itself_and_the_charter() {
    let portal = portal();
    let newcomer = portal.party("hills", "Ibex");
    for question in
        ["who+may+vote+at+assembly", "is+Marmot+member", "is+Marmo+member", "due+from+2026-01-01+to+2026-02-01"]
    {
        let page = newcomer.get(&format!("/ask?question={question}")).body;
        assert!(page.contains("This is not yours to ask") || !page.contains("Marmot"), "{question}: {page}");
        assert!(!page.contains("Marmot is"), "{question}: {page}");
    }
    let own = portal.party("hills", "Marmot").get("/ask?question=may+Marmot+vote+at+assembly").body;
    assert!(own.contains("Marmot may vote at assembly."), "{own}");
    let all = portal.secretary("hills").get("/ask?question=who+may+vote+at+assembly").body;
    assert!(all.contains("Marmot"), "{all}");
}

#[test]
fn whoever_has_no_vote_casts_none_and_nobody_casts_for_another() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let form = secretary.get("/record/open-ballot");
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let opened = [
        ("mark", mark.as_str()),
        ("attempt", attempt.as_str()),
        ("step", "record"),
        ("on", "2026-01-01"),
        ("about", "B1"),
        ("field-decision", "thanks"),
    ];
    assert_eq!(secretary.post("/record/open-ballot", &opened).status, 303);
    let newcomer = portal.party("lakes", "Swan");
    let refused = act(&newcomer, "cast", &[("about", "B1"), ("field-choice", "yes")]);
    assert!(
        refused.body.contains("Swan may not vote at B1.") && refused.body.contains("Swan is not on the roll"),
        "{}",
        refused.body
    );
    let nowhere = act(&portal.party("lakes", "Heron"), "cast", &[("about", "B9"), ("field-choice", "yes")]);
    assert!(nowhere.status == 200 && nowhere.body.contains("This was not recorded"), "{}", nowhere.body);
    let heron = portal.party("lakes", "Heron");
    assert!(heron.get("/mine").body.contains("/record/cast?about=B1"));
    assert_eq!(act(&heron, "cast", &[("about", "B1"), ("field-choice", "yes"), ("field-holder", "Otter")]).status, 303);
    let history = secretary.get("/register/Heron").body;
    assert!(history.contains("choice yes") && !history.contains("holder"), "{history}");
}

#[test]
fn what_was_said_in_a_matter_is_seen_by_those_the_charter_shows_it_to() {
    let portal = portal();
    let newcomer = portal.party("lakes", "Swan");
    act(&newcomer, "apply", &[("field-region", "north")]);
    let heron = portal.party("lakes", "Heron");
    act(&heron, "object", &[("about", "Swan"), ("field-reasons", "They drained the pond.")]);
    let sees = |browser: &Browser<'_>, path: &str| browser.get(path).body.contains("They drained the pond.");
    assert!(sees(&portal.party("lakes", "board"), "/mine"), "the board decides");
    assert!(sees(&portal.secretary("lakes"), "/desk"));
    assert!(sees(&heron, "/mine"), "whoever said it");
    assert!(!sees(&newcomer, "/mine") && !sees(&portal.party("lakes", "Otter"), "/mine"));
}

#[test]
fn an_open_ballot_says_its_quorum_and_where_it_stands() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let fields = [("by", "secretary"), ("about", "T1"), ("field-decision", "thanks")];
    act(&secretary, "open-ballot", &fields);
    let before = portal.party("lakes", "Heron").get("/mine").body;
    assert!(before.contains("T1 has no quorum.") && before.contains("/record/cast?about=T1"), "{before}");
    assert!(secretary.get("/desk").body.contains("T1 has no quorum."));
    act(&portal.party("lakes", "Heron"), "cast", &[("about", "T1"), ("field-choice", "yes")]);
    let after = secretary.get("/desk").body;
    assert!(after.contains("T1 has its quorum."), "{after}");
    assert!(!portal.party("lakes", "Swan").get("/mine").body.contains("T1 has"), "who may not vote is not shown it");
}

#[test]
fn a_form_that_was_put_aside_is_there_again_until_it_is_recorded() {
    let portal = portal();
    let newcomer = portal.party("lakes", "Swan");
    let form = newcomer.get("/record/apply");
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let fields = [
        ("mark", mark.as_str()),
        ("attempt", attempt.as_str()),
        ("step", "save"),
        ("on", "2026-01-01"),
        ("field-region", "north"),
        ("field-contact", "Ana Swan"),
    ];
    let statutes = b"%PDF-1.4 statutes".as_slice();
    let kept = newcomer.send("/record/apply", &fields, &[("document-statutes", "s.pdf", statutes)]);
    assert_eq!((kept.status, kept.location.as_deref()), (303, Some("/mine")), "{}", kept.body);
    assert!(newcomer.get("/mine").body.contains("Go on with"), "it is offered again");
    let again = newcomer.get("/record/apply");
    assert!(again.body.contains("value=\"Ana Swan\"") && again.body.contains("It is here"), "{}", again.body);
    assert!(!portal.party("lakes", "Coot").get("/record/apply").body.contains("Ana Swan"), "of its own party alone");
    assert!(!portal.record.bodies().iter().any(|body| body.contains("apply")), "nothing is recorded yet");
    let done = newcomer.send("/record/apply", &[&fields[..2], &[("step", "record")], &fields[3..]].concat(), &[]);
    assert_eq!(done.status, 303);
    assert!(!newcomer.get("/mine").body.contains("Go on with"));
    assert!(!newcomer.get("/record/apply").body.contains("Ana Swan"));
}
