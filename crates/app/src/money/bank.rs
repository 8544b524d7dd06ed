//! The bank's statement: lines are brought as a table, those with an invoice's number or key are matched by themselves, and
//! the others wait for somebody who knows whose they are. Payouts of providers are told from what payers sent.

use chrono::{DateTime, Utc};
use kernel::{Currency, Date, Money};
use ledger::booking as entries;
use ledger::{Account, Kind};
use serde::Deserialize;
use store::{Actor, BankLine, MoneyFinding, Payment, Which};
use uuid::Uuid;

use super::NotDone;
use super::booking::{Books, Event};
use super::hand::{BANK, open_for};
use super::settings::Open;
use crate::{Error, Hosted, Platform};

/// A row of a statement.
#[derive(Clone, Debug, Deserialize)]
pub struct BankRow {
    /// The day.
    pub date: String,
    /// How much, as `15.00`.
    pub amount: String,
    /// In which currency.
    pub currency: String,
    /// The bank's name of it.
    pub reference: String,
    /// What stands there.
    pub text: String,
}

/// What came of bringing a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BroughtLines {
    /// Lines that were new.
    pub new: usize,
    /// Lines that were there.
    pub known: usize,
    /// Lines that were matched by themselves.
    pub matched: usize,
    /// Lines of the file that cannot be read.
    pub unreadable: Vec<u64>,
}

fn line_of(row: &BankRow) -> Option<BankLine> {
    let on: Date = row.date.trim().parse().ok()?;
    let amount = Money::of_plain(&row.amount, Currency::new(row.currency.trim()).ok()?).ok()?;
    let reference = row.reference.trim().to_owned();
    let readable = !reference.is_empty() && !amount.is_zero();
    readable.then(|| BankLine { reference, on: on.to_civil(), amount, text: row.text.clone(), matched_by: None })
}

impl Platform {
    /// Brings a statement: a table with the columns date, amount, currency, reference, text. With a row that cannot be read
    /// nothing is brought. A line that is there already is passed over.
    #[tracing::instrument(skip_all, fields(network = hosted.slug()))]
    pub fn bring_statement(
        &self,
        hosted: &Hosted,
        table: &str,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<BroughtLines, Error> {
        let mut brought = BroughtLines::default();
        let mut lines = Vec::new();
        let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        for (place, row) in (2_u64..).zip(reader.deserialize::<BankRow>()) {
            match row.ok().as_ref().and_then(line_of) {
                Some(line) => lines.push(line),
                None => brought.unreadable.push(place),
            }
        }
        if !brought.unreadable.is_empty() {
            return Ok(brought);
        }
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, actor.clone(), now);
            for line in &lines {
                if !books.unit.keep_bank_line(line)? {
                    brought.known += 1;
                    continue;
                }
                brought.new += 1;
                brought.matched += usize::from(book_line(&mut books, line)?);
            }
            Ok(brought)
        })
    }

    /// Notes whose money a line is: it pays what they owe, oldest first.
    pub fn match_line(
        &self,
        hosted: &Hosted,
        reference: &str,
        payer: &str,
        actor: Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, actor, now);
            let line = books.unit.bank_line(reference)?.filter(|line| line.matched_by.is_none());
            let line = line.filter(|line| line.amount.is_positive()).ok_or(NotDone::Missing)?;
            match_to(&mut books, &line, payer, &[])
        })
    }

    /// Notes whose money a payment is that nobody here began: it pays what they owe, oldest first.
    pub fn match_payment(
        &self,
        hosted: &Hosted,
        (account, reference): (&str, &str),
        payer: &str,
        actor: Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, actor, now);
            let known = books.unit.payment_named(account, reference)?.filter(|known| known.payer.is_empty());
            let payment = known.ok_or(NotDone::Missing)?;
            let open = open_for(&mut books, payer, &[])?;
            let entry = entries::matched(payment.amount, payer, &open)?;
            let event = Event {
                key: format!("match:{account}:{reference}"),
                says: format!("{reference} is of {payer}"),
                payment: Some(payment.id),
                ..Event::default()
            };
            if books.book(&event, &entry)? {
                let own = Payment { payer: payer.to_owned(), ..payment };
                books.write_receipts(&own, &entry, own.amount, None)?;
            }
            Ok(books.unit.resolve_money((account, "nobody-began-it", reference), payer, now)?)
        })
    }

    /// Books what a provider paid out since an instant.
    pub(super) fn follow_payouts(
        &self,
        hosted: &Hosted,
        account: &str,
        open: &Open,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let payouts = open.provider.payouts(since, now).map_err(NotDone::from)?;
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let mut books = Books::new(hosted, unit, Actor::platform(), now);
            for payout in &payouts {
                let event = Event {
                    key: format!("payout:{account}:{}", payout.reference),
                    says: format!("payout {}", payout.reference),
                    on: Some(hosted.day_of(payout.at)),
                    ..Event::default()
                };
                books.book(&event, &entries::payout(account, &on_the_way(account), payout.amount)?)?;
            }
            Ok(())
        })
    }
}

