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
