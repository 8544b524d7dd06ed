//! `quorate charter test`

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use charter_syntax::Severity;
use interpreter::{Interpreter, testing};

use crate::arguments::Format;
use crate::commands::usable;
use crate::files::load;
use crate::report::Reporter;

pub fn run(path: &Path, scenarios: &[PathBuf], out: &mut dyn Write) -> Result<ExitCode> {
    let mut loaded = load(path, scenarios)?;
    if !usable(&mut loaded, Format::Text, out)? {
        // A charter with errors cannot run, so each of its tests has failed.
        let tests: usize = loaded.network.sources().iter().map(|source| source.tests.len()).sum();
        writeln!(out, "0 passed, {tests} failed")?;
        return Ok(ExitCode::FAILURE);
    }
    let reporter = Reporter::new(Format::Text);
    let interpreter = Interpreter::new(&loaded.network);
    let (mut passed, mut failed) = (0, 0);
    for source in loaded.network.sources() {
        for test in &source.tests {
            let outcome = testing::run(&loaded.network, &interpreter, test, &[]);
            let broken = outcome.failures.iter().any(|finding| finding.severity() == Severity::Error);
            writeln!(out, "{} {} ({})", if broken { "failed" } else { "passed" }, test.title, test.clause)?;
            if broken {
                failed += 1;
            } else {
                passed += 1;
            }
            for finding in &outcome.failures {
                reporter.write(&source.name, &source.text, finding, out)?;
            }
        }
    }
    writeln!(out, "{passed} passed, {failed} failed")?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
