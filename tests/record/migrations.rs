//! Up, down and up again.

use crate::servers::{network, record};

#[test]
fn up_down_and_up_again_on_data() {
    let record = record();
    network(&record, "lakes", 2);
    assert!(store::migrate(&record.owner_url).unwrap().is_empty(), "it is up to date");
    store::revert(&record.owner_url).unwrap();
    assert!(record.store.tenants().is_err(), "nothing is left");
    assert!(!store::migrate(&record.owner_url).unwrap().is_empty());
    assert_eq!(record.store.tenants().unwrap(), []);
    network(&record, "lakes", 2);
}
