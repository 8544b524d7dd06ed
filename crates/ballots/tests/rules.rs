//! What places do differently, one option at a time, and what happens at the edges.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use ballots::{CannotCount, Cap, Constituency, Event, Outcome, Purpose, TieStep, count_constituencies, lot};
use support::{approved, count, method, rules, scored, winners, written};

#[test]
fn lots_are_those_of_rfc_3797() {
    let sources = ["9319.", "2.5.8.10.12.", "9.18.26.34.41.45."];
    let key = sources.iter().fold(String::new(), |key, source| key + source + "/");
    let drawn: Vec<usize> = lot::draw(&key, 25).into_iter().take(16).map(|place| place + 1).collect();
    assert_eq!(drawn, [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4]);
}

#[test]
fn an_overvote_ends_the_paper_or_is_passed_over_or_spoils_it() {
    // A leads by one; the paper B=C A would help A where the shared rank is passed over.
    let election = written(3, 1, "2 A, 2 B, 1 B=C A");
    let total = |rule: &str| {
        let record = count("plurality", &election, &[("overvotes", rule), ("ties", "order")]);
        (record.rounds[0].totals[0].clone().unwrap().to_string(), record.valid, record.invalid)
    };
    assert_eq!(total("exhaust"), ("2".to_owned(), 4, 1));
    assert_eq!(total("skip"), ("3".to_owned(), 5, 0));
    assert_eq!(total("invalid"), ("2".to_owned(), 4, 1));
    // After a rank that counts, an overvote that spoils takes that away too.
    let later = written(3, 1, "2 A, 1 B A=C");
    assert_eq!(count("plurality", &later, &[("overvotes", "exhaust")]).valid, 3);
    assert_eq!(count("plurality", &later, &[("overvotes", "invalid")]).valid, 2);
}

#[test]
fn a_skipped_rank_is_passed_over_or_ends_the_paper() {
    // B is excluded, and four papers look for A beyond one or two empty ranks.
    let election = written(3, 1, "6 C, 3 B - A, 1 B - - A, 5 A");
    let after = |rule: &str| {
        let record = count("irv", &election, &[("skipped", rule), ("ties", "order")]);
        record.rounds[1].exhausted.to_string()
    };
    assert_eq!(["ignore", "exhaust-at-two", "exhaust-at-one"].map(after), ["0", "1", "4"]);
}

#[test]
fn somebody_named_twice_counts_once_or_spoils_the_paper() {
    let election = written(2, 1, "3 A B A, 2 B");
    assert_eq!(winners(&count("plurality", &election, &[("duplicates", "first")])), ["A"]);
    assert_eq!(winners(&count("plurality", &election, &[("duplicates", "invalid")])), ["B"]);
}

#[test]
fn who_withdrew_is_passed_over() {
    let mut election = written(3, 1, "5 A B, 4 C, 1 B");
    election.candidates[0].withdrawn = true;
    for name in
        ["plurality", "irv", "scottish-stv", "wigm-stv", "meek-stv", "ers97-stv", "schulze", "ranked-pairs", "minimax"]
    {
        let record = count(name, &election, &[]);
        assert_eq!(winners(&record), ["B"], "{name}");
        assert!(record.rounds.iter().all(|round| round.totals[0].is_none()), "{name}");
    }
}

#[test]
fn a_tie_that_nobody_decides_is_said_to_be_one() {
    let election = written(3, 1, "2 A, 2 B, 1 C");
    let record = count("plurality", &election, &[]);
    assert!(winners(&record).is_empty());
    let Outcome::Tied { among, purpose, again } = &record.outcome else { panic!("{:?}", record.outcome) };
    assert_eq!((among.len(), *purpose, *again), (2, Purpose::Elect, false));
    let again = count("plurality", &election, &[("ties", "again")]);
    assert!(matches!(again.outcome, Outcome::Tied { again: true, .. }));
}

#[test]
fn a_tie_is_decided_by_lot_or_casting_vote() {
    let election = written(3, 1, "2 A, 2 B, 1 C");
    let mut by_lot = rules(&[]);
    by_lot.draw_lots_from(vec!["17,4,22".to_owned()]);
    let drawn = method("plurality").count(&election, &by_lot).unwrap();
    assert_eq!(drawn.ties[0].by, TieStep::Lot);
    assert_eq!(method("plurality").count(&election, &by_lot).unwrap().published(), drawn.published());
    let mut casting = rules(&[]);
    casting.casting_vote(vec!["B".to_owned()]);
    let cast = method("plurality").count(&election, &casting).unwrap();
    assert_eq!((winners(&cast), cast.ties[0].by), (vec!["B"], TieStep::CastingVote));
}

#[test]
fn a_tie_for_exclusion_goes_back_to_the_stage_before() {
    // After D's paper C has as many as B; before, C had fewer, so C goes.
    let record = count("scottish-stv", &written(4, 1, "5 A, 3 B, 2 C B, 1 D C"), &[]);
    let tie = &record.ties[0];
    assert_eq!((tie.purpose, tie.chosen.index(), tie.by), (Purpose::Exclude, 2, TieStep::EarlierStage(1)));
}

