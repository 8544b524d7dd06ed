//! The books as files: a journal as a table, the same for Beancount, who owes and who paid.

use actix_web::{HttpResponse, web};
use app::{Booked, Platform};
use chrono::Utc;

use crate::failure::Failure;
use crate::host::Here;
use crate::session::{May, ReadMoney};
use crate::work::block;

/// A byte order mark: spreadsheets read a table as Unicode by it.
const MARK: &str = "\u{feff}";

/// One of the files.
pub async fn file(
    here: Here,
    _: May<ReadMoney>,
    what: web::Path<String>,
    platform: web::Data<Platform>,
) -> Result<HttpResponse, Failure> {
    let (network, wanted) = (here.network.clone(), what.clone());
    let (text, kind) = match what.as_str() {
        "journal.csv" => {
            let journal = block(move || platform.journal(&network)).await??;
            (table(&journal).map_err(Failure::Table)?, "text/csv; charset=utf-8")
        }
        "journal.beancount" => (block(move || platform.beancount(&network)).await??, "text/plain; charset=utf-8"),
        "invoices.csv" => {
            let invoices = block(move || platform.all_invoices(&network)).await??;
            (invoices_table(&here, &invoices).map_err(Failure::Table)?, "text/csv; charset=utf-8")
        }
        _ => return Err(Failure::Missing),
    };
    let named = format!("attachment; filename=\"{}-{wanted}\"", here.network.slug());
    Ok(HttpResponse::Ok().content_type(kind).insert_header(("Content-Disposition", named)).body(text))
}

fn written(rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| tame(cell))).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A cell that no spreadsheet takes for a formula.
fn tame(cell: &str) -> String {
    let is_number = cell.parse::<kernel::Ratio>().is_ok();
    if cell.starts_with(['=', '+', '-', '@']) && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

/// The journal: a line for each posting.
fn table(journal: &[Booked]) -> Result<String, String> {
    let names = [
        "day",
        "recorded at",
        "entry",
        "kind",
        "says",
        "account",
        "debit",
        "credit",
        "currency",
        "payer",
        "booked by",
        "authority",
        "reason",
    ];
    let mut rows = vec![names.map(str::to_owned).to_vec()];
    for booked in journal {
        for posting in booked.entry.postings() {
            let plain = posting.amount.plain();
            let (debit, credit) = match plain.strip_prefix('-') {
                Some(credit) => (String::new(), credit.to_owned()),
                None => (plain, String::new()),
            };
            rows.push(vec![
                booked.on.to_string(),
                booked.at.to_rfc3339(),
                booked.id.to_string(),
                booked.entry.kind().name().to_owned(),
                booked.says.clone(),
                posting.account.to_string(),
                debit,
                credit,
                posting.amount.currency().code().to_owned(),
                posting.payer.clone().unwrap_or_default(),
                booked.actor.clone(),
                booked.authority.clone().unwrap_or_default(),
                booked.reason.clone().unwrap_or_default(),
            ]);
        }
    }
    written(rows)
}

fn invoices_table(here: &Here, invoices: &[app::Invoice]) -> Result<String, String> {
    let groups = here.network.groups(Utc::now());
    let names =
        ["number", "member", "group", "fee", "period", "issued", "due", "amount", "owed", "currency", "taken back"];
    let mut rows = vec![names.map(str::to_owned).to_vec()];
    for invoice in invoices {
        rows.push(vec![
            invoice.number.clone(),
            invoice.payer.clone(),
            groups.get(&invoice.payer).cloned().unwrap_or_default(),
            invoice.fee.clone(),
            invoice.period.clone(),
            invoice.issued_on.to_string(),
            invoice.due_on.to_string(),
            invoice.amount.plain(),
            invoice.open.plain(),
            invoice.amount.currency().code().to_owned(),
            invoice.cancelled_on.map(|on| on.to_string()).unwrap_or_default(),
        ]);
    }
    written(rows)
}
