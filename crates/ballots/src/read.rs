//! Files of ballots: what is found in the field, read into an [`Election`]; whatever cannot be read is said with its line.

mod blt;
mod csv;
mod names;
mod preflib;
mod tally_sheet;

use crate::{Candidate, Election, Ranked};

pub use blt::blt;
pub use csv::{Cells, csv};
pub use preflib::preflib;
pub use tally_sheet::tally_sheet;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// BLT, as OpenSTV and OpaVote write it: numbers of candidates in order of preference.
    Blt,
    /// A table with a column for each candidate and a row for each paper.
    Csv,
    /// A tally sheet as the Debian project publishes it: `V: 12-3 key`.
    TallySheet,
    /// PrefLib's orders and categories.
    Preflib,
}

impl Format {
    /// Every format with how it is named on the command line.
    pub const NAMES: &[(&str, Format)] = &[
        ("blt", Format::Blt),
        ("csv", Format::Csv),
        ("tally-sheet", Format::TallySheet),
        ("preflib", Format::Preflib),
    ];

    /// The format of a file by how its name ends, else by how it begins.
    pub fn of(file: &str, text: &str) -> Self {
        match file.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
            Some("blt") => Format::Blt,
            Some("csv") => Format::Csv,
            Some("cat" | "soc" | "soi" | "toc" | "toi") => Format::Preflib,
            _ => Self::of_text(text),
        }
    }

    fn of_text(text: &str) -> Self {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        if text.lines().any(|line| line.trim_start().starts_with("V: ")) {
            return Format::TallySheet;
        }
        match lines.next() {
            Some(line) if line.starts_with("# ") && line.contains(':') => Format::Preflib,
            Some(line) if line.split_whitespace().all(|word| word.parse::<usize>().is_ok()) => Format::Blt,
            _ => Format::Csv,
        }
    }

    /// Reads a file of this format; `cells` says what the cells of a table mean.
    ///
    /// # Errors
    /// The first line that cannot be read, and why.
    pub fn read(self, text: &str, cells: Cells) -> Result<Election, Unreadable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match self {
            Format::Blt => blt(text),
            Format::Csv => csv(text, cells),
            Format::TallySheet => tally_sheet(text),
            Format::Preflib => preflib(text),
        }
    }
}

/// Where a file cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct Unreadable {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what would do.
    pub problem: Problem,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file has nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The head of a BLT file.
    #[error("expected two numbers, candidates and seats, as in `5 2`; found `{0}`")]
    Head(String),
    /// Something that is not a number.
    #[error("`{0}` is not a whole number")]
    NotANumber(String),
    /// A number of no candidate.
    #[error("there is no candidate {number}: they are numbered from 1 to {candidates}")]
    NoSuchCandidate {
        /// The number that was read.
        number: u64,
        /// How many candidates there are.
        candidates: usize,
    },
    /// More candidates than an election can have.
    #[error("{0} candidates are too many: at most 16000 can be counted")]
    TooManyCandidates(u64),
    /// A paper that does not end.
    #[error("the paper does not end with `0`")]
    PaperWithoutEnd,
    /// Something after the end of a paper.
    #[error("`{0}` stands after the `0` that ends the paper")]
    AfterTheEnd(String),
    /// A list of papers that does not end.
    #[error("the papers do not end with a line `0`")]
    PapersWithoutEnd,
    /// Fewer names than candidates.
    #[error("{found} names in double quotes, and {expected} candidates")]
    NamesMissing {
        /// How many names there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// A name that begins with a quote and does not end with one.
    #[error("the name does not end with a double quote")]
    NameWithoutEnd,
    /// A name twice.
    #[error("`{0}` is the name of two candidates")]
    SameName(String),
    /// A row that is longer or shorter than the head.
    #[error("the row has {found} cells, and the head has {expected}")]
    Cells {
        /// How many cells there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// A table that is not well-formed.
    #[error("{0}")]
    Table(String),
    /// A rank below the first.
    #[error("rank {0} for `{1}`: ranks begin with 1")]
    Rank(u64, String),
    /// A line that does not fit the format.
    #[error("`{found}` is not {expected}")]
    Unexpected {
        /// What was found.
        found: String,
        /// What would do.
        expected: &'static str,
    },
    /// A weight of more votes than can be counted, or more papers than memory is given.
    #[error("there are more papers than can be counted")]
    TooMany,
}

impl Problem {
    fn at(self, line: usize) -> Unreadable {
        Unreadable { line, problem: self }
    }

    /// The first characters of what was found.
    fn unexpected(found: &str, expected: &'static str) -> Self {
        Problem::Unexpected { found: shortened(found), expected }
    }
}

/// At most forty characters.
fn shortened(text: &str) -> String {
    let mut short: String = text.trim().chars().take(40).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}

/// A whole number that is a candidate's, from 1.
fn candidate(number: u64, candidates: usize) -> Result<Candidate, Problem> {
    let index =
        usize::try_from(number).ok().and_then(|number| number.checked_sub(1)).filter(|index| *index < candidates);
    index.and_then(Candidate::at).ok_or(Problem::NoSuchCandidate { number, candidates })
}

fn number(word: &str) -> Result<u64, Problem> {
    word.parse().map_err(|_| Problem::NotANumber(shortened(word)))
}

/// A paper that gives each candidate a rank; ranks that nobody has were skipped.
fn add_ranks(papers: &mut Ranked, weight: u64, ranks: &[Option<u64>]) -> Result<(), Problem> {
    let mut ranked: Vec<(u64, Candidate)> =
        ranks.iter().zip(Candidate::first(ranks.len())).filter_map(|(rank, who)| Some(((*rank)?, who))).collect();
    ranked.sort_unstable();
    let mut levels: Vec<Vec<Candidate>> = Vec::new();
    let mut last = 0;
    for (rank, who) in ranked {
        if rank == last {
            levels.last_mut().into_iter().for_each(|level| level.push(who));
            continue;
        }
        let skipped = rank.saturating_sub(last).saturating_sub(1).min(2);
        (0..skipped).for_each(|_| levels.push(Vec::new()));
        levels.push(vec![who]);
        last = rank;
    }
    if papers.add(weight, levels) { Ok(()) } else { Err(Problem::TooMany) }
}
