//! Messages of providers, kept before they are answered; each once, tried until what they point at is booked.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use crate::schema::{followed_accounts, inbox};
use crate::{Error, UnitOfWork};

/// A message that waits to be looked at.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = inbox)]
pub struct Waiting {
    /// From which provider.
    pub account: String,
    /// The provider's name of it.
    #[diesel(column_name = event_id)]
    pub event: String,
    /// What kind it is.
    pub kind: String,
    /// Where it points, as text.
    pub hint: String,
    /// How often it was tried.
    pub tries: i32,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// How it stands: `waiting`, `done`, `parked`, `dead`.
    pub state: String,
    /// What went wrong last.
    pub fault: Option<String>,
}

/// For how long bodies are kept.
const KEPT: i64 = 90;

impl UnitOfWork<'_> {
    /// Keeps a message. Answers whether it was new.
    pub fn keep_message(
        &mut self,
        account: &str,
        (event, kind, hint): (&str, &str, &str),
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let text = String::from_utf8_lossy(body);
        let row = (
            inbox::tenant_id.eq(self.tenant),
            inbox::account.eq(account),
            inbox::event_id.eq(event),
            inbox::kind.eq(kind),
            inbox::hint.eq(hint),
            inbox::body.eq(self.keys.seal(&text, self.bound("inbox"))?),
            inbox::received_at.eq(now),
            inbox::state.eq("waiting"),
            inbox::tries.eq(0),
            inbox::next_at.eq(now),
        );
        let written =
            diesel::insert_into(inbox::table).values(row).on_conflict_do_nothing().execute(self.connection)?;
        Ok(written > 0)
    }

    /// Messages that are to be looked at now, longest waiting first.
    pub fn messages_waiting(&mut self, now: DateTime<Utc>, most: i64) -> Result<Vec<Waiting>, Error> {
        let due = inbox::tenant_id
            .eq(self.tenant)
            .and(inbox::state.eq_any(["waiting", "parked"]))
            .and(inbox::next_at.le(now));
        let oldest = inbox::table.filter(due).order(inbox::next_at).limit(most);
        Ok(oldest.select(Waiting::as_select()).load(self.connection)?)
    }

    /// Messages that are not done, and the newest of those that are.
    pub fn messages(&mut self, most: i64) -> Result<Vec<Waiting>, Error> {
        let own = inbox::table.filter(inbox::tenant_id.eq(self.tenant));
        let newest = own.order((inbox::state.eq("done"), inbox::received_at.desc())).limit(most);
        Ok(newest.select(Waiting::as_select()).load(self.connection)?)
    }

    /// Notes that what a message points at is booked.
    pub fn message_done(&mut self, account: &str, event: &str) -> Result<(), Error> {
        let own = inbox::table.find((self.tenant, account, event));
        diesel::update(own).set((inbox::state.eq("done"), inbox::fault.eq(None::<String>))).execute(self.connection)?;
        Ok(())
    }

    /// Notes that a message could not be followed: it is tried again, ever later, and never given up.
    pub fn message_parked(&mut self, message: &Waiting, fault: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let tries = message.tries.saturating_add(1);
        let pause = Duration::seconds(5_i64.saturating_mul(1_i64 << tries.clamp(0, 10)));
        let set = (
            inbox::state.eq("parked"),
            inbox::tries.eq(tries),
            inbox::next_at.eq(now + pause),
            inbox::fault.eq(fault.chars().take(500).collect::<String>()),
        );
        let own = inbox::table.find((self.tenant, &message.account, &message.event));
        diesel::update(own).set(set).execute(self.connection)?;
        Ok(())
    }

    /// Lets messages of an account that came in a time be looked at again. Answers how many.
    pub fn replay(
        &mut self,
        account: &str,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<usize, Error> {
        let own = inbox::tenant_id.eq(self.tenant).and(inbox::account.eq(account));
        let own = inbox::table.filter(own.and(inbox::received_at.between(from, to)));
        Ok(diesel::update(own).set((inbox::state.eq("waiting"), inbox::next_at.eq(now))).execute(self.connection)?)
    }

    /// Empties the bodies of old messages. Answers how many.
    pub fn empty_old_messages(&mut self, now: DateTime<Utc>) -> Result<usize, Error> {
        let old = inbox::tenant_id.eq(self.tenant).and(inbox::received_at.lt(now - Duration::days(KEPT)));
        let old = inbox::table.filter(old.and(inbox::body.ne(Vec::<u8>::new())));
        Ok(diesel::update(old).set(inbox::body.eq(Vec::<u8>::new())).execute(self.connection)?)
    }

    /// How far an account was followed.
    pub fn followed_to(&mut self, account: &str) -> Result<Option<DateTime<Utc>>, Error> {
        let own = followed_accounts::table.find((self.tenant, account)).select(followed_accounts::followed_to);
        Ok(own.first(self.connection).optional()?)
    }

    /// Notes how far an account was followed.
    pub fn set_followed_to(&mut self, account: &str, to: DateTime<Utc>) -> Result<(), Error> {
        diesel::insert_into(followed_accounts::table)
            .values((
                followed_accounts::tenant_id.eq(self.tenant),
                followed_accounts::account.eq(account),
                followed_accounts::followed_to.eq(to),
            ))
            .on_conflict((followed_accounts::tenant_id, followed_accounts::account))
            .do_update()
            .set(followed_accounts::followed_to.eq(to))
            .execute(self.connection)?;
        Ok(())
    }
}
