//! The formatter: white space inside fences, and nothing else.
//!
//! Declarations start at the margin, their lines two columns in, continuations four; words are one space apart.
//! Comments and line breaks stay where the author put them.

use logos::Logos;

use crate::document::{Document, FenceKind};
use crate::token::Token;

/// The file with its fences in canonical form. Formatting twice changes nothing more.
pub fn format_document(source: &str) -> String {
    let (document, _) = Document::read(source);
    let mut out = String::with_capacity(source.len());
    let mut copied = 0;
    for fence in &document.fences {
        let (Some(before), Some(inside)) = (source.get(copied..fence.inside.start), source.get(fence.inside.clone()))
        else {
            continue;
        };
        out.push_str(before);
        // A fence that itself is indented (in a list) keeps its author's shape: its margin is not ours to move.
        if before.ends_with('\n') {
            out.push_str(&format_fence(inside, fence.kind))
        } else {
            out.push_str(inside)
        }
        copied = fence.inside.end;
    }
    out.push_str(source.get(copied..).unwrap_or_default());
    out
}

/// A line cut into its words; `None` for a blank one.
struct Line<'s> {
    indent: usize,
    words: Vec<(Token, &'s str)>,
}

fn format_fence(inside: &str, kind: FenceKind) -> String {
    let mut out = String::new();
    let mut blank = 0_usize;
    let mut item_indent = None;
    for text in inside.lines() {
        let line = cut(text);
        if line.words.is_empty() {
            blank += 1;
            continue;
        }
        if blank > 0 && !out.is_empty() {
            out.push('\n');
        }
        blank = 0;
        let target = match (line.indent, item_indent) {
            (0, _) => {
                item_indent = None;
                0
            }
            (_, None) => {
                item_indent = Some(line.indent);
                2
            }
            (indent, Some(item)) if indent <= item || kind == FenceKind::Test => 2,
            _ => 4,
        };
        if line.words.iter().any(|(token, _)| *token == Token::Stray) {
            // What cannot be read is not touched.
            out.push_str(text);
        } else {
            out.extend(std::iter::repeat_n(' ', target));
            write_words(&mut out, &line.words);
        }
        out.push('\n');
    }
    out
}

fn cut(text: &str) -> Line<'_> {
    let indent = text.chars().take_while(|c| c.is_whitespace()).count();
    let words = Token::lexer(text)
        .spanned()
        .filter_map(|(token, range)| Some((token.unwrap_or(Token::Stray), text.get(range)?)))
        .filter(|(token, _)| *token != Token::Newline)
        .collect();
    Line { indent, words }
}

fn write_words(out: &mut String, words: &[(Token, &str)]) {
    let mut previous: Option<(Token, &str)> = None;
    for (token, text) in words {
        if let Some(before) = previous {
            let behind_guard = before.0 == Token::GuardClose;
            match *token {
                Token::Comment => out.push_str("  "),
                Token::GuardOpen if !behind_guard => out.push_str("  "),
                token if joins(before, token) => {}
                _ => out.push(' '),
            }
        }
        out.push_str(text.trim_end());
        previous = Some((*token, text));
    }
}

/// Whether no space stands between two words.
fn joins(before: (Token, &str), token: Token) -> bool {
    let closes = matches!(
        token,
        Token::Comma | Token::Colon | Token::Semicolon | Token::Close | Token::GuardClose | Token::Question
    );
    let opens = matches!(before.0, Token::Open | Token::GuardOpen);
    closes
        || opens
        || token == Token::Point
        || before.0 == Token::Point
        || token == Token::Over
        || before.0 == Token::Over
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_white_space_inside_fences_changes_and_only_once() {
        let source = "# T\n\n  odd   prose\n\n```rules\n\nduty   a for b   per  c\n     due by 30 November [x:y]   -- why\n         and more\n\n\nlist l :a ,b\n```\n";
        let once = format_document(source);
        assert_eq!(
            once,
            "# T\n\n  odd   prose\n\n```rules\nduty a for b per c\n  due by 30 November  [x: y]  -- why\n    and more\n\nlist l: a, b\n```\n"
        );
        assert_eq!(format_document(&once), once);
    }
}
