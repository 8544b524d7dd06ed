//! Documents: brought with an act, checked, served to those who may see them.

use crate::browser::{Browser, Page, portal};

const PDF: &[u8] = b"%PDF-1.7\nStatutes of the Swans\n%%EOF\n";

fn apply(browser: &Browser<'_>, files: &[(&str, &str, &[u8])], more: &[(&str, &str)]) -> Page {
    let form = browser.get("/record/apply");
    let (mark, attempt) = (form.hidden("mark"), form.hidden("attempt"));
    let mut fields =
        vec![("mark", mark.as_str()), ("attempt", attempt.as_str()), ("on", "2026-01-01"), ("step", "record")];
    fields.extend_from_slice(more);
    browser.send("/record/apply", &fields, files)
}

/// The address of the first document on a page.
fn link(page: &Page) -> String {
    let (_, rest) = page.body.split_once("/document/").unwrap_or_else(|| panic!("no document in {}", page.body));
    format!("/document/{}", rest.split('"').next().unwrap())
}

#[test]
fn a_document_is_served_to_those_who_may_see_it_and_to_no_others() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    let done = apply(&swan, &[("document-statutes", "our statutes.pdf", PDF)], &[("field-region", "north")]);
    assert_eq!(done.status, 303, "{}", done.body);
    let secretary = portal.secretary("lakes");
    let link = link(&secretary.get("/register/Swan"));
    for browser in [&secretary, &swan] {
        let document = browser.get(&link);
        assert_eq!((document.status, document.body.as_bytes()), (200, PDF));
        assert_eq!(document.headers["content-type"], "application/pdf");
        assert!(document.headers["content-disposition"].starts_with("attachment; filename*=UTF-8''our%20statutes.pdf"));
        assert!(document.headers["cache-control"].contains("no-store"));
    }
    assert_eq!(portal.party("lakes", "Heron").get(&link).status, 404);
    assert_eq!(portal.secretary("hills").get(&link).status, 404);
    assert_eq!(portal.visitor("lakes").get(&link).status, 303);
    let nothing = format!("/document/{}", "0".repeat(64));
    assert_eq!(secretary.get(&nothing).status, 404);
}

#[test]
fn what_cannot_be_taken_is_said_and_nothing_is_recorded() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    let large = [PDF, &vec![b'x'; 10 * 1024 * 1024][..]].concat();
    for (bytes, said) in [
        (&b"#!/bin/sh\n"[..], "is of a type that is not taken"),
        (&b"<html><script>alert(1)</script></html>"[..], "is of a type that is not taken"),
        (&b""[..], "is empty"),
        (&large[..], "is larger than 10 MB"),
    ] {
        let page = apply(&swan, &[("document-statutes", "statutes.pdf", bytes)], &[("field-region", "north")]);
        assert!(page.status == 200 && page.body.contains(said), "{said}: {}", page.body);
        assert!(page.body.contains("<option selected>north</option>"), "what was chosen is kept");
    }
    assert_eq!(portal.secretary("lakes").get("/register/Swan").status, 404);
}

#[test]
fn a_file_in_another_field_is_refused() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    assert_eq!(apply(&swan, &[("document-passport", "x.pdf", PDF)], &[]).status, 400);
}

#[test]
fn nobody_gets_at_a_document_by_citing_its_hash() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    apply(&swan, &[("document-statutes", "statutes.pdf", PDF)], &[("field-region", "north")]);
    let link = link(&portal.secretary("lakes").get("/register/Swan"));
    let reference = link.rsplit('/').next().unwrap();
    let goose = portal.party("lakes", "Goose");
    let page = apply(&goose, &[], &[("document-statutes", reference)]);
    assert!(page.body.contains("is not here any more"), "{}", page.body);
    assert_eq!(goose.get(&link).status, 404);
    let own = apply(&goose, &[("document-statutes", "mine.pdf", PDF)], &[]);
    assert_eq!(own.status, 303, "the same content may be brought by another");
    assert_eq!(goose.get(&link).status, 200);
}

#[test]
fn a_document_is_brought_and_not_claimed() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    apply(&swan, &[], &[("field-region", "north"), ("document-statutes", "yes")]);
    let recorded = portal.record.bodies().into_iter().find(|body| body.contains("\"apply\"")).unwrap();
    assert!(!recorded.contains("evidence"), "{recorded}");
    let page = apply(&swan, &[], &[("document-reasons", "0")]);
    assert!(page.body.contains("role=\"alert\""), "a document that is none of the act's: {}", page.body);
}

#[test]
fn a_document_bears_the_name_that_its_reader_gave_it() {
    let portal = portal();
    let swan = portal.party("lakes", "Swan");
    apply(&swan, &[("document-statutes", "secret swans.pdf", PDF)], &[]);
    let goose = portal.party("lakes", "Goose");
    apply(&goose, &[("document-statutes", "geese.pdf", PDF)], &[]);
    let link = link(&goose.get("/mine"));
    assert!(goose.get(&link).headers["content-disposition"].ends_with("geese.pdf"));
    assert!(swan.get(&link).headers["content-disposition"].ends_with("secret%20swans.pdf"));
}
