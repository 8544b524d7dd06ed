//! Runs the tests that a charter carries, under the proposed readings or under a rival one.

use charter::act::{Act, Evidence, On, Scalar};
use charter::register::{Register, start_of};
use charter::{Answer, Network, Question, Remedy, Value, platform};
use charter_syntax::ast::{Ask, Given, Guard, Step, Test};
use charter_syntax::{At, Code, Diagnostic};
use chrono::{DateTime, Duration, Utc};
use kernel::Date;

use crate::{Interpreter, Moment};

/// What a test found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its title.
    pub title: String,
    /// What does not hold; empty: it passed.
    pub failures: Vec<Diagnostic>,
    /// The answers, in order of its questions.
    pub answers: Vec<Answer>,
}

/// Runs one test. `under` overrides the readings that the test itself does not choose.
pub fn run(network: &Network, interpreter: &Interpreter, test: &Test, under: &[Guard]) -> Outcome {
    let mut runner = Runner {
        network,
        interpreter,
        acts: Vec::new(),
        under: test.under.iter().chain(under).cloned().collect(),
        on: None,
        known: None,
        outcome: Outcome { title: test.title.clone(), failures: Vec::new(), answers: Vec::new() },
    };
    for step in &test.steps {
        runner.step(step);
    }
    runner.outcome
}

struct Runner<'n> {
    network: &'n Network,
    interpreter: &'n Interpreter,
    acts: Vec<(Act, At)>,
    under: Vec<Guard>,
    on: Option<Date>,
    known: Option<Date>,
    outcome: Outcome,
}

impl Runner<'_> {
    fn step(&mut self, step: &Step) {
        match step {
            Step::Given(given) => self.given(given),
            Step::On(date) => self.on = Some(*date),
            Step::KnownOn(date) => self.known = Some(*date),
            Step::Ask(ask) => self.ask(ask),
        }
    }

    fn given(&mut self, given: &Given) {
        let documents = self.documents(given.act.as_str());
        let actors: Vec<Option<String>> = if given.by.is_empty() {
            vec![None]
        } else {
            given.by.iter().map(|name| Some(name.text.clone())).collect()
        };
        let subjects: Vec<Option<String>> = if given.about.is_empty() {
            vec![None]
        } else {
            given.about.iter().map(|name| Some(name.text.clone())).collect()
        };
        for about in &subjects {
            for by in &actors {
                let id = format!("given-{}", self.acts.len() + 1);
                let act = made(given, by.clone(), about.clone(), id, &documents);
                self.acts.push((act, given.at));
            }
        }
    }

    /// The documents that acts of a kind carry.
    fn documents(&self, act: &str) -> Vec<String> {
        let declared = self.network.versions().iter().rev().find_map(|charter| charter.act(act));
        declared.map_or(Vec::new(), |act| act.documents.iter().map(|document| document.name.text.clone()).collect())
    }

    fn ask(&mut self, ask: &Ask) {
        let question = match Question::parse(&ask.question) {
            Ok(question) => question,
            Err(error) => {
                let finding =
                    Diagnostic::new(Code::QuestionMalformed, ask.at).with("question", &ask.question).with("why", error);
                self.outcome.failures.push(finding);
                return;
            }
        };
        let (register, diagnostics) = Register::of(self.acts.iter().map(|(act, _)| act.clone()), self.network);
        for mut finding in diagnostics {
            let line = finding.arg("line").and_then(|line| line.parse::<usize>().ok()).unwrap_or(1);
            finding.at = self.acts.get(line.saturating_sub(1)).map_or(ask.at, |(_, at)| *at);
            if !self.outcome.failures.contains(&finding) {
                self.outcome.failures.push(finding);
            }
        }
        let on = self.on.or_else(|| self.acts.last().map(|(act, _)| civil(act))).unwrap_or(Date::MIN);
        let known = self.known.map_or(DateTime::<Utc>::MAX_UTC, end_of);
        let mut index = self.interpreter.index(&register, known);
        let moment = Moment { as_of: on, under: self.under.clone() };
        let answer = if ask.would_change.is_empty() {
            self.interpreter.judge(&index, &moment, &question)
        } else {
            self.interpreter.ask(&mut index, &moment, &question)
        };
        self.compare(ask, &answer);
        self.outcome.answers.push(answer);
    }

    fn compare(&mut self, ask: &Ask, answer: &Answer) {
        let fail = |what: &str, expected: String, found: String| {
            Diagnostic::new(Code::TestFails, ask.at)
                .with("question", &ask.question)
                .with("what", what)
                .with("expected", expected)
                .with("found", found)
        };
        let mut failures = Vec::new();
        if !value_matches(&ask.expect, &answer.value) {
            failures.push(fail("value", ask.expect.clone(), answer.value.to_string()));
        }
        let cited: Vec<_> =
            answer.because.iter().flat_map(|node| node.all()).filter_map(|node| node.clause.clone()).collect();
        let itemised = items_clauses(&answer.value);
        for clause in &ask.because {
            if !cited.iter().chain(&itemised).any(|label| label.within(clause)) {
                let found: Vec<_> = cited.iter().chain(&itemised).map(ToString::to_string).collect();
                failures.push(fail("because", clause.to_string(), found.join(", ")));
            }
        }
        let remedies: Vec<String> = answer.would_change.iter().map(Remedy::to_string).collect();
        for remedy in &ask.would_change {
            let there = if remedy == "nothing" { remedies.is_empty() } else { remedies.contains(remedy) };
            if !there {
                failures.push(fail("would-change", remedy.clone(), remedies.join(" or ")));
            }
        }
        for reading in &ask.resting_on {
            if !answer.readings.iter().any(|used| reading == used.reading.as_str()) {
                let found: Vec<_> = answer.readings.iter().map(|used| used.reading.clone()).collect();
                failures.push(fail("resting-on", reading.to_string(), found.join(", ")));
            }
        }
        self.outcome.failures.extend(failures);
    }
}

