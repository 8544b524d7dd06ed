//! Each kind of question, from its words to its value.

mod amounts;
pub(crate) mod ballots;
pub(crate) mod bodies;
pub(crate) mod fees;
mod lists;
pub(crate) mod notices;
pub(crate) mod standing_for;
mod whether;

use charter::{Answer, Need, Node, Question, Reason, Value};
use charter_syntax::ClauseLabel;
use kernel::Date;

use crate::evaluate::{Choice, Evaluator, NeedOf, Tri, World};
use crate::index::View;
use crate::interpreter::{Interpreter, Moment, reading_uses};
use crate::program::Program;
use crate::symbols::Sym;
use crate::trace;

/// A value found, or the reason there is none.
pub(crate) enum Found {
    /// The value.
    Value(Value),
    /// What the evaluation noted as needed.
    Waits,
    /// Nothing of this name: not in this version's text, or not at all.
    Unknown(String),
}

impl From<Tri> for Found {
    fn from(tri: Tri) -> Self {
        match tri {
            Tri::Yes => Found::Value(Value::Yes),
            Tri::No => Found::Value(Value::No),
            Tri::Unknown => Found::Waits,
        }
    }
}

/// An evaluator that keeps reasons.
pub(crate) type Judge<'a> = Evaluator<'a, true>;

/// Answers a question in a world.
pub(crate) fn answer<'a>(interpreter: &'a Interpreter, world: World<'a>, as_of: Date, question: &Question) -> Answer {
    let mut judge = Judge::new(world, as_of);
    let found = dispatch(interpreter, &mut judge, question);
    let symbols = world.view.index.symbols();
    let value = match found {
        Found::Value(value) => value,
        Found::Waits => Value::Needs(needs(&judge)),
        Found::Unknown(name) => return unknown_name(interpreter, world, &name),
    };
    // Readings adopted later are known changes to come.
    for act in world.view.of_kind(interpreter.names().adopt_reading) {
        if act.on > as_of {
            judge.horizon = judge.horizon.min(act.on);
        }
    }
    let next_version = interpreter.programs().iter().filter_map(|program| program.from).find(|from| *from > as_of);
    let horizon = judge.horizon.min(next_version.unwrap_or(Date::MAX));
    Answer {
        value,
        because: trace::tree(&judge.trace, world.program, symbols),
        would_change: Vec::new(),
        readings: reading_uses(world.program, world.choices, judge.used, symbols),
        horizon: (horizon < Date::MAX).then_some(horizon),
    }
}

/// Nothing was in force yet.
pub(crate) fn before_all_versions() -> Answer {
    bare(Value::NotOnFile(String::from("before the first version")))
}

fn bare(value: Value) -> Answer {
    Answer { value, because: Vec::new(), would_change: Vec::new(), readings: Vec::new(), horizon: None }
}

/// A name that this version does not hold: not on file if the version is partial and another one knows it.
fn unknown_name(interpreter: &Interpreter, world: World<'_>, name: &str) -> Answer {
    let version = world.program.from.map_or_else(String::new, |from| from.to_string());
    let symbol = world.view.index.symbols().get(name);
    let known = |program: &Program| symbol.is_some_and(|symbol| declares(program, symbol));
    if world.program.partial || interpreter.programs().iter().any(known) {
        let mut answer = bare(Value::NotOnFile(version.clone()));
        answer.because.push(node(Reason::Version, &[("from", &version)], None));
        return answer;
    }
    bare(Value::Needs(vec![Need::Fact { fact: name.to_owned(), of: String::from("charter") }]))
}

/// Whether a version declares a name, of whatever kind.
fn declares(program: &Program, name: Sym) -> bool {
    program.standings.contains_key(&name)
        || program.acts.get(&name).is_some_and(|act| act.declared)
        || program.table_named(name).is_some()
        || program.decision_named(name).is_some()
        || program.meeting_named(name).is_some()
        || program.body_named(name).is_some()
        || program.procedure_named(name).is_some()
        || program.duty_named(name).is_some()
        || program.silences.iter().any(|(topic, _)| *topic == name)
        || program.grants.iter().flat_map(|grant| &grant.rights).any(|right| right.verb == name || right.scope == name)
        || program.offices.iter().any(|(office, _)| *office == name)
        || program.delegations.iter().any(|delegation| delegation.name == name)
}

fn node(reason: Reason, words: &[(&str, &str)], clause: Option<ClauseLabel>) -> Node {
    Node {
        reason,
        with: words.iter().map(|(name, word)| ((*name).to_owned(), (*word).to_owned())).collect(),
        clause,
        act: None,
        reading: None,
        because: Vec::new(),
    }
}

fn needs(judge: &Judge<'_>) -> Vec<Need> {
    let symbols = judge.symbols();
    let program = judge.world.program;
    let name = |symbol: Sym| symbols.name(symbol).to_owned();
    let public = |need: &NeedOf| match *need {
        NeedOf::Fact(fact, of) => Need::Fact { fact: name(fact), of: name(of) },
        NeedOf::Reading(id) => {
            Need::Reading { reading: program.reading(id).map_or_else(String::new, |r| name(r.name)) }
        }
        NeedOf::Decision(of, on) => Need::Decision { of: name(of), on: name(on) },
    };
    judge.needs.iter().map(public).collect()
}

