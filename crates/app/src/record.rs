//! Recording an act: checked against the charter's vocabulary and against who may do it, then appended.

use std::collections::BTreeMap;

use charter::act::{Act, Evidence, On, Scalar, TypedAct};
use charter::{Question, Register, Value};
use charter_syntax::{Diagnostic, Severity};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use interpreter::BallotSheet;
use kernel::Date;
use sha2::{Digest, Sha256};

use crate::{Asked, Error, Hosted, Platform};

/// An act as somebody means to record it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The name of the act.
    pub act: String,
    /// Who did it.
    pub by: Option<String>,
    /// About whom or what.
    pub about: Option<String>,
    /// The day it takes effect.
    pub on: Date,
    /// Its fields and facts, as they were written.
    pub fields: BTreeMap<String, String>,
    /// Documents, by their names in the charter: with the reference of one that was brought here, or without, if it is on
    /// file elsewhere.
    pub documents: BTreeMap<String, Option<String>>,
    /// Who records it.
    pub recorded_by: String,
    /// Names this attempt, so that sending it twice records it once.
    pub attempt: String,
}

/// How many letters of its content's hash an act carries in its identifier.
const MARK: usize = 12;

/// Why an act was not recorded.
#[derive(Debug)]
pub enum Refusal {
    /// It is not whole, or a field says what it cannot say.
    Findings(Vec<Diagnostic>),
    /// A document that it cites was not brought by whoever records it.
    DocumentMissing,
    /// The charter does not allow it to whoever did it: the question that was asked and its answer.
    Charter(Box<Asked>),
    /// A vote that cannot be taken.
    Vote(NoVote),
}

/// Why a vote is not taken, whoever may vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVote {
    /// The ballot was closed, or its result declared.
    Closed,
    /// There is a vote of theirs already; it stays.
    Repeated,
    /// Votes are secret: nothing that shows how somebody voted is recorded.
    Secret,
    /// Votes are by name: there is no box.
    ByName,
    /// So few are on the roll that a secret vote would not stay one.
    TooFew,
    /// The paper says nothing that can be counted.
    NoPaper,
    /// Votes are not taken yet.
    NotOpen,
    /// There is no such meeting, or it is not open.
    NoMeeting,
}

impl NoVote {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            NoVote::Closed => "closed",
            NoVote::Repeated => "repeated",
            NoVote::Secret => "secret",
            NoVote::ByName => "by-name",
            NoVote::TooFew => "too-few",
            NoVote::NoPaper => "no-paper",
            NoVote::NotOpen => "not-open",
            NoVote::NoMeeting => "no-meeting",
        }
    }
}

/// Recorded, or which of several acts is refused and why.
pub type Recorded = Result<(), (usize, Refusal)>;

impl Draft {
    /// The act, named after the attempt and its content: the same sent twice is one, a changed one is another.
    pub(crate) fn act(&self) -> Act {
        let mut act = self.unnamed();
        let content = serde_json::to_string(&act).unwrap_or_default();
        let mark = HEXLOWER.encode(&Sha256::digest(content.as_bytes()));
        act.id = format!("{}-{}", self.attempt, mark.chars().take(MARK).collect::<String>());
        act
    }

    fn unnamed(&self) -> Act {
        let mut act = Act::new("", &self.act, self.on);
        act.on = On::Date(self.on);
        act.by.clone_from(&self.by);
        act.about.clone_from(&self.about);
        act.recorded_by = Some(self.recorded_by.clone());
        let given = self.fields.iter().filter(|(_, value)| !value.trim().is_empty());
        act.fields = given.map(|(name, value)| (name.clone(), Scalar::Text(value.trim().to_owned()))).collect();
        let document = |(name, reference): (&String, &Option<String>)| Evidence {
            document: name.clone(),
            language: None,
            reference: reference.clone(),
        };
        act.evidence = self.documents.iter().map(document).collect();
        act
    }
}

impl Hosted {
    /// What stands against an act, if anything does.
    pub fn refusal(&self, draft: &Draft) -> Option<Refusal> {
        let (_, findings) = Register::of([draft.act()], self.network());
        let broken: Vec<Diagnostic> =
            findings.into_iter().filter(|finding| finding.severity() == Severity::Error).collect();
        if !broken.is_empty() {
            return Some(Refusal::Findings(broken));
        }
        if let Some(no_vote) = self.no_vote(draft) {
            return Some(Refusal::Vote(no_vote));
        }
        let asked = self.allowed(draft)?;
        // Whoever votes in their own name must have the vote; what the secretariat writes down may be looked at later.
        let own_vote = draft.act == CAST && draft.by.as_deref() == Some(draft.recorded_by.as_str());
        let refused = if own_vote { asked.answer.value != Value::Yes } else { asked.answer.value == Value::No };
        refused.then(|| Refusal::Charter(Box::new(asked)))
    }

    /// Why a vote is not taken. What was recorded first counts, to the second: a vote that is recorded after the ballot was
    /// closed is none, whatever its day.
    fn no_vote(&self, draft: &Draft) -> Option<NoVote> {
        if matches!(draft.act.as_str(), "attend" | "leave") {
            return self.no_attendance(draft);
        }
        let ballot = draft.about.as_deref().filter(|_| draft.act == CAST)?;
        if let Some(no_vote) = self.late_or_repeated(draft, ballot) {
            return Some(no_vote);
        }
        let sheet = |on: Date| self.interpreter().ballot_head(&self.index(), ballot, on);
        let opens = |act: &&TypedAct| act.act == "open-ballot" && act.about.as_deref() == Some(ballot);
        let opened = self.register().acts().iter().find(opens).map(|act| act.on);
        // Secrecy is that of the ballot, whatever day somebody writes on a vote.
        if opened.into_iter().chain([draft.on]).filter_map(sheet).any(|sheet| sheet.is_secret) {
            return Some(NoVote::Secret);
        }
        sheet(draft.on).and_then(|sheet| out_of_time(&sheet, draft.on))
    }

