//! Names of candidates in quotes.

use super::Problem;

/// The texts in double quotes on a line; `\"` is a quote within.
pub(super) fn quoted(line: &str) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    let mut name: Option<String> = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (&mut name, letter) {
            (Some(_), '"') => names.extend(name.take()),
            (Some(name), '\\') => name.extend(letters.next()),
            (Some(name), letter) => name.push(letter),
            (None, '"') => name = Some(String::new()),
            (None, '#') => break,
            (None, letter) if letter.is_whitespace() => {}
            (None, _) => return Err(Problem::unexpected(line, "a name in double quotes")),
        }
    }
    if name.is_some() { Err(Problem::NameWithoutEnd) } else { Ok(names) }
}

/// Refuses a name that two candidates bear.
pub(super) fn distinct(names: &[String]) -> Result<(), Problem> {
    let mut sorted: Vec<&String> = names.iter().collect();
    sorted.sort_unstable();
    match sorted.windows(2).find_map(|pair| pair.first().filter(|name| pair.last() == Some(name))) {
        Some(name) => Err(Problem::SameName((*name).clone())),
        None => Ok(()),
    }
}
