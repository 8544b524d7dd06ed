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
