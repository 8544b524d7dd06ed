//! Secret ballots: the register says who took part, a box of its own holds the papers, and nothing joins the two.
//!
//! A voter's form carries a number drawn by chance. From it come, by hashing, the name of the act and the receipt; neither leads
//! to the other or back. The same form sent again is answered with the same receipt, and puts no second paper into the box.

use std::collections::BTreeMap;

use ballots::Method;
use ballots::read::csv;
use charter::{FieldValue, Value};
use chrono::{DateTime, Utc};
use data_encoding::HEXUPPER;
use interpreter::BallotSheet;
use kernel::Date;
use sha2::{Digest, Sha256};

use crate::ballots::CHOICES;
use crate::record::{CAST, TRIES};
use crate::{Draft, Error, Hosted, NoVote, Platform, Refusal};

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
    /// The papers as a table: for a motion a column `choice`, for an election one for each candidate.
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
    fn paper(&self, sheet: &BallotSheet, vote: &BoxVote, draft: &Draft) -> Result<String, NoVote> {
        if !sheet.is_secret {
            return Err(NoVote::ByName);
        }
        if let Some(no_vote) = self.late_or_repeated(draft, &vote.ballot) {
            return Err(no_vote);
        }
        let least = sheet.elect.as_ref().and_then(|elect| elect.at_least_voters).unwrap_or(0);
        let on_roll = sheet.electors.iter().filter(|one| one.may_vote == Some(true)).count();
        if on_roll < usize::try_from(least).unwrap_or(usize::MAX) {
            return Err(NoVote::TooFew);
        }
        let Some(elect) = &sheet.elect else {
            let choice = vote.paper.first().filter(|choice| CHOICES.contains(&choice.as_str()));
            return choice.cloned().ok_or(NoVote::NoPaper);
        };
        let candidates = self.candidates(&vote.ballot);
        let is_blank = vote.paper.iter().all(|cell| cell.trim().is_empty());
        let method = Method::named(elect.method.as_str()).filter(|_| vote.paper.len() == candidates.len() && !is_blank);
        let cells: Vec<String> = vote.paper.iter().map(|cell| cell.trim().to_owned()).collect();
        let row = row_of(&cells);
        let read = method.and_then(|method| csv(&format!("{}{row}", row_of(&candidates)), method.cells()).ok());
        read.map(|_| row).ok_or(NoVote::NoPaper)
    }
}

/// A line of a table.
fn row_of(cells: &[String]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    format!("{}\n", cells.iter().map(quoted).collect::<Vec<_>>().join(","))
}

fn hashed(what: &str, attempt: &str) -> String {
    HEXUPPER.encode(&Sha256::digest(format!("{what}/{attempt}").as_bytes())).chars().take(24).collect()
}

impl Platform {
    /// Puts a paper into the box and records that its voter took part, both or neither. Answers the receipt.
    pub fn vote_in_the_box(
        &self,
        slug: &str,
        vote: &BoxVote,
        now: DateTime<Utc>,
    ) -> Result<Option<Result<Receipt, Refusal>>, Error> {
        let receipt = hashed("receipt", &vote.attempt);
        let draft = Draft {
            act: CAST.to_owned(),
            by: Some(vote.who.clone()),
            about: Some(vote.ballot.clone()),
            on: vote.on,
            fields: BTreeMap::from([(String::from("choice"), String::from("secret"))]),
            documents: BTreeMap::new(),
            recorded_by: vote.recorded_by.clone(),
            attempt: hashed("act", &vote.attempt),
        };
        for _ in 0..TRIES {
            let Some(hosted) = self.hosted(slug)? else { return Ok(None) };
            let act = draft.act();
            if hosted.register().acts().iter().any(|known| known.id == act.id) {
                return Ok(Some(Ok(receipt)));
            }
            let sheet = hosted.interpreter().ballot(&hosted.index(), &vote.ballot, vote.on);
            let Some(sheet) = sheet else { return Ok(Some(Err(Refusal::Vote(NoVote::ByName)))) };
            let paper = match hosted.paper(&sheet, vote, &draft) {
                Ok(paper) => paper,
                Err(no_vote) => return Ok(Some(Err(Refusal::Vote(no_vote)))),
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
        let head = if sheet.elect.is_some() { row_of(&hosted.candidates(&sheet.id)) } else { format!("{CHOICE}\n") };
        let rows = papers.iter().map(|paper| if paper.ends_with('\n') { paper.clone() } else { format!("{paper}\n") });
        Ok(OpenedBox {
            choices: choices.collect(),
            table: format!("{head}{}", rows.collect::<String>()),
            papers: papers.len(),
            receipts,
        })
    }
}
