//! Everything goes wrong, by seed: at a provider answers fail before or after their effect or never come, messages come twice,
//! out of order or not at all; in the database the power fails at one of the writes. Afterwards somebody starts again, the
//! providers are asked, and the books are what is true there: nothing lost, nothing doubled, everything balanced.
//!
//! A thousand such points here; ten times as many with `QUORATE_FAULTS=10000`.

use std::collections::BTreeMap;

use app::{Brand, Cash, Platform};
use diesel::prelude::*;
use fakepay::{Become, Faults, Purchase};

use crate::ground::{Ground, ground, now, treasurer};

/// How many points at which something fails.
fn points() -> u64 {
    std::env::var("QUORATE_FAULTS").ok().and_then(|points| points.parse().ok()).unwrap_or(1_000)
}

/// So many share a database: what is asked of an account at the end is asked of all of them.
const SHARE: u64 = 50;

/// About so many writes happen to one payment: the power fails at one of them.
const WRITES: u64 = 45;

/// Tables whose writes can fail.
const TABLES: &[&str] = &[
    "assessments",
    "invoices",
    "series",
    "entries",
    "postings",
    "payments",
    "papers",
    "attempts",
    "attempt_invoices",
    "inbox",
    "acts",
    "heads",
    "mail",
    "followed_accounts",
    "money_findings",
];

/// Lets the power fail: a write is counted, and the one that was chosen fails.
fn prepare(lakes: &Ground) -> PgConnection {
    let mut owner = PgConnection::establish(&lakes.record.superuser_url).unwrap();
    let mut statements = vec![
        String::from("CREATE SEQUENCE writes"),
        String::from("CREATE TABLE failing (at bigint)"),
        String::from("INSERT INTO failing VALUES (-1)"),
        String::from("GRANT USAGE ON SEQUENCE writes TO quorate_app"),
        String::from("GRANT SELECT ON failing TO quorate_app"),
        String::from(
            "CREATE FUNCTION power_fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF nextval('writes') = (SELECT at FROM failing) THEN RAISE EXCEPTION 'the power failed'; END IF; RETURN NULL; END $$",
        ),
    ];
    statements.extend(TABLES.iter().map(|table| {
        format!(
            "CREATE TRIGGER power AFTER INSERT OR UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION power_fails()"
        )
    }));
    for statement in statements {
        diesel::sql_query(statement).execute(&mut owner).unwrap();
    }
    owner
}

fn fail_at(owner: &mut PgConnection, at: i64) {
    diesel::sql_query("SELECT setval('writes', 1, false)").execute(owner).unwrap();
    diesel::sql_query(format!("UPDATE failing SET at = {at}")).execute(owner).unwrap();
}

/// The next number of a seed (splitmix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *seed;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Whether the next number is one of so many.
fn one_in(many: u64, seed: &mut u64) -> bool {
    next(seed).is_multiple_of(many)
}

/// One member lives through a payment, while things fail. Whatever fails is left as it is.
fn live(lakes: &Ground, platform: &Platform, member: &str, seed: &mut u64) {
    let period = lakes.period();
    let _ = platform.invoice(&lakes.lakes(), member, ("membership-fee", &period), now());
    let Some(link) = link_of(platform, lakes, member) else { return };
    let brand = if one_in(2, seed) { Brand::Stripe } else { Brand::Paypal };
    // The payer tries again if the provider did not answer.
    let session = (0..3).find_map(|_| lakes.begin(brand, &[&link]).ok());
    let Some(session) = session else { return };
    if one_in(8, seed) {
        let other = if brand == Brand::Stripe { Brand::Paypal } else { Brand::Stripe };
        if let Ok(second) = lakes.begin(other, &[&link]) {
            lakes.fake.become_(&second, &Become::Paid);
        }
    }
    lakes.fake.become_(&session, &Become::Paid);
    if one_in(3, seed) {
        let purchase = lakes.fake.purchases().into_iter().find(|one| one.id == session);
        if let Some(attempt) = purchase.and_then(|purchase| purchase.attempt.parse().ok()) {
            let _ = platform.look_at(&lakes.lakes(), attempt, now());
        }
    }
    if one_in(4, seed) {
        lakes.fake.become_(&session, &Become::Refunded(500));
    }
    if one_in(6, seed) && lakes.fake.become_(&session, &Become::Disputed) {
        lakes.fake.become_(&session, &Become::Decided(one_in(2, seed)));
    }
    if one_in(5, seed) {
        let cash = Cash {
            attempt: format!("till-{member}"),
            payer: member.to_owned(),
            invoices: Vec::new(),
            given: "USD 15".parse().unwrap(),
            rate: None,
            place: String::from("meeting"),
            counted_by: String::from("auditor"),
            on: lakes.lakes().today(now()),
            is_gift: false,
        };
        let _ = platform.take_cash(&lakes.lakes(), &cash, treasurer(), now());
    }
    deliver(lakes, platform, seed);
    let patience = app::Patience { attempts: crate::ground::zero(), accounts: chrono::Duration::days(9) };
    let _ = platform.follow_money("lakes", patience, now());
}

fn link_of(platform: &Platform, lakes: &Ground, member: &str) -> Option<String> {
    let view = platform.payer(&lakes.lakes(), member, now()).ok()?;
    view.fees.into_iter().find_map(|(_, invoice)| invoice).map(|(_, link)| link)
}

