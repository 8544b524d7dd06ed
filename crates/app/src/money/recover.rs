//! What brings the books up to what is true at providers, whatever was lost on the way: messages that wait, payments of which
//! nothing was heard, what changed since an account was last followed.

use chrono::{DateTime, Duration, Utc};
use payments::{Brand, Event, Fault, Headers, Hint, NotGenuine};
use store::{Attempt, MoneyFinding, Waiting};

use super::NotDone;
use super::settings::Open;
use crate::{Error, Hosted, Platform};

/// How long nothing is asked while a message may still come.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Of a payment that was begun.
    pub attempts: Duration,
    /// Of an account as a whole.
    pub accounts: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { attempts: Duration::minutes(10), accounts: Duration::hours(1) }
    }
}

/// What a round came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// Messages that were followed to the end.
    pub messages: usize,
    /// Payments that were looked at.
    pub looked_at: usize,
    /// Entries that were new.
    pub booked: usize,
    /// What could not be followed now; it is tried again.
    pub put_off: usize,
}

/// How many messages and payments one round takes.
const MOST: i64 = 200;
/// Changes of an account are read from before where it was left: some providers list them hours late. In hours.
const OVERLAP: i64 = 24;
/// Payouts are listed by the day on which they arrive, and known as paid some days after that.
const PAYOUTS: i64 = 14;
/// How far back an account is followed the first time, in days.
const FIRST: i64 = 30;
/// What nobody could follow for so many tries is shown to the treasurer.
const SHOWN: i32 = 9;

/// Where a message points, as text.
fn written(hint: &Hint) -> String {
    match hint {
        Hint::Session(id) => format!("session {id}"),
        Hint::Payment(id) => format!("payment {id}"),
        Hint::Nothing => String::from("nothing"),
    }
}

fn read(text: &str) -> Hint {
    match text.split_once(' ') {
        Some(("session", id)) => Hint::Session(id.to_owned()),
        Some(("payment", id)) => Hint::Payment(id.to_owned()),
        _ => Hint::Nothing,
    }
}

