//! The public question format: a question as data, and the small fixed grammar of words that parses to it.
//!
//! The same words serve the command line, tests and the API. Names are those of the charter; who and what are the
//! identifiers of the register.

use std::fmt;

use charter_syntax::token::{Lexeme, Token, words};
use kernel::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A question about a register under a charter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Question {
    /// `may A vote at general-conference`, `may A endorse about B`, `may P of A stand for board/north`
    May {
        /// Who.
        who: String,
        /// The person through whom an organisation stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<String>,
        /// A right or an act.
        verb: String,
        /// Where, for what: a meeting, a decision, a body, a seat, a ballot.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<String>,
        /// About whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<String>,
    },
    /// `is A regular-member`
    Is {
        /// Who.
        who: String,
        /// A class, a status, a definition or a finding.
        what: String,
    },
    /// `status of A`
    Status {
        /// Who.
        who: String,
    },
    /// `fee of A for 2026`, `weight of A at general-assembly`, `delegates of A`
    Amount {
        /// `fee`, `weight`, or the name of a table.
        table: String,
        /// Who.
        who: String,
        /// The period, as the charter writes it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<String>,
        /// The meeting or decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
    /// `state of admission of B`
    State {
        /// The procedure.
        procedure: String,
        /// Its subject.
        of: String,
    },
    /// `duties of A`
    Duties {
        /// Who.
        who: String,
    },
    /// `due from 2026-01-01 to 2026-12-31`
    Due {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// `quorate MEETING`
    Quorate {
        /// A meeting or a ballot.
        what: String,
    },
    /// `carried BALLOT`
    Carried {
        /// The ballot.
        what: String,
    },
    /// `elected BALLOT`
    Elected {
        /// The ballot.
        what: String,
    },
    /// `seats of board`
    Seats {
        /// The body.
        body: String,
    },
    /// `who may decide admission of B`, `who may fill board/north`, `who may vote at general-conference`
    WhoMay {
        /// decide, fill, or a right.
        verb: String,
        /// A procedure, a seat, a scope.
        what: String,
        /// The subject of the procedure.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
    },
    /// `earliest general-conference`
    Earliest {
        /// The meeting.
        meeting: String,
    },
    /// `latest general-conference`
    Latest {
        /// The meeting.
        meeting: String,
    },
    /// `rule on amendment`
    Rule {
        /// The topic.
        topic: String,
    },
}

/// Why a question could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionError {
    /// What was expected.
    pub expected: String,
    /// The word that stands there instead; empty at the end.
    pub found: String,
    /// Where it stands in the question.
    pub at: usize,
}

impl fmt::Display for QuestionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.found.is_empty() {
            write!(out, "the question ends where {} was expected", self.expected)
        } else {
            write!(out, "expected {}, found `{}`", self.expected, self.found)
        }
    }
}

impl std::error::Error for QuestionError {}

/// The forms of the grammar, for help texts.
pub const FORMS: &[&str] = &[
    "may A vote at MEETING",
    "may A vote in BALLOT",
    "may A stand for SEAT",
    "may P of A stand for SEAT",
    "may A become CLASS",
    "may A ACT",
    "may A ACT about B",
    "is A CLASS",
    "status of A",
    "fee of A for PERIOD",
    "weight of A at MEETING",
    "TABLE of A",
    "state of PROCEDURE of B",
    "duties of A",
    "due from DATE to DATE",
    "quorate MEETING",
    "carried BALLOT",
    "elected BALLOT",
    "seats of BODY",
    "who may decide PROCEDURE of B",
    "who may fill SEAT",
    "who may vote at MEETING",
    "earliest MEETING",
    "latest MEETING",
    "rule on TOPIC",
];

