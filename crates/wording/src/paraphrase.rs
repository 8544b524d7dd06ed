//! What the rules of a clause say, in plain sentences made from the checked form: what a lawyer signs.

use charter::Charter;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::*;

use crate::Language;

mod bodies;
mod conditions;
mod deciding;

impl Language {
    /// The rules under a clause, or under all clauses, as sentences with their clause.
    pub fn paraphrase(&self, charter: &Charter, clause: Option<&ClauseLabel>) -> Vec<(ClauseLabel, String)> {
        let wanted = charter
            .declarations
            .iter()
            .filter(|declaration| clause.is_none_or(|clause| declaration.clause.within(clause)));
        let sentences = wanted.flat_map(|declaration| {
            let of = declaration.clause.clone();
            self.sentences(declaration).into_iter().map(move |sentence| (of.clone(), sentence))
        });
        sentences.collect()
    }

    fn sentences(&self, declaration: &Declaration) -> Vec<String> {
        let say = |id: &str, words: &[(&str, &str)]| self.say(&format!("rule-{id}"), words);
        match &declaration.kind {
            DeclarationKind::Charter(header) => {
                let from = header.in_force_from.map(|date| date.to_string()).unwrap_or_default();
                vec![say("charter", &[("title", &header.title), ("from", &from)])]
            }
            DeclarationKind::Period(period) => vec![say("period", &[("name", period.name.as_str())])],
            DeclarationKind::List(list) => {
                let items: Vec<_> = list.items.iter().map(|item| item.name.as_str()).collect();
                vec![say("list", &[("name", list.name.as_str()), ("items", &items.join(", "))])]
            }
            DeclarationKind::Class(class) => self.class(class),
            DeclarationKind::Office(office) => vec![say("office", &[("name", office.name.as_str())])],
            DeclarationKind::Meeting(meeting) => self.meeting(meeting),
            DeclarationKind::Act(act) => self.act(act),
            DeclarationKind::Right(right) => {
                let only = right.only.as_ref().map(|only| self.only(only)).unwrap_or_default();
                let words = [("who", party(&right.to)), ("rights", rights(&right.rights)), ("only", only)];
                vec![self.under(self.rule("right", &words), &right.under)]
            }
            DeclarationKind::Lose(lose) => {
                let extent = self.extent(&lose.extent);
                let words = [("who", party(&lose.of)), ("rights", rights(&lose.rights)), ("extent", extent)];
                vec![self.under(self.rule("lose", &words), &lose.under)]
            }
            DeclarationKind::Keep(keep) => {
                let only = keep.only.as_ref().map(|only| self.only(only)).unwrap_or_default();
                let words = [
                    ("who", party(&keep.of)),
                    ("rights", rights(&keep.rights)),
                    ("clause", keep.despite.to_string()),
                    ("only", only),
                ];
                vec![self.under(self.rule("keep", &words), &keep.under)]
            }
            DeclarationKind::Duty(duty) => self.duty(duty),
            DeclarationKind::Status(status) => self.status(status),
            DeclarationKind::Table(table) => self.table(table),
            DeclarationKind::Define(define) => {
                let means = self.alternatives(&define.means, |condition| self.condition(condition));
                vec![say("define", &[("who", &party(&define.of)), ("name", define.name.as_str()), ("means", &means)])]
            }
            DeclarationKind::Threshold(threshold) => {
                vec![say(
                    "threshold",
                    &[("name", threshold.name.as_str()), ("needs", &self.condition(&threshold.needs))],
                )]
            }
            DeclarationKind::Finding(finding) => {
                let mut sentences =
                    vec![say("finding", &[("name", finding.name.as_str()), ("by", &party(&finding.by))])];
                for line in &finding.also_where {
                    let words = [("name", finding.name.text.clone()), ("condition", self.condition(&line.is))];
                    sentences.push(self.under(self.rule("finding-also", &words), &line.under));
                }
                sentences
            }
            DeclarationKind::Decision(decision) => self.decision(decision),
            DeclarationKind::Procedure(procedure) => self.procedure(procedure),
            DeclarationKind::Body(body) => self.body(body),
            DeclarationKind::Limit(limit) => self.limit(limit),
            DeclarationKind::Vacancy(vacancy) => self.vacancy(vacancy),
            DeclarationKind::Delegation(delegation) => {
                let words = [
                    ("name", delegation.name.text.clone()),
                    ("from", delegation.from.text.clone()),
                    ("to", delegation.to.text.clone()),
                ];
                let mut sentences = vec![self.rule("delegation", &words)];
                for line in &delegation.except {
                    let matters: Vec<_> = line.is.iter().map(Name::as_str).collect();
                    let words = [("from", delegation.from.text.clone()), ("matters", matters.join(", "))];
                    sentences.push(self.under(self.rule("delegation-except", &words), &line.under));
                }
                sentences
            }
            DeclarationKind::Notice(notice) => {
                let when = notice.when.as_ref().map(|when| self.occurrence(when)).unwrap_or_default();
                let words = [
                    ("name", notice.name.text.clone()),
                    ("by", party(&notice.by)),
                    ("to", party(&notice.to)),
                    ("every", String::from(if notice.to_every { "yes" } else { "" })),
                    ("when", when),
                    ("within", notice.within.map(|span| span.to_string()).unwrap_or_default()),
                ];
                vec![self.rule("notice", &words)]
            }
            DeclarationKind::Transition(transition) => {
                let which = if transition.follows { "transition-follows" } else { "transition-keeps" };
                vec![say(which, &[("of", transition.of.as_str())])]
            }
            DeclarationKind::Reading(reading) => self.reading_sentences(reading),
            DeclarationKind::Silent(silent) => vec![say("silent", &[("about", &silent.about)])],
            DeclarationKind::NoRule(no_rule) => {
                let id = match no_rule.extent {
                    NoRuleExtent::Text => "no-rule",
                    NoRuleExtent::RecordOnly => "record-only",
                    NoRuleExtent::ForPeople => "for-people",
                };
                vec![say(id, &[("why", &no_rule.why)])]
            }
        }
    }

