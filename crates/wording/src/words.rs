//! What pages and letters are written with: a language, and what a network calls the names of its charter.

use std::fmt::Display;
use std::sync::Arc;

use charter::{Question, Value};
use kernel::Date;

use crate::{Labels, Language};

/// The messages that a page or a letter speaks in, and what the network calls the names of its charter.
#[derive(Clone, Debug)]
pub struct Words(&'static Language, Arc<Labels>);

impl Words {
    /// A language, without a network.
    pub fn plain(language: &'static Language) -> Words {
        Words(language, Arc::default())
    }

    /// A language, with a network's own labels.
    pub fn new(language: &'static Language, labels: Arc<Labels>) -> Words {
        Words(language, labels)
    }

    /// The language behind it, for answers and findings.
    pub fn language(&self) -> &'static Language {
        self.0
    }

    /// A message without words to fill in.
    pub fn t(&self, id: &str) -> String {
        self.0.say(id, &[])
    }

    /// A message that is one of several: `variant("shown-to", "members")` is `shown-to-members`.
    pub fn variant(&self, prefix: &str, name: &str) -> String {
        self.t(&format!("{prefix}-{name}"))
    }

    /// A message with one word to fill in.
    pub fn with(&self, id: &str, name: &str, word: impl Display) -> String {
        self.0.say(id, &[(name, &word.to_string())])
    }

    /// A message with several words to fill in.
    pub fn say(&self, id: &str, words: &[(&str, &str)]) -> String {
        self.0.say(id, words)
    }

    /// A name of the charter as people read it: `general-conference` is "general conference".
    pub fn label(&self, name: &str) -> String {
        self.1.of(name)
    }

    /// A day as people say it: weekday, day, month, year.
    pub fn date(&self, date: &Date) -> String {
        let (year, month, day) = date.parts();
        let weekday = self.t(&format!("weekday-{}", date.weekday()));
        let month = self.t(&format!("month-{}", month.number()));
        let (day, year) = (day.to_string(), year.to_string());
        self.0.say("date-long", &[("weekday", &weekday), ("day", &day), ("month", &month), ("year", &year)])
    }

    /// The label of a name that has one; any other word stays as it is, since it may be somebody's name.
    pub fn known_label(&self, word: &str) -> String {
        let one = |part: &str| self.1.known(part).map(str::to_owned);
        let parts: Vec<&str> = word.split('/').collect();
        match parts.as_slice() {
            [whole] => one(whole).unwrap_or_else(|| word.to_owned()),
            // A seat: the body, and which of its seats.
            [..] => {
                parts.iter().map(|part| one(part).unwrap_or_else(|| (*part).to_owned())).collect::<Vec<_>>().join(": ")
            }
        }
    }

    /// How far a day lies from another.
    pub fn distance(&self, date: &Date, today: &Date) -> String {
        let days = date.days_since(*today);
        if days < 0 { self.with("days-ago", "days", days.unsigned_abs()) } else { self.with("in-days", "days", days) }
    }

    /// An answer's value as a sentence about what was asked.
    pub fn sentence(&self, question: &Question, value: &Value) -> String {
        let shown = self.value(value);
        let said = match value {
            Value::Yes => "yes",
            Value::No => "no",
            _ => "waits",
        };
        let words = question.to_string();
        let other = || self.0.say("sentence-other", &[("question", &words), ("value", &shown)]);
        match (question, value) {
            (Question::May { who, person, .. }, Value::Yes | Value::No | Value::Needs(_)) => {
                let what = words.strip_prefix("may ").unwrap_or(&words);
                let of = person.as_ref().map(|person| format!("{person} of ")).unwrap_or_default();
                let what = what.strip_prefix(of.as_str()).unwrap_or(what);
                let what = what.strip_prefix(who.as_str()).unwrap_or(what).trim();
                let what = what.split(' ').map(|word| self.known_label(word)).collect::<Vec<_>>().join(" ");
                let what = what.as_str();
                let who = person.as_ref().map_or_else(|| who.clone(), |person| format!("{person} ({who})"));
                self.0.say("sentence-may", &[("value", said), ("who", &who), ("what", what)])
            }
            (Question::Is { who, what }, Value::Yes | Value::No | Value::Needs(_)) => {
                let what = self.label(what);
                self.0.say("sentence-is", &[("value", said), ("who", who), ("what", &what)])
            }
            (Question::Quorate { what }, Value::Yes | Value::No | Value::Needs(_)) => {
                self.0.say("sentence-quorate", &[("value", said), ("what", what)])
            }
            (Question::Carried { what }, Value::Yes | Value::No | Value::Needs(_)) => {
                self.0.say("sentence-carried", &[("value", said), ("what", what)])
            }
            (Question::Status { who }, Value::State { state, .. }) => {
                let state = self.label(state);
                self.0.say("sentence-status", &[("who", who), ("state", &state)])
            }
            (Question::State { procedure, of }, Value::State { state, .. }) => {
                let (procedure, state) = (self.label(procedure), self.label(state));
                self.0.say("sentence-state", &[("procedure", &procedure), ("of", of), ("state", &state)])
            }
            (Question::Amount { table, who, period: Some(period), .. }, _) => {
                let what = crate::spoken::capitalised(&self.label(table));
                self.0.say("sentence-amount", &[("what", &what), ("who", who), ("period", period), ("value", &shown)])
            }
            (Question::Earliest { meeting }, _) => {
                self.0.say("sentence-earliest", &[("meeting", &self.label(meeting)), ("value", &shown)])
            }
            (Question::Latest { meeting }, _) => {
                self.0.say("sentence-latest", &[("meeting", &self.label(meeting)), ("value", &shown)])
            }
            _ => other(),
        }
    }
}
