//! The methods, one module each; none knows another. [`crate::Method`] lists them.

pub(crate) mod approval;
pub(crate) mod block_vote;
pub(crate) mod condorcet;
pub(crate) mod instant_run_off;
pub(crate) mod plurality;
pub(crate) mod score;
pub(crate) mod star;
pub(crate) mod stv;
pub(crate) mod two_round;

use crate::strict::Strict;
use crate::{Candidate, CannotCount, Each, Election, Record, Rules};

/// An empty record and the papers read strictly.
fn start(election: &Election, rules: &Rules) -> Result<(Record, Strict), CannotCount> {
    let strict = Strict::read(election, rules)?;
    let mut record = Record::new("", election);
    (record.valid, record.invalid) = (strict.valid, strict.invalid);
    Ok((record, strict))
}

/// Votes of first choice.
fn first_choices(election: &Election, strict: &Strict) -> Each<u64> {
    let mut votes = Each::new(election.candidates.len(), 0);
    for (weight, order) in strict.iter() {
        if let Some(first) = order.first() {
            *votes.of_mut(*first) += weight;
        }
    }
    votes
}

/// Totals for a record: of those who stand.
fn shown(election: &Election, votes: &Each<u64>) -> Vec<Option<u64>> {
    votes.iter().map(|(candidate, votes)| (!election.has_withdrawn(candidate)).then_some(*votes)).collect()
}

/// The votes of those who stand.
fn of_standing<'a, V: Clone>(election: &'a Election, votes: &'a Each<V>) -> impl Iterator<Item = (Candidate, V)> + 'a {
    election.standing().map(|candidate| (candidate, votes.of(candidate).clone()))
}
