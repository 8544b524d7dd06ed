//! What is new is told, each once, to those whom it concerns; the register says what became of notices of the charter.

use app::{Delivery, MasterKey, Person, Platform, Sending, Told};
use chrono::Utc;
use kernel::Date;

use crate::browser::{Portal, portal};

const LINK: &str = "https://lakes.example.org";

fn platform(portal: &Portal) -> Platform {
    Platform::connect(&portal.record.url, 2, MasterKey::read(&"07".repeat(32)).unwrap()).unwrap()
}

fn move_to(platform: &Platform, day: &str) {
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let day: Date = day.parse().unwrap();
    platform.move_date(&lakes, day, Utc::now()).unwrap();
}

fn invite(platform: &Platform, party: &str, role: &str) {
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let address = format!("{}@example.org", party.to_lowercase());
    let person = Person { address, party: party.to_owned(), role: role.to_owned(), language: String::from("en") };
    platform.invite(&lakes, &person, Utc::now()).unwrap();
}

fn follow(platform: &Platform) -> usize {
    platform.follow("lakes", LINK, Utc::now()).unwrap()
}

fn told(platform: &Platform, to: Option<&str>) -> Vec<Told> {
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    platform.told(&lakes, to, None).unwrap()
}

/// A notice as the tests name it: kind, name, to whom, about whom.
fn short(told: &[Told]) -> Vec<(&str, &str, &str, &str)> {
    let mut all: Vec<_> = told
        .iter()
        .map(|one| (one.kind.as_str(), one.name.as_str(), one.recipient.as_str(), one.subject.as_str()))
        .collect();
    all.sort_unstable();
    all
}

fn enter(portal: &Portal, who: &str, on: &str) {
    let secretary = portal.secretary("lakes");
    let form = secretary.get("/record/enter");
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let fields = [
        ("mark", mark.as_str()),
        ("attempt", attempt.as_str()),
        ("step", "record"),
        ("on", on),
        ("by", "secretary"),
        ("about", who),
        ("field-region", "north"),
    ];
    assert_eq!(secretary.post("/record/enter", &fields).status, 303);
}

/// A network on a day, its clock followed once.
fn begun(day: &str) -> (Portal, Platform) {
    let portal = portal();
    let platform = platform(&portal);
    move_to(&platform, day);
    invite(&platform, "Heron", "party");
    invite(&platform, "secretary", "secretariat");
    assert_eq!(follow(&platform), 0, "what was before is nobody's news");
    (portal, platform)
}

#[test]
fn a_notice_of_the_charter_goes_to_everybody_it_names_once() {
    let (portal, platform) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    assert!(follow(&platform) > 0);
    let all = told(&platform, None);
    let charter: Vec<_> = short(&all).into_iter().filter(|one| one.0 == "charter").collect();
    let expected = ["Grebe", "Heron", "Otter"].map(|to| ("charter", "newcomer", to, "Grebe"));
    assert_eq!(charter, expected);
    let standing: Vec<_> = short(&all).into_iter().filter(|one| one.0 == "standing").collect();
    assert_eq!(standing, ["Grebe", "secretary"].map(|to| ("standing", "member", to, "Grebe")));
    assert_eq!(follow(&platform), 0, "each once");
    let before = portal.record.bodies().len();
    while platform.send_next("lakes", |_| Ok(()), Utc::now()).unwrap() == Sending::Sent {}
    let bodies = portal.record.bodies();
    assert_eq!(bodies.len(), before + 1, "Heron alone has an address");
    let sent = bodies.last().unwrap();
    assert!(sent.contains("send-notice") && sent.contains("Heron") && sent.contains("newcomer"), "{sent}");
    assert_eq!(told(&platform, Some("Heron"))[0].delivery, Delivery::Sent);
    assert_eq!(told(&platform, Some("Otter"))[0].delivery, Delivery::NoAddress);
    assert_eq!(follow(&platform), 0, "that it was sent is no news");
}

#[test]
fn the_letter_says_what_by_which_clause_and_where_to_go() {
    let (portal, platform) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    follow(&platform);
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let mail = platform.mailbox(&lakes).unwrap();
    let letter = mail.iter().find(|posted| posted.message.to == "heron@example.org").unwrap();
    assert_eq!(letter.message.subject, "Lakes Federation: newcomer: Grebe");
    let expected = "secretary gives notice of “newcomer” about Grebe, of Sunday 1 February 2026.\n\nBy clause 7 of the charter.\n\nYour page: https://lakes.example.org/mine\n\nYou receive this because you act for Heron in Lakes Federation.";
    assert_eq!(letter.message.text, expected);
}

