//! Findings on the terminal and as JSON.

use std::io::{IsTerminal, Write};

use anyhow::Result;
use charter_syntax::{Diagnostic, Severity};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, SourceCode};
use serde_json::json;
use wording::Language;

use crate::arguments::Format;

/// Writes findings about one text.
pub struct Reporter {
    language: Language,
    handler: GraphicalReportHandler,
    format: Format,
}

impl Reporter {
    /// Colour and boxes on a terminal, plain in a pipe.
    pub fn new(format: Format) -> Self {
        let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme).with_width(100).with_context_lines(1);
        Reporter { language: Language::english(), handler, format }
    }

    /// The reader's language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Writes one finding about a text.
    pub fn write(&self, name: &str, text: &str, finding: &Diagnostic, out: &mut dyn Write) -> Result<()> {
        match self.format {
            Format::Text => self.write_text(name, text, finding, out),
            Format::Json => self.write_json(name, text, finding, out),
        }
    }

    fn write_text(&self, name: &str, text: &str, finding: &Diagnostic, out: &mut dyn Write) -> Result<()> {
        let words = self.language.finding(finding);
        let severity = match finding.severity() {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        };
        let mut labels = Vec::new();
        if finding.at.end > finding.at.start {
            labels.push(LabeledSpan::new_primary_with_span(None, finding.at.range()));
        }
        labels.extend(
            words.labels.iter().map(|(range, label)| LabeledSpan::new_with_span(Some(label.clone()), range.clone())),
        );
        let diagnostic = MietteDiagnostic::new(words.message.clone())
            .with_code(finding.code.as_str())
            .with_severity(severity)
            .with_help(words.help)
            .with_labels(labels);
        let report = miette::Report::new(diagnostic).with_source_code(NamedSource::new(name, excerpt(text)));
        let mut rendered = String::new();
        if self.handler.render_report(&mut rendered, report.as_ref()).is_err() {
            rendered = format!("{} {}: {}", words.severity, finding.code, words.message);
        }
        writeln!(out, "{}", rendered.trim_end())?;
        writeln!(out)?;
        Ok(())
    }

    fn write_json(&self, name: &str, text: &str, finding: &Diagnostic, out: &mut dyn Write) -> Result<()> {
        let words = self.language.finding(finding);
        let (line, column) = position(text, finding.at.start);
        let json = json!({
            "code": finding.code,
            "severity": finding.severity(),
            "file": name,
            "line": line,
            "column": column,
            "underlined": text.get(finding.at.range()).unwrap_or_default(),
            "message": words.message,
            "help": words.help,
        });
        writeln!(out, "{json}")?;
        Ok(())
    }
}

/// The text as a source of excerpts.
fn excerpt(text: &str) -> impl SourceCode + 'static {
    text.to_owned()
}

/// Line and column, from 1, of a byte.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, column)
}
