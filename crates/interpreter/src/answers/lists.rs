//! Questions whose answer is a state, a set of names or a list of items.

use charter::{Item, Reason, Value};
use charter_syntax::ClauseLabel;
use kernel::Date;

use super::notices::{owed_notices, was_sent};
use super::standing_for::members;
use super::{Found, Judge, name};
use crate::evaluate::{DutyState, Evaluator, NeedOf, Stage, Tri};
use crate::index::Field;
use crate::interpreter::Interpreter;
use crate::program::*;
use crate::symbols::Sym;
use crate::trace::Arg;

pub(super) fn label(program: &Program, clause: ClauseId) -> ClauseLabel {
    program.clause(clause).cloned().unwrap_or_else(ClauseLabel::preamble)
}

/// `status of A`: the class, or the status that overrides it; else the state of a procedure, else none.
pub(super) fn status(judge: &mut Judge<'_>, who: &str) -> Found {
    let program = judge.world.program;
    let on = judge.as_of;
    let who = name(judge, who);
    let mut held: Vec<Sym> = Vec::new();
    let mut standing: Vec<Sym> = Vec::new();
    for (place, class) in (0_u16..).zip(&program.classes) {
        let mark = judge.trace.len();
        match judge.is(who, Standing::Class(ClassId(place)), crate::evaluate::Env::of(who, on)) {
            Tri::Yes => held.push(class.name),
            Tri::No | Tri::Unknown => judge.trace.truncate(mark),
        }
    }
    for (place, status) in (0_u16..).zip(&program.statuses) {
        let mark = judge.trace.len();
        match judge.is(who, Standing::Status(StatusId(place)), crate::evaluate::Env::of(who, on)) {
            Tri::Yes if held.is_empty() || !status.ends_membership => standing.push(status.name),
            Tri::Unknown => return Found::Waits,
            Tri::Yes | Tri::No => judge.trace.truncate(mark),
        }
    }
    for names in [standing, held] {
        if !names.is_empty() {
            return state_value(&joined(judge, &names), None);
        }
    }
    for (place, procedure) in (0_u16..).zip(&program.procedures) {
        let mark = judge.trace.len();
        let case = judge.case(ProcedureId(place), who, on);
        match case.map(|case| case.stage) {
            None | Some(Stage::NotBegun | Stage::Decided(true, _)) => judge.trace.truncate(mark),
            Some(_) => return state(judge, judge.symbols().name(procedure.name), judge.symbols().name(who)),
        }
    }
    state_value("none", None)
}

/// Names in alphabetical order: the order of the file says nothing.
fn joined(judge: &Judge<'_>, names: &[Sym]) -> String {
    let mut texts: Vec<&str> = names.iter().map(|name| judge.symbols().name(*name)).collect();
    texts.sort_unstable();
    texts.join(" and ")
}

fn state_value(state: &str, until: Option<Date>) -> Found {
    Found::Value(Value::State { state: state.to_owned(), until })
}

/// `state of PROCEDURE of B`
pub(super) fn state(judge: &mut Judge<'_>, procedure: &str, of: &str) -> Found {
    let program = judge.world.program;
    let id = judge.symbols().get(procedure).and_then(|name| program.procedure_named(name));
    let Some(id) = id else { return Found::Unknown(procedure.to_owned()) };
    let who = name(judge, of);
    let on = judge.as_of;
    judge.trace.clear();
    let Some(case) = judge.case(id, who, on) else { return Found::Waits };
    let symbols = judge.symbols();
    match case.stage {
        Stage::NotBegun => state_value("not-begun", None),
        Stage::Incomplete => state_value("incomplete", None),
        Stage::Complete => state_value("complete", None),
        Stage::Window(window) => state_value(symbols.name(window), case.day),
        Stage::Investigating => state_value("investigating", None),
        Stage::ToDecide(_) => state_value("to-decide", case.day),
        Stage::Overdue(_) => state_value("overdue", None),
        Stage::Decided(carried, becomes) => {
            let fallback = if carried { "carried" } else { "not-carried" };
            state_value(if becomes.is_none() { fallback } else { symbols.name(becomes) }, None)
        }
    }
}

