//! Static analyses of a charter. Each finding names the clause's own text and, where values are concerned, a witness.

mod coverage_gaps;
mod deadlines;
mod names;
mod needs;
mod quorums;
mod readings;
mod standing;
mod tables;
mod types;

use charter_syntax::ast::*;
use charter_syntax::{Diagnostic, Severity};

use crate::network::Network;
use crate::seal::Lock;
use crate::{Charter, seal};

/// Checks every version of a network, each against its own vocabulary. Findings are added to their files.
pub fn check(network: &mut Network, locks: &[(String, Lock)]) {
    for version in 0..network.versions().len() {
        let Some(place) = network.source_of(version) else { continue };
        let mut findings = Vec::new();
        if let (Some(charter), Some(source)) = (network.versions().get(version), network.sources().get(place)) {
            let own = &source.parsed.declarations;
            findings.extend(check_version(charter, own));
            let lock = locks.iter().find(|(name, _)| *name == source.name).map(|(_, lock)| lock);
            findings.extend(seal::findings(charter, source, lock));
        }
        if let Some(source) = network.sources_mut().get_mut(place) {
            source.diagnostics.extend(findings);
        }
    }
    let findings: Vec<_> = network.sources().iter().map(|source| names::tests(network, source)).collect();
    for (source, findings) in network.sources_mut().iter_mut().zip(findings) {
        source.diagnostics.extend(findings);
        source.diagnostics.sort_by_key(|finding| (finding.at.start, finding.code));
        source.diagnostics.dedup();
    }
}

/// The findings on one version: `own` are the declarations of its file, the charter has those it takes over too.
pub fn check_version(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = names::check(charter, own);
    findings.extend(types::check(charter, own));
    let broken = findings.iter().any(|finding| finding.severity() == Severity::Error);
    findings.extend(needs::check(charter, own));
    findings.extend(readings::check(charter, own));
    findings.extend(coverage_gaps::check(charter, own));
    // The remaining analyses compute with what names mean; on unknown names they would only repeat the first finding.
    if !broken {
        findings.extend(tables::check(charter, own));
        findings.extend(standing::check(charter, own));
        findings.extend(quorums::check(charter, own));
        findings.extend(deadlines::check(charter, own));
    }
    findings
}

/// Whether any finding of a network is an error.
pub fn has_errors(network: &Network) -> bool {
    network.sources().iter().flat_map(|source| &source.diagnostics).any(|finding| finding.severity() == Severity::Error)
}

/// Everything a line's guards mention, for analyses that run under each option of one reading at a time.
pub(crate) fn options(charter: &Charter) -> Vec<Guard> {
    let of = |reading: &ReadingDecl| {
        let reading = reading.clone();
        reading
            .options
            .clone()
            .into_iter()
            .map(move |option| Guard { reading: reading.name.clone(), option: option.name })
    };
    charter.readings().flat_map(|(_, reading)| of(reading)).collect()
}

/// The option of a reading that applies: the one forced, else the proposed one.
pub(crate) fn chosen(charter: &Charter, forced: Option<&Guard>, reading: &str) -> Option<String> {
    if let Some(guard) = forced.filter(|guard| guard.reading == reading) {
        return Some(guard.option.text.clone());
    }
    let declared = charter.reading(reading)?;
    declared.options.iter().find(|option| option.proposed).map(|option| option.name.text.clone())
}

/// Whether a line holds under the proposed readings with one of them forced.
pub(crate) fn holds(charter: &Charter, forced: Option<&Guard>, under: &[Guard]) -> bool {
    under.iter().all(|guard| chosen(charter, forced, guard.reading.as_str()).as_deref() == Some(guard.option.as_str()))
}
