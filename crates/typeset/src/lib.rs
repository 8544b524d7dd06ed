//! Papers as PDF, set by typst. The same paper is the same file: nothing of the clock or the machine goes into it.
//!
//! What a paper says comes in as data, so that no name in it can be taken for a command; no file and no network is reached.

mod world;

use documents::Document;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use world::Desk;

/// Why a paper could not be set.
#[derive(Debug, thiserror::Error)]
#[error("the paper could not be set: {0}")]
pub struct NotSet(String);

impl NotSet {
    fn of(errors: impl IntoIterator<Item = SourceDiagnostic>) -> NotSet {
        NotSet(errors.into_iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
    }
}

/// Sets papers, one after another: the fonts are read once.
pub struct Typesetter {
    desk: Desk,
}

impl Typesetter {
    /// With the fonts that are built in.
    pub fn new() -> Typesetter {
        Typesetter { desk: Desk::new() }
    }

    /// A paper as PDF.
    pub fn pdf(&mut self, paper: &Document) -> Result<Vec<u8>, NotSet> {
        self.desk.lay(serde_json::to_vec(paper).map_err(|error| NotSet(error.to_string()))?);
        let laid_out: PagedDocument = typst::compile(&self.desk).output.map_err(NotSet::of)?;
        let pdf = typst_pdf::pdf(&laid_out, &PdfOptions::default()).map_err(NotSet::of)?;
        // What was worked out for this paper helps the next ones little; it is let go after a while.
        typst::comemo::evict(30);
        Ok(pdf)
    }
}

impl Default for Typesetter {
    fn default() -> Typesetter {
        Typesetter::new()
    }
}
