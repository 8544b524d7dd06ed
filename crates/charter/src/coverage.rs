//! What becomes of each clause: enforced, checked, for people, record only, or text.

use std::fmt;

use charter_syntax::ClauseLabel;
use charter_syntax::ast::*;
use serde::Serialize;

use crate::Charter;

/// How far software goes with a clause. Follows from what stands under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The interpreter decides by it.
    Enforced,
    /// What is recorded is checked against it.
    Checked,
    /// Somebody finds or decides at discretion, with reasons.
    ForPeople,
    /// It is recorded, and nothing follows.
    RecordOnly,
    /// Nothing for software, with a reason given.
    Text,
    /// Neither rules nor a reason.
    Uncovered,
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Kind::Enforced => "enforced",
            Kind::Checked => "checked",
            Kind::ForPeople => "for people",
            Kind::RecordOnly => "record only",
            Kind::Text => "text",
            Kind::Uncovered => "uncovered",
        })
    }
}

/// One clause.
#[derive(Clone, Debug, Serialize)]
pub struct Covered {
    /// Its label.
    pub label: ClauseLabel,
    /// Its kind.
    pub kind: Kind,
    /// The readings stated of it.
    pub readings: Vec<String>,
    /// What it is silent on.
    pub silences: Vec<String>,
}

/// All clauses of a version.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// In order of the text.
    pub clauses: Vec<Covered>,
}

impl Coverage {
    /// How many clauses are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.clauses.iter().filter(|covered| covered.kind == kind).count()
    }
}

/// The coverage of a version.
pub fn coverage(charter: &Charter) -> Coverage {
    let clauses = charter.clauses.iter().map(|clause| covered(charter, &clause.label)).collect();
    Coverage { clauses }
}

fn covered(charter: &Charter, label: &ClauseLabel) -> Covered {
    let own: Vec<&Declaration> =
        charter.declarations.iter().filter(|declaration| declaration.clause == *label).collect();
    let kind = own.iter().map(|declaration| kind(&declaration.kind)).min().unwrap_or(Kind::Uncovered);
    let cited =
        charter.declarations.iter().any(|declaration| declaration.cites.iter().any(|cited| cited.within(label)));
    let kind = if kind == Kind::Uncovered && cited { Kind::Enforced } else { kind };
    let readings =
        charter.readings().filter(|(_, reading)| reading.of == *label).map(|(_, reading)| reading.name.text.clone());
    let silences = own.iter().filter_map(|declaration| match &declaration.kind {
        DeclarationKind::Silent(silent) => {
            Some(silent.topic.as_ref().map_or(silent.about.clone(), |topic| topic.text.clone()))
        }
        _ => None,
    });
    Covered { label: label.clone(), kind, readings: readings.collect(), silences: silences.collect() }
}

fn kind(declaration: &DeclarationKind) -> Kind {
    match declaration {
        DeclarationKind::Right(_)
        | DeclarationKind::Lose(_)
        | DeclarationKind::Keep(_)
        | DeclarationKind::Duty(_)
        | DeclarationKind::Status(_)
        | DeclarationKind::Table(_)
        | DeclarationKind::Decision(_)
        | DeclarationKind::Procedure(_)
        | DeclarationKind::Limit(_)
        | DeclarationKind::Vacancy(_)
        | DeclarationKind::Charter(_) => Kind::Enforced,
        DeclarationKind::Class(_)
        | DeclarationKind::Act(_)
        | DeclarationKind::Meeting(_)
        | DeclarationKind::Body(_)
        | DeclarationKind::Define(_)
        | DeclarationKind::Threshold(_)
        | DeclarationKind::Delegation(_)
        | DeclarationKind::Transition(_) => Kind::Checked,
        DeclarationKind::Finding(_) => Kind::ForPeople,
        DeclarationKind::NoRule(no_rule) => match no_rule.extent {
            NoRuleExtent::ForPeople => Kind::ForPeople,
            NoRuleExtent::RecordOnly => Kind::RecordOnly,
            NoRuleExtent::Text => Kind::Text,
        },
        DeclarationKind::Notice(_) => Kind::RecordOnly,
        DeclarationKind::Period(_)
        | DeclarationKind::List(_)
        | DeclarationKind::Office(_)
        | DeclarationKind::Silent(_) => Kind::Text,
        DeclarationKind::Reading(_) => Kind::Uncovered,
    }
}
