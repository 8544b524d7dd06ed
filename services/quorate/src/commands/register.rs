//! `quorate register …`: the record of a network.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use app::{MasterKey, Platform};

use crate::arguments::Keys;

/// `quorate register verify NAME`
pub fn verify(name: &str, database_url: &str, keys: &Keys, out: &mut dyn Write) -> Result<ExitCode> {
    let platform = Platform::connect(database_url, 1, master_key(keys)?)?;
    match platform.verify(name)?.ok_or_else(|| anyhow!("no network `{name}` is hosted here"))? {
        Ok(acts) => {
            writeln!(out, "{name}: {acts} acts, the chain holds")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => {
            writeln!(out, "{name}: the chain does not hold: {broken}")?;
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The key of the settings.
pub fn master_key(keys: &Keys) -> Result<MasterKey> {
    MasterKey::read(&keys.master_key).ok_or_else(|| anyhow!("QUORATE_MASTER_KEY must be 64 hexadecimal digits"))
}
