//! Assessments and invoices. What is still owed on one is the sum of its receivable postings.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Date, Nullable, Text, Uuid as SqlUuid};
use kernel::Money;
use ledger::Entry;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{ROWS, money};
use crate::schema::{assessments, declarations, invoices};
use crate::{Error, UnitOfWork};

/// How an assessment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessmentState {
    /// The charter says an amount.
    Assessed,
    /// Something is missing that the charter needs.
    Blocked,
    /// The charter asks for nothing.
    Nil,
    /// A later one stands in its place.
    Superseded,
}

impl AssessmentState {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            AssessmentState::Assessed => "assessed",
            AssessmentState::Blocked => "blocked",
            AssessmentState::Nil => "nil",
            AssessmentState::Superseded => "superseded",
        }
    }

    fn named(name: &str) -> AssessmentState {
        match name {
            "assessed" => AssessmentState::Assessed,
            "blocked" => AssessmentState::Blocked,
            "nil" => AssessmentState::Nil,
            _ => AssessmentState::Superseded,
        }
    }
}

/// What the charter asks of a member for a period, as it answered.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its identifier.
    pub id: Uuid,
    /// Of whom.
    pub member: String,
    /// By which table.
    pub fee: String,
    /// For which period.
    pub period: String,
    /// How much, if the charter says.
    pub amount: Option<Money>,
    /// How it stands.
    pub state: AssessmentState,
    /// The answer with its reasons, as JSON.
    pub answer: String,
}

/// Income that was declared in another currency than the charter's.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = declarations)]
pub struct Declaration {
    /// The act that declares it.
    #[diesel(column_name = act_id)]
    pub act: String,
    /// Whose income.
    pub member: String,
    /// Which fact.
    pub fact: String,
    /// As it was said.
    pub given: String,
    /// How much of it one unit of the charter's currency costs.
    pub rate: String,
    /// Where the rate comes from.
    pub source: String,
}

/// An invoice that is to be issued.
#[derive(Clone, Debug)]
pub struct NewInvoice {
    /// Its identifier.
    pub id: Uuid,
    /// The assessment that it asks for.
    pub assessment: Assessment,
    /// How much.
    pub amount: Money,
    /// Its day.
    pub issued_on: NaiveDate,
    /// The last day on which paying is in time.
    pub due_on: NaiveDate,
    /// The key with which anybody who has it can pay.
    pub link: String,
    /// The entry that books it.
    pub entry: Entry,
}

/// An invoice and what is still owed on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Its identifier.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// The assessment that it asks for.
    pub assessment: Uuid,
    /// Who owes it.
    pub payer: String,
    /// By which table.
    pub fee: String,
    /// For which period.
    pub period: String,
    /// How much.
    pub amount: Money,
    /// What is still owed.
    pub open: Money,
    /// Its day.
    pub issued_on: NaiveDate,
    /// The last day on which paying is in time.
    pub due_on: NaiveDate,
    /// When it was taken back.
    pub cancelled_on: Option<NaiveDate>,
}

impl Invoice {
    /// Whether something is owed on it that should have been paid by now: from the day after the last day, as the network's own
    /// calendar has it.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.cancelled_on.is_none() && self.open.is_positive() && self.due_on < today
    }
}

/// Which invoices.
#[derive(Clone, Debug)]
pub enum Which {
    /// All of them.
    All,
    /// What somebody owes or owed.
    OfPayer(String),
    /// These, in this order.
    These(Vec<Uuid>),
    /// The one whose key this is, on a day: the key of what is settled opens it for half a year more.
    WithLink(String, NaiveDate),
    /// Of somebody, by a table, for a period.
    For {
        /// Who.
        payer: String,
        /// By which table.
        fee: String,
        /// For which period.
        period: String,
    },
    /// Every one on which something is owed.
    Open,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = SqlUuid)]
    assessment_id: Uuid,
    #[diesel(sql_type = Text)]
    payer: String,
    #[diesel(sql_type = Text)]
    fee: String,
    #[diesel(sql_type = Text)]
    period: String,
    #[diesel(sql_type = Text)]
    currency: String,
    #[diesel(sql_type = BigInt)]
    minor: i64,
    #[diesel(sql_type = BigInt)]
    open: i64,
    #[diesel(sql_type = Date)]
    issued_on: NaiveDate,
    #[diesel(sql_type = Date)]
    due_on: NaiveDate,
    #[diesel(sql_type = Nullable<Date>)]
    cancelled_on: Option<NaiveDate>,
}

