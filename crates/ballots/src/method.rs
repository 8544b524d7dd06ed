//! The methods by name, each with the options it knows, behind one interface.

use crate::caps::CapImpossible;
use crate::methods::{approval, block_vote, condorcet, instant_run_off, plurality, score, star, stv, two_round};
use crate::options::OptionName::{
    self, Batch, Blanks, DefaultOption, Digits, Duplicates, Largest, Majority, Overvotes, Quorum, Quota,
    ReopenNominations, RunOff, Skipped, Strength, Ties, Unranked, Until, Variant,
};
use crate::read::Cells;
use crate::{Election, Record, Rules};

/// A way to count an election.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    name: &'static str,
    options: &'static [OptionName],
    variants: &'static [&'static str],
    several: bool,
    cells: Cells,
    count: fn(&Election, &Rules) -> Result<Record, CannotCount>,
}

/// An election that cannot be counted so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCount {
    /// The method needs ranks, the papers have scores.
    #[error("this method needs ranks, and these papers have scores")]
    NeedsRanks,
    /// The method needs scores.
    #[error("this method needs scores, and these papers have none")]
    NeedsScores,
    /// An option that the method does not know.
    #[error("{method} does not know the option `{option}`; it knows: {known}")]
    OptionUnknown {
        /// The method.
        method: &'static str,
        /// The option.
        option: &'static str,
        /// What it knows.
        known: String,
    },
    /// A variant that the method does not have.
    #[error("{method} has no variant `{variant}`; it has: {known}")]
    VariantUnknown {
        /// The method.
        method: &'static str,
        /// What was asked for.
        variant: String,
        /// What there is.
        known: String,
    },
    /// A method for one seat, asked for several.
    #[error("{method} elects one, and {seats} are to be elected")]
    OneSeatOnly {
        /// The method.
        method: &'static str,
        /// How many are to be elected.
        seats: usize,
    },
    /// No seats.
    #[error("at least one must be elected")]
    NoSeats,
    /// Nobody stands.
    #[error("nobody stands")]
    NobodyStands,
    /// Two candidates with one name could not be told apart.
    #[error("two candidates are called `{0}`")]
    SameName(String),
    /// More papers than can be counted exactly.
    #[error("there are more papers than can be counted")]
    TooMany,
    /// Exact fractions that double their length with each surplus.
    #[error("the exact fractions have grown too long to count with; say how many digits are kept, such as `digits 9`")]
    FractionsTooLong,
    /// A candidate whom an option names does not stand.
    #[error("`{0}` is not among the candidates")]
    NoSuchCandidate(String),
    /// A score above the largest.
    #[error("a paper gives {score}, and the largest score is {largest}")]
    ScoreTooLarge {
        /// What it gives.
        score: u16,
        /// The largest.
        largest: u16,
    },
    /// Caps that leave seats empty whatever the votes are.
    #[error(transparent)]
    Caps(#[from] CapImpossible),
}

const RANKS: &[OptionName] = &[Ties, Overvotes, Skipped, Duplicates];
const PAIRS: &[OptionName] = &[Ties, Unranked, Strength];

const METHODS: &[Method] = &[
    method("plurality", RANKS, false, plurality::one),
    method("block-vote", RANKS, true, block_vote::count),
    method("sntv", RANKS, true, plurality::several),
    method("two-round", &[Ties, Overvotes, Skipped, Duplicates, RunOff], false, two_round::count),
    method("approval", &[Ties], true, approval::count).with_cells(Cells::Marks),
    method("score", &[Ties, Largest, Blanks], true, score::count).with_cells(Cells::Scores),
    method("star", &[Ties, Largest], false, star::count).with_cells(Cells::Scores),
    method("bloc-star", &[Ties, Largest], true, star::bloc).with_cells(Cells::Scores),
    method(
        "irv",
        &[Ties, Overvotes, Skipped, Duplicates, Until, Batch, ReopenNominations],
        false,
        instant_run_off::count,
    ),
    method("scottish-stv", RANKS, true, stv::scottish),
    method("wigm-stv", &[Variant, Ties, Digits, Quota, Overvotes, Skipped, Duplicates], true, stv::wigm)
        .with_variants(&["reference", "prf"]),
    method("meek-stv", &[Variant, Ties, Digits, Overvotes, Skipped, Duplicates], true, stv::meek).with_variants(&[
        "reference",
        "prf",
        "nz",
    ]),
    method("ers97-stv", RANKS, true, stv::ers97),
    method("schulze", PAIRS, true, condorcet::schulze),
    method("ranked-pairs", PAIRS, true, condorcet::ranked_pairs),
    method("minimax", PAIRS, true, condorcet::minimax),
    method("schwartz", &[Ties, Unranked, DefaultOption, Quorum, Majority], false, condorcet::schwartz),
];

