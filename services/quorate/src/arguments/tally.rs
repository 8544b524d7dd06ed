//! `quorate tally`: a method, a file of ballots, and everything that places do differently.

use std::path::PathBuf;

use ballots::OptionName;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

/// `quorate tally`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  quorate tally --method scottish-stv ballots.blt
  quorate tally --method meek-stv --variant nz --seats 3 ballots.blt --format json
  quorate tally --method star --largest 5 ballots.csv
  quorate tally --method irv --overvotes skip --reopen-nominations 'Reopen nominations' ballots.blt
  quorate tally --method plurality --ties lot --seed 17,4,22 --seed 'closing index 2114.05' ballots.csv

A tie that the method and --ties do not decide is decided by the order of the file, and the count says so.")]
pub struct Tally {
    /// A file of ballots: BLT, CSV of ranks or scores, a Debian tally sheet, PrefLib.
    pub file: PathBuf,
    /// How they are counted.
    #[arg(long, value_parser = PossibleValuesParser::new(ballots::Method::all().iter().map(ballots::Method::name)))]
    pub method: String,
    /// How many are elected; left out: what the file says, else one.
    #[arg(long)]
    pub seats: Option<usize>,
    /// How the file is written; left out: by its name or how it begins.
    #[arg(long, value_parser = PossibleValuesParser::new(ballots::read::Format::NAMES.iter().map(|(name, _)| *name)))]
    pub reads: Option<String>,
    /// How the count is written.
    #[arg(long, value_enum, default_value_t = TallyFormat::Text)]
    pub format: TallyFormat,
    /// A source of public randomness for lots, in order; several by giving it again (RFC 3797).
    #[arg(long)]
    pub seed: Vec<String>,
    /// The order in which the casting vote prefers candidates, names separated by commas.
    #[arg(long, value_delimiter = ',')]
    pub casting: Vec<String>,
    /// At most so many of a group: `Name=2:Ana,Bo,Chair`; several by giving it again.
    #[arg(long)]
    pub cap: Vec<String>,
    #[command(flatten)]
    options: Options,
}

/// How a count is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TallyFormat {
    /// For people.
    Text,
    /// For programs: names and exact totals.
    Json,
    /// A table with a row for each step.
    Csv,
    /// A picture.
    Svg,
}

/// Everything that places do differently; a method refuses what it does not know.
#[derive(Debug, Args)]
struct Options {
    /// A published form of the method: meek-stv has reference, prf, nz; wigm-stv reference, prf.
    #[arg(long)]
    variant: Option<String>,
    /// Words joined by `+`: backward, forward, then order, lot, casting, again or undecided.
    #[arg(long)]
    ties: Option<String>,
    /// Digits after the point that are kept.
    #[arg(long)]
    digits: Option<String>,
    /// How many votes elect: droop, hagenbach-bischoff, hare.
    #[arg(long)]
    quota: Option<String>,
    /// Excluding several at a time: none, zero, sure-losers, tied.
    #[arg(long)]
    batch: Option<String>,
    /// Several at one rank: exhaust, skip, invalid.
    #[arg(long)]
    overvotes: Option<String>,
    /// A rank left empty: ignore, exhaust-at-one, exhaust-at-two.
    #[arg(long)]
    skipped: Option<String>,
    /// Somebody ranked twice: first, invalid.
    #[arg(long)]
    duplicates: Option<String>,
    /// Whoever is not ranked, in comparisons by pairs: below, ignored.
    #[arg(long)]
    unranked: Option<String>,
    /// How strong a victory is: winning-votes, margins.
    #[arg(long)]
    strength: Option<String>,
    /// The largest score.
    #[arg(long)]
    largest: Option<String>,
    /// A score left blank: zero, ignored.
    #[arg(long)]
    blanks: Option<String>,
    /// When an instant run-off is over: majority, two.
    #[arg(long)]
    until: Option<String>,
    /// The second of two rounds: same-papers, new-papers.
    #[arg(long)]
    run_off: Option<String>,
    /// The candidate that stands for new nominations.
    #[arg(long)]
    reopen_nominations: Option<String>,
    /// The candidate that stands for none of the others.
    #[arg(long)]
    default_option: Option<String>,
    /// How many must prefer an option to the default.
    #[arg(long)]
    quorum: Option<String>,
    /// How much stronger than the default an option must be: `2:1`.
    #[arg(long)]
    majority: Option<String>,
}

impl Tally {
    /// The options that were given, with their values.
    pub fn given(&self) -> impl Iterator<Item = (OptionName, &str)> {
        let own = &self.options;
        let all = [
            (OptionName::Variant, &own.variant),
            (OptionName::Ties, &own.ties),
            (OptionName::Digits, &own.digits),
            (OptionName::Quota, &own.quota),
            (OptionName::Batch, &own.batch),
            (OptionName::Overvotes, &own.overvotes),
            (OptionName::Skipped, &own.skipped),
            (OptionName::Duplicates, &own.duplicates),
            (OptionName::Unranked, &own.unranked),
            (OptionName::Strength, &own.strength),
            (OptionName::Largest, &own.largest),
            (OptionName::Blanks, &own.blanks),
            (OptionName::Until, &own.until),
            (OptionName::RunOff, &own.run_off),
            (OptionName::ReopenNominations, &own.reopen_nominations),
            (OptionName::DefaultOption, &own.default_option),
            (OptionName::Quorum, &own.quorum),
            (OptionName::Majority, &own.majority),
        ];
        all.into_iter().filter_map(|(option, value)| Some((option, value.as_deref()?)))
    }
}
