//! The rules of a count: everything that differs between places, as options with names.

use std::fmt;
use std::str::FromStr;

use kernel::Ratio;

use crate::Cap;
use crate::ties::{Last, Ties};

/// A word for each value of an option, in one place.
macro_rules! choices {
    ($(#[$docs:meta])* $name:ident { $($(#[$meaning:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$meaning])* $variant),+ }

        impl $name {
            /// Every value, as it is written.
            pub const WORDS: &[&str] = &[$($word),+];
        }

        impl FromStr for $name {
            type Err = BadOption;

            fn from_str(text: &str) -> Result<Self, BadOption> {
                match text { $($word => Ok($name::$variant),)+ _ => Err(BadOption::one_of(text, Self::WORDS)) }
            }
        }
    };
}

choices! {
    /// Two or more candidates at one rank.
    Overvotes {
        /// The paper counts down to there and no further.
        Exhaust = "exhaust",
        /// The rank is passed over.
        Skip = "skip",
        /// The whole paper is invalid.
        Invalid = "invalid",
    }
}
choices! {
    /// A rank that was left empty.
    Skipped {
        /// The next rank takes its place.
        Ignore = "ignore",
        /// The paper counts down to there.
        ExhaustAtOne = "exhaust-at-one",
        /// Two in a row end the paper.
        ExhaustAtTwo = "exhaust-at-two",
    }
}
choices! {
    /// A candidate who is ranked twice.
    Duplicates {
        /// The first time counts.
        First = "first",
        /// The whole paper is invalid.
        Invalid = "invalid",
    }
}
choices! {
    /// Candidates whom a paper does not rank, in comparisons by pairs.
    Unranked {
        /// Below everybody who is ranked.
        Below = "below",
        /// Not compared at all.
        Ignored = "ignored",
    }
}
choices! {
    /// How many votes elect.
    QuotaRule {
        /// Votes over seats and one, whole, and one more.
        Droop = "droop",
        /// Votes over seats and one, exactly; more than that elects.
        HagenbachBischoff = "hagenbach-bischoff",
        /// Votes over seats.
        Hare = "hare",
    }
}
choices! {
    /// Excluding several at a time.
    Batch {
        /// One at a time.
        None = "none",
        /// All without a vote.
        Zero = "zero",
        /// All who cannot catch up together.
        SureLosers = "sure-losers",
        /// All who share the fewest, unless that is everybody.
        Tied = "tied",
    }
}
choices! {
    /// How strong a victory of one over another is.
    Strength {
        /// The votes of the winning side.
        WinningVotes = "winning-votes",
        /// The difference between the sides.
        Margins = "margins",
    }
}
choices! {
    /// A score that a voter left blank.
    Blanks {
        /// Nothing.
        Zero = "zero",
        /// Not counted: candidates are compared by their averages.
        Ignored = "ignored",
    }
}
choices! {
    /// When an instant run-off is over.
    Until {
        /// When somebody has more than half of what is still in the count.
        Majority = "majority",
        /// When two are left.
        Two = "two",
    }
}
choices! {
    /// The second of two rounds.
    RunOff {
        /// From the same papers, by whom each ranks higher.
        SamePapers = "same-papers",
        /// On another day, with new papers.
        NewPapers = "new-papers",
    }
}

/// What can be said about a count, by name; each method knows some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OptionName {
    /// Which published form of the method.
    Variant,
    /// What breaks ties.
    Ties,
    /// Digits after the point.
    Digits,
    /// How many votes elect.
    Quota,
    /// Excluding several at a time.
    Batch,
    /// Two candidates at one rank.
    Overvotes,
    /// An empty rank.
    Skipped,
    /// Somebody ranked twice.
    Duplicates,
    /// Candidates who are not ranked.
    Unranked,
    /// How strong a victory is.
    Strength,
    /// The largest score.
    Largest,
    /// Scores left blank.
    Blanks,
    /// When an instant run-off ends.
    Until,
    /// How a second round is held.
    RunOff,
    /// The candidate that stands for new nominations.
    ReopenNominations,
    /// The candidate that stands for none of the others.
    DefaultOption,
    /// How many must prefer an option to the default.
    Quorum,
    /// How much stronger than the default an option must be.
    Majority,
}

impl OptionName {
    const NAMES: &[(OptionName, &str)] = &[
        (OptionName::Variant, "variant"),
        (OptionName::Ties, "ties"),
        (OptionName::Digits, "digits"),
        (OptionName::Quota, "quota"),
        (OptionName::Batch, "batch"),
        (OptionName::Overvotes, "overvotes"),
        (OptionName::Skipped, "skipped"),
        (OptionName::Duplicates, "duplicates"),
        (OptionName::Unranked, "unranked"),
        (OptionName::Strength, "strength"),
        (OptionName::Largest, "largest"),
        (OptionName::Blanks, "blanks"),
        (OptionName::Until, "until"),
        (OptionName::RunOff, "run-off"),
        (OptionName::ReopenNominations, "reopen-nominations"),
        (OptionName::DefaultOption, "default-option"),
        (OptionName::Quorum, "quorum"),
        (OptionName::Majority, "majority"),
    ];

    /// How the option is written, in a charter and on the command line.
    pub fn word(self) -> &'static str {
        Self::NAMES.iter().find(|(name, _)| *name == self).map_or("", |(_, word)| word)
    }

    /// The option that is written so.
    pub fn of(word: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, own)| *own == word).map(|(name, _)| *name)
    }
}

/// A value that an option does not take.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not one of: {expected}")]
pub struct BadOption {
    /// What was given.
    pub given: String,
    /// What would do, in words of the option.
    pub expected: String,
}

