//! What the rules of a clause say, in plain sentences made from the checked form: what a lawyer signs.

use charter::Charter;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::*;

use crate::Language;

mod conditions;

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
                vec![say("finding", &[("name", finding.name.as_str()), ("by", &party(&finding.by))])]
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
                vec![self.rule("delegation", &words)]
            }
            DeclarationKind::Notice(notice) => {
                let when = notice.when.as_ref().map(|when| self.occurrence(when)).unwrap_or_default();
                let words = [
                    ("name", notice.name.text.clone()),
                    ("by", party(&notice.by)),
                    ("to", party(&notice.to)),
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
        let words = [("name", act.name.text.clone()), ("by", party(&act.by)), ("about", about)];
        let mut sentences = vec![self.rule("act", &words)];
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
        if !class.facts.is_empty() {
            let facts: Vec<_> = class.facts.iter().map(|fact| fact.name.as_str()).collect();
            sentences.push(self.rule("facts", &[("name", class.name.text.clone()), ("facts", facts.join(", "))]));
        }
        sentences
    }

    fn meeting(&self, meeting: &MeetingDecl) -> Vec<String> {
        let name = meeting.name.text.clone();
        let mut sentences = Vec::new();
        if !meeting.at_least_every.is_empty() {
            let every = self.alternatives(&meeting.at_least_every, |interval| interval.span.to_string());
            sentences.push(self.rule("meeting-every", &[("name", name.clone()), ("every", every)]));
        }
        for line in &meeting.before {
            let words =
                [("name", name.clone()), ("step", line.is.step.text.clone()), ("span", line.is.span.to_string())];
            sentences.push(self.under(self.rule("meeting-before", &words), &line.under));
        }
        if sentences.is_empty() {
            sentences.push(self.rule("meeting", &[("name", name)]));
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
            let first = self.alternatives(&duty.first, |first| match first {
                FirstPeriod::OfJoining => self.say("rule-first-of-joining", &[]),
                FirstPeriod::AfterJoining => self.say("rule-first-after-joining", &[]),
            });
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
        std::iter::once(head).chain(table.rows.iter().map(row)).collect()
    }

    fn decision(&self, decision: &DecisionDecl) -> Vec<String> {
        let name = decision.name.text.clone();
        let mut sentences = Vec::new();
        let mut add = |id: &str, text: String| {
            if !text.is_empty() {
                sentences.push(self.rule(id, &[("name", name.clone()), ("text", text)]));
            }
        };
        add("decision-roll", self.alternatives(&decision.roll, |roll| self.set(&roll.who)));
        add("decision-quorum", self.quorum(&decision.quorum));
        add(
            "decision-carried",
            self.alternatives(&decision.carried, |cases| {
                let case = |case: &CarriedCase| {
                    let when = case.when.as_ref().map(|when| self.only(when)).unwrap_or_default();
                    format!("{}{when}", self.condition(&case.needs))
                };
                cases.iter().map(case).collect::<Vec<_>>().join("; ")
            }),
        );
        add(
            "decision-open",
            self.alternatives(&decision.open, |open| {
                let words = [("span", open.span.to_string()), ("from", self.occurrence(&open.from))];
                self.rule("open-for", &words)
            }),
        );
        add(
            "decision-abstain",
            self.alternatives(&decision.abstain, |abstain| {
                let id = match abstain {
                    Abstention::QuorumOnly => "rule-abstain-quorum",
                    Abstention::AsNo => "rule-abstain-no",
                    Abstention::NotCounted => "rule-abstain-not-counted",
                };
                self.say(id, &[])
            }),
        );
        add(
            "decision-silence",
            self.alternatives(&decision.silence, |silence| match silence {
                Silence::Abstains => self.say("rule-silence-abstains", &[]),
                Silence::NotCast => self.say("rule-silence-not-cast", &[]),
            }),
        );
        add(
            "decision-tie",
            self.alternatives(&decision.tie, |tie| match tie {
                Tie::NotCarried => self.say("rule-tie-not-carried", &[]),
                Tie::CastingVote(of) => self.rule("tie-casting", &[("of", of.text.clone())]),
                Tie::Lot => self.say("rule-tie-lot", &[]),
                Tie::AnotherVote => self.say("rule-tie-another", &[]),
            }),
        );
        add("decision-weight", decision.weight.as_ref().map(|table| table.text.clone()).unwrap_or_default());
        add(
            "decision-elect",
            self.alternatives(&decision.elect, |elect| format!("{} ({})", elect.method, elect.seats)),
        );
        sentences
    }

    /// Quorums hold together, each at its moment.
    fn quorum(&self, lines: &[Guarded<Quorum>]) -> String {
        let one = |line: &Guarded<Quorum>| {
            let moment = match line.is.when {
                QuorumMoment::EachVote => "rule-quorum-each-vote",
                QuorumMoment::ToOpen => "rule-quorum-to-open",
                QuorumMoment::ToDecide => "rule-quorum-to-decide",
            };
            let text = self.say(moment, &[("text", &self.condition(&line.is.needs))]);
            self.under(text, &line.under)
        };
        let guarded = lines.iter().any(|line| !line.under.is_empty());
        let joint = self.say(if guarded { "rule-or" } else { "rule-and" }, &[]);
        lines.iter().map(one).collect::<Vec<_>>().join(&joint)
    }

    fn procedure(&self, procedure: &ProcedureDecl) -> Vec<String> {
        let name = procedure.name.text.clone();
        let mut sentences = Vec::new();
        if let Some(follows) = &procedure.follows {
            let without: Vec<_> = follows.without.iter().map(Name::as_str).collect();
            let words =
                [("name", name.clone()), ("other", follows.procedure.text.clone()), ("without", without.join(", "))];
            sentences.push(self.rule("procedure-as", &words));
        }
        let mut add = |id: &str, text: String| {
            if !text.is_empty() {
                sentences.push(self.rule(id, &[("name", name.clone()), ("text", text)]));
            }
        };
        add("procedure-begins", self.alternatives(&procedure.begins, |occurrence| self.occurrence(occurrence)));
        add("procedure-needs", self.joined(&procedure.needs, |need| self.need_text(need)));
        add("procedure-then", self.joined(&procedure.then, |step| step.act.text.clone()));
        add(
            "procedure-window",
            self.joined(&procedure.windows, |window| format!("{} ({})", window.act, self.when(&window.closes))),
        );
        add(
            "procedure-decide",
            self.joined(&procedure.decides, |step| {
                let by = step.by.as_ref().map(|by| format!(" ({})", self.when(by))).unwrap_or_default();
                format!("{}{by}", step.decision)
            }),
        );
        add(
            "procedure-outcome",
            self.joined(&procedure.outcomes, |outcome| {
                self.say(
                    if outcome.carried { "rule-if-carried" } else { "rule-if-not-carried" },
                    &[("becomes", outcome.becomes.as_str())],
                )
            }),
        );
        sentences
    }

    fn joined<T>(&self, lines: &[Guarded<T>], each: impl Fn(&T) -> String) -> String {
        lines.iter().map(|line| self.under(each(&line.is), &line.under)).collect::<Vec<_>>().join("; ")
    }

    fn need_text(&self, need: &Need) -> String {
        match need {
            Need::Documents(names) | Need::Facts(names) => {
                names.iter().map(Name::as_str).collect::<Vec<_>>().join(", ")
            }
            Need::Condition(condition) => self.condition(condition),
            Need::Acts(alternatives) => {
                let one = |acts: &NeededActs| {
                    let only = acts.only_where.as_ref().map(|only| self.only(only)).unwrap_or_default();
                    format!("{} {}{only}", acts.count, self.occurrence(&acts.of))
                };
                alternatives.iter().map(one).collect::<Vec<_>>().join(&self.say("rule-or", &[]))
            }
        }
    }

    fn body(&self, body: &BodyDecl) -> Vec<String> {
        let name = body.name.text.clone();
        let seat = |line: &Guarded<SeatDecl>| {
            let seats = match &line.is.seats {
                Seats::OnePer(list) => self.rule("seat-per", &[("list", list.text.clone())]),
                Seats::One(name) => name.text.clone(),
                Seats::Number(count) => count.to_string(),
                Seats::Created(name) => self.rule("seat-created", &[("name", name.text.clone())]),
            };
            let id = if line.is.voting { "seat-voting" } else { "seat-not-voting" };
            self.under(self.rule(id, &[("body", name.clone()), ("seats", seats)]), &line.under)
        };
        let mut sentences: Vec<String> = body.seats.iter().map(seat).collect();
        for line in &body.term {
            let text = match &line.is {
                Term::Span { span, .. } => span.to_string(),
                Term::WithSeatIn(other) => self.rule("term-with", &[("body", other.text.clone())]),
                Term::UntilNext(meeting) => self.rule("term-until", &[("meeting", meeting.text.clone())]),
            };
            sentences.push(self.under(self.rule("term", &[("body", name.clone()), ("term", text)]), &line.under));
        }
        for line in &body.quorum {
            let words = [("name", name.clone()), ("text", self.condition(&line.is.needs))];
            sentences.push(self.under(self.rule("decision-quorum", &words), &line.under));
        }
        sentences
    }

    fn limit(&self, limit: &LimitDecl) -> Vec<String> {
        let text = |one: &Limitation| match one {
            Limitation::Terms { at_most, consecutive, per } => {
                let id = if *consecutive { "limit-consecutive" } else { "limit-terms" };
                let per = if *per == Kind::Person { "person" } else { "organisation" };
                self.rule(id, &[("count", at_most.to_string()), ("per", per.to_owned())])
            }
            Limitation::AgainAfter(span) => self.rule("limit-again", &[("span", span.to_string())]),
            Limitation::PartTerms { count } => {
                self.say(if *count { "rule-limit-part-count" } else { "rule-limit-part" }, &[])
            }
            Limitation::GapBreaks { any } => {
                self.say(if *any { "rule-limit-any-gap" } else { "rule-limit-that-break" }, &[])
            }
            Limitation::OneSeatPer(kind) => self.rule(
                "limit-one",
                &[("per", if *kind == Kind::Person { "person" } else { "organisation" }.to_owned())],
            ),
            Limitation::NotTogetherWith(other) => self.rule("limit-not-with", &[("other", other.text.clone())]),
            Limitation::Share { at_most, fact } => {
                self.rule("limit-share", &[("share", at_most.to_string()), ("fact", fact.text.clone())])
            }
        };
        limit
            .limits
            .iter()
            .map(|line| {
                let words = [("body", limit.of.text.clone()), ("text", text(&line.is))];
                self.under(self.rule("limit", &words), &line.under)
            })
            .collect()
    }

    fn vacancy(&self, vacancy: &VacancyDecl) -> Vec<String> {
        let filler = |filler: &Filler| {
            let by = match &filler.by {
                FilledBy::ItsOrganisation => self.say("rule-its-organisation", &[]),
                FilledBy::Named(name) => name.text.clone(),
            };
            match filler.within {
                Some(span) => self.rule("filler-within", &[("by", by), ("span", span.to_string())]),
                None => by,
            }
        };
        let case = |line: &Guarded<VacancyCase>| {
            let causes: Vec<_> = line.is.causes.iter().map(Name::as_str).collect();
            let fillers: Vec<_> = line.is.fillers.iter().map(filler).collect();
            let words = [
                ("body", vacancy.of.text.clone()),
                ("cause", causes.join(", ")),
                ("fillers", fillers.join(&self.say("rule-then", &[]))),
            ];
            self.under(self.rule("vacancy", &words), &line.under)
        };
        vacancy.cases.iter().map(case).collect()
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
