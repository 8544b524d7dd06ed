//! Declaring a fact that a fee depends on, such as an income: in the charter's currency or in another, with the rate and
//! where it comes from. What is recorded is an act of the charter; what was said in another currency is kept beside it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::{Currency, Money, Ratio};
use store::Declaration;

use super::NotDone;
use crate::{Draft, Error, Hosted, Platform, Refusal};

/// What somebody declares.
#[derive(Clone, Debug)]
pub struct Declared {
    /// The act of the charter that states it.
    pub act: String,
    /// Which fact.
    pub fact: String,
    /// Fields of the act beside it, such as the year.
    pub fields: BTreeMap<String, String>,
    /// As it was said.
    pub given: Money,
    /// In another currency than the charter's: how much of it one unit costs, and where that is from.
    pub rate: Option<(Ratio, String)>,
    /// Names this attempt.
    pub attempt: String,
}

impl Hosted {
    /// Acts of the charter that state a fact, in the order of their names.
    pub fn acts_that_state(&self, fact: &str, now: DateTime<Utc>) -> Vec<String> {
        let Some(charter) = self.charter(now) else { return Vec::new() };
        let states = |with: &[charter_syntax::Name]| with.iter().any(|name| name == fact);
        let mut acts: Vec<String> =
            charter.acts().filter(|(_, act)| states(&act.with)).map(|(_, act)| act.name.text.clone()).collect();
        acts.sort();
        acts
    }

    /// What a declaration counts as in a currency.
    pub fn worth(declared: &Declared, currency: Currency) -> Result<Money, NotDone> {
        match &declared.rate {
            None if declared.given.currency() == currency => Ok(declared.given),
            Some((rate, source)) if !source.trim().is_empty() => {
                declared.given.exchanged(*rate, currency).map_err(|_| NotDone::Amount)
            }
            _ => Err(NotDone::Amount),
        }
    }

    /// The act that a declaration is recorded as.
    pub fn declaration(&self, declared: &Declared, member: &str, worth: Money, now: DateTime<Utc>) -> Draft {
        let mut fields = declared.fields.clone();
        fields.insert(declared.fact.clone(), worth.to_string());
        Draft {
            act: declared.act.clone(),
            by: Some(member.to_owned()),
            about: None,
            on: self.today(now),
            fields,
            documents: BTreeMap::new(),
            recorded_by: member.to_owned(),
            attempt: declared.attempt.clone(),
        }
    }
}

impl Platform {
    /// Records a declaration of a member.
    pub fn declare(
        &self,
        slug: &str,
        member: &str,
        declared: &Declared,
        currency: Currency,
        now: DateTime<Utc>,
    ) -> Result<Option<Result<(), Refusal>>, Error> {
        let worth = Hosted::worth(declared, currency)?;
        let Some(hosted) = self.hosted(slug)? else { return Ok(None) };
        let draft = hosted.declaration(declared, member, worth, now);
        let recorded = self.record(slug, &draft, now)?;
        if let (Some(Ok(())), Some((rate, source))) = (&recorded, &declared.rate) {
            let kept = Declaration {
                act: draft.act().id,
                member: member.to_owned(),
                fact: declared.fact.clone(),
                given: declared.given.to_string(),
                rate: rate.to_string(),
                source: source.clone(),
            };
            self.store.within(hosted.tenant(), |unit| -> Result<(), Error> { Ok(unit.declare(&kept, now)?) })?;
        }
        Ok(recorded)
    }
}
