//! Stripe behind the port, over async-stripe's requests and types.
//!
//! Only Checkout in payment mode is used: our invoices can be paid in cash too, so they are ours. Messages are verified by
//! our own code: async-stripe looks at one signature only, and writes whole messages into traces.

mod amounts;
mod messages;
mod objects;

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use kernel::{Currency, Money};
use payments::{
    Account, Begun, Brand, Event, Fault, Headers, Hint, Mode, NotGenuine, Order, PayPal, Payout, Provider, Providers,
    Signed, Snapshot, Touched,
};
use stripe::{RequestStrategy, StripeError, StripeRequest};
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
    CreateCheckoutSessionPaymentIntentData, ExpireCheckoutSession, ListCheckoutSession, ProductData,
    RetrieveCheckoutSession,
};
use stripe_core::dispute::ListDispute;
use stripe_core::payout::ListPayout;
use stripe_core::refund::{CreateRefund, ListRefund};
use stripe_shared::{CheckoutSession, CheckoutSessionLocale, CheckoutSessionMode};
use stripe_types::{List, Object, RangeQueryTs};

/// An account at Stripe.
pub struct Stripe {
    client: stripe::blocking::Client,
    account: Account,
    stand_in: Option<String>,
}

/// Every provider that is built in.
pub struct BuiltIn {
    /// The address of what stands in for providers, for accounts of that mode.
    pub stand_in: Option<String>,
}

impl Providers for BuiltIn {
    fn open(&self, account: &Account) -> Result<Box<dyn Provider>, Fault> {
        Ok(match account.brand {
            Brand::Stripe => Box::new(Stripe::new(account, self.stand_in.as_deref())?),
            Brand::Paypal => Box::new(PayPal::new(account, self.stand_in.as_deref())?),
        })
    }
}

/// How long one call may take.
const WITHIN: Duration = Duration::from_secs(20);
/// How many things are listed at once, and how often at most.
const PAGE: i64 = 100;
const PAGES: usize = 200;
/// How long a session of Checkout can last, in seconds.
const SESSION: i64 = 24 * 3600;
/// A refund can fail, and a dispute be decided, so many seconds after it began: both are listed by their beginning.
const LATE: i64 = 30 * 24 * 3600;
/// Where Stripe's pages are.
const PAGE_HOST: &str = "https://checkout.stripe.com/";
/// What is asked for with a session, so that one call tells all of the payment.
const EXPANDED: &str = "payment_intent.latest_charge.balance_transaction";

impl Stripe {
    /// An account. `stand_in` is the address of what stands in for Stripe, for accounts of that mode.
    pub fn new(account: &Account, stand_in: Option<&str>) -> Result<Stripe, Fault> {
        let mut builder = stripe::ClientBuilder::new(account.secrets.key.clone())
            .request_strategy(RequestStrategy::Once)
            .timeout(WITHIN);
        if account.mode == Mode::StandIn {
            let base = stand_in.ok_or(Fault::NotPossible("there is no stand-in here"))?;
            builder = builder.url(format!("{base}/stripe/"));
        }
        if let Some(connected) = &account.secrets.on_behalf_of {
            builder = builder.account_id(connected.as_str().into());
        }
        let client = builder.build_sync().map_err(fault)?;
        let stand_in = stand_in.filter(|_| account.mode == Mode::StandIn).map(str::to_owned);
        Ok(Stripe { client, account: account.clone(), stand_in })
    }

    /// A call that changes something, under a name of ours.
    fn once<R: StripeRequest>(&self, request: &R, name: &str) -> Result<R::Output, Fault>
    where
        R::Output: miniserde::Deserialize,
    {
        let key = stripe::IdempotencyKey::new(name).map_err(|_| Fault::NotPossible("a name that is too long"))?;
        request
            .customize()
            .request_strategy(RequestStrategy::Idempotent(key))
            .send_blocking(&self.client)
            .map_err(fault)
    }

