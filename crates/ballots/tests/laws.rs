//! What holds of every count, whatever the papers are.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use ballots::{Method, Outcome, Papers, Quantity, Record};
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use support::{count, ranked, rules, scored, winners};

type Paper = (u64, Vec<Vec<usize>>);

/// Candidates, seats and papers with shared, skipped and doubled ranks.
fn elections() -> impl Strategy<Value = (usize, usize, Vec<Paper>)> {
    (1..7_usize, 1..4_usize).prop_flat_map(|(candidates, seats)| {
        let rank = prop::collection::vec(0..candidates, 0..3);
        let paper = (1..9_u64, prop::collection::vec(rank, 0..6));
        (Just(candidates), Just(seats), prop::collection::vec(paper, 0..12))
    })
}

/// Complete strict papers.
fn strict_elections() -> impl Strategy<Value = (usize, usize, Vec<Paper>)> {
    (2..6_usize, 1..4_usize).prop_flat_map(|(candidates, seats)| {
        let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
        let paper = (1..9_u64, order.prop_map(|order| order.into_iter().map(|one| vec![one]).collect()));
        (Just(candidates), Just(seats), prop::collection::vec(paper, 1..10))
    })
}

/// Methods that count ranks, each with the seats it can fill.
fn methods(seats: usize) -> impl Iterator<Item = (&'static str, usize)> {
    let ranked = Method::all().iter().filter(|method| !["score", "star", "bloc-star"].contains(&method.name()));
    ranked.map(move |method| (method.name(), if method.elects_several() { seats } else { 1 }))
}

fn variants(name: &str) -> Vec<Option<&'static str>> {
    let known = support::method(name).variants();
    if known.is_empty() { vec![None] } else { known.iter().copied().map(Some).collect() }
}

fn all_counts(candidates: usize, seats: usize, papers: &[Paper], ties: &str) -> Vec<Record> {
    let mut records = Vec::new();
    for (name, seats) in methods(seats) {
        for variant in variants(name) {
            let mut options = vec![("ties", ties)];
            options.extend(variant.map(|variant| ("variant", variant)));
            records.push(count(name, &ranked(candidates, seats, papers), &options));
        }
    }
    records
}

fn sum(quantities: impl Iterator<Item = Quantity>) -> BigRational {
    quantities.fold(BigRational::zero(), |sum, one| sum + one.exact())
}