impl Platform {
    /// Takes a message of a provider: proved, then kept. Nothing else is done before it is answered.
    pub fn take_message(
        &self,
        hosted: &Hosted,
        brand: Brand,
        headers: &Headers,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Result<Event, NotGenuine>, Error> {
        let open = match self.open_provider(hosted, brand, now) {
            Ok(open) => open,
            Err(Error::Money(_)) => return Ok(Err(NotGenuine::Account)),
            Err(other) => return Err(other),
        };
        let event = match open.provider.verify(headers, body, Utc::now()) {
            Ok(event) => event,
            Err(not_genuine) => return Ok(Err(not_genuine)),
        };
        let hint = written(&event.hint);
        self.store.within(hosted.tenant(), |unit| -> Result<(), Error> {
            unit.keep_message(brand.name(), (&event.id, &event.kind, &hint), body, now)?;
            Ok(())
        })?;
        Ok(Ok(event))
    }

    /// Follows the money of a network: its messages, its payments under way, its accounts.
    #[tracing::instrument(skip_all, fields(network = slug))]
    pub fn follow_money(&self, slug: &str, patience: Patience, now: DateTime<Utc>) -> Result<Followed, Error> {
        let Some(hosted) = self.hosted(slug)? else { return Ok(Followed::default()) };
        let mut followed = Followed::default();
        self.follow_messages(&hosted, &mut followed, now)?;
        self.follow_attempts(&hosted, patience, &mut followed, now)?;
        self.follow_accounts(&hosted, patience, &mut followed, now)?;
        Ok(followed)
    }

    fn follow_messages(&self, hosted: &Hosted, followed: &mut Followed, now: DateTime<Utc>) -> Result<(), Error> {
        let waiting =
            self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.messages_waiting(now, MOST)?) })?;
        for message in &waiting {
            match self.follow_hint(hosted, &message.account, &read(&message.hint), now) {
                Ok(booked) => {
                    followed.booked += booked;
                    followed.messages += 1;
                    let done = |unit: &mut store::UnitOfWork<'_>| -> Result<(), Error> {
                        Ok(unit.message_done(&message.account, &message.event)?)
                    };
                    self.store.within(hosted.tenant(), done)?;
                }
                // One message that cannot be followed keeps no other from it.
                Err(fault) => {
                    followed.put_off += 1;
                    self.put_off(hosted, message, &fault, now)?;
                }
            }
        }
        Ok(())
    }

    fn put_off(&self, hosted: &Hosted, message: &Waiting, fault: &Error, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| -> Result<(), Error> {
            unit.message_parked(message, &fault.to_string(), now)?;
            if message.tries >= SHOWN {
                unit.find_money(&MoneyFinding {
                    account: message.account.clone(),
                    kind: String::from("not-followed"),
                    reference: message.event.clone(),
                    seen_at: now,
                    detail: fault.to_string(),
                })?;
            }
            Ok(())
        })
    }

    /// Looks where a hint points and books what is true there. Answers how many entries were new.
    fn follow_hint(&self, hosted: &Hosted, account: &str, hint: &Hint, now: DateTime<Utc>) -> Result<usize, Error> {
        if *hint == Hint::Nothing {
            return Ok(0);
        }
        let brand = account.parse().map_err(|()| NotDone::NoAccount)?;
        let open = self.open_provider(hosted, brand, now)?;
        let snapshot = open.provider.look(hint).map_err(NotDone::from)?;
        Ok(self.apply(hosted, account, open.mode, &snapshot, now)?.booked)
    }

    fn follow_attempts(
        &self,
        hosted: &Hosted,
        patience: Patience,
        followed: &mut Followed,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let since = now - patience.attempts;
        let live = self
            .store
            .within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.attempts_to_look_at(since, MOST)?) })?;
        for attempt in &live {
            match self.follow_attempt(hosted, attempt, now) {
                Ok(booked) => {
                    followed.looked_at += 1;
                    followed.booked += booked;
                }
                Err(fault) => {
                    tracing::warn!(%fault, attempt = %attempt.id, "a payment cannot be looked at now");
                    followed.put_off += 1;
                }
            }
        }
        Ok(())
    }

    fn follow_attempt(&self, hosted: &Hosted, attempt: &Attempt, now: DateTime<Utc>) -> Result<usize, Error> {
        let is_over = attempt.until < now;
        let Some(session) = &attempt.session else {
            // Nobody was shown a page of it. Should it exist there and be paid, the account's changes tell of it.
            if is_over {
                self.decide(hosted, attempt, "expired", now)?;
            }
            return Ok(0);
        };
        let brand = attempt.account.parse().map_err(|()| NotDone::NoAccount)?;
        let open = self.open_provider(hosted, brand, now)?;
        let closed = if is_over { open.provider.close(session) } else { Ok(()) };
        let looked = closed.and_then(|()| open.provider.look(&Hint::Session(session.clone())));
        let snapshot = match looked {
            Ok(snapshot) => snapshot,
            // The account was exchanged for another: nobody can pay there through us any more.
            Err(Fault::Unknown) => {
                self.decide(hosted, attempt, "expired", now)?;
                return Ok(0);
            }
            Err(fault) => return Err(NotDone::from(fault).into()),
        };
        let applied = self.apply(hosted, &attempt.account, open.mode, &snapshot, now)?;
        if is_over && applied.state == payments::State::Open {
            self.decide(hosted, attempt, "expired", now)?;
        }
        Ok(applied.booked)
    }

    fn follow_accounts(
        &self,
        hosted: &Hosted,
        patience: Patience,
        followed: &mut Followed,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        for brand in [Brand::Stripe, Brand::Paypal] {
            let open = match self.open_provider(hosted, brand, now) {
                Ok(open) => open,
                Err(Error::Money(_)) => continue,
                Err(other) => return Err(other),
            };
            match self.follow_account(hosted, brand, &open, patience, now) {
                Ok(booked) => followed.booked += booked,
                Err(fault) => {
                    tracing::warn!(%fault, brand = brand.name(), "an account cannot be followed now");
                    followed.put_off += 1;
                }
            }
        }
        Ok(())
    }

    /// Looks at everything that changed in an account since it was last followed. Where anything cannot be looked at, it is
    /// begun again from the same place.
    fn follow_account(
        &self,
        hosted: &Hosted,
        brand: Brand,
        open: &Open,
        patience: Patience,
        now: DateTime<Utc>,
    ) -> Result<usize, Error> {
        let account = brand.name();
        let followed =
            self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.followed_to(account)?) })?;
        if followed.is_some_and(|followed| followed > now - patience.accounts) {
            return Ok(0);
        }
        let since = followed.unwrap_or(now - Duration::days(FIRST)) - Duration::hours(OVERLAP);
        let touched = open.provider.changes(since, now).map_err(NotDone::from)?;
        let mut hints: Vec<Hint> = touched.into_iter().map(|touched| touched.at).collect();
        hints.extend(self.disputed(hosted, account)?);
        hints.sort();
        hints.dedup();
        let (mut booked, mut failed) = (0_usize, None);
        for hint in &hints {
            let looked = match open.provider.look(hint) {
                Ok(snapshot) => self.apply(hosted, account, open.mode, &snapshot, now).map(|applied| applied.booked),
                // Something of this account that was never begun here, such as a payment by hand.
                Err(Fault::Unknown) => Ok(0),
                Err(fault) => Err(NotDone::from(fault).into()),
            };
            // One that cannot be looked at keeps no other from it; the account is begun again from the same place.
            match looked {
                Ok(new) => booked += new,
                Err(fault) => failed = Some(fault),
            }
        }
        self.follow_payouts(hosted, account, open, since - Duration::days(PAYOUTS), now)?;
        if let Some(fault) = failed {
            tracing::warn!(%fault, account, "something of an account cannot be looked at now");
            return Ok(booked);
        }
        self.store.within(hosted.tenant(), |unit| -> Result<(), Error> {
            unit.empty_old_messages(now)?;
            Ok(unit.set_followed_to(account, now)?)
        })?;
        Ok(booked)
    }

    /// Payments with a dispute that is not decided: providers list disputes by when they began.
    fn disputed(&self, hosted: &Hosted, account: &str) -> Result<Vec<Hint>, Error> {
        let booked =
            self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.disputed_payments(account)?) })?;
        Ok(booked.into_iter().map(Hint::Payment).collect())
    }

    /// Lets messages that came in a time be followed again. Nothing that is booked is booked again.
    pub fn replay(
        &self,
        hosted: &Hosted,
        brand: Brand,
        (from, to): (DateTime<Utc>, DateTime<Utc>),
        now: DateTime<Utc>,
    ) -> Result<usize, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.replay(brand.name(), from, to, now)?))
    }
}
