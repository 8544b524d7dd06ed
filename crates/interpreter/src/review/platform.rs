//! Acts of the platform against the charter: votes that do not count, seats filled and meetings called by others than
//! the charter names, powers that nobody could pass on, fees assessed at another amount than is owed.

use charter::FieldValue;
use charter::act::TypedAct;
use charter_syntax::ast::VoteTerm;
use charter_syntax::{Code, Diagnostic};
use kernel::Money;

use super::finding;
use crate::evaluate::{Counts, Evaluator, TableValue, Tri};
use crate::index::ActRow;
use crate::program::{Amount, DecisionId, TableId};

type Judge<'a> = Evaluator<'a, false>;

/// What is to be said of one act of the platform, if anything.
pub(super) fn effect_of<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let names = judge.world.names;
    match row.kind {
        kind if kind == names.cast => vote(judge, row, act),
        kind if kind == names.declare_result => declaration(judge, row, act),
        kind if kind == names.seat => seating(judge, row, act),
        kind if kind == names.call_meeting => call(judge, row, act),
        kind if kind == names.delegate => delegation(judge, row, act),
        kind if kind == names.assess_fee => assessment(judge, row, act),
        _ => None,
    }
}

fn vote<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let ballot = judge.ballot(row.about)?;
    let counts = judge.votes(&ballot, row.on).into_iter().find(|vote| vote.act.id == row.id)?.counts;
    let why = match counts {
        Counts::OutOfTime => "out-of-time",
        Counts::Repeated => "repeated",
        Counts::NotOnRoll => "not-on-roll",
        Counts::Proxy => "proxy",
        Counts::TooMany => "too-many",
        // That somebody put a paper into the box shows nothing of it.
        Counts::Yes | Counts::Unsettled if row.word(judge.world.names.choice) == Some(judge.world.names.secret) => {
            return None;
        }
        Counts::Yes | Counts::Unsettled => return form(judge, ballot.decision, VoteTerm::Secret, act),
    };
    Some(finding(act, Code::VoteUncounted).with("why", why).with("ballot", act.about.as_deref().unwrap_or_default()))
}

/// A result of which only numbers are on file, where votes are by name.
fn declaration<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let names = judge.world.names;
    let in_numbers = row.field(names.yes).is_some() || row.field(names.no).is_some();
    let ballot =
        judge.ballot(row.about).filter(|_| in_numbers && judge.world.view.about(row.about, names.cast).is_empty())?;
    form(judge, ballot.decision, VoteTerm::ByName, act)
}

/// The finding that votes of a decision are to be given in another form, where they are.
fn form(judge: &mut Judge<'_>, decision: DecisionId, asked: VoteTerm, act: &TypedAct) -> Option<Diagnostic> {
    let decision = judge.world.program.decision(decision)?;
    let terms = judge.line(&decision.vote).ok().flatten()?;
    let asked_word = if asked == VoteTerm::Secret { "secret" } else { "by-name" };
    let name = judge.symbols().name(decision.name).to_owned();
    terms.contains(&asked).then(|| finding(act, Code::VoteFormNotKept).with("decision", name).with("asked", asked_word))
}

/// A seat that was vacant and was filled by somebody of elsewhere.
fn seating<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let names = judge.world.names;
    let body = judge.body_of_seat(row.about)?;
    let earlier = judge.tenures(body, row.about, row.on);
    let before = earlier.iter().rev().find(|tenure| tenure.from < row.on).copied();
    let vacant = before.is_none_or(|before| before.to <= row.on);
    let holder = row.word(names.organisation).or(row.word(names.person))?;
    if !vacant {
        return None;
    }
    let (since, cause) = before.map_or((kernel::Date::MIN, names.never_filled), |before| (before.to, before.cause));
    let from_there = judge.is_from_there(row.about, holder, (since, cause, before), row.on);
    (from_there == Tri::No).then(|| {
        let holder = judge.symbols().name(holder).to_owned();
        finding(act, Code::SeatFilledOtherwise)
            .with("seat", act.about.as_deref().unwrap_or_default())
            .with("holder", holder)
    })
}

fn call<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let declared = judge.world.program.acts.get(&row.kind)?;
    let (by, ..) = judge.reserved_to(declared, row.about);
    (!row.by.is_none() && judge.meets(row.by, by, row.on) == Tri::No).then(|| finding(act, Code::ActorNotEntitled))
}

/// A power passed on by others than its owner, to whom it cannot go, or that is excepted.
fn delegation<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let program = judge.world.program;
    let power = row.word(judge.world.names.power)?;
    let declared = program.delegations.iter().find(|known| known.name == power && known.to == row.about);
    let Some(declared) = declared else { return Some(finding(act, Code::ActWithoutEffect)) };
    (declared.from != row.by).then(|| finding(act, Code::ActorNotEntitled))
}

fn assessment<'a>(judge: &mut Judge<'a>, row: &'a ActRow, act: &TypedAct) -> Option<Diagnostic> {
    let (program, names) = (judge.world.program, judge.world.names);
    let place = program.tables.iter().position(|table| Some(table.name) == row.word(names.table))?;
    let id = TableId(u16::try_from(place).ok()?);
    let kind = program.table(id)?.per;
    let period = row.word(names.period).zip(kind).and_then(|(name, kind)| kind.read(judge.symbols().name(name)));
    let FieldValue::Text(stated) = act.fields.get("amount")? else { return None };
    let assessed: Option<Money> = stated.parse().ok();
    let owed = match judge.table_value(id, row.about, period, row.on) {
        TableValue::Is(Amount::Money(money)) => Some(money),
        TableValue::Nothing => assessed.map(|assessed| Money::of_minor(0, assessed.currency())),
        TableValue::Is(Amount::Number(_)) | TableValue::Unknown => return None,
    };
    let table = judge.symbols().name(program.table(id)?.name).to_owned();
    (owed.is_none() || owed != assessed).then(|| {
        let owed = owed.map(|owed| owed.to_string()).unwrap_or_default();
        finding(act, Code::AssessmentDiffers).with("table", table).with("assessed", stated).with("owed", owed)
    })
}
