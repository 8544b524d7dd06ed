//! One ballot, whole, as somebody may see it: its roll with reasons, who has voted, what is still lacking, the verdict.
//!
//! The roll stays as it was drawn, unless two officers change it. Acts that are recorded later and reach back are shown
//! beside it.

use std::collections::HashSet;
use std::fmt::Write as _;

use charter::act::TypedAct;
use charter::register::start_of;
use charter::{FieldValue, Question, Value};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use interpreter::{BallotSheet, Elector, Moment, Vote};
use kernel::{Date, Ratio};
use sha2::{Digest, Sha256};

use crate::{Asked, Hosted, Motion};

/// A ballot as somebody may see it.
#[derive(Clone, Debug)]
pub struct BallotSeen {
    /// Its dates, and what it decides.
    pub sheet: BallotSheet,
    /// The roll as it was drawn.
    pub roll: Roll,
    /// Whether there is a quorum, and what would bring it about.
    pub quorate: Asked,
    /// Whether it is carried.
    pub carried: Asked,
    /// Whether whoever looks may vote in it now.
    pub may_vote: bool,
    /// Whether whoever looks may put a paper into its box now.
    pub may_use_the_box: bool,
    /// The motion as it was filed, if it was.
    pub motion: Option<Motion>,
    /// What was filed to change it, in order.
    pub amendments: Vec<Motion>,
    /// Who stands, where it is an election that says so.
    pub candidates: Vec<String>,
    /// Who says that the roll is wrong: who, when, why.
    pub contested: Vec<(String, Date, String)>,
    /// What those voted who are counted: `yes`, `no`, `abstain` and whatever else was said, with how many. Empty where
    /// votes are secret and nothing is declared.
    pub counted: Vec<(String, Ratio)>,
}

/// A roll as it was drawn when the ballot opened.
#[derive(Clone, Debug)]
pub struct Roll {
    /// Everybody on it, in order of names.
    pub electors: Vec<Enrolled>,
    /// Everybody who might be thought to be on it and is not.
    pub excluded: Vec<Elector>,
    /// When it was drawn; what was recorded later has no part in it.
    pub drawn_at: Option<DateTime<Utc>>,
    /// Who would be on it by what is on record now, and is not, and the other way round.
    pub differs_now: Vec<String>,
    /// The roll as text, one name a line; its hash is that of these bytes.
    pub text: String,
    /// The SHA-256 of the text, in hexadecimal digits.
    pub hash: String,
}

/// Somebody on a roll.
#[derive(Clone, Debug)]
pub struct Enrolled {
    /// Who, and why.
    pub elector: Elector,
    /// Their votes that count, or wait to be settled: one, or several where they may go different ways.
    pub votes: Vec<Vote>,
    /// Whether they have given all that they have.
    pub has_voted: bool,
    /// How many they have left.
    pub left: Option<Ratio>,
}

impl Hosted {
    /// A ballot as somebody sees it: those on its roll, members who are kept from it, those who decide, and whoever looks after ballots. None: there is no
    /// such ballot, or it is not for them to see.
    pub fn ballot(&self, id: &str, who: &str, sees_all: bool, on: Date) -> Option<BallotSeen> {
        let sheet = self.interpreter().ballot(&self.index(), id, on)?;
        let roll = self.roll(&sheet, on);
        let is_on_roll = roll.electors.iter().any(|enrolled| enrolled.elector.who == who);
        let decides = sheet.of.as_deref() == Some(who);
        // A member who is kept from the roll sees why, and can contest it.
        let is_kept_off = roll.excluded.iter().any(|one| one.who == who) && self.is_member(who, on);
        if !(is_on_roll || is_kept_off || decides || sees_all) {
            return None;
        }
        let (verb, scope) = (String::from("vote"), Some(id.to_owned()));
        let may = Question::May { who: who.to_owned(), person: None, verb, scope, about: None };
        let has_voted = roll.electors.iter().any(|one| one.elector.who == who && one.has_voted);
        let is_open = sheet.opened.is_some_and(|opened| opened <= on) && !sheet.is_over;
        let what = || id.to_owned();
        let may_still = is_open && !has_voted && self.judge(&may, on).value == Value::Yes;
        Some(BallotSeen {
            motion: self.motion(id, on),
            amendments: self.amendments_of(id, on),
            candidates: self.candidates(id),
            contested: self.contested(id, on),
            quorate: self.asked(Question::Quorate { what: what() }, on),
            carried: self.asked(Question::Carried { what: what() }, on),
            may_vote: may_still && !sheet.is_secret,
            may_use_the_box: may_still && sheet.is_secret,
            counted: match self.declared_numbers(id, on) {
                numbers if !numbers.is_empty() => numbers,
                _ if sheet.is_secret => Vec::new(),
                _ => counted(&roll.electors),
            },
            roll,
            sheet,
        })
    }

