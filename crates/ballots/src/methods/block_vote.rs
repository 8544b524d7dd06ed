//! Block vote: each voter marks as many as there are seats, the most marks win.
//!
//! On ranked papers the first preferences up to the number of seats are marks. A paper with more marks than seats is invalid.

use super::{of_standing, shown, start};
use crate::caps::Caps;
use crate::ties::Chooser;
use crate::{CannotCount, Each, Election, Event, How, Papers, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let (mut record, strict) = start(election, rules)?;
    let marks_are_unordered = matches!(election.papers, Papers::Approved(_));
    let mut votes = Each::new(election.candidates.len(), 0);
    for (weight, order) in strict.iter() {
        if marks_are_unordered && order.len() > election.seats {
            record.valid -= weight;
            record.invalid += weight;
            continue;
        }
        for candidate in order.iter().take(election.seats) {
            *votes.of_mut(*candidate) += weight;
        }
    }
    record.add_whole(vec![Event::Added], shown(election, &votes), 0);
    if record.valid > 0 {
        let chooser = Chooser::new(election, &rules.ties, None);
        let chosen = chooser.most(of_standing(election, &votes), election.seats, &caps, &mut record.ties);
        record.elect(chosen, How::Most);
    }
    Ok(record)
}
