//! Ranked pairs: victories are set down from the strongest on; one that would close a circle is passed over. After
//! T. N. Tideman, Social Choice and Welfare 4 (1987).
//!
//! Equally strong victories stand together where they close no circle. Where they would, the rule for ties orders them.

use super::elect_from;
use super::pairs::Pairs;
use crate::caps::Caps;
use crate::ties::{Chooser, Extreme, Undecided};
use crate::{Candidate, CannotCount, Each, Election, Event, How, Purpose, Record, Rules};

/// Who is preferred to whom, how strongly, and how many are against.
type Victory = (Candidate, Candidate, u64, u64);

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let mut record = Record::new("", election);
    let pairs = Pairs::count(election, rules, &mut record)?;
    record.add_whole(Vec::new(), election.everybody().map(|_| None), 0);
    let standing: Vec<Candidate> = election.standing().collect();
    let chooser = Chooser::new(election, &rules.ties, None);
    let mut graph = Graph { reach: Each::new(election.candidates.len(), Each::new(election.candidates.len(), false)) };
    for level in victories(&pairs, &standing) {
        if let Err(undecided) = graph.set_down(level, &pairs, &chooser, &mut record) {
            // Whoever is preferred to everybody wins in whatever order the others are set down.
            let is_best = |one: &Candidate| standing.iter().all(|other| other == one || pairs.beats(*one, *other));
            match standing.iter().copied().find(is_best).filter(|_| election.seats == 1) {
                Some(best) => record.elect((vec![best], None), How::Unbeaten),
                None => record.stop(undecided),
            }
            return Ok(record);
        }
    }
    let mut left = standing;
    let mut ranking = Vec::new();
    while !left.is_empty() {
        let is_behind = |one: Candidate| left.iter().any(|other| *graph.reach.of(*other).of(one));
        let (behind, ahead): (Vec<_>, Vec<_>) = left.iter().copied().partition(|one| is_behind(*one));
        if ahead.is_empty() {
            break;
        }
        ranking.push(ahead);
        left = behind;
    }
    elect_from(&mut record, ranking, &chooser, &caps);
    Ok(record)
}

/// All victories, the strongest first, equally strong ones together. Of equally strong ones with fewer against them go first.
fn victories(pairs: &Pairs, standing: &[Candidate]) -> Vec<Vec<Victory>> {
    let mut all: Vec<Victory> = Vec::new();
    for one in standing {
        let over =
            standing.iter().map(|other| (*one, *other, pairs.victory(*one, *other).votes, pairs.prefer(*other, *one)));
        all.extend(over.filter(|(_, _, strength, _)| *strength > 0));
    }
    let key = |(one, other, strength, against): &Victory| (u64::MAX - strength, *against, *one, *other);
    all.sort_by_key(key);
    let same = |one: &Victory, other: &Victory| (one.2, one.3) == (other.2, other.3);
    all.chunk_by(same).map(<[Victory]>::to_vec).collect()
}

/// What has been set down, with everything that follows from it.
struct Graph {
    reach: Each<Each<bool>>,
}

impl Graph {
    fn set_down(
        &mut self,
        level: Vec<Victory>,
        pairs: &Pairs,
        chooser: &Chooser,
        record: &mut Record,
    ) -> Result<(), Undecided> {
        let (contradicting, possible): (Vec<_>, Vec<_>) =
            level.into_iter().partition(|(one, other, ..)| *self.reach.of(*other).of(*one));
        for victory in contradicting {
            note(victory, pairs, false, record);
        }
        let mut together = Graph { reach: self.reach.clone() };
        let closes_no_circle = possible.iter().all(|(one, other, ..)| together.add(*one, *other));
        if closes_no_circle {
            self.reach = together.reach;
            possible.into_iter().for_each(|victory| note(victory, pairs, true, record));
            return Ok(());
        }
        self.set_down_in_order(possible, pairs, chooser, record)
    }

    fn set_down_in_order(
        &mut self,
        mut left: Vec<Victory>,
        pairs: &Pairs,
        chooser: &Chooser,
        record: &mut Record,
    ) -> Result<(), Undecided> {
        while !left.is_empty() {
            let mut winners: Vec<Candidate> = left.iter().map(|(one, ..)| *one).collect();
            winners.dedup();
            let winner = chooser.choose(winners, Purpose::Victory, Extreme::Most, &mut record.ties)?;
            let losers: Vec<Candidate> =
                left.iter().filter(|(one, ..)| *one == winner).map(|(_, other, ..)| *other).collect();
            let loser = chooser.choose(losers, Purpose::Victory, Extreme::Most, &mut record.ties)?;
            let Some(at) = left.iter().position(|(one, other, ..)| (*one, *other) == (winner, loser)) else { break };
            let victory = left.remove(at);
            let stands = self.add(winner, loser);
            note(victory, pairs, stands, record);
        }
        Ok(())
    }

    /// Sets a victory down unless it closes a circle.
    fn add(&mut self, one: Candidate, over: Candidate) -> bool {
        if *self.reach.of(over).of(one) {
            return false;
        }
        let beyond: Vec<Candidate> =
            self.reach.of(over).iter().filter(|(_, reached)| **reached).map(|(candidate, _)| candidate).collect();
        for from in self.reach.candidates() {
            if from == one || *self.reach.of(from).of(one) {
                let row = self.reach.of_mut(from);
                *row.of_mut(over) = true;
                beyond.iter().for_each(|candidate| *row.of_mut(*candidate) = true);
            }
        }
        true
    }
}

fn note((winner, loser, _, against): Victory, pairs: &Pairs, stands: bool, record: &mut Record) {
    let votes = pairs.prefer(winner, loser);
    record.happened(Event::Victory { winner, loser, votes, against, stands });
}
