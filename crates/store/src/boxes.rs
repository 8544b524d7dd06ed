//! The box of secret ballots: papers without voters, receipts without papers.

use diesel::prelude::*;

use crate::schema::{ballot_papers, ballot_receipts};
use crate::{Error, UnitOfWork};

impl UnitOfWork<'_> {
    /// Puts a paper into the box of a ballot, and its receipt among the receipts; nothing joins the two.
    pub fn put_into_the_box(&mut self, ballot: &str, paper: &str, receipt: &str) -> Result<(), Error> {
        diesel::insert_into(ballot_papers::table)
            .values((
                ballot_papers::tenant_id.eq(self.tenant),
                ballot_papers::ballot.eq(ballot),
                ballot_papers::paper.eq(paper),
            ))
            .execute(self.connection)?;
        diesel::insert_into(ballot_receipts::table)
            .values((
                ballot_receipts::tenant_id.eq(self.tenant),
                ballot_receipts::ballot.eq(ballot),
                ballot_receipts::receipt.eq(receipt),
            ))
            .execute(self.connection)?;
        Ok(())
    }

    /// The papers of a box, in an order that says nothing of when they came.
    pub fn papers_in_the_box(&mut self, ballot: &str) -> Result<Vec<String>, Error> {
        let own = ballot_papers::table
            .filter(ballot_papers::tenant_id.eq(self.tenant).and(ballot_papers::ballot.eq(ballot)))
            .order(ballot_papers::id)
            .select(ballot_papers::paper);
        Ok(own.load(self.connection)?)
    }

    /// The receipts of a ballot, in order of their letters.
    pub fn receipts_of(&mut self, ballot: &str) -> Result<Vec<String>, Error> {
        let own = ballot_receipts::table
            .filter(ballot_receipts::tenant_id.eq(self.tenant).and(ballot_receipts::ballot.eq(ballot)))
            .order(ballot_receipts::receipt)
            .select(ballot_receipts::receipt);
        Ok(own.load(self.connection)?)
    }
}
