//! Names inside decisions, procedures, bodies, limits and vacancies.

use charter_syntax::ast::*;

use super::Names;
use crate::charter::Space;

impl Names<'_> {
    pub(super) fn decision(&mut self, decision: &DecisionDecl) {
        if let Some(of) = &decision.of {
            let text = of.as_str();
            let known = self.charter.meeting(text).is_some()
                || self.charter.body(text).is_some()
                || self.charter.class(text).is_some();
            if !known {
                let names: Vec<&str> =
                    self.charter.names(Space::Forum).chain(self.charter.names(Space::Party)).collect();
                self.unknown(of, "meeting, body or class", &names);
            }
        }
        decision.about.iter().for_each(|about| self.class_or_body(about));
        self.lines(&decision.roll, |names, roll| {
            names.set(&roll.who);
            roll.fixed_when.iter().for_each(|when| names.occurrence(when));
        });
        self.lines(&decision.open, |names, open| names.occurrence(&open.from));
        self.lines(&decision.present, |names, present| names.set(&present.who));
        self.lines(&decision.quorum, |names, quorum| names.condition(&quorum.needs));
        self.lines(&decision.vote, |_, _| {});
        self.lines(&decision.carried, |names, cases| {
            for case in cases {
                case.when.iter().for_each(|when| names.condition(when));
                names.condition(&case.needs);
            }
        });
        self.lines(&decision.abstain, |_, _| {});
        self.lines(&decision.silence, |_, _| {});
        self.lines(&decision.tie, |_, _| {});
        self.lines(&decision.elect, |_, _| {});
        self.lines(&decision.proxies, |_, _| {});
        if let Some(weight) = &decision.weight {
            self.known(weight, Space::Table, "table");
        }
    }

    pub(super) fn procedure(&mut self, procedure: &ProcedureDecl) {
        procedure.of.iter().for_each(|of| self.class_or_body(of));
        if let Some(follows) = &procedure.follows {
            self.known(&follows.procedure, Space::Procedure, "procedure");
        }
        self.lines(&procedure.begins, |names, occurrence| names.occurrence(occurrence));
        self.lines(&procedure.needs, |names, need| names.need(need));
        self.lines(&procedure.then, |names, step| {
            names.act_name(&step.act);
            step.within.iter().for_each(|when| names.when(when));
        });
        self.lines(&procedure.windows, |names, window| {
            names.act_name(&window.act);
            names.when(&window.closes);
        });
        self.lines(&procedure.objections, |names, objection| {
            names.act_name(&objection.act);
            names.act_name(&objection.until);
            objection.then.iter().for_each(|act| names.act_name(act));
        });
        let windows: Vec<String> =
            self.charter.followed(procedure).windows.iter().map(|window| window.is.name.text.clone()).collect();
        self.lines(&procedure.decides, |names, step| {
            if names.charter.decision(step.decision.as_str()).is_none() {
                names.known(&step.decision, Space::Forum, "decision");
            }
            if let Some(window) = &step.not_before
                && !windows.contains(&window.text)
            {
                let known: Vec<&str> = windows.iter().map(String::as_str).collect();
                names.unknown(window, "window of this procedure", &known);
            }
            step.by.iter().for_each(|when| names.when(when));
        });
        self.lines(&procedure.overdue, |_, _| {});
        self.lines(&procedure.outcomes, |_, _| {});
    }

    fn need(&mut self, need: &Need) {
        match need {
            Need::Documents(documents) => documents.iter().for_each(|document| self.document(document)),
            Need::Facts(facts) => {
                for fact in facts {
                    if self.charter.fact(fact.as_str()).is_none() && !self.charter.person_role(fact.as_str()) {
                        self.unknown(fact, "fact or person's role", &[]);
                    }
                }
            }
            Need::Acts(alternatives) => {
                for acts in alternatives {
                    acts.only_where.iter().for_each(|only| self.condition(only));
                    self.occurrence(&acts.of);
                }
            }
            Need::Condition(condition) => self.condition(condition),
        }
    }

    fn document(&mut self, name: &Name) {
        let documents: Vec<&str> = self
            .charter
            .acts()
            .flat_map(|(_, act)| act.documents.iter().map(|document| document.name.as_str()))
            .collect();
        if !documents.contains(&name.as_str()) {
            self.unknown(name, "document of an act", &documents);
        }
    }

    pub(super) fn body(&mut self, body: &BodyDecl) {
        self.lines(&body.seats, |names, seat| {
            if let Seats::OnePer(list) = &seat.seats {
                names.known(list, Space::List, "list");
            }
            seat.members_of.iter().for_each(|of| names.known(of, Space::Party, "body"));
            seat.created_by.iter().for_each(|by| names.known(by, Space::Forum, "decision"));
        });
        self.lines(&body.term, |names, term| match term {
            Term::WithSeatIn(other) => names.known(other, Space::Party, "body"),
            Term::UntilNext(meeting) => names.known(meeting, Space::Forum, "meeting"),
            Term::Span { .. } => {}
        });
        self.lines(&body.quorum, |names, quorum| names.condition(&quorum.needs));
    }

    pub(super) fn limit(&mut self, limit: &LimitDecl) {
        self.known(&limit.of, Space::Party, "body");
        self.lines(&limit.limits, |names, one| match one {
            Limitation::NotTogetherWith(other) => names.known(other, Space::Party, "office or body"),
            Limitation::Share { fact, .. } if names.charter.fact(fact.as_str()).is_none() => {
                names.unknown(fact, "fact", &[])
            }
            _ => {}
        });
    }

    pub(super) fn vacancy(&mut self, vacancy: &VacancyDecl) {
        self.known(&vacancy.of, Space::Party, "body");
        self.lines(&vacancy.cases, |names, case| {
            for filler in &case.fillers {
                if let FilledBy::Named(by) = &filler.by {
                    let spaces = [Space::Party, Space::Forum, Space::Procedure];
                    if spaces.iter().all(|space| names.charter.found(*space, by.as_str()).is_none()) {
                        let known: Vec<&str> =
                            names.charter.names(Space::Party).chain(names.charter.names(Space::Forum)).collect();
                        names.unknown(by, "body, decision or procedure", &known);
                    }
                }
                filler.from_class.iter().for_each(|class| names.class_name(class));
            }
        });
    }
}
