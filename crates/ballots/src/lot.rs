//! A lot that anybody can check: random selection from public sources, after RFC 3797 (Eastlake, 2004).
//!
//! The sources of chance are named before the draw and become known after it: a lottery's numbers, a share index, a sentence
//! that the meeting writes. Each is brought into one form, all are joined into a key, and each selection hashes the key with
//! its number. Whoever has the same sources and the same list draws the same order.

use md5::{Digest, Md5};

/// The key of RFC 3797, §4: every source in its one form, each followed by a slash.
///
/// Numbers of one source are sorted and each is followed by a full stop, leading zeros dropped; of text, everything that is
/// no letter and no digit is dropped and letters become capitals, then a full stop follows.
///
/// ```
/// assert_eq!(ballots::lot::key(&["9319", "2 5 12 8 10", "9 18 26 34 41 45"]), "9319./2.5.8.10.12./9.18.26.34.41.45./");
/// assert_eq!(ballots::lot::key(&["Mae Sot, 3 March"]), "MAESOT3MARCH./");
/// ```
pub fn key(sources: &[impl AsRef<str>]) -> String {
    sources.iter().map(|source| format!("{}/", one_form(source.as_ref()))).collect()
}

fn one_form(source: &str) -> String {
    let numbers: Option<Vec<u128>> = source.split_whitespace().map(|word| word.parse().ok()).collect();
    match numbers {
        Some(mut numbers) if !numbers.is_empty() => {
            numbers.sort_unstable();
            numbers.iter().map(|number| format!("{number}.")).collect()
        }
        _ => {
            let text = source.chars().filter(|letter| letter.is_alphanumeric());
            text.flat_map(char::to_uppercase).chain(['.']).collect()
        }
    }
}

/// The order in which the members of a pool are drawn, by their places in the list that was published.
///
/// Selection `n` takes the member at `MD5(n ‖ key ‖ n) mod remaining` of those who remain, `n` in two bytes from 0.
pub fn draw(key: &str, pool: usize) -> Vec<usize> {
    let mut remaining: Vec<usize> = (0..pool).collect();
    let mut drawn = Vec::with_capacity(pool);
    for selection in 0..=u16::MAX {
        let Some(at) = place(key, selection, remaining.len()) else { break };
        drawn.push(remaining.remove(at));
    }
    drawn
}

fn place(key: &str, selection: u16, remaining: usize) -> Option<usize> {
    let number = selection.to_be_bytes();
    let hash = Md5::new().chain_update(number).chain_update(key).chain_update(number).finalize();
    let hash = u128::from_be_bytes(<[u8; 16]>::from(hash));
    let remaining = u128::try_from(remaining).ok()?;
    usize::try_from(hash.checked_rem(remaining)?).ok()
}
