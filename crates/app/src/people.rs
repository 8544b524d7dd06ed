//! People who sign in, and mail to them.

use chrono::{DateTime, Utc};
use store::{Message, Person, Posted};

use crate::{Error, Hosted, Platform};

/// Reads people from CSV with the columns `address`, `party`, `language` and `role`.
pub(crate) fn read(text: &str) -> Result<Vec<Person>, Error> {
    let mut found = Vec::new();
    for row in csv::Reader::from_reader(text.as_bytes()).into_deserialize() {
        let (address, party, language, role): (String, String, String, String) =
            row.map_err(|error| Error::People(error.to_string()))?;
        found.push(Person { address, party, language, role });
    }
    Ok(found)
}

/// How many messages a mailbox shows.
const NEWEST: i64 = 30;

/// What came of sending the next message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// None waits.
    NothingWaits,
    /// It was sent.
    Sent,
    /// It could not be sent, and is tried again later.
    Refused,
    /// There was no cause for it any more.
    Withdrawn,
}

impl Platform {
    /// Everybody who signs in to a network.
    pub fn people(&self, network: &Hosted) -> Result<Vec<Person>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.people()?))
    }

    /// Lets somebody act for a party.
    pub fn invite(&self, network: &Hosted, person: &Person, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.invite(person, now)?))
    }

    /// Lets somebody act for a party no more.
    pub fn dismiss(&self, network: &Hosted, address: &str, party: &str) -> Result<bool, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.dismiss(address, party)?))
    }

    /// For whom the person of an address acts in a network.
    pub fn acting(&self, network: &Hosted, address: &str) -> Result<Vec<Person>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.acting(address)?))
    }

    /// Puts a message into a network's outbox.
    pub fn post(&self, network: &Hosted, message: &Message, now: DateTime<Utc>) -> Result<(), Error> {
        self.store
            .within(network.tenant(), |unit| Ok(unit.post(message, None, telemetry::traceparent().as_deref(), now)?))
    }

    /// The newest messages of a network.
    pub fn mailbox(&self, network: &Hosted) -> Result<Vec<Posted>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.newest_mail(NEWEST)?))
    }

    /// How many messages of a network wait, and how many were given up.
    pub fn outbox(&self, network: &Hosted) -> Result<(i64, i64), Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.count_mail()?))
    }

    /// Sends the next message that waits in a network. A message that was sent and could not be noted as
    /// sent goes out again, under the same identifier.
    pub fn send_next(
        &self,
        slug: &str,
        send: impl FnOnce(&Posted) -> Result<(), String>,
        now: DateTime<Utc>,
    ) -> Result<Sending, Error> {
        let Some(hosted) = self.known(slug)? else { return Ok(Sending::NothingWaits) };
        self.store.within(hosted.tenant(), |unit| -> Result<Sending, Error> {
            let Some(posted) = unit.next_to_send(now)? else { return Ok(Sending::NothingWaits) };
            // Whoever books holds the end of the register first, and the invoice then; so does whoever sends and records it.
            if posted.about_invoice.is_some() && posted.notice.is_some() {
                unit.hold()?;
            }
            if let Some(invoice) = posted.about_invoice
                && !unit.is_still_owed(invoice)?
            {
                unit.withdraw_mail(posted.id)?;
                return Ok(Sending::Withdrawn);
            }
            // Sending is part of the trace in which the message was written.
            let span = tracing::info_span!("send", network = slug, attempt = posted.attempts);
            telemetry::continue_trace(&span, posted.trace.as_deref());
            let _sending = span.entered();
            let outcome = send(&posted);
            let sent = outcome.is_ok();
            tracing::info!(target: "metrics", { monotonic_counter.mail = 1_u64, sent = sent }, "a message");
            match outcome {
                Ok(()) => unit.sent(posted.id)?,
                Err(fault) => unit.not_sent(&posted, &fault, now)?,
            }
            if let Some(notice) = posted.notice {
                let today = hosted.day(now, unit.days_ahead()?);
                // Notices first, then the head: as everybody does who holds both.
                crate::follow::enter(unit, notice, today, now)?;
                unit.note_news()?;
            }
            Ok(if sent { Sending::Sent } else { Sending::Refused })
        })
    }
}
