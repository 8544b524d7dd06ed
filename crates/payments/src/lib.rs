//! What a payment provider is to us.
//!
//! A provider keeps its own truth. We begin a payment there, send the payer to its page, and afterwards look at what became
//! of it: a [`Snapshot`]. Whatever arrives by itself, a redirect or a webhook, is a [`Hint`] where to look and nothing
//! more; so it does not matter in which order hints come, how often, or whether they come at all.

mod account;
mod paypal;
mod port;
mod signature;
pub mod stand_in;

pub use account::{Account, Brand, Mode, Secrets};
pub use paypal::PayPal;
pub use port::{
    Begun, Dispute, DisputeState, Event, Fault, Headers, Hint, Order, Paid, Payout, Provider, Providers, Refund,
    RefundState, Snapshot, State, Touched,
};
pub use signature::{NotGenuine, Signed};
