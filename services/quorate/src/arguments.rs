//! The command line, with help that teaches.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};
use kernel::Date;

/// Runs the charters of networks and federations: every answer comes with the clause that decides it.
#[derive(Debug, Parser)]
#[command(name = "quorate", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check, test and question a charter.
    Charter {
        #[command(subcommand)]
        command: Charter,
    },
    /// Print completions for a shell: `quorate completions bash > /etc/bash_completion.d/quorate`.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: the public formats.
    Json,
}

/// A public format with a JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PublicFormat {
    /// A checked charter.
    Charter,
    /// One act, a line of a register.
    Act,
    /// A question.
    Question,
    /// An answer.
    Answer,
}

const ASK_HELP: &str = "\
Questions have a few fixed forms; A, B, P stand for names in the register:

  may A vote at MEETING          may A vote in BALLOT
  may A stand for SEAT           may P of A stand for SEAT
  may A become CLASS             may A ACT
  may A ACT about B
  is A CLASS                     status of A
  fee of A for PERIOD            weight of A at MEETING
  TABLE of A                     state of PROCEDURE of B
  duties of A                    due from DATE to DATE
  quorate MEETING                carried BALLOT
  elected BALLOT                 seats of BODY
  who may decide PROCEDURE of B  who may fill SEAT
  who may vote at MEETING        earliest MEETING
  latest MEETING                 rule on TOPIC

Example:

  quorate charter ask my-network/ --register acts.jsonl --on 2027-01-15 'may A vote at assembly'";

#[derive(Debug, Subcommand)]
pub enum Charter {
    /// Find what is wrong: names, gaps and overlaps, thresholds, uncovered clauses, broken seals. Also runs the charter's
    /// tests under each option of one reading at a time and says which answers a reading changes. Exit 1 on an error.
    Check {
        /// A version file or a charter folder.
        path: PathBuf,
        /// How findings are written.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Run the charter's `test` blocks; the last line is `N passed, N failed`.
    Test {
        /// A version file or a charter folder.
        path: PathBuf,
        /// Further Markdown files with `test` blocks.
        #[arg(long, value_name = "FILE.md")]
        scenarios: Vec<PathBuf>,
    },
    /// Ask a question of a register: the answer, why, what would change it.
    #[command(after_help = ASK_HELP)]
    Ask {
        /// A version file or a charter folder.
        path: PathBuf,
        /// The register: one act as JSON a line.
        #[arg(long, value_name = "ACTS.jsonl")]
        register: PathBuf,
        /// The date asked about.
        #[arg(long, value_name = "DATE")]
        on: Date,
        /// Only what had been recorded by this instant (2027-01-15T09:00:00Z); left out: everything.
        #[arg(long, value_name = "TIME")]
        known_at: Option<DateTime<Utc>>,
        /// The question, in one of the forms below.
        question: String,
        /// How the answer is written.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// List everything that falls due between two dates, whoever owes it.
    Due {
        /// A version file or a charter folder.
        path: PathBuf,
        /// The register: one act as JSON a line.
        #[arg(long, value_name = "ACTS.jsonl")]
        register: PathBuf,
        /// The first day.
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// The last day.
        #[arg(long, value_name = "DATE")]
        to: Date,
        /// How the list is written.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// List the clauses by what becomes of them, with their readings; the last line is `uncovered: N`.
    Coverage {
        /// A version file or a charter folder.
        path: PathBuf,
        /// How the list is written.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Tidy the blocks of rules and tests; prose is never touched.
    Fmt {
        /// A version file or a charter folder.
        path: PathBuf,
        /// Only say which files would change; exit 1 if any.
        #[arg(long)]
        check: bool,
    },
    /// Say in plain sentences what the rules say, beside what the clause says.
    Paraphrase {
        /// A version file or a charter folder.
        path: PathBuf,
        /// Only this clause.
        clause: Option<String>,
    },
    /// Sign that a clause's prose and rules were read together; `check` fails when one changes without the other.
    Seal {
        /// A version file or a charter folder.
        path: PathBuf,
        /// The clause.
        clause: String,
        /// Who read them.
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Print the checked charter as JSON.
    Export {
        /// A version file or a charter folder.
        path: PathBuf,
    },
    /// Print the JSON Schema of a public format.
    Schema {
        /// Which.
        #[arg(value_enum)]
        format: PublicFormat,
    },
}
