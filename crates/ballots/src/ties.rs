//! What decides between equals: earlier stages, then a lot, a casting vote, the order of the paper, or nobody.

use std::str::FromStr;

use crate::caps::Caps;
use crate::options::BadOption;
use crate::record::{Purpose, Tie, TieStep};
use crate::{Candidate, Each, Election, Quantity, lot};

/// Which earlier stages are looked at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Earlier {
    /// The latest at which they were not equal.
    Backward,
    /// The earliest at which they were not equal.
    Forward,
}

/// What decides when nothing else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// Who comes first on the paper is chosen.
    Order,
    /// Who is drawn first is chosen.
    Lot,
    /// Who is named first by the casting vote is chosen.
    Casting,
    /// The count stops and says so: it is voted again.
    Again,
    /// The count stops and says so.
    Undecided,
}

/// The tie rule of a count.
#[derive(Clone, Debug)]
pub(crate) struct Ties {
    /// Earlier stages; `None` is as the method has it.
    pub earlier: Option<Earlier>,
    pub last: Last,
    pub sources: Vec<String>,
    pub casting: Vec<String>,
}

impl Default for Ties {
    fn default() -> Self {
        Ties { earlier: None, last: Last::Undecided, sources: Vec::new(), casting: Vec::new() }
    }
}

impl Ties {
    const WORDS: &[&str] = &["backward", "forward", "order", "lot", "casting", "again", "undecided"];
}

impl FromStr for Ties {
    type Err = BadOption;

    /// Words joined by `+` or `-`: `backward+lot`.
    fn from_str(text: &str) -> Result<Self, BadOption> {
        let mut ties = Ties::default();
        for word in text.split(['+', '-']) {
            match word {
                "backward" => ties.earlier = Some(Earlier::Backward),
                "forward" => ties.earlier = Some(Earlier::Forward),
                "order" => ties.last = Last::Order,
                "lot" => ties.last = Last::Lot,
                "casting" => ties.last = Last::Casting,
                "again" => ties.last = Last::Again,
                "undecided" => ties.last = Last::Undecided,
                _ => return Err(BadOption::one_of(word, Self::WORDS)),
            }
        }
        Ok(ties)
    }
}

/// A tie that the rules do not decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undecided {
    pub among: Vec<Candidate>,
    pub purpose: Purpose,
    pub again: bool,
}

/// Chooses between equals, and notes how.
#[derive(Debug)]
pub(crate) struct Chooser {
    earlier: Option<Earlier>,
    last: Last,
    /// Earliest first: who is chosen before whom.
    order: Vec<Candidate>,
    /// Everybody's votes after each step so far.
    history: Vec<Each<Option<Quantity>>>,
}

/// Whether the most or the fewest votes are looked for at earlier stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extreme {
    Most,
    Fewest,
}

impl Chooser {
    /// By an election's rules; `usual` are the earlier stages that the method looks at.
    pub fn new(election: &Election, ties: &Ties, usual: Option<Earlier>) -> Self {
        let everybody: Vec<Candidate> = election.everybody().collect();
        let order = match ties.last {
            Last::Order => everybody,
            Last::Lot if ties.sources.is_empty() => Vec::new(),
            Last::Lot => lot::draw(&lot::key(&ties.sources), everybody.len())
                .into_iter()
                .filter_map(|at| everybody.get(at).copied())
                .collect(),
            Last::Casting => ties.casting.iter().filter_map(|name| election.named(name)).collect(),
            Last::Again | Last::Undecided => Vec::new(),
        };
        Chooser { earlier: ties.earlier.or(usual), last: ties.last, order, history: Vec::new() }
    }

    /// Keeps everybody's votes after a step, to break later ties by.
    pub fn remember(&mut self, votes: Each<Option<Quantity>>) {
        if self.earlier.is_some() {
            self.history.push(votes);
        }
    }

    /// Whether votes have to be kept at all.
    pub fn remembers(&self) -> bool {
        self.earlier.is_some()
    }

    /// One of several equals: whose votes at earlier stages are the `extreme`, else who comes first by lot, casting vote or
    /// order.
    pub fn choose(
        &self,
        mut among: Vec<Candidate>,
        purpose: Purpose,
        extreme: Extreme,
        ties: &mut Vec<Tie>,
    ) -> Result<Candidate, Undecided> {
        if let [one] = among.as_slice() {
            return Ok(*one);
        }
        let all = among.clone();
        let mut note = |chosen: Candidate, by: TieStep| {
            ties.push(Tie { among: all.clone(), purpose, chosen, by });
            chosen
        };
        let steps = self.history.iter().enumerate();
        let steps: Vec<_> = match self.earlier {
            Some(Earlier::Backward) => steps.rev().collect(),
            Some(Earlier::Forward) => steps.collect(),
            None => Vec::new(),
        };
        for (step, votes) in steps {
            among = at_the(extreme, &among, votes);
            if let [one] = among.as_slice() {
                return Ok(note(*one, TieStep::EarlierStage(step + 1)));
            }
        }
        let by = match self.last {
            Last::Order => TieStep::OrderOfThePaper,
            Last::Lot => TieStep::Lot,
            _ => TieStep::CastingVote,
        };
        match self.order.iter().find(|candidate| among.contains(candidate)) {
            Some(first) => Ok(note(*first, by)),
            None => Err(Undecided { among, purpose, again: self.last == Last::Again }),
        }
    }

    /// Fills `seats` with those who have the most, caps permitting. A tie at the border is broken for election.
    pub fn most<V: Ord + Clone>(
        &self,
        votes: impl IntoIterator<Item = (Candidate, V)>,
        seats: usize,
        caps: &Caps,
        ties: &mut Vec<Tie>,
    ) -> (Vec<Candidate>, Option<Undecided>) {
        let mut left: Vec<(Candidate, V)> = votes.into_iter().collect();
        left.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        let mut chosen = Vec::new();
        while chosen.len() < seats {
            left.retain(|(candidate, _)| caps.admit(*candidate, &chosen));
            let Some((_, most)) = left.first().cloned() else { break };
            let level: Vec<_> = left.iter().take_while(|(_, votes)| *votes == most).map(|(one, _)| *one).collect();
            if level.len() <= seats - chosen.len() && caps.admit_all(&level, &chosen) {
                left.drain(..level.len());
                chosen.extend(level);
                continue;
            }
            match self.choose(level, Purpose::Elect, Extreme::Most, ties) {
                Ok(one) => {
                    left.retain(|(candidate, _)| *candidate != one);
                    chosen.push(one);
                }
                Err(undecided) => return (chosen, Some(undecided)),
            }
        }
        (chosen, None)
    }
}

fn at_the(extreme: Extreme, among: &[Candidate], votes: &Each<Option<Quantity>>) -> Vec<Candidate> {
    let own = among.iter().map(|candidate| votes.of(*candidate));
    let wanted = match extreme {
        Extreme::Most => own.max(),
        Extreme::Fewest => own.min(),
    };
    among.iter().copied().filter(|candidate| Some(votes.of(*candidate)) == wanted).collect()
}