    fn rule(&self, id: &str, words: &[(&str, String)]) -> String {
        let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        self.say(&format!("rule-{id}"), &words)
    }

    fn only(&self, condition: &Condition) -> String {
        self.rule("only", &[("condition", self.condition(condition))])
    }

    /// A text with the readings that it holds under.
    fn under(&self, text: String, guards: &[Guard]) -> String {
        let under: Vec<_> = guards.iter().map(|guard| format!("{}: {}", guard.reading, guard.option)).collect();
        if under.is_empty() { text } else { self.rule("under", &[("text", text), ("reading", under.join(", "))]) }
    }

    /// Lines under their readings, joined.
    fn alternatives<T>(&self, lines: &[Guarded<T>], each: impl Fn(&T) -> String) -> String {
        let texts: Vec<String> = lines.iter().map(|line| self.under(each(&line.is), &line.under)).collect();
        texts.join(&self.say("rule-or", &[]))
    }

    fn act(&self, act: &ActDecl) -> Vec<String> {
        let about = act.about.as_ref().map(party).unwrap_or_default();
        let name = act.name.text.clone();
        let mut sentences = vec![self.rule("act", &[("name", name.clone()), ("by", party(&act.by)), ("about", about)])];
        let optional = |name: &Name, optional: bool| match optional {
            true => self.rule("optional", &[("name", name.text.clone())]),
            false => name.text.clone(),
        };
        let document = |document: &DocumentDecl| {
            let text = optional(&document.name, document.optional);
            match &document.languages {
                Some(list) => self.rule("document-in", &[("document", text), ("list", list.text.clone())]),
                None => text,
            }
        };
        let mut says: Vec<String> = act.fields.iter().map(|field| optional(&field.name, field.optional)).collect();
        says.extend(act.with.iter().map(|fact| fact.text.clone()));
        let parts = [
            ("act-says", says),
            ("act-documents", act.documents.iter().map(document).collect()),
            ("act-seen-by", act.seen_by.iter().map(|name| name.text.clone()).collect()),
        ];
        for (id, texts) in parts.into_iter().filter(|(_, texts)| !texts.is_empty()) {
            sentences.push(self.rule(id, &[("name", name.clone()), ("text", texts.join(", "))]));
        }
        for line in &act.only_where {
            let words = [("name", act.name.text.clone()), ("condition", self.condition(&line.is))];
            sentences.push(self.under(self.rule("act-only", &words), &line.under));
        }
        sentences
    }

