//! Ballots by name of a roll or a meeting: who voted how, whether there was a quorum, whether it was carried.

use charter::act::TypedAct;
use charter::{FieldValue, Need, Value};
use charter_syntax::ast::{
    DecisionDecl, Name, Occurrence, OpenFor, Proxies, Quorum, QuorumMoment, RightName, SetExpression, Silence, Tie,
    VoteTerm,
};
use kernel::{Date, Ratio};

use crate::occurrences::{Event, Whose};
use crate::results::{Ballot, numbers};
use crate::truth::{Known, Trouble, Truth, all, any, both, not};
use crate::world::{Case, Judged, World};

impl<'a> World<'a> {
    /// Whether a ballot was carried, as it stands on the day asked about.
    pub fn is_carried(&self, id: &'a str) -> Known<Value> {
        let (decision, opened) = self.ballot_opened(id)?;
        let waits = || Value::Needs(vec![self.decision_of(decision, id)]);
        let Some(day) = self.decided_on(decision, id)? else { return Ok(waits()) };
        let Some(cases) = self.first_active(&decision.carried)? else { return Ok(waits()) };
        let ballot = self.ballot(decision, id, opened, day)?;
        let world = World { ballot: Some(&ballot), ..self.deeper() };
        if !world.has_quorum(decision, day)? {
            return Ok(Value::No);
        }
        let yes = world.votes("yes", day)?;
        let tied = yes > Ratio::ZERO && yes == world.votes("no", day)?;
        if tied && let Some(value) = world.settle_tie(decision, id)? {
            return Ok(value);
        }
        let case = Case { about: ballot.about, ..Case::of(id, day) };
        for one in cases {
            if one.when.as_ref().map_or(Ok(true), |when| world.holds(when, case))? {
                return world.holds(&one.needs, case).map(|carried| if carried { Value::Yes } else { Value::No });
            }
        }
        Ok(Value::No)
    }

    /// The day on which a ballot came out so; a ballot that is being judged does not count for itself.
    pub fn day_of_outcome(&self, id: &'a str, carried: bool) -> Known<Option<Date>> {
        let (decision, opened) = self.ballot_opened(id)?;
        if self.is_judged(opened) {
            return Ok(None);
        }
        let judged = Judged { act: opened, outer: self.judged };
        let world = World { judged: Some(&judged), ..self.deeper() };
        let wanted = if carried { Value::Yes } else { Value::No };
        match world.is_carried(id)? {
            value if value == wanted => self.decided_on(decision, id),
            Value::Yes | Value::No => Ok(None),
            Value::Needs(_) if self.decided_on(decision, id)?.is_none() => Ok(None),
            _ => Err(Trouble::OutOfScope),
        }
    }

    /// Whether somebody may vote in a ballot, or in one that would open on the day asked about; none: what is named is
    /// neither a ballot nor a decision, or a right is granted over it by its name.
    pub fn may_vote_in(&self, what: &'a str, who: &'a str) -> Option<Truth> {
        let by_name =
            |right: &RightName| right.verb == "vote" && right.scope.as_ref().is_some_and(|scope| scope == what);
        let (decision, opened) = match self.charter.decision(what) {
            Some(_) if self.charter.rights().any(|(_, right)| right.rights.iter().any(by_name)) => return None,
            Some(decision) => (decision, None),
            None => self.ballot_opened(what).map(|(decision, opened)| (decision, Some(opened))).ok()?,
        };
        let on_roll = || {
            let day = opened.map_or(Ok(self.as_of), |opened| self.record_date(decision, what, opened.on))?;
            let about = opened.and_then(|opened| opened.word("for"));
            self.is_on_roll(decision, who, Case { about, ..Case::of(what, day) })
        };
        Some(both(on_roll(), || Ok(!self.loses("vote", Some(decision.name.as_str()), who, self.as_of)?)))
    }

    /// How many votes there are for or against in the ballot at hand.
    fn votes(&self, name: &str, day: Date) -> Known<Ratio> {
        let ballot = self.ballot.ok_or(Trouble::OutOfScope)?;
        match ballot.number(name, false) {
            Some(number) => Ok(number),
            None => self.weigh(name, &ballot.set(name, false).unwrap_or_default(), day),
        }
    }

