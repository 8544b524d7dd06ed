//! Thousands of random elections whose results independent programs computed; `tests/comparison/generate.py` made the files.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use ballots::{Candidate, Election, Event, Outcome, Record};
use serde_json::Value;
use support::{count, ranked, scored};

fn lines(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/computed/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<usize> {
    let mut numbers: Vec<usize> = value.as_array().unwrap().iter().map(number).collect();
    numbers.sort_unstable();
    numbers
}

fn places(candidates: &[Candidate]) -> Vec<usize> {
    let mut places: Vec<usize> = candidates.iter().map(|candidate| candidate.index()).collect();
    places.sort_unstable();
    places
}

fn ranked_election(line: &Value, seats: usize) -> Election {
    let papers = line["papers"].as_array().unwrap().iter();
    let papers: Vec<_> = papers
        .map(|paper| (paper[0].as_u64().unwrap(), paper[1].as_array().unwrap().iter().map(numbers).collect()))
        .collect();
    ranked(number(&line["candidates"]), seats, &papers)
}

/// Who is elected for sure, or who is tied for the one seat.
fn winners_or_tied(record: &Record) -> Vec<usize> {
    match &record.outcome {
        Outcome::Tied { among, .. } => places(among),
        _ => places(&record.elected),
    }
}

fn first_level(record: &Record) -> Vec<usize> {
    places(record.ranking.first().unwrap())
}

#[test]
fn schulze_ranks_as_belenios_tool_and_pref_voting_do() {
    for line in lines("ranked") {
        let election = ranked_election(&line, 1);
        let record = count("schulze", &election, &[]);
        let ranking: Vec<_> = record.ranking.iter().map(|level| places(level)).collect();
        let theirs: Vec<_> = line["belenios-tool schulze"].as_array().unwrap().iter().map(numbers).collect();
        assert_eq!(ranking, theirs, "{line}");
        let margins = count("schulze", &election, &[("strength", "margins")]);
        assert_eq!(first_level(&margins), numbers(&line["pref_voting beat_path"]), "{line}");
    }
}

#[test]
fn minimax_elects_whom_pref_voting_does() {
    for line in lines("ranked") {
        let record = count("minimax", &ranked_election(&line, 1), &[("strength", "margins")]);
        assert_eq!(first_level(&record), numbers(&line["pref_voting minimax"]), "{line}");
    }
}

#[test]
fn ranked_pairs_elects_one_whom_pref_voting_does() {
    let mut compared = 0;
    for line in lines("ranked") {
        let Some(theirs) = line.get("pref_voting ranked_pairs").map(numbers) else { continue };
        let record = count("ranked-pairs", &ranked_election(&line, 1), &[("strength", "margins"), ("ties", "order")]);
        assert!(theirs.contains(&record.elected[0].index()), "{line}");
        compared += 1;
    }
    assert!(compared > 1000, "{compared}");
}

#[test]
fn the_schwartz_set_is_that_of_pref_voting() {
    for line in lines("ranked") {
        let record = count("schwartz", &ranked_election(&line, 1), &[("ties", "order")]);
        let sets = record.rounds.iter().flat_map(|round| &round.events);
        let first = sets.filter_map(|event| match event {
            Event::Schwartz { candidates } => Some(places(candidates)),
            _ => None,
        });
        assert_eq!(first.into_iter().next(), Some(numbers(&line["pref_voting schwartz"])), "{line}");
    }
}

#[test]
fn instant_run_off_elects_whom_pref_voting_does() {
    let mut compared = 0;
    for line in lines("ranked").into_iter().filter(|line| line["shape"] == "complete") {
        let election = ranked_election(&line, 1);
        let together = count("irv", &election, &[("batch", "tied")]);
        assert_eq!(winners_or_tied(&together), numbers(&line["pref_voting instant_runoff"]), "{line}");
        // Whatever breaks ties, the winner is one of those who win under some order of exclusion.
        for ties in ["order", "lot"] {
            let mut rules = support::rules(&[("ties", ties)]);
            rules.draw_lots_from(vec!["a public source".to_owned()]);
            let record = support::method("irv").count(&election, &rules).unwrap();
            assert!(numbers(&line["pref_voting instant_runoff_put"]).contains(&record.elected[0].index()), "{line}");
        }
        compared += 1;
    }
    assert!(compared > 800, "{compared}");
}

#[test]
fn meek_elects_whom_stv_rs_does_with_the_same_votes_to_the_ninth_digit() {
    let mut compared = 0;
    for line in lines("ranked") {
        let Some(theirs) = line.get("stv-rs meek").filter(|theirs| theirs["tie"] == false) else { continue };
        let record = count("meek-stv", &ranked_election(&line, number(&line["seats"])), &[("ties", "order")]);
        assert_eq!(places(&record.elected), numbers(&theirs["elected"]), "{line}");
        let last = &record.rounds.last().unwrap().totals;
        for (candidate, votes) in theirs["votes"].as_object().unwrap() {
            let own = last[candidate.parse::<usize>().unwrap()].as_ref().unwrap();
            assert_eq!(own.to_string(), votes.as_str().unwrap(), "{line}");
        }
        compared += 1;
    }
    assert!(compared > 1500, "{compared}");
}

#[test]
fn star_and_bloc_star_elect_whom_starvote_does() {
    for line in lines("scored") {
        let papers = line["papers"].as_array().unwrap().iter();
        let scores = |paper: &Value| -> Vec<Option<u16>> {
            paper[1].as_array().unwrap().iter().map(|score| u16::try_from(score.as_u64().unwrap()).ok()).collect()
        };
        let papers: Vec<_> = papers.map(|paper| (paper[0].as_u64().unwrap(), scores(paper))).collect();
        for (name, method, seats) in
            [("starvote star", "star", 1), ("starvote bloc", "bloc-star", number(&line["seats"]))]
        {
            let Some(theirs) = line.get(name) else { continue };
            let record = count(method, &scored(number(&line["candidates"]), seats, &papers), &[("largest", "5")]);
            match theirs.get("tied") {
                Some(tied) => assert_eq!(winners_or_tied(&record), numbers(tied), "{name} {line}"),
                None => assert_eq!(places(&record.elected), numbers(theirs), "{name} {line}"),
            }
        }
    }
}
