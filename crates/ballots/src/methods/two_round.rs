//! Two rounds: more than half of the first choices elects, else the first two meet in a run-off, from the same ranked papers
//! or on another day.

use super::{first_choices, of_standing, shown, start};
use crate::caps::Caps;
use crate::options::RunOff;
use crate::strict::Strict;
use crate::ties::{Chooser, Extreme};
use crate::{Candidate, CannotCount, Each, Election, Event, How, Outcome, Purpose, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    Caps::new(election, &rules.caps)?;
    let (mut record, strict) = start(election, rules)?;
    let votes = first_choices(election, &strict);
    record.add_whole(vec![Event::FirstChoices], shown(election, &votes), 0);
    if record.valid == 0 {
        return Ok(record);
    }
    if let Some((winner, _)) = votes.iter().find(|(_, votes)| **votes > record.valid / 2) {
        record.elect((vec![winner], None), How::Majority);
        return Ok(record);
    }
    let chooser = Chooser::new(election, &rules.ties, None);
    match chooser.most(of_standing(election, &votes), 2, &Caps::default(), &mut record.ties) {
        (_, Some(mut undecided)) => {
            undecided.purpose = Purpose::RunOff;
            record.stop(undecided);
        }
        (between, None) => match between.as_slice() {
            [one, other] => run_off(election, rules, &strict, &chooser, (*one, *other), &mut record),
            alone => record.elect((alone.to_vec(), None), How::Most),
        },
    }
    Ok(record)
}

fn run_off(
    election: &Election,
    rules: &Rules,
    strict: &Strict,
    chooser: &Chooser,
    (one, other): (Candidate, Candidate),
    record: &mut Record,
) {
    let between = vec![one, other];
    record.happened(Event::RunOff { between: between.clone() });
    if rules.run_off == RunOff::NewPapers {
        record.outcome = Outcome::SecondRound { between };
        return;
    }
    let mut votes = Each::new(election.candidates.len(), 0);
    let mut exhausted = 0;
    for (weight, order) in strict.iter() {
        match order.iter().find(|candidate| between.contains(candidate)) {
            Some(preferred) => *votes.of_mut(*preferred) += weight,
            None => exhausted += weight,
        }
    }
    let totals = votes.iter().map(|(candidate, votes)| between.contains(&candidate).then_some(*votes));
    record.add_whole(Vec::new(), totals.collect::<Vec<_>>(), exhausted);
    let chosen = match votes.of(one).cmp(votes.of(other)) {
        std::cmp::Ordering::Greater => Ok(one),
        std::cmp::Ordering::Less => Ok(other),
        std::cmp::Ordering::Equal => chooser.choose(between, Purpose::Elect, Extreme::Most, &mut record.ties),
    };
    match chosen {
        Ok(winner) => record.elect((vec![winner], None), How::RunOff),
        Err(undecided) => record.stop(undecided),
    }
}
