//! Bringing a register in from a table: looked at as a whole first, then recorded as a whole or not at all.

use std::collections::{BTreeMap, HashSet};

use charter::Register;
use charter::act::Act;
use charter_syntax::{Diagnostic, Severity};
use chrono::{DateTime, Utc};
use interpreter::Interpreter;
use kernel::Date;

use crate::record::Draft;
use crate::{Error, Hosted, Platform};

/// The most acts that are taken at once.
const MOST: usize = 5_000;

/// The columns that every act has; all others are its fields.
const COLUMNS: [&str; 4] = ["act", "by", "about", "on"];

/// Acts that say what became of a notice: only whoever sent it knows.
const OF_NOTICES: &[&str] = &["send-notice", "deliver-notice", "fail-notice"];

/// What stands against a row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line in the file, where the line of names is the first.
    pub line: u64,
    /// What is wrong.
    pub finding: RowFinding,
}

/// What can be wrong with a row.
#[derive(Clone, Debug)]
pub enum RowFinding {
    /// It has another number of columns, or text that is not UTF-8.
    Unreadable,
    /// Its day is none: written as 2026-11-30.
    Day(String),
    /// The same stands in an earlier row.
    Twice,
    /// What became of notices the platform writes, and nobody else.
    NotByHand(String),
    /// The charter's vocabulary has something against it.
    Finding(Diagnostic),
}

/// What was found in a table.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// How many acts it has that are not on file yet.
    pub fresh: usize,
    /// How many are on file already.
    pub known: usize,
    /// What stands against taking it.
    pub problems: Vec<Row>,
    /// Acts that would be kept and not count, as the charter has it.
    pub warnings: Vec<Diagnostic>,
    /// The names of the columns cannot be used: this one is missing.
    pub missing: Option<&'static str>,
    /// There are more than are taken at once.
    pub too_many: bool,
    drafts: Vec<Draft>,
}

impl Looked {
    /// Whether it can be taken.
    pub fn is_fit(&self) -> bool {
        self.problems.is_empty() && self.missing.is_none() && !self.too_many && self.fresh > 0
    }
}

impl Hosted {
    /// Looks at a table of acts.
    fn look_at(&self, text: &str, recorded_by: &str) -> Looked {
        let mut looked = Looked::default();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let names = reader.headers().cloned().unwrap_or_default();
        looked.missing = ["act", "on"].into_iter().find(|needed| !names.iter().any(|name| name == *needed));
        if looked.missing.is_some() {
            return looked;
        }
        let on_file: HashSet<&str> = self.register().acts().iter().map(|act| act.id.as_str()).collect();
        let mut seen = HashSet::new();
        for (row, line) in reader.records().zip(2_u64..) {
            if looked.fresh > MOST {
                break;
            }
            let Ok(row) = row else {
                looked.problems.push(Row { line, finding: RowFinding::Unreadable });
                continue;
            };
            let line = row.position().map_or(line, csv::Position::line);
            match draft(&names, &row, recorded_by) {
                Ok(draft) => self.look_at_row(draft, line, &on_file, &mut seen, &mut looked),
                Err(finding) => looked.problems.push(Row { line, finding }),
            }
        }
        looked.too_many = looked.fresh > MOST;
        looked
    }