impl Row {
    fn invoice(self) -> Result<Invoice, Error> {
        Ok(Invoice {
            id: self.id,
            number: self.number,
            assessment: self.assessment_id,
            payer: self.payer,
            fee: self.fee,
            period: self.period,
            amount: money(&self.currency, self.minor)?,
            open: money(&self.currency, self.open)?,
            issued_on: self.issued_on,
            due_on: self.due_on,
            cancelled_on: self.cancelled_on,
        })
    }
}

/// Invoices that pass a condition, with what is owed; parameters from the second on are the condition's.
fn select(condition: &str) -> String {
    format!(
        "SELECT i.id, i.number, i.assessment_id, i.payer, i.fee, i.period, i.currency::text, i.minor, \
         coalesce(o.open, 0)::bigint AS open, i.issued_on, i.due_on, i.cancelled_on \
         FROM invoices i LEFT JOIN LATERAL (SELECT sum(p.minor) AS open FROM postings p \
         WHERE p.tenant_id = i.tenant_id AND p.invoice_id = i.id AND p.account = 'receivable') o ON true \
         WHERE i.tenant_id = $1 AND {condition} ORDER BY i.due_on, i.number"
    )
}

/// The hash by which a key is found.
fn hash_of(link: &str) -> Vec<u8> {
    Sha256::digest(link.as_bytes()).to_vec()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = assessments)]
struct AssessmentRow {
    id: Uuid,
    member: String,
    fee: String,
    period: String,
    currency: Option<String>,
    minor: Option<i64>,
    state: String,
    answer: String,
}

fn assessment(row: AssessmentRow) -> Result<Assessment, Error> {
    let AssessmentRow { id, member, fee, period, currency, minor, state, answer } = row;
    let amount = currency.zip(minor).map(|(currency, minor)| money(&currency, minor)).transpose()?;
    Ok(Assessment { id, member, fee, period, amount, state: AssessmentState::named(&state), answer })
}

