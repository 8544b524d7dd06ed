//! S9: clauses with neither rules nor a reason for having none, and numbers that skip.

use charter_syntax::ast::Declaration;
use charter_syntax::{Code, Diagnostic};

use crate::Charter;
use crate::coverage::{Kind, coverage};

/// Checks that every clause is covered.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for covered in coverage(charter).clauses.iter().filter(|covered| covered.kind == Kind::Uncovered) {
        let clause = charter.clause(&covered.label);
        // A clause taken over from another version is that version's to cover.
        let here = clause.filter(|clause| own.iter().any(|d| d.clause == clause.label) || clause.at.end > 0);
        if let Some(clause) = here {
            findings.push(Diagnostic::new(Code::ClauseUncovered, clause.at).with("clause", &clause.label));
        }
    }
    findings.extend(skips(charter));
    findings
}

/// Numbers that jump by more than one: 6.5, then 6.7.
fn skips(charter: &Charter) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut previous: Option<(Vec<u32>, String)> = None;
    for clause in &charter.clauses {
        let parts: Option<Vec<u32>> = clause.label.as_str().split('.').map(|part| part.parse().ok()).collect();
        let Some(parts) = parts else { continue };
        if let Some((before, label)) = &previous
            && let (Some((last, stem)), Some((earlier, earlier_stem))) = (parts.split_last(), before.split_last())
            && stem == earlier_stem
            && *last > earlier + 1
        {
            let finding =
                Diagnostic::new(Code::NumberingSkips, clause.at).with("clause", &clause.label).with("before", label);
            findings.push(finding);
        }
        previous = Some((parts, clause.label.to_string()));
    }
    findings
}
