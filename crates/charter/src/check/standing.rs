//! S3 and S4: statuses that contradict each other, exceptions to nothing, conditions that never hold, rules that
//! change nothing. With the walks over a declaration's conditions that several analyses share.

use charter_syntax::ast::*;
use charter_syntax::{At, Code, Diagnostic};

use crate::Charter;

/// Checks the standings and rights among a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for declaration in own {
        match &declaration.kind {
            DeclarationKind::Keep(keep) => findings.extend(exception(charter, declaration, keep)),
            DeclarationKind::Lose(lose) => findings.extend(loss_of_nothing(charter, declaration, lose)),
            DeclarationKind::Status(status) => findings.extend(conflicting(charter, status)),
            _ => {}
        }
        conditions_of(declaration, &mut |condition, at| {
            if let Some((left, right)) = impossible(charter, condition) {
                let finding = Diagnostic::new(Code::ConditionImpossible, at).with("left", left).with("right", right);
                findings.push(finding);
            }
        });
    }
    findings
}

fn covers(own: &RightName, wanted: &RightName) -> bool {
    own.verb == wanted.verb && (own.scope.is_none() || own.scope == wanted.scope)
}

/// `keep` names a clause under which nothing of the kind is lost.
fn exception(charter: &Charter, declaration: &Declaration, keep: &KeepDecl) -> Option<Diagnostic> {
    let lost = charter.losses().any(|(other, lose)| {
        other.clause.within(&keep.despite)
            && keep.rights.iter().any(|kept| lose.rights.iter().any(|lost| covers(lost, kept)))
    });
    let finding = Diagnostic::new(Code::KeepWithoutLoss, declaration.keyword_at).with("clause", &keep.despite);
    (!lost).then_some(finding)
}

/// A loss of a right that no rule grants; saying "always" states on purpose that there is none.
fn loss_of_nothing(charter: &Charter, declaration: &Declaration, lose: &LoseDecl) -> Option<Diagnostic> {
    if matches!(lose.extent, Extent::Always) {
        return None;
    }
    let granted = charter.rights().any(|(_, right)| {
        lose.rights.iter().any(|lost| right.rights.iter().any(|own| covers(own, lost) || covers(lost, own)))
    });
    let in_decision = lose
        .rights
        .iter()
        .any(|lost| lost.scope.as_ref().is_some_and(|scope| charter.decision(scope.as_str()).is_some()));
    let name = lose.rights.first().map_or("", |right| right.verb.as_str());
    (!granted && !in_decision).then(|| Diagnostic::new(Code::RuleDead, declaration.keyword_at).with("right", name))
}

/// Two statuses of one class that both end membership on the same words.
fn conflicting(charter: &Charter, status: &StatusDecl) -> Vec<Diagnostic> {
    let others = charter.statuses().filter(|(_, other)| {
        other.of == status.of && other.name != status.name && other.extent == status.extent && status.name > other.name
    });
    others
        .map(|(_, other)| {
            let finding = Diagnostic::new(Code::StatusConflict, status.name.at)
                .with("one", &status.name)
                .with("other", &other.name);
            finding.also(other.name.at, "first")
        })
        .collect()
}

/// The smallest pair of conditions that cannot hold together.
fn impossible(charter: &Charter, condition: &Condition) -> Option<(String, String)> {
    let Condition::All(all) = condition else { return None };
    for (place, one) in all.iter().enumerate() {
        for other in all.iter().skip(place + 1) {
            if clash(one, other) || excluded(charter, one, other) {
                return Some((shown(one), shown(other)));
            }
        }
    }
    None
}

/// A comparison of one name with a constant.
fn bound(condition: &Condition) -> Option<(Who, &Name, Comparison, &Expression)> {
    match condition {
        Condition::Compare(left, comparison, right) => match &**left {
            Expression::Name(who, name) => Some((*who, name, *comparison, right)),
            _ => None,
        },
        _ => None,
    }
}

fn clash(one: &Condition, other: &Condition) -> bool {
    if let Condition::Not(inner) = other
        && **inner == *one
    {
        return true;
    }
    if let Condition::Not(inner) = one
        && **inner == *other
    {
        return true;
    }
    let (Some((who, name, first, a)), Some((other_who, other_name, second, b))) = (bound(one), bound(other)) else {
        return false;
    };
    if who != other_who || name != other_name {
        return false;
    }
    let order = match (a, b) {
        (Expression::Number(a), Expression::Number(b)) => a.cmp(b),
        (Expression::Money(a), Expression::Money(b)) => a.minor().cmp(&b.minor()),
        (Expression::Date(a), Expression::Date(b)) => a.cmp(b),
        (Expression::Name(_, a), Expression::Name(_, b)) => {
            return first == Comparison::Equal && second == Comparison::Equal && a != b;
        }
        _ => return false,
    };
    // Candidates around both constants: below, at the first, between, at the second, above.
    let satisfied = |comparison: Comparison, position: i32, constant: i32| match comparison {
        Comparison::Equal => position == constant,
        Comparison::NotEqual => position != constant,
        Comparison::Less => position < constant,
        Comparison::AtMost => position <= constant,
        Comparison::More => position > constant,
        Comparison::AtLeast => position >= constant,
    };
    let (a, b) = match order {
        std::cmp::Ordering::Less => (2, 4),
        std::cmp::Ordering::Equal => (2, 2),
        std::cmp::Ordering::Greater => (4, 2),
    };
    !(1..=5).any(|position| satisfied(first, position, a) && satisfied(second, position, b))
}

