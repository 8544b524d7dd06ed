//! Occurrences: what happened, to whom, on which day, for which period.

use charter::act::TypedAct;
use charter_syntax::ast::{Happening, Occurrence, SamePeriod};
use kernel::Date;

use crate::acts::Owner;
use crate::duties::State;
use crate::truth::{Known, Trouble, Truth, both};
use crate::world::{Case, Timed, World};

/// Whose occurrences are looked for.
#[derive(Clone, Copy)]
pub(crate) enum Whose<'a> {
    /// Those that belong to somebody, or to the network as a whole.
    Of(&'a str),
    /// Everybody's.
    Anybodys,
}

/// Something that happened.
#[derive(Clone)]
pub(crate) struct Event<'a> {
    pub day: Date,
    pub act: Option<&'a TypedAct>,
    pub period: Option<Timed>,
    /// What it was found as, which may narrow it.
    pub found_as: Option<&'a Occurrence>,
    /// Whether it happened at all; of an act, whether it counts is judged when it is asked.
    pub happened: Truth,
}

impl<'a> World<'a> {
    /// What happened until a day, in order.
    pub fn events(&self, occurrence: &'a Occurrence, whose: Whose<'a>, until: Date) -> Known<Vec<Event<'a>>> {
        self.step()?;
        let mut found = match &occurrence.what {
            Happening::Named(name) => self.acts_named(name.as_str(), whose, until),
            Happening::Settled(table) => self.settlements(table.as_str(), whose, until),
            Happening::Opening(Some(meeting)) => self.meetings("open-meeting", meeting.as_str(), until),
            Happening::Closing(Some(meeting)) => self.meetings("close-meeting", meeting.as_str(), until),
            Happening::Joining => self.joinings(whose, until)?,
            Happening::Missed(duty) => self.missed_events(duty.as_str(), whose, until)?,
            Happening::Carried(decision) => self.outcomes(decision.as_str(), whose, until, true)?,
            Happening::NotCarried(decision) => self.outcomes(decision.as_str(), whose, until, false)?,
            Happening::Opening(None) | Happening::Closing(None) => return Err(Trouble::OutOfScope),
        };
        for event in &mut found {
            event.found_as = Some(occurrence);
            if let Some(offset) = occurrence.offset {
                event.day = self.moved(event.day, offset)?;
            }
        }
        found.retain(|event| event.day <= until && event.happened != Ok(false));
        found.sort_by_key(|event| event.day);
        Ok(found)
    }

    /// Ballots of a decision that were, or were not, carried until a day: about somebody, or about nobody.
    fn outcomes(&self, decision: &str, whose: Whose<'a>, until: Date, carried: bool) -> Known<Vec<Event<'a>>> {
        let world = World { as_of: until, ballot: None, ..self.deeper() };
        let mut found: Vec<Event<'a>> = Vec::new();
        let mut seen = Vec::new();
        for act in self.acts_until(until).filter(|act| matches!(act.act.as_str(), "open-ballot" | "declare-result")) {
            let is_of = match (whose, act.word("for")) {
                (Whose::Of(who), Some(about)) => who == about,
                _ => true,
            };
            let Some(id) = act.about.as_deref().filter(|id| !seen.contains(id)) else { continue };
            if act.word("decision") == Some(decision) && is_of {
                seen.push(id);
                if let Some(day) = world.day_of_outcome(id, carried)? {
                    found.push(Event { day, act: None, period: None, found_as: None, happened: Ok(true) });
                }
            }
        }
        Ok(found)
    }

    /// An event counts only if its act has effect, is by the party named and fits the condition.
    pub fn counts(&self, event: &Event<'a>) -> Truth {
        let Some(act) = event.act else { return event.happened.clone() };
        let by = || match event.found_as.and_then(|occurrence| occurrence.by.as_ref()) {
            Some(party) => act.by.as_deref().map_or(Ok(false), |by| self.meets(party, by, act.on)),
            None => Ok(true),
        };
        let only = || match event.found_as.and_then(|occurrence| occurrence.only.as_ref()) {
            Some(only) => self.deeper().holds(only, self.case_of(act)),
            None => Ok(true),
        };
        both(both(self.has_effect(act), by), only)
    }

    /// An act as the case at hand.
    pub fn case_of(&self, act: &'a TypedAct) -> Case<'a> {
        let subject = match self.owner(act) {
            Owner::Of(owner) => owner,
            Owner::Network | Owner::Nobody => act.by.as_deref().unwrap_or_default(),
        };
        Case { by: act.by.as_deref(), about: act.about.as_deref(), act: Some(act), ..Case::of(subject, act.on) }
    }

    fn is_of(&self, act: &'a TypedAct, whose: Whose<'a>) -> bool {
        match whose {
            Whose::Anybodys => true,
            Whose::Of(who) => self.belongs(act, who),
        }
    }

    fn acts_named(&self, name: &str, whose: Whose<'a>, until: Date) -> Vec<Event<'a>> {
        let acts = self.acts_until(until).filter(|act| act.act == name && self.is_of(act, whose));
        acts.map(|act| Event {
            day: act.on,
            act: Some(act),
            period: self.period_named(act),
            found_as: None,
            happened: Ok(true),
        })
        .collect()
    }

    fn settlements(&self, table: &str, whose: Whose<'a>, until: Date) -> Vec<Event<'a>> {
        let per = self.charter.table(table).and_then(|table| table.per.as_ref());
        let kind = per.and_then(|per| self.charter.period(per.as_str()));
        let is_settlement = |act: &&'a TypedAct| {
            matches!(act.act.as_str(), "settle-fee" | "waive-fee")
                && act.word("table") == Some(table)
                && self.is_of(act, whose)
        };
        let event = |act: &'a TypedAct| {
            let period = kind.and_then(|kind| Some((kind, self.period_of_fee(act, kind)?)));
            Event { day: act.on, act: Some(act), period, found_as: None, happened: Ok(true) }
        };
        self.acts_until(until).filter(is_settlement).map(event).collect()
    }

    /// Openings or closings of meetings of a kind, whoever asks.
    fn meetings(&self, act_name: &str, meeting: &str, until: Date) -> Vec<Event<'a>> {
        let opened = |about: &Option<String>| {
            let same = |act: &&&TypedAct| act.act == "open-meeting" && act.about == *about;
            self.acts.iter().find(same).and_then(|act| act.word("meeting"))
        };
        let fits = |act: &&'a TypedAct| {
            act.act == act_name && act.word("meeting").or_else(|| opened(&act.about)) == Some(meeting)
        };
        let event =
            |act: &'a TypedAct| Event { day: act.on, act: Some(act), period: None, found_as: None, happened: Ok(true) };
        self.acts_until(until).filter(fits).map(event).collect()
    }

    fn joinings(&self, whose: Whose<'a>, until: Date) -> Known<Vec<Event<'a>>> {
        let Whose::Of(who) = whose else { return Err(Trouble::OutOfScope) };
        let spells = self.spells(who, until)?;
        Ok(spells
            .iter()
            .map(|spell| Event { day: spell.from, act: None, period: None, found_as: None, happened: Ok(true) })
            .collect())
    }

    /// Instances of a duty that are missed and not made good until a day.
    fn missed_events(&self, duty: &str, whose: Whose<'a>, until: Date) -> Known<Vec<Event<'a>>> {
        let (Whose::Of(who), Some(duty)) = (whose, self.charter.duty(duty)) else { return Err(Trouble::OutOfScope) };
        let mut events = Vec::new();
        for instance in self.instances(duty, who, until)? {
            let Some(due) = instance.due.filter(|due| *due < until) else { continue };
            let happened = self.state(duty, &instance, who, until).map(|state| state == State::Missed);
            events.push(Event { day: due.next(), act: None, period: instance.period, found_as: None, happened });
        }
        Ok(events)
    }
}

/// Whether an event's period stands to the one at hand as an occurrence asks.
pub(crate) fn fits_period(wanted: Option<SamePeriod>, at_hand: Option<Timed>, of_event: Option<Timed>) -> bool {
    let (Some(wanted), Some((kind, at_hand)), Some((other, period))) = (wanted, at_hand, of_event) else { return true };
    kind == other
        && match wanted {
            SamePeriod::Same => period == at_hand,
            SamePeriod::SameOrLater => period >= at_hand,
            SamePeriod::Later => period > at_hand,
        }
}
