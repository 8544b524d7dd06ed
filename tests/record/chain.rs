//! Appending, reading, verifying; what happens when somebody tampers.

use charter::act::On;
use diesel::prelude::*;
use store::{Broken, Error, UnitOfWork};

use crate::servers::{act, network, now, record};

fn verify(unit: &mut UnitOfWork<'_>) -> Result<Result<i64, Broken>, Error> {
    unit.verify()
}

#[test]
fn acts_come_back_as_they_were_recorded() {
    let record = record();
    let lakes = network(&record, "lakes", 3);
    let acts = record.store.within(&lakes, |unit| unit.acts_after(1)).unwrap();
    let names: Vec<_> = acts.iter().map(|act| act.id.as_str()).collect();
    assert_eq!(names, ["lakes-2", "lakes-3"]);
    assert_eq!(acts[0].recorded_at, Some(now()));
    assert_eq!(record.store.within(&lakes, verify).unwrap(), Ok(3));
    let head = record.store.within(&lakes, |unit| unit.head()).unwrap();
    assert_eq!((head.acts, head.charter_revision), (3, 1));
}

#[test]
fn one_identifier_is_recorded_once_and_nothing_is_half_done() {
    let record = record();
    let lakes = network(&record, "lakes", 1);
    let refused =
        record.store.within(&lakes, |unit| unit.append(vec![act("lakes", 2).into(), act("lakes", 1).into()], now()));
    assert!(matches!(refused, Err(Error::ActOnFile(id)) if id == "lakes-1"));
    assert_eq!(record.store.within(&lakes, verify).unwrap(), Ok(1));
}

#[test]
fn many_at_once_come_one_after_another() {
    let record = record();
    let lakes = network(&record, "lakes", 0);
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let (store, lakes) = (record.store.clone(), lakes.clone());
            scope.spawn(move || {
                for number in 1..=10 {
                    let entry = act(&format!("w{worker}"), number).into();
                    store.within(&lakes, |unit| unit.append(vec![entry], now())).unwrap();
                }
            });
        }
    });
    assert_eq!(record.store.within(&lakes, verify).unwrap(), Ok(40));
}

#[test]
fn neither_the_application_nor_the_owner_changes_what_was_recorded() {
    let record = record();
    let lakes = network(&record, "lakes", 2);
    drop(lakes);
    for url in [&record.url, &record.owner_url, &record.superuser_url] {
        let mut connection = PgConnection::establish(url).unwrap();
        for statement in [
            "UPDATE acts SET body = 'x'",
            "DELETE FROM acts",
            "TRUNCATE acts",
            "UPDATE charter_files SET source = 'x'",
            "DELETE FROM charter_files",
        ] {
            let done = connection.transaction(|connection| {
                diesel::sql_query("SELECT set_config('app.tenant', (SELECT id::text FROM tenants), true)")
                    .execute(connection)?;
                diesel::sql_query(statement).execute(connection)
            });
            assert!(done.is_err(), "{url}: {statement}");
        }
    }
}

#[test]
fn tampering_shows() {
    let tampered = |statement: &str| {
        let record = record();
        let lakes = network(&record, "lakes", 4);
        let mut connection = PgConnection::establish(&record.superuser_url).unwrap();
        diesel::sql_query("ALTER TABLE acts DISABLE TRIGGER ALL").execute(&mut connection).unwrap();
        diesel::sql_query(statement).execute(&mut connection).unwrap();
        record.store.within(&lakes, verify).unwrap().unwrap_err()
    };
    assert_eq!(tampered("UPDATE acts SET body = replace(body, 'Member-2', 'Member-9')"), Broken::Changed(2));
    assert_eq!(
        tampered("UPDATE acts SET recorded_at = recorded_at - interval '1 day' WHERE place = 3"),
        Broken::Changed(3)
    );
    assert_eq!(tampered("DELETE FROM acts WHERE place = 2"), Broken::Missing(2));
    assert_eq!(tampered("DELETE FROM acts WHERE place = 4"), Broken::End { found: 3, expected: 4 });
}

#[test]
fn the_projection_is_the_same_when_it_is_made_anew() {
    let record = record();
    let lakes = network(&record, "lakes", 30);
    let mut again = act("lakes", 31);
    again.about = Some(String::from("Member-7"));
    again.on = On::Date("2026-05-09".parse().unwrap());
    record.store.within(&lakes, |unit| unit.append(vec![again.into()], now())).unwrap();
    let before = record.store.within(&lakes, |unit| unit.parties("")).unwrap();
    let seventh = before.iter().find(|party| party.name == "Member-7").unwrap();
    assert_eq!((seventh.acts, seventh.last_on.to_string().as_str()), (2, "2026-05-09"));
    record.store.within(&lakes, |unit| unit.rebuild()).unwrap();
    assert_eq!(record.store.within(&lakes, |unit| unit.parties("")).unwrap(), before);
    let found = record.store.within(&lakes, |unit| unit.parties("member-1")).unwrap();
    assert_eq!(found.len(), 11);
    assert!(record.store.within(&lakes, |unit| unit.parties("%")).unwrap().is_empty());
}