impl UnitOfWork<'_> {
    /// Invoices, oldest due first.
    pub fn invoices(&mut self, which: &Which) -> Result<Vec<Invoice>, Error> {
        let rows: Vec<Row> = match which {
            Which::All => diesel::sql_query(select("true")).bind::<SqlUuid, _>(self.tenant).load(self.connection)?,
            Which::OfPayer(payer) => diesel::sql_query(select("i.payer = $2"))
                .bind::<SqlUuid, _>(self.tenant)
                .bind::<Text, _>(payer)
                .load(self.connection)?,
            Which::These(ids) => diesel::sql_query(select("i.id = ANY($2)"))
                .bind::<SqlUuid, _>(self.tenant)
                .bind::<Array<SqlUuid>, _>(ids)
                .load(self.connection)?,
            Which::WithLink(link, on) => diesel::sql_query(select(
                "i.link_hash = $2 AND (coalesce(o.open, 0) > 0 OR greatest(i.due_on, i.issued_on) >= $3 - 183)",
            ))
            .bind::<SqlUuid, _>(self.tenant)
            .bind::<Binary, _>(hash_of(link))
            .bind::<Date, _>(*on)
            .load(self.connection)?,
            Which::For { payer, fee, period } => {
                diesel::sql_query(select("i.payer = $2 AND i.fee = $3 AND i.period = $4 AND i.cancelled_on IS NULL"))
                    .bind::<SqlUuid, _>(self.tenant)
                    .bind::<Text, _>(payer)
                    .bind::<Text, _>(fee)
                    .bind::<Text, _>(period)
                    .load(self.connection)?
            }
            Which::Open => diesel::sql_query(select("i.cancelled_on IS NULL AND o.open > 0"))
                .bind::<SqlUuid, _>(self.tenant)
                .load(self.connection)?,
        };
        let mut found = rows.into_iter().map(Row::invoice).collect::<Result<Vec<_>, _>>()?;
        if let Which::These(ids) = which {
            found.sort_by_key(|invoice| ids.iter().position(|id| *id == invoice.id));
        }
        Ok(found)
    }

    /// Every invoice of an assessment.
    pub fn invoices_of_assessment(&mut self, assessment: Uuid) -> Result<Vec<Invoice>, Error> {
        let rows: Vec<Row> = diesel::sql_query(select("i.assessment_id = $2"))
            .bind::<SqlUuid, _>(self.tenant)
            .bind::<SqlUuid, _>(assessment)
            .load(self.connection)?;
        rows.into_iter().map(Row::invoice).collect()
    }

    /// The invoice of a number.
    pub fn invoice_numbered(&mut self, number: &str) -> Result<Option<Invoice>, Error> {
        let rows: Vec<Row> = diesel::sql_query(select("i.number = $2"))
            .bind::<SqlUuid, _>(self.tenant)
            .bind::<Text, _>(number)
            .load(self.connection)?;
        rows.into_iter().next().map(Row::invoice).transpose()
    }

    /// Holds an invoice until the end of the transaction: whoever books on it holds it, whoever writes to somebody about it
    /// sees that it is not being paid meanwhile.
    pub fn hold_invoices(&mut self, ids: &[Uuid]) -> Result<(), Error> {
        let own = invoices::table.filter(invoices::tenant_id.eq(self.tenant).and(invoices::id.eq_any(ids)));
        let held = own.order(invoices::id).select(invoices::id).for_no_key_update();
        held.load::<Uuid>(self.connection)?;
        Ok(())
    }

    /// The key with which anybody who has it can pay an invoice.
    pub fn link_of(&mut self, invoice: Uuid) -> Result<Option<String>, Error> {
        let own = invoices::table.find((self.tenant, invoice)).select(invoices::link);
        let sealed: Option<Vec<u8>> = own.first(self.connection).optional()?;
        sealed.map(|sealed| self.keys.open(&sealed, self.bound("link"))).transpose()
    }

    /// The assessment of somebody for a period that stands.
    pub fn assessment(&mut self, member: &str, fee: &str, period: &str) -> Result<Option<Assessment>, Error> {
        let own = assessments::tenant_id.eq(self.tenant).and(assessments::member.eq(member));
        let own = own.and(assessments::fee.eq(fee)).and(assessments::period.eq(period));
        let own =
            assessments::table.filter(own.and(assessments::state.ne("superseded"))).select(AssessmentRow::as_select());
        own.first(self.connection).optional()?.map(assessment).transpose()
    }

    /// One assessment.
    pub fn assessment_of(&mut self, id: Uuid) -> Result<Option<Assessment>, Error> {
        let own = assessments::table.find((self.tenant, id)).select(AssessmentRow::as_select());
        own.first(self.connection).optional()?.map(assessment).transpose()
    }

    /// The assessments that stand for a fee and period.
    pub fn assessments(&mut self, fee: &str, period: &str) -> Result<Vec<Assessment>, Error> {
        let own = assessments::tenant_id.eq(self.tenant).and(assessments::fee.eq(fee));
        let own = own.and(assessments::period.eq(period)).and(assessments::state.ne("superseded"));
        let own = assessments::table.filter(own).order(assessments::member).select(AssessmentRow::as_select());
        let rows = own.load(self.connection)?;
        rows.into_iter().map(assessment).collect()
    }

    /// Puts assessments on file; those that stood before are superseded.
    pub fn assess(&mut self, fresh: &[Assessment], replaced: &[Uuid], now: DateTime<Utc>) -> Result<(), Error> {
        for part in replaced.chunks(ROWS) {
            let own = assessments::tenant_id.eq(self.tenant).and(assessments::id.eq_any(part));
            diesel::update(assessments::table.filter(own))
                .set(assessments::state.eq("superseded"))
                .execute(self.connection)?;
        }
        for part in fresh.chunks(ROWS) {
            let rows: Vec<_> = part
                .iter()
                .map(|one| {
                    (
                        assessments::tenant_id.eq(self.tenant),
                        assessments::id.eq(one.id),
                        assessments::member.eq(&one.member),
                        assessments::fee.eq(&one.fee),
                        assessments::period.eq(&one.period),
                        assessments::currency.eq(one.amount.map(|amount| amount.currency().code())),
                        assessments::minor.eq(one.amount.map(Money::minor)),
                        assessments::state.eq(one.state.name()),
                        assessments::answer.eq(&one.answer),
                        assessments::assessed_at.eq(now),
                    )
                })
                .collect();
            diesel::insert_into(assessments::table).values(rows).execute(self.connection)?;
        }
        Ok(())
    }

    /// Issues invoices: numbered one after another, and booked.
    pub fn issue(&mut self, series: &str, fresh: &[NewInvoice], now: DateTime<Utc>) -> Result<Vec<String>, Error> {
        let numbers = self.take_numbers(series, fresh.len())?;
        for part in fresh.iter().zip(&numbers).collect::<Vec<_>>().chunks(ROWS) {
            let mut rows = Vec::new();
            for (one, number) in part {
                rows.push((
                    invoices::tenant_id.eq(self.tenant),
                    invoices::id.eq(one.id),
                    invoices::number.eq(*number),
                    invoices::assessment_id.eq(one.assessment.id),
                    invoices::payer.eq(&one.assessment.member),
                    invoices::fee.eq(&one.assessment.fee),
                    invoices::period.eq(&one.assessment.period),
                    invoices::currency.eq(one.amount.currency().code()),
                    invoices::minor.eq(one.amount.minor()),
                    invoices::issued_on.eq(one.issued_on),
                    invoices::due_on.eq(one.due_on),
                    invoices::link_hash.eq(hash_of(&one.link)),
                    invoices::link.eq(self.keys.seal(&one.link, self.bound("link"))?),
                ));
            }
            diesel::insert_into(invoices::table).values(rows).execute(self.connection)?;
        }
        let closed = self.closed_through()?.and_then(|through| through.succ_opt());
        let mut by_day: std::collections::BTreeMap<NaiveDate, Vec<(Uuid, String, String, Entry)>> = Default::default();
        for (one, number) in fresh.iter().zip(&numbers) {
            let on = closed.map_or(one.issued_on, |closed| closed.max(one.issued_on));
            let says = format!("{number} {}", one.assessment.member);
            by_day.entry(on).or_default().push((Uuid::now_v7(), format!("issue:{}", one.id), says, one.entry.clone()));
        }
        for (on, booked) in by_day {
            self.book_all(on, &booked, now)?;
        }
        Ok(numbers)
    }

    /// Notes that an invoice was taken back.
    pub fn cancel(&mut self, invoice: Uuid, on: NaiveDate) -> Result<(), Error> {
        let own = invoices::table.find((self.tenant, invoice));
        diesel::update(own).set(invoices::cancelled_on.eq(on)).execute(self.connection)?;
        Ok(())
    }

    /// Keeps what was declared in another currency.
    pub fn declare(&mut self, declared: &Declaration, now: DateTime<Utc>) -> Result<(), Error> {
        let row = (
            declarations::tenant_id.eq(self.tenant),
            declarations::act_id.eq(&declared.act),
            declarations::member.eq(&declared.member),
            declarations::fact.eq(&declared.fact),
            declarations::given.eq(&declared.given),
            declarations::rate.eq(&declared.rate),
            declarations::source.eq(&declared.source),
            declarations::declared_at.eq(now),
        );
        diesel::insert_into(declarations::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok(())
    }

    /// What somebody declared in other currencies, newest first.
    pub fn declarations(&mut self, member: &str) -> Result<Vec<Declaration>, Error> {
        let own = declarations::tenant_id.eq(self.tenant).and(declarations::member.eq(member));
        let newest = declarations::table.filter(own).order(declarations::declared_at.desc());
        Ok(newest.select(Declaration::as_select()).load(self.connection)?)
    }
}
