//! Answers as text: the value, the reasons as a tree, what would change it, readings, horizon.

use std::fmt::Write as _;

use charter::act::Act;
use charter::{Answer, Item, Need, Node, Question, ReadingUse, Remedy, Value};

use crate::Language;

impl Language {
    /// An answer as a page of plain text.
    pub fn answer(&self, question: &Question, answer: &Answer) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{question}");
        let _ = writeln!(out, "{}", self.value(&answer.value));
        if !answer.because.is_empty() {
            let _ = writeln!(out, "\n{}", self.say("answer-because", &[]));
            self.tree(&answer.because, "", &mut out);
        }
        if !answer.would_change.is_empty() {
            let _ = writeln!(out, "\n{}", self.say("answer-would-change", &[]));
            for remedy in &answer.would_change {
                let _ = writeln!(out, "  • {}", self.remedy(remedy));
            }
        }
        if !answer.readings.is_empty() {
            let _ = writeln!(out, "\n{}", self.say("answer-readings", &[]));
            for reading in &answer.readings {
                let _ = writeln!(out, "  • {}", self.reading(reading));
            }
        }
        let _ = writeln!(out, "\n{}", self.horizon(answer));
        out
    }

    /// Until when an answer cannot change by itself.
    pub fn horizon(&self, answer: &Answer) -> String {
        match answer.horizon {
            Some(date) => self.say("answer-horizon", &[("date", &date.to_string())]),
            None => self.say("answer-no-horizon", &[]),
        }
    }

    fn tree(&self, nodes: &[Node], indent: &str, out: &mut String) {
        for (place, node) in nodes.iter().enumerate() {
            let last = place + 1 == nodes.len();
            let (branch, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let _ = writeln!(out, "{indent}{branch}{}", self.reason(node));
            self.tree(&node.because, &format!("{indent}{below}"), out);
        }
    }

    /// One reason as a sentence, with what it cites.
    pub fn reason(&self, node: &Node) -> String {
        let mut sentence = self.reason_alone(node);
        let mut cited = Vec::new();
        if let Some(clause) = &node.clause {
            cited.push(self.say("cites-clause", &[("clause", clause.as_str())]));
        }
        if let Some(act) = &node.act {
            cited.push(self.say("cites-act", &[("act", act)]));
        }
        if let Some(reading) = &node.reading {
            cited.push(self.say("cites-reading", &[("reading", reading)]));
        }
        if !cited.is_empty() {
            let _ = write!(sentence, "  [{}]", cited.join("; "));
        }
        sentence
    }

    /// One reason as a sentence, without what it cites.
    pub fn reason_alone(&self, node: &Node) -> String {
        let words: Vec<(&str, &str)> =
            node.reason.words().iter().map(|word| (*word, node.with.get(*word).map_or("", String::as_str))).collect();
        self.say(&format!("because-{}", node.reason.as_str()), &words)
    }

    /// A value in words.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Yes => self.say("value-yes", &[]),
            Value::No => self.say("value-no", &[]),
            Value::Amount(money) => money.to_string(),
            Value::Date(date) => date.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Names(names) if names.is_empty() => self.say("value-nobody", &[]),
            Value::Names(names) => names.join(", "),
            Value::State { state, until } => {
                let until = until.map(|date| date.to_string()).unwrap_or_default();
                if until.is_empty() {
                    state.clone()
                } else {
                    self.say("value-until", &[("state", state), ("until", &until)])
                }
            }
            Value::Items(items) if items.is_empty() => self.say("value-nothing", &[]),
            Value::Items(items) => items.iter().map(|item| self.item(item)).collect::<Vec<_>>().join("\n"),
            Value::Silent(clause) => self.say("value-silent", &[("clause", clause.as_str())]),
            Value::Needs(needs) => needs.iter().map(|need| self.need(need)).collect::<Vec<_>>().join("\n"),
            Value::NotOnFile(version) => self.say("value-not-on-file", &[("version", version)]),
        }
    }

    /// One thing that is due, held or open.
    pub fn item(&self, item: &Item) -> String {
        self.say("item", &[("item", &item.to_string()), ("clause", item.clause.as_str())])
    }

    fn need(&self, need: &Need) -> String {
        match need {
            Need::Fact { fact, of } => self.say("need-fact", &[("fact", fact), ("of", of)]),
            Need::Reading { reading } => self.say("need-reading", &[("reading", reading)]),
            Need::Decision { of, on } => self.say("need-decision", &[("of", of), ("on", on)]),
        }
    }

    /// A remedy as a sentence.
    pub fn remedy(&self, remedy: &Remedy) -> String {
        match remedy {
            Remedy::Date { on, then } => {
                self.say("remedy-date", &[("date", &on.to_string()), ("then", &self.value(then))])
            }
            Remedy::Acts { acts, then } => {
                let acts: Vec<String> = acts.iter().map(|act| self.supposed(act)).collect();
                let joined = acts.join(&self.say("remedy-and", &[]));
                self.say("remedy-acts", &[("acts", &joined), ("then", &self.value(then))])
            }
        }
    }

    fn supposed(&self, act: &Act) -> String {
        Remedy::Acts { acts: vec![act.clone()], then: Value::Yes }.to_string()
    }

    /// A reading that an answer rests on.
    pub fn reading(&self, reading: &ReadingUse) -> String {
        let option = reading.option.clone().unwrap_or_default();
        let id = match (&reading.option, reading.adopted) {
            (None, _) => "reading-open",
            (Some(_), true) => "reading-adopted",
            (Some(_), false) => "reading-provisional",
        };
        self.say(id, &[("reading", &reading.reading), ("option", &option)])
    }
}