#[test]
fn a_member_is_reminded_and_told_on_the_day_that_it_missed() {
    let (_portal, platform) = begun("2026-10-01");
    for (day, kind, expected) in [
        ("2026-10-30", "reminder", 0),
        ("2026-10-31", "reminder", 1),
        ("2026-11-10", "reminder", 1),
        ("2026-11-23", "reminder", 2),
        ("2026-11-30", "missed", 0),
        ("2026-12-01", "missed", 1),
        ("2026-12-02", "missed", 1),
    ] {
        move_to(&platform, day);
        follow(&platform);
        let heron = told(&platform, Some("Heron"));
        assert_eq!(heron.iter().filter(|one| one.kind == kind).count(), expected, "{day}: {heron:?}");
    }
    let heron = told(&platform, Some("Heron"));
    assert!(short(&heron).contains(&("charter", "no-report", "Heron", "Heron")), "{heron:?}");
    assert!(!short(&told(&platform, None)).contains(&("charter", "no-report", "Heron", "Otter")));
}

#[test]
fn whoever_has_not_voted_is_told_that_a_ballot_opened_and_that_it_closes() {
    let (portal, platform) = begun("2026-10-05");
    let secretary = portal.secretary("lakes");
    let record = |act: &str, fields: &[(&str, &str)]| {
        let form = secretary.get(&format!("/record/{act}"));
        let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
        let mut all = vec![("mark", mark.as_str()), ("attempt", attempt.as_str()), ("step", "record")];
        all.extend_from_slice(fields);
        assert_eq!(secretary.post(&format!("/record/{act}"), &all).status, 303);
    };
    record(
        "open-ballot",
        &[("on", "2026-10-05"), ("by", "secretary"), ("about", "S-9"), ("field-decision", "by-mail")],
    );
    let about = |who: &str| told(&platform, Some(who)).iter().filter(|one| one.subject == "S-9").count();
    // Votes are taken until 15 October: told at once, a week and two days before the end.
    for (day, heron, otter) in [("2026-10-05", 1, 1), ("2026-10-07", 1, 1), ("2026-10-08", 2, 2), ("2026-10-12", 2, 2)]
    {
        move_to(&platform, day);
        follow(&platform);
        assert_eq!((about("Heron"), about("Otter")), (heron, otter), "{day}");
    }
    record("cast", &[("on", "2026-10-12"), ("by", "Otter"), ("about", "S-9"), ("field-choice", "yes")]);
    move_to(&platform, "2026-10-13");
    follow(&platform);
    assert_eq!((about("Heron"), about("Otter")), (3, 2), "whoever has voted is left in peace");
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let mail = platform.mailbox(&lakes).unwrap();
    let letter = mail.iter().find(|posted| posted.message.subject.contains("S-9")).unwrap();
    assert!(letter.message.text.contains("https://lakes.example.org/ballot/S-9"), "{}", letter.message.text);
}

#[test]
fn whoever_may_do_something_in_a_procedure_is_told_when_it_moves_on() {
    let (portal, platform) = begun("2026-02-01");
    let newcomer = portal.party("lakes", "Bittern");
    let form = newcomer.get("/record/apply");
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let fields = [
        ("mark", mark.as_str()),
        ("attempt", attempt.as_str()),
        ("step", "record"),
        ("on", "2026-02-01"),
        ("field-region", "north"),
        ("field-contact", "Ana"),
    ];
    let statutes = b"%PDF-1.4 statutes".as_slice();
    assert_eq!(newcomer.send("/record/apply", &fields, &[("document-statutes", "s.pdf", statutes)]).status, 303);
    follow(&platform);
    let all = told(&platform, None);
    // Every member may vouch; whose voucher counts, the admission looks at.
    let stage: Vec<_> = short(&all).into_iter().filter(|one| one.0 == "stage").collect();
    assert_eq!(stage, ["Bittern", "Heron", "Otter"].map(|to| ("stage", "admission/incomplete", to, "Bittern")));
}

