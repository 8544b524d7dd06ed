//! Portal and worker are killed and PostgreSQL loses its power while people pay. The stand-in keeps its own truth: afterwards
//! all of it is booked, once.
//!
//! Twenty kills and two losses of power here; `QUORATE_KILLS=200` for ten times as many.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use embedded::{Account, Durability, Postgres, Redis};
use fakepay::{Become, FakePay, Faults, Reach};

use crate::chaos::{booked, truth};
use crate::ground::{host_at, keys, now};
use crate::providers::stand_ins;

/// How often a program is killed; the database a tenth as often.
fn kills() -> usize {
    std::env::var("QUORATE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(20)
}

/// Servers that this test alone uses, since it breaks them.
struct Servers {
    postgres: Postgres,
    redis_url: String,
    folder: PathBuf,
    account: Account,
    stand_in: String,
    address: SocketAddr,
}

impl Servers {
    fn start(stand_in: String, address: SocketAddr) -> Servers {
        let account = Account::fitting().unwrap();
        let folder = PathBuf::from(format!("/var/tmp/quorate-kills-{}", std::process::id()));
        let postgres = Postgres::start(&folder, &account, Durability::Safe).unwrap();
        postgres.database("quorate_owner", "quorate").unwrap();
        let redis_url = Redis::start(&folder, &account).unwrap().url();
        Servers { postgres, redis_url, folder, account, stand_in, address }
    }

    fn url(&self, role: &str) -> String {
        self.postgres.url(role, "quorate")
    }

    fn lose_power(&self) {
        self.postgres.break_off().unwrap();
        Postgres::start(&self.folder, &self.account, Durability::Safe).unwrap();
    }

    /// A program that was built beside this test.
    fn program(&self, name: &str, arguments: &[&str]) -> Child {
        let built = std::env::current_exe().unwrap();
        let program = built.parent().unwrap().parent().unwrap().join(name);
        assert!(program.exists(), "build the workspace first: cargo build --workspace");
        let mut command = Command::new(program);
        command.args(arguments).env("DATABASE_URL", self.url("quorate_app"));
        command.env("QUORATE_MASTER_KEY", "07".repeat(32)).env("RUST_LOG", "off").env("REDIS_URL", &self.redis_url);
        command.env("QUORATE_LISTEN", self.address.to_string()).env("QUORATE_STAND_IN", &self.stand_in);
        command.env("QUORATE_DOCUMENTS", self.folder.join("documents")).env("QUORATE_PATIENCE", "1");
        command.env("QUORATE_TRUSTED_PROXIES", "127.0.0.1");
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

/// A payer whose connection breaks off, and who tries again.
struct Payer {
    agent: ureq::Agent,
    address: SocketAddr,
}

impl Payer {
    fn new(address: SocketAddr) -> Payer {
        let config = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(5))).max_redirects(0);
        Payer { agent: config.http_status_as_error(false).build().into(), address }
    }

    /// Goes on to the provider's page; none: something was away, or refused.
    fn begin(&self, number: usize, link: &str, way: &str) -> Option<String> {
        let call = self.agent.post(format!("http://{}/pay/{link}", self.address)).header("Host", "lakes.localhost");
        // Each sits at a machine of their own, as far as the limits of one machine go.
        let call = call.header("X-Forwarded-For", format!("10.0.{}.{}", number / 250, number % 250));
        let answer = call.send_form([("way", way)]).ok()?;
        let page = answer.headers().get("location")?.to_str().ok()?;
        (answer.status() == 303).then(|| page.rsplit('/').next().unwrap().to_owned())
    }

    fn come_back(&self, link: &str, attempt: &str) {
        let back = format!("http://{}/pay/{link}/back?attempt={attempt}", self.address);
        // Whether anybody answers does not matter: it is booked all the same.
        let _ = self.agent.get(back).header("Host", "lakes.localhost").call();
    }
}

fn pays(fake: &FakePay, payer: &Payer, number: usize, link: &str) {
    let way = if number.is_multiple_of(2) { "stripe" } else { "paypal" };
    let again = || std::thread::sleep(Duration::from_millis(100));
    let session = (0..300).find_map(|_| {
        payer.begin(number, link, way).or_else(|| {
            again();
            None
        })
    });
    let Some(session) = session else { return };
    if !fake.become_(&session, &Become::Paid) {
        return;
    }
    let purchase = fake.purchases().into_iter().find(|one| one.id == session).unwrap();
    if !number.is_multiple_of(3) {
        payer.come_back(link, &purchase.attempt);
    }
    if number.is_multiple_of(5) {
        std::thread::sleep(Duration::from_millis(200));
        fake.become_(&session, &Become::Refunded(500));
    }
}

#[test]
fn killed_while_people_pay_everything_is_booked_once() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (fake, base) = stand_ins(Faults { duplicate: 200, delay: 300, ..Faults::default() });
    fake.send_messages_to(Reach { portal: address.to_string(), host: String::from("{network}.localhost") });
    let servers = Servers::start(base.clone(), address);
    app::migrate(&servers.url("quorate_owner")).unwrap();
    let payers = kills() * 3;
    let names: Vec<String> = (0..payers).map(|number| format!("M{number:04}")).collect();
    let members: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 20_000)).collect();
    host_at(&servers.url("quorate_owner"), "lakes", &members, "Asia/Bangkok", true);
    let providers = std::sync::Arc::new(payments_stripe::BuiltIn { stand_in: Some(base) });
    let connect = || app::Platform::connect(&servers.url("quorate_app"), 2, keys()).unwrap();
    let platform = connect().with_providers(providers, "http://{network}.localhost");
    let lakes = platform.hosted("lakes").unwrap().unwrap();
    let period = crate::ground::this_year().to_string();
    assert_eq!(platform.invoice_all(&lakes, ("membership-fee", &period), now()).unwrap().issued, payers);
    let links: Vec<String> = platform
        .open_invoices(&lakes)
        .unwrap()
        .iter()
        .map(|invoice| platform.invoice_with_entries(&lakes, &invoice.number).unwrap().unwrap().link)
        .collect();

    let (next, is_done, killed) = (AtomicUsize::new(0), AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let payer = Payer::new(address);
                loop {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    let Some(link) = links.get(number) else { break };
                    pays(&fake, &payer, number, link);
                    std::thread::sleep(Duration::from_millis(120));
                }
                is_done.store(next.load(Ordering::SeqCst) >= links.len(), Ordering::SeqCst);
            });
        }
        let mut portal = servers.program("portal", &["serve"]);
        let mut worker = servers.program("worker", &[]);
        while !is_done.load(Ordering::SeqCst) || killed.load(Ordering::SeqCst) < kills() {
            std::thread::sleep(Duration::from_millis(350));
            let number = killed.fetch_add(1, Ordering::SeqCst);
            if number % 10 == 5 {
                servers.lose_power();
            }
            let (program, name, arguments): (&mut Child, _, &[&str]) = if number.is_multiple_of(2) {
                (&mut portal, "portal", &["serve"])
            } else {
                (&mut worker, "worker", &[])
            };
            program.kill().unwrap();
            program.wait().unwrap();
            *program = servers.program(name, arguments);
        }
        // Nobody breaks anything any more: what is true comes to be booked by itself.
        let until = Instant::now() + Duration::from_secs(90);
        let platform = connect();
        while booked(&platform) != truth(&fake.purchases()) && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(500));
        }
        for program in [&mut portal, &mut worker] {
            program.kill().unwrap();
            program.wait().unwrap();
        }
    });
    let platform = connect();
    assert_eq!(booked(&platform), truth(&fake.purchases()));
    let desk = platform.money_desk(&platform.hosted("lakes").unwrap().unwrap(), now()).unwrap();
    assert!(desk.sums.values().all(|sum| *sum == 0), "{:?}", desk.sums);
    assert!(platform.verify("lakes").unwrap().unwrap().is_ok(), "the chain holds");
    assert!(killed.load(Ordering::SeqCst) >= kills());
    assert!(truth(&fake.purchases()).len() >= payers * 9 / 10, "people did pay");
}
