//! Meek: the elected keep the part of each paper that they need, and papers go on as if the excluded had never stood.
//!
//! After Hill, Wichmann and Woodall, *Algorithm 123*, Computer Journal 30 (1987). Parts are worked out again and again until
//! what is above the quota is hardly anything. Three published forms round differently:
//!
//! - *reference*: kept and remaining parts are both cut off; ends at a surplus of a millionth, as droop and stv-rs count.
//! - *prf*: the reference rule of the Proportional Representation Foundation; kept parts are rounded up.
//! - *nz*: New Zealand's Local Electoral Regulations 2001, Schedule 1A; each working-out is a step of its own, one who cannot
//!   catch up is excluded at once, ties by the earliest stage at which they were not equal.

use rustc_hash::FxHashMap;

use crate::caps::Caps;
use crate::methods::start;
use crate::numbers::{Fixed, Numbers};
use crate::record::Round;
use crate::strict::Strict;
use crate::ties::{Chooser, Earlier, Extreme, Undecided};
use crate::{Candidate, CannotCount, Each, Election, Event, How, Purpose, Quantity, Record, Rules};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Variant {
    Reference,
    Prf,
    Nz,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Hopeful,
    Elected,
    Excluded,
}

struct Count<'a> {
    election: &'a Election,
    strict: &'a Strict,
    variant: Variant,
    numbers: Fixed,
    /// One vote in units.
    one: u64,
    state: Each<State>,
    /// The part of a paper that each keeps, in units.
    parts: Each<u64>,
    votes: Each<u64>,
    quota: u64,
    /// The papers as far as they matter: the elected whom a paper ranks, down to the first hopeful.
    heads: Vec<(Vec<Candidate>, u64)>,
    caps: Caps,
    chooser: Chooser,
    record: Record,
}

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let (record, strict) = start(election, rules)?;
    if record.valid == 0 {
        return Ok(record);
    }
    let variant = match rules.variant.as_deref() {
        Some("prf") => Variant::Prf,
        Some("nz") => Variant::Nz,
        _ => Variant::Reference,
    };
    let digits = rules.digits.unwrap_or(Fixed::MOST);
    let one = 10u64.pow(u32::from(digits));
    strict.valid.checked_mul(one).filter(|all| i64::try_from(*all).is_ok()).ok_or(CannotCount::TooMany)?;
    let people = election.candidates.len();
    let mut state = Each::new(people, State::Excluded);
    let mut parts = Each::new(people, 0);
    for candidate in election.standing() {
        *state.of_mut(candidate) = State::Hopeful;
        *parts.of_mut(candidate) = one;
    }
    let usual = (variant == Variant::Nz).then_some(Earlier::Forward);
    let mut count = Count {
        election,
        strict: &strict,
        variant,
        numbers: Fixed::new(digits),
        one,
        state,
        parts,
        votes: Each::new(people, 0),
        quota: 0,
        heads: Vec::new(),
        caps,
        chooser: Chooser::new(election, &rules.ties, usual),
        record,
    };
    count.gather();
    count.distribute();
    count.record.quota = Some(count.show(count.quota));
    count.note(vec![Event::FirstChoices]);
    let ended = if variant == Variant::Nz { count.step_by_step() } else { count.round_by_round() };
    if let Err(undecided) = ended {
        count.record.stop(undecided);
    }
    Ok(count.record)
}

