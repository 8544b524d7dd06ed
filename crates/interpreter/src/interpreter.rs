//! A network's charter compiled, and questions put to it.

use charter::register::Register;
use charter::{Answer, Network, Question, ReadingUse};
use charter_syntax::ast::Guard;
use chrono::{DateTime, Utc};
use kernel::Date;

use crate::answers;
use crate::answers::ballots::BallotSheet;
use crate::answers::bodies::BodySheet;
use crate::answers::fees::Fee;
use crate::answers::notices::OwedNotice;
use crate::answers::standing_for::Eligible;
use crate::compile::compile;
use crate::evaluate::{Choice, World, choices};
use crate::index::{ActRow, Index, PlatformNames, View};
use crate::program::Program;
use crate::symbols::Symbols;

/// Every version of a charter, compiled once.
#[derive(Debug)]
pub struct Interpreter {
    programs: Vec<Program>,
    symbols: Symbols,
    names: PlatformNames,
}

/// The moment a question is asked of: the law and facts of a date, as recorded by an instant.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The date.
    pub as_of: Date,
    /// Options applied whatever the register says: a rival reading tried out.
    pub under: Vec<Guard>,
}

impl Moment {
    /// A date, under the readings as they stand.
    pub fn on(as_of: Date) -> Self {
        Moment { as_of, under: Vec::new() }
    }
}

impl Interpreter {
    /// Compiles every version of a network's charter. The charter should have passed its checks: a name that nothing
    /// declares answers with a need, never with a guess.
    pub fn new(network: &Network) -> Interpreter {
        let mut symbols = Symbols::default();
        let names = PlatformNames::new(&mut symbols);
        let programs = network.versions().iter().map(|charter| compile(charter, &mut symbols)).collect();
        Interpreter { programs, symbols, names }
    }

    /// A register ready for questions, as it was known at an instant.
    pub fn index(&self, register: &Register, known_at: DateTime<Utc>) -> Index {
        Index::new(register.known_at(known_at), register.corrected_at(known_at), self.symbols.clone(), &self.names)
    }

    /// Answers a question, with reasons, readings and horizon.
    pub fn judge(&self, index: &Index, moment: &Moment, question: &Question) -> Answer {
        self.judge_supposing(index, &[], moment, question)
    }

    /// Answers a question as if some further acts had happened.
    pub(crate) fn judge_supposing(
        &self,
        index: &Index,
        extra: &[ActRow],
        moment: &Moment,
        question: &Question,
    ) -> Answer {
        let view = View { extra, ..View::of(index) };
        match self.governing(view, moment.as_of, question) {
            Some((program, choices)) => {
                let choices = self.with_forced(program, choices, &moment.under);
                let world = World { program, view, names: &self.names, choices: &choices, versions: &self.programs };
                answers::answer(self, world, moment.as_of, question)
            }
            None => answers::before_all_versions(),
        }
    }

    /// The rights of many on one date: for each of `who` and, within that, each `(verb, scope)`, whether it is so and how
    /// many reasons were kept. What is not known counts as not so. Empty before the first version is in force.
    pub fn may(&self, index: &Index, moment: &Moment, rights: &[(&str, &str)], who: &[&str]) -> Vec<(bool, usize)> {
        answers::batch(self, View::of(index), moment, rights, who)
    }

    /// Answers a question and looks for what would change the answer.
    pub fn ask(&self, index: &mut Index, moment: &Moment, question: &Question) -> Answer {
        let mut answer = self.judge(index, moment, question);
        answer.would_change = crate::remedies::find(self, index, moment, question, &answer);
        answer
    }

    /// A field of a supposed act in the type its kind of act gives it.
    pub(crate) fn field_value(&self, act: &str, field: &str, value: &charter::act::Scalar) -> charter::FieldValue {
        let text = value.as_text();
        let program = self.programs.last();
        let declared = program.and_then(|program| program.acts.get(&self.symbols.get(act)?));
        let period = declared.and_then(|declared| declared.period_field);
        let is_period = period.filter(|(name, _)| self.symbols.get(field) == Some(*name));
        match is_period.and_then(|(_, kind)| kind.read(&text).map(|period| (kind, period))) {
            Some((kind, period)) => charter::FieldValue::Period(kind, period),
            None => charter::FieldValue::Word(text),
        }
    }

    /// The notices that the charter in force asks for, whose cause lies between two days; in order of days. Who has been
    /// sent one already is told.
    pub fn notices(&self, index: &Index, from: Date, to: Date) -> Vec<OwedNotice> {
        let view = View::of(index);
        let Some((program, choices)) = self.in_force(view, to) else { return Vec::new() };
        let world = World { program, view, names: &self.names, choices: &choices, versions: &self.programs };
        answers::notices::list(world, from, to)
    }

    /// The fees of somebody up to the period of a day, oldest first, settled or not. How much each is, the question
    /// `TABLE of WHO for PERIOD` answers.
    pub fn fees(&self, index: &Index, who: &str, on: Date) -> Vec<Fee> {
        let view = View::of(index);
        let Some((program, choices)) = self.in_force(view, on) else { return Vec::new() };
        let world = World { program, view, names: &self.names, choices: &choices, versions: &self.programs };
        answers::fees::list(world, who, on)
    }

    /// A ballot that is on file, whole, as it stands on a day, under the version in force when it opened. None: there is no
    /// such ballot, or nothing was in force.
    pub fn ballot(&self, index: &Index, id: &str, on: Date) -> Option<BallotSheet> {
        self.ballot_sheet(index, id, on, true)
    }

