//! Everything breaks while applications come in: the portal and the worker are killed, PostgreSQL loses its power, Redis
//! is emptied. Each application is there once, each notice went out at least once and under one Message-ID, the chain holds.

use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use app::{MasterKey, Person, Platform};
use chrono::Utc;
use embedded::{Account, Durability, Postgres, Redis};
use portal::session::{Role, Sessions};

use crate::browser::{host, try_get, try_post};
use crate::mailing::{Running, letters, mail_server};

/// How many organisations apply: a hundred, or as many as the long run asks for.
fn applications() -> usize {
    std::env::var("QUORATE_APPLICATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(100)
}

/// Whoever applied rests, so that there is time for everything to break meanwhile, several times.
const PACE: Duration = Duration::from_millis(200);

/// Servers that this test alone uses, since it breaks them.
struct Servers {
    postgres: Postgres,
    redis_url: String,
    folder: PathBuf,
    account: Account,
}

impl Servers {
    fn start() -> Servers {
        let account = Account::fitting().unwrap();
        let folder = PathBuf::from(format!("/var/tmp/quorate-faults-{}", std::process::id()));
        let postgres = Postgres::start(&folder, &account, Durability::Safe).unwrap();
        postgres.database("quorate_owner", "quorate").unwrap();
        let redis_url = Redis::start(&folder, &account).unwrap().url();
        Servers { postgres, redis_url, folder, account }
    }

    fn url(&self) -> String {
        self.postgres.url("quorate_app", "quorate")
    }

    fn owner_url(&self) -> String {
        self.postgres.url("quorate_owner", "quorate")
    }

    fn lose_power(&self) {
        self.postgres.break_off().unwrap();
        Postgres::start(&self.folder, &self.account, Durability::Safe).unwrap();
    }

    fn empty_redis(&self) {
        let mut connection = redis::Client::open(self.redis_url.as_str()).unwrap().get_connection().unwrap();
        redis::cmd("FLUSHALL").exec(&mut connection).unwrap();
    }

    /// A program that was built beside this test.
    fn program(&self, name: &str) -> Command {
        let built = std::env::current_exe().unwrap();
        let program = built.parent().unwrap().parent().unwrap().join(name);
        assert!(program.exists(), "build the workspace first: cargo build --workspace");
        let mut command = Command::new(program);
        command.env("DATABASE_URL", self.url()).env("QUORATE_MASTER_KEY", "07".repeat(32)).env("RUST_LOG", "off");
        command
    }

    fn portal(&self, address: SocketAddr) -> Child {
        let mut command = self.program("portal");
        command.arg("serve").env("REDIS_URL", &self.redis_url).env("QUORATE_LISTEN", address.to_string());
        command.env("QUORATE_DOCUMENTS", std::env::temp_dir().join("quorate-faults-documents"));
        command.spawn().unwrap()
    }

    fn worker(&self, port: u16) -> Child {
        let mut command = self.program("worker");
        command.env("QUORATE_SMTP_URL", format!("smtp://127.0.0.1:{port}"));
        command.env("QUORATE_MAIL_FROM", "Lakes <lakes@example.org>");
        command.spawn().unwrap()
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        let _ = self.postgres.stop_if_running();
        let _ = Redis::in_folder(&self.folder, &self.account).stop_if_running();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A secretary at a portal that may be away, and whose session may be gone.
struct Secretary<'s> {
    servers: &'s Servers,
    address: SocketAddr,
    session: Option<(String, String)>,
}

impl Secretary<'_> {
    /// Signs in; none: something was away.
    fn session(&mut self) -> Option<(String, String)> {
        if self.session.is_none() {
            let sessions = Sessions::connect(&self.servers.redis_url, false).ok()?;
            let link = sessions.make_link("lakes", Role::Secretariat, "secretary").ok()?;
            let entered = try_post(self.address, "lakes", None, &format!("/sign-in/{link}"), &[])?;
            let cookie = entered.cookie?;
            let people = try_get(self.address, "lakes", Some(&cookie), "/people")?;
            let mark = (people.status == 200).then(|| people.hidden("mark"))?;
            self.session = Some((cookie, mark));
        }
        self.session.clone()
    }

    /// Records an application; whether it was said to be recorded.
    fn apply(&mut self, number: usize) -> bool {
        let Some((cookie, mark)) = self.session() else { return false };
        let (by, attempt) = (format!("Applicant-{number}"), format!("attempt-{number}"));
        let fields = [
            ("mark", mark.as_str()),
            ("attempt", &attempt),
            ("step", "record"),
            ("on", "2026-01-01"),
            ("by", &by),
            ("field-region", "north"),
        ];
        let page = try_post(self.address, "lakes", Some(&cookie), "/record/apply", &fields);
        let signed_out = |location: Option<&str>| location == Some("/sign-in");
        if page.as_ref().is_some_and(|page| signed_out(page.location.as_deref()) || page.status == 409) {
            self.session = None;
            return false;
        }
        page.is_some_and(|page| page.status == 303)
    }
}

/// Breaks one thing after another until all is done. Answers how often each broke: portal, worker, PostgreSQL, Redis.
fn break_things(servers: &Servers, address: SocketAddr, port: u16, done: &AtomicBool) -> [usize; 4] {
    let mut broken = [0; 4];
    let (mut portal, mut worker) = (servers.portal(address), servers.worker(port));
    for turn in 0_usize.. {
        if done.load(Ordering::Relaxed) {
            break;
        }
        std::thread::sleep(Duration::from_millis(350));
        match turn % 6 {
            0 | 2 => {
                portal.kill().unwrap();
                portal.wait().unwrap();
                portal = servers.portal(address);
                broken[0] += 1;
            }
            1 | 3 => {
                worker.kill().unwrap();
                worker.wait().unwrap();
                worker = servers.worker(port);
                broken[1] += 1;
            }
            4 => {
                servers.lose_power();
                broken[2] += 1;
            }
            _ => {
                servers.empty_redis();
                broken[3] += 1;
            }
        }
    }
    let _ = portal.kill();
    let _ = worker.kill();
    let _ = (portal.wait(), worker.wait());
    broken
}

#[test]
fn whatever_breaks_every_application_is_there_once_and_every_notice_went_out() {
    let servers = Servers::start();
    app::migrate(&servers.owner_url()).unwrap();
    host(&servers.owner_url());
    let platform = Platform::connect(&servers.url(), 2, MasterKey::read(&"07".repeat(32)).unwrap()).unwrap();
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let person = |party: &str| Person {
        address: format!("{}@example.org", party.to_lowercase()),
        party: party.to_owned(),
        role: String::from("party"),
        language: String::from("en"),
    };
    platform.invite(&lakes, &person("Heron"), Utc::now()).unwrap();
    platform.follow("lakes", "https://lakes.example.org", Utc::now()).unwrap();
    let folder = std::env::temp_dir().join(format!("quorate-faults-mail-{}", std::process::id()));
    let (_mail, port) = mail_server(&folder);
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (done, next) = (AtomicBool::new(false), AtomicUsize::new(0));
    let broken = std::thread::scope(|scope| {
        let breaking = scope.spawn(|| break_things(&servers, address, port, &done));
        let clients: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let mut secretary = Secretary { servers: &servers, address, session: None };
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= applications() {
                            break;
                        }
                        // Whoever got no answer sends the same form again.
                        while !secretary.apply(number) {
                            std::thread::sleep(Duration::from_millis(20));
                        }
                        std::thread::sleep(PACE);
                    }
                })
            })
            .collect();
        clients.into_iter().for_each(|client| client.join().unwrap());
        done.store(true, Ordering::Relaxed);
        breaking.join().unwrap()
    });
    assert!(broken.iter().all(|times| *times > 0), "each broke while they applied: {broken:?}");
    every_notice_goes_out(&servers, &platform, port, &folder);
    let acts = platform.verify("lakes").unwrap().unwrap().expect("the chain holds");
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let applied = |name: &str| {
        lakes.register().acts().iter().filter(|act| act.act == "apply" && act.by.as_deref() == Some(name)).count()
    };
    for number in 0..applications() {
        let name = format!("Applicant-{number}");
        assert_eq!(applied(&name), 1, "{name} after {broken:?}");
    }
    assert_eq!(acts, i64::try_from(applications() + 2).unwrap(), "and nothing else");
    let _ = std::fs::remove_dir_all(folder);
}

/// Once nothing breaks any more, whatever waits is sent; then each letter has arrived, under its one Message-ID.
fn every_notice_goes_out(servers: &Servers, platform: &Platform, port: u16, folder: &std::path::Path) {
    let _worker = Running(servers.worker(port));
    let until = Instant::now() + Duration::from_secs(60);
    let told = || {
        let lakes = platform.hosted("lakes").unwrap().unwrap();
        let told = platform.count_told(&lakes, "stage", "Heron").unwrap();
        (told, platform.outbox(&lakes).unwrap())
    };
    let all = (i64::try_from(applications()).unwrap(), (0, 0));
    while told() != all && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(told(), all, "Heron is told of each application once, and nothing waits");
    let mut arrived = BTreeSet::new();
    for letter in letters(folder) {
        let id = letter.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap();
        let subject = letter.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap();
        // Heron is reminded of its own duties too.
        if subject.contains("admission") {
            arrived.insert((id.to_owned(), subject.to_owned()));
        }
    }
    assert_eq!(arrived.len(), applications(), "as many letters, however often each was sent: {arrived:#?}");
}
