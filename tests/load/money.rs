//! Money beside its floors: messages of providers that are taken beside bare durable inserts; a hundred thousand members
//! invoiced beside the same rows in plain SQL; payments booked; the books summed; papers set.

use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use app::{Folder, Mode, Platform, State};
use chrono::Utc;
use diesel::prelude::*;
use kernel::{Currency, Money};
use payments::{Paid, Signed, Snapshot};

use crate::machine::{Machine, Running};
use crate::{client, federation, key};

/// So many connections send at once.
const CONNECTIONS: usize = 8;
/// For so long.
const SPAN: Duration = Duration::from_secs(6);

/// The federation of these measurements, with a fee by income.
fn with_fee(members: usize) -> Folder {
    let mut folder = federation(members);
    let rules = folder.files.values_mut().next().unwrap();
    *rules = rules.replace(
        "act confirm by member\n  field year: calendar-year\n",
        "act confirm by member\n  field year: calendar-year\n  with income\n",
    );
    *rules =
        rules.replace("  fact region: regions\n", "  fact region: regions\n  fact income: USD per calendar-year\n");
    rules.push_str(
        "\n**2** A fee by income.\n\n```rules\ntable membership-fee of member per calendar-year: USD\n  by income of the last calendar-year\n  \
         below USD 10,000 USD 1\n  USD 10,000 to USD 50,000 USD 15\n  above USD 50,000 USD 50\n  due by 30 November\n  \
         first in the year after joining\n```\n",
    );
    let mut number = 0;
    let with_income = |line: &str| {
        let income = number * 7919 % 90_000 + 100;
        number += usize::from(line.contains("\"confirm\""));
        line.replace(
            "\"year\":\"2025\"",
            &format!("\"year\":\"2025\",\"income-for\":\"2025\",\"income\":\"USD {income}\""),
        )
    };
    folder.acts = folder.acts.lines().map(with_income).collect::<Vec<_>>().join("\n");
    folder.demonstration = true;
    folder
}

/// Messages that are taken, beside bare durable inserts by as many connections.
pub fn messages(machine: &Machine) {
    machine.host("hooked", with_fee(20));
    machine.owner("CREATE TABLE bare_inbox (id text PRIMARY KEY, body text NOT NULL, at timestamptz NOT NULL)");
    machine.owner("GRANT INSERT ON bare_inbox TO quorate_app");
    let portal = Running::portal(machine);
    client::one(portal.address, "/", "Host: hooked.localhost\r\n");
    let mut rates = [Vec::new(), Vec::new()];
    let mut slowest = Vec::new();
    let number = AtomicUsize::new(0);
    for _ in 0..3 {
        let (rate, times) = at_once(|| sender(portal.address, &number));
        rates[0].push(rate);
        slowest.push(percentile(times, 99));
        rates[1].push(at_once(|| inserter(machine, &number)).0);
    }
    let [taken, bare] = rates.map(crate::median);
    println!(
        "messages of a provider: {taken:.0} a second taken (p99 {:.1} ms); bare durable inserts: {bare:.0}; {:.0} %",
        crate::median(slowest),
        100.0 * taken / bare
    );
}

/// Some do something as often as they can; answers how often a second, and how long each took, in milliseconds.
fn at_once<W: FnMut()>(work: impl Fn() -> W + Sync) -> (f64, Vec<f64>) {
    let begun = Instant::now();
    let times: Vec<f64> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| {
                    let (mut once, until, mut times) = (work(), Instant::now() + SPAN, Vec::new());
                    while Instant::now() < until {
                        let begun = Instant::now();
                        once();
                        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
                    }
                    times
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    (times.len() as f64 / begun.elapsed().as_secs_f64(), times)
}

fn percentile(mut times: Vec<f64>, percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() * percent / 100]
}

/// A body as large as Stripe's are.
fn body(number: usize) -> String {
    let padding = "x".repeat(2_400);
    format!(
        "{{\"id\":\"evt_{number}\",\"type\":\"checkout.session.completed\",\"livemode\":false,\"data\":{{\"object\":{{\"id\":\"cs_{number}\",\"note\":\"{padding}\"}}}}}}"
    )
}

