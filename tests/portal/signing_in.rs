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
    assert!(heron.get("/mine").body.contains("The standing of Heron is member."));
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

/// Somebody who came by the link that their mailbox brought.
fn by_link<'p>(portal: &'p crate::browser::Portal, address: &str) -> crate::browser::Browser<'p> {
    let mut browser = portal.visitor("lakes");
    browser.post("/sign-in", &[("address", address)]);
    let link = links(&portal.secretary("lakes").get("/mailbox").body).remove(0);
    browser.cookie = browser.post(&link, &[]).cookie;
    browser
}

const PASSWORD: &str = "heron over still water";

#[test]
fn whoever_chose_a_password_signs_in_with_it() {
    let portal = portal();
    invite(&portal.secretary("lakes"), "cleo@example.org", "Heron");
    let ana = by_link(&portal, "cleo@example.org");
    let mark = ana.get("/account").hidden("mark");
    let short = ana.post("/account/password", &[("mark", &mark), ("password", "too short")]);
    assert!(short.body.contains("at least 12 letters"), "{}", short.body);
    assert_eq!(ana.post("/account/password", &[("mark", &mark), ("password", PASSWORD)]).status, 303);
    let mut later = portal.visitor("lakes");
    let wrong = later.post("/sign-in/password", &[("address", "cleo@example.org"), ("password", "something else")]);
    let stranger = later.post("/sign-in/password", &[("address", "bo@example.org"), ("password", PASSWORD)]);
    assert!(wrong.body.contains("do not fit") && wrong.body == stranger.body, "{}", wrong.body);
    let entered = later.post("/sign-in/password", &[("address", " Cleo@example.org"), ("password", PASSWORD)]);
    assert_eq!((entered.status, entered.location.as_deref()), (303, Some("/mine")));
    later.cookie = entered.cookie;
    let page = later.get("/account");
    let change = [("mark", page.hidden("mark")), ("current", String::from("guessed")), ("password", String::new())];
    let changed = later.post("/account/password", &change.each_ref().map(|(name, value)| (*name, value.as_str())));
    assert!(changed.body.contains("The password now is another one"), "{}", changed.body);
    let elsewhere = portal.visitor("hills");
    let other = elsewhere.post("/sign-in/password", &[("address", "cleo@example.org"), ("password", PASSWORD)]);
    assert!(other.body.contains("do not fit"), "of one network alone");
}

#[test]
fn passwords_are_tried_ten_times_an_hour_at_most() {
    let portal = portal();
    invite(&portal.secretary("lakes"), "dara@example.org", "Heron");
    let ana = by_link(&portal, "dara@example.org");
    let mark = ana.get("/account").hidden("mark");
    ana.post("/account/password", &[("mark", &mark), ("password", PASSWORD)]);
    let thief = portal.visitor("lakes");
    for number in 0..10 {
        let guess = format!("guess number {number}");
        thief.post("/sign-in/password", &[("address", "dara@example.org"), ("password", &guess)]);
    }
    let right = thief.post("/sign-in/password", &[("address", "dara@example.org"), ("password", PASSWORD)]);
    assert!(right.body.contains("too many tries"), "{}", right.body);
}

/// The code of a secret now, as a phone shows it.
fn code_of(secret: &str, steps: u64) -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    totp_rs::Builder::new().with_secret(secret).build().unwrap().generate(now + steps * 30).to_string()
}

#[test]
fn a_second_factor_is_asked_for_after_a_link_and_after_a_password() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    invite(&secretary, "ewa@example.org", "Heron");
    let mut ana = by_link(&portal, "ewa@example.org");
    let page = ana.get("/account");
    let (mark, secret) = (page.hidden("mark"), page.hidden("secret"));
    let wrong = ana.post("/account/second-factor", &[("mark", &mark), ("secret", &secret), ("code", "000")]);
    assert!(wrong.body.contains("This code is not right"), "{}", wrong.body);
    let code = code_of(&secret, 0);
    ana.cookie = ana.post("/account/password", &[("mark", &mark), ("password", PASSWORD)]).cookie;
    assert_eq!(
        ana.post("/account/second-factor", &[("mark", &mark), ("secret", &secret), ("code", &code)]).status,
        303
    );
    let mut later = portal.visitor("lakes");
    let asked = later.post("/sign-in/password", &[("address", "ewa@example.org"), ("password", PASSWORD)]);
    assert_eq!((asked.status, asked.cookie.as_deref()), (200, None), "not yet");
    let pending = asked.hidden("pending");
    let again = later.post("/sign-in/code", &[("pending", &pending), ("code", &code)]);
    assert!(again.body.contains("it was used already"), "{}", again.body);
    let entered = later.post("/sign-in/code", &[("pending", &pending), ("code", &code_of(&secret, 1))]);
    assert_eq!((entered.status, entered.location.as_deref()), (303, Some("/mine")));
    later.cookie = entered.cookie;
    assert!(later.get("/mine").body.contains("The standing of Heron is member."));
    let by_mail = by_link(&portal, "ewa@example.org");
    assert_eq!(by_mail.cookie, None, "a link alone is not enough any more");
    let mark = secretary.get("/people").hidden("mark");
    secretary.post("/people/reset", &[("mark", &mark), ("address", "ewa@example.org"), ("party", "Heron")]);
    assert!(by_link(&portal, "ewa@example.org").get("/mine").status == 200, "until the secretariat takes it away");
}

