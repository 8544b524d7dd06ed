//! The public act format: one line of JSON for one thing that happened.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::FieldValue;

/// One act of the register. Hashes may be left out on import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Its identifier, unique in the register.
    pub id: String,
    /// The name of the act: declared by the charter, or of the platform.
    pub act: String,
    /// Who did it: a member, an office, a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// About whom or what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The day it takes effect; an instant counts as the day it falls on in the charter's time zone.
    pub on: On,
    /// When it was written down; left out: at the start of the day it takes effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<DateTime<Utc>>,
    /// Who wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<String>,
    /// Fields and facts, by the names the charter gives them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Scalar>,
    /// Fields that are encrypted under the subject's key: rules see that they are there, not what they say.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sealed: BTreeMap<String, String>,
    /// Documents that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The act that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// The hash of the act before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_hash: Option<String>,
    /// Its own hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

impl std::fmt::Display for On {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            On::Date(date) => write!(out, "{date}"),
            On::Instant(instant) => out.write_str(&instant.to_rfc3339()),
        }
    }
}

impl Act {
    /// An act of this kind on a day, with nothing else said yet.
    pub fn new(id: impl Into<String>, act: impl Into<String>, on: kernel::Date) -> Self {
        Act {
            id: id.into(),
            act: act.into(),
            by: None,
            about: None,
            on: On::Date(on),
            recorded_at: None,
            recorded_by: None,
            fields: BTreeMap::new(),
            sealed: BTreeMap::new(),
            evidence: Vec::new(),
            supersedes: None,
            previous_hash: None,
            hash: None,
        }
    }
}

/// A civil date, or an instant with its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum On {
    /// A civil date of the network.
    Date(kernel::Date),
    /// An instant.
    Instant(DateTime<Utc>),
}

/// A value in JSON: text, a whole number or yes/no. Decimals and amounts are text, so that nothing is rounded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Whole(i64),
    /// Anything else, as text.
    Text(String),
}

impl Scalar {
    /// The value as the charter's own spelling.
    pub fn as_text(&self) -> String {
        match self {
            Scalar::YesNo(yes) => String::from(if *yes { "yes" } else { "no" }),
            Scalar::Whole(number) => number.to_string(),
            Scalar::Text(text) => text.clone(),
        }
    }
}

/// A document that belongs to an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Which of the act's documents it is.
    pub document: String,
    /// The language it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// An act whose fields have been read in their declared types.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedAct {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub act: String,
    /// Who did it.
    pub by: Option<String>,
    /// About whom or what.
    pub about: Option<String>,
    /// The day it takes effect.
    pub on: kernel::Date,
    /// When it was written down.
    pub recorded_at: DateTime<Utc>,
    /// Fields and facts that rules can read.
    pub fields: BTreeMap<String, FieldValue>,
    /// Names of sealed fields, and of documents.
    pub present: Vec<String>,
    /// The act it corrects.
    pub supersedes: Option<String>,
}

impl TypedAct {
    /// The field as a word, if it is one.
    pub fn word(&self, field: &str) -> Option<&str> {
        match self.fields.get(field)? {
            FieldValue::Word(word) | FieldValue::Text(word) => Some(word),
            _ => None,
        }
    }

    /// The field as a date, if it is one.
    pub fn date(&self, field: &str) -> Option<kernel::Date> {
        match self.fields.get(field)? {
            FieldValue::Date(date) => Some(*date),
            _ => None,
        }
    }
}
