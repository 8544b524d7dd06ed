//! Ranked papers read into strict orders: what an overvote, a skipped rank, a name written twice mean is a rule.

use crate::election::{Mark, Span};
use crate::options::{Duplicates, Overvotes, Rules, Skipped};
use crate::{Approved, Candidate, CannotCount, Each, Election, Papers, Ranked};

/// Papers as strict orders of the candidates who stand; papers on which nobody is left are no longer among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strict {
    order: Vec<Candidate>,
    papers: Vec<Span>,
    /// The weight of the papers that rank somebody.
    pub valid: u64,
    /// The weight of those that rank nobody, or that a rule makes invalid.
    pub invalid: u64,
}

/// A paper of a [`Strict`] reading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PaperId(u32);

impl Strict {
    /// Reads the papers of an election; approvals count as papers on which any order is as good as another.
    pub fn read(election: &Election, rules: &Rules) -> Result<Self, CannotCount> {
        match &election.papers {
            Papers::Ranked(papers) => Self::of_ranked(election, papers, rules),
            Papers::Approved(papers) => Self::of_approved(election, papers),
            Papers::Scored(_) => Err(CannotCount::NeedsRanks),
        }
    }

    fn of_ranked(election: &Election, papers: &Ranked, rules: &Rules) -> Result<Self, CannotCount> {
        let mut strict = Strict { order: Vec::with_capacity(papers.marks.len()), ..Strict::default() };
        strict.papers.reserve(papers.papers.len());
        let mut reader = Reader { election, rules, last_seen: Each::new(election.candidates.len(), 0), paper: 0 };
        for (weight, marks) in papers.iter() {
            let from = strict.order.len();
            let is_valid = reader.read(marks, &mut strict.order);
            if !is_valid {
                strict.order.truncate(from);
            }
            strict.close(weight, from)?;
        }
        Ok(strict)
    }

    fn of_approved(election: &Election, papers: &Approved) -> Result<Self, CannotCount> {
        let mut strict = Strict::default();
        for (weight, marks) in papers.iter() {
            let from = strict.order.len();
            strict.order.extend(marks.iter().filter(|candidate| !election.has_withdrawn(**candidate)));
            strict.close(weight, from)?;
        }
        Ok(strict)
    }

    fn close(&mut self, weight: u64, from: usize) -> Result<(), CannotCount> {
        if self.order.len() == from {
            self.invalid = self.invalid.checked_add(weight).ok_or(CannotCount::TooMany)?;
            return Ok(());
        }
        self.valid = self.valid.checked_add(weight).ok_or(CannotCount::TooMany)?;
        self.papers.push(Span::new(weight, from, self.order.len()).ok_or(CannotCount::TooMany)?);
        Ok(())
    }

    /// The papers with the candidates they rank, best first.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &[Candidate])> {
        self.papers.iter().map(|paper| (paper.weight, paper.of(&self.order)))
    }

    /// The papers by number.
    pub fn ids(&self) -> impl Iterator<Item = PaperId> + use<> {
        (0..u32::try_from(self.papers.len()).unwrap_or(u32::MAX)).map(PaperId)
    }

    /// One paper: its weight and whom it ranks.
    #[inline]
    pub fn paper(&self, id: PaperId) -> (u64, &[Candidate]) {
        let span = usize::try_from(id.0).ok().and_then(|at| self.papers.get(at));
        span.map_or((0, &[]), |span| (span.weight, span.of(&self.order)))
    }
}

struct Reader<'a> {
    election: &'a Election,
    rules: &'a Rules,
    /// The number of the last paper that named a candidate, from 1.
    last_seen: Each<usize>,
    paper: usize,
}

impl Reader<'_> {
    /// Reads one paper; `false` when a rule makes it invalid.
    fn read(&mut self, marks: &[Mark], into: &mut Vec<Candidate>) -> bool {
        self.paper += 1;
        let mut skipped = 0usize;
        let mut at = 0;
        while let Some(mark) = marks.get(at) {
            let level = marks.iter().skip(at + 1).take_while(|mark| matches!(mark, Mark::Level(_))).count();
            at += 1 + level;
            match mark {
                Mark::Skipped => {
                    skipped += 1;
                    if self.stops_at(skipped) {
                        return true;
                    }
                }
                _ if level > 0 => match self.rules.overvotes {
                    Overvotes::Exhaust => return true,
                    Overvotes::Skip => {}
                    Overvotes::Invalid => return false,
                },
                Mark::Next(candidate) | Mark::Level(candidate) => {
                    skipped = 0;
                    if !self.take(*candidate, into) {
                        return false;
                    }
                }
            }
        }
        true
    }

    fn stops_at(&self, skipped: usize) -> bool {
        match self.rules.skipped {
            Skipped::Ignore => false,
            Skipped::ExhaustAtOne => true,
            Skipped::ExhaustAtTwo => skipped >= 2,
        }
    }

    /// Takes a rank; `false` when the paper is invalid for naming somebody twice.
    fn take(&mut self, candidate: Candidate, into: &mut Vec<Candidate>) -> bool {
        let before = std::mem::replace(self.last_seen.of_mut(candidate), self.paper);
        if before == self.paper {
            return self.rules.duplicates != Duplicates::Invalid;
        }
        if !self.election.has_withdrawn(candidate) {
            into.push(candidate);
        }
        true
    }
}
