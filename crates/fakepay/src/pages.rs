//! The page on which the payer clicks, and a desk on which things can be let happen.

use actix_web::web::{self, ServiceConfig, get, post};
use actix_web::{HttpResponse, Responder};
use payments::Brand;
use serde::Deserialize;

use crate::FakePay;
use crate::truth::{Become, Purchase, Stands};

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/", get().to(desk))
        .route("/pay/{id}", get().to(page))
        .route("/pay/{id}", post().to(choose))
        .route("/let/{id}", post().to(let_happen))
        .route("/pay-out/{brand}/{network}", post().to(pay_out));
}

const HEAD: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
content=\"width=device-width\"><title>Stand-in: no money moves</title><style>body{font:17px/1.55 system-ui;max-width:34rem;\
margin:2rem auto;padding:0 1rem;color:#222;background:#fbfaf8}button{font:inherit;min-height:44px;padding:.4rem 1rem;margin:.3rem .3rem \
.3rem 0;border:1px solid #555;border-radius:6px;background:#fff;color:#222}button.pay{background:#8a4b2a;color:#fff;border-color:#8a4b2a}\
.note{background:#fdf1d8;padding:.6rem .8rem;border-radius:6px}li{margin-bottom:1rem}</style></head><body><main>";
const FOOT: &str = "</main></body></html>";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn shown(brand: Brand) -> &'static str {
    match brand {
        Brand::Stripe => "card",
        Brand::Paypal => "PayPal",
    }
}

async fn page(fake: web::Data<FakePay>, id: web::Path<String>) -> HttpResponse {
    let Some(purchase) = fake.lock().truth.purchase(&id).cloned() else { return HttpResponse::NotFound().finish() };
    let body = match purchase.stands {
        Stands::Open | Stands::Processing => format!(
            "<h1>Pay {} by {}</h1><p class=\"note\">This page stands in for the payment provider. No money moves, and no \
             card is asked for.</p><p>{}</p><form method=\"post\"><button class=\"pay\" name=\"choice\" value=\"paid\">Pay {}</button>\
             <button name=\"choice\" value=\"failed\">Let the bank refuse</button>\
             <button name=\"choice\" value=\"cancelled\">Back without paying</button></form>",
            purchase.amount,
            shown(purchase.brand),
            escaped(&purchase.what),
            purchase.amount
        ),
        _ => format!(
            "<h1>Nothing is to be paid here</h1><p>This payment was made, or ended.</p><p><a href=\"{}\">Back</a></p>",
            escaped(&purchase.cancelled)
        ),
    };
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(format!("{HEAD}{body}{FOOT}"))
}

#[derive(Deserialize)]
struct Choice {
    choice: String,
}

async fn choose(fake: web::Data<FakePay>, id: web::Path<String>, form: web::Form<Choice>) -> impl Responder {
    let Some(purchase) = fake.lock().truth.purchase(&id).cloned() else { return HttpResponse::NotFound().finish() };
    let to = match form.choice.as_str() {
        "paid" => {
            fake.become_(&id, &Become::Paid);
            purchase.back
        }
        "failed" => {
            fake.become_(&id, &Become::Failed);
            purchase.cancelled
        }
        _ => purchase.cancelled,
    };
    HttpResponse::SeeOther().insert_header(("Location", to)).finish()
}

async fn desk(fake: web::Data<FakePay>) -> HttpResponse {
    let mut purchases = fake.purchases();
    purchases.sort_by_key(|purchase| std::cmp::Reverse(purchase.at));
    let rows: String = purchases.iter().map(row).collect();
    let body = format!("<h1>Stand-in for payment providers</h1><p class=\"note\">No money moves.</p><ul>{rows}</ul>");
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(format!("{HEAD}{body}{FOOT}"))
}

fn row(purchase: &Purchase) -> String {
    let button = |what: &str, says: &str| format!("<button name=\"choice\" value=\"{what}\">{says}</button>");
    let buttons: String = match &purchase.stands {
        Stands::Open => button("processing", "Let the bank take its time"),
        Stands::Paid { .. } => [
            button("refund-part", "Give half back"),
            button("refund", "Give all back"),
            button("dispute", "Payer disputes"),
            button("won", "Dispute: for the network"),
            button("lost", "Dispute: for the payer"),
        ]
        .concat(),
        _ => String::new(),
    };
    format!(
        "<li>{}, {} by {}, {:?}<form method=\"post\" action=\"/let/{}\">{buttons}</form></li>",
        escaped(&purchase.what),
        purchase.amount,
        shown(purchase.brand),
        purchase.stands,
        purchase.id
    )
}

async fn let_happen(fake: web::Data<FakePay>, id: web::Path<String>, form: web::Form<Choice>) -> HttpResponse {
    let purchase = fake.lock().truth.purchase(&id).cloned();
    let Some(purchase) = purchase else { return HttpResponse::NotFound().finish() };
    let left = purchase.amount.minor() - purchase.refunded();
    let what = match form.choice.as_str() {
        "processing" => Become::Processing,
        "refund-part" => Become::Refunded(left / 2),
        "refund" => Become::Refunded(left),
        "dispute" => Become::Disputed,
        "won" => Become::Decided(true),
        _ => Become::Decided(false),
    };
    fake.become_(&id, &what);
    HttpResponse::SeeOther().insert_header(("Location", "/")).finish()
}

async fn pay_out(fake: web::Data<FakePay>, path: web::Path<(String, String)>) -> HttpResponse {
    let (brand, network) = path.into_inner();
    match brand.parse().ok().and_then(|brand| fake.lock().truth.pay_out(brand, &network)) {
        Some(payout) => HttpResponse::Ok().body(payout.amount.to_string()),
        None => HttpResponse::NoContent().finish(),
    }
}
