//! The language reference: its examples run, no construct is missing, and its grammar page is what the parser offers.

use std::path::PathBuf;

use charter::Network;
use charter::check::{check, has_errors};
use charter_syntax::grammar::DECLARATIONS;
use interpreter::{Interpreter, testing};

use crate::architecture::root;

/// The page that is generated.
const GRAMMAR: &str = "15-grammar.md";

fn folder() -> PathBuf {
    root().join("crates/charter/reference")
}

fn pages() -> Vec<(String, String)> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), std::fs::read_to_string(folder().join(name)).unwrap())).collect()
}

/// The page of the grammar: every declaration and its lines, each with the page that explains it.
fn grammar_page(pages: &[(String, String)]) -> String {
    let mut text = String::from(
        "# The grammar at a glance\n\nMade from the parser's own table, from which it also answers `no line that starts with …`. Capitals stand for\nsomething to be filled in, `|` for a choice, `[…]` for what may be left out. Any line may end with `[reading: option]`.\n",
    );
    for form in DECLARATIONS {
        let section = |(_, page): &&(String, String)| page.contains(&format!("\n## {}", heading(form.keyword)));
        let (name, _) = pages.iter().find(section).unwrap_or_else(|| panic!("no page explains `{}`", form.keyword));
        text.push_str(&format!("\n## {}\n\nSee [{name}]({name}).\n\n    {}\n", form.keyword, form.form));
        for line in form.lines {
            text.push_str(&format!("      {line}\n"));
        }
    }
    text
}

/// What the section that explains a declaration is called, where it is not called after it.
fn heading(keyword: &str) -> &str {
    match keyword {
        "charter" => "The header",
        "duty" => "duty per period",
        "lose" => "lose … while",
        "keep" => "keep … despite",
        "reading" => "reading and option",
        other => other,
    }
}

#[test]
fn every_example_of_the_reference_runs() {
    for (name, text) in pages().into_iter().filter(|(name, _)| name != GRAMMAR) {
        let mut network = Network::read([(name.clone(), text)], []);
        check(&mut network, &[]);
        let findings: Vec<_> = network.sources().iter().flat_map(|source| &source.diagnostics).collect();
        assert!(!has_errors(&network), "{name}: {findings:?}");
        let interpreter = Interpreter::new(&network);
        let tests = network.sources().iter().flat_map(|source| &source.tests);
        let outcomes: Vec<_> = tests.map(|test| testing::run(&network, &interpreter, test, &[])).collect();
        assert!(!outcomes.is_empty(), "{name} has no test");
        for outcome in outcomes {
            assert!(outcome.failures.is_empty(), "{name}: {:?}", outcome.failures);
        }
    }
}

#[test]
fn the_grammar_page_is_the_table_of_the_parser() {
    let explaining: Vec<_> = pages().into_iter().filter(|(name, _)| name != GRAMMAR).collect();
    let page = grammar_page(&explaining);
    let path = folder().join(GRAMMAR);
    if std::env::var_os("QUORATE_WRITE_PAGES").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "the grammar changed: run the tests once with QUORATE_WRITE_PAGES=1 and read the page");
}
