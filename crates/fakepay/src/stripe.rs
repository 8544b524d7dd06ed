//! The nine calls of Stripe that we use, as far as its reference says how they answer.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use kernel::{Currency, Money};
use payments::Brand;
use serde_json::{Value, json};

use crate::faults::{Fate, Kept};
use crate::truth::{Become, Happened, Purchase, Stands, name};
use crate::{Base, FakePay, Shared, header, network_of};

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/stripe/v1/checkout/sessions", post().to(begin))
        .route("/stripe/v1/checkout/sessions", get().to(list_sessions))
        .route("/stripe/v1/checkout/sessions/{id}", get().to(session))
        .route("/stripe/v1/checkout/sessions/{id}/expire", post().to(expire))
        .route("/stripe/v1/refunds", post().to(refund))
        .route("/stripe/v1/refunds", get().to(list_refunds))
        .route("/stripe/v1/disputes", get().to(list_disputes))
        .route("/stripe/v1/payouts", get().to(list_payouts));
}

/// An answer: its status and body.
type Answer = (u16, Value);

type Form = HashMap<String, String>;

/// The smallest charge in minor units; Stripe's for US dollars.
const SMALLEST: i64 = 50;
/// How long a session lasts at most, in seconds.
const SESSION: i64 = 24 * 3600;

fn refused(code: &str, message: &str) -> Answer {
    (400, json!({ "error": { "type": "invalid_request_error", "code": code, "message": message } }))
}

fn missing() -> Answer {
    (
        404,
        json!({ "error": { "type": "invalid_request_error", "code": "resource_missing", "message": "No such object" } }),
    )
}

fn network(request: &HttpRequest) -> Option<String> {
    network_of(header(request, "Authorization")?.strip_prefix("Bearer ")?)
}

/// Answers a call with what it did, or as the faults would have it. What is kept under a key is answered again.
fn answered(
    request: &HttpRequest,
    fake: &FakePay,
    asked: String,
    act: impl FnOnce(&mut Shared, &str) -> Answer,
) -> HttpResponse {
    let Some(network) = network(request) else {
        let no = json!({ "error": { "type": "invalid_request_error", "message": "Invalid API Key provided" } });
        return HttpResponse::Unauthorized().json(no);
    };
    let mut shared = fake.lock();
    let fate = shared.faults.fate();
    let key = header(request, "Idempotency-Key").map(|key| (network.clone(), key));
    let failed = json!({ "error": { "type": "api_error", "message": "An unexpected error occurred" } });
    let kept = key.as_ref().and_then(|key| shared.keys.get(key).cloned());
    let (status, body) = match kept {
        Some(kept) if kept.asked != asked => {
            let (status, body) = refused("idempotency_error", "Keys can only be used with the same parameters");
            (status, body.to_string())
        }
        Some(kept) => (kept.status, kept.body),
        None if fate == Fate::FailsBefore => (503, failed.to_string()),
        None => {
            let (status, body) = act(&mut shared, &network);
            // A failure after the effect is what Stripe keeps under the key: it is answered again and again.
            let (status, body) = if fate == Fate::FailsAfter { (500, failed) } else { (status, body) };
            let kept = Kept { asked, status, body: body.to_string() };
            if let Some(key) = key {
                shared.keys.insert(key, kept.clone());
            }
            (kept.status, kept.body)
        }
    };
    drop(shared);
    if fate == Fate::Silent {
        return silence();
    }
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::build(status).content_type("application/json").body(body)
}

/// An answer that breaks off: whoever asked knows nothing.
pub fn silence() -> HttpResponse {
    let broken = async { Err::<web::Bytes, _>(actix_web::error::ErrorInternalServerError("broken off")) };
    HttpResponse::Ok().streaming(futures_util::stream::once(broken))
}

async fn begin(request: HttpRequest, fake: web::Data<FakePay>, form: web::Form<Form>) -> HttpResponse {
    let form = form.into_inner();
    let mut asked: Vec<_> = form.iter().map(|(name, value)| format!("{name}={value}")).collect();
    asked.sort();
    let base = request.app_data::<web::Data<Base>>().map(|base| base.0.clone()).unwrap_or_default();
    answered(&request, &fake, asked.join("&"), |shared, network| begun(shared, network, &form, &base))
}

