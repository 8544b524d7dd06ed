//! The words of a `rules` or `test` fence.

use logos::Logos;

use crate::At;

/// What a word is.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(skip r"[ \t\r\f\u{a0}\u{feff}]+")]
pub enum Token {
    /// The end of a line.
    #[token("\n")]
    Newline,
    /// `-- to the end of the line`
    #[regex(r"--[^\n]*", allow_greedy = true)]
    Comment,
    /// `2026-11-30`
    #[regex(r"\d{4}-\d{2}-\d{2}", priority = 20)]
    Date,
    /// `5.1.6(c)`: two points or more.
    #[regex(r"\d+\.\d+(\.\d+)+(\([a-z0-9]+\))*", priority = 15)]
    Label,
    /// `25%`
    #[regex(r"\d+(\.\d+)?%", priority = 10)]
    Percent,
    /// `10,000`, `0.14`
    #[regex(r"(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", priority = 8)]
    Number,
    /// `regular-member`
    #[regex(r"[\p{L}_][\p{L}\p{M}\p{N}_]*(-[\p{L}\p{M}\p{N}_]+)*", priority = 5)]
    Word,
    /// `"…"` on one line
    #[regex(r#""[^"\n]*""#)]
    Text,
    /// `:`
    #[token(":")]
    Colon,
    /// `,`
    #[token(",")]
    Comma,
    /// `;`
    #[token(";")]
    Semicolon,
    /// `·`
    #[token("·")]
    Dot,
    /// `.`
    #[token(".")]
    Point,
    /// `(`
    #[token("(")]
    Open,
    /// `)`
    #[token(")")]
    Close,
    /// `[`
    #[token("[")]
    GuardOpen,
    /// `]`
    #[token("]")]
    GuardClose,
    /// `=`
    #[token("=")]
    Equal,
    /// `<>`
    #[token("<>")]
    NotEqual,
    /// `<`
    #[token("<")]
    Less,
    /// `<=` or `≤`
    #[token("<=")]
    #[token("≤")]
    AtMost,
    /// `>`
    #[token(">")]
    More,
    /// `>=` or `≥`
    #[token(">=")]
    #[token("≥")]
    AtLeast,
    /// `+`
    #[token("+")]
    Plus,
    /// `-`
    #[token("-")]
    Minus,
    /// `×` or `*`
    #[token("×")]
    #[token("*")]
    Times,
    /// `/`
    #[token("/")]
    Over,
    /// `?`
    #[token("?")]
    Question,
    /// Anything else: a stray character or an unclosed quotation.
    Stray,
}

/// A word with its text and place.
#[derive(Clone, Copy, Debug)]
pub struct Lexeme<'s> {
    /// What it is.
    pub token: Token,
    /// How it is written.
    pub text: &'s str,
    /// Where.
    pub at: At,
    /// The first word of its line.
    pub starts_line: bool,
    /// At the very left: it starts a declaration.
    pub at_margin: bool,
}

/// Every word of `source`, whose first byte stands at `offset` of the document; comments and line ends left out.
pub fn words(source: &str, offset: usize) -> Vec<Lexeme<'_>> {
    let mut found = Vec::new();
    let mut starts_line = true;
    let mut line_start = 0;
    for (token, range) in Token::lexer(source).spanned() {
        let token = token.unwrap_or(Token::Stray);
        match token {
            Token::Newline => {
                starts_line = true;
                line_start = range.end;
                continue;
            }
            Token::Comment => continue,
            _ => {}
        }
        let Some(text) = source.get(range.clone()) else { continue };
        let at = At { start: offset + range.start, end: offset + range.end };
        found.push(Lexeme { token, text, at, starts_line, at_margin: starts_line && range.start == line_start });
        starts_line = false;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(Token, &str)> {
        words(source, 0).into_iter().map(|w| (w.token, w.text)).collect()
    }

    #[test]
    fn numbers_labels_dates_and_amounts_are_told_apart() {
        assert_eq!(
            kinds("5.1.6(c) 7.1 2026-11-30 USD 10,000 25% a, b"),
            vec![
                (Token::Label, "5.1.6(c)"),
                (Token::Number, "7.1"),
                (Token::Date, "2026-11-30"),
                (Token::Word, "USD"),
                (Token::Number, "10,000"),
                (Token::Percent, "25%"),
                (Token::Word, "a"),
                (Token::Comma, ","),
                (Token::Word, "b"),
            ]
        );
    }

    #[test]
    fn names_may_be_of_any_script() {
        assert_eq!(kinds("สมาชิก-สามัญ អង្គការ"), vec![(Token::Word, "สมาชิก-สามัญ"), (Token::Word, "អង្គការ")]);
    }

    #[test]
    fn an_unclosed_quotation_is_one_stray_word_not_the_rest_of_the_file() {
        let found = kinds("option a \"no end\nnext");
        assert_eq!(found.iter().filter(|(t, _)| *t == Token::Stray).count(), 1);
        assert_eq!(found.last(), Some(&(Token::Word, "next")));
    }
}
