//! Large elections: many papers, many candidates. `QUORATE_BALLOTS` says how many papers; `tests/run --long` takes a million.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeMap;

use ballots::{CannotCount, Method, Record};
use support::{ranked, rules, scored};

/// Numbers that look random and are the same each time (SplitMix64, Steele et al. 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    /// Some candidates in an order in which those with low numbers come early.
    fn order(&mut self, candidates: usize) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = (0..candidates).collect();
        let ranked = 1 + self.below(candidates.min(20));
        (0..ranked)
            .map(|_| {
                let place = self.below(left.len()).min(self.below(left.len()));
                vec![left.remove(place)]
            })
            .collect()
    }
}

fn ballots() -> usize {
    std::env::var("QUORATE_BALLOTS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// A count, or the error that exact fractions have become too long, which WIGM alone may answer.
fn counted(method: &Method, candidates: usize, seats: usize, papers: &[(u64, Vec<Vec<usize>>)]) -> Option<Record> {
    let of_scores = ["score", "star", "bloc-star"].contains(&method.name());
    let election = if of_scores {
        let score = |ranks: &[Vec<usize>]| {
            let place = |one| ranks.iter().position(|rank| rank == &[one]);
            (0..candidates).map(|one| place(one).map(|at| u16::try_from(5_usize.saturating_sub(at)).unwrap())).collect()
        };
        scored(candidates, seats, &papers.iter().map(|(weight, ranks)| (*weight, score(ranks))).collect::<Vec<_>>())
    } else {
        ranked(candidates, seats, papers)
    };
    match method.count(&election, &rules(&[("ties", "order")])) {
        Ok(record) => Some(record),
        Err(CannotCount::FractionsTooLong) if method.name() == "wigm-stv" => None,
        Err(error) => panic!("{}: {error}", method.name()),
    }
}

fn all_methods(candidates: usize, seats: usize, papers: usize) {
    let mut numbers = Numbers(7);
    let single: Vec<(u64, Vec<Vec<usize>>)> = (0..papers).map(|_| (1, numbers.order(candidates))).collect();
    let mut together: BTreeMap<Vec<Vec<usize>>, u64> = BTreeMap::new();
    for (weight, ranks) in &single {
        *together.entry(ranks.clone()).or_default() += weight;
    }
    let together: Vec<(u64, Vec<Vec<usize>>)> = together.into_iter().map(|(ranks, weight)| (weight, ranks)).collect();
    for method in Method::all() {
        let seats = if method.elects_several() { seats } else { 1 };
        let Some(record) = counted(method, candidates, seats, &single) else { continue };
        assert_eq!(record.elected.len(), seats, "{}", method.name());
        assert_eq!(record.valid, u64::try_from(papers).unwrap(), "{}", method.name());
        // The same papers, like with like, are the same election.
        let other = counted(method, candidates, seats, &together).unwrap();
        assert_eq!(record.published(), other.published(), "{}", method.name());
    }
}

#[test]
fn many_papers_by_every_method() {
    all_methods(20, 5, ballots());
}

#[test]
fn many_candidates_by_every_method() {
    all_methods(200, 20, ballots() / 100);
}