#[test]
fn earlier_stages_are_looked_at_from_the_latest_or_from_the_first() {
    // B and C are equal at the third stage; at the second C had more, at the first B.
    let election = written(5, 1, "10 A, 4 B, 3 C, 2 D C, 1 E B, 2 E");
    let broken = |options: &[(&str, &str)]| {
        let record = count("scottish-stv", &election, options);
        (record.ties[0].chosen.index(), record.ties[0].by)
    };
    assert_eq!(broken(&[]), (1, TieStep::EarlierStage(2)));
    assert_eq!(broken(&[("ties", "forward")]), (2, TieStep::EarlierStage(1)));
}

#[test]
fn at_most_so_many_of_a_group_are_elected() {
    let election = written(4, 2, "5 A B, 4 B A, 3 C, 1 D");
    for name in [
        "block-vote",
        "sntv",
        "scottish-stv",
        "wigm-stv",
        "meek-stv",
        "ers97-stv",
        "schulze",
        "minimax",
        "ranked-pairs",
    ] {
        let mut capped = rules(&[("ties", "order")]);
        capped.at_most(Cap {
            group: "one organisation".to_owned(),
            most: 1,
            members: vec!["A".to_owned(), "B".to_owned()],
        });
        let record = method(name).count(&election, &capped).unwrap();
        let both = winners(&record).into_iter().filter(|name| ["A", "B"].contains(name)).count();
        assert_eq!((record.elected.len(), both), (2, 1), "{name}: {:?}", winners(&record));
    }
}

#[test]
fn caps_that_leave_seats_empty_are_refused() {
    let mut capped = rules(&[]);
    let members = ["A", "B", "C"].map(str::to_owned).to_vec();
    capped.at_most(Cap { group: "one country".to_owned(), most: 1, members });
    let refused = method("sntv").count(&written(3, 2, "1 A, 1 B"), &capped).unwrap_err();
    assert_eq!(refused.to_string(), "with these caps at most 1 of 2 seats can be filled");
}

#[test]
fn constituencies_elect_their_own_under_one_cap() {
    let mut north = written(2, 1, "3 A, 2 B");
    let mut south = written(2, 1, "4 A, 1 B");
    north.candidates[1].name = "North".to_owned();
    south.candidates[1].name = "South".to_owned();
    let places = [("north", north), ("south", south)];
    let places = places.map(|(name, election)| Constituency { name: name.to_owned(), election });
    let cap = Cap { group: "one seat each".to_owned(), most: 1, members: vec!["A".to_owned()] };
    let records = count_constituencies(method("plurality"), &places, &rules(&[]), &[cap]).unwrap();
    assert_eq!(records.iter().flat_map(|record| winners(record)).collect::<Vec<_>>(), ["A", "South"]);
}

#[test]
fn new_nominations_can_win() {
    let election = written(3, 1, "3 A, 2 B, 6 C");
    let record = count("irv", &election, &[("reopen-nominations", "C")]);
    assert_eq!((winners(&record).len(), record.outcome), (0, Outcome::NominationsReopened));
    let unknown = method("irv").count(&election, &rules(&[("reopen-nominations", "R.O.N.")])).unwrap_err();
    assert_eq!(unknown, CannotCount::NoSuchCandidate("R.O.N.".to_owned()));
}

#[test]
fn a_second_round_is_on_the_same_papers_or_on_new_ones() {
    let election = written(3, 1, "4 A, 3 B, 2 C B");
    assert_eq!(winners(&count("two-round", &election, &[])), ["B"]);
    let two_days = count("two-round", &election, &[("run-off", "new-papers")]);
    let Outcome::SecondRound { between } = &two_days.outcome else { panic!("{:?}", two_days.outcome) };
    assert_eq!(between.iter().map(|one| one.index()).collect::<Vec<_>>(), [0, 1]);
    // More than half at once needs no second round.
    assert_eq!(winners(&count("two-round", &written(2, 1, "3 A, 2 B"), &[("run-off", "new-papers")])), ["A"]);
}

#[test]
fn the_default_option_is_met_by_quorum_and_majority() {
    // 5 prefer A to the default D, 2 the default to A; 3 prefer B to D, 4 the default to B.
    let election = written(3, 1, "3 A B C, 2 A C B, 2 C A B");
    let options = |more: &[(&'static str, &'static str)]| {
        let all: Vec<_> = [("default-option", "C"), ("ties", "undecided")].iter().chain(more).copied().collect();
        count("schwartz", &election, &all)
    };
    assert_eq!(winners(&options(&[])), ["A"]);
    assert_eq!(winners(&options(&[("quorum", "5")])), ["A"]);
    assert_eq!(options(&[("quorum", "6")]).outcome, Outcome::DefaultWins);
    assert_eq!(winners(&options(&[("majority", "2:1")])), ["A"]);
    assert_eq!(options(&[("majority", "3:1")]).outcome, Outcome::DefaultWins);
}

#[test]
fn whoever_is_not_ranked_is_below_or_not_compared() {
    let election = written(3, 1, "3 A, 2 B A, 2 C B A");
    let pair = |rule: &str| count("schulze", &election, &[("unranked", rule), ("ties", "order")]).pairs[0][1];
    assert_eq!((pair("below"), pair("ignored")), (3, 0));
}

