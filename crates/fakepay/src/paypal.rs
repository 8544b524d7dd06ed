//! The calls of PayPal that we use, as far as its reference says how they answer.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::BASE64;
use kernel::{Currency, Money};
use payments::{Brand, stand_in};
use serde_json::{Value, json};

use crate::faults::{Fate, Kept};
use crate::truth::{Become, Dispute, Happened, Part, Purchase, Stands, name};
use crate::{Base, FakePay, Shared, header, network_of, stripe};

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/paypal/v1/oauth2/token", post().to(token))
        .route("/paypal/v2/checkout/orders", post().to(begin))
        .route("/paypal/v2/checkout/orders/{id}", get().to(order))
        .route("/paypal/v2/checkout/orders/{id}/capture", post().to(capture))
        .route("/paypal/v2/payments/captures/{id}", get().to(captured))
        .route("/paypal/v2/payments/captures/{id}/refund", post().to(refund))
        .route("/paypal/v1/customer/disputes", get().to(disputes))
        .route("/paypal/v1/reporting/transactions", get().to(transactions))
        .route("/paypal/v1/notifications/certs/{name}", get().to(certificate));
}

type Answer = (u16, Value);

/// How long an order can be approved, in seconds.
const ORDER: i64 = 3 * 3600;

fn missing() -> Answer {
    (404, json!({ "name": "RESOURCE_NOT_FOUND", "message": "The specified resource does not exist." }))
}

fn unprocessable(issue: &str) -> Answer {
    (422, json!({ "name": "UNPROCESSABLE_ENTITY", "message": issue }))
}

/// An instant as PayPal writes it.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

async fn certificate() -> HttpResponse {
    HttpResponse::Ok().content_type("application/x-pem-file").body(stand_in::CERTIFICATE)
}

async fn token(request: HttpRequest) -> HttpResponse {
    let login = header(&request, "Authorization").and_then(|login| {
        let decoded = BASE64.decode(login.strip_prefix("Basic ")?.as_bytes()).ok()?;
        String::from_utf8(decoded).ok()
    });
    let client = login.and_then(|login| login.split(':').next().map(str::to_owned));
    match client.filter(|client| network_of(client).is_some()) {
        Some(client) => {
            HttpResponse::Ok().json(json!({ "access_token": client, "token_type": "Bearer", "expires_in": 32_400 }))
        }
        None => HttpResponse::Unauthorized()
            .json(json!({ "name": "invalid_client", "message": "Client Authentication failed" })),
    }
}

/// Answers a call with what it did, or as the faults would have it. Under a name that was used it answers how that stands.
fn answered(request: &HttpRequest, fake: &FakePay, act: impl FnOnce(&mut Shared, &str) -> Answer) -> HttpResponse {
    let bearer = header(request, "Authorization").and_then(|held| network_of(held.strip_prefix("Bearer ")?));
    let Some(network) = bearer else {
        return HttpResponse::Unauthorized().json(json!({ "name": "AUTHENTICATION_FAILURE", "message": "no token" }));
    };
    let mut shared = fake.lock();
    let fate = shared.faults.fate();
    let failed = json!({ "name": "INTERNAL_SERVER_ERROR", "message": "An internal server error occurred." });
    let key = header(request, "PayPal-Request-Id").map(|key| (format!("paypal {network}"), key));
    let kept = key.as_ref().and_then(|key| shared.keys.get(key).cloned());
    let (status, body) = match kept {
        Some(kept) => (kept.status, kept.body),
        None if fate == Fate::FailsBefore => (503, failed.to_string()),
        None => {
            let (status, body) = act(&mut shared, &network);
            let kept = Kept { asked: String::new(), status, body: body.to_string() };
            if let Some(key) = key.filter(|_| status < 400) {
                shared.keys.insert(key, kept.clone());
            }
            if fate == Fate::FailsAfter { (500, failed.to_string()) } else { (kept.status, kept.body) }
        }
    };
    drop(shared);
    if fate == Fate::Silent {
        return stripe::silence();
    }
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::build(status).content_type("application/json").body(body)
}

async fn begin(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    base: web::Data<Base>,
    body: web::Json<Value>,
) -> HttpResponse {
    answered(&request, &fake, |shared, network| begun(shared, network, &body, &base.0))
}

