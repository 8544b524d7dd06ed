//! Assessing and invoicing: the interpreter says what somebody owes for a period; where it says an amount, an invoice asks for
//! it. Asked again with the same answer nothing changes; with another one, a later assessment supersedes.

use std::collections::{BTreeSet, HashMap};

use charter::{Answer, Node, Question, Reason, Value};
use chrono::{DateTime, Utc};
use interpreter::Fee;
use kernel::{Date, Money};
use ledger::InvoiceId;
use ledger::booking as entries;
use store::{Actor, Assessment, AssessmentState, Invoice, NewInvoice, UnitOfWork, Which};
use uuid::Uuid;

use super::NotDone;
use super::booking::Books;
use crate::{Asked, Error, Hosted, Platform};

/// A fee of somebody for a period, as the charter answers.
#[derive(Clone, Debug)]
pub struct OwedFee {
    /// Which, and when it is due.
    pub fee: Fee,
    /// How much, with its reasons.
    pub asked: Asked,
}

/// What came of invoicing many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Issued {
    /// Invoices that were issued.
    pub issued: usize,
    /// Members whose invoice stood already.
    pub unchanged: usize,
    /// Members of whom something is missing.
    pub blocked: usize,
    /// Members of whom nothing is asked, or whose fee is settled already.
    pub nothing: usize,
}

/// How many members are invoiced in one transaction.
const CHUNK: usize = 5_000;

