//! Secret ballots: the register says who took part, a box of its own holds the papers, and nothing joins the two.
//!
//! A voter's form carries a number drawn by chance. From it come, by hashing, the name of the act and the receipt; neither leads
//! to the other or back. The same form sent again is answered with the same receipt, and puts no second paper into the box.

use std::collections::BTreeMap;

use ballots::Method;
use ballots::read::Cells;
use charter::{FieldValue, Value};
use chrono::{DateTime, Utc};
use data_encoding::HEXUPPER;
use interpreter::BallotSheet;
use kernel::Date;
use sha2::{Digest, Sha256};

use crate::ballots::CHOICES;
use crate::bars::out_of_time;
use crate::record::{CAST, TRIES};
use crate::{Bar, Draft, Error, Hosted, Platform, Refusal};

/// A paper that somebody puts into the box.
#[derive(Clone, Debug)]
pub struct BoxVote {
    /// The ballot.
    pub ballot: String,
    /// Who votes.
    pub who: String,
    /// For a motion `yes`, `no` or `abstain`; for an election what is written beside each candidate, in their order.
    pub paper: Vec<String>,
    /// Who acts for them.
    pub recorded_by: String,
    /// The number of the form, drawn by chance.
    pub attempt: String,
    /// The day.
    pub on: Date,
}

/// A box as it is published once its ballot is over.
#[derive(Clone, Debug, Default)]
pub struct OpenedBox {
    /// The papers as a table, empty where so few voted that it would show who voted what: for a motion a column `choice`, for an election one for each candidate.
    pub table: String,
    /// How many papers there are.
    pub papers: usize,
    /// How many each choice of a motion has.
    pub choices: Vec<(String, usize)>,
    /// The receipts, in order of their letters.
    pub receipts: Vec<String>,
}

/// What a voter is told who took part.
pub type Receipt = String;

/// The head of the table of a motion.
const CHOICE: &str = "choice";

