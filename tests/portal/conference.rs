//! What comes before a vote: calling a meeting with its agenda, motions with amendments, standing for a seat.

use crate::browser::{Browser, Page, portal};
use crate::deciding::today;

/// A day so many days from now, where the networks are.
fn day(ahead: i64) -> String {
    let now = chrono::Utc::now().with_timezone(&chrono_tz::Europe::Zurich).date_naive();
    (now + chrono::Duration::days(ahead)).to_string()
}

/// Sends a form of a page with its marks.
fn send(browser: &Browser<'_>, page: &str, action: &str, more: &[(&str, &str)]) -> Page {
    let form = browser.get(page);
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let mut fields = vec![("mark", mark.as_str()), ("attempt", attempt.as_str())];
    fields.extend_from_slice(more);
    browser.post(action, &fields)
}

fn record(browser: &Browser<'_>, act: &str, on: &str, more: &[(&str, &str)]) -> Page {
    let action = format!("/record/{act}");
    send(browser, &action, &action, &[&[("step", "record"), ("on", on)], more].concat())
}

fn enter(secretary: &Browser<'_>, names: &[(&str, &str)]) {
    for (name, region) in names {
        let fields = [("by", "secretary"), ("about", *name), ("field-region", *region)];
        assert_eq!(record(secretary, "enter", "2021-01-01", &fields).status, 303);
    }
}

#[test]
fn a_meeting_is_called_with_its_agenda_and_not_too_early_unawares() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &[("Gnu", "north")]);
    let gnu = portal.party("hills", "Gnu");
    let call = "/meetings/call/assembly";
    assert_eq!(gnu.get(call).status, 404);
    assert_eq!(portal.visitor("hills").get(call).location.as_deref(), Some("/sign-in"));
    assert_eq!(secretary.get("/meetings/call/jamboree").status, 404);
    // Eight weeks for the invitation: that day is filled in.
    assert!(secretary.get(call).body.contains(&format!("value=\"{}\"", day(56))));
    let early = [("name", "A30"), ("opens", &*day(55)), ("agenda", "Welcome\n\nBudget")];
    let refused = send(&secretary, call, call, &early);
    assert!(refused.body.contains("outside what the charter leaves") && refused.body.contains("Budget"));
    assert_eq!(secretary.get("/meeting/A30").status, 404, "nothing is recorded");
    let nevertheless = [&early[..], &[("nevertheless", "yes")]].concat();
    assert_eq!(send(&secretary, call, call, &nevertheless).location.as_deref(), Some("/meeting/A30"));
    let page = gnu.get("/meeting/A30").body;
    assert!(page.contains("1.</strong> Welcome") && page.contains("2.</strong> Budget"), "{page}");
    assert!(
        page.contains("Invitation") || page.contains("invitation"),
        "the steps that the charter plans back: {page}"
    );
    let taken = send(&secretary, call, call, &[("name", "A30"), ("opens", &*day(90))]);
    assert!(taken.body.contains("Something else has this name"));
    let change = |how: &str, place: &str, title: &str| {
        let fields = [("how", how), ("place", place), ("title", title)];
        send(&secretary, "/meeting/A30", "/meeting/A30/agenda", &fields).status
    };
    assert_eq!(change("put", "1.5", "Minutes of last time"), 303);
    assert_eq!(change("take-off", "2", ""), 303);
    let page = gnu.get("/meeting/A30").body;
    assert!(page.contains("1.5.</strong> Minutes") && !page.contains("Budget"), "{page}");
    assert!(!page.contains("/meeting/A30/agenda"), "a member changes no agenda");
    let mark = gnu.get("/record/thank").hidden("mark");
    let fields = [("mark", &*mark), ("attempt", "x"), ("how", "put"), ("place", "9"), ("title", "Mine")];
    assert_eq!(gnu.post("/meeting/A30/agenda", &fields).status, 404);
    assert_eq!(gnu.post(call, &[("mark", &*mark), ("attempt", "x"), ("name", "B"), ("opens", &*day(99))]).status, 404);
}

