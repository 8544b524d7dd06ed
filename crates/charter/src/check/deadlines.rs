//! S6: a decision that must wait for a window longer than its own deadline allows.
//!
//! Spans are bounded in days (a month has 28 to 31); windows and deadlines that start with different steps are taken to
//! start on one day, which is the most that can be hoped for.

use charter_syntax::ast::*;
use charter_syntax::{Code, Diagnostic};
use kernel::Span;

use crate::Charter;

/// Checks the procedures among a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for declaration in own {
        let DeclarationKind::Procedure(procedure) = &declaration.kind else { continue };
        let whole = charter.followed(procedure);
        for step in &procedure.decides {
            findings.extend(check_step(&whole, step));
        }
    }
    findings
}

fn check_step(whole: &ProcedureDecl, step: &Guarded<DecideStep>) -> Option<Diagnostic> {
    let window = step.is.not_before.as_ref()?;
    let window = whole.windows.iter().find(|known| known.is.name == *window)?;
    let (wait, limit) = (length(&window.is.closes)?, length(step.is.by.as_ref()?)?);
    let (wait_least, wait_most) = wait.day_bounds();
    let (limit_least, limit_most) = limit.day_bounds();
    if wait_least >= limit_most {
        return Some(Diagnostic::new(Code::DeadlineInfeasible, step.at).with("wait", wait).with("limit", limit));
    }
    let example = format!("{wait} can be {wait_most} days, {limit} only {limit_least}");
    (wait_most >= limit_least).then(|| Diagnostic::new(Code::DeadlineTight, step.at).with("example", example))
}

fn length(when: &When) -> Option<Span> {
    match when {
        When::After { span, .. } => Some(*span),
        When::DayOfPeriod(..) | When::EndOfPeriod | When::Before { .. } | When::On(_) => None,
    }
}
