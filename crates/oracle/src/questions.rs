//! Questions and their values.

use charter::act::TypedAct;
use charter::{Item, Question, Value};
use charter_syntax::ast::{Declaration, DutyDecl, Per, TableDecl, Type};

use crate::acts::Owner;
use crate::duties::{Instance, State};
use crate::truth::{Known, Trouble, Truth};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// The value of a question.
    pub fn ask(&self, question: &'a Question) -> Known<Value> {
        match question {
            Question::May { who, person: None, verb, scope: Some(scope), about: None } => {
                if verb == "vote"
                    && let Some(asked) = self.may_vote_in(scope, who)
                {
                    return asked.map(yes_or_no);
                }
                let scope = self.forum(verb, scope)?;
                self.may(verb, Some(scope), who, self.as_of).map(yes_or_no)
            }
            Question::May { who, person: None, verb, scope: None, about: None } if self.is_only_a_right(verb) => {
                self.may(verb, None, who, self.as_of).map(yes_or_no)
            }
            Question::Is { who, what } => self.is_asked(who, what).map(yes_or_no),
            Question::Status { who } => Ok(Value::State { state: self.status_of(who)?, until: None }),
            Question::Amount { table, who, period, at } => {
                self.amount_asked(table, who, period.as_deref(), at.as_deref())
            }
            Question::Carried { what } => self.is_carried(what),
            Question::Quorate { what } => self.is_quorate(what).map(yes_or_no),
            Question::Duties { who } => self.duties_of(who).map(Value::Items),
            _ => Err(Trouble::OutOfScope),
        }
    }

    /// The kind of meeting, the decision or the body that a scope names. Standing for a seat is more than a right.
    fn forum(&self, verb: &str, scope: &'a str) -> Known<&'a str> {
        let charter = self.charter;
        if charter.meeting(scope).is_some() || charter.decision(scope).is_some() {
            return Ok(scope);
        }
        if charter.body(scope).is_some() && verb != "stand" {
            return Ok(scope);
        }
        self.meeting_kind(scope).ok_or(Trouble::OutOfScope)
    }

    /// The kind of meeting that one of this name is.
    fn meeting_kind(&self, name: &str) -> Option<&'a str> {
        let called = |act: &&TypedAct| {
            matches!(act.act.as_str(), "call-meeting" | "open-meeting") && act.about.as_deref() == Some(name)
        };
        self.acts_until(self.as_of).filter(called).last().and_then(|act| act.word("meeting"))
    }

    /// A right that is not an act as well.
    fn is_only_a_right(&self, verb: &str) -> bool {
        let granted = self.charter.rights().any(|(_, right)| right.rights.iter().any(|right| right.verb == verb));
        granted && self.charter.act(verb).is_none() && !charter::platform::is_act(verb)
    }

    fn is_asked(&self, who: &'a str, what: &'a str) -> Truth {
        let charter = self.charter;
        let known =
            charter.class(what).is_some() || charter.status(what).is_some() || charter.definition(what).is_some();
        let world = World { waits: charter.definition(what).is_some(), ..*self };
        if known { world.is_standing(what, Case::of(who, self.as_of)) } else { Err(Trouble::OutOfScope) }
    }

    fn amount_asked(&self, table: &str, who: &'a str, period: Option<&str>, at: Option<&'a str>) -> Known<Value> {
        let table = self.table_asked(table, who, at)?.ok_or(Trouble::OutOfScope)?;
        let period = match (period, &table.per) {
            (Some(period), Some(_)) => {
                let kind = self.period_kind(table)?;
                Some((kind, kind.read(period).ok_or(Trouble::OutOfScope)?))
            }
            (None, None) => None,
            _ => return Err(Trouble::OutOfScope),
        };
        self.amount(table, who, period)
    }

    /// The table meant: by name; for `fee` the one of a class one ever was in; for `weight` the one of votes.
    fn table_asked(&self, table: &str, who: &'a str, at: Option<&'a str>) -> Known<Option<&'a TableDecl>> {
        let kind = at.map(|at| self.meeting_kind(at).unwrap_or(at));
        let at_fits = |found: &TableDecl| found.at_scope.as_ref().map(|scope| scope.as_str()) == kind;
        match table {
            "fee" => {
                let spells = self.spells(who, self.as_of)?;
                let ever = |found: &TableDecl| {
                    spells.iter().any(|spell| found.of.any_of.iter().any(|name| name == spell.class))
                };
                let money = || self.charter.tables().map(|(_, found)| found).filter(|found| is_money(found));
                Ok(money().find(|found| ever(found)).or_else(|| money().next().filter(|_| money().count() == 1)))
            }
            "weight" => {
                let votes = || self.charter.tables().map(|(_, found)| found).filter(|found| found.ty == Type::Votes);
                let unscoped = || votes().find(|found| found.at_scope.is_none());
                Ok(votes().find(|found| at_fits(found)).or_else(unscoped))
            }
            name => Ok(self.charter.table(name)),
        }
    }

    fn duties_of(&self, who: &'a str) -> Known<Vec<Item>> {
        let mut items = Vec::new();
        for (declaration, duty) in self.charter.duties() {
            let instances = match (&duty.per, self.instances(duty, who, self.as_of)) {
                // While it is not known whether a duty is there, it is not listed.
                (Per::While(_), Err(Trouble::Needs(_))) => Vec::new(),
                (_, instances) => instances?,
            };
            for instance in instances {
                items.push(self.item(declaration, duty, &instance, who)?);
            }
        }
        for (declaration, table) in self.charter.tables() {
            if is_money(table) && table.per.is_some() {
                self.overdue(declaration, table, who, &mut items)?;
            }
        }
        items.sort();
        Ok(items)
    }

    fn item(
        &self,
        declaration: &Declaration,
        duty: &'a DutyDecl,
        instance: &Instance<'a>,
        who: &'a str,
    ) -> Known<Item> {
        let (state, on) = match self.state(duty, instance, who, self.as_of)? {
            State::Open => ("open", instance.due),
            State::Done(day) => ("done", Some(day)),
            State::Missed => ("missed", instance.due.map(|due| due.next())),
            State::Cured(day) => ("cured", Some(day)),
        };
        let of = match (instance.period, instance.cause.map(|act| self.owner(act))) {
            (Some((kind, period)), _) => kind.show(period).to_string(),
            (None, Some(Owner::Of(subject))) => subject.to_owned(),
            _ => String::new(),
        };
        Ok(Item {
            on,
            what: duty.name.text.clone(),
            of,
            by: String::new(),
            state: state.to_owned(),
            clause: declaration.clause.clone(),
        })
    }

    fn overdue(
        &self,
        declaration: &Declaration,
        table: &'a TableDecl,
        who: &'a str,
        items: &mut Vec<Item>,
    ) -> Known<()> {
        for ((kind, period), due) in self.past_due(table, who, self.as_of)? {
            if !self.is_settled(table.name.as_str(), who, Some((kind, period)), self.as_of)? {
                items.push(Item {
                    on: Some(due.next()),
                    what: table.name.text.clone(),
                    of: kind.show(period).to_string(),
                    by: String::new(),
                    state: String::from("overdue"),
                    clause: declaration.clause.clone(),
                });
            }
        }
        Ok(())
    }
}

fn is_money(table: &TableDecl) -> bool {
    matches!(table.ty, Type::Money(_))
}

fn yes_or_no(yes: bool) -> Value {
    if yes { Value::Yes } else { Value::No }
}
