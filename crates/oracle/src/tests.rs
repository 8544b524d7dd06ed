//! The tests that the first tenant's charter carries, and cases of our own.

use std::collections::BTreeMap;

use charter::act::{Evidence, Scalar};
use charter::register::start_of;
use charter::{Act, Network, Question, Register, Value};
use charter_syntax::Name;
use charter_syntax::ast::{Given, Step, Test};
use kernel::Date;

use crate::{OracleAnswer, answer};

fn network(path: &str) -> Network {
    let text = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let network = Network::read([(String::from(path), text)], []);
    let found: Vec<_> = network.sources().iter().flat_map(|source| &source.diagnostics).collect();
    assert!(found.is_empty(), "{found:?}");
    network
}

fn register(network: &Network, givens: &[Given]) -> Register {
    let mut acts = Vec::new();
    for given in givens {
        for by in names(&given.by) {
            for about in names(&given.about) {
                acts.push(act(network, acts.len(), by.clone(), about, given));
            }
        }
    }
    let (register, found) = Register::of(acts, network);
    assert!(found.is_empty(), "{found:?}");
    register
}

/// One act for each name; without names one act with none.
fn names(names: &[Name]) -> Vec<Option<String>> {
    match names {
        [] => vec![None],
        names => names.iter().map(|name| Some(name.text.clone())).collect(),
    }
}

fn act(network: &Network, at: usize, by: Option<String>, about: Option<String>, given: &Given) -> Act {
    let declared = network.newest().unwrap().act(given.act.as_str());
    let is_document =
        |name: &str| declared.is_some_and(|act| act.documents.iter().any(|document| document.name == name));
    let mut fields = BTreeMap::new();
    let mut evidence = Vec::new();
    for (name, value) in &given.fields {
        if is_document(name.as_str()) {
            evidence.push(Evidence { document: name.text.clone(), language: Some(value.clone()), reference: None });
        } else {
            fields.insert(name.text.clone(), Scalar::Text(value.clone()));
        }
    }
    let recorded_at = Some(start_of(given.recorded.unwrap_or(given.on)));
    Act { by, about, recorded_at, fields, evidence, ..Act::new(format!("a{at:04}"), &given.act.text, given.on) }
}

/// Whether an answer is what a test expects: lists must hold what it names, a need may be cut short.
fn agrees(value: &Value, expected: &str) -> bool {
    let shown = value.to_string();
    match value {
        Value::Items(_) if expected != "nothing" => expected.split("; ").all(|item| shown.contains(item)),
        Value::Needs(_) => shown.starts_with(expected),
        _ => shown == expected,
    }
}

/// Runs a test; returns how many questions were answered and how many were out of scope.
fn run(network: &Network, test: &Test) -> (usize, usize) {
    let givens: Vec<Given> = test
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Given(given) => Some(given.clone()),
            _ => None,
        })
        .collect();
    let register = register(network, &givens);
    let charter = network.newest().unwrap();
    let (mut day, mut known) = (Date::MIN, Date::MAX);
    let (mut answered, mut skipped) = (0, 0);
    for step in &test.steps {
        match step {
            Step::Given(_) => {}
            Step::On(date) => (day, known) = (*date, Date::MAX),
            Step::KnownOn(date) => known = *date,
            Step::Ask(ask) => {
                let question = Question::parse(&ask.question).unwrap();
                match answer(charter, &register.known_at(start_of(known)), day, &test.under, &question) {
                    OracleAnswer::OutOfScope => skipped += 1,
                    OracleAnswer::Value(value) => {
                        let (title, asked) = (&test.title, &ask.question);
                        assert!(agrees(&value, &ask.expect), "{title}, {day}: {asked}? {value}, not {}", ask.expect);
                        answered += 1;
                    }
                }
            }
        }
    }
    (answered, skipped)
}

fn run_all(network: &Network) -> (usize, usize) {
    let tests = network.sources().iter().flat_map(|source| &source.tests);
    tests.map(|test| run(network, test)).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
}

#[test]
fn the_tests_of_the_charters_hold() {
    let tenants = std::fs::read_dir("../../deploy/tenants").unwrap();
    for tenant in tenants {
        let versions = std::fs::read_dir(tenant.unwrap().path().join("charter")).unwrap();
        let newest = versions.map(|entry| entry.unwrap().path()).filter(|path| path.extension().unwrap() == "md").max();
        let path = newest.unwrap().display().to_string();
        let (answered, skipped) = run_all(&network(&path));
        assert!(answered >= 40, "{path}: only {answered} questions were in scope, {skipped} were not");
    }
}

#[test]
fn the_cases_of_our_own_hold() {
    let (_, skipped) = run_all(&network("src/club.md"));
    assert_eq!(skipped, 0);
}

#[test]
fn the_examples_of_the_reference_hold() {
    let mut answered = 0;
    for name in ["02-vocabulary", "03-conditions", "04-rights", "05-duties", "06-tables", "07-decisions", "11-readings"]
    {
        answered += run_all(&network(&format!("../charter/reference/{name}.md"))).0;
    }
    assert!(answered >= 150, "only {answered} questions were in scope");
}
