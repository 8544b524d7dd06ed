//! How fast the platform is, beside a floor in the same run: a member's page beside a bare handler with one indexed query;
//! memory at rest; opening a network; a thousand networks; a network of a hundred thousand members.
//!
//!     cargo bench --package e2e --bench load            # all
//!     cargo bench --package e2e --bench load -- page    # some of: page, memory, opening, networks, members, messages,
//!                                                       # invoicing, booking, sums, papers

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot go on stops, and it prints what it found"
)]

mod client;
mod floor;
mod machine;
mod money;

use std::collections::BTreeMap;
use std::time::Instant;

use app::{Folder, MasterKey, Platform};
use charter::Question;
use kernel::Date;

use crate::machine::{Machine, Running};

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == name);
    let machine = Machine::start();
    type Measure = fn(&Machine);
    let measured: [(&str, Measure); 10] = [
        ("page", page),
        ("memory", memory),
        ("opening", opening),
        ("networks", networks),
        ("members", members),
        ("messages", money::messages),
        ("invoicing", money::invoicing),
        ("booking", money::booking),
        ("sums", money::sums),
        ("papers", money::papers),
    ];
    for (_, measure) in measured.iter().filter(|(name, _)| wants(name)) {
        measure(&machine);
    }
}

/// A member's own page and the bare handler, in turns, by the same client.
fn page(machine: &Machine) {
    machine.host("mmn", folder("mmn"));
    let portal = Running::portal(machine);
    let floor = floor::start(&machine.url());
    let cookie = portal.sign_in(machine, "mmn", "Harbour-Light");
    let headers = format!("Host: mmn.localhost\r\nCookie: {cookie}\r\n");
    let mut rates = [Vec::new(), Vec::new()];
    for _ in 0..5 {
        rates[0].push(client::rate(portal.address, "/mine", &headers));
        rates[1].push(client::rate(floor, "/Harbour-Light", "Host: mmn.localhost\r\n"));
    }
    let [page, bare] = rates.map(median);
    println!(
        "a member's page: {page:.0} requests/s; a bare handler with one indexed query: {bare:.0}; {:.0} %",
        100.0 * page / bare
    );
}

fn memory(machine: &Machine) {
    machine.host("mmn-memory", folder("mmn"));
    let portal = Running::portal(machine);
    let fresh = portal.memory();
    client::rate(portal.address, "/charter/5.1.7", "Host: mmn-memory.localhost\r\n");
    println!("memory at rest: the portal {fresh} MiB when it has started, {} MiB with a network open", portal.memory());
}

/// From the record to the first answer.
fn opening(machine: &Machine) {
    machine.host("mmn-cold", folder("mmn"));
    let times: Vec<f64> = (0..9).map(|_| open(machine, "mmn-cold")).collect();
    println!("opening a network of {} acts: {:.1} ms", acts_of("mmn"), median(times));
}

/// Opens a network that nothing is known of, and asks one question; in milliseconds.
fn open(machine: &Machine, slug: &str) -> f64 {
    let platform = Platform::connect(&machine.url(), 2, key()).unwrap();
    let begun = Instant::now();
    let hosted = platform.hosted(slug).unwrap().unwrap();
    let on: Date = "2026-06-01".parse().unwrap();
    hosted.judge(&Question::Status { who: String::from("Harbour-Light") }, on);
    begun.elapsed().as_secs_f64() * 1_000.0
}

fn networks(machine: &Machine) {
    const COUNT: usize = 1_000;
    let begun = Instant::now();
    for number in 0..COUNT {
        machine.host(&format!("n{number}"), federation(20));
    }
    let hosting = begun.elapsed().as_secs_f64();
    let platform = Platform::connect(&machine.url(), 2, key()).unwrap();
    let before = machine::memory_of(std::process::id());
    let begun = Instant::now();
    for number in 0..COUNT {
        platform.hosted(&format!("n{number}")).unwrap().unwrap();
    }
    let opening = begun.elapsed().as_secs_f64();
    let after = machine::memory_of(std::process::id());
    let begun = Instant::now();
    for number in 0..COUNT {
        platform.hosted(&format!("n{number}")).unwrap().unwrap();
    }
    let again = begun.elapsed().as_secs_f64();
    println!(
        "{COUNT} networks of 20 members: hosted at {:.1} ms each, opened at {:.2} ms each, looked at again at {:.2} ms each; {} MiB more",
        hosting * 1_000.0 / COUNT as f64,
        opening * 1_000.0 / COUNT as f64,
        again * 1_000.0 / COUNT as f64,
        after.saturating_sub(before),
    );
}

