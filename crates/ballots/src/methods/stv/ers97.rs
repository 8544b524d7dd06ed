//! ERS97: the rules of the Electoral Reform Society, third edition (Newland and Britton, 1997), section 5.
//!
//! Two digits. A surplus goes on from the parcel that brought it; small surpluses wait; as many as cannot catch up are
//! excluded together, their papers in the order of their values, most first. Until somebody is elected the quota falls with
//! the papers that no longer count, and whoever has more than the votes still in play over the places left and one is elected.

use super::piles::{Parcel, Piles, State};
use crate::caps::Caps;
use crate::methods::start;
use crate::numbers::{Fixed, Numbers};
use crate::ties::{Chooser, Earlier, Extreme, Undecided};
use crate::{Candidate, CannotCount, Election, Event, How, Purpose, Record, Rules};

pub(crate) fn count(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    let (record, strict) = start(election, rules)?;
    if record.valid == 0 {
        return Ok(record);
    }
    let piles = Piles::new(election, &strict, Fixed::new(2));
    let chooser = Chooser::new(election, &rules.ties, Some(Earlier::Forward));
    let mut count = Count { election, piles, caps, chooser, record, quota: 0 };
    count.lower_the_quota();
    count.record.quota = Some(count.piles.numbers.show(&count.quota));
    count.piles.note(&mut count.record, &mut count.chooser, vec![Event::FirstChoices]);
    if let Err(undecided) = count.fill_the_seats() {
        count.record.stop(undecided);
    }
    Ok(count.record)
}

struct Count<'a> {
    election: &'a Election,
    piles: Piles<'a, Fixed>,
    caps: Caps,
    chooser: Chooser,
    record: Record,
    quota: i128,
}

