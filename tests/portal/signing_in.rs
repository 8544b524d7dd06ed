//! One-time links and sessions.

use crate::browser::portal;

#[test]
fn a_link_works_once_and_only_where_it_was_made_for() {
    let portal = portal();
    let link = portal.link("lakes");
    let elsewhere = portal.visitor("hills");
    assert_eq!(elsewhere.get(&link).status, 410);
    assert_eq!(elsewhere.post(&link, &[]).status, 410);
    let lakes = portal.visitor("lakes");
    assert_eq!(lakes.get(&link).status, 200, "looking at a link does not use it up");
    assert_eq!(lakes.get(&link).status, 200);
    let entered = lakes.post(&link, &[]);
    assert_eq!(entered.status, 303);
    let cookie = &entered.headers["set-cookie"];
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let again = lakes.post(&link, &[]);
    assert_eq!(again.status, 410);
    assert!(again.body.contains("no longer works"), "{}", again.body);
}

#[test]
fn signing_out_ends_the_session() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    let mark = lakes.get("/desk").hidden("mark");
    assert_eq!(lakes.post("/sign-out", &[("mark", "guessed")]).status, 409);
    assert_eq!(lakes.get("/desk").status, 200);
    assert_eq!(lakes.post("/sign-out", &[("mark", &mark)]).status, 303);
    assert_eq!(lakes.get("/desk").status, 303);
}

#[test]
fn a_made_up_session_is_none() {
    let portal = portal();
    let mut lakes = portal.visitor("lakes");
    lakes.cookie = Some(String::from("quorate=AAAA"));
    assert_eq!(lakes.get("/desk").status, 303);
    assert_eq!(lakes.get("/").status, 200);
}

/// Lets somebody sign in, as the secretariat does.
fn invite(secretary: &crate::browser::Browser<'_>, address: &str, party: &str) -> u16 {
    let mark = secretary.get("/people").hidden("mark");
    secretary.post("/people", &[("mark", &mark), ("address", address), ("party", party)]).status
}

/// The links of a mailbox, as paths.
fn links(mailbox: &str) -> Vec<String> {
    let parts = mailbox.split("https://lakes.example.org").skip(1);
    parts.map(|part| part.split_whitespace().next().unwrap().split('<').next().unwrap().to_owned()).collect()
}

#[test]
fn whoever_is_invited_gets_a_link_by_mail_for_each_whom_they_act_for() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    assert_eq!(invite(&secretary, "Ana@Example.org", "Heron"), 303);
    assert_eq!(invite(&secretary, "ana@example.org", "Otter"), 303);
    let visitor = portal.visitor("lakes");
    let known = visitor.post("/sign-in", &[("address", " ana@EXAMPLE.org ")]);
    let stranger = visitor.post("/sign-in", &[("address", "nobody@example.org")]);
    assert!(known.status == 200 && known.body.contains("If this address is known here"), "{}", known.body);
    assert_eq!(known.body, stranger.body, "whether an address is known is not said");
    let mailbox = secretary.get("/mailbox").body;
    let links = links(&mailbox);
    assert_eq!(links.len(), 2, "{mailbox}");
    assert!(!mailbox.contains("nobody@example.org"));
    let mut heron = portal.visitor("lakes");
    heron.cookie = heron.post(&links[0], &[]).cookie;
    assert!(heron.get("/mine").body.contains("Heron is member."));
    assert_eq!(heron.get("/desk").status, 404);
}

#[test]
fn the_links_of_one_address_are_counted() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    invite(&secretary, "often@example.org", "Heron");
    for _ in 0..8 {
        assert_eq!(portal.visitor("lakes").post("/sign-in", &[("address", "often@example.org")]).status, 200);
    }
    assert_eq!(links(&secretary.get("/mailbox").body).len(), 5);
}

#[test]
fn whoever_is_dismissed_gets_no_more_links() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    invite(&secretary, "bo@example.org", "Otter");
    assert!(secretary.get("/people").body.contains("bo@example.org"));
    let mark = secretary.get("/people").hidden("mark");
    secretary.post("/people/dismiss", &[("mark", &mark), ("address", "bo@example.org"), ("party", "Otter")]);
    assert!(!secretary.get("/people").body.contains("bo@example.org"));
    portal.visitor("lakes").post("/sign-in", &[("address", "bo@example.org")]);
    assert!(links(&secretary.get("/mailbox").body).is_empty());
}

#[test]
fn what_is_no_address_is_said_and_changes_nothing() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    for address in ["ana", "ana@", "@example.org", "a b@example.org", "a@b@example.org", "a@example.org\nBcc: x@y.org"]
    {
        assert_eq!(invite(&secretary, address, "Heron"), 200, "{address}");
    }
    assert_eq!(invite(&secretary, "ana@example.org", " "), 200);
    assert!(secretary.get("/people").body.contains("Nobody yet"));
}
