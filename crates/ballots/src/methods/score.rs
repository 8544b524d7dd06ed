//! Score: each voter gives numbers, the largest sum wins; or the largest average of those who gave one.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::of_standing;
use crate::caps::Caps;
use crate::options::Blanks;
use crate::record::Round;
use crate::ties::Chooser;
use crate::{CannotCount, Each, Election, Event, How, Papers, Quantity, Record, Rules, Scored};

/// The papers of an election with scores, none above the largest.
pub(super) fn scored<'a>(election: &'a Election, rules: &Rules) -> Result<&'a Scored, CannotCount> {
    let Papers::Scored(papers) = &election.papers else { return Err(CannotCount::NeedsScores) };
    let score = papers.largest();
    match rules.largest {
        Some(largest) if score > largest => Err(CannotCount::ScoreTooLarge { score, largest }),
        _ => Ok(papers),
    }
}

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let papers = scored(election, rules)?;
    let mut record = Record::new("", election);
    let mut sums = Each::new(election.candidates.len(), (0u64, 0u64));
    for (weight, scores) in papers.iter() {
        record.valid = record.valid.checked_add(weight).ok_or(CannotCount::TooMany)?;
        for (candidate, score) in election.everybody().zip(scores) {
            if let Some(score) = score {
                let (sum, voters) = sums.of_mut(candidate);
                *sum = sum.saturating_add(u64::from(*score).saturating_mul(weight));
                *voters += weight;
            }
        }
    }
    let mut results = Each::new(election.candidates.len(), Quantity::whole(0));
    for (candidate, (sum, voters)) in sums.iter() {
        *results.of_mut(candidate) = match rules.blanks {
            Blanks::Zero => Quantity::whole(*sum),
            Blanks::Ignored => Quantity::Exact(BigRational::new(BigInt::from(*sum), BigInt::from((*voters).max(1)))),
        };
    }
    record.rounds.push(Round {
        events: vec![Event::Added],
        totals: results.iter().map(|(who, sum)| (!election.has_withdrawn(who)).then(|| sum.clone())).collect(),
        exhausted: Quantity::whole(0),
        lost: Quantity::whole(0),
    });
    if record.valid > 0 {
        let chooser = Chooser::new(election, &rules.ties, None);
        let chosen = chooser.most(of_standing(election, &results), election.seats, &caps, &mut record.ties);
        record.elect(chosen, How::Most);
    }
    Ok(record)
}
