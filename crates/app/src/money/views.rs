//! What treasurers and payers look at. All of it is worked out from postings each time.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use kernel::{Currency, Date, Money};
use store::{
    Assessment, Balance, BankLine, Booked, Closing, Declaration, Invoice, MoneyFinding, Paper, Payment, Waiting, Which,
};
use uuid::Uuid;

use crate::{Error, Hosted, OwedFee, Platform};

/// What a payer sees of its money.
#[derive(Clone, Debug)]
pub struct PayerView {
    /// What the charter asks for, oldest first, each with its invoice if there is one, and the key to pay it.
    pub fees: Vec<(OwedFee, Option<(Invoice, String)>)>,
    /// Older invoices, and those that were taken back.
    pub others: Vec<Invoice>,
    /// What it has in credit, by currency.
    pub credit: Vec<Money>,
    /// What it paid, newest first.
    pub payments: Vec<Payment>,
    /// Its papers, newest first.
    pub papers: Vec<Paper>,
    /// What it declared in other currencies.
    pub declarations: Vec<Declaration>,
}

/// A row of who owes and who paid.
#[derive(Clone, Debug)]
pub struct FeeRow {
    /// Who.
    pub member: String,
    /// Such as a country, if the charter has such a fact.
    pub group: Option<String>,
    /// What was assessed.
    pub assessment: Assessment,
    /// The invoice.
    pub invoice: Option<Invoice>,
}

/// An invoice with all that is known of it.
#[derive(Clone, Debug)]
pub struct InvoiceView {
    /// The invoice.
    pub invoice: Invoice,
    /// Why it asks for so much.
    pub assessment: Assessment,
    /// What was booked on it, newest first.
    pub entries: Vec<Booked>,
    /// The key with which it is paid.
    pub link: String,
}

/// What is owed, by how long it has been due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ageing {
    /// In which currency.
    pub currency: Currency,
    /// Not due yet; due for up to 30, 60, 90 days; for longer. In minor units.
    pub open: [i64; 5],
}

/// What is on the treasurer's desk.
#[derive(Clone, Debug)]
pub struct MoneyDesk {
    /// Balances that are not nothing.
    pub balances: Vec<Balance>,
    /// The sum of all balances by currency: nothing, or the books are broken.
    pub sums: BTreeMap<&'static str, i128>,
    /// What is owed, by how long.
    pub ageing: Vec<Ageing>,
    /// What payers have in credit.
    pub credits: Vec<(String, Money)>,
    /// What does not agree.
    pub findings: Vec<MoneyFinding>,
    /// Messages of providers that wait.
    pub messages: Vec<Waiting>,
    /// The newest payments.
    pub payments: Vec<Payment>,
    /// Lines of the bank, unmatched ones first.
    pub lines: Vec<BankLine>,
    /// The newest entries.
    pub entries: Vec<Booked>,
    /// Closed periods, newest first.
    pub closings: Vec<Closing>,
}

/// How many payments, lines, entries are shown.
const NEWEST: i64 = 50;
/// How many entries an export has at most.
const ALL: i64 = 5_000_000;
/// The last days of the ages of a debt.
const AGES: [i32; 4] = [0, 30, 60, 90];

impl Hosted {
    /// The fees that the charter asks for by period, in the order of the charter.
    pub fn fee_tables(&self, now: DateTime<Utc>) -> Vec<String> {
        let Some(charter) = self.charter(now) else { return Vec::new() };
        let of_money = |ty: &charter_syntax::ast::Type| matches!(ty, charter_syntax::ast::Type::Money(_));
        let tables = charter.tables().filter(|(_, table)| table.per.is_some() && of_money(&table.ty));
        tables.map(|(_, table)| table.name.text.clone()).collect()
    }

    /// The period of a fee that runs now.
    pub fn running_period(&self, fee: &str, now: DateTime<Utc>) -> Option<String> {
        let charter = self.charter(now)?;
        let (_, table) = charter.tables().find(|(_, table)| table.name == *fee)?;
        let kind = charter.period(table.per.as_ref()?.as_str())?;
        Some(kind.show(kind.containing(self.today(now))?).to_string())
    }

    /// What everybody is sorted by, such as a country, by their names.
    pub fn groups(&self, now: DateTime<Utc>) -> BTreeMap<String, String> {
        self.grouped(now).into_iter().map(|(who, group)| (who.to_owned(), group)).collect()
    }
}

impl Platform {
    /// What a payer sees of its money.
    pub fn payer(&self, hosted: &Hosted, payer: &str, now: DateTime<Utc>) -> Result<PayerView, Error> {
        let fees = hosted.fees(payer, hosted.today(now));
        self.store.within(hosted.tenant(), |unit| {
            let mut invoices = unit.invoices(&Which::OfPayer(payer.to_owned()))?;
            let mut shown = Vec::new();
            for owed in fees {
                let is_of = |invoice: &Invoice| {
                    invoice.cancelled_on.is_none() && invoice.fee == owed.fee.table && invoice.period == owed.fee.period
                };
                let found = invoices.iter().position(is_of).map(|place| invoices.remove(place));
                let with_link = match found {
                    Some(invoice) => unit.link_of(invoice.id)?.map(|link| (invoice, link)),
                    None => None,
                };
                shown.push((owed, with_link));
            }
            let credit =
                unit.credits()?.into_iter().filter(|(whose, _)| whose == payer).map(|(_, credit)| credit).collect();
            Ok(PayerView {
                fees: shown,
                others: invoices,
                credit,
                payments: unit.payments(Some(payer), NEWEST)?,
                papers: unit.papers(Some(payer), NEWEST)?,
                declarations: unit.declarations(payer)?,
            })
        })
    }

