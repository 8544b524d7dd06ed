//! What would change an answer: candidate acts and dates, each verified by asking again.
//!
//! Candidates come from the reasons: the act that would fulfil a missed duty, state a missing fact, supply what a
//! procedure needs. A candidate counts only if it is an act its actor may do, and only if the answer flips.

use charter::act::{Act, Evidence, On, Scalar, TypedAct};
use charter::{Answer, Need, Node, Question, Reason, Remedy, Value};
use charter_syntax::ClauseLabel;
use kernel::{Date, Period, PeriodKind};

use crate::evaluate::{Evaluator, Tri, World};
use crate::index::{ActRow, Index, View};
use crate::interpreter::{Interpreter, Moment};
use crate::program::*;
use crate::symbols::Sym;

/// At most so many candidates are tried alone; pairs are formed of the first few.
const MOST_CANDIDATES: usize = 96;
const MOST_IN_PAIRS: usize = 8;
/// So many remedies of one size are enough to choose from.
const MOST_REMEDIES: usize = 3;
/// A day that changes the answer is looked for so many steps ahead.
const MOST_DAYS: usize = 16;
/// An act that any member could do is tried with so many of them.
const MOST_ACTORS: usize = 64;

/// Looks for what would flip an answer.
pub(crate) fn find(
    interpreter: &Interpreter,
    index: &mut Index,
    moment: &Moment,
    question: &Question,
    answer: &Answer,
) -> Vec<Remedy> {
    if !can_flip(&answer.value) {
        return Vec::new();
    }
    let candidates = candidates(interpreter, index, moment, question, answer);
    let mut remedies = Vec::new();
    let mut rows: Vec<(Act, ActRow)> = Vec::new();
    for act in candidates.into_iter().take(MOST_CANDIDATES) {
        let row = index.hypothetical(&typed(interpreter, &act));
        rows.push((act, row));
    }
    rows.retain(|(act, row)| lawful(interpreter, index, moment, act, row));
    for (act, row) in &rows {
        let then = interpreter.judge_supposing(index, std::slice::from_ref(row), moment, question).value;
        if flips(&answer.value, &then) {
            remedies.push(Remedy::Acts { acts: vec![act.clone()], then });
        }
        if remedies.len() == MOST_REMEDIES {
            break;
        }
    }
    if remedies.is_empty() {
        pairs(interpreter, index, moment, question, answer, &rows, &mut remedies);
    }
    remedies.extend(waiting(interpreter, index, moment, question, answer));
    remedies
}

/// The first day found on which the answer comes out differently by itself: among a few horizons ahead and the days
/// that its reasons name.
fn waiting(
    interpreter: &Interpreter,
    index: &Index,
    moment: &Moment,
    question: &Question,
    answer: &Answer,
) -> Option<Remedy> {
    let on_day = |on: Date| interpreter.judge(index, &Moment { as_of: on, under: moment.under.clone() }, question);
    let mut named: Vec<Date> = answer
        .because
        .iter()
        .flat_map(Node::all)
        .flat_map(|node| node.with.values().filter_map(|word| word.parse().ok()))
        .filter(|date| *date > moment.as_of)
        .collect();
    named.sort_unstable();
    let mut next = answer.horizon;
    for _ in 0..MOST_DAYS {
        let reason = named.iter().copied().find(|date| next.is_none_or(|next| *date < next));
        let on = reason.or(next)?;
        named.retain(|date| *date > on);
        let later = on_day(on);
        if flips(&answer.value, &later.value) {
            return Some(Remedy::Date { on, then: later.value });
        }
        if reason.is_none() {
            next = later.horizon.filter(|next| *next > on);
        }
    }
    let on = named.into_iter().find(|on| flips(&answer.value, &on_day(*on).value))?;
    Some(Remedy::Date { on, then: on_day(on).value })
}

