//! A private PostgreSQL cluster.

use std::path::{Path, PathBuf};

use crate::account::run;
use crate::{Account, Error};

/// Whether a crash of the machine may lose what was committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Nothing that was committed is lost.
    Safe,
    /// Faster, for tests: a crash may lose all.
    None,
}

/// A running cluster. It goes on running until it is stopped.
#[derive(Debug)]
pub struct Postgres {
    account: Account,
    programs: PathBuf,
    data: PathBuf,
    socket: PathBuf,
}

impl Postgres {
    /// Starts the cluster in a folder, makes it first if need be. One that runs already is taken as it is.
    pub fn start(folder: &Path, account: &Account, durability: Durability) -> Result<Postgres, Error> {
        let postgres = Postgres::in_folder(folder, account)?;
        account.folder(folder)?;
        if !postgres.data.join("PG_VERSION").exists() && !postgres.is_made() {
            postgres.make()?;
        }
        if !postgres.runs() {
            postgres.run(durability)?;
        }
        Ok(postgres)
    }

    /// The cluster of a folder, running or not.
    pub fn in_folder(folder: &Path, account: &Account) -> Result<Postgres, Error> {
        let programs = programs().ok_or(Error::Missing("postgres"))?;
        let data = folder.join("postgres");
        Ok(Postgres { account: account.clone(), programs, data, socket: folder.to_owned() })
    }

    /// Root may look into the folder of others; others need not ask.
    fn is_made(&self) -> bool {
        run(self.account.command(Path::new("test")).arg("-f").arg(self.data.join("PG_VERSION")), "looking").is_ok()
    }

    fn make(&self) -> Result<(), Error> {
        let mut initdb = self.account.command(&self.programs.join("initdb"));
        initdb.arg("-D").arg(&self.data).args(["-A", "trust", "-U", "postgres", "-E", "UTF8"]);
        initdb.args(["--locale=C.UTF-8", "--no-sync"]);
        run(&mut initdb, "making the database cluster")
    }

    fn runs(&self) -> bool {
        run(self.control().arg("status"), "asking").is_ok()
    }

    fn run(&self, durability: Durability) -> Result<(), Error> {
        let mut options = format!("-c listen_addresses='' -k {} -c max_connections=200", self.socket.display());
        if durability == Durability::None {
            options.push_str(" -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        }
        let log = self.socket.join("postgres.log");
        run(self.control().args(["-w", "-l"]).arg(&log).args(["-o", &options, "start"]), "starting PostgreSQL")
    }

    fn control(&self) -> std::process::Command {
        let mut control = self.account.command(&self.programs.join("pg_ctl"));
        control.arg("-D").arg(&self.data);
        control
    }

    /// Stops it, if it runs, after open transactions were broken off.
    pub fn stop_if_running(&self) -> Result<(), Error> {
        if !self.runs() {
            return Ok(());
        }
        run(self.control().args(["-w", "-m", "fast", "stop"]), "stopping PostgreSQL")
    }

    /// Stops it at once, as if the power had gone: what was committed is there after the next start, nothing else.
    pub fn break_off(&self) -> Result<(), Error> {
        run(self.control().args(["-w", "-m", "immediate", "stop"]), "breaking PostgreSQL off")
    }

    /// The address of a database for a role.
    pub fn url(&self, role: &str, database: &str) -> String {
        let socket = self.socket.display().to_string().replace('/', "%2F");
        format!("postgres://{role}@{socket}/{database}")
    }

    /// Makes a database owned by a role of its own, where they are not there yet.
    pub fn database(&self, owner: &str, database: &str) -> Result<(), Error> {
        let role = format!(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{owner}') THEN \
             CREATE ROLE {owner} LOGIN CREATEROLE; END IF; END $$"
        );
        self.sql(&role)?;
        let known = format!("SELECT 1/count(*) FROM pg_database WHERE datname = '{database}'");
        if self.sql(&known).is_ok() {
            return Ok(());
        }
        self.sql(&format!("CREATE DATABASE {database} OWNER {owner}"))
    }

    fn sql(&self, statement: &str) -> Result<(), Error> {
        let mut psql = self.account.command(&self.programs.join("psql"));
        psql.args(["-X", "-q", "-U", "postgres", "-h"]).arg(&self.socket);
        run(psql.args(["-v", "ON_ERROR_STOP=1", "-c", statement]), "preparing the database")
    }
}

/// Where the newest installed PostgreSQL has its programs.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = debian
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, programs)| programs.join("initdb").exists())
        .collect();
    found.sort();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists());
    found.pop().map(|(_, programs)| programs).or_else(on_path)
}
