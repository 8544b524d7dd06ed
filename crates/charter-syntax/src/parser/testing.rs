//! `test` fences: given acts, dates, questions with the answers expected.

use kernel::Date;

use super::{Broken, Parse, Parser, suggest};
use crate::ast::*;
use crate::token::Token;
use crate::{At, Code, Diagnostic};

impl Parser<'_, '_> {
    /// One test of a `test` fence.
    pub(super) fn test(&mut self, source: &str, is_act: &dyn Fn(&str) -> bool) -> Option<Test> {
        let start = self.here();
        if !self.eat_word("test") {
            let word = self.peek().map(|word| word.text).unwrap_or_default();
            let suggestion = suggest(word, ["test"]);
            let finding = Diagnostic::new(Code::DeclarationUnknown, start).with("word", word).suggesting(suggestion);
            self.report(finding);
            return None;
        }
        let title = self.text("the title of the test in quotation marks").ok()?;
        let mut test =
            Test { clause: self.clause.clone(), title, under: Vec::new(), steps: Vec::new(), at: self.since(start) };
        while self.peek().is_some() {
            let line = self.line_end();
            match self.step(source, line, is_act, &mut test.under) {
                Ok(Some(step)) => test.steps.push(step),
                Ok(None) => {}
                Err(Broken) => self.position = self.position.max(line),
            }
        }
        Some(test)
    }

    /// Where the step that starts here ends: at the next line that does not go on with it.
    fn line_end(&self) -> usize {
        let goes_on = |text: &str| matches!(text, "because" | "would" | "resting" | ",");
        let next = self.words.iter().enumerate().skip(self.position + 1);
        let mut ends = next.filter(|(_, word)| word.starts_line && !goes_on(word.text));
        ends.next().map_or(self.words.len(), |(at, _)| at)
    }

    fn step(
        &mut self,
        source: &str,
        end: usize,
        is_act: &dyn Fn(&str) -> bool,
        under: &mut Vec<Guard>,
    ) -> Parse<Option<Step>> {
        if self.eat_word("given") {
            return self.given(end, is_act).map(|given| Some(Step::Given(given)));
        }
        if self.eat_word("under") {
            loop {
                let reading = self.name("the name of a reading")?;
                self.need(Token::Colon, "`:`")?;
                under.push(Guard { reading, option: self.name("an option of the reading")? });
                if !self.eat(Token::Comma) {
                    return Ok(None);
                }
            }
        }
        if self.at_word("on") && self.peek_after(1).is_some_and(|word| word.token == Token::Date) {
            self.position += 1;
            return self.date().map(|date| Some(Step::On(date)));
        }
        if self.eat_words(&["known", "on"]) {
            return self.date().map(|date| Some(Step::KnownOn(date)));
        }
        self.ask(source, end).map(|ask| Some(Step::Ask(ask)))
    }

    fn given(&mut self, end: usize, is_act: &dyn Fn(&str) -> bool) -> Parse<Given> {
        let start = self.here();
        let on = self.date()?;
        let recorded: Option<Date> = if self.eat_word("recorded") { Some(self.date()?) } else { None };
        let mut by = Vec::new();
        if !self.peek().is_some_and(|word| is_act(word.text)) {
            by = self.actors()?;
        }
        let act = self.name("an act")?;
        let mut given = Given { on, recorded, by, act, about: Vec::new(), fields: Vec::new(), at: start };
        while self.position < end {
            if given.about.is_empty() && self.eat_word("about") {
                given.about = self.subjects()?;
                continue;
            }
            let field = self.name("the name of a field")?;
            given.fields.push((field, self.field_value()?));
        }
        given.at = self.since(start);
        Ok(given)
    }

    /// `A`, `A, B`, `A1 to A8`
    fn actors(&mut self) -> Parse<Vec<Name>> {
        let first = self.name("who acted, or an act")?;
        if self.eat_word("to") {
            let last = self.name("the last of the range")?;
            return self.range(&first, &last);
        }
        let mut names = vec![first];
        while self.eat(Token::Comma) {
            names.push(self.name("who acted")?);
        }
        Ok(names)
    }

    /// `B`, `B1 to B8`, `board/north`
    fn subjects(&mut self) -> Parse<Vec<Name>> {
        let first = self.identifier()?;
        if self.eat_word("to") {
            let last = self.name("the last of the range")?;
            return self.range(&first, &last);
        }
        Ok(vec![first])
    }