    fn session(&self, at: &Hint) -> Result<CheckoutSession, Fault> {
        let id = match at {
            Hint::Session(id) => id.clone(),
            Hint::Payment(intent) => {
                let listed = ListCheckoutSession::new().payment_intent(intent.as_str()).limit(1);
                let listed = listed.send_blocking(&self.client).map_err(fault)?;
                listed.data.first().map(|session| session.id.to_string()).ok_or(Fault::Unknown)?
            }
            Hint::Nothing => return Err(Fault::Unknown),
        };
        let retrieved = RetrieveCheckoutSession::new(id.as_str()).expand(vec![EXPANDED.to_owned()]);
        retrieved.send_blocking(&self.client).map_err(fault)
    }
}

/// Everything of a list, page by page.
fn all<T: Object>(mut page: impl FnMut(Option<String>) -> Result<List<T>, StripeError>) -> Result<Vec<T>, Fault>
where
    T::Id: std::fmt::Display,
{
    let (mut found, mut after) = (Vec::new(), None);
    for _ in 0..PAGES {
        let listed = page(after.take()).map_err(fault)?;
        after = listed.data.last().map(|last| last.id().to_string()).filter(|_| listed.has_more);
        found.extend(listed.data);
        if after.is_none() {
            return Ok(found);
        }
    }
    Err(Fault::Uncertain(String::from("a list that does not end")))
}

impl Provider for Stripe {
    fn smallest(&self, currency: Currency) -> Option<Money> {
        Some(amounts::smallest(currency))
    }

    fn begin(&self, order: &Order) -> Result<Begun, Fault> {
        let amount = amounts::said(order.amount).ok_or(Fault::NotPossible("the amount cannot be said there"))?;
        let attempt = HashMap::from([(String::from("attempt"), order.attempt.clone())]);
        let mut price = CreateCheckoutSessionLineItemsPriceData::new(amounts::code(order.amount.currency()));
        price.unit_amount = Some(amount);
        price.product_data = Some(ProductData::new(order.what.clone()));
        let mut item = CreateCheckoutSessionLineItems::new();
        item.price_data = Some(price);
        item.quantity = Some(1);
        let mut intent = CreateCheckoutSessionPaymentIntentData::new();
        intent.metadata = Some(attempt.clone());
        intent.description = Some(order.what.clone());
        let request = CreateCheckoutSession::new()
            .mode(CheckoutSessionMode::Payment)
            .client_reference_id(order.attempt.as_str())
            .metadata(attempt)
            .line_items(vec![item])
            .payment_intent_data(intent)
            .success_url(order.back.as_str())
            .cancel_url(order.cancelled.as_str())
            .expires_at(order.until.timestamp())
            .locale(locale(&order.language));
        let begun = self.once(&request, &format!("begin-{}", order.attempt))?;
        let page = begun.url.ok_or_else(|| Fault::Uncertain(String::from("a session without a page")))?;
        Ok(Begun { session: begun.id.to_string(), page })
    }

    fn look(&self, at: &Hint) -> Result<Snapshot, Fault> {
        let session = self.session(at)?;
        let mut snapshot = objects::snapshot(&session)?;
        if let Some(paid) = &snapshot.paid {
            let intent = paid.reference.as_str();
            let refunds = all(|after| {
                let list = ListRefund::new().payment_intent(intent).limit(PAGE);
                let list = after.map_or(list.clone(), |after| list.starting_after(after));
                list.send_blocking(&self.client)
            })?;
            let disputes = all(|after| {
                let list = ListDispute::new().payment_intent(intent).limit(PAGE);
                let list = after.map_or(list.clone(), |after| list.starting_after(after));
                list.send_blocking(&self.client)
            })?;
            snapshot.refunds = refunds.iter().map(objects::refund).collect::<Result<_, _>>()?;
            snapshot.disputes = disputes.iter().map(objects::dispute).collect::<Result<_, _>>()?;
        }
        Ok(snapshot)
    }