/// `duties of A`
pub(super) fn duties(judge: &mut Judge<'_>, who: &str) -> Found {
    let who = name(judge, who);
    let on = judge.as_of;
    let mut items = duty_items(judge, who, on, |_| true);
    fee_items(judge, who, on, &mut items);
    items.sort();
    Found::Value(Value::Items(items))
}

fn duty_items(judge: &mut Judge<'_>, who: Sym, on: Date, wanted: impl Fn(&Item) -> bool) -> Vec<Item> {
    let program = judge.world.program;
    let mut items = Vec::new();
    for (place, duty) in (0_u16..).zip(&program.duties) {
        for instance in judge.instances(who, DutyId(place), on) {
            if instance.start > on {
                continue;
            }
            let state = instance.state(on);
            let day = match state {
                DutyState::Open => instance.due,
                DutyState::Missed => Some(instance.missed_from()),
                DutyState::Done | DutyState::Cured => instance.done.map(|(day, _)| day),
            };
            let symbols = judge.symbols();
            let of = match instance.period {
                Some((kind, period)) => kind.show(period).to_string(),
                None => symbols.name(instance.about).to_owned(),
            };
            let item = Item {
                on: day,
                what: symbols.name(duty.name).to_owned(),
                of,
                by: String::new(),
                state: state.as_str().to_owned(),
                clause: label(program, duty.clause),
            };
            if wanted(&item) {
                judge.say_instance(duty, &instance, on);
                items.push(item);
            }
        }
    }
    items
}

/// Fees owed: the open period and every closed one that is not settled.
fn fee_items(judge: &mut Judge<'_>, who: Sym, on: Date, items: &mut Vec<Item>) {
    let program = judge.world.program;
    for (place, table) in (0_u16..).zip(&program.tables) {
        let Some(kind) = table.per.filter(|_| table.money) else { continue };
        for (period, due) in judge.owed_periods(table, kind, who, on) {
            if judge.settlement(TableId(place), who, Some(period), on).is_some() {
                continue;
            }
            items.push(Item {
                on: Some(due.next()),
                what: judge.symbols().name(table.name).to_owned(),
                of: kind.show(period).to_string(),
                by: String::new(),
                state: String::from("overdue"),
                clause: label(program, table.clause),
            });
        }
    }
}

/// `due from D to D`: everything that falls due, whoever owes it.
pub(super) fn due(interpreter: &Interpreter, judge: &mut Judge<'_>, from: Date, to: Date) -> Found {
    let mut items = Vec::new();
    let known = judge.as_of;
    // Judged at the end of the range, so that instances that begin in it are there.
    let mut ahead = Evaluator::<true>::new(judge.world, to.max(known));
    let parties = everybody(&mut ahead);
    for who in &parties {
        due_of(&mut ahead, *who, from, to, &mut items);
    }
    procedure_deadlines(&mut ahead, &parties, from, to, known, &mut items);
    meeting_plans(interpreter, &mut ahead, from, to, &mut items);
    seat_ends(&mut ahead, from, to, known, &mut items);
    notices(&mut ahead, &parties, from, to, &mut items);
    judge.horizon = judge.horizon.min(known.next());
    judge.used = ahead.used;
    items.sort();
    items.dedup();
    Found::Value(Value::Items(items))
}

/// Every member, applicant, office and body, in order of name.
pub(super) fn everybody(judge: &mut Judge<'_>) -> Vec<Sym> {
    let program = judge.world.program;
    let mut parties: Vec<Sym> = program.offices.iter().map(|(name, _)| *name).collect();
    parties.extend(program.bodies.iter().map(|body| body.name));
    for class in 0..program.classes.len() {
        if let Ok(class) = u16::try_from(class) {
            parties.extend(judge.candidates(ClassId(class)));
        }
    }
    for procedure in &program.procedures {
        for line in &procedure.begins {
            let Hap::Act(subject) = line.is.what else { continue };
            let acts = judge.world.view.of_kind(line.is.name);
            parties.extend(acts.iter().map(|act| if subject == SubjectIn::About { act.about } else { act.by }));
        }
    }
    parties.sort_by_key(|party| judge.symbols().name(*party));
    parties.dedup();
    parties
}