fn begun(shared: &mut Shared, network: &str, form: &Form, base: &str) -> Answer {
    let said = |name: &str| form.get(name).cloned().unwrap_or_default();
    let minor = said("line_items[0][price_data][unit_amount]").parse::<i64>();
    let currency = Currency::new(&said("line_items[0][price_data][currency]").to_uppercase());
    let (Ok(minor), Ok(currency)) = (minor, currency) else {
        return refused("parameter_invalid", "line_items: an amount and a currency are needed");
    };
    if minor < SMALLEST {
        return refused("amount_too_small", "The Checkout Session's total amount must convert to at least 50 cents.");
    }
    let now = Utc::now();
    let until = said("expires_at").parse().unwrap_or(now.timestamp() + SESSION);
    if until > now.timestamp() + SESSION + 60 || until < now.timestamp() + 1700 {
        return refused("parameter_invalid", "expires_at must lie between 30 minutes and 24 hours ahead");
    }
    let purchase = Purchase {
        id: name("cs_test"),
        brand: Brand::Stripe,
        network: network.to_owned(),
        attempt: said("client_reference_id"),
        amount: Money::of_minor(minor, currency),
        what: said("line_items[0][price_data][product_data][name]"),
        back: said("success_url"),
        cancelled: said("cancel_url"),
        at: now,
        until,
        stands: Stands::Open,
        refunds: Vec::new(),
        disputes: Vec::new(),
    };
    let answer = session_json(&purchase, base);
    shared.truth.begin(purchase);
    (200, answer)
}

async fn session(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    id: web::Path<String>,
    base: web::Data<Base>,
) -> HttpResponse {
    answered(&request, &fake, String::new(), |shared, network| {
        let own = shared.truth.purchase(&id).filter(|purchase| purchase.network == network);
        own.map_or_else(missing, |purchase| (200, session_json(purchase, &base.0)))
    })
}

async fn expire(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    id: web::Path<String>,
    base: web::Data<Base>,
) -> HttpResponse {
    answered(&request, &fake, String::from("expire"), |shared, network| {
        if shared.truth.purchase(&id).is_none_or(|purchase| purchase.network != network) {
            return missing();
        }
        let happened = shared.become_(&id, &Become::Expired);
        match happened.first() {
            Some(event) => (200, session_json(&event.purchase, &base.0)),
            None => refused("parameter_invalid", "Only open Checkout Sessions can be expired"),
        }
    })
}

async fn refund(request: HttpRequest, fake: web::Data<FakePay>, form: web::Form<Form>) -> HttpResponse {
    let said = |name: &str| form.get(name).cloned().unwrap_or_default();
    let (intent, amount) = (said("payment_intent"), said("amount"));
    answered(&request, &fake, format!("{intent} {amount}"), |shared, network| {
        let Some(id) = shared.truth.paid_as(network, &intent).map(|purchase| purchase.id.clone()) else {
            return missing();
        };
        let happened = shared.become_(&id, &Become::Refunded(amount.parse().unwrap_or(0)));
        match happened.first() {
            Some(event) => {
                let last = event.purchase.refunds.last();
                (200, last.map(|part| refund_json(&event.purchase, part)).unwrap_or_default())
            }
            None => refused("charge_already_refunded", "Refund amount is greater than the unrefunded amount"),
        }
    })
}

type Filter = web::Query<Form>;

fn id_of(row: &Value) -> Option<&str> {
    row.get("id").and_then(Value::as_str)
}

/// A list of what passes the filter, newest first, a page at a time.
fn list(rows: Vec<(i64, Value)>, filter: &Form) -> Answer {
    let since: i64 =
        filter.get("created[gte]").or(filter.get("arrival_date[gte]")).and_then(|at| at.parse().ok()).unwrap_or(0);
    let mut rows: Vec<(i64, Value)> = rows.into_iter().filter(|(at, _)| *at >= since).collect();
    rows.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| id_of(&other.1).cmp(&id_of(&one.1))));
    let start = match filter.get("starting_after") {
        Some(after) => {
            rows.iter().position(|(_, row)| id_of(row) == Some(after.as_str())).map_or(rows.len(), |place| place + 1)
        }
        None => 0,
    };
    let limit = filter.get("limit").and_then(|limit| limit.parse().ok()).unwrap_or(10_usize);
    let has_more = rows.len() > start + limit;
    let page: Vec<Value> = rows.into_iter().skip(start).take(limit).map(|(_, row)| row).collect();
    (200, json!({ "object": "list", "url": "/v1/list", "has_more": has_more, "data": page }))
}

