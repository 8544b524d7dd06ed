//! S2: gaps and overlaps of tables, with a witness; rows that nothing reaches.
//!
//! The axis is cut at every end into points and open stretches; each cell is looked at under each option of one reading
//! at a time. Amounts lie on whole minor units, numbers on whole numbers unless a row says otherwise.

use charter_syntax::ast::*;
use charter_syntax::{Code, Diagnostic};
use kernel::{Currency, Money, Ratio};

use super::{Charter, holds, options};
use crate::check::types::Sort;

/// Checks the tables among a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for declaration in own {
        if let DeclarationKind::Table(table) = &declaration.kind {
            findings.extend(check_table(charter, table));
        }
    }
    findings
}

/// The sort of a boundary or value.
pub(crate) fn limit_type(limit: Limit) -> Sort {
    match limit {
        Limit::Number(_) => Sort::Number,
        Limit::Money(money) => Sort::Money(money.currency().code().to_owned()),
    }
}

fn check_table(charter: &Charter, table: &TableDecl) -> Vec<Diagnostic> {
    if table.by.is_empty() {
        return Vec::new();
    }
    let currency = table.rows.iter().find_map(|row| axis_currency(&row.is.band));
    let points = cells(table, currency);
    let mut findings: Vec<Diagnostic> = Vec::new();
    let mut reached = vec![false; table.rows.len()];
    let forced: Vec<Option<Guard>> = std::iter::once(None).chain(options(charter).into_iter().map(Some)).collect();
    for guard in &forced {
        for point in &points {
            let rows = applying(charter, table, guard.as_ref(), *point);
            for row in &rows {
                if let Some(mark) = reached.get_mut(*row) {
                    *mark = true;
                }
            }
            let finding = match rows.as_slice() {
                [] => Some(gap(table, *point, currency)),
                [_] => None,
                [first, second, ..] => overlap(table, *first, *second, *point, currency),
            };
            findings.extend(finding.filter(|finding| {
                !findings
                    .iter()
                    .any(|known| known.code == finding.code && known.arg("witness") == finding.arg("witness"))
            }));
        }
    }
    findings.extend(dead(table, &reached));
    findings
}

fn axis_currency(band: &Band) -> Option<Currency> {
    let limit = match band {
        Band::Range { from, to } => from.or(*to)?.value,
        Band::At(value) => *value,
        Band::Where(_) | Band::Otherwise => return None,
    };
    match limit {
        Limit::Money(money) => Some(money.currency()),
        Limit::Number(_) => None,
    }
}

/// Every value that matters: each end, one step below and above it; nothing below zero.
fn cells(table: &TableDecl, currency: Option<Currency>) -> Vec<Ratio> {
    let ends: Vec<Ratio> = table.rows.iter().flat_map(|row| ends(&row.is.band)).collect();
    let fractional = currency.is_none() && ends.iter().any(|end| !end.is_whole());
    let step = if fractional { Ratio::new(1, 1000).unwrap_or(Ratio::ONE) } else { Ratio::ONE };
    let mut points = vec![Ratio::ZERO];
    for end in ends {
        points.push(end);
        points.extend(end.plus(step));
        points.extend(end.minus(step));
    }
    points.retain(|point| *point >= Ratio::ZERO);
    points.sort();
    points.dedup();
    points
}

fn ends(band: &Band) -> Vec<Ratio> {
    match band {
        Band::Range { from, to } => [from, to].into_iter().flatten().map(|end| unit(end.value)).collect(),
        Band::At(value) => vec![unit(*value)],
        Band::Where(_) | Band::Otherwise => Vec::new(),
    }
}

fn unit(limit: Limit) -> Ratio {
    match limit {
        Limit::Number(number) => number,
        Limit::Money(money) => Ratio::whole(money.minor()).unwrap_or(Ratio::ZERO),
    }
}

/// The rows that apply to a value: an `at` row settles it; otherwise every range that holds it; else `otherwise`.
fn applying(charter: &Charter, table: &TableDecl, forced: Option<&Guard>, point: Ratio) -> Vec<usize> {
    let active = |row: &&(usize, &Guarded<Row>)| holds(charter, forced, &row.1.under);
    let rows: Vec<(usize, &Guarded<Row>)> = table.rows.iter().enumerate().collect();
    let of = |wanted: &dyn Fn(&Band) -> bool| -> Vec<usize> {
        rows.iter().filter(active).filter(|(_, row)| wanted(&row.is.band)).map(|(place, _)| *place).collect()
    };
    let exact = of(&|band| matches!(band, Band::At(value) if unit(*value) == point));
    if !exact.is_empty() {
        return exact;
    }
    let ranges = of(&|band| matches!(band, Band::Range { from, to } if in_range(from.as_ref(), to.as_ref(), point)));
    if !ranges.is_empty() {
        return ranges;
    }
    of(&|band| matches!(band, Band::Otherwise))
}

fn in_range(from: Option<&End>, to: Option<&End>, point: Ratio) -> bool {
    let above = from.is_none_or(|end| point > unit(end.value) || (end.owned && point == unit(end.value)));
    let below = to.is_none_or(|end| point < unit(end.value) || (end.owned && point == unit(end.value)));
    above && below
}

fn shown(point: Ratio, currency: Option<Currency>) -> String {
    match (currency, point.to_whole()) {
        (Some(currency), Some(minor)) => Money::of_minor(minor, currency).to_string(),
        _ => point.to_string(),
    }
}

fn gap(table: &TableDecl, point: Ratio, currency: Option<Currency>) -> Diagnostic {
    Diagnostic::new(Code::TableGap, table.name.at).with("table", &table.name).with("witness", shown(point, currency))
}

/// Two rows with one value are no conflict.
fn overlap(
    table: &TableDecl,
    first: usize,
    second: usize,
    point: Ratio,
    currency: Option<Currency>,
) -> Option<Diagnostic> {
    let (one, other) = (table.rows.get(first)?, table.rows.get(second)?);
    if one.is.value == other.is.value {
        return None;
    }
    let finding = Diagnostic::new(Code::TableOverlap, other.is.band_at)
        .with("table", &table.name)
        .with("witness", shown(point, currency))
        .with("first", format!("{}: {}", one.is.band, one.is.value.base))
        .with("second", format!("{}: {}", other.is.band, other.is.value.base));
    Some(finding.also(one.is.band_at, "first"))
}

fn dead(table: &TableDecl, reached: &[bool]) -> Vec<Diagnostic> {
    let unreached = table
        .rows
        .iter()
        .zip(reached)
        .filter(|(row, reached)| !**reached && !matches!(row.is.band, Band::Where(_) | Band::Otherwise));
    unreached
        .map(|(row, _)| {
            Diagnostic::new(Code::RowDead, row.is.band_at).with("table", &table.name).with("band", &row.is.band)
        })
        .collect()
}
