//! A network ready for questions: its charter compiled, its register indexed.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use charter::act::Act;
use charter::{Charter, Network, Register};
use charter_syntax::Diagnostic;
use chrono::{DateTime, Utc};
use interpreter::{Index, Interpreter};
use kernel::Date;
use store::{CharterFile, Head, Tenant, UnitOfWork};
use wording::{Labels, Language, Words};

use crate::Error;
use crate::documents::Citing;
use crate::own::Views;

/// One network as its record stood when it was loaded.
pub struct Hosted {
    tenant: Tenant,
    head: Head,
    days_ahead: i32,
    public_url: String,
    network: Network,
    interpreter: Interpreter,
    register: Register,
    findings: Vec<Diagnostic>,
    labels: HashMap<String, Arc<Labels>>,
    citing: HashMap<String, Vec<Citing>>,
    evidence: HashMap<String, Vec<(String, String)>>,
    /// Acts with sealed fields, as they are on file.
    sealed: HashMap<String, Act>,
    index: RwLock<Index>,
    /// How much was told, as far as was heard.
    news: AtomicI64,
    views: Views,
}

impl Hosted {
    pub(crate) fn load(tenant: Tenant, public_url: &str, unit: &mut UnitOfWork<'_>) -> Result<Hosted, Error> {
        let head = unit.head()?;
        let files = unit.charter()?;
        let labels = labels_of(&files);
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
            public_url: public_url.replace("{network}", &tenant.slug),
            tenant,
            head,
            days_ahead,
            network,
            interpreter,
            register,
            findings,
            labels,
            citing,
            evidence,
            sealed,
            index,
            news: AtomicI64::new(unit.news()?),
            views: Views::default(),
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

    pub(crate) fn told_so_far(&self) -> i64 {
        self.news.load(Ordering::Relaxed)
    }

    /// Notes how much was told by now.
    pub(crate) fn heard(&self, news: i64) {
        self.news.store(news, Ordering::Relaxed);
    }

    pub(crate) fn views(&self) -> &Views {
        &self.views
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

    /// The words of a language, with what this network calls the names of its charter.
    pub fn words(&self, language: &'static Language) -> Words {
        let labels = self.labels.get(language.tag()).or_else(|| self.labels.get(ENGLISH));
        Words::new(language, labels.cloned().unwrap_or_default())
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

    /// Its name: the first part of its charter's title.
    pub fn name(&self) -> String {
        let title = self.network.newest().map(|charter| charter.header.title.as_str()).unwrap_or_default();
        title.split(',').next().unwrap_or(title).to_owned()
    }

    /// Whether the register names somebody.
    pub fn names(&self, who: &str) -> bool {
        self.named().any(|name| name == who)
    }

    /// Whether the register names somebody in some way.
    pub fn names_like(&self, like: impl Fn(&str) -> bool) -> bool {
        self.named().any(like)
    }

    /// Everybody whom the register names, once for each act that does.
    pub(crate) fn named(&self) -> impl Iterator<Item = &str> {
        self.register.acts().iter().flat_map(|act| [act.by.as_deref(), act.about.as_deref()]).flatten()
    }

    /// The address of its pages as people reach it.
    pub(crate) fn public_url(&self) -> String {
        self.public_url.clone()
    }

    /// On which of its days an instant lies.
    pub fn day_of(&self, at: DateTime<Utc>) -> Date {
        self.day(at, self.days_ahead)
    }

    /// What day it is there.
    pub fn today(&self, now: DateTime<Utc>) -> Date {
        self.day(now, self.days_ahead)
    }

    /// The day there when its date lies so many days ahead.
    pub(crate) fn day(&self, now: DateTime<Utc>, days_ahead: i32) -> Date {
        crate::clock::today(self.network.newest(), now, days_ahead)
    }
}

/// The language whose labels stand in where another has none.
const ENGLISH: &str = "en";

/// Labels by language, from the files below `locales/`.
fn labels_of(files: &[CharterFile]) -> HashMap<String, Arc<Labels>> {
    let file = |file: &CharterFile| {
        let language = file.path.strip_prefix("locales/")?.strip_suffix(".ftl")?;
        Some((language.to_owned(), Labels::read(&file.source)))
    };
    let read: HashMap<String, Labels> = files.iter().filter_map(file).collect();
    let english = read.get(ENGLISH).cloned().unwrap_or_default();
    read.into_iter().map(|(language, labels)| (language, Arc::new(labels.over(&english)))).collect()
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
