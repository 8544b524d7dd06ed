//! The port: what every provider can do, and what is true there.

use chrono::{DateTime, Utc};
use kernel::{Currency, Money};

use crate::{Account, NotGenuine};

/// A payment that is to begin.
#[derive(Clone, Debug)]
pub struct Order {
    /// Our name of the attempt: the provider keeps it with the payment, and beginning twice under it is beginning once.
    pub attempt: String,
    /// How much.
    pub amount: Money,
    /// What the payer reads.
    pub what: String,
    /// Where the payer comes back to after paying.
    pub back: String,
    /// Where the payer comes back to without paying.
    pub cancelled: String,
    /// Until when it can be paid.
    pub until: DateTime<Utc>,
    /// The payer's language, by its tag; the provider may not have it.
    pub language: String,
}

/// A payment that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The provider's name of it.
    pub session: String,
    /// Where the payer pays.
    pub page: String,
}

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// At a payment that was begun, by the provider's name of it.
    Session(String),
    /// At money that was paid, by the provider's name of it.
    Payment(String),
    /// Nowhere: what happened is no business of ours.
    Nothing,
}

/// What became of a payment that was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing yet.
    Open,
    /// It is under way: a bank takes its time.
    Processing,
    /// It was paid.
    Paid,
    /// It will not be paid: refused, or given up.
    Failed,
    /// It can be paid no longer.
    Expired,
}

/// Money that was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The provider's name of it: there is one payment of this name.
    pub reference: String,
    /// How much the payer paid.
    pub gross: Money,
    /// What the provider kept, in the same currency; none while that is not known.
    pub fee: Option<Money>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whether a refund arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundState {
    /// It is under way.
    Pending,
    /// It was given back.
    Done,
    /// It failed and the money came back.
    Failed,
}

/// Money that was given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// The provider's name of it.
    pub reference: String,
    /// How much.
    pub amount: Money,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it arrived.
    pub state: RefundState,
}

/// How a dispute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisputeState {
    /// It is not decided.
    Open,
    /// The network keeps the money.
    Won,
    /// The payer has it back.
    Lost,
}

/// A payment that its payer disputes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The provider's name of it.
    pub reference: String,
    /// How much of the payment.
    pub amount: Money,
    /// What the provider charges for it.
    pub fee: Money,
    /// When it began.
    pub at: DateTime<Utc>,
    /// How it stands.
    pub state: DisputeState,
}

/// Everything that is true at the provider of one payment that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The provider's name of what was begun.
    pub session: String,
    /// Our name of the attempt, as the provider kept it.
    pub attempt: Option<String>,
    /// Whether real money is meant.
    pub live: bool,
    /// What became of it.
    pub state: State,
    /// The money, if there is some.
    pub paid: Option<Paid>,
    /// What was given back of it.
    pub refunds: Vec<Refund>,
    /// What is disputed of it.
    pub disputes: Vec<Dispute>,
}

/// Something at a provider that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Where to look.
    pub at: Hint,
    /// When it changed.
    pub when: DateTime<Utc>,
}

/// Money that a provider paid out to the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// The provider's name of it.
    pub reference: String,
    /// How much.
    pub amount: Money,
    /// When it arrives.
    pub at: DateTime<Utc>,
}

/// A genuine message of a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The provider's name of it: a message sent twice has one.
    pub id: String,
    /// What kind it is, as the provider says it.
    pub kind: String,
    /// Where to look.
    pub hint: Hint,
}

/// Why a call to a provider came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The provider refused: nothing happened there.
    #[error("the provider refused: {0}")]
    Refused(String),
    /// Whether anything happened there is not known. It is asked again later.
    #[error("no certain answer from the provider: {0}")]
    Uncertain(String),
    /// There is no such thing there, or not yet.
    #[error("the provider knows nothing of this")]
    Unknown,
    /// The provider cannot do this.
    #[error("the provider cannot do this: {0}")]
    NotPossible(&'static str),
}

/// Headers of a message, by their names in small letters.
pub type Headers = [(String, String)];

/// A provider, under one account.
pub trait Provider: Send + Sync {
    /// The smallest amount of a currency that can be paid here; none: the currency cannot be paid here.
    fn smallest(&self, currency: Currency) -> Option<Money>;

    /// Begins a payment. Beginning it again under the same attempt answers the same.
    fn begin(&self, order: &Order) -> Result<Begun, Fault>;

    /// Looks at what is true. Where the payer agreed and the money waits to be taken, it is taken.
    fn look(&self, at: &Hint) -> Result<Snapshot, Fault>;

    /// Ends a payment that was begun and not paid, so that it can be paid no longer.
    fn close(&self, session: &str) -> Result<(), Fault>;

    /// Gives money back. The same key gives back once.
    fn refund(&self, payment: &str, amount: Money, key: &str) -> Result<(), Fault>;

    /// Whether a message is the provider's own, and what it says.
    fn verify(&self, headers: &Headers, body: &[u8], now: DateTime<Utc>) -> Result<Event, NotGenuine>;

    /// What changed since an instant.
    fn changes(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<Touched>, Fault>;

    /// What was paid out since an instant.
    fn payouts(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<Payout>, Fault>;

    /// Whether payers may be sent to an address: pages of this provider and no other.
    fn is_page(&self, address: &str) -> bool;
}

/// Opens providers: whoever serves or works chooses which there are.
pub trait Providers: Send + Sync {
    /// The provider of an account.
    fn open(&self, account: &Account) -> Result<Box<dyn Provider>, Fault>;
}

/// Whether an address begins at one of some hosts, over HTTPS.
pub(crate) fn begins_at(address: &str, hosts: &[&str]) -> bool {
    let host = address.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| hosts.contains(&host))
}
