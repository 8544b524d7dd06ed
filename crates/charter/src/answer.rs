//! The public answer format: value, reasons, remedies, the readings it rests on, and its horizon.
//!
//! Reasons are data: a key, words by name, the clause and act they cite. `wording` makes sentences of them.

use std::collections::BTreeMap;
use std::fmt;

use charter_syntax::ClauseLabel;
use kernel::{Date, Money, Ratio};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::Act;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// The answer itself.
    pub value: Value,
    /// Why.
    pub because: Vec<Node>,
    /// The smallest sets of lawful acts, or the dates, that would flip it; each was verified by asking again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub would_change: Vec<Remedy>,
    /// The readings it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingUse>,
    /// The first date on which it can change without a new act; none: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Date>,
}

/// The answer itself. Never a guess, never undefined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", content = "is", rename_all = "kebab-case")]
pub enum Value {
    /// Yes.
    Yes,
    /// No.
    No,
    /// An amount of money.
    Amount(Money),
    /// A date.
    Date(Date),
    /// A number.
    Number(Ratio),
    /// A set of names, in order.
    Names(Vec<String>),
    /// A state, and the day it ends by itself.
    State {
        /// Its name.
        state: String,
        /// The last day of it, where one is fixed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    /// Duties, deadlines, seats.
    Items(Vec<Item>),
    /// The charter has no rule on this, on purpose noted in the clause.
    Silent(ClauseLabel),
    /// The charter settles this, and these things are not on file.
    Needs(Vec<Need>),
    /// The text in force then is not on file.
    NotOnFile(String),
}

/// What an answer waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "needs", rename_all = "kebab-case")]
pub enum Need {
    /// A fact that nobody has stated.
    Fact {
        /// Which.
        fact: String,
        /// Of whom.
        of: String,
    },
    /// A reading for which nothing is proposed or adopted.
    Reading {
        /// Which.
        reading: String,
    },
    /// A decision or judgement that is somebody's to make.
    Decision {
        /// Whose.
        of: String,
        /// On what.
        on: String,
    },
}

/// One thing that is due, open, held or vacant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// The day it is due, or since when it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// What: a duty, a step, a seat.
    pub what: String,
    /// For which period, or about whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    /// Who owes or holds it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// open, done, missed, cured, due, held, vacant, …
    pub state: String,
    /// The clause.
    pub clause: ClauseLabel,
}

impl fmt::Display for Item {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.what)?;
        if !self.of.is_empty() {
            write!(out, " {}", self.of)?;
        }
        write!(out, " {}", self.state)?;
        if let Some(on) = self.on {
            let word = match self.state.as_str() {
                "missed" | "vacant" | "overdue" => "since",
                "open" | "due" => "by",
                "held" => "until",
                _ => "on",
            };
            write!(out, " {word} {on}")?;
        }
        if self.by.is_empty() { Ok(()) } else { write!(out, " by {}", self.by) }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Need::Fact { fact, of } => write!(out, "fact {fact} of {of}"),
            Need::Reading { reading } => write!(out, "reading {reading}"),
            Need::Decision { of, on } => write!(out, "decision of {of} on {on}"),
        }
    }
}

impl fmt::Display for Value {
    /// The canonical form in which tests state what they expect.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Yes => out.write_str("yes"),
            Value::No => out.write_str("no"),
            Value::Amount(money) => write!(out, "{money}"),
            Value::Date(date) => write!(out, "{date}"),
            Value::Number(number) => write!(out, "{number}"),
            Value::Names(names) if names.is_empty() => out.write_str("nobody"),
            Value::Names(names) => out.write_str(&names.join(", ")),
            Value::State { state, until: None } => out.write_str(state),
            Value::State { state, until: Some(date) } => write!(out, "{state} until {date}"),
            Value::Items(items) if items.is_empty() => out.write_str("nothing"),
            Value::Items(items) => {
                let lines: Vec<_> = items.iter().map(Item::to_string).collect();
                out.write_str(&lines.join("; "))
            }
            Value::Silent(clause) => write!(out, "silent {clause}"),
            Value::Needs(needs) => {
                let needs: Vec<_> = needs.iter().map(Need::to_string).collect();
                write!(out, "needs {}", needs.join(" and "))
            }
            Value::NotOnFile(version) => write!(out, "text not on file {version}"),
        }
    }
}

/// One reason, with what lies behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Node {
    /// What kind of reason.
    pub reason: Reason,
    /// Its words, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, String>,
    /// The clause that it cites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseLabel>,
    /// The act that it cites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<String>,
    /// The reading that it rests on, as `reading: option`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What lies behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Node>,
}