#[test]
fn a_motion_waits_for_its_amendments() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &[("Hen", "north")]);
    let hen = portal.party("hills", "Hen");
    let file = |id: &str, more: &[(&str, &str)]| {
        let fields = [&[("about", id), ("field-decision", "thanks"), ("field-meeting", "A31")], more].concat();
        record(&hen, "file-motion", &today(), &fields)
    };
    let opens = [("by", "secretary"), ("about", "A31"), ("field-meeting", "assembly")];
    assert_eq!(record(&secretary, "open-meeting", &today(), &opens).status, 303);
    let text = "Thanks to the ferrymen.\nAnd to their wives.";
    assert_eq!(file("M1", &[("field-text", text)]).status, 303);
    let page = hen.get("/ballot/M1").body;
    assert!(page.contains("<p>And to their wives.</p>") && page.contains("Filed by Hen"), "{page}");
    assert!(page.contains("field-amends=M1"), "{page}");
    for (id, text) in [("M1-a", "Strike the second sentence."), ("M1-b", "Ferrywomen too.")] {
        assert_eq!(file(id, &[("field-amends", "M1"), ("field-text", text)]).status, 303);
    }
    let page = hen.get("/ballot/M1").body;
    assert!(page.find("Strike the second").unwrap() < page.find("Ferrywomen").unwrap(), "in the order of filing");
    assert!(hen.get("/ballot/M1-a").body.contains("An amendment to <a href=\"/ballot/M1\">"));
    let open = |id: &str| {
        record(
            &secretary,
            "open-ballot",
            &today(),
            &[("by", "secretary"), ("about", id), ("field-decision", "thanks"), ("field-meeting", "A31")],
        )
    };
    assert!(open("M1").body.contains("An amendment to this motion is not decided yet"));
    // What is filed twice, amends nothing, or comes from outside is no motion; nobody withdraws another's.
    assert!(file("M1", &[]).body.contains("Something else has this name"));
    assert!(file("M9", &[("field-amends", "M9")]).body.contains("There is no such motion"));
    let stranger = portal.party("hills", "Nobody-Known");
    let fields = [("about", "M8"), ("field-decision", "thanks"), ("field-amends", "M1")];
    assert!(record(&stranger, "file-motion", &today(), &fields).body.contains("This is for others to do"));
    let refused = record(&stranger, "withdraw-motion", &today(), &[("about", "M1-b")]);
    assert!(refused.body.contains("This is for others to do"));
    // One is carried, the other withdrawn: now the motion can be put to the vote.
    assert_eq!(open("M1-a").status, 303);
    assert_eq!(record(&hen, "cast", &today(), &[("about", "M1-a"), ("field-choice", "yes")]).status, 303);
    assert_eq!(record(&secretary, "close-ballot", &today(), &[("by", "secretary"), ("about", "M1-a")]).status, 303);
    assert!(open("M1").body.contains("An amendment to this motion is not decided yet"));
    assert_eq!(record(&hen, "withdraw-motion", &today(), &[("about", "M1-b")]).status, 303);
    assert!(open("M1-b").body.contains("This motion was withdrawn"));
    assert_eq!(open("M1").status, 303);
    assert!(open("M1").body.contains("A ballot opens once"), "a roll is drawn once");
    let page = hen.get("/ballot/M1").body;
    assert!(page.contains("Withdrawn on"), "{page}");
    let minutes = secretary.get("/meeting/A31/minutes").body;
    assert!(minutes.contains("Ferrywomen too.") && minutes.contains("An amendment to M1"), "{minutes}");
}

#[test]
fn whoever_stands_for_a_seat_may_stand() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &[("Ibis", "north"), ("Ivy", "north"), ("Iris", "south")]);
    let (ibis, iris) = (portal.party("hills", "Ibis"), portal.party("hills", "Iris"));
    let page = "/candidates?seat=council/north";
    assert_eq!(portal.party("hills", "Nobody-Known").get(page).status, 404);
    assert_eq!(portal.visitor("hills").get(page).location.as_deref(), Some("/sign-in"));
    assert_eq!(secretary.get("/candidates?seat=council/west").status, 404);
    let seated =
        [("about", "council/south"), ("field-organisation", "Iris"), ("field-person", "Ia"), ("by", "secretary")];
    assert_eq!(record(&secretary, "seat", &today(), &seated).status, 303);
    let shown = ibis.get(page).body;
    let (may, may_not) = shown.split_once("Who may not").unwrap();
    assert!(may.contains("<summary>Ivy") && may_not.contains("<summary>Iris"), "one seat an organisation: {shown}");
    assert!(shown.contains("depends on the person"), "the limit of terms is a person's: {shown}");
    let file = |who: &Browser<'_>, fields: &[(&str, &str)]| {
        send(who, page, "/candidates", &[&[("act", "file"), ("seat", "council/north")], fields].concat())
    };
    assert_eq!(file(&ibis, &[("person", "Io")]).status, 303);
    assert!(iris.get(page).body.contains("Ibis (Io)"));
    let mark = iris.get("/record/thank").hidden("mark");
    let fields = [("mark", &*mark), ("attempt", "x"), ("act", "file"), ("seat", "council/north"), ("person", "Ia")];
    assert_eq!(iris.post("/candidates", &fields).status, 400, "the page offered no such form");
    let refused = file(&secretary, &[("organisation", "Iris"), ("person", "Ib")]);
    assert!(refused.body.contains("Not recorded") || refused.body.contains("role=\"alert\""), "{}", refused.body);
    assert!(!iris.get(page).body.contains("Iris (Ib)"));
    assert_eq!(file(&secretary, &[("organisation", "Ivy"), ("person", "Ix")]).status, 303);
    let shown = secretary.get(page).body;
    assert!(shown.contains("field-candidates=Ibis%20%28Io%29%2C%20Ivy%20%28Ix%29"), "{shown}");
    let fields = [("about", "council/north"), ("field-organisation", "Ibis"), ("field-person", "Io")];
    let refused = record(&iris, "withdraw-candidacy", &today(), &fields);
    assert!(refused.body.contains("This is for others to do"), "nobody withdraws another: {}", refused.body);
    let withdrawn =
        send(&ibis, page, "/candidates", &[("act", "withdraw"), ("seat", "council/north"), ("person", "Io")]);
    assert_eq!(withdrawn.status, 303);
    assert!(!iris.get(page).body.contains("Ibis (Io)"));
    // Once the seat is filled, nobody stands for it any more.
    let seated =
        [("about", "council/north"), ("field-organisation", "Ivy"), ("field-person", "Ix"), ("by", "secretary")];
    assert_eq!(record(&secretary, "seat", &today(), &seated).status, 303);
    assert!(iris.get(page).body.contains("Nobody stands yet"));
}
