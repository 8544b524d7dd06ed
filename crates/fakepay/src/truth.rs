//! What is true at the providers.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::Money;
use payments::Brand;
use uuid::Uuid;

/// Everything that was begun, by its name.
#[derive(Default)]
pub struct Truth {
    purchases: BTreeMap<String, Purchase>,
    payouts: Vec<Payout>,
}

/// Something that is to be paid.
#[derive(Clone, Debug)]
pub struct Purchase {
    /// Its name: a session of Checkout, an order.
    pub id: String,
    /// At which provider.
    pub brand: Brand,
    /// Whose account.
    pub network: String,
    /// What the network calls it.
    pub attempt: String,
    /// How much.
    pub amount: Money,
    /// What the payer reads.
    pub what: String,
    /// Where the payer comes back to.
    pub back: String,
    /// Where the payer comes back to without paying.
    pub cancelled: String,
    /// When it was begun.
    pub at: DateTime<Utc>,
    /// Until when it can be paid, in seconds since 1970.
    pub until: i64,
    /// How it stands.
    pub stands: Stands,
    /// What was given back.
    pub refunds: Vec<Part>,
    /// What is disputed.
    pub disputes: Vec<Dispute>,
}

/// How a purchase stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nothing happened.
    Open,
    /// The payer agreed; the network has not taken the money.
    Approved,
    /// The payer's bank takes its time.
    Processing,
    /// It was paid, as this and then.
    Paid { payment: String, at: DateTime<Utc> },
    /// It was refused.
    Failed,
    /// It can be paid no longer.
    Expired,
}

/// A part of a payment.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub id: String,
    /// How much.
    pub amount: Money,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it came back.
    pub failed: bool,
}

/// A dispute.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// Its name and its amount.
    pub part: Part,
    /// Whether it was decided, and for the network.
    pub won: Option<bool>,
}

/// Money that went to the bank.
#[derive(Clone, Debug)]
pub struct Payout {
    /// Its name.
    pub id: String,
    /// At which provider.
    pub brand: Brand,
    /// Whose.
    pub network: String,
    /// How much.
    pub amount: Money,
    /// When.
    pub at: DateTime<Utc>,
}

/// What can become of a purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Become {
    /// The payer pays, or agrees to pay where the money is taken afterwards.
    Paid,
    /// The network takes what the payer agreed to.
    Taken,
    /// The payer's bank takes its time.
    Processing,
    /// It is refused.
    Failed,
    /// It can be paid no longer.
    Expired,
    /// So much is given back, in minor units.
    Refunded(i64),
    /// The last refund did not arrive.
    RefundFailed,
    /// The payer disputes it.
    Disputed,
    /// The dispute ends: for the network or against it.
    Decided(bool),
}

/// Something that happened to a purchase and that the network is told of.
#[derive(Clone, Debug)]
pub struct Happened {
    /// To which.
    pub purchase: Purchase,
    /// What, by Stripe's name of the event.
    pub event: &'static str,
}

impl Purchase {
    /// What it was paid as.
    pub fn payment(&self) -> Option<&str> {
        match &self.stands {
            Stands::Paid { payment, .. } => Some(payment),
            _ => None,
        }
    }