#[test]
fn a_notice_that_no_server_takes_is_given_up_and_the_register_says_so() {
    let (portal, platform) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    follow(&platform);
    let mut now = Utc::now();
    for _ in 0..12 {
        while platform.send_next("lakes", |_| Err(String::from("550")), now).unwrap() == Sending::Refused {}
        now += chrono::TimeDelta::days(2);
    }
    let failed: Vec<String> = portal.record.bodies().into_iter().filter(|body| body.contains("fail-notice")).collect();
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert_eq!(told(&platform, Some("Heron"))[0].delivery, Delivery::Failed);
}

#[test]
fn the_recipient_says_that_it_is_there_and_nobody_else_can() {
    let (portal, platform) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    follow(&platform);
    let heron = portal.party("lakes", "Heron");
    let mine = heron.get("/mine");
    assert!(mine.body.contains("Notices to you") && mine.body.contains("newcomer"), "{}", mine.body);
    let id = told(&platform, Some("Heron")).into_iter().find(|one| one.kind == "charter").unwrap().id;
    let otter = portal.party("lakes", "Otter");
    let path = format!("/notices/{id}/received");
    otter.post(&path, &[("mark", &otter.get("/mine").hidden("mark"))]);
    assert!(!portal.record.bodies().iter().any(|body| body.contains("deliver-notice")));
    for _ in 0..2 {
        assert_eq!(heron.post(&path, &[("mark", &mine.hidden("mark"))]).status, 303);
    }
    let received: Vec<_> = portal.record.bodies().into_iter().filter(|body| body.contains("deliver-notice")).collect();
    assert_eq!(received.len(), 1, "{received:?}");
    let page = portal.secretary("lakes").get("/notices");
    assert!(page.body.contains("received") && page.body.contains("nobody to write to"), "{}", page.body);
}

#[test]
fn two_workers_at_once_tell_it_once() {
    let (portal, one) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    let other = platform(&portal);
    let told_by = std::thread::scope(|scope| {
        let both = [&one, &other].map(|platform| scope.spawn(move || follow(platform)));
        both.map(|thread| thread.join().unwrap())
    });
    let all = told(&one, None);
    assert_eq!(told_by.iter().sum::<usize>(), all.len(), "{told_by:?}");
}

#[test]
fn the_other_network_is_told_nothing() {
    let (portal, platform) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    follow(&platform);
    let hills = platform.hosted("hills").unwrap().unwrap();
    assert!(platform.told(&hills, None, None).unwrap().is_empty());
}

#[test]
fn two_causes_of_one_day_are_two_notices() {
    let (portal, platform) = begun("2026-02-01");
    enter(&portal, "Grebe", "2026-02-01");
    follow(&platform);
    while platform.send_next("lakes", |_| Ok(()), Utc::now()).unwrap() == Sending::Sent {}
    enter(&portal, "Teal", "2026-02-01");
    follow(&platform);
    let heron = told(&platform, Some("Heron"));
    let charter: Vec<_> = short(&heron).into_iter().filter(|one| one.0 == "charter").collect();
    assert_eq!(charter, ["Grebe", "Teal"].map(|about| ("charter", "newcomer", "Heron", about)));
    while platform.send_next("lakes", |_| Ok(()), Utc::now()).unwrap() == Sending::Sent {}
    let desk = portal.secretary("lakes").get("/desk").body;
    assert!(!desk.contains("cannot both be true"), "two notices are no contradiction: {desk}");
}

#[test]
fn a_standing_that_comes_and_goes_on_one_day_is_told_each_time() {
    let (portal, platform) = begun("2026-02-01");
    let heron = portal.party("lakes", "Heron");
    for (who, act) in [(Some(&heron), "leave-federation"), (None, "enter"), (Some(&heron), "leave-federation")] {
        match who {
            None => enter(&portal, "Heron", "2026-02-01"),
            Some(heron) => {
                let form = heron.get(&format!("/record/{act}"));
                let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
                let fields = [("mark", mark.as_str()), ("attempt", &attempt), ("step", "record"), ("on", "2026-02-01")];
                heron.post(&format!("/record/{act}"), &fields);
            }
        }
        follow(&platform);
    }
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let now = lakes.judge(&charter::Question::Status { who: String::from("Heron") }, "2026-02-01".parse().unwrap());
    let told = told(&platform, Some("Heron"));
    let newest = told.iter().find(|one| one.kind == "standing").unwrap();
    let is = if let charter::Value::State { state, .. } = now.value { state } else { String::new() };
    assert_eq!(newest.name, is, "the newest letter says how it is: {told:?}");
}
