//! Sealed fields.

use std::collections::BTreeMap;

use store::{Entry, MasterKey, Opened, Store};

use crate::servers::{act, network, now, record};

fn entry(number: usize, phone: &str) -> Entry {
    let mut entry = Entry::from(act("lakes", number));
    entry.seal = BTreeMap::from([(String::from("phone"), phone.to_owned())]);
    entry
}

#[test]
fn what_is_sealed_is_not_in_the_row_and_opens_again() {
    let record = record();
    let lakes = network(&record, "lakes", 0);
    record.store.within(&lakes, |unit| unit.append(vec![entry(1, "+66 53 000 000")], now())).unwrap();
    let acts = record.store.within(&lakes, |unit| unit.acts_after(0)).unwrap();
    assert!(!serde_json::to_string(&acts[0]).unwrap().contains("+66"));
    let opened = record.store.within(&lakes, |unit| unit.open(&acts[0])).unwrap();
    assert_eq!(opened["phone"], Opened::Text(String::from("+66 53 000 000")));
}

#[test]
fn erased_is_erased_and_the_chain_still_holds() {
    let record = record();
    let lakes = network(&record, "lakes", 0);
    record.store.within(&lakes, |unit| unit.append(vec![entry(1, "one"), entry(2, "two")], now())).unwrap();
    assert!(record.store.within(&lakes, |unit| unit.erase("Member-1")).unwrap());
    assert!(!record.store.within(&lakes, |unit| unit.erase("Member-1")).unwrap());
    let acts = record.store.within(&lakes, |unit| unit.acts_after(0)).unwrap();
    let phone = |place: usize| record.store.within(&lakes, |unit| unit.open(&acts[place])).unwrap()["phone"].clone();
    assert_eq!(phone(0), Opened::Erased);
    assert_eq!(phone(1), Opened::Text(String::from("two")));
    assert_eq!(record.store.within(&lakes, |unit| unit.verify()).unwrap(), Ok(2));
}

#[test]
fn a_sealed_field_belongs_to_its_act_and_to_its_master_key() {
    let record = record();
    let lakes = network(&record, "lakes", 0);
    record.store.within(&lakes, |unit| unit.append(vec![entry(1, "one")], now())).unwrap();
    let mut acts = record.store.within(&lakes, |unit| unit.acts_after(0)).unwrap();
    let other = MasterKey::read(&MasterKey::generate()).unwrap();
    let stranger = Store::connect(&record.url, 1, other).unwrap();
    assert!(stranger.within(&lakes, |unit| unit.open(&acts[0])).is_err());
    acts[0].id = String::from("lakes-2");
    assert!(record.store.within(&lakes, |unit| unit.open(&acts[0])).is_err());
    assert_eq!(format!("{:?}", MasterKey::read(&"07".repeat(32)).unwrap()), "MasterKey");
    assert!(MasterKey::read("07").is_none());
}