fn pairs(
    interpreter: &Interpreter,
    index: &Index,
    moment: &Moment,
    question: &Question,
    answer: &Answer,
    rows: &[(Act, ActRow)],
    remedies: &mut Vec<Remedy>,
) {
    for (place, (first, one)) in rows.iter().take(MOST_IN_PAIRS).enumerate() {
        for (second, other) in rows.iter().take(MOST_IN_PAIRS).skip(place + 1) {
            let both = [one.clone(), other.clone()];
            let then = interpreter.judge_supposing(index, &both, moment, question).value;
            if flips(&answer.value, &then) {
                remedies.push(Remedy::Acts { acts: vec![first.clone(), second.clone()], then });
                return;
            }
        }
    }
}

/// Answers that an act can flip: a no, a yes, a state, or one that waits for something.
fn can_flip(value: &Value) -> bool {
    matches!(value, Value::No | Value::Yes | Value::Needs(_) | Value::State { .. })
}

fn flips(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Yes, Value::No) | (Value::No, Value::Yes) => true,
        (Value::Needs(_), Value::Needs(_) | Value::NotOnFile(_)) => false,
        (Value::Needs(_), _) => true,
        (Value::State { state, .. }, Value::State { state: other, .. }) => state != other,
        _ => false,
    }
}

/// The acts that the reasons suggest, most direct first, without repetition.
fn candidates(
    interpreter: &Interpreter,
    index: &Index,
    moment: &Moment,
    question: &Question,
    answer: &Answer,
) -> Vec<Act> {
    let view = View::of(index);
    let Some((program, _)) = interpreter.in_force(view, moment.as_of) else { return Vec::new() };
    let maker = Maker { interpreter, index, program, on: moment.as_of, subject: subject(question) };
    let mut acts = Vec::new();
    if let Value::Needs(needs) = &answer.value {
        for need in needs {
            acts.extend(maker.for_need(need));
        }
    }
    for node in answer.because.iter().flat_map(Node::all) {
        acts.extend(maker.for_reason(node));
    }
    let mut seen: Vec<String> = Vec::new();
    acts.retain(|act| {
        let text = Remedy::Acts { acts: vec![act.clone()], then: Value::Yes }.to_string();
        let new = !seen.contains(&text);
        seen.push(text);
        new
    });
    for (number, act) in acts.iter_mut().enumerate() {
        act.id = format!("supposed-{}", number + 1);
    }
    acts
}

/// Whom a question is about.
fn subject(question: &Question) -> &str {
    match question {
        Question::May { who, about, .. } => about.as_deref().unwrap_or(who),
        Question::Is { who, .. }
        | Question::Status { who }
        | Question::Duties { who }
        | Question::Amount { who, .. } => who,
        Question::State { of, .. } => of,
        Question::WhoMay { of, .. } => of.as_deref().unwrap_or_default(),
        Question::Quorate { what } | Question::Carried { what } | Question::Elected { what } => what,
        Question::Due { .. }
        | Question::Seats { .. }
        | Question::Earliest { .. }
        | Question::Latest { .. }
        | Question::Rule { .. } => "",
    }
}

/// Makes acts of the day asked about.
struct Maker<'a> {
    interpreter: &'a Interpreter,
    index: &'a Index,
    program: &'a Program,
    on: Date,
    subject: &'a str,
}

