//! Booking within a transaction: an entry under its key, what it changes of fees written into the register, receipts and
//! letters; all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use charter::act::{Act, On, Scalar};
use chrono::{DateTime, Utc};
use kernel::{Date, Money};
use ledger::{Entry, InvoiceId, Kind, Owed};
use store::{Actor, Booking, Invoice, NewInvoice, Paper, PaperKind, Payment, UnitOfWork, Which};
use uuid::Uuid;
use wording::{Language, Words};

use super::says::{PaidLine, PaperSays};
use crate::{Error, Hosted};

/// The books of a network within one transaction. Whoever has them holds the end of the register's chain.
pub(crate) struct Books<'b, 'u> {
    pub(crate) hosted: &'b Hosted,
    pub(crate) unit: &'b mut UnitOfWork<'u>,
    pub(crate) actor: Actor,
    pub(crate) now: DateTime<Utc>,
    /// The address of the network's pages, for links in letters.
    pub(crate) public_url: String,
}

/// What an entry is booked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Event {
    pub(crate) key: String,
    pub(crate) says: String,
    pub(crate) on: Option<Date>,
    pub(crate) payment: Option<Uuid>,
    pub(crate) authority: Option<String>,
    pub(crate) reason: Option<String>,
}

/// The invoice of a posting.
pub(crate) fn id_of(invoice: InvoiceId) -> Uuid {
    Uuid::from_u128(invoice.0)
}

/// What is owed on an invoice, as the ledger knows it.
pub(crate) fn owed(invoice: &Invoice) -> Owed {
    Owed { invoice: InvoiceId(invoice.id.as_u128()), payer: invoice.payer.clone(), open: invoice.open }
}

/// What a fee and its period are called in accounts.
pub(crate) fn income_of(invoice: &Invoice) -> String {
    format!("{}/{}", invoice.fee, invoice.period)
}

fn said(words: &Words, key: &str, filled: &[(&str, String)]) -> String {
    let filled: Vec<(&str, &str)> = filled.iter().map(|(name, word)| (*name, word.as_str())).collect();
    words.say(key, &filled)
}

impl<'b, 'u> Books<'b, 'u> {
    pub(crate) fn new(hosted: &'b Hosted, unit: &'b mut UnitOfWork<'u>, actor: Actor, now: DateTime<Utc>) -> Self {
        Books { hosted, unit, actor, now, public_url: hosted.public_url() }
    }

    pub(crate) fn today(&self) -> Date {
        self.hosted.today(self.now)
    }

    /// Invoices as they stand, held: nobody writes to somebody about them meanwhile.
    pub(crate) fn held(&mut self, ids: &[Uuid]) -> Result<Vec<Invoice>, Error> {
        self.unit.hold_invoices(ids)?;
        Ok(self.unit.invoices(&Which::These(ids.to_vec()))?)
    }

    /// Books an entry, unless its key is booked, and tells the register what it changes of fees. Answers whether it was new.
    pub(crate) fn book(&mut self, event: &Event, entry: &Entry) -> Result<bool, Error> {
        let ids: Vec<Uuid> = entry.owed_change().into_keys().map(id_of).collect();
        let before = self.held(&ids)?;
        let mut last = Vec::new();
        for invoice in &before {
            last.push(self.unit.last_day_of(invoice.id)?.and_then(Date::from_civil));
        }
        let on = event.on.unwrap_or_else(|| self.today());
        let booking = Booking {
            key: event.key.clone(),
            on: on.to_civil(),
            says: event.says.clone(),
            payment: event.payment,
            actor: &self.actor,
            authority: event.authority.as_deref(),
            reason: event.reason.as_deref(),
            entry,
        };
        let Some(id) = self.unit.book(&booking, self.now)? else { return Ok(false) };
        let before: Vec<(Invoice, Option<Date>)> = before.into_iter().zip(last).collect();
        self.tell_register(id, entry, &before, on)?;
        Ok(true)
    }

