//! Benchmarks: Quorate beside Cedar, regorus and CEL in one run, as ratios.
//!
//! Before anything is timed, all of them agree on generated cases, and ours agrees with the naive oracle. Rounds of the
//! contestants take turns, so that a machine that slows down slows them all; the median round counts.

mod cases;
mod contest;
mod loading;
mod peers;
mod scaling;

use crate::cases::Cases;
use crate::contest::{Contest, heading};

/// Counts what is allocated, so that the memory of an index is what it holds and not what the process kept.
#[global_allocator]
static HEAP: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

fn main() {
    let cases = Cases::generate(10_000);
    println!("# Benchmarks\n");
    peers::agree(&cases);
    println!("agreed before timing: 10,000 cases by Cedar, regorus and CEL; the first 1,000 by the oracle\n");

    heading("D1: the fee band of one member");
    let mut d1 = Contest::new("quorate, from the register, with reasons");
    peers::fee(&cases, &mut d1);
    d1.report();

    heading("D2: may this member vote at the assembly");
    let mut d2 = Contest::new("quorate, from the register, with its whole because-tree");
    peers::vote(&cases, &mut d2);
    d2.report();

    heading("D5: three rights of 10,000 members on one date, with reasons");
    peers::all_rights(&cases);

    heading("D7: load, check and analyse a charter");
    loading::report();

    heading("Cost of one answer as the register grows, and the memory of the index");
    scaling::report();
}
