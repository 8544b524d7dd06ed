//! What the database itself refuses, whoever asks: entries that do not balance, changes of what was booked, what nobody may,
//! a closed period; and numbers, none of which is missing.

use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::prelude::*;
use fakepay::Faults;

use crate::ground::{Ground, ground, host_in, now, treasurer};

fn lakes() -> Ground {
    let lakes = ground(&[("Heron", 20_000)], Faults::default());
    lakes.invoice("Heron");
    lakes
}

/// A statement as the application's role, for the network, in one transaction.
fn run(lakes: &Ground, network: &str, statements: &[&str]) -> Result<(), String> {
    let mut connection = PgConnection::establish(&lakes.record.url).unwrap();
    let done: Result<(), diesel::result::Error> = connection.transaction(|connection| {
        let tenant =
            format!("SELECT set_config('app.tenant', (SELECT id::text FROM tenants WHERE slug = '{network}'), true)");
        diesel::sql_query(tenant).execute(connection)?;
        for statement in statements {
            diesel::sql_query(*statement).execute(connection)?;
        }
        Ok(())
    });
    done.map_err(|error| error.to_string())
}

fn entry(key: &str, kind: &str, more: &str) -> String {
    let (columns, values) = more.split_once('|').unwrap_or(("", ""));
    format!(
        "INSERT INTO entries (tenant_id, id, key, kind, on_day, recorded_at, says, actor{columns}) \
         SELECT current_setting('app.tenant')::uuid, gen_random_uuid(), '{key}', '{kind}', '2026-11-25', now(), '', 'x'{values}"
    )
}

fn postings(key: &str, lines: &[(&str, i64)]) -> String {
    let values: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(line, (account, minor))| format!("({line}, '{account}', {minor}::bigint)"))
        .collect();
    format!(
        "INSERT INTO postings (tenant_id, entry_id, line, account, currency, minor, invoice_id, payer) \
         SELECT e.tenant_id, e.id, v.line + (SELECT count(*) FROM postings p WHERE p.entry_id = e.id), v.account, 'USD', v.minor, \
         CASE WHEN v.account = 'receivable' THEN (SELECT id FROM invoices LIMIT 1) END, 'Heron' \
         FROM entries e, (VALUES {}) AS v (line, account, minor) WHERE e.key = '{key}'",
        values.join(", ")
    )
}

/// I1: what does not balance, in each currency and within one statement, is not booked; what is booked stays.
#[test]
fn what_does_not_balance_is_not_booked_and_what_is_booked_stays() {
    let lakes = lakes();
    let unbalanced =
        run(&lakes, "lakes", &[&entry("a", "online", ""), &postings("a", &[("suspense", 5), ("donations", -4)])]);
    assert!(unbalanced.unwrap_err().contains("do not balance"));
    let in_two = run(
        &lakes,
        "lakes",
        &[
            &entry("b", "online", ""),
            &postings("b", &[("suspense", 5), ("donations", -5)]),
            &postings("b", &[("suspense", 5), ("donations", -5)]),
        ],
    );
    assert!(in_two.unwrap_err().contains("written by one statement"));
    let twice = run(
        &lakes,
        "lakes",
        &[&entry("c", "online", ""), &postings("c", &[("clearing:x", 1600), ("receivable", -1600)])],
    );
    assert!(twice.unwrap_err().contains("paid twice"), "an invoice of 15 is not paid 16");
    run(&lakes, "lakes", &[&entry("d", "online", ""), &postings("d", &[("clearing:x", 1500), ("receivable", -1500)])])
        .unwrap();
    for change in ["UPDATE postings SET minor = 1", "DELETE FROM postings", "UPDATE entries SET on_day = '2020-01-01'"]
    {
        let refused = run(&lakes, "lakes", &[change]).unwrap_err();
        assert!(refused.contains("permission denied") || refused.contains("append-only"), "{refused}");
        // The owner of the tables may not either.
        let mut owner = PgConnection::establish(&lakes.record.superuser_url).unwrap();
        let refused = diesel::sql_query(change).execute(&mut owner).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{refused}");
    }
}