    fn contested(&self, ballot: &str, on: Date) -> Vec<(String, Date, String)> {
        let acts = self.register().acts().iter().filter(|act| act.on <= on && act.act == "contest-roll");
        let own = acts.filter(|act| act.about.as_deref() == Some(ballot));
        let said = |act: &TypedAct| {
            let reasons = act.word("reasons").unwrap_or_default().to_owned();
            (act.by.clone().unwrap_or_default(), act.on, reasons)
        };
        own.map(said).collect()
    }

    /// The numbers of a declared result.
    fn declared_numbers(&self, ballot: &str, on: Date) -> Vec<(String, Ratio)> {
        let mut acts = self.register().acts().iter().rev().filter(|act| act.on <= on && act.act == "declare-result");
        let declared = acts.find(|act| act.about.as_deref() == Some(ballot));
        let number = |choice: &str| match declared?.fields.get(choice)? {
            FieldValue::Number(number) => Some(*number),
            _ => None,
        };
        CHOICES.iter().filter_map(|choice| Some(((*choice).to_owned(), number(choice)?))).collect()
    }

    /// A question that the platform puts, with what would change the answer.
    pub(crate) fn asked(&self, question: Question, on: Date) -> Asked {
        let answer = self.interpreter().ask(&mut self.index_alone(), &Moment::on(on), &question);
        Asked { question, answer }
    }

    fn roll(&self, sheet: &BallotSheet, on: Date) -> Roll {
        let changed =
            |one: &Elector| sheet.changes.iter().any(|said| said.who == one.who && one.may_vote == Some(said.on_roll));
        let differs =
            |one: &&Elector| one.was_drawn.unwrap_or(true) != one.would_be_on.unwrap_or(true) && !changed(one);
        let (on_it, excluded): (Vec<&Elector>, Vec<&Elector>) =
            sheet.electors.iter().partition(|elector| elector.may_vote != Some(false));
        let text = text_of(sheet);
        Roll {
            electors: on_it.into_iter().map(enrol).collect(),
            excluded: excluded.into_iter().cloned().collect(),
            drawn_at: self.drawn_at(&sheet.id, on),
            differs_now: sheet.electors.iter().filter(differs).map(|one| one.who.clone()).collect(),
            hash: HEXLOWER.encode(&Sha256::digest(text.as_bytes())),
            text,
        }
    }

    /// When the roll was drawn: when the act was written down that fixes it, else the one that opens the ballot.
    fn drawn_at(&self, ballot: &str, on: Date) -> Option<DateTime<Utc>> {
        let acts = || self.register().acts().iter().filter(|act| act.on <= on && act.about.as_deref() == Some(ballot));
        // What is announced ahead is drawn on its day.
        let drawn = |act: &TypedAct| act.recorded_at.max(start_of(act.on));
        let written = |name: &str| acts().filter(|act| act.act == name).map(drawn).min();
        written("fix-roll").or_else(|| written("open-ballot"))
    }

    /// Ballots that were opened by a day, and neither closed nor declared by an act.
    pub(crate) fn unfinished_ballots(&self, on: Date) -> Vec<String> {
        let acts = || self.register().acts().iter().filter(|act| act.on <= on);
        let ends = |act: &&TypedAct| matches!(act.act.as_str(), "close-ballot" | "declare-result");
        let ended: HashSet<&str> = acts().filter(ends).filter_map(|act| act.about.as_deref()).collect();
        let opened = acts().filter(|act| act.act == "open-ballot").filter_map(|act| act.about.as_deref());
        opened.filter(|id| !ended.contains(id)).map(str::to_owned).collect()
    }

