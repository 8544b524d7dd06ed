//! Candidates by number, and one value for each of them.

/// A candidate of one election, by place on the ballot paper; the first is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Candidate(pub(crate) u16);

impl Candidate {
    /// The most candidates that one election can have.
    pub const MOST: usize = 16_000;

    /// The place on the ballot paper, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The candidate at a place, if an election can have so many.
    pub fn at(index: usize) -> Option<Self> {
        u16::try_from(index).ok().filter(|_| index < Self::MOST).map(Self)
    }

    /// The candidates of an election that has so many of them.
    pub fn first(count: usize) -> impl Iterator<Item = Self> + Clone {
        (0..count).map_while(Self::at)
    }
}

/// One value for each candidate of an election. Asked about somebody who does not stand, it answers with a blank value, so
/// that no count can stop in the middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each<T> {
    all: Vec<T>,
    blank: T,
}

impl<T: Clone> Each<T> {
    /// The same value for so many candidates.
    pub fn new(count: usize, blank: T) -> Self {
        Each { all: vec![blank.clone(); count], blank }
    }

    /// Back to the first value for everybody.
    pub(crate) fn clear(&mut self) {
        self.all.fill(self.blank.clone());
    }
}

impl<T> Each<T> {
    /// The value of one candidate.
    #[inline]
    pub fn of(&self, candidate: Candidate) -> &T {
        self.all.get(candidate.index()).unwrap_or(&self.blank)
    }

    /// The value of one candidate, to be changed.
    #[inline]
    pub fn of_mut(&mut self, candidate: Candidate) -> &mut T {
        self.all.get_mut(candidate.index()).unwrap_or(&mut self.blank)
    }

    /// Every candidate with the value.
    pub fn iter(&self) -> impl Iterator<Item = (Candidate, &T)> {
        Candidate::first(self.all.len()).zip(&self.all)
    }

    /// How many candidates there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether nobody stands.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The candidates.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate> + Clone + use<T> {
        Candidate::first(self.all.len())
    }

    /// The values in the order of the ballot paper.
    pub fn values(&self) -> &[T] {
        &self.all
    }
}
