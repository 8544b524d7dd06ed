//! A fresh PostgreSQL database per test, cloned from a template that was migrated once.
//!
//! A server and a superuser's address are all it needs; it knows nothing of what the databases hold.

use std::sync::atomic::{AtomicU32, Ordering};

use postgres::{Client, Config, NoTls};

/// What can go wrong: the server said no.
pub type Error = postgres::Error;

/// A server on which databases are made.
#[derive(Clone)]
pub struct Server {
    config: Config,
}

/// A migrated database that others are cloned from.
#[derive(Clone)]
pub struct Template {
    server: Server,
    name: String,
    owner: String,
}

/// A database of one test. It is dropped with this value.
pub struct Database {
    server: Server,
    name: String,
}

static MADE: AtomicU32 = AtomicU32::new(0);

impl Server {
    /// A server by a superuser's address.
    pub fn at(superuser: &str) -> Result<Server, Error> {
        Ok(Server { config: superuser.parse()? })
    }

    fn client(&self, database: &str) -> Result<Client, Error> {
        self.config.clone().dbname(database).connect(NoTls)
    }

    /// A template of a name, owned by a role that may make roles. It is prepared once; processes that come at the same
    /// time wait for each other. `prepare` gets the database's name.
    pub fn template(&self, name: &str, owner: &str, prepare: impl FnOnce(&str)) -> Result<Template, Error> {
        let mut client = self.client("postgres")?;
        let template = Template { server: self.clone(), name: name.to_owned(), owner: owner.to_owned() };
        client.execute("SELECT pg_advisory_lock(7305180)", &[])?;
        client.batch_execute(&format!(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{owner}') THEN \
             CREATE ROLE {owner} LOGIN CREATEROLE; END IF; END $$"
        ))?;
        let ready = client.query_opt("SELECT datistemplate FROM pg_database WHERE datname = $1", &[&name])?;
        if !ready.is_some_and(|row| row.get(0)) {
            client.batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))?;
            client.batch_execute(&format!("CREATE DATABASE {name} OWNER {owner}"))?;
            prepare(name);
            client.batch_execute(&format!("ALTER DATABASE {name} IS_TEMPLATE true"))?;
        }
        client.execute("SELECT pg_advisory_unlock(7305180)", &[])?;
        Ok(template)
    }
}

impl Template {
    /// A clone of it.
    pub fn fresh(&self) -> Result<Database, Error> {
        let name = format!("test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let mut client = self.server.client("postgres")?;
        client.batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))?;
        client.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {} OWNER {}", self.name, self.owner))?;
        Ok(Database { server: self.server.clone(), name })
    }
}

impl Database {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Ok(mut client) = self.server.client("postgres") {
            // A database that cannot be dropped is dropped by the next one of its name.
            let _ = client.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}