    /// When it was paid.
    pub fn paid_at(&self) -> Option<DateTime<Utc>> {
        match &self.stands {
            Stands::Paid { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// What the provider keeps: 3.4 % and half a unit of the currency, rounded down.
    pub fn fee(&self) -> i64 {
        self.amount.minor() * 34 / 1000 + 50
    }

    /// How much was given back.
    pub fn refunded(&self) -> i64 {
        self.refunds.iter().filter(|part| !part.failed).map(|part| part.amount.minor()).sum()
    }

    fn can_be_paid(&self) -> bool {
        matches!(self.stands, Stands::Open | Stands::Processing) && self.until > Utc::now().timestamp()
    }

    /// Takes the step; answers what is told of it.
    fn step(&mut self, what: &Become) -> Vec<&'static str> {
        let now = Utc::now();
        let paid = self.payment().is_some();
        match what {
            Become::Paid if self.can_be_paid() && self.brand == Brand::Paypal => {
                self.stands = Stands::Approved;
                vec!["checkout.session.approved"]
            }
            Become::Paid if self.can_be_paid() => {
                self.stands = Stands::Paid { payment: name("pi"), at: now };
                vec!["checkout.session.completed", "payment_intent.succeeded"]
            }
            Become::Taken if self.stands == Stands::Approved => {
                self.stands = Stands::Paid { payment: name("CAP"), at: now };
                vec!["checkout.session.completed"]
            }
            Become::Processing if self.stands == Stands::Open => {
                self.stands = Stands::Processing;
                vec!["checkout.session.completed"]
            }
            Become::Failed if !paid => {
                self.stands = Stands::Failed;
                vec!["checkout.session.async_payment_failed"]
            }
            Become::Expired if matches!(self.stands, Stands::Open | Stands::Approved) => {
                self.stands = Stands::Expired;
                vec!["checkout.session.expired"]
            }
            Become::Refunded(minor) if paid && *minor > 0 && self.refunded() + minor <= self.amount.minor() => {
                let amount = Money::of_minor(*minor, self.amount.currency());
                self.refunds.push(Part { id: name("re"), amount, at: now, failed: false });
                vec!["charge.refunded"]
            }
            Become::RefundFailed => match self.refunds.iter_mut().rfind(|part| !part.failed) {
                Some(part) => {
                    part.failed = true;
                    vec!["refund.failed"]
                }
                None => Vec::new(),
            },
            Become::Disputed if paid && self.disputes.is_empty() && self.refunded() < self.amount.minor() => {
                let amount = Money::of_minor(self.amount.minor() - self.refunded(), self.amount.currency());
                self.disputes
                    .push(Dispute { part: Part { id: name("dp"), amount, at: now, failed: false }, won: None });
                vec!["charge.dispute.created"]
            }
            Become::Decided(won) => match self.disputes.iter_mut().find(|dispute| dispute.won.is_none()) {
                Some(dispute) => {
                    dispute.won = Some(*won);
                    vec!["charge.dispute.closed"]
                }
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

impl Truth {
    /// Everything, in the order of its names.
    pub fn purchases(&self) -> impl Iterator<Item = &Purchase> {
        self.purchases.values()
    }

    /// One.
    pub fn purchase(&self, id: &str) -> Option<&Purchase> {
        self.purchases.get(id)
    }

    /// Begins one.
    pub fn begin(&mut self, purchase: Purchase) {
        self.purchases.insert(purchase.id.clone(), purchase);
    }

    /// What was paid under a name of a network's.
    pub fn paid_as(&self, network: &str, payment: &str) -> Option<&Purchase> {
        self.purchases().find(|purchase| purchase.network == network && purchase.payment() == Some(payment))
    }

    /// Lets something become of one.
    pub fn become_(&mut self, id: &str, what: &Become) -> Vec<Happened> {
        let Some(purchase) = self.purchases.get_mut(id) else { return Vec::new() };
        let events = purchase.step(what);
        events.into_iter().map(|event| Happened { purchase: purchase.clone(), event }).collect()
    }

    /// Pays out what lies there, less fees and what was given back or is disputed.
    pub fn pay_out(&mut self, brand: Brand, network: &str) -> Option<Payout> {
        let own: Vec<&Purchase> = self
            .purchases
            .values()
            .filter(|purchase| purchase.brand == brand && purchase.network == network && purchase.payment().is_some())
            .collect();
        let currency = own.first()?.amount.currency();
        let here = own.iter().filter(|purchase| purchase.amount.currency() == currency);
        let kept: i64 = here.map(|purchase| purchase.amount.minor() - purchase.fee() - purchase.refunded()).sum();
        let held = own.iter().flat_map(|purchase| &purchase.disputes).filter(|dispute| dispute.won != Some(true));
        let held: i64 = held.map(|dispute| dispute.part.amount.minor()).sum();
        let out: i64 = self.payouts_of(brand, network).map(|payout| payout.amount.minor()).sum();
        let amount = Money::of_minor(kept - held - out, currency);
        if !amount.is_positive() {
            return None;
        }
        let payout = Payout { id: name("po"), brand, network: network.to_owned(), amount, at: Utc::now() };
        self.payouts.push(payout.clone());
        Some(payout)
    }

    /// What was paid out.
    pub fn payouts_of<'t>(&'t self, brand: Brand, network: &'t str) -> impl Iterator<Item = &'t Payout> {
        self.payouts.iter().filter(move |payout| payout.brand == brand && payout.network == network)
    }
}

/// A new name.
pub fn name(kind: &str) -> String {
    format!("{kind}_{}", Uuid::new_v4().simple())
}
