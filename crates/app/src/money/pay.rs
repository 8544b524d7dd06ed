//! Beginning a payment at a provider: written first, then asked for, then noted. Whoever is killed in between leaves an
//! attempt that is looked after.

use chrono::{DateTime, Duration, Utc};
use kernel::Money;
use payments::{Brand, Fault, Hint, Order, Provider, State};
use store::{Attempt, Invoice, Which};
use uuid::Uuid;

use super::NotDone;
use super::settings::Open;
use crate::{Error, Hosted, Platform};

/// A payment that somebody wants to begin.
#[derive(Clone, Debug)]
pub struct Begin {
    /// At which provider.
    pub brand: Brand,
    /// The keys of the invoices that are to be paid, in this order.
    pub links: Vec<String>,
    /// The payer's language, by its tag.
    pub language: String,
    /// What the payer reads at the provider.
    pub what: String,
    /// Where the payer comes back to; the attempt is added.
    pub back: String,
    /// Where the payer comes back to without paying.
    pub cancelled: String,
}

/// A payment that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its attempt.
    pub attempt: Uuid,
    /// Where the payer pays: a page of the provider and of nobody else.
    pub page: String,
}

/// For how long a payment can be made once it was begun.
const OPEN: i64 = 60;
/// A page that can be used for so many minutes more is shown again.
const ENOUGH: i64 = 10;
/// How often a payment can be begun for an invoice within an hour.
const OFTEN: i64 = 12;

/// What is written before the provider is asked.
enum Prepared {
    /// A new attempt, or one of which nothing is known yet.
    Ask(Attempt),
    /// One whose page can be used.
    Show(Begun, Box<Attempt>),
    /// One for another amount, to be ended first.
    End(Attempt),
}

impl Platform {
    /// Invoices by their keys, in this order. A key that opens nothing is an error.
    pub fn invoices_with(&self, hosted: &Hosted, links: &[String], now: DateTime<Utc>) -> Result<Vec<Invoice>, Error> {
        let today = hosted.today(now).to_civil();
        self.store.within(hosted.tenant(), |unit| {
            let mut found: Vec<Invoice> = Vec::new();
            for link in links {
                let invoice = unit.invoices(&Which::WithLink(link.clone(), today))?.pop().ok_or(NotDone::Missing)?;
                if found.iter().all(|known| known.id != invoice.id) {
                    found.push(invoice);
                }
            }
            Ok(found)
        })
    }

    /// Begins a payment, or shows the page of one that is under way for the same.
    #[tracing::instrument(skip_all, fields(network = hosted.slug(), brand = begin.brand.name()))]
    pub fn begin_payment(&self, hosted: &Hosted, begin: &Begin, now: DateTime<Utc>) -> Result<Begun, Error> {
        let open = self.open_provider(hosted, begin.brand, now)?;
        for _ in 0..4 {
            // What was heard meanwhile may have paid something: it is looked at anew each time.
            let invoices = self.invoices_with(hosted, &begin.links, now)?;
            let amount = owed_together(&invoices)?;
            let smallest = open.provider.smallest(amount.currency()).ok_or(NotDone::NoAccount)?;
            if amount.minor() < smallest.minor() {
                return Err(NotDone::TooSmall(smallest).into());
            }
            match self.prepare(hosted, begin, &invoices, amount, now)? {
                Prepared::Show(begun, attempt) => {
                    let session = attempt.session.clone().unwrap_or_default();
                    if self.is_still_open(hosted, &open, &attempt, &session, now)? {
                        return Ok(begun);
                    }
                }
                Prepared::Ask(attempt) => return self.ask(hosted, &open, begin, &attempt, now),
                Prepared::End(attempt) => self.end(hosted, &open, &attempt, now)?,
            }
        }
        Err(NotDone::Uncertain.into())
    }

    /// Whether the page of a payment that is under way can be used. Where it came to an end meanwhile, that is booked.
    fn is_still_open(
        &self,
        hosted: &Hosted,
        open: &Open,
        attempt: &Attempt,
        session: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        match open.provider.look(&Hint::Session(session.to_owned())) {
            Ok(snapshot) => {
                self.apply(hosted, &attempt.account, open.mode, &snapshot, now)?;
                Ok(matches!(snapshot.state, State::Open | State::Processing))
            }
            // It does not say; the page may well be there.
            Err(Fault::Uncertain(_)) => Ok(true),
            // The account was exchanged for another: it is begun anew there.
            Err(Fault::Unknown) => {
                self.decide(hosted, attempt, "expired", now)?;
                Ok(false)
            }
            Err(other) => Err(NotDone::from(other).into()),
        }
    }

