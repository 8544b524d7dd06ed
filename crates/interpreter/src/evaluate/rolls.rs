//! The roll of a ballot: as of which day, as it was drawn, and what two officers changed in it afterwards.

use charter::Reason;
use charter::register::start_of;
use kernel::Date;
use smallvec::SmallVec;

use super::sets::Members;
use super::{Ballot, Env, Evaluator, Tri, words};
use crate::index::{ActRow, Drawn, Field, View};
use crate::program::{RightIr, RollIr};
use crate::symbols::Sym;

/// A change of a roll that two officers recorded.
#[derive(Clone, Copy)]
struct RollChange<'a> {
    /// Whether the elector is on the roll by it.
    on_roll: bool,
    /// The acts of the two.
    acts: [&'a ActRow; 2],
}

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// The day as of which the roll is drawn up.
    pub(crate) fn record_date(&mut self, ballot: &Ballot<'a>, roll: &'a RollIr, on: Date) -> Date {
        let names = self.world.names;
        if let Some(fixed) = self.world.view.about(ballot.id, names.fix_roll).first() {
            self.until(self.as_of, fixed.on);
            return fixed.on;
        }
        if let Some(occ) = &roll.fixed_when {
            let env = Env { subject: ballot.id, ..self.at_ballot(*ballot, on) };
            if let Some((date, _)) = self.occurrences(occ, env).first() {
                self.until(self.as_of, *date);
                return *date;
            }
        }
        self.until(self.as_of, ballot.opened.unwrap_or(on));
        ballot.opened.unwrap_or(on).min(self.as_of)
    }

    /// Whether somebody is on the roll of a ballot: as it was drawn, and as it was changed since. Reasons are kept.
    pub(crate) fn on_roll(&mut self, who: Sym, ballot: &Ballot<'a>, on: Date) -> Tri {
        match self.roll_change(who, ballot, on) {
            Some(change) => {
                let [first, second] = change.acts;
                let clause = self.world.program.decision(ballot.decision).map(|decision| decision.clause);
                let (reason, args) = (roll_changed(change.on_roll), words!(who, first.by, second.by, second.on));
                self.note_act(reason, clause, second.id, args);
                Tri::from(change.on_roll)
            }
            None => self.as_drawn(ballot, |e| e.on_roll_of_record(who, ballot, on)),
        }
    }

    /// Whether the roll of a ballot was drawn with somebody on it who had the vote then.
    pub(crate) fn drawn_on_roll(&mut self, who: Sym, ballot: &Ballot<'a>, on: Date) -> Tri {
        self.as_drawn(ballot, |e| e.would_be_on_roll(who, ballot, on))
    }

    /// Whether it would have been, had everything been on record that is on record now.
    pub(crate) fn would_be_on_roll(&mut self, who: Sym, ballot: &Ballot<'a>, on: Date) -> Tri {
        let on_roll = self.on_roll_of_record(who, ballot, on);
        if on_roll == Tri::No {
            return on_roll;
        }
        let scope = self.world.program.decision(ballot.decision).map_or(Sym::NONE, |decision| decision.name);
        let had_lost = self.lost(RightIr { verb: self.world.names.vote, scope }, who, ballot.opened.unwrap_or(on));
        super::and(on_roll, !had_lost)
    }

    /// Whether somebody is on the roll of a ballot by the record that is seen. Reasons are kept.
    fn on_roll_of_record(&mut self, who: Sym, ballot: &Ballot<'a>, on: Date) -> Tri {
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Tri::No };
        let Ok(roll) = self.line(&decision.roll) else { return Tri::Unknown };
        let Some(roll) = roll else {
            self.need_decision(decision.of, decision.name);
            return Tri::Unknown;
        };
        let day = self.record_date(ballot, roll, on);
        let mark = self.mark();
        let env = self.at_ballot(*ballot, day);
        let result = self.belongs(who, &roll.who, env);
        let reason = if result == Tri::Yes { Reason::OnRoll } else { Reason::NotOnRoll };
        self.above(mark, reason, Some(decision.clause), words!(who, roll.who.name, day));
        result
    }

    /// Everybody on the roll of the ballot at hand.
    pub(super) fn roll_members(&mut self, env: Env<'a>) -> Members {
        let Some(ballot) = self.at_hand(env) else { return Members::default() };
        if let Some(declared) = self.declared(&ballot, self.world.names.roll) {
            return Members { declared: Some(declared), ..Members::default() };
        }
        let program = self.world.program;
        let Some(decision) = program.decision(ballot.decision) else { return Members::default() };
        let Ok(Some(roll)) = self.line(&decision.roll) else { return Members::default() };
        let day = self.record_date(&ballot, roll, env.on);
        let mut members = self.as_drawn(&ballot, |e| e.members(&roll.who, Env { on: day, ..env }));
        for who in self.electors_of_changes(&ballot) {
            let Some(change) = self.roll_change(who, &ballot, env.on) else { continue };
            members.sure.retain(|known| *known != who);
            members.unsure.retain(|known| *known != who);
            if change.on_roll {
                members.sure.push(who);
            }
        }
        members
    }

    /// Judges by what was on record when the roll of a ballot was drawn: when it was fixed, else when the ballot opened.
    pub(crate) fn as_drawn<R>(&mut self, ballot: &Ballot<'a>, judge: impl FnOnce(&mut Self) -> R) -> R {
        let names = self.world.names;
        let view = self.world.view;
        // Of several, the one that was written down first drew it.
        let first = |kind: Sym| view.about(ballot.id, kind).into_iter().min_by_key(|act| act.recorded_at);
        let Some(act) = first(names.fix_roll).or_else(|| first(names.open_ballot)) else { return judge(self) };
        // What is announced ahead is drawn on its day.
        let recorded_at = act.recorded_at.max(start_of(act.on));
        let drawn = Some(Drawn { recorded_at, on: act.on });
        let reaches_back = view.index.reaches_back(recorded_at, act.on)
            || view.extra.iter().any(|supposed| supposed.on <= act.on && supposed.recorded_at > recorded_at);
        if view.drawn == drawn || !reaches_back {
            return judge(self);
        }
        let spells = std::mem::take(&mut self.spells);
        let instances = std::mem::take(&mut self.instances);
        self.world.view = View { drawn, ..view };
        let result = judge(self);
        self.world.view = view;
        self.spells = spells;
        self.instances = instances;
        result
    }

    /// Everybody about whom a change of the roll is on file.
    pub(crate) fn electors_of_changes(&self, ballot: &Ballot<'a>) -> Vec<Sym> {
        let names = self.world.names;
        let acts = self.world.view.about(ballot.id, names.change_roll);
        let mut electors: Vec<Sym> = acts.iter().filter_map(|act| act.word(names.elector)).collect();
        electors.sort_unstable();
        electors.dedup();
        electors
    }

    /// What two officers made of somebody's place on a roll by a day, and no later than the ballot's last.
    fn roll_change(&mut self, who: Sym, ballot: &Ballot<'a>, on: Date) -> Option<RollChange<'a>> {
        let names = self.world.names;
        let acts = self.world.view.about(ballot.id, names.change_roll);
        if acts.is_empty() {
            return None;
        }
        let last = self.closes(ballot).unwrap_or(Date::MAX).min(on.max(self.as_of));
        let mut change = None;
        let mut waiting: SmallVec<[&'a ActRow; 2]> = SmallVec::new();
        for act in acts.into_iter().filter(|act| act.word(names.elector) == Some(who)) {
            self.until(self.as_of, act.on);
            if act.on > last || !self.is_organ(act.by) {
                continue;
            }
            let says = puts_on(act, names.on_roll);
            waiting.retain(|other| puts_on(other, names.on_roll) == says && other.by != act.by);
            match waiting.first() {
                Some(first) => {
                    change = Some(RollChange { on_roll: says, acts: [first, act] });
                    waiting.clear();
                }
                None => waiting.push(act),
            }
        }
        change
    }

    /// Whether a name is an office or a body of the charter.
    fn is_organ(&self, name: Sym) -> bool {
        let program = self.world.program;
        program.offices.iter().any(|(office, _)| *office == name) || program.bodies.iter().any(|body| body.name == name)
    }
}

fn puts_on(act: &ActRow, field: Sym) -> bool {
    act.field(field) == Some(Field::YesNo(true))
}

fn roll_changed(on_roll: bool) -> Reason {
    if on_roll { Reason::PutOnRoll } else { Reason::StruckFromRoll }
}
