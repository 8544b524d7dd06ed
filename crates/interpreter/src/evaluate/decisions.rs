//! Decisions: rolls, presence, quorum, thresholds over sets, ties, results.

use charter::Reason;
use charter_syntax::ast::QuorumMoment;
use kernel::{Date, Ratio};

use super::conditions::Val;
use super::{BallotAt, Choice, Env, Evaluator, NeedOf, Tri, World, words};
use crate::index::{ActRow, Field, PlatformNames, View};
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

/// One ballot or motion: what its acts say.
#[derive(Clone, Copy, Debug)]
pub struct Ballot<'a> {
    /// Its identifier.
    pub id: Sym,
    /// The decision it is one of.
    pub decision: DecisionId,
    /// The meeting it was put to.
    pub meeting: Sym,
    /// Whom or what it is about.
    pub for_: Sym,
    /// The day it opened.
    pub opened: Option<Date>,
    /// The day it closed by an act.
    pub closed: Option<Date>,
    /// The motion as filed.
    pub filed: Option<&'a ActRow>,
    /// The result as declared.
    pub declared: Option<&'a ActRow>,
    /// The newest of its acts.
    pub latest: Option<&'a ActRow>,
}

impl Ballot<'_> {
    /// A ballot under a decision of which nothing is on file yet.
    pub fn of(decision: DecisionId, id: Sym, meeting: Sym) -> Self {
        Ballot {
            id,
            decision,
            meeting,
            for_: Sym::NONE,
            opened: None,
            closed: None,
            filed: None,
            declared: None,
            latest: None,
        }
    }
}