async fn list_sessions(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    filter: Filter,
    base: web::Data<Base>,
) -> HttpResponse {
    answered(&request, &fake, String::new(), |shared, network| {
        let intent = filter.get("payment_intent").map(String::as_str);
        let own = own(shared, network).filter(|purchase| intent.is_none() || purchase.payment() == intent);
        let rows = own.map(|purchase| (purchase.at.timestamp(), session_json(purchase, &base.0)));
        list(rows.collect(), &filter)
    })
}

fn own<'s>(shared: &'s Shared, network: &'s str) -> impl Iterator<Item = &'s Purchase> {
    shared.truth.purchases().filter(move |purchase| purchase.brand == Brand::Stripe && purchase.network == network)
}

async fn list_refunds(request: HttpRequest, fake: web::Data<FakePay>, filter: Filter) -> HttpResponse {
    answered(&request, &fake, String::new(), |shared, network| {
        let intent = filter.get("payment_intent").map(String::as_str);
        let own = own(shared, network).filter(|purchase| intent.is_none() || purchase.payment() == intent);
        let rows = own.flat_map(|purchase| {
            purchase.refunds.iter().map(|part| (part.at.timestamp(), refund_json(purchase, part))).collect::<Vec<_>>()
        });
        list(rows.collect(), &filter)
    })
}

async fn list_disputes(request: HttpRequest, fake: web::Data<FakePay>, filter: Filter) -> HttpResponse {
    answered(&request, &fake, String::new(), |shared, network| {
        let intent = filter.get("payment_intent").map(String::as_str);
        let own = own(shared, network).filter(|purchase| intent.is_none() || purchase.payment() == intent);
        let rows = own.flat_map(|purchase| {
            let disputes = purchase.disputes.iter();
            disputes.map(|one| (one.part.at.timestamp(), dispute_json(purchase, one))).collect::<Vec<_>>()
        });
        list(rows.collect(), &filter)
    })
}

async fn list_payouts(request: HttpRequest, fake: web::Data<FakePay>, filter: Filter) -> HttpResponse {
    answered(&request, &fake, String::new(), |shared, network| {
        let rows = shared.truth.payouts_of(Brand::Stripe, network).map(|payout| {
            let at = payout.at.timestamp();
            let row = json!({
                "id": payout.id, "object": "payout", "amount": payout.amount.minor(), "arrival_date": at,
                "automatic": true, "created": at, "currency": code(payout.amount), "livemode": false,
                "method": "standard", "reconciliation_status": "completed", "source_type": "card", "status": "paid",
                "type": "bank_account",
            });
            (at, row)
        });
        list(rows.collect(), &filter)
    })
}

fn code(amount: Money) -> String {
    amount.currency().code().to_lowercase()
}

fn charge_id(purchase: &Purchase) -> String {
    purchase.payment().unwrap_or_default().replace("pi_", "ch_")
}

fn session_json(purchase: &Purchase, base: &str) -> Value {
    let (status, paid) = match purchase.stands {
        Stands::Open => ("open", "unpaid"),
        Stands::Expired => ("expired", "unpaid"),
        Stands::Paid { .. } => ("complete", "paid"),
        Stands::Approved | Stands::Processing | Stands::Failed => ("complete", "unpaid"),
    };
    let minor = purchase.amount.minor();
    json!({
        "id": purchase.id, "object": "checkout.session", "amount_subtotal": minor, "amount_total": minor,
        "automatic_tax": { "enabled": false }, "cancel_url": purchase.cancelled,
        "client_reference_id": purchase.attempt, "created": purchase.at.timestamp(), "currency": code(purchase.amount),
        "custom_fields": [], "custom_text": {}, "expires_at": purchase.until, "livemode": false,
        "metadata": { "attempt": purchase.attempt }, "mode": "payment", "payment_intent": intent_json(purchase),
        "payment_method_types": ["card"], "payment_status": paid, "shipping_options": [], "status": status,
        "success_url": purchase.back, "url": format!("{base}/pay/{}", purchase.id),
    })
}

