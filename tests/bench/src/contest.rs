//! Contestants that take turns; the median of their rounds; ratios to the first.

use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 31;

/// One contestant: its name and a round of so many operations.
type Entry<'c> = (String, usize, Box<dyn FnMut() + 'c>);

/// A contest.
pub struct Contest<'c> {
    first: String,
    entries: Vec<Entry<'c>>,
}

/// Prints a heading.
pub fn heading(text: &str) {
    println!("\n## {text}\n");
}

impl<'c> Contest<'c> {
    /// A contest whose ratios are to the contestant of this name.
    pub fn new(first: &str) -> Self {
        Contest { first: first.to_owned(), entries: Vec::new() }
    }

    /// The name of the one that all are compared with.
    pub fn first(&self) -> String {
        self.first.clone()
    }

    /// Adds a contestant: one round does `operations` operations.
    pub fn enter(&mut self, name: &str, operations: usize, round: impl FnMut() + 'c) {
        self.entries.push((name.to_owned(), operations, Box::new(round)));
    }

    /// Runs the rounds in turn and prints time per operation and ratio.
    pub fn report(mut self) {
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); self.entries.len()];
        for round in 0..=ROUNDS {
            for (place, (_, _, run)) in self.entries.iter_mut().enumerate() {
                let start = Instant::now();
                run();
                let took = start.elapsed();
                if round > 0 {
                    times[place].push(took);
                }
            }
        }
        let per_operation: Vec<f64> = times
            .iter_mut()
            .zip(&self.entries)
            .map(|(times, (_, operations, _))| {
                times.sort_unstable();
                times[times.len() / 2].as_secs_f64() / *operations as f64
            })
            .collect();
        let base = self.entries.iter().position(|(name, _, _)| *name == self.first).map_or(per_operation[0], |at| per_operation[at]);
        println!("| contestant | time each | ratio to the first |\n|---|---|---|");
        for ((name, _, _), time) in self.entries.iter().zip(&per_operation) {
            println!("| {name} | {} | {:.2} |", shown(*time), time / base);
        }
        let faster: Vec<&str> =
            self.entries.iter().zip(&per_operation).filter(|(_, time)| **time < base).map(|((name, _, _), _)| name.as_str()).collect();
        println!("\nfaster than the first here: {}", if faster.is_empty() { String::from("none") } else { faster.join("; ") });
    }
}

/// A time in a readable unit.
pub fn shown(seconds: f64) -> String {
    if seconds < 1e-3 { format!("{:.2} µs", seconds * 1e6) } else { format!("{:.2} ms", seconds * 1e3) }
}

/// The median time of some runs.
pub fn median(mut run: impl FnMut(), rounds: usize) -> f64 {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Keeps a result from being optimised away.
pub fn keep<T>(value: T) {
    black_box(value);
}
