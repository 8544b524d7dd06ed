//! One ballot whole: its dates, everybody on its roll or kept from it with the reasons, and what became of each vote.

use charter::Node;
use charter_syntax::ClauseLabel;
use charter_syntax::ast::{Election, VoteTerm};
use kernel::{Date, Ratio};

use super::Judge;
use super::lists::label;
use crate::evaluate::{Ballot, Counts, Env, GivenVote, Tri, World};
use crate::index::Field;
use crate::program::{RollIr, SetRef};
use crate::symbols::Sym;
use crate::trace;

/// A ballot as it stands on a day.
#[derive(Clone, Debug)]
pub struct BallotSheet {
    /// Its name.
    pub id: String,
    /// The decision that it takes.
    pub decision: String,
    /// The clause of the decision.
    pub clause: ClauseLabel,
    /// The body or meeting that decides, if the charter names one.
    pub of: Option<String>,
    /// The meeting at which it is held.
    pub meeting: Option<String>,
    /// Whom or what it is about.
    pub subject: Option<String>,
    /// The first day on which votes are taken.
    pub opened: Option<Date>,
    /// The last day on which votes are taken, as far as it is settled.
    pub closes: Option<Date>,
    /// Whether it was closed, or its result declared, by then.
    pub is_over: bool,
    /// The day as of which the roll is drawn up.
    pub roll_as_of: Option<Date>,
    /// Whether what somebody voted is kept from others.
    pub is_secret: bool,
    /// Whether the votes of one voter may go different ways.
    pub may_split: bool,
    /// How an election is counted, where the decision is one.
    pub elect: Option<Election>,
    /// Everybody who is on the roll, or might be thought to be.
    pub electors: Vec<Elector>,
    /// What officers said of the roll after it was drawn, in order.
    pub changes: Vec<RollSaid>,
}

/// Somebody on a roll, or kept from it.
#[derive(Clone, Debug)]
pub struct Elector {
    /// Who.
    pub who: String,
    /// Whether they are on the roll and have not lost the vote; `None` while it hangs on something that nobody settled.
    pub may_vote: Option<bool>,
    /// Whether the roll was drawn with them on it.
    pub was_drawn: Option<bool>,
    /// Whether it would have been, had everything been on record that is on record now.
    pub would_be_on: Option<bool>,
    /// How many votes they have, where that is known.
    pub has: Option<Ratio>,
    /// Why.
    pub because: Vec<Node>,
    /// The votes on file that they gave, in order.
    pub votes: Vec<Vote>,
}

/// A vote on file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// What for.
    pub choice: String,
    /// When.
    pub on: Date,
    /// Who gave it for them.
    pub holder: Option<String>,
    /// How many of the voter's votes it gives, where they may go different ways.
    pub part: Option<Ratio>,
    /// The person who gave it, where the act says so.
    pub person: Option<String>,
    /// Whether it counts, and if not, why: `counts`, `out-of-time`, `repeated`, `not-on-roll`, `proxy`, `too-many`,
    /// `unsettled`.
    pub standing: &'static str,
}

/// What an officer said of somebody's place on a roll. Two of them make a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollSaid {
    /// Of whom.
    pub who: String,
    /// Whether they are to be on it.
    pub on_roll: bool,
    /// The officer.
    pub by: String,
    /// When.
    pub on: Date,
}

/// The first day of a ballot that is on file.
pub(crate) fn opened(world: World<'_>, id: &str, on: Date) -> Option<Date> {
    let id = world.view.index.symbols().get(id)?;
    Judge::new(world, on).ballot(id)?.opened
}

/// The sheet of a ballot that is on file, with everybody on its roll or without.
pub(crate) fn sheet(world: World<'_>, id: &str, on: Date, with_electors: bool) -> Option<BallotSheet> {
    let id = world.view.index.symbols().get(id)?;
    let mut judge = Judge::new(world, on);
    let ballot = judge.ballot(id)?;
    let decision = world.program.decision(ballot.decision)?;
    let roll = judge.line(&decision.roll).ok().flatten();
    let roll_as_of = roll.map(|roll| judge.record_date(&ballot, roll, on));
    let closes = judge.closes(&ballot);
    let is_over = ballot.closed.into_iter().chain(ballot.declared.map(|act| act.on)).any(|day| day <= on)
        || closes.is_some_and(|day| day < on);
    let terms = judge.line(&decision.vote).ok().flatten();
    let name = |judge: &Judge<'_>, sym: Sym| (!sym.is_none()).then(|| judge.symbols().name(sym).to_owned());
    Some(BallotSheet {
        id: judge.symbols().name(id).to_owned(),
        decision: judge.symbols().name(decision.name).to_owned(),
        clause: label(world.program, decision.clause),
        of: name(&judge, decision.of),
        meeting: name(&judge, ballot.meeting).filter(|meeting| *meeting != judge.symbols().name(id)),
        subject: name(&judge, ballot.for_),
        opened: ballot.opened,
        closes,
        is_over,
        roll_as_of,
        may_split: terms.is_some_and(|terms| terms.contains(&VoteTerm::MaySplit)),
        changes: said_of_roll(&judge, &ballot, on),
        is_secret: terms.is_some_and(|terms| terms.contains(&VoteTerm::Secret)),
        elect: judge.line(&decision.elect).ok().flatten().cloned(),
        electors: if with_electors { electors(world, &ballot, roll, on) } else { Vec::new() },
    })
}