impl OwedFee {
    /// How much, if the charter says.
    pub fn amount(&self) -> Option<Money> {
        match self.asked.answer.value {
            Value::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    fn assessment(&self, member: &str) -> Assessment {
        let amount = self.amount();
        let state = match amount {
            Some(amount) if amount.is_positive() => AssessmentState::Assessed,
            Some(_) => AssessmentState::Nil,
            None => AssessmentState::Blocked,
        };
        Assessment {
            id: Uuid::now_v7(),
            member: member.to_owned(),
            fee: self.fee.table.clone(),
            period: self.fee.period.clone(),
            amount,
            state,
            answer: serde_json::to_string(&trimmed(&self.asked.answer)).unwrap_or_default(),
        }
    }
}

/// The answer as it is kept: what it says of settlement changes by itself and is kept elsewhere.
fn trimmed(answer: &Answer) -> Answer {
    let mut kept = answer.clone();
    let settles = |node: &Node| matches!(node.reason, Reason::Settled | Reason::NotSettled);
    kept.because.retain(|node| !settles(node));
    kept.horizon = None;
    kept
}

impl Hosted {
    /// The fees of somebody up to the running period, oldest first, each with how much.
    pub fn fees(&self, who: &str, on: Date) -> Vec<OwedFee> {
        let fees = self.interpreter().fees(&self.index(), who, on);
        fees.into_iter().map(|fee| self.owed_fee(who, fee, on)).collect()
    }

    fn owed_fee(&self, who: &str, fee: Fee, on: Date) -> OwedFee {
        let period = Some(fee.period.clone());
        let question = Question::Amount { table: fee.table.clone(), who: who.to_owned(), period, at: None };
        OwedFee { asked: Asked { answer: self.judge(&question, on), question }, fee }
    }
}

/// What is due of a member.
struct Due<'d> {
    member: &'d str,
    owed: OwedFee,
}

impl Platform {
    /// Sees that what a member owes for a period is invoiced. Answers the invoice; none: nothing is asked for, or something
    /// is missing.
    #[tracing::instrument(skip_all, fields(network = hosted.slug()))]
    pub fn invoice(
        &self,
        hosted: &Hosted,
        member: &str,
        (fee, period): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Option<Invoice>, Error> {
        self.by_the_newest(hosted, |hosted, unit| {
            let owed = hosted.fees(member, hosted.today(now));
            let Some(owed) = owed.into_iter().find(|owed| owed.fee.table == fee && owed.fee.period == period) else {
                return Ok(None);
            };
            let known = unit.assessment(member, fee, period)?;
            let mut books = Books::new(hosted, unit, Actor::platform(), now);
            let known = known.into_iter().map(|one| (one.member.clone(), one)).collect();
            issue(&mut books, &[Due { member, owed }], known)?;
            let which = Which::For { payer: member.to_owned(), fee: fee.to_owned(), period: period.to_owned() };
            Ok(unit.invoices(&which)?.pop())
        })
    }

    /// Does some work by the register as it is when its end is held: whatever was recorded since it was read counts.
    fn by_the_newest<T>(
        &self,
        hosted: &Hosted,
        work: impl Fn(&Hosted, &mut UnitOfWork<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        for _ in 0..crate::record::TRIES {
            let Some(fresh) = self.hosted(hosted.slug())? else { return Err(NotDone::Missing.into()) };
            let done = self.store.within(fresh.tenant(), |unit| -> Result<Option<T>, Error> {
                let unmoved = (unit.hold()?, unit.days_ahead()?) == (fresh.head(), fresh.days_ahead());
                if unmoved { work(&fresh, unit).map(Some) } else { Ok(None) }
            })?;
            if let Some(done) = done {
                return Ok(done);
            }
        }
        Err(Error::Busy)
    }

    /// Sees that what every member owes for a period is invoiced. Done again it changes only what the charter answers
    /// differently by now.
    #[tracing::instrument(skip_all, fields(network = hosted.slug()))]
    pub fn invoice_all(
        &self,
        hosted: &Hosted,
        (fee, period): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Issued, Error> {
        let members: BTreeSet<&str> = hosted.named().collect();
        let members: Vec<&str> = members.into_iter().collect();
        let mut done = Issued::default();
        for chunk in members.chunks(CHUNK) {
            let part = self.by_the_newest(hosted, |hosted, unit| {
                let today = hosted.today(now);
                let mut due = Vec::new();
                for member in chunk {
                    let fees = hosted.interpreter().fees(&hosted.index(), member, today);
                    let fee = fees.into_iter().find(|known| known.table == fee && known.period == period);
                    due.extend(fee.map(|fee| Due { member, owed: hosted.owed_fee(member, fee, today) }));
                }
                if due.is_empty() {
                    return Ok(Issued::default());
                }
                let known = unit.assessments(fee, period)?.into_iter().map(|one| (one.member.clone(), one)).collect();
                issue(&mut Books::new(hosted, unit, Actor::platform(), now), &due, known)
            })?;
            done.issued += part.issued;
            done.unchanged += part.unchanged;
            done.blocked += part.blocked;
            done.nothing += part.nothing;
        }
        Ok(done)
    }
}

/// Assesses and invoices what is due, where that differs from what is known.
fn issue(books: &mut Books<'_, '_>, due: &[Due<'_>], known: HashMap<String, Assessment>) -> Result<Issued, Error> {
    let mut done = Issued::default();
    let (mut fresh, mut replaced, mut invoices) = (Vec::new(), Vec::new(), Vec::new());
    for one in due {
        let assessment = one.owed.assessment(one.member);
        let before = known.get(one.member);
        let stands =
            before.is_some_and(|before| (before.state, before.amount) == (assessment.state, assessment.amount));
        // What was settled while nothing was invoiced is not asked for.
        let was_asked = before.is_some_and(|before| before.state == AssessmentState::Assessed);
        let settled_before = !was_asked && one.owed.fee.settled;
        match assessment.state {
            AssessmentState::Blocked => done.blocked += 1,
            AssessmentState::Assessed if stands => done.unchanged += 1,
            AssessmentState::Assessed if !settled_before => done.issued += 1,
            _ => done.nothing += 1,
        }
        // What was settled before there were books here is not asked for again.
        if stands || settled_before {
            continue;
        }
        if let Some(before) = before {
            replaced.push(before.id);
            books.take_back_of(before.id)?;
        }
        if let Some(amount) = assessment.amount.filter(|_| assessment.state == AssessmentState::Assessed) {
            invoices.push(invoice_of(books.today(), &assessment, amount, one.owed.fee.due)?);
        }
        fresh.push(assessment);
    }
    books.unit.assess(&fresh, &replaced, books.now)?;
    let series = format!("F-{}", books.today().year());
    books.unit.issue(&series, &invoices, books.now)?;
    let payers: BTreeSet<&str> = invoices.iter().map(|invoice| invoice.assessment.member.as_str()).collect();
    books.use_credits(&payers)?;
    books.write_of_invoices(&invoices)?;
    Ok(done)
}

fn invoice_of(today: Date, assessment: &Assessment, amount: Money, due: Date) -> Result<NewInvoice, Error> {
    let id = Uuid::now_v7();
    let lines = vec![(format!("{}/{}", assessment.fee, assessment.period), amount)];
    let issued = entries::Issued { invoice: InvoiceId(id.as_u128()), payer: assessment.member.clone(), lines };
    let entry = entries::issue(&issued)?;
    // Whoever is invoiced late has the same last day: the charter knows no other.
    let (issued_on, due_on) = (today.to_civil(), due.to_civil());
    Ok(NewInvoice { id, assessment: assessment.clone(), amount, issued_on, due_on, link: new_link(), entry })
}

/// A key that nobody guesses, short enough for a text message.
fn new_link() -> String {
    data_encoding::BASE32_NOPAD.encode(Uuid::new_v4().as_bytes()).to_lowercase()
}
