//! Every address by everybody.

use crate::browser::portal;

/// Who may have a page. What is not for somebody answers with the way to the sign-in, or as if it were not there.
#[derive(Clone, Copy, PartialEq)]
enum For {
    Anybody,
    /// Questions name members: for anybody only where all is made up.
    AnybodyInADemonstration,
    SignedIn,
    Secretariat,
}

/// Every address of the portal, with one example each.
const ROUTES: &[(&str, &str, For)] = &[
    ("GET", "/", For::Anybody),
    ("GET", "/charter", For::Anybody),
    ("GET", "/charter/2", For::Anybody),
    ("GET", "/readings", For::Anybody),
    ("GET", "/members", For::Anybody),
    ("GET", "/join", For::Anybody),
    ("GET", "/history", For::SignedIn),
    ("POST", "/members", For::SignedIn),
    ("GET", "/ask", For::AnybodyInADemonstration),
    ("GET", "/sign-in", For::Anybody),
    ("GET", "/style.css", For::Anybody),
    ("GET", "/healthz", For::Anybody),
    ("GET", "/readyz", For::Anybody),
    ("GET", "/mine", For::SignedIn),
    ("GET", "/record/thank", For::SignedIn),
    ("POST", "/record/thank", For::SignedIn),
    ("POST", "/sign-out", For::SignedIn),
    ("POST", "/notices/01890a5d-ac96-774b-bcce-b302099a8057/received", For::SignedIn),
    ("GET", "/desk", For::Secretariat),
    ("POST", "/date", For::Secretariat),
    ("GET", "/register", For::Secretariat),
    ("GET", "/register/Otter", For::Secretariat),
    ("GET", "/record", For::Secretariat),
    ("POST", "/register/Otter/erase", For::Secretariat),
    ("GET", "/calendar", For::SignedIn),
    ("GET", "/programs", For::SignedIn),
    ("POST", "/programs", For::SignedIn),
    ("POST", "/programs/01890a5d-ac96-774b-bcce-b302099a8057/take-back", For::SignedIn),
    ("GET", "/notices", For::Secretariat),
    ("GET", "/people", For::Secretariat),
    ("POST", "/people", For::Secretariat),
    ("POST", "/people/dismiss", For::Secretariat),
];

#[test]
fn every_route_has_a_row() {
    let source = include_str!("../../services/portal/src/pages.rs");
    let declared = source.matches(".route(\"").count();
    // What is asked of elsewhere: asking for a link to sign in or to apply, and its two addresses, the mailbox of demonstrations, a document, choosing
    // a language, a font, the feed of a calendar.
    assert_eq!(declared, ROUTES.len() + 9);
}

#[test]
fn every_address_by_everybody() {
    let portal = portal();
    for network in ["lakes", "hills"] {
        let other = if network == "lakes" { "hills" } else { "lakes" };
        let visitor = portal.visitor(network);
        let own = portal.secretary(network);
        let member = portal.party(network, "Otter");
        let mut foreign = portal.visitor(network);
        foreign.cookie = portal.secretary(other).cookie;
        for (method, path, who) in ROUTES {
            let open = *who == For::Anybody || (*who == For::AnybodyInADemonstration && network == "lakes");
            let signed_in = open || matches!(who, For::SignedIn | For::AnybodyInADemonstration);
            let everybody = [
                ("visitor", &visitor, open),
                ("foreign", &foreign, open),
                ("member", &member, signed_in),
                ("own", &own, true),
            ];
            for (name, browser, may) in everybody {
                let page = if *method == "GET" {
                    browser.get(path)
                } else {
                    browser.post(path, &[("mark", "x"), ("to", "x"), ("address", "x"), ("party", "x"), ("name", "x")])
                };
                let said = (page.status, page.location.as_deref());
                if !may && name == "member" {
                    assert_eq!(page.status, 404, "{network} {name} {method} {path}");
                } else if !may {
                    assert_eq!(said, (303, Some("/sign-in")), "{network} {name} {method} {path}");
                } else if *method == "POST" {
                    assert_eq!(page.status, 409, "a form of no session: {network} {name} {path}");
                } else {
                    assert_eq!(page.status, 200, "{network} {name} {path}: {}", page.body);
                }
            }
        }
    }
}

#[test]
fn one_network_knows_nothing_of_the_other() {
    let portal = portal();
    let lakes = portal.secretary("lakes");
    assert_eq!(lakes.get("/register/Heron").status, 200);
    assert_eq!(lakes.get("/register/Marmot").status, 404);
    assert!(!lakes.get("/register").body.contains("Marmot"));
    assert!(lakes.get("/ask?question=is+Marmot+member").body.contains("Marmot"));
    assert!(lakes.get("/ask?question=is+Marmot+member").body.contains("nothing"));
    assert_eq!(portal.visitor("valleys").get("/").status, 404);
}