impl BadOption {
    pub(crate) fn one_of(given: &str, words: &[&str]) -> Self {
        BadOption { given: given.to_owned(), expected: words.join(", ") }
    }

    fn expecting(given: &str, expected: &str) -> Self {
        BadOption { given: given.to_owned(), expected: expected.to_owned() }
    }
}

/// How an election is counted, beyond its method. What is `None` is as the method has it.
#[derive(Clone, Debug)]
pub struct Rules {
    pub(crate) variant: Option<String>,
    pub(crate) ties: Ties,
    pub(crate) digits: Option<u8>,
    pub(crate) quota: Option<QuotaRule>,
    pub(crate) batch: Batch,
    pub(crate) overvotes: Overvotes,
    pub(crate) skipped: Skipped,
    pub(crate) duplicates: Duplicates,
    pub(crate) unranked: Unranked,
    pub(crate) strength: Strength,
    pub(crate) largest: Option<u16>,
    pub(crate) blanks: Blanks,
    pub(crate) until: Until,
    pub(crate) run_off: RunOff,
    pub(crate) reopen_nominations: Option<String>,
    pub(crate) default_option: Option<String>,
    pub(crate) quorum: u64,
    pub(crate) majority: Ratio,
    pub(crate) caps: Vec<Cap>,
    given: Vec<(OptionName, String)>,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            variant: None,
            ties: Ties::default(),
            digits: None,
            quota: None,
            batch: Batch::None,
            overvotes: Overvotes::Exhaust,
            skipped: Skipped::Ignore,
            duplicates: Duplicates::First,
            unranked: Unranked::Below,
            strength: Strength::WinningVotes,
            largest: None,
            blanks: Blanks::Zero,
            until: Until::Majority,
            run_off: RunOff::SamePapers,
            reopen_nominations: None,
            default_option: None,
            quorum: 0,
            majority: Ratio::ONE,
            caps: Vec::new(),
            given: Vec::new(),
        }
    }
}

impl Rules {
    /// Sets an option from how it is written.
    ///
    /// # Errors
    /// A value that the option does not take.
    ///
    /// ```
    /// use ballots::{OptionName, Rules};
    /// let mut rules = Rules::default();
    /// assert!(rules.set(OptionName::Overvotes, "skip").is_ok());
    /// assert_eq!(rules.set(OptionName::Overvotes, "ignore").unwrap_err().expected, "exhaust, skip, invalid");
    /// ```
    pub fn set(&mut self, option: OptionName, value: &str) -> Result<(), BadOption> {
        match option {
            OptionName::Variant => self.variant = Some(value.to_owned()),
            OptionName::Ties => self.ties = value.parse()?,
            OptionName::Digits => self.digits = Some(digits(value)?),
            OptionName::Quota => self.quota = Some(value.parse()?),
            OptionName::Batch => self.batch = value.parse()?,
            OptionName::Overvotes => self.overvotes = value.parse()?,
            OptionName::Skipped => self.skipped = value.parse()?,
            OptionName::Duplicates => self.duplicates = value.parse()?,
            OptionName::Unranked => self.unranked = value.parse()?,
            OptionName::Strength => self.strength = value.parse()?,
            OptionName::Largest => self.largest = Some(number(value)?),
            OptionName::Blanks => self.blanks = value.parse()?,
            OptionName::Until => self.until = value.parse()?,
            OptionName::RunOff => self.run_off = value.parse()?,
            OptionName::ReopenNominations => self.reopen_nominations = Some(value.to_owned()),
            OptionName::DefaultOption => self.default_option = Some(value.to_owned()),
            OptionName::Quorum => self.quorum = number(value)?,
            OptionName::Majority => self.majority = majority(value)?,
        }
        self.given.retain(|(name, _)| *name != option);
        self.given.push((option, value.to_owned()));
        Ok(())
    }

    /// What was set, in order.
    pub fn given(&self) -> &[(OptionName, String)] {
        &self.given
    }

    /// At most so many of a group can be elected.
    pub fn at_most(&mut self, cap: Cap) {
        self.caps.push(cap);
    }

    /// Ties that nothing else breaks are broken by a lot from these public sources (RFC 3797).
    pub fn draw_lots_from(&mut self, sources: Vec<String>) {
        self.ties.sources = sources;
        if self.ties.last == Last::Undecided {
            self.ties.last = Last::Lot;
        }
    }

    /// Ties that nothing else breaks are decided by a casting vote: who is named earlier is chosen.
    pub fn casting_vote(&mut self, names: Vec<String>) {
        self.ties.casting = names;
        self.ties.last = Last::Casting;
    }
}

fn number<N: FromStr>(value: &str) -> Result<N, BadOption> {
    value.parse().map_err(|_| BadOption::expecting(value, "a whole number"))
}

fn digits(value: &str) -> Result<u8, BadOption> {
    let most = crate::numbers::Fixed::MOST;
    let digits: Option<u8> = value.parse().ok().filter(|digits| *digits <= most);
    digits.ok_or_else(|| BadOption::expecting(value, &format!("0 to {most}")))
}

/// `2:1`, `2/3` or `2`: how many for each one against.
fn majority(value: &str) -> Result<Ratio, BadOption> {
    let parts: Vec<Option<i128>> = value.split([':', '/']).map(|part| part.parse().ok()).collect();
    let ratio = match parts.as_slice() {
        [Some(up)] => Ratio::new(*up, 1).ok(),
        [Some(up), Some(down)] => Ratio::new(*up, *down).ok(),
        _ => None,
    };
    ratio.filter(|ratio| *ratio >= Ratio::ONE).ok_or_else(|| BadOption::expecting(value, "2:1, 3:1 …"))
}

impl fmt::Display for OptionName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}