impl Node {
    /// This node and all behind it.
    pub fn all(&self) -> Box<dyn Iterator<Item = &Node> + '_> {
        Box::new(std::iter::once(self).chain(self.because.iter().flat_map(Node::all)))
    }
}

/// What would flip an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Remedy {
    /// These acts, one or two of them.
    Acts {
        /// The acts, as they would be recorded.
        acts: Vec<Act>,
        /// The answer then.
        then: Value,
    },
    /// Waiting until this date.
    Date {
        /// The date.
        on: Date,
        /// The answer then.
        then: Value,
    },
}

impl fmt::Display for Remedy {
    /// The form in which tests state a remedy: `A re-confirm year 2027`, `waiting until 2027-01-01`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Remedy::Date { on, .. } => write!(out, "waiting until {on}"),
            Remedy::Acts { acts, .. } => {
                let texts: Vec<_> = acts.iter().map(act_text).collect();
                out.write_str(&texts.join(" and "))
            }
        }
    }
}

fn act_text(act: &Act) -> String {
    let mut text = String::new();
    if let Some(by) = &act.by {
        text.push_str(by);
        text.push(' ');
    }
    text.push_str(&act.act);
    if let Some(about) = &act.about {
        text.push_str(" about ");
        text.push_str(about);
    }
    for (name, value) in &act.fields {
        text.push_str(&format!(" {name} {}", value.as_text()));
    }
    for evidence in &act.evidence {
        text.push_str(&format!(" {}", evidence.document));
    }
    text
}

/// A reading that an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingUse {
    /// The reading.
    pub reading: String,
    /// The option that was applied; none: the answer waits for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// Adopted by the network; otherwise the answer is provisional.
    pub adopted: bool,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $id:literal ($($arg:literal),*);)*) => {
        /// The closed set of reasons. Each has a sentence in every language, under `because-` and its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Reason {
            $($(#[$doc])* #[serde(rename = $id)] $variant,)*
        }

        impl Reason {
            /// Every reason there is.
            pub const ALL: &[Reason] = &[$(Reason::$variant,)*];

            /// Its stable name.
            pub fn as_str(self) -> &'static str {
                match self { $(Reason::$variant => $id,)* }
            }

            /// The names of its words, in order.
            pub fn words(self) -> &'static [&'static str] {
                match self { $(Reason::$variant => &[$($arg),*],)* }
            }
        }
    };
}

