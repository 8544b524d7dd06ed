//! Files of ballots: what is read, and what is said about what cannot be.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use ballots::read::{self, Cells, Format};
use proptest::prelude::*;
use support::{count, winners};

const NAMES: &str = "0\n\"Ana\"\n\"Bo\"\n\"Chair\"\n\"Board\"\n";

fn refused(text: &str) -> String {
    read::blt(text).unwrap_err().to_string()
}

#[test]
fn a_blt_file_has_weights_shared_and_skipped_ranks_withdrawals_and_comments() {
    let text = "# a comment\r\n3 2\r\n-3\r\n[nick a b c]\r\n2 1 2=3 0 # two papers\r\n(17) 1 2 - 1 0\r\n1 0\r\n"
        .to_owned()
        + NAMES;
    let election = read::blt(&text).unwrap();
    assert_eq!((election.title.as_str(), election.seats, election.weight()), ("Board", 2, 4));
    assert_eq!(election.candidates.iter().map(|one| one.withdrawn).collect::<Vec<_>>(), [false, false, true]);
    let record = count("sntv", &election, &[]);
    assert_eq!((winners(&record), record.valid, record.invalid), (vec!["Ana", "Bo"], 3, 1));
}

#[test]
fn what_stands_after_the_title_is_passed_over() {
    assert!(read::blt(&format!("3 1\n1 1 0\n{NAMES}First Prefs\n  0119 32\nQuota  84.88\n")).is_ok());
}

#[test]
fn a_blt_file_that_cannot_be_read_says_where_and_why() {
    let with = |paper: &str| refused(&format!("3 1\n{paper}\n{NAMES}"));
    assert_eq!(refused(""), "line 1: the file is empty");
    assert_eq!(
        refused("three 1\n"),
        "line 1: expected two numbers, candidates and seats, as in `5 2`; found `three 1`"
    );
    assert_eq!(refused("99999 1\n0\n"), "line 1: 99999 candidates are too many: at most 16000 can be counted");
    assert_eq!(with("1 4 0"), "line 2: there is no candidate 4: they are numbered from 1 to 3");
    assert_eq!(with("1 1 2"), "line 2: the paper does not end with `0`");
    assert_eq!(with("1 1 0 2"), "line 2: `2` stands after the `0` that ends the paper");
    assert_eq!(with("1 one 0"), "line 2: `one` is not a whole number");
    assert_eq!(with("1.5 1 0"), "line 2: `1.5` is not a whole number");
    assert_eq!(with("1 1=x 0"), "line 2: `x` is not a whole number");
    assert_eq!(refused("2 1\n1 1 0\n"), "line 2: the papers do not end with a line `0`");
    assert_eq!(refused("2 1\n1 1 0\n\"Ana\"\n"), "line 3: the papers do not end with a line `0`");
    assert_eq!(refused("2 1\n1 1 0\n0\n\"Ana\"\n"), "line 4: 1 names in double quotes, and 2 candidates");
    assert_eq!(refused("2 1\n0\n\"Ana\n\"Bo\"\n"), "line 3: the name does not end with a double quote");
    assert_eq!(refused("2 1\n0\n\"Ana\"\nBo\n"), "line 4: `Bo` is not a name in double quotes");
    assert_eq!(refused("2 1\n0\n\"Ana\"\n\"Ana\"\n\"t\"\n"), "line 5: `Ana` is the name of two candidates");
    assert_eq!(
        refused("2 1\n-5\n0\n\"Ana\"\n\"Bo\"\n"),
        "line 2: there is no candidate 5: they are numbered from 1 to 2"
    );
}

#[test]
fn a_table_has_ranks_scores_or_marks_in_its_cells() {
    let ranks = read::csv("weight,Ana,Bo\n3,2,1\n2,1,\n", Cells::Ranks).unwrap();
    assert_eq!(winners(&count("plurality", &ranks, &[])), ["Bo"]);
    let scores = read::csv("Ana,\"Bo, the second\"\n5,3\n,4\n", Cells::Scores).unwrap();
    assert_eq!(winners(&count("score", &scores, &[("largest", "5")])), ["Bo, the second"]);
    let marks = read::csv("Ana,Bo\nx,\n1,0\nyes,no\n,x\n", Cells::Marks).unwrap();
    assert_eq!(winners(&count("approval", &marks, &[])), ["Ana"]);
    let equal = read::csv("Ana,Bo,Chair\n1,1,2\n", Cells::Ranks).unwrap();
    assert_eq!(count("schulze", &equal, &[("ties", "order")]).pairs[0], [0, 0, 1]);
}