    /// A fee that is settled by an entry, or no longer, is one act. What is booked late, about an earlier day, takes effect after
    /// what was booked before it: the register has the last word of the books.
    fn tell_register(
        &mut self,
        entry_id: Uuid,
        entry: &Entry,
        before: &[(Invoice, Option<Date>)],
        on: Date,
    ) -> Result<(), Error> {
        let changes = entry.owed_change();
        let mut acts = Vec::new();
        for (invoice, last) in before {
            let change = changes.get(&InvoiceId(invoice.id.as_u128())).copied().unwrap_or_default();
            let (open, after) = (invoice.open.minor(), invoice.open.minor().saturating_add(change));
            let act = match entry.kind() {
                // It was not owed before; what is lost is not settled for the charter; what is taken back is no fee.
                Kind::Issue | Kind::WriteOff | Kind::CreditNote => None,
                Kind::Waiver if open > 0 && after == 0 => Some("waive-fee"),
                _ if open > 0 && after == 0 => Some("settle-fee"),
                _ if open == 0 && after > 0 => Some("reopen-fee"),
                _ => None,
            };
            let on = last.map_or(on, |last| last.max(on));
            acts.extend(act.map(|act| self.act(act, entry_id, invoice, on)));
        }
        if !acts.is_empty() {
            self.unit.append(acts.into_iter().map(store::Entry::from).collect(), self.now)?;
        }
        Ok(())
    }

    fn act(&self, name: &str, entry: Uuid, invoice: &Invoice, on: Date) -> Act {
        let mut act = Act::new(format!("{name}-{}-{}", entry.simple(), invoice.number), name, on);
        act.on = On::Date(on);
        act.about = Some(invoice.payer.clone());
        act.recorded_by = Some(self.actor.name.clone());
        let text = |text: String| Scalar::Text(text);
        act.fields.insert(String::from("table"), text(invoice.fee.clone()));
        act.fields.insert(String::from("period"), text(invoice.period.clone()));
        if name == "settle-fee" {
            act.fields.insert(String::from("amount"), text(invoice.amount.to_string()));
        }
        act
    }

    /// Takes back the invoice of an assessment, if there is one: what was paid on it is the payer's credit.
    pub(crate) fn take_back_of(&mut self, assessment: Uuid) -> Result<(), Error> {
        let all = self.unit.invoices_of_assessment(assessment)?;
        for invoice in all.iter().filter(|invoice| invoice.cancelled_on.is_none()) {
            self.take_back(invoice, "the charter answers differently now")?;
        }
        Ok(())
    }

    /// What was given up of an invoice: waived, and lost.
    pub(crate) fn given_up(&mut self, invoice: &Invoice) -> Result<(Money, Money), Error> {
        let currency = invoice.amount.currency();
        let waived = self.unit.given_up(invoice.id, Kind::Waiver)?;
        let lost = self.unit.given_up(invoice.id, Kind::WriteOff)?;
        Ok((Money::of_minor(waived, currency), Money::of_minor(lost, currency)))
    }

    /// Takes an invoice back by a credit note.
    pub(crate) fn take_back(&mut self, invoice: &Invoice, reason: &str) -> Result<(), Error> {
        self.unit.hold_invoices(&[invoice.id])?;
        let given_up = self.given_up(invoice)?;
        let entry = ledger::booking::take_back(&owed(invoice), invoice.amount, given_up, &income_of(invoice))?;
        let number = self.number("C")?;
        let event = Event {
            key: format!("credit-note:{}", invoice.id),
            says: format!("{number} {} {}", invoice.number, invoice.payer),
            reason: Some(reason.to_owned()),
            ..Event::default()
        };
        if !self.book(&event, &entry)? {
            return Ok(());
        }
        if invoice.open.is_zero() {
            let on = self.today();
            let act = self.act("reopen-fee", Uuid::now_v7(), invoice, on);
            self.unit.append(vec![store::Entry::from(act)], self.now)?;
        }
        self.unit.cancel(invoice.id, self.today().to_civil())?;
        let says = PaperSays {
            lines: vec![PaidLine::of(invoice, invoice.amount)],
            total: invoice.amount,
            reason: Some(reason.to_owned()),
            ..self.paper_says(&invoice.payer, invoice.amount)?
        };
        self.write_paper(PaperKind::CreditNote, number, &invoice.payer, Some(invoice.id), None, &says)
    }

