//! S5: decisions that leave something unsaid; thresholds that cannot be reached, are not whole, or can end in a tie;
//! what is said of abstentions against the arithmetic; counting methods.
//!
//! Thresholds are evaluated exactly for every size of the roll from 1 to 1,000.

use ballots::{Method, OptionName, Rules};
use charter_syntax::ast::*;
use charter_syntax::{Code, Diagnostic};
use kernel::Ratio;

use crate::Charter;

/// Rolls of every size up to this are tried.
const LARGEST_ROLL: usize = 1_000;

/// Checks the decisions among a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for declaration in own {
        match &declaration.kind {
            DeclarationKind::Decision(decision) => {
                findings.extend(incomplete(charter, decision));
                findings.extend(abstention(charter, decision));
                findings.extend(votes(charter, decision));
                findings.extend(methods(decision));
                for line in &decision.quorum {
                    findings.extend(threshold(charter, &line.is.needs, line));
                }
            }
            DeclarationKind::Threshold(named) => {
                let line = Guarded { under: vec![], is: (), at: declaration.at };
                findings.extend(threshold(charter, &named.needs, &line));
            }
            DeclarationKind::Body(body) => {
                body.quorum.iter().for_each(|line| findings.extend(threshold(charter, &line.is.needs, line)))
            }
            _ => {}
        }
    }
    findings
}

/// Lines that are neither stated nor named as silent.
fn incomplete(charter: &Charter, decision: &DecisionDecl) -> Vec<Diagnostic> {
    let body_quorum =
        decision.of.as_ref().and_then(|of| charter.body(of.as_str())).is_some_and(|body| !body.quorum.is_empty());
    let elects = !decision.elect.is_empty();
    let mut lines = vec![("roll", decision.roll.is_empty()), ("quorum", decision.quorum.is_empty() && !body_quorum)];
    if elects {
        lines
            .push(("tie", !decision.elect.iter().any(|elect| elect.is.options.iter().any(|(name, _)| name == "ties"))));
    } else {
        lines.push(("carried", decision.carried.is_empty()));
        lines.push(("abstain", decision.abstain.is_empty()));
        lines.push(("tie", decision.tie.is_empty()));
    }
    let unsaid = lines
        .into_iter()
        .filter(|(line, missing)| *missing && !decision.silent_on.iter().any(|silent| silent == *line));
    unsaid
        .map(|(line, _)| {
            let code = if line == "tie" { Code::TieOpen } else { Code::DecisionIncomplete };
            Diagnostic::new(code, decision.name.at).with("decision", &decision.name).with("line", line)
        })
        .collect()
}

/// What the `abstain` line says must agree with the base of the majority.
fn abstention(charter: &Charter, decision: &DecisionDecl) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for said in &decision.abstain {
        for line in &decision.carried {
            for case in &line.is {
                let weighs = abstentions_weigh(charter, &case.needs);
                let contradicts = match said.is {
                    Abstention::AsNo => weighs == Some(false),
                    Abstention::QuorumOnly | Abstention::NotCounted => weighs == Some(true),
                };
                if contradicts && said.under.iter().all(|guard| line.under.is_empty() || line.under.contains(guard)) {
                    let finding =
                        Diagnostic::new(Code::AbstentionContradicts, said.at).with("decision", &decision.name);
                    findings.push(finding.also(line.at, "threshold"));
                }
            }
        }
    }
    findings
}