/// Two classes that exclude each other, asked of the same subject.
fn excluded(charter: &Charter, one: &Condition, other: &Condition) -> bool {
    let (Condition::Is(who, a), Condition::Is(other_who, b)) = (one, other) else { return false };
    if who != other_who || a == b {
        return false;
    }
    let (Some(a), Some(b)) = (charter.class(a.as_str()), charter.class(b.as_str())) else { return false };
    !a.together_with.contains(&b.name) && !b.together_with.contains(&a.name)
}

fn shown(condition: &Condition) -> String {
    match condition {
        Condition::Is(_, name) => name.text.clone(),
        Condition::Not(inner) => format!("not {}", shown(inner)),
        Condition::Compare(..) => match bound(condition) {
            Some((_, name, comparison, constant)) => format!("{name} {} {}", sign(comparison), constant_text(constant)),
            None => String::from("a comparison"),
        },
        _ => String::from("a condition"),
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "<>",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::More => ">",
        Comparison::AtLeast => ">=",
    }
}

fn constant_text(expression: &Expression) -> String {
    match expression {
        Expression::Number(number) => number.to_string(),
        Expression::Money(money) => money.to_string(),
        Expression::Date(date) => date.to_string(),
        Expression::Name(_, name) => name.text.clone(),
        _ => String::from("…"),
    }
}

/// Every condition of a declaration, outermost, with the place of its line.
pub(crate) fn conditions_of(declaration: &Declaration, each: &mut dyn FnMut(&Condition, At)) {
    let at = declaration.at;
    match &declaration.kind {
        DeclarationKind::Class(class) => class.eligible.iter().for_each(|line| each(&line.is, line.at)),
        DeclarationKind::Act(act) => act.only_where.iter().for_each(|line| each(&line.is, line.at)),
        DeclarationKind::Right(right) => right.only.iter().for_each(|only| each(only, at)),
        DeclarationKind::Keep(keep) => keep.only.iter().for_each(|only| each(only, at)),
        DeclarationKind::Lose(lose) => extent_condition(&lose.extent, at, each),
        DeclarationKind::Status(status) => extent_condition(&status.extent, at, each),
        DeclarationKind::Define(define) => define.means.iter().for_each(|line| each(&line.is, line.at)),
        DeclarationKind::Threshold(threshold) => each(&threshold.needs, at),
        DeclarationKind::Finding(finding) => finding.also_where.iter().for_each(|line| each(&line.is, line.at)),
        DeclarationKind::Table(table) => {
            for line in &table.rows {
                if let Band::Where(condition) = &line.is.band {
                    each(condition, line.at);
                }
            }
        }
        DeclarationKind::Duty(duty) => {
            if let Per::While(condition) = &duty.per {
                each(condition, at);
            }
            duty.done_by.iter().for_each(|line| line.is.and.iter().for_each(|and| each(and, line.at)));
        }
        DeclarationKind::Decision(decision) => decision_conditions(decision, each),
        DeclarationKind::Procedure(procedure) => {
            for line in &procedure.needs {
                match &line.is {
                    Need::Condition(condition) => each(condition, line.at),
                    Need::Acts(acts) => {
                        acts.iter().filter_map(|acts| acts.only_where.as_ref()).for_each(|only| each(only, line.at))
                    }
                    Need::Documents(_) | Need::Facts(_) => {}
                }
            }
        }
        DeclarationKind::Body(body) => body.quorum.iter().for_each(|line| each(&line.is.needs, line.at)),
        _ => {}
    }
}

fn extent_condition(extent: &Extent, at: At, each: &mut dyn FnMut(&Condition, At)) {
    if let Extent::While(condition) | Extent::Once(condition) = extent {
        each(condition, at);
    }
}

fn decision_conditions(decision: &DecisionDecl, each: &mut dyn FnMut(&Condition, At)) {
    decision.quorum.iter().for_each(|line| each(&line.is.needs, line.at));
    for line in &decision.carried {
        for case in &line.is {
            case.when.iter().for_each(|when| each(when, line.at));
            each(&case.needs, line.at);
        }
    }
}

/// Every occurrence that starts or ends something in a declaration.
pub(crate) fn occurrences_of(declaration: &Declaration, each: &mut dyn FnMut(&Occurrence)) {
    let extent = match &declaration.kind {
        DeclarationKind::Lose(lose) => &lose.extent,
        DeclarationKind::Status(status) => &status.extent,
        DeclarationKind::Notice(notice) => {
            notice.when.iter().for_each(each);
            return;
        }
        DeclarationKind::Class(class) => {
            class.begins.iter().chain(&class.ends).for_each(|line| each(&line.is));
            return;
        }
        _ => return,
    };
    if let Extent::Between { from, until } = extent {
        from.iter().for_each(|line| each(&line.is));
        for line in until {
            if let Until::Occurrence(occurrence) = &line.is {
                each(occurrence);
            }
        }
    }
}

/// Every party of a declaration.
pub(crate) fn parties_of(declaration: &Declaration, each: &mut dyn FnMut(&Party)) {
    match &declaration.kind {
        DeclarationKind::Act(act) => {
            each(&act.by);
            act.about.iter().for_each(each);
        }
        DeclarationKind::Right(right) => each(&right.to),
        DeclarationKind::Lose(lose) => each(&lose.of),
        DeclarationKind::Keep(keep) => each(&keep.of),
        DeclarationKind::Duty(duty) => each(&duty.of),
        DeclarationKind::Table(table) => each(&table.of),
        DeclarationKind::Notice(notice) => {
            each(&notice.by);
            each(&notice.to);
        }
        DeclarationKind::Finding(finding) => each(&finding.by),
        _ => {}
    }
}
