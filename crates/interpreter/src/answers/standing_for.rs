//! Who may stand for a seat: every member, with the reasons.

use charter::Node;
use kernel::Date;

use super::Judge;
use crate::evaluate::{Tri, World};
use crate::program::ClassId;
use crate::symbols::Sym;
use crate::trace;

/// Whether a member may stand for a seat.
#[derive(Clone, Debug)]
pub struct Eligible {
    /// Who.
    pub who: String,
    /// Whether they may; `None` while it hangs on something: mostly on which person it is.
    pub may_stand: Option<bool>,
    /// Why.
    pub because: Vec<Node>,
}

/// Every member on a day, in order of names. None: there is no such seat or body.
pub(crate) fn eligible(world: World<'_>, seat: &str, on: Date) -> Option<Vec<Eligible>> {
    let symbols = world.view.index.symbols();
    let seat = symbols.get(seat)?;
    Judge::new(world, on).body_of_seat(seat)?;
    let mut found = Vec::new();
    for who in members(&mut Judge::new(world, on), on) {
        let mut judge = Judge::new(world, on);
        let may_stand = match judge.may_stand(who, Sym::NONE, seat, on) {
            Tri::Yes => Some(true),
            Tri::No => Some(false),
            Tri::Unknown => None,
        };
        let because = trace::tree(&judge.trace, world.program, symbols);
        found.push(Eligible { who: symbols.name(who).to_owned(), may_stand, because });
    }
    found.sort_by(|one, other| one.who.cmp(&other.who));
    Some(found)
}

/// Everybody who is of any class.
pub(super) fn members(judge: &mut Judge<'_>, on: Date) -> Vec<Sym> {
    let program = judge.world.program;
    let classes = (0_u16..).zip(&program.classes);
    let mut all: Vec<Sym> = classes.flat_map(|(place, _)| judge.class_members(ClassId(place), on)).collect();
    all.sort_unstable();
    all.dedup();
    all
}
