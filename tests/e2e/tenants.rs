//! The charters under `deploy/tenants` are sound: no error, every clause covered, every test passes.

use std::path::{Path, PathBuf};

use charter::check::{check, has_errors};
use charter::coverage::{Kind, coverage};
use charter::{Network, Register};
use charter_syntax::{Code, Severity, format_document};
use interpreter::{Interpreter, testing};

use crate::architecture::root;

/// Reads a tenant's folder.
pub fn tenant(name: &str) -> Network {
    let folder = root().join("deploy/tenants").join(name);
    let mut network = Network::read(markdown(&folder.join("charter")), markdown(&folder.join("scenarios")));
    check(&mut network, &[]);
    network
}

fn markdown(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    files.into_iter().map(|file| (file.display().to_string(), std::fs::read_to_string(&file).unwrap())).collect()
}

fn names() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("deploy/tenants")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_tenant_checks_without_error() {
    for name in names() {
        let network = tenant(&name);
        let errors: Vec<_> = network
            .sources()
            .iter()
            .flat_map(|source| &source.diagnostics)
            .filter(|finding| finding.severity() == Severity::Error)
            .collect();
        assert!(!has_errors(&network), "{name}: {errors:?}");
    }
}

#[test]
fn every_clause_of_every_tenant_is_covered() {
    for name in names() {
        for charter in tenant(&name).versions() {
            assert_eq!(coverage(charter).count(Kind::Uncovered), 0, "{name} {}", charter.in_force_from());
        }
    }
}

#[test]
fn every_test_of_every_tenant_passes() {
    for name in names() {
        let network = tenant(&name);
        let interpreter = Interpreter::new(&network);
        for test in network.sources().iter().flat_map(|source| &source.tests) {
            let outcome = testing::run(&network, &interpreter, test, &[]);
            assert!(outcome.failures.is_empty(), "{name}: {}: {:?}", test.title, outcome.failures);
        }
    }
}

#[test]
fn every_tenant_is_formatted() {
    for name in names() {
        for source in tenant(&name).sources() {
            assert_eq!(format_document(&source.text), source.text, "{}", source.name);
        }
    }
}

#[test]
fn demonstration_registers_are_clean() {
    for name in names() {
        let Ok(text) = std::fs::read_to_string(root().join("deploy/tenants").join(&name).join("demo/acts.jsonl"))
        else {
            continue;
        };
        let network = tenant(&name);
        let (register, findings) = Register::read(&text, &network);
        assert!(findings.is_empty(), "{name}: {findings:?}");
        assert_eq!(Interpreter::new(&network).review(&register), [], "{name}");
    }
}

/// The charter of the first tenant with one piece of text replaced.
fn changed(from: &str, to: &str) -> Network {
    let folder = root().join("deploy/tenants/mmn/charter");
    let files = markdown(&folder).into_iter().map(|(name, text)| {
        let text = if name.ends_with("2015-03-19.md") {
            assert!(text.contains(from), "the charter no longer contains {from:?}");
            text.replace(from, to)
        } else {
            text
        };
        (name, text)
    });
    let mut network = Network::read(files, []);
    check(&mut network, &[]);
    network
}

#[test]
fn without_the_reading_of_50_000_both_rows_and_the_amount_are_named() {
    let without = changed("  at USD 50,000 USD 15  [at-50000: lower]\n  at USD 50,000 USD 20  [at-50000: upper]\n", "");
    let findings: Vec<_> = without.sources().iter().flat_map(|source| &source.diagnostics).collect();
    let overlap = findings.iter().find(|finding| finding.code == Code::TableOverlap).unwrap();
    assert_eq!(overlap.arg("witness"), Some("USD 50000"));
    assert_eq!(overlap.arg("first"), Some("USD 10000 to USD 50000: USD 15"));
    assert_eq!(overlap.arg("second"), Some("USD 50000 to USD 100000: USD 20"));
}

#[test]
fn seeded_errors_are_found_before_anybody_is_harmed() {
    for (from, to, code) in [
        ("USD 10,000 to USD 50,000 USD 15", "above USD 10,000 to USD 50,000 USD 15", Code::TableGap),
        ("above USD 100,000 USD 50", "at least USD 100,000 USD 50", Code::TableOverlap),
        ("below USD 10,000 USD 1", "below THB 10,000 USD 1", Code::TypesDiffer),
        (
            "duty re-confirm for regular-member per calendar-year",
            "duty re-confirm for regular-members per calendar-year",
            Code::NameUnknown,
        ),
        (
            "  from a missed re-confirm\n  until a re-confirm for that year or a later one  [cure: same-or-later]",
            "  from a missed re-confirmation\n  until a re-confirm for that year or a later one  [cure: same-or-later]",
            Code::NameUnknown,
        ),
        ("[cure: full-cycle]", "[cure: whole-cycle]", Code::OptionUnknown),
        ("present >= 25% of regular-member\n", "present >= 25%\n", Code::BaseMissing),
        ("present >= 25% of regular-member\n", "present >= 125% of regular-member\n", Code::ThresholdUnreachable),
        (
            "  abstain counts as no  [gc-base: with-vote]\n",
            "  abstain counts for quorum only  [gc-base: with-vote]\n",
            Code::AbstentionContradicts,
        ),
        (
            "  overdue stays open  [six-months: overdue]\n  overdue not carried  [six-months: deemed-refused]\n  overdue carried  [six-months: deemed-accepted]\n",
            "",
            Code::DeadlineWithoutConsequence,
        ),
        (
            "decide admit-applicant, not before opinions closes, within 6 months of letter-to-applicant",
            "decide admit-aplicant, not before opinions closes, within 6 months of letter-to-applicant",
            Code::NameUnknown,
        ),
        ("  cites clause 7.2.7, 7.2.16\n", "  cites clause 7.2.99\n", Code::ClauseUnknown),
        (
            "record-only \"A voluntary contribution is recorded and receipted; nothing is owed\"\n",
            "",
            Code::ClauseUncovered,
        ),
        ("  tie not carried\n  proxies none", "  proxies none", Code::TieOpen),
        ("  time zone \"Asia/Bangkok\"", "  time zone \"Asia/Bankok\"", Code::TimeZoneUnknown),
    ] {
        let network = changed(from, to);
        let found: Vec<_> =
            network.sources().iter().flat_map(|source| &source.diagnostics).map(|finding| finding.code).collect();
        assert!(found.contains(&code), "{from:?} → {to:?}: expected {code}, found {found:?}");
    }
}
