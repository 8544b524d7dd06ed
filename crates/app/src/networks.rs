//! Setting up a network from its charter folder: whole, or not at all.

use std::collections::{BTreeMap, HashSet};

use charter::act::Act;
use charter::check::{check, has_errors};
use charter::{Network, Register};
use charter_syntax::{At, Code, Diagnostic, Severity};
use chrono::{DateTime, Utc};
use kernel::Date;
use store::{CharterFile, MasterKey, Store};

use crate::hosted::network_of;
use crate::{Error, Hosted, Platform};

/// What a network is set up from.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The files of its charter by path: versions below `charter/`, tests below `scenarios/`, labels below
    /// `locales/`.
    pub files: BTreeMap<String, String>,
    /// A register to begin with, as JSON Lines.
    pub acts: String,
    /// People who sign in, as CSV: `address,party,language,role`.
    pub people: String,
    /// The register is made up.
    pub demonstration: bool,
}

/// Sets up a network, as the owner of the tables. With an error in its charter or register nothing is made, and the
/// findings say why.
pub fn set_up(owner_url: &str, keys: MasterKey, slug: &str, folder: Folder, now: DateTime<Utc>) -> Result<(), Error> {
    make(&Store::connect_as_owner(owner_url, 1, keys)?, slug, folder, now)
}

fn make(store: &Store, slug: &str, folder: Folder, now: DateTime<Utc>) -> Result<(), Error> {
    let files = files_of(folder.files);
    let network = sound(&files)?;
    let (_, findings) = Register::read(&folder.acts, &network);
    if let Some(broken) = errors_of(findings) {
        return Err(Error::Findings(broken));
    }
    let people = crate::people::read(&folder.people)?;
    let acts: Vec<Act> = folder.acts.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    store.create_tenant(slug, folder.demonstration, now, |unit| -> Result<(), Error> {
        unit.store_charter(&files, now)?;
        unit.append(acts.into_iter().map(|act| crate::sealing::entry(&network, act)).collect(), now)?;
        people.iter().try_for_each(|person| unit.invite(person, now))?;
        if folder.demonstration {
            crate::money::stand_in_accounts(unit, slug, now)?;
        }
        Ok(())
    })
}

fn files_of(files: BTreeMap<String, String>) -> Vec<CharterFile> {
    files.into_iter().map(|(path, source)| CharterFile { path, source }).collect()
}

/// A charter without errors; else its findings.
fn sound(files: &[CharterFile]) -> Result<Network, Error> {
    let mut network = network_of(files.to_vec());
    check(&mut network, &[]);
    if network.versions().is_empty() {
        let none = Diagnostic::new(Code::HeaderMissing, At::default());
        return Err(Error::Findings(vec![none]));
    }
    if has_errors(&network) {
        return Err(Error::Findings(network.sources().iter().flat_map(|source| source.diagnostics.clone()).collect()));
    }
    Ok(network)
}

/// What a finding says, whatever its place in a file.
fn said(finding: &Diagnostic) -> String {
    format!("{} {:?}", finding.code, finding.args)
}

fn errors_of(findings: Vec<Diagnostic>) -> Option<Vec<Diagnostic>> {
    let broken: Vec<Diagnostic> =
        findings.into_iter().filter(|finding| finding.severity() == Severity::Error).collect();
    (!broken.is_empty()).then_some(broken)
}

impl Platform {
    /// Hosts a network from its folder: a whole one, or none.
    pub fn host(&self, slug: &str, folder: Folder, now: DateTime<Utc>) -> Result<(), Error> {
        make(&self.store, slug, folder, now)
    }

    /// Replaces files of a network's charter by those that are brought, and keeps the others. With an error in them, or with
    /// an act on file that no longer fits, nothing is replaced. The files before stay on record.
    pub fn replace_charter(
        &self,
        hosted: &Hosted,
        brought: BTreeMap<String, String>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.within(hosted.tenant(), |unit| {
            unit.hold()?;
            let before = network_of(unit.charter()?);
            let mut files: BTreeMap<String, String> =
                unit.charter()?.into_iter().map(|file| (file.path, file.source)).collect();
            files.extend(brought);
            let files = files_of(files);
            let after = sound(&files)?;
            let acts = unit.acts_after(0)?;
            let errors = |network: &Network| errors_of(Register::of(acts.clone(), network).1).unwrap_or_default();
            let known: HashSet<String> = errors(&before).iter().map(said).collect();
            let fresh: Vec<Diagnostic> =
                errors(&after).into_iter().filter(|finding| !known.contains(&said(finding))).collect();
            if !fresh.is_empty() {
                return Err(Error::Findings(fresh));
            }
            unit.store_charter(&files, now)?;
            Ok(())
        })
    }

    /// The files of a network's charter, by their paths.
    pub fn charter_files(&self, hosted: &Hosted) -> Result<BTreeMap<String, String>, Error> {
        let files = self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.charter()?) })?;
        Ok(files.into_iter().map(|file| (file.path, file.source)).collect())
    }

    /// Moves the date of a demonstration to a day.
    pub fn move_date(&self, hosted: &Hosted, to: Date, now: DateTime<Utc>) -> Result<(), Error> {
        if !hosted.is_demonstration() {
            return Err(Error::NotADemonstration);
        }
        let real = crate::clock::today(hosted.network().newest(), now, 0);
        let days_ahead = to.days_since(real).clamp(-20_000, 20_000);
        self.store.within(hosted.tenant(), |unit| Ok(unit.set_days_ahead(days_ahead)?))
    }
}