fn begun(shared: &mut Shared, network: &str, body: &Value, base: &str) -> Answer {
    let unit = body.pointer("/purchase_units/0").unwrap_or(&Value::Null);
    let said = |of: &Value, path: &str| of.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
    let amount = Currency::new(&said(unit, "/amount/currency_code"))
        .and_then(|currency| Money::of_plain(&said(unit, "/amount/value"), currency));
    let Some(amount) = amount.ok().filter(|amount| amount.is_positive()) else {
        return unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE");
    };
    let now = Utc::now();
    let purchase = Purchase {
        id: name("ORDER").replace("ORDER_", "").to_uppercase(),
        brand: Brand::Paypal,
        network: network.to_owned(),
        attempt: said(unit, "/custom_id"),
        amount,
        what: said(unit, "/description"),
        back: said(body, "/payment_source/paypal/experience_context/return_url"),
        cancelled: said(body, "/payment_source/paypal/experience_context/cancel_url"),
        at: now,
        until: now.timestamp() + ORDER,
        stands: Stands::Open,
        refunds: Vec::new(),
        disputes: Vec::new(),
    };
    let answer = order_json(&purchase, base);
    shared.truth.begin(purchase);
    (201, answer)
}

fn own<'s>(shared: &'s Shared, network: &'s str) -> impl Iterator<Item = &'s Purchase> {
    shared.truth.purchases().filter(move |purchase| purchase.brand == Brand::Paypal && purchase.network == network)
}

async fn order(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    id: web::Path<String>,
    base: web::Data<Base>,
) -> HttpResponse {
    answered(&request, &fake, |shared, network| {
        let own = shared.truth.purchase(&id).filter(|purchase| purchase.network == network);
        own.map_or_else(missing, |purchase| (200, order_json(purchase, &base.0)))
    })
}

async fn capture(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    id: web::Path<String>,
    base: web::Data<Base>,
) -> HttpResponse {
    answered(&request, &fake, |shared, network| {
        if shared.truth.purchase(&id).is_none_or(|purchase| purchase.network != network) {
            return missing();
        }
        let happened = shared.become_(&id, &Become::Taken);
        match happened.first() {
            Some(event) => (201, order_json(&event.purchase, &base.0)),
            None => unprocessable("ORDER_ALREADY_CAPTURED"),
        }
    })
}

async fn captured(request: HttpRequest, fake: web::Data<FakePay>, id: web::Path<String>) -> HttpResponse {
    answered(&request, &fake, |shared, network| {
        let found = shared.truth.paid_as(network, &id);
        found.map_or_else(missing, |purchase| (200, capture_json(purchase)))
    })
}

async fn refund(
    request: HttpRequest,
    fake: web::Data<FakePay>,
    id: web::Path<String>,
    body: web::Json<Value>,
) -> HttpResponse {
    answered(&request, &fake, |shared, network| {
        let found = shared.truth.paid_as(network, &id);
        let Some((order, currency)) = found.map(|purchase| (purchase.id.clone(), purchase.amount.currency())) else {
            return missing();
        };
        let amount =
            Money::of_plain(body.pointer("/amount/value").and_then(Value::as_str).unwrap_or_default(), currency);
        let happened = shared.become_(&order, &Become::Refunded(amount.map_or(0, Money::minor)));
        match happened.first().and_then(|event| event.purchase.refunds.last()) {
            Some(part) => (201, refund_json(part)),
            None => unprocessable("REFUND_AMOUNT_EXCEEDED"),
        }
    })
}

type Filter = web::Query<HashMap<String, String>>;

async fn disputes(request: HttpRequest, fake: web::Data<FakePay>, filter: Filter) -> HttpResponse {
    answered(&request, &fake, |shared, network| {
        let of = filter.get("disputed_transaction_id").map(String::as_str);
        let since: Option<DateTime<Utc>> = filter.get("update_time_after").and_then(|at| at.parse().ok());
        let items: Vec<Value> = own(shared, network)
            .filter(|purchase| of.is_none() || purchase.payment() == of)
            .flat_map(|purchase| purchase.disputes.iter().map(move |dispute| (purchase, dispute)))
            .filter(|(_, dispute)| since.is_none_or(|since| dispute.part.at >= since))
            .map(|(purchase, dispute)| dispute_json(purchase, dispute))
            .collect();
        (200, json!({ "items": items }))
    })
}

async fn transactions(request: HttpRequest, fake: web::Data<FakePay>, filter: Filter) -> HttpResponse {
    answered(&request, &fake, |shared, network| {
        let since: DateTime<Utc> =
            filter.get("start_date").and_then(|at| at.parse().ok()).unwrap_or(DateTime::<Utc>::MIN_UTC);
        let row = |id: &str, of: Option<&str>, event: &str, at: DateTime<Utc>, amount: Money| {
            let info = json!({
                "transaction_id": id, "paypal_reference_id": of, "transaction_event_code": event,
                "transaction_initiation_date": instant(at), "transaction_amount": amount_json(amount),
            });
            (at, json!({ "transaction_info": info }))
        };
        let mut rows = Vec::new();
        for purchase in own(shared, network) {
            let Some((payment, at)) = purchase.payment().zip(purchase.paid_at()) else { continue };
            rows.push(row(payment, None, "T0006", at, purchase.amount));
            rows.extend(
                purchase.refunds.iter().map(|part| row(&part.id, Some(payment), "T1107", part.at, part.amount)),
            );
        }
        rows.extend(
            shared.truth.payouts_of(Brand::Paypal, network).map(|out| row(&out.id, None, "T0403", out.at, out.amount)),
        );
        let kind = filter.get("transaction_type");
        let passes = |row: &Value| {
            kind.is_none_or(|kind| {
                row.pointer("/transaction_info/transaction_event_code").and_then(Value::as_str) == Some(kind.as_str())
            })
        };
        let rows: Vec<Value> =
            rows.into_iter().filter(|(at, row)| *at >= since && passes(row)).map(|(_, row)| row).collect();
        (200, json!({ "transaction_details": rows }))
    })
}

