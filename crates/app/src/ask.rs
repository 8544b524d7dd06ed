//! Asking: a question in the words of the grammar, of a day.

use charter::{Answer, Node, Question};
use charter_syntax::{At, Code, Diagnostic, suggest};
use interpreter::Moment;
use kernel::Date;

use crate::Hosted;

/// A question and its answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// As it was understood.
    pub question: Question,
    /// The answer, with its reasons.
    pub answer: Answer,
}

impl Hosted {
    /// Answers a question and looks for what would change the answer. A text that is no question, and a name that nobody
    /// knows, is a finding.
    ///
    /// Of a party that does not see the register, only its own name and those of the charter are known.
    pub fn ask(&self, text: &str, party: Option<&str>, on: Date) -> Result<Asked, Diagnostic> {
        let question = Question::parse(text).map_err(|error| {
            let at = At { start: error.at, end: error.at.saturating_add(error.found.len()) };
            Diagnostic::new(Code::QuestionMalformed, at).with("question", text).with("why", &error)
        })?;
        if let Some(unknown) = self.unknown_name(&question, party, text) {
            return Err(unknown);
        }
        let answer = self.interpreter().ask(&mut self.index_alone(), &Moment::on(on), &question);
        Ok(Asked { question, answer })
    }

    /// Answers a question that the platform itself puts, without looking for remedies.
    pub fn judge(&self, question: &Question, on: Date) -> Answer {
        let mut answer = self.interpreter().judge(&self.index(), &Moment::on(on), question);
        if let Question::May { who, .. } | Question::Is { who, .. } | Question::Status { who } = question {
            answer.because.iter_mut().for_each(|node| name_stranger(node, who));
        }
        answer
    }

    fn unknown_name(&self, question: &Question, party: Option<&str>, text: &str) -> Option<Diagnostic> {
        let index = self.index();
        let interpreter = self.interpreter();
        let (name, known): (String, Vec<&str>) = match party {
            Some(party) => (interpreter.unknown_to(party, question)?, interpreter.charter_names().collect()),
            None => (interpreter.unknown_name(&index, question)?, interpreter.known_names(&index).collect()),
        };
        let start = text.find(&name).unwrap_or(0);
        let at = At { start, end: start.saturating_add(name.len()) };
        let unknown =
            Diagnostic::new(Code::NameUnknown, at).with("name", &name).with("kind", "in the charter or the register");
        Some(unknown.suggesting(suggest(&name, known)))
    }
}

/// Somebody whom no act names is nobody to the interpreter; the reasons are about whoever was asked about.
fn name_stranger(node: &mut Node, who: &str) {
    if node.reason.words().contains(&"who") && node.with.get("who").is_none_or(String::is_empty) {
        node.with.insert(String::from("who"), who.to_owned());
    }
    node.because.iter_mut().for_each(|inner| name_stranger(inner, who));
}
