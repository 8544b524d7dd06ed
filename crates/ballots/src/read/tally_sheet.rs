//! The tally sheet that the Debian project publishes after a vote: a line for each paper with a rank for each option, `-` for
//! none, and a key by which the voter finds it.
//!
//! ```text
//! V: 21-3   9f0c…
//!    Option 1------>: Ana
//!   /  Option 2----->: Bo
//! ```

use super::{Problem, Unreadable, add_ranks, shortened};
use crate::{Candidate, Election, Papers, Ranked, Standing};

/// Reads a tally sheet; lines that are neither papers nor options are passed over. One seat, unless told otherwise.
///
/// # Errors
/// The first line that cannot be read, and why.
pub fn tally_sheet(text: &str) -> Result<Election, Unreadable> {
    let mut papers = Ranked::default();
    let mut options: Vec<(usize, String)> = Vec::new();
    let mut width: Option<usize> = None;
    for (line, text) in text.lines().enumerate().map(|(index, text)| (index + 1, text.trim())) {
        if let Some(marks) = text.strip_prefix("V: ") {
            let marks = marks.split_whitespace().next().unwrap_or_default();
            let ranks = ranks(marks).map_err(|problem| problem.at(line))?;
            let expected = *width.get_or_insert(ranks.len());
            if ranks.len() != expected {
                return Err(Problem::Cells { found: ranks.len(), expected }.at(line));
            }
            add_ranks(&mut papers, 1, &ranks).map_err(|problem| problem.at(line))?;
        } else if let Some(option) = option(text) {
            options.push(option);
        }
    }
    let width = width.ok_or_else(|| Problem::unexpected("", "a tally sheet: it has no line `V: …`").at(1))?;
    let candidates = names(options, width).map(Standing::new).collect();
    Ok(Election { title: String::new(), seats: 1, candidates, papers: Papers::Ranked(papers) })
}

/// The names of all options; one that the sheet does not name is called by its number.
fn names(options: Vec<(usize, String)>, width: usize) -> impl Iterator<Item = String> {
    (1..=width).map(move |number| {
        let own = options.iter().find(|(own, _)| *own == number);
        own.map_or_else(|| format!("Option {number}"), |(_, name)| name.clone())
    })
}

/// `|/  Option 3---->: Ana`; the strokes lead to its column.
fn option(line: &str) -> Option<(usize, String)> {
    let (head, name) = line.trim_start_matches(['|', '/', ' ']).strip_prefix("Option ")?.split_once(">:")?;
    let number: usize = head.trim_end_matches('-').trim().parse().ok()?;
    (number <= Candidate::MOST && !name.trim().is_empty()).then(|| (number, name.trim().to_owned()))
}

/// A rank is a digit from 1, after 9 a letter from A.
fn ranks(marks: &str) -> Result<Vec<Option<u64>>, Problem> {
    let rank = |mark: char| match mark {
        '-' => Ok(None),
        '0' => Err(mark),
        _ => mark.to_digit(36).map(|rank| Some(u64::from(rank))).ok_or(mark),
    };
    let ranks: Result<Vec<_>, char> = marks.chars().map(rank).collect();
    ranks.map_err(|mark| Problem::Unexpected {
        found: shortened(&mark.to_string()),
        expected: "a rank: 1 to 9, A to Z, or `-` for none",
    })
}