#[test]
fn whoever_is_dismissed_is_signed_out_at_once() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    invite(&secretary, "fay@example.org", "Heron");
    let ana = by_link(&portal, "fay@example.org");
    assert_eq!(ana.get("/mine").status, 200);
    let mark = secretary.get("/people").hidden("mark");
    secretary.post("/people/dismiss", &[("mark", &mark), ("address", "fay@example.org"), ("party", "Heron")]);
    assert_eq!(ana.get("/mine").status, 303);
}

#[test]
fn a_treasurer_books_money_and_records_no_acts() {
    let portal = portal();
    let treasurer = portal.staff("lakes", portal::session::Role::Treasurer);
    assert_eq!(treasurer.get("/money").status, 200);
    assert_eq!(portal.staff("lakes", portal::session::Role::Secretariat).get("/money").status, 404);
    assert_eq!(treasurer.get("/record").status, 404);
    // A fee is settled by what is booked, never by an act that somebody writes down beside the books.
    assert_eq!(portal.secretary("lakes").get("/record/settle-fee").status, 404);
    assert_eq!(treasurer.get("/record/open-ballot").status, 404);
}

#[test]
fn of_many_at_once_each_is_themselves() {
    let portal = portal();
    let parties = ["Heron", "Otter", "Bittern", "Crane", "Grebe", "Teal", "Smew", "Coot"];
    let browsers = parties.map(|party| portal.party("lakes", party));
    std::thread::scope(|scope| {
        for (party, browser) in parties.iter().zip(&browsers) {
            scope.spawn(move || {
                for turn in 0..40 {
                    // Pages that are not there ask for a session too, and do not wait for it.
                    let path = if turn % 4 == 3 { "/charter/nowhere" } else { "/mine" };
                    let page = browser.get(path);
                    assert!(path != "/mine" || page.body.contains(&format!("<h1>{party}</h1>")), "{}", page.body);
                }
            });
        }
    });
}

#[test]
fn a_second_factor_that_is_on_is_not_turned_off_by_a_secret_of_somebody_else() {
    let portal = portal();
    invite(&portal.secretary("lakes"), "hugo@example.org", "Heron");
    let hugo = by_link(&portal, "hugo@example.org");
    let page = hugo.get("/account");
    let (mark, secret) = (page.hidden("mark"), page.hidden("secret"));
    let turn = |secret: &str, code: &str, cookie: &Option<String>| {
        let mut browser = portal.visitor("lakes");
        browser.cookie = cookie.clone();
        browser.post("/account/second-factor", &[("mark", &mark), ("secret", secret), ("code", code)])
    };
    let on = turn(&secret, &code_of(&secret, 0), &hugo.cookie);
    assert_eq!(on.status, 303, "{}", on.body);
    assert_eq!(hugo.get("/account").status, 303, "sessions of before are ended");
    let thief = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let off = turn(thief, &code_of(thief, 1), &on.cookie);
    assert!(off.status == 200 && off.body.contains("This code is not right"), "{}", off.body);
}

#[test]
fn a_link_that_was_asked_for_before_a_dismissal_works_no_more() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    invite(&secretary, "ines@example.org", "Heron");
    let visitor = portal.visitor("lakes");
    visitor.post("/sign-in", &[("address", "ines@example.org")]);
    let link = links(&secretary.get("/mailbox").body).remove(0);
    let mark = secretary.get("/people").hidden("mark");
    secretary.post("/people/dismiss", &[("mark", &mark), ("address", "ines@example.org"), ("party", "Heron")]);
    assert_eq!(visitor.post(&link, &[]).status, 410);
}

#[test]
fn a_key_works_as_long_as_whose_it_is_acts_for_the_party() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    invite(&secretary, "jon@example.org", "Heron");
    let jon = by_link(&portal, "jon@example.org");
    let mark = jon.get("/programs").hidden("mark");
    let made = jon.post("/programs", &[("mark", &mark), ("name", "a program"), ("read", "yes")]);
    let (_, rest) = made.body.split_once("<code>quorate_").unwrap();
    let key = Some(format!("quorate_{}", rest.split('<').next().unwrap()));
    let program = crate::browser::Program { portal: &portal, network: String::from("lakes"), key };
    assert_eq!(program.get("/parties/Heron").status, 200);
    let mark = secretary.get("/people").hidden("mark");
    secretary.post("/people/dismiss", &[("mark", &mark), ("address", "jon@example.org"), ("party", "Heron")]);
    assert_eq!(program.get("/parties/Heron").status, 401);
}
