//! `quorate charter seal`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use charter::seal::Lock;
use charter_syntax::ClauseLabel;
use kernel::Date;

use crate::files::{load, lock_path};

/// Seals the clause in the newest version file that holds it.
pub fn run(path: &Path, clause: &str, by: &str, out: &mut dyn Write) -> Result<ExitCode> {
    let loaded = load(path, &[])?;
    let label = ClauseLabel(clause.to_owned());
    let today = Date::from_civil(chrono::Utc::now().date_naive()).context("today's date")?;
    for version in (0..loaded.network.versions().len()).rev() {
        let (Some(charter), Some(place)) = (loaded.network.versions().get(version), loaded.network.source_of(version))
        else {
            continue;
        };
        let (Some(source), Some(file)) = (loaded.network.sources().get(place), loaded.files.get(place)) else {
            continue;
        };
        if !source.parsed.document.clauses.iter().any(|own| own.label == label) {
            continue;
        }
        let known = loaded.locks.iter().find(|(name, _)| *name == source.name).map(|(_, lock)| lock.clone());
        let mut lock: Lock = known.unwrap_or_default();
        if lock.seal(charter, source, &label, by, today).is_none() {
            continue;
        }
        let target = lock_path(file);
        std::fs::write(&target, lock.write()).with_context(|| format!("{}", target.display()))?;
        writeln!(out, "clause {clause} of {} sealed by {by} on {today}", file.display())?;
        return Ok(ExitCode::SUCCESS);
    }
    bail!("there is no clause {clause} in {}", path.display())
}