/// What is on file of a meeting.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeetingFacts {
    /// Its kind.
    pub kind: Option<MeetingId>,
    /// The day it opens or opened.
    pub opens: Option<Date>,
    /// The day it was called.
    pub called: Option<Date>,
    /// The day it closed.
    pub closed: Option<Date>,
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// A ballot by its identifier.
    pub(crate) fn ballot(&mut self, id: Sym) -> Option<Ballot<'a>> {
        let names = self.world.names;
        let mut ballot = Ballot::of(DecisionId(u16::MAX), id, Sym::NONE);
        let mut decision = Sym::NONE;
        for kind in [names.file_motion, names.open_ballot, names.close_ballot, names.declare_result] {
            for act in self.world.view.about(id, kind) {
                // A result that is declared later is not known yet.
                if kind == names.declare_result && act.on > self.as_of {
                    self.until(self.as_of, act.on);
                    continue;
                }
                decision = act.word(names.decision).unwrap_or(decision);
                ballot.meeting = act.word(names.meeting).unwrap_or(ballot.meeting);
                ballot.for_ = act.word(names.for_).unwrap_or(ballot.for_);
                if kind == names.file_motion {
                    ballot.filed = ballot.filed.or(Some(act));
                } else if kind == names.open_ballot {
                    ballot.opened = ballot.opened.or(Some(act.on));
                } else if kind == names.close_ballot {
                    ballot.closed = Some(act.on);
                } else {
                    ballot.declared = Some(act);
                }
                if ballot.latest.is_none_or(|latest| (latest.on, latest.place) < (act.on, act.place)) {
                    ballot.latest = Some(act);
                }
            }
        }
        ballot.decision = self.world.program.decision_named(decision)?;
        Some(ballot)
    }

    /// The version under which a ballot began, where that is another one, it knows the decision and nothing moved the
    /// decision to the new version.
    fn version_of(&self, ballot: &Ballot<'a>) -> Option<&'a Program> {
        let filed = ballot.filed.map(|act| act.on);
        let begun = [filed, ballot.opened, ballot.declared.map(|act| act.on)].into_iter().flatten().min()?;
        let earlier = self.other_version(begun)?;
        let decision = self.world.program.decision(ballot.decision)?;
        earlier.decision_named(decision.name).filter(|_| !decision.follows_new_version).map(|_| earlier)
    }

    /// Judges under another version. Its reasons are of that version's clauses and stay there; what it needs is kept.
    pub(super) fn under<R>(
        &mut self,
        program: &'a Program,
        on: Date,
        judge: impl FnOnce(&mut Evaluator<'_, false>) -> R,
    ) -> R {
        let chosen = choices(program, self.world.view, self.world.names, on);
        let world = World { program, choices: &chosen, ..self.world };
        let mut other = Evaluator::<false>::new(world, self.as_of);
        other.open_outcomes.clone_from(&self.open_outcomes);
        let result = judge(&mut other);
        let (horizon, needs) = (other.horizon, std::mem::take(&mut other.needs));
        self.until(on, horizon);
        for need in needs {
            if !matches!(need, NeedOf::Reading(_)) {
                self.need(need);
            }
        }
        result
    }

    /// What is on file of a meeting.
    pub(crate) fn meeting_facts(&mut self, id: Sym) -> MeetingFacts {
        let names = self.world.names;
        let mut facts = MeetingFacts::default();
        for act in self.world.view.about(id, names.call_meeting) {
            facts.kind = facts.kind.or(act.word(names.meeting).and_then(|name| self.world.program.meeting_named(name)));
            facts.called = facts.called.or(Some(act.on));
            if let Some(Field::Date(date)) = act.field(names.opens) {
                facts.opens = Some(date);
            }
        }
        for act in self.world.view.about(id, names.open_meeting) {
            facts.kind = facts.kind.or(act.word(names.meeting).and_then(|name| self.world.program.meeting_named(name)));
            facts.opens = Some(act.on);
        }
        for act in self.world.view.about(id, names.close_meeting) {
            facts.closed = Some(act.on);
        }
        facts
    }

    /// The ballot at hand.
    pub(crate) fn at_hand(&self, env: Env<'_>) -> Option<Ballot<'a>> {
        env.ballot.and_then(|at| self.ballots.get(at.0)).copied()
    }

    /// The environment of a ballot on a day: its subject and the ballot itself.
    pub(crate) fn at_ballot(&mut self, ballot: Ballot<'a>, on: Date) -> Env<'a> {
        let known = self.ballots.iter().position(|known| known.id == ballot.id);
        let place = known.unwrap_or(self.ballots.len());
        if known.is_none() {
            self.ballots.push(ballot);
        }
        let subject = if ballot.for_.is_none() { ballot.id } else { ballot.for_ };
        Env { ballot: Some(BallotAt(place)), start: ballot.opened.unwrap_or(Date::MIN), ..Env::of(subject, on) }
    }

    /// The last day on which votes are taken: by act, by the charter, or by the declaration of the result.
    pub(crate) fn closes(&mut self, ballot: &Ballot<'a>) -> Option<Date> {
        let program = self.world.program;
        let decision = program.decision(ballot.decision)?;
        if let Some(day) = ballot.closed {
            return Some(day);
        }
        if let Ok(Some((span, from))) = self.line(&decision.open) {
            let env = Env { subject: ballot.id, ..self.at_ballot(*ballot, self.as_of) };
            let begun = self.occurrences(from, env).first().map(|(date, _)| *date);
            if let Some(end) = begun.or(ballot.opened).and_then(|begun| self.last_day(begun, *span, false)) {
                return Some(end);
            }
        }
        ballot.declared.map(|act| act.on)
    }

    /// Whether a ballot or meeting is quorate on a day, looking at the quorums of some moments. Reasons are kept.
    pub(crate) fn quorate(&mut self, ballot: &Ballot<'a>, on: Date, moments: &[QuorumMoment]) -> Tri {
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Tri::Unknown };
        let own = &decision.quorum;
        let lines: &'a [Line<QuorumIr>] = match decision.of_body.and_then(|body| program.body(body)) {
            Some(body) if own.is_empty() => &body.quorum,
            _ => own,
        };
        let opening = self.meeting_facts(ballot.meeting).opens.map_or(on, |opens| opens.min(on));
        let mut result = Tri::Yes;
        for line in lines.iter().filter(|line| moments.contains(&line.is.when)) {
            let Ok(active) = self.active(&line.under) else { return Tri::Unknown };
            if !active {
                continue;
            }
            let mark = self.mark();
            let env = self.at_ballot(*ballot, if line.is.when == QuorumMoment::ToOpen { opening } else { on });
            let one = self.condition(&line.is.needs, env);
            let reason = if one == Tri::Yes { Reason::Quorate } else { Reason::NotQuorate };
            self.above(mark, reason, Some(line.is.clause), words!(decision.name));
            result = super::rights::and(result, one);
        }
        result
    }

    /// Whether a ballot is carried, and the day that was settled. Reasons are kept. A ballot that began under an earlier
    /// version is judged by that version.
    pub(crate) fn outcome(&mut self, ballot: &Ballot<'a>, on: Date) -> (Tri, Option<Date>) {
        let program = self.world.program;
        if let Some(earlier) = self.version_of(ballot) {
            return self
                .under(earlier, on, |judge| judge.ballot(ballot.id).map(|same| judge.outcome(&same, on)))
                .unwrap_or((Tri::Unknown, None));
        }
        let Some(decision) = program.decision(ballot.decision) else { return (Tri::Unknown, None) };
        let ends = [self.closes(ballot), ballot.declared.map(|act| act.on)];
        for day in ends.into_iter().flatten() {
            self.until(on, day);
        }
        let decided = ends.into_iter().flatten().min().filter(|day| *day <= on);
        let Some(day) = decided else {
            self.note(Reason::Undecided, Some(decision.clause), words!(decision.name, decision.of));
            self.need_decision(if decision.of.is_none() { decision.name } else { decision.of }, ballot.id);
            return (Tri::Unknown, None);
        };
        // A ballot that closes by itself is settled when its last day is over.
        let settled = if ballot.declared.is_none() && ballot.closed.is_none() { day.next() } else { day };
        if settled > on {
            self.until(on, settled);
            self.need_decision(decision.of, ballot.id);
            return (Tri::Unknown, None);
        }
        if self.waits_for_the_box(ballot, on) {
            self.note(Reason::Undecided, Some(decision.clause), words!(decision.name, decision.of));
            self.need_decision(if decision.of.is_none() { decision.name } else { decision.of }, ballot.id);
            return (Tri::Unknown, None);
        }
        let mark = self.mark();
        let quorate =
            self.quorate(ballot, day, &[QuorumMoment::EachVote, QuorumMoment::ToOpen, QuorumMoment::ToDecide]);
        let (result, broken) = match quorate {
            Tri::Yes => match self.tie(ballot, decision, day, on) {
                Some((result, broken)) => (result, broken),
                None => (self.carried(ballot, decision, day), None),
            },
            other => (other, None),
        };
        let settled = broken.map_or(settled, |broken| broken.max(settled));
        let reason = match result {
            Tri::Yes => Reason::Carried,
            Tri::No => Reason::NotCarried,
            Tri::Unknown => Reason::Undecided,
        };
        let last = if result == Tri::Unknown { Arg::Name(decision.of) } else { Arg::Date(settled) };
        self.above(mark, reason, Some(decision.clause), [Arg::Name(decision.name), last, Arg::None, Arg::None]);
        (result, (result != Tri::Unknown).then_some(settled))
    }

    fn carried(&mut self, ballot: &Ballot<'a>, decision: &'a Decision, on: Date) -> Tri {
        let env = self.at_ballot(*ballot, on);
        let Ok(Some(cases)) = self.line(&decision.carried) else {
            self.need_decision(decision.of, decision.name);
            return Tri::Unknown;
        };
        for (when, needs) in cases {
            match when.as_ref().map_or(Tri::Yes, |when| self.condition(when, env)) {
                Tri::Yes => return self.condition(needs, env),
                Tri::Unknown => return Tri::Unknown,
                Tri::No => {}
            }
        }
        Tri::No
    }

    /// On equal votes on the day of the decision: what the tie rule says, where it says anything but "not carried", and
    /// the day of the casting vote, which may come later.
    fn tie(&mut self, ballot: &Ballot<'a>, decision: &'a Decision, day: Date, on: Date) -> Option<(Tri, Option<Date>)> {
        let names = self.world.names;
        let env = self.at_ballot(*ballot, day);
        let sets = &self.world.program.sets;
        let (yes, no) = self.silently(|e| (e.size(&sets.yes, false, env), e.size(&sets.no, false, env)));
        match equal(yes, no) {
            Tri::Yes => {}
            Tri::No => return None,
            // They may be equal, as far as is known: then whatever breaks ties may have to decide.
            Tri::Unknown => {
                let decides = !matches!(self.line(&decision.tie), Ok(Some(TieIr::NotCarried) | None));
                if decides {
                    let _ = (self.size(&sets.yes, false, env), self.size(&sets.no, false, env));
                }
                return decides.then_some((Tri::Unknown, None));
            }
        }
        match self.line(&decision.tie) {
            Ok(Some(TieIr::CastingVote(of))) => {
                self.note(Reason::Tie, Some(decision.clause), words!(decision.name, *of));
                let votes = self.world.view.about(ballot.id, names.casting_vote);
                votes.iter().for_each(|act| self.until(on, act.on));
                let Some(vote) = votes.into_iter().find(|act| act.on <= on) else {
                    self.need_decision(*of, ballot.id);
                    return Some((Tri::Unknown, None));
                };
                self.note_act(Reason::ActOnFile, None, vote.id, words!(vote.kind, vote.by, vote.on));
                Some((Tri::from(vote.word(names.choice) == Some(names.yes)), Some(vote.on)))
            }
            Ok(Some(TieIr::Lot | TieIr::AnotherVote)) => {
                self.note(Reason::Tie, Some(decision.clause), words!(decision.name, "another"));
                self.need_decision(decision.of, ballot.id);
                Some((Tri::Unknown, None))
            }
            Ok(Some(TieIr::NotCarried) | None) => None,
            Err(_) => Some((Tri::Unknown, None)),
        }
    }

    /// Whether the motion was filed this long before its meeting opens.
    pub(super) fn filed_before(&mut self, span: kernel::Span, env: Env<'a>) -> Tri {
        let Some(ballot) = self.at_hand(env) else { return Tri::Unknown };
        let Some(filed) = ballot.filed else {
            self.note(Reason::NoAct, None, words!(self.world.names.file_motion, ballot.id));
            return Tri::No;
        };
        let opens = self.meeting_facts(ballot.meeting).opens.or(ballot.opened);
        let latest = opens.and_then(|opens| self.days_before(opens, span, false));
        let Some(latest) = latest else { return Tri::Unknown };
        self.note_act(Reason::ActOnFile, None, filed.id, words!(filed.kind, filed.by, filed.on));
        self.note(Reason::BackPlanned, None, [Arg::Name(filed.kind), Arg::Span(span), Arg::Date(latest), Arg::None]);
        Tri::from(filed.on <= latest)
    }

    /// Whether the motion was filed as something.
    pub(super) fn filed_as(&mut self, kind: Sym, env: Env<'a>) -> Tri {
        let filed = self.at_hand(env).and_then(|ballot| ballot.filed);
        Tri::from(filed.is_some_and(|act| act.word(self.world.names.filed_as) == Some(kind)))
    }
}

/// The options of a version's readings on a day: as adopted by then, else as proposed.
pub(crate) fn choices(program: &Program, view: View<'_>, names: &PlatformNames, on: Date) -> Vec<Choice> {
    let proposed = program.readings.iter().map(|reading| Choice { option: reading.proposed, adopted: false });
    let mut choices: Vec<Choice> = proposed.collect();
    for act in view.of_kind(names.adopt_reading) {
        let reading = act.word(names.reading).and_then(|name| program.reading_named(name));
        let option = act.word(names.option).unwrap_or(Sym::NONE);
        let Some(id) = reading.filter(|_| act.on <= on) else { continue };
        let place = program.reading(id).and_then(|reading| reading.options.iter().position(|known| *known == option));
        let place = place.and_then(|place| u16::try_from(place).ok());
        if let (Some(choice), Some(place)) = (choices.get_mut(usize::from(id.0)), place) {
            *choice = Choice { option: Some(place), adopted: true };
        }
    }
    choices
}

/// Whether two numbers of votes are equal, and some were cast.
fn equal(yes: Val, no: Val) -> Tri {
    let (Val::Number(yes_low, yes_high), Val::Number(no_low, no_high)) = (yes, no) else { return Tri::Unknown };
    let is_exact = yes_low == yes_high && no_low == no_high;
    if is_exact {
        return Tri::from(yes_low == no_low && yes_low != Ratio::ZERO);
    }
    let overlap = yes_low <= no_high && no_low <= yes_high && yes_high.min(no_high) > Ratio::ZERO;
    if overlap { Tri::Unknown } else { Tri::No }
}
