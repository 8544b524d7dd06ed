//! What a count leaves behind: every step, so that a person can redo it by hand.

use serde::Serialize;

use crate::ties::Undecided;
use crate::{Candidate, Election, Quantity};

/// The record of a count.
#[derive(Clone, Debug)]
pub struct Record {
    /// The method's name.
    pub method: &'static str,
    /// Which published form of it, where there are several.
    pub variant: Option<&'static str>,
    /// The rules that were set, by name.
    pub rules: Vec<(String, String)>,
    /// What was elected.
    pub title: String,
    /// How many seats there were.
    pub seats: usize,
    /// Who stood, in the order of the paper.
    pub candidates: Vec<String>,
    /// The weight of the papers that were counted.
    pub valid: u64,
    /// The weight of blank papers and of those that a rule makes invalid.
    pub invalid: u64,
    /// The votes that elect, where the method has such a number; later changes stand in the rounds.
    pub quota: Option<Quantity>,
    /// Who is elected, in the order of election.
    pub elected: Vec<Candidate>,
    /// Everybody from first to last, equals together, where the method ranks them.
    pub ranking: Vec<Vec<Candidate>>,
    /// Every step.
    pub rounds: Vec<Round>,
    /// For each candidate, how many prefer them to each other one, where the method compares by pairs.
    pub pairs: Vec<Vec<u64>>,
    /// For each candidate, the strongest path to each other one, where the method looks for paths.
    pub paths: Vec<Vec<i64>>,
    /// Every tie, and what broke it.
    pub ties: Vec<Tie>,
    /// How it ended.
    pub outcome: Outcome,
}

/// A step of a count and the votes after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Everybody's votes afterwards; `None` for those who are no longer in the count.
    pub totals: Vec<Option<Quantity>>,
    /// Votes on papers that rank nobody who is still in the count.
    pub exhausted: Quantity,
    /// What was lost by cutting off digits.
    pub lost: Quantity,
}

/// Something that happened in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The votes of first choice were counted.
    FirstChoices,
    /// Marks, scores or approvals were added up.
    Added,
    /// Somebody is elected.
    Elected {
        /// Who.
        candidate: Candidate,
        /// Why.
        how: How,
    },
    /// Some are excluded, and their papers go to the next whom each ranks.
    Excluded {
        /// Who.
        candidates: Vec<Candidate>,
    },
    /// Some cannot be elected any more: as many of their group are as may be.
    Capped {
        /// Who.
        candidates: Vec<Candidate>,
        /// The group.
        group: String,
    },
    /// What somebody has beyond the quota goes to the next whom each paper ranks.
    Surplus {
        /// Whose.
        candidate: Candidate,
        /// How much.
        amount: Quantity,
        /// The value at which a paper that was worth one vote goes on.
        value: Quantity,
    },
    /// How many votes elect, from here on.
    Quota {
        /// So many.
        votes: Quantity,
    },
    /// The parts that the elected keep were worked out anew, again and again.
    Kept {
        /// How often.
        times: usize,
        /// What is still above the quota.
        surplus: Quantity,
        /// The part that each of the elected keeps of a paper.
        parts: Vec<(Candidate, Quantity)>,
    },
    /// Two go on to a run-off.
    RunOff {
        /// Who.
        between: Vec<Candidate>,
    },
    /// A run-off between two on the same papers.
    Preferred {
        /// By how many each is preferred to the other.
        votes: Vec<(Candidate, u64)>,
        /// How many prefer neither.
        neither: u64,
    },
    /// An option did not have enough who prefer it to the default.
    Dropped {
        /// Which.
        candidate: Candidate,
        /// How many prefer it.
        preferred: u64,
        /// How many prefer the default.
        against: u64,
        /// Whether the quorum was missed, else the majority.
        for_quorum: bool,
    },
    /// A victory of one over another was set down, or passed over because it would contradict stronger ones.
    Victory {
        /// Who is preferred.
        winner: Candidate,
        /// To whom.
        loser: Candidate,
        /// How many prefer the one.
        votes: u64,
        /// How many prefer the other.
        against: u64,
        /// Whether it stands.
        stands: bool,
    },
    /// Those whom nobody outside defeats.
    Schwartz {
        /// Who.
        candidates: Vec<Candidate>,
    },
}

