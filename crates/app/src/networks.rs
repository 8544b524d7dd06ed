//! Setting up a network from its charter folder: whole, or not at all.

use std::collections::BTreeMap;

use charter::Register;
use charter::act::Act;
use charter::check::{check, has_errors};
use charter_syntax::{Diagnostic, Severity};
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
    let files: Vec<CharterFile> = folder.files.into_iter().map(|(path, source)| CharterFile { path, source }).collect();
    let mut network = network_of(files.clone());
    check(&mut network, &[]);
    if has_errors(&network) {
        return Err(Error::Findings(network.sources().iter().flat_map(|source| source.diagnostics.clone()).collect()));
    }
    let (_, findings) = Register::read(&folder.acts, &network);
    let broken: Vec<Diagnostic> =
        findings.into_iter().filter(|finding| finding.severity() == Severity::Error).collect();
    if !broken.is_empty() {
        return Err(Error::Findings(broken));
    }
    let people = crate::people::read(&folder.people)?;
    let acts: Vec<Act> = folder.acts.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let owner = Store::connect_as_owner(owner_url, 1, keys)?;
    owner.create_tenant(slug, folder.demonstration, now, |unit| -> Result<(), Error> {
        unit.store_charter(&files, now)?;
        unit.append(acts.into_iter().map(|act| crate::sealing::entry(&network, act)).collect(), now)?;
        people.iter().try_for_each(|person| unit.invite(person, now))?;
        Ok(())
    })
}

impl Platform {
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
