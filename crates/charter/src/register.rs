//! A register: acts read from JSON Lines or made in tests, checked against the charter's vocabulary, in order.
//!
//! What cannot be an act is a finding with its line. A correction replaces what it supersedes from the moment it was
//! recorded; both stay on file.

use std::collections::{BTreeMap, HashMap};

use charter_syntax::ast::{ActDecl, Type};
use charter_syntax::{At, Code, Diagnostic, suggest};
use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use kernel::Date;

use crate::act::{Act, On, Scalar, TypedAct};
use crate::{Charter, FieldValue, Network, platform};

/// Acts in order of effect, then of recording.
#[derive(Clone, Debug, Default)]
pub struct Register {
    acts: Vec<TypedAct>,
}

impl Register {
    /// Reads JSON Lines. Every line that is no act, and every act that the charter does not know, is a finding.
    pub fn read(text: &str, network: &Network) -> (Register, Vec<Diagnostic>) {
        let mut reading = Reading::new(network);
        let mut start = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let at = At { start, end: start + line.trim_end().len() };
            start += line.len();
            if !line.trim().is_empty() {
                reading.line(line, number + 1, at);
            }
        }
        reading.finish()
    }

    /// A register of acts that are already data.
    pub fn of(acts: impl IntoIterator<Item = Act>, network: &Network) -> (Register, Vec<Diagnostic>) {
        let mut reading = Reading::new(network);
        for (number, act) in acts.into_iter().enumerate() {
            reading.act(act, number + 1, At::default());
        }
        reading.finish()
    }

    /// The acts in order of effect.
    pub fn acts(&self) -> &[TypedAct] {
        &self.acts
    }

    /// What was known by the end of an instant: acts recorded later are left out, corrected acts too.
    pub fn known_at(&self, instant: DateTime<Utc>) -> Vec<&TypedAct> {
        let known: Vec<&TypedAct> = self.acts.iter().filter(|act| act.recorded_at <= instant).collect();
        let corrected: std::collections::HashSet<&str> =
            known.iter().filter_map(|act| act.supersedes.as_deref()).collect();
        known.into_iter().filter(|act| !corrected.contains(act.id.as_str())).collect()
    }

    /// The acts that were known to be corrected by the end of an instant, each with when the correction was recorded.
    pub fn corrected_at(&self, instant: DateTime<Utc>) -> Vec<(&TypedAct, DateTime<Utc>)> {
        let known = self.acts.iter().filter(|act| act.recorded_at <= instant);
        let corrections: HashMap<&str, DateTime<Utc>> =
            known.filter_map(|act| Some((act.supersedes.as_deref()?, act.recorded_at))).collect();
        self.acts.iter().filter_map(|act| Some((act, *corrections.get(act.id.as_str())?))).collect()
    }
}

struct Reading<'n> {
    network: &'n Network,
    platform: HashMap<String, ActDecl>,
    acts: Vec<TypedAct>,
    lines: HashMap<String, (usize, At)>,
    diagnostics: Vec<Diagnostic>,
}

impl<'n> Reading<'n> {
    fn new(network: &'n Network) -> Self {
        let platform = platform::acts().into_iter().map(|act| (act.name.text.clone(), act)).collect();
        Reading { network, platform, acts: Vec::new(), lines: HashMap::new(), diagnostics: Vec::new() }
    }

    fn line(&mut self, text: &str, number: usize, at: At) {
        match serde_json::from_str::<Act>(text) {
            Ok(act) => self.act(act, number, at),
            Err(error) => {
                let column = at.start + error.column().saturating_sub(1).min(at.end.saturating_sub(at.start));
                let place = At { start: column, end: at.end.max(column) };
                self.diagnostics
                    .push(Diagnostic::new(Code::ActMalformed, place).with("line", number).with("why", plain(&error)));
            }
        }
    }

    fn act(&mut self, act: Act, number: usize, at: At) {
        let id = act.id.clone();
        if let Some((first, place)) = self.lines.get(&id) {
            let repeated =
                Diagnostic::new(Code::ActRepeated, at).with("act", &id).with("line", number).with("first", first);
            self.diagnostics.push(repeated.also(*place, "first"));
            return;
        }
        self.lines.insert(id, (number, at));
        let found = self.diagnostics.len();
        let typed = self.typed(act, number, at);
        let broken = self.diagnostics.iter().skip(found).any(|d| d.severity() == charter_syntax::Severity::Error);
        if let (Some(typed), false) = (typed, broken) {
            self.acts.push(typed);
        }
    }

