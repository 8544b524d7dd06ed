//! Names as small numbers: of the charter, and of everybody and everything in a register.

use rustc_hash::FxHashMap;

/// A name, interned. `Sym::NONE` stands for nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(u32);

impl Sym {
    /// Nobody, nothing.
    pub const NONE: Sym = Sym(0);

    /// Whether this is nobody.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// The names known so far. A register's table starts as a copy of its network's, so that symbols of the charter mean
/// the same in both.
#[derive(Clone, Debug)]
pub struct Symbols {
    names: Vec<Box<str>>,
    known: FxHashMap<Box<str>, Sym>,
}

impl Default for Symbols {
    fn default() -> Self {
        let mut symbols = Symbols { names: Vec::new(), known: FxHashMap::default() };
        symbols.intern("");
        symbols
    }
}

impl Symbols {
    /// The symbol of a name, made if it is new.
    pub fn intern(&mut self, name: &str) -> Sym {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        // More than four thousand million names do not fit in memory either.
        let symbol = Sym(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        self.names.push(name.into());
        self.known.insert(name.into(), symbol);
        symbol
    }

    /// The symbol of a name, if it is known.
    pub fn get(&self, name: &str) -> Option<Sym> {
        self.known.get(name).copied()
    }

    /// Every name.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name).filter(|name| !name.is_empty())
    }

    /// The name of a symbol.
    pub fn name(&self, symbol: Sym) -> &str {
        let place = usize::try_from(symbol.0).unwrap_or(usize::MAX);
        self.names.get(place).map_or("", |name| name)
    }
}
