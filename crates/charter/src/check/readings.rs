//! S12: readings that are provisional, open, or never used.

use charter_syntax::ast::*;
use charter_syntax::{Code, Diagnostic};

use crate::Charter;

/// Checks the readings among a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let text = serde_json::to_string(&charter.declarations).unwrap_or_default();
    let mut findings = Vec::new();
    for declaration in own {
        let DeclarationKind::Reading(reading) = &declaration.kind else { continue };
        let proposed = reading.options.iter().find(|option| option.proposed);
        let (code, option) = match proposed {
            Some(option) => (Code::ReadingProvisional, option.name.as_str()),
            None => (Code::ReadingOpen, ""),
        };
        findings.push(Diagnostic::new(code, reading.name.at).with("reading", &reading.name).with("option", option));
        // A guard that names it is written `{"reading":"NAME",…}` in the JSON form.
        if !text.contains(&format!("{{\"reading\":\"{}\"", reading.name)) && !stated_silence(charter, declaration) {
            findings.push(
                Diagnostic::new(Code::NeverUsed, reading.name.at).with("name", &reading.name).with("kind", "reading"),
            );
        }
    }
    findings
}

/// A reading may stand where the rules do not branch on it, when its clause says that people or records settle it.
fn stated_silence(charter: &Charter, declaration: &Declaration) -> bool {
    charter.declarations.iter().any(|other| {
        other.clause == declaration.clause
            && matches!(
                other.kind,
                DeclarationKind::Silent(_) | DeclarationKind::NoRule(_) | DeclarationKind::Finding(_)
            )
    })
}
