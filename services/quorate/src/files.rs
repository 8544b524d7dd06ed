//! Charters, scenarios, locks and registers from disk.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use charter::Network;
use charter::seal::Lock;

/// The largest register file that is read: one gibibyte.
const MAX_REGISTER_BYTES: u64 = 1 << 30;

/// A charter from disk, with where each of its files lies.
pub struct Loaded {
    /// Its versions and tests.
    pub network: Network,
    /// The version files.
    pub files: Vec<PathBuf>,
    /// The seals, by the name of their file.
    pub locks: Vec<(String, Lock)>,
}

/// Reads a version file or a charter folder, with further files of tests.
pub fn load(path: &Path, scenarios: &[PathBuf]) -> Result<Loaded> {
    let files = version_files(path)?;
    let mut all = scenario_files(path)?;
    all.extend(scenarios.iter().cloned());
    let read = |paths: &[PathBuf]| paths.iter().map(|path| Ok((name(path), text(path)?))).collect::<Result<Vec<_>>>();
    let network = Network::read(read(&files)?, read(&all)?);
    let mut locks = Vec::new();
    for file in &files {
        let lock = lock_path(file);
        if lock.exists() {
            let read = Lock::read(&text(&lock)?).map_err(anyhow::Error::msg);
            locks.push((name(file), read.with_context(|| format!("the seal {}", lock.display()))?));
        }
    }
    Ok(Loaded { network, files, locks })
}

/// Where the seals of a version file are kept.
pub fn lock_path(file: &Path) -> PathBuf {
    file.with_extension("lock")
}

/// The Markdown files of a charter: the file itself, those of the folder `charter`, or those of the folder.
pub fn version_files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        if !path.exists() {
            bail!("there is no file or folder {}", path.display());
        }
        return Ok(vec![path.to_owned()]);
    }
    let inner = path.join("charter");
    let folder = if inner.is_dir() { inner } else { path.to_owned() };
    let files = markdown_in(&folder)?;
    if files.is_empty() {
        bail!(
            "the folder {} holds no Markdown file; a charter version is a file such as 2015-03-19.md",
            folder.display()
        );
    }
    Ok(files)
}

fn scenario_files(path: &Path) -> Result<Vec<PathBuf>> {
    let folder = path.join("scenarios");
    if folder.is_dir() { markdown_in(&folder) } else { Ok(Vec::new()) }
}

fn markdown_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("the folder {}", folder.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// A text file; what is not UTF-8 is refused with its place.
pub fn text(path: &Path) -> Result<String> {
    let size = std::fs::metadata(path).with_context(|| format!("{}", path.display()))?.len();
    if size > MAX_REGISTER_BYTES {
        bail!("{} has {size} bytes; at most {MAX_REGISTER_BYTES} are read", path.display());
    }
    let bytes = std::fs::read(path).with_context(|| format!("{}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!("{} is not plain UTF-8 text: byte {at} does not belong to it", path.display())
    })
}
