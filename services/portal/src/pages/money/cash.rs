//! The cash desk: who pays what at a meeting, also in another currency; and cash that is brought to the bank.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use app::{Balance, Cash, Deposited, Error, NotDone, Platform};
use askama::Template;
use chrono::Utc;
use kernel::{Currency, Date, Money, Ratio};
use serde::Deserialize;

use super::{actor, outcome};
use crate::failure::Failure;
use crate::host::Here;
use crate::session::{May, RecordFees, Session, token};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "money_cash.html")]
struct Page {
    frame: Frame,
    given: BTreeMap<String, String>,
    open: Vec<(String, String, String)>,
    cash: Vec<Balance>,
    today: String,
    attempt: String,
    problem: Option<String>,
    /// The receipt of what was taken just now.
    taken: Option<String>,
}

impl Page {
    /// What was typed into a field.
    fn typed(&self, field: &str) -> &str {
        self.given.get(field).map_or("", String::as_str)
    }

    fn day_typed(&self) -> &str {
        if self.typed("on").is_empty() { &self.today } else { self.typed("on") }
    }
}

/// The page.
pub async fn page(
    here: Here,
    recorder: May<RecordFees>,
    platform: web::Data<Platform>,
    given: web::Query<BTreeMap<String, String>>,
) -> Result<HttpResponse, Failure> {
    show(here, recorder.0, platform, given.into_inner(), None).await
}

async fn show(
    here: Here,
    session: Session,
    platform: web::Data<Platform>,
    given: BTreeMap<String, String>,
    problem: Option<String>,
) -> Result<HttpResponse, Failure> {
    let network = here.network.clone();
    let (open, desk) = block(move || -> Result<_, Error> {
        let now = Utc::now();
        Ok((platform.open_invoices(&network)?, platform.money_desk(&network, now)?))
    })
    .await??;
    let frame = Frame::new(&here, Some(session), String::new());
    let page = Page {
        open: open.into_iter().map(|one| (one.payer, one.number, one.open.to_string())).collect(),
        cash: desk.balances.into_iter().filter(|balance| balance.account.family() == "cash").collect(),
        today: here.today.to_string(),
        attempt: given.get("attempt").cloned().filter(|attempt| !attempt.is_empty()).unwrap_or_else(token),
        taken: given.get("taken").cloned(),
        frame: Frame { title: frame.words.t("cash-title"), ..frame },
        given,
        problem,
    };
    html(&page)
}

fn cash(given: &BTreeMap<String, String>) -> Result<Cash, NotDone> {
    let field = |name: &str| given.get(name).map_or("", |text| text.trim());
    let currency = |name: &str| Currency::new(&field(name).to_uppercase()).map_err(|_| NotDone::Amount);
    let amount = crate::amounts::typed(field("amount"), currency("currency")?);
    let rate = match field("rate") {
        "" => None,
        rate => {
            let rate: Ratio = rate.parse().map_err(|_| NotDone::Amount)?;
            let counts_as = match field("counts-as") {
                "" => None,
                text => Some(text.parse().map_err(|_| NotDone::Amount)?),
            };
            Some((rate, counts_as))
        }
    };
    Ok(Cash {
        attempt: field("attempt").to_owned(),
        payer: field("payer").to_owned(),
        invoices: Vec::new(),
        given: amount.ok_or(NotDone::Amount)?,
        rate,
        place: field("place").to_owned(),
        counted_by: field("counted-by").to_owned(),
        on: field("on").parse::<Date>().map_err(|_| NotDone::Day)?,
        is_gift: !field("gift").is_empty(),
    })
}

/// Books cash.
pub async fn take(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<BTreeMap<String, String>>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    let given = form.into_inner();
    session.check_form(given.get("mark").map(String::as_str).unwrap_or_default())?;
    let words = here.words();
    let (network, taking, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let wanted = cash(&given);
    let taken = block(move || {
        let wanted = wanted?;
        if !network.names(&wanted.payer) {
            return Err(NotDone::Missing.into());
        }
        let payment = taking.take_cash(&network, &wanted, actor, Utc::now())?;
        Ok(taking.receipts_of_payment(&network, payment.id)?.first().map(|paper| paper.number.clone()))
    });
    match outcome(&words, taken.await?)? {
        Ok(number) => {
            let back = format!("/money/cash?taken={}", number.unwrap_or_default());
            Ok(HttpResponse::SeeOther().insert_header(("Location", back)).finish())
        }
        Err(problem) => {
            // Whatever was wrong, the form that is shown again is a new one.
            let given = given.into_iter().filter(|(name, _)| name != "attempt").collect();
            show(here, session, platform, given, Some(problem)).await
        }
    }
}

/// Cash that is brought to the bank.
#[derive(Deserialize)]
pub struct Brought {
    mark: String,
    attempt: String,
    place: String,
    taken: String,
    counted: String,
}

/// Books cash that was brought to the bank.
pub async fn deposit(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Brought>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let words = here.words();
    let (network, bringing, actor) = (here.network.clone(), platform.clone(), actor(&session));
    let brought = form.into_inner();
    let done = block(move || {
        let amount = |text: &str| text.trim().parse::<Money>().map_err(|_| NotDone::Amount);
        let deposited = Deposited {
            taken: amount(&brought.taken)?,
            counted: amount(&brought.counted)?,
            attempt: brought.attempt,
            place: brought.place,
        };
        bringing.deposit(&network, &deposited, actor, Utc::now())
    });
    match outcome(&words, done.await?)? {
        Ok(()) => Ok(HttpResponse::SeeOther().insert_header(("Location", "/money/cash")).finish()),
        Err(problem) => show(here, session, platform, BTreeMap::new(), Some(problem)).await,
    }
}