    fn typed(&mut self, act: Act, number: usize, at: At) -> Option<TypedAct> {
        let (charter, declaration) = match self.declaration(&act.act) {
            Some(found) => found,
            None => {
                let known: Vec<&str> = self.network.act_names().chain(platform::names()).collect();
                let suggestion = suggest(&act.act, known).map(str::to_owned);
                let unknown = Diagnostic::new(Code::ActUnknown, at).with("act", &act.act).with("line", number);
                self.diagnostics.push(unknown.suggesting(suggestion.as_deref()));
                return None;
            }
        };
        let on = self.civil(act.on, charter);
        let fields = self.fields(&act, &declaration, charter, number, at);
        self.cause(&act, charter, number, at);
        let mut present: Vec<String> = act.sealed.keys().cloned().collect();
        self.missing_fields(&declaration, &fields, &present, &act, number, at);
        self.unknown_documents(&declaration, &act, number, at);
        present.extend(act.evidence.iter().map(|evidence| evidence.document.clone()));
        let recorded_at = act.recorded_at.unwrap_or_else(|| start_of(on));
        Some(TypedAct {
            id: act.id,
            act: act.act,
            by: act.by,
            about: act.about,
            on,
            recorded_at,
            fields,
            present,
            supersedes: act.supersedes,
        })
    }

    /// The newest declaration of an act: an older version's register must stay readable.
    fn declaration(&self, name: &str) -> Option<(&'n Charter, ActDecl)> {
        let newest = self.network.versions().iter().rev();
        let declared = newest.clone().find_map(|charter| Some((charter, charter.act(name)?.clone())));
        declared.or_else(|| Some((newest.clone().next()?, self.platform.get(name)?.clone())))
    }

    fn civil(&self, on: On, charter: &Charter) -> Date {
        match on {
            On::Date(date) => date,
            On::Instant(instant) => {
                let zone = charter.header.time_zone.first().and_then(|zone| zone.is.parse::<chrono_tz::Tz>().ok());
                let local = instant.with_timezone(&zone.unwrap_or(chrono_tz::UTC)).date_naive();
                Date::from_civil(local).unwrap_or(Date::MAX)
            }
        }
    }

