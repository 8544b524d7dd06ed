//! A network ready for questions: its charter compiled, its register indexed.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use charter::act::Act;
use charter::{Charter, Network, Register};
use charter_syntax::Diagnostic;
use chrono::{DateTime, Utc};
use interpreter::{Index, Interpreter};
use kernel::Date;
use store::{CharterFile, Head, Tenant, UnitOfWork};

use crate::Error;
use crate::documents::Citing;

/// One network as its record stood when it was loaded.
pub struct Hosted {
    tenant: Tenant,
    head: Head,
    days_ahead: i32,
    network: Network,
    interpreter: Interpreter,
    register: Register,
    findings: Vec<Diagnostic>,
    locales: HashMap<String, String>,
    citing: HashMap<String, Vec<Citing>>,
    evidence: HashMap<String, Vec<(String, String)>>,
    /// Acts with sealed fields, as they are on file.
    sealed: HashMap<String, Act>,
    index: RwLock<Index>,
}

impl Hosted {
    pub(crate) fn load(tenant: Tenant, unit: &mut UnitOfWork<'_>) -> Result<Hosted, Error> {
        let head = unit.head()?;
        let files = unit.charter()?;
        let locale = |file: &CharterFile| {
            let language = file.path.strip_prefix("locales/")?.strip_suffix(".ftl")?;
            Some((language.to_owned(), file.source.clone()))
        };
        let locales = files.iter().filter_map(locale).collect();
        let network = network_of(files);
        let acts = unit.acts_after(0)?;
        let citing = crate::documents::cited(&acts);
        let evidence = acts.iter().filter(|act| !act.evidence.is_empty()).map(|act| (act.id.clone(), references(act)));
        let evidence = evidence.collect();
        let sealed =
            acts.iter().filter(|act| !act.sealed.is_empty()).map(|act| (act.id.clone(), act.clone())).collect();
        let (register, findings) = Register::of(acts, &network);
        let interpreter = Interpreter::new(&network);
        let index = RwLock::new(interpreter.index(&register, DateTime::<Utc>::MAX_UTC));
        let days_ahead = unit.days_ahead()?;
        Ok(Hosted {
            tenant,
            head,
            days_ahead,
            network,
            interpreter,
            register,
            findings,
            locales,
            citing,
            evidence,
            sealed,
            index,
        })
    }

    pub(crate) fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    pub(crate) fn head(&self) -> Head {
        self.head
    }

    pub(crate) fn days_ahead(&self) -> i32 {
        self.days_ahead
    }

    pub(crate) fn interpreter(&self) -> &Interpreter {
        &self.interpreter
    }

    /// The index, for many questions at once.
    pub(crate) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The index, for one question at a time: looking for remedies names new things in it.
    pub(crate) fn index_alone(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn sealed_act(&self, id: &str) -> Option<&Act> {
        self.sealed.get(id)
    }

    pub(crate) fn citing(&self, reference: &str) -> &[Citing] {
        self.citing.get(reference).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn evidence_of(&self, act: &str) -> &[(String, String)] {
        self.evidence.get(act).map_or(&[], Vec::as_slice)
    }

    /// Its name in addresses.
    pub fn slug(&self) -> &str {
        &self.tenant.slug
    }

    /// Its register is made up, and its date can be moved.
    pub fn is_demonstration(&self) -> bool {
        self.tenant.demonstration
    }

    /// All versions of its charter.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The version of its charter in force today, or else the newest.
    pub fn charter(&self, now: DateTime<Utc>) -> Option<&Charter> {
        let in_force = self.network.in_force(self.today(now)).map(|(_, charter)| charter);
        in_force.or_else(|| self.network.newest())
    }

    /// What it calls the names of its charter in a language, as a Fluent file.
    pub fn locale(&self, language: &str) -> Option<&str> {
        self.locales.get(language).map(String::as_str)
    }

    /// Its register.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Acts that do not fit the charter as it is now, and acts that do not count.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let mut findings = self.findings.clone();
        findings.extend(self.interpreter.review(&self.register));
        findings
    }

    /// What day it is there.
    pub fn today(&self, now: DateTime<Utc>) -> Date {
        crate::clock::today(self.network.newest(), now, self.days_ahead)
    }
}

/// The documents that an act cites and that are kept here: what each is, and its reference.
fn references(act: &Act) -> Vec<(String, String)> {
    let kept = act.evidence.iter().filter_map(|one| Some((one.document.clone(), one.reference.clone()?)));
    kept.collect()
}

/// A charter from its folder's files: versions below `charter/`, tests below `scenarios/`.
pub(crate) fn network_of(files: Vec<CharterFile>) -> Network {
    let below = |folder: &str| {
        let own = files.iter().filter(|file| file.path.starts_with(folder));
        own.map(|file| (file.path.clone(), file.source.clone())).collect::<Vec<_>>()
    };
    Network::read(below("charter/"), below("scenarios/"))
}
