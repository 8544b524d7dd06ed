//! Every address by everybody.

use portal::session::Role;

use crate::browser::portal;

/// Who may have a page. What is not for somebody answers with the way to the sign-in, or as if it were not there.
#[derive(Clone, Copy, PartialEq)]
enum For {
    Anybody,
    /// Questions name members: for anybody only where all is made up.
    AnybodyInADemonstration,
    SignedIn,
    /// Roles that the policy of access names; every other is answered as if the page were not there.
    Staff(&'static [Role]),
    /// Whoever signed in by an address; those of this test came by an operator's link.
    WithAddress,
}

const READERS: &[Role] = &[Role::Secretariat, Role::Treasurer, Role::ReturningOfficer, Role::Auditor];
const RECORDERS: &[Role] = &[Role::Secretariat, Role::ReturningOfficer];
const TREASURER: &[Role] = &[Role::Treasurer];
const MONEY: &[Role] = &[Role::Treasurer, Role::Auditor];
const SECRETARIAT: &[Role] = &[Role::Secretariat];
const OVERSEERS: &[Role] = &[Role::Secretariat, Role::Auditor];

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
    ("GET", "/account", For::WithAddress),
    ("POST", "/account/password", For::WithAddress),
    ("POST", "/account/second-factor", For::WithAddress),
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
    ("GET", "/desk", For::Staff(READERS)),
    ("POST", "/date", For::Staff(SECRETARIAT)),
    ("GET", "/register", For::Staff(READERS)),
    ("GET", "/register/Otter", For::Staff(READERS)),
    ("GET", "/record", For::Staff(RECORDERS)),
    ("POST", "/register/Otter/erase", For::Staff(SECRETARIAT)),
    ("GET", "/calendar", For::SignedIn),
    ("GET", "/meetings", For::SignedIn),
    ("GET", "/offices", For::SignedIn),
    ("GET", "/programs", For::SignedIn),
    ("POST", "/programs", For::SignedIn),
    ("POST", "/programs/01890a5d-ac96-774b-bcce-b302099a8057/take-back", For::SignedIn),
    ("GET", "/charter-files", For::Staff(SECRETARIAT)),
    ("POST", "/charter-files", For::Staff(SECRETARIAT)),
    // At a network's address not even operators have a console.
    ("GET", "/console", For::Staff(&[])),
    ("GET", "/import", For::Staff(SECRETARIAT)),
    ("POST", "/import", For::Staff(SECRETARIAT)),
    ("GET", "/export/acts.csv", For::Staff(READERS)),
    ("GET", "/export/calendar.csv", For::SignedIn),
    ("GET", "/notices", For::Staff(READERS)),
    ("GET", "/people", For::Staff(OVERSEERS)),
    ("POST", "/people", For::Staff(SECRETARIAT)),
    ("POST", "/people/reset", For::Staff(SECRETARIAT)),
    ("POST", "/people/dismiss", For::Staff(SECRETARIAT)),
    ("GET", "/fees", For::SignedIn),
    ("POST", "/fees", For::SignedIn),
    ("POST", "/fees/credit", For::SignedIn),
    ("POST", "/fees/declare", For::SignedIn),
    ("GET", "/money", For::Staff(MONEY)),
    ("POST", "/money/close", For::Staff(TREASURER)),
    ("POST", "/money/resolve", For::Staff(TREASURER)),
    ("POST", "/money/give-back", For::Staff(TREASURER)),
    ("GET", "/money/fees", For::Staff(MONEY)),
    ("POST", "/money/fees", For::Staff(TREASURER)),
    ("POST", "/money/invoice/F-2026-0001", For::Staff(TREASURER)),
    ("GET", "/money/cash", For::Staff(TREASURER)),
    ("POST", "/money/cash", For::Staff(TREASURER)),
    ("POST", "/money/deposit", For::Staff(TREASURER)),
    ("POST", "/money/match", For::Staff(TREASURER)),
    ("GET", "/money/settings", For::Staff(TREASURER)),
    ("POST", "/money/settings", For::Staff(TREASURER)),
    ("POST", "/money/settings/decide", For::Staff(TREASURER)),
    ("GET", "/money/export/journal.csv", For::Staff(MONEY)),
    ("GET", "/money/bank", For::Staff(MONEY)),
    ("POST", "/money/bank", For::Staff(TREASURER)),
];

#[test]
fn every_route_has_a_row() {
    let source = include_str!("../../services/portal/src/pages.rs");
    // One that takes larger forms is a resource of its own, with a page and a form.
    let declared = source.matches(".route(\"").count() + 2 * source.matches("resource(\"").count();
    // What is asked of elsewhere: asking for a link to sign in or to apply, its two addresses,
    // a password and a code, the console's own sign-in and form, the mailbox of demonstrations, a document, choosing
    // a language, a font, the feed of a calendar; declaring a fact, an invoice and a paper (two addresses), which are there
    // only where a network has them; paying by a key (five addresses); messages of providers, counted as two. A ballot (seven
    // addresses) and a meeting (four) are tried in `deciding.rs`; an agenda, calling and standing for a seat (five) in
    // `conference.rs`.
    assert_eq!(declared, ROUTES.len() + 14 + 11 + 16);
}

/// What a handler that is not for somebody answers.
fn is_closed(page: &crate::browser::Page, is_signed_in: bool) -> bool {
    if is_signed_in { page.status == 404 } else { (page.status, page.location.as_deref()) == (303, Some("/sign-in")) }
}

#[test]
fn every_address_by_everybody() {
    let portal = portal();
    for network in ["lakes", "hills"] {
        let other = if network == "lakes" { "hills" } else { "lakes" };
        let mut foreign = portal.visitor(network);
        foreign.cookie = portal.secretary(other).cookie;
        let mut everybody = vec![("visitor", None, portal.visitor(network)), ("foreign", None, foreign)];
        everybody.push(("member", Some(Role::Party), portal.party(network, "Otter")));
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Party) {
            everybody.push((role.name(), Some(role), portal.staff(network, role)));
        }
        for (method, path, who) in ROUTES {
            for (name, role, browser) in &everybody {
                let may = match who {
                    For::Anybody => true,
                    For::AnybodyInADemonstration => network == "lakes" || role.is_some(),
                    For::SignedIn => role.is_some(),
                    For::Staff(roles) => role.is_some_and(|role| roles.contains(&role)),
                    For::WithAddress => false,
                };
                let page = if *method == "GET" {
                    browser.get(path)
                } else {
                    let names = "mark to address party name password code fee period through account kind reference how \
                                 amount attempt what place taken counted payer";
                    let mut fields: Vec<(&str, &str)> = names.split_whitespace().map(|name| (name, "x")).collect();
                    fields.extend(["id", "payment"].map(|name| (name, "01890a5d-ac96-774b-bcce-b302099a8057")));
                    browser.post(path, &fields)
                };
                // A form is looked at before the person behind it is.
                let by_form = *who == For::WithAddress && *method == "POST" && role.is_some() && page.status == 409;
                if !may {
                    let is_signed_in_somewhere =
                        role.is_some() || *name == "foreign" && *who != For::AnybodyInADemonstration;
                    assert!(
                        by_form || is_closed(&page, is_signed_in_somewhere),
                        "{network} {name} {method} {path}: {page:?}"
                    );
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
