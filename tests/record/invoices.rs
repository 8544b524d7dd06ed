//! Invoices in bulk: more of them than one statement takes, numbered without a gap and balanced.

use chrono::Utc;
use kernel::{Currency, Money};
use ledger::booking::Issued;
use ledger::{Account, InvoiceId};
use store::{Assessment, AssessmentState, NewInvoice};
use uuid::Uuid;

use crate::servers::{network, record};

/// More than fit: PostgreSQL takes 65,535 values in one statement, and each invoice has four postings of eight.
const MANY: usize = 4_500;

fn invoice(number: usize) -> NewInvoice {
    let usd = |minor| Money::of_minor(minor, Currency::new("USD").unwrap());
    let (id, amount) = (Uuid::now_v7(), usd(1500));
    let payer = format!("Member-{number}");
    let lines = vec![("fee/2026".to_owned(), usd(1000)), ("levy/2026".to_owned(), usd(500))];
    let issued = Issued { invoice: InvoiceId(id.as_u128()), payer: payer.clone(), lines };
    let assessment = Assessment {
        id: Uuid::now_v7(),
        member: payer,
        fee: "fee".to_owned(),
        period: "2026".to_owned(),
        amount: Some(amount),
        state: AssessmentState::Assessed,
        answer: "{}".to_owned(),
    };
    let day = Utc::now().date_naive();
    let entry = ledger::booking::issue(&issued).unwrap();
    NewInvoice { id, assessment, amount, issued_on: day, due_on: day, link: format!("link-{number}"), entry }
}

#[test]
fn more_invoices_than_one_statement_takes_are_issued_at_once() {
    let record = record();
    let lakes = network(&record, "lakes", 1);
    let fresh: Vec<NewInvoice> = (0..MANY).map(invoice).collect();
    let assessments: Vec<Assessment> = fresh.iter().map(|one| one.assessment.clone()).collect();
    let now = Utc::now();
    let numbers = record.store.within(&lakes, |unit| {
        unit.assess(&assessments, &[], now)?;
        unit.issue("F-2026", &fresh, now)
    });
    let numbers = numbers.unwrap();
    assert_eq!((numbers.len(), numbers.last().unwrap().as_str()), (MANY, "F-2026-4500"));
    let balances = record.store.within(&lakes, |unit| unit.balances(None)).unwrap();
    let owed = balances.iter().find(|balance| balance.account == Account::Receivable).unwrap();
    assert_eq!(owed.amount.minor(), 1500 * i64::try_from(MANY).unwrap());
    assert_eq!(balances.iter().map(|balance| balance.amount.minor()).sum::<i64>(), 0);
}
