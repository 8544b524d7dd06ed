//! The command line, with help that teaches.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};
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
    /// Count a file of ballots by any method that a charter can name.
    Tally(Box<Tally>),
    /// Run Quorate on this machine, with a private PostgreSQL and Redis of its own, until Ctrl-C. What was recorded stays.
    Up(Up),
    /// Bring the database up to date, as the owner of its tables.
    Migrate {
        #[command(flatten)]
        owner: Owner,
    },
    /// Networks that are hosted.
    Tenant {
        #[command(subcommand)]
        command: Tenant,
    },
    /// The record of a network.
    Register {
        #[command(subcommand)]
        command: Register,
    },
    /// Start or stop a private PostgreSQL and Redis in a folder, for tests and trials.
    Servers {
        #[command(subcommand)]
        command: Servers,
    },
    /// Print completions for a shell: `quorate completions bash > /etc/bash_completion.d/quorate`.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Where the owner of the tables connects.
#[derive(Debug, Args)]
pub struct Owner {
    /// The database, under the role that owns its tables.
    #[arg(long, env = "MIGRATION_DATABASE_URL", hide_env_values = true)]
    pub migration_database_url: String,
}

/// The key that wraps the keys of sealed data.
#[derive(Debug, Args)]
pub struct Keys {
    /// 64 hexadecimal digits.
    #[arg(long, env = "QUORATE_MASTER_KEY", hide_env_values = true)]
    pub master_key: String,
}

mod tally;
pub use tally::{Tally, TallyFormat};

/// `quorate up`
#[derive(Debug, Args)]
pub struct Up {
    /// Where the private servers keep their data; left out: in the project, or below /var/tmp for root.
    #[arg(long)]
    pub folder: Option<PathBuf>,
    /// Throw away what was recorded and begin anew.
    #[arg(long, conflicts_with = "database_url")]
    pub reset: bool,
    /// The port to serve on; if it is taken, the next free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The charter folders to load; left out: every one in deploy/tenants.
    #[arg(long = "tenant")]
    pub tenants: Vec<PathBuf>,
    /// A database that exists, under the application's role. Then MIGRATION_DATABASE_URL is needed too.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, requires = "migration_database_url")]
    pub database_url: Option<String>,
    /// The same database, under the role that owns its tables.
    #[arg(long, env = "MIGRATION_DATABASE_URL", hide_env_values = true)]
    pub migration_database_url: Option<String>,
    /// A Redis that exists.
    #[arg(long, env = "REDIS_URL", hide_env_values = true)]
    pub redis_url: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Tenant {
    /// Host a network from its charter folder. With an error in it nothing is made, and the findings say why.
    Create {
        /// Its name in addresses, such as `lakes`.
        name: String,
        /// Its folder: `charter/`, `scenarios/` and, for a demonstration, `demo/acts.jsonl`.
        folder: PathBuf,
        #[command(flatten)]
        owner: Owner,
        #[command(flatten)]
        keys: Keys,
    },
}

#[derive(Debug, Subcommand)]
pub enum Register {
    /// Walk a network's chain of acts, or every network's, from the first to the last. Exit 1 where it does not hold.
    Verify {
        /// Its name in addresses; left out: every network.
        name: Option<String>,
        /// The database, under the application's role.
        #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
        database_url: String,
        #[command(flatten)]
        keys: Keys,
    },
}

#[derive(Debug, Subcommand)]
pub enum Servers {
    /// Start them, if they do not run.
    Start {
        /// Their folder.
        folder: PathBuf,
        /// Faster, for tests: a crash may lose all.
        #[arg(long)]
        fast: bool,
    },
    /// Stop them.
    Stop {
        /// Their folder.
        folder: PathBuf,
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
