//! Questions whose answer is yes or no.

use charter::Reason;
use charter_syntax::ast::QuorumMoment;

use super::{Found, Judge, declares, name};
use crate::evaluate::{Ballot, Env, NeedOf, Tri};
use crate::program::{ClassId, DecisionId, DelegationIr, RightIr};
use crate::symbols::Sym;
use crate::trace::Arg;

/// `may A vote at M`, `may A vote in BALLOT`, `may A stand for SEAT`, `may A ACT about B`
pub(super) fn may(
    judge: &mut Judge<'_>,
    who: &str,
    person: Option<&str>,
    verb: &str,
    scope: Option<&str>,
    about: Option<&str>,
) -> Found {
    let program = judge.world.program;
    let on = judge.as_of;
    let who = name(judge, who);
    if verb == "become" {
        let class = scope.and_then(|class| program.class_named(name(judge, class)));
        return match class {
            Some(class) => become_member(judge, who, class).into(),
            None => Found::Unknown(scope.unwrap_or_default().to_owned()),
        };
    }
    let Some(verb_name) = judge.symbols().get(verb) else { return Found::Unknown(verb.to_owned()) };
    let scope_name = scope.map_or(Sym::NONE, |scope| name(judge, scope));
    if scope.is_some() && scope_name.is_none() {
        return Found::Unknown(scope.unwrap_or_default().to_owned());
    }
    // A right that is granted over the matter itself goes before the power that the matter belongs to.
    let granted = granted_by_name(program, RightIr { verb: verb_name, scope: scope_name });
    let power =
        |delegation: &&DelegationIr| delegation.name == scope_name || (!granted && delegation.excepts(scope_name));
    if let Some(delegation) = program.delegations.iter().find(power) {
        return exercise(judge, who, delegation, scope_name).into();
    }
    if verb_name == judge.world.names.stand && judge.body_of_seat(scope_name).is_some() {
        let stranger = judge.world.names.stranger;
        let person = person.map_or(Sym::NONE, |person| judge.symbols().get(person).unwrap_or(stranger));
        return judge.may_stand(who, person, scope_name, on).into();
    }
    if let Some(ballot) = judge.ballot(scope_name) {
        return judge.may_vote_in(&ballot, who, on).into();
    }
    if let Some(act) = program.acts.get(&verb_name).filter(|_| scope.is_none()) {
        let about = about.map_or(Sym::NONE, |about| name(judge, about));
        return judge.may_act(act, who, about, on).into();
    }
    let facts = judge.meeting_facts(scope_name);
    let kind = facts.kind.and_then(|id| program.meeting(id)).map_or(scope_name, |meeting| meeting.name);
    let right = RightIr { verb: verb_name, scope: kind };
    let about_it = program.grants.iter().flat_map(|grant| &grant.rights).any(|own| own.verb == verb_name)
        || program.losses.iter().flat_map(|loss| &loss.rights).any(|own| own.verb == verb_name);
    if !about_it {
        return Found::Unknown(verb.to_owned());
    }
    if !kind.is_none() && !declares(program, kind) {
        return Found::Unknown(scope.unwrap_or_default().to_owned());
    }
    if let Some(decision) = program.decision_named(kind).filter(|_| !granted_by_name(program, right)) {
        return judge.may_vote_in(&Ballot::of(decision, Sym::NONE, Sym::NONE), who, on).into();
    }
    judge.may(right, who, on).into()
}

/// Whether somebody is eligible for a class.
fn become_member(judge: &mut Judge<'_>, who: Sym, class: ClassId) -> Tri {
    let program = judge.world.program;
    let Some(declared) = program.class(class) else { return Tri::Unknown };
    let on = judge.as_of;
    let mark = judge.trace.len();
    let mut result = Tri::Yes;
    for line in &declared.eligible {
        match judge.active(&line.under) {
            Ok(true) => result = crate::evaluate::and(result, judge.condition(&line.is, Env::of(who, on))),
            Ok(false) => {}
            Err(_) => result = Tri::Unknown,
        }
    }
    let reason = if result == Tri::Yes { Reason::Defined } else { Reason::NotDefined };
    judge.say_above(
        mark,
        reason,
        Some(declared.clause),
        [Arg::Name(who), Arg::Name(declared.name), Arg::None, Arg::None],
    );
    result
}