const fn method(
    name: &'static str,
    options: &'static [OptionName],
    several: bool,
    count: fn(&Election, &Rules) -> Result<Record, CannotCount>,
) -> Method {
    Method { name, options, variants: &[], several, cells: Cells::Ranks, count }
}

impl Method {
    const fn with_variants(mut self, variants: &'static [&'static str]) -> Self {
        self.variants = variants;
        self
    }

    const fn with_cells(mut self, cells: Cells) -> Self {
        self.cells = cells;
        self
    }

    /// Every method.
    pub fn all() -> &'static [Method] {
        METHODS
    }

    /// The method of a name.
    pub fn named(name: &str) -> Option<&'static Method> {
        METHODS.iter().find(|method| method.name == name)
    }

    /// Its name, in a charter and on the command line.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The options it knows.
    pub fn options(&self) -> &'static [OptionName] {
        self.options
    }

    /// Its published forms; the first is meant when none is named.
    pub fn variants(&self) -> &'static [&'static str] {
        self.variants
    }

    /// What a voter writes beside a name.
    pub fn cells(&self) -> Cells {
        self.cells
    }

    /// Whether it can elect more than one.
    pub fn elects_several(&self) -> bool {
        self.several
    }

    /// Counts an election.
    ///
    /// # Errors
    /// See [`CannotCount`]. A tie that the rules do not decide is no error but an [`Outcome`](crate::Outcome).
    ///
    /// ```
    /// use ballots::{Method, Rules, read};
    /// let election = read::blt("2 1\n3 1 2 0\n2 2 1 0\n0\n\"Ana\"\n\"Bo\"\n\"Chair\"\n").unwrap();
    /// let record = Method::named("plurality").unwrap().count(&election, &Rules::default()).unwrap();
    /// assert_eq!(record.winners().collect::<Vec<_>>(), ["Ana"]);
    /// ```
    pub fn count(&self, election: &Election, rules: &Rules) -> Result<Record, CannotCount> {
        self.check(election, rules)?;
        let mut record = (self.count)(election, rules)?;
        record.method = self.name;
        let named = rules.variant.as_deref().or(self.variants.first().copied());
        record.variant = self.variants.iter().copied().find(|variant| Some(*variant) == named);
        record.rules = rules.given().iter().map(|(name, value)| (name.word().to_owned(), value.clone())).collect();
        record.close();
        Ok(record)
    }

    fn check(&self, election: &Election, rules: &Rules) -> Result<(), CannotCount> {
        let known = || self.options.iter().map(|option| option.word()).collect::<Vec<_>>().join(", ");
        if let Some((option, _)) = rules.given().iter().find(|(option, _)| !self.options.contains(option)) {
            return Err(CannotCount::OptionUnknown { method: self.name, option: option.word(), known: known() });
        }
        if let Some(variant) = rules.variant.as_deref().filter(|variant| !self.variants.contains(variant)) {
            let known = self.variants.join(", ");
            return Err(CannotCount::VariantUnknown { method: self.name, variant: variant.to_owned(), known });
        }
        if election.seats == 0 {
            return Err(CannotCount::NoSeats);
        }
        if election.standing().next().is_none() {
            return Err(CannotCount::NobodyStands);
        }
        if election.seats > 1 && !self.several {
            return Err(CannotCount::OneSeatOnly { method: self.name, seats: election.seats });
        }
        let mut names: Vec<&str> = election.candidates.iter().map(|standing| standing.name.as_str()).collect();
        names.sort_unstable();
        match names.windows(2).find_map(|pair| pair.first().filter(|name| pair.last() == Some(name))) {
            Some(name) => Err(CannotCount::SameName((*name).to_owned())),
            None => Ok(()),
        }
    }
}
