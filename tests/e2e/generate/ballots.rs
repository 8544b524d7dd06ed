//! Decisions, meetings and ballots of generated cases.

use charter::act::{Act, On, Scalar};
use kernel::{Date, MonthEnd, Span};

use super::{Choices, WHO};

/// The ballots of generated registers: three at meetings, two by post.
const BALLOTS: &[&str] = &["R1", "R2", "R3", "P1", "P2"];
const MEETINGS: &[&str] = &["M1", "M2"];

/// A decision of the meeting and one by post.
pub fn declarations(c: &mut Choices) -> Vec<String> {
    let roll = c.one(&["every full", "every full with vote at assembly"]);
    let present =
        c.one(&["", "  present full attending, in the room\n", "  present full attending, in the room or remotely\n"]);
    let quorum = c.one(&[
        "  quorum present >= 1/3 of roll, at each vote\n",
        "  quorum present >= 2 and present >= 25% of full\n",
        "  quorum to open: present at opening >= 1/2 of roll\n  quorum to decide: cast >= half of present at opening\n",
        "  quorum distinct region of present >= 2\n",
        "  quorum to decide: heads of cast >= 1\n",
    ]);
    // Strangers have no region.
    let present = if quorum.contains("region") && present.is_empty() { "  present full attending\n" } else { present };
    let (carried, abstain) = *c.among(&[
        ("yes > no", "not counted"),
        ("yes > no", "counts for quorum only"),
        ("yes >= 2/3 of cast", "counts as no"),
        ("yes > half of present", "counts as no"),
        ("yes > 2 × (no + abstain)", "counts as no"),
        ("when filed 4 weeks before: yes > no; otherwise: yes > 2 × no", "not counted"),
        ("when filed as urgent: yes > 3 × no; otherwise: yes > no", "not counted"),
    ]);
    let silence = c.one(&["", "  silence not cast\n", "  silence abstains\n"]);
    let tie = c.one(&["not carried", "casting vote of desk", "by lot", "not carried"]);
    let weight = c.one(&["", "", "  weight from votes\n"]);
    let proxies = c.one(&["", "  proxies none\n", "  proxies at most 1 per holder\n"]);
    let returned = c.one(&["returned >= half rounded down plus one of roll", "returned >= 1"]);
    let days = c.one(&["7 days", "14 days", "1 month"]);
    let mut all = vec![
        String::from("act send-forms by desk about a ballot\n"),
        format!(
            "decision motion of assembly\n  roll {roll}\n{present}{quorum}  vote one per organisation\n  carried {carried}\n  abstain {abstain}\n{silence}  tie {tie}\n{weight}{proxies}"
        ),
        format!(
            "decision postal of full\n  roll every full, fixed when send-forms\n  open {days} from send-forms\n  quorum {returned}\n  vote one per organisation\n  carried yes > no\n  abstain not counted\n  tie not carried\n{proxies}"
        ),
    ];
    if c.percent(30) {
        all.push(String::from("lose vote in postal for full\n  from a missed affirm\n  until pardon\n"));
    }
    if c.percent(30) {
        for decision in &mut all {
            *decision = decision.replace("vote one per organisation", "vote one per organisation, may split");
        }
    }
    all
}

/// What happened at the meetings and in the ballots.
pub fn acts(c: &mut Choices) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut opened = Vec::new();
    for meeting in MEETINGS {
        let day = c.day();
        acts.push(act("open-meeting", None, meeting, day, &[("meeting", "assembly")]));
        for who in WHO {
            if c.percent(20) {
                continue;
            }
            let mode = c.one(&["in-room", "in-room", "remotely"]);
            let came = after(day, c.below(2));
            acts.push(act("attend", Some(who), meeting, came, &[("mode", mode)]));
            if c.percent(15) {
                acts.push(act("leave", Some(who), meeting, after(came, c.below(2)), &[]));
            }
        }
        if c.percent(60) {
            acts.push(act("close-meeting", None, meeting, after(day, c.below(5)), &[]));
        }
        opened.push(day);
    }
    for ballot in BALLOTS {
        let place = c.place(MEETINGS.len());
        if ballot.starts_with('R') {
            at_meeting(c, &mut acts, ballot, MEETINGS[place], opened[place]);
        } else {
            by_post(c, &mut acts, ballot);
        }
    }
    back_again(c, &mut acts);
    parts(c, &mut acts);
    change_rolls(c, &mut acts);
    acts
}

/// Some of those who left come back, some on the same day.
fn back_again(c: &mut Choices, acts: &mut Vec<Act>) {
    let left: Vec<Act> = acts.iter().filter(|act| act.act == "leave").cloned().collect();
    for act in left {
        let On::Date(day) = act.on else { continue };
        if !c.percent(40) {
            continue;
        }
        acts.push(Act { act: String::from("attend"), on: On::Date(after(day, c.below(2))), ..act });
    }
}

/// Some votes say how many of the voter's they give.
fn parts(c: &mut Choices, acts: &mut [Act]) {
    for act in acts.iter_mut().filter(|act| act.act == "cast") {
        if c.percent(50) {
            let votes = c.one(&["0.5", "1", "1", "2", "0"]);
            act.fields.insert(String::from("votes"), Scalar::Text(votes.to_owned()));
        }
    }
}

