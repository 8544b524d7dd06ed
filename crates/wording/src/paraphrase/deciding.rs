//! Decisions and procedures in words.

use charter_syntax::ast::*;

use crate::Language;

impl Language {
    pub(super) fn decision(&self, decision: &DecisionDecl) -> Vec<String> {
        let name = decision.name.text.clone();
        let mut sentences = Vec::new();
        let mut add = |id: &str, text: String| {
            if !text.is_empty() {
                sentences.push(self.rule(id, &[("name", name.clone()), ("text", text)]));
            }
        };
        add(
            "decision-roll",
            self.alternatives(&decision.roll, |roll| match &roll.fixed_when {
                Some(when) => self.rule("roll-fixed", &[("who", self.set(&roll.who)), ("when", self.occurrence(when))]),
                None => self.set(&roll.who),
            }),
        );
        add(
            "decision-present",
            self.alternatives(&decision.present, |present| {
                let id = if present.remotely { "present-remotely" } else { "present-in-room" };
                self.rule(id, &[("who", self.set(&present.who))])
            }),
        );
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
        add("decision-vote", self.alternatives(&decision.vote, |terms| self.vote_terms(terms)));
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
        add("decision-elect", self.alternatives(&decision.elect, |elect| self.election(elect)));
        add(
            "decision-proxies",
            self.alternatives(&decision.proxies, |proxies| match proxies {
                Proxies::None => self.say("rule-proxies-none", &[]),
                Proxies::AtMost(most) => self.rule("proxies-at-most", &[("most", most.to_string())]),
            }),
        );
        sentences
    }

    fn vote_terms(&self, terms: &[VoteTerm]) -> String {
        let term = |term: &VoteTerm| {
            let id = match term {
                VoteTerm::OnePerOrganisation => "rule-vote-per-organisation",
                VoteTerm::OnePerPerson => "rule-vote-per-person",
                VoteTerm::ByName => "rule-vote-by-name",
                VoteTerm::Secret => "rule-vote-secret",
                VoteTerm::ShowOfHands => "rule-vote-by-hand",
                VoteTerm::InWriting => "rule-vote-in-writing",
                VoteTerm::MaySplit => "rule-vote-may-split",
            };
            self.say(id, &[])
        };
        terms.iter().map(term).collect::<Vec<_>>().join(", ")
    }

    fn election(&self, elect: &Election) -> String {
        let options: Vec<_> = elect.options.iter().map(|(name, value)| format!("{name} {value}")).collect();
        let words = [
            ("method", elect.method.text.clone()),
            ("seats", elect.seats.to_string()),
            ("options", options.join(", ")),
            ("least", elect.at_least_voters.map(|least| least.to_string()).unwrap_or_default()),
        ];
        self.rule("election", &words)
    }

    /// Quorums hold together, each at its moment.
    pub(super) fn quorum(&self, lines: &[Guarded<Quorum>]) -> String {
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

    pub(super) fn procedure(&self, procedure: &ProcedureDecl) -> Vec<String> {
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
        add(
            "procedure-then",
            self.joined(&procedure.then, |step| {
                let within = step.within.as_ref().map(|within| format!(" ({})", self.when(within)));
                format!("{}{}", step.act, within.unwrap_or_default())
            }),
        );
        add(
            "procedure-window",
            self.joined(&procedure.windows, |window| format!("{} ({})", window.act, self.when(&window.closes))),
        );
        add(
            "procedure-objection",
            self.joined(&procedure.objections, |objection| {
                let then: Vec<_> = objection.then.iter().map(Name::as_str).collect();
                let words = [
                    ("act", objection.act.text.clone()),
                    ("until", objection.until.text.clone()),
                    ("then", then.join(", ")),
                ];
                self.rule("objection", &words)
            }),
        );
        add("procedure-decide", self.joined(&procedure.decides, |step| self.decide_step(step)));
        add(
            "procedure-overdue",
            self.alternatives(&procedure.overdue, |overdue| {
                let id = match overdue {
                    Overdue::StaysOpen => "rule-overdue-open",
                    Overdue::NotCarried => "rule-overdue-not-carried",
                    Overdue::Carried => "rule-overdue-carried",
                };
                self.say(id, &[])
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

    fn decide_step(&self, step: &DecideStep) -> String {
        let words = [
            ("decision", step.decision.text.clone()),
            ("window", step.not_before.as_ref().map(|window| window.text.clone()).unwrap_or_default()),
            ("meeting", if step.at_next_meeting { "yes" } else { "" }.to_owned()),
            ("by", step.by.as_ref().map(|by| self.when(by)).unwrap_or_default()),
        ];
        self.rule("decide-step", &words)
    }

    pub(super) fn need_text(&self, need: &Need) -> String {
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
}
