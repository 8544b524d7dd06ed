//! The books of a network: double entry, pure, append-only.
//!
//! Whatever happens to money is an [`Entry`] of postings that sum to nothing in each currency; what is owed, what is paid
//! and what somebody has in credit are sums of postings and are kept nowhere else. A correction is a new entry. The
//! functions of [`booking`] say which entry an event makes; none of them knows where entries are kept.
//!
//! Debits are positive, credits negative.

mod account;
mod allocation;
mod beancount;
pub mod booking;
mod books;
mod entry;

pub use account::{Account, NotAnAccount};
pub use allocation::{Allocated, Owed, allocate};
pub use beancount::beancount;
pub use books::{Books, NotBooked};
pub use entry::{Entry, InvoiceId, Kind, Posting, Unbalanced};

#[cfg(test)]
mod tests;
