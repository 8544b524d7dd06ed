//! Lines of the bank's statement, and what does not agree between the books and others.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use kernel::Money;

use super::money;
use crate::schema::{bank_lines, money_findings};
use crate::{Error, UnitOfWork};

/// A line of a statement.
#[derive(Clone, Debug)]
pub struct BankLine {
    /// The bank's name of it.
    pub reference: String,
    /// Its day.
    pub on: NaiveDate,
    /// How much: more than nothing came in.
    pub amount: Money,
    /// What stands there.
    pub text: String,
    /// What it was found to be; none: it is not known yet.
    pub matched_by: Option<String>,
}

/// Something that does not agree.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = money_findings)]
pub struct MoneyFinding {
    /// With whom.
    pub account: String,
    /// What kind.
    pub kind: String,
    /// About what.
    pub reference: String,
    /// Since when it is known.
    pub seen_at: DateTime<Utc>,
    /// What it says.
    pub detail: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = bank_lines)]
struct Row {
    reference: String,
    on_day: NaiveDate,
    currency: String,
    minor: i64,
    text: Vec<u8>,
    matched_by: Option<String>,
}

impl UnitOfWork<'_> {
    /// Keeps a line. Answers whether it was new.
    pub fn keep_bank_line(&mut self, line: &BankLine) -> Result<bool, Error> {
        let row = (
            bank_lines::tenant_id.eq(self.tenant),
            bank_lines::reference.eq(&line.reference),
            bank_lines::on_day.eq(line.on),
            bank_lines::currency.eq(line.amount.currency().code()),
            bank_lines::minor.eq(line.amount.minor()),
            bank_lines::text.eq(self.keys.seal(&line.text, self.bound("bank"))?),
        );
        let written =
            diesel::insert_into(bank_lines::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok(written > 0)
    }

    /// Lines, those that nobody has matched first.
    pub fn bank_lines(&mut self, most: i64) -> Result<Vec<BankLine>, Error> {
        let own = bank_lines::table.filter(bank_lines::tenant_id.eq(self.tenant));
        let rows = own
            .order((bank_lines::matched_by.is_not_null(), bank_lines::on_day.desc()))
            .limit(most)
            .select(Row::as_select())
            .load(self.connection)?;
        rows.into_iter().map(|row| self.bank_line_of(row)).collect()
    }

    /// One line.
    pub fn bank_line(&mut self, reference: &str) -> Result<Option<BankLine>, Error> {
        let own = bank_lines::table.find((self.tenant, reference)).select(Row::as_select());
        let row = own.first(self.connection).optional()?;
        row.map(|row| self.bank_line_of(row)).transpose()
    }

    fn bank_line_of(&self, row: Row) -> Result<BankLine, Error> {
        let Row { reference, on_day: on, currency, minor, text, matched_by } = row;
        let text = self.keys.open(&text, self.bound("bank"))?;
        Ok(BankLine { reference, on, amount: money(&currency, minor)?, text, matched_by })
    }

    /// Notes what a line was found to be.
    pub fn match_bank_line(&mut self, reference: &str, by: &str) -> Result<(), Error> {
        let own = bank_lines::table.find((self.tenant, reference));
        diesel::update(own).set(bank_lines::matched_by.eq(by)).execute(self.connection)?;
        Ok(())
    }

    /// Notes that something does not agree; once.
    pub fn find_money(&mut self, finding: &MoneyFinding) -> Result<(), Error> {
        let row = (
            money_findings::tenant_id.eq(self.tenant),
            money_findings::account.eq(&finding.account),
            money_findings::kind.eq(&finding.kind),
            money_findings::reference.eq(&finding.reference),
            money_findings::seen_at.eq(finding.seen_at),
            money_findings::detail.eq(&finding.detail),
        );
        diesel::insert_into(money_findings::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok(())
    }

    /// What does not agree and nobody has resolved.
    pub fn money_findings(&mut self) -> Result<Vec<MoneyFinding>, Error> {
        let own = money_findings::tenant_id.eq(self.tenant).and(money_findings::resolved_at.is_null());
        let oldest = money_findings::table.filter(own).order(money_findings::seen_at);
        Ok(oldest.select(MoneyFinding::as_select()).load(self.connection)?)
    }

    /// Notes how something was resolved.
    pub fn resolve_money(
        &mut self,
        (account, kind, reference): (&str, &str, &str),
        how: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let own = money_findings::table.find((self.tenant, account, kind, reference));
        let set = (money_findings::resolved_at.eq(now), money_findings::resolution.eq(how));
        diesel::update(own).set(set).execute(self.connection)?;
        Ok(())
    }
}
