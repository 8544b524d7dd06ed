//! Names inside conditions, expressions, sets, occurrences and dates.

use charter_syntax::ast::*;

use super::{DECISION_SETS, Names};
use crate::charter::Space;

impl Names<'_> {
    pub(super) fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| self.condition(one)),
            Condition::Not(inner) => self.condition(inner),
            Condition::Compare(left, _, right) => {
                self.expression(left);
                self.expression(right);
            }
            Condition::InList(left, list) => {
                self.expression(left);
                self.known(list, Space::List, "list");
            }
            Condition::Is(_, name) => self.standing(name),
            Condition::Missed(missed) => {
                self.known(&missed.duty, Space::Duty, "duty");
                missed.in_one.iter().for_each(|period| self.period(period));
                missed.each_after.iter().for_each(|after| self.occurrence(after));
            }
            Condition::Settled(settled) => self.known(&settled.table, Space::Table, "table"),
            Condition::Happened(occurrence, window) => {
                self.occurrence(occurrence);
                self.window(window.as_ref());
            }
            Condition::May(right) => self.rights(std::slice::from_ref(right)),
            Condition::FiledBefore(_) | Condition::FiledAs(_) => {}
        }
    }

    fn window(&mut self, window: Option<&Window>) {
        if let Some(Window::This(period)) = window {
            self.period(period);
        }
    }

    fn standing(&mut self, name: &Name) {
        let text = name.as_str();
        let yes_no = self.charter.fact(text).is_some_and(|fact| fact.ty == Type::YesNo);
        let known =
            yes_no || self.charter.found(Space::Standing, text).is_some() || self.charter.threshold(text).is_some();
        if !known {
            let names: Vec<&str> =
                self.charter.names(Space::Standing).chain(self.charter.names(Space::Threshold)).collect();
            self.unknown(name, "class, status, definition, finding or threshold", &names);
        }
    }

    fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::Number(_) | Expression::Money(_) | Expression::Date(_) => {}
            Expression::Name(_, name) => self.value_name(name),
            Expression::Set(set) | Expression::Heads(set) => self.set(set),
            Expression::Distinct(fact, set) => {
                self.value_name(fact);
                self.set(set);
            }
            Expression::Count(occurrence, window) => {
                self.occurrence(occurrence);
                self.window(window.as_ref());
            }
            Expression::Sum(field, occurrence, window) => {
                self.field_of(field, occurrence);
                self.occurrence(occurrence);
                self.window(window.as_ref());
            }
            Expression::Portion(_, base) => self.expression(base),
            Expression::Arithmetic(left, _, right) => {
                self.expression(left);
                self.expression(right);
            }
        }
    }

    fn value_name(&mut self, name: &Name) {
        let text = name.as_str();
        let field = |act: &ActDecl| act.fields.iter().any(|field| field.name == *name);
        let known = self.charter.fact(text).is_some()
            || self.charter.acts().any(|(_, act)| field(act))
            || self.charter.class(text).is_some()
            || self.charter.body(text).is_some()
            || self.charter.lists().any(|(_, list)| self.charter.list_item(list, text).is_some());
        if !known {
            let mut names = self.fact_names();
            names.extend(self.charter.names(Space::Standing).map(str::to_owned));
            names.extend(DECISION_SETS.iter().map(|set| (*set).to_owned()));
            for (_, list) in self.charter.lists() {
                names.extend(list.items.iter().map(|item| item.name.text.clone()));
            }
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            self.unknown(name, "fact, field, set or word of a list", &names);
        }
    }

    pub(super) fn set(&mut self, set: &SetExpression) {
        let text = set.of.as_str();
        let known =
            DECISION_SETS.contains(&text) || self.charter.class(text).is_some() || self.charter.body(text).is_some();
        if !known {
            let mut names: Vec<&str> = self.charter.classes().map(|(_, class)| class.name.as_str()).collect();
            names.extend(DECISION_SETS);
            self.unknown(&set.of, "set of voters, members or seats", &names);
        }
        set.or.iter().for_each(|class| self.class_name(class));
        set.with.iter().for_each(|right| self.rights(std::slice::from_ref(right)));
        set.only.iter().for_each(|only| self.condition(only));
    }

    pub(super) fn occurrence(&mut self, occurrence: &Occurrence) {
        match &occurrence.what {
            Happening::Named(name) if name == "complete" => {}
            Happening::Named(name) => self.act_name(name),
            Happening::Missed(name) => self.known(name, Space::Duty, "duty"),
            Happening::Settled(name) => self.known(name, Space::Table, "table"),
            Happening::Carried(name) | Happening::NotCarried(name) => {
                if self.charter.decision(name.as_str()).is_none() {
                    self.known(name, Space::Forum, "decision");
                }
            }
            Happening::Opening(meeting) | Happening::Closing(meeting) => {
                meeting.iter().for_each(|meeting| self.known(meeting, Space::Forum, "meeting"));
            }
            Happening::Joining => {}
        }
        occurrence.by.iter().for_each(|by| self.party(by));
        occurrence.only.iter().for_each(|only| self.condition(only));
    }

    pub(super) fn when(&mut self, when: &When) {
        match when {
            When::After { from, .. } => from.iter().for_each(|from| self.occurrence(from)),
            When::Before { of, .. } => self.occurrence(of),
            When::DayOfPeriod(..) | When::EndOfPeriod | When::On(_) => {}
        }
    }

    /// A field that is summed belongs to the act it is summed over.
    fn field_of(&mut self, field: &Name, occurrence: &Occurrence) {
        let Happening::Named(act) = &occurrence.what else { return };
        let Some(act) = self.charter.act(act.as_str()) else { return };
        let fields: Vec<&str> =
            act.fields.iter().map(|field| field.name.as_str()).chain(act.with.iter().map(Name::as_str)).collect();
        if !fields.contains(&field.as_str()) {
            self.unknown(field, "field of this act", &fields);
        }
    }
}
