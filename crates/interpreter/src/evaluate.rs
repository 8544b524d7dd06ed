//! Evaluation of one question at one moment: three-valued, with reasons, needs, readings used and a horizon.
//!
//! Every function takes the date it judges by; the register is read as it is known. The horizon is the first later date
//! on which something looked at can change by itself, or through an act that is already on file.

mod bodies;
mod calendar;
mod conditions;
mod decisions;
mod duties;
mod facts;
mod limits;
mod occurrences;
mod procedures;
mod rights;
mod rolls;
mod sets;
mod standing;
mod tables;
mod vacancies;
mod votes;

use std::rc::Rc;

use charter::Reason;
use charter_syntax::ast::FirstDay;
use kernel::{Date, MonthEnd, Period, Span};
use rustc_hash::FxHashMap;

use crate::index::{ActRow, PlatformNames, View};
use crate::program::*;
use crate::symbols::{Sym, Symbols};
use crate::trace::{Arg, Because};

pub(crate) use bodies::Tenure;
pub use decisions::Ballot;
pub(crate) use decisions::choices;
pub use duties::{DutyState, Instance};
pub use procedures::Stage;
pub(crate) use rights::and;
pub use tables::TableValue;
pub(crate) use votes::{Counts, GivenVote};

/// Yes, no, or not known for want of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tri {
    Yes,
    No,
    Unknown,
}

impl From<bool> for Tri {
    fn from(holds: bool) -> Self {
        if holds { Tri::Yes } else { Tri::No }
    }
}

impl std::ops::Not for Tri {
    type Output = Tri;

    fn not(self) -> Tri {
        match self {
            Tri::Yes => Tri::No,
            Tri::No => Tri::Yes,
            Tri::Unknown => Tri::Unknown,
        }
    }
}

/// What an unknown answer waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedOf {
    /// A fact of somebody.
    Fact(Sym, Sym),
    /// A reading.
    Reading(ReadingId),
    /// Somebody's decision on something.
    Decision(Sym, Sym),
}

/// The option chosen for each reading at this moment; `None`: nothing is proposed or adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The option.
    pub option: Option<u16>,
    /// Adopted by the network.
    pub adopted: bool,
}

/// Whose condition is judged, when, and around what.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The subject of the rule.
    pub subject: Sym,
    /// `about` where no act is at hand: whom a filter compares its candidates with, or whom an act would be about.
    pub around: Sym,
    /// `by` where no act is at hand: who would act.
    pub actor: Sym,
    /// The date of judgement.
    pub on: Date,
    /// The act at hand.
    pub act: Option<&'a ActRow>,
    /// The period at hand.
    pub period: Option<Period>,
    /// Where the instance, spell or case at hand starts.
    pub start: Date,
    /// The ballot at hand.
    pub ballot: Option<BallotAt>,
    /// The day the case at hand was complete.
    pub complete: Option<Date>,
}

impl Env<'_> {
    /// A subject on a date.
    pub fn of(subject: Sym, on: Date) -> Self {
        Env {
            subject,
            around: Sym::NONE,
            actor: Sym::NONE,
            on,
            act: None,
            period: None,
            start: Date::MIN,
            ballot: None,
            complete: None,
        }
    }
}

/// A ballot at hand, by its place among those the evaluation has met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BallotAt(pub(crate) usize);

/// A guard of a line is undecided.
#[derive(Clone, Copy, Debug)]
pub struct Undecided;

/// What a question looks at.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The version that governs.
    pub program: &'a Program,
    /// The register, as known.
    pub view: View<'a>,
    /// Names of the platform.
    pub names: &'a PlatformNames,
    /// Options of readings.
    pub choices: &'a [Choice],
    /// Every version, oldest first: what began under one keeps it.
    pub versions: &'a [Program],
}

/// Judges; with `TRACE`, keeps the reasons.
pub struct Evaluator<'a, const TRACE: bool> {
    pub(crate) world: World<'a>,
    /// The date asked about.
    pub(crate) as_of: Date,
    /// The date whose horizon is being sought.
    now: Date,
    /// The first date after the one at hand on which something looked at can change.
    pub(crate) horizon: Date,
    pub(crate) used: [u64; 4],
    pub(crate) needs: Vec<NeedOf>,
    pub(crate) trace: Vec<Because>,
    depth: u16,
    pending_reading: Option<GuardIr>,
    quiet: u32,
    spells: FxHashMap<(Sym, ClassId), standing::Known>,
    instances: FxHashMap<(Sym, DutyId, Date), Rc<[Instance<'a>]>>,
    ballots: Vec<Ballot<'a>>,
    /// Ballots whose outcome is being worked out: none can depend on itself.
    open_outcomes: Vec<Sym>,
    /// Acts whose own conditions are being looked at, with their kind and their place in the register.
    judged: Vec<(Sym, (Date, u32))>,
    month_end: MonthEnd,
    first_day: FirstDay,
    /// How deep standings are being worked out inside each other.
    nesting: u32,
}

