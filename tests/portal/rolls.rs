//! Changes of a drawn roll by two officers, and votes that delegates split.

use crate::browser::{Browser, portal};
use crate::deciding::{act, cast, enter, open_ballot, put, send, today};

#[test]
fn two_officers_change_a_drawn_roll_and_one_does_not() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    let board = portal.party("hills", "board");
    enter(&secretary, &["Doe", "Dab"]);
    open_ballot(&secretary, "V-20");
    enter(&secretary, &["Dace"]);
    let dace = portal.party("hills", "Dace");
    let drawn = secretary.get("/ballot/V-20/roll.txt").body;
    assert!(!drawn.contains("Dace"), "{drawn}");
    assert!(cast(&dace, "V-20", "yes", None).body.contains("is not on the roll"));
    let change = |who: &Browser<'_>, by: &str, elector: &str, on_roll: &str| {
        let fields = [
            ("by", by),
            ("about", "V-20"),
            ("field-elector", elector),
            ("field-on-roll", on_roll),
            ("field-reasons", "The form came in January"),
        ];
        send(who, "change-roll", &today(), None, &fields)
    };
    let refused = change(&dace, "Dace", "Dace", "yes");
    assert!(refused.body.contains("A roll is changed by offices and bodies"), "{}", refused.body);
    let refused = change(&secretary, "board", "Dace", "yes");
    assert!(refused.body.contains("each in its own name"), "one hand is not two officers: {}", refused.body);
    for _ in 0..2 {
        assert_eq!(change(&secretary, "secretary", "Dace", "yes").status, 303);
        assert!(cast(&dace, "V-20", "yes", None).body.contains("is not on the roll"), "one officer twice is not two");
    }
    assert_eq!(change(&board, "board", "Dace", "yes").status, 303);
    assert_eq!(cast(&dace, "V-20", "yes", None).status, 303);
    let page = secretary.get("/ballot/V-20").body;
    assert!(page.contains("secretary says that Dace is to be on the roll"), "{page}");
    assert!(page.contains("Dace was put on the roll by secretary and board"), "{page}");
    assert_eq!(secretary.get("/ballot/V-20/roll.txt").body, drawn, "the roll as it was drawn keeps its hash");
    // Struck from it, with a vote given already.
    let doe = portal.party("hills", "Doe");
    assert_eq!(cast(&doe, "V-20", "no", None).status, 303);
    assert!(secretary.get("/ballot/V-20").body.contains("2 of "));
    assert_eq!(change(&board, "board", "Doe", "no").status, 303);
    assert_eq!(change(&secretary, "secretary", "Doe", "no").status, 303);
    assert!(secretary.get("/ballot/V-20").body.contains("1 of "), "their vote is no vote of this roll");
    let dated_back = [
        ("by", "secretary"),
        ("about", "V-20"),
        ("field-elector", "Dab"),
        ("field-on-roll", "no"),
        ("field-reasons", "Gone long ago"),
    ];
    assert!(
        send(&secretary, "change-roll", "2026-01-01", None, &dated_back)
            .body
            .contains("from the day on which it is said")
    );
    act(&secretary, "close-ballot", &today(), &[("by", "secretary"), ("about", "V-20")]);
    assert!(change(&secretary, "secretary", "Dab", "no").body.contains("closed"));
}

#[test]
fn the_paper_of_a_struck_voter_stays_in_the_box() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Dory"]);
    act(
        &secretary,
        "open-ballot",
        &today(),
        &[("by", "secretary"), ("about", "V-21"), ("field-decision", "expulsion")],
    );
    assert_eq!(put(&portal.party("hills", "Dory"), "V-21", &["yes"], None).status, 200);
    let fields = [
        ("by", "secretary"),
        ("about", "V-21"),
        ("field-elector", "Dory"),
        ("field-on-roll", "no"),
        ("field-reasons", "Left"),
    ];
    let refused = send(&secretary, "change-roll", &today(), None, &fields);
    assert!(refused.body.contains("Their paper is in the box"), "{}", refused.body);
}

#[test]
fn delegates_give_parts_of_a_vote_and_no_more_than_it_is() {
    let portal = portal();
    let secretary = portal.secretary("hills");
    enter(&secretary, &["Emu"]);
    let opens = [("by", "secretary"), ("about", "V-22"), ("field-decision", "budget")];
    act(&secretary, "open-ballot", &today(), &opens);
    let emu = portal.party("hills", "Emu");
    let give = |choice: &str, votes: &str, person: &str| {
        let fields = [("about", "V-22"), ("field-choice", choice), ("field-votes", votes), ("field-person", person)];
        send(&emu, "cast", &today(), None, &fields)
    };
    assert!(emu.get("/ballot/V-22").body.contains("Votes left: 1."));
    assert_eq!(give("yes", "0.5", "Ea").status, 303);
    let page = emu.get("/ballot/V-22").body;
    assert!(page.contains("Votes left: 0.5.") && page.contains("yes (0.5)"), "{page}");
    assert!(give("no", "0.6", "Eb").body.contains("not so many votes left"));
    assert_eq!(give("no", "", "Eb").status, 303, "without a number it is all that is left");
    assert!(give("no", "0.1", "Eb").body.contains("There is a vote already"));
    let page = secretary.get("/ballot/V-22").body;
    assert!(page.contains("Ea") && page.contains("Eb"), "{page}");
    // A decision that does not let votes be split takes them whole.
    open_ballot(&secretary, "V-23");
    let fields = [("about", "V-23"), ("field-choice", "yes"), ("field-votes", "0.5")];
    assert!(send(&emu, "cast", &today(), None, &fields).body.contains("a vote is given whole"));
}