    /// Whether a meeting, or a ballot, has a quorum.
    pub fn is_quorate(&self, what: &'a str) -> Truth {
        let opened =
            self.acts_until(self.as_of).find(|act| act.act == "open-meeting" && act.about.as_deref() == Some(what));
        if let Some(kind) = opened.and_then(|act| act.word("meeting")) {
            let mut decisions = self.charter.decisions().map(|(_, decision)| decision);
            let stating = decisions
                .find(|decision| decision.of.as_ref().is_some_and(|of| of == kind) && !decision.quorum.is_empty());
            let decision = stating.ok_or(Trouble::OutOfScope)?;
            let mut ballot =
                Ballot { meeting: Some(what), weight: decision.weight.as_ref().map(Name::as_str), ..Ballot::default() };
            let day =
                self.of_ballot("close-meeting", what).last().map_or(self.as_of, |closed| closed.on.min(self.as_of));
            ballot.roll = self.roll(decision, Case::of(what, day))?;
            self.attend(decision, &mut ballot, day)?;
            return World { ballot: Some(&ballot), ..*self }.has_quorum(decision, day);
        }
        let (decision, opened) = self.ballot_opened(what)?;
        let day = self.decided_on(decision, what)?.unwrap_or(self.as_of);
        let ballot = self.ballot(decision, what, opened, day)?;
        World { ballot: Some(&ballot), ..*self }.has_quorum(decision, day)
    }

    fn decision_of(&self, decision: &DecisionDecl, id: &str) -> Need {
        let of = decision.of.as_ref().unwrap_or(&decision.name);
        Need::Decision { of: of.text.clone(), on: id.to_owned() }
    }