/// Whether somebody may exercise a power that can be passed on, or decide a matter of it: its owner, or whoever it was
/// passed on to. A matter that is excepted stays with the owner.
fn exercise<'a>(judge: &mut Judge<'a>, who: Sym, delegation: &'a DelegationIr, matter: Sym) -> Tri {
    let names = judge.world.names;
    let on = judge.as_of;
    let args = [Arg::Name(delegation.name), Arg::Name(delegation.to), Arg::None, Arg::None];
    judge.say(Reason::Delegated, Some(delegation.clause), Sym::NONE, args);
    if who == delegation.from {
        return Tri::Yes;
    }
    if who != delegation.to {
        return Tri::No;
    }
    let kept_back = judge.kept_back(delegation, matter);
    if kept_back == Tri::Yes {
        return Tri::No;
    }
    let of_power = |act: &&crate::index::ActRow| act.word(names.power) == Some(delegation.name);
    let passed = judge.world.view.about(who, names.delegate);
    let passed = passed.into_iter().filter(of_power).rfind(|act| act.on <= on && act.by == delegation.from);
    let Some(act) = passed else { return Tri::No };
    judge.say(
        Reason::ActOnFile,
        Some(delegation.clause),
        act.id,
        [Arg::Name(act.kind), Arg::Name(act.by), Arg::Date(act.on), Arg::None],
    );
    let revoked = judge.world.view.about(who, names.revoke_delegation);
    let revoked = revoked.into_iter().filter(of_power).any(|end| end.on >= act.on && end.on <= on);
    let expired = matches!(act.field(names.until), Some(crate::index::Field::Date(until)) if until < on);
    crate::evaluate::and(Tri::from(!revoked && !expired), !kept_back)
}

fn granted_by_name(program: &crate::program::Program, right: RightIr) -> bool {
    program.grants.iter().flat_map(|grant| &grant.rights).any(|own| own.verb == right.verb && own.scope == right.scope)
}

/// `is A regular-member`
pub(super) fn is(judge: &mut Judge<'_>, who: &str, what: &str) -> Found {
    let program = judge.world.program;
    let Some(standing) = judge.symbols().get(what).and_then(|what| program.standings.get(&what)).copied() else {
        return Found::Unknown(what.to_owned());
    };
    let who = name(judge, who);
    let on = judge.as_of;
    let result = judge.is(who, standing, Env::of(who, on));
    result.into()
}

/// `quorate MEETING`, `quorate BALLOT`
pub(super) fn quorate(judge: &mut Judge<'_>, what: &str) -> Found {
    let program = judge.world.program;
    let Some(id) = judge.symbols().get(what) else { return Found::Unknown(what.to_owned()) };
    let on = judge.as_of;
    if let Some(ballot) = judge.ballot(id) {
        let day = judge.closes(&ballot).map_or(on, |closes| closes.min(on));
        let all = [QuorumMoment::EachVote, QuorumMoment::ToOpen, QuorumMoment::ToDecide];
        return judge.quorate(&ballot, day, &all).into();
    }
    let facts = judge.meeting_facts(id);
    let Some(kind) = facts.kind else { return Found::Unknown(what.to_owned()) };
    let decisions = program
        .decisions
        .iter()
        .position(|decision| decision.of_meeting == Some(kind) && (!decision.quorum.is_empty()));
    let Some(place) = decisions.and_then(|place| u16::try_from(place).ok()) else {
        judge.needs.push(NeedOf::Decision(program.meeting(kind).map_or(Sym::NONE, |meeting| meeting.name), id));
        return Found::Waits;
    };
    let ballot = Ballot::of(DecisionId(place), Sym::NONE, id);
    let on = facts.closed.map_or(on, |closed| closed.min(on));
    judge.quorate(&ballot, on, &[QuorumMoment::EachVote, QuorumMoment::ToOpen]).into()
}

/// `carried BALLOT`, or a procedure's last decision about its subject
pub(super) fn carried(judge: &mut Judge<'_>, what: &str) -> Found {
    let Some(id) = judge.symbols().get(what) else { return Found::Unknown(what.to_owned()) };
    let on = judge.as_of;
    match judge.ballot(id) {
        Some(ballot) => {
            let (result, _) = judge.outcome(&ballot, on);
            Found::from(result)
        }
        None => Found::Unknown(what.to_owned()),
    }
}
