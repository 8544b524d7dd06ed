//! The closed list of acts that the platform itself records: rules may read them, no charter declares them.

use charter_syntax::Name;
use charter_syntax::ast::{ActDecl, FieldDecl, Party, Type};

/// Words that stand for somebody without naming a class or an office.
pub const GENERIC_PARTIES: &[&str] = &[
    "anyone",
    "applicant",
    "organisation",
    "person",
    "proposal",
    "motion",
    "nominee",
    "meeting",
    "seat",
    "ballot",
    "member",
];

/// Acts of the platform that a secretariat writes down by hand.
pub const BY_HAND: &[&str] = &[
    "adopt-reading",
    "call-meeting",
    "put-on-agenda",
    "take-off-agenda",
    "open-meeting",
    "attend",
    "leave",
    "close-meeting",
    "file-motion",
    "withdraw-motion",
    "open-ballot",
    "contest-roll",
    "change-roll",
    "cast",
    "casting-vote",
    "close-ballot",
    "declare-result",
    "record-finding",
    "file-candidacy",
    "withdraw-candidacy",
    "seat",
    "unseat",
    "delegate",
    "revoke-delegation",
];

/// Acts of the platform that a party does itself.
pub const OF_A_PARTY: &[&str] = &[
    "attend",
    "leave",
    "cast",
    "contest-roll",
    "change-roll",
    "file-motion",
    "withdraw-motion",
    "file-candidacy",
    "withdraw-candidacy",
];

/// A field of a platform act and its type.
type Field = (&'static str, &'static str, Need);

#[derive(Clone, Copy, PartialEq)]
enum Need {
    Must,
    May,
}

use Need::{May, Must};

const FOR: Field = ("for", "name", May);
/// Whom or what a notice was about, where that is not whoever it went to.
const CONCERNING: Field = ("concerning", "name", May);

