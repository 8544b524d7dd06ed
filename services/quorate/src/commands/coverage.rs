//! `quorate charter coverage`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use charter::coverage::{Kind, coverage};

use crate::arguments::Format;
use crate::files::load;

pub fn run(path: &Path, format: Format, out: &mut dyn Write) -> Result<ExitCode> {
    let loaded = load(path, &[])?;
    let mut uncovered = 0;
    for charter in loaded.network.versions() {
        let covered = coverage(charter);
        uncovered += covered.count(Kind::Uncovered);
        if format == Format::Json {
            writeln!(out, "{}", serde_json::json!({ "version": charter.in_force_from(), "clauses": covered.clauses }))?;
            continue;
        }
        writeln!(out, "{} ({})", charter.header.title, charter.in_force_from())?;
        for clause in &covered.clauses {
            write!(out, "  {:<12} {}", clause.kind.to_string(), clause.label)?;
            if !clause.readings.is_empty() {
                write!(out, "  readings: {}", clause.readings.join(", "))?;
            }
            if !clause.silences.is_empty() {
                write!(out, "  silent: {}", clause.silences.join(", "))?;
            }
            writeln!(out)?;
        }
        for kind in [Kind::Enforced, Kind::Checked, Kind::ForPeople, Kind::RecordOnly, Kind::Text] {
            writeln!(out, "  {kind}: {}", covered.count(kind))?;
        }
    }
    if format == Format::Text {
        writeln!(out, "uncovered: {uncovered}")?;
    }
    Ok(ExitCode::SUCCESS)
}