reasons! {
    /// A right is granted.
    Granted = "granted" ("right", "to");
    /// No rule grants a right.
    NotGranted = "not-granted" ("who", "right");
    /// A right is lost.
    Lost = "lost" ("right", "since");
    /// A right would be lost, were it not kept.
    Kept = "kept" ("right", "despite");
    /// Nothing has restored a right.
    NotRestored = "not-restored" ("since");
    /// Somebody is of a class.
    Member = "member" ("who", "class", "since");
    /// Somebody is not of a class.
    NotMember = "not-member" ("who", "class");
    /// A membership ended.
    MembershipEnded = "membership-ended" ("who", "class", "on", "status");
    /// A status holds.
    Status = "status" ("who", "status", "since");
    /// A status does not hold.
    NoStatus = "no-status" ("who", "status");
    /// A duty was done in time.
    DutyDone = "duty-done" ("duty", "of", "on");
    /// A duty was done late, and counts.
    DutyCured = "duty-cured" ("duty", "of", "on");
    /// A duty was missed.
    DutyMissed = "duty-missed" ("duty", "of", "since");
    /// A duty is open.
    DutyOpen = "duty-open" ("duty", "of", "due");
    /// Enough instances of a duty were missed.
    DutiesMissed = "duties-missed" ("count", "duty");
    /// Fewer were.
    DutiesNotMissed = "duties-not-missed" ("count", "duty");
    /// An act is on file.
    ActOnFile = "act-on-file" ("act", "by", "on");
    /// No such act is on file.
    NoAct = "no-act" ("act", "who");
    /// An act is on file and has no effect.
    ActWithoutEffect = "act-without-effect" ("act", "by", "on");
    /// A fact.
    Fact = "fact" ("who", "fact", "value");
    /// A fact that nobody stated.
    FactMissing = "fact-missing" ("who", "fact");
    /// The row of a table that applies.
    Row = "row" ("table", "band", "value");
    /// No row of a table applies.
    NoRow = "no-row" ("table");
    /// A comparison that holds.
    Holds = "holds" ("left", "comparison", "right");
    /// A comparison that does not hold.
    DoesNotHold = "does-not-hold" ("left", "comparison", "right");
    /// A named condition that holds.
    Defined = "defined" ("who", "name");
    /// A named condition that does not hold.
    NotDefined = "not-defined" ("who", "name");
    /// A fee is settled.
    Settled = "settled" ("table", "of");
    /// A fee is not settled.
    NotSettled = "not-settled" ("table", "of", "due");
    /// A finding was recorded.
    Found = "found" ("finding", "holds");
    /// A finding that nobody recorded.
    NotFound = "not-found" ("finding", "by");
    /// A set and its number.
    Counted = "counted" ("set", "number");
    /// A quorum is there.
    Quorate = "quorate" ("decision");
    /// A quorum is not there.
    NotQuorate = "not-quorate" ("decision");
    /// A decision is carried.
    Carried = "carried" ("decision", "on");
    /// A decision is not carried.
    NotCarried = "not-carried" ("decision", "on");
    /// A tie, and what it does.
    Tie = "tie" ("decision", "rule");
    /// A decision is not taken yet.
    Undecided = "undecided" ("decision", "by");
    /// A decision was taken too early to count.
    TooEarly = "too-early" ("decision", "on", "not-before");
    /// Somebody is on a roll.
    OnRoll = "on-roll" ("who", "roll", "on");
    /// Somebody is not on a roll.
    NotOnRoll = "not-on-roll" ("who", "roll", "on");
    /// Two officers put somebody on a roll after it was drawn.
    PutOnRoll = "put-on-roll" ("who", "first", "second", "on");
    /// Two officers struck somebody from a roll after it was drawn.
    StruckFromRoll = "struck-from-roll" ("who", "first", "second", "on");
    /// The acts reserved to a party.
    MayAct = "may-act" ("act", "by");
    /// An act that is not this party's.
    MayNotAct = "may-not-act" ("who", "act", "by");
    /// A procedure began.
    Began = "began" ("procedure", "of", "on");
    /// A procedure has not begun.
    NotBegun = "not-begun" ("procedure", "of");
    /// A procedure is complete.
    Complete = "complete" ("procedure", "on");
    /// Something is there that a procedure needs.
    NeedMet = "need-met" ("what", "on");
    /// Something is missing that a procedure needs.
    NeedMissing = "need-missing" ("what");
    /// A step is to be done.
    StepOpen = "step-open" ("act", "by", "due");
    /// A step was done.
    StepDone = "step-done" ("act", "on");
    /// A window is open.
    WindowOpen = "window-open" ("window", "until");
    /// A window has closed.
    WindowClosed = "window-closed" ("window", "on");
    /// An objection is being investigated.
    Investigating = "investigating" ("by", "on");
    /// An investigation was closed.
    Investigated = "investigated" ("on");
    /// A deadline.
    Deadline = "deadline" ("what", "on");
    /// A deadline has passed.
    Overdue = "overdue" ("what", "since");
    /// A seat is held.
    SeatHeld = "seat-held" ("seat", "by", "until");
    /// A seat is vacant.
    SeatVacant = "seat-vacant" ("seat", "since", "cause");
    /// Who fills a seat, and until when.
    Fills = "fills" ("by", "until", "from", "same");
    /// The term limit is reached.
    TermLimit = "term-limit" ("who", "terms", "limit", "again");
    /// The term limit is not reached.
    TermsLeft = "terms-left" ("who", "terms", "limit");
    /// Somebody holds a seat that excludes another.
    AlreadySeated = "already-seated" ("who", "seat");
    /// A step before a meeting.
    BackPlanned = "back-planned" ("step", "span", "by");
    /// The longest time between two meetings.
    Interval = "interval" ("meeting", "last", "by");
    /// The charter is silent.
    Silent = "silent" ("about");
    /// The version in force.
    Version = "version" ("from");
    /// Who may pass a power on.
    Delegated = "delegated" ("power", "to");
    /// A matter that may not be passed on.
    KeptBack = "kept-back" ("matter", "of");
    /// Somebody is not of those from whom a vacant seat is to be filled.
    NotFromThere = "not-from-there" ("who", "from", "same");
    /// Too few voted for anybody to be elected.
    TooFewVoters = "too-few-voters" ("decision", "voters", "least");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_survive_their_json() {
        let answer = Answer {
            value: Value::Needs(vec![Need::Fact { fact: "annual-income".into(), of: "A".into() }]),
            because: vec![Node {
                reason: Reason::FactMissing,
                with: [("who".to_owned(), "A".to_owned())].into(),
                clause: Some(ClauseLabel("5.1.6".into())),
                act: None,
                reading: None,
                because: Vec::new(),
            }],
            would_change: vec![Remedy::Date { on: "2027-01-01".parse().unwrap(), then: Value::No }],
            readings: Vec::new(),
            horizon: Some("2026-12-01".parse().unwrap()),
        };
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer, "{json}");
    }
}
