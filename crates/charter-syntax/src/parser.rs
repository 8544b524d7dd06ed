//! From fences to declarations and tests. Never fails: what cannot be read is reported and skipped, line by line.
//!
//! A declaration starts at the margin; its lines start with a word from a small set that depends on the
//! declaration. A broken line costs that line, a broken first line that declaration, and nothing else.

mod bodies;
mod conditions;
mod decisions;
mod procedures;
mod rules;
mod testing;
mod vocabulary;

use kernel::{Date, Money, Ratio, Span};

use crate::ast::{Declaration, Guard, Guarded, Name, Test};
use crate::document::{ClauseLabel, Document, FenceKind};
use crate::token::{Lexeme, Token, words};
use crate::{At, Code, Diagnostic};

/// Conditions and expressions nested deeper than this are refused.
const MAX_DEPTH: usize = 32;

/// A charter file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Clauses and fences.
    pub document: Document,
    /// The declarations in order of the file.
    pub declarations: Vec<Declaration>,
}

/// Reads a charter file: clauses, and the declarations of its `rules` fences.
pub fn parse_document(source: &str) -> (Parsed, Vec<Diagnostic>) {
    let (document, mut diagnostics) = Document::read(source);
    let mut declarations = Vec::new();
    for fence in document.fences.iter().filter(|fence| fence.kind == FenceKind::Rules) {
        let Some(inside) = source.get(fence.inside.clone()) else { continue };
        let lexemes = words(inside, fence.inside.start);
        for chunk in at_margin(&lexemes) {
            let mut parser = Parser::new(chunk, &fence.clause, &mut diagnostics);
            declarations.extend(parser.declaration());
        }
    }
    (Parsed { document, declarations }, diagnostics)
}

/// Reads the tests of a file's `test` fences. `is_act` tells the names of acts from those of parties.
pub fn parse_tests(source: &str, document: &Document, is_act: &dyn Fn(&str) -> bool) -> (Vec<Test>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut tests = Vec::new();
    for fence in document.fences.iter().filter(|fence| fence.kind == FenceKind::Test) {
        let Some(inside) = source.get(fence.inside.clone()) else { continue };
        let lexemes = words(inside, fence.inside.start);
        for chunk in at_margin(&lexemes) {
            let mut parser = Parser::new(chunk, &fence.clause, &mut diagnostics);
            tests.extend(parser.test(source, is_act));
        }
    }
    (tests, diagnostics)
}

/// The one of `known` that `word` may have been meant to be.
pub fn suggest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let close = |candidate: &&str| strsim::damerau_levenshtein(word, candidate);
    let best = known.into_iter().min_by_key(close)?;
    let distance = close(&best);
    let limit = (word.chars().count().max(best.chars().count()) / 3).max(1);
    (distance <= limit).then_some(best)
}

/// Cuts the words of a fence into chunks that start at the margin.
fn at_margin<'w, 's>(lexemes: &'w [Lexeme<'s>]) -> impl Iterator<Item = &'w [Lexeme<'s>]> {
    let mut rest = lexemes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.iter().skip(1).position(|word| word.at_margin).map_or(rest.len(), |at| at + 1);
        let (chunk, others) = rest.split_at_checked(end)?;
        rest = others;
        Some(chunk)
    })
}

/// The line or declaration at hand cannot be read; the reason has been reported.
#[derive(Clone, Copy, Debug)]
struct Broken;

type Parse<T> = Result<T, Broken>;

/// Reads one chunk.
struct Parser<'w, 's> {
    words: &'w [Lexeme<'s>],
    position: usize,
    clause: ClauseLabel,
    cites: Vec<ClauseLabel>,
    diagnostics: &'w mut Vec<Diagnostic>,
    depth: usize,
}

