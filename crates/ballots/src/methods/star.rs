//! STAR: score, then automatic run-off. The two with the largest sums meet, and whom more papers score higher wins. Bloc STAR
//! fills several seats by doing so again without those already elected.
//!
//! Ties after the Equal Vote Coalition's protocol: for the run-off, whom the equals are
//! compared to on the most papers in favour, then who has
//! the most of the largest score; in the run-off, the larger sum, then the most of the largest score; then the rule of the
//! charter.

use std::cmp::{Ordering, Reverse};

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
        if left.len() <= election.seats - record.elected.len() && caps.admit_all(&left, &record.elected) {
            record.elect((left, None), How::Remaining);
            break;
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
        let finalists = self.finalists(left, chooser, &mut record.ties)?;
        let [first, second] = finalists.as_slice() else {
            let only = finalists.first().copied();
            return only.map(|only| (only, How::Remaining)).ok_or_else(|| tied(left));
        };
        let (first, second) = (*first, *second);
        record.happened(Event::RunOff { between: vec![first, second] });
        let (for_first, for_second) = (self.prefer(first, second), self.prefer(second, first));
        let neither = self.voters - for_first - for_second;
        record.happened(Event::Preferred { votes: vec![(first, for_first), (second, for_second)], neither });
        let winner = match for_first.cmp(&for_second) {
            Ordering::Greater => first,
            Ordering::Less => second,
            Ordering::Equal => self.break_run_off([first, second], chooser, &mut record.ties)?,
        };
        Ok((winner, How::RunOff))
    }

    fn prefer(&self, one: Candidate, to: Candidate) -> u64 {
        *self.higher.of(one).of(to)
    }

    /// The two with the largest sums.
    fn finalists(
        &self,
        left: &[Candidate],
        chooser: &Chooser,
        ties: &mut Vec<Tie>,
    ) -> Result<Vec<Candidate>, Undecided> {
        let mut chosen = Vec::new();
        for level in levels(left, |candidate| *self.scores.of(candidate)) {
            let wins = |one: Candidate, among: &[Candidate]| among.iter().map(|other| self.prefer(one, *other)).sum();
            let top = |one: Candidate, _: &[Candidate]| *self.top.of(one);
            let steps: &[Step<'_>] = &[(&wins, TieStep::HeadToHead), (&top, TieStep::MostTopScores)];
            let room = 2_usize.saturating_sub(chosen.len());
            chosen.extend(settle(level, room, steps, Purpose::RunOff, chooser, ties)?);
        }
        Ok(chosen)
    }

    fn break_run_off(
        &self,
        finalists: [Candidate; 2],
        chooser: &Chooser,
        ties: &mut Vec<Tie>,
    ) -> Result<Candidate, Undecided> {
        let score = |one: Candidate, _: &[Candidate]| *self.scores.of(one);
        let top = |one: Candidate, _: &[Candidate]| *self.top.of(one);
        let steps: &[Step<'_>] = &[(&score, TieStep::Score), (&top, TieStep::MostTopScores)];
        let winner = settle(finalists.to_vec(), 1, steps, Purpose::Elect, chooser, ties)?;
        winner.first().copied().ok_or_else(|| tied(&finalists))
    }
}

/// A number by which equals are told apart, and what it is.
type Step<'a> = (&'a dyn Fn(Candidate, &[Candidate]) -> u64, TieStep);

fn tied(among: &[Candidate]) -> Undecided {
    Undecided { among: among.to_vec(), purpose: Purpose::Elect, again: false }
}

/// Candidates in levels, the most first.
fn levels(of: &[Candidate], what: impl Fn(Candidate) -> u64) -> Vec<Vec<Candidate>> {
    let mut order = of.to_vec();
    order.sort_by_key(|candidate| (Reverse(what(*candidate)), *candidate));
    order.chunk_by(|one, other| what(*one) == what(*other)).map(<[Candidate]>::to_vec).collect()
}

/// As many of equals as there is room for: by the first step that tells them apart, then by the next among those who are
/// still equal; if no step does, by the rule of the charter.
fn settle(
    mut level: Vec<Candidate>,
    room: usize,
    steps: &[Step<'_>],
    purpose: Purpose,
    chooser: &Chooser,
    ties: &mut Vec<Tie>,
) -> Result<Vec<Candidate>, Undecided> {
    if level.len() <= room {
        return Ok(level);
    }
    let mut chosen = Vec::new();
    if room == 0 {
        return Ok(chosen);
    }
    let Some(((number, by), more)) = steps.split_first() else {
        while chosen.len() < room {
            let one = chooser.choose(level.clone(), purpose, Extreme::Most, ties)?;
            level.retain(|candidate| *candidate != one);
            chosen.push(one);
        }
        return Ok(chosen);
    };
    for part in levels(&level, |candidate| number(candidate, &level)) {
        let fits = part.len() <= room.saturating_sub(chosen.len());
        if fits {
            ties.extend(part.iter().map(|one| Tie { among: level.clone(), purpose, chosen: *one, by: *by }));
        }
        chosen.extend(settle(part, room.saturating_sub(chosen.len()), more, purpose, chooser, ties)?);
    }
    Ok(chosen)
}
