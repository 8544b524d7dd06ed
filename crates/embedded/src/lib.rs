//! A private PostgreSQL and Redis for one machine: the system's own binaries, unix sockets only, a folder of their own.
//!
//! PostgreSQL refuses to run as root. Run by root, the servers belong to the user `postgres` and their folder lies below
//! `/var/tmp`, since a home of root is closed to others.

mod account;
mod postgres;
mod redis;

use std::path::{Path, PathBuf};

pub use account::Account;
pub use postgres::{Durability, Postgres};
pub use redis::Redis;

/// What can go wrong in starting or stopping a server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A program of the system is not installed.
    #[error("`{0}` is not installed")]
    Missing(&'static str),
    /// A folder that somebody else made.
    #[error("{0} belongs to somebody else; remove it, or name another folder with --folder")]
    Planted(PathBuf),
    /// A program ended with an error.
    #[error("{what}: {said}")]
    Failed {
        /// What was tried.
        what: &'static str,
        /// What the program said.
        said: String,
    },
    /// A folder or file could not be used.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl Error {
    fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.to_owned();
        move |source| Error::File { path, source }
    }
}

/// The folder for the servers of a project: within the project, or below `/var/tmp` where root runs them.
pub fn folder(project: &Path, account: &Account) -> PathBuf {
    if account.is_ours() {
        return project.join(".quorate");
    }
    // The name tells projects of one machine apart; it need not be secret.
    let name: u64 = project.to_string_lossy().bytes().fold(5381, |sum, byte| sum.wrapping_mul(33) ^ u64::from(byte));
    PathBuf::from(format!("/var/tmp/quorate-{name:x}"))
}
