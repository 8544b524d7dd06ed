//! The Schwartz method with a default option: options that too few prefer to the default are dropped, then, until no
//! victories are left among those whom nobody outside defeats, the weakest of these are passed over.
//!
//! After section A.5 of the constitution of the Debian project (version 1.9): a quorum counts those who prefer an option to
//! the default; a majority of N:1 asks for more than N times as many for as against; several that are left are a tie.

use super::pairs::Pairs;
use crate::ties::{Chooser, Extreme};
use crate::{Candidate, CannotCount, Election, Event, How, Outcome, Purpose, Record, Rules};
use kernel::Ratio;

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let default = match &rules.default_option {
        Some(name) => Some(election.named(name).ok_or_else(|| CannotCount::NoSuchCandidate(name.clone()))?),
        None => None,
    };
    let mut record = Record::new("", election);
    let pairs = Pairs::count(election, rules, &mut record)?;
    record.add_whole(Vec::new(), election.everybody().map(|_| None), 0);
    if record.valid == 0 {
        return Ok(record);
    }
    let mut options: Vec<Candidate> = election.standing().collect();
    if let Some(default) = default {
        options.retain(|option| *option == default || stays(*option, default, &pairs, rules, &mut record));
    }
    let winners = whom_nobody_defeats(options, &pairs, &mut record);
    let chooser = Chooser::new(election, &rules.ties, None);
    match chooser.choose(winners, Purpose::Elect, Extreme::Most, &mut record.ties) {
        Ok(winner) if Some(winner) == default => record.outcome = Outcome::DefaultWins,
        Ok(winner) => record.elect((vec![winner], None), How::Unbeaten),
        Err(undecided) => record.stop(undecided),
    }
    Ok(record)
}

/// Whether enough prefer an option to the default.
fn stays(option: Candidate, default: Candidate, pairs: &Pairs, rules: &Rules, record: &mut Record) -> bool {
    let (preferred, against) = (pairs.prefer(option, default), pairs.prefer(default, option));
    let reaches_quorum = preferred >= rules.quorum;
    let has_majority = exceeds(preferred, rules.majority, against);
    if !reaches_quorum || !has_majority {
        record.happened(Event::Dropped { candidate: option, preferred, against, for_quorum: !reaches_quorum });
    }
    reaches_quorum && has_majority
}

fn exceeds(preferred: u64, majority: Ratio, against: u64) -> bool {
    i128::from(preferred).saturating_mul(majority.denominator())
        > i128::from(against).saturating_mul(majority.numerator())
}

/// The Schwartz set, with the weakest victories within it passed over until none are left.
fn whom_nobody_defeats(options: Vec<Candidate>, pairs: &Pairs, record: &mut Record) -> Vec<Candidate> {
    let mut set = options;
    let mut passed_over: Vec<(Candidate, Candidate)> = Vec::new();
    loop {
        let defeats =
            |one: Candidate, other: Candidate| pairs.beats(one, other) && !passed_over.contains(&(one, other));
        set = schwartz_set(&set, defeats);
        record.happened(Event::Schwartz { candidates: set.clone() });
        let mut within: Vec<(Candidate, Candidate)> = Vec::new();
        for one in &set {
            within.extend(set.iter().filter(|other| defeats(*one, **other)).map(|other| (*one, *other)));
        }
        // Fewer votes are weaker; with equal votes, more against are weaker.
        let strength =
            |(one, other): &(Candidate, Candidate)| (pairs.prefer(*one, *other), u64::MAX - pairs.prefer(*other, *one));
        let Some(weakest) = within.iter().map(strength).min() else { return set };
        for defeat in within.into_iter().filter(|defeat| strength(defeat) == weakest) {
            let (winner, loser) = defeat;
            let (votes, against) = (pairs.prefer(winner, loser), pairs.prefer(loser, winner));
            record.happened(Event::Victory { winner, loser, votes, against, stands: false });
            passed_over.push(defeat);
        }
    }
}

/// Those who defeat, at once or by way of others, everybody who so defeats them.
fn schwartz_set(options: &[Candidate], defeats: impl Fn(Candidate, Candidate) -> bool) -> Vec<Candidate> {
    let reached_from = |from: Candidate| {
        let mut reached: Vec<Candidate> = Vec::new();
        let mut open = vec![from];
        while let Some(one) = open.pop() {
            let new: Vec<_> =
                options.iter().filter(|other| defeats(one, **other) && !reached.contains(other)).collect();
            reached.extend(new.iter().copied());
            open.extend(new);
        }
        reached
    };
    let reach: Vec<(Candidate, Vec<Candidate>)> = options.iter().map(|one| (*one, reached_from(*one))).collect();
    let is_in = |own: &Candidate, defeated: &[Candidate]| {
        reach.iter().all(|(other, theirs)| !theirs.contains(own) || defeated.contains(other))
    };
    reach.iter().filter(|(one, defeated)| is_in(one, defeated)).map(|(one, _)| *one).collect()
}