    /// Whether a ballot is for somebody to see, as far as what is on record now says.
    pub(crate) fn sees_ballot(&self, id: &str, who: &str, on: Date) -> bool {
        let sheet = self.interpreter().ballot(&self.index(), id, on);
        sheet.is_some_and(|sheet| {
            let one = sheet.electors.iter().find(|one| one.who == who);
            let is_on_roll = one.is_some_and(|one| one.may_vote != Some(false));
            is_on_roll || sheet.of.as_deref() == Some(who) || one.is_some() && self.is_member(who, on)
        })
    }

    /// Every ballot that is on file by a day, newest first: those on whose roll somebody is, and those that they decide; all of
    /// them for whoever looks after ballots.
    pub fn ballots(&self, who: &str, sees_all: bool, on: Date) -> Vec<BallotSheet> {
        let opens = |act: &&TypedAct| {
            act.on <= on && matches!(act.act.as_str(), "open-ballot" | "file-motion" | "declare-result")
        };
        let mut ids: Vec<&str> = Vec::new();
        for id in self.register().acts().iter().rev().filter(opens).filter_map(|act| act.about.as_deref()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let index = self.index();
        let is_for_them = |sheet: &BallotSheet| {
            let is_on_roll = |one: &Elector| one.who == who && one.may_vote != Some(false);
            sees_all || sheet.of.as_deref() == Some(who) || sheet.electors.iter().any(is_on_roll)
        };
        ids.into_iter().filter_map(|id| self.interpreter().ballot(&index, id, on)).filter(is_for_them).collect()
    }
}

/// What can be voted on a motion.
pub const CHOICES: [&str; 3] = ["yes", "no", "abstain"];

/// How many votes were given for each choice: voters, or parts of their votes where those may go different ways.
fn counted(electors: &[Enrolled]) -> Vec<(String, Ratio)> {
    let mut counted: Vec<(String, Ratio)> = CHOICES.map(|choice| (choice.to_owned(), Ratio::ZERO)).to_vec();
    for vote in electors.iter().flat_map(|enrolled| &enrolled.votes) {
        let more = vote.part.unwrap_or(Ratio::count(1));
        match counted.iter_mut().find(|(choice, _)| *choice == vote.choice) {
            Some((_, votes)) => *votes = votes.plus(more).unwrap_or(*votes),
            None => counted.push((vote.choice.clone(), more)),
        }
    }
    counted
}

/// The votes of somebody that count, or wait to be settled.
fn counting(elector: &Elector) -> impl Iterator<Item = &Vote> {
    elector.votes.iter().filter(|vote| matches!(vote.standing, "counts" | "unsettled"))
}

/// How many votes somebody has left, where they may go different ways; none: it is not known.
pub(crate) fn left(elector: &Elector) -> Option<Ratio> {
    let given = counting(elector).try_fold(Ratio::ZERO, |sum, vote| sum.plus(vote.part?).ok())?;
    elector.has?.minus(given).ok()
}

/// Somebody on the roll, with their votes.
fn enrol(elector: &Elector) -> Enrolled {
    let votes: Vec<Vote> = counting(elector).cloned().collect();
    let left = left(elector).filter(|left| *left > Ratio::ZERO);
    Enrolled { elector: elector.clone(), has_voted: !votes.is_empty() && left.is_none(), votes, left }
}

/// The ballot, the day, then a name a line, as the roll was drawn; nothing that says how anybody votes.
fn text_of(sheet: &BallotSheet) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "roll of {}", sheet.id);
    let _ = writeln!(text, "as of {}", sheet.roll_as_of.map(|day| day.to_string()).unwrap_or_default());
    for elector in sheet.electors.iter().filter(|elector| elector.was_drawn != Some(false)) {
        let open = if elector.was_drawn.is_none() { " (not settled)" } else { "" };
        let _ = writeln!(text, "{}{open}", elector.who);
    }
    text
}
