//! `quorate servers …`: a private PostgreSQL and Redis in a folder.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use embedded::{Account, Durability, Postgres, Redis};

/// `quorate servers start FOLDER`
pub fn start(folder: &Path, fast: bool, out: &mut dyn Write) -> Result<ExitCode> {
    let account = Account::fitting()?;
    let folder = std::path::absolute(folder)?;
    let durability = if fast { Durability::None } else { Durability::Safe };
    let postgres = Postgres::start(&folder, &account, durability)?;
    let redis = Redis::start(&folder, &account)?;
    writeln!(out, "{}\n{}", postgres.url("postgres", "postgres"), redis.url())?;
    Ok(ExitCode::SUCCESS)
}

/// `quorate servers stop FOLDER`
pub fn stop(folder: &Path, out: &mut dyn Write) -> Result<ExitCode> {
    let account = Account::fitting()?;
    let folder = std::path::absolute(folder)?;
    Postgres::in_folder(&folder, &account)?.stop_if_running()?;
    Redis::in_folder(&folder, &account).stop_if_running()?;
    writeln!(out, "stopped")?;
    Ok(ExitCode::SUCCESS)
}
