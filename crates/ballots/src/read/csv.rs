//! A table: a column for each candidate, a row for each paper, in the cells ranks or scores or crosses.
//!
//! ```text
//! weight,Ana,Bo,Chair
//! 3,1,2,
//! 1,,1,1
//! ```
//!
//! A first column called `weight` says how many papers a row stands for. An empty cell is a mark that was not made.

use super::names::distinct;
use super::{Problem, Unreadable, add_ranks, number, shortened};
use crate::{Approved, Candidate, Election, Papers, Ranked, Scored, Standing};

/// What the cells of a table mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Ranks from 1, the best.
    Ranks,
    /// Scores, more is better.
    Scores,
    /// Anything but nothing, `0` and `no` is a mark.
    Marks,
}

/// Reads a table; the head has the names. One seat, unless told otherwise.
///
/// # Errors
/// The first row that cannot be read, and why.
pub fn csv(text: &str, cells: Cells) -> Result<Election, Unreadable> {
    let mut table = ::csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(::csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = table.records();
    let head = rows.next().ok_or(Problem::Empty.at(1))?.map_err(|error| unreadable(&error))?;
    let is_weighted = head.get(0) == Some("weight");
    let names: Vec<String> = head.iter().skip(usize::from(is_weighted)).map(str::to_owned).collect();
    check(&names).map_err(|problem| problem.at(1))?;
    let mut papers = empty(cells);
    for row in rows {
        let row = row.map_err(|error| unreadable(&error))?;
        let line = row.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1));
        add_row(&row, is_weighted, &names, &mut papers).map_err(|problem| problem.at(line))?;
    }
    let candidates = names.into_iter().map(Standing::new).collect();
    Ok(Election { title: String::new(), seats: 1, candidates, papers })
}

fn empty(cells: Cells) -> Papers {
    match cells {
        Cells::Ranks => Papers::Ranked(Ranked::default()),
        Cells::Scores => Papers::Scored(Scored::default()),
        Cells::Marks => Papers::Approved(Approved::default()),
    }
}

fn check(names: &[String]) -> Result<(), Problem> {
    if names.len() > Candidate::MOST {
        return Err(Problem::TooManyCandidates(u64::try_from(names.len()).unwrap_or(u64::MAX)));
    }
    match names.iter().find(|name| name.is_empty()) {
        Some(_) => {
            Err(Problem::Unexpected { found: String::new(), expected: "the name of a candidate, in every column" })
        }
        None => distinct(names),
    }
}

fn add_row(row: &::csv::StringRecord, is_weighted: bool, names: &[String], papers: &mut Papers) -> Result<(), Problem> {
    let expected = names.len() + usize::from(is_weighted);
    if row.len() != expected {
        return Err(Problem::Cells { found: row.len(), expected });
    }
    let weight = if is_weighted { number(row.get(0).unwrap_or_default())? } else { 1 };
    let cells = || row.iter().skip(usize::from(is_weighted));
    let fits = match papers {
        Papers::Ranked(papers) => {
            let ranks: Vec<_> = cells().zip(names).map(|(cell, name)| rank(cell, name)).collect::<Result<_, _>>()?;
            return add_ranks(papers, weight, &ranks);
        }
        Papers::Scored(papers) => papers.add(weight, cells().map(score).collect::<Result<Vec<_>, _>>()?),
        Papers::Approved(papers) => papers.add(weight, marked(cells())),
    };
    if fits { Ok(()) } else { Err(Problem::TooMany) }
}

fn rank(cell: &str, name: &str) -> Result<Option<u64>, Problem> {
    match cell {
        "" | "-" => Ok(None),
        _ => number(cell)
            .and_then(|rank| if rank == 0 { Err(Problem::Rank(rank, name.to_owned())) } else { Ok(Some(rank)) }),
    }
}

fn score(cell: &str) -> Result<Option<u16>, Problem> {
    match cell {
        "" | "-" => Ok(None),
        _ => cell.parse().map(Some).map_err(|_| Problem::NotANumber(shortened(cell))),
    }
}

fn marked<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<Candidate> {
    let all = Candidate::first(Candidate::MOST).zip(cells);
    all.filter(|(_, cell)| !["", "0", "-", "no"].contains(cell)).map(|(candidate, _)| candidate).collect()
}

fn unreadable(error: &::csv::Error) -> Unreadable {
    let line = error.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1));
    Problem::Table(error.to_string()).at(line)
}