proptest! {
    #[test]
    fn votes_are_conserved_to_the_last_digit((candidates, seats, papers) in elections()) {
        let transferring = ["irv", "scottish-stv", "wigm-stv", "meek-stv", "ers97-stv", "sntv", "plurality"];
        for record in all_counts(candidates, seats, &papers, "order") {
            for round in record.rounds.iter().filter(|_| transferring.contains(&record.method)) {
                let held = sum(round.totals.iter().flatten().cloned());
                let gone = round.exhausted.exact() + round.lost.exact();
                prop_assert_eq!(held + gone, Quantity::whole(record.valid).exact(), "{}", record.method);
            }
        }
    }

    #[test]
    fn every_seat_is_filled_while_somebody_stands((candidates, seats, papers) in elections()) {
        for record in all_counts(candidates, seats, &papers, "order") {
            let mut elected = record.elected.clone();
            elected.sort_unstable();
            elected.dedup();
            prop_assert_eq!(elected.len(), record.elected.len(), "{} elects twice", record.method);
            if record.valid > 0 {
                prop_assert_eq!(elected.len(), record.seats.min(candidates), "{}", record.method);
            }
            let is_full = record.elected.len() == record.seats;
            prop_assert_eq!(record.outcome == Outcome::Complete, is_full, "{}", record.method);
        }
    }

    #[test]
    fn the_order_of_the_papers_changes_nothing((candidates, seats, papers) in elections(), turned in any::<prop::sample::Index>()) {
        let mut others = papers.clone();
        if !others.is_empty() {
            others.rotate_left(turned.index(papers.len()));
            others.reverse();
        }
        for (one, other) in all_counts(candidates, seats, &papers, "order").iter().zip(all_counts(candidates, seats, &others, "order")) {
            prop_assert_eq!(one.published(), other.published());
        }
    }

    #[test]
    fn a_paper_of_weight_counts_as_so_many_papers((candidates, seats, papers) in elections()) {
        let single: Vec<Paper> = papers.iter().flat_map(|(weight, ranks)| (0..*weight).map(move |_| (1, ranks.clone()))).collect();
        for (one, other) in all_counts(candidates, seats, &papers, "order").iter().zip(all_counts(candidates, seats, &single, "order")) {
            prop_assert_eq!(one.published(), other.published());
        }
    }

    #[test]
    fn another_order_of_the_candidates_elects_the_same((candidates, seats, papers) in strict_elections()) {
        let mirrored: Vec<Paper> = papers
            .iter()
            .map(|(weight, ranks)| (*weight, ranks.iter().map(|rank| rank.iter().map(|one| candidates - 1 - one).collect()).collect()))
            .collect();
        for (one, other) in all_counts(candidates, seats, &papers, "undecided").iter().zip(all_counts(candidates, seats, &mirrored, "undecided")) {
            prop_assert_eq!(one.outcome.clone() == Outcome::Complete, other.outcome.clone() == Outcome::Complete);
            let mut own: Vec<usize> = one.elected.iter().map(|one| one.index()).collect();
            let mut theirs: Vec<usize> = other.elected.iter().map(|one| candidates - 1 - one.index()).collect();
            own.sort_unstable();
            theirs.sort_unstable();
            prop_assert_eq!(own, theirs, "{} {:?}", one.method, one.variant);
        }
    }

    #[test]
    fn whom_more_than_half_put_first_wins((candidates, _, papers) in strict_elections()) {
        let all: u64 = papers.iter().map(|(weight, _)| weight).sum();
        let first = |one: usize| papers.iter().filter(|(_, ranks)| ranks[0] == [one]).map(|(weight, _)| weight).sum::<u64>();
        if let Some(favourite) = (0..candidates).find(|one| first(*one) * 2 > all) {
            for record in all_counts(candidates, 1, &papers, "undecided").iter().filter(|record| record.method != "approval") {
                prop_assert_eq!(record.elected.first().map(|one| one.index()), Some(favourite), "{}", record.method);
            }
        }
    }

    #[test]
    fn methods_by_pairs_elect_whoever_beats_everybody((candidates, _, papers) in strict_elections()) {
        let names = ["schulze", "ranked-pairs", "minimax", "schwartz"];
        let records: Vec<Record> = names.iter().map(|name| count(name, &ranked(candidates, 1, &papers), &[("ties", "undecided")])).collect();
        let beats = |one: usize, other: usize| one == other || records[0].pairs[one][other] > records[0].pairs[other][one];
        if let Some(best) = (0..candidates).find(|one| (0..candidates).all(|other| beats(*one, other))) {
            for record in &records {
                prop_assert_eq!(record.elected.first().map(|one| one.index()), Some(best), "{}", record.method);
            }
        }
    }

    #[test]
    fn raising_the_winner_does_not_unseat_them((candidates, _, papers) in strict_elections(), which in any::<prop::sample::Index>()) {
        for name in ["plurality", "schulze", "ranked-pairs", "minimax"] {
            let before = count(name, &ranked(candidates, 1, &papers), &[("ties", "undecided")]);
            let Some(winner) = before.elected.first().map(|one| one.index()) else { continue };
            let mut raised = papers.clone();
            let at = which.index(raised.len());
            raised[at].1.retain(|rank| *rank != [winner]);
            raised[at].1.insert(0, vec![winner]);
            let after = count(name, &ranked(candidates, 1, &raised), &[("ties", "undecided")]);
            prop_assert_eq!(after.elected.first().map(|one| one.index()), Some(winner), "{}", name);
        }
    }

    #[test]
    fn a_higher_score_does_not_unseat_the_winner(papers in prop::collection::vec(prop::collection::vec(0..6_u16, 4), 1..9), which in any::<prop::sample::Index>()) {
        let make = |papers: &[Vec<u16>]| scored(4, 1, &papers.iter().map(|scores| (1, scores.iter().copied().map(Some).collect())).collect::<Vec<_>>());
        let before = count("score", &make(&papers), &[("largest", "5")]);
        if let Some(winner) = before.elected.first().map(|one| one.index()) {
            let mut raised = papers.clone();
            raised[which.index(papers.len())][winner] = 5;
            let after = count("score", &make(&raised), &[("largest", "5")]);
            prop_assert_eq!(winners(&after), winners(&before));
        }
    }

    #[test]
    fn an_option_that_is_not_known_is_refused((candidates, seats, papers) in elections(), option in 0..18_usize) {
        let all = ["variant", "ties", "digits", "quota", "batch", "overvotes", "skipped", "duplicates", "unranked", "strength",
            "largest", "blanks", "until", "run-off", "reopen-nominations", "default-option", "quorum", "majority"];
        let values = ["prf", "order", "5", "hare", "zero", "skip", "ignore", "first", "below", "margins", "5", "zero", "two",
            "same-papers", "A", "A", "1", "2:1"];
        for method in Method::all() {
            let election = ranked(candidates, if method.elects_several() { seats } else { 1 }, &papers);
            let counted = method.count(&election, &rules(&[(all[option], values[option])]));
            let is_known = method.options().iter().any(|own| own.word() == all[option]);
            let is_refused = matches!(counted, Err(ballots::CannotCount::OptionUnknown { .. }));
            prop_assert_eq!(is_refused, !is_known, "{} {}", method.name(), all[option]);
        }
    }
}

#[test]
fn papers_of_ranks_are_not_scores() {
    let election = ranked(2, 1, &[(1, vec![vec![0]])]);
    assert!(matches!(election.papers, Papers::Ranked(_)));
    let refused = support::method("score").count(&election, &rules(&[])).unwrap_err();
    assert_eq!(refused.to_string(), "this method needs scores, and these papers have none");
}
