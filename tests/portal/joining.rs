//! How to join, the members as far as they agreed to be shown, and one's standing through time.

use app::{MasterKey, Platform};

use crate::browser::{Portal, portal};

fn mail(portal: &Portal, network: &str) -> Vec<(String, String)> {
    let platform = Platform::connect(&portal.record.url, 1, MasterKey::read(&"07".repeat(32)).unwrap()).unwrap();
    let network = platform.hosted(network).unwrap().unwrap();
    platform.mailbox(&network).unwrap().into_iter().map(|one| (one.message.to, one.message.text)).collect()
}

#[test]
fn whoever_wants_to_apply_gets_a_link_under_the_name_that_they_chose() {
    let portal = portal();
    let mut visitor = portal.visitor("hills");
    let page = visitor.get("/join");
    assert!(page.body.contains("It begins with: apply."), "{}", page.body);
    assert!(visitor.post("/join", &[("name", "ညီညွတ်ရေး"), ("address", "bo@example.org")]).body.contains("on its way"));
    let asked = visitor.post("/join", &[("name", "Blue  Bittern"), ("address", "ana@example.org")]);
    assert!(asked.body.contains("A message is on its way"), "{}", asked.body);
    let (to, text) = mail(&portal, "hills").remove(0);
    assert_eq!(to, "ana@example.org");
    let (_, link) = text.split_once("https://hills.example.org").unwrap();
    let entered = visitor.post(link.lines().next().unwrap(), &[]);
    assert_eq!((entered.status, entered.location.as_deref()), (303, Some("/mine")));
    visitor.cookie = entered.cookie;
    let mine = visitor.get("/mine").body;
    assert!(mine.contains("Blue-Bittern") && mine.contains("/record/apply"), "{mine}");
    // The name is theirs from now on: they come back by their address, and nobody else gets it.
    let secretary = portal.secretary("hills");
    assert!(secretary.get("/people").body.contains("ana@example.org"));
    portal.visitor("hills").post("/join", &[("name", "blue bittern"), ("address", "mallory@example.org")]);
    let (to, text) = mail(&portal, "hills").remove(0);
    assert!(to == "mallory@example.org" && !text.contains("/sign-in/"), "{to}: {text}");
}

#[test]
fn a_name_that_is_taken_gives_no_link_and_the_page_does_not_tell() {
    let portal = portal();
    let visitor = portal.visitor("hills");
    let free = visitor.post("/join", &[("name", "Bittern"), ("address", "ana@example.org")]);
    for name in ["Marmot", "marmot", "secretary", "board"] {
        let taken = visitor.post("/join", &[("name", name), ("address", "eve@example.org")]);
        let own = |body: &str, name: &str, who: &str| {
            body.replace(&format!("value=\"{name}\""), "").replace(&format!("value=\"{who}@example.org\""), "")
        };
        assert_eq!(own(&taken.body, name, "eve"), own(&free.body, "Bittern", "ana"));
    }
    let letters = mail(&portal, "hills");
    let to_eve: Vec<_> = letters.iter().filter(|(to, _)| to.starts_with("eve")).collect();
    assert_eq!(to_eve.len(), 3, "three an hour at most");
    assert!(to_eve.iter().all(|(_, text)| text.contains("has reached the secretariat") && !text.contains("/sign-in/")));
    for (name, address, why) in [("Bittern", "ana", "no e-mail address"), ("<b>", "ana@example.org", "A name begins")] {
        let page = visitor.post("/join", &[("name", name), ("address", address)]);
        assert!(page.body.contains(why) && !page.body.contains("<b>"), "{}", page.body);
    }
    assert_eq!(mail(&portal, "hills").len(), letters.len());
}

#[test]
fn a_member_is_shown_to_those_it_agreed_to_and_no_others() {
    let portal = portal();
    let visitor = portal.visitor("hills");
    let (marmot, otter) = (portal.party("hills", "Marmot"), portal.party("hills", "Otter"));
    let newcomer = portal.party("hills", "Bittern");
    let secretary = portal.secretary("hills");
    let sees = |page: String| page.contains(">Marmot<");
    let all = || [&visitor, &newcomer, &otter, &secretary].map(|browser| sees(browser.get("/members").body));
    assert_eq!(all(), [false, false, false, true], "nothing was agreed to");
    let mark = marmot.get("/history").hidden("mark");
    for (to, expected) in [
        ("members", [false, false, true, true]),
        ("everybody", [true, true, true, true]),
        ("secretariat", [false, false, false, true]),
    ] {
        assert_eq!(marmot.post("/members", &[("mark", &mark), ("to", to)]).status, 303);
        assert_eq!(all(), expected, "{to}");
    }
    assert_eq!(marmot.post("/members", &[("mark", &mark), ("to", "the world")]).status, 400);
}

#[test]
fn a_standing_through_time_is_a_picture_with_a_table_behind_it() {
    let portal = portal();
    let page = portal.secretary("lakes").get("/register/Heron").body;
    assert!(page.contains("<svg class=\"timeline\"") && page.contains("Friday 1 January 2021"), "{page}");
    let own = portal.party("lakes", "Heron").get("/history").body;
    assert!(own.contains("Friday 1 January 2021") && own.contains("Who may see that you are a member"), "{own}");
    let newcomer = portal.party("lakes", "Bittern").get("/history").body;
    assert!(newcomer.contains("Nothing is on file yet") && !newcomer.contains("Who may see"), "{newcomer}");
}
