//! One ballot, whole, as somebody may see it: its roll with reasons, who has voted, what is still lacking, the verdict.
//!
//! The roll is drawn from what was on record when the ballot was opened, and so stays as it was. Acts that are recorded
//! later and reach back are shown beside it.

use std::collections::HashSet;
use std::fmt::Write as _;

use charter::act::TypedAct;
use charter::{FieldValue, Question, Value};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use interpreter::{BallotSheet, Elector, Moment, Vote};
use kernel::Date;
use sha2::{Digest, Sha256};

use crate::{Asked, Hosted};

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
    /// Who stands, where it is an election that says so.
    pub candidates: Vec<String>,
    /// Who says that the roll is wrong: who, when, why.
    pub contested: Vec<(String, Date, String)>,
    /// What those voted who are counted: `yes`, `no`, `abstain` and whatever else was said, with how many. Empty where
    /// votes are secret and nothing is declared.
    pub counted: Vec<(String, usize)>,
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
    /// Their vote that counts, or waits to be settled.
    pub vote: Option<Vote>,
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
        let has_voted = roll.electors.iter().any(|one| one.elector.who == who && one.vote.is_some());
        let is_open = sheet.opened.is_some_and(|opened| opened <= on) && !sheet.is_over;
        let what = || id.to_owned();
        let may_still = is_open && !has_voted && self.judge(&may, on).value == Value::Yes;
        Some(BallotSeen {
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
    fn declared_numbers(&self, ballot: &str, on: Date) -> Vec<(String, usize)> {
        let mut acts = self.register().acts().iter().rev().filter(|act| act.on <= on && act.act == "declare-result");
        let declared = acts.find(|act| act.about.as_deref() == Some(ballot));
        let number = |choice: &str| match declared?.fields.get(choice)? {
            FieldValue::Number(number) => usize::try_from(number.numerator()).ok(),
            _ => None,
        };
        CHOICES.iter().filter_map(|choice| Some(((*choice).to_owned(), number(choice)?))).collect()
    }

    /// A question that the platform puts, with what would change the answer.
    pub(crate) fn asked(&self, question: Question, on: Date) -> Asked {
        let answer = self.interpreter().ask(&mut self.index_alone(), &Moment::on(on), &question);
        Asked { question, answer }
    }

    fn roll(&self, now: &BallotSheet, on: Date) -> Roll {
        let drawn_at = self.drawn_at(&now.id, on);
        let drawn = drawn_at.and_then(|drawn_at| {
            let then = self.interpreter().index(self.register(), drawn_at);
            self.interpreter().ballot(&then, &now.id, on)
        });
        let drawn = drawn.as_ref().unwrap_or(now);
        let is_on = |sheet: &BallotSheet, who: &str| {
            sheet.electors.iter().any(|elector| elector.who == who && elector.may_vote != Some(false))
        };
        let all = now.electors.iter().chain(&drawn.electors).map(|elector| elector.who.clone());
        let mut differs_now: Vec<String> = all.filter(|who| is_on(now, who) != is_on(drawn, who)).collect();
        differs_now.sort_unstable();
        differs_now.dedup();
        let enrol = |elector: &Elector| {
            let votes = now.electors.iter().find(|own| own.who == elector.who).map(|own| own.votes.as_slice());
            let counts = |vote: &&Vote| matches!(vote.standing, "counts" | "unsettled");
            let vote = votes.and_then(|votes| votes.iter().find(counts)).cloned();
            Enrolled { elector: elector.clone(), vote }
        };
        let (on_it, excluded): (Vec<&Elector>, Vec<&Elector>) =
            drawn.electors.iter().partition(|elector| elector.may_vote != Some(false));
        let text = text_of(drawn, &on_it);
        Roll {
            electors: on_it.into_iter().map(enrol).collect(),
            excluded: excluded.into_iter().cloned().collect(),
            drawn_at,
            differs_now,
            hash: HEXLOWER.encode(&Sha256::digest(text.as_bytes())),
            text,
        }
    }

    /// When the roll was drawn: when the act was written down that fixes it, else the one that opens the ballot.
    fn drawn_at(&self, ballot: &str, on: Date) -> Option<DateTime<Utc>> {
        let acts = || self.register().acts().iter().filter(|act| act.on <= on && act.about.as_deref() == Some(ballot));
        let written = |name: &str| acts().find(|act| act.act == name).map(|act| act.recorded_at);
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

fn counted(electors: &[Enrolled]) -> Vec<(String, usize)> {
    let mut counted: Vec<(String, usize)> = CHOICES.map(|choice| (choice.to_owned(), 0)).to_vec();
    for vote in electors.iter().filter_map(|enrolled| enrolled.vote.as_ref()) {
        match counted.iter_mut().find(|(choice, _)| *choice == vote.choice) {
            Some((_, votes)) => *votes = votes.saturating_add(1),
            None => counted.push((vote.choice.clone(), 1)),
        }
    }
    counted
}

/// The ballot, the day, then a name a line; nothing that says how anybody votes.
fn text_of(sheet: &BallotSheet, electors: &[&Elector]) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "roll of {}", sheet.id);
    let _ = writeln!(text, "as of {}", sheet.roll_as_of.map(|day| day.to_string()).unwrap_or_default());
    for elector in electors {
        let open = if elector.may_vote.is_none() { " (not settled)" } else { "" };
        let _ = writeln!(text, "{}{open}", elector.who);
    }
    text
}
