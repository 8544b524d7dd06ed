//! Approval: each voter marks all who are acceptable, the most marks win.
//!
//! On ranked papers whoever is ranked is marked; on scored ones whoever has more than nothing.

use super::{of_standing, shown};
use crate::caps::Caps;
use crate::election::Mark;
use crate::ties::Chooser;
use crate::{Candidate, CannotCount, Each, Election, Event, How, Papers, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let mut record = Record::new("", election);
    let mut marked = Marked {
        votes: Each::new(election.candidates.len(), 0),
        last: Each::new(election.candidates.len(), 0),
        paper: 0,
    };
    match &election.papers {
        Papers::Approved(papers) => {
            papers.iter().for_each(|(weight, marks)| marked.add(&mut record, weight, marks.iter().copied()));
        }
        Papers::Ranked(papers) => papers.iter().for_each(|(weight, marks)| {
            let ranked = marks.iter().filter_map(|mark| match mark {
                Mark::Next(candidate) | Mark::Level(candidate) => Some(*candidate),
                Mark::Skipped => None,
            });
            marked.add(&mut record, weight, ranked);
        }),
        Papers::Scored(papers) => papers.iter().for_each(|(weight, scores)| {
            let liked = election.everybody().zip(scores).filter(|(_, score)| score.is_some_and(|score| score > 0));
            marked.add(&mut record, weight, liked.map(|(candidate, _)| candidate));
        }),
    }
    record.add_whole(vec![Event::Added], shown(election, &marked.votes), 0);
    if record.valid > 0 {
        let chooser = Chooser::new(election, &rules.ties, None);
        let chosen = chooser.most(of_standing(election, &marked.votes), election.seats, &caps, &mut record.ties);
        record.elect(chosen, How::Most);
    }
    Ok(record)
}

/// Marks added up; a name that stands on a paper twice counts once.
struct Marked {
    votes: Each<u64>,
    last: Each<usize>,
    paper: usize,
}

impl Marked {
    /// A paper without a mark is valid: nobody is acceptable to its voter.
    fn add(&mut self, record: &mut Record, weight: u64, marks: impl Iterator<Item = Candidate>) {
        self.paper += 1;
        record.valid = record.valid.saturating_add(weight);
        for candidate in marks {
            let before = std::mem::replace(self.last.of_mut(candidate), self.paper);
            if before != self.paper {
                *self.votes.of_mut(candidate) += weight;
            }
        }
    }
}