fn made(given: &Given, by: Option<String>, about: Option<String>, id: String, documents: &[String]) -> Act {
    let recorded_at = Some(start_of(given.recorded.unwrap_or(given.on)));
    let mut act = Act { by, about, recorded_at, ..Act::new(id, &given.act.text, given.on) };
    for (name, value) in &given.fields {
        if documents.contains(&name.text) {
            act.evidence.push(Evidence { document: name.text.clone(), language: Some(value.clone()), reference: None });
        } else {
            act.fields.insert(name.text.clone(), Scalar::Text(value.clone()));
        }
    }
    act
}

fn civil(act: &Act) -> Date {
    match act.on {
        On::Date(date) => date,
        On::Instant(instant) => Date::from_civil(instant.date_naive()).unwrap_or(Date::MIN),
    }
}

/// The last moment of a civil date, taken as UTC.
pub fn end_of(date: Date) -> DateTime<Utc> {
    start_of(date) + Duration::days(1) - Duration::nanoseconds(1)
}

fn items_clauses(value: &Value) -> Vec<charter_syntax::ClauseLabel> {
    match value {
        Value::Items(items) => items.iter().map(|item| item.clause.clone()).collect(),
        Value::Silent(clause) => vec![clause.clone()],
        _ => Vec::new(),
    }
}

/// Whether a value is what a test expects: as written, or, for lists, with everything that is written in it.
fn value_matches(expect: &str, value: &Value) -> bool {
    let expect = without_separators(expect);
    let shown = value.to_string();
    match value {
        Value::Items(items) => {
            let lines: Vec<String> = items.iter().map(ToString::to_string).collect();
            let there =
                |wanted: &str| lines.iter().any(|line| line == wanted || line.starts_with(&format!("{wanted} ")));
            if expect == "nothing" { items.is_empty() } else { expect.split(';').all(|wanted| there(wanted.trim())) }
        }
        Value::State { state, .. } => expect == *state || expect == shown,
        Value::Silent(_) | Value::Needs(_) | Value::NotOnFile(_) => {
            shown == expect || shown.starts_with(&format!("{expect} "))
        }
        Value::Amount(money) => expect.parse() == Ok(*money),
        Value::Yes | Value::No | Value::Date(_) | Value::Number(_) | Value::Names(_) => shown == expect,
    }
}

/// `USD 9,999.99` as answers write it: `USD 9999.99`.
fn without_separators(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let kept = chars.iter().enumerate().filter(|(at, c)| {
        !(**c == ',' && digit(at.checked_sub(1)) && digit(Some(at + 1)) && digit(Some(at + 2)) && digit(Some(at + 3)))
    });
    kept.map(|(_, c)| *c).collect()
}

/// Whether a name is that of an act: of the platform or of some version.
pub fn is_act(network: &Network, name: &str) -> bool {
    platform::is_act(name) || network.act_names().any(|known| known == name)
}