fn dispatch<'a>(interpreter: &'a Interpreter, judge: &mut Judge<'a>, question: &Question) -> Found {
    match question {
        Question::May { who, person, verb, scope, about } => {
            whether::may(judge, who, person.as_deref(), verb, scope.as_deref(), about.as_deref())
        }
        Question::Is { who, what } => whether::is(judge, who, what),
        Question::Quorate { what } => whether::quorate(judge, what),
        Question::Carried { what } => whether::carried(judge, what),
        Question::Amount { table, who, period, at } => {
            amounts::amount(judge, table, who, period.as_deref(), at.as_deref())
        }
        Question::Earliest { meeting } => amounts::earliest(judge, meeting),
        Question::Latest { meeting } => amounts::latest(judge, meeting),
        Question::Status { who } => lists::status(judge, who),
        Question::State { procedure, of } => lists::state(judge, procedure, of),
        Question::Duties { who } => lists::duties(judge, who),
        Question::Due { from, to } => lists::due(interpreter, judge, *from, *to),
        Question::Elected { what } => lists::elected(judge, what),
        Question::Seats { body } => lists::seats(judge, body),
        Question::WhoMay { verb, what, of } => lists::who_may(judge, verb, what, of.as_deref()),
        Question::Rule { topic } => rule(judge, topic),
    }
}

/// `rule on TOPIC`: silence noted, or what there is.
fn rule(judge: &mut Judge<'_>, topic: &str) -> Found {
    let program = judge.world.program;
    let Some(symbol) = judge.symbols().get(topic) else { return Found::Unknown(topic.to_owned()) };
    let silence = program.silences.iter().find(|(known, _)| *known == symbol);
    match silence.and_then(|(_, clause)| program.clause(*clause)) {
        Some(clause) => Found::Value(Value::Silent(clause.clone())),
        None if declares(program, symbol) => Found::Value(Value::Yes),
        None => Found::Unknown(topic.to_owned()),
    }
}

/// The names in a question that must be known; periods and persons who first stand need not be.
pub(crate) fn names_of(question: &Question) -> Vec<&str> {
    match question {
        Question::May { who, verb, scope, about, .. } => {
            let mut names: Vec<&str> = if verb == "become" { Vec::new() } else { vec![verb] };
            names.push(who);
            names.extend(scope.as_deref());
            names.extend(about.as_deref());
            names
        }
        Question::Is { who, what } => vec![what, who],
        Question::Status { who } | Question::Duties { who } => vec![who],
        Question::Amount { table, who, at, .. } => {
            let mut names: Vec<&str> = Vec::new();
            if !matches!(table.as_str(), "fee" | "weight") {
                names.push(table);
            }
            names.push(who);
            names.extend(at.as_deref());
            names
        }
        Question::State { procedure, of } => vec![procedure, of],
        Question::Quorate { what } | Question::Carried { what } | Question::Elected { what } => vec![what],
        Question::Seats { body } => vec![body],
        Question::WhoMay { verb, what, of } => {
            let mut names: Vec<&str> = Vec::new();
            if !matches!(verb.as_str(), "decide" | "fill") {
                names.push(verb);
            }
            names.push(what);
            names.extend(of.as_deref());
            names
        }
        Question::Earliest { meeting } | Question::Latest { meeting } => vec![meeting],
        Question::Rule { topic } => vec![topic],
        Question::Due { .. } => Vec::new(),
    }
}

/// Whether a name is a seat of a known body, which exists before any act names it.
pub(crate) fn is_seat(index: &crate::index::Index, name: &str) -> bool {
    name.split_once('/').is_some_and(|(body, _)| index.symbols().get(body).is_some())
}

/// A name of the register or the charter; one that neither knows is nobody.
pub(crate) fn name(judge: &Judge<'_>, text: &str) -> Sym {
    judge.symbols().get(text).unwrap_or(Sym::NONE)
}

/// The first day of the case that a question is about, where a procedure keeps the version of that day.
pub(crate) fn case_begun(
    interpreter: &Interpreter,
    view: View<'_>,
    program: &Program,
    choices: &[Choice],
    on: Date,
    question: &Question,
) -> Option<Date> {
    let Question::State { procedure, of } = question else { return None };
    let symbols = view.index.symbols();
    let id = program.procedure_named(symbols.get(procedure)?)?;
    let declared = program.procedure(id).filter(|procedure| !procedure.follows_new_version)?;
    let world = World { program, view, names: interpreter.names(), choices, versions: interpreter.programs() };
    let mut judge = Evaluator::<false>::new(world, on);
    judge.beginning(declared, symbols.get(of)?, on).map(|(begun, _)| begun)
}

/// Rights of many at one moment: for each of `who` and each right, whether, and how many reasons.
pub(crate) fn batch(
    interpreter: &Interpreter,
    view: View<'_>,
    moment: &Moment,
    rights: &[(&str, &str)],
    who: &[&str],
) -> Vec<(bool, usize)> {
    let Some((program, choices)) = interpreter.in_force(view, moment.as_of) else { return Vec::new() };
    let world =
        World { program, view, names: interpreter.names(), choices: &choices, versions: interpreter.programs() };
    let symbols = view.index.symbols();
    let rights: Vec<_> = rights
        .iter()
        .map(|(verb, scope)| crate::program::RightIr {
            verb: symbols.get(verb).unwrap_or(Sym::NONE),
            scope: symbols.get(scope).unwrap_or(Sym::NONE),
        })
        .collect();
    let mut judge = Judge::new(world, moment.as_of);
    let mut found = Vec::with_capacity(who.len() * rights.len());
    for name in who {
        let member = symbols.get(name).unwrap_or(Sym::NONE);
        judge.reset();
        for right in &rights {
            let before = judge.trace.len();
            let may = judge.may(*right, member, moment.as_of);
            found.push((may == Tri::Yes, judge.trace.len() - before));
        }
    }
    found
}
