//! `quorate charter paraphrase`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use charter_syntax::ClauseLabel;
use wording::Language;

use crate::files::load;

pub fn run(path: &Path, clause: Option<&str>, out: &mut dyn Write) -> Result<ExitCode> {
    let loaded = load(path, &[])?;
    let label = clause.map(|clause| ClauseLabel(clause.to_owned()));
    let language = Language::english();
    let mut any = false;
    for charter in loaded.network.versions() {
        let sentences = language.paraphrase(charter, label.as_ref());
        if sentences.is_empty() {
            continue;
        }
        writeln!(out, "{} ({})", charter.header.title, charter.in_force_from())?;
        let mut current = None;
        for (of, sentence) in sentences {
            if current.as_ref() != Some(&of) {
                writeln!(out, "\n{of}")?;
                if let Some(clause) = charter.clause(&of).filter(|clause| !clause.prose.is_empty()) {
                    writeln!(out, "  “{}”", clause.prose)?;
                }
                current = Some(of);
            }
            writeln!(out, "  {sentence}")?;
            any = true;
        }
        writeln!(out)?;
    }
    if let (false, Some(clause)) = (any, clause) {
        bail!("no rule stands under a clause {clause}");
    }
    Ok(ExitCode::SUCCESS)
}
