//! What a paper says, ready to be shown or set: words in the reader's language, whatever the paper is.
//!
//! Who makes one has put every amount and day into words already; who shows or sets one only arranges them.

use serde::{Deserialize, Serialize};

/// A paper: a receipt, a notice of a fee, a credit note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The language of its words, by its tag.
    pub language: String,
    /// Who writes it: a name, then lines of an address.
    pub from: Vec<String>,
    /// What it is.
    pub title: String,
    /// Its number.
    pub number: String,
    /// What it says about itself: names and values.
    pub facts: Vec<(String, String)>,
    /// The headings of its table; the last column is one of amounts.
    pub headings: Vec<String>,
    /// The rows of its table.
    pub rows: Vec<Vec<String>>,
    /// Sums below the table: names and amounts, the last the most important.
    pub sums: Vec<(String, String)>,
    /// Sentences below.
    pub notes: Vec<String>,
    /// The last line: where it can be checked.
    pub foot: String,
}

impl Document {
    /// What it can be called as a file.
    pub fn file_name(&self) -> String {
        let letter = |letter: char| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '-' };
        format!("{}.pdf", self.number.chars().map(letter).collect::<String>())
    }
}
