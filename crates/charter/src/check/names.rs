//! S1, first half: every name is declared, once, and is of the kind that its place asks for.

mod forums;
mod inside;

use std::collections::BTreeMap;

use charter_syntax::ast::*;
use charter_syntax::{At, ClauseLabel, Code, Diagnostic, suggest};

use crate::charter::{Space, space};
use crate::network::{Network, Source};
use crate::{Charter, platform};

/// Sets that a decision has by itself.
const DECISION_SETS: &[&str] =
    &["yes", "no", "abstain", "cast", "returned", "present", "roll", "voting-seats", "filled-seats"];

/// Checks the names of a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut checker = Names { charter, findings: Vec::new() };
    checker.repeated(own);
    checker.circular(own);
    for declaration in own {
        checker.declaration(declaration);
        for label in &declaration.cites {
            checker.clause(label, declaration.keyword_at);
        }
    }
    checker.findings
}

/// Checks the names in the tests of a file: readings chosen, clauses expected.
pub fn tests(network: &Network, source: &Source) -> Vec<Diagnostic> {
    let Some(charter) = network.newest() else { return Vec::new() };
    let mut checker = Names { charter, findings: Vec::new() };
    for test in &source.tests {
        for guard in &test.under {
            checker.guard_of_any(network, guard);
        }
        for step in &test.steps {
            if let Step::Ask(ask) = step {
                for label in &ask.because {
                    if !network
                        .versions()
                        .iter()
                        .any(|version| version.clause(label).is_some() || inside(version, label))
                    {
                        checker.clause(label, ask.at);
                    }
                }
            }
        }
    }
    checker.findings
}

fn inside(charter: &Charter, label: &ClauseLabel) -> bool {
    // 5.1.6(c) lies in 5.1.6; 7.2.99 does not lie in 7.2.
    let part =
        |clause: &ClauseLabel| label.as_str().strip_prefix(clause.as_str()).is_some_and(|rest| rest.starts_with('('));
    charter.clauses.iter().any(|clause| part(&clause.label))
}

struct Names<'c> {
    charter: &'c Charter,
    findings: Vec<Diagnostic>,
}