/// Money that a provider has sent, or that was brought in cash, and that the bank has not shown yet.
pub(super) fn on_the_way(account: &str) -> String {
    format!("on-the-way-from-{account}")
}

/// Books a new line. Answers whether it was matched by itself.
fn book_line(books: &mut Books<'_, '_>, line: &BankLine) -> Result<bool, Error> {
    if !line.amount.is_positive() {
        // What went out is looked at by somebody.
        let detail = format!("{} {}", line.on, line.amount);
        let kind = String::from("went-out");
        let account = String::from("bank");
        let finding = MoneyFinding { account, kind, reference: line.reference.clone(), seen_at: books.now, detail };
        books.unit.find_money(&finding)?;
        return Ok(false);
    }
    let open = books.unit.invoices(&Which::Open)?;
    let text = line.text.to_uppercase();
    let named: Vec<_> = open.iter().filter(|invoice| names(&text, &invoice.number)).collect();
    // Whoever names an invoice is a payer, whatever else is on the way in the same amount.
    let sent = if named.is_empty() { payout_of(books, line)? } else { None };
    if let Some(account) = sent {
        let entry = entries::deposit_from(&on_the_way(&account), BANK, line.amount)?;
        books.book(&event_of("bank", line), &entry)?;
        books.unit.match_bank_line(&line.reference, &format!("payout of {account}"))?;
        return Ok(true);
    }
    let entry = entries::unmatched(Kind::Bank, Account::Bank(BANK.to_owned()), line.amount)?;
    books.book(&event_of("bank", line), &entry)?;
    let Some(first) = named.first() else { return Ok(false) };
    let payer = first.payer.clone();
    let ids: Vec<Uuid> = named.iter().map(|invoice| invoice.id).collect();
    match match_to(books, line, &payer, &ids) {
        // In another currency than what is owed somebody has to say what it counts as.
        Err(Error::Money(NotDone::Rate)) => Ok(false),
        done => done.map(|()| true),
    }
}

/// Whether a text names a number, and not only the beginning of a longer one.
fn names(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let after = text.get(at + number.len()..).and_then(|rest| rest.chars().next());
        !after.is_some_and(|letter| letter.is_ascii_digit())
    })
}

/// The provider whose payout a line is: exactly so much is on the way from it.
fn payout_of(books: &mut Books<'_, '_>, line: &BankLine) -> Result<Option<String>, Error> {
    for account in ["stripe", "paypal", "cash"] {
        if books.unit.payout_waits(&on_the_way(account), line.amount)? {
            return Ok(Some(account.to_owned()));
        }
    }
    Ok(None)
}

fn event_of(kind: &str, line: &BankLine) -> Event {
    Event {
        key: format!("{kind}:{}", line.reference),
        says: format!("{} at the bank", line.reference),
        on: Date::from_civil(line.on),
        ..Event::default()
    }
}

fn match_to(books: &mut Books<'_, '_>, line: &BankLine, payer: &str, invoices: &[Uuid]) -> Result<(), Error> {
    let open = open_for(books, payer, invoices)?;
    if !open.is_empty() && open.iter().all(|owed| owed.open.currency() != line.amount.currency()) {
        return Err(NotDone::Rate.into());
    }
    let payment = Payment {
        id: Uuid::now_v7(),
        account: String::from("bank"),
        reference: line.reference.clone(),
        payer: payer.to_owned(),
        amount: line.amount,
        received_on: line.on,
        attempt: None,
        note: String::new(),
    };
    if !books.unit.receive(&payment)? {
        return Ok(());
    }
    let entry = entries::matched(line.amount, payer, &open)?;
    books.book(&Event { payment: Some(payment.id), ..event_of("match", line) }, &entry)?;
    books.write_receipts(&payment, &entry, line.amount, None)?;
    Ok(books.unit.match_bank_line(&line.reference, payer)?)
}