/// Standings that depend on standings that depend on standings: no charter needs more.
const MAX_NESTING: u32 = 64;

impl<'a, const TRACE: bool> Evaluator<'a, TRACE> {
    /// An evaluator for one moment.
    pub fn new(world: World<'a>, as_of: Date) -> Self {
        let mut evaluator = Evaluator {
            world,
            as_of,
            now: as_of,
            horizon: Date::MAX,
            used: [0; 4],
            needs: Vec::new(),
            trace: Vec::new(),
            depth: 0,
            pending_reading: None,
            quiet: 0,
            spells: FxHashMap::default(),
            instances: FxHashMap::default(),
            ballots: Vec::new(),
            open_outcomes: Vec::new(),
            judged: Vec::new(),
            month_end: MonthEnd::Refuse,
            first_day: FirstDay::Excluded,
            nesting: 0,
        };
        evaluator.calendar_rules();
        evaluator
    }

    /// Forgets everything but the moment, keeping the memory, for the next of many subjects.
    pub fn reset(&mut self) {
        self.horizon = Date::MAX;
        self.used = [0; 4];
        self.needs.clear();
        self.trace.clear();
        self.spells.clear();
        self.instances.clear();
        self.ballots.clear();
        self.pending_reading = None;
    }

    fn calendar_rules(&mut self) {
        let program = self.world.program;
        if let Some(rule) = self.chosen(&program.month_end) {
            self.month_end = *rule;
        }
        if let Some(rule) = self.chosen(&program.first_day) {
            self.first_day = *rule;
        }
    }