/// Who is or might be on the roll, and who voted without being on it, in order of names.
fn electors<'a>(world: World<'a>, ballot: &Ballot<'a>, roll: Option<&'a RollIr>, on: Date) -> Vec<Elector> {
    let mut judge = Judge::new(world, on);
    let votes = judge.votes(ballot, on);
    let mut people = Vec::new();
    if let Some(roll) = roll {
        people.extend(might_be_on(&mut judge, ballot, roll, on));
        people.extend(judge.as_drawn(ballot, |judge| might_be_on(judge, ballot, roll, on)));
    }
    people.extend(votes.iter().map(|vote| vote.act.by));
    people.extend(judge.electors_of_changes(ballot));
    people.sort_unstable();
    people.dedup();
    let names = world.names;
    let mut electors: Vec<Elector> = Vec::new();
    for who in people {
        let mut judge = Judge::new(world, on);
        let was_drawn = known(judge.drawn_on_roll(who, ballot, on));
        let would_be_on = known(judge.would_be_on_roll(who, ballot, on));
        let has = judge.votes_of(ballot, who, on);
        let mut judge = Judge::new(world, on);
        let may_vote = known(judge.may_vote_in(ballot, who, on));
        let symbols = judge.symbols();
        let own = votes.iter().filter(|vote| vote.act.by == who).map(|GivenVote { act, counts, part }| Vote {
            part: *part,
            person: act.word(names.person).map(|person| symbols.name(person).to_owned()),
            choice: act.word(names.choice).map_or_else(String::new, |choice| symbols.name(choice).to_owned()),
            on: act.on,
            holder: act
                .word(names.holder)
                .filter(|holder| *holder != who)
                .map(|holder| symbols.name(holder).to_owned()),
            standing: standing(*counts),
        });
        electors.push(Elector {
            who: symbols.name(who).to_owned(),
            may_vote,
            was_drawn,
            would_be_on,
            has,
            because: trace::tree(&judge.trace, world.program, symbols),
            votes: own.collect(),
        });
    }
    electors.sort_by(|one, other| one.who.cmp(&other.who));
    electors
}

/// Everybody whom some act may have put on the roll, whether it did or not.
fn might_be_on<'a>(judge: &mut Judge<'a>, ballot: &Ballot<'a>, roll: &'a RollIr, on: Date) -> Vec<Sym> {
    let day = judge.record_date(ballot, roll, on);
    let env = Env { on: day, ..judge.at_ballot(*ballot, day) };
    let mut people = judge.members(&roll.who, env).sure;
    let classes = match roll.who.of {
        SetRef::Class(class) => Some(class),
        _ => None,
    };
    for class in classes.into_iter().chain(roll.who.or.iter().copied()) {
        people.extend(judge.candidates(class));
    }
    people
}

fn known(is: Tri) -> Option<bool> {
    match is {
        Tri::Yes => Some(true),
        Tri::No => Some(false),
        Tri::Unknown => None,
    }
}

fn said_of_roll(judge: &Judge<'_>, ballot: &Ballot<'_>, on: Date) -> Vec<RollSaid> {
    let names = judge.world.names;
    let symbols = judge.symbols();
    let acts = judge.world.view.about(ballot.id, names.change_roll).into_iter().filter(|act| act.on <= on);
    let said = acts.filter_map(|act| {
        Some(RollSaid {
            who: symbols.name(act.word(names.elector)?).to_owned(),
            on_roll: act.field(names.on_roll) == Some(Field::YesNo(true)),
            by: symbols.name(act.by).to_owned(),
            on: act.on,
        })
    });
    said.collect()
}

fn standing(counts: Counts) -> &'static str {
    match counts {
        Counts::Yes => "counts",
        Counts::OutOfTime => "out-of-time",
        Counts::Repeated => "repeated",
        Counts::NotOnRoll => "not-on-roll",
        Counts::Proxy => "proxy",
        Counts::TooMany => "too-many",
        Counts::Unsettled => "unsettled",
    }
}