    /// The next number of a series of this year.
    pub(crate) fn number(&mut self, series: &str) -> Result<String, Error> {
        let numbers = self.unit.take_numbers(&format!("{series}-{}", self.today().year()), 1)?;
        Ok(numbers.into_iter().next().unwrap_or_default())
    }

    /// Uses the credit that payers have for what they owe, oldest first.
    pub(crate) fn use_credits(&mut self, payers: &BTreeSet<&str>) -> Result<(), Error> {
        let credits = self.unit.credits()?;
        for (payer, credit) in credits {
            if !payers.contains(payer.as_str()) || !credit.is_positive() {
                continue;
            }
            let open = self.unit.invoices(&Which::OfPayer(payer.clone()))?;
            let open: Vec<Owed> = open.iter().filter(|one| one.cancelled_on.is_none()).map(owed).collect();
            let Ok(entry) = ledger::booking::use_credit(credit, &payer, &open) else { continue };
            let event = Event {
                key: format!("credit:{}", Uuid::now_v7()),
                says: format!("credit of {payer}"),
                ..Event::default()
            };
            self.book(&event, &entry)?;
        }
        Ok(())
    }

    /// A paper about somebody, with what is the same on all.
    pub(crate) fn paper_says(&mut self, payer: &str, total: Money) -> Result<PaperSays, Error> {
        let payee = super::settings::payee(self.unit, self.hosted, self.now)?;
        Ok(PaperSays {
            payee,
            payer: payer.to_owned(),
            on: self.today(),
            lines: Vec::new(),
            total,
            credit: None,
            by: None,
            reference: None,
            given: None,
            reason: None,
            is_gift: false,
        })
    }

    pub(crate) fn write_paper(
        &mut self,
        kind: PaperKind,
        number: String,
        payer: &str,
        invoice: Option<Uuid>,
        payment: Option<Uuid>,
        says: &PaperSays,
    ) -> Result<(), Error> {
        let snapshot = serde_json::to_string(says).unwrap_or_default();
        let payer = payer.to_owned();
        let paper = Paper { id: Uuid::now_v7(), kind, number, payer, invoice, payment, snapshot, issued_at: self.now };
        Ok(self.unit.write_paper(&paper)?)
    }

