//! `quorate charter check`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use charter::check::{check, has_errors};
use charter_syntax::ast::{DeclarationKind, Guard};
use charter_syntax::{Code, Diagnostic, Severity};
use interpreter::{Interpreter, testing};

use crate::arguments::Format;
use crate::files::{Loaded, load};
use crate::report::Reporter;

pub fn run(path: &Path, format: Format, out: &mut dyn Write) -> Result<ExitCode> {
    let mut loaded = load(path, &[])?;
    check(&mut loaded.network, &loaded.locks);
    if !has_errors(&loaded.network) {
        run_tests(&mut loaded);
    }
    let reporter = Reporter::new(format);
    for source in loaded.network.sources() {
        for finding in &source.diagnostics {
            reporter.write(&source.name, &source.text, finding, out)?;
        }
    }
    if format == Format::Text {
        let count = |severity: Severity| {
            loaded
                .network
                .sources()
                .iter()
                .flat_map(|source| &source.diagnostics)
                .filter(|d| d.severity() == severity)
                .count()
        };
        writeln!(
            out,
            "{} errors, {} warnings, {} notes",
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Info)
        )?;
    }
    Ok(if has_errors(&loaded.network) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Runs the tests as proposed, then under each option of one reading at a time.
fn run_tests(loaded: &mut Loaded) {
    let interpreter = Interpreter::new(&loaded.network);
    let mut findings: Vec<(usize, Diagnostic)> = Vec::new();
    for (place, source) in loaded.network.sources().iter().enumerate() {
        for test in &source.tests {
            let outcome = testing::run(&loaded.network, &interpreter, test, &[]);
            findings.extend(outcome.failures.into_iter().map(|finding| (place, finding)));
        }
    }
    findings.extend(readings_that_matter(loaded, &interpreter));
    for (place, finding) in findings {
        if let Some(source) = loaded.network.sources_mut().get_mut(place) {
            source.diagnostics.push(finding);
        }
    }
}

/// For each option that is not the proposed one: the questions of the tests whose answers it changes.
fn readings_that_matter(loaded: &Loaded, interpreter: &Interpreter) -> Vec<(usize, Diagnostic)> {
    let mut findings = Vec::new();
    for (place, source) in loaded.network.sources().iter().enumerate() {
        for declaration in &source.parsed.declarations {
            let DeclarationKind::Reading(reading) = &declaration.kind else { continue };
            for option in reading.options.iter().filter(|option| !option.proposed) {
                let guard = Guard { reading: reading.name.clone(), option: option.name.clone() };
                let changed = changed_questions(loaded, interpreter, &guard);
                if changed.is_empty() {
                    continue;
                }
                let finding = Diagnostic::new(Code::ReadingMatters, option.name.at)
                    .with("reading", &reading.name)
                    .with("option", &option.name)
                    .with("questions", changed.join("; "));
                findings.push((place, finding));
            }
        }
    }
    findings
}

fn changed_questions(loaded: &Loaded, interpreter: &Interpreter, guard: &Guard) -> Vec<String> {
    let mut changed = Vec::new();
    for test in loaded.network.sources().iter().flat_map(|source| &source.tests) {
        if test.under.iter().any(|own| own.reading == guard.reading) {
            continue;
        }
        let before = testing::run(&loaded.network, interpreter, test, &[]);
        let after = testing::run(&loaded.network, interpreter, test, std::slice::from_ref(guard));
        let questions = test.steps.iter().filter_map(|step| match step {
            charter_syntax::ast::Step::Ask(ask) => Some(&ask.question),
            _ => None,
        });
        for ((question, one), other) in questions.zip(&before.answers).zip(&after.answers) {
            if one.value != other.value {
                changed.push(format!("{question}: {} → {}", one.value, other.value));
            }
        }
    }
    changed.dedup();
    changed.truncate(4);
    changed
}
