//! Reasons while they are being found: a flat list with depths, cheap to write, made into a tree for the answer.

use charter::{Node, Reason};
use kernel::{Date, Money, Period, PeriodKind, Ratio, Span};

use crate::program::{ClauseId, GuardIr, Program};
use crate::symbols::{Sym, Symbols};

/// A word of a reason.
#[derive(Clone, Copy, Debug)]
pub enum Arg {
    /// None.
    None,
    /// A name.
    Name(Sym),
    /// A verb and its scope.
    Right(Sym, Sym),
    /// A date.
    Date(Date),
    /// A number, as its parts.
    Number(i64, i64),
    /// An amount.
    Money(Money),
    /// A period.
    Period(PeriodKind, Period),
    /// A span.
    Span(Span),
    /// A fixed word.
    Word(&'static str),
}

impl From<Sym> for Arg {
    fn from(name: Sym) -> Self {
        Arg::Name(name)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Arg::Date(date)
    }
}

impl From<Ratio> for Arg {
    fn from(number: Ratio) -> Self {
        // INVARIANT: both parts of a ratio are at most 10^18.
        let part = |part: i128| i64::try_from(part).unwrap_or(i64::MAX);
        Arg::Number(part(number.numerator()), part(number.denominator()))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number), 1)
    }
}

impl From<&'static str> for Arg {
    fn from(word: &'static str) -> Self {
        Arg::Word(word)
    }
}

/// One reason, with its depth in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Because {
    /// What kind.
    pub reason: Reason,
    /// How deep.
    pub depth: u16,
    /// The clause cited.
    pub clause: Option<ClauseId>,
    /// The act cited.
    pub act: Sym,
    /// The reading that it rests on.
    pub reading: Option<GuardIr>,
    /// Its words, in the order of [`Reason::words`].
    pub args: [Arg; 4],
}

/// The reasons as a tree of the public format.
pub fn tree(flat: &[Because], program: &Program, symbols: &Symbols) -> Vec<Node> {
    let mut rest = flat;
    forest(&mut rest, 0, program, symbols)
}

fn forest(rest: &mut &[Because], depth: u16, program: &Program, symbols: &Symbols) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some((first, others)) = rest.split_first().filter(|(first, _)| first.depth >= depth) {
        *rest = others;
        let mut node = public(first, program, symbols);
        node.because = forest(rest, first.depth + 1, program, symbols);
        // Two rules may look at the same thing; it is said once.
        if !nodes.contains(&node) {
            nodes.push(node);
        }
    }
    nodes
}

fn public(because: &Because, program: &Program, symbols: &Symbols) -> Node {
    let words = because.reason.words().iter().zip(&because.args);
    let reading = because.reading.and_then(|(id, option)| {
        let reading = program.reading(id)?;
        let option = reading.options.get(usize::from(option))?;
        Some(format!("{}: {}", symbols.name(reading.name), symbols.name(*option)))
    });
    Node {
        reason: because.reason,
        with: words.filter_map(|(word, arg)| Some(((*word).to_owned(), text(arg, symbols)?))).collect(),
        clause: because.clause.and_then(|id| program.clause(id).cloned()),
        act: Some(symbols.name(because.act)).filter(|id| !id.is_empty()).map(str::to_owned),
        reading,
        because: Vec::new(),
    }
}

/// A word of a reason as text; none where there is nothing to say.
pub fn text(arg: &Arg, symbols: &Symbols) -> Option<String> {
    match arg {
        Arg::None => None,
        Arg::Name(name) => Some(symbols.name(*name)).filter(|name| !name.is_empty()).map(str::to_owned),
        Arg::Right(verb, scope) if scope.is_none() => Some(symbols.name(*verb).to_owned()),
        Arg::Right(verb, scope) => Some(format!("{} at {}", symbols.name(*verb), symbols.name(*scope))),
        Arg::Date(date) if *date == Date::MAX || *date == Date::MIN => None,
        Arg::Date(date) => Some(date.to_string()),
        Arg::Number(numerator, denominator) => {
            Ratio::new(i128::from(*numerator), i128::from(*denominator)).ok().map(|number| number.to_string())
        }
        Arg::Money(money) => Some(money.to_string()),
        Arg::Period(kind, period) => Some(kind.show(*period).to_string()),
        Arg::Span(span) => Some(span.to_string()),
        Arg::Word(word) => Some((*word).to_owned()),
    }
}
