//! What is open, and what somebody may do about it: procedures under way, ballots, acts. All of it is asked of the charter.

use std::collections::HashSet;

use charter::act::TypedAct;
use charter::{Answer, Charter, Node, Question, Reason, Value};
use charter_syntax::ast::{ActDecl, Happening, Need, ProcedureDecl, Type};
use kernel::Date;

use crate::{Asked, Hosted};

/// A procedure under way.
#[derive(Clone, Debug)]
pub struct Matter {
    /// Whose it is.
    pub subject: String,
    /// Its state, with dates and reasons.
    pub state: Asked,
    /// Acts of it that the one who looks may do now.
    pub acts: Vec<String>,
}

/// A ballot that is open.
#[derive(Clone, Debug)]
pub struct OpenBallot {
    /// Its name.
    pub id: String,
    /// The decision that it takes.
    pub decision: String,
    /// Whom or what it is for.
    pub subject: Option<String>,
    /// Whether there is a quorum by now.
    pub quorate: Asked,
    /// Whether it would be carried.
    pub carried: Asked,
    /// Whether the one who looks may vote in it.
    pub may_vote: bool,
}

/// What somebody said about somebody.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The act in which they said it.
    pub act: String,
    /// Who.
    pub by: String,
    /// When.
    pub on: Date,
    /// What, in their words.
    pub words: Vec<String>,
}

/// The words of an act, if it has some.
fn voice(charter: &Charter, act: &TypedAct) -> Option<Voice> {
    let declared = charter.act(&act.act)?;
    let texts = declared.fields.iter().filter(|field| matches!(field.ty, Type::Text));
    let words: Vec<String> =
        texts.filter_map(|field| act.fields.get(field.name.as_str())).map(ToString::to_string).collect();
    let by = act.by.clone().unwrap_or_default();
    (!words.is_empty()).then(|| Voice { act: act.act.clone(), by, on: act.on, words })
}

/// How many voices are shown.
const VOICES: usize = 40;

/// How many cases of one procedure are looked at, newest first.
const CASES: usize = 200;

impl Hosted {
    /// Every procedure under way on a day, as somebody sees it, newest first.
    pub fn matters(&self, who: &str, on: Date) -> Vec<Matter> {
        let Some((_, charter)) = self.network().in_force(on) else { return Vec::new() };
        let mut found = Vec::new();
        for (_, procedure) in charter.procedures() {
            for subject in self.subjects(charter, procedure, on, CASES) {
                let question = Question::State { procedure: procedure.name.text.clone(), of: subject.clone() };
                let answer = self.judge(&question, on);
                if is_over(charter, procedure, &answer) {
                    continue;
                }
                let may = |act: &String| self.may(who, act, Some(&subject), on);
                let acts = open_acts(charter, procedure, &answer.because).into_iter().filter(may).collect();
                found.push(Matter { subject, state: Asked { question, answer }, acts });
            }
        }
        found
    }

    /// Ballots that are open on a day: those in which somebody may vote, and those of the body that they act for; all of them
    /// for whoever looks after them.
    pub fn open_ballots(&self, who: &str, sees_all: bool, on: Date) -> Vec<OpenBallot> {
        let acts = || self.register().acts().iter().filter(|act| act.on <= on);
        let closed = |ballot: &str| {
            acts().any(|act| {
                matches!(act.act.as_str(), "close-ballot" | "declare-result") && act.about.as_deref() == Some(ballot)
            })
        };
        let opened =
            acts().filter(|act| act.act == "open-ballot" && act.about.as_deref().is_some_and(|id| !closed(id)));
        opened.filter_map(|act| self.open_ballot(act, who, sees_all, on)).collect()
    }

    fn open_ballot(&self, opened: &TypedAct, who: &str, sees_all: bool, on: Date) -> Option<OpenBallot> {
        let id = opened.about.clone()?;
        let said = |field: &str| opened.fields.get(field).map(ToString::to_string);
        let (verb, scope) = (String::from("vote"), Some(id.clone()));
        let question = Question::May { who: who.to_owned(), person: None, verb, scope, about: None };
        let may_vote = self.judge(&question, on).value == Value::Yes;
        let decision = said("decision").unwrap_or_default();
        let declared = self.network().in_force(on).and_then(|(_, charter)| charter.decision(&decision));
        let is_of_body = declared.is_some_and(|declared| declared.of.as_ref().is_some_and(|of| *of == who));
        if !(may_vote || is_of_body || sees_all) {
            return None;
        }
        let ask = |question: Question| Asked { answer: self.judge(&question, on), question };
        Some(OpenBallot {
            quorate: ask(Question::Quorate { what: id.clone() }),
            carried: ask(Question::Carried { what: id.clone() }),
            subject: said("for"),
            decision,
            may_vote,
            id,
        })
    }

    /// What was said about somebody in acts with words of their own, as far as a viewer may see it, newest first; of a viewer
    /// that is nobody, whoever writes everything down.
    pub fn voices(&self, subject: &str, viewer: Option<&str>, on: Date) -> Vec<Voice> {
        let Some((_, charter)) = self.network().in_force(on) else { return Vec::new() };
        let acts = self.register().acts().iter().rev().filter(|act| act.on <= on);
        let about = acts.filter(|act| act.about.as_deref() == Some(subject));
        let seen =
            about.filter(|act| viewer.is_none() || act.by.as_deref() == viewer || self.shows(&act.act, viewer, on));
        seen.filter_map(|act| voice(charter, act)).take(VOICES).collect()
    }