impl Maker<'_> {
    fn name(&self, symbol: Sym) -> &str {
        self.index.symbols().name(symbol)
    }

    fn sym(&self, text: &str) -> Sym {
        self.index.symbols().get(text).unwrap_or(Sym::NONE)
    }

    fn blank(&self, act: &str) -> Act {
        Act::new("", act, self.on)
    }

    /// An act of a declared kind done for the subject today: by it or about it, as the act has it.
    fn declared(&self, act: &crate::program::Act, period: Option<&str>) -> Vec<Act> {
        let mut made = self.blank(self.name(act.name));
        if let (Some((field, _)), Some(period)) = (act.period_field, period) {
            made.fields.insert(self.name(field).to_owned(), period_scalar(period));
        }
        if act.subject == SubjectIn::By {
            made.by = Some(self.subject.to_owned());
            return vec![made];
        }
        made.about = Some(self.subject.to_owned());
        self.actors(&act.by).into_iter().map(|by| Act { by, ..made.clone() }).collect()
    }

    /// Everybody who is such a party: an office or body by its name, members other than the subject.
    fn actors(&self, party: &PartyIr) -> Vec<Option<String>> {
        let mut actors = Vec::new();
        for one in party {
            match one {
                PartyRef::Named(name) => actors.push(Some(self.name(*name).to_owned())),
                PartyRef::Anyone => actors.push(None),
                PartyRef::Standing(Standing::Class(class)) => actors.extend(self.members(*class).into_iter().map(Some)),
                PartyRef::Standing(_) => {}
            }
        }
        actors
    }

    /// Members of a class other than the subject, those of another kind first: one from each corner of the network.
    fn members(&self, class: ClassId) -> Vec<String> {
        let subject = self.sym(self.subject);
        let view = View::of(self.index);
        let choices = self.interpreter.choices(self.program, view, self.on);
        let world = World {
            program: self.program,
            view,
            names: self.interpreter.names(),
            choices: &choices,
            versions: self.interpreter.programs(),
        };
        let mut judge = Evaluator::<false>::new(world, self.on);
        let members = judge.class_members(class, self.on);
        let mut seen = Vec::new();
        let mut ranked: Vec<(usize, String)> = Vec::new();
        for who in members.into_iter().filter(|who| *who != subject) {
            let mut facts: Vec<_> = self
                .program
                .facts
                .keys()
                .filter_map(|fact| Some((*fact, judge.fact(who, *fact, self.on)?.0)))
                .collect();
            facts.sort_by_key(|(fact, _)| *fact);
            let alike = seen.iter().filter(|other| **other == facts).count();
            seen.push(facts);
            ranked.push((alike, self.name(who).to_owned()));
        }
        ranked.sort_by_key(|(alike, _)| *alike);
        ranked.into_iter().map(|(_, name)| name).take(MOST_ACTORS).collect()
    }

    /// Members who could attend the meeting or vote in the ballot that a decision lacks.
    fn attending(&self, decision: &str) -> Vec<Act> {
        let found = self.program.decision_named(self.sym(decision)).and_then(|id| self.program.decision(id));
        let Some(decision) = found else { return Vec::new() };
        let counted =
            decision.present.iter().map(|line| line.is.0.of).chain(decision.roll.iter().map(|line| line.is.who.of));
        let class = counted.into_iter().find_map(|set| match set {
            SetRef::Class(class) => Some(class),
            _ => None,
        });
        let Some(class) = class else { return Vec::new() };
        let view = View::of(self.index);
        let meeting = self.sym(self.subject);
        let there = view.about(meeting, self.interpreter.names().attend);
        let absent = self.members(class).into_iter().filter(|who| !there.iter().any(|act| self.name(act.by) == who));
        let attend = |who: String| {
            let mut act = self.blank("attend");
            act.by = Some(who);
            act.about = Some(self.subject.to_owned());
            act
        };
        absent.map(attend).collect()
    }

    fn for_need(&self, need: &Need) -> Vec<Act> {
        match need {
            Need::Reading { reading } => self.adoptions(reading),
            Need::Fact { .. } | Need::Decision { .. } => Vec::new(),
        }
    }

    fn adoptions(&self, reading: &str) -> Vec<Act> {
        let found = self.program.reading_named(self.sym(reading)).and_then(|id| self.program.reading(id));
        let options = found.map_or(&[][..], |reading| &reading.options);
        let adopt = |option: &Sym| {
            let mut act = self.blank("adopt-reading");
            act.fields.insert(String::from("reading"), Scalar::Text(reading.to_owned()));
            act.fields.insert(String::from("option"), Scalar::Text(self.name(*option).to_owned()));
            act
        };
        options.iter().map(adopt).collect()
    }

    fn for_reason(&self, node: &Node) -> Vec<Act> {
        let word = |name: &str| node.with.get(name).map_or("", String::as_str);
        match node.reason {
            Reason::DutyMissed | Reason::DutyOpen => self.fulfilling(word("duty"), word("of")),
            Reason::NotRestored | Reason::Lost => self.restoring(node.clause.as_ref()),
            Reason::NoAct | Reason::StepOpen => self.named_act(word("act")),
            Reason::NeedMissing => self.supplying(word("what")),
            Reason::NotSettled => self.settling(word("table"), word("of")),
            Reason::NotFound => self.finding(word("finding")),
            Reason::Found if word("holds") == "no" => self.finding(word("finding")),
            Reason::Status => self.ending(word("status")),
            Reason::NoStatus => self.beginning(word("status")),
            Reason::NotQuorate => self.attending(word("decision")),
            Reason::NotMember | Reason::MembershipEnded => self.joining(word("class")),
            _ => Vec::new(),
        }
    }

    fn fulfilling(&self, duty: &str, period: &str) -> Vec<Act> {
        let found = self.program.duty_named(self.sym(duty)).and_then(|id| self.program.duty(id));
        let lines = found.map_or(&[][..], |duty| &duty.done_by);
        lines.iter().flat_map(|line| self.acts_for(&line.is.by, Some(period))).collect()
    }

    /// The acts that end a loss stated under a clause: for the period at hand and for the present one.
    fn restoring(&self, clause: Option<&ClauseLabel>) -> Vec<Act> {
        let mut acts = Vec::new();
        for loss in self.program.losses.iter().filter(|loss| self.program.clause(loss.clause) == clause) {
            let ExtentIr::Between { until, .. } = &loss.extent else { continue };
            for line in until {
                if let UntilIr::Occ(occ) = &line.is {
                    let kind = self.program.acts.get(&occ.name).and_then(|act| act.period_field).map(|(_, kind)| kind);
                    let now = kind.and_then(|kind| Some(shown(kind, kind.containing(self.on)?)));
                    acts.extend(self.acts_for(occ, now.as_deref()));
                }
            }
        }
        acts
    }

    fn status_extent(&self, status: &str) -> Option<&ExtentIr> {
        let symbol = self.sym(status);
        self.program.statuses.iter().find(|declared| declared.name == symbol).map(|status| &status.extent)
    }

    /// The acts that end a status.
    fn ending(&self, status: &str) -> Vec<Act> {
        let Some(ExtentIr::Between { until, .. }) = self.status_extent(status) else { return Vec::new() };
        let occs = until.iter().filter_map(|line| match &line.is {
            UntilIr::Occ(occ) => Some(occ),
            UntilIr::Span(_) => None,
        });
        occs.flat_map(|occ| self.acts_for(occ, None)).collect()
    }

    /// The acts that begin a status.
    fn beginning(&self, status: &str) -> Vec<Act> {
        let Some(ExtentIr::Between { from, .. }) = self.status_extent(status) else { return Vec::new() };
        from.iter().flat_map(|line| self.acts_for(&line.is, None)).collect()
    }

    fn acts_for(&self, occ: &Occ, period: Option<&str>) -> Vec<Act> {
        match occ.what {
            Hap::Act(_) => self.program.acts.get(&occ.name).map_or(Vec::new(), |act| self.declared(act, period)),
            Hap::Settled(table) => {
                let name = self.program.table(table).map_or("", |table| self.name(table.name));
                self.settling(name, period.unwrap_or_default())
            }
            _ => Vec::new(),
        }
    }

    fn named_act(&self, act: &str) -> Vec<Act> {
        let found = self.program.acts.get(&self.sym(act)).filter(|act| act.declared);
        let Some(act) = found else { return Vec::new() };
        let period = act.period_field.and_then(|(_, kind)| Some(shown(kind, kind.containing(self.on)?)));
        self.declared(act, period.as_deref())
    }

    /// The acts that supply something a procedure needs: the act itself, or one that carries the document or fact.
    fn supplying(&self, what: &str) -> Vec<Act> {
        let symbol = self.sym(what);
        if let Some(act) = self.program.acts.get(&symbol).filter(|act| act.declared) {
            return self.declared(act, None);
        }
        let mut acts = Vec::new();
        let mut carriers: Vec<_> = self.program.acts.values().filter(|act| act.declared).collect();
        carriers.sort_by_key(|act| self.name(act.name));
        for act in carriers {
            let Some(mut made) = self.declared(act, None).into_iter().next() else { continue };
            if act.documents.contains(&symbol) {
                made.evidence.push(Evidence { document: what.to_owned(), language: None, reference: None });
                acts.push(made);
            } else if act.fields.contains(&symbol) && !self.program.facts.contains_key(&symbol) {
                made.sealed.insert(what.to_owned(), String::from("…"));
                acts.push(made);
            }
        }
        acts
    }

    fn settling(&self, table: &str, period: &str) -> Vec<Act> {
        let mut act = self.blank("settle-fee");
        act.about = Some(self.subject.to_owned());
        act.fields.insert(String::from("table"), Scalar::Text(table.to_owned()));
        if !period.is_empty() {
            act.fields.insert(String::from("period"), Scalar::Text(period.to_owned()));
        }
        vec![act]
    }

    fn finding(&self, finding: &str) -> Vec<Act> {
        let found = self.program.finding_named(self.sym(finding)).and_then(|id| self.program.finding(id));
        let Some(declared) = found else { return Vec::new() };
        let mut act = self.blank("record-finding");
        act.by = self.actors(&declared.by).into_iter().next().flatten();
        act.about = Some(self.subject.to_owned());
        act.fields.insert(String::from("finding"), Scalar::Text(finding.to_owned()));
        vec![act]
    }

    fn joining(&self, class: &str) -> Vec<Act> {
        let found = self.program.class_named(self.sym(class)).and_then(|id| self.program.class(id));
        let begins = found.map_or(&[][..], |class| &class.begins);
        begins.iter().flat_map(|line| self.acts_for(&line.is, None)).collect()
    }
}

