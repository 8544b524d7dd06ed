//! The fees of somebody: every period that is or will be owed, settled or not.

use charter_syntax::ClauseLabel;
use kernel::Date;

use super::Judge;
use super::lists::label;
use crate::evaluate::World;
use crate::program::TableId;

/// A fee of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// The table that says how much.
    pub table: String,
    /// The period, as its calendar writes it.
    pub period: String,
    /// When the period begins.
    pub begins: Date,
    /// The last day on which paying is in time.
    pub due: Date,
    /// Whether it is settled or waived on the day asked about.
    pub settled: bool,
    /// The clause.
    pub clause: ClauseLabel,
}

/// The fees of somebody up to the period of a day, oldest first.
pub(crate) fn list(world: World<'_>, who: &str, on: Date) -> Vec<Fee> {
    let Some(who) = world.view.index.symbols().get(who) else { return Vec::new() };
    let mut judge = Judge::new(world, on);
    let mut fees = Vec::new();
    for (place, table) in (0_u16..).zip(&world.program.tables) {
        let Some(kind) = table.per.filter(|_| table.money) else { continue };
        // Seen from the day after the running period's due day, its fee is among those that are owed.
        let due =
            kind.containing(on).and_then(|period| judge.fee_due(table, Some(period)).or_else(|| kind.end(period)));
        let seen_from = due.map_or(on, |due| due.next().max(on));
        for (period, due) in judge.owed_periods(table, kind, who, seen_from) {
            let Some(begins) = kind.start(period).filter(|begins| *begins <= on) else { continue };
            fees.push(Fee {
                table: judge.symbols().name(table.name).to_owned(),
                period: kind.show(period).to_string(),
                begins,
                due,
                settled: judge.settlement(TableId(place), who, Some(period), on).is_some(),
                clause: label(world.program, table.clause),
            });
        }
    }
    fees
}
