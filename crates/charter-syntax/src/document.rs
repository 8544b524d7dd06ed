//! A charter file as Markdown: clauses with their prose, and the fences under them.
//!
//! A clause begins at a heading, or at a paragraph whose first words are bold and look like a number (`**5.1.7**`)
//! or a note (`**Note 4**`, `**Form M**`). A fence belongs to the clause it stands under.

use std::fmt;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{At, Code, Diagnostic};

/// The largest charter file that is read: one mebibyte.
pub const MAX_DOCUMENT_BYTES: usize = 1 << 20;

/// The number or name of a clause, exactly as the source numbers it: `5.1.6(c)`, `Note 4`, `R Quorum`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ClauseLabel(pub String);

impl ClauseLabel {
    /// The label of what stands before the first clause.
    pub fn preamble() -> Self {
        ClauseLabel(String::from("preamble"))
    }

    /// The label as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this clause is `other` or lies within it: 5.1.6(c) within 5.1.6.
    pub fn within(&self, other: &ClauseLabel) -> bool {
        match self.0.strip_prefix(other.0.as_str()) {
            Some("") => true,
            Some(rest) => rest.starts_with('.') || rest.starts_with('('),
            None => false,
        }
    }
}

impl fmt::Display for ClauseLabel {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One clause of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// Its number or name.
    pub label: ClauseLabel,
    /// The rest of its heading.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Its prose, white space folded, without the fences.
    pub prose: String,
    /// Where its label stands.
    #[serde(skip)]
    pub at: At,
}

/// What a fence holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FenceKind {
    /// Declarations.
    Rules,
    /// Tests.
    Test,
}

/// A fenced block of rules or tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Fence {
    /// What it holds.
    pub kind: FenceKind,
    /// The clause it stands under.
    pub clause: ClauseLabel,
    /// The bytes between the fence lines.
    pub inside: Range<usize>,
}

/// A charter file, cut up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its clauses in order; what stands before the first is the preamble.
    pub clauses: Vec<Clause>,
    /// Its fences in order.
    pub fences: Vec<Fence>,
}

impl Document {
    /// Cuts a Markdown text into clauses and fences.
    pub fn read(source: &str) -> (Document, Vec<Diagnostic>) {
        if source.len() > MAX_DOCUMENT_BYTES {
            let whole = At { start: 0, end: 0 };
            let limit = Diagnostic::new(Code::DocumentTooLarge, whole)
                .with("bytes", source.len())
                .with("limit", MAX_DOCUMENT_BYTES);
            return (Document::default(), vec![limit]);
        }
        let mut reading = Reading::new(source);
        for (event, range) in Parser::new(source).into_offset_iter() {
            reading.event(event, range);
        }
        reading.finish()
    }
}

/// The state of reading a document event by event.
struct Reading<'s> {
    source: &'s str,
    document: Document,
    diagnostics: Vec<Diagnostic>,
    current: Clause,
    in_heading: Option<(String, Range<usize>)>,
    /// Inside bold text that starts a paragraph.
    label: Option<(String, Range<usize>)>,
    paragraph_starts: bool,
    fence: Option<(Option<FenceKind>, Option<Range<usize>>)>,
}

