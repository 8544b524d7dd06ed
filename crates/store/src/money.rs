//! Money: what is owed, what came in, the books. Every sum is a sum of postings.

mod attempts;
mod bank;
mod books;
mod inbox;
mod invoices;
mod papers;
mod received;
mod settings;

pub use attempts::Attempt;
pub use bank::{BankLine, MoneyFinding};
pub use books::{Actor, Balance, Booked, Booking, Closing};
pub use inbox::Waiting;
pub use invoices::{Assessment, AssessmentState, Declaration, Invoice, NewInvoice, Which};
pub use papers::{Paper, PaperKind};
pub use received::Payment;
pub use settings::{PaymentSetting, SettingName};

use kernel::{Currency, Money};

use crate::Error;

/// How many rows one statement writes: PostgreSQL takes 65,535 values in one, and no row here has more than sixteen.
const ROWS: usize = 4_000;

/// An amount as it stands in a row.
fn money(currency: &str, minor: i64) -> Result<Money, Error> {
    let currency = Currency::new(currency).map_err(|_| Error::MoneyUnreadable(currency.to_owned()))?;
    Ok(Money::of_minor(minor, currency))
}