#[test]
fn a_table_that_cannot_be_read_says_where_and_why() {
    let refused = |text: &str, cells| read::csv(text, cells).unwrap_err().to_string();
    assert_eq!(refused("", Cells::Ranks), "line 1: the file is empty");
    assert_eq!(refused("Ana,Bo\n1,2\n1\n", Cells::Ranks), "line 3: the row has 1 cells, and the head has 2");
    assert_eq!(refused("Ana,Bo\n1,second\n", Cells::Ranks), "line 2: `second` is not a whole number");
    assert_eq!(refused("Ana,Bo\n0,1\n", Cells::Ranks), "line 2: rank 0 for `Ana`: ranks begin with 1");
    assert_eq!(refused("Ana,Ana\n", Cells::Scores), "line 1: `Ana` is the name of two candidates");
    assert_eq!(refused("Ana,\n1,2\n", Cells::Ranks), "line 1: `` is not the name of a candidate, in every column");
    assert_eq!(refused("weight,Ana\nmany,1\n", Cells::Ranks), "line 2: `many` is not a whole number");
    assert_eq!(refused("Ana\n-1\n", Cells::Scores), "line 2: `-1` is not a whole number");
}

#[test]
fn a_tally_sheet_has_a_rank_for_each_option() {
    let text = "Votes\n  Option 1-->: Ana\n /  Option 2->: Bo\n|/\nV: 21 \t0a\nV: 1- \tff\nV: -- \t11\nV: -1 \t22\nV: 31 \t33\n";
    let election = read::tally_sheet(text).unwrap();
    let record = count("schulze", &election, &[]);
    assert_eq!((winners(&record), record.valid, record.invalid), (vec!["Bo"], 4, 1));
    assert_eq!(record.pairs, [[0, 1], [3, 0]]);
    let refused = |text: &str| read::tally_sheet(text).unwrap_err().to_string();
    assert_eq!(refused("V: 12 aa\nV: 1 bb\n"), "line 2: the row has 1 cells, and the head has 2");
    assert_eq!(refused("V: 1? aa\n"), "line 1: `?` is not a rank: 1 to 9, A to Z, or `-` for none");
    assert_eq!(refused("nothing\n"), "line 1: `` is not a tally sheet: it has no line `V: …`");
}

#[test]
fn preflib_has_orders_and_categories() {
    let head = "# TITLE: Board\n# DATA TYPE: cat\n# ALTERNATIVE NAME 1: Ana\n# ALTERNATIVE NAME 2: Bo\n";
    let election = read::preflib(&format!("{head}3: {{1,2}},{{}}\n1: 2,1\n")).unwrap();
    assert_eq!((election.title.as_str(), winners(&count("approval", &election, &[]))), ("Board", vec!["Bo"]));
    let orders = head.replace("cat", "toc");
    let election = read::preflib(&format!("{orders}3: 1,2\n4: {{1,2}}\n")).unwrap();
    assert_eq!(count("schulze", &election, &[]).pairs, [[0, 3], [0, 0]]);
    let refused = |text: &str| read::preflib(&format!("{head}{text}")).unwrap_err().to_string();
    assert_eq!(
        refused("3 1,2\n"),
        "line 5: `3 1,2` is not a paper: a number, a colon and alternatives, as in `3: 1,{2,4},5`"
    );
    assert_eq!(refused("3: 1,{2\n"), "line 5: `{2` is not a group that ends with `}`");
    assert_eq!(refused("3: {1}2\n"), "line 5: `2` is not a comma");
    assert_eq!(refused("3: 7\n"), "line 5: there is no candidate 7: they are numbered from 1 to 2");
}

#[test]
fn a_format_is_known_by_its_name_or_by_how_it_begins() {
    assert_eq!(Format::of("a.blt", ""), Format::Blt);
    assert_eq!(Format::of("a.TOC", ""), Format::Preflib);
    assert_eq!(Format::of("ballots", "\n3 1\n1 1 0\n"), Format::Blt);
    assert_eq!(Format::of("ballots.txt", "Sheet\nV: 12 aa\n"), Format::TallySheet);
    assert_eq!(Format::of("ballots", "# FILE NAME: x\n"), Format::Preflib);
    assert_eq!(Format::of("ballots", "Ana,Bo\n1,2\n"), Format::Csv);
}

proptest! {
    #[test]
    fn no_text_whatever_stops_the_reader(text in "[-0-9 =,{}#:\"\\n\\tVAa>ŒOption]{0,80}") {
        for (_, format) in Format::NAMES {
            for cells in [Cells::Ranks, Cells::Scores, Cells::Marks] {
                let _ = format.read(&text, cells);
            }
        }
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_with_a_line_of_it(at in 0..90_usize, byte in "[ -~]") {
        let whole = format!("3 1\n12 1 2=3 0\n7 2 - 3 0\n5 3 1 0\n{NAMES}");
        let mut damaged: String = whole.chars().take(at.min(whole.len())).collect();
        damaged.push_str(&byte);
        damaged.extend(whole.chars().skip(at + 1));
        if let Err(error) = read::blt(&damaged) {
            prop_assert!(error.line <= damaged.lines().count());
        }
    }
}