    pub(crate) fn of_ballot(&self, name: &'a str, id: &'a str) -> impl Iterator<Item = &'a TypedAct> {
        self.acts_until(self.as_of).filter(move |act| act.act == name && act.about.as_deref() == Some(id))
    }

    /// The decision of a ballot by name, and the act that opened it.
    fn ballot_opened(&self, id: &'a str) -> Known<(&'a DecisionDecl, &'a TypedAct)> {
        let declared = || self.of_ballot("declare-result", id).next();
        let opened = self.of_ballot("open-ballot", id).next().or_else(declared).ok_or(Trouble::OutOfScope)?;
        let decision =
            opened.word("decision").and_then(|name| self.charter.decision(name)).ok_or(Trouble::OutOfScope)?;
        if decision.elect.is_empty() { Ok((decision, opened)) } else { Err(Trouble::OutOfScope) }
    }

    /// The last day on which votes are in time, where one is fixed.
    pub(crate) fn last_day(&self, decision: &'a DecisionDecl, id: &'a str) -> Known<Option<Date>> {
        if let Some(closed) = self.of_ballot("close-ballot", id).next() {
            return Ok(Some(closed.on));
        }
        let Some(OpenFor { span, from }) = self.first_active(&decision.open)? else { return Ok(None) };
        match self.first_event(from, id)? {
            Some(event) => self.deadline(event.day, *span, false).map(Some),
            None => Ok(None),
        }
    }

    pub(crate) fn first_event(&self, occurrence: &'a Occurrence, id: &'a str) -> Known<Option<Event<'a>>> {
        for event in self.events(occurrence, Whose::Of(id), self.as_of)? {
            if self.counts(&event)? {
                return Ok(Some(event));
            }
        }
        Ok(None)
    }

    /// The day a ballot was decided: when it was closed, or after its last day.
    fn decided_on(&self, decision: &'a DecisionDecl, id: &'a str) -> Known<Option<Date>> {
        let closed = self.of_ballot("close-ballot", id).next().map(|act| act.on);
        let by_itself = self.last_day(decision, id)?.map(Date::next);
        let declared = self.of_ballot("declare-result", id).next().map(|act| act.on);
        let days = [closed.or(by_itself), declared];
        Ok(days.into_iter().flatten().filter(|day| *day <= self.as_of).min())
    }

    fn ballot(&self, decision: &'a DecisionDecl, id: &'a str, opened: &'a TypedAct, day: Date) -> Known<Ballot<'a>> {
        let weight = decision.weight.as_ref().map(Name::as_str);
        let mut ballot = Ballot { id, weight, meeting: opened.word("meeting"), ..Ballot::default() };
        ballot.about = opened.word("for");
        ballot.silence_abstains = self.first_active(&decision.silence)? == Some(&Silence::Abstains);
        ballot.declared = self.of_ballot("declare-result", id).last().map(numbers).unwrap_or_default();
        let fixed = self.record_date(decision, id, opened.on)?;
        ballot.roll = self.roll(decision, Case { about: ballot.about, ..Case::of(id, fixed) })?;
        self.attend(decision, &mut ballot, day)?;
        self.count(decision, &mut ballot, opened.on)?;
        Ok(ballot)
    }

    /// The first vote of each voter on the roll, as long as votes are in time; then the silent ones.
    fn count(&self, decision: &'a DecisionDecl, ballot: &mut Ballot<'a>, opened: Date) -> Known<()> {
        let last = self.last_day(decision, ballot.id)?.unwrap_or(self.as_of);
        let mut voted = Vec::new();
        let mut held: Vec<(&str, &str)> = Vec::new();
        let may_split = self.first_active(&decision.vote)?.is_some_and(|terms| terms.contains(&VoteTerm::MaySplit));
        if ballot.number("yes", false).is_some() {
            return Ok(());
        }
        for act in self.of_ballot("cast", ballot.id).filter(|act| opened <= act.on && act.on <= last) {
            let by = act.by.as_deref().ok_or(Trouble::OutOfScope)?;
            let valid = ballot.roll.contains(&by)
                && !voted.contains(&by)
                && !self.loses("vote", Some(decision.name.as_str()), by, act.on)?;
            if valid && self.is_in_own_right(decision, act, &mut held)? {
                let choice = act.word("choice").ok_or(Trouble::OutOfScope)?;
                if may_split {
                    let Some(part) = self.part_of(ballot, act, opened)? else { continue };
                    ballot.parts.push((by, choice, part));
                } else {
                    voted.push(by);
                }
                let side = match choice {
                    "yes" => &mut ballot.yes,
                    "no" => &mut ballot.no,
                    "abstain" => &mut ballot.abstain,
                    _ => return Err(Trouble::OutOfScope),
                };
                if !side.contains(&by) {
                    side.push(by);
                }
            }
        }
        if ballot.silence_abstains {
            let spoke = ballot.set("cast", false).unwrap_or_default();
            let silent = ballot.present.iter().filter(|who| ballot.roll.contains(who) && !spoke.contains(who));
            ballot.abstain.extend(silent.copied().collect::<Vec<_>>());
        }
        Ok(())
    }

    /// How many of the votes that a voter has left an act gives. None: more than are left.
    fn part_of(&self, ballot: &Ballot<'a>, act: &'a TypedAct, opened: Date) -> Known<Option<Ratio>> {
        let who = act.by.as_deref().ok_or(Trouble::OutOfScope)?;
        let mut left = self.as_drawn(ballot.id, |world| world.votes_of(ballot.weight, who, opened))?;
        for (_, _, part) in ballot.parts.iter().filter(|(voter, _, _)| *voter == who) {
            left = left.minus(*part).map_err(|_| Trouble::OutOfScope)?;
        }
        let part = match act.fields.get("votes") {
            Some(FieldValue::Number(number)) => *number,
            _ => left,
        };
        Ok((part > Ratio::ZERO && part <= left).then_some(part))
    }

    /// Whether a vote was cast by the voter, or by another who may still cast one for somebody.
    fn is_in_own_right(
        &self,
        decision: &'a DecisionDecl,
        act: &'a TypedAct,
        held: &mut Vec<(&'a str, &'a str)>,
    ) -> Truth {
        let Some(holder) = act.word("holder").filter(|holder| act.by.as_deref() != Some(*holder)) else {
            return Ok(true);
        };
        let voter = act.by.as_deref().unwrap_or_default();
        if held.contains(&(holder, voter)) {
            return Ok(true);
        }
        let given = held.iter().filter(|(known, _)| *known == holder).count();
        let may = match self.first_active(&decision.proxies)? {
            None => true,
            Some(Proxies::None) => false,
            Some(Proxies::AtMost(most)) => u32::try_from(given).is_ok_and(|given| given < *most),
        };
        if may {
            held.push((holder, voter));
        }
        Ok(may)
    }

    /// Who is there on a day, and who was when the meeting opened.
    fn attend(&self, decision: &'a DecisionDecl, ballot: &mut Ballot<'a>, day: Date) -> Known<()> {
        let Some(meeting) = ballot.meeting else { return Ok(()) };
        let presence = self.first_active(&decision.present)?;
        let opening = self.of_ballot("open-meeting", meeting).next().map(|act| act.on);
        for who in self.everybody() {
            let counts =
                |day: Date| presence.map_or(Ok(true), |one| self.is_of_set(&one.who, who, Case::of(ballot.id, day)));
            let in_the_room = |day: Date| {
                let came =
                    self.of_ballot("attend", meeting).filter(|act| act.by.as_deref() == Some(who) && act.on <= day);
                came.last().is_none_or(|act| act.word("mode") != Some("remotely"))
            };
            let fits = |day: Date| presence.is_none_or(|one| one.remotely || in_the_room(day));
            if self.is_there(meeting, who, day) && fits(day) && counts(day)? {
                ballot.present.push(who);
            }
            let came = |day: Date| {
                self.of_ballot("attend", meeting).any(|act| act.by.as_deref() == Some(who) && act.on <= day)
            };
            if let Some(opening) = opening
                && came(opening)
                && fits(opening)
                && counts(opening)?
            {
                ballot.at_opening.push(who);
            }
        }
        Ok(())
    }

    /// Whether somebody came to a meeting until a day and has not left since.
    fn is_there(&self, meeting: &str, who: &str, day: Date) -> bool {
        let acts =
            self.acts_until(day).filter(|act| act.about.as_deref() == Some(meeting) && act.by.as_deref() == Some(who));
        acts.filter(|act| matches!(act.act.as_str(), "attend" | "leave")).last().is_some_and(|act| act.act == "attend")
    }

    /// Whether every quorum that is asked for is met, in the ballot at hand.
    fn has_quorum(&self, decision: &'a DecisionDecl, day: Date) -> Truth {
        let of_body = decision.of.as_ref().and_then(|of| self.charter.body(of.as_str())).map(|body| &body.quorum);
        let lines = if decision.quorum.is_empty() { of_body.unwrap_or(&decision.quorum) } else { &decision.quorum };
        // Of a meeting it is not asked how many voted.
        let of_meeting = self.ballot.is_some_and(|ballot| ballot.id.is_empty());
        let asked = lines.iter().filter(|line| !of_meeting || line.is.when != QuorumMoment::ToDecide);
        all(asked.map(|line| any([not(self.active(&line.under)), self.meets_quorum(decision, &line.is, day)])))
    }

    fn meets_quorum(&self, decision: &'a DecisionDecl, quorum: &'a Quorum, day: Date) -> Truth {
        let Some(ballot) = self.ballot else { return Err(Trouble::OutOfScope) };
        let opening = ballot.meeting.and_then(|meeting| self.of_ballot("open-meeting", meeting).next());
        let then = match (quorum.when, opening) {
            (QuorumMoment::ToOpen, Some(opened)) => opened.on,
            _ => day,
        };
        let mut as_it_was = ballot.clone();
        if quorum.when == QuorumMoment::ToOpen {
            as_it_was.present.clone_from(&ballot.at_opening);
            if ballot.id.is_empty() {
                as_it_was.roll = self.roll(decision, Case::of(ballot.meeting.unwrap_or_default(), then))?;
            }
            if let Some(number) = ballot.number("present", true) {
                as_it_was.declared.retain(|(name, _)| *name != "present");
                as_it_was.declared.push(("present", number));
            }
        }
        let world = World { ballot: Some(&as_it_was), ..*self };
        world.holds(&quorum.needs, Case { about: ballot.about, ..Case::of(as_it_was.id, then) })
    }

    /// What a tie comes to, where it is not left to the majority.
    fn settle_tie(&self, decision: &'a DecisionDecl, id: &'a str) -> Known<Option<Value>> {
        let waits = |of: &str| Some(Value::Needs(vec![Need::Decision { of: of.to_owned(), on: id.to_owned() }]));
        Ok(match self.first_active(&decision.tie)? {
            None | Some(Tie::NotCarried) => None,
            Some(Tie::Lot | Tie::AnotherVote) => Some(Value::Needs(vec![self.decision_of(decision, id)])),
            Some(Tie::CastingVote(of)) => {
                match self.of_ballot("casting-vote", id).next().and_then(|act| act.word("choice")) {
                    Some("yes") => Some(Value::Yes),
                    Some("no") => Some(Value::No),
                    _ => waits(of.as_str()),
                }
            }
        })
    }

    /// How many votes somebody has: one, or as many as a table says.
    fn votes_of(&self, weight: Option<&'a str>, who: &'a str, day: Date) -> Known<Ratio> {
        let Some(table) = weight else { return Ok(Ratio::count(1)) };
        let table = self.charter.table(table).ok_or(Trouble::OutOfScope)?;
        match (World { as_of: day, ..*self }).amount(table, who, None)? {
            Value::Number(weight) => Ok(weight),
            _ => Err(Trouble::OutOfScope),
        }
    }

    /// How much those in a set of the ballot at hand weigh: what they gave, else all that they have.
    pub fn weigh(&self, set: &str, voters: &[&'a str], day: Date) -> Known<Ratio> {
        let ballot = self.ballot;
        let mut sum = Ratio::ZERO;
        for who in voters {
            let parts = match ballot.and_then(|ballot| ballot.parts_in(set, who)) {
                Some(parts) => parts,
                None => vec![self.votes_of(ballot.and_then(|ballot| ballot.weight), who, day)?],
            };
            for part in parts {
                sum = sum.plus(part).map_err(|_| Trouble::OutOfScope)?;
            }
        }
        Ok(sum)
    }

    /// Whether the motion of the ballot at hand was filed as this.
    pub fn is_filed_as(&self, kind: &Name) -> Truth {
        let ballot = self.ballot.ok_or(Trouble::OutOfScope)?;
        Ok(self.of_ballot("file-motion", ballot.id).any(|act| act.word("as") == Some(kind.as_str())))
    }

    /// Whether the motion of the ballot at hand was filed so long before its meeting opened.
    pub fn is_filed_before(&self, span: kernel::Span) -> Truth {
        let ballot = self.ballot.ok_or(Trouble::OutOfScope)?;
        let meeting = ballot.meeting.ok_or(Trouble::OutOfScope)?;
        let opening = self.of_ballot("open-meeting", meeting).next().ok_or(Trouble::OutOfScope)?;
        let last = self.moved(opening.on, span.back())?;
        Ok(self.of_ballot("file-motion", ballot.id).any(|act| act.on <= last))
    }

    /// The voters of one of a ballot's own sets, narrowed; none: it is no such set.
    pub fn voters(&self, set: &'a SetExpression, case: Case<'a>) -> Known<Option<Vec<&'a str>>> {
        if self.ballot.is_some_and(|ballot| ballot.number(set.of.as_str(), set.at_opening).is_some()) {
            return Err(Trouble::OutOfScope);
        }
        let whole = self.ballot.and_then(|ballot| ballot.set(set.of.as_str(), set.at_opening));
        let Some(whole) = whole else { return Ok(None) };
        let mut found = Vec::new();
        for who in whole {
            let right = set.with.as_ref().map_or(Ok(true), |right| {
                self.may(right.verb.as_str(), right.scope.as_ref().map(Name::as_str), who, case.day)
            });
            if both(right, || {
                set.only.as_ref().map_or(Ok(true), |only| self.holds(only, Case { subject: who, ..case }))
            })? {
                found.push(who);
            }
        }
        Ok(Some(found))
    }

    /// How much a set of the ballot, or of a class, comes to.
    pub fn set_worth(&self, set: &'a SetExpression, weighed: bool, case: Case<'a>) -> Known<FieldValue> {
        let declared = self.ballot.and_then(|ballot| ballot.number(set.of.as_str(), set.at_opening));
        if let Some(number) = declared {
            let weighted = self.ballot.is_some_and(|ballot| ballot.weight.is_some());
            let whole = set.with.is_none() && set.only.is_none() && (weighed || !weighted);
            return if whole { Ok(FieldValue::Number(number)) } else { Err(Trouble::OutOfScope) };
        }
        let members = match self.voters(set, case)? {
            Some(voters) => voters,
            None => self.members_of(set, case)?,
        };
        let worth =
            if weighed { self.weigh(set.of.as_str(), &members, case.day)? } else { Ratio::count(members.len()) };
        Ok(FieldValue::Number(worth))
    }
}