impl<'s> Reading<'s> {
    fn new(source: &'s str) -> Self {
        Reading {
            source,
            document: Document::default(),
            diagnostics: Vec::new(),
            current: empty_clause(ClauseLabel::preamble(), String::new(), At::default()),
            in_heading: None,
            label: None,
            paragraph_starts: false,
            fence: None,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.in_heading = Some((String::new(), range)),
            Event::End(TagEnd::Heading(_)) => self.heading_ends(),
            Event::Start(Tag::Paragraph) => self.paragraph_starts = true,
            Event::End(TagEnd::Paragraph) => self.prose(" "),
            Event::Start(Tag::Strong) if self.paragraph_starts => {
                self.paragraph_starts = false;
                self.label = Some((String::new(), range));
            }
            Event::End(TagEnd::Strong) => self.label_ends(),
            Event::Start(Tag::CodeBlock(kind)) => self.fence_starts(&kind, range),
            Event::End(TagEnd::CodeBlock) => self.fence_ends(),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Item) => self.prose(" "),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, inside)) = &mut self.fence {
            let start = inside.as_ref().map_or(range.start, |r| r.start);
            *inside = Some(start..range.end);
            return;
        }
        self.paragraph_starts = false;
        if let Some((heading, _)) = &mut self.in_heading {
            heading.push_str(text);
        } else if let Some((label, _)) = &mut self.label {
            label.push_str(text);
        } else {
            self.prose(text);
        }
    }

    fn prose(&mut self, text: &str) {
        if self.in_heading.is_none() {
            self.current.prose.push_str(text);
        }
    }

    fn heading_ends(&mut self) {
        if let Some((text, range)) = self.in_heading.take() {
            let (label, title) = split_label(&text);
            self.begin_clause(label, title, range);
        }
    }

    fn label_ends(&mut self) {
        let Some((text, range)) = self.label.take() else { return };
        if looks_like_label(&text) {
            let (label, title) = split_label(text.trim_end_matches(['.', ':']));
            self.begin_clause(label, title, range);
        } else {
            self.prose(&text);
        }
    }

    fn begin_clause(&mut self, label: String, title: String, range: Range<usize>) {
        let next = empty_clause(ClauseLabel(label), title, At::new(range));
        let done = std::mem::replace(&mut self.current, next);
        self.keep(done);
        let again = self.document.clauses.iter().find(|c| c.label == self.current.label);
        if let Some(first) = again {
            let repeated = Diagnostic::new(Code::ClauseRepeated, self.current.at)
                .with("clause", &self.current.label)
                .also(first.at, "first");
            self.diagnostics.push(repeated);
        }
    }

    fn keep(&mut self, mut clause: Clause) {
        clause.prose = fold_white_space(&clause.prose);
        let preamble = clause.label == ClauseLabel::preamble();
        if !preamble || !clause.prose.is_empty() || self.document.fences.iter().any(|f| f.clause == clause.label) {
            self.document.clauses.push(clause);
        }
    }

    fn fence_starts(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let CodeBlockKind::Fenced(info) = kind else {
            self.fence = Some((None, None));
            return;
        };
        let word = info.split_whitespace().next().unwrap_or_default();
        let kind = match word {
            "rules" => Some(FenceKind::Rules),
            "test" | "tests" => Some(FenceKind::Test),
            _ => None,
        };
        if kind.is_none() && word != "text" && crate::suggest(word, ["rules", "test"]).is_some() {
            let at = At { start: range.start, end: range.start + self.first_line(range.start) };
            self.diagnostics.push(Diagnostic::new(Code::FenceUnknown, at).with("word", word));
        }
        self.fence = Some((kind, None));
    }

    fn first_line(&self, start: usize) -> usize {
        self.source.get(start..).and_then(|rest| rest.find('\n')).unwrap_or(self.source.len() - start)
    }

    fn fence_ends(&mut self) {
        if let Some((Some(kind), Some(inside))) = self.fence.take() {
            self.document.fences.push(Fence { kind, clause: self.current.label.clone(), inside });
        }
    }

    fn finish(mut self) -> (Document, Vec<Diagnostic>) {
        let last =
            std::mem::replace(&mut self.current, empty_clause(ClauseLabel::preamble(), String::new(), At::default()));
        self.keep(last);
        (self.document, self.diagnostics)
    }
}

fn empty_clause(label: ClauseLabel, title: String, at: At) -> Clause {
    Clause { label, title, prose: String::new(), at }
}

fn fold_white_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A clause number such as `5.1.7`, `7`, `5.1.6(c)`; a final point does not belong to it.
fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let (digits, rest) = word.split_once('(').unwrap_or((word, ")"));
    let numbered = !digits.is_empty()
        && digits.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    numbered && rest.ends_with(')')
}

fn looks_like_label(bold: &str) -> bool {
    let mut words = bold.split_whitespace();
    match (words.next(), words.next()) {
        (Some(word), _) if is_number(word) => true,
        (Some("Note" | "Form" | "Annex" | "Article" | "Rule" | "Section" | "Clause"), Some(_)) => true,
        _ => false,
    }
}

/// Cuts a heading into label and title: a number leads, `Note 4` and `Form M` keep their word, anything else is a
/// name as a whole.
fn split_label(heading: &str) -> (String, String) {
    let heading = heading.trim();
    let (first, rest) = heading.split_once(char::is_whitespace).unwrap_or((heading, ""));
    if is_number(first) {
        return (first.trim_end_matches('.').to_owned(), rest.trim().to_owned());
    }
    if matches!(first, "Note" | "Form" | "Annex" | "Article" | "Rule" | "Section" | "Clause") {
        let (second, title) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
        return (format!("{first} {}", second.trim_end_matches([':', '.'])), title.trim().to_owned());
    }
    (heading.to_owned(), String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_keep_their_numbers_and_fences_their_clause() {
        let source = "# The terms\n\nIntro.\n\n## 5 Membership\n\n**5.1.7** Silence costs\nthe vote.\n\n```rules\nduty x\n```\n\n\
                      **Note 4** Once two terms.\n\nMore **bold** prose.\n\n```test\ntest \"a\"\n```\n";
        let (document, findings) = Document::read(source);
        assert!(findings.is_empty());
        let labels: Vec<_> = document.clauses.iter().map(|c| c.label.as_str()).collect();
        assert_eq!(labels, ["The terms", "5", "5.1.7", "Note 4"]);
        assert_eq!(document.clauses[2].prose, "Silence costs the vote.");
        assert_eq!(document.clauses[3].prose, "Once two terms. More bold prose.");
        let fences: Vec<_> = document
            .fences
            .iter()
            .map(|f| (f.clause.as_str(), source.get(f.inside.clone()).unwrap_or_default()))
            .collect();
        assert_eq!(fences, [("5.1.7", "duty x\n"), ("Note 4", "test \"a\"\n")]);
    }

    #[test]
    fn a_clause_that_stands_twice_is_reported() {
        let (_, findings) = Document::read("**4.9** a\n\n**4.9** b\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].code, Code::ClauseRepeated);
    }

    #[test]
    fn a_label_lies_within_the_clause_it_continues() {
        let label = |text: &str| ClauseLabel(text.to_owned());
        assert!(label("5.1.6(c)").within(&label("5.1.6")));
        assert!(label("5.1.6").within(&label("5.1")));
        assert!(!label("5.10").within(&label("5.1")));
    }
}