impl Names<'_> {
    fn unknown(&mut self, name: &Name, kind: &str, known: &[&str]) {
        let suggestion = suggest(name.as_str(), known.iter().copied());
        let finding = Diagnostic::new(Code::NameUnknown, name.at).with("name", name).with("kind", kind);
        self.findings.push(finding.suggesting(suggestion));
    }

    /// A name that must be declared in a space.
    fn known(&mut self, name: &Name, wanted: Space, kind: &str) {
        if self.charter.found(wanted, name.as_str()).is_some() {
            return;
        }
        let elsewhere = self.charter.all_names().find(|(_, known)| name == *known);
        if let Some((_, _)) = elsewhere {
            let finding = Diagnostic::new(Code::NameWrongKind, name.at).with("name", name).with("kind", kind);
            self.findings.push(finding);
            return;
        }
        let known: Vec<&str> = self.charter.names(wanted).collect();
        self.unknown(name, kind, &known);
    }

    fn repeated(&mut self, own: &[Declaration]) {
        let mut seen: BTreeMap<(Space, &str), At> = BTreeMap::new();
        for declaration in own {
            let name = match &declaration.kind {
                DeclarationKind::Silent(silent) => silent.topic.as_ref(),
                other => other.name(),
            };
            let Some((space, name)) = space(&declaration.kind).zip(name) else { continue };
            if let Some(first) = seen.insert((space, name.as_str()), name.at) {
                let finding = Diagnostic::new(Code::NameRepeated, name.at).with("name", name).also(first, "first");
                self.findings.push(finding);
            }
            self.confusable(name);
        }
        for (_, list) in self.charter.lists() {
            let mut words: Vec<&Name> = Vec::new();
            for word in list.items.iter().flat_map(|item| std::iter::once(&item.name).chain(&item.aliases)) {
                if let Some(first) = words.iter().find(|known| known.as_str() == word.as_str()) {
                    self.findings
                        .push(Diagnostic::new(Code::NameRepeated, word.at).with("name", word).also(first.at, "first"));
                }
                words.push(word);
            }
        }
    }

    /// Letters of two scripts in one name look like one and are another.
    fn confusable(&mut self, name: &Name) {
        let script = |c: char| match u32::from(c) {
            0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f => Some("Latin"),
            0x370..=0x3ff => Some("Greek"),
            0x400..=0x52f => Some("Cyrillic"),
            _ => None,
        };
        let mut scripts: Vec<&str> = name.as_str().chars().filter_map(script).collect();
        scripts.sort_unstable();
        scripts.dedup();
        if scripts.len() > 1 {
            let finding =
                Diagnostic::new(Code::NameConfusable, name.at).with("name", name).with("scripts", scripts.join(", "));
            self.findings.push(finding);
        }
    }

    /// Definitions, thresholds and procedures that lead back to themselves.
    fn circular(&mut self, own: &[Declaration]) {
        for declaration in own {
            let (name, start) = match &declaration.kind {
                DeclarationKind::Define(define) => {
                    (&define.name, define.means.iter().flat_map(|line| mentioned(&line.is)).collect())
                }
                DeclarationKind::Procedure(procedure) => {
                    (&procedure.name, procedure.follows.iter().map(|follows| follows.procedure.text.clone()).collect())
                }
                _ => continue,
            };
            let mut open: Vec<String> = start;
            let mut seen: Vec<String> = Vec::new();
            while let Some(next) = open.pop() {
                if *name == next.as_str() {
                    self.findings.push(Diagnostic::new(Code::DefinitionCircular, name.at).with("name", name));
                    break;
                }
                if seen.contains(&next) {
                    continue;
                }
                if let Some(define) = self.charter.definition(&next) {
                    open.extend(define.means.iter().flat_map(|line| mentioned(&line.is)));
                }
                if let Some(follows) = self.charter.procedure(&next).and_then(|procedure| procedure.follows.as_ref()) {
                    open.push(follows.procedure.text.clone());
                }
                seen.push(next);
            }
        }
    }

    fn clause(&mut self, label: &ClauseLabel, at: At) {
        if self.charter.clause(label).is_none() && !inside(self.charter, label) {
            let known: Vec<&str> = self.charter.clauses.iter().map(|clause| clause.label.as_str()).collect();
            let suggestion = suggest(label.as_str(), known);
            self.findings.push(Diagnostic::new(Code::ClauseUnknown, at).with("clause", label).suggesting(suggestion));
        }
    }

    fn guards(&mut self, under: &[Guard]) {
        for guard in under {
            let Some(reading) = self.charter.reading(guard.reading.as_str()) else {
                let known: Vec<&str> = self.charter.names(Space::Reading).collect();
                let suggestion = suggest(guard.reading.as_str(), known);
                let finding = Diagnostic::new(Code::OptionUnknown, guard.reading.at)
                    .with("reading", &guard.reading)
                    .with("option", "");
                self.findings.push(finding.suggesting(suggestion));
                continue;
            };
            if !reading.options.iter().any(|option| option.name == guard.option) {
                let suggestion =
                    suggest(guard.option.as_str(), reading.options.iter().map(|option| option.name.as_str()));
                let finding = Diagnostic::new(Code::OptionUnknown, guard.option.at)
                    .with("reading", &guard.reading)
                    .with("option", &guard.option)
                    .suggesting(suggestion);
                self.findings.push(finding);
            }
        }
    }

    fn guard_of_any(&mut self, network: &Network, guard: &Guard) {
        let version = network.versions().iter().find(|version| version.reading(guard.reading.as_str()).is_some());
        match version {
            Some(version) => Names { charter: version, findings: Vec::new() }.forward(guard, &mut self.findings),
            None => self.guards(std::slice::from_ref(guard)),
        }
    }

    fn forward(mut self, guard: &Guard, findings: &mut Vec<Diagnostic>) {
        self.guards(std::slice::from_ref(guard));
        findings.append(&mut self.findings);
    }

    fn lines<T>(&mut self, lines: &[Guarded<T>], mut each: impl FnMut(&mut Self, &T)) {
        for line in lines {
            self.guards(&line.under);
            each(self, &line.is);
        }
    }

    fn declaration(&mut self, declaration: &Declaration) {
        match &declaration.kind {
            DeclarationKind::Charter(header) => {
                self.lines(&header.time_zone, |_, _| {});
                self.lines(&header.month_end, |_, _| {});
                self.lines(&header.first_day, |_, _| {});
            }
            DeclarationKind::Class(class) => self.class(class),
            DeclarationKind::Office(office) => office.appointed_by.iter().for_each(|body| self.named_party(body)),
            DeclarationKind::Meeting(meeting) => self.meeting(meeting),
            DeclarationKind::Act(act) => self.act(act),
            DeclarationKind::Right(right) => {
                self.guards(&right.under);
                self.rights(&right.rights);
                self.party(&right.to);
                right.only.iter().for_each(|only| self.condition(only));
            }
            DeclarationKind::Lose(lose) => {
                self.guards(&lose.under);
                self.rights(&lose.rights);
                self.party(&lose.of);
                self.extent(&lose.extent);
            }
            DeclarationKind::Keep(keep) => {
                self.guards(&keep.under);
                self.rights(&keep.rights);
                self.party(&keep.of);
                self.clause(&keep.despite, declaration.keyword_at);
                keep.only.iter().for_each(|only| self.condition(only));
            }
            DeclarationKind::Duty(duty) => self.duty(duty),
            DeclarationKind::Status(status) => {
                self.class_name(&status.of);
                self.extent(&status.extent);
                status.then_may.iter().for_each(|act| self.act_name(act));
            }
            DeclarationKind::Table(table) => self.table(table),
            DeclarationKind::Define(define) => {
                self.party(&define.of);
                self.lines(&define.means, |names, condition| names.condition(condition));
            }
            DeclarationKind::Threshold(threshold) => self.condition(&threshold.needs),
            DeclarationKind::Finding(finding) => {
                self.party(&finding.by);
                finding.about.iter().for_each(|about| self.party(about));
                self.lines(&finding.also_where, |names, condition| names.condition(condition));
            }
            DeclarationKind::Decision(decision) => self.decision(decision),
            DeclarationKind::Procedure(procedure) => self.procedure(procedure),
            DeclarationKind::Body(body) => self.body(body),
            DeclarationKind::Limit(limit) => self.limit(limit),
            DeclarationKind::Vacancy(vacancy) => self.vacancy(vacancy),
            DeclarationKind::Delegation(delegation) => {
                self.named_party(&delegation.from);
                self.named_party(&delegation.to);
                self.lines(&delegation.except, |_, _| {});
            }
            DeclarationKind::Notice(notice) => {
                self.party(&notice.by);
                self.party(&notice.to);
                notice.when.iter().for_each(|when| self.occurrence(when));
            }
            DeclarationKind::Transition(transition) => self.transition(transition),
            DeclarationKind::Reading(reading) => self.clause(&reading.of, reading.name.at),
            DeclarationKind::Period(_)
            | DeclarationKind::List(_)
            | DeclarationKind::Silent(_)
            | DeclarationKind::NoRule(_) => {}
        }
    }

    fn transition(&mut self, transition: &TransitionDecl) {
        let name = transition.of.as_str();
        let known = self.charter.procedure(name).is_some()
            || self.charter.decision(name).is_some()
            || self.charter.body(name).is_some();
        if !known {
            let names: Vec<&str> = self.charter.names(Space::Procedure).collect();
            self.unknown(&transition.of, "procedure, decision or body", &names);
        }
    }

    fn class(&mut self, class: &ClassDecl) {
        for fact in &class.facts {
            self.ty(&fact.ty);
            fact.per.iter().for_each(|per| self.period(per));
        }
        class.persons.iter().for_each(|persons| self.guards(&persons.under));
        self.lines(&class.begins, |names, occurrence| names.occurrence(occurrence));
        self.lines(&class.ends, |names, occurrence| names.occurrence(occurrence));
        self.lines(&class.eligible, |names, condition| names.condition(condition));
        class.together_with.iter().for_each(|other| self.class_name(other));
    }

    fn meeting(&mut self, meeting: &MeetingDecl) {
        meeting.of.iter().for_each(|of| self.class_or_body(of));
        meeting.called_by.iter().for_each(|by| self.named_party(by));
        self.lines(&meeting.at_least_every, |_, _| {});
        self.lines(&meeting.before, |_, _| {});
        self.lines(&meeting.after, |_, _| {});
    }

    fn act(&mut self, act: &ActDecl) {
        self.party(&act.by);
        act.about.iter().for_each(|about| self.party(about));
        act.fields.iter().for_each(|field| self.ty(&field.ty));
        for fact in &act.with {
            if self.charter.fact(fact.as_str()).is_none() && !self.charter.person_role(fact.as_str()) {
                let known = self.fact_names();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                self.unknown(fact, "fact or person's role", &known);
            }
        }
        for document in &act.documents {
            if let Some(list) = &document.languages {
                self.known(list, Space::List, "list");
            }
        }
        self.lines(&act.only_where, |names, condition| names.condition(condition));
        if platform::is_act(act.name.as_str()) {
            let finding = Diagnostic::new(Code::NameRepeated, act.name.at).with("name", &act.name);
            self.findings.push(finding);
        }
    }

    fn fact_names(&self) -> Vec<String> {
        let facts = self.charter.classes().flat_map(|(_, class)| class.facts.iter().map(|fact| fact.name.text.clone()));
        facts.collect()
    }

    fn ty(&mut self, ty: &Type) {
        if let Type::Named(name) = ty {
            let known = self.charter.period(name.as_str()).is_some() || self.charter.list(name.as_str()).is_some();
            if !known && self.charter.all_names().all(|(_, other)| *name != other) {
                let mut names: Vec<&str> =
                    self.charter.names(Space::List).chain(self.charter.names(Space::Period)).collect();
                names.extend(["number", "votes", "yes-no", "date", "text", "organisation", "person", "calendar-year"]);
                self.unknown(name, "type", &names);
            }
        }
    }

    fn period(&mut self, name: &Name) {
        if self.charter.period(name.as_str()).is_none() {
            let mut known: Vec<&str> = self.charter.names(Space::Period).collect();
            known.extend(["calendar-year", "quarter", "month"]);
            self.unknown(name, "period", &known);
        }
    }

    fn class_name(&mut self, name: &Name) {
        if self.charter.class(name.as_str()).is_none() {
            let known: Vec<&str> = self.charter.classes().map(|(_, class)| class.name.as_str()).collect();
            self.unknown(name, "class", &known);
        }
    }

    fn class_or_body(&mut self, name: &Name) {
        if self.charter.class(name.as_str()).is_none() && self.charter.body(name.as_str()).is_none() {
            let known: Vec<&str> =
                self.charter.names(Space::Standing).chain(self.charter.names(Space::Party)).collect();
            self.unknown(name, "class or body", &known);
        }
    }

    /// An office or a body.
    fn named_party(&mut self, name: &Name) {
        if self.charter.found(Space::Party, name.as_str()).is_none() && self.charter.class(name.as_str()).is_none() {
            let known: Vec<&str> = self.charter.names(Space::Party).collect();
            self.unknown(name, "office or body", &known);
        }
    }

    fn party(&mut self, party: &Party) {
        for role in &party.through {
            if !self.charter.person_role(role.as_str()) {
                self.unknown(role, "person's role", &[]);
            }
        }
        for name in &party.any_of {
            let text = name.as_str();
            let known = platform::GENERIC_PARTIES.contains(&text)
                || self.charter.found(Space::Party, text).is_some()
                || self.charter.found(Space::Standing, text).is_some();
            if !known {
                let mut names: Vec<&str> =
                    self.charter.names(Space::Party).chain(self.charter.names(Space::Standing)).collect();
                names.extend(platform::GENERIC_PARTIES);
                self.unknown(name, "class, office or body", &names);
            }
        }
    }

    fn rights(&mut self, rights: &[RightName]) {
        for right in rights {
            if let Some(scope) = &right.scope {
                let text = scope.as_str();
                let known = [Space::Forum, Space::Party, Space::Act, Space::Procedure, Space::Standing];
                if known.iter().all(|space| self.charter.found(*space, text).is_none()) {
                    let names: Vec<&str> =
                        self.charter.names(Space::Forum).chain(self.charter.names(Space::Party)).collect();
                    self.unknown(scope, "meeting, decision or body", &names);
                }
            }
        }
    }

    fn act_name(&mut self, name: &Name) {
        if self.charter.act(name.as_str()).is_none() && !platform::is_act(name.as_str()) {
            let known: Vec<&str> = self.charter.names(Space::Act).chain(platform::names()).collect();
            self.unknown(name, "act", &known);
        }
    }

    fn extent(&mut self, extent: &Extent) {
        match extent {
            Extent::While(condition) | Extent::Once(condition) => self.condition(condition),
            Extent::Always => {}
            Extent::Between { from, until } => {
                self.lines(from, |names, occurrence| names.occurrence(occurrence));
                self.lines(until, |names, until| {
                    if let Until::Occurrence(occurrence) = until {
                        names.occurrence(occurrence);
                    }
                });
            }
        }
    }

    fn duty(&mut self, duty: &DutyDecl) {
        self.party(&duty.of);
        match &duty.per {
            Per::Period(name) => {
                if self.charter.period(name.as_str()).is_none() {
                    self.per_act(name);
                }
            }
            Per::Occurrence(occurrence) => self.occurrence(occurrence),
            Per::While(condition) => self.condition(condition),
        }
        self.lines(&duty.done_by, |names, fulfilment| {
            names.occurrence(&fulfilment.by);
            fulfilment.and.iter().for_each(|and| names.condition(and));
        });
        self.lines(&duty.due, |names, when| names.when(when));
        self.lines(&duty.late_until, |names, when| names.when(when));
        self.lines(&duty.first, |_, _| {});
    }

    fn per_act(&mut self, name: &Name) {
        if self.charter.act(name.as_str()).is_none() && !platform::is_act(name.as_str()) {
            let mut known: Vec<&str> =
                self.charter.names(Space::Period).chain(self.charter.names(Space::Act)).collect();
            known.extend(["calendar-year", "quarter", "month"]);
            self.unknown(name, "period or act", &known);
        }
    }

    fn table(&mut self, table: &TableDecl) {
        self.party(&table.of);
        table.per.iter().for_each(|per| self.period(per));
        if let Some(scope) = &table.at_scope {
            self.known(scope, Space::Forum, "meeting or decision");
        }
        self.lines(&table.by, |names, axis| {
            if names.charter.fact(axis.fact.as_str()).is_none() {
                let known = names.fact_names();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                names.unknown(&axis.fact, "fact", &known);
            }
        });
        self.lines(&table.rows, |names, row| {
            if let Band::Where(condition) = &row.band {
                names.condition(condition);
            }
        });
        self.lines(&table.due, |names, when| names.when(when));
        self.lines(&table.first, |_, _| {});
    }
}

/// Names of standings that a condition mentions.
fn mentioned(condition: &Condition) -> Vec<String> {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().flat_map(mentioned).collect(),
        Condition::Not(inner) => mentioned(inner),
        Condition::Is(_, name) => vec![name.text.clone()],
        _ => Vec::new(),
    }
}
