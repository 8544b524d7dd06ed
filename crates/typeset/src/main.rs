//! The typesetter as a program: papers come in as lines of JSON, PDFs go out, each behind its length.
//!
//! It is a program of its own so that nothing else carries typst, and so that what goes wrong in it stops nothing else. A
//! length is eight bytes, the most significant first; a length of nothing says that the paper could not be set.

use std::io::{BufRead, Write};

use documents::Document;
use typeset::Typesetter;

fn main() -> anyhow::Result<()> {
    let mut typesetter = Typesetter::new();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let set = match serde_json::from_str::<Document>(&line?) {
            Ok(paper) => typesetter.pdf(&paper).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        let pdf = set.unwrap_or_else(|why| {
            // Whoever reads the log finds out why; whoever waits is told that there is none.
            let _ = writeln!(std::io::stderr(), "{why}");
            Vec::new()
        });
        out.write_all(&u64::try_from(pdf.len())?.to_be_bytes())?;
        out.write_all(&pdf)?;
        out.flush()?;
    }
    Ok(())
}
