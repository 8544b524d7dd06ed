//! The roll of a ballot: as of which day, as it was drawn, and as two officers changed it since.

use charter::FieldValue;
use charter::act::TypedAct;
use charter::register::start_of;
use charter_syntax::ast::{DecisionDecl, Roll};
use kernel::Date;

use crate::truth::{Known, Trouble, Truth};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// The day as of which the roll is drawn up.
    pub(crate) fn record_date(&self, decision: &'a DecisionDecl, id: &'a str, opened: Date) -> Known<Date> {
        if let Some(fixed) = self.of_ballot("fix-roll", id).last() {
            return Ok(fixed.on);
        }
        let Some(fixed) = self.first_active(&decision.roll)?.and_then(|roll| roll.fixed_when.as_ref()) else {
            return Ok(opened);
        };
        Ok(self.first_event(fixed, id)?.map_or(opened, |event| event.day))
    }

    /// Everybody on the roll of a ballot that is drawn up as of a day.
    pub(crate) fn roll(&self, decision: &'a DecisionDecl, case: Case<'a>) -> Known<Vec<&'a str>> {
        let id = case.subject;
        let line: &Roll = self.first_active(&decision.roll)?.ok_or(Trouble::OutOfScope)?;
        let drawn = self.as_drawn(id, |world| {
            let members = world.members_of(&line.who, case)?;
            Ok(members.into_iter().map(str::to_owned).collect::<Vec<String>>())
        })?;
        let mut roll = Vec::new();
        let electors = self.of_ballot("change-roll", id).filter_map(|act| act.word("elector"));
        for who in self.everybody().into_iter().chain(electors) {
            let was = drawn.iter().any(|known| known == who);
            if !roll.contains(&who) && self.changed(decision, id, who)?.unwrap_or(was) {
                roll.push(who);
            }
        }
        Ok(roll)
    }

    /// Whether somebody is on that roll.
    pub(crate) fn is_on_roll(&self, decision: &'a DecisionDecl, who: &'a str, case: Case<'a>) -> Truth {
        let line: &Roll = self.first_active(&decision.roll)?.ok_or(Trouble::OutOfScope)?;
        match self.changed(decision, case.subject, who)? {
            Some(is) => Ok(is),
            None => self.as_drawn(case.subject, |world| world.is_of_set(&line.who, who, case)),
        }
    }

    /// Judges without what was written down after the roll was drawn and takes effect by that day.
    pub(crate) fn as_drawn<R>(&self, id: &'a str, judge: impl FnOnce(&World<'_>) -> Known<R>) -> Known<R> {
        let fixed = self.acts.iter().find(|act| act.act == "fix-roll" && act.about.as_deref() == Some(id));
        let opened = self.acts.iter().find(|act| act.act == "open-ballot" && act.about.as_deref() == Some(id));
        let Some(drawing) = fixed.or(opened) else { return judge(self) };
        let drawn_at = drawing.recorded_at.max(start_of(drawing.on));
        let known = |act: &&&TypedAct| act.recorded_at <= drawn_at || act.on > drawing.on;
        let acts: Vec<&TypedAct> = self.acts.iter().filter(known).copied().collect();
        judge(&World { acts: &acts, ..*self })
    }

    /// Whether two different offices or bodies, one after the other, said the same of somebody's place on the roll.
    fn changed(&self, decision: &'a DecisionDecl, id: &'a str, who: &str) -> Known<Option<bool>> {
        let declared = self.of_ballot("declare-result", id).next().map(|act| act.on);
        let last = self.last_day(decision, id)?.or(declared).unwrap_or(self.as_of);
        let (mut outcome, mut said) = (None, None);
        for act in self.of_ballot("change-roll", id).filter(|act| act.on <= last && act.word("elector") == Some(who)) {
            let by = act.by.as_deref().filter(|by| self.is_organ(by));
            let is = act.fields.get("on-roll") == Some(&FieldValue::YesNo(true));
            match (by, said) {
                (None, _) => {}
                (Some(by), Some((other, the_same))) if is == the_same && other != by => {
                    (outcome, said) = (Some(is), None);
                }
                (Some(by), _) => said = Some((by, is)),
            }
        }
        Ok(outcome)
    }
}
