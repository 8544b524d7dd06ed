//! Elections for tests, written short.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "each program of tests uses a part of this")]

use ballots::{Approved, Candidate, Election, Method, OptionName, Papers, Ranked, Record, Rules, Scored, Standing};

/// The method of a name.
pub fn method(name: &str) -> &'static Method {
    Method::named(name).unwrap()
}

/// Rules from pairs of words.
pub fn rules(options: &[(&str, &str)]) -> Rules {
    let mut rules = Rules::default();
    for (option, value) in options {
        rules.set(OptionName::of(option).unwrap(), value).unwrap();
    }
    rules
}

/// Candidates called `A`, `B`, `C` …, after `Z` `C26` …
pub fn standing(count: usize) -> Vec<Standing> {
    let letter =
        |index: usize| u8::try_from(index).ok().filter(|index| *index < 26).map(|index| char::from(b'A' + index));
    (0..count).map(|index| Standing::new(letter(index).map_or(format!("C{index}"), String::from))).collect()
}

/// An election with papers of weight and ranks, by places from 0.
pub fn ranked(candidates: usize, seats: usize, papers: &[(u64, Vec<Vec<usize>>)]) -> Election {
    let mut list = Ranked::default();
    for (weight, ranks) in papers {
        let ranks = ranks.iter().map(|rank| rank.iter().filter_map(|one| Candidate::at(*one)).collect::<Vec<_>>());
        assert!(list.add(*weight, ranks));
    }
    Election { title: String::new(), seats, candidates: standing(candidates), papers: Papers::Ranked(list) }
}

/// An election whose papers are written `3 A B=C, 2 C`.
pub fn written(candidates: usize, seats: usize, papers: &str) -> Election {
    let place = |letter: &str| usize::from(letter.as_bytes()[0] - b'A');
    let papers: Vec<_> = papers
        .split(',')
        .map(|paper| {
            let mut words = paper.split_whitespace();
            let weight = words.next().unwrap().parse().unwrap();
            let ranks = words.map(|word| if word == "-" { Vec::new() } else { word.split('=').map(place).collect() });
            (weight, ranks.collect())
        })
        .collect();
    ranked(candidates, seats, &papers)
}

/// An election with papers of scores.
pub fn scored(candidates: usize, seats: usize, papers: &[(u64, Vec<Option<u16>>)]) -> Election {
    let mut list = Scored::default();
    papers.iter().for_each(|(weight, scores)| assert!(list.add(*weight, scores.iter().copied())));
    Election { title: String::new(), seats, candidates: standing(candidates), papers: Papers::Scored(list) }
}

/// An election with papers of marks.
pub fn approved(candidates: usize, seats: usize, papers: &[(u64, Vec<usize>)]) -> Election {
    let mut list = Approved::default();
    for (weight, marks) in papers {
        assert!(list.add(*weight, marks.iter().filter_map(|one| Candidate::at(*one))));
    }
    Election { title: String::new(), seats, candidates: standing(candidates), papers: Papers::Approved(list) }
}

/// A count that must not fail.
pub fn count(name: &str, election: &Election, options: &[(&str, &str)]) -> Record {
    method(name).count(election, &rules(options)).unwrap()
}

/// The names of the elected.
pub fn winners(record: &Record) -> Vec<&str> {
    record.winners().collect()
}