/// Messages arrive in any order; some again. Those that were dropped the stand-in never sent.
fn deliver(lakes: &Ground, platform: &Platform, seed: &mut u64) {
    let mut messages = lakes.fake.take_messages();
    while !messages.is_empty() {
        let place = usize::try_from(next(seed)).unwrap_or(0) % messages.len();
        let message = if one_in(5, seed) { messages[place].clone() } else { messages.swap_remove(place) };
        let body = message.body.as_bytes();
        let _ = platform.take_message(&lakes.lakes(), message.brand, &message.headers, body, now());
    }
}

/// What is true at a provider, of each payment: how much came in, was given back, was lost.
pub fn truth(purchases: &[Purchase]) -> BTreeMap<String, (i64, i64, i64)> {
    let paid = purchases.iter().filter_map(|one| Some((one.payment()?.to_owned(), one)));
    paid.map(|(payment, one)| {
        let lost = one.disputes.iter().filter(|dispute| dispute.won == Some(false));
        let lost: i64 = lost.map(|dispute| dispute.part.amount.minor()).sum();
        (payment, (one.amount.minor(), one.refunded(), lost))
    })
    .collect()
}

/// The same, as it was booked.
pub fn booked(platform: &Platform) -> BTreeMap<String, (i64, i64, i64)> {
    let mut booked: BTreeMap<String, (i64, i64, i64)> = BTreeMap::new();
    for entry in platform.journal(&platform.hosted("lakes").unwrap().unwrap()).unwrap() {
        let reference = entry.says.split(" of ").last().unwrap().split(' ').next().unwrap().to_owned();
        let sum = |family: &[&str]| -> i64 {
            let postings = entry.entry.postings().iter().filter(|p| family.contains(&p.account.family()));
            postings.map(|p| p.amount.minor()).sum()
        };
        match entry.entry.kind() {
            ledger::Kind::Online => booked.entry(reference).or_default().0 += sum(&["clearing", "provider-fees"]),
            ledger::Kind::Refund => booked.entry(reference).or_default().1 -= sum(&["clearing"]),
            ledger::Kind::DisputeLost => booked.entry(reference).or_default().2 -= sum(&["disputed"]),
            _ => {}
        }
    }
    booked
}

#[test]
fn whatever_fails_the_books_are_what_is_true() {
    let (mut done, mut failed_in_database) = (0_u64, 0_u64);
    while done < points() {
        let share = SHARE.min(points() - done);
        failed_in_database += some(done, share);
        done += share;
    }
    // Most points lie on a write that did happen: else nothing was tried.
    assert!(failed_in_database * 2 > done, "{failed_in_database} of {done}");
}

/// Lets some members live, each with something failing; then starts again and compares. Answers how often a write failed.
fn some(first: u64, share: u64) -> u64 {
    let names: Vec<String> = (0..share).map(|number| format!("M{number:03}")).collect();
    let members: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 20_000)).collect();
    let lakes = ground(&members, Faults::of_seed(first + 1));
    let mut owner = prepare(&lakes);
    let mut failed = 0;
    for (number, member) in (first..).zip(&names) {
        let mut seed = number.wrapping_mul(0x1234_5677).wrapping_add(99);
        fail_at(&mut owner, i64::try_from(next(&mut seed) % WRITES + 1).unwrap());
        live(&lakes, &lakes.platform, member, &mut seed);
        failed += u64::from(was_reached(&mut owner));
    }
    // Everything works again, and somebody starts again.
    fail_at(&mut owner, -1);
    lakes.fake.set_faults(Faults::default());
    let again = crate::ground::platform(&lakes.record, &lakes.base);
    let patience = app::Patience { attempts: crate::ground::zero(), accounts: crate::ground::zero() };
    let later = now() + chrono::Duration::minutes(10);
    again.follow_money("lakes", patience, later).unwrap();
    again.follow_money("lakes", patience, later).unwrap();
    let (true_, booked) = (truth(&lakes.fake.purchases()), booked(&again));
    assert_eq!(booked, true_, "from seed {first}");
    lakes.balances();
    assert!(again.verify("lakes").unwrap().unwrap().is_ok(), "the chain holds");
    for invoice in again.all_invoices(&lakes.lakes()).unwrap() {
        assert!(invoice.open.minor() >= 0 && invoice.open.minor() <= invoice.amount.minor(), "{invoice:?}");
        let view = again.payer(&lakes.lakes(), &invoice.payer, now()).unwrap();
        let settled = view.fees.iter().find(|(owed, _)| owed.fee.period == invoice.period).unwrap().0.fee.settled;
        assert_eq!(settled, invoice.open.is_zero(), "the register says of {} what the books say", invoice.payer);
    }
    failed
}

fn was_reached(owner: &mut PgConnection) -> bool {
    #[derive(QueryableByName)]
    struct Reached {
        #[diesel(sql_type = diesel::sql_types::Bool)]
        reached: bool,
    }
    let asked = diesel::sql_query("SELECT (SELECT last_value FROM writes) >= (SELECT at FROM failing) AS reached");
    asked.get_result::<Reached>(owner).unwrap().reached
}