/// Why somebody is elected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By reaching the quota.
    Quota,
    /// More than half.
    Majority,
    /// The most votes.
    Most,
    /// As many are left as there are seats.
    Remaining,
    /// Nobody is preferred to them.
    Unbeaten,
    /// By the run-off.
    RunOff,
}

/// What a tie was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Who is elected.
    Elect,
    /// Who is excluded.
    Exclude,
    /// Whose surplus goes first.
    Surplus,
    /// Who goes on to the run-off.
    RunOff,
    /// Which of two equal victories counts first; the candidate is its winner.
    Victory,
}

/// A tie and how it was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Between whom.
    pub among: Vec<Candidate>,
    /// What about.
    pub purpose: Purpose,
    /// Who was chosen.
    pub chosen: Candidate,
    /// What decided.
    pub by: TieStep,
}

/// What broke a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieStep {
    /// The votes after an earlier step of the count, from 1.
    EarlierStage(usize),
    /// Who is preferred by more papers.
    HeadToHead,
    /// The sum of scores.
    Score,
    /// The most of the largest score.
    MostTopScores,
    /// A lot.
    Lot,
    /// The casting vote.
    CastingVote,
    /// Who comes first on the paper.
    OrderOfThePaper,
}

/// How a count ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every seat is filled.
    Complete,
    /// Fewer are elected than there are seats.
    Short {
        /// How many seats stay empty.
        empty: usize,
    },
    /// The rules do not decide a tie.
    Tied {
        /// Between whom.
        among: Vec<Candidate>,
        /// What about.
        purpose: Purpose,
        /// Whether the rule is to vote again.
        again: bool,
    },
    /// A second round on new papers is held between these.
    SecondRound {
        /// Who.
        between: Vec<Candidate>,
    },
    /// New nominations won: the seat stays empty and nominations are opened again.
    NominationsReopened,
    /// The default option won: nothing else is chosen.
    DefaultWins,
}

impl Record {
    pub(crate) fn new(method: &'static str, election: &Election) -> Self {
        Record {
            method,
            variant: None,
            rules: Vec::new(),
            title: election.title.clone(),
            seats: election.seats,
            candidates: election.candidates.iter().map(|standing| standing.name.clone()).collect(),
            valid: 0,
            invalid: 0,
            quota: None,
            elected: Vec::new(),
            ranking: Vec::new(),
            rounds: Vec::new(),
            pairs: Vec::new(),
            paths: Vec::new(),
            ties: Vec::new(),
            outcome: Outcome::Complete,
        }
    }

    /// The name of a candidate.
    pub fn name(&self, candidate: Candidate) -> &str {
        self.candidates.get(candidate.index()).map_or("", String::as_str)
    }

    /// The names of the elected, in the order of election.
    pub fn winners(&self) -> impl Iterator<Item = &str> {
        self.elected.iter().map(|candidate| self.name(*candidate))
    }

    /// Whole votes after a step that added something up.
    pub(crate) fn add_whole(
        &mut self,
        events: Vec<Event>,
        totals: impl IntoIterator<Item = Option<u64>>,
        exhausted: u64,
    ) {
        self.rounds.push(Round {
            events,
            totals: totals.into_iter().map(|votes| votes.map(Quantity::whole)).collect(),
            exhausted: Quantity::whole(exhausted),
            lost: Quantity::whole(0),
        });
    }

    /// Says who is elected in the last step, and why; and, if so, that a tie was not decided.
    pub(crate) fn elect(&mut self, chosen: (Vec<Candidate>, Option<Undecided>), how: How) {
        let (candidates, undecided) = chosen;
        for candidate in candidates {
            self.happened(Event::Elected { candidate, how });
            self.elected.push(candidate);
        }
        if let Some(undecided) = undecided {
            self.stop(undecided);
        }
    }

    /// Adds something to the last step.
    pub(crate) fn happened(&mut self, event: Event) {
        if let Some(round) = self.rounds.last_mut() {
            round.events.push(event);
        }
    }

    /// Ends at a tie that the rules do not decide.
    pub(crate) fn stop(&mut self, tie: Undecided) {
        self.outcome = Outcome::Tied { among: tie.among, purpose: tie.purpose, again: tie.again };
    }

    /// Says how it ended, once the elected are known.
    pub(crate) fn close(&mut self) {
        let empty = self.seats.saturating_sub(self.elected.len());
        if self.outcome == Outcome::Complete && empty > 0 {
            self.outcome = Outcome::Short { empty };
        }
    }
}