/// The intent with its charge, as it is expanded; none before somebody tried to pay.
fn intent_json(purchase: &Purchase) -> Value {
    let minor = purchase.amount.minor();
    let (status, received, id) = match &purchase.stands {
        Stands::Paid { payment, .. } => ("succeeded", minor, payment.clone()),
        Stands::Processing => ("processing", 0, format!("pi_of_{}", purchase.id)),
        Stands::Failed => ("requires_payment_method", 0, format!("pi_of_{}", purchase.id)),
        Stands::Open | Stands::Approved | Stands::Expired => return Value::Null,
    };
    json!({
        "id": id, "object": "payment_intent", "amount": minor, "amount_capturable": 0, "amount_received": received,
        "capture_method": "automatic", "confirmation_method": "automatic", "created": purchase.at.timestamp(),
        "currency": code(purchase.amount), "latest_charge": charge_json(purchase), "livemode": false,
        "metadata": { "attempt": purchase.attempt }, "payment_method_types": ["card"], "status": status,
    })
}

fn charge_json(purchase: &Purchase) -> Value {
    let Some(at) = purchase.paid_at() else { return Value::Null };
    let minor = purchase.amount.minor();
    json!({
        "id": charge_id(purchase), "object": "charge", "amount": minor, "amount_captured": minor,
        "amount_refunded": purchase.refunded(), "billing_details": {}, "captured": true, "created": at.timestamp(),
        "currency": code(purchase.amount), "disputed": !purchase.disputes.is_empty(), "livemode": false,
        "metadata": { "attempt": purchase.attempt }, "paid": true, "refunded": purchase.refunded() == minor,
        "payment_intent": purchase.payment(), "status": "succeeded",
        "balance_transaction": balance_json(purchase, at, minor, purchase.fee(), "charge"),
    })
}

fn balance_json(purchase: &Purchase, at: DateTime<Utc>, minor: i64, fee: i64, kind: &str) -> Value {
    json!({
        "id": charge_id(purchase).replace("ch_", "txn_"), "object": "balance_transaction", "amount": minor,
        "available_on": at.timestamp(), "balance_type": "payments", "created": at.timestamp(),
        "currency": code(purchase.amount), "fee": fee, "fee_details": [], "net": minor - fee,
        "reporting_category": kind, "status": "available", "type": kind,
    })
}

fn refund_json(purchase: &Purchase, part: &crate::truth::Part) -> Value {
    json!({
        "id": part.id, "object": "refund", "amount": part.amount.minor(), "charge": charge_id(purchase),
        "created": part.at.timestamp(), "currency": code(part.amount), "payment_intent": purchase.payment(),
        "status": if part.failed { "failed" } else { "succeeded" },
    })
}

/// What Stripe charges for a dispute here, in minor units.
const DISPUTE: i64 = 1500;

fn dispute_json(purchase: &Purchase, dispute: &crate::truth::Dispute) -> Value {
    let status = match dispute.won {
        None => "needs_response",
        Some(true) => "won",
        Some(false) => "lost",
    };
    let part = &dispute.part;
    json!({
        "id": part.id, "object": "dispute", "amount": part.amount.minor(),
        "balance_transactions": [balance_json(purchase, part.at, -part.amount.minor(), DISPUTE, "adjustment")],
        "charge": charge_id(purchase), "created": part.at.timestamp(), "currency": code(part.amount),
        "enhanced_eligibility_types": [], "evidence": { "enhanced_evidence": {} },
        "evidence_details": { "enhanced_eligibility": {}, "has_evidence": false, "past_due": false, "submission_count": 0 },
        "is_charge_refundable": false, "livemode": false, "metadata": {}, "payment_intent": purchase.payment(),
        "reason": "general", "status": status,
    })
}

/// The message of something that happened.
pub fn message(happened: &Happened) -> Option<Value> {
    let purchase = &happened.purchase;
    let object = match happened.event {
        "checkout.session.approved" => return None,
        "payment_intent.succeeded" => {
            json!({ "id": purchase.payment(), "object": "payment_intent", "metadata": { "attempt": purchase.attempt } })
        }
        event if event.starts_with("checkout") => {
            let mut session = session_json(purchase, "");
            if let Some(intent) = session.get_mut("payment_intent") {
                *intent = json!(purchase.payment());
            }
            session
        }
        "charge.refunded" => {
            json!({ "id": charge_id(purchase), "object": "charge", "payment_intent": purchase.payment() })
        }
        "refund.failed" => purchase.refunds.last().map(|part| refund_json(purchase, part)).unwrap_or_default(),
        _ => purchase.disputes.last().map(|dispute| dispute_json(purchase, dispute)).unwrap_or_default(),
    };
    Some(json!({
        "id": name("evt"), "object": "event", "type": happened.event, "livemode": false,
        "created": Utc::now().timestamp(), "data": { "object": object },
    }))
}