    fn range(&mut self, first: &Name, last: &Name) -> Parse<Vec<Name>> {
        let (stem, low) = split_number(first.as_str());
        let (other, high) = split_number(last.as_str());
        match (low, high) {
            (Some(low), Some(high)) if stem == other && low <= high && high - low < 10_000 => {
                Ok((low..=high).map(|number| Name::new(format!("{stem}{number}"), first.at)).collect())
            }
            _ => {
                let why = format!("`{first} to {last}` is not a range such as `A1 to A8`");
                self.report(Diagnostic::new(Code::ValueInvalid, first.at.to(last.at)).with("why", why));
                Err(Broken)
            }
        }
    }

    /// A name, possibly with a path: `board/north`.
    fn identifier(&mut self) -> Parse<Name> {
        let mut name = self.name("about whom or what")?;
        while self.at_token(Token::Over) {
            self.position += 1;
            let part = self.peek().copied().filter(|w| matches!(w.token, Token::Word | Token::Number));
            let Some(part) = part else { return self.expected("the rest of the name") };
            self.position += 1;
            name = Name::new(format!("{}/{}", name.text, part.text), name.at.to(part.at));
        }
        Ok(name)
    }

    fn field_value(&mut self) -> Parse<String> {
        if self.at_money() {
            return self.money().map(|money| money.to_string());
        }
        let Some(word) = self.peek().copied() else { return self.expected("the value of the field") };
        match word.token {
            Token::Text => self.text("a value"),
            Token::Word => self.identifier().map(|name| name.text),
            Token::Number | Token::Date | Token::Percent => {
                self.position += 1;
                let mut text = word.text.to_owned();
                if word.token == Token::Number && self.eat(Token::Over) {
                    text = format!("{text}/{}", self.number()?);
                }
                Ok(text)
            }
            _ => self.expected("the value of the field"),
        }
    }

    /// `QUESTION? VALUE, because 5.1.7, would change: …, resting on cure`
    fn ask(&mut self, source: &str, end: usize) -> Parse<Ask> {
        let start = self.here();
        let mark = (self.position..end).find(|at| self.words.get(*at).is_some_and(|w| w.token == Token::Question));
        let Some(mark) = mark else {
            return self.expected("`given`, `on`, `known on`, `under`, or a question that ends with `?`");
        };
        let question = self.slice(source, self.position, mark);
        self.position = mark + 1;
        let (expect, _) = self.until_comma_before(source, end, &["because", "would", "resting"]);
        let mut ask =
            Ask { question, expect, because: Vec::new(), would_change: Vec::new(), resting_on: Vec::new(), at: start };
        while self.position < end {
            self.eat(Token::Comma);
            if self.eat_word("because") {
                self.eat_word("clause");
                ask.because.push(self.clause_label()?);
                while self.eat_word("and") {
                    ask.because.push(self.clause_label()?);
                }
            } else if self.eat_words(&["would", "change"]) {
                self.need(Token::Colon, "`:`")?;
                let (remedy, _) = self.until_comma_before(source, end, &["because", "would", "resting"]);
                ask.would_change.extend(remedy.split(" or ").map(|part| part.trim().to_owned()));
            } else if self.eat_words(&["resting", "on"]) {
                ask.resting_on.push(self.name("a reading")?);
                while self.eat_word("and") {
                    ask.resting_on.push(self.name("a reading")?);
                }
            } else {
                return self.expected("`because`, `would change:` or `resting on`");
            }
        }
        ask.at = self.since(start);
        Ok(ask)
    }

    /// The text from here to the comma before one of `words`, or to the end of the step.
    fn until_comma_before(&mut self, source: &str, end: usize, words: &[&str]) -> (String, At) {
        let start = self.position;
        let stops = |at: usize| {
            let comma = self.words.get(at).is_some_and(|w| w.token == Token::Comma);
            let next = self.words.get(at + usize::from(comma));
            next.is_some_and(|w| w.token == Token::Word && words.contains(&w.text))
        };
        let stop = (start..end).find(|at| stops(*at)).unwrap_or(end);
        let text = self.slice(source, start, stop);
        self.position = stop;
        (text, self.here())
    }

    /// The source between two words, white space folded.
    fn slice(&self, source: &str, from: usize, to: usize) -> String {
        let first = self.words.get(from).map(|w| w.at.start);
        let last = to.checked_sub(1).and_then(|at| self.words.get(at)).map(|w| w.at.end);
        let text = match (first, last) {
            (Some(start), Some(end)) if start < end => source.get(start..end).unwrap_or_default(),
            _ => "",
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn split_number(name: &str) -> (&str, Option<u32>) {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = name.get(stem.len()..).unwrap_or_default();
    (stem, digits.parse().ok())
}