    /// What the acts and the charter say of a ballot, without looking at anybody who votes.
    pub fn ballot_head(&self, index: &Index, id: &str, on: Date) -> Option<BallotSheet> {
        self.ballot_sheet(index, id, on, false)
    }

    fn ballot_sheet(&self, index: &Index, id: &str, on: Date, with_electors: bool) -> Option<BallotSheet> {
        let view = View::of(index);
        let (program, choices) = self.in_force(view, on)?;
        let world = World { program, view, names: &self.names, choices: &choices, versions: &self.programs };
        let opened = answers::ballots::opened(world, id, on).map_or(on, |opened| opened.min(on));
        let (program, choices) = self.in_force(view, opened)?;
        let world = World { program, choices: &choices, ..world };
        answers::ballots::sheet(world, id, on, with_electors)
    }

    /// Every body of the charter in force on a day, with its seats through time.
    pub fn bodies(&self, index: &Index, on: Date) -> Vec<BodySheet> {
        let view = View::of(index);
        let Some((program, choices)) = self.in_force(view, on) else { return Vec::new() };
        let world = World { program, view, names: &self.names, choices: &choices, versions: &self.programs };
        answers::bodies::sheets(world, on)
    }

    /// Whether each member may stand for a seat, or for any of a body, on a day. None: there is no such seat, or nothing
    /// was in force.
    pub fn eligible(&self, index: &Index, seat: &str, on: Date) -> Option<Vec<Eligible>> {
        let view = View::of(index);
        let (program, choices) = self.in_force(view, on)?;
        let world = World { program, view, names: &self.names, choices: &choices, versions: &self.programs };
        answers::standing_for::eligible(world, seat, on)
    }

    /// A name of a question that neither the charter nor the register knows.
    pub fn unknown_name(&self, index: &Index, question: &Question) -> Option<String> {
        let unknown = |name: &str| index.symbols().get(name).is_none();
        answers::names_of(question)
            .into_iter()
            .find(|name| unknown(name) && !answers::is_seat(index, name))
            .map(str::to_owned)
    }

    /// A name of a question that the charter does not know and that is not that of whoever asks: what the register knows is
    /// not for everybody to find out.
    pub fn unknown_to(&self, who: &str, question: &Question) -> Option<String> {
        // A seat is named by its body first.
        let of_charter = |name: &str| self.symbols.get(name.split('/').next().unwrap_or(name)).is_some();
        let known = |name: &str| name == who || of_charter(name);
        answers::names_of(question).into_iter().find(|name| !known(name)).map(str::to_owned)
    }

    /// Every name that the charter knows.
    pub fn charter_names(&self) -> impl Iterator<Item = &str> {
        self.symbols.all()
    }

    /// Every name that the charter and the register know.
    pub fn known_names<'i>(&self, index: &'i Index) -> impl Iterator<Item = &'i str> {
        index.symbols().all()
    }

    pub(crate) fn names(&self) -> &PlatformNames {
        &self.names
    }

    pub(crate) fn programs(&self) -> &[Program] {
        &self.programs
    }

    /// The version in force on a date, and the options of its readings as adopted by then.
    pub(crate) fn in_force(&self, view: View<'_>, on: Date) -> Option<(&Program, Vec<Choice>)> {
        let program = self.programs.iter().rev().find(|program| program.from.unwrap_or(Date::MIN) <= on)?;
        Some((program, self.choices(program, view, on)))
    }

    /// The version that governs a question: that of the case's first day for procedures, else the one in force.
    fn governing(&self, view: View<'_>, on: Date, question: &Question) -> Option<(&Program, Vec<Choice>)> {
        let (current, choices) = self.in_force(view, on)?;
        let Some(begun) = answers::case_begun(self, view, current, &choices, on, question) else {
            return Some((current, choices));
        };
        match self.programs.iter().rev().find(|program| program.from.unwrap_or(Date::MIN) <= begun) {
            Some(program) => Some((program, self.choices(program, view, on))),
            None => Some((current, choices)),
        }
    }

    pub(crate) fn choices(&self, program: &Program, view: View<'_>, on: Date) -> Vec<Choice> {
        choices(program, view, &self.names, on)
    }

    fn with_forced(&self, program: &Program, mut choices: Vec<Choice>, under: &[Guard]) -> Vec<Choice> {
        for guard in under {
            let reading = self.symbols.get(guard.reading.as_str()).and_then(|name| program.reading_named(name));
            let option = self.symbols.get(guard.option.as_str());
            let Some(id) = reading else { continue };
            let place =
                program.reading(id).and_then(|reading| reading.options.iter().position(|known| Some(*known) == option));
            if let Some(choice) = choices.get_mut(usize::from(id.0)) {
                choice.option = place.and_then(|place| u16::try_from(place).ok());
            }
        }
        choices
    }
}

/// The readings used by an evaluation, in public form.
pub(crate) fn reading_uses(
    program: &Program,
    choices: &[Choice],
    used: [u64; 4],
    symbols: &Symbols,
) -> Vec<ReadingUse> {
    let mut uses = Vec::new();
    for (place, (reading, choice)) in program.readings.iter().zip(choices).enumerate() {
        let bit = used.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1);
        if bit {
            let option = choice.option.and_then(|option| reading.options.get(usize::from(option)));
            uses.push(ReadingUse {
                reading: symbols.name(reading.name).to_owned(),
                option: option.map(|option| symbols.name(*option).to_owned()),
                adopted: choice.adopted,
            });
        }
    }
    uses
}
