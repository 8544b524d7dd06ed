//! For each pair, how many papers prefer the one to the other.

use crate::election::Mark;
use crate::options::{Strength, Unranked};
use crate::{Candidate, CannotCount, Each, Election, Papers, Record, Rules};

/// The table of comparisons.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    table: Each<Each<u64>>,
    strength: Strength,
}

/// A rank for each candidate of one paper; smaller is better.
const UNRANKED: u32 = u32::MAX;

impl Pairs {
    /// Compares on every paper; the record gets the table and the number of papers.
    pub fn count(election: &Election, rules: &Rules, record: &mut Record) -> Result<Self, CannotCount> {
        let people = election.candidates.len();
        let mut pairs = Pairs { table: Each::new(people, Each::new(people, 0)), strength: rules.strength };
        let standing: Vec<Candidate> = election.standing().collect();
        let mut ranks = Each::new(people, UNRANKED);
        let mut paper = |weight: u64, ranks: &Each<u32>| -> Result<(), CannotCount> {
            if standing.iter().all(|candidate| *ranks.of(*candidate) == UNRANKED) {
                record.invalid = record.invalid.checked_add(weight).ok_or(CannotCount::TooMany)?;
                return Ok(());
            }
            record.valid = record.valid.checked_add(weight).ok_or(CannotCount::TooMany)?;
            pairs.add(weight, ranks, &standing, rules.unranked);
            Ok(())
        };
        match &election.papers {
            Papers::Ranked(papers) => {
                for (weight, marks) in papers.iter() {
                    rank(marks, &mut ranks);
                    paper(weight, &ranks)?;
                }
            }
            Papers::Scored(papers) => {
                for (weight, scores) in papers.iter() {
                    ranks.clear();
                    for (candidate, score) in election.everybody().zip(scores) {
                        *ranks.of_mut(candidate) = score.map_or(UNRANKED, |score| u32::from(u16::MAX - score));
                    }
                    paper(weight, &ranks)?;
                }
            }
            Papers::Approved(papers) => {
                for (weight, marks) in papers.iter() {
                    ranks.clear();
                    marks.iter().for_each(|candidate| *ranks.of_mut(*candidate) = 0);
                    paper(weight, &ranks)?;
                }
            }
        }
        record.pairs = pairs.table.values().iter().map(|row| row.values().to_vec()).collect();
        Ok(pairs)
    }

    fn add(&mut self, weight: u64, ranks: &Each<u32>, standing: &[Candidate], unranked: Unranked) {
        for one in standing {
            let own = *ranks.of(*one);
            if own == UNRANKED {
                continue;
            }
            let row = self.table.of_mut(*one);
            for other in standing {
                let theirs = *ranks.of(*other);
                if own < theirs && (theirs != UNRANKED || unranked == Unranked::Below) {
                    *row.of_mut(*other) += weight;
                }
            }
        }
    }

    /// How many prefer one to another.
    pub fn prefer(&self, one: Candidate, to: Candidate) -> u64 {
        *self.table.of(one).of(to)
    }

    /// Whether more prefer one to another than the other way round.
    pub fn beats(&self, one: Candidate, other: Candidate) -> bool {
        self.prefer(one, other) > self.prefer(other, one)
    }

    /// How strong a victory is; nothing where there is none.
    pub fn victory(&self, one: Candidate, over: Candidate) -> Power {
        let (votes, against) = (self.prefer(one, over), self.prefer(over, one));
        match self.strength {
            _ if votes <= against => Power::default(),
            Strength::WinningVotes => Power { votes, fewer_against: u64::MAX - against },
            Strength::Margins => Power { votes: votes - against, fewer_against: u64::MAX },
        }
    }
}

/// How strong a victory is: of equally many votes those with fewer against are stronger (Schulze 2011, 2.2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Power {
    /// The votes, or the difference.
    pub votes: u64,
    fewer_against: u64,
}

/// Ranks of one paper; whoever is named twice has the better rank.
fn rank(marks: &[Mark], ranks: &mut Each<u32>) {
    ranks.clear();
    let mut place = 0;
    for mark in marks {
        let candidate = match mark {
            Mark::Next(candidate) => {
                place += 1;
                candidate
            }
            Mark::Level(candidate) => candidate,
            Mark::Skipped => continue,
        };
        let own = ranks.of_mut(*candidate);
        *own = (*own).min(place);
    }
}