impl Question {
    /// Reads a question in words.
    pub fn parse(text: &str) -> Result<Self, QuestionError> {
        let lexemes = words(text, 0);
        let mut reader = Reader { words: &lexemes, position: 0 };
        let question = reader.question()?;
        reader.eat_token(Token::Question);
        match reader.peek() {
            None => Ok(question),
            Some(_) => reader.expected("the end of the question"),
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Question::May { who, person, verb, scope, about } => {
                out.write_str("may ")?;
                if let Some(person) = person {
                    write!(out, "{person} of ")?;
                }
                write!(out, "{who} {verb}")?;
                if let Some(scope) = scope {
                    match preposition(verb) {
                        "" => write!(out, " {scope}")?,
                        joined => write!(out, " {joined} {scope}")?,
                    }
                }
                about.as_ref().map_or(Ok(()), |about| write!(out, " about {about}"))
            }
            Question::Is { who, what } => write!(out, "is {who} {what}"),
            Question::Status { who } => write!(out, "status of {who}"),
            Question::Amount { table, who, period, at } => {
                write!(out, "{table} of {who}")?;
                if let Some(period) = period {
                    write!(out, " for {period}")?;
                }
                at.as_ref().map_or(Ok(()), |at| write!(out, " at {at}"))
            }
            Question::State { procedure, of } => write!(out, "state of {procedure} of {of}"),
            Question::Duties { who } => write!(out, "duties of {who}"),
            Question::Due { from, to } => write!(out, "due from {from} to {to}"),
            Question::Quorate { what } => write!(out, "quorate {what}"),
            Question::Carried { what } => write!(out, "carried {what}"),
            Question::Elected { what } => write!(out, "elected {what}"),
            Question::Seats { body } => write!(out, "seats of {body}"),
            Question::WhoMay { verb, what, of } => {
                write!(out, "who may {verb} ")?;
                if !matches!(verb.as_str(), "decide" | "fill") {
                    write!(out, "{} ", preposition(verb))?;
                }
                write!(out, "{what}")?;
                of.as_ref().map_or(Ok(()), |of| write!(out, " of {of}"))
            }
            Question::Earliest { meeting } => write!(out, "earliest {meeting}"),
            Question::Latest { meeting } => write!(out, "latest {meeting}"),
            Question::Rule { topic } => write!(out, "rule on {topic}"),
        }
    }
}

/// How English joins a verb to its scope.
fn preposition(verb: &str) -> &'static str {
    match verb {
        "stand" => "for",
        "become" => "",
        _ => "at",
    }
}

struct Reader<'w, 's> {
    words: &'w [Lexeme<'s>],
    position: usize,
}

