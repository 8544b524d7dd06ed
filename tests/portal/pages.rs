//! Pages for anybody.

use crate::browser::portal;

#[test]
fn a_visitor_reads_the_charter_with_what_its_rules_do() {
    let portal = portal();
    let lakes = portal.visitor("lakes");
    assert!(lakes.get("/").body.contains("Lakes Federation"));
    let contents = lakes.get("/charter").body;
    assert!(contents.contains("Members thank each other"), "{contents}");
    let clause = lakes.get("/charter/2").body;
    assert!(clause.contains("To thank has effect only where"), "{clause}");
    assert_eq!(lakes.get("/charter/99").status, 404);
}

#[test]
fn an_answer_comes_with_its_clause() {
    let portal = portal();
    let lakes = portal.visitor("lakes");
    let yes = lakes.get("/ask?question=may+Heron+vote+at+assembly&on=2026-01-01").body;
    assert!(yes.contains("Heron may vote at assembly.") && yes.contains("/charter/3"), "{yes}");
    let no = lakes.get("/ask?question=may+Heron+thank+about+Otter&on=2026-01-01").body;
    assert!(no.contains("Heron may not thank about Otter."), "{no}");
    let garbage = lakes.get("/ask?question=can+I").body;
    assert!(garbage.contains("role=\"alert\""), "{garbage}");
}

#[test]
fn what_is_typed_is_text_and_never_markup() {
    let portal = portal();
    let page = portal.visitor("lakes").get("/ask?question=%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(!page.body.contains("<script"), "{}", page.body);
}

#[test]
fn no_script_no_frame_no_stranger() {
    let portal = portal();
    for path in ["/", "/nothing"] {
        let page = portal.visitor("lakes").get(path);
        let policy = &page.headers["content-security-policy"];
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        assert!(!page.body.contains("<script") && !page.body.contains("style="));
    }
}

#[test]
fn the_first_load_is_small() {
    let portal = portal();
    let lakes = portal.visitor("lakes");
    let bytes = lakes.get("/").body.len() + lakes.get("/style.css").body.len();
    assert!(bytes < 60_000, "{bytes}");
}

#[test]
fn every_word_that_a_page_speaks_is_there_and_every_one_there_is_spoken() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut sources = String::new();
    let speaking = ["services/portal/src", "services/portal/templates", "crates/app/src", "crates/wording/src"];
    let mut folders: Vec<_> = speaking.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let english = wording::Language::english();
    // Findings are made with `.with("name", …)` too: only where words are at hand are those messages.
    let spoken =
        [".t(\"", "words.with(\"", "self.with(\"", ".say(\""].iter().flat_map(|call| sources.split(call).skip(1));
    for id in spoken.filter_map(|rest| rest.split_once('"').map(|(id, _)| id)) {
        let is_id = !id.is_empty()
            && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
        assert!(!is_id || english.message(id, &[]).is_some(), "no message {id}");
    }
    // Made from a part that is known only when the page is: `weekday-3`, `mail-sent`.
    let made = [
        "weekday-",
        "month-",
        "charter-kind-",
        "mail-",
        "barred-",
        "notice-kind-",
        "item-",
        "programs-scope-",
        "members-shown-",
        "shown-to-",
        "role-",
        "pay-by-",
        "pay-way-",
        "paid-",
        "fee-state-",
        "entry-",
        "settings-mode-",
        "money-age-",
        "money-finding-",
        "paper-receipt",
        "paper-credit-note",
    ];
    let locale = |name: &str| std::fs::read_to_string(root.join("crates/wording/locales").join(name)).unwrap();
    let page = [locale("en.pages.ftl"), locale("en.office.ftl")].concat();
    let ids = page
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| !id.starts_with([' ', '#']));
    for id in ids.filter(|id| !made.iter().any(|prefix| id.starts_with(prefix))) {
        assert!(sources.contains(&format!("\"{id}\"")), "nothing speaks {id}");
    }
}

#[test]
fn who_is_in_the_register_cannot_be_found_out_by_asking() {
    let portal = portal();
    let otter = portal.party("hills", "Otter");
    for question in ["rule+on+Marmot", "rule+on+Marmott", "earliest+Marmot", "may+Otter+vote+at+Marmot"] {
        let known = otter.get(&format!("/ask?question={question}")).body;
        let unknown = otter.get(&format!("/ask?question={}", question.replace("Marmot", "Nobodyy"))).body;
        let plain = |page: &str| page.replace("Marmot", "X").replace("Nobodyy", "X");
        assert_eq!(plain(&known), plain(&unknown), "{question}");
        assert!(!known.contains("Did you mean"), "{known}");
    }
    assert!(otter.get("/ask?question=status+of+Otter").body.contains("The standing of Otter is member."));
}