#[test]
fn scores_left_blank_are_nothing_or_not_counted() {
    let papers = [(1, vec![Some(5), None]), (1, vec![Some(1), Some(4)]), (1, vec![Some(1), None])];
    let election = scored(2, 1, &papers);
    assert_eq!(winners(&count("score", &election, &[("largest", "5")])), ["A"]);
    assert_eq!(winners(&count("score", &election, &[("largest", "5"), ("blanks", "ignored")])), ["B"]);
    let refused = method("score").count(&election, &rules(&[("largest", "4")])).unwrap_err();
    assert_eq!(refused, CannotCount::ScoreTooLarge { score: 5, largest: 4 });
}

#[test]
fn approvals_elect_the_most_approved() {
    let election = approved(3, 2, &[(3, vec![0, 1]), (2, vec![1, 2]), (1, vec![2])]);
    assert_eq!(winners(&count("approval", &election, &[("ties", "order")])), ["B", "A"]);
}

#[test]
fn the_scottish_count_can_be_followed_by_hand() {
    // Quota 20/3 + 1 = 7. A has 12: 5 too many, each paper goes on at 5/12 = 0.41666.
    let record = count("scottish-stv", &written(3, 2, "8 A B, 4 A C, 3 B, 5 C"), &[]);
    assert_eq!(record.quota.as_ref().unwrap().to_string(), "7.00000");
    let totals: Vec<String> = record.rounds[1].totals.iter().flatten().map(ToString::to_string).collect();
    assert_eq!(totals, ["7.00000", "6.33328", "6.66664"]);
    assert_eq!(record.rounds[1].lost.to_string(), "0.00008");
    let surplus = record.rounds[1].events.iter().find_map(|event| match event {
        Event::Surplus { amount, value, .. } => Some(format!("{amount} at {value}")),
        _ => None,
    });
    assert_eq!(surplus.unwrap(), "5.00000 at 0.41666");
    assert_eq!(winners(&record), ["A", "C"]);
}

#[test]
fn more_seats_than_candidates_leave_seats_empty() {
    for method in ballots::Method::all().iter().filter(|method| method.elects_several()) {
        let election = match method.name() {
            "score" | "bloc-star" => scored(2, 5, &[(1, vec![Some(1), Some(2)])]),
            _ => written(2, 5, "1 A B"),
        };
        let record = method.count(&election, &rules(&[])).unwrap();
        assert_eq!((record.elected.len(), &record.outcome), (2, &Outcome::Short { empty: 3 }), "{}", method.name());
    }
}

#[test]
fn no_papers_elect_nobody() {
    for method in ballots::Method::all() {
        let election = match method.cells() {
            ballots::read::Cells::Scores => scored(3, 1, &[]),
            _ => support::ranked(3, 1, &[]),
        };
        let record = method.count(&election, &rules(&[("ties", "order")])).unwrap();
        assert_eq!((record.elected.len(), &record.outcome), (0, &Outcome::Short { empty: 1 }), "{}", method.name());
    }
}

#[test]
fn when_all_are_equal_the_rule_for_ties_decides() {
    for method in ballots::Method::all() {
        let election = match method.cells() {
            ballots::read::Cells::Scores => scored(3, 1, &[(1, vec![Some(3); 3])]),
            _ => written(3, 1, "1 A B C, 1 B C A, 1 C A B"),
        };
        let open = method.count(&election, &rules(&[])).unwrap();
        assert!(matches!(open.outcome, Outcome::Tied { .. }), "{}: {:?}", method.name(), open.outcome);
        let settled = method.count(&election, &rules(&[("ties", "order")])).unwrap();
        assert_eq!(settled.elected.len(), 1, "{}", method.name());
    }
}

#[test]
fn what_cannot_be_counted_says_why() {
    let election = written(2, 2, "1 A");
    let refused =
        |name: &str, options: &[(&str, &str)]| method(name).count(&election, &rules(options)).unwrap_err().to_string();
    assert_eq!(refused("irv", &[]), "irv elects one, and 2 are to be elected");
    assert_eq!(
        refused("meek-stv", &[("variant", "exact")]),
        "meek-stv has no variant `exact`; it has: reference, prf, nz"
    );
    assert_eq!(refused("approval", &[("digits", "5")]), "approval does not know the option `digits`; it knows: ties");
    let mut nobody = written(1, 1, "1 A");
    nobody.candidates.clear();
    assert_eq!(method("plurality").count(&nobody, &rules(&[])).unwrap_err(), CannotCount::NobodyStands);
    let mut twins = written(2, 1, "1 A");
    twins.candidates[1].name = "A".to_owned();
    assert_eq!(method("plurality").count(&twins, &rules(&[])).unwrap_err(), CannotCount::SameName("A".to_owned()));
    let vast = written(2, 1, "18446744073709551615 A, 1 B");
    assert_eq!(method("plurality").count(&vast, &rules(&[])).unwrap_err(), CannotCount::TooMany);
}
