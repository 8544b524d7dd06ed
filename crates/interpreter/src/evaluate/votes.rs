//! Votes as cast or declared: which count, and who cast them.

use charter::Reason;
use charter_syntax::ast::{Proxies, Silence, VoteTerm};
use kernel::{Date, Ratio};
use smallvec::SmallVec;

use super::sets::Members;
use super::{Ballot, Env, Evaluator, NeedOf, TableValue, Tri, words};
use crate::index::{ActRow, Field};
use crate::program::{Amount, RightIr};
use crate::symbols::Sym;

/// Whether a vote counts, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    /// It does.
    Yes,
    /// Cast before the ballot opened, or after its last day.
    OutOfTime,
    /// The voter voted before.
    Repeated,
    /// The voter is not on the roll, or has lost the vote.
    NotOnRoll,
    /// Cast by another, who may not vote for so many.
    Proxy,
    /// More votes than the voter has left.
    TooMany,
    /// Not known: it hangs on an open reading, or on a fact that nobody stated.
    Unsettled,
}

/// A vote on file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GivenVote<'a> {
    /// As it was cast.
    pub act: &'a ActRow,
    /// Whether it counts.
    pub counts: Counts,
    /// How many of the voter's votes it gives, where they may go different ways; none: all.
    pub part: Option<Ratio>,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// Whether somebody may vote in a ballot: on its roll, and the vote for this decision not lost. Reasons are kept.
    pub(crate) fn may_vote_in(&mut self, ballot: &Ballot<'a>, who: Sym, on: Date) -> Tri {
        let on_roll = self.on_roll(who, ballot, on);
        if on_roll != Tri::Yes {
            return on_roll;
        }
        let scope = self.world.program.decision(ballot.decision).map_or(Sym::NONE, |decision| decision.name);
        !self.lost(RightIr { verb: self.world.names.vote, scope }, who, on)
    }

    /// Whether as many voted in an election as it takes for anybody to be elected: by the number declared, else by the
    /// votes on file. A reason is kept where they are too few.
    pub(crate) fn enough_voters(&mut self, ballot: &Ballot<'a>, on: Date) -> Tri {
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Tri::Yes };
        let least = match self.line(&decision.elect) {
            Ok(elect) => elect.and_then(|elect| elect.at_least_voters),
            Err(_) => return Tri::Unknown,
        };
        let Some(least) = least else { return Tri::Yes };
        let declared = self.declared(ballot, self.world.names.returned);
        let votes = self.votes(ballot, on);
        let mut voted: Vec<Sym> =
            votes.iter().filter(|vote| vote.counts == Counts::Yes).map(|vote| vote.act.by).collect();
        voted.sort_unstable();
        voted.dedup();
        let counted = voted.len();
        let voters = match (declared, counted) {
            (Some(declared), _) => declared,
            (None, 0) => {
                self.need(NeedOf::Fact(self.world.names.returned, ballot.id));
                return Tri::Unknown;
            }
            (None, counted) => Ratio::count(counted),
        };
        let least = Ratio::count(usize::try_from(least).unwrap_or(usize::MAX));
        let enough = voters >= least;
        if !enough {
            self.note(Reason::TooFewVoters, Some(decision.clause), words!(decision.name, voters, least));
        }
        Tri::from(enough)
    }

    /// Every vote on file of a ballot, in order, and whether it counts: the first valid one of each voter does, or as
    /// many as the voter has where they may go different ways.
    pub(crate) fn votes(&mut self, ballot: &Ballot<'a>, on: Date) -> Vec<GivenVote<'a>> {
        let names = self.world.names;
        let closes = self.closes(ballot).unwrap_or(on).min(on);
        let opened = ballot.opened.unwrap_or(Date::MIN);
        let may_split = self.may_split(ballot);
        let mut voted: SmallVec<[Sym; 8]> = SmallVec::new();
        let mut left: Vec<(Sym, Ratio)> = Vec::new();
        let mut held: Vec<(Sym, Sym)> = Vec::new();
        let mut votes = Vec::new();
        for act in self.world.view.about(ballot.id, names.cast) {
            self.until(on, act.on);
            if act.on > on {
                continue;
            }
            let mut part = None;
            let mut counts = if act.on < opened || act.on > closes {
                Counts::OutOfTime
            } else if voted.contains(&act.by) {
                Counts::Repeated
            } else {
                match self.silently(|e| e.may_vote_in(ballot, act.by, act.on)) {
                    Tri::Yes => self.by_proxy(ballot, act, &mut held),
                    Tri::No => Counts::NotOnRoll,
                    Tri::Unknown => Counts::Unsettled,
                }
            };
            if may_split && counts == Counts::Yes {
                (counts, part) = self.given_of(ballot, act, &mut left, on);
            }
            if matches!(counts, Counts::Yes | Counts::Unsettled) && !may_split {
                voted.push(act.by);
            }
            votes.push(GivenVote { act, counts, part });
        }
        votes
    }

    /// Whether the votes of one voter may go different ways.
    pub(crate) fn may_split(&mut self, ballot: &Ballot<'a>) -> bool {
        let program = self.world.program;
        let decision = program.decision(ballot.decision);
        decision.is_some_and(
            |decision| matches!(self.line(&decision.vote), Ok(Some(terms)) if terms.contains(&VoteTerm::MaySplit)),
        )
    }

    /// How many of the votes that a voter has left an act gives: as many as it says, else all.
    fn given_of(
        &mut self,
        ballot: &Ballot<'a>,
        act: &'a ActRow,
        left: &mut Vec<(Sym, Ratio)>,
        on: Date,
    ) -> (Counts, Option<Ratio>) {
        if !left.iter().any(|(who, _)| *who == act.by) {
            // As many as they had when the roll was drawn: what changes later undoes no vote that was taken.
            let then = ballot.opened.unwrap_or(on);
            let whole = self.as_drawn(ballot, |e| e.votes_of(ballot, act.by, then));
            let Some(whole) = whole else { return (Counts::Unsettled, None) };
            left.push((act.by, whole));
        }
        let Some((_, rest)) = left.iter_mut().find(|(who, _)| *who == act.by) else { return (Counts::TooMany, None) };
        let given = match act.field(self.world.names.votes) {
            Some(Field::Number(number)) => number,
            _ => *rest,
        };
        match rest.minus(given) {
            Ok(remaining) if given > Ratio::ZERO && remaining >= Ratio::ZERO => {
                *rest = remaining;
                (Counts::Yes, Some(given))
            }
            _ => (Counts::TooMany, None),
        }
    }

    /// How many votes a voter has in a ballot: one, or by the table that weighs them. None: it is not known.
    pub(crate) fn votes_of(&mut self, ballot: &Ballot<'a>, who: Sym, on: Date) -> Option<Ratio> {
        let decision = self.world.program.decision(ballot.decision)?;
        let Some(table) = decision.weight else { return Some(Ratio::count(1)) };
        match self.silently(|e| e.table_value(table, who, None, on)) {
            TableValue::Is(Amount::Number(number)) => Some(number),
            TableValue::Is(Amount::Money(_)) | TableValue::Nothing => Some(Ratio::ZERO),
            TableValue::Unknown => None,
        }
    }

    /// Whether a vote that another holds may count beside those of others that this holder has given already.
    fn by_proxy(&mut self, ballot: &Ballot<'a>, act: &'a ActRow, held: &mut Vec<(Sym, Sym)>) -> Counts {
        let program = self.world.program;
        let holder = act.word(self.world.names.holder).filter(|holder| *holder != act.by);
        let Some((holder, decision)) = holder.zip(program.decision(ballot.decision)) else { return Counts::Yes };
        let most = match self.line(&decision.proxies) {
            Ok(None) => return Counts::Yes,
            Ok(Some(Proxies::None)) => 0,
            Ok(Some(Proxies::AtMost(most))) => *most,
            Err(_) => return Counts::Unsettled,
        };
        let of_holder = held.iter().filter(|(known, _)| *known == holder);
        let is_known = of_holder.clone().any(|(_, voter)| *voter == act.by);
        if !is_known && of_holder.count() >= usize::try_from(most).unwrap_or(usize::MAX) {
            return Counts::Proxy;
        }
        if !is_known {
            held.push((holder, act.by));
        }
        Counts::Yes
    }

    /// Those who cast one of these choices: the first valid vote of each voter stands.
    pub(super) fn cast(&mut self, choices: &[Sym], env: Env<'a>) -> Members {
        let names = self.world.names;
        let Some(ballot) = self.at_hand(env) else { return Members::default() };
        if ballot.declared.is_some_and(|act| act.field(names.yes).is_some() || act.field(names.no).is_some()) {
            return self.declared_votes(&ballot, choices);
        }
        let mut seen: Vec<Sym> = Vec::new();
        let mut members = Members::default();
        for GivenVote { act, counts, part } in self.votes(&ballot, env.on) {
            let into = match counts {
                Counts::Yes => &mut members.sure,
                Counts::Unsettled => &mut members.unsure,
                _ => continue,
            };
            seen.push(act.by);
            if act.word(names.choice).is_some_and(|choice| choices.contains(&choice)) {
                if !into.contains(&act.by) {
                    into.push(act.by);
                }
                members.parts.extend(part.map(|part| (act.by, part)));
            }
        }
        if choices.contains(&names.abstain) && self.silent_abstain(&ballot) {
            let there = self.members(&self.world.program.sets.present, env);
            let silent: Vec<Sym> = there.sure.into_iter().filter(|who| !seen.contains(who)).collect();
            for who in silent {
                match self.silently(|e| e.on_roll(who, &ballot, env.on)) {
                    Tri::Yes => members.sure.push(who),
                    Tri::Unknown => members.unsure.push(who),
                    Tri::No => {}
                }
            }
        }
        members
    }

    /// Whether papers lie in the box whose sums nobody has declared yet.
    pub(super) fn waits_for_the_box(&mut self, ballot: &Ballot<'a>, on: Date) -> bool {
        let names = self.world.names;
        let votes = self.world.view.about(ballot.id, names.cast);
        let is_declared =
            ballot.declared.is_some_and(|act| act.field(names.yes).is_some() || act.field(names.no).is_some());
        !is_declared && votes.iter().any(|act| act.on <= on && act.word(names.choice) == Some(names.secret))
    }

    fn silent_abstain(&mut self, ballot: &Ballot<'a>) -> bool {
        let program = self.world.program;
        let decision = program.decision(ballot.decision);
        decision.is_some_and(|decision| matches!(self.line(&decision.silence), Ok(Some(Silence::Abstains))))
    }

    fn declared_votes(&mut self, ballot: &Ballot<'a>, choices: &[Sym]) -> Members {
        let names = self.world.names;
        let number = |name: Sym| self.declared(ballot, name).unwrap_or(Ratio::ZERO);
        let all = [names.yes, names.no, names.abstain];
        let explicit = |wanted: &[Sym]| wanted.iter().try_fold(Ratio::ZERO, |sum, name| sum.plus(number(*name)));
        let Ok(mut total) = explicit(choices) else { return Members::default() };
        if choices.contains(&names.secret)
            && let Some(returned) = self.declared(ballot, names.returned)
        {
            total = total.max(returned);
        }
        let cast = explicit(&all).unwrap_or(Ratio::ZERO);
        if choices.contains(&names.abstain) && self.silent_abstain(ballot) {
            let present =
                self.declared(ballot, names.present).or_else(|| self.declared(ballot, names.present_at_opening));
            let silent = present.and_then(|present| present.minus(cast).ok()).unwrap_or(Ratio::ZERO);
            total = total.plus(silent.max(Ratio::ZERO)).unwrap_or(total);
        }
        Members { declared: Some(total), ..Members::default() }
    }
}
