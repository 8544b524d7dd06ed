//! The server and the databases of the tests.

use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use charter::act::Act;
use chrono::{DateTime, Utc};
use embedded::{Account, Durability, Postgres};
use store::{CharterFile, Error, MasterKey, Store, Tenant};
use testdb::{Database, Server, Template};

/// Where the servers of the tests are: `tests/run` says it and stops them; else they go on running for the next run.
fn folder(account: &Account) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::env::var_os("QUORATE_TEST_SERVERS").map_or_else(|| embedded::folder(project, account), PathBuf::from)
}

/// A private cluster that the tests of this machine share.
fn cluster() -> &'static (Postgres, Server) {
    static CLUSTER: OnceLock<(Postgres, Server)> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        let account = Account::fitting().unwrap();
        let postgres = Postgres::start(&folder(&account), &account, Durability::None).unwrap();
        let server = Server::at(&postgres.url("postgres", "postgres")).unwrap();
        (postgres, server)
    })
}

fn template() -> &'static Template {
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let (postgres, server) = cluster();
        let name = format!("template_{:x}", mark_of_migrations());
        server
            .template(&name, "quorate_owner", |name| {
                store::migrate(&postgres.url("quorate_owner", name)).unwrap();
            })
            .unwrap()
    })
}

/// Another one with every change to a migration, so that an old template is not used again.
fn mark_of_migrations() -> u64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("migrations");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("up.sql")).collect();
    files.sort();
    let mut hasher = std::hash::DefaultHasher::new();
    files.iter().for_each(|file| std::fs::read(file).unwrap().hash(&mut hasher));
    hasher.finish()
}

/// A migrated database, as the application and as its owner see it.
pub struct Record {
    pub store: Store,
    pub owner: Store,
    pub url: String,
    pub owner_url: String,
    pub superuser_url: String,
    /// Where it is a database of this test alone, it goes with it.
    _database: Option<Database>,
}

pub fn record() -> Record {
    let database = template().fresh().unwrap();
    let url = |role: &str| cluster().0.url(role, database.name());
    let keys = MasterKey::read(&"07".repeat(32)).unwrap();
    Record {
        store: Store::connect(&url("quorate_app"), 4, keys.clone()).unwrap(),
        owner: Store::connect_as_owner(&url("quorate_owner"), 2, keys).unwrap(),
        url: url("quorate_app"),
        owner_url: url("quorate_owner"),
        superuser_url: url("postgres"),
        _database: Some(database),
    }
}

impl Record {
    /// A migrated database that somebody else looks after.
    pub fn at(url: &str, owner_url: &str) -> Record {
        let keys = MasterKey::read(&"07".repeat(32)).unwrap();
        Record {
            store: Store::connect(url, 4, keys.clone()).unwrap(),
            owner: Store::connect_as_owner(owner_url, 2, keys).unwrap(),
            url: url.to_owned(),
            owner_url: owner_url.to_owned(),
            superuser_url: String::new(),
            _database: None,
        }
    }

    /// The text of every act, as it lies in the table.
    pub fn bodies(&self) -> Vec<String> {
        use diesel::prelude::*;
        #[derive(QueryableByName)]
        struct Body {
            #[diesel(sql_type = diesel::sql_types::Text)]
            body: String,
        }
        let mut connection = diesel::PgConnection::establish(&self.superuser_url).unwrap();
        let rows: Vec<Body> = diesel::sql_query("SELECT body FROM acts").load(&mut connection).unwrap();
        rows.into_iter().map(|row| row.body).collect()
    }
}

/// A day in the middle of nowhere.
pub fn now() -> DateTime<Utc> {
    "2026-06-01T10:00:00Z".parse().unwrap()
}

/// A network of this name, with one file and so many acts.
pub fn network(record: &Record, slug: &str, acts: usize) -> Tenant {
    let files = [CharterFile { path: String::from("2026-01-01.md"), source: format!("# {slug}") }];
    record
        .owner
        .create_tenant(slug, true, now(), |unit| -> Result<(), Error> {
            unit.store_charter(&files, now())?;
            unit.append((1..=acts).map(|number| act(slug, number).into()).collect(), now())?;
            Ok(())
        })
        .unwrap();
    record.store.tenant(slug).unwrap().unwrap()
}

/// An act of somebody.
pub fn act(slug: &str, number: usize) -> Act {
    let mut act = Act::new(format!("{slug}-{number}"), "enrol", "2026-05-01".parse().unwrap());
    act.about = Some(format!("Member-{number}"));
    act
}

/// The address of a private Redis beside the cluster: a database of it that is this process's own, and empty.
pub fn redis_url() -> String {
    let account = Account::fitting().unwrap();
    let url = embedded::Redis::start(&folder(&account), &account).unwrap().url();
    let url = format!("{url}?db={}", std::process::id() % 16);
    let mut connection = redis::Client::open(url.as_str()).unwrap().get_connection().unwrap();
    redis::cmd("FLUSHDB").exec(&mut connection).unwrap();
    url
}

/// A folder for the documents of one test's database; it goes with the servers of the tests.
pub fn documents_folder(database_url: &str) -> String {
    let name = database_url.rsplit('/').next().unwrap_or_default();
    folder(&Account::fitting().unwrap()).join("documents").join(name).display().to_string()
}
