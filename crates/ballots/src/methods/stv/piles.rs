//! Papers in piles, a pile for each candidate, and what moves between them.
//!
//! A pile is parcels: papers that arrived together and are worth the same. A transfer looks at each paper once and works out
//! a value once a parcel, so that exact fractions cost little.

use crate::numbers::Numbers;
use crate::record::Round;
use crate::strict::{PaperId, Strict};
use crate::ties::{Chooser, Extreme, Undecided};
use crate::{Candidate, Each, Election, Event, Purpose, Quantity, Record};

/// Papers that arrived together, each worth the same.
#[derive(Clone, Debug)]
pub(crate) struct Parcel<V> {
    pub value: V,
    pub(super) papers: Vec<(PaperId, usize)>,
    /// The weight of the papers together.
    pub weight: u64,
}

/// Where a candidate stands in the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Hopeful,
    /// Elected, the surplus still to be transferred.
    Pending,
    Elected,
    Excluded,
}

/// All papers of a count.
pub(crate) struct Piles<'a, N: Numbers> {
    pub numbers: N,
    strict: &'a Strict,
    parcels: Each<Vec<Parcel<N::Value>>>,
    pub votes: Each<N::Value>,
    pub state: Each<State>,
    pub exhausted: N::Value,
}

impl<'a, N: Numbers> Piles<'a, N> {
    /// Every paper on the pile of its first choice, worth one vote.
    pub fn new(election: &Election, strict: &'a Strict, numbers: N) -> Self {
        let count = election.candidates.len();
        let mut state = Each::new(count, State::Excluded);
        election.standing().for_each(|candidate| *state.of_mut(candidate) = State::Hopeful);
        let (zero, one) = (numbers.zero(), numbers.whole(1));
        let mut piles = Piles {
            numbers,
            strict,
            parcels: Each::new(count, Vec::new()),
            votes: Each::new(count, zero.clone()),
            state,
            exhausted: zero,
        };
        let papers = strict.ids().map(|paper| (paper, 0)).collect();
        piles.deal(vec![Parcel { value: one, papers, weight: strict.valid }]);
        piles
    }

    /// Everybody who can still be elected, in the order of the paper.
    pub fn hopeful(&self) -> Vec<Candidate> {
        self.in_state(State::Hopeful)
    }

    /// Everybody in a state.
    pub fn in_state(&self, state: State) -> Vec<Candidate> {
        self.state.iter().filter(|(_, own)| **own == state).map(|(candidate, _)| candidate).collect()
    }

    /// Takes a candidate's pile away.
    pub fn take(&mut self, candidate: Candidate) -> Vec<Parcel<N::Value>> {
        std::mem::take(self.parcels.of_mut(candidate))
    }

    /// Takes the parcel that a candidate received last.
    pub fn take_last(&mut self, candidate: Candidate) -> Option<Parcel<N::Value>> {
        let pile = self.parcels.of_mut(candidate);
        let last = pile.pop();
        pile.clear();
        last
    }

    /// How much of a parcel can go on to somebody hopeful.
    pub fn transferable(&self, parcel: &Parcel<N::Value>) -> u64 {
        let weight = |(paper, at): &(PaperId, usize)| self.next(*paper, *at).map_or(0, |_| self.strict.paper(*paper).0);
        parcel.papers.iter().map(weight).sum()
    }

    fn next(&self, paper: PaperId, at: usize) -> Option<(Candidate, usize)> {
        let (_, order) = self.strict.paper(paper);
        let rest = order.iter().enumerate().skip(at);
        rest.map(|(at, candidate)| (*candidate, at)).find(|(candidate, _)| *self.state.of(*candidate) == State::Hopeful)
    }