fn due_of(judge: &mut Judge<'_>, who: Sym, from: Date, to: Date, items: &mut Vec<Item>) {
    let program = judge.world.program;
    for (place, duty) in (0_u16..).zip(&program.duties) {
        for instance in judge.instances(who, DutyId(place), to) {
            let Some(due) = instance.due.filter(|due| (from..=to).contains(due)) else { continue };
            if instance.done.is_some_and(|(day, _)| day <= due) {
                continue;
            }
            let symbols = judge.symbols();
            let of = match instance.period {
                Some((kind, period)) => kind.show(period).to_string(),
                None => symbols.name(instance.about).to_owned(),
            };
            items.push(Item {
                on: Some(due),
                what: symbols.name(duty.name).to_owned(),
                of,
                by: symbols.name(who).to_owned(),
                state: String::from("due"),
                clause: label(program, duty.clause),
            });
        }
    }
    fees_due(judge, who, from, to, items);
}

fn fees_due(judge: &mut Judge<'_>, who: Sym, from: Date, to: Date, items: &mut Vec<Item>) {
    let program = judge.world.program;
    for (place, table) in (0_u16..).zip(&program.tables) {
        let Some(kind) = table.per.filter(|_| table.money) else { continue };
        for (period, due) in judge.owed_periods(table, kind, who, to.next()) {
            if !(from..=to).contains(&due) {
                continue;
            }
            if judge.settlement(TableId(place), who, Some(period), to).is_some() {
                continue;
            }
            items.push(Item {
                on: Some(due),
                what: judge.symbols().name(table.name).to_owned(),
                of: kind.show(period).to_string(),
                by: judge.symbols().name(who).to_owned(),
                state: String::from("due"),
                clause: label(program, table.clause),
            });
        }
    }
}

fn procedure_deadlines(
    judge: &mut Judge<'_>,
    parties: &[Sym],
    from: Date,
    to: Date,
    known: Date,
    items: &mut Vec<Item>,
) {
    let program = judge.world.program;
    for (place, procedure) in (0_u16..).zip(&program.procedures) {
        for who in parties {
            let Some(case) = judge.case(ProcedureId(place), *who, known.min(to).max(from)) else { continue };
            for (step, day, by) in case.deadlines {
                if day.is_none_or(|day| !(from..=to).contains(&day)) && day.is_some() {
                    continue;
                }
                items.push(Item {
                    on: day,
                    what: judge.symbols().name(step).to_owned(),
                    of: judge.symbols().name(*who).to_owned(),
                    by: judge.symbols().name(by).to_owned(),
                    state: String::from("due"),
                    clause: label(program, procedure.clause),
                });
            }
        }
    }
}

/// Steps before and after meetings that have been called, and the last day for the next meeting.
fn meeting_plans(interpreter: &Interpreter, judge: &mut Judge<'_>, from: Date, to: Date, items: &mut Vec<Item>) {
    let program = judge.world.program;
    let names = interpreter.names();
    let mut seen: Vec<Sym> = Vec::new();
    let view = judge.world.view;
    for act in [names.call_meeting, names.open_meeting].into_iter().flat_map(|kind| view.of_kind(kind)) {
        if seen.contains(&act.about) {
            continue;
        }
        seen.push(act.about);
        let facts = judge.meeting_facts(act.about);
        let Some((meeting, opens)) = facts.kind.and_then(|id| program.meeting(id)).zip(facts.opens) else { continue };
        let of = judge.symbols().name(act.about).to_owned();
        for line in &meeting.before {
            if judge.active(&line.under).unwrap_or(false) {
                let day = judge.days_before(opens, line.is.span, line.is.clear);
                items.extend(plan_item(judge, line.is.step, day, (from, to), &of, line.is.clause));
            }
        }
        for line in &meeting.after {
            if judge.active(&line.under).unwrap_or(false) {
                let day = facts.closed.and_then(|closed| judge.last_day(closed, line.is.span, line.is.clear));
                items.extend(plan_item(judge, line.is.step, day, (from, to), &of, line.is.clause));
            }
        }
    }
    for meeting in &program.meetings {
        let name = judge.symbols().name(meeting.name).to_owned();
        if let Found::Value(Value::Date(day)) = super::amounts::latest(judge, &name)
            && (from..=to).contains(&day)
        {
            items.extend(plan_item(judge, meeting.name, Some(day), (from, to), "", meeting.clause));
        }
    }
}