impl Hosted {
    /// Who stands in an election, as the ballot was opened, in the order of the paper.
    pub fn candidates(&self, ballot: &str) -> Vec<String> {
        let opened =
            self.register().acts().iter().find(|act| act.act == "open-ballot" && act.about.as_deref() == Some(ballot));
        let Some(FieldValue::Text(names) | FieldValue::Word(names)) =
            opened.and_then(|act| act.fields.get("candidates"))
        else {
            return Vec::new();
        };
        names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// The public numbers from which lots were drawn, as the result was declared.
    pub fn lots(&self, ballot: &str) -> String {
        let mut declared = self.register().acts().iter().rev().filter(|act| act.act == "declare-result");
        let own = declared.find(|act| act.about.as_deref() == Some(ballot));
        own.and_then(|act| act.word("lots")).unwrap_or_default().to_owned()
    }

    /// Why a paper is not taken, if there is a reason; else how it is kept.
    fn paper(&self, sheet: &BallotSheet, vote: &BoxVote, draft: &Draft) -> Result<String, Bar> {
        if !sheet.is_secret {
            return Err(Bar::ByName);
        }
        if let Some(bar) = self.late_or_repeated(draft, &vote.ballot).or_else(|| out_of_time(sheet, vote.on)) {
            return Err(bar);
        }
        let on_roll = sheet.electors.iter().filter(|one| one.may_vote == Some(true)).count();
        if on_roll < least_voters(sheet) {
            return Err(Bar::TooFew);
        }
        let Some(elect) = &sheet.elect else {
            let choice = vote.paper.first().filter(|choice| CHOICES.contains(&choice.as_str()));
            return choice.cloned().ok_or(Bar::NoPaper);
        };
        let candidates = self.candidates(&vote.ballot);
        let cells =
            Method::named(elect.method.as_str()).map(Method::cells).filter(|_| vote.paper.len() == candidates.len());
        cells.and_then(|cells| canonical(cells, &vote.paper)).map(|cells| row_of(&cells)).ok_or(Bar::NoPaper)
    }
}

/// What is written beside the names, in a form in which no voter's hand can be seen: marks as `1`, scores as plain numbers, ranks
/// one after another. None: nothing is written, or something that is no number.
fn canonical(cells: Cells, paper: &[String]) -> Option<Vec<String>> {
    let number = |cell: &String| match cell.trim() {
        "" => Some(None),
        written => written.parse::<u16>().ok().map(Some),
    };
    let numbers: Vec<Option<u16>> = paper.iter().map(number).collect::<Option<_>>()?;
    let mut ranks: Vec<u16> = numbers.iter().flatten().copied().collect();
    ranks.sort_unstable();
    ranks.dedup();
    if ranks.is_empty() || cells == Cells::Ranks && ranks.first() == Some(&0) {
        return None;
    }
    let kept = |number: Option<u16>| match (cells, number) {
        (_, None) => String::new(),
        (Cells::Scores, Some(score)) => score.to_string(),
        (Cells::Marks, Some(0)) => String::new(),
        (Cells::Marks, Some(_)) => String::from("1"),
        (Cells::Ranks, Some(rank)) => ranks.binary_search(&rank).map_or(0, |at| at.saturating_add(1)).to_string(),
    };
    Some(numbers.into_iter().map(kept).collect())
}

/// How many must have voted for what they voted to be shown.
fn least_voters(sheet: &BallotSheet) -> usize {
    let least = sheet.elect.as_ref().and_then(|elect| elect.at_least_voters).unwrap_or(0);
    usize::try_from(least).unwrap_or(usize::MAX)
}

/// A line of a table.
fn row_of(cells: &[String]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    format!("{}\n", cells.iter().map(quoted).collect::<Vec<_>>().join(","))
}

fn hashed(what: &str, vote: &BoxVote) -> String {
    let BoxVote { ballot, who, attempt, .. } = vote;
    HEXUPPER.encode(&Sha256::digest(format!("{what}/{ballot}/{who}/{attempt}").as_bytes())).chars().take(24).collect()
}

impl Platform {
    /// Puts a paper into the box and records that its voter took part, both or neither. Answers the receipt.
    pub fn vote_in_the_box(
        &self,
        slug: &str,
        vote: &BoxVote,
        now: DateTime<Utc>,
    ) -> Result<Option<Result<Receipt, Refusal>>, Error> {
        let receipt = hashed("receipt", vote);
        let draft = Draft {
            act: CAST.to_owned(),
            by: Some(vote.who.clone()),
            about: Some(vote.ballot.clone()),
            on: vote.on,
            fields: BTreeMap::from([(String::from("choice"), String::from("secret"))]),
            documents: BTreeMap::new(),
            recorded_by: vote.recorded_by.clone(),
            attempt: hashed("act", vote),
        };
        for _ in 0..TRIES {
            let Some(hosted) = self.hosted(slug)? else { return Ok(None) };
            let act = draft.act();
            // The same form, perhaps sent again on another day.
            if hosted.register().acts().iter().any(|known| known.id.starts_with(&draft.attempt)) {
                return Ok(Some(Ok(receipt)));
            }
            let sheet = hosted.interpreter().ballot(&hosted.index(), &vote.ballot, vote.on);
            let Some(sheet) = sheet else { return Ok(Some(Err(Refusal::Barred(Bar::ByName)))) };
            let paper = match hosted.paper(&sheet, vote, &draft) {
                Ok(paper) => paper,
                Err(bar) => return Ok(Some(Err(Refusal::Barred(bar)))),
            };
            if let Some(asked) = hosted.allowed(&draft).filter(|asked| asked.answer.value != Value::Yes) {
                return Ok(Some(Err(Refusal::Charter(Box::new(asked)))));
            }
            let is_in = self.store.within(hosted.tenant(), |unit| -> Result<bool, Error> {
                let unmoved = unit.hold()? == hosted.head();
                if unmoved {
                    unit.append(vec![crate::sealing::entry(hosted.network(), act)], now)?;
                    unit.put_into_the_box(&vote.ballot, &paper, &receipt)?;
                }
                Ok(unmoved)
            })?;
            if is_in {
                return Ok(Some(Ok(receipt)));
            }
        }
        Err(Error::Busy)
    }

    /// The box of a ballot that is over; empty where votes were by name.
    pub fn open_the_box(&self, hosted: &Hosted, sheet: &BallotSheet) -> Result<OpenedBox, Error> {
        if !sheet.is_secret || !sheet.is_over {
            return Ok(OpenedBox::default());
        }
        let (papers, receipts) = self.store.within(hosted.tenant(), |unit| -> Result<_, Error> {
            Ok((unit.papers_in_the_box(&sheet.id)?, unit.receipts_of(&sheet.id)?))
        })?;
        let count = |choice: &&str| papers.iter().filter(|paper| paper == choice).count();
        let choices =
            CHOICES.iter().filter(|_| sheet.elect.is_none()).map(|choice| ((*choice).to_owned(), count(choice)));
        if papers.len() < least_voters(sheet) {
            return Ok(OpenedBox { papers: papers.len(), receipts, ..OpenedBox::default() });
        }
        // The first column is what it is called, whatever a candidate is called.
        let weighted = |weight: &str, rest: &str| format!("{weight},{rest}");
        let head = if sheet.elect.is_some() {
            weighted("weight", &row_of(&hosted.candidates(&sheet.id)))
        } else {
            format!("{CHOICE}\n")
        };
        let row = |paper: &String| if sheet.elect.is_some() { weighted("1", paper) } else { format!("{paper}\n") };
        let rows = papers.iter().map(row);
        Ok(OpenedBox {
            choices: choices.collect(),
            table: format!("{head}{}", rows.collect::<String>()),
            papers: papers.len(),
            receipts,
        })
    }
}