impl Count<'_> {
    fn in_state(&self, state: State) -> Vec<Candidate> {
        self.state.iter().filter(|(_, own)| **own == state).map(|(candidate, _)| candidate).collect()
    }

    fn seats_left(&self) -> usize {
        self.election.seats.saturating_sub(self.record.elected.len())
    }

    fn show(&self, units: u64) -> Quantity {
        self.numbers.show(&i128::from(units))
    }

    /// Gathers papers that are alike down to their first hopeful candidate: until somebody's state changes they move alike.
    fn gather(&mut self) {
        let mut known: FxHashMap<Vec<Candidate>, u64> = FxHashMap::default();
        let mut first: Each<u64> = Each::new(self.votes.len(), 0);
        let mut head = Vec::new();
        for (weight, order) in self.strict.iter() {
            head.clear();
            for candidate in order {
                match self.state.of(*candidate) {
                    State::Excluded => {}
                    State::Elected => head.push(*candidate),
                    State::Hopeful => {
                        head.push(*candidate);
                        break;
                    }
                }
            }
            match head.as_slice() {
                [] => {}
                [only] => *first.of_mut(*only) += weight,
                several => match known.get_mut(several) {
                    Some(sum) => *sum += weight,
                    None => {
                        known.insert(head.clone(), weight);
                    }
                },
            }
        }
        self.heads = known.into_iter().collect();
        let alone = first.iter().filter(|(_, weight)| **weight > 0);
        self.heads.extend(alone.map(|(candidate, weight)| (vec![candidate], *weight)));
    }

    /// Gives each candidate the part that is kept of each paper, and works out the quota from what is held.
    fn distribute(&mut self) {
        self.votes.clear();
        for (head, weight) in &self.heads {
            let mut left = self.one;
            for candidate in head {
                let part = *self.parts.of(*candidate);
                let (kept, rest) = self.split(left, part);
                *self.votes.of_mut(*candidate) += kept * weight;
                left = rest;
                if left == 0 {
                    break;
                }
            }
        }
        let held: u64 = self.votes.values().iter().sum();
        let seats = u64::try_from(self.election.seats).unwrap_or(u64::MAX).saturating_add(1);
        self.quota = held / seats + 1;
    }

    #[inline]
    fn split(&self, left: u64, part: u64) -> (u64, u64) {
        if part == self.one {
            return (left, 0);
        }
        let product = left * part;
        match self.variant {
            Variant::Reference => (product / self.one, left * (self.one - part) / self.one),
            Variant::Prf | Variant::Nz => {
                let kept = product.div_ceil(self.one);
                (kept, left - kept)
            }
        }
    }

    /// A part anew: as much smaller as the votes are above the quota, rounded up both times.
    fn new_part(&self, part: u64, votes: u64) -> u64 {
        let product = (u128::from(part) * u128::from(self.quota)).div_ceil(u128::from(self.one));
        let part = (product * u128::from(self.one)).div_ceil(u128::from(votes.max(1)));
        u64::try_from(part).unwrap_or(u64::MAX).min(self.one)
    }

    fn note(&mut self, events: Vec<Event>) {
        let held: u64 = self.votes.values().iter().sum();
        let shown = |(candidate, votes): (Candidate, &u64)| {
            (*self.state.of(candidate) != State::Excluded).then(|| self.show(*votes))
        };
        let totals: Vec<Option<Quantity>> = self.votes.iter().map(shown).collect();
        let exhausted = self.show((self.record.valid * self.one).saturating_sub(held));
        if self.chooser.remembers() {
            let mut votes = Each::new(totals.len(), None);
            for (candidate, total) in Candidate::first(totals.len()).zip(&totals) {
                *votes.of_mut(candidate) = total.clone();
            }
            self.chooser.remember(votes);
        }
        self.record.rounds.push(Round { events, totals, exhausted, lost: self.show(0) });
    }

    fn elect(&mut self, candidates: Vec<Candidate>, how: How) {
        for candidate in candidates {
            *self.state.of_mut(candidate) = State::Elected;
            self.record.happened(Event::Elected { candidate, how });
            self.record.elected.push(candidate);
        }
    }

    fn exclude(&mut self, candidate: Candidate) {
        *self.state.of_mut(candidate) = State::Excluded;
        *self.parts.of_mut(candidate) = 0;
    }

    /// Those who reach the quota, most votes first, as far as their groups have room.
    fn reached(&self) -> Vec<Candidate> {
        let mut reached = self.in_state(State::Hopeful);
        reached.retain(|candidate| *self.votes.of(*candidate) >= self.quota);
        reached.sort_by(|one, other| self.votes.of(*other).cmp(self.votes.of(*one)).then(one.cmp(other)));
        let mut taken = self.record.elected.clone();
        reached.retain(|candidate| {
            let admitted = self.caps.admit(*candidate, &taken) && taken.len() < self.election.seats;
            if admitted {
                taken.push(*candidate);
            }
            admitted
        });
        reached
    }

    /// What the elected have above the quota.
    fn surplus(&self) -> i128 {
        let over = |candidate: &Candidate| i128::from(*self.votes.of(*candidate)) - i128::from(self.quota);
        let surplus: i128 = self.in_state(State::Elected).iter().map(over).sum();
        if self.variant == Variant::Prf { surplus.max(0) } else { surplus }
    }

    /// *reference* and *prf*: each round elects, or excludes whoever has the fewest once the parts hardly change.
    fn round_by_round(&mut self) -> Result<(), Undecided> {
        while self.seats_left() > 0 && self.in_state(State::Hopeful).len() > self.seats_left() {
            if self.exclude_capped() {
                continue;
            }
            let (times, surplus, elected) = self.iterate();
            let mut events = self.kept(times, surplus);
            if !elected.is_empty() {
                self.note(events);
                self.elect(elected, How::Quota);
                self.gather();
                continue;
            }
            let Some(candidate) = self.lowest(surplus)? else { break };
            events.push(Event::Excluded { candidates: vec![candidate] });
            self.note(events);
            self.exclude(candidate);
            self.gather();
            self.distribute();
            if self.in_state(State::Hopeful).len() <= self.seats_left() {
                self.note(Vec::new());
            }
        }
        self.elect_the_rest();
        self.exclude_the_rest();
        Ok(())
    }

    /// Once every seat is filled the last are excluded, so that the record ends with the votes of the elected: *reference*
    /// lets the papers go on, *prf* leaves them.
    fn exclude_the_rest(&mut self) {
        let candidates = self.in_state(State::Hopeful);
        if candidates.is_empty() {
            return;
        }
        candidates.iter().for_each(|candidate| self.exclude(*candidate));
        if self.variant == Variant::Prf {
            candidates.iter().for_each(|candidate| *self.votes.of_mut(*candidate) = 0);
        } else {
            self.gather();
            self.distribute();
        }
        self.note(vec![Event::Excluded { candidates }]);
    }

    /// Works out the parts until somebody reaches the quota, the surplus is gone, or it falls no further.
    fn iterate(&mut self) -> (usize, i128, Vec<Candidate>) {
        let omega = i128::from(self.one / 1_000_000);
        let mut last = i128::from(self.record.valid) * i128::from(self.one);
        let mut times = 0;
        loop {
            times += 1;
            self.distribute();
            let reached = self.reached();
            let mut elected = self.in_state(State::Elected);
            elected.extend(reached.iter().copied());
            let surplus = if reached.is_empty() { self.surplus() } else { 0 };
            let is_gone = if self.variant == Variant::Prf { surplus < omega } else { surplus <= omega };
            if !reached.is_empty() || is_gone || surplus >= last {
                return (times, surplus, reached);
            }
            last = surplus;
            for candidate in elected {
                *self.parts.of_mut(candidate) = self.new_part(*self.parts.of(candidate), *self.votes.of(candidate));
            }
        }
    }

    /// That the parts were worked out anew, once somebody is elected.
    fn kept(&self, times: usize, surplus: i128) -> Vec<Event> {
        let elected = self.record.elected.iter();
        let parts: Vec<_> = elected.map(|candidate| (*candidate, self.show(*self.parts.of(*candidate)))).collect();
        let surplus = self.numbers.show(&surplus);
        if parts.is_empty() { Vec::new() } else { vec![Event::Kept { times, surplus, parts }] }
    }

    /// Whoever has the fewest; all within the surplus of that are equal, since the surplus could still make the difference.
    fn lowest(&mut self, surplus: i128) -> Result<Option<Candidate>, Undecided> {
        let free = self.free_to_go();
        let Some(fewest) = free.iter().map(|candidate| *self.votes.of(*candidate)).min() else { return Ok(None) };
        let border = i128::from(fewest) + surplus;
        let level = free.into_iter().filter(|candidate| i128::from(*self.votes.of(*candidate)) <= border).collect();
        self.chooser.choose(level, Purpose::Exclude, Extreme::Fewest, &mut self.record.ties).map(Some)
    }

    /// The hopeful without whom the seats can still be filled.
    fn free_to_go(&self) -> Vec<Candidate> {
        let hopeful = self.in_state(State::Hopeful);
        let can_go = |candidate: &Candidate| {
            let others: Vec<_> = hopeful.iter().copied().filter(|other| other != candidate).collect();
            self.caps.room(&others, &self.record.elected) >= self.seats_left()
        };
        hopeful.iter().copied().filter(can_go).collect()
    }

    fn exclude_capped(&mut self) -> bool {
        let full = self.caps.full(&self.record.elected).into_iter();
        let mut barred = full.map(|(group, mut members)| {
            members.retain(|member| *self.state.of(*member) == State::Hopeful);
            (group, members)
        });
        let Some((group, candidates)) = barred.find(|(_, members)| !members.is_empty()) else { return false };
        drop(barred);
        candidates.iter().for_each(|candidate| self.exclude(*candidate));
        self.gather();
        self.distribute();
        self.note(vec![Event::Capped { candidates, group }]);
        true
    }

    fn elect_the_rest(&mut self) {
        let mut left = self.in_state(State::Hopeful);
        left.sort_by_key(|candidate| std::cmp::Reverse(*self.votes.of(*candidate)));
        let rest = self.caps.the_rest(&left, &self.record.elected, self.election.seats);
        self.elect(rest, How::Remaining);
    }

    /// *nz*: each step may exclude one and works the parts out once.
    fn step_by_step(&mut self) -> Result<(), Undecided> {
        let reached = self.reached();
        self.elect(reached, How::Quota);
        let mut before = self.parts.clone();
        let mut earlier: Option<Each<u64>> = None;
        while self.seats_left() > 0 && self.in_state(State::Hopeful).len() > self.seats_left() {
            if self.exclude_capped() {
                continue;
            }
            let surplus = self.all_above();
            let is_stuck = earlier.as_ref().is_some_and(|earlier| does_not_fall(earlier, &before));
            let losers = self.losers(surplus, is_stuck)?;
            let above = self.above();
            losers.iter().for_each(|candidate| self.exclude(*candidate));
            for candidate in above.into_iter().filter(|candidate| !losers.contains(candidate)) {
                *self.parts.of_mut(candidate) = self.new_part(*self.parts.of(candidate), *self.votes.of(candidate));
            }
            earlier = Some(std::mem::replace(&mut before, self.parts.clone()));
            self.gather();
            self.distribute();
            let mut events = Vec::new();
            if !losers.is_empty() {
                events.push(Event::Excluded { candidates: losers });
            }
            events.extend(self.kept(1, self.all_above()));
            self.note(events);
            let reached = self.reached();
            self.elect(reached, How::Quota);
        }
        self.elect_the_rest();
        Ok(())
    }

    fn above(&self) -> Vec<Candidate> {
        let is_in = |candidate: &Candidate| *self.state.of(*candidate) != State::Excluded;
        self.votes.candidates().filter(|one| is_in(one) && *self.votes.of(*one) > self.quota).collect()
    }

    fn all_above(&self) -> i128 {
        self.above().iter().map(|one| i128::from(*self.votes.of(*one)) - i128::from(self.quota)).sum()
    }

    /// Clause 13 ff.: below a surplus of a ten-thousandth all without a vote; else one who cannot catch up with the next;
    /// else, below that surplus or when nothing moves any more, whoever has the fewest.
    fn losers(&mut self, surplus: i128, is_stuck: bool) -> Result<Vec<Candidate>, Undecided> {
        let is_small = surplus < i128::from(self.one / 10_000);
        let free = self.free_to_go();
        let spare = self.in_state(State::Hopeful).len() - self.seats_left();
        if is_small {
            let none = free.iter().copied().filter(|candidate| *self.votes.of(*candidate) == 0);
            let none: Vec<_> = none.collect();
            if !none.is_empty() && none.len() <= spare {
                return Ok(none);
            }
        }
        let mut order = self.in_state(State::Hopeful);
        order.sort_by_key(|candidate| *self.votes.of(*candidate));
        if let [lowest, next, ..] = order.as_slice() {
            let together = i128::from(*self.votes.of(*lowest)) + surplus;
            if together < i128::from(*self.votes.of(*next)) && free.contains(lowest) {
                return Ok(vec![*lowest]);
            }
        }
        if is_small || is_stuck {
            return Ok(self.lowest(0)?.into_iter().collect());
        }
        Ok(Vec::new())
    }
}

/// Whether the parts stand still, or one grows: then digits are used up and no more will change.
fn does_not_fall(earlier: &Each<u64>, now: &Each<u64>) -> bool {
    earlier == now || earlier.iter().any(|(candidate, part)| now.of(candidate) > part)
}