impl<'w, 's> Parser<'w, 's> {
    fn new(words: &'w [Lexeme<'s>], clause: &ClauseLabel, diagnostics: &'w mut Vec<Diagnostic>) -> Self {
        Parser { words, position: 0, clause: clause.clone(), cites: Vec::new(), diagnostics, depth: 0 }
    }

    fn peek(&self) -> Option<&Lexeme<'s>> {
        self.words.get(self.position)
    }

    fn peek_after(&self, ahead: usize) -> Option<&Lexeme<'s>> {
        self.words.get(self.position + ahead)
    }

    fn advance(&mut self) -> Option<Lexeme<'s>> {
        let word = self.words.get(self.position).copied();
        self.position += usize::from(word.is_some());
        word
    }

    /// The place of the next word, or just behind the last one.
    fn here(&self) -> At {
        match self.peek() {
            Some(word) => word.at,
            None => self.words.last().map_or(At::default(), |last| At { start: last.at.end, end: last.at.end }),
        }
    }

    fn last_end(&self) -> At {
        let before = self.position.checked_sub(1).and_then(|at| self.words.get(at));
        before.map_or(self.here(), |word| word.at)
    }

    fn since(&self, start: At) -> At {
        start.to(self.last_end())
    }

    fn at_token(&self, token: Token) -> bool {
        self.peek().is_some_and(|word| word.token == token)
    }

    fn at_word(&self, text: &str) -> bool {
        self.word_ahead(0, text)
    }

    fn word_ahead(&self, ahead: usize, text: &str) -> bool {
        self.peek_after(ahead).is_some_and(|word| word.token == Token::Word && word.text == text)
    }

    fn at_words(&self, texts: &[&str]) -> bool {
        texts.iter().enumerate().all(|(ahead, text)| self.word_ahead(ahead, text))
    }

    fn eat(&mut self, token: Token) -> bool {
        let there = self.at_token(token);
        self.position += usize::from(there);
        there
    }

    fn eat_word(&mut self, text: &str) -> bool {
        let there = self.at_word(text);
        self.position += usize::from(there);
        there
    }

    fn eat_words(&mut self, texts: &[&str]) -> bool {
        let there = self.at_words(texts);
        self.position += if there { texts.len() } else { 0 };
        there
    }

    fn eat_any(&mut self, texts: &[&str]) -> Option<&'s str> {
        let word = self.peek().filter(|word| word.token == Token::Word && texts.contains(&word.text))?;
        let text = word.text;
        self.position += 1;
        Some(text)
    }

    /// Reports that something else was expected here.
    fn expected<T>(&mut self, what: &str) -> Parse<T> {
        let found = self.peek().map_or(String::from("the end of the declaration"), |word| format!("`{}`", word.text));
        let stray = self.peek().is_some_and(|word| word.token == Token::Stray);
        let code = if stray { Code::Stray } else { Code::Unexpected };
        let finding = Diagnostic::new(code, self.here()).with("expected", what).with("found", found);
        self.report(finding);
        Err(Broken)
    }

    fn report(&mut self, finding: Diagnostic) {
        self.diagnostics.push(finding);
    }

    fn need(&mut self, token: Token, what: &str) -> Parse<At> {
        let at = self.here();
        if self.eat(token) { Ok(at) } else { self.expected(what) }
    }

    fn need_word(&mut self, text: &str) -> Parse<()> {
        if self.eat_word(text) { Ok(()) } else { self.expected(&format!("`{text}`")) }
    }

    /// One of a few words; any other gets a suggestion.
    fn need_any(&mut self, texts: &[&'static str]) -> Parse<&'s str> {
        if let Some(text) = self.eat_any(texts) {
            return Ok(text);
        }
        let list = texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
        self.expected(&list)
    }

    fn name(&mut self, what: &str) -> Parse<Name> {
        match self.peek() {
            Some(word) if word.token == Token::Word => {
                let name = Name::new(word.text, word.at);
                self.position += 1;
                Ok(name)
            }
            _ => self.expected(what),
        }
    }

    /// Names separated by commas.
    fn names(&mut self, what: &str) -> Parse<Vec<Name>> {
        let mut names = vec![self.name(what)?];
        while self.at_token(Token::Comma) {
            self.position += 1;
            names.push(self.name(what)?);
        }
        Ok(names)
    }

    fn text(&mut self, what: &str) -> Parse<String> {
        match self.peek() {
            Some(word) if word.token == Token::Text => {
                let text = word.text.trim_matches('"').to_owned();
                self.position += 1;
                Ok(text)
            }
            _ => self.expected(what),
        }
    }

    fn number(&mut self) -> Parse<Ratio> {
        match self.peek().copied() {
            Some(word) if word.token == Token::Number => {
                self.position += 1;
                self.value(word, word.text.parse())
            }
            _ => self.expected("a number"),
        }
    }

    fn whole(&mut self) -> Parse<u32> {
        let at = self.here();
        let number = self.number()?;
        match number.to_whole().and_then(|n| u32::try_from(n).ok()) {
            Some(whole) if whole <= 1_000_000 => Ok(whole),
            _ => {
                let finding =
                    Diagnostic::new(Code::ValueInvalid, at).with("why", "a whole number up to a million is needed");
                self.report(finding);
                Err(Broken)
            }
        }
    }

    fn date(&mut self) -> Parse<Date> {
        match self.peek().copied() {
            Some(word) if word.token == Token::Date => {
                self.position += 1;
                self.value(word, word.text.parse())
            }
            _ => self.expected("a date such as 2026-11-30"),
        }
    }

    /// `USD 10,000`
    fn money(&mut self) -> Parse<Money> {
        let (Some(currency), Some(amount)) = (self.peek().copied(), self.peek_after(1).copied()) else {
            return self.expected("an amount such as USD 15");
        };
        self.position += 2;
        let both = Lexeme { at: currency.at.to(amount.at), ..currency };
        self.value(both, format!("{} {}", currency.text, amount.text).parse())
    }

    /// Whether an amount of money stands here: a currency code and a number.
    fn at_money(&self) -> bool {
        let code = self.peek().is_some_and(|w| {
            w.token == Token::Word && w.text.len() == 3 && w.text.bytes().all(|b| b.is_ascii_uppercase())
        });
        code && self.peek_after(1).is_some_and(|word| word.token == Token::Number)
    }

    fn value<T, E: std::fmt::Display>(&mut self, word: Lexeme<'_>, parsed: Result<T, E>) -> Parse<T> {
        parsed.map_err(|why| {
            self.report(Diagnostic::new(Code::ValueInvalid, word.at).with("why", why));
            Broken
        })
    }

    /// `14 days`, `6 months`; `14 clear days` sets the second value.
    fn span(&mut self) -> Parse<(Span, bool)> {
        let count = self.whole()?;
        let clear = self.eat_word("clear");
        let unit = self.name("days, weeks, months or years")?;
        match i32::try_from(count).ok().and_then(|count| Span::of(count, unit.as_str())) {
            Some(span) => Ok((span, clear)),
            None => {
                let known = ["day", "days", "week", "weeks", "month", "months", "year", "years"];
                let finding = Diagnostic::new(Code::Unexpected, unit.at)
                    .with("expected", "days, weeks, months or years")
                    .with("found", format!("`{unit}`"))
                    .suggesting(suggest(unit.as_str(), known));
                self.report(finding);
                Err(Broken)
            }
        }
    }

    /// Whether a span of time stands here.
    fn at_span(&self) -> bool {
        let number = self.at_token(Token::Number);
        let unit = |ahead: usize| self.peek_after(ahead).is_some_and(|w| Span::of(1, w.text).is_some());
        number && (unit(1) || (self.word_ahead(1, "clear") && unit(2)))
    }

    /// `clause 5.1.6(c)` without its first word, or a quoted heading.
    fn clause_label(&mut self) -> Parse<ClauseLabel> {
        let Some(word) = self.peek().copied() else { return self.expected("the number of a clause") };
        match word.token {
            Token::Label | Token::Number => {
                self.position += 1;
                let mut label = word.text.to_owned();
                let mut end = word.at.end;
                while self.peek().is_some_and(|next| next.token == Token::Open && next.at.start == end) {
                    for _ in 0..3 {
                        let Some(part) = self.advance() else { break };
                        label.push_str(part.text);
                        end = part.at.end;
                    }
                }
                Ok(ClauseLabel(label))
            }
            Token::Text => self.text("a clause").map(ClauseLabel),
            _ => self.expected("the number of a clause, or its heading in quotation marks"),
        }
    }

    fn clause_labels(&mut self) -> Parse<Vec<ClauseLabel>> {
        let mut labels = vec![self.clause_label()?];
        while self.eat(Token::Comma) {
            self.eat_word("clause");
            labels.push(self.clause_label()?);
        }
        Ok(labels)
    }

    /// `[reading: option, reading: option]`, any number of times.
    fn guards(&mut self) -> Parse<Vec<Guard>> {
        let mut guards = Vec::new();
        while self.eat(Token::GuardOpen) {
            loop {
                let reading = self.name("the name of a reading")?;
                self.need(Token::Colon, "`:`")?;
                let option = self.name("an option of the reading")?;
                guards.push(Guard { reading, option });
                if !self.eat(Token::Comma) {
                    break;
                }
            }
            self.need(Token::GuardClose, "`]`")?;
        }
        Ok(guards)
    }

    /// A line with its guards, which may stand before or behind it.
    fn guarded<T>(&mut self, read: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<Guarded<T>> {
        let start = self.here();
        let mut under = self.guards()?;
        let is = read(self)?;
        under.extend(self.guards()?);
        Ok(Guarded { under, is, at: self.since(start) })
    }

    /// Reads the lines of a declaration. Each starts with one of `keywords`; `line` gets the word, already eaten.
    fn lines(&mut self, keywords: &[&'static str], mut line: impl FnMut(&mut Self, &'s str, At) -> Parse<()>) {
        while let Some(word) = self.peek().copied() {
            if self.eat_words(&["cites", "clause"]) {
                match self.clause_labels() {
                    Ok(labels) => self.cites.extend(labels),
                    Err(Broken) => self.skip_line(keywords),
                }
            } else if word.token == Token::Word && keywords.contains(&word.text) {
                self.position += 1;
                if line(self, word.text, word.at).is_err() {
                    self.skip_line(keywords);
                }
            } else {
                self.unknown_line(word, keywords);
            }
        }
    }

    fn unknown_line(&mut self, word: Lexeme<'s>, keywords: &[&'static str]) {
        if word.token == Token::Stray {
            let _: Parse<()> = self.expected("a line of this declaration");
        } else {
            let finding = Diagnostic::new(Code::ItemUnknown, word.at)
                .with("word", word.text)
                .with("known", keywords.join(", "))
                .suggesting(suggest(word.text, keywords.iter().copied()));
            self.report(finding);
        }
        self.position += 1;
        self.skip_line(keywords);
    }

    /// Goes on to the next line that starts with a word the declaration knows.
    fn skip_line(&mut self, keywords: &[&'static str]) {
        while let Some(word) = self.peek() {
            if word.starts_line && (keywords.contains(&word.text) || word.text == "cites") {
                return;
            }
            self.position += 1;
        }
    }

    /// Runs a reader one level deeper, within the bound.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        if self.depth >= MAX_DEPTH {
            let finding = Diagnostic::new(Code::NestedTooDeeply, self.here()).with("limit", MAX_DEPTH);
            self.report(finding);
            return Err(Broken);
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Reports a line that can only stand once.
    fn once<T>(&mut self, slot: &mut Option<T>, value: T, keyword: &str, at: At) {
        if slot.is_some() {
            self.report(Diagnostic::new(Code::ItemRepeated, at).with("line", keyword));
        } else {
            *slot = Some(value);
        }
    }

    /// Reports a missing line.
    fn missing<T>(&mut self, keyword: At, line: &str) -> Parse<T> {
        self.report(Diagnostic::new(Code::ItemMissing, keyword).with("line", line));
        Err(Broken)
    }

    /// Nothing may follow.
    fn nothing_more(&mut self) {
        if let Some(word) = self.peek().copied() {
            self.unknown_line(word, &[]);
        }
    }
}
