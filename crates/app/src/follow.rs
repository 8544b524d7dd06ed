//! Following a network's clock: what is new since it was last looked at is told, each once, to those whom it concerns.

use std::collections::HashMap;

use charter::act::{Act, On, Scalar};
use chrono::{DateTime, Utc};
use kernel::{Date, MonthEnd, Span};
use store::{Delivery, Entry, Person, Timer, Told, UnitOfWork, Which};
use uuid::Uuid;
use wording::Language;

use crate::{Error, Hosted, Platform};

/// What is recorded late is told all the same, if its day lies so many days back at most.
const LATE: i32 = 90;

/// How many notices a list shows.
const NEWEST: i64 = 200;

impl Platform {
    /// Follows a network's clock to now. Answers how many were told something. Nothing to do, and somebody else doing it,
    /// is none. The first time only notes where everybody stands: what was before is nobody's news.
    #[tracing::instrument(skip_all, fields(network = slug))]
    pub fn follow(&self, slug: &str, public_url: &str, now: DateTime<Utc>) -> Result<usize, Error> {
        let Some(hosted) = self.hosted(slug)? else { return Ok(0) };
        let today = hosted.today(now);
        let done = self.store.within(hosted.tenant(), |unit| -> Result<usize, Error> {
            let timer = unit.hold_timer()?;
            // Whoever held it meanwhile may have followed a newer record: this one is looked at again next time.
            if (unit.head()?, unit.days_ahead()?) != (hosted.head(), hosted.days_ahead()) {
                return Ok(0);
            }
            if timer.as_ref().is_some_and(|timer| !is_due(timer, &hosted, today)) {
                return Ok(0);
            }
            let before = unit.standings()?;
            let from = timer.as_ref().map_or(today, |timer| since(timer, today));
            let found = hosted.news(&before, from, today);
            let mut told = 0_usize;
            if timer.is_some() {
                let mut letters = Letters { network: &hosted, public_url, people: HashMap::new() };
                for news in &found.news {
                    if news.is_copy && letters.people_of(unit, &news.notice.recipient)?.is_empty() {
                        continue;
                    }
                    if let Some(id) = unit.tell(&news.notice, now)? {
                        letters.post(unit, news, id, now)?;
                        told = told.saturating_add(1);
                    }
                }
            }
            let known: std::collections::HashSet<_> = before.into_iter().collect();
            for standing in found.standings.iter().filter(|standing| !known.contains(standing)) {
                unit.set_standing(standing)?;
            }
            let begun_on = timer.map_or(today.to_civil(), |timer| timer.begun_on);
            let next_on = found.next_on.map(Date::to_civil);
            if told > 0 {
                unit.note_news()?;
            }
            unit.set_timer(&Timer { begun_on, followed_to: today.to_civil(), head: hosted.head(), next_on })?;
            Ok(told)
        });
        match done {
            Err(Error::Store(store::Error::Held)) => Ok(0),
            other => other,
        }
    }

    /// The newest notices of a network, of one party or one kind if they are named, with what became of each.
    pub fn told(&self, network: &Hosted, recipient: Option<&str>, kind: Option<&str>) -> Result<Vec<Told>, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.told(recipient, kind, NEWEST)?))
    }

    /// How many notices of a kind a party was told.
    pub fn count_told(&self, network: &Hosted, kind: &str, recipient: &str) -> Result<i64, Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.count_told(kind, recipient)?))
    }

    /// A party says that a notice is there. That is recorded once, as `deliver-notice`, if the charter asks for the notice.
    pub fn receive(&self, network: &Hosted, id: Uuid, party: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let today = network.today(now);
        self.store.within(network.tenant(), |unit| -> Result<(), Error> {
            if let Some(told) = unit.notice(id)?.filter(|told| told.recipient == party)
                && unit.received(id, party, now)?
            {
                unit.note_news()?;
                if told.kind != CHARTER {
                    return Ok(());
                }
                unit.append(vec![Entry::from(act_of(&told, "deliver-notice", today))], now)?;
            }
            Ok(())
        })
    }
}

const CHARTER: &str = "charter";

