//! From a checked charter to a [`Program`]: every name becomes the place of what it names.

mod conditions;
mod parts;

use charter::Charter;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::*;
use kernel::PeriodKind;
use smallvec::SmallVec;

use crate::program::*;
use crate::symbols::{Sym, Symbols};

/// Compiles one version. Names are added to `symbols`.
pub fn compile(charter: &Charter, symbols: &mut Symbols) -> Program {
    let mut compiler = Compiler { charter, symbols, program: Program::default() };
    compiler.names();
    compiler.parts();
    compiler.program
}

struct Compiler<'c> {
    charter: &'c Charter,
    symbols: &'c mut Symbols,
    program: Program,
}

impl Compiler<'_> {
    fn sym(&mut self, name: &Name) -> Sym {
        self.symbols.intern(name.as_str())
    }

    fn optional(&mut self, name: Option<&Name>) -> Sym {
        name.map_or(Sym::NONE, |name| self.symbols.intern(name.as_str()))
    }

    fn syms(&mut self, names: &[Name]) -> Vec<Sym> {
        names.iter().map(|name| self.symbols.intern(name.as_str())).collect()
    }

    fn clause(&mut self, label: &ClauseLabel) -> ClauseId {
        let place = self.program.clauses.iter().position(|known| known == label).unwrap_or_else(|| {
            self.program.clauses.push(label.clone());
            self.program.clauses.len() - 1
        });
        ClauseId(u16::try_from(place).unwrap_or(u16::MAX))
    }

    fn period(&self, name: &Name) -> Option<PeriodKind> {
        self.charter.period(name.as_str())
    }

    /// First pass: every name gets its place, so that the order of declarations never matters.
    fn names(&mut self) {
        let charter = self.charter;
        self.program.from = charter.header.in_force_from;
        self.program.partial = charter.header.partial;
        for (_, reading) in charter.readings() {
            let name = self.sym(&reading.name);
            let options = reading.options.iter().map(|option| self.symbols.intern(option.name.as_str())).collect();
            let proposed = reading.options.iter().position(|option| option.proposed);
            let proposed = proposed.and_then(|place| u16::try_from(place).ok());
            self.program.readings.push(Reading { name, options, proposed });
        }
        for (_, list) in charter.lists() {
            let name = self.sym(&list.name);
            let items = list.items.iter().map(|item| self.symbols.intern(item.name.as_str())).collect();
            self.program.lists.push((name, items));
        }
        self.standings();
        for (_, class) in charter.classes() {
            for fact in &class.facts {
                let name = self.sym(&fact.name);
                let per = fact.per.as_ref().and_then(|per| self.period(per));
                self.program.facts.insert(name, per);
            }
        }
        for (declaration, office) in charter.offices() {
            let clause = self.clause(&declaration.clause);
            let name = self.sym(&office.name);
            self.program.offices.push((name, clause));
        }
        for (declaration, silence) in charter.silences() {
            if let Some(topic) = &silence.topic {
                let clause = self.clause(&declaration.clause);
                let topic = self.sym(topic);
                self.program.silences.push((topic, clause));
            }
        }
    }

    fn standings(&mut self) {
        let charter = self.charter;
        for (place, (_, class)) in numbered(charter.classes()) {
            let name = self.sym(&class.name);
            self.program.standings.insert(name, Standing::Class(ClassId(place)));
        }
        for (place, (_, status)) in numbered(charter.statuses()) {
            let name = self.sym(&status.name);
            self.program.standings.insert(name, Standing::Status(StatusId(place)));
        }
        for (place, (_, definition)) in numbered(charter.definitions()) {
            let name = self.sym(&definition.name);
            self.program.standings.insert(name, Standing::Definition(DefinitionId(place)));
        }
        for (place, (_, finding)) in numbered(charter.findings()) {
            let name = self.sym(&finding.name);
            self.program.standings.insert(name, Standing::Finding(FindingId(place)));
        }
    }

    fn party(&mut self, party: &Party) -> PartyIr {
        party.any_of.iter().map(|name| self.party_ref(name)).collect()
    }

    fn party_ref(&mut self, name: &Name) -> PartyRef {
        let symbol = self.sym(name);
        match self.program.standings.get(&symbol) {
            Some(standing) => PartyRef::Standing(*standing),
            None if charter::platform::GENERIC_PARTIES.contains(&name.as_str()) => PartyRef::Anyone,
            None => PartyRef::Named(symbol),
        }
    }

    /// The words in which a party is named, for reasons.
    fn party_name(&mut self, party: &Party) -> Sym {
        self.any_of_name(&party.any_of)
    }

    fn any_of_name(&mut self, names: &[Name]) -> Sym {
        let names: Vec<_> = names.iter().map(Name::as_str).collect();
        self.symbols.intern(&names.join(" or "))
    }

    fn guards(&mut self, under: &[Guard]) -> SmallVec<[GuardIr; 1]> {
        let mut guards = SmallVec::new();
        for guard in under {
            let reading = self.symbols.intern(guard.reading.as_str());
            let option = self.symbols.intern(guard.option.as_str());
            let found = self.program.reading_named(reading);
            let place =
                found.and_then(|id| self.program.reading(id)?.options.iter().position(|known| *known == option));
            if let (Some(id), Some(place)) = (found, place.and_then(|place| u16::try_from(place).ok())) {
                guards.push((id, place));
            }
        }
        guards
    }

    fn lines<T, U>(&mut self, lines: &[Guarded<T>], mut each: impl FnMut(&mut Self, &T) -> U) -> Lines<U> {
        let compiled = lines.iter().map(|line| {
            let under = self.guards(&line.under);
            Line { under, is: each(self, &line.is) }
        });
        compiled.collect()
    }

    fn copied<T: Copy>(&mut self, lines: &[Guarded<T>]) -> Lines<T> {
        self.lines(lines, |_, value| *value)
    }

    fn right(&mut self, right: &RightName) -> RightIr {
        let verb = self.sym(&right.verb);
        let scope = self.optional(right.scope.as_ref());
        RightIr { verb, scope }
    }

    fn rights(&mut self, rights: &[RightName]) -> SmallVec<[RightIr; 2]> {
        rights.iter().map(|right| self.right(right)).collect()
    }
}

/// Things with their places, as far as places go.
fn numbered<T>(things: impl Iterator<Item = T>) -> impl Iterator<Item = (u16, T)> {
    (0..u16::MAX).zip(things)
}
