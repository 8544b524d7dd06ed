//! Acts: whom they belong to, for which period they are, whether they have effect; and who meets a party.

use charter::act::TypedAct;
use charter::charter::Space;
use charter::{FieldValue, platform};
use charter_syntax::ast::{ActDecl, DutyDecl, Happening, Party, Per};
use kernel::{Date, Period, PeriodKind};

use crate::truth::{Known, Truth, all, any, both, not};
use crate::world::{Case, Judged, Timed, World};

/// Whom an act belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Owner<'a> {
    /// Somebody or something of this name.
    Of(&'a str),
    /// The network as a whole.
    Network,
    /// Nobody: its subject is not stated.
    Nobody,
}

impl<'a> World<'a> {
    /// Whether this is an office or a body.
    pub fn is_organ(&self, name: &str) -> bool {
        self.charter.office(name).is_some() || self.charter.body(name).is_some()
    }

    /// Whom an act belongs to.
    pub fn owner(&self, act: &'a TypedAct) -> Owner<'a> {
        let platform = platform::act(&act.act);
        let Some(declared) = self.charter.act(&act.act).or(platform.as_ref()) else { return Owner::Nobody };
        let one = |name: &'a Option<String>| name.as_deref().map_or(Owner::Nobody, Owner::Of);
        if declared.about.is_some() {
            return one(&act.about);
        }
        if declared.by.any_of.iter().all(|name| self.is_organ(name.as_str())) {
            return Owner::Network;
        }
        one(&act.by)
    }

    /// Whether an act belongs to somebody, or to the network and so to everybody.
    pub fn belongs(&self, act: &'a TypedAct, who: &str) -> bool {
        match self.owner(act) {
            Owner::Of(owner) => owner == who,
            Owner::Network => true,
            Owner::Nobody => false,
        }
    }

    /// The period an act names, if it has a field for one.
    pub fn period_named(&self, act: &TypedAct) -> Option<Timed> {
        let declared = self.charter.act(&act.act)?;
        declared.fields.iter().find_map(|field| match act.fields.get(field.name.as_str()) {
            Some(FieldValue::Period(kind, period)) => Some((*kind, *period)),
            _ => None,
        })
    }

    /// The period of this kind that an act of the platform names.
    pub fn period_of_fee(&self, act: &TypedAct, kind: PeriodKind) -> Option<Period> {
        match act.fields.get("period")? {
            FieldValue::Period(_, period) => Some(*period),
            FieldValue::Word(text) | FieldValue::Text(text) => kind.read(text),
            _ => None,
        }
    }

    /// Whether an act has effect: who did it might, it was not too late, and its conditions hold.
    pub fn has_effect(&self, act: &'a TypedAct) -> Truth {
        self.step()?;
        let Some(declared) = self.charter.act(&act.act) else { return Ok(platform::is_act(&act.act)) };
        if self.is_judged(act) {
            return Ok(false);
        }
        let judged = Judged { act, outer: self.judged };
        let inner = World { judged: Some(&judged), waits: false, ..self.deeper() };
        let may = act.by.as_deref().map_or(Ok(true), |by| inner.meets(&declared.by, by, act.on));
        both(both(may, || inner.conditions_hold(declared, act)), || inner.is_in_time(act))
    }

    fn conditions_hold(&self, declared: &'a ActDecl, act: &'a TypedAct) -> Truth {
        let subject = if declared.about.is_some() { &act.about } else { &act.by };
        let case = Case {
            by: act.by.as_deref(),
            about: act.about.as_deref(),
            act: Some(act),
            ..Case::of(subject.as_deref().unwrap_or_default(), act.on)
        };
        all(declared.only_where.iter().map(|line| any([not(self.active(&line.under)), self.holds(&line.is, case)])))
    }

    /// An act for a period of a duty comes before the day until which that duty can be made good.
    fn is_in_time(&self, act: &'a TypedAct) -> Truth {
        all(self.charter.duties().map(|(_, duty)| self.is_in_time_for(duty, act)))
    }

    fn is_in_time_for(&self, duty: &'a DutyDecl, act: &'a TypedAct) -> Truth {
        let Per::Period(name) = &duty.per else { return Ok(true) };
        let Some(kind) = self.charter.period(name.as_str()) else { return Ok(true) };
        let Some((named, period)) = self.period_named(act) else { return Ok(true) };
        let lines = duty
            .done_by
            .iter()
            .filter(|line| matches!(&line.is.by.what, Happening::Named(done) if *done == act.act.as_str()));
        let fulfils = any(lines.map(|line| self.active(&line.under)));
        if kind != named || fulfils == Ok(false) {
            return Ok(true);
        }
        let late = self.day_of(&duty.late_until, kind.start(period).unwrap_or(act.on), Some((kind, period)));
        any([not(fulfils), late.map(|late| late.is_none_or(|late| act.on <= late))])
    }

    /// Whether somebody meets a party on a day.
    pub fn meets(&self, party: &'a Party, who: &'a str, day: Date) -> Truth {
        any(party.any_of.iter().map(|name| self.meets_name(name.as_str(), who, day)))
    }

    /// Whether somebody meets one name of a party on a day.
    pub fn meets_name(&self, name: &'a str, who: &'a str, day: Date) -> Truth {
        let declared = self.charter.found(Space::Standing, name).is_some();
        if !declared && platform::GENERIC_PARTIES.contains(&name) {
            return Ok(true);
        }
        if self.is_organ(name) {
            return Ok(name == who);
        }
        self.is_standing(name, Case::of(who, day))
    }

    /// The acts on or before a day.
    pub fn acts_until(&self, day: Date) -> impl Iterator<Item = &'a TypedAct> + use<'a> {
        self.acts.iter().copied().filter(move |act| act.on <= day)
    }

    /// Whether a fee of this period is settled or waived on a day, and not reopened since.
    pub fn is_settled(&self, table: &str, who: &str, period: Option<Timed>, day: Date) -> Known<bool> {
        self.step()?;
        let mut settled = false;
        for act in self.acts_until(day) {
            let about_it = act.about.as_deref() == Some(who) && act.word("table") == Some(table);
            let same = match period {
                Some((kind, period)) => self.period_of_fee(act, kind) == Some(period),
                None => !act.fields.contains_key("period"),
            };
            match act.act.as_str() {
                "settle-fee" | "waive-fee" if about_it && same => settled = true,
                "reopen-fee" if about_it && same => settled = false,
                _ => {}
            }
        }
        Ok(settled)
    }
}