/// Officers, and some who are none, put voters on rolls or strike them.
fn change_rolls(c: &mut Choices, acts: &mut Vec<Act>) {
    let opened: Vec<Act> = acts.iter().filter(|act| act.act == "open-ballot").cloned().collect();
    for ballot in opened {
        let On::Date(day) = ballot.on else { continue };
        for _ in 0..c.below(4) {
            let (by, who) = (c.one(&["desk", "chair", "chair", WHO[0]]), c.one(WHO));
            let fields = [("elector", who), ("on-roll", c.one(&["yes", "no"])), ("reasons", "seen")];
            let about = ballot.about.as_deref().unwrap_or_default();
            acts.push(act("change-roll", Some(by), about, after(day, c.below(4)), &fields));
        }
    }
}

fn at_meeting(c: &mut Choices, acts: &mut Vec<Act>, ballot: &str, meeting: &str, opens: Date) {
    if c.percent(60) {
        let filed =
            after(opens, 0).plus(Span::Days(-i32::try_from(20 + c.below(16)).unwrap()), MonthEnd::Clamp).unwrap();
        let kind = c.one(&["urgent", "ordinary"]);
        acts.push(act(
            "file-motion",
            None,
            ballot,
            filed,
            &[("decision", "motion"), ("as", kind), ("meeting", meeting)],
        ));
    }
    let day = after(opens, c.below(2));
    acts.push(act("open-ballot", None, ballot, day, &[("decision", "motion"), ("meeting", meeting)]));
    cast(c, acts, ballot, day, 2);
    if c.percent(80) {
        acts.push(act("close-ballot", None, ballot, after(day, c.below(3)), &[]));
    }
    if c.percent(50) {
        let choice = c.one(&["yes", "no"]);
        acts.push(act("casting-vote", Some("desk"), ballot, after(day, c.below(3)), &[("choice", choice)]));
    }
    if c.percent(10) {
        let numbers = [c.below(9).to_string(), c.below(9).to_string(), c.below(3).to_string()];
        let [yes, no, abstain] = &numbers;
        let fields = [
            ("yes", yes.as_str()),
            ("no", no),
            ("abstain", abstain),
            ("present", "20"),
            ("present-at-opening", "20"),
            ("roll", "30"),
        ];
        acts.push(act("declare-result", None, ballot, after(day, c.below(3)), &fields));
    }
}

fn by_post(c: &mut Choices, acts: &mut Vec<Act>, ballot: &str) {
    let day = c.day();
    acts.push(act("send-forms", Some("desk"), ballot, day, &[]));
    acts.push(act("open-ballot", None, ballot, day, &[("decision", "postal")]));
    cast(c, acts, ballot, day, 40);
}

/// Votes of most members, some twice, some by another's hand.
fn cast(c: &mut Choices, acts: &mut Vec<Act>, ballot: &str, from: Date, within: u64) {
    for who in WHO {
        for chance in [85, 15] {
            if !c.percent(chance) {
                continue;
            }
            let choice = c.one(&["yes", "yes", "no", "abstain"]);
            let mut fields = vec![("choice", choice)];
            if c.percent(25) {
                fields.push(("holder", c.one(WHO)));
            }
            let day = after(from, c.below(within));
            acts.push(act("cast", Some(who), ballot, day, &fields));
        }
    }
}

/// The questions about those of them that were opened by a day, and about both decisions.
pub fn questions(acts: &[Act], on: Date) -> Vec<String> {
    let opened = |what: &str| {
        let opens = |act: &&Act| matches!(act.act.as_str(), "open-meeting" | "open-ballot");
        let about = |act: &Act| act.about.as_deref() == Some(what) && matches!(act.on, On::Date(day) if day <= on);
        acts.iter().filter(opens).any(about)
    };
    let mut texts = Vec::new();
    texts.extend(MEETINGS.iter().filter(|meeting| opened(meeting)).map(|meeting| format!("quorate {meeting}")));
    for ballot in BALLOTS.iter().filter(|ballot| opened(ballot)) {
        texts.extend([format!("carried {ballot}"), format!("quorate {ballot}")]);
        texts.extend(WHO.iter().take(2).map(|who| format!("may {who} vote in {ballot}")));
    }
    for who in WHO {
        texts.extend(["motion", "postal"].map(|decision| format!("may {who} vote at {decision}")));
    }
    texts
}

fn after(day: Date, days: u64) -> Date {
    day.plus(Span::Days(i32::try_from(days).unwrap()), MonthEnd::Clamp).unwrap()
}

fn act(kind: &str, by: Option<&str>, about: &str, on: Date, fields: &[(&str, &str)]) -> Act {
    let mut act = Act::new("", kind, on);
    act.by = by.map(str::to_owned);
    act.about = Some(about.to_owned());
    act.fields = fields.iter().map(|(name, value)| ((*name).to_owned(), Scalar::Text((*value).to_owned()))).collect();
    act
}