    /// Acts that somebody may do on a day: of their own, and about others.
    pub fn acts_of(&self, who: &str, on: Date) -> (Vec<String>, Vec<String>) {
        let Some((_, charter)) = self.network().in_force(on) else { return (Vec::new(), Vec::new()) };
        let may = |act: &&ActDecl| self.may(who, act.name.as_str(), None, on);
        let (others, own): (Vec<&ActDecl>, Vec<&ActDecl>) =
            charter.acts().map(|(_, act)| act).filter(may).partition(|act| act.about.is_some());
        let names = |acts: Vec<&ActDecl>| acts.into_iter().map(|act| act.name.text.clone()).collect();
        (names(own), names(others))
    }

    pub(crate) fn may(&self, who: &str, act: &str, about: Option<&str>, on: Date) -> bool {
        let (verb, about) = (act.to_owned(), about.map(str::to_owned));
        let question = Question::May { who: who.to_owned(), person: None, verb, scope: None, about };
        self.judge(&question, on).value == Value::Yes
    }

    /// Every case that has begun by a day: its procedure, and whose it is.
    pub(crate) fn cases(&self, charter: &Charter, on: Date) -> Vec<(String, String)> {
        let of = |procedure: &ProcedureDecl| {
            let name = procedure.name.text.clone();
            self.subjects(charter, procedure, on, usize::MAX).into_iter().map(move |subject| (name.clone(), subject))
        };
        charter.procedures().flat_map(|(_, procedure)| of(procedure)).collect()
    }

    /// The acts that a case waits for, or has time for.
    pub(crate) fn open_acts(&self, charter: &Charter, procedure: &str, state: &Answer) -> Vec<String> {
        let declared = charter.procedures().map(|(_, procedure)| procedure).find(|known| known.name == procedure);
        declared.map(|declared| open_acts(charter, declared, &state.because)).unwrap_or_default()
    }

    /// Those for whom a procedure has begun by some act, newest first, so many at most.
    fn subjects(&self, charter: &Charter, procedure: &ProcedureDecl, on: Date, most: usize) -> Vec<String> {
        let begins = charter.followed(procedure).begins;
        let starts = |act: &&TypedAct| {
            act.on <= on
                && begins
                    .iter()
                    .any(|line| matches!(&line.is.what, Happening::Named(name) if *name == act.act.as_str()))
        };
        let mut found: Vec<String> = Vec::new();
        let mut known: HashSet<&str> = HashSet::new();
        for act in self.register().acts().iter().rev().filter(starts) {
            let is_about = charter.act(&act.act).is_none_or(|declared| declared.about.is_some());
            let subject = if is_about { act.about.as_ref() } else { act.by.as_ref() };
            if let Some(subject) = subject.filter(|subject| known.insert(subject)) {
                found.push(subject.clone());
            }
            if found.len() == most {
                break;
            }
        }
        found
    }
}

/// The acts that a case waits for, or has time for, in the order in which its procedure speaks of them.
fn open_acts(charter: &Charter, procedure: &ProcedureDecl, reasons: &[Node]) -> Vec<String> {
    let whole = charter.followed(procedure);
    let says = |reason: Reason, word: &str, name: &str| {
        reasons.iter().any(|node| node.reason == reason && node.with.get(word).is_some_and(|said| said == name))
    };
    let any = |reason: Reason| reasons.iter().any(|node| node.reason == reason);
    let mut names: Vec<String> = Vec::new();
    for need in &whole.needs {
        let Need::Acts(alternatives) = &need.is else { continue };
        let acts = alternatives.iter().filter_map(|needed| match &needed.of.what {
            Happening::Named(name) => Some(name.text.clone()),
            _ => None,
        });
        names.extend(acts.filter(|act| says(Reason::NeedMissing, "what", act)));
    }
    let steps = whole.then.iter().map(|step| step.is.act.text.clone());
    names.extend(steps.filter(|act| says(Reason::StepOpen, "act", act)));
    let open = whole.windows.iter().filter(|window| says(Reason::WindowOpen, "window", window.is.name.as_str()));
    names.extend(open.map(|window| window.is.act.text.clone()));
    for objection in &whole.objections {
        names.extend(any(Reason::WindowOpen).then(|| objection.is.act.text.clone()));
        names.extend(any(Reason::Investigating).then(|| objection.is.until.text.clone()));
        let then = objection.is.then.iter().map(|act| act.text.clone());
        names.extend(then.filter(|act| says(Reason::StepOpen, "act", act)));
    }
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.clone()) && charter.act(name).is_some());
    names
}

/// Whether a procedure has come to one of its outcomes, or has not begun.
fn is_over(charter: &Charter, procedure: &ProcedureDecl, answer: &Answer) -> bool {
    let outcomes = charter.followed(procedure).outcomes;
    match &answer.value {
        Value::State { state, .. } => {
            state == "not-begun" || outcomes.iter().any(|outcome| outcome.is.becomes == state.as_str())
        }
        _ => false,
    }
}
