//! `quorate charter export` and `schema`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use charter::schema;

use crate::arguments::{Format, PublicFormat};
use crate::commands::usable;
use crate::files::load;

/// Writes every version as charter JSON, one a line.
pub fn run(path: &Path, out: &mut dyn Write) -> Result<ExitCode> {
    let mut loaded = load(path, &[])?;
    if !usable(&mut loaded, Format::Json, out)? {
        return Ok(ExitCode::FAILURE);
    }
    for charter in loaded.network.versions() {
        writeln!(out, "{}", serde_json::to_string(charter)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the JSON Schema of a public format.
pub fn schema(format: PublicFormat, out: &mut dyn Write) -> Result<ExitCode> {
    let schema = match format {
        PublicFormat::Charter => schema::charter(),
        PublicFormat::Act => schema::act(),
        PublicFormat::Question => schema::question(),
        PublicFormat::Answer => schema::answer(),
    };
    writeln!(out, "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(ExitCode::SUCCESS)
}