fn sender(address: SocketAddr, number: &AtomicUsize) -> impl FnMut() {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    let mut reader = std::io::BufReader::new(stream.try_clone().unwrap());
    move || {
        let body = body(number.fetch_add(1, Ordering::Relaxed));
        let secrets = [String::from("whsec_stand-in-hooked")];
        let signature = Signed::header(&secrets, body.as_bytes(), Utc::now().timestamp());
        let head = format!(
            "POST /hooks/stripe HTTP/1.1\r\nHost: hooked.localhost\r\nStripe-Signature: {signature}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all([head.as_bytes(), body.as_bytes()].concat().as_slice()).unwrap();
        client::answer(&mut reader);
    }
}

fn inserter<'n>(machine: &Machine, number: &'n AtomicUsize) -> impl FnMut() + use<'n> {
    let mut connection = PgConnection::establish(&machine.url()).unwrap();
    move || {
        let id = number.fetch_add(1, Ordering::Relaxed);
        diesel::sql_query("INSERT INTO bare_inbox VALUES ($1, $2, now())")
            .bind::<diesel::sql_types::Text, _>(format!("evt_{id}"))
            .bind::<diesel::sql_types::Text, _>(body(id))
            .execute(&mut connection)
            .unwrap();
    }
}

/// A hundred thousand members are invoiced, beside the same rows in plain SQL into the same tables without their checks.
pub fn invoicing(machine: &Machine) {
    const COUNT: usize = 100_000;
    machine.host("invoiced", with_fee(COUNT));
    let platform = Platform::connect(&machine.url(), 2, key()).unwrap();
    let hosted = platform.hosted("invoiced").unwrap().unwrap();
    let now = Utc::now();
    let begun = Instant::now();
    let issued = platform.invoice_all(&hosted, ("membership-fee", "2026"), now).unwrap();
    let took = begun.elapsed().as_secs_f64();
    assert_eq!(issued.issued, COUNT);
    let begun = Instant::now();
    let again = platform.invoice_all(&hosted, ("membership-fee", "2026"), now).unwrap();
    let repeated = begun.elapsed().as_secs_f64();
    assert_eq!((again.issued, again.unchanged), (0, COUNT));
    let begun = Instant::now();
    for table in ["assessments", "invoices", "entries", "postings"] {
        machine.owner(&format!("CREATE TABLE plain_{table} (LIKE {table} INCLUDING ALL)"));
    }
    machine.superuser(
        "BEGIN; INSERT INTO plain_assessments SELECT * FROM assessments; INSERT INTO plain_invoices SELECT * FROM invoices; \
         INSERT INTO plain_entries SELECT * FROM entries; INSERT INTO plain_postings SELECT * FROM postings; COMMIT",
    );
    let plain = begun.elapsed().as_secs_f64();
    println!(
        "{COUNT} members assessed and invoiced in {took:.1} s, again in {repeated:.1} s without a new row; the same rows in plain SQL: {plain:.1} s; {:.1} times",
        took / plain
    );
    let begun = Instant::now();
    let desk = platform.money_desk(&hosted, now).unwrap();
    assert!(desk.sums.values().all(|sum| *sum == 0));
    println!("the treasurer's desk over {} postings: {:.2} s", 2 * COUNT, begun.elapsed().as_secs_f64());
}

