//! The most first choices: plurality for one seat, the single non-transferable vote (SNTV) for several.

use super::{first_choices, of_standing, shown, start};
use crate::caps::Caps;
use crate::ties::Chooser;
use crate::{CannotCount, Election, Event, How, Record, Rules};

/// Plurality: whoever has the most first choices.
pub(crate) fn one(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    several(election, rules)
}

/// SNTV: each voter has one vote, the seats go to those with the most.
pub(crate) fn several(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let (mut record, strict) = start(election, rules)?;
    let votes = first_choices(election, &strict);
    record.add_whole(vec![Event::FirstChoices], shown(election, &votes), 0);
    if record.valid > 0 {
        let chooser = Chooser::new(election, &rules.ties, None);
        let chosen = chooser.most(of_standing(election, &votes), election.seats, &caps, &mut record.ties);
        record.elect(chosen, How::Most);
    }
    Ok(record)
}
