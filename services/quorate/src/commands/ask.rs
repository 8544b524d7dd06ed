//! `quorate charter ask` and `due`

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use charter::register::Register;
use charter::{Question, Value};
use charter_syntax::{At, Code, Diagnostic, Severity};
use chrono::{DateTime, Utc};
use interpreter::{Interpreter, Moment};
use kernel::Date;

use crate::arguments::Format;
use crate::commands::usable;
use crate::files::{Loaded, load, text};
use crate::report::Reporter;

/// What is asked of which register, and when.
pub struct Asked {
    /// The register's file.
    pub register: PathBuf,
    /// The date asked about.
    pub on: Date,
    /// Only what had been recorded by then.
    pub known_at: Option<DateTime<Utc>>,
    /// The question in words.
    pub question: String,
}

/// At most so many findings on a register are written; the rest are counted.
const MOST_FINDINGS: usize = 20;

pub fn run(path: &Path, asked: &Asked, format: Format, out: &mut dyn Write) -> Result<ExitCode> {
    let reporter = Reporter::new(format);
    let question = match Question::parse(&asked.question) {
        Ok(question) => question,
        Err(error) => {
            let at = At {
                start: error.at.min(asked.question.len()),
                end: (error.at + error.found.len()).min(asked.question.len()),
            };
            let finding =
                Diagnostic::new(Code::QuestionMalformed, at).with("question", &asked.question).with("why", &error);
            reporter.write("the question", &asked.question, &finding, out)?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut loaded = load(path, &[])?;
    if !usable(&mut loaded, format, out)? {
        return Ok(ExitCode::FAILURE);
    }
    let Some(register) = read_register(&loaded, &asked.register, &reporter, format, out)? else {
        return Ok(ExitCode::FAILURE);
    };
    let interpreter = Interpreter::new(&loaded.network);
    let mut index = interpreter.index(&register, asked.known_at.unwrap_or(DateTime::<Utc>::MAX_UTC));
    if let Some(unknown) = unknown_name(&interpreter, &loaded, &index, &question, &asked.question) {
        reporter.write("the question", &asked.question, &unknown, out)?;
        return Ok(ExitCode::FAILURE);
    }
    let answer = interpreter.ask(&mut index, &Moment::on(asked.on), &question);
    match format {
        Format::Text => write!(out, "{}", reporter.language().answer(&question, &answer))?,
        Format::Json => writeln!(out, "{}", serde_json::json!({ "question": question, "answer": answer }))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A name that neither the charter nor the register knows is an error with a suggestion, never a silent "no".
fn unknown_name(
    interpreter: &Interpreter,
    loaded: &Loaded,
    index: &interpreter::Index,
    question: &Question,
    text: &str,
) -> Option<Diagnostic> {
    let name = interpreter.unknown_name(index, question)?;
    let start = text.find(&name).unwrap_or(0);
    let known: Vec<String> = interpreter.known_names(index).map(str::to_owned).collect();
    let suggestion = charter_syntax::suggest(&name, known.iter().map(String::as_str));
    let at = At { start, end: start + name.len() };
    let _ = loaded;
    Some(
        Diagnostic::new(Code::NameUnknown, at)
            .with("name", &name)
            .with("kind", "in the charter or the register")
            .suggesting(suggestion),
    )
}

/// Reads a register; with errors in it, they are written and nothing is answered.
fn read_register(
    loaded: &Loaded,
    path: &Path,
    reporter: &Reporter,
    format: Format,
    out: &mut dyn Write,
) -> Result<Option<Register>> {
    let content = text(path)?;
    let name = path.display().to_string();
    let (register, mut findings) = Register::read(&content, &loaded.network);
    let interpreter = Interpreter::new(&loaded.network);
    let broken = findings.iter().any(|finding| finding.severity() == Severity::Error);
    if !broken {
        findings.extend(interpreter.review(&register));
    }
    let shown = findings.iter().filter(|finding| finding.severity() != Severity::Info);
    for finding in shown.clone().take(MOST_FINDINGS) {
        reporter.write(&name, &content, finding, out)?;
    }
    let more = shown.count().saturating_sub(MOST_FINDINGS);
    if more > 0 && format == Format::Text {
        writeln!(out, "… and {more} more findings in {name}\n")?;
    }
    Ok((!broken).then_some(register))
}

pub fn due(
    path: &Path,
    register: &Path,
    from: Date,
    to: Date,
    format: Format,
    out: &mut dyn Write,
) -> Result<ExitCode> {
    if to < from {
        return Err(anyhow!("the first day ({from}) is after the last ({to})"));
    }
    let reporter = Reporter::new(format);
    let mut loaded = load(path, &[])?;
    if !usable(&mut loaded, format, out)? {
        return Ok(ExitCode::FAILURE);
    }
    let Some(register) = read_register(&loaded, register, &reporter, format, out)? else {
        return Ok(ExitCode::FAILURE);
    };
    let interpreter = Interpreter::new(&loaded.network);
    let index = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
    let answer = interpreter.judge(&index, &Moment::on(from), &Question::Due { from, to });
    let items = match answer.value {
        Value::Items(items) => items,
        other => return Err(anyhow!("{}", reporter.language().value(&other))),
    };
    for item in &items {
        match format {
            Format::Text => {
                let day = item.on.map_or_else(|| String::from("no date   "), |day| day.to_string());
                writeln!(out, "{day}  {}", reporter.language().item(item))?;
            }
            Format::Json => writeln!(out, "{}", serde_json::json!(item))?,
        }
    }
    if items.is_empty() && format == Format::Text {
        writeln!(out, "{}", reporter.language().value(&Value::Items(items)))?;
    }
    Ok(ExitCode::SUCCESS)
}
