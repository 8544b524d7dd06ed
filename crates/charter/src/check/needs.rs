//! S8: what every declaration must say, and what has no date, sender or consequence.

use charter_syntax::ast::*;
use charter_syntax::{Code, Diagnostic};

use crate::Charter;

/// Checks a version's own declarations for what they leave out.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for declaration in own {
        match &declaration.kind {
            DeclarationKind::Charter(_) => findings.extend(header(charter, declaration)),
            DeclarationKind::Duty(duty) => findings.extend(check_duty(charter, declaration, duty)),
            DeclarationKind::Right(right) => findings.extend(holder(charter, right)),
            DeclarationKind::Notice(notice) if notice.when.is_none() => {
                findings.push(Diagnostic::new(Code::NoticeWithoutCause, notice.name.at).with("notice", &notice.name));
            }
            DeclarationKind::Procedure(procedure) => findings.extend(deadline(charter, procedure)),
            DeclarationKind::Table(table) if table.rows.is_empty() => {
                findings.push(Diagnostic::new(Code::ItemMissing, table.name.at).with("line", "a band and its value"));
            }
            _ => {}
        }
    }
    findings.extend(unused(charter, own));
    findings.extend(own.iter().flat_map(repeated));
    findings
}

fn header(charter: &Charter, declaration: &Declaration) -> Vec<Diagnostic> {
    let header = &charter.header;
    let mut findings = Vec::new();
    let mut needs = |missing: bool, line: &str| {
        if missing {
            findings.push(Diagnostic::new(Code::HeaderIncomplete, declaration.keyword_at).with("line", line));
        }
    };
    needs(header.in_force_from.is_none(), "in force from DATE");
    needs(header.time_zone.is_empty(), "time zone \"Area/City\"");
    needs(header.month_end.is_empty(), "month end clamp, roll or refuse");
    needs(header.first_day.is_empty(), "deadlines exclude or include the first day");
    for zone in &header.time_zone {
        if zone.is.parse::<chrono_tz::Tz>().is_err() {
            findings.push(Diagnostic::new(Code::TimeZoneUnknown, zone.at).with("zone", &zone.is));
        }
    }
    findings
}

fn silent_here(charter: &Charter, declaration: &Declaration) -> bool {
    charter.silences().any(|(other, _)| other.clause == declaration.clause)
}

fn check_duty(charter: &Charter, declaration: &Declaration, duty: &DutyDecl) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if duty.due.is_empty() && !silent_here(charter, declaration) {
        findings.push(Diagnostic::new(Code::DutyWithoutDate, duty.name.at).with("duty", &duty.name));
    }
    let has_consequence = charter.declarations.iter().any(|other| reads_duty(other, &duty.name));
    if !has_consequence && !silent_here(charter, declaration) {
        findings.push(Diagnostic::new(Code::DutyWithoutConsequence, duty.name.at).with("duty", &duty.name));
    }
    findings
}

/// Whether a declaration's effect hangs on a duty having been missed.
fn reads_duty(declaration: &Declaration, duty: &Name) -> bool {
    let mut found = false;
    super::standing::conditions_of(declaration, &mut |condition, _| found |= mentions_duty(condition, duty));
    super::standing::occurrences_of(declaration, &mut |occurrence| {
        found |= matches!(&occurrence.what, Happening::Missed(name) if name == duty);
    });
    found
}

fn mentions_duty(condition: &Condition, duty: &Name) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().any(|one| mentions_duty(one, duty)),
        Condition::Not(inner) => mentions_duty(inner, duty),
        Condition::Missed(missed) => missed.duty == *duty,
        _ => false,
    }
}

/// A right for a class that nothing ever begins.
fn holder(charter: &Charter, right: &RightDecl) -> Vec<Diagnostic> {
    let can_begin = |class: &ClassDecl| {
        let by_procedure = charter.procedures().any(|(_, procedure)| {
            charter
                .followed(procedure)
                .outcomes
                .iter()
                .any(|outcome| outcome.is.carried && outcome.is.becomes == class.name)
        });
        !class.begins.is_empty() || by_procedure
    };
    let empty =
        right.to.any_of.iter().filter_map(|name| charter.class(name.as_str())).filter(|class| !can_begin(class));
    empty.map(|class| Diagnostic::new(Code::RightWithoutHolder, right.to.at).with("class", &class.name)).collect()
}

