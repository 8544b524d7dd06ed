//! Recording an act: checked against the charter's vocabulary and against who may do it, then appended.

use std::collections::BTreeMap;

use charter::act::{Act, Evidence, On, Scalar};
use charter::{Question, Register, Value};
use charter_syntax::{Diagnostic, Severity};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use kernel::Date;
use sha2::{Digest, Sha256};

use crate::{Asked, Bar, Error, Hosted, Platform, candidacies};

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
    /// Something bars it, whatever the charter allows.
    Barred(Bar),
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
        if let Some(bar) = self.bar(draft) {
            return Some(Refusal::Barred(bar));
        }
        let asked = self.allowed(draft)?;
        // Whoever votes in their own name must have the vote; what the secretariat writes down may be looked at later.
        let own_vote = draft.act == CAST && draft.by.as_deref() == Some(draft.recorded_by.as_str());
        let refused = if own_vote { asked.answer.value != Value::Yes } else { asked.answer.value == Value::No };
        refused.then(|| Refusal::Charter(Box::new(asked)))
    }

    /// Whether the charter allows an act to whoever does it; none: nobody is named, or the charter has no say in it. Of a
    /// vote it is asked whether they vote in that ballot.
    pub fn allowed(&self, draft: &Draft) -> Option<Asked> {
        let who = draft.by.clone()?;
        if draft.act == candidacies::FILE {
            let question = candidacies::question_of(draft)?;
            return Some(Asked { answer: self.judge(&question, draft.on), question });
        }
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
                let dated = hosted.bar_today(draft, hosted.today(now)).map(Refusal::Barred);
                if let Some(refusal) = dated.or_else(|| hosted.refusal(draft)) {
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
