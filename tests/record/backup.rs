//! Dump, restore, verify: with the scripts that operators use.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use embedded::{Account, Durability, Postgres, Redis};
use store::{MasterKey, Store};

use crate::servers::network;

/// A cluster of this test's own: restoring needs an empty database and a superuser.
struct Cluster {
    postgres: Postgres,
    folder: PathBuf,
    account: Account,
}

impl Cluster {
    fn start() -> Cluster {
        let account = Account::fitting().unwrap();
        let folder = PathBuf::from(format!("/var/tmp/quorate-backup-{}", std::process::id()));
        let postgres = Postgres::start(&folder, &account, Durability::None).unwrap();
        Cluster { postgres, folder, account }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.postgres.stop_if_running();
        let _ = Redis::in_folder(&self.folder, &self.account).stop_if_running();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn script(name: &str) -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("deploy").join(name))
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn what_was_backed_up_is_restored_whole_and_its_chains_hold() {
    let cluster = Cluster::start();
    let url = |role: &str, database: &str| cluster.postgres.url(role, database);
    for database in ["quorate", "restored"] {
        cluster.postgres.database("quorate_owner", database).unwrap();
    }
    store::migrate(&url("quorate_owner", "quorate")).unwrap();
    let keys = || MasterKey::read(&"07".repeat(32)).unwrap();
    let record = crate::servers::Record::at(&url("quorate_app", "quorate"), &url("quorate_owner", "quorate"));
    let lakes = network(&record, "lakes", 5);
    network(&record, "hills", 3);
    let work = std::env::temp_dir().join(format!("quorate-backup-{}", std::process::id()));
    let (backups, documents, back) = (work.join("backups"), work.join("documents"), work.join("back"));
    std::fs::create_dir_all(&documents).unwrap();
    std::fs::write(documents.join("statutes"), "the statutes").unwrap();
    let made = script("backup")
        .arg(&backups)
        .env("BACKUP_DATABASE_URL", url("postgres", "quorate"))
        .env("QUORATE_DOCUMENTS", &documents)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", said(&made));
    let backup = said(&made).trim().to_owned();
    let restore = || {
        script("restore")
            .arg(&backup)
            .env("RESTORE_DATABASE_URL", url("postgres", "restored"))
            .env("QUORATE_DOCUMENTS", &back)
            .output()
            .unwrap()
    };
    let restored = restore();
    assert!(restored.status.success(), "{}", said(&restored));
    let store = Store::connect(&url("quorate_app", "restored"), 2, keys()).expect("a role that owns nothing");
    let tenants = store.tenants().unwrap();
    assert_eq!(tenants.iter().map(|tenant| tenant.slug.as_str()).collect::<Vec<_>>(), ["hills", "lakes"]);
    for (tenant, acts) in tenants.iter().zip([3, 5]) {
        assert_eq!(store.within(tenant, |unit| unit.verify()).unwrap(), Ok(acts), "{}", tenant.slug);
    }
    assert!(
        store
            .within(&lakes, |unit| unit.append(vec![crate::servers::act("lakes", 9).into()], crate::servers::now()))
            .is_ok()
    );
    assert_eq!(std::fs::read_to_string(back.join("statutes")).unwrap(), "the statutes");
    assert!(store::migrate(&url("quorate_owner", "restored")).unwrap().is_empty(), "the owner owns it again");
    let again = restore();
    assert!(!again.status.success() && said(&again).contains("not empty"), "{}", said(&again));
    std::fs::write(Path::new(&backup).join("documents.tar"), "spoiled").unwrap();
    assert!(!restore().status.success(), "a spoiled backup is not restored");
    let _ = std::fs::remove_dir_all(work);
}