fn plan_item(
    judge: &Judge<'_>,
    step: Sym,
    day: Option<Date>,
    range: (Date, Date),
    of: &str,
    clause: ClauseId,
) -> Option<Item> {
    let day = day.filter(|day| (range.0..=range.1).contains(day))?;
    Some(Item {
        on: Some(day),
        what: judge.symbols().name(step).to_owned(),
        of: of.to_owned(),
        by: String::new(),
        state: String::from("due"),
        clause: label(judge.world.program, clause),
    })
}

/// Notices whose last day lies within a time, and that somebody has not been sent.
fn notices(judge: &mut Judge<'_>, parties: &[Sym], from: Date, to: Date, items: &mut Vec<Item>) {
    let program = judge.world.program;
    for owed in owed_notices(judge, parties, Date::MIN, to) {
        let Some(notice) = program.notices.get(owed.place) else { continue };
        let Some(last) = owed.last.filter(|last| (from..=to).contains(last)) else { continue };
        if owed.to.iter().all(|who| was_sent(judge, notice.name, *who, owed.of, owed.on)) {
            continue;
        }
        items.push(Item {
            on: Some(last),
            what: judge.symbols().name(notice.name).to_owned(),
            of: judge.symbols().name(owed.of).to_owned(),
            by: judge.symbols().name(notice.by_name).to_owned(),
            state: String::from("due"),
            clause: label(program, notice.clause),
        });
    }
}

/// Terms that end, and the last day of each turn to fill a vacancy.
fn seat_ends(judge: &mut Judge<'_>, from: Date, to: Date, known: Date, items: &mut Vec<Item>) {
    let program = judge.world.program;
    for (place, body) in (0_u16..).zip(&program.bodies) {
        let id = BodyId(place);
        for (seat, _) in judge.seats(id, known) {
            let state = judge.seat_state(id, seat, known);
            if let Some(tenure) = state.held.filter(|tenure| tenure.to > known) {
                let last = tenure.to.previous();
                let holder = if tenure.organisation.is_none() { tenure.person } else { tenure.organisation };
                if tenure.to < Date::MAX && (from..=to).contains(&last) {
                    items.push(Item {
                        on: Some(last),
                        what: String::from("term-ends"),
                        of: judge.symbols().name(seat).to_owned(),
                        by: judge.symbols().name(holder).to_owned(),
                        state: String::from("due"),
                        clause: label(program, body.clause),
                    });
                }
                continue;
            }
            for (by, until) in judge.fillers(seat, known).unwrap_or_default() {
                let Some(day) = until.filter(|day| (from..=to).contains(day)) else { continue };
                items.push(Item {
                    on: Some(day),
                    what: String::from("fill"),
                    of: judge.symbols().name(seat).to_owned(),
                    by: judge.symbols().name(by).to_owned(),
                    state: String::from("due"),
                    clause: label(program, body.clause),
                });
            }
        }
    }
}

/// `elected BALLOT`: as declared; counting is somebody's to do.
pub(super) fn elected(judge: &mut Judge<'_>, what: &str) -> Found {
    let names = judge.world.names;
    let Some(id) = judge.symbols().get(what) else { return Found::Unknown(what.to_owned()) };
    let Some(ballot) = judge.ballot(id) else { return Found::Unknown(what.to_owned()) };
    let on = judge.as_of;
    let declared = ballot.declared.filter(|act| act.on <= on);
    match declared.and_then(|act| act.field(names.elected)) {
        Some(Field::Word(word)) => {
            match judge.enough_voters(&ballot, on) {
                Tri::Yes => {}
                Tri::No => return Found::Value(Value::Names(Vec::new())),
                Tri::Unknown => return Found::Waits,
            }
            let text = judge.symbols().name(word);
            Found::Value(Value::Names(text.split(',').map(|name| name.trim().to_owned()).collect()))
        }
        _ => {
            let program = judge.world.program;
            let of = program.decision(ballot.decision).map_or(Sym::NONE, |decision| decision.name);
            judge.needs.push(NeedOf::Decision(of, id));
            Found::Waits
        }
    }
}