/// How votes are given must agree with itself and with who is on the roll: each on the roll has one vote.
fn votes(charter: &Charter, decision: &DecisionDecl) -> Vec<Diagnostic> {
    let of_kind = |kind: Kind| {
        let mut classes = decision.roll.iter().filter_map(|roll| charter.class(roll.is.who.of.as_str()));
        classes.any(|class| class.of == [kind])
    };
    let mut findings = Vec::new();
    for line in &decision.vote {
        let has = |term: VoteTerm| line.is.contains(&term);
        let (per_person, per_organisation) = (has(VoteTerm::OnePerPerson), has(VoteTerm::OnePerOrganisation));
        let why = if has(VoteTerm::Secret) && (has(VoteTerm::ByName) || has(VoteTerm::ShowOfHands)) {
            "open-and-secret"
        } else if has(VoteTerm::Secret) && has(VoteTerm::MaySplit) {
            "split-in-secret"
        } else if per_person && per_organisation {
            "two-units"
        } else if per_person && of_kind(Kind::Organisation) {
            "roll-of-organisations"
        } else if per_organisation && of_kind(Kind::Person) {
            "roll-of-persons"
        } else {
            continue;
        };
        let finding = Diagnostic::new(Code::VoteContradicts, line.at).with("decision", &decision.name);
        findings.push(finding.with("why", why));
    }
    findings
}

/// Whether one more abstention can defeat a motion: tried on small votes.
fn abstentions_weigh(charter: &Charter, needs: &Condition) -> Option<bool> {
    for yes in 0..=6 {
        for no in 0..=3 {
            let without = Votes::of(yes, no, 0);
            let with = Votes::of(yes, no, 4);
            if evaluate(charter, needs, &without)? && !evaluate(charter, needs, &with)? {
                return Some(true);
            }
        }
    }
    Some(false)
}

/// A vote in which everybody on the roll is present and those who say nothing are not counted.
struct Votes {
    yes: usize,
    no: usize,
    abstain: usize,
    present: usize,
    roll: usize,
}

impl Votes {
    fn of(yes: usize, no: usize, abstain: usize) -> Self {
        let all = yes + no + abstain;
        Votes { yes, no, abstain, present: all, roll: all }
    }

    /// A roll of this size, all present, all for.
    fn unanimous(roll: usize) -> Self {
        Votes { yes: roll, no: 0, abstain: 0, present: roll, roll }
    }

    fn size(&self, set: &SetExpression) -> Option<Ratio> {
        // A filtered set can be of any size up to the set itself; the analyses ask of the whole.
        let number = match set.of.as_str() {
            "yes" => self.yes,
            "no" => self.no,
            "abstain" => self.abstain,
            "cast" | "returned" => self.yes + self.no + self.abstain,
            "present" => self.present,
            "roll" | "voting-seats" | "filled-seats" => self.roll,
            _ => self.roll,
        };
        Some(Ratio::count(number))
    }
}

fn evaluate(charter: &Charter, condition: &Condition, votes: &Votes) -> Option<bool> {
    match condition {
        Condition::All(all) => {
            all.iter().map(|one| evaluate(charter, one, votes)).try_fold(true, |so_far, one| Some(so_far && one?))
        }
        Condition::Any(any) => {
            any.iter().map(|one| evaluate(charter, one, votes)).try_fold(false, |so_far, one| Some(so_far || one?))
        }
        Condition::Not(inner) => evaluate(charter, inner, votes).map(|holds| !holds),
        Condition::Is(_, name) => evaluate(charter, &charter.threshold(name.as_str())?.needs, votes),
        Condition::Compare(left, comparison, right) => {
            let (a, b) = (value(left, votes)?, value(right, votes)?);
            Some(match comparison {
                Comparison::Equal => a == b,
                Comparison::NotEqual => a != b,
                Comparison::Less => a < b,
                Comparison::AtMost => a <= b,
                Comparison::More => a > b,
                Comparison::AtLeast => a >= b,
            })
        }
        _ => None,
    }
}