    fn close(&self, session: &str) -> Result<(), Fault> {
        match ExpireCheckoutSession::new(session).send_blocking(&self.client).map_err(fault) {
            // What is paid or ended cannot be ended; whoever looks sees which.
            Ok(_) | Err(Fault::Refused(_)) => Ok(()),
            Err(other) => Err(other),
        }
    }

    fn refund(&self, payment: &str, amount: Money, key: &str) -> Result<(), Fault> {
        let minor = amounts::said(amount).ok_or(Fault::NotPossible("the amount cannot be said there"))?;
        self.once(&CreateRefund::new().payment_intent(payment).amount(minor), key).map(|_| ())
    }

    fn verify(&self, headers: &Headers, body: &[u8], now: DateTime<Utc>) -> Result<Event, NotGenuine> {
        let header = headers.iter().find(|(name, _)| name == "stripe-signature");
        let signed = header.and_then(|(_, value)| Signed::read(value)).ok_or(NotGenuine::Signature)?;
        signed.proves(&self.account.secrets.webhooks, body, now)?;
        messages::read(body, &self.account)
    }

    fn changes(&self, since: DateTime<Utc>, _: DateTime<Utc>) -> Result<Vec<Touched>, Fault> {
        let from = |earlier: i64| RangeQueryTs::gte(since.timestamp().saturating_sub(earlier));
        let sessions = all(|after| {
            let list = ListCheckoutSession::new().created(from(SESSION)).limit(PAGE);
            let list = after.map_or(list.clone(), |after| list.starting_after(after));
            list.send_blocking(&self.client)
        })?;
        let refunds = all(|after| {
            let list = ListRefund::new().created(from(LATE)).limit(PAGE);
            let list = after.map_or(list.clone(), |after| list.starting_after(after));
            list.send_blocking(&self.client)
        })?;
        let disputes = all(|after| {
            let list = ListDispute::new().created(from(LATE)).limit(PAGE);
            let list = after.map_or(list.clone(), |after| list.starting_after(after));
            list.send_blocking(&self.client)
        })?;
        Ok(objects::touched(&sessions, &refunds, &disputes))
    }

    fn payouts(&self, since: DateTime<Utc>, _: DateTime<Utc>) -> Result<Vec<Payout>, Fault> {
        let payouts = all(|after| {
            let list = ListPayout::new().arrival_date(RangeQueryTs::gte(since.timestamp())).limit(PAGE);
            let list = after.map_or(list.clone(), |after| list.starting_after(after));
            list.send_blocking(&self.client)
        })?;
        payouts.iter().filter(|payout| payout.status == "paid").map(objects::payout).collect()
    }

    fn is_page(&self, address: &str) -> bool {
        address.starts_with(PAGE_HOST) || self.stand_in.as_ref().is_some_and(|base| address.starts_with(base.as_str()))
    }
}

/// The language of Stripe's pages; of those without one, English.
fn locale(language: &str) -> CheckoutSessionLocale {
    match language {
        "th" => CheckoutSessionLocale::Th,
        "vi" => CheckoutSessionLocale::Vi,
        "zh" => CheckoutSessionLocale::Zh,
        _ => CheckoutSessionLocale::En,
    }
}

/// What a failed call means. Only a refusal says that nothing happened there; what payers typed never stands in it.
fn fault(error: StripeError) -> Fault {
    match error {
        StripeError::Stripe(_, 404) => Fault::Unknown,
        StripeError::Stripe(said, 400..=403) => {
            let code = said.code.map(|code| code.to_string()).unwrap_or_default();
            Fault::Refused(format!("{code} {}", said.message.unwrap_or_default()).trim().to_owned())
        }
        StripeError::Stripe(_, status) => Fault::Uncertain(format!("status {status}")),
        StripeError::ConfigError(_) => Fault::NotPossible("the key cannot be sent"),
        StripeError::JSONDeserialize(_) => Fault::Uncertain(String::from("its answer cannot be read")),
        StripeError::ClientError(why) => Fault::Uncertain(why),
        StripeError::Timeout => Fault::Uncertain(String::from("no answer in time")),
    }
}
