//! A private Redis. It keeps sessions and counters: losing them signs people out and loses nothing else.

use std::path::{Path, PathBuf};

use crate::account::run;
use crate::{Account, Error};

/// A running Redis. It goes on running until it is stopped.
#[derive(Debug)]
pub struct Redis {
    account: Account,
    socket: PathBuf,
}

impl Redis {
    /// Starts one in a folder. One that runs already is taken as it is.
    pub fn start(folder: &Path, account: &Account) -> Result<Redis, Error> {
        account.folder(folder)?;
        let redis = Redis::in_folder(folder, account);
        if redis.answers() {
            return Ok(redis);
        }
        let mut server = account.command(Path::new("redis-server"));
        server.args(["--port", "0", "--daemonize", "yes", "--save", "", "--appendonly", "no", "--unixsocket"]);
        server.arg(&redis.socket).arg("--dir").arg(folder).arg("--logfile").arg(folder.join("redis.log"));
        run(&mut server, "starting Redis")?;
        let tries = std::iter::repeat_n(std::time::Duration::from_millis(50), 100);
        for pause in tries {
            if redis.answers() {
                return Ok(redis);
            }
            std::thread::sleep(pause);
        }
        Err(Error::Failed { what: "starting Redis", said: String::from("it does not answer") })
    }

    /// The one of a folder, running or not.
    pub fn in_folder(folder: &Path, account: &Account) -> Redis {
        Redis { account: account.clone(), socket: folder.join("redis.sock") }
    }

    fn answers(&self) -> bool {
        self.socket.exists() && run(self.client().arg("ping"), "asking Redis").is_ok()
    }

    fn client(&self) -> std::process::Command {
        let mut client = self.account.command(Path::new("redis-cli"));
        client.arg("-e").arg("-s").arg(&self.socket);
        client
    }

    /// Stops it, if it runs; what it held is gone.
    pub fn stop_if_running(&self) -> Result<(), Error> {
        if !self.answers() {
            return Ok(());
        }
        run(self.client().args(["shutdown", "nosave"]), "stopping Redis")
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("redis+unix://{}", self.socket.display())
    }
}
