//! The seal: a reviewer's word that a clause's prose and its rules were read together, and what they were then.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use charter_syntax::token::words;
use charter_syntax::{ClauseLabel, Code, Diagnostic, FenceKind};
use kernel::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Charter;
use crate::network::Source;

/// The seals of one charter file: its `.lock`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lock {
    /// By clause.
    pub clauses: BTreeMap<ClauseLabel, Seal>,
}

/// One clause, sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seal {
    /// SHA-256 of the prose, white space folded.
    pub prose: String,
    /// SHA-256 of the words of its rules.
    pub rules: String,
    /// Who read them together.
    pub by: String,
    /// When.
    pub on: Date,
}

impl Lock {
    /// Reads a lock file.
    pub fn read(text: &str) -> Result<Lock, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// The lock file's text.
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Seals a clause as it stands. `None`: there is no such clause.
    pub fn seal(&mut self, charter: &Charter, source: &Source, label: &ClauseLabel, by: &str, on: Date) -> Option<()> {
        let clause = charter.clause(label)?;
        let seal = Seal { prose: hash(&clause.prose), rules: rules_hash(source, label), by: by.to_owned(), on };
        self.clauses.insert(label.clone(), seal);
        Some(())
    }
}

/// What has changed since a file was sealed, and what never was.
pub fn findings(charter: &Charter, source: &Source, lock: Option<&Lock>) -> Vec<Diagnostic> {
    let Some(lock) = lock else { return Vec::new() };
    let mut findings = Vec::new();
    for clause in &source.parsed.document.clauses {
        let has_rules = source.parsed.declarations.iter().any(|declaration| declaration.clause == clause.label);
        let Some(seal) = lock.clauses.get(&clause.label) else {
            if has_rules {
                findings.push(Diagnostic::new(Code::Unsealed, clause.at).with("clause", &clause.label));
            }
            continue;
        };
        let whole = charter.clause(&clause.label).unwrap_or(clause);
        let with = |code: Code| {
            Diagnostic::new(code, clause.at).with("clause", &clause.label).with("by", &seal.by).with("on", seal.on)
        };
        if hash(&whole.prose) != seal.prose {
            findings.push(with(Code::SealProseChanged));
        }
        if rules_hash(source, &clause.label) != seal.rules {
            findings.push(with(Code::SealRulesChanged));
        }
    }
    findings
}

/// The rules of a clause by their words: comments and white space do not count.
fn rules_hash(source: &Source, label: &ClauseLabel) -> String {
    let fences =
        source.parsed.document.fences.iter().filter(|fence| fence.kind == FenceKind::Rules && fence.clause == *label);
    let mut text = String::new();
    for fence in fences {
        let inside = source.text.get(fence.inside.clone()).unwrap_or_default();
        for word in words(inside, 0) {
            text.push_str(if word.at_margin { "\n" } else { " " });
            text.push_str(word.text);
        }
    }
    hash(&text)
}

fn hash(text: &str) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