    /// Writes the receipts of a payment that counts as `total`: one for whoever paid, and one for each for whom it was paid;
    /// and tells them.
    pub(crate) fn write_receipts(
        &mut self,
        payment: &Payment,
        entry: &Entry,
        total: Money,
        given: Option<Money>,
    ) -> Result<(), Error> {
        let changes = entry.owed_change();
        let ids: Vec<Uuid> = changes.keys().copied().map(id_of).collect();
        let invoices = self.unit.invoices(&Which::These(ids))?;
        let mut of: BTreeMap<&str, Vec<PaidLine>> = BTreeMap::new();
        for invoice in &invoices {
            let minor = changes.get(&InvoiceId(invoice.id.as_u128())).copied().unwrap_or_default();
            let paid = Money::of_minor(minor.saturating_neg(), invoice.amount.currency());
            of.entry(invoice.payer.as_str()).or_default().push(PaidLine::of(invoice, paid));
        }
        let all: Vec<PaidLine> = of.values().flatten().cloned().collect();
        let paid_for = all.iter().fold(0_i64, |sum, line| sum.saturating_add(line.amount.minor()));
        let rest = Money::of_minor(total.minor().saturating_sub(paid_for), total.currency());
        let common = PaperSays {
            on: Date::from_civil(payment.received_on).unwrap_or_else(|| self.today()),
            by: Some(payment.account.clone()),
            // What the cash desk calls a payment says nothing to its payer.
            reference: Some(payment.reference.clone()).filter(|_| payment.account != "cash"),
            given,
            ..self.paper_says(&payment.payer, total)?
        };
        let own = PaperSays { lines: all, credit: Some(rest).filter(|rest| rest.is_positive()), ..common.clone() };
        self.write_receipt(&payment.payer, payment.id, &own)?;
        for (member, lines) in of {
            if member != payment.payer {
                let sum = lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.amount.minor()));
                let total = Money::of_minor(sum, total.currency());
                self.write_receipt(
                    member,
                    payment.id,
                    &PaperSays { lines, total, payer: payment.payer.clone(), ..common.clone() },
                )?;
            }
        }
        Ok(())
    }

    /// Writes the receipt of something that was given without being owed.
    pub(crate) fn write_receipt_of_gift(&mut self, payment: &Payment) -> Result<(), Error> {
        let says = PaperSays {
            on: Date::from_civil(payment.received_on).unwrap_or_else(|| self.today()),
            by: Some(payment.account.clone()),
            is_gift: true,
            ..self.paper_says(&payment.payer, payment.amount)?
        };
        self.write_receipt(&payment.payer, payment.id, &says)
    }

    fn write_receipt(&mut self, to: &str, payment: Uuid, says: &PaperSays) -> Result<(), Error> {
        let number = self.number("R")?;
        self.write_paper(PaperKind::Receipt, number.clone(), to, None, Some(payment), says)?;
        let (amount, link) = (says.total, format!("{}/paper/{number}", self.public_url));
        self.write_to(to, None, |words| {
            let filled = [("amount", amount.to_string()), ("number", number.clone()), ("link", link.clone())];
            (said(words, "letter-receipt-subject", &filled), vec![said(words, "letter-receipt", &filled)])
        })
    }

    /// Writes to whoever was invoiced: what is owed, by when, and where it can be paid.
    pub(crate) fn write_of_invoices(&mut self, invoices: &[NewInvoice]) -> Result<(), Error> {
        let known: BTreeSet<String> = self.unit.people()?.into_iter().map(|person| person.party).collect();
        for invoice in invoices.iter().filter(|invoice| known.contains(&invoice.assessment.member)) {
            let due = Date::from_civil(invoice.due_on).unwrap_or_else(|| self.today());
            let assessment = &invoice.assessment;
            self.write_fee_letter(
                &assessment.member,
                invoice.id,
                &invoice.link,
                (&assessment.fee, &assessment.period),
                invoice.amount,
                due,
            )?;
        }
        Ok(())
    }

    /// A letter that says what is owed and where it is paid. It is not sent once nothing is owed any more.
    fn write_fee_letter(
        &mut self,
        member: &str,
        invoice: Uuid,
        link: &str,
        (fee, period): (&str, &str),
        amount: Money,
        due: Date,
    ) -> Result<(), Error> {
        let link = format!("{}/pay/{link}", self.public_url);
        let today = self.today();
        self.write_to(member, Some(invoice), |words| {
            let filled = [
                ("fee", words.label(fee)),
                ("period", period.to_owned()),
                ("amount", amount.to_string()),
                ("due", words.date(&due)),
                ("distance", words.distance(&due, &today)),
                ("link", link.clone()),
            ];
            let lines = vec![said(words, "letter-fee", &filled), said(words, "letter-fee-link", &filled)];
            (said(words, "letter-fee-subject", &filled), lines)
        })
    }

    /// One letter to each who acts for somebody, in their language.
    fn write_to(
        &mut self,
        party: &str,
        about: Option<Uuid>,
        says: impl Fn(&Words) -> (String, Vec<String>),
    ) -> Result<(), Error> {
        for person in self.unit.acting_for(party)? {
            let language = Language::of(&person.language).or_else(|| Language::all().first());
            let Some(words) = language.map(|language| self.hosted.words(language)) else { continue };
            let (subject, mut lines) = says(&words);
            let network = self.hosted.name();
            lines.push(words.say("letter-why", &[("party", &words.known_label(party)), ("network", &network)]));
            let subject = words.say("letter-subject", &[("network", &network), ("subject", &subject)]);
            let message = store::Message { to: person.address, subject, text: lines.join("\n\n") };
            self.unit.post_about(&message, (None, about), telemetry::traceparent().as_deref(), self.now)?;
        }
        Ok(())
    }
}
