//! Findings as a message, a help line and labels.

use charter_syntax::{Diagnostic, Severity};

use crate::Language;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What is wrong, without a final stop.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Each further place with its label, as byte offsets.
    pub labels: Vec<(std::ops::Range<usize>, String)>,
    /// error, warning or note.
    pub severity: String,
}

impl Language {
    /// A finding in words.
    pub fn finding(&self, finding: &Diagnostic) -> Sentences {
        let words: Vec<(&str, &str)> = finding.args.iter().map(|(name, word)| (*name, word.as_str())).collect();
        let code = finding.code;
        let severity = match finding.severity() {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Info => "severity-info",
        };
        let mut help = self.say(&format!("help-{code}"), &words);
        if let Some(suggestion) = finding.arg("suggestion").filter(|word| !word.is_empty()) {
            help = format!("{} {help}", self.say("did-you-mean", &[("suggestion", suggestion)]));
        }
        Sentences {
            message: self.say(&format!("finding-{code}"), &words),
            help,
            labels: finding
                .also
                .iter()
                .map(|(at, label)| (at.range(), self.say(&format!("label-{label}"), &words)))
                .collect(),
            severity: self.say(severity, &[]),
        }
    }
}
