//! Seats by constituency: each elects its own, under caps that hold across all.

use crate::{CannotCount, Cap, Election, Method, Record, Rules};

/// One constituency: its seats, candidates and papers.
#[derive(Clone, Debug)]
pub struct Constituency {
    /// What it is called.
    pub name: String,
    /// What it elects.
    pub election: Election,
}

/// Counts constituencies one after the other. A cap counts those elected in the ones before: with one seat per organisation
/// and two candidates of one organisation, the constituency that stands first in the charter decides for it.
///
/// # Errors
/// The first constituency that cannot be counted, by its place.
pub fn count_constituencies(
    method: &Method,
    constituencies: &[Constituency],
    rules: &Rules,
    caps: &[Cap],
) -> Result<Vec<Record>, (usize, CannotCount)> {
    let mut elected: Vec<String> = Vec::new();
    let mut records = Vec::new();
    for (at, constituency) in constituencies.iter().enumerate() {
        let mut rules = rules.clone();
        for cap in caps {
            let taken = cap.members.iter().filter(|member| elected.contains(member)).count();
            rules.at_most(Cap { most: cap.most.saturating_sub(taken), ..cap.clone() });
        }
        let record = method.count(&constituency.election, &rules).map_err(|error| (at, error))?;
        elected.extend(record.winners().map(str::to_owned));
        records.push(record);
    }
    Ok(records)
}