    fn class(&self, class: &ClassDecl) -> Vec<String> {
        let name = class.name.text.clone();
        let begins = self.alternatives(&class.begins, |occurrence| self.occurrence(occurrence));
        let mut sentences = vec![self.rule("class", &[("name", name.clone()), ("begins", begins)])];
        let ends = self.alternatives(&class.ends, |occurrence| self.occurrence(occurrence));
        if !ends.is_empty() {
            sentences.push(self.rule("class-ends", &[("name", name.clone()), ("ends", ends)]));
        }
        for line in &class.eligible {
            let words = [("name", name.clone()), ("condition", self.condition(&line.is))];
            sentences.push(self.under(self.rule("class-eligible", &words), &line.under));
        }
        if !class.together_with.is_empty() {
            let others: Vec<_> = class.together_with.iter().map(Name::as_str).collect();
            sentences.push(self.rule("class-together", &[("name", name), ("others", others.join(", "))]));
        }
        for line in &class.persons {
            let roles: Vec<_> = line.roles.iter().map(Name::as_str).collect();
            let id = if line.different { "persons-different" } else { "persons" };
            let words = [("name", class.name.text.clone()), ("roles", roles.join(", "))];
            sentences.push(self.under(self.rule(id, &words), &line.under));
        }
        if !class.facts.is_empty() {
            let facts: Vec<_> = class.facts.iter().map(|fact| fact.name.as_str()).collect();
            sentences.push(self.rule("facts", &[("name", class.name.text.clone()), ("facts", facts.join(", "))]));
        }
        sentences
    }

    fn duty(&self, duty: &DutyDecl) -> Vec<String> {
        let done = self.alternatives(&duty.done_by, |fulfilment| {
            let by = self.occurrence(&fulfilment.by);
            match &fulfilment.and {
                Some(and) => format!("{by}{}{}", self.say("rule-and", &[]), self.condition(and)),
                None => by,
            }
        });
        let due = self.alternatives(&duty.due, |when| self.due(when));
        let per = match &duty.per {
            Per::Period(name) => name.text.clone(),
            Per::Occurrence(occurrence) => self.occurrence(occurrence),
            Per::While(condition) => self.condition(condition),
        };
        let mut sentences =
            vec![self.rule("duty", &[("who", party(&duty.of)), ("done", done), ("per", per), ("due", due)])];
        if !duty.late_until.is_empty() {
            let until = self.alternatives(&duty.late_until, |when| self.when(when));
            sentences.push(self.rule("duty-late", &[("name", duty.name.text.clone()), ("until", until)]));
        }
        if !duty.first.is_empty() {
            let first = self.first_periods(&duty.first);
            sentences.push(self.rule("duty-first", &[("name", duty.name.text.clone()), ("first", first)]));
        }
        sentences
    }

    fn status(&self, status: &StatusDecl) -> Vec<String> {
        let words = [
            ("who", status.of.text.clone()),
            ("name", status.name.text.clone()),
            ("extent", self.extent(&status.extent)),
        ];
        let mut sentences = vec![self.rule("status", &words)];
        if status.ends_membership {
            sentences.push(self.rule("status-ends", &[("name", status.name.text.clone())]));
        }
        if !status.then_may.is_empty() {
            let acts: Vec<_> = status.then_may.iter().map(Name::as_str).collect();
            sentences.push(self.rule("status-then", &[("name", status.name.text.clone()), ("acts", acts.join(", "))]));
        }
        sentences
    }