impl Reader<'_, '_> {
    fn peek(&self) -> Option<&Lexeme<'_>> {
        self.words.get(self.position)
    }

    fn eat_token(&mut self, token: Token) -> bool {
        let there = self.peek().is_some_and(|word| word.token == token);
        self.position += usize::from(there);
        there
    }

    fn eat(&mut self, text: &str) -> bool {
        let there = self.peek().is_some_and(|word| word.text == text);
        self.position += usize::from(there);
        there
    }

    fn eat_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.eat(text))
    }

    fn expected<T>(&self, what: &str) -> Result<T, QuestionError> {
        let found = self.peek();
        Err(QuestionError {
            expected: what.to_owned(),
            found: found.map(|word| word.text.to_owned()).unwrap_or_default(),
            at: found.map_or_else(|| self.words.last().map_or(0, |word| word.at.end), |word| word.at.start),
        })
    }

    fn need(&mut self, text: &str) -> Result<(), QuestionError> {
        if self.eat(text) { Ok(()) } else { self.expected(&format!("`{text}`")) }
    }

    /// An identifier, with its path: `A`, `board/north`, `2026/3`, `"an id with spaces"`.
    fn id(&mut self, what: &str) -> Result<String, QuestionError> {
        let mut id = match self.peek() {
            Some(word) if matches!(word.token, Token::Word | Token::Number | Token::Date | Token::Label) => {
                word.text.to_owned()
            }
            Some(word) if word.token == Token::Text => word.text.trim_matches('"').to_owned(),
            _ => return self.expected(what),
        };
        self.position += 1;
        while self.eat_token(Token::Over) {
            let Some(part) = self.peek() else { return self.expected("the rest of the name") };
            id = format!("{id}/{}", part.text);
            self.position += 1;
        }
        Ok(id)
    }

    fn date(&mut self) -> Result<Date, QuestionError> {
        let date = self.peek().filter(|word| word.token == Token::Date).and_then(|word| word.text.parse().ok());
        match date {
            Some(date) => {
                self.position += 1;
                Ok(date)
            }
            None => self.expected("a date such as 2026-11-30"),
        }
    }

    fn question(&mut self) -> Result<Question, QuestionError> {
        let Some(first) = self.peek().map(|word| word.text.to_owned()) else {
            return self.expected("a question");
        };
        self.position += 1;
        match first.as_str() {
            "may" => self.may(),
            "is" => {
                let who = self.id("who")?;
                self.eat_any(&["a", "an"]);
                Ok(Question::Is { who, what: self.id("a class, a status or a definition")? })
            }
            "status" => {
                self.need("of")?;
                Ok(Question::Status { who: self.id("who")? })
            }
            "duties" => {
                self.need("of")?;
                Ok(Question::Duties { who: self.id("who")? })
            }
            "state" => {
                self.need("of")?;
                let procedure = self.id("a procedure")?;
                self.need("of")?;
                Ok(Question::State { procedure, of: self.id("whose")? })
            }
            "due" => {
                self.need("from")?;
                let from = self.date()?;
                self.need("to")?;
                Ok(Question::Due { from, to: self.date()? })
            }
            "quorate" => Ok(Question::Quorate { what: self.id("a meeting or a ballot")? }),
            "carried" => Ok(Question::Carried { what: self.id("a ballot")? }),
            "elected" => Ok(Question::Elected { what: self.id("a ballot")? }),
            "seats" => {
                self.need("of")?;
                Ok(Question::Seats { body: self.id("a body")? })
            }
            "earliest" => Ok(Question::Earliest { meeting: self.id("a meeting")? }),
            "latest" => Ok(Question::Latest { meeting: self.id("a meeting")? }),
            "rule" => {
                self.need("on")?;
                Ok(Question::Rule { topic: self.id("a topic")? })
            }
            "who" => self.who_may(),
            table if self.peek().is_some_and(|word| word.text == "of") => self.amount(table.to_owned()),
            _ => {
                self.position -= 1;
                self.expected("may, is, status, fee, weight, state, duties, due, quorate, carried, elected, seats, who, earliest, latest or rule")
            }
        }
    }

    fn may(&mut self) -> Result<Question, QuestionError> {
        let mut who = self.id("who")?;
        let mut person = None;
        if self.eat("of") {
            person = Some(who);
            who = self.id("an organisation")?;
        }
        let verb = self.id("a right or an act")?;
        let scope = if verb == "become" {
            self.eat_any(&["a", "an"]);
            Some(self.id("a class")?)
        } else if self.eat_any(&["at", "in", "for", "on"]) {
            Some(self.id("a meeting, a seat or a ballot")?)
        } else {
            None
        };
        let about = if self.eat("about") { Some(self.id("about whom")?) } else { None };
        Ok(Question::May { who, person, verb, scope, about })
    }

    fn amount(&mut self, table: String) -> Result<Question, QuestionError> {
        self.need("of")?;
        let who = self.id("who")?;
        let period = if self.eat("for") { Some(self.id("a period")?) } else { None };
        let at = if self.eat("at") { Some(self.id("a meeting")?) } else { None };
        Ok(Question::Amount { table, who, period, at })
    }

    fn who_may(&mut self) -> Result<Question, QuestionError> {
        self.need("may")?;
        let verb = self.id("decide, fill or a right")?;
        self.eat_any(&["at", "in", "for", "on"]);
        let what = self.id("a procedure, a seat or a meeting")?;
        let of = if self.eat("of") { Some(self.id("whose")?) } else { None };
        Ok(Question::WhoMay { verb, what, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_written_back() {
        for form in FORMS {
            let text = form.replace("DATE", "2026-11-30").replace("PERIOD", "2026").replace("TABLE", "delegates");
            let question = Question::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(Question::parse(&question.to_string()), Ok(question), "{text}");
        }
    }

    #[test]
    fn what_is_no_question_says_what_was_expected() {
        let error = Question::parse("may A vote at").unwrap_err();
        assert_eq!(error.to_string(), "the question ends where a meeting, a seat or a ballot was expected");
        assert_eq!(Question::parse("can A vote").unwrap_err().found, "can");
        assert!(Question::parse("").is_err());
        assert!(Question::parse("status of A B").is_err());
    }
}