    /// Gives each paper to the next hopeful candidate it ranks, each parcel at its own value. What ranks nobody is exhausted.
    pub fn deal(&mut self, parcels: Vec<Parcel<N::Value>>) {
        for Parcel { value, papers, .. } in parcels {
            let mut into: Each<(Vec<(PaperId, usize)>, u64)> = Each::new(self.votes.len(), (Vec::new(), 0));
            let mut nowhere = 0;
            for (paper, at) in papers {
                let weight = self.strict.paper(paper).0;
                match self.next(paper, at) {
                    Some((candidate, at)) => {
                        let (papers, sum) = into.of_mut(candidate);
                        papers.push((paper, at));
                        *sum += weight;
                    }
                    None => nowhere += weight,
                }
            }
            for candidate in into.candidates() {
                let (papers, weight) = std::mem::take(into.of_mut(candidate));
                if weight > 0 {
                    let votes = self.numbers.times(&value, weight);
                    self.numbers.add(self.votes.of_mut(candidate), &votes);
                    self.parcels.of_mut(candidate).push(Parcel { value: value.clone(), papers, weight });
                }
            }
            let lost = self.numbers.times(&value, nowhere);
            self.numbers.add(&mut self.exhausted, &lost);
        }
    }

    /// Excludes candidates: their papers go on at the value they have.
    pub fn exclude(&mut self, candidates: &[Candidate]) {
        candidates.iter().for_each(|candidate| *self.state.of_mut(*candidate) = State::Excluded);
        let mut parcels = Vec::new();
        for candidate in candidates {
            *self.votes.of_mut(*candidate) = self.numbers.zero();
            parcels.extend(self.take(*candidate));
        }
        self.deal(parcels);
    }

    /// The step that just ended, for the record and for later ties.
    pub fn note(&self, record: &mut Record, chooser: &mut Chooser, events: Vec<Event>) {
        let round = self.round(record.valid, events);
        if chooser.remembers() {
            chooser.remember(self.shown());
        }
        record.rounds.push(round);
    }

    /// Everybody's votes; `None` for those who are no longer in the count.
    pub fn shown(&self) -> Each<Option<Quantity>> {
        let mut shown = Each::new(self.votes.len(), None);
        for (candidate, votes) in self.votes.iter() {
            let is_out = *self.state.of(candidate) == State::Excluded;
            *shown.of_mut(candidate) = (!is_out).then(|| self.numbers.show(votes));
        }
        shown
    }

    fn round(&self, valid: u64, events: Vec<Event>) -> Round {
        let mut lost = self.numbers.less(&self.numbers.whole(valid), &self.exhausted);
        for (_, votes) in self.votes.iter() {
            lost = self.numbers.less(&lost, votes);
        }
        Round {
            events,
            totals: self.shown().values().to_vec(),
            exhausted: self.numbers.show(&self.exhausted),
            lost: self.numbers.show(&lost),
        }
    }

    /// One of `among` with the most or the fewest votes.
    pub fn at_the(
        &self,
        extreme: Extreme,
        among: &[Candidate],
        purpose: Purpose,
        chooser: &Chooser,
        record: &mut Record,
    ) -> Result<Option<Candidate>, Undecided> {
        let votes = among.iter().map(|candidate| self.votes.of(*candidate));
        let wanted = match extreme {
            Extreme::Most => votes.max(),
            Extreme::Fewest => votes.min(),
        };
        let Some(wanted) = wanted else { return Ok(None) };
        let level = among.iter().copied().filter(|candidate| self.votes.of(*candidate) == wanted).collect();
        chooser.choose(level, purpose, extreme, &mut record.ties).map(Some)
    }

    /// Candidates in order of their votes, most first, then in the order of the paper.
    pub fn by_votes(&self, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
        candidates.sort_by(|one, other| self.votes.of(*other).cmp(self.votes.of(*one)).then(one.cmp(other)));
        candidates
    }
}

impl<V: Clone> Parcel<V> {
    /// Parcels of one value as one.
    pub fn joined(parcels: impl Iterator<Item = Parcel<V>>) -> Vec<Parcel<V>> {
        let joined = parcels.reduce(|mut all, parcel| {
            all.weight += parcel.weight;
            all.papers.extend(parcel.papers);
            all
        });
        joined.into_iter().collect()
    }
}