impl Count<'_> {
    fn seats_left(&self) -> usize {
        self.election.seats.saturating_sub(self.record.elected.len())
    }

    fn fill_the_seats(&mut self) -> Result<(), Undecided> {
        self.elect_those_with_enough();
        loop {
            let hopeful = self.piles.hopeful();
            if self.seats_left() == 0 || hopeful.len() <= self.seats_left() {
                break;
            }
            let capped = self.capped(&hopeful);
            let losers = self.sure_losers(&hopeful);
            if let Some((group, candidates)) = capped {
                self.exclude(candidates.clone(), Event::Capped { candidates, group });
            } else if losers.is_empty() && self.surpluses() > 0 {
                self.transfer_surplus()?;
            } else {
                let candidates = if losers.is_empty() { self.lowest(&hopeful)? } else { losers };
                // 5.5.1: when only as many would be left as there are places, those are elected and nothing is transferred.
                if candidates.is_empty()
                    || hopeful.len() - candidates.len() == self.seats_left() && self.caps_allow(&hopeful, &candidates)
                {
                    candidates.iter().for_each(|candidate| *self.piles.state.of_mut(*candidate) = State::Excluded);
                    break;
                }
                self.exclude(candidates.clone(), Event::Excluded { candidates });
            }
        }
        let left = self.piles.by_votes(self.piles.hopeful());
        for candidate in self.caps.the_rest(&left, &self.record.elected, self.election.seats) {
            self.elect(candidate, How::Remaining);
        }
        Ok(())
    }

    fn caps_allow(&self, hopeful: &[Candidate], excluded: &[Candidate]) -> bool {
        let left: Vec<_> = hopeful.iter().copied().filter(|candidate| !excluded.contains(candidate)).collect();
        self.caps.room(&left, &self.record.elected) == left.len()
    }

    fn capped(&self, hopeful: &[Candidate]) -> Option<(String, Vec<Candidate>)> {
        let full = self.caps.full(&self.record.elected).into_iter();
        full.map(|(group, members)| (group, members.into_iter().filter(|member| hopeful.contains(member)).collect()))
            .find(|(_, members): &(String, Vec<Candidate>)| !members.is_empty())
    }

    fn elect(&mut self, candidate: Candidate, how: How) {
        *self.piles.state.of_mut(candidate) = State::Pending;
        self.record.happened(Event::Elected { candidate, how });
        self.record.elected.push(candidate);
    }

    /// 5.1.6 and 5.4.8: votes over places and one, the remainder rounded up to a hundredth, until somebody is elected.
    fn lower_the_quota(&mut self) {
        if self.record.elected.is_empty() {
            let left = self.piles.numbers.whole(self.record.valid) - self.piles.exhausted - self.lost();
            self.quota = rounded_up(left, self.election.seats);
        }
    }

    /// What cutting off digits has lost; by the rules it is part of what is not transferable.
    fn lost(&self) -> i128 {
        let votes: i128 = self.piles.votes.values().iter().sum();
        self.piles.numbers.whole(self.record.valid) - self.piles.exhausted - votes
    }

    /// 6.20: the votes of all who are still in, of those being excluded, and what the elected have above the quota.
    fn active(&self) -> i128 {
        let of = |candidate: Candidate, votes: i128| match self.piles.state.of(candidate) {
            State::Hopeful | State::Excluded => votes,
            State::Pending => (votes - self.quota).max(0),
            State::Elected => 0,
        };
        self.piles.votes.iter().map(|(candidate, votes)| of(candidate, *votes)).sum()
    }

    fn surpluses(&self) -> i128 {
        let pending = self.piles.in_state(State::Pending);
        pending.iter().map(|candidate| (self.piles.votes.of(*candidate) - self.quota).max(0)).sum()
    }

    /// 5.1.7, 5.3.13, 5.4.9: whoever has the votes in play over places left and one, again and again as that falls.
    fn elect_those_with_enough(&mut self) {
        while self.seats_left() > 0 {
            let enough = rounded_up(self.active(), self.seats_left()).max(1);
            let hopeful = self.piles.hopeful();
            let reached = hopeful.iter().copied().filter(|candidate| *self.piles.votes.of(*candidate) >= enough);
            let votes: Vec<_> = reached.map(|candidate| (candidate, *self.piles.votes.of(candidate))).collect();
            // 5.6.2: one more than there are places may have reached it; if earlier stages do not tell them apart, they wait.
            let mut ties = Vec::new();
            let (chosen, _) = self.chooser.most(votes, self.seats_left(), &Caps::default(), &mut ties);
            self.record.ties.extend(ties);
            let admitted: Vec<_> =
                chosen.into_iter().filter(|one| self.caps.admit(*one, &self.record.elected)).collect();
            if admitted.is_empty() {
                return;
            }
            for candidate in admitted {
                if self.caps.admit(candidate, &self.record.elected) {
                    self.elect(candidate, How::Quota);
                }
            }
        }
    }

    /// 5.2.2 and 5.2.5: the most who together, with all surpluses, do not have more than the next above. None is no answer
    /// but that surpluses go first.
    fn sure_losers(&self, hopeful: &[Candidate]) -> Vec<Candidate> {
        let order: Vec<Candidate> = self.piles.by_votes(hopeful.to_vec()).into_iter().rev().collect();
        let mut together = self.surpluses();
        let mut losers = 0;
        for (at, candidate) in order.iter().enumerate() {
            together += *self.piles.votes.of(*candidate);
            let Some(above) = order.get(at + 1).map(|next| *self.piles.votes.of(*next)) else { break };
            let is_border = above > *self.piles.votes.of(*candidate);
            let others: Vec<_> = order.iter().skip(at + 1).copied().collect();
            if is_border && together <= above && self.caps.room(&others, &self.record.elected) >= self.seats_left() {
                losers = at + 1;
            }
        }
        order.into_iter().take(losers).collect()
    }

    /// 5.2.5: whoever has the fewest.
    fn lowest(&mut self, hopeful: &[Candidate]) -> Result<Vec<Candidate>, Undecided> {
        let can_go = |candidate: &Candidate| {
            let others: Vec<_> = hopeful.iter().copied().filter(|other| other != candidate).collect();
            self.caps.room(&others, &self.record.elected) >= self.seats_left()
        };
        let free: Vec<Candidate> = hopeful.iter().copied().filter(can_go).collect();
        let chosen = self.piles.at_the(Extreme::Fewest, &free, Purpose::Exclude, &self.chooser, &mut self.record)?;
        Ok(chosen.into_iter().collect())
    }

    /// 5.3: from the parcel received last, at the surplus over its transferable papers, or at their value if that is less.
    fn transfer_surplus(&mut self) -> Result<(), Undecided> {
        let pending = self.piles.in_state(State::Pending);
        let chosen = self.piles.at_the(Extreme::Most, &pending, Purpose::Surplus, &self.chooser, &mut self.record)?;
        let Some(candidate) = chosen else { return Ok(()) };
        let surplus = self.piles.votes.of(candidate) - self.quota;
        *self.piles.state.of_mut(candidate) = State::Elected;
        *self.piles.votes.of_mut(candidate) = self.quota;
        let mut value = 0;
        if let Some(parcel) = self.piles.take_last(candidate) {
            let papers = i128::from(self.piles.transferable(&parcel));
            value = if parcel.value * papers > surplus { surplus / papers.max(1) } else { parcel.value };
            let exhausted = self.piles.exhausted;
            self.piles.deal(vec![Parcel { value, ..parcel }]);
            // What does not go on stays with the rest of the surplus: all of it is not transferable, and none of it is counted twice.
            self.piles.exhausted = exhausted;
        }
        let numbers = self.piles.numbers;
        let event = Event::Surplus { candidate, amount: numbers.show(&surplus), value: numbers.show(&value) };
        self.end_stage(vec![event]);
        Ok(())
    }

    /// 5.4: all papers of the excluded, most valuable first; after each value somebody may be elected, who then gets no more.
    fn exclude(&mut self, candidates: Vec<Candidate>, event: Event) {
        candidates.iter().for_each(|candidate| *self.piles.state.of_mut(*candidate) = State::Excluded);
        let mut parcels: Vec<(Candidate, Parcel<i128>)> = Vec::new();
        for candidate in &candidates {
            parcels.extend(self.piles.take(*candidate).into_iter().map(|parcel| (*candidate, parcel)));
        }
        parcels.sort_by_key(|(_, parcel)| std::cmp::Reverse(parcel.value));
        let mut events = vec![event];
        let mut parcels = parcels.into_iter().peekable();
        while let Some((owner, parcel)) = parcels.next() {
            let value = parcel.value;
            let mut batch = vec![(owner, parcel)];
            while let Some(same) = parcels.next_if(|(_, next)| next.value == value) {
                batch.push(same);
            }
            for (owner, parcel) in &batch {
                *self.piles.votes.of_mut(*owner) -= parcel.value * i128::from(parcel.weight);
            }
            self.piles.deal(Parcel::joined(batch.into_iter().map(|(_, parcel)| parcel)));
            if parcels.peek().is_none() {
                break;
            }
            let quota = self.quota;
            self.lower_the_quota();
            if quota != self.quota {
                events.push(Event::Quota { votes: self.piles.numbers.show(&self.quota) });
            }
            self.chooser.remember(self.piles.shown());
            let elected = self.record.elected.len();
            self.elect_during(&mut events);
            if self.record.elected.len() > elected && self.seats_left() == 0 {
                break;
            }
        }
        self.end_stage(events);
    }

    /// Elects in the middle of a stage: what happens stands in that stage.
    fn elect_during(&mut self, events: &mut Vec<Event>) {
        let before = self.record.rounds.last().map_or(0, |round| round.events.len());
        self.elect_those_with_enough();
        if let Some(round) = self.record.rounds.last_mut() {
            events.extend(round.events.split_off(before));
        }
    }

    fn end_stage(&mut self, mut events: Vec<Event>) {
        let quota = self.quota;
        self.lower_the_quota();
        if quota != self.quota {
            events.push(Event::Quota { votes: self.piles.numbers.show(&self.quota) });
        }
        self.piles.note(&mut self.record, &mut self.chooser, events);
        self.elect_those_with_enough();
    }
}

/// Votes over places and one, up to the next hundredth.
fn rounded_up(votes: i128, places: usize) -> i128 {
    let by = i128::try_from(places).unwrap_or(i128::MAX).saturating_add(1);
    let (whole, rest) = (votes / by, votes % by);
    if rest > 0 { whole + 1 } else { whole }
}