    fn extent(&self, extent: &Extent) -> String {
        match extent {
            Extent::While(condition) => self.rule("while", &[("condition", self.condition(condition))]),
            Extent::Once(condition) => self.rule("once", &[("condition", self.condition(condition))]),
            Extent::Always => self.say("rule-always", &[]),
            Extent::Between { from, until } => {
                let from = self.alternatives(from, |occurrence| self.occurrence(occurrence));
                let until = self.alternatives(until, |until| match until {
                    Until::Occurrence(occurrence) => self.occurrence(occurrence),
                    Until::Span(span) => self.rule("span-later", &[("span", span.to_string())]),
                });
                let id = if until.is_empty() { "from" } else { "from-until" };
                self.rule(id, &[("from", from), ("until", until)])
            }
        }
    }

    fn first_periods(&self, lines: &[Guarded<FirstPeriod>]) -> String {
        self.alternatives(lines, |first| match first {
            FirstPeriod::OfJoining => self.say("rule-first-of-joining", &[]),
            FirstPeriod::AfterJoining => self.say("rule-first-after-joining", &[]),
        })
    }

    fn table(&self, table: &TableDecl) -> Vec<String> {
        let by = self.alternatives(&table.by, |axis| match axis.of {
            AxisPeriod::Current => axis.fact.text.clone(),
            AxisPeriod::Last => self.rule("axis-last", &[("fact", axis.fact.text.clone())]),
            AxisPeriod::Same => self.rule("axis-same", &[("fact", axis.fact.text.clone())]),
        });
        let head = self.rule("table", &[("name", table.name.text.clone()), ("who", party(&table.of)), ("by", by)]);
        let row = |line: &Guarded<Row>| {
            let value = line.is.value;
            let per_head = if value.per_head { self.say("rule-per-head", &[]) } else { String::new() };
            let step = value.step.map_or(String::new(), |step| {
                let words =
                    [("add", step.add.to_string()), ("each", step.each.to_string()), ("above", step.above.to_string())];
                self.rule("row-step", &words)
            });
            let band = match &line.is.band {
                Band::Where(condition) => self.only(condition),
                band => band.to_string(),
            };
            let text = self.rule("row", &[("band", band), ("value", format!("{}{per_head}{step}", value.base))]);
            self.under(text, &line.under)
        };
        let mut sentences: Vec<String> = std::iter::once(head).chain(table.rows.iter().map(row)).collect();
        let name = table.name.text.clone();
        let mut add = |id: &str, text: String| {
            if !text.is_empty() {
                sentences.push(self.rule(id, &[("name", name.clone()), ("text", text)]));
            }
        };
        add("table-cap", table.cap.map(|cap| cap.to_string()).unwrap_or_default());
        add("table-floor", table.floor.map(|floor| floor.to_string()).unwrap_or_default());
        add("table-due", self.alternatives(&table.due, |when| self.when(when)));
        add("table-first", self.first_periods(&table.first));
        sentences
    }

    fn joined<T>(&self, lines: &[Guarded<T>], each: impl Fn(&T) -> String) -> String {
        lines.iter().map(|line| self.under(each(&line.is), &line.under)).collect::<Vec<_>>().join("; ")
    }

    fn reading_sentences(&self, reading: &ReadingDecl) -> Vec<String> {
        let head = self.rule("reading", &[("name", reading.name.text.clone()), ("question", reading.question.clone())]);
        let option = |option: &ReadingOption| {
            let id = if option.proposed { "option-proposed" } else { "option" };
            self.rule(id, &[("name", option.name.text.clone()), ("means", option.means.clone())])
        };
        std::iter::once(head).chain(reading.options.iter().map(option)).collect()
    }
}

fn party(party: &Party) -> String {
    party.any_of.iter().map(Name::as_str).collect::<Vec<_>>().join(" or ")
}

fn rights(rights: &[RightName]) -> String {
    rights.iter().map(right_text).collect::<Vec<_>>().join(", ")
}

fn right_text(right: &RightName) -> String {
    match &right.scope {
        Some(scope) => format!("{} ({scope})", right.verb),
        None => right.verb.text.clone(),
    }
}
