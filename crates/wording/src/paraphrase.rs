//! What the rules of a clause say, in plain sentences made from the checked form: what a lawyer signs.

use charter::Charter;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::*;

use crate::Language;

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
            DeclarationKind::Act(act) => vec![say("act", &[("name", act.name.as_str()), ("by", &party(&act.by))])],
            DeclarationKind::Right(right) => {
                let only = right.only.as_ref().map(|only| self.only(only)).unwrap_or_default();
                vec![say("right", &[("who", &party(&right.to)), ("rights", &rights(&right.rights)), ("only", &only)])]
            }
            DeclarationKind::Lose(lose) => {
                vec![say(
                    "lose",
                    &[
                        ("who", &party(&lose.of)),
                        ("rights", &rights(&lose.rights)),
                        ("extent", &self.extent(&lose.extent)),
                    ],
                )]
            }
            DeclarationKind::Keep(keep) => {
                let only = keep.only.as_ref().map(|only| self.only(only)).unwrap_or_default();
                let words = [
                    ("who", party(&keep.of)),
                    ("rights", rights(&keep.rights)),
                    ("clause", keep.despite.to_string()),
                    ("only", only),
                ];
                vec![self.rule("keep", &words)]
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
                ];
                vec![self.rule("notice", &words)]
            }
            DeclarationKind::Transition(transition) => {
                let which = if transition.follows { "transition-follows" } else { "transition-keeps" };
                vec![say(which, &[("of", transition.of.as_str())])]
            }
            DeclarationKind::Reading(reading) => self.reading_sentences(reading),
            DeclarationKind::Silent(silent) => vec![say("silent", &[("about", &silent.about)])],
            DeclarationKind::NoRule(no_rule) => vec![say("no-rule", &[("why", &no_rule.why)])],
        }
    }

    fn rule(&self, id: &str, words: &[(&str, String)]) -> String {
        let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        self.say(&format!("rule-{id}"), &words)
    }

    fn only(&self, condition: &Condition) -> String {
        self.rule("only", &[("condition", self.condition(condition))])
    }

    /// Lines under their readings, joined.
    fn alternatives<T>(&self, lines: &[Guarded<T>], each: impl Fn(&T) -> String) -> String {
        let one = |line: &Guarded<T>| {
            let text = each(&line.is);
            let under: Vec<_> = line.under.iter().map(|guard| format!("{}: {}", guard.reading, guard.option)).collect();
            if under.is_empty() { text } else { self.rule("under", &[("text", text), ("reading", under.join(", "))]) }
        };
        let texts: Vec<String> = lines.iter().map(one).collect();
        texts.join(&self.say("rule-or", &[]))
    }

    fn class(&self, class: &ClassDecl) -> Vec<String> {
        let begins = self.alternatives(&class.begins, |occurrence| self.occurrence(occurrence));
        let mut sentences = vec![self.rule("class", &[("name", class.name.text.clone()), ("begins", begins)])];
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
            sentences.push(self.rule("meeting-before", &words));
        }
        if sentences.is_empty() {
            sentences.push(self.rule("meeting", &[("name", name)]));
        }
        sentences
    }

    fn duty(&self, duty: &DutyDecl) -> Vec<String> {
        let done = self.alternatives(&duty.done_by, |fulfilment| self.occurrence(&fulfilment.by));
        let due = self.alternatives(&duty.due, |when| self.when(when));
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
        let by = self.alternatives(&table.by, |axis| axis.fact.text.clone());
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
            let under: Vec<_> = line.under.iter().map(|guard| format!("{}: {}", guard.reading, guard.option)).collect();
            if under.is_empty() { text } else { self.rule("under", &[("text", text), ("reading", under.join(", "))]) }
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
            let under: Vec<_> = line.under.iter().map(|guard| format!("{}: {}", guard.reading, guard.option)).collect();
            if under.is_empty() { text } else { self.rule("under", &[("text", text), ("reading", under.join(", "))]) }
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
        lines.iter().map(|line| each(&line.is)).collect::<Vec<_>>().join("; ")
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
            self.rule(id, &[("body", name.clone()), ("seats", seats)])
        };
        let mut sentences: Vec<String> = body.seats.iter().map(seat).collect();
        for line in &body.term {
            let text = match &line.is {
                Term::Span { span, .. } => span.to_string(),
                Term::WithSeatIn(other) => self.rule("term-with", &[("body", other.text.clone())]),
                Term::UntilNext(meeting) => self.rule("term-until", &[("meeting", meeting.text.clone())]),
            };
            sentences.push(self.rule("term", &[("body", name.clone()), ("term", text)]));
        }
        for line in &body.quorum {
            sentences.push(
                self.rule("decision-quorum", &[("name", name.clone()), ("text", self.condition(&line.is.needs))]),
            );
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
            .map(|line| self.rule("limit", &[("body", limit.of.text.clone()), ("text", text(&line.is))]))
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
            self.rule("vacancy", &words)
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

    fn condition(&self, condition: &Condition) -> String {
        let all = |conditions: &[Condition], word: &str| {
            conditions.iter().map(|one| self.condition(one)).collect::<Vec<_>>().join(&self.say(word, &[]))
        };
        match condition {
            Condition::All(conditions) => all(conditions, "rule-and"),
            Condition::Any(conditions) => all(conditions, "rule-or"),
            Condition::Not(inner) => self.rule("not", &[("condition", self.condition(inner))]),
            Condition::Compare(left, comparison, right) => {
                let id = match comparison {
                    Comparison::Equal => "equal",
                    Comparison::NotEqual => "not-equal",
                    Comparison::Less => "less",
                    Comparison::AtMost => "at-most",
                    Comparison::More => "more",
                    Comparison::AtLeast => "at-least",
                };
                self.rule(id, &[("left", self.expression(left)), ("right", self.expression(right))])
            }
            Condition::InList(left, list) => {
                self.rule("in-list", &[("left", self.expression(left)), ("list", list.text.clone())])
            }
            Condition::Is(who, name) => self.rule("is", &[("who", self.who(*who)), ("name", name.text.clone())]),
            Condition::Missed(missed) => {
                let id = if missed.consecutive { "missed-consecutive" } else { "missed" };
                let after = missed.each_after.as_ref().map(|after| self.occurrence(after)).unwrap_or_default();
                let words = [("count", missed.count.to_string()), ("duty", missed.duty.text.clone()), ("after", after)];
                self.rule(id, &words)
            }
            Condition::Settled(settled) => self.rule("settled", &[("table", settled.table.text.clone())]),
            Condition::Happened(occurrence, window) => {
                let window = match window {
                    Some(Window::Last(span)) => self.rule("within-last", &[("span", span.to_string())]),
                    Some(Window::This(period)) => self.rule("in-that", &[("period", period.text.clone())]),
                    None => String::new(),
                };
                self.rule("happened", &[("what", self.occurrence(occurrence)), ("window", window)])
            }
            Condition::May(right) => self.rule("may", &[("right", right_text(right))]),
            Condition::FiledBefore(span) => self.rule("filed-before", &[("span", span.to_string())]),
            Condition::FiledAs(kind) => self.rule("filed-as", &[("kind", kind.text.clone())]),
        }
    }

    fn who(&self, who: Who) -> String {
        self.say(
            match who {
                Who::Subject => "rule-who-subject",
                Who::By => "rule-who-by",
                Who::About => "rule-who-about",
            },
            &[],
        )
    }

    fn expression(&self, expression: &Expression) -> String {
        match expression {
            Expression::Number(number) => number.to_string(),
            Expression::Money(money) => money.to_string(),
            Expression::Date(date) => date.to_string(),
            Expression::Name(Who::Subject, name) => name.text.clone(),
            Expression::Name(who, name) => {
                self.rule("fact-of", &[("fact", name.text.clone()), ("who", self.who(*who))])
            }
            Expression::Set(set) => self.set(set),
            Expression::Distinct(fact, set) => {
                self.rule("distinct", &[("fact", fact.text.clone()), ("set", self.set(set))])
            }
            Expression::Heads(set) => self.rule("heads", &[("set", self.set(set))]),
            Expression::Count(occurrence, _) => self.rule("count", &[("what", self.occurrence(occurrence))]),
            Expression::Sum(field, occurrence, _) => {
                self.rule("sum", &[("field", field.text.clone()), ("what", self.occurrence(occurrence))])
            }
            Expression::Portion(portion, base) => {
                let id = match (portion.rounded_down, portion.plus > kernel::Ratio::ZERO) {
                    (true, true) => "portion-down-plus",
                    (true, false) => "portion-down",
                    (false, true) => "portion-plus",
                    (false, false) => "portion",
                };
                self.rule(id, &[("share", portion.share.to_string()), ("base", self.expression(base))])
            }
            Expression::Arithmetic(left, operator, right) => {
                let sign = match operator {
                    Operator::Plus => "+",
                    Operator::Minus => "−",
                    Operator::Times => "×",
                    Operator::Over => "/",
                };
                format!("({} {sign} {})", self.expression(left), self.expression(right))
            }
        }
    }

    fn set(&self, set: &SetExpression) -> String {
        let names: Vec<_> = std::iter::once(&set.of).chain(&set.or).map(Name::as_str).collect();
        let mut text = names.join(&self.say("rule-or", &[]));
        if let Some(right) = &set.with {
            text = self.rule("set-with", &[("set", text), ("right", right_text(right))]);
        }
        if let Some(only) = &set.only {
            text.push_str(&self.only(only));
        }
        if set.at_opening { self.rule("set-opening", &[("set", text)]) } else { text }
    }

    fn occurrence(&self, occurrence: &Occurrence) -> String {
        let mut text = match &occurrence.what {
            Happening::Named(name) => name.text.clone(),
            Happening::Missed(name) => self.rule("hap-missed", &[("name", name.text.clone())]),
            Happening::Settled(name) => self.rule("hap-settled", &[("name", name.text.clone())]),
            Happening::Carried(name) => self.rule("hap-carried", &[("name", name.text.clone())]),
            Happening::NotCarried(name) => self.rule("hap-not-carried", &[("name", name.text.clone())]),
            Happening::Opening(of) => {
                self.rule("hap-opening", &[("of", of.as_ref().map_or(String::new(), |of| of.text.clone()))])
            }
            Happening::Closing(of) => {
                self.rule("hap-closing", &[("of", of.as_ref().map_or(String::new(), |of| of.text.clone()))])
            }
            Happening::Joining => self.say("rule-hap-joining", &[]),
        };
        if let Some(by) = &occurrence.by {
            text = self.rule("occ-by", &[("what", text), ("by", party(by))]);
        }
        let period = match occurrence.period {
            Some(SamePeriod::Same) => "occ-same",
            Some(SamePeriod::SameOrLater) => "occ-same-or-later",
            Some(SamePeriod::Later) => "occ-later",
            None => "",
        };
        if !period.is_empty() {
            text = self.rule(period, &[("what", text)]);
        }
        if let Some(only) = &occurrence.only {
            text.push_str(&self.only(only));
        }
        match occurrence.offset {
            Some(span) => self.rule("occ-offset", &[("span", span.to_string()), ("what", text)]),
            None => text,
        }
    }

    fn when(&self, when: &When) -> String {
        match when {
            When::DayOfPeriod(day, month) => format!("{day} {month}"),
            When::EndOfPeriod => self.say("rule-end-of-period", &[]),
            When::On(date) => date.to_string(),
            When::After { span, from, .. } => {
                let from = from.as_ref().map(|from| self.occurrence(from)).unwrap_or_default();
                self.rule("when-after", &[("span", span.to_string()), ("from", from)])
            }
            When::Before { span, of, .. } => {
                self.rule("when-before", &[("span", span.to_string()), ("of", self.occurrence(of))])
            }
        }
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