/// I14: what people book by hand needs a treasurer who signs in; what is given up needs an authority and a reason.
#[test]
fn nobody_books_by_hand_without_the_authority() {
    let lakes = lakes();
    host_in(&lakes.record, "real", &[("Heron", 20_000)], "Asia/Bangkok", false);
    let balanced = |key: &str| postings(key, &[("suspense", 5), ("donations", -5)]);
    for kind in ["cash", "bank", "match", "waiver", "write-off", "deposit"] {
        for more in ["", ", actor_role|, 'secretariat'", ", actor_role|, 'party'"] {
            let refused = run(&lakes, "lakes", &[&entry("x", kind, more), &balanced("x")]).unwrap_err();
            assert!(refused.contains("needs a treasurer"), "{kind} {more}: {refused}");
        }
        // In a network that is not made up, a treasurer is somebody who signs in by their own address.
        for more in
            [", actor_role|, 'treasurer'", ", actor_role, actor_mark|, 'treasurer', decode(repeat('ab', 32), 'hex')"]
        {
            let refused = run(&lakes, "real", &[&entry("x", kind, more), &balanced("x")]).unwrap_err();
            assert!(refused.contains("signs in with that role"), "{kind} {more}: {refused}");
        }
    }
    for kind in ["waiver", "write-off"] {
        for more in [", actor_role|, 'treasurer'", ", actor_role, authority, reason|, 'treasurer', ' ', 'flood'"] {
            let refused = run(&lakes, "lakes", &[&entry("x", kind, more), &balanced("x")]).unwrap_err();
            assert!(refused.contains("an authority and a reason"), "{kind}: {refused}");
        }
        let whole = ", actor_role, authority, reason|, 'treasurer', 'board', 'flood'";
        run(&lakes, "lakes", &[&entry(kind, kind, whole), &balanced(kind)]).unwrap();
    }
    let own = ", actor_role, actor_mark|, 'treasurer', (SELECT address_hash FROM people WHERE role = 'treasurer')";
    run(&lakes, "real", &[&entry("own", "cash", own), &balanced("own")]).unwrap();
}

/// A closed period stays as it was: the database refuses, and what comes later is booked on the first open day.
#[test]
fn nothing_is_booked_into_a_closed_period() {
    let lakes = lakes();
    let yesterday = lakes.lakes().today(now()).previous();
    lakes.platform.close_books(&lakes.lakes(), yesterday, &treasurer(), now()).unwrap();
    let again = lakes.platform.close_books(&lakes.lakes(), yesterday, &treasurer(), now());
    assert!(matches!(again, Err(app::Error::Money(app::NotDone::Day))));
    let late = entry("late", "online", "").replace("'2026-11-25'", &format!("'{yesterday}'"));
    assert!(run(&lakes, "lakes", &[&late]).unwrap_err().contains("closed"));
    let cash = app::Cash {
        attempt: String::from("late"),
        payer: String::from("Heron"),
        invoices: Vec::new(),
        given: "USD 15".parse().unwrap(),
        rate: None,
        place: String::from("meeting"),
        counted_by: String::from("auditor"),
        on: yesterday,
        is_gift: false,
    };
    lakes.platform.take_cash(&lakes.lakes(), &cash, treasurer(), now()).unwrap();
    let booked = lakes.platform.journal(&lakes.lakes()).unwrap();
    let cash = booked.iter().find(|booked| booked.key == "cash:late").unwrap();
    assert_eq!(cash.on, yesterday.next().to_civil());
}

/// I10: many write at once and some give up: no number is missing, none is there twice.
#[test]
fn no_number_is_missing_and_none_is_there_twice() {
    let lakes = lakes();
    let tenant = lakes.record.store.tenant("lakes").unwrap().unwrap();
    let kept = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for writer in 0..8_usize {
            let (lakes, tenant, kept) = (&lakes, &tenant, &kept);
            scope.spawn(move || {
                for round in 0..25_usize {
                    let gives_up = (writer * 7 + round * 3) % 4 == 0;
                    let taken: Result<(), store::Error> = lakes.record.store.within(tenant, |unit| {
                        let number = unit.take_numbers("R-2030", 1)?.pop().unwrap();
                        let paper = store::Paper {
                            id: uuid::Uuid::now_v7(),
                            kind: store::PaperKind::Receipt,
                            number,
                            payer: String::from("Heron"),
                            invoice: None,
                            payment: None,
                            snapshot: String::new(),
                            issued_at: now(),
                        };
                        unit.write_paper(&paper)?;
                        if gives_up { Err(store::Error::Held) } else { Ok(()) }
                    });
                    kept.fetch_add(usize::from(taken.is_ok()), Ordering::Relaxed);
                }
            });
        }
    });
    let papers = lakes.record.store.within(&tenant, |unit| unit.papers(None, 1_000)).unwrap();
    let mut numbers: Vec<usize> =
        papers.iter().filter_map(|paper| paper.number.strip_prefix("R-2030-")?.parse().ok()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=kept.load(Ordering::Relaxed)).collect::<Vec<_>>());
    assert!(numbers.len() > 100);
}
