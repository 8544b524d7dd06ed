//! What is wrong with a text, as data: a stable code, a place, and the words to fill into the message.
//!
//! The sentences are made in `wording`, in the reader's language; here is only what they speak of.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::At;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// The charter runs, and somebody should look.
    Warning,
    /// The charter must not run like this.
    Error,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// The text it is about.
    pub at: At,
    /// Words for the message, by their names in it.
    pub args: Vec<(&'static str, String)>,
    /// Further places, each with the name of its label.
    pub also: Vec<(At, &'static str)>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(code: Code, at: At) -> Self {
        Diagnostic { code, at, args: Vec::new(), also: Vec::new() }
    }

    /// With a word for the message.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// With a suggestion, if there is one.
    pub fn suggesting(self, name: Option<&str>) -> Self {
        self.with("suggestion", name.unwrap_or_default())
    }

    /// With a further place.
    pub fn also(mut self, at: At, label: &'static str) -> Self {
        self.also.push((at, label));
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The word of this name.
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $severity:ident;)*) => {
        /// The closed set of findings. A code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code there is, in order.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file is larger than is read.
    DocumentTooLarge = "Q0101" Error;
    /// Two clauses have one number.
    ClauseRepeated = "Q0102" Warning;
    /// A fence whose kind looks misspelt.
    FenceUnknown = "Q0103" Warning;
    /// There is no `charter` declaration.
    HeaderMissing = "Q0104" Error;
    /// The header leaves out something that has no default.
    HeaderIncomplete = "Q0105" Error;
    /// The time zone is not one of the IANA database.
    TimeZoneUnknown = "Q0106" Error;

    /// No declaration starts with this word.
    DeclarationUnknown = "Q0201" Error;
    /// Something else was expected here.
    Unexpected = "Q0202" Error;
    /// This declaration has no such line.
    ItemUnknown = "Q0203" Error;
    /// A character or quotation that is no word of the language.
    Stray = "Q0204" Error;
    /// Conditions nested deeper than anybody can read.
    NestedTooDeeply = "Q0205" Error;
    /// A number, date or amount that cannot be.
    ValueInvalid = "Q0206" Error;
    /// A share without its base.
    BaseMissing = "Q0207" Error;
    /// A line that says the same thing a second time.
    ItemRepeated = "Q0208" Error;
    /// A declaration lacks a line it cannot do without.
    ItemMissing = "Q0209" Error;

    /// A name that nothing declares.
    NameUnknown = "Q0301" Error;
    /// A name declared twice.
    NameRepeated = "Q0302" Error;
    /// A name of the wrong kind.
    NameWrongKind = "Q0303" Error;
    /// Values of two types meet.
    TypesDiffer = "Q0304" Error;
    /// A reading or option that is not declared.
    OptionUnknown = "Q0305" Error;
    /// A citation of a clause that does not exist.
    ClauseUnknown = "Q0306" Error;
    /// Definitions that lead back to themselves.
    DefinitionCircular = "Q0307" Error;
    /// Something declared that nothing uses.
    NeverUsed = "Q0308" Warning;
    /// A reading with fewer than two options, or two proposed.
    ReadingMalformed = "Q0309" Error;
    /// A name of mixed scripts, or with invisible characters.
    NameConfusable = "Q0310" Error;

    /// Two rows of a table apply to the same value.
    TableOverlap = "Q0401" Error;
    /// No row of a table applies to a value.
    TableGap = "Q0402" Error;
    /// A row that no value can reach.
    RowDead = "Q0403" Warning;

    /// Two statuses or classes can hold at once and contradict each other.
    StatusConflict = "Q0501" Error;
    /// An exception to a loss that does not exist.
    KeepWithoutLoss = "Q0502" Error;
    /// A condition that can never hold.
    ConditionImpossible = "Q0503" Warning;
    /// A rule that changes nothing.
    RuleDead = "Q0504" Warning;

    /// A decision leaves something unsaid.
    DecisionIncomplete = "Q0601" Warning;
    /// A threshold that cannot be reached.
    ThresholdUnreachable = "Q0602" Error;
    /// "Half plus one" of an odd number is not whole, and no reading settles it.
    ThresholdNotWhole = "Q0603" Warning;
    /// A tie can happen and nothing says what then.
    TieOpen = "Q0604" Warning;
    /// What is said of abstentions contradicts the threshold.
    AbstentionContradicts = "Q0605" Error;
    /// A counting method or option that is not known.
    MethodUnknown = "Q0606" Error;
    /// What is said of how votes are given contradicts itself, or the roll.
    VoteContradicts = "Q0607" Error;

    /// A decision must wait longer than its deadline allows.
    DeadlineInfeasible = "Q0701" Error;
    /// For some starting dates a decision must wait longer than its deadline allows.
    DeadlineTight = "Q0702" Warning;

    /// A duty whose neglect has no consequence.
    DutyWithoutConsequence = "Q0801" Warning;
    /// A duty or step without a date.
    DutyWithoutDate = "Q0802" Warning;
    /// A right that nobody can have.
    RightWithoutHolder = "Q0803" Warning;
    /// A notice that nothing sets off.
    NoticeWithoutCause = "Q0804" Warning;
    /// A deadline after which nothing is said.
    DeadlineWithoutConsequence = "Q0805" Warning;

    /// A clause with neither rules nor a reason for having none.
    ClauseUncovered = "Q0901" Warning;
    /// Numbers of clauses that skip.
    NumberingSkips = "Q0902" Info;

    /// The prose of a sealed clause changed.
    SealProseChanged = "Q1001" Error;
    /// The rules of a sealed clause changed.
    SealRulesChanged = "Q1002" Error;
    /// A clause with rules that nobody has sealed.
    Unsealed = "Q1003" Info;

    /// A reading that has not been adopted.
    ReadingProvisional = "Q1201" Info;
    /// A reading for which no option is proposed.
    ReadingOpen = "Q1202" Warning;
    /// A test whose answer depends on a reading.
    ReadingMatters = "Q1203" Info;

    /// A test that does not hold.
    TestFails = "Q1301" Error;
    /// A question that cannot be read.
    QuestionMalformed = "Q1302" Error;

    /// A line of the register that is not an act.
    ActMalformed = "Q2001" Error;
    /// An act that the charter does not know.
    ActUnknown = "Q2002" Error;
    /// A field that the act does not have.
    FieldUnknown = "Q2003" Error;
    /// A value of the wrong type.
    FieldInvalid = "Q2004" Error;
    /// A field that the act must carry.
    FieldMissing = "Q2005" Error;
    /// Somebody acted who may not.
    ActorNotEntitled = "Q2006" Warning;
    /// An act without effect.
    ActWithoutEffect = "Q2007" Warning;
    /// Two acts with one identifier.
    ActRepeated = "Q2008" Error;
    /// An act that corrects one that is not there.
    SupersedesUnknown = "Q2009" Error;
    /// Two acts that cannot both be true.
    ActsContradict = "Q2010" Error;
    /// An act dated after it was recorded, or after the date asked about.
    ActInFuture = "Q2011" Info;
    /// A file that cannot be read.
    FileUnreadable = "Q2012" Error;
    /// A vote that does not count.
    VoteUncounted = "Q2013" Warning;
    /// A vote recorded in another form than the charter asks.
    VoteFormNotKept = "Q2014" Warning;
    /// A seat filled by somebody who is not of those from whom it is to be filled.
    SeatFilledOtherwise = "Q2015" Warning;
    /// A fee assessed at another amount than the table gives.
    AssessmentDiffers = "Q2016" Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_in_order() {
        let all: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        let mut sorted = all.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(all, sorted);
    }
}