fn shown(kind: PeriodKind, period: Period) -> String {
    kind.show(period).to_string()
}

/// A year as a number, as people write it in acts.
fn period_scalar(period: &str) -> Scalar {
    period.parse().map_or_else(|_| Scalar::Text(period.to_owned()), Scalar::Whole)
}

/// An act with its fields read in their types. Fields that cannot be read are left out: such an act flips nothing.
fn typed(interpreter: &Interpreter, act: &Act) -> TypedAct {
    let on = match act.on {
        On::Date(date) => date,
        On::Instant(instant) => Date::from_civil(instant.date_naive()).unwrap_or(Date::MAX),
    };
    let fields =
        act.fields.iter().map(|(name, value)| (name.clone(), interpreter.field_value(&act.act, name, value))).collect();
    let present = act.sealed.keys().cloned().chain(act.evidence.iter().map(|evidence| evidence.document.clone()));
    TypedAct {
        id: act.id.clone(),
        act: act.act.clone(),
        by: act.by.clone(),
        about: act.about.clone(),
        on,
        recorded_at: charter::register::start_of(on),
        fields,
        present: present.collect(),
        supersedes: None,
    }
}

/// Whether the actor may do the act today and whether it counts.
fn lawful(interpreter: &Interpreter, index: &Index, moment: &Moment, act: &Act, row: &ActRow) -> bool {
    let view = View::of(index);
    let Some((program, choices)) = interpreter.in_force(view, moment.as_of) else { return false };
    let Some(declared) = program.acts.get(&row.kind) else { return false };
    if !declared.declared {
        return true;
    }
    if declared.required.iter().any(|field| row.field(*field).is_none()) {
        return false;
    }
    let world =
        World { program, view, names: interpreter.names(), choices: &choices, versions: interpreter.programs() };
    let mut judge = Evaluator::<false>::new(world, moment.as_of);
    let generic = declared.by.iter().any(|party| matches!(party, PartyRef::Anyone));
    if act.by.is_some() && !generic && judge.meets(row.by, &declared.by, moment.as_of) != Tri::Yes {
        return false;
    }
    let in_time = judge.in_time(declared.name, row.about, moment.as_of).filter(|_| !row.about.is_none());
    judge.has_effect(row) && in_time != Some(Tri::No)
}
