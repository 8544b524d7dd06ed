//! The books as files: a journal as a table, the same for Beancount, who owes and who paid.

use actix_web::{HttpResponse, web};
use app::{Booked, Platform};
use chrono::Utc;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

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
    let (text, kind): (Vec<u8>, &str) = match what.as_str() {
        "journal.csv" => {
            let journal = block(move || platform.journal(&network)).await??;
            (written(journal_rows(&journal)).map_err(Failure::Table)?, "text/csv; charset=utf-8")
        }
        "journal.beancount" => {
            let text = block(move || platform.beancount(&network)).await??;
            (text.into_bytes(), "text/plain; charset=utf-8")
        }
        "invoices.csv" => {
            let invoices = block(move || platform.all_invoices(&network)).await??;
            (written(invoice_rows(&here, &invoices)).map_err(Failure::Table)?, "text/csv; charset=utf-8")
        }
        "books.xlsx" => {
            let (journal, invoices) = block(move || -> Result<_, app::Error> {
                Ok((platform.journal(&network)?, platform.all_invoices(&network)?))
            })
            .await??;
            let sheets = [("journal", journal_rows(&journal)), ("invoices", invoice_rows(&here, &invoices))];
            (workbook(&sheets).map_err(|error| Failure::Table(error.to_string()))?, XLSX)
        }
        _ => return Err(Failure::Missing),
    };
    let named = format!("attachment; filename=\"{}-{wanted}\"", here.network.slug());
    Ok(HttpResponse::Ok().content_type(kind).insert_header(("Content-Disposition", named)).body(text))
}

/// The media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook with a sheet for each table; amounts are numbers, everything else is text and never a formula.
fn workbook(sheets: &[(&str, Vec<Vec<String>>)]) -> Result<Vec<u8>, XlsxError> {
    let (mut book, bold) = (Workbook::new(), Format::new().set_bold());
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                // A spreadsheet holds numbers as it can; up to fifteen digits it holds them exactly.
                let is_amount = AMOUNTS.contains(
                    &rows.first().and_then(|names| names.get(usize::from(column))).map_or("", String::as_str),
                );
                match cell.parse::<f64>() {
                    _ if row == 0 => sheet.write_string_with_format(row, column, cell, &bold)?,
                    Ok(number) if is_amount => sheet.write_number(row, column, number)?,
                    _ => sheet.write_string(row, column, cell)?,
                };
            }
        }
        sheet.autofit();
    }
    book.save_to_buffer()
}

/// Columns of amounts.
const AMOUNTS: [&str; 4] = ["debit", "credit", "amount", "owed"];

fn written(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| tame(cell))).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// A cell that no spreadsheet takes for a formula.
fn tame(cell: &str) -> String {
    let is_number = cell.parse::<kernel::Ratio>().is_ok();
    if cell.starts_with(['=', '+', '-', '@']) && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

/// The journal: a line for each posting.
fn journal_rows(journal: &[Booked]) -> Vec<Vec<String>> {
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
    rows
}

fn invoice_rows(here: &Here, invoices: &[app::Invoice]) -> Vec<Vec<String>> {
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
    rows
}