/// A decision with a last day after which nothing is said.
fn deadline(charter: &Charter, procedure: &ProcedureDecl) -> Vec<Diagnostic> {
    let whole = charter.followed(procedure);
    let dated = procedure.decides.iter().find(|step| step.is.by.is_some());
    match dated {
        Some(step) if whole.overdue.is_empty() => {
            vec![Diagnostic::new(Code::DeadlineWithoutConsequence, step.at).with("procedure", &procedure.name)]
        }
        _ => Vec::new(),
    }
}

/// Lines of which only one can hold, where two hold at once.
fn repeated(declaration: &Declaration) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    match &declaration.kind {
        DeclarationKind::Charter(header) => {
            findings.extend(both(&header.time_zone, "time zone"));
            findings.extend(both(&header.month_end, "month end"));
            findings.extend(both(&header.first_day, "deadlines"));
        }
        DeclarationKind::Duty(duty) => {
            findings.extend(both(&duty.done_by, "done by"));
            findings.extend(both(&duty.due, "due"));
            findings.extend(both(&duty.late_until, "late until"));
            findings.extend(both(&duty.first, "first"));
        }
        DeclarationKind::Table(table) => {
            findings.extend(both(&table.by, "by"));
            findings.extend(both(&table.due, "due"));
            findings.extend(both(&table.first, "first"));
        }
        DeclarationKind::Decision(decision) => {
            findings.extend(both(&decision.roll, "roll"));
            findings.extend(both(&decision.open, "open"));
            findings.extend(both(&decision.present, "present"));
            findings.extend(both(&decision.carried, "carried"));
            findings.extend(both(&decision.abstain, "abstain"));
            findings.extend(both(&decision.silence, "silence"));
            findings.extend(both(&decision.tie, "tie"));
            findings.extend(both(&decision.elect, "elect"));
            findings.extend(both(&decision.proxies, "proxies"));
        }
        DeclarationKind::Procedure(procedure) => findings.extend(both(&procedure.overdue, "overdue")),
        DeclarationKind::Body(body) => findings.extend(both(&body.term, "term")),
        DeclarationKind::Meeting(meeting) => findings.extend(both(&meeting.at_least_every, "at least every")),
        _ => {}
    }
    findings
}

/// The first pair of lines that no reading keeps apart.
fn both<T>(lines: &[Guarded<T>], line: &str) -> Option<Diagnostic> {
    let apart = |one: &Guarded<T>, other: &Guarded<T>| {
        one.under.iter().any(|guard| {
            other.under.iter().any(|against| guard.reading == against.reading && guard.option != against.option)
        })
    };
    let clash = lines.iter().enumerate().find_map(|(place, one)| {
        lines.iter().skip(place + 1).find(|other| !apart(one, other)).map(|other| (one, other))
    });
    clash.map(|(one, other)| Diagnostic::new(Code::ItemRepeated, other.at).with("line", line).also(one.at, "first"))
}

/// Facts, readings and definitions that nothing uses.
fn unused(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let text = mentioned_names(charter);
    for declaration in own {
        match &declaration.kind {
            DeclarationKind::Define(define) if !text.contains(&define.name.text) => {
                findings.push(unused_name(&define.name, "definition"));
            }
            DeclarationKind::Threshold(threshold) if !text.contains(&threshold.name.text) => {
                findings.push(unused_name(&threshold.name, "threshold"));
            }
            _ => {}
        }
    }
    findings
}

fn unused_name(name: &Name, kind: &str) -> Diagnostic {
    Diagnostic::new(Code::NeverUsed, name.at).with("name", name).with("kind", kind)
}

/// Names that conditions and parties mention.
fn mentioned_names(charter: &Charter) -> Vec<String> {
    let mut names = Vec::new();
    for declaration in &charter.declarations {
        super::standing::conditions_of(declaration, &mut |condition, _| collect(condition, &mut names));
        super::standing::parties_of(declaration, &mut |party| {
            names.extend(party.any_of.iter().map(|name| name.text.clone()));
        });
    }
    names
}

fn collect(condition: &Condition, into: &mut Vec<String>) {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| collect(one, into)),
        Condition::Not(inner) => collect(inner, into),
        Condition::Is(_, name) => into.push(name.text.clone()),
        Condition::Compare(left, _, right) => {
            for set in [left, right].into_iter().filter_map(|side| set_of(side)) {
                if let Some(only) = &set.only {
                    collect(only, into);
                }
            }
        }
        _ => {}
    }
}

fn set_of(expression: &Expression) -> Option<&SetExpression> {
    match expression {
        Expression::Set(set) | Expression::Heads(set) | Expression::Distinct(_, set) => Some(set),
        Expression::Portion(_, base) => set_of(base),
        Expression::Arithmetic(left, _, right) => set_of(left).or_else(|| set_of(right)),
        _ => None,
    }
}
