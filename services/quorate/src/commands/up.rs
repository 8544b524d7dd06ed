//! `quorate up`: everything on one machine, until Ctrl-C.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use app::{Error, MasterKey, Platform};
use chrono::Utc;
use embedded::{Account, Durability, Postgres, Redis};

use crate::arguments::Up;

/// Where everything is that a running platform needs.
#[derive(Clone)]
struct Addresses {
    database: String,
    owner: String,
    redis: String,
    key: String,
    documents: String,
    /// What stands in for payment providers.
    stand_in: String,
}

/// The servers that were started here.
struct Servers {
    postgres: Option<Postgres>,
    redis: Option<Redis>,
}

/// `quorate up`
pub fn run(up: &Up, out: &mut dyn Write) -> Result<ExitCode> {
    let account = Account::fitting()?;
    let project = std::env::current_dir()?;
    let folder = match &up.folder {
        Some(folder) => std::path::absolute(folder)?,
        None => embedded::folder(&project, &account),
    };
    if up.reset {
        reset(&folder, &account)?;
    }
    let (ended, on_signal) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Whoever listened has gone already: then there is nothing to stop.
        let _ = ended.send(());
    })?;
    let (addresses, servers) = start(up, &folder, &account)?;
    let served = serve(up, &addresses, &on_signal, out);
    writeln!(out, "\nstopping")?;
    servers.stop()?;
    served.map(|()| ExitCode::SUCCESS)
}

fn reset(folder: &Path, account: &Account) -> Result<()> {
    if folder.exists() {
        Postgres::in_folder(folder, account)?.stop_if_running()?;
        Redis::in_folder(folder, account).stop_if_running()?;
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

fn start(up: &Up, folder: &Path, account: &Account) -> Result<(Addresses, Servers)> {
    let mut servers = Servers { postgres: None, redis: None };
    let (database, owner) = match (&up.database_url, &up.migration_database_url) {
        (Some(database), Some(owner)) => (database.clone(), owner.clone()),
        _ => {
            let postgres = Postgres::start(folder, account, Durability::Safe)?;
            postgres.database("quorate_owner", "quorate")?;
            let urls = (postgres.url("quorate_app", "quorate"), postgres.url("quorate_owner", "quorate"));
            servers.postgres = Some(postgres);
            urls
        }
    };
    let redis = match &up.redis_url {
        Some(redis) => redis.clone(),
        None => {
            let redis = Redis::start(folder, account)?;
            let url = redis.url();
            servers.redis = Some(redis);
            url
        }
    };
    let documents =
        std::env::var("QUORATE_DOCUMENTS").unwrap_or_else(|_| folder.join("documents").display().to_string());
    Ok((Addresses { database, owner, redis, key: key_of(folder)?, documents, stand_in: String::new() }, servers))
}

impl Servers {
    fn stop(&self) -> Result<()> {
        if let Some(redis) = &self.redis {
            redis.stop_if_running()?;
        }
        if let Some(postgres) = &self.postgres {
            postgres.stop_if_running()?;
        }
        Ok(())
    }
}

/// The master key: of the environment, else of a file that only its owner reads, made the first time.
fn key_of(folder: &Path) -> Result<String> {
    if let Ok(key) = std::env::var("QUORATE_MASTER_KEY") {
        return Ok(key);
    }
    let file = folder.join("master.key");
    if !file.exists() {
        use std::os::unix::fs::OpenOptionsExt;
        fs::create_dir_all(folder)?;
        let mut made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&file)?;
        made.write_all(MasterKey::generate().as_bytes())?;
    }
    Ok(fs::read_to_string(&file).with_context(|| format!("the key {}", file.display()))?.trim().to_owned())
}

fn serve(up: &Up, addresses: &Addresses, on_signal: &mpsc::Receiver<()>, out: &mut dyn Write) -> Result<()> {
    app::migrate(&addresses.owner)?;
    let key = || MasterKey::read(&addresses.key).ok_or_else(|| anyhow!("the master key is not 64 hexadecimal digits"));
    let mut names = Vec::new();
    for folder in tenants(up)? {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match app::set_up(&addresses.owner, key()?, &name, super::tenant::read(&folder)?, Utc::now()) {
            Ok(()) | Err(Error::Store(app::StoreError::TenantExists(_))) => names.push(name),
            Err(Error::Findings(findings)) => {
                bail!("{name} has {} findings; see `quorate charter check {}`", findings.len(), folder.display())
            }
            Err(other) => return Err(other.into()),
        }
    }
    let port = free_port(up.port)?;
    let stand_in = free_port(port.saturating_add(1))?;
    let addresses = &Addresses { stand_in: format!("http://127.0.0.1:{stand_in}"), ..addresses.clone() };
    let (listen, reached) = (format!("127.0.0.1:{stand_in}"), format!("127.0.0.1:{port}"));
    let stand_ins = ["--listen", listen.as_str(), "--portal", reached.as_str()];
    let _stand_ins = Program(program("fakepay", &stand_ins, addresses, port)?);
    let mut portal = Program(program("portal", &["serve"], addresses, port)?);
    let _worker = Program(program("worker", &[], addresses, port)?);
    wait_until_ready(port, &mut portal.0, on_signal)?;
    let platform = Platform::connect(&addresses.database, 1, key()?)?;
    for name in &names {
        writeln!(out, "\n{name}: http://{name}.localhost:{port}/")?;
        let sides = platform.hosted(name)?.map(|hosted| hosted.sides(Utc::now())).unwrap_or_default();
        for side in sides {
            // The first office has the secretariat's screens.
            let role = if side.kind == "office" { "secretariat" } else { "party" };
            let link = link(addresses, port, name, &side.party, role)?;
            writeln!(out, "  sign in as {} ({}): {link}", side.party, side.kind)?;
        }
        let treasurer = link(addresses, port, name, "treasurer", "treasurer")?;
        writeln!(out, "  sign in as treasurer: {treasurer}")?;
    }
    writeln!(out, "\nwhat stands in for payment providers: {}/", addresses.stand_in)?;
    let console = link(addresses, port, "console", "operator", "operator")?;
    writeln!(out, "\nthe platform itself\n  sign in as operator: {console}")?;
    writeln!(
        out,
        "\nA link works once, for an hour. More: stop with Ctrl-C and start again; what was recorded stays."
    )?;
    out.flush()?;
    loop {
        if on_signal.recv_timeout(Duration::from_millis(300)).is_ok() {
            return Ok(());
        }
        if let Some(status) = portal.0.try_wait()? {
            bail!("the portal ended: {status}");
        }
    }
}

/// A one-time link to act for somebody in a role.
fn link(addresses: &Addresses, port: u16, network: &str, party: &str, role: &str) -> Result<String> {
    let mut command = Command::new(sibling("portal")?);
    command.args(["link", network, "--as", party, "--role", role, "--port", &port.to_string()]);
    let made = command.envs(environment(addresses, port)).output()?;
    if !made.status.success() {
        bail!("no link could be made: {}", String::from_utf8_lossy(&made.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&made.stdout).trim().to_owned())
}

/// A program of the platform, stopped when this is dropped.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn tenants(up: &Up) -> Result<Vec<PathBuf>> {
    if !up.tenants.is_empty() {
        return Ok(up.tenants.clone());
    }
    let folder = Path::new("deploy/tenants");
    let entries = fs::read_dir(folder).context("deploy/tenants is not here; name a charter folder with --tenant")?;
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    found.sort();
    Ok(found)
}

fn free_port(wanted: u16) -> Result<u16> {
    let mut ports = wanted..=wanted.saturating_add(50);
    ports
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| anyhow!("no free port near {wanted}"))
}