    /// Who owes and who paid for a fee and period.
    pub fn fee_rows(
        &self,
        hosted: &Hosted,
        (fee, period): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Vec<FeeRow>, Error> {
        let (assessed, invoices) = self.store.within(hosted.tenant(), |unit| -> Result<_, Error> {
            Ok((unit.assessments(fee, period)?, unit.invoices(&Which::All)?))
        })?;
        let groups = hosted.grouped(now);
        let mut by_assessment: HashMap<Uuid, Invoice> =
            invoices.into_iter().map(|invoice| (invoice.assessment, invoice)).collect();
        let row = |assessment: Assessment| FeeRow {
            group: groups.get(assessment.member.as_str()).cloned(),
            invoice: by_assessment.remove(&assessment.id),
            member: assessment.member.clone(),
            assessment,
        };
        Ok(assessed.into_iter().map(row).collect())
    }

    /// The treasurer's desk.
    pub fn money_desk(&self, hosted: &Hosted, now: DateTime<Utc>) -> Result<MoneyDesk, Error> {
        let today = hosted.today(now);
        self.store.within(hosted.tenant(), |unit| {
            let balances = unit.balances(None)?;
            let mut sums: BTreeMap<&'static str, i128> = BTreeMap::new();
            for balance in &balances {
                *sums.entry(balance.amount.currency().code()).or_default() += i128::from(balance.amount.minor());
            }
            Ok(MoneyDesk {
                balances,
                sums,
                ageing: ageing(&unit.invoices(&Which::Open)?, today),
                credits: unit.credits()?,
                findings: unit.money_findings()?,
                messages: unit.messages(NEWEST)?,
                payments: unit.payments(None, NEWEST)?,
                lines: unit.bank_lines(NEWEST)?,
                entries: unit.booked(None, NEWEST)?,
                closings: unit.closings()?,
            })
        })
    }

    /// One invoice, what was booked on it, and the key with which it is paid.
    pub fn invoice_with_entries(&self, hosted: &Hosted, number: &str) -> Result<Option<InvoiceView>, Error> {
        self.store.within(hosted.tenant(), |unit| {
            let Some(invoice) = unit.invoice_numbered(number)? else { return Ok(None) };
            let Some(assessment) = unit.assessment_of(invoice.assessment)? else { return Ok(None) };
            let entries = unit.booked(Some(invoice.id), NEWEST)?;
            let link = unit.link_of(invoice.id)?.unwrap_or_default();
            Ok(Some(InvoiceView { invoice, assessment, entries, link }))
        })
    }

    /// One paper.
    pub fn paper(&self, hosted: &Hosted, number: &str) -> Result<Option<Paper>, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.paper(number)?))
    }

    /// The receipts of a payment.
    pub fn receipts_of(&self, hosted: &Hosted, attempt: Uuid) -> Result<Vec<Paper>, Error> {
        self.store.within(hosted.tenant(), |unit| {
            let Some(attempt) = unit.attempt(attempt)? else { return Ok(Vec::new()) };
            let Some(payment) = unit.payment_of_attempt(attempt.id)? else { return Ok(Vec::new()) };
            Ok(unit.papers_of_payment(payment)?)
        })
    }

    /// The receipts of money that was taken by hand.
    pub fn receipts_of_payment(&self, hosted: &Hosted, payment: Uuid) -> Result<Vec<Paper>, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.papers_of_payment(payment)?))
    }

    /// Every invoice on which something is owed, oldest due first.
    pub fn open_invoices(&self, hosted: &Hosted) -> Result<Vec<Invoice>, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.invoices(&Which::Open)?))
    }

    /// Every invoice.
    pub fn all_invoices(&self, hosted: &Hosted) -> Result<Vec<Invoice>, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.invoices(&Which::All)?))
    }

    /// The books as a file of Beancount.
    pub fn beancount(&self, hosted: &Hosted) -> Result<String, Error> {
        let journal = self.journal(hosted)?;
        let day = |booked: &Booked| Date::from_civil(booked.on).unwrap_or(Date::MIN);
        Ok(ledger::beancount(journal.iter().map(|booked| (day(booked), booked.says.as_str(), &booked.entry))))
    }

    /// Every entry with its postings, oldest first.
    pub fn journal(&self, hosted: &Hosted) -> Result<Vec<Booked>, Error> {
        let mut all = self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.booked(None, ALL)?) })?;
        all.reverse();
        Ok(all)
    }

    /// Notes how something that does not agree was resolved.
    pub fn resolve_money(
        &self,
        hosted: &Hosted,
        finding: (&str, &str, &str),
        how: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.resolve_money(finding, how, now)?))
    }
}

/// What is owed, by how long it has been due.
fn ageing(open: &[Invoice], today: Date) -> Vec<Ageing> {
    let mut found: Vec<Ageing> = Vec::new();
    for invoice in open {
        let currency = invoice.open.currency();
        let place = found.iter().position(|ageing| ageing.currency == currency).unwrap_or_else(|| {
            found.push(Ageing { currency, open: [0; 5] });
            found.len().saturating_sub(1)
        });
        let late = Date::from_civil(invoice.due_on).map_or(0, |due| today.days_since(due));
        let age = AGES.iter().position(|last| late <= *last).unwrap_or(AGES.len());
        if let Some(open) = found.get_mut(place).and_then(|ageing| ageing.open.get_mut(age)) {
            *open = open.saturating_add(invoice.open.minor());
        }
    }
    found
}