fn amount_json(amount: Money) -> Value {
    json!({ "currency_code": amount.currency().code(), "value": amount.plain() })
}

fn order_json(purchase: &Purchase, base: &str) -> Value {
    let status = match purchase.stands {
        Stands::Open => "PAYER_ACTION_REQUIRED",
        Stands::Approved => "APPROVED",
        Stands::Paid { .. } | Stands::Processing | Stands::Failed => "COMPLETED",
        Stands::Expired => "VOIDED",
    };
    let payments = match purchase.stands {
        Stands::Paid { .. } => json!({
            "captures": [capture_json(purchase)],
            "refunds": purchase.refunds.iter().map(refund_json).collect::<Vec<_>>(),
        }),
        _ => json!({}),
    };
    json!({
        "id": purchase.id, "status": status, "intent": "CAPTURE",
        "purchase_units": [{
            "reference_id": "default", "custom_id": purchase.attempt, "amount": amount_json(purchase.amount),
            "payments": payments,
        }],
        "links": [{ "rel": "payer-action", "method": "GET", "href": format!("{base}/pay/{}", purchase.id) }],
    })
}

fn capture_json(purchase: &Purchase) -> Value {
    let status = match purchase.refunded() {
        0 => "COMPLETED",
        all if all == purchase.amount.minor() => "REFUNDED",
        _ => "PARTIALLY_REFUNDED",
    };
    let fee = Money::of_minor(purchase.fee(), purchase.amount.currency());
    json!({
        "id": purchase.payment(), "status": status, "amount": amount_json(purchase.amount),
        "create_time": purchase.paid_at().map(instant),
        "seller_receivable_breakdown": { "gross_amount": amount_json(purchase.amount), "paypal_fee": amount_json(fee) },
        "supplementary_data": { "related_ids": { "order_id": purchase.id } },
    })
}

fn refund_json(part: &Part) -> Value {
    let status = if part.failed { "FAILED" } else { "COMPLETED" };
    json!({ "id": part.id, "status": status, "amount": amount_json(part.amount), "create_time": instant(part.at) })
}

fn dispute_json(purchase: &Purchase, dispute: &Dispute) -> Value {
    let outcome = dispute
        .won
        .map(|won| json!({ "outcome_code": if won { "RESOLVED_SELLER_FAVOUR" } else { "RESOLVED_BUYER_FAVOUR" } }));
    json!({
        "dispute_id": dispute.part.id, "status": if dispute.won.is_some() { "RESOLVED" } else { "OPEN" },
        "dispute_amount": amount_json(dispute.part.amount), "create_time": instant(dispute.part.at),
        "dispute_outcome": outcome, "disputed_transactions": [{ "seller_transaction_id": purchase.payment() }],
    })
}

/// The message of something that happened.
pub fn message(happened: &Happened) -> Option<Value> {
    let purchase = &happened.purchase;
    let (kind, resource) = match happened.event {
        "checkout.session.approved" => ("CHECKOUT.ORDER.APPROVED", json!({ "id": purchase.id, "status": "APPROVED" })),
        "checkout.session.completed" => ("PAYMENT.CAPTURE.COMPLETED", capture_json(purchase)),
        "checkout.session.expired" => ("CHECKOUT.ORDER.VOIDED", json!({ "id": purchase.id })),
        "charge.refunded" | "refund.failed" => {
            let up =
                format!("https://api-m.paypal.com/v2/payments/captures/{}", purchase.payment().unwrap_or_default());
            let id = purchase.refunds.last().map(|part| part.id.clone());
            ("PAYMENT.CAPTURE.REFUNDED", json!({ "id": id, "links": [{ "rel": "up", "method": "GET", "href": up }] }))
        }
        "charge.dispute.created" => ("CUSTOMER.DISPUTE.CREATED", dispute_json(purchase, purchase.disputes.last()?)),
        "charge.dispute.closed" => ("CUSTOMER.DISPUTE.RESOLVED", dispute_json(purchase, purchase.disputes.last()?)),
        _ => return None,
    };
    Some(json!({
        "id": name("WH"), "event_version": "1.0", "create_time": instant(Utc::now()), "event_type": kind,
        "resource": resource,
    }))
}
