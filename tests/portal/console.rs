//! The operator's console: networks hosted by page, whole or not at all; and a charter replaced, likewise.

use portal::session::Role;

use crate::browser::{Browser, Page, Portal, portal};

/// The operator, at the console's own address.
fn operator(portal: &Portal) -> Browser<'_> {
    let mut operator = portal.visitor("console");
    let link = portal.link_of("console", Role::Operator, "operator");
    assert_eq!(operator.get(&format!("/console/sign-in/{link}")).status, 200);
    let entered = operator.post(&format!("/console/sign-in/{link}"), &[]);
    assert_eq!((entered.status, entered.location.as_deref()), (303, Some("/console")));
    operator.cookie = entered.cookie;
    operator
}

const PONDS: &str = r#"# Ponds

**1** A member is whoever the warden enters.

```rules
charter "Ponds League, Rules"
  in force from 2024-01-01
  time zone "Asia/Bangkok"
  month end clamp
  deadlines exclude the first day
class member of organisations
  begins with enter
office warden
act enter by warden about an organisation
```
"#;

fn host(operator: &Browser<'_>, name: &str, files: &[(&str, &str)]) -> Page {
    let mark = operator.get("/console").hidden("mark");
    let files: Vec<(&str, &str, &[u8])> = files.iter().map(|(name, text)| ("files", *name, text.as_bytes())).collect();
    operator.send("/console", &[("mark", &mark), ("name", name)], &files)
}

#[test]
fn a_network_is_hosted_by_page_from_its_folder_alone() {
    let portal = portal();
    let operator = operator(&portal);
    let page = operator.get("/console").body;
    assert!(page.contains(">lakes</a>") && page.contains(">hills</a>") && page.contains("✓ ready"), "{page}");
    let labels = "warden = Warden of the Ponds\n";
    let made = host(&operator, "ponds", &[("2024-01-01.md", PONDS), ("en.ftl", labels)]);
    assert_eq!((made.status, made.location.as_deref()), (303, Some("/console")), "{}", made.body);
    let ponds = portal.visitor("ponds");
    assert!(ponds.get("/").body.contains("Ponds League"));
    assert!(ponds.get("/charter/1").status == 200 && ponds.get("/desk").status == 303);
}

#[test]
fn with_an_error_nothing_is_made_and_it_is_said() {
    let portal = portal();
    let operator = operator(&portal);
    let broken = PONDS.replace("office warden", "office");
    for (name, files, why) in [
        ("ponds", vec![("2024-01-01.md", broken.as_str())], "Q0"),
        ("ponds", vec![("notes.md", "# Nothing")], "Q0104"),
        ("ponds", vec![("2024-01-01.md", PONDS), ("acts.jsonl", "{\"id\":\"1\"}")], "Q2001"),
        ("ponds", vec![("2024-01-01.md", PONDS), ("people.csv", "a,b\n1,2\n")], "the list of people"),
        ("Ponds!", vec![("2024-01-01.md", PONDS)], "cannot be part of an address"),
        ("lakes", vec![("2024-01-01.md", PONDS)], "there is a network `lakes` already"),
        ("console", vec![("2024-01-01.md", PONDS)], "the console"),
    ] {
        let page = host(&operator, name, &files);
        assert!(page.status == 200 && page.body.contains(why), "{why}: {}", page.body);
        assert!(page.body.contains("Nothing was made"));
    }
    assert_eq!(portal.visitor("ponds").get("/").status, 404);
    assert!(host(&operator, "ponds", &[("2024-01-01.md", PONDS)]).status == 303, "and then it can be");
}

#[test]
fn the_console_is_for_operators_and_operators_read_no_network() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    assert_eq!(secretary.get("/console").status, 404);
    assert_eq!(portal.visitor("console").get("/console").status, 303);
    let operator = operator(&portal);
    let mut at_lakes = portal.visitor("lakes");
    at_lakes.cookie = operator.cookie.clone();
    assert_eq!(at_lakes.get("/desk").status, 404);
    let link = portal.link_of("lakes", Role::Operator, "operator");
    assert_eq!(portal.visitor("console").post(&format!("/console/sign-in/{link}"), &[]).status, 410);
}

#[test]
fn a_charter_is_replaced_once_it_holds_with_every_act_on_file() {
    let portal = portal();
    let secretary = portal.secretary("lakes");
    let source = crate::browser::LAKES;
    let replace = |text: &str| {
        let mark = secretary.get("/charter-files").hidden("mark");
        secretary.send("/charter-files", &[("mark", &mark)], &[("files", "2020-01-01.md", text.as_bytes())])
    };
    let forgets = replace(&source.replace("list regions: north, south", "list regions: north, west"));
    assert!(forgets.status == 200 && forgets.body.contains("Nothing was replaced"), "{}", forgets.body);
    let broken = replace(&source.replace("office secretary", "office"));
    assert!(broken.body.contains("Nothing was replaced"), "{}", broken.body);
    assert!(secretary.get("/charter/2").body.contains("Members thank each other"));
    let better = replace(&source.replace("Members thank each other", "Members praise each other"));
    assert_eq!((better.status, better.location.as_deref()), (303, Some("/charter")), "{}", better.body);
    assert!(secretary.get("/charter/2").body.contains("Members praise each other"));
    assert!(secretary.get("/register/Heron").body.contains("The standing of Heron is member."));
}