    fn prepare(
        &self,
        hosted: &Hosted,
        begin: &Begin,
        invoices: &[Invoice],
        amount: Money,
        now: DateTime<Utc>,
    ) -> Result<Prepared, Error> {
        let account = begin.brand.name();
        let ids: Vec<Uuid> = invoices.iter().filter(|one| one.open.is_positive()).map(|one| one.id).collect();
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            for id in &ids {
                let Some(known) = unit.attempt_under_way(account, *id)? else { continue };
                let same = known.amount == amount && unit.invoices_of_attempt(known.id)? == ids;
                let lasts = known.until > now + Duration::minutes(ENOUGH);
                return Ok(match (known.page.clone(), known.session.clone(), same && lasts) {
                    (Some(page), Some(_), true) => Prepared::Show(Begun { attempt: known.id, page }, Box::new(known)),
                    (_, _, true) => Prepared::Ask(known),
                    (_, _, false) => Prepared::End(known),
                });
            }
            let first = ids.first().ok_or(NotDone::NothingOwed)?;
            if unit.count_attempts(*first, now - Duration::hours(1))? >= OFTEN {
                return Err(NotDone::TooOften.into());
            }
            let attempt = Attempt {
                id: Uuid::now_v7(),
                account: account.to_owned(),
                payer: invoices.first().map(|one| one.payer.clone()).unwrap_or_default(),
                amount,
                state: String::from("created"),
                session: None,
                page: None,
                language: begin.language.clone(),
                begun_at: now,
                until: now + Duration::minutes(OPEN),
                looked_at: now,
            };
            // Whoever holds the end of the register sees every attempt: there is no other now.
            unit.begin_attempt(&attempt, &ids)?;
            Ok(Prepared::Ask(attempt))
        })
    }

    /// Asks the provider, outside of any transaction, and notes what it said.
    fn ask(
        &self,
        hosted: &Hosted,
        open: &Open,
        begin: &Begin,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<Begun, Error> {
        let begun = open.provider.begin(&order(begin, attempt));
        let (state, kept) = match &begun {
            Ok(begun) => ("open", Some((begun.session.as_str(), begun.page.as_str()))),
            Err(Fault::Refused(_) | Fault::NotPossible(_)) => ("failed", None),
            Err(_) => ("unknown", None),
        };
        self.store.within(hosted.tenant(), |unit| -> Result<(), Error> {
            unit.hold()?;
            // Somebody may have heard of it meanwhile: what is decided stays so.
            if unit.attempt(attempt.id)?.is_some_and(|known| known.is_live()) {
                unit.set_attempt(attempt.id, state, kept, now)?;
            }
            Ok(())
        })?;
        let begun = begun.map_err(NotDone::from)?;
        if !open.provider.is_page(&begun.page) {
            return Err(NotDone::Refused(String::from("its page is not its own")).into());
        }
        Ok(Begun { attempt: attempt.id, page: begun.page })
    }

    /// Ends a payment that is under way, so that another can begin. What was paid meanwhile is booked.
    fn end(&self, hosted: &Hosted, open: &Open, attempt: &Attempt, now: DateTime<Utc>) -> Result<(), Error> {
        let Some(session) = &attempt.session else {
            // Nobody was ever shown a page of it.
            return self.decide(hosted, attempt, "expired", now);
        };
        let looked = open.provider.close(session).and_then(|()| open.provider.look(&Hint::Session(session.clone())));
        let snapshot = match looked {
            Ok(snapshot) => snapshot,
            Err(Fault::Unknown) => return self.decide(hosted, attempt, "expired", now),
            Err(fault) => return Err(NotDone::from(fault).into()),
        };
        self.apply(hosted, &attempt.account, open.mode, &snapshot, now)?;
        // A page that cannot be ended is not waited for: should it be paid after all, the money is the payer's credit.
        if matches!(snapshot.state, State::Open) { self.decide(hosted, attempt, "expired", now) } else { Ok(()) }
    }

    pub(super) fn decide(
        &self,
        hosted: &Hosted,
        attempt: &Attempt,
        state: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.set_attempt(attempt.id, state, None, now)?))
    }

    /// Looks at what became of a payment that somebody began, and books it.
    pub fn look_at(&self, hosted: &Hosted, attempt: Uuid, now: DateTime<Utc>) -> Result<Attempt, Error> {
        let known = self.attempt(hosted, attempt)?.ok_or(NotDone::Missing)?;
        if let (Some(session), true) = (&known.session, known.is_live()) {
            let brand = known.account.parse().map_err(|()| NotDone::NoAccount)?;
            let open = self.open_provider(hosted, brand, now)?;
            let snapshot = open.provider.look(&Hint::Session(session.clone())).map_err(NotDone::from)?;
            self.apply(hosted, &known.account, open.mode, &snapshot, now)?;
        }
        Ok(self.attempt(hosted, attempt)?.ok_or(NotDone::Missing)?)
    }

    /// A payment that somebody began.
    pub fn attempt(&self, hosted: &Hosted, attempt: Uuid) -> Result<Option<Attempt>, Error> {
        self.store.within(hosted.tenant(), |unit| Ok(unit.attempt(attempt)?))
    }

    /// The invoices of a payment that somebody began.
    pub fn invoices_of_attempt(&self, hosted: &Hosted, attempt: Uuid) -> Result<Vec<Invoice>, Error> {
        self.store.within(hosted.tenant(), |unit| {
            let ids = unit.invoices_of_attempt(attempt)?;
            Ok(unit.invoices(&Which::These(ids))?)
        })
    }
}

/// The order for an attempt. The same attempt is the same order, word for word: providers compare.
pub(super) fn order(begin: &Begin, attempt: &Attempt) -> Order {
    Order {
        attempt: attempt.id.to_string(),
        amount: attempt.amount,
        what: begin.what.clone(),
        back: format!("{}?attempt={}", begin.back, attempt.id),
        cancelled: begin.cancelled.clone(),
        until: attempt.until,
        language: attempt.language.clone(),
    }
}

/// What is owed on invoices together; all in one currency.
fn owed_together(invoices: &[Invoice]) -> Result<Money, Error> {
    let mut open =
        invoices.iter().filter(|one| one.cancelled_on.is_none() && one.open.is_positive()).map(|one| one.open);
    let first = open.next().ok_or(NotDone::NothingOwed)?;
    Ok(open.try_fold(first, Money::plus).map_err(|_| NotDone::Amount)?)
}

/// Whether a payment can begin at a provider for an amount.
pub(super) fn is_enough(provider: &dyn Provider, amount: Money) -> bool {
    provider.smallest(amount.currency()).is_some_and(|smallest| smallest.minor() <= amount.minor())
}