fn environment(addresses: &Addresses, port: u16) -> [(&'static str, String); 8] {
    [
        ("DATABASE_URL", addresses.database.clone()),
        ("REDIS_URL", addresses.redis.clone()),
        ("QUORATE_MASTER_KEY", addresses.key.clone()),
        ("QUORATE_DOCUMENTS", addresses.documents.clone()),
        ("QUORATE_PUBLIC_URL", format!("http://{{network}}.localhost:{port}")),
        ("QUORATE_LISTEN", format!("127.0.0.1:{port}")),
        ("QUORATE_STAND_IN", addresses.stand_in.clone()),
        // Nobody waits long in front of a demonstration.
        ("QUORATE_PATIENCE", String::from("20")),
    ]
}

fn program(name: &str, arguments: &[&str], addresses: &Addresses, port: u16) -> Result<Child> {
    let program = sibling(name)?;
    let mut command = Command::new(&program);
    command.args(arguments).envs(environment(addresses, port));
    command.spawn().with_context(|| format!("starting {}", program.display()))
}

/// A program that was built beside this one.
fn sibling(name: &str) -> Result<PathBuf> {
    let folder = std::env::current_exe()?.parent().map(Path::to_owned).unwrap_or_default();
    Ok(folder.join(name))
}

fn wait_until_ready(port: u16, portal: &mut Child, on_signal: &mpsc::Receiver<()>) -> Result<()> {
    for _ in 0..200 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        if let Some(status) = portal.try_wait()? {
            bail!("the portal ended: {status}");
        }
        if on_signal.recv_timeout(Duration::from_millis(50)).is_ok() {
            bail!("stopped before it was ready");
        }
    }
    bail!("the portal does not answer on port {port}")
}