    /// The line that the readings choose, without counting the readings as used.
    fn chosen<T>(&self, lines: &'a [Line<T>]) -> Option<&'a T> {
        let holds = |line: &&Line<T>| line.under.iter().all(|guard| self.option(guard.0) == Some(guard.1));
        lines.iter().find(holds).map(|line| &line.is)
    }

    fn option(&self, reading: ReadingId) -> Option<u16> {
        self.world.choices.get(usize::from(reading.0)).and_then(|choice| choice.option)
    }

    /// Whether a line's guards hold; every reading looked at counts as used.
    pub(crate) fn active(&mut self, under: &[GuardIr]) -> Result<bool, Undecided> {
        let mut holds = true;
        for guard in under {
            self.use_reading(guard.0);
            match self.option(guard.0) {
                Some(option) => holds &= option == guard.1,
                None => {
                    self.need(NeedOf::Reading(guard.0));
                    return Err(Undecided);
                }
            }
        }
        if let (true, 0, Some(guard)) = (holds, self.quiet, under.first()) {
            self.pending_reading = Some(*guard);
        }
        Ok(holds)
    }

    /// The one line that holds.
    pub(crate) fn line<T>(&mut self, lines: &'a [Line<T>]) -> Result<Option<&'a T>, Undecided> {
        for line in lines {
            if self.active(&line.under)? {
                return Ok(Some(&line.is));
            }
        }
        Ok(None)
    }

    fn use_reading(&mut self, reading: ReadingId) {
        let word = usize::from(reading.0 / 64);
        if let Some(word) = self.used.get_mut(word) {
            *word |= 1 << (reading.0 % 64);
        }
    }

    /// The version that governed on a day, where that is another one.
    fn other_version(&self, on: Date) -> Option<&'a Program> {
        let governing = self.world.versions.iter().rev().find(|program| program.from.unwrap_or(Date::MIN) <= on)?;
        (!std::ptr::eq(governing, self.world.program)).then_some(governing)
    }

    /// Says that the answer rests on how days and months are counted.
    fn counted(&mut self) {
        let program = self.world.program;
        for guard in program.month_end.iter().flat_map(|line| &line.under) {
            self.use_reading(guard.0);
        }
    }

    fn need(&mut self, need: NeedOf) {
        if !self.needs.contains(&need) {
            self.needs.push(need);
        }
    }

    /// Something can change on `day`, seen from `on`. Days that are past at the date whose horizon is sought do not matter.
    fn until(&mut self, on: Date, day: Date) {
        if day > on.max(self.now) && day < self.horizon {
            self.horizon = day;
        }
    }

    /// Judges at another date: its horizon is returned and the present one kept.
    fn elsewhen<R>(&mut self, date: Date, judge: impl FnOnce(&mut Self) -> R) -> (R, Date) {
        let now = std::mem::replace(&mut self.now, date);
        let kept = std::mem::replace(&mut self.horizon, Date::MAX);
        let result = judge(self);
        let theirs = std::mem::replace(&mut self.horizon, kept);
        self.now = now;
        (result, theirs)
    }

    /// Judges without keeping reasons.
    fn silently<R>(&mut self, judge: impl FnOnce(&mut Self) -> R) -> R {
        let pending = self.pending_reading;
        self.quiet += 1;
        let result = judge(self);
        self.quiet -= 1;
        self.pending_reading = pending;
        result
    }

    /// Whether reasons are kept just now.
    fn explaining(&self) -> bool {
        TRACE && self.quiet == 0
    }

    /// Adds a reason.
    fn note(&mut self, reason: Reason, clause: Option<ClauseId>, args: [Arg; 4]) {
        self.note_act(reason, clause, Sym::NONE, args);
    }

    /// Adds a reason that cites an act.
    fn note_act(&mut self, reason: Reason, clause: Option<ClauseId>, act: Sym, args: [Arg; 4]) {
        if self.explaining() {
            let reading = self.pending_reading.take();
            self.trace.push(Because { reason, depth: self.depth, clause, act, reading, args });
        }
    }

    /// Adds a reason found outside the evaluation itself.
    pub(crate) fn say(&mut self, reason: Reason, clause: Option<ClauseId>, act: Sym, args: [Arg; 4]) {
        self.note_act(reason, clause, act, args);
    }

    /// Puts a reason found outside before those found since a mark.
    pub(crate) fn say_above(&mut self, mark: usize, reason: Reason, clause: Option<ClauseId>, args: [Arg; 4]) {
        self.above(mark, reason, clause, args);
    }

    /// Reasons found meanwhile lie behind the last one.
    fn behind<R>(&mut self, find: impl FnOnce(&mut Self) -> R) -> R {
        self.depth += 1;
        let result = find(self);
        self.depth -= 1;
        result
    }

    /// Puts a reason before those found since `mark`, and them behind it.
    fn above(&mut self, mark: usize, reason: Reason, clause: Option<ClauseId>, args: [Arg; 4]) {
        if self.explaining() && mark <= self.trace.len() {
            let reading = self.pending_reading.take();
            for node in self.trace.iter_mut().skip(mark) {
                node.depth += 1;
            }
            self.trace.insert(mark, Because { reason, depth: self.depth, clause, act: Sym::NONE, reading, args });
        }
    }

    fn mark(&self) -> usize {
        self.trace.len()
    }

    fn forget(&mut self, mark: usize) {
        self.trace.truncate(mark);
    }

    /// A date moved by a span under the charter's rules; a refusal is a need.
    fn plus(&mut self, date: Date, span: Span) -> Option<Date> {
        if matches!(span, Span::Months(_)) {
            self.counted();
        }
        date.plus(span, self.month_end)
    }

    /// A name of the register or charter, for reasons.
    pub(crate) fn symbols(&self) -> &'a Symbols {
        self.world.view.index.symbols()
    }
}

/// Four words of a reason from at most four.
macro_rules! words {
    () => {
        [$crate::trace::Arg::None; 4]
    };
    ($a:expr) => {
        [$crate::trace::Arg::from($a), $crate::trace::Arg::None, $crate::trace::Arg::None, $crate::trace::Arg::None]
    };
    ($a:expr, $b:expr) => {
        [$crate::trace::Arg::from($a), $crate::trace::Arg::from($b), $crate::trace::Arg::None, $crate::trace::Arg::None]
    };
    ($a:expr, $b:expr, $c:expr) => {
        [
            $crate::trace::Arg::from($a),
            $crate::trace::Arg::from($b),
            $crate::trace::Arg::from($c),
            $crate::trace::Arg::None,
        ]
    };
    ($a:expr, $b:expr, $c:expr, $d:expr) => {
        [
            $crate::trace::Arg::from($a),
            $crate::trace::Arg::from($b),
            $crate::trace::Arg::from($c),
            $crate::trace::Arg::from($d),
        ]
    };
}
pub(crate) use words;
