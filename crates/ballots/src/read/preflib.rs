//! PrefLib's files: a line for each different paper, `count: 1,{2,3},4`, with names above. In a file of categories the first
//! category is approval.

use super::names::distinct;
use super::{Problem, Unreadable, candidate, number};
use crate::{Approved, Candidate, Election, Papers, Ranked, Standing};

/// Reads orders or categories. One seat, unless told otherwise.
///
/// # Errors
/// The first line that cannot be read, and why.
pub fn preflib(text: &str) -> Result<Election, Unreadable> {
    let mut head = Head::default();
    let mut papers = None;
    for (line, text) in text.lines().enumerate().map(|(index, text)| (index + 1, text.trim())) {
        match text.strip_prefix('#') {
            _ if text.is_empty() => Ok(()),
            Some(said) => head.read(said),
            None => {
                let papers = papers.get_or_insert_with(|| head.papers());
                read_paper(text, head.names.len(), papers)
            }
        }
        .map_err(|problem| problem.at(line))?;
    }
    let papers = papers.ok_or(Problem::Empty.at(1))?;
    distinct(&head.names).map_err(|problem| problem.at(1))?;
    let candidates = head.names.into_iter().map(Standing::new).collect();
    Ok(Election { title: head.title, seats: 1, candidates, papers })
}

#[derive(Default)]
struct Head {
    title: String,
    has_categories: bool,
    names: Vec<String>,
}

impl Head {
    fn read(&mut self, said: &str) -> Result<(), Problem> {
        let Some((what, value)) = said.split_once(':').map(|(what, value)| (what.trim(), value.trim())) else {
            return Ok(());
        };
        match what {
            "TITLE" => value.clone_into(&mut self.title),
            "DATA TYPE" => self.has_categories = value == "cat",
            _ => {
                if let Some(own) = what.strip_prefix("ALTERNATIVE NAME ") {
                    self.name(number(own.trim())?, value)?;
                }
            }
        }
        Ok(())
    }

    /// Names come in order, the first is 1.
    fn name(&mut self, own: u64, name: &str) -> Result<(), Problem> {
        if self.names.len() >= Candidate::MOST {
            return Err(Problem::TooManyCandidates(own));
        }
        self.names.push(name.to_owned());
        if u64::try_from(self.names.len()).ok() == Some(own) {
            return Ok(());
        }
        Err(Problem::Unexpected { found: own.to_string(), expected: "the number of the next alternative" })
    }

    fn papers(&self) -> Papers {
        if self.has_categories { Papers::Approved(Approved::default()) } else { Papers::Ranked(Ranked::default()) }
    }
}

fn read_paper(line: &str, candidates: usize, papers: &mut Papers) -> Result<(), Problem> {
    let wanted = "a paper: a number, a colon and alternatives, as in `3: 1,{2,4},5`";
    let (count, order) = line.split_once(':').ok_or_else(|| Problem::unexpected(line, wanted))?;
    let weight = number(count.trim())?;
    let levels = levels(order, candidates)?;
    let fits = match papers {
        Papers::Approved(papers) => papers.add(weight, levels.into_iter().next().unwrap_or_default()),
        Papers::Ranked(papers) => papers.add(weight, levels.into_iter().filter(|level| !level.is_empty())),
        Papers::Scored(_) => false,
    };
    if fits { Ok(()) } else { Err(Problem::TooMany) }
}

/// `1,{2,3},{}` as candidates that share a place.
fn levels(order: &str, candidates: usize) -> Result<Vec<Vec<Candidate>>, Problem> {
    let mut levels = Vec::new();
    let mut rest = order.trim();
    while !rest.is_empty() {
        let (level, after) = match rest.strip_prefix('{') {
            Some(within) => {
                within.split_once('}').ok_or_else(|| Problem::unexpected(rest, "a group that ends with `}`"))?
            }
            None => rest.split_at(rest.find(',').unwrap_or(rest.len())),
        };
        let words = level.split(',').map(str::trim).filter(|word| !word.is_empty());
        levels.push(words.map(|word| candidate(number(word)?, candidates)).collect::<Result<_, _>>()?);
        rest = match after.trim_start() {
            "" => "",
            after => after.strip_prefix(',').ok_or_else(|| Problem::unexpected(after, "a comma"))?.trim_start(),
        };
    }
    Ok(levels)
}
