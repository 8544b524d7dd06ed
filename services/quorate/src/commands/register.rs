//! `quorate register …`: the record of a network.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use app::{MasterKey, Platform};

use crate::arguments::Keys;

/// `quorate register verify [NAME]`
pub fn verify(name: Option<&str>, database_url: &str, keys: &Keys, out: &mut dyn Write) -> Result<ExitCode> {
    let platform = Platform::connect(database_url, 1, master_key(keys)?)?;
    let names = name.map_or_else(|| platform.networks(), |name| Ok(vec![name.to_owned()]))?;
    let mut all_hold = true;
    for name in names {
        all_hold &= verify_one(&platform, &name, out)?;
    }
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether one network's chain holds.
fn verify_one(platform: &Platform, name: &str, out: &mut dyn Write) -> Result<bool> {
    match platform.verify(name)?.ok_or_else(|| anyhow!("no network `{name}` is hosted here"))? {
        Ok(acts) => {
            writeln!(out, "{name}: {acts} acts, the chain holds")?;
            Ok(true)
        }
        Err(broken) => {
            writeln!(out, "{name}: the chain does not hold: {broken}")?;
            Ok(false)
        }
    }
}

/// The key of the settings.
pub fn master_key(keys: &Keys) -> Result<MasterKey> {
    MasterKey::read(&keys.master_key).ok_or_else(|| anyhow!("QUORATE_MASTER_KEY must be 64 hexadecimal digits"))
}