fn members(machine: &Machine) {
    const COUNT: usize = 100_000;
    let begun = Instant::now();
    machine.host("large", federation(COUNT));
    let hosting = begun.elapsed().as_secs_f64();
    let platform = Platform::connect(&machine.url(), 2, key()).unwrap();
    let before = machine::memory_of(std::process::id());
    let begun = Instant::now();
    let hosted = platform.hosted("large").unwrap().unwrap();
    let opening = begun.elapsed().as_secs_f64();
    let after = machine::memory_of(std::process::id());
    let on: Date = "2026-06-01".parse().unwrap();
    let begun = Instant::now();
    let asked = 10_000;
    for number in 0..asked {
        hosted.judge(&Question::Status { who: format!("Member-{number}") }, on);
    }
    let answer = begun.elapsed().as_secs_f64() * 1_000_000.0 / f64::from(asked);
    let portal = Running::portal(machine);
    let cookie = portal.sign_in(machine, "large", "Member-500");
    let headers = format!("Host: large.localhost\r\nCookie: {cookie}\r\n");
    client::one(portal.address, "/mine", &headers);
    let rate = client::rate(portal.address, "/mine", &headers);
    println!(
        "{COUNT} members: hosted in {hosting:.1} s, opened in {opening:.1} s, {} MiB; where one stands: {answer:.0} us; their pages: {rate:.0} requests/s",
        after.saturating_sub(before),
    );
}

/// The folder of a network of the project.
fn folder(name: &str) -> Folder {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("deploy/tenants").join(name);
    let mut files = BTreeMap::new();
    for below in ["charter", "locales"] {
        for entry in std::fs::read_dir(root.join(below)).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.file_name().unwrap().to_string_lossy().into_owned();
            files.insert(format!("{below}/{name}"), std::fs::read_to_string(entry).unwrap());
        }
    }
    let acts = std::fs::read_to_string(root.join("demo/acts.jsonl")).unwrap();
    Folder { files, acts, people: String::new(), demonstration: true }
}

fn acts_of(name: &str) -> usize {
    folder(name).acts.lines().count()
}

/// An invented federation of so many members, each entered on a day and confirmed once.
fn federation(members: usize) -> Folder {
    const RULES: &str = "# Federation\n\n**1** A member is whoever the office enters; it confirms by 30 November.\n\n```rules\ncharter \"Federation, Rules\"\n  in force from 2020-01-01\n  time zone \"Asia/Bangkok\"\n  month end clamp\n  deadlines exclude the first day\nlist regions: north, south\nclass member of organisations\n  fact region: regions\n  begins with enter\noffice bureau\nact enter by bureau about an organisation\n  with region\nact confirm by member\n  field year: calendar-year\nduty confirm for member per calendar-year\n  done by confirm for that year\n  due by 30 November\nsilent \"what follows\"\nright vote at assembly for member\nmeeting assembly of member\n```\n";
    let mut acts = String::new();
    for number in 0..members {
        let (name, region) = (format!("Member-{number}"), ["north", "south"][number % 2]);
        acts.push_str(&format!(
            "{{\"id\":\"e{number}\",\"act\":\"enter\",\"by\":\"bureau\",\"about\":\"{name}\",\"on\":\"2025-02-01\",\"fields\":{{\"region\":\"{region}\"}}}}\n\
             {{\"id\":\"c{number}\",\"act\":\"confirm\",\"by\":\"{name}\",\"on\":\"2025-10-01\",\"fields\":{{\"year\":\"2025\"}}}}\n"
        ));
    }
    let files = BTreeMap::from([(String::from("charter/2020-01-01.md"), RULES.to_owned())]);
    Folder { files, acts, people: String::new(), demonstration: false }
}

fn key() -> MasterKey {
    MasterKey::read(&"07".repeat(32)).unwrap()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