    fn look_at_row(
        &self,
        draft: Draft,
        line: u64,
        on_file: &HashSet<&str>,
        seen: &mut HashSet<String>,
        looked: &mut Looked,
    ) {
        let act = draft.act();
        if on_file.contains(act.id.as_str()) {
            looked.known = looked.known.saturating_add(1);
            return;
        }
        if !seen.insert(act.id.clone()) {
            looked.problems.push(Row { line, finding: RowFinding::Twice });
            return;
        }
        // A vote in a ballot that is held here goes through the ballot's page, which asks whether it can be taken.
        let votes_here = draft.act == crate::record::CAST
            && self.register().acts().iter().any(|known| known.act == "open-ballot" && known.about == draft.about);
        if votes_here || OF_NOTICES.contains(&draft.act.as_str()) {
            looked.problems.push(Row { line, finding: RowFinding::NotByHand(draft.act) });
            return;
        }
        let (_, findings) = Register::of([act], self.network());
        let errors = findings.into_iter().filter(|finding| finding.severity() == Severity::Error);
        let before = looked.problems.len();
        looked.problems.extend(errors.map(|finding| Row { line, finding: RowFinding::Finding(finding) }));
        if looked.problems.len() == before {
            looked.fresh = looked.fresh.saturating_add(1);
            looked.drafts.push(draft);
        }
    }

    /// What the charter says of these acts once they are all on file.
    fn warnings(&self, on_file: Vec<Act>, drafts: &[Draft]) -> Vec<Diagnostic> {
        let all = on_file.into_iter().chain(drafts.iter().map(Draft::act));
        let (register, _) = Register::of(all, self.network());
        let ids: HashSet<String> = drafts.iter().map(|draft| draft.act().id).collect();
        let is_of_these = |finding: &Diagnostic| finding.arg("line").is_some_and(|line| ids.contains(line));
        Interpreter::new(self.network()).review(&register).into_iter().filter(is_of_these).collect()
    }
}

fn draft(names: &csv::StringRecord, row: &csv::StringRecord, recorded_by: &str) -> Result<Draft, RowFinding> {
    let named: BTreeMap<&str, &str> = names.iter().zip(row.iter()).filter(|(_, value)| !value.is_empty()).collect();
    let text = |name: &str| named.get(name).map(|text| (*text).to_owned());
    let day = text("on").unwrap_or_default();
    let on: Date = day.parse().map_err(|_| RowFinding::Day(day))?;
    let fields = named.iter().filter(|(name, _)| !COLUMNS.contains(name));
    Ok(Draft {
        act: text("act").unwrap_or_default(),
        by: text("by"),
        about: text("about"),
        on,
        fields: fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        documents: BTreeMap::new(),
        recorded_by: recorded_by.to_owned(),
        // The same row of the same table is one act, however often the table is brought.
        attempt: String::from("table"),
    })
}

impl Platform {
    /// Looks at a table of acts, as CSV with a line of names: `act`, `by`, `about`, `on` and any fields. Nothing is recorded.
    pub fn look_at_table(&self, hosted: &Hosted, text: &str, recorded_by: &str) -> Result<Looked, Error> {
        let mut looked = hosted.look_at(text, recorded_by);
        if looked.is_fit() {
            let on_file = self.store.within(hosted.tenant(), |unit| -> Result<_, Error> { Ok(unit.acts_after(0)?) })?;
            looked.warnings = hosted.warnings(on_file, &looked.drafts);
        }
        Ok(looked)
    }

    /// Records a table of acts: all of it, or nothing. Answers what was found; nothing is recorded if it is not fit.
    #[tracing::instrument(skip_all, fields(network = slug))]
    pub fn import(&self, slug: &str, text: &str, recorded_by: &str, now: DateTime<Utc>) -> Result<Looked, Error> {
        for _ in 0..crate::record::TRIES {
            let Some(hosted) = self.hosted(slug)? else { return Ok(Looked::default()) };
            let looked = hosted.look_at(text, recorded_by);
            if !looked.is_fit() {
                return Ok(looked);
            }
            let entries = looked.drafts.iter().map(|draft| crate::sealing::entry(hosted.network(), draft.act()));
            let recorded = self.store.within(hosted.tenant(), |unit| -> Result<bool, Error> {
                let unmoved = unit.hold()? == hosted.head();
                if unmoved {
                    unit.append(entries.collect(), now)?;
                }
                Ok(unmoved)
            })?;
            if recorded {
                return Ok(looked);
            }
        }
        Err(Error::Busy)
    }
}