fn value(expression: &Expression, votes: &Votes) -> Option<Ratio> {
    match expression {
        Expression::Number(number) => Some(*number),
        Expression::Set(set) | Expression::Heads(set) => votes.size(set),
        Expression::Name(_, name) => {
            votes.size(&SetExpression { of: name.clone(), or: Vec::new(), with: None, only: None, at_opening: false })
        }
        Expression::Portion(portion, base) => {
            let part = value(base, votes)?.times(portion.share).ok()?;
            let part = if portion.rounded_down { part.floor() } else { part };
            part.plus(portion.plus).ok()
        }
        Expression::Arithmetic(left, operator, right) => {
            let (a, b) = (value(left, votes)?, value(right, votes)?);
            match operator {
                Operator::Plus => a.plus(b),
                Operator::Minus => a.minus(b),
                Operator::Times => a.times(b),
                Operator::Over => a.over(b),
            }
            .ok()
        }
        _ => None,
    }
}

/// Whether a quorum can be met by a full roll, and whether "half plus one" is whole.
fn threshold<T>(charter: &Charter, needs: &Condition, line: &Guarded<T>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let parts = match needs {
        Condition::All(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    let reachable = |part: &Condition, size: usize| evaluate(charter, part, &Votes::unanimous(size)).unwrap_or(true);
    // Small rolls may rightly be too small for a fixed number; a threshold out of reach of every roll is an error.
    let reached = parts.iter().all(|part| (1..=LARGEST_ROLL).any(|size| reachable(part, size)));
    if !reached {
        findings.push(Diagnostic::new(Code::ThresholdUnreachable, line.at).with("largest", LARGEST_ROLL));
    }
    if line.under.is_empty() && mentions_half_plus_one(needs) {
        findings.push(Diagnostic::new(Code::ThresholdNotWhole, line.at).with("roll", 31).with("exact", "16.5"));
    }
    findings
}

/// "Half plus one", exact: not whole for an odd base.
fn mentions_half_plus_one(condition: &Condition) -> bool {
    fn in_expression(expression: &Expression) -> bool {
        match expression {
            Expression::Portion(portion, _) => portion.plus > Ratio::ZERO && !portion.rounded_down,
            Expression::Arithmetic(left, _, right) => in_expression(left) || in_expression(right),
            _ => false,
        }
    }
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().any(mentions_half_plus_one),
        Condition::Not(inner) => mentions_half_plus_one(inner),
        Condition::Compare(left, _, right) => in_expression(left) || in_expression(right),
        _ => false,
    }
}

/// Counting methods, options and values that are not known, and methods for one seat that are to fill several.
fn methods(decision: &DecisionDecl) -> Vec<Diagnostic> {
    decision.elect.iter().flat_map(|line| method(&line.is)).collect()
}

fn method(election: &Election) -> Vec<Diagnostic> {
    let Some(method) = Method::named(election.method.as_str()) else {
        return vec![unknown(&election.method, Method::all().iter().map(Method::name))];
    };
    let mut findings = Vec::new();
    if election.seats > 1 && !method.elects_several() {
        let several = Method::all().iter().filter(|method| method.elects_several()).map(Method::name);
        let finding = unknown(&election.method, several).with("why", "seats").with("seats", election.seats);
        findings.push(finding.suggesting(None));
    }
    for (option, value) in &election.options {
        let known = OptionName::of(option.as_str()).filter(|option| method.options().contains(option));
        match known.map(|known| Rules::default().set(known, value.as_str())) {
            None => findings.push(unknown(option, method.options().iter().map(|option| option.word()))),
            Some(Err(bad)) => {
                let finding = Diagnostic::new(Code::MethodUnknown, value.at).with("name", value).with("why", "name");
                findings.push(finding.with("known", bad.expected));
            }
            Some(Ok(())) => {}
        }
    }
    findings
}

fn unknown(name: &Name, known: impl Iterator<Item = &'static str>) -> Diagnostic {
    let known: Vec<_> = known.collect();
    let suggestion = charter_syntax::suggest(name.as_str(), known.iter().copied());
    let finding = Diagnostic::new(Code::MethodUnknown, name.at).with("name", name).with("why", "name");
    finding.with("known", known.join(", ")).suggesting(suggestion)
}
