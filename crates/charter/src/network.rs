//! A tenant's charter: all its versions by the day they came into force, read from their files.

use charter_syntax::ast::{Declaration, DeclarationKind, Header, Test};
use charter_syntax::{At, Code, Diagnostic, Parsed, parse_document, parse_tests};
use kernel::Date;

use crate::charter::Charter;
use crate::platform;

/// A charter file: where it came from, its text, what was read from it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Clauses and declarations.
    pub parsed: Parsed,
    /// Its tests.
    pub tests: Vec<Test>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Every version of one network's charter.
#[derive(Clone, Debug, Default)]
pub struct Network {
    versions: Vec<Charter>,
    sources: Vec<Source>,
    /// For each version, its place in `sources`.
    origin: Vec<usize>,
}

impl Network {
    /// Reads version files (`name`, text) and further files of tests. Diagnostics are kept with their source.
    pub fn read(
        files: impl IntoIterator<Item = (String, String)>,
        scenarios: impl IntoIterator<Item = (String, String)>,
    ) -> Network {
        let mut network = Network::default();
        for (name, text) in files {
            let (parsed, diagnostics) = parse_document(&text);
            network.sources.push(Source { name, text, parsed, tests: Vec::new(), diagnostics });
        }
        network.assemble();
        for (name, text) in scenarios {
            let (parsed, diagnostics) = parse_document(&text);
            network.sources.push(Source { name, text, parsed, tests: Vec::new(), diagnostics });
        }
        network.read_tests();
        network
    }

    /// A network of one version that is already data, for example from charter JSON.
    pub fn of(charter: Charter) -> Network {
        Network { versions: vec![charter], sources: Vec::new(), origin: Vec::new() }
    }

    /// The versions, oldest first.
    pub fn versions(&self) -> &[Charter] {
        &self.versions
    }

    /// The files read.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The files read, to add findings to.
    pub fn sources_mut(&mut self) -> &mut [Source] {
        &mut self.sources
    }

    /// The place of a version's file among the sources.
    pub fn source_of(&self, version: usize) -> Option<usize> {
        self.origin.get(version).copied()
    }

    /// The version in force on a date, with its place.
    pub fn in_force(&self, on: Date) -> Option<(usize, &Charter)> {
        self.versions.iter().enumerate().rev().find(|(_, charter)| charter.in_force_from() <= on)
    }

    /// The newest version.
    pub fn newest(&self) -> Option<&Charter> {
        self.versions.last()
    }

    /// The names of all acts that some version declares.
    pub fn act_names(&self) -> impl Iterator<Item = &str> {
        self.versions.iter().flat_map(|charter| charter.acts().map(|(_, act)| act.name.as_str()))
    }

    fn assemble(&mut self) {
        let mut order: Vec<(usize, Header)> = Vec::new();
        for (at, source) in self.sources.iter_mut().enumerate() {
            match header(&source.parsed.declarations) {
                Some(header) => order.push((at, header.clone())),
                None => source.diagnostics.push(Diagnostic::new(Code::HeaderMissing, At::default())),
            }
        }
        order.sort_by_key(|(_, header)| header.in_force_from);
        for (at, header) in order {
            let charter = self.version(at, header);
            self.versions.push(charter);
            self.origin.push(at);
        }
    }

    /// A version as a whole: an amendment takes everything it does not replace from the version it amends.
    fn version(&mut self, at: usize, header: Header) -> Charter {
        let Some(source) = self.sources.get_mut(at) else { return Charter::new(header, Vec::new(), Vec::new()) };
        let mut clauses = source.parsed.document.clauses.clone();
        let mut declarations = source.parsed.declarations.clone();
        let Some(amends) = header.amends.clone() else { return Charter::new(header, clauses, declarations) };
        let Some(base) = self.versions.iter().find(|charter| charter.header.in_force_from == Some(amends.version))
        else {
            let place = declarations.first().map_or(At::default(), |d| d.keyword_at);
            source
                .diagnostics
                .push(Diagnostic::new(Code::NameUnknown, place).with("name", amends.version).with("kind", "version"));
            return Charter::new(header, clauses, declarations);
        };
        let replaced = |label: &charter_syntax::ClauseLabel| amends.clauses.iter().any(|clause| label.within(clause));
        let kept = |d: &&Declaration| !replaced(&d.clause) && !matches!(d.kind, DeclarationKind::Charter(_));
        declarations.extend(base.declarations.iter().filter(kept).cloned());
        for clause in base.clauses.iter().filter(|clause| !replaced(&clause.label)) {
            if !clauses.iter().any(|own| own.label == clause.label) {
                clauses.push(clause.clone());
            }
        }
        let mut whole = header;
        whole.partial = whole.partial || base.header.partial;
        if whole.time_zone.is_empty() {
            whole.time_zone.clone_from(&base.header.time_zone);
        }
        if whole.month_end.is_empty() {
            whole.month_end.clone_from(&base.header.month_end);
        }
        if whole.first_day.is_empty() {
            whole.first_day.clone_from(&base.header.first_day);
        }
        Charter::new(whole, clauses, declarations)
    }

    fn read_tests(&mut self) {
        let declared: std::collections::HashSet<String> = self.act_names().map(str::to_owned).collect();
        let is_act = |name: &str| platform::is_act(name) || declared.contains(name);
        for source in &mut self.sources {
            let (tests, diagnostics) = parse_tests(&source.text, &source.parsed.document, &is_act);
            source.tests = tests;
            source.diagnostics.extend(diagnostics);
        }
    }
}

fn header(declarations: &[Declaration]) -> Option<&Header> {
    declarations.iter().find_map(|declaration| match &declaration.kind {
        DeclarationKind::Charter(header) => Some(header),
        _ => None,
    })
}
