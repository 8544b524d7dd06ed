//! PayPal: Orders v2 with a network's own credentials.
//!
//! The payer agrees on PayPal's page; the money is taken afterwards by us, when we look and find the order approved.
//! Approval alone is no money.

mod http;
mod messages;
mod objects;
mod proof;

use chrono::{DateTime, Duration, Utc};
use kernel::{Currency, Money};
use serde_json::json;

use crate::port::begins_at;
use crate::{
    Account, Begun, DisputeState, Event, Fault, Headers, Hint, Mode, NotGenuine, Order, Payout, Provider, Snapshot,
    State, Touched,
};
use http::Caller;
use objects::{Capture, DisputeList, OrderObject, Transactions, instant};
use proof::Prover;

/// An account at PayPal.
pub struct PayPal {
    caller: Caller,
    prover: Prover,
    account: Account,
    page_hosts: Vec<String>,
    /// The stand-in's pages, where it stands in.
    stand_in: Option<String>,
}

/// How many pages of a list are read at most, and how many days are asked of at once.
const PAGES: u32 = 200;
const MONTH: i64 = 30;
/// The order is one purchase unit; its name is ours.
const UNIT: &str = "default";

impl PayPal {
    /// An account. `stand_in` is the address of what stands in for PayPal, for accounts of that mode.
    pub fn new(account: &Account, stand_in: Option<&str>) -> Result<PayPal, Fault> {
        let (base, hosts): (String, &[&str]) = match account.mode {
            Mode::Live => (String::from("https://api-m.paypal.com"), &["www.paypal.com"]),
            Mode::Test => (String::from("https://api-m.sandbox.paypal.com"), &["www.sandbox.paypal.com"]),
            Mode::StandIn => {
                let base = stand_in.ok_or(Fault::NotPossible("there is no stand-in here"))?;
                (format!("{base}/paypal"), &[])
            }
        };
        Ok(PayPal {
            caller: Caller::new(&base, &account.secrets),
            prover: Prover::new(account.mode, &base),
            account: account.clone(),
            page_hosts: hosts.iter().map(|host| (*host).to_owned()).collect(),
            stand_in: stand_in.filter(|_| account.mode == Mode::StandIn).map(str::to_owned),
        })
    }

    /// The order as it is; approved ones are taken first.
    fn order(&self, id: &str) -> Result<OrderObject, Fault> {
        let path = format!("/v2/checkout/orders/{}", path_part(id));
        let order: OrderObject = self.caller.get(&path)?;
        if order.status != "APPROVED" {
            return Ok(order);
        }
        let attempt = order.attempt().unwrap_or(id).to_owned();
        match self.caller.post::<OrderObject>(&format!("{path}/capture"), &format!("capture-{attempt}"), &json!({})) {
            // What was taken stands in the order as it is now.
            Ok(_) => self.caller.get(&path),
            // The payer's bank said no, or somebody else took it meanwhile: the order says which.
            Err(Fault::Refused(_)) => self.caller.get(&path),
            Err(other) => Err(other),
        }
    }

    /// Transactions of a time, page by page; PayPal takes no more than a month at once.
    fn transactions(&self, more: &str, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<Transactions>, Fault> {
        let (mut found, mut from) = (Vec::new(), since);
        while from < now {
            let to = now.min(from + Duration::days(MONTH));
            for page in 1..=PAGES {
                let listed: Transactions = self.caller.get(&format!(
                    "/v1/reporting/transactions?fields=transaction_info&page_size=500&page={page}{more}&start_date={}&end_date={}",
                    instant(from),
                    instant(to)
                ))?;
                let is_last = listed.pages() <= page;
                found.push(listed);
                if is_last {
                    break;
                }
            }
            from = to;
        }
        Ok(found)
    }

    fn session_of(&self, at: &Hint) -> Result<String, Fault> {
        match at {
            Hint::Session(id) => Ok(id.clone()),
            Hint::Payment(id) => {
                let capture: Capture = self.caller.get(&format!("/v2/payments/captures/{}", path_part(id)))?;
                capture.order_id().map(str::to_owned).ok_or(Fault::Unknown)
            }
            Hint::Nothing => Err(Fault::Unknown),
        }
    }
}

impl Provider for PayPal {
    fn smallest(&self, currency: Currency) -> Option<Money> {
        objects::decimals(currency).map(|_| Money::of_minor(1, currency))
    }

