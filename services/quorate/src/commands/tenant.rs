//! `quorate tenant …` and `quorate migrate`: setting up, as the owner of the tables.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use app::{Error, Folder};
use chrono::Utc;

use crate::arguments::{Format, Keys, Owner};
use crate::files::{load, text};
use crate::report::Reporter;

/// `quorate migrate`
pub fn migrate(owner: &Owner, out: &mut dyn Write) -> Result<ExitCode> {
    let run = app::migrate(&owner.migration_database_url)?;
    for name in &run {
        writeln!(out, "ran {name}")?;
    }
    writeln!(out, "the database is up to date")?;
    Ok(ExitCode::SUCCESS)
}

/// `quorate tenant create NAME FOLDER`
pub fn create(name: &str, folder: &Path, owner: &Owner, keys: &Keys, out: &mut dyn Write) -> Result<ExitCode> {
    let keys = super::register::master_key(keys)?;
    match app::set_up(&owner.migration_database_url, keys, name, read(folder)?, Utc::now()) {
        Ok(()) => {
            writeln!(out, "{name} is hosted")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(Error::Findings(findings)) => {
            let reporter = Reporter::new(Format::Text);
            for finding in &findings {
                let said = reporter.language().finding(finding);
                writeln!(out, "{}: {}\n  {}", finding.code, said.message, said.help)?;
            }
            writeln!(out, "{} findings; {name} was not made", findings.len())?;
            Ok(ExitCode::FAILURE)
        }
        Err(other) => Err(other.into()),
    }
}

/// A charter folder as the platform stores it.
pub fn read(folder: &Path) -> Result<Folder> {
    let loaded = load(folder, &[]).with_context(|| format!("the folder {}", folder.display()))?;
    let versions = loaded.files.len();
    let mut files = BTreeMap::new();
    for (place, source) in loaded.network.sources().iter().enumerate() {
        let below = if place < versions { "charter" } else { "scenarios" };
        files.insert(format!("{below}/{}", source.name), source.text.clone());
    }
    for entry in fs::read_dir(folder.join("locales")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        files.insert(format!("locales/{name}"), text(&entry.path())?);
    }
    let demo = folder.join("demo/acts.jsonl");
    let demonstration = demo.exists();
    let acts = if demonstration { text(&demo)? } else { String::new() };
    let people = folder.join("demo/people.csv");
    let people = if people.exists() { text(&people)? } else { String::new() };
    Ok(Folder { files, acts, people, demonstration })
}
