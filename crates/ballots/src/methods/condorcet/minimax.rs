//! Minimax: whose worst defeat is the weakest.

use super::elect_from;
use super::pairs::Pairs;
use crate::caps::Caps;
use crate::ties::Chooser;
use crate::{Candidate, CannotCount, Election, Event, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let mut record = Record::new("", election);
    let pairs = Pairs::count(election, rules, &mut record)?;
    let standing: Vec<Candidate> = election.standing().collect();
    let worst = |one: Candidate| standing.iter().map(|other| pairs.victory(*other, one).votes).max().unwrap_or(0);
    let defeats = election.everybody().map(|one| standing.contains(&one).then(|| worst(one)));
    record.add_whole(vec![Event::Added], defeats.collect::<Vec<_>>(), 0);
    let mut order: Vec<(Candidate, u64)> = standing.iter().map(|one| (*one, worst(*one))).collect();
    order.sort_by_key(|(one, worst)| (*worst, *one));
    let ranking =
        order.chunk_by(|one, other| one.1 == other.1).map(|level| level.iter().map(|(one, _)| *one).collect());
    let ranking = ranking.collect();
    let chooser = Chooser::new(election, &rules.ties, None);
    elect_from(&mut record, ranking, &chooser, &caps);
    Ok(record)
}