    fn begin(&self, order: &Order) -> Result<Begun, Fault> {
        let amount = objects::amount(order.amount).ok_or(Fault::NotPossible("the currency cannot be paid here"))?;
        let body = json!({
            "intent": "CAPTURE",
            "purchase_units": [{
                "reference_id": UNIT,
                "custom_id": order.attempt,
                "invoice_id": order.attempt,
                "description": order.what.chars().take(127).collect::<String>(),
                "amount": amount,
            }],
            "payment_source": { "paypal": { "experience_context": {
                "return_url": order.back,
                "cancel_url": order.cancelled,
                "user_action": "PAY_NOW",
                "shipping_preference": "NO_SHIPPING",
                "locale": objects::locale(&order.language),
            } } },
        });
        let begun: OrderObject = self.caller.post("/v2/checkout/orders", &format!("begin-{}", order.attempt), &body)?;
        let page = begun.payer_page().ok_or_else(|| Fault::Uncertain(String::from("an order without a page")))?;
        Ok(Begun { page: page.to_owned(), session: begun.id })
    }

    fn look(&self, at: &Hint) -> Result<Snapshot, Fault> {
        let order = self.order(&self.session_of(at)?)?;
        let paid = order.paid()?;
        let disputes = match &paid {
            Some(paid) => {
                let path = format!("/v1/customer/disputes?disputed_transaction_id={}", path_part(&paid.reference));
                self.caller.get::<DisputeList>(&path)?.disputes()?
            }
            None => Vec::new(),
        };
        Ok(Snapshot {
            attempt: order.attempt().map(str::to_owned),
            live: self.account.mode == Mode::Live,
            state: if paid.is_some() { State::Paid } else { order.state() },
            refunds: order.refunds()?,
            session: order.id,
            paid,
            disputes,
        })
    }

    fn close(&self, _: &str) -> Result<(), Fault> {
        // An order that nobody approves ends by itself after some hours; PayPal has no call to end it.
        Ok(())
    }

    fn refund(&self, payment: &str, amount: Money, key: &str) -> Result<(), Fault> {
        let amount = objects::amount(amount).ok_or(Fault::NotPossible("the currency cannot be paid here"))?;
        let path = format!("/v2/payments/captures/{}/refund", path_part(payment));
        self.caller.post::<serde_json::Value>(&path, key, &json!({ "amount": amount })).map(|_| ())
    }

    fn verify(&self, headers: &Headers, body: &[u8], now: DateTime<Utc>) -> Result<Event, NotGenuine> {
        self.prover.proves(headers, body, &self.account.secrets.webhooks, now)?;
        messages::read(body)
    }

    fn changes(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<Touched>, Fault> {
        let mut touched = Vec::new();
        for listed in self.transactions("", since, now)? {
            touched.extend(listed.touched());
        }
        let mut page = Some(format!("/v1/customer/disputes?page_size=50&update_time_after={}", instant(since)));
        for _ in 0..PAGES {
            let Some(path) = page.take() else { break };
            let disputes: DisputeList = self.caller.get(&path)?;
            touched.extend(disputes.touched());
            page = disputes.next();
        }
        Ok(touched)
    }

    fn payouts(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<Vec<Payout>, Fault> {
        let mut payouts = Vec::new();
        for listed in self.transactions("&transaction_type=T0403", since, now)? {
            payouts.extend(listed.payouts()?);
        }
        Ok(payouts)
    }

    fn is_page(&self, address: &str) -> bool {
        let hosts: Vec<&str> = self.page_hosts.iter().map(String::as_str).collect();
        begins_at(address, &hosts) || self.stand_in.as_ref().is_some_and(|base| address.starts_with(base.as_str()))
    }
}

/// A provider's name as part of a path: nothing that could lead elsewhere.
fn path_part(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')).collect()
}

impl DisputeState {
    fn of_paypal(status: &str, outcome: Option<&str>) -> DisputeState {
        match (status, outcome) {
            ("RESOLVED", Some("RESOLVED_BUYER_FAVOUR" | "ACCEPTED")) => DisputeState::Lost,
            ("RESOLVED", _) => DisputeState::Won,
            _ => DisputeState::Open,
        }
    }
}
