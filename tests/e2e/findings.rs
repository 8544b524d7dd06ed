//! Every finding stands in `crates/wording/reference/findings.md` with a text that causes it; that text is run here.

use std::collections::BTreeMap;

use charter::check::check;
use charter::{Network, Register};
use charter_syntax::{Code, Diagnostic, Severity};
use interpreter::Interpreter;
use wording::Language;

use crate::architecture::root;

/// The header of the invented federation.
const HEADER: &str = "charter \"Lakes Federation\"\n  in force from 2020-01-01\n  time zone \"Europe/Brussels\"\n  month end clamp\n  deadlines exclude the first day";

/// What every example may use.
const VOCABULARY: &str = "office secretary
class member of organisations
  fact heads: number
  fact dues: USD
  fact leader: yes-no
  begins with enrol
act enrol by secretary about an organisation
  with heads, dues, leader
act affirm by member
  field year: calendar-year
act thank by member about a member
  only where by.heads <> about.heads
duty affirm-yearly for member per calendar-year
  done by affirm for that year
  due by 31 March
meeting assembly of member
table votes of member: votes
  by heads
  at least 0 1
table yearly-fee of member per calendar-year: USD
  otherwise USD 10
  due by 30 June
decision purchase of assembly
  roll every member
  quorum cast >= 1
  vote by name
  carried yes > no
  abstain not counted
  tie not carried
decision dismissal of assembly
  roll every member
  quorum cast >= 1
  vote secret
  carried yes > no
  abstain not counted
  tie not carried
body board
  seat 2 voting held by an organisation
vacancy in board
  otherwise: by assembly, from a member
";

struct Example {
    code: String,
    body: String,
    underlined: Option<String>,
    is_register: bool,
}

fn page() -> String {
    std::fs::read_to_string(root().join("crates/wording/reference/findings.md")).unwrap()
}

fn examples() -> Vec<Example> {
    let page = page();
    let mut examples = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let code = section.lines().next().unwrap().to_owned();
        let Some((_, rest)) = section.split_once("\n````") else { continue };
        let (kind, rest) = rest.split_once('\n').unwrap();
        let (body, after) = rest.split_once("\n````").unwrap();
        let underlined = after.split_once("Underlined: ").map(|(_, text)| {
            let text = text.lines().next().unwrap();
            text.strip_prefix("`` ")
                .and_then(|text| text.strip_suffix(" ``"))
                .unwrap_or_else(|| text.trim_matches('`'))
                .to_owned()
        });
        examples.push(Example { code, body: body.to_owned(), underlined, is_register: kind == "jsonl" });
    }
    examples
}

fn source(example: &Example) -> String {
    match example.body.strip_prefix("RAW:") {
        Some(raw) => raw.replace("HEADER", HEADER),
        None => {
            let head = format!("# Lakes\n\n**1** All.\n\n```rules\n{HEADER}\n{VOCABULARY}```\n\n");
            format!("{head}```rules\n{}\n```\n", example.body)
        }
    }
}

fn findings(text: &str) -> Vec<Diagnostic> {
    let mut network = Network::read([(String::from("lakes.md"), text.to_owned())], []);
    check(&mut network, &[]);
    network.sources().iter().flat_map(|source| source.diagnostics.clone()).collect()
}

#[test]
fn every_code_has_its_section() {
    let page = page();
    for code in Code::ALL {
        assert!(page.contains(&format!("\n## {code}\n")), "{code} has no section");
    }
}

#[test]
fn the_vocabulary_of_the_examples_has_no_error() {
    let found =
        findings(&source(&Example { code: String::new(), body: String::new(), underlined: None, is_register: false }));
    let errors: Vec<_> = found.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn every_example_causes_its_finding_and_underlines_the_right_text() {
    let mut wrong = BTreeMap::new();
    for example in examples().into_iter().filter(|example| !example.is_register) {
        let text = source(&example);
        let found = findings(&text);
        let underlined: Vec<&str> = found
            .iter()
            .filter(|finding| finding.code.as_str() == example.code)
            .map(|finding| text.get(finding.at.range()).unwrap_or("outside the text"))
            .collect();
        let expected = example.underlined.unwrap();
        if !underlined.contains(&expected.as_str()) {
            let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
            wrong.insert(example.code, format!("expected `{expected}`, underlined {underlined:?}, found {codes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_register_example_causes_its_finding() {
    let text = source(&Example { code: String::new(), body: String::new(), underlined: None, is_register: false });
    let network = Network::read([(String::from("lakes.md"), text)], []);
    for example in examples().into_iter().filter(|example| example.is_register) {
        let (register, mut found) = Register::read(&example.body, &network);
        found.extend(Interpreter::new(&network).review(&register));
        let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
        assert!(codes.contains(&example.code.as_str()), "{}: {codes:?}", example.code);
    }
}

#[test]
fn messages_are_plain_and_helpful() {
    let english = Language::english();
    for example in examples().into_iter().filter(|example| !example.is_register) {
        for finding in findings(&source(&example)) {
            let words = english.finding(&finding);
            for text in [&words.message, &words.help] {
                assert!(!text.contains("{ ") && !text.contains("{$"), "{}: {text}", finding.code);
            }
            assert!(!words.message.ends_with('.') && !words.message.is_empty(), "{}: {}", finding.code, words.message);
            assert!(words.help.ends_with(['.', '`', '"', '?', ':']), "{}: {}", finding.code, words.help);
        }
    }
}
