//! Standings: classes, statuses, definitions, findings; and how long a loss or a status lasts.

use charter::act::TypedAct;
use charter::{FieldValue, Need};
use charter_syntax::ast::{Extent, FindingDecl, Guarded, Happening, Occurrence, ProcedureDecl, StatusDecl, Until};
use kernel::Date;

use crate::occurrences::{Event, Whose, fits_period};
use crate::truth::{Known, Trouble, Truth, any, both, not, on_some_day};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// Whether the subject is what a name says: a class, a status, a definition, a finding, an office, a yes/no fact.
    pub fn is_standing(&self, name: &'a str, case: Case<'a>) -> Truth {
        self.step()?;
        let world = self.deeper();
        if self.charter.class(name).is_some() {
            return world.is_member(name, case.subject, case.day);
        }
        if let Some(status) = self.charter.status(name) {
            return world.has_status(status, case.subject, case.day);
        }
        if let Some(definition) = self.charter.definition(name) {
            return any(definition
                .means
                .iter()
                .map(|line| both(self.active(&line.under), || world.holds(&line.is, case))));
        }
        if let Some(finding) = self.charter.finding(name) {
            return world.is_found(finding, case);
        }
        if let (Some(threshold), Some(_)) = (self.charter.threshold(name), self.ballot) {
            return world.holds(&threshold.needs, case);
        }
        if self.is_organ(name) {
            return Ok(name == case.subject);
        }
        if self.charter.fact(name).is_none() {
            return self.meets_generic(name);
        }
        match self.fact(name, case.subject, case.day) {
            Some(FieldValue::YesNo(yes)) => Ok(*yes),
            Some(_) => Err(Trouble::OutOfScope),
            None => Err(missing_fact(name, case.subject)),
        }
    }

    fn meets_generic(&self, name: &str) -> Truth {
        if matches!(name, "anyone" | "organisation" | "person" | "applicant" | "member") {
            Ok(true)
        } else {
            Err(Trouble::OutOfScope)
        }
    }

    /// What was found last, or what holds by itself; nothing found is no in a rule, and waits where it is asked.
    fn is_found(&self, finding: &'a FindingDecl, case: Case<'a>) -> Truth {
        let mut recorded = None;
        for act in self.acts_until(case.day) {
            let about_it = act.act == "record-finding" && act.about.as_deref() == Some(case.subject);
            if about_it && act.word("finding") == Some(finding.name.as_str()) && self.may_find(finding, act)? {
                recorded = Some(act.fields.get("holds") != Some(&FieldValue::YesNo(false)));
            }
        }
        if let Some(holds) = recorded {
            return Ok(holds);
        }
        let case = Case { about: Some(case.subject), ..case };
        let by_itself =
            any(finding.also_where.iter().map(|line| both(self.active(&line.under), || self.holds(&line.is, case))));
        match by_itself {
            Ok(false) if self.waits => Err(Trouble::Needs(Need::Decision {
                of: finding.by.any_of.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" or "),
                on: finding.name.text.clone(),
            })),
            known => known,
        }
    }

    /// Whether who recorded a finding is among those whose it is.
    fn may_find(&self, finding: &'a FindingDecl, act: &'a TypedAct) -> Truth {
        act.by.as_deref().map_or(Ok(true), |by| self.meets(&finding.by, by, act.on))
    }

    /// Whether somebody has a status on a day.
    pub fn has_status(&self, status: &'a StatusDecl, who: &'a str, day: Date) -> Truth {
        let spells = self.spells(who, day)?;
        let of_class = spells.iter().rev().find(|spell| status.of == spell.class);
        let Some(spell) = of_class else { return Ok(false) };
        if status.ends_membership {
            return match (&spell.end, &spell.doubt) {
                (Some(_), _) => Ok(spell.ended_by == Some(status.name.as_str())),
                (None, Some((_, trouble))) => Err(trouble.clone()),
                (None, None) => Ok(false),
            };
        }
        both(spell.surely_holds(day), || self.extends_to(&status.extent, who, spell.from, day))
    }

    /// Whether a stretch of time goes on, on a day, for somebody whose membership began on another.
    pub fn extends_to(&self, extent: &'a Extent, who: &'a str, since: Date, day: Date) -> Truth {
        match extent {
            Extent::Always => Ok(true),
            Extent::While(condition) => self.holds(condition, Case::of(who, day)),
            Extent::Once(condition) => {
                let first = since.max(self.charter.in_force_from());
                on_some_day(first, day, |day| self.holds(condition, Case::of(who, day)))
            }
            Extent::Between { from, until } => any(from.iter().map(|line| {
                both(self.active(&line.under), || {
                    let starts = self.events(&line.is, Whose::Of(who), day)?;
                    any(starts
                        .into_iter()
                        .map(|start| both(self.counts(&start), || not(self.is_ended(&start, until, who, day)))))
                })
            })),
        }
    }

    /// Whether a stretch that began with an event is over on a day.
    fn is_ended(&self, start: &Event<'a>, until: &'a [Guarded<Until>], who: &'a str, day: Date) -> Truth {
        any(until.iter().map(|line| {
            both(self.active(&line.under), || match &line.is {
                Until::Span(span) => Ok(self.moved(start.day, *span)? <= day),
                Until::Occurrence(occurrence) => self.has_followed(start, occurrence, who, day),
            })
        }))
    }

    fn has_followed(&self, start: &Event<'a>, occurrence: &'a Occurrence, who: &'a str, day: Date) -> Truth {
        let events = self.events(occurrence, Whose::Of(who), day)?;
        let after = events
            .into_iter()
            .filter(|event| event.day >= start.day && fits_period(occurrence.period, start.period, event.period));
        any(after.map(|event| self.counts(&event)))
    }

    /// Whether somebody has begun a procedure until a day.
    pub fn has_begun(&self, procedure: &ProcedureDecl, who: &str, until: Date) -> bool {
        let begins = |act: &str| {
            procedure.begins.iter().any(|line| matches!(&line.is.what, Happening::Named(name) if name == act))
        };
        self.acts_until(until).any(|act| begins(&act.act) && self.belongs(act, who))
    }

    /// How somebody stands: its statuses, else its classes, each in alphabetical order; else none.
    pub fn status_of(&self, who: &'a str) -> Known<String> {
        let day = self.as_of;
        if self.charter.procedures().any(|(_, procedure)| self.has_begun(&self.charter.followed(procedure), who, day)) {
            return Err(Trouble::OutOfScope);
        }
        let mut classes = Vec::new();
        for (_, class) in self.charter.classes() {
            if self.is_member(class.name.as_str(), who, day)? {
                classes.push(class.name.as_str());
            }
        }
        let mut standing = Vec::new();
        for (_, status) in self.charter.statuses() {
            if self.has_status(status, who, day)? && (classes.is_empty() || !status.ends_membership) {
                standing.push(status.name.as_str());
            }
        }
        let mut names = if standing.is_empty() { classes } else { standing };
        names.sort_unstable();
        Ok(if names.is_empty() { String::from("none") } else { names.join(" and ") })
    }
}

/// A fact that nobody has stated.
pub(crate) fn missing_fact(fact: &str, of: &str) -> Trouble {
    Trouble::Needs(Need::Fact { fact: fact.to_owned(), of: of.to_owned() })
}
