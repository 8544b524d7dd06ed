//! Lists the language files of `locales`, so that adding a language is adding its files: `TAG.ftl` for answers and
//! findings, `TAG.pages.ftl` for pages and mail.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("locales");
    let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some((tag, rest)) = name.split_once('.') else { continue };
        if rest == "ftl" || rest.ends_with(".ftl") {
            files.entry(tag.to_owned()).or_default().push(path);
        }
    }
    let mut list = String::from("&[\n");
    for (tag, mut paths) in files {
        paths.sort();
        // The texts themselves, not their places: a folder of built things may serve several checkouts.
        let texts = paths.iter().map(|path| Ok(format!("{:?}", fs::read_to_string(path)?)));
        let texts: Vec<String> = texts.collect::<std::io::Result<_>>()?;
        list.push_str(&format!("    ({tag:?}, &[{}]),\n", texts.join(", ")));
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("locales.rs");
    fs::write(out, list)
}
