//! Weighted inclusive Gregory: a surplus goes on from all papers of the elected, each at a part of the value it has.
//!
//! - *Scottish*: the Scottish Local Government Elections Order 2007, rules 45–52. Whole Droop quota, five digits, ties by the
//!   latest stage at which they were not equal.
//! - *WIGM, reference*: exact fractions; more than votes over seats and one elects. With digits, that and the least unit.
//! - *WIGM, prf*: the reference rule of the Proportional Representation Foundation; four digits, cut off at each step.

use num_rational::BigRational;

use super::piles::{Parcel, Piles, State};
use crate::caps::Caps;
use crate::methods::start;
use crate::numbers::{Exact, Fixed, Numbers};
use crate::options::QuotaRule;
use crate::strict::Strict;
use crate::ties::{Chooser, Earlier, Extreme, Undecided};
use crate::{Candidate, CannotCount, Election, Event, How, Purpose, Record, Rules};

/// What the forms differ in.
struct Form<N: Numbers> {
    numbers: N,
    quota: N::Value,
    /// Whether exactly the quota elects.
    reaching_is_enough: bool,
    /// Whether a new value is cut off after the multiplication too.
    cut_twice: bool,
}

/// Scottish STV.
pub(crate) fn scottish(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let (record, strict) = start(election, rules)?;
    let numbers = Fixed::new(5);
    let quota = numbers.whole(whole_droop(election, &strict));
    let form = Form { numbers, quota, reaching_is_enough: true, cut_twice: false };
    run(election, rules, record, &strict, form, Some(Earlier::Backward))
}

/// WIGM in its variants.
pub(crate) fn wigm(election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
    let (record, strict) = start(election, rules)?;
    let is_prf = rules.variant.as_deref() == Some("prf");
    match rules.digits.or(is_prf.then_some(4)) {
        Some(digits) => {
            let numbers = Fixed::new(digits);
            let (quota, reaching_is_enough) = quota(election, rules, &strict, &numbers, true);
            run(election, rules, record, &strict, Form { numbers, quota, reaching_is_enough, cut_twice: is_prf }, None)
        }
        None => {
            let (quota, reaching_is_enough): (BigRational, bool) = quota(election, rules, &strict, &Exact, false);
            run(
                election,
                rules,
                record,
                &strict,
                Form { numbers: Exact, quota, reaching_is_enough, cut_twice: false },
                None,
            )
        }
    }
}

fn whole_droop(election: &Election, strict: &Strict) -> u64 {
    let seats = u64::try_from(election.seats).unwrap_or(u64::MAX);
    strict.valid / seats.saturating_add(1) + 1
}

/// The quota, and whether reaching it is enough. With digits the exact quota is cut off and the least unit added, so that
/// reaching it is more than the exact one.
fn quota<N: Numbers>(election: &Election, rules: &Rules, strict: &Strict, numbers: &N, cut: bool) -> (N::Value, bool) {
    let seats = u64::try_from(election.seats).unwrap_or(u64::MAX);
    let valid = numbers.whole(strict.valid);
    match rules.quota.unwrap_or(QuotaRule::HagenbachBischoff) {
        QuotaRule::Droop => (numbers.whole(whole_droop(election, strict)), true),
        QuotaRule::Hare => (numbers.over(&valid, &numbers.whole(seats)), true),
        QuotaRule::HagenbachBischoff => {
            let mut quota = numbers.over(&valid, &numbers.whole(seats.saturating_add(1)));
            numbers.add(&mut quota, &numbers.least());
            (quota, cut)
        }
    }
}

struct Count<'a, N: Numbers> {
    election: &'a Election,
    form: &'a Form<N>,
    piles: Piles<'a, N>,
    caps: Caps,
    chooser: Chooser,
    record: Record,
}

fn run<N: Numbers + Clone>(
    election: &Election,
    rules: &Rules,
    mut record: Record,
    strict: &Strict,
    form: Form<N>,
    earlier: Option<Earlier>,
) -> Result<Record, CannotCount> {
    let caps = Caps::new(election, &rules.caps)?;
    if record.valid == 0 {
        return Ok(record);
    }
    record.quota = Some(form.numbers.show(&form.quota));
    let piles = Piles::new(election, strict, form.numbers.clone());
    let chooser = Chooser::new(election, &rules.ties, earlier);
    let mut count = Count { election, form: &form, piles, caps, chooser, record };
    count.piles.note(&mut count.record, &mut count.chooser, vec![Event::FirstChoices]);
    match count.fill_the_seats() {
        Err(Stop::TooLong) => return Err(CannotCount::FractionsTooLong),
        Err(Stop::Tie(undecided)) => count.record.stop(undecided),
        Ok(()) => {}
    }
    Ok(count.record)
}

/// Why a count cannot go on.
enum Stop {
    /// The rules do not decide a tie.
    Tie(Undecided),
    /// Exact fractions have grown too long.
    TooLong,
}

impl From<Undecided> for Stop {
    fn from(tie: Undecided) -> Self {
        Stop::Tie(tie)
    }
}

