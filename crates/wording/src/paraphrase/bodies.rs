//! Meetings, bodies, limits and vacancies in words.

use charter_syntax::ast::*;

use crate::Language;

impl Language {
    pub(super) fn meeting(&self, meeting: &MeetingDecl) -> Vec<String> {
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
        for line in &meeting.after {
            let words =
                [("name", name.clone()), ("step", line.is.step.text.clone()), ("span", line.is.span.to_string())];
            sentences.push(self.under(self.rule("meeting-after", &words), &line.under));
        }
        if !meeting.called_by.is_empty() {
            let callers: Vec<_> = meeting.called_by.iter().map(Name::as_str).collect();
            let callers = callers.join(&self.say("rule-or", &[]));
            sentences.push(self.rule("meeting-called", &[("name", name.clone()), ("callers", callers)]));
        }
        if sentences.is_empty() {
            sentences.push(self.rule("meeting", &[("name", name)]));
        }
        sentences
    }

    pub(super) fn body(&self, body: &BodyDecl) -> Vec<String> {
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

    pub(super) fn limit(&self, limit: &LimitDecl) -> Vec<String> {
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

    pub(super) fn vacancy(&self, vacancy: &VacancyDecl) -> Vec<String> {
        let filler = |filler: &Filler| {
            let by = match &filler.by {
                FilledBy::ItsOrganisation => self.say("rule-its-organisation", &[]),
                FilledBy::Named(name) => name.text.clone(),
            };
            let words = [
                ("by", by),
                ("from", filler.from_class.as_ref().map(|class| class.text.clone()).unwrap_or_default()),
                ("same", filler.same.as_ref().map(|fact| fact.text.clone()).unwrap_or_default()),
                ("rest", if filler.remaining_term { "yes" } else { "" }.to_owned()),
                ("span", filler.within.map(|span| span.to_string()).unwrap_or_default()),
            ];
            self.rule("filler", &words)
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
}
