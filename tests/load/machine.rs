//! Servers of this measurement's own, and the portal as a program of its own.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::Duration;

use app::Folder;
use chrono::Utc;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use embedded::{Account, Durability, Postgres, Redis};
use portal::session::{Role, Sessions};

/// PostgreSQL and Redis in a folder that goes when this goes.
pub struct Machine {
    postgres: Postgres,
    redis: Redis,
    folder: PathBuf,
}

impl Machine {
    pub fn start() -> Machine {
        let account = Account::fitting().unwrap();
        let folder = PathBuf::from(format!("/var/tmp/quorate-load-{}", std::process::id()));
        let postgres = Postgres::start(&folder, &account, Durability::Safe).unwrap();
        postgres.database("quorate_owner", "quorate").unwrap();
        let redis = Redis::start(&folder, &account).unwrap();
        let machine = Machine { postgres, redis, folder };
        app::migrate(&machine.owner_url()).unwrap();
        let mut connection = PgConnection::establish(&machine.owner_url()).unwrap();
        for statement in [
            "CREATE TABLE floor (name text PRIMARY KEY, said text NOT NULL)",
            "INSERT INTO floor SELECT 'Member-' || n, repeat('x', 200) FROM generate_series(1, 1000) n",
            "INSERT INTO floor VALUES ('Harbour-Light', repeat('x', 200))",
            "GRANT SELECT ON floor TO quorate_app",
        ] {
            diesel::sql_query(statement).execute(&mut connection).unwrap();
        }
        machine
    }

    pub fn url(&self) -> String {
        self.postgres.url("quorate_app", "quorate")
    }

    fn owner_url(&self) -> String {
        self.postgres.url("quorate_owner", "quorate")
    }

    /// Runs a statement as the owner of the tables.
    pub fn owner(&self, statement: &str) {
        let mut connection = PgConnection::establish(&self.owner_url()).unwrap();
        diesel::sql_query(statement).execute(&mut connection).unwrap();
    }

    /// Runs statements as whoever sees every network.
    pub fn superuser(&self, statements: &str) {
        let mut connection = PgConnection::establish(&self.postgres.url("postgres", "quorate")).unwrap();
        connection.batch_execute(statements).unwrap();
    }

    pub fn host(&self, slug: &str, folder: Folder) {
        app::set_up(&self.owner_url(), crate::key(), slug, folder, Utc::now()).unwrap();
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.postgres.stop_if_running();
        let _ = self.redis.stop_if_running();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A portal that was built beside this.
pub struct Running {
    child: Child,
    pub address: SocketAddr,
}

impl Running {
    pub fn portal(machine: &Machine) -> Running {
        let built = std::env::current_exe().unwrap();
        let program = built.parent().unwrap().parent().unwrap().join("portal");
        assert!(program.exists(), "build it first: cargo build --workspace --release");
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = Command::new(program);
        command.arg("serve").env("DATABASE_URL", machine.url()).env("REDIS_URL", machine.redis.url());
        command.env("QUORATE_MASTER_KEY", "07".repeat(32)).env("QUORATE_LISTEN", address.to_string());
        command.env("QUORATE_DOCUMENTS", std::env::temp_dir().join("quorate-load-documents")).env("RUST_LOG", "error");
        // Nothing stands there: what is measured asks no provider.
        command.env("QUORATE_STAND_IN", "http://127.0.0.1:9");
        let child = command.spawn().unwrap();
        while TcpStream::connect(address).is_err() {
            std::thread::sleep(Duration::from_millis(20));
        }
        Running { child, address }
    }

    /// The cookie of a session.
    pub fn sign_in(&self, machine: &Machine, network: &str, party: &str) -> String {
        let sessions = Sessions::connect(&machine.redis.url(), false).unwrap();
        let link = sessions.make_link(network, Role::Party, party).unwrap();
        let agent: ureq::Agent = ureq::Agent::config_builder().max_redirects(0).build().into();
        let url = format!("http://{}/sign-in/{link}", self.address);
        let entered = agent.post(url).header("Host", format!("{network}.localhost")).send_empty().unwrap();
        let cookie = entered.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Its memory, in MiB.
    pub fn memory(&self) -> usize {
        memory_of(self.child.id())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The memory of a process that is resident, in MiB.
pub fn memory_of(process: u32) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<usize>().unwrap() / 1024
}
