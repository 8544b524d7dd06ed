//! Who owes and who paid for a fee and period; invoicing all of them.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpResponse, web};
use app::{AssessmentState, FeeRow, Issued, Platform};
use askama::Template;
use chrono::Utc;
use kernel::{Date, Money};
use serde::Deserialize;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::{May, ReadMoney, RecordFees, Session};
use crate::view::{Frame, html};
use crate::work::block;

#[derive(Template)]
#[template(path = "money_fees.html")]
struct Page {
    frame: Frame,
    fees: Vec<String>,
    chosen: Filter,
    period: String,
    rows: Vec<RowView>,
    groups: BTreeSet<String>,
    tiers: BTreeSet<String>,
    sums: Vec<(String, String, String)>,
    issued: Option<Issued>,
    records: bool,
}

struct RowView {
    member: String,
    group: String,
    asked: String,
    open: String,
    state: &'static str,
    number: String,
}

/// Which rows are shown.
#[derive(Clone, Default, Deserialize)]
pub struct Filter {
    #[serde(default)]
    fee: String,
    #[serde(default)]
    period: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    tier: String,
    #[serde(default)]
    state: String,
}

/// How a row stands.
fn state(row: &FeeRow, today: Date) -> &'static str {
    match (&row.invoice, row.assessment.state) {
        (_, AssessmentState::Blocked) => "blocked",
        (None, _) => "nothing",
        (Some(invoice), _) if invoice.cancelled_on.is_some() => "nothing",
        (Some(invoice), _) if !invoice.open.is_positive() => "settled",
        (Some(invoice), _) if invoice.is_overdue(today.to_civil()) => "late",
        (Some(invoice), _) if invoice.open == invoice.amount => "open",
        _ => "partial",
    }
}

/// The page.
pub async fn page(
    here: Here,
    reader: May<ReadMoney>,
    filter: web::Query<Filter>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    show(here, reader.0, filter.into_inner(), platform, None).await
}

async fn show(
    here: Here,
    session: Session,
    filter: Filter,
    platform: web::Data<Platform>,
    issued: Option<Issued>,
) -> Result<HttpResponse, Failure> {
    let fees = here.network.fee_tables(Utc::now());
    let fee = if filter.fee.is_empty() { fees.first().cloned().unwrap_or_default() } else { filter.fee.clone() };
    let period = match filter.period.trim() {
        "" => here.network.running_period(&fee, Utc::now()).unwrap_or_default(),
        period => period.to_owned(),
    };
    let (network, of) = (here.network.clone(), (fee.clone(), period.clone()));
    let rows = block(move || platform.fee_rows(&network, (&of.0, &of.1), Utc::now())).await??;
    let frame = Frame::new(&here, Some(session), String::new());
    let groups = rows.iter().filter_map(|row| row.group.clone()).collect();
    let tiers = rows.iter().filter_map(|row| row.assessment.amount).map(|amount| amount.to_string()).collect();
    let is_shown = |row: &&FeeRow| {
        (filter.group.is_empty() || row.group.as_ref() == Some(&filter.group))
            && (filter.tier.is_empty() || row.assessment.amount.is_some_and(|amount| amount.to_string() == filter.tier))
            && (filter.state.is_empty() || state(row, here.today) == filter.state)
    };
    let shown: Vec<&FeeRow> = rows.iter().filter(is_shown).collect();
    let page = Page {
        sums: sums(&shown),
        rows: shown.iter().map(|row| view(row, here.today)).collect(),
        groups,
        tiers,
        issued,
        records: frame.may(access::Permission::RecordFees),
        frame: Frame { title: frame.words.t("money-fees"), ..frame },
        fees,
        chosen: Filter { fee, ..filter },
        period,
    };
    html(&page)
}

fn view(row: &FeeRow, today: Date) -> RowView {
    RowView {
        member: row.member.clone(),
        group: row.group.clone().unwrap_or_default(),
        asked: row.assessment.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        open: row.invoice.as_ref().map(|invoice| invoice.open.to_string()).unwrap_or_default(),
        state: state(row, today),
        number: row.invoice.as_ref().map(|invoice| invoice.number.clone()).unwrap_or_default(),
    }
}

/// By currency: what was asked for, what is owed.
fn sums(rows: &[&FeeRow]) -> Vec<(String, String, String)> {
    let mut sums: BTreeMap<&str, (Money, Money)> = BTreeMap::new();
    for invoice in rows.iter().filter_map(|row| row.invoice.as_ref()).filter(|one| one.cancelled_on.is_none()) {
        let zero = Money::zero(invoice.amount.currency());
        let sum = sums.entry(invoice.amount.currency().code()).or_insert((zero, zero));
        sum.0 = sum.0.plus(invoice.amount).unwrap_or(sum.0);
        sum.1 = sum.1.plus(invoice.open).unwrap_or(sum.1);
    }
    let received = |asked: Money, open: Money| asked.minus(open).map(|paid| paid.to_string()).unwrap_or_default();
    sums.into_values().map(|(asked, open)| (asked.to_string(), received(asked, open), open.to_string())).collect()
}

/// A fee and period to be invoiced.
#[derive(Deserialize)]
pub struct Wanted {
    mark: String,
    fee: String,
    period: String,
}

/// Invoices everybody of whom the charter asks the fee.
pub async fn issue(
    here: Here,
    recorder: May<RecordFees>,
    form: web::Form<Wanted>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let session = recorder.0;
    session.check_form(&form.mark)?;
    let (network, issuing, wanted) = (here.network.clone(), platform.clone(), form.into_inner());
    let filter = Filter { fee: wanted.fee.clone(), period: wanted.period.clone(), ..Filter::default() };
    let issued = block(move || issuing.invoice_all(&network, (&wanted.fee, &wanted.period), Utc::now())).await??;
    show(here, session, filter, platform, Some(issued)).await
}
