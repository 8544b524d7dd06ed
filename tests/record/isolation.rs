//! One tenant never reaches another.

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use store::{Error, MasterKey, Store};

use crate::servers::{network, record};

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

const TABLES: &[&str] = &[
    "acts",
    "charter_files",
    "heads",
    "subject_keys",
    "parties",
    "clocks",
    "documents",
    "people",
    "mail",
    "notices",
    "timers",
    "standings",
    "tokens",
    "showings",
    "credentials",
    "drafts",
    "ballot_papers",
    "ballot_receipts",
    "payment_settings",
    "secret_keys",
    "assessments",
    "declarations",
    "series",
    "invoices",
    "papers",
    "entries",
    "postings",
    "payments",
    "attempts",
    "attempt_invoices",
    "inbox",
    "followed_accounts",
    "bank_lines",
    "money_findings",
    "closings",
];

#[test]
fn without_a_tenant_the_application_sees_no_row() {
    let record = record();
    network(&record, "lakes", 3);
    for url in [&record.url, &record.owner_url] {
        let mut connection = PgConnection::establish(url).unwrap();
        for table in TABLES {
            let query = format!("SELECT count(*) AS rows FROM {table}");
            let count: Count = diesel::sql_query(query).get_result(&mut connection).unwrap();
            assert_eq!(count.rows, 0, "{url}: {table}");
        }
    }
}

#[test]
fn a_tenant_sees_its_own_rows_and_writes_no_others() {
    let record = record();
    let lakes = network(&record, "lakes", 3);
    let hills = network(&record, "hills", 5);
    assert_eq!(record.store.within(&lakes, |unit| unit.acts_after(0)).unwrap().len(), 3);
    assert_eq!(record.store.within(&hills, |unit| unit.acts_after(0)).unwrap().len(), 5);
    assert_eq!(record.store.within(&hills, |unit| unit.charter()).unwrap()[0].source, "# hills");
    let mut connection = PgConnection::establish(&record.url).unwrap();
    let foreign = connection.transaction(|connection| {
        diesel::sql_query("SELECT set_config('app.tenant', (SELECT id::text FROM tenants WHERE slug = 'lakes'), true)")
            .execute(connection)?;
        let insert = "INSERT INTO subject_keys SELECT id, 'Somebody', '\\x00' FROM tenants WHERE slug = 'hills'";
        diesel::sql_query(insert).execute(connection)
    });
    assert!(foreign.unwrap_err().to_string().contains("row-level security"));
}

#[test]
fn every_table_with_a_tenant_is_held_to_it() {
    let record = record();
    let mut connection = PgConnection::establish(&record.superuser_url).unwrap();
    let open: Count = diesel::sql_query(
        "SELECT count(*) AS rows FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid \
         WHERE attname = 'tenant_id' AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)",
    )
    .get_result(&mut connection)
    .unwrap();
    assert_eq!(open.rows, 0);
}

#[test]
fn a_role_that_could_step_over_is_refused_at_the_start() {
    let record = record();
    let keys = MasterKey::read(&"07".repeat(32)).unwrap();
    for url in [&record.superuser_url, &record.owner_url] {
        let refused = Store::connect(url, 1, keys.clone());
        assert!(matches!(refused, Err(Error::RoleTooStrong(_))), "{url}");
    }
}

#[test]
fn one_name_is_one_network_and_a_failed_one_leaves_nothing() {
    let record = record();
    network(&record, "lakes", 1);
    let again = record.owner.create_tenant("lakes", true, crate::servers::now(), |_| Ok::<_, Error>(()));
    assert!(matches!(again, Err(Error::TenantExists(name)) if name == "lakes"));
    let broken: Result<(), Error> = record
        .owner
        .create_tenant("hills", true, crate::servers::now(), |_| Err(Error::Migration(String::from("it rains"))));
    assert!(broken.is_err());
    assert!(record.store.tenant("hills").unwrap().is_none());
}