/// Whether a clock has to be looked at: the record moved, or a day came on which something can change.
fn is_due(timer: &Timer, hosted: &Hosted, today: Date) -> bool {
    let day = today.to_civil();
    timer.head != hosted.head() || day < timer.followed_to || timer.next_on.is_none_or(|next| next <= day)
}

/// From which day on there can be news.
fn since(timer: &Timer, today: Date) -> Date {
    let date = |civil| Date::from_civil(civil).unwrap_or(today);
    let late = today.plus(Span::Days(-LATE), MonthEnd::Clamp).unwrap_or(today);
    date(timer.followed_to).min(late).max(date(timer.begun_on))
}

/// Writes what became of a notice of the charter into the register, once.
pub(crate) fn enter(unit: &mut UnitOfWork<'_>, notice: Uuid, today: Date, now: DateTime<Utc>) -> Result<(), Error> {
    let Some(told) = unit.notice(notice)?.filter(|told| told.kind == CHARTER) else { return Ok(()) };
    let act = match told.delivery {
        Delivery::Sent | Delivery::Received => "send-notice",
        Delivery::Failed => "fail-notice",
        Delivery::Waiting | Delivery::NoAddress => return Ok(()),
    };
    if unit.enter(notice)? {
        unit.append(vec![Entry::from(act_of(&told, act, today))], now)?;
    }
    Ok(())
}

/// An act about a notice.
fn act_of(told: &Told, name: &str, today: Date) -> Act {
    let mut act = Act::new(format!("{name}-{}", told.id), name, today);
    act.on = On::Date(today);
    act.by = Some(told.by.clone()).filter(|by| !by.is_empty() && !by.contains(" or "));
    act.about = Some(told.recipient.clone());
    act.recorded_by = Some(String::from("quorate"));
    act.fields = [(String::from("notice"), Scalar::Text(told.name.clone()))].into();
    if !told.subject.is_empty() && told.subject != told.recipient {
        act.fields.insert(String::from("concerning"), Scalar::Text(told.subject.clone()));
    }
    act
}

/// The invoice that a reminder asks to be paid: it is withdrawn once that is paid.
fn invoice_of(unit: &mut UnitOfWork<'_>, news: &crate::news::News) -> Result<Option<Uuid>, Error> {
    let (payer, what, of) = match &news.tells {
        // What falls due is told to whoever owes it; what was missed, of whoever missed it.
        crate::news::Tells::Due { what, of, .. } => (&news.notice.recipient, what, of),
        crate::news::Tells::Missed { what, of } => (&news.notice.subject, what, of),
        _ => return Ok(None),
    };
    let which = Which::For { payer: payer.clone(), fee: what.clone(), period: of.clone() };
    Ok(unit.invoices(&which)?.first().map(|invoice| invoice.id))
}

/// Writes letters; who acts for whom is looked up once.
struct Letters<'n> {
    network: &'n Hosted,
    public_url: &'n str,
    people: HashMap<String, Vec<Person>>,
}

impl Letters<'_> {
    /// Those who act for a party.
    fn people_of(&mut self, unit: &mut UnitOfWork<'_>, party: &str) -> Result<&[Person], Error> {
        if !self.people.contains_key(party) {
            self.people.insert(party.to_owned(), unit.acting_for(party)?);
        }
        Ok(self.people.get(party).map_or(&[], Vec::as_slice))
    }

    /// One letter to each who acts for the recipient, in their language.
    fn post(
        &mut self,
        unit: &mut UnitOfWork<'_>,
        news: &crate::news::News,
        id: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let people = self.people_of(unit, &news.notice.recipient)?.to_vec();
        let invoice = invoice_of(unit, news)?;
        for person in &people {
            let language = Language::of(&person.language).or_else(|| Language::all().first());
            let Some(words) = language.map(|language| self.network.words(language)) else { continue };
            let message = crate::letters::letter(self.network, &words, news, person, self.public_url, now);
            unit.post_about(&message, (Some(id), invoice), telemetry::traceparent().as_deref(), now)?;
        }
        Ok(())
    }
}