impl<N: Numbers> Count<'_, N> {
    fn seats_left(&self) -> usize {
        self.election.seats.saturating_sub(self.record.elected.len())
    }

    /// How many of those hopeful can still be elected together.
    fn room(&self, hopeful: &[Candidate]) -> usize {
        self.caps.room(hopeful, &self.record.elected)
    }

    fn fill_the_seats(&mut self) -> Result<(), Stop> {
        self.elect_with_quota()?;
        loop {
            let hopeful = self.piles.hopeful();
            if self.seats_left() == 0 || hopeful.len() <= self.seats_left() {
                break;
            }
            if !(self.exclude_capped() || self.transfer_surplus()? || self.exclude_lowest(&hopeful)?) {
                break;
            }
            self.elect_with_quota()?;
        }
        let left = self.piles.by_votes(self.piles.hopeful());
        for candidate in self.caps.the_rest(&left, &self.record.elected, self.election.seats) {
            self.elect(candidate, How::Remaining);
        }
        Ok(())
    }

    fn elect(&mut self, candidate: Candidate, how: How) {
        *self.piles.state.of_mut(candidate) = State::Pending;
        self.record.happened(Event::Elected { candidate, how });
        self.record.elected.push(candidate);
    }

    fn elect_with_quota(&mut self) -> Result<(), Undecided> {
        let has_quota = |votes: &N::Value| {
            if self.form.reaching_is_enough { *votes >= self.form.quota } else { *votes > self.form.quota }
        };
        let reached = self.piles.hopeful().into_iter().filter(|candidate| has_quota(self.piles.votes.of(*candidate)));
        let votes: Vec<_> = reached.map(|candidate| (candidate, self.piles.votes.of(candidate).clone())).collect();
        // With a quota as low as Hare's and caps more may reach it than there are seats or places in a group.
        let caps = Caps::default();
        let allowed: Vec<_> =
            votes.into_iter().filter(|(candidate, _)| self.caps.admit(*candidate, &self.record.elected)).collect();
        let left = self.seats_left();
        let (chosen, undecided) = self.chooser.most(allowed, left, &caps, &mut self.record.ties);
        for candidate in chosen {
            if self.caps.admit(candidate, &self.record.elected) {
                self.elect(candidate, How::Quota);
            }
        }
        undecided.map_or(Ok(()), Err)
    }

    /// Excludes those whose group is full; their papers go on.
    fn exclude_capped(&mut self) -> bool {
        let hopeful = self.piles.hopeful();
        let full = self.caps.full(&self.record.elected);
        let barred = full.into_iter().map(|(group, members)| {
            (group, members.into_iter().filter(|member| hopeful.contains(member)).collect::<Vec<_>>())
        });
        let Some((group, candidates)) = barred.into_iter().find(|(_, members)| !members.is_empty()) else {
            return false;
        };
        self.piles.exclude(&candidates);
        self.piles.note(&mut self.record, &mut self.chooser, vec![Event::Capped { candidates, group }]);
        true
    }

    fn transfer_surplus(&mut self) -> Result<bool, Stop> {
        let pending = self.piles.in_state(State::Pending);
        let chosen = self.piles.at_the(Extreme::Most, &pending, Purpose::Surplus, &self.chooser, &mut self.record)?;
        let Some(candidate) = chosen else { return Ok(false) };
        let numbers = &self.form.numbers;
        let votes = self.piles.votes.of(candidate).clone();
        if numbers.is_too_long(&votes) {
            return Err(Stop::TooLong);
        }
        let surplus = numbers.less(&votes, &self.form.quota).max(numbers.zero());
        let value = |of: &N::Value| {
            if self.form.cut_twice {
                numbers.over(&numbers.product(of, &surplus), &votes)
            } else {
                numbers.times_over(of, &surplus, &votes)
            }
        };
        let parcels = self.piles.take(candidate);
        let parcels: Vec<_> =
            parcels.into_iter().map(|parcel| Parcel { value: value(&parcel.value), ..parcel }).collect();
        let event = Event::Surplus {
            candidate,
            amount: numbers.show(&surplus),
            value: numbers.show(&value(&numbers.whole(1))),
        };
        *self.piles.state.of_mut(candidate) = State::Elected;
        *self.piles.votes.of_mut(candidate) = numbers.less(&votes, &surplus);
        self.piles.deal(parcels);
        self.piles.note(&mut self.record, &mut self.chooser, vec![event]);
        Ok(true)
    }

    /// Excludes whoever has the fewest votes, and leaves enough to fill the seats.
    fn exclude_lowest(&mut self, hopeful: &[Candidate]) -> Result<bool, Undecided> {
        let left = self.seats_left();
        let can_go = |candidate: &Candidate| {
            let others: Vec<_> = hopeful.iter().copied().filter(|other| other != candidate).collect();
            self.room(&others) >= left
        };
        let free: Vec<Candidate> = hopeful.iter().copied().filter(can_go).collect();
        let chosen = self.piles.at_the(Extreme::Fewest, &free, Purpose::Exclude, &self.chooser, &mut self.record)?;
        let Some(candidate) = chosen else { return Ok(false) };
        self.piles.exclude(&[candidate]);
        self.piles.note(&mut self.record, &mut self.chooser, vec![Event::Excluded { candidates: vec![candidate] }]);
        Ok(true)
    }
}
