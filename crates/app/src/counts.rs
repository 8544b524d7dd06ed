//! Counting an election of the charter: its method and options are the charter's, the papers are brought as a file or pasted.

use ballots::read::{Format, Unreadable};
use ballots::{BadOption, CannotCount, Method, OptionName, Record, Rules};
use charter_syntax::ast::Election;

/// What was brought to be counted.
#[derive(Clone, Debug, Default)]
pub struct Papers {
    /// The papers: BLT, or a table with a column for each candidate.
    pub text: String,
    /// Sources of public randomness for lots, in order, one a line or with semicolons between; empty: no lot is drawn.
    pub seed: String,
    /// The candidate that stands for new nominations or for none of the others, where the charter has one.
    pub option: String,
}

/// Why an election was not counted.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NotCounted {
    /// The decision is no election, or names a method that is not known any more.
    #[error("the charter does not say how this is counted")]
    NoMethod,
    /// The papers cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// An option of the charter that the method does not take.
    #[error(transparent)]
    BadOption(#[from] BadOption),
    /// The method cannot count these papers.
    #[error(transparent)]
    CannotCount(#[from] CannotCount),
}

/// Counts papers as a charter says.
///
/// # Errors
/// What cannot be read or counted, with its line.
pub fn count_election(election: &Election, papers: &Papers) -> Result<Record, NotCounted> {
    let method = Method::named(election.method.as_str()).ok_or(NotCounted::NoMethod)?;
    let format = Format::of("", &papers.text);
    let mut read = format.read(&papers.text, method.cells())?;
    read.seats = usize::try_from(election.seats).unwrap_or(usize::MAX);
    let mut rules = Rules::default();
    for (name, value) in &election.options {
        let Some(option) = OptionName::of(name.as_str()) else { continue };
        // The charter says that there is such a candidate; the paper says what it is called.
        let is_a_candidate = matches!(option, OptionName::ReopenNominations | OptionName::DefaultOption);
        let value = if is_a_candidate && !papers.option.is_empty() { papers.option.as_str() } else { value.as_str() };
        rules.set(option, value)?;
    }
    let sources: Vec<String> =
        papers.seed.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if !sources.is_empty() {
        rules.draw_lots_from(sources);
    }
    Ok(method.count(&read, &rules)?)
}
