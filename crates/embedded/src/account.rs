//! The account under which the servers run.

use std::path::Path;
use std::process::Command;

use crate::Error;

/// Who runs the servers: whoever runs this program or, where that is root, the user `postgres`.
#[derive(Clone, Debug)]
pub struct Account {
    root: bool,
}

impl Account {
    /// The account that fits whoever runs this program.
    pub fn fitting() -> Result<Account, Error> {
        let id = Command::new("id").arg("-u").output().map_err(|_| Error::Missing("id"))?;
        Ok(Account { root: String::from_utf8_lossy(&id.stdout).trim() == "0" })
    }

    /// Whether the servers run as whoever runs this program.
    pub fn is_ours(&self) -> bool {
        !self.root
    }

    /// A command of that account.
    pub(crate) fn command(&self, program: &Path) -> Command {
        if !self.root {
            return Command::new(program);
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--"]).arg(program).current_dir("/");
        command
    }

    /// Makes a folder that belongs to the account and is closed to others.
    pub(crate) fn folder(&self, folder: &Path) -> Result<(), Error> {
        std::fs::create_dir_all(folder).map_err(Error::file(folder))?;
        if self.root && !self.trusts(folder)? {
            return Err(Error::Planted(folder.to_owned()));
        }
        if self.root {
            run(Command::new("chown").arg("postgres:postgres").arg(folder), "giving the folder to postgres")?;
        }
        run(Command::new("chmod").arg("700").arg(folder), "closing the folder to others")
    }
}

impl Account {
    /// Whether a folder belongs to root or to the account: below `/var/tmp` anybody could have made one of its name.
    fn trusts(&self, folder: &Path) -> Result<bool, Error> {
        use std::os::unix::fs::MetadataExt;
        let owner = std::fs::symlink_metadata(folder).map_err(Error::file(folder))?;
        let postgres = Command::new("id").args(["-u", "postgres"]).output().map_err(|_| Error::Missing("id"))?;
        let postgres = String::from_utf8_lossy(&postgres.stdout).trim().parse::<u32>().ok();
        Ok(owner.is_dir() && (owner.uid() == 0 || Some(owner.uid()) == postgres))
    }
}

/// Runs a command to its end; what it said is kept where it fails.
pub(crate) fn run(command: &mut Command, what: &'static str) -> Result<(), Error> {
    let output = command.output().map_err(|source| Error::Failed { what, said: source.to_string() })?;
    if output.status.success() {
        return Ok(());
    }
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(Error::Failed { what, said: said.trim().to_owned() })
}
