//! Instant run-off (IRV): whoever has the fewest is excluded and their papers go to the next, until somebody has more than
//! half of what is still in the count, or until two are left.
//!
//! A candidate can stand for new nominations: if it wins, the seat stays empty.

use super::start;
use super::stv::piles::Piles;
use crate::caps::Caps;
use crate::numbers::Fixed;
use crate::options::{Batch, Until};
use crate::ties::{Chooser, Extreme, Undecided};
use crate::{Candidate, CannotCount, Election, Event, How, Outcome, Purpose, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    Caps::new(election, &rules.caps)?;
    let reopen = match &rules.reopen_nominations {
        Some(name) => Some(election.named(name).ok_or_else(|| CannotCount::NoSuchCandidate(name.clone()))?),
        None => None,
    };
    let (mut record, strict) = start(election, rules)?;
    if record.valid == 0 {
        return Ok(record);
    }
    let mut piles = Piles::new(election, &strict, Fixed::new(0));
    let mut chooser = Chooser::new(election, &rules.ties, None);
    piles.note(&mut record, &mut chooser, vec![Event::FirstChoices]);
    match winner(&mut piles, &mut chooser, rules, &mut record) {
        Ok(Some((winner, _))) if Some(winner) == reopen => record.outcome = Outcome::NominationsReopened,
        Ok(Some((winner, how))) => record.elect((vec![winner], None), how),
        Ok(None) => {}
        Err(undecided) => record.stop(undecided),
    }
    Ok(record)
}

fn winner(
    piles: &mut Piles<'_, Fixed>,
    chooser: &mut Chooser,
    rules: &Rules,
    record: &mut Record,
) -> Result<Option<(Candidate, How)>, Undecided> {
    loop {
        let hopeful = piles.by_votes(piles.hopeful());
        let held: i128 = hopeful.iter().map(|candidate| *piles.votes.of(*candidate)).sum();
        let Some(first) = hopeful.first().copied() else { return Ok(None) };
        let has_majority = *piles.votes.of(first) * 2 > held;
        if hopeful.len() == 1 || has_majority && (rules.until == Until::Majority || hopeful.len() == 2) {
            return Ok(Some((first, if has_majority { How::Majority } else { How::Remaining })));
        }
        if hopeful.len() == 2 {
            let chosen = piles.at_the(Extreme::Most, &hopeful, Purpose::Elect, chooser, record)?;
            return Ok(chosen.map(|winner| (winner, How::RunOff)));
        }
        let mut candidates = batch(piles, &hopeful, rules.batch);
        if candidates.is_empty() {
            candidates.extend(piles.at_the(Extreme::Fewest, &hopeful, Purpose::Exclude, chooser, record)?);
        }
        piles.exclude(&candidates);
        piles.note(record, chooser, vec![Event::Excluded { candidates }]);
    }
}

/// Those who are excluded together: all without a vote, or the most who together have less than the next above, or all who
/// share the fewest.
fn batch(piles: &Piles<'_, Fixed>, hopeful: &[Candidate], rule: Batch) -> Vec<Candidate> {
    let order: Vec<Candidate> = hopeful.iter().rev().copied().collect();
    let votes = |at: usize| order.get(at).map(|candidate| *piles.votes.of(*candidate));
    let fewest = votes(0);
    let mut together = 0;
    let mut losers = 0;
    let most_losers = order.len().saturating_sub(if rule == Batch::Tied { 1 } else { 2 });
    for at in 0..most_losers {
        let (Some(own), Some(above)) = (votes(at), votes(at + 1)) else { break };
        together += own;
        let goes = match rule {
            Batch::None => false,
            Batch::Zero => own == 0,
            Batch::SureLosers => together < above,
            Batch::Tied => Some(own) == fewest && Some(above) != fewest,
        };
        if goes {
            losers = at + 1;
        }
    }
    order.into_iter().take(losers).collect()
}