/// `seats of BODY`
pub(super) fn seats(judge: &mut Judge<'_>, body: &str) -> Found {
    let program = judge.world.program;
    let id = judge.symbols().get(body).and_then(|name| program.body_named(name));
    let Some(id) = id else { return Found::Unknown(body.to_owned()) };
    let on = judge.as_of;
    let clause = program.body(id).map_or_else(ClauseLabel::preamble, |body| label(program, body.clause));
    let mut items = Vec::new();
    for (seat, _) in judge.seats(id, on) {
        let state = judge.seat_state(id, seat, on);
        let symbols = judge.symbols();
        let mut item = Item {
            on: None,
            what: symbols.name(seat).to_owned(),
            of: String::new(),
            by: String::new(),
            state: String::from("vacant"),
            clause: clause.clone(),
        };
        if let Some(tenure) = state.held {
            let holder = if tenure.organisation.is_none() { tenure.person } else { tenure.organisation };
            item.on = Some(tenure.to.previous()).filter(|last| *last < Date::MAX.previous());
            item.by = symbols.name(holder).to_owned();
            item.state = String::from("held");
        } else if let Some((since, _, _)) = state.vacant {
            item.on = Some(since).filter(|since| *since > Date::MIN);
        }
        items.push(item);
    }
    Found::Value(Value::Items(items))
}

/// `who may decide PROCEDURE of B`, `who may fill SEAT`, `who may vote at MEETING`
pub(super) fn who_may(judge: &mut Judge<'_>, verb: &str, what: &str, of: Option<&str>) -> Found {
    let on = judge.as_of;
    let Some(what_name) = judge.symbols().get(what) else { return Found::Unknown(what.to_owned()) };
    let program = judge.world.program;
    match verb {
        "fill" => match judge.fillers(what_name, on) {
            Some(turns) => {
                let first = turns.first().map(|(by, _)| judge.symbols().name(*by).to_owned());
                Found::Value(Value::Names(first.into_iter().collect()))
            }
            None => Found::Unknown(what.to_owned()),
        },
        "decide" => {
            let Some(id) = program.procedure_named(what_name) else { return Found::Unknown(what.to_owned()) };
            let who = of.map_or(Sym::NONE, |of| name(judge, of));
            match judge.decider(id, who, on) {
                Some((by, clause)) => {
                    judge.say(
                        Reason::MayAct,
                        Some(clause),
                        Sym::NONE,
                        [Arg::Name(what_name), Arg::Name(by), Arg::None, Arg::None],
                    );
                    Found::Value(Value::Names(vec![judge.symbols().name(by).to_owned()]))
                }
                None => Found::Waits,
            }
        }
        right => holders(judge, right, what_name),
    }
}

/// Everybody of any class who has a right.
fn holders(judge: &mut Judge<'_>, verb: &str, scope: Sym) -> Found {
    let Some(verb_name) = judge.symbols().get(verb) else { return Found::Unknown(verb.to_owned()) };
    let on = judge.as_of;
    let right = RightIr { verb: verb_name, scope };
    let is_of_a_body = verb_name == judge.world.names.stand && judge.body_of_seat(scope).is_some();
    let mut names = Vec::new();
    for who in members(judge, on) {
        // A member whose place hangs on the person whom they name is not kept from standing.
        let may = match is_of_a_body {
            true => judge.may_stand(who, Sym::NONE, scope, on) != Tri::No,
            false => judge.may(right, who, on) == Tri::Yes,
        };
        if may {
            names.push(judge.symbols().name(who).to_owned());
        }
    }
    judge.trace.clear();
    judge.needs.clear();
    names.sort();
    Found::Value(Value::Names(names))
}
