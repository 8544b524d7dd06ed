//! BLT: numbers of candidates in order of preference, as OpenSTV and OpaVote write it.
//!
//! ```text
//! 4 2          four candidates, two seats
//! -3           the third has withdrawn
//! 3 1 2=4 0    three papers: the first, then the second and the fourth alike
//! 1 4 - 2 0    one paper with its second rank skipped
//! 0            no more papers
//! "Ana"        the names
//! …
//! "Title"
//! ```

use super::names::{distinct, quoted};
use super::{Problem, Unreadable, candidate, number};
use crate::election::Mark;
use crate::{Election, Papers, Ranked, Standing};

/// Reads a BLT file. What stands after the title is passed over; so are lines of options in square brackets.
///
/// # Errors
/// The first line that cannot be read, and why.
pub fn blt(text: &str) -> Result<Election, Unreadable> {
    let mut lines = Lines::of(text);
    let (at, head) = lines.next().ok_or(Problem::Empty.at(1))?;
    let (candidates, seats) = read_head(head).map_err(|problem| problem.at(at))?;
    let mut papers = Ranked::default();
    let mut withdrawn = Vec::new();
    loop {
        let (at, line) = lines.next().ok_or_else(|| Problem::PapersWithoutEnd.at(lines.last))?;
        match line.as_bytes() {
            b"0" => break,
            [b'-', ..] => withdrawn.push((at, line)),
            [b'[', ..] => {}
            [b'"', ..] => return Err(Problem::PapersWithoutEnd.at(at)),
            _ => read_paper(line, candidates, &mut papers).map_err(|problem| problem.at(at))?,
        }
    }
    let (mut standing, title) = read_names(&mut lines, candidates)?;
    for (at, line) in withdrawn {
        withdraw(line, &mut standing).map_err(|problem| problem.at(at))?;
    }
    Ok(Election { title, seats, candidates: standing, papers: Papers::Ranked(papers) })
}

/// Lines with something on them, by number, without comments.
struct Lines<'a> {
    lines: std::iter::Enumerate<std::str::Lines<'a>>,
    last: usize,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Lines { lines: text.lines().enumerate(), last: 1 }
    }

    fn next(&mut self) -> Option<(usize, &'a str)> {
        for (index, line) in self.lines.by_ref() {
            self.last = index + 1;
            let line = line.trim_ascii();
            if !line.is_empty() && !line.starts_with('#') {
                return Some((self.last, without_comment(line)));
            }
        }
        None
    }
}

/// A comment begins with `#`, outside of names.
fn without_comment(line: &str) -> &str {
    if line.starts_with('"') {
        return line;
    }
    line.split_once('#').map_or(line, |(before, _)| before.trim_ascii_end())
}

fn read_head(line: &str) -> Result<(usize, usize), Problem> {
    let numbers: Option<Vec<u64>> = line.split_ascii_whitespace().map(|word| word.parse().ok()).collect();
    let Some([candidates, seats]) = numbers.as_deref() else {
        return Err(Problem::Head(super::shortened(line)));
    };
    let fits = |number: &u64| usize::try_from(*number).ok();
    let count = fits(candidates).filter(|count| *count <= crate::Candidate::MOST);
    let count = count.ok_or(Problem::TooManyCandidates(*candidates))?;
    Ok((count, fits(seats).ok_or_else(|| Problem::Head(super::shortened(line)))?))
}

fn read_paper(line: &str, candidates: usize, papers: &mut Ranked) -> Result<(), Problem> {
    let from = papers.marks.len();
    if let Some(weight) = read_plain_paper(line.as_bytes(), candidates, &mut papers.marks) {
        return end_paper(None, weight, from, papers);
    }
    papers.marks.truncate(from);
    read_marked_paper(line, candidates, papers)
}

/// Most papers are numbers and nothing else: read in one go. `None` for any other, and for what is wrong.
fn read_plain_paper(line: &[u8], candidates: usize, marks: &mut Vec<Mark>) -> Option<u64> {
    let mut weight = None;
    let mut number: Option<u64> = None;
    let mut is_ended = false;
    for byte in line {
        match (byte, number) {
            (b'0'..=b'9', so_far) => {
                let digit = u64::from(byte - b'0');
                number = Some(so_far.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            }
            (b' ' | b'\t', None) => {}
            (b' ' | b'\t', Some(_)) if is_ended => return None,
            (b' ' | b'\t', Some(whole)) => {
                number = None;
                match weight {
                    None => weight = Some(whole),
                    Some(_) if whole == 0 => is_ended = true,
                    Some(_) => marks.push(Mark::Next(candidate(whole, candidates).ok()?)),
                }
            }
            _ => return None,
        }
    }
    // The line is trimmed, so that it ends with its last number.
    weight.filter(|_| number == Some(0) && !is_ended)
}

/// A paper with shared or skipped ranks or an identifier, or one that cannot be read.
fn read_marked_paper(line: &str, candidates: usize, papers: &mut Ranked) -> Result<(), Problem> {
    let mut words = line.split_ascii_whitespace().filter(|word| !word.starts_with('('));
    let weight = number(words.next().unwrap_or_default())?;
    let from = papers.marks.len();
    for word in words.by_ref() {
        match word {
            "0" => return end_paper(words.next(), weight, from, papers),
            "-" => papers.marks.push(Mark::Skipped),
            _ => read_rank(word, candidates, papers)?,
        }
    }
    Err(Problem::PaperWithoutEnd)
}

fn read_rank(word: &str, candidates: usize, papers: &mut Ranked) -> Result<(), Problem> {
    if let Ok(only) = word.parse() {
        papers.marks.push(Mark::Next(candidate(only, candidates)?));
        return Ok(());
    }
    for (place, part) in word.split('=').enumerate() {
        let who = candidate(number(part)?, candidates)?;
        papers.marks.push(if place == 0 { Mark::Next(who) } else { Mark::Level(who) });
    }
    Ok(())
}

fn end_paper(after: Option<&str>, weight: u64, from: usize, papers: &mut Ranked) -> Result<(), Problem> {
    match after {
        Some(word) => Err(Problem::AfterTheEnd(super::shortened(word))),
        None if papers.close(weight, from) => Ok(()),
        None => Err(Problem::TooMany),
    }
}

fn read_names(lines: &mut Lines, candidates: usize) -> Result<(Vec<Standing>, String), Unreadable> {
    let mut names = Vec::new();
    while names.len() <= candidates {
        let Some((at, line)) = lines.next() else { break };
        names.extend(quoted(line).map_err(|problem| problem.at(at))?);
    }
    let found = names.len();
    if found < candidates {
        return Err(Problem::NamesMissing { found, expected: candidates }.at(lines.last));
    }
    let title = names.get(candidates).cloned().unwrap_or_default();
    names.truncate(candidates);
    distinct(&names).map_err(|problem| problem.at(lines.last))?;
    Ok((names.into_iter().map(Standing::new).collect(), title))
}

fn withdraw(line: &str, standing: &mut [Standing]) -> Result<(), Problem> {
    for word in line.split_ascii_whitespace() {
        let own = word
            .strip_prefix('-')
            .ok_or_else(|| Problem::unexpected(word, "the number of a candidate who withdrew, as in `-3`"))?;
        let who = candidate(number(own)?, standing.len())?;
        standing.get_mut(who.index()).into_iter().for_each(|standing| standing.withdrawn = true);
    }
    Ok(())
}
