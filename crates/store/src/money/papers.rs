//! What was written and numbered, as it was then; and the numbers, none of which is missing.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::schema::papers;
use crate::{Error, UnitOfWork};

/// What kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// Says what was paid.
    Receipt,
    /// Takes an invoice back.
    CreditNote,
}

impl PaperKind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            PaperKind::Receipt => "receipt",
            PaperKind::CreditNote => "credit-note",
        }
    }

    fn named(name: &str) -> PaperKind {
        match name {
            "receipt" => PaperKind::Receipt,
            _ => PaperKind::CreditNote,
        }
    }
}

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its identifier.
    pub id: Uuid,
    /// Of what kind.
    pub kind: PaperKind,
    /// Its number.
    pub number: String,
    /// To whom.
    pub payer: String,
    /// The invoice that it is about.
    pub invoice: Option<Uuid>,
    /// The payment that it is about.
    pub payment: Option<Uuid>,
    /// What it says, as JSON.
    pub snapshot: String,
    /// When.
    pub issued_at: DateTime<Utc>,
}

#[derive(QueryableByName)]
struct Last {
    #[diesel(sql_type = BigInt)]
    last: i64,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = papers)]
struct Row {
    id: Uuid,
    kind: String,
    number: String,
    payer: String,
    invoice_id: Option<Uuid>,
    payment_id: Option<Uuid>,
    snapshot: String,
    issued_at: DateTime<Utc>,
}

fn paper(row: Row) -> Paper {
    let Row { id, kind, number, payer, invoice_id: invoice, payment_id: payment, snapshot, issued_at } = row;
    Paper { id, kind: PaperKind::named(&kind), number, payer, invoice, payment, snapshot, issued_at }
}

impl UnitOfWork<'_> {
    /// Takes the next numbers of a series. They are given back if the transaction is.
    pub fn take_numbers(&mut self, series: &str, how_many: usize) -> Result<Vec<String>, Error> {
        let count = i64::try_from(how_many).unwrap_or(i64::MAX);
        if count == 0 {
            return Ok(Vec::new());
        }
        let taken = diesel::sql_query(
            "INSERT INTO series (tenant_id, code, last) VALUES ($1, $2, $3) \
             ON CONFLICT (tenant_id, code) DO UPDATE SET last = series.last + $3 RETURNING last",
        );
        let taken = taken.bind::<SqlUuid, _>(self.tenant).bind::<Text, _>(series).bind::<BigInt, _>(count);
        let row: Last = taken.get_result(self.connection)?;
        let first = row.last.saturating_sub(count).saturating_add(1);
        Ok((first..=row.last).map(|number| format!("{series}-{number:04}")).collect())
    }

    /// Puts a paper on file.
    pub fn write_paper(&mut self, paper: &Paper) -> Result<(), Error> {
        let row = (
            papers::tenant_id.eq(self.tenant),
            papers::id.eq(paper.id),
            papers::kind.eq(paper.kind.name()),
            papers::number.eq(&paper.number),
            papers::payer.eq(&paper.payer),
            papers::invoice_id.eq(paper.invoice),
            papers::payment_id.eq(paper.payment),
            papers::snapshot.eq(&paper.snapshot),
            papers::issued_at.eq(paper.issued_at),
        );
        diesel::insert_into(papers::table).values(row).execute(self.connection)?;
        Ok(())
    }

    /// One paper, by its number.
    pub fn paper(&mut self, number: &str) -> Result<Option<Paper>, Error> {
        let own = papers::table.filter(papers::tenant_id.eq(self.tenant).and(papers::number.eq(number)));
        Ok(own.select(Row::as_select()).first(self.connection).optional()?.map(paper))
    }

    /// Papers to somebody, or all, newest first.
    pub fn papers(&mut self, payer: Option<&str>, most: i64) -> Result<Vec<Paper>, Error> {
        let mut own = papers::table.filter(papers::tenant_id.eq(self.tenant)).into_boxed();
        if let Some(payer) = payer {
            own = own.filter(papers::payer.eq(payer));
        }
        let rows = own
            .order((papers::issued_at.desc(), papers::number.desc()))
            .limit(most)
            .select(Row::as_select())
            .load(self.connection)?;
        Ok(rows.into_iter().map(paper).collect())
    }

    /// Papers about a payment.
    pub fn papers_of_payment(&mut self, payment: Uuid) -> Result<Vec<Paper>, Error> {
        let own = papers::table.filter(papers::tenant_id.eq(self.tenant).and(papers::payment_id.eq(payment)));
        let rows = own.order(papers::number).select(Row::as_select()).load(self.connection)?;
        Ok(rows.into_iter().map(paper).collect())
    }
}
