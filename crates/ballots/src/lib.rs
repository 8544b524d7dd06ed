//! Counting: elections by named methods, exact, with a record from which a person can redo the count.
//!
//! An [`Election`] is candidates, seats and papers as the voters marked them. A [`Method`] counts it under [`Rules`], which
//! say everything that differs between places: what an overvote means, how many digits are kept, what breaks a tie. The
//! [`Record`] says who won and every step that led there. Nothing is drawn by chance in secret: a lot is drawn from a seed
//! that anybody can see ([`lot`], RFC 3797), and a tie that no rule decides is said to be undecided.
//!
//! Totals are fixed-point numbers with the digits a rule names, or exact fractions; never floating point.

#![warn(clippy::disallowed_methods)]

mod candidate;
mod caps;
mod constituencies;
mod election;
pub mod lot;
mod method;
mod methods;
mod numbers;
mod options;
mod published;
mod quantity;
pub mod read;
mod record;
mod strict;
mod ties;

pub use candidate::{Candidate, Each};
pub use caps::{Cap, CapImpossible};
pub use constituencies::{Constituency, count_constituencies};
pub use election::{Approved, Election, Papers, Ranked, Scored, Standing};
pub use method::{CannotCount, Method};
pub use options::{BadOption, OptionName, Rules};
pub use quantity::Quantity;
pub use record::{Event, How, Outcome, Purpose, Record, Round, Tie, TieStep};
