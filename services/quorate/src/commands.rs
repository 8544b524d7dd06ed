//! One module per command: read files, ask the pure crates, write.

pub mod ask;
pub mod check;
pub mod coverage;
pub mod export;
pub mod format;
pub mod paraphrase;
pub mod register;
pub mod seal;
pub mod servers;
pub mod tally;
pub mod tenant;
pub mod test;
pub mod up;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use charter::check::{check, has_errors};
use charter_syntax::Severity;
use clap::CommandFactory;

use crate::arguments::{Arguments, Format};
use crate::files::Loaded;
use crate::report::Reporter;

/// `quorate completions SHELL`
pub fn completions(shell: clap_complete::Shell, out: &mut dyn Write) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "quorate", &mut script);
    out.write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Checks a charter before it is put to use. With errors, they are written and the charter is not used.
fn usable(loaded: &mut Loaded, format: Format, out: &mut dyn Write) -> Result<bool> {
    check(&mut loaded.network, &loaded.locks);
    if !has_errors(&loaded.network) {
        return Ok(true);
    }
    let reporter = Reporter::new(format);
    for source in loaded.network.sources() {
        for finding in source.diagnostics.iter().filter(|finding| finding.severity() == Severity::Error) {
            reporter.write(&source.name, &source.text, finding, out)?;
        }
    }
    Ok(false)
}