    /// Whoever says that they are at a meeting themselves must be able to be: it is open, and they belong there.
    fn no_attendance(&self, draft: &Draft) -> Option<NoVote> {
        let who = draft.by.as_deref().filter(|who| *who == draft.recorded_by)?;
        let meeting = draft.about.as_deref().and_then(|id| self.meeting_head(id, who, draft.on));
        if meeting.is_some_and(|head| head.is_open) { None } else { Some(NoVote::NoMeeting) }
    }

    /// Whether a ballot is over by what is on record, or the voter has a vote in it.
    pub(crate) fn late_or_repeated(&self, draft: &Draft, ballot: &str) -> Option<NoVote> {
        let mut of_ballot = self.register().acts().iter().filter(|act| act.about.as_deref() == Some(ballot));
        let ends = |act: &&TypedAct| matches!(act.act.as_str(), "close-ballot" | "declare-result");
        if of_ballot.clone().any(|act| ends(&act)) {
            return Some(NoVote::Closed);
        }
        let repeats = of_ballot.any(|act| act.act == CAST && act.by == draft.by);
        repeats.then_some(NoVote::Repeated)
    }

    /// Whether the charter allows an act to whoever does it; none: nobody is named, or the charter has no say in it. Of a
    /// vote it is asked whether they vote in that ballot.
    pub fn allowed(&self, draft: &Draft) -> Option<Asked> {
        let who = draft.by.clone()?;
        let is_vote = draft.act == CAST;
        if !is_vote && charter::platform::is_act(&draft.act) {
            return None;
        }
        let (verb, scope, about) = match is_vote {
            true => (String::from("vote"), Some(draft.about.clone()?), None),
            false => (draft.act.clone(), None, draft.about.clone()),
        };
        let question = Question::May { who, person: None, verb, scope, about };
        Some(Asked { answer: self.judge(&question, draft.on), question })
    }
}

/// Whether a day lies before a ballot opens or after its last day.
pub(crate) fn out_of_time(sheet: &BallotSheet, on: Date) -> Option<NoVote> {
    match sheet.opened {
        None => Some(NoVote::NotOpen),
        Some(opened) if on < opened => Some(NoVote::NotOpen),
        Some(_) => sheet.is_over.then_some(NoVote::Closed),
    }
}

/// The act of voting.
pub(crate) const CAST: &str = "cast";

/// How often an act is looked at again because others recorded something meanwhile.
pub(crate) const TRIES: usize = 5;

impl Platform {
    /// Records an act, unless something stands against it. It is judged by the record that it is appended to: whatever
    /// others recorded meanwhile counts. The same attempt sent twice is recorded once.
    #[tracing::instrument(skip_all, fields(network = slug, act = draft.act))]
    pub fn record(&self, slug: &str, draft: &Draft, now: DateTime<Utc>) -> Result<Option<Result<(), Refusal>>, Error> {
        let recorded = self.record_together(slug, std::slice::from_ref(draft), now)?;
        Ok(recorded.map(|done| done.map_err(|(_, refusal)| refusal)))
    }

    /// Records several acts, all or none of them: each is judged by the record as it is before any of them. Of a refusal it is
    /// said which of them is refused. Those that were recorded before, by the same attempt, are passed over.
    pub fn record_together(&self, slug: &str, drafts: &[Draft], now: DateTime<Utc>) -> Result<Option<Recorded>, Error> {
        for _ in 0..TRIES {
            let Some(hosted) = self.hosted(slug)? else { return Ok(None) };
            let is_known = |act: &Act| hosted.register().acts().iter().any(|known| known.id == act.id);
            let mut new: Vec<(&Draft, Act)> = Vec::new();
            for (place, draft) in drafts.iter().enumerate() {
                let act = draft.act();
                if is_known(&act) {
                    continue;
                }
                for reference in draft.documents.values().flatten() {
                    if !self.was_brought_by(&hosted, reference, &draft.recorded_by)? {
                        return Ok(Some(Err((place, Refusal::DocumentMissing))));
                    }
                }
                if let Some(refusal) = hosted.refusal(draft) {
                    return Ok(Some(Err((place, refusal))));
                }
                new.push((draft, act));
            }
            if new.is_empty() {
                return Ok(Some(Ok(())));
            }
            let recorded = self.store.within(hosted.tenant(), |unit| -> Result<bool, Error> {
                let unmoved = unit.hold()? == hosted.head();
                if unmoved {
                    let entries = new.iter().map(|(_, act)| crate::sealing::entry(hosted.network(), act.clone()));
                    unit.append(entries.collect(), now)?;
                    for (draft, _) in &new {
                        unit.drop_aside(&draft.recorded_by, &draft.act)?;
                    }
                }
                Ok(unmoved)
            })?;
            if recorded {
                return Ok(Some(Ok(())));
            }
        }
        Err(Error::Busy)
    }
}
