//! Answers as pages and letters say them: with the network's own labels, and days in full.

use charter::act::Act;
use charter::{Answer, Item, Node, ReadingUse, Remedy, Value};
use kernel::Date;

use crate::Words;

impl Words {
    /// One reason, without what it cites.
    pub fn reason(&self, node: &Node) -> String {
        let words: Vec<(&str, String)> = node
            .reason
            .words()
            .iter()
            .map(|word| (*word, self.spoken(node.with.get(*word).map_or("", String::as_str))))
            .collect();
        let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        self.say(&format!("because-{}", node.reason.as_str()), &words)
    }

    /// The reason that leads: of a case the last step, of everything else the first reason.
    pub fn lead(&self, answer: &Answer) -> Option<String> {
        let is_case = matches!(answer.value, Value::State { .. });
        let node = if is_case { answer.because.last() } else { answer.because.first() }?;
        Some(self.as_sentence(&self.reason(node)))
    }

    /// A reason as a sentence of its own.
    pub fn as_sentence(&self, text: &str) -> String {
        self.with("as-sentence", "text", capitalised(text))
    }

    /// One thing that is due, held or open.
    pub fn item(&self, item: &Item) -> String {
        let (what, of, by) = (self.label(&item.what), self.spoken(&item.of), self.spoken(&item.by));
        let on = item.on.map(|on| self.day(&on)).unwrap_or_default();
        let state = self.label(&item.state);
        let filled = [("what", what.as_str()), ("of", &of), ("by", &by), ("on", &on), ("state", &state)];
        let own = self.language().message(&format!("item-{}", item.state), &filled);
        own.unwrap_or_else(|| self.say("item-other", &filled))
    }

    /// A remedy as a sentence.
    pub fn remedy(&self, remedy: &Remedy) -> String {
        match remedy {
            Remedy::Date { on, then } => {
                self.say("remedy-date", &[("date", &self.day(on)), ("then", &self.value(then))])
            }
            Remedy::Acts { acts, then } => {
                let acts: Vec<String> = acts.iter().map(|act| self.act(act)).collect();
                let joined = acts.join(&self.t("remedy-and"));
                self.say("remedy-acts", &[("acts", &joined), ("then", &self.value(then))])
            }
        }
    }

    /// An act that would change something: who, what, about whom, with which fields and documents.
    fn act(&self, act: &Act) -> String {
        let name = self.label(&act.act);
        let by = act.by.as_deref().map(|by| self.spoken(by)).unwrap_or_default();
        let about = act.about.as_deref().map(|about| self.spoken(about)).unwrap_or_default();
        let fields =
            act.fields.iter().map(|(name, value)| format!("{} {}", self.label(name), self.spoken(&value.as_text())));
        let documents = act.evidence.iter().map(|evidence| self.label(&evidence.document));
        let with: Vec<String> = fields.chain(documents).collect();
        self.say("act-said", &[("act", &name), ("by", &by), ("about", &about), ("with", &with.join(", "))])
    }

    /// A reading that an answer rests on.
    pub fn reading(&self, reading: &ReadingUse) -> String {
        self.language().reading(reading)
    }

    /// Until when an answer cannot change by itself.
    pub fn horizon(&self, answer: &Answer) -> String {
        match &answer.horizon {
            Some(date) => self.with("answer-horizon", "date", self.day(date)),
            None => self.t("answer-no-horizon"),
        }
    }

    /// A value in words.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Date(date) => self.day(date),
            Value::Items(items) if !items.is_empty() => {
                items.iter().map(|item| self.item(item)).collect::<Vec<_>>().join("\n")
            }
            Value::Names(names) if !names.is_empty() => {
                names.iter().map(|name| self.spoken(name)).collect::<Vec<_>>().join(", ")
            }
            Value::State { state, until: None } => self.spoken(state),
            Value::State { state, until: Some(until) } => {
                self.say("value-until", &[("state", &self.spoken(state)), ("until", &self.day(until))])
            }
            other => self.language().value(other),
        }
    }

    /// A day without its weekday.
    pub fn day(&self, date: &Date) -> String {
        let (year, month, day) = date.parts();
        let month = self.t(&format!("month-{}", month.number()));
        self.say("date-short", &[("day", &day.to_string()), ("month", &month), ("year", &year.to_string())])
    }

    /// Words of an answer: names of the charter by their labels, days in full; somebody's name stays as it is.
    fn spoken(&self, text: &str) -> String {
        let one = |word: &str| match word.parse::<Date>() {
            Ok(date) => self.day(&date),
            Err(_) => self.known_label(word),
        };
        text.split(' ').map(one).collect::<Vec<_>>().join(" ")
    }
}

/// A sentence begins with a capital, in scripts that have them.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
