//! A body whole: every seat through time, who fills those that are vacant, and whether those who are left can reach a quorum.

use charter::Node;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::QuorumMoment;
use chrono::{DateTime, Utc};
use kernel::Date;
use smallvec::{SmallVec, smallvec};

use super::Judge;
use super::lists::label;
use crate::evaluate::{Tri, World};
use crate::index::{ActRow, Field, View};
use crate::program::{Body, BodyId};
use crate::symbols::Sym;
use crate::trace;

/// A body as it stands on a day.
#[derive(Clone, Debug)]
pub struct BodySheet {
    /// Its name.
    pub name: String,
    /// The clause that makes it.
    pub clause: ClauseLabel,
    /// Its seats, in the order in which the charter names them.
    pub seats: Vec<SeatSheet>,
    /// Whether those who hold its voting seats on the day can reach its quorum if all of them come; `None` where the charter
    /// names no quorum, or it cannot be said.
    pub can_be_quorate: Option<bool>,
    /// The first day from then on, as far as terms are known, on which they cannot any more.
    pub quorum_lost: Option<Date>,
}

/// One seat.
#[derive(Clone, Debug)]
pub struct SeatSheet {
    /// Its name, `body/seat`.
    pub name: String,
    /// Whether it votes.
    pub votes: bool,
    /// Who held it, in order, with those to come.
    pub held: Vec<Held>,
    /// Since when it is vacant; `None` inside: it was never filled.
    pub vacant: Option<Option<Date>>,
    /// Who may fill it, in order, each with the last day on which they may.
    pub fillers: Vec<(String, Option<Date>)>,
    /// Why they.
    pub because: Vec<Node>,
}

/// One tenure of a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The organisation, or else the person.
    pub by: String,
    /// The person, where an organisation holds the seat through one.
    pub person: Option<String>,
    /// The first day.
    pub from: Date,
    /// The last day, as scheduled or as it came; `None`: without end.
    pub last: Option<Date>,
}

/// Every body of the charter in force.
pub(crate) fn sheets(world: World<'_>, on: Date) -> Vec<BodySheet> {
    let bodies = (0_u16..).zip(&world.program.bodies);
    bodies.map(|(place, body)| sheet(world, BodyId(place), body, on)).collect()
}

fn sheet(world: World<'_>, id: BodyId, body: &Body, on: Date) -> BodySheet {
    let mut judge = Judge::new(world, on);
    let seats: Vec<(Sym, bool)> = judge.seats(id, on);
    let seats: Vec<SeatSheet> = seats.into_iter().map(|(seat, votes)| seat_sheet(world, id, seat, votes, on)).collect();
    let can_be_quorate = could_be_quorate(world, body, &seats, on);
    let ends = seats.iter().flat_map(|seat| &seat.held).filter_map(|held| held.last).filter(|last| *last >= on);
    let mut ends: Vec<Date> = ends.map(Date::next).collect();
    ends.sort_unstable();
    ends.dedup();
    let is_lost = |day: &Date| could_be_quorate(world, body, &seats, *day) == Some(false);
    BodySheet {
        name: world.view.index.symbols().name(body.name).to_owned(),
        clause: label(world.program, body.clause),
        quorum_lost: ends.into_iter().filter(|_| can_be_quorate == Some(true)).find(is_lost),
        seats,
        can_be_quorate,
    }
}

fn seat_sheet(world: World<'_>, id: BodyId, seat: Sym, votes: bool, on: Date) -> SeatSheet {
    let mut judge = Judge::new(world, on);
    let symbols = world.view.index.symbols();
    let name = |sym: Sym| symbols.name(sym).to_owned();
    let tenures = judge.tenures(id, seat, Date::MAX);
    let held = tenures.iter().map(|tenure| Held {
        by: name(if tenure.organisation.is_none() { tenure.person } else { tenure.organisation }),
        person: (!tenure.organisation.is_none() && !tenure.person.is_none()).then(|| name(tenure.person)),
        from: tenure.from,
        last: Some(tenure.to.previous()).filter(|last| *last < Date::MAX.previous()),
    });
    let held: Vec<Held> = held.collect();
    let mut judge = Judge::new(world, on);
    let vacant =
        judge.seat_state(id, seat, on).vacant.map(|(since, ..)| Some(since).filter(|since| *since > Date::MIN));
    let mut judge = Judge::new(world, on);
    let fillers = if vacant.is_some() { judge.fillers(seat, on).unwrap_or_default() } else { Vec::new() };
    SeatSheet {
        name: name(seat),
        votes,
        held,
        vacant,
        fillers: fillers.into_iter().map(|(by, last)| (name(by), last)).collect(),
        because: if vacant.is_some() { trace::tree(&judge.trace, world.program, symbols) } else { Vec::new() },
    }
}

/// Whether a body would have a quorum if every holder of a voting seat came and voted.
fn could_be_quorate(world: World<'_>, body: &Body, seats: &[SeatSheet], on: Date) -> Option<bool> {
    let names = world.names;
    let symbols = world.view.index.symbols();
    let decision = world.program.decisions.iter().find(|decision| decision.of == body.name)?;
    if body.quorum.is_empty() && decision.quorum.is_empty() {
        return None;
    }
    let is_held = |seat: &&SeatSheet| {
        seat.votes && seat.held.iter().any(|held| held.from <= on && held.last.is_none_or(|last| on <= last))
    };
    let voters: Vec<Sym> = seats.iter().filter(is_held).filter_map(|seat| symbols.get(&seat.name)).collect();
    // The supposed ballot bears the body's own name, which no ballot does.
    let row = |kind: Sym, by: Sym, fields: SmallVec<[(Sym, Field); 1]>| ActRow {
        kind,
        by,
        about: body.name,
        on,
        fields,
        present: SmallVec::new(),
        recorded_at: DateTime::<Utc>::MAX_UTC,
        place: u32::MAX,
        id: Sym::NONE,
    };
    let mut supposed = vec![row(
        names.open_ballot,
        Sym::NONE,
        smallvec![(names.decision, Field::Word(decision.name)), (names.meeting, Field::Word(body.name))],
    )];
    for voter in voters {
        supposed.push(row(names.attend, voter, SmallVec::new()));
        supposed.push(row(names.cast, voter, smallvec![(names.choice, Field::Word(names.yes))]));
    }
    let view = View { extra: &supposed, ..world.view };
    let mut judge = Judge::new(World { view, ..world }, on);
    let ballot = judge.ballot(body.name)?;
    let moments = [QuorumMoment::EachVote, QuorumMoment::ToOpen, QuorumMoment::ToDecide];
    match judge.quorate(&ballot, on, &moments) {
        Tri::Yes => Some(true),
        Tri::No => Some(false),
        Tri::Unknown => None,
    }
}
