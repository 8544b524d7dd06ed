//! Garbage in, findings out: nothing panics, nothing is silently ignored, nothing takes for ever.

use charter::check::check;
use charter::{Network, Question, Register};
use charter_syntax::{Code, MAX_DOCUMENT_BYTES, format_document, parse_document};
use chrono::{DateTime, Utc};
use interpreter::{Interpreter, Moment};
use proptest::prelude::*;

use crate::architecture::root;
use crate::generate::Choices;
use crate::tenants::tenant;

fn charter_text() -> String {
    std::fs::read_to_string(root().join("deploy/tenants/mmn/charter/2015-03-19.md")).unwrap()
}

/// Reads, checks, formats and asks: the whole way a file can go.
fn run_through(text: &str) {
    let mut network = Network::read([(String::from("x.md"), text.to_owned())], []);
    check(&mut network, &[]);
    let once = format_document(text);
    assert_eq!(format_document(&once), once, "formatting twice changes more");
    let interpreter = Interpreter::new(&network);
    let (register, _) =
        Register::read("{\"id\":\"1\",\"act\":\"enrol\",\"about\":\"A\",\"on\":\"2020-01-01\"}\n", &network);
    let mut index = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
    for question in ["may A vote at general-conference", "status of A", "duties of A", "seats of steering-committee"] {
        let question = Question::parse(question).unwrap();
        interpreter.ask(&mut index, &Moment::on("2026-01-01".parse().unwrap()), &question);
    }
}

/// The charter with lines dropped, doubled, swapped, and words changed.
fn mutated(text: &str, seed: u64) -> String {
    let mut c = Choices::new(seed);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..1 + c.below(6) {
        let at = c.place(lines.len());
        let other = c.place(lines.len());
        match c.below(6) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[other].clone()),
            2 => lines.swap(at, other),
            3 => lines[at] = lines[at].chars().rev().collect(),
            4 => {
                lines[at] = lines[at].replace(
                    ' ',
                    c.one(&["", "  ", " [x: y] ", " (", " or ", "\t", "\u{0}", "é", " 9999999999999999999 "]),
                )
            }
            _ => lines[at] = lines[at].chars().take(5).collect(),
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_mutated_charter_is_read_checked_formatted_and_asked(seed: u64) {
        run_through(&mutated(&charter_text(), seed));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        run_through(&text);
        run_through(&format!("```rules\n{text}\n```\n"));
        run_through(&format!("```test\n{text}\n```\n"));
    }

    #[test]
    fn any_question_is_read_or_refused(text in "\\PC{0,80}") {
        if let Ok(question) = Question::parse(&text) {
            prop_assert_eq!(Question::parse(&question.to_string()), Ok(question));
        }
    }

    #[test]
    fn any_register_is_read_or_refused(text in "\\PC{0,200}") {
        let network = tenant_once();
        let (register, findings) = Register::read(&text, network);
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        prop_assert!(register.acts().len() + findings.len() >= lines, "a line was silently ignored");
    }

    #[test]
    fn any_act_of_a_known_kind_is_taken_or_refused(seed: u64) {
        let network = tenant_once();
        let mut c = Choices::new(seed);
        let mut text = String::new();
        for number in 0..8 {
            let act = c.one(&["apply", "enrol", "re-confirm", "seat", "unseat", "cast", "open-ballot", "declare-result", "adopt-reading", "attend", "open-meeting", "create-seat", "settle-fee"]);
            let who = c.one(&["A", "B", "steering-committee", "steering-committee/Thailand", "GC", "D", ""]);
            let day = c.one(&["2026-01-31", "0001-01-01", "9999-12-31", "2024-02-29", "2026-13-01"]);
            let field = c.one(&["year", "decision", "choice", "country", "organisation", "opens", "meeting", "annual-income", "yes", "cause", "for"]);
            let value = c.one(&["2026", "9999", "\"admit-applicant\"", "\"yes\"", "\"Thailand\"", "\"USD 1\"", "true", "-1", "\"general-conference\"", "\"\""]);
            text.push_str(&format!("{{\"id\":\"{number}\",\"act\":\"{act}\",\"by\":\"{who}\",\"about\":\"{who}\",\"on\":\"{day}\",\"fields\":{{\"{field}\":{value}}}}}\n"));
        }
        let (register, _) = Register::read(&text, network);
        let interpreter = Interpreter::new(network);
        interpreter.review(&register);
        let mut index = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
        for question in ["carried D", "quorate GC", "state of admission of A", "may A stand for steering-committee/Thailand", "who may fill steering-committee/Thailand", "due from 2026-01-01 to 2026-12-31", "latest general-conference"] {
            for on in ["2026-06-01", "0001-01-01", "9999-12-31"] {
                interpreter.ask(&mut index, &Moment::on(on.parse().unwrap()), &Question::parse(question).unwrap());
            }
        }
    }
}

fn tenant_once() -> &'static Network {
    static NETWORK: std::sync::OnceLock<Network> = std::sync::OnceLock::new();
    NETWORK.get_or_init(|| tenant("mmn"))
}

#[test]
fn a_truncated_charter_is_read_at_every_length() {
    let text = charter_text();
    for end in (0..text.len()).step_by(997).filter(|end| text.is_char_boundary(*end)) {
        parse_document(&text[..end]);
    }
}

#[test]
fn a_huge_file_is_one_finding() {
    let huge = "x ".repeat(MAX_DOCUMENT_BYTES * 5);
    let (_, findings) = parse_document(&huge);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code, Code::DocumentTooLarge);
}

#[test]
fn deep_nesting_is_a_finding() {
    let deep = format!("```rules\ndefine a of m: {}x{}\n```\n", "(not ".repeat(4000), ")".repeat(4000));
    let (_, findings) = parse_document(&deep);
    assert!(findings.iter().any(|finding| finding.code == Code::NestedTooDeeply));
    let sum = format!("```rules\nthreshold a: {}1 > 0\n```\n", "1 + ".repeat(20_000));
    parse_document(&sum);
}
