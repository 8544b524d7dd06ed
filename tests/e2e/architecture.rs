//! The house stays as `ARCHITECTURE.md` draws it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The project's root folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every allowed arrow: a crate and what it may depend on. Anything absent is forbidden.
const ARROWS: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("charter-syntax", &["kernel"]),
    ("ballots", &["kernel"]),
    ("charter", &["ballots", "charter-syntax", "kernel"]),
    ("interpreter", &["charter", "charter-syntax", "kernel"]),
    ("oracle", &["charter", "charter-syntax", "kernel"]),
    ("ledger", &["kernel"]),
    ("documents", &["kernel"]),
    ("payments", &["kernel"]),
    ("payments-stripe", &["kernel", "payments"]),
    ("fakepay", &["kernel", "payments"]),
    ("typeset", &["documents", "kernel"]),
    ("wording", &["ballots", "charter", "charter-syntax", "interpreter", "kernel"]),
    ("store", &["charter", "kernel", "ledger"]),
    (
        "app",
        &[
            "ballots",
            "charter",
            "charter-syntax",
            "interpreter",
            "kernel",
            "ledger",
            "payments",
            "store",
            "telemetry",
            "wording",
        ],
    ),
    ("access", &[]),
    ("embedded", &[]),
    ("telemetry", &[]),
    ("testdb", &[]),
    ("worker", &["app", "payments-stripe", "telemetry"]),
    (
        "portal",
        &[
            "access",
            "app",
            "ballots",
            "charter",
            "charter-syntax",
            "documents",
            "kernel",
            "payments-stripe",
            "telemetry",
            "wording",
        ],
    ),
    ("quorate", &["app", "ballots", "charter", "charter-syntax", "embedded", "interpreter", "kernel", "wording"]),
];

/// Crates that take values and return values: no clock, environment, files, async or logging.
const PURE: &[&str] =
    &["kernel", "charter-syntax", "charter", "interpreter", "oracle", "wording", "ledger", "documents", "ballots"];

/// What a pure crate must never reach, even through others.
const IMPURE: &[&str] = &["tokio", "diesel", "actix-web", "redis", "tracing", "reqwest", "rand"];

fn metadata() -> cargo_metadata::Metadata {
    cargo_metadata::MetadataCommand::new().manifest_path(root().join("Cargo.toml")).exec().unwrap()
}

#[test]
fn crates_depend_only_along_the_arrows() {
    let metadata = metadata();
    let members: BTreeSet<String> =
        metadata.workspace_packages().iter().map(|package| package.name.to_string()).collect();
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    for package in metadata.workspace_packages() {
        if package.name.as_str() == "e2e" {
            continue;
        }
        let may = allowed
            .get(package.name.as_str())
            .unwrap_or_else(|| panic!("{} has no row in the table of arrows", package.name));
        for dependency in package.dependencies.iter().filter(|d| members.contains(d.name.as_str())) {
            let known = may.contains(&dependency.name.as_str())
                || dependency.kind == cargo_metadata::DependencyKind::Development;
            assert!(known, "{} must not depend on {}", package.name, dependency.name);
        }
    }
}

#[test]
fn pure_crates_reach_nothing_impure() {
    let metadata = metadata();
    let resolve = metadata.resolve.as_ref().unwrap();
    let name_of: BTreeMap<_, _> =
        metadata.packages.iter().map(|package| (&package.id, package.name.as_str())).collect();
    for pure in PURE {
        let mut open: Vec<_> = metadata.packages.iter().filter(|p| p.name.as_str() == *pure).map(|p| &p.id).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            assert!(!IMPURE.contains(&name_of[id]), "{pure} reaches {}", name_of[id]);
            let node = resolve.nodes.iter().find(|node| node.id == *id).unwrap();
            let normal = node
                .deps
                .iter()
                .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind == cargo_metadata::DependencyKind::Normal));
            open.extend(normal.map(|dep| &dep.pkg));
        }
    }
}

pub fn rust_files() -> Vec<PathBuf> {
    fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_none_or(|name| name != "target") {
                collect(&path, into);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                into.push(path);
            }
        }
    }
    let mut files = Vec::new();
    for folder in ["crates", "services"] {
        collect(&root().join(folder), &mut files);
    }
    files
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in rust_files() {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! "), "{} does not start with its purpose", file.display());
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    for file in rust_files() {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 600, "{} has {lines} lines", file.display());
    }
}

#[test]
fn no_word_of_a_network_stands_in_the_product() {
    let words = [
        "mekong",
        "mmn",
        "burma",
        "myanmar",
        "cambodia",
        "yunnan",
        "vietnam",
        "iflry",
        "steering-committee",
        "steering committee",
    ];
    for file in rust_files().into_iter().filter(|file| file.components().any(|part| part.as_os_str() == "src")) {
        let text = std::fs::read_to_string(&file).unwrap().to_lowercase();
        for word in words {
            assert!(!text.contains(word), "{} speaks of {word}", file.display());
        }
    }
}
