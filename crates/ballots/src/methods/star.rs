//! STAR: score, then automatic run-off. The two with the largest sums meet, and whom more papers score higher wins. Bloc STAR
//! fills several seats by doing so again without those already elected.
//!
//! Ties after the Equal Vote Coalition's protocol: for the run-off, who wins most comparisons among the equals, then who has
//! the most of the largest score; in the run-off, the larger sum, then the most of the largest score; then the rule of the
//! charter.

use std::cmp::Ordering;

use super::score::scored;
use super::shown;
use crate::caps::Caps;
use crate::ties::{Chooser, Extreme, Undecided};
use crate::{Candidate, CannotCount, Each, Election, Event, How, Purpose, Record, Rules, Tie, TieStep};

/// STAR for one seat.
pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    bloc(election, rules)
}

/// Bloc STAR.
pub(crate) fn bloc(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let mut record = Record::new("", election);
    let sums = Sums::add_up(election, rules, &mut record)?;
    record.add_whole(vec![Event::Added], shown(election, &sums.scores), 0);
    let chooser = Chooser::new(election, &rules.ties, None);
    let mut left: Vec<Candidate> = election.standing().collect();
    while record.valid > 0 && record.elected.len() < election.seats {
        left.retain(|candidate| !record.elected.contains(candidate) && caps.admit(*candidate, &record.elected));
        if left.is_empty() {
            break;
        }
        if !record.elected.is_empty() {
            let totals = election.everybody().map(|one| left.contains(&one).then(|| *sums.scores.of(one)));
            record.add_whole(vec![Event::Added], totals.collect::<Vec<_>>(), 0);
        }
        match sums.elect(&left, &chooser, &mut record) {
            Ok((winner, how)) => record.elect((vec![winner], None), how),
            Err(undecided) => {
                record.stop(undecided);
                break;
            }
        }
    }
    Ok(record)
}

struct Sums {
    scores: Each<u64>,
    /// How many gave each candidate the largest score.
    top: Each<u64>,
    /// How many score one higher than the other.
    higher: Each<Each<u64>>,
    voters: u64,
}

impl Sums {
    fn add_up(election: &Election, rules: &Rules, record: &mut Record) -> Result<Self, CannotCount> {
        let papers = scored(election, rules)?;
        let count = election.candidates.len();
        let largest = rules.largest.unwrap_or_else(|| papers.largest());
        let mut sums = Sums {
            scores: Each::new(count, 0),
            top: Each::new(count, 0),
            higher: Each::new(count, Each::new(count, 0)),
            voters: 0,
        };
        for (weight, scores) in papers.iter() {
            sums.voters = sums.voters.checked_add(weight).ok_or(CannotCount::TooMany)?;
            let given: Vec<(Candidate, u16)> =
                election.everybody().zip(scores).map(|(candidate, score)| (candidate, score.unwrap_or(0))).collect();
            for (one, score) in &given {
                let sum = sums.scores.of_mut(*one);
                *sum = sum.saturating_add(u64::from(*score).saturating_mul(weight));
                if *score == largest {
                    *sums.top.of_mut(*one) += weight;
                }
                let row = sums.higher.of_mut(*one);
                for (other, _) in given.iter().filter(|(_, less)| less < score) {
                    *row.of_mut(*other) += weight;
                }
            }
        }
        record.valid = sums.voters;
        Ok(sums)
    }

    fn elect(&self, left: &[Candidate], chooser: &Chooser, record: &mut Record) -> Result<(Candidate, How), Undecided> {
        let first = self.finalist(left, chooser, &mut record.ties)?;
        let rest: Vec<Candidate> = left.iter().copied().filter(|candidate| *candidate != first).collect();
        if rest.is_empty() {
            return Ok((first, How::Remaining));
        }
        let second = self.finalist(&rest, chooser, &mut record.ties)?;
        record.happened(Event::RunOff { between: vec![first, second] });
        let (for_first, for_second) = (self.prefer(first, second), self.prefer(second, first));
        let neither = self.voters - for_first - for_second;
        record.happened(Event::Preferred { votes: vec![(first, for_first), (second, for_second)], neither });
        let winner = match for_first.cmp(&for_second) {
            Ordering::Greater => first,
            Ordering::Less => second,
            Ordering::Equal => self.break_run_off(first, second, chooser, &mut record.ties)?,
        };
        Ok((winner, How::RunOff))
    }

    fn prefer(&self, one: Candidate, to: Candidate) -> u64 {
        *self.higher.of(one).of(to)
    }

    /// Whoever has the largest sum.
    fn finalist(&self, left: &[Candidate], chooser: &Chooser, ties: &mut Vec<Tie>) -> Result<Candidate, Undecided> {
        let level = with_most(left, |candidate| *self.scores.of(candidate));
        let wins = |candidate: Candidate| {
            level.iter().filter(|other| self.prefer(candidate, **other) > self.prefer(**other, candidate)).count()
        };
        let by_wins = with_most(&level, wins);
        let by_top = with_most(&by_wins, |candidate| *self.top.of(candidate));
        let steps = [(&by_wins, TieStep::HeadToHead), (&by_top, TieStep::MostTopScores)];
        settle(&level, &steps, Purpose::RunOff, chooser, ties)
    }

    fn break_run_off(
        &self,
        first: Candidate,
        second: Candidate,
        chooser: &Chooser,
        ties: &mut Vec<Tie>,
    ) -> Result<Candidate, Undecided> {
        let level = [first, second];
        let by_score = with_most(&level, |candidate| *self.scores.of(candidate));
        let by_top = with_most(&by_score, |candidate| *self.top.of(candidate));
        let steps = [(&by_score, TieStep::Score), (&by_top, TieStep::MostTopScores)];
        settle(&level, &steps, Purpose::Elect, chooser, ties)
    }
}

fn with_most<V: Ord>(of: &[Candidate], what: impl Fn(Candidate) -> V) -> Vec<Candidate> {
    let most = of.iter().map(|candidate| what(*candidate)).max();
    of.iter().copied().filter(|candidate| Some(what(*candidate)) == most).collect()
}

/// The first step that leaves one decides; if none does, the rule of the charter.
fn settle(
    level: &[Candidate],
    steps: &[(&Vec<Candidate>, TieStep)],
    purpose: Purpose,
    chooser: &Chooser,
    ties: &mut Vec<Tie>,
) -> Result<Candidate, Undecided> {
    if let [one] = level {
        return Ok(*one);
    }
    for (left, by) in steps {
        if let [chosen] = left.as_slice() {
            ties.push(Tie { among: level.to_vec(), purpose, chosen: *chosen, by: *by });
            return Ok(*chosen);
        }
    }
    let last = steps.last().map_or_else(|| level.to_vec(), |(left, _)| (*left).clone());
    chooser.choose(last, purpose, Extreme::Most, ties)
}
