//! The words of a page, in one language.

use std::fmt::Display;
use std::sync::LazyLock;

use charter::{Question, Value};
use chrono::Datelike;
use kernel::Date;
use wording::Language;

static ENGLISH: LazyLock<Language> = LazyLock::new(Language::english);

/// The messages that a page speaks in.
#[derive(Clone, Copy)]
pub struct Words(&'static Language);

impl Words {
    /// English.
    pub fn english() -> Words {
        Words(&ENGLISH)
    }

    /// The language behind it, for answers and findings.
    pub fn language(&self) -> &'static Language {
        self.0
    }

    /// A message without words to fill in.
    pub fn t(&self, id: &str) -> String {
        self.0.say(id, &[])
    }

    /// A message with one word to fill in.
    pub fn with(&self, id: &str, name: &str, word: impl Display) -> String {
        self.0.say(id, &[(name, &word.to_string())])
    }

    /// Whether to sign in to a network in a role.
    pub fn sign_in(&self, network: &str, role: &str) -> String {
        self.0.say("sign-in-confirm", &[("network", network), ("role", role)])
    }

    /// A name of the charter as people read it: `general-conference` is "general conference".
    pub fn label(&self, name: &str) -> String {
        name.replace('-', " ")
    }

    /// A day as people say it: weekday, day, month, year.
    pub fn date(&self, date: &Date) -> String {
        let civil = date.to_civil();
        let weekday = self.t(&format!("weekday-{}", civil.weekday().num_days_from_monday()));
        let month = self.t(&format!("month-{}", civil.month()));
        let (day, year) = (civil.day().to_string(), civil.year().to_string());
        self.0.say("date-long", &[("weekday", &weekday), ("day", &day), ("month", &month), ("year", &year)])
    }

    /// How far a day lies from another.
    pub fn distance(&self, date: &Date, today: &Date) -> String {
        let days = date.days_since(*today);
        if days < 0 { self.with("days-ago", "days", days.unsigned_abs()) } else { self.with("in-days", "days", days) }
    }

    /// An answer's value as a sentence about what was asked.
    pub fn sentence(&self, question: &Question, value: &Value) -> String {
        let shown = self.0.value(value);
        let said = match value {
            Value::Yes => "yes",
            Value::No => "no",
            _ => "waits",
        };
        let words = question.to_string();
        let other = || self.0.say("sentence-other", &[("question", &words), ("value", &shown)]);
        match (question, value) {
            (Question::May { who, .. }, Value::Yes | Value::No | Value::Needs(_)) => {
                let what = words.strip_prefix("may ").unwrap_or(&words);
                let what = what.strip_prefix(who.as_str()).unwrap_or(what).trim();
                self.0.say("sentence-may", &[("value", said), ("who", who), ("what", what)])
            }
            (Question::Is { who, what }, Value::Yes | Value::No | Value::Needs(_)) => {
                self.0.say("sentence-is", &[("value", said), ("who", who), ("what", what)])
            }
            (Question::Status { who }, Value::State { .. }) => {
                self.0.say("sentence-is", &[("value", "yes"), ("who", who), ("what", &shown)])
            }
            _ => other(),
        }
    }
}
