//! `quorate charter fmt`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use charter_syntax::format_document;

use crate::files::{text, version_files};

pub fn run(path: &Path, check: bool, out: &mut dyn Write) -> Result<ExitCode> {
    let mut changed = 0;
    for file in version_files(path)? {
        let before = text(&file)?;
        let after = format_document(&before);
        if before == after {
            continue;
        }
        changed += 1;
        writeln!(out, "{} {}", if check { "would change" } else { "changed" }, file.display())?;
        if !check {
            std::fs::write(&file, after).with_context(|| format!("{}", file.display()))?;
        }
    }
    Ok(if check && changed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