/// Name, what it is about, fields.
const ACTS: &[(&str, Option<&str>, &[Field])] = &[
    ("adopt-charter", None, &[("version", "date", Must)]),
    ("adopt-reading", None, &[("reading", "name", Must), ("option", "name", Must)]),
    ("assess-fee", Some("anyone"), &[("table", "name", Must), ("period", "name", May), ("amount", "text", Must)]),
    ("settle-fee", Some("anyone"), &[("table", "name", Must), ("period", "name", May), ("amount", "text", May)]),
    ("reopen-fee", Some("anyone"), &[("table", "name", Must), ("period", "name", May)]),
    ("waive-fee", Some("anyone"), &[("table", "name", Must), ("period", "name", May)]),
    ("send-notice", Some("anyone"), &[("notice", "name", Must), ("period", "name", May), CONCERNING]),
    ("deliver-notice", Some("anyone"), &[("notice", "name", Must), ("period", "name", May), CONCERNING]),
    ("fail-notice", Some("anyone"), &[("notice", "name", Must), ("period", "name", May), CONCERNING]),
    ("call-meeting", Some("meeting"), &[("meeting", "name", Must), ("opens", "date", Must)]),
    ("put-on-agenda", Some("meeting"), &[("place", "number", Must), ("title", "text", Must), ("motion", "name", May)]),
    ("take-off-agenda", Some("meeting"), &[("place", "number", Must)]),
    ("open-meeting", Some("meeting"), &[("meeting", "name", Must)]),
    ("close-meeting", Some("meeting"), &[("meeting", "name", May)]),
    ("attend", Some("meeting"), &[("mode", "name", May), ("person", "person", May)]),
    ("leave", Some("meeting"), &[]),
    ("fix-roll", Some("ballot"), &[("decision", "name", May)]),
    ("contest-roll", Some("ballot"), &[("reasons", "text", Must)]),
    (
        "change-roll",
        Some("ballot"),
        &[("elector", "name", Must), ("on-roll", "yes-no", Must), ("reasons", "text", Must)],
    ),
    (
        "file-motion",
        Some("ballot"),
        &[
            ("decision", "name", Must),
            ("as", "name", May),
            ("meeting", "name", May),
            FOR,
            ("amends", "name", May),
            ("text", "text", May),
        ],
    ),
    (
        "open-ballot",
        Some("ballot"),
        &[("decision", "name", Must), ("meeting", "name", May), FOR, ("candidates", "text", May)],
    ),
    ("withdraw-motion", Some("ballot"), &[]),
    ("close-ballot", Some("ballot"), &[]),
    (
        "cast",
        Some("ballot"),
        &[("choice", "name", Must), ("holder", "name", May), ("votes", "number", May), ("person", "person", May)],
    ),
    ("casting-vote", Some("ballot"), &[("choice", "name", Must)]),
    (
        "declare-result",
        Some("ballot"),
        &[
            ("decision", "name", May),
            ("meeting", "name", May),
            FOR,
            ("yes", "number", May),
            ("no", "number", May),
            ("abstain", "number", May),
            ("returned", "number", May),
            ("present", "number", May),
            ("present-at-opening", "number", May),
            ("roll", "number", May),
            ("elected", "name", May),
            ("lots", "text", May),
        ],
    ),
    (
        "record-finding",
        Some("anyone"),
        &[("finding", "name", Must), ("holds", "yes-no", May), ("reasons", "text", May)],
    ),
    (
        "seat",
        Some("seat"),
        &[
            ("organisation", "organisation", May),
            ("person", "person", May),
            ("until", "date", May),
            ("replaces", "yes-no", May),
        ],
    ),
    ("file-candidacy", Some("seat"), &[("organisation", "organisation", May), ("person", "person", May)]),
    ("withdraw-candidacy", Some("seat"), &[("organisation", "organisation", May), ("person", "person", May)]),
    ("unseat", Some("seat"), &[("cause", "name", Must)]),
    (
        "create-seat",
        Some("seat"),
        &[("decision", "name", May), ("until", "date", May), ("filled-by", "text", May), ("community", "name", May)],
    ),
    ("retain-seat", Some("seat"), &[("until", "date", May), ("decision", "name", May)]),
    ("assign-cohort", Some("seat"), &[("cohort", "name", Must)]),
    ("delegate", Some("anyone"), &[("power", "name", Must), ("until", "date", May)]),
    ("revoke-delegation", Some("anyone"), &[("power", "name", Must)]),
];

/// The platform's acts as declarations.
pub fn acts() -> Vec<ActDecl> {
    ACTS.iter().map(|(name, about, fields)| declaration(name, *about, fields)).collect()
}

/// Whether the platform records acts of this name.
pub fn is_act(name: &str) -> bool {
    ACTS.iter().any(|(known, _, _)| *known == name)
}

/// The names of the platform's acts.
pub fn names<'a>() -> impl Iterator<Item = &'a str> {
    ACTS.iter().map(|(name, _, _)| -> &'a str { name })
}

/// The platform act of this name as a declaration.
pub fn act(name: &str) -> Option<ActDecl> {
    ACTS.iter().find(|(known, _, _)| *known == name).map(|(name, about, fields)| declaration(name, *about, fields))
}

fn declaration(name: &str, about: Option<&str>, fields: &[Field]) -> ActDecl {
    ActDecl {
        name: Name::bare(name),
        by: party("anyone"),
        about: about.map(party),
        fields: fields.iter().map(field).collect(),
        with: Vec::new(),
        documents: Vec::new(),
        seen_by: Vec::new(),
        only_where: Vec::new(),
    }
}

fn party(name: &str) -> Party {
    Party { through: Vec::new(), any_of: vec![Name::bare(name)], at: charter_syntax::At::default() }
}

fn field((name, ty, need): &Field) -> FieldDecl {
    let ty = match *ty {
        "date" => Type::Date,
        "number" => Type::Number,
        "yes-no" => Type::YesNo,
        "text" => Type::Text,
        "organisation" => Type::Organisation,
        "person" => Type::Person,
        other => Type::Named(Name::bare(other)),
    };
    FieldDecl { name: Name::bare(*name), ty, optional: *need == May }
}
