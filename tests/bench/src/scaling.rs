//! One answer over registers of a thousand to a million acts, and over one member with many acts of its own.

use std::fmt::Write as _;

use charter::{Question, Register};
use chrono::{DateTime, Utc};
use interpreter::{Interpreter, Moment};

use crate::cases::{ON, network};
use crate::HEAP;
use crate::contest::{keep, median, shown};

/// A register of so many acts by members with six acts each, and one member, X, with `own` acts.
fn register(total: usize, own: usize) -> String {
    let mut text = String::new();
    let mut id = 0;
    let mut line = |text: &mut String, rest: &str| {
        id += 1;
        writeln!(text, "{{\"id\":\"a{id}\",{rest}}}").unwrap();
    };
    line(&mut text, "\"act\":\"enrol\",\"by\":\"desk\",\"about\":\"X\",\"on\":\"2018-03-01\"");
    for number in 1..own {
        let year = 2019 + number % 7;
        line(&mut text, &format!("\"act\":\"affirm\",\"by\":\"X\",\"on\":\"{year}-10-01\",\"fields\":{{\"year\":{year}}}"));
    }
    for number in 0..total.saturating_sub(own) / 6 {
        line(&mut text, &format!("\"act\":\"enrol\",\"by\":\"desk\",\"about\":\"M{number}\",\"on\":\"2018-03-01\""));
        for year in 2019..2024 {
            line(&mut text, &format!("\"act\":\"affirm\",\"by\":\"M{number}\",\"on\":\"{year}-10-01\",\"fields\":{{\"year\":{year}}}"));
        }
    }
    text
}

/// Prints the two tables.
pub fn report() {
    let network = network();
    let interpreter = Interpreter::new(&network);
    let moment = Moment::on(ON.parse().unwrap());
    let question = Question::parse("may X vote at assembly").unwrap();
    println!("| acts in the register | of the member asked about | one answer | index built in | memory of register and index |\n|---|---|---|---|---|");
    for (total, own) in [(1_000, 8), (10_000, 8), (100_000, 8), (1_000_000, 8), (1_000_000, 100), (1_000_000, 1_000), (1_000_000, 10_000)] {
        let text = register(total, own);
        let before = HEAP.current_usage_as_mb();
        let (register, findings) = Register::read(&text, &network);
        assert!(findings.is_empty());
        let start = std::time::Instant::now();
        let index = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
        let built = start.elapsed().as_secs_f64();
        let memory = HEAP.current_usage_as_mb() - before;
        let answer = median(|| keep(interpreter.judge(&index, &moment, &question)), 101);
        println!("| {total} | {own} | {} | {} | {memory:.1} MiB |", shown(answer), shown(built));
    }
}
