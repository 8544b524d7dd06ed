//! What is counted: candidates, seats, and papers as the voters marked them.

use crate::Candidate;

/// An election as it comes from the box: nothing is interpreted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// What is elected, as the file or the charter calls it.
    pub title: String,
    /// How many are to be elected.
    pub seats: usize,
    /// Who stands, in the order of the ballot paper.
    pub candidates: Vec<Standing>,
    /// The papers, all of one kind.
    pub papers: Papers,
}

/// Somebody on the ballot paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The name.
    pub name: String,
    /// Withdrawn after the papers were made: marks for them are passed over.
    pub withdrawn: bool,
}

impl Standing {
    /// Somebody who stands.
    pub fn new(name: impl Into<String>) -> Self {
        Standing { name: name.into(), withdrawn: false }
    }
}

/// Papers of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Papers {
    /// First, second, third …; ranks may be skipped or shared.
    Ranked(Ranked),
    /// A number for each candidate, more is better.
    Scored(Scored),
    /// A mark for each candidate who is acceptable.
    Approved(Approved),
}

/// Where the marks of a paper are, and how many voters (or how much weight) it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub weight: u64,
    from: u32,
    to: u32,
}

impl Span {
    /// The marks from one place to another; `None` when there are more marks than can be numbered.
    pub(crate) fn new(weight: u64, from: usize, to: usize) -> Option<Self> {
        Some(Span { weight, from: u32::try_from(from).ok()?, to: u32::try_from(to).ok()? })
    }

    pub(crate) fn of<T>(self, marks: &[T]) -> &[T] {
        let (from, to) = (usize::try_from(self.from), usize::try_from(self.to));
        from.ok().zip(to.ok()).and_then(|(from, to)| marks.get(from..to)).unwrap_or(&[])
    }
}

/// One mark of a ranked paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The next rank is this candidate's.
    Next(Candidate),
    /// The same rank as the mark before.
    Level(Candidate),
    /// A rank that was left empty.
    Skipped,
}

/// Ranked papers, one after the other in one list of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranked {
    pub(crate) marks: Vec<Mark>,
    pub(crate) papers: Vec<Span>,
}

impl Ranked {
    /// Adds a paper: its ranks in order, each with the candidates that share it; an empty rank was skipped. `false` when
    /// there is no room for more.
    pub fn add(&mut self, weight: u64, ranks: impl IntoIterator<Item = impl AsRef<[Candidate]>>) -> bool {
        let from = self.marks.len();
        for rank in ranks {
            match rank.as_ref() {
                [] => self.marks.push(Mark::Skipped),
                [first, level @ ..] => {
                    self.marks.push(Mark::Next(*first));
                    self.marks.extend(level.iter().map(|candidate| Mark::Level(*candidate)));
                }
            }
        }
        self.close(weight, from)
    }

    /// Makes a paper of the marks since `from`.
    pub(crate) fn close(&mut self, weight: u64, from: usize) -> bool {
        let paper = Span::new(weight, from, self.marks.len());
        paper.map(|paper| self.papers.push(paper)).is_some()
    }

    /// The papers with their marks.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &[Mark])> {
        self.papers.iter().map(|paper| (paper.weight, paper.of(&self.marks)))
    }
}

/// Scored papers; what a voter left blank is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scored {
    scores: Vec<Option<u16>>,
    papers: Vec<Span>,
}

impl Scored {
    /// Adds a paper with a score for each candidate in order. `false` when there is no room for more.
    pub fn add(&mut self, weight: u64, scores: impl IntoIterator<Item = Option<u16>>) -> bool {
        let from = self.scores.len();
        self.scores.extend(scores);
        let paper = Span::new(weight, from, self.scores.len());
        paper.map(|paper| self.papers.push(paper)).is_some()
    }

    /// The papers with their scores in the order of the candidates.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &[Option<u16>])> {
        self.papers.iter().map(|paper| (paper.weight, paper.of(&self.scores)))
    }

    /// The largest score on any paper.
    pub(crate) fn largest(&self) -> u16 {
        self.scores.iter().flatten().copied().max().unwrap_or(0)
    }
}

/// Papers on which acceptable candidates are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    marks: Vec<Candidate>,
    papers: Vec<Span>,
}

impl Approved {
    /// Adds a paper with the candidates it marks. `false` when there is no room for more.
    pub fn add(&mut self, weight: u64, marks: impl IntoIterator<Item = Candidate>) -> bool {
        let from = self.marks.len();
        self.marks.extend(marks);
        let paper = Span::new(weight, from, self.marks.len());
        paper.map(|paper| self.papers.push(paper)).is_some()
    }

    /// The papers with the candidates they mark.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &[Candidate])> {
        self.papers.iter().map(|paper| (paper.weight, paper.of(&self.marks)))
    }
}

impl Election {
    /// Everybody on the paper.
    pub fn everybody(&self) -> impl Iterator<Item = Candidate> + Clone + use<> {
        Candidate::first(self.candidates.len())
    }

    /// Everybody who has not withdrawn.
    pub fn standing(&self) -> impl Iterator<Item = Candidate> + '_ {
        self.everybody().filter(|candidate| !self.has_withdrawn(*candidate))
    }

    /// Whether a candidate has withdrawn.
    pub fn has_withdrawn(&self, candidate: Candidate) -> bool {
        self.candidates.get(candidate.index()).is_none_or(|standing| standing.withdrawn)
    }

    /// Who bears a name.
    pub fn named(&self, name: &str) -> Option<Candidate> {
        self.everybody().find(|candidate| self.name(*candidate) == name)
    }

    /// The name of a candidate.
    pub fn name(&self, candidate: Candidate) -> &str {
        self.candidates.get(candidate.index()).map_or("", |standing| &standing.name)
    }

    /// The weight of all papers, blank ones too; at most `u64::MAX`.
    pub fn weight(&self) -> u64 {
        let weights: &[Span] = match &self.papers {
            Papers::Ranked(papers) => &papers.papers,
            Papers::Scored(papers) => &papers.papers,
            Papers::Approved(papers) => &papers.papers,
        };
        weights.iter().fold(0, |sum, paper| sum.saturating_add(paper.weight))
    }
}
