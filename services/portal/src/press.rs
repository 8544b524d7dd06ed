//! The typesetter: a program beside this one that sets papers as PDF. It is started when it is first needed, kept, and
//! started again when it ended.

use std::io::{BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use documents::Document;

/// The press of this process.
pub struct Press {
    program: PathBuf,
    running: Mutex<Option<Running>>,
}

struct Running {
    child: Child,
    papers: ChildStdin,
    pdfs: BufReader<ChildStdout>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The largest PDF that is believed, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

impl Press {
    /// With the program at a path; else the one that was built beside this.
    pub fn at(program: Option<&str>) -> Press {
        let beside = || std::env::current_exe().ok()?.parent().map(|folder| folder.join("typeset"));
        let program = program.map(PathBuf::from).or_else(beside).unwrap_or_else(|| PathBuf::from("typeset"));
        Press { program, running: Mutex::new(None) }
    }

    /// A paper as PDF; none: it cannot be set here now.
    pub fn set(&self, paper: &Document) -> Option<Vec<u8>> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        // What was kept may have ended meanwhile: one fresh start is tried.
        for _ in 0..2 {
            let press = match running.take() {
                Some(press) => Some(press),
                None => self.start().inspect_err(|error| tracing::error!(%error, "the typesetter")).ok(),
            };
            let mut press = press?;
            match press.set(paper) {
                Ok(pdf) => {
                    *running = Some(press);
                    return Some(pdf).filter(|pdf| !pdf.is_empty());
                }
                Err(error) => tracing::warn!(%error, "the typesetter ended"),
            }
        }
        None
    }

    fn start(&self) -> std::io::Result<Running> {
        let mut child = Command::new(&self.program).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let ended = || std::io::Error::other("no pipe");
        let papers = child.stdin.take().ok_or_else(ended)?;
        let pdfs = BufReader::new(child.stdout.take().ok_or_else(ended)?);
        Ok(Running { child, papers, pdfs })
    }
}

impl Running {
    fn set(&mut self, paper: &Document) -> std::io::Result<Vec<u8>> {
        let mut line = serde_json::to_vec(paper)?;
        line.push(b'\n');
        self.papers.write_all(&line)?;
        self.papers.flush()?;
        let mut length = [0; 8];
        self.pdfs.read_exact(&mut length)?;
        let length = u64::from_be_bytes(length);
        if length > LARGEST {
            return Err(std::io::Error::other("a length that cannot be"));
        }
        let mut pdf = Vec::new();
        let read = self.pdfs.by_ref().take(length).read_to_end(&mut pdf)?;
        if u64::try_from(read).ok() == Some(length) { Ok(pdf) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
    }
}