/// Payments that are booked, one after another: what is true at the provider is at hand.
pub fn booking(machine: &Machine) {
    const COUNT: usize = 2_000;
    machine.host("booked", with_fee(COUNT));
    let platform = Platform::connect(&machine.url(), 2, key()).unwrap();
    let hosted = platform.hosted("booked").unwrap().unwrap();
    let usd = Currency::new("USD").unwrap();
    let snapshot = |number: usize| Snapshot {
        session: format!("cs_{number}"),
        attempt: None,
        live: false,
        state: State::Paid,
        paid: Some(Paid {
            reference: format!("pi_{number}"),
            gross: Money::of_minor(1500, usd),
            fee: None,
            at: Utc::now(),
        }),
        refunds: Vec::new(),
        disputes: Vec::new(),
    };
    let begun = Instant::now();
    for number in 0..COUNT {
        assert_eq!(platform.apply(&hosted, "stripe", Mode::StandIn, &snapshot(number), Utc::now()).unwrap().booked, 1);
    }
    let booked = COUNT as f64 / begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    for number in 0..COUNT {
        platform.apply(&hosted, "stripe", Mode::StandIn, &snapshot(number), Utc::now()).unwrap();
    }
    println!("payments booked: {booked:.0} a second; heard again: {:.0}", COUNT as f64 / begun.elapsed().as_secs_f64());
}

/// Two million postings are summed and checked.
pub fn sums(machine: &Machine) {
    const ENTRIES: usize = 1_000_000;
    machine.host("summed", with_fee(20));
    machine.superuser(&format!(
        "ALTER TABLE entries DISABLE TRIGGER USER; ALTER TABLE postings DISABLE TRIGGER USER; \
         INSERT INTO entries (tenant_id, id, key, kind, on_day, recorded_at, says, actor) SELECT t.id, gen_random_uuid(), 'k' || n, \
         'online', '2026-11-25', now(), '', 'quorate' FROM tenants t, generate_series(1, {ENTRIES}) n WHERE t.slug = 'summed'; \
         INSERT INTO postings (tenant_id, entry_id, line, account, currency, minor) SELECT e.tenant_id, e.id, l, \
         CASE l WHEN 0 THEN 'clearing:stripe' ELSE 'suspense' END, 'USD', CASE l WHEN 0 THEN 1500 ELSE -1500 END \
         FROM entries e, generate_series(0, 1) l WHERE e.tenant_id = (SELECT id FROM tenants WHERE slug = 'summed'); \
         ALTER TABLE entries ENABLE TRIGGER USER; ALTER TABLE postings ENABLE TRIGGER USER; ANALYZE entries, postings"
    ));
    let platform = Platform::connect(&machine.url(), 2, key()).unwrap();
    let hosted = platform.hosted("summed").unwrap().unwrap();
    let begun = Instant::now();
    let desk = platform.money_desk(&hosted, Utc::now()).unwrap();
    assert!(desk.sums.values().all(|sum| *sum == 0) && desk.balances.len() == 2);
    println!("the books of {} postings summed: {:.1} s", 2 * ENTRIES, begun.elapsed().as_secs_f64());
}

/// Papers, set one after another by the program that stands beside this.
pub fn papers(_: &Machine) {
    const COUNT: usize = 300;
    let built = std::env::current_exe().unwrap();
    let program = built.parent().unwrap().parent().unwrap().join("typeset");
    let paper = |number: usize| {
        format!(
            "{{\"language\":\"km\",\"from\":[\"Network\"],\"title\":\"បង្កាន់ដៃ\",\"number\":\"R-{number}\",\"facts\":[[\"កាលបរិច្ឆេទ\",\"25\"]],\
             \"headings\":[\"ថ្លៃ\",\"ចំនួន\"],\"rows\":[[\"ថ្លៃសមាជិកភាព 2026\",\"USD 15\"]],\"sums\":[[\"សរុប\",\"USD 15\"]],\"notes\":[],\"foot\":\"R-{number}\"}}\n"
        )
    };
    let begun = Instant::now();
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut papers = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || (0..COUNT).for_each(|n| papers.write_all(paper(n).as_bytes()).unwrap()));
    let out = child.wait_with_output().unwrap();
    writing.join().unwrap();
    assert!(out.stdout.len() > COUNT * 1_000);
    let each = begun.elapsed().as_secs_f64() * 1_000.0 / COUNT as f64;
    println!(
        "papers in Khmer set as PDF by one program: {each:.0} ms each; 100,000 of them: {:.0} min",
        each * 100_000.0 / 60_000.0
    );
}
