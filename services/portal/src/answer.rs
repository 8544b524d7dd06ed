//! The answer with its reasons: one component, the same everywhere.

use app::Asked;
use charter::{Node, Value};
use kernel::Date;

use crate::host::Here;
use crate::session::Session;
use wording::Words;

/// An answer, ready to be shown.
pub struct AnswerView {
    /// Yes, no, or something else: for its sign and colour, beside the words.
    pub tone: &'static str,
    /// The answer as a sentence.
    pub sentence: String,
    /// The first clause that decides it.
    pub clause: Option<String>,
    /// The first reason.
    pub lead: Option<String>,
    /// The reasons as a tree, flattened: how deep, what, by which clause.
    pub reasons: Vec<Reason>,
    /// Several values, one a line.
    pub items: Vec<String>,
    /// What would change it.
    pub remedies: Vec<String>,
    /// Readings that it rests on.
    pub readings: Vec<String>,
    /// Until when it cannot change by itself.
    pub horizon: String,
    /// Of which day.
    pub on: String,
}

/// One step in a tree of reasons that is written from top to bottom.
pub enum Reason {
    /// A reason.
    Says {
        /// The sentence.
        text: String,
        /// The clause it cites.
        clause: Option<String>,
    },
    /// Its own reasons begin.
    Begin,
    /// They end.
    End,
}

/// Who looks at an answer.
#[derive(Clone, Copy)]
pub enum Viewer<'v> {
    /// The secretariat, which writes everything down.
    Secretariat,
    /// Somebody who acts for a party, or somebody unknown.
    Other(Option<&'v str>),
}

impl<'v> Viewer<'v> {
    /// Of a session, if there is one.
    pub fn of(session: Option<&'v Session>) -> Viewer<'v> {
        match session {
            Some(session) if session.reads_all() => Viewer::Secretariat,
            other => Viewer::Other(other.map(|session| session.party.as_str())),
        }
    }

    /// An answer as this viewer may see it.
    pub fn sees(self, here: &Here, mut asked: Asked, on: Date) -> Asked {
        if let Viewer::Other(party) = self {
            asked.answer = here.network.veiled(asked.answer, party, on);
        }
        asked
    }

    /// The same of reasons alone.
    pub fn sees_reasons(self, here: &Here, because: &[Node], on: Date) -> Vec<Node> {
        match self {
            Viewer::Other(party) => here.network.veiled_reasons(because.to_vec(), party, on),
            _ => because.to_vec(),
        }
    }
}

impl AnswerView {
    /// Of a question that was asked of a day.
    pub fn new(words: &Words, asked: &Asked, on: &Date) -> AnswerView {
        let answer = &asked.answer;
        let reasons = reasons(words, &answer.because);
        let items = match &answer.value {
            Value::Items(items) => items.iter().map(|item| words.item(item)).collect(),
            Value::State { .. } => {
                pending(&answer.because).map(|node| words.as_sentence(&words.reason(node))).collect()
            }
            _ => Vec::new(),
        };
        let sentence = match &answer.value {
            Value::Items(items) if !items.is_empty() => asked.question.to_string(),
            value => words.sentence(&asked.question, value),
        };
        AnswerView {
            tone: match answer.value {
                Value::Yes => "yes",
                Value::No => "no",
                Value::Needs(_) | Value::Silent(_) | Value::NotOnFile(_) => "waits",
                _ => "says",
            },
            sentence,
            clause: answer.because.iter().find_map(clause_of),
            lead: words.lead(answer),
            reasons,
            items,
            remedies: answer.would_change.iter().map(|remedy| words.remedy(remedy)).collect(),
            readings: answer.readings.iter().map(|reading| words.reading(reading)).collect(),
            horizon: words.horizon(answer),
            on: words.date(on),
        }
    }
}

/// What a procedure still waits for.
fn pending(nodes: &[Node]) -> impl Iterator<Item = &Node> {
    let waits = |node: &&Node| {
        use charter::Reason::{Deadline, Investigating, NeedMissing, Overdue, StepOpen, WindowOpen};
        matches!(node.reason, Deadline | Investigating | NeedMissing | Overdue | StepOpen | WindowOpen)
    };
    nodes.iter().filter(waits)
}

fn clause_of(node: &Node) -> Option<String> {
    node.clause.as_ref().map(ToString::to_string).or_else(|| node.because.iter().find_map(clause_of))
}

/// Reasons as a tree, flattened.
pub fn reasons(words: &Words, nodes: &[Node]) -> Vec<Reason> {
    let mut flat = Vec::new();
    flatten(words, nodes, &mut flat);
    flat
}

fn flatten(words: &Words, nodes: &[Node], into: &mut Vec<Reason>) {
    for node in nodes {
        let clause = node.clause.as_ref().map(ToString::to_string);
        into.push(Reason::Says { text: words.reason(node), clause });
        if !node.because.is_empty() {
            into.push(Reason::Begin);
            flatten(words, &node.because, into);
            into.push(Reason::End);
        }
    }
}
