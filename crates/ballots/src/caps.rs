//! Caps: at most so many of a group can be elected.

use crate::{Candidate, Election};

/// At most `most` of a group can be elected: one per organisation, two of one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// What the group is called.
    pub group: String,
    /// How many of it can be elected.
    pub most: usize,
    /// Who belongs to it, by name.
    pub members: Vec<String>,
}

/// Caps under which not all seats can be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("with these caps at most {possible} of {seats} seats can be filled")]
pub struct CapImpossible {
    /// How many can be filled.
    pub possible: usize,
    /// How many there are.
    pub seats: usize,
}

/// The caps of one election, by candidates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Caps {
    groups: Vec<(String, usize, Vec<Candidate>)>,
}

impl Caps {
    /// Reads the caps of an election; names of nobody are an error of the caller and belong to no group.
    ///
    /// Groups that share members are bounded together: a candidate can be elected only while each of their groups has room.
    /// Whether all seats can be filled is then decided exactly for groups that share nobody, and by the groups one at a time
    /// otherwise, which can only be too hopeful; the count then ends short and says so.
    pub fn new(election: &Election, caps: &[Cap]) -> Result<Self, CapImpossible> {
        let groups: Vec<_> = caps
            .iter()
            .map(|cap| {
                let members = cap.members.iter().filter_map(|name| election.named(name));
                (
                    cap.group.clone(),
                    cap.most,
                    members.filter(|member| !election.has_withdrawn(*member)).collect::<Vec<_>>(),
                )
            })
            .collect();
        let caps = Caps { groups };
        let standing = election.standing().count();
        let barred: usize = caps.groups.iter().map(|(_, most, members)| members.len().saturating_sub(*most)).sum();
        let wanted = election.seats.min(standing);
        let possible = standing.saturating_sub(barred);
        if caps.share_nobody() && possible < wanted {
            return Err(CapImpossible { possible, seats: election.seats });
        }
        Ok(caps)
    }

    fn share_nobody(&self) -> bool {
        let mut members: Vec<Candidate> = self.groups.iter().flat_map(|(_, _, members)| members.clone()).collect();
        let all = members.len();
        members.sort_unstable();
        members.dedup();
        members.len() == all
    }

    /// Who cannot be elected beside `elected`, by groups that are full.
    pub fn full(&self, elected: &[Candidate]) -> Vec<(String, Vec<Candidate>)> {
        let is_full = |(_, most, members): &&(String, usize, Vec<Candidate>)| {
            members.iter().filter(|member| elected.contains(member)).count() >= *most
        };
        let others =
            |members: &[Candidate]| members.iter().copied().filter(|member| !elected.contains(member)).collect();
        self.groups.iter().filter(is_full).map(|(group, _, members)| (group.clone(), others(members))).collect()
    }

    /// Whether one more can be elected beside `elected`.
    pub fn admit(&self, candidate: Candidate, elected: &[Candidate]) -> bool {
        !self.full(elected).iter().any(|(_, barred)| barred.contains(&candidate))
    }

    /// Whether several more can be elected together beside `elected`.
    pub fn admit_all(&self, candidates: &[Candidate], elected: &[Candidate]) -> bool {
        let mut elected = elected.to_vec();
        candidates.iter().all(|candidate| {
            let admitted = self.admit(*candidate, &elected);
            elected.push(*candidate);
            admitted
        })
    }

    /// Who fills the last seats beside `elected`: as many as are admitted of those who are left, most votes first. They are
    /// elected together, so in the order of the paper.
    pub fn the_rest(&self, by_votes: &[Candidate], elected: &[Candidate], seats: usize) -> Vec<Candidate> {
        let mut taken = elected.to_vec();
        for candidate in by_votes {
            if taken.len() < seats && self.admit(*candidate, &taken) {
                taken.push(*candidate);
            }
        }
        let mut rest = taken.split_off(elected.len());
        rest.sort_unstable();
        rest
    }

    /// How many of `hopeful` can be elected beside `elected`, as far as groups that share nobody tell.
    pub fn room(&self, hopeful: &[Candidate], elected: &[Candidate]) -> usize {
        let beyond = self.groups.iter().map(|(_, most, members)| {
            let taken = members.iter().filter(|member| elected.contains(member)).count();
            let waiting = members.iter().filter(|member| hopeful.contains(member)).count();
            waiting.saturating_sub(most.saturating_sub(taken))
        });
        hopeful.len().saturating_sub(beyond.sum())
    }
}