    fn fields(
        &mut self,
        act: &Act,
        declaration: &ActDecl,
        charter: &Charter,
        line: usize,
        at: At,
    ) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::new();
        for (name, value) in &act.fields {
            let Some(ty) = field_type(name, declaration, charter) else {
                let known = declaration.fields.iter().map(|field| field.name.as_str());
                let suggestion = suggest(name, known.chain(declaration.with.iter().map(|with| with.as_str())));
                let unknown = Diagnostic::new(Code::FieldUnknown, at)
                    .with("field", name)
                    .with("act", &act.act)
                    .with("line", line);
                self.diagnostics.push(unknown.suggesting(suggestion));
                continue;
            };
            match FieldValue::read(&value.as_text(), &ty, charter) {
                Ok(value) => {
                    fields.insert(name.clone(), value);
                }
                Err(why) => {
                    let wrong = Diagnostic::new(Code::FieldInvalid, at).with("field", name).with("act", &act.act);
                    self.diagnostics.push(wrong.with("why", why).with("line", line));
                }
            }
        }
        fields
    }

    fn missing_fields(
        &mut self,
        declaration: &ActDecl,
        fields: &BTreeMap<String, FieldValue>,
        present: &[String],
        act: &Act,
        line: usize,
        at: At,
    ) {
        let demanded = self.demanded(act);
        for field in declaration.fields.iter().filter(|field| !field.optional || demanded.contains(&field.name.text)) {
            let there = act.fields.contains_key(field.name.as_str()) || fields.contains_key(field.name.as_str());
            if !there && !present.iter().any(|name| field.name == name.as_str()) {
                let missing = Diagnostic::new(Code::FieldMissing, at).with("field", &field.name).with("act", &act.act);
                self.diagnostics.push(missing.with("line", line));
            }
        }
    }

    /// A document that is none of the act's.
    fn unknown_documents(&mut self, declaration: &ActDecl, act: &Act, line: usize, at: At) {
        let known = || declaration.documents.iter().map(|document| document.name.as_str());
        for evidence in act.evidence.iter().filter(|evidence| !known().any(|name| name == evidence.document)) {
            let unknown =
                Diagnostic::new(Code::FieldUnknown, at).with("field", &evidence.document).with("act", &act.act);
            self.diagnostics.push(unknown.with("line", line).suggesting(suggest(&evidence.document, known())));
        }
    }

    /// An act that empties a seat names a cause for which the charter says who fills it.
    fn cause(&mut self, act: &Act, charter: &Charter, line: usize, at: At) {
        let Some(cause) = act.fields.get("cause").filter(|_| act.act == "unseat").map(Scalar::as_text) else {
            return;
        };
        let body = act.about.as_deref().and_then(|seat| seat.split('/').next()).unwrap_or_default();
        let cases =
            charter.vacancies().filter(|(_, vacancy)| vacancy.of == body).flat_map(|(_, vacancy)| &vacancy.cases);
        let mut causes: Vec<&str> = cases.flat_map(|line| &line.is.causes).map(|name| name.as_str()).collect();
        causes.dedup();
        if causes.is_empty() || causes.contains(&"otherwise") || causes.contains(&cause.as_str()) {
            return;
        }
        let why = format!("`{cause}` is none of the causes that the charter names: {}", causes.join(", "));
        let wrong = Diagnostic::new(Code::FieldInvalid, at).with("field", "cause").with("act", &act.act);
        self.diagnostics.push(wrong.with("why", why).with("line", line));
    }

    /// Fields that the charter demands of an act that creates a seat.
    fn demanded(&self, act: &Act) -> Vec<String> {
        if act.act != "create-seat" {
            return Vec::new();
        }
        let body = act.about.as_deref().and_then(|seat| seat.split('/').next()).unwrap_or_default();
        let declared = self.network.newest().and_then(|charter| charter.body(body));
        let seats = declared.map_or(&[][..], |body| &body.seats);
        seats.iter().flat_map(|seat| &seat.is.needs).map(|name| name.text.clone()).collect()
    }

    fn finish(mut self) -> (Register, Vec<Diagnostic>) {
        self.acts.sort_by_key(|act| (act.on, act.recorded_at));
        for act in &self.acts {
            let Some(corrected) = &act.supersedes else { continue };
            if !self.lines.contains_key(corrected) {
                let (line, at) = self.lines.get(&act.id).copied().unwrap_or_default();
                let unknown =
                    Diagnostic::new(Code::SupersedesUnknown, at).with("act", &act.id).with("corrected", corrected);
                self.diagnostics.push(unknown.with("line", line));
            }
        }
        (Register { acts: self.acts }, self.diagnostics)
    }
}

/// The type of a field: of the act, or of a fact or person stated with it.
fn field_type(name: &str, declaration: &ActDecl, charter: &Charter) -> Option<Type> {
    if let Some(field) = declaration.fields.iter().find(|field| field.name == name) {
        return Some(field.ty.clone());
    }
    let stated = declaration.with.iter().any(|with| with == name);
    if stated {
        return charter.fact(name).map(|fact| fact.ty.clone()).or(Some(Type::Person));
    }
    // The period a fact is stated for, where it is not the last one before the act: `annual-income-for`.
    let fact = name.strip_suffix("-for")?;
    let per = charter.fact(fact).filter(|_| declaration.with.iter().any(|with| with == fact))?.per.clone()?;
    Some(Type::Named(per))
}

/// Midnight of a civil date, taken as UTC: the earliest moment at which it can have been recorded.
pub fn start_of(date: Date) -> DateTime<Utc> {
    Utc.from_utc_datetime(&date.to_civil().and_time(NaiveTime::MIN))
}

/// A JSON error in words a secretary can use.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cut = text.find(" at line ").unwrap_or(text.len());
    text.get(..cut).unwrap_or_default().to_owned()
}
