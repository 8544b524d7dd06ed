//! Schulze: one is ahead of another when the strongest path to them is stronger than the one back. A path is as strong as its
//! weakest victory. After M. Schulze, Social Choice and Welfare 36 (2011).

use super::elect_from;
use super::pairs::{Pairs, Power};
use crate::caps::Caps;
use crate::ties::Chooser;
use crate::{Candidate, CannotCount, Each, Election, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let mut record = Record::new("", election);
    let pairs = Pairs::count(election, rules, &mut record)?;
    let standing: Vec<Candidate> = election.standing().collect();
    let paths = strongest_paths(&pairs, &standing, election.candidates.len());
    record.paths = paths
        .values()
        .iter()
        .map(|row| row.values().iter().map(|strength| i64::try_from(strength.votes).unwrap_or(i64::MAX)).collect())
        .collect();
    record.add_whole(Vec::new(), election.everybody().map(|_| None), 0);
    let mut left = standing;
    let mut ranking = Vec::new();
    while !left.is_empty() {
        let is_behind = |one: Candidate| left.iter().any(|other| paths.of(*other).of(one) > paths.of(one).of(*other));
        let (behind, ahead): (Vec<_>, Vec<_>) = left.iter().copied().partition(|one| is_behind(*one));
        if ahead.is_empty() {
            break;
        }
        ranking.push(ahead);
        left = behind;
    }
    let chooser = Chooser::new(election, &rules.ties, None);
    elect_from(&mut record, ranking, &chooser, &caps);
    Ok(record)
}

/// The strongest path between each two, by the algorithm of Floyd and Warshall.
fn strongest_paths(pairs: &Pairs, standing: &[Candidate], people: usize) -> Each<Each<Power>> {
    let mut paths = Each::new(people, Each::new(people, Power::default()));
    for one in standing {
        for other in standing.iter().filter(|other| *other != one) {
            *paths.of_mut(*one).of_mut(*other) = pairs.victory(*one, *other);
        }
    }
    for through in standing {
        let onward = paths.of(*through).clone();
        for from in standing.iter().filter(|from| *from != through) {
            let row = paths.of_mut(*from);
            let until = *row.of(*through);
            if until == Power::default() {
                continue;
            }
            for to in standing.iter().filter(|to| *to != through && *to != from) {
                let by_way = until.min(*onward.of(*to));
                let direct = row.of_mut(*to);
                *direct = (*direct).max(by_way);
            }
        }
    }
    paths
}
