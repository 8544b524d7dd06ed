//! What is new in a network between two days, and to whom it is told: notices that the charter asks for, deadlines that
//! come, duties missed, changes of standing, stages of procedures. All of it is asked of the charter.

use std::collections::{BTreeMap, BTreeSet};

use charter::{Charter, Item, Question, Value};
use charter_syntax::ast::Party;
use kernel::{Date, MonthEnd, Span};
use store::{Notice, Standing};

use crate::{Asked, Hosted};

/// Somebody is reminded so many days before a deadline.
const REMINDERS: [i32; 2] = [30, 7];

/// Whoever has not voted is reminded so many days before a ballot closes, after having been told that it opened.
const VOTE_REMINDERS: [i32; 2] = [7, 2];

/// What somebody is reminded to do in a ballot.
const VOTE: &str = "vote";

/// The clock is looked at after so many days, even if nothing is foreseen.
const AT_LEAST_EVERY: i32 = 7;

/// One telling, and what it tells.
#[derive(Clone, Debug)]
pub(crate) struct News {
    pub(crate) notice: Notice,
    pub(crate) tells: Tells,
    /// An office is told beside those whom it concerns; where nobody signs in for it, that is left out.
    pub(crate) is_copy: bool,
}

/// What is told.
#[derive(Clone, Debug)]
pub(crate) enum Tells {
    /// A notice that the charter asks for.
    Charter,
    /// Something falls due: what, for what, when.
    Due { what: String, of: String, on: Date },
    /// A ballot is open in which they have not voted: which, and its last day.
    Vote { ballot: String, decision: String, on: Date },
    /// Something was missed.
    Missed { what: String, of: String },
    /// Where somebody stands now.
    Standing(Asked),
    /// Where a procedure stands now, and what the recipient may do.
    Stage { state: Asked, acts: Vec<String> },
}

/// What was found on a day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) news: Vec<News>,
    /// Where everybody stands.
    pub(crate) standings: Vec<Standing>,
    /// The first later day on which something can change by itself.
    pub(crate) next_on: Option<Date>,
}

impl Hosted {
    /// What is new on a day since another, for those who stood as `before` says.
    pub(crate) fn news(&self, before: &[Standing], from: Date, today: Date) -> Found {
        let Some((_, charter)) = self.network().in_force(today) else { return Found::default() };
        let stood: BTreeMap<(&str, &str), &str> =
            before.iter().map(|one| ((one.party.as_str(), one.what.as_str()), one.state.as_str())).collect();
        let mut gathering = Gathering { network: self, charter, from, today, found: Found::default() };
        gathering.charter_notices();
        gathering.standings(&stood);
        gathering.stages(&stood);
        gathering.deadlines();
        gathering.ballots();
        let mut found = gathering.found;
        let latest = plus(today, AT_LEAST_EVERY);
        found.next_on = Some(found.next_on.map_or(latest, |next| next.min(latest)));
        found
    }
}

struct Gathering<'n> {
    network: &'n Hosted,
    charter: &'n Charter,
    from: Date,
    today: Date,
    found: Found,
}

impl Gathering<'_> {
    fn ask(&mut self, question: Question) -> Asked {
        let answer = self.network.judge(&question, self.today);
        self.expect(answer.horizon);
        Asked { question, answer }
    }

    /// Notes a day on which something can change.
    fn expect(&mut self, day: Option<Date>) {
        let later = day.filter(|day| *day > self.today);
        self.found.next_on = [self.found.next_on, later].into_iter().flatten().min();
    }

    fn add(&mut self, notice: Notice, tells: Tells) {
        self.found.news.push(News { notice, tells, is_copy: false });
    }

    fn charter_notices(&mut self) {
        let network = self.network;
        for owed in network.interpreter().notices(&network.index(), self.from, self.today) {
            // Who was told already is known by the notice's key; an act of the register may be of another cause.
            for (recipient, _) in &owed.to {
                let notice = Notice {
                    kind: "charter",
                    name: owed.notice.clone(),
                    recipient: recipient.clone(),
                    subject: owed.of.clone(),
                    caused_on: owed.on.to_civil(),
                    turn: 0,
                    clause: owed.clause.to_string(),
                    by: owed.by.clone(),
                };
                self.add(notice, Tells::Charter);
            }
        }
    }

    fn offices(&self) -> Vec<String> {
        self.charter.offices().map(|(_, office)| office.name.text.clone()).collect()
    }

    /// Changes of standing, told to whom they concern and to the offices; duties missed, likewise.
    fn standings(&mut self, stood: &BTreeMap<(&str, &str), &str>) {
        let names: BTreeSet<String> = self.network.named().map(str::to_owned).collect();
        for party in names {
            let status = self.ask(Question::Status { who: party.clone() });
            let state = standing_of(self.charter, &status.answer.value);
            let before = stood.get(&(party.as_str(), "")).copied().unwrap_or(NOTHING);
            if state == NOTHING && before == NOTHING {
                continue;
            }
            self.found.standings.push(Standing { party: party.clone(), what: String::new(), state: state.clone() });
            if state != before {
                let clause = status.answer.because.iter().find_map(|node| node.clause.as_ref());
                let clause = clause.map(ToString::to_string).unwrap_or_default();
                self.tell_of("standing", &state, &party, &clause, self.today, &Tells::Standing(status));
            }
            self.missed(&party);
        }
    }

    fn missed(&mut self, party: &str) {
        let Asked { answer, .. } = self.ask(Question::Duties { who: party.to_owned() });
        let Value::Items(items) = answer.value else { return };
        for item in items.into_iter().filter(|item| item.state == "missed") {
            let Some(since) = item.on.filter(|on| (self.from..=self.today).contains(on)) else { continue };
            let tells = Tells::Missed { what: item.what.clone(), of: item.of.clone() };
            let name = format!("{}/{}", item.what, item.of);
            self.tell_of("missed", &name, party, &item.clause.to_string(), since, &tells);
        }
    }

    /// Tells a party, and every office, of something that concerns the party.
    fn tell_of(&mut self, kind: &'static str, name: &str, party: &str, clause: &str, on: Date, tells: &Tells) {
        for recipient in std::iter::once(party.to_owned()).chain(self.offices()) {
            let is_copy = recipient != party;
            let notice = Notice {
                kind,
                name: name.to_owned(),
                recipient,
                subject: party.to_owned(),
                caused_on: on.to_civil(),
                turn: if kind == "standing" { self.network.head().acts } else { 0 },
                clause: clause.to_owned(),
                by: String::new(),
            };
            self.found.news.push(News { notice, tells: tells.clone(), is_copy });
        }
    }

    /// Procedures that moved on: told to whom they are about, and to those who may do something now.
    fn stages(&mut self, stood: &BTreeMap<(&str, &str), &str>) {
        let network = self.network;
        for (procedure, subject) in network.cases(self.charter, self.today) {
            let state = self.ask(Question::State { procedure: procedure.clone(), of: subject.clone() });
            let Value::State { state: name, .. } = &state.answer.value else { continue };
            let name = name.clone();
            let before = stood.get(&(subject.as_str(), procedure.as_str())).copied().unwrap_or(NOTHING);
            self.found.standings.push(Standing {
                party: subject.clone(),
                what: procedure.clone(),
                state: name.clone(),
            });
            if name == before {
                continue;
            }
            let clause = state.answer.because.last().and_then(|node| node.clause.as_ref());
            let clause = clause.map(ToString::to_string).unwrap_or_default();
            let mut told: BTreeMap<String, Vec<String>> = BTreeMap::from([(subject.clone(), Vec::new())]);
            for act in network.open_acts(self.charter, &procedure, &state.answer) {
                for who in self.may_do(&act, &subject) {
                    told.entry(who).or_default().push(act.clone());
                }
            }
            for (recipient, acts) in told {
                let notice = Notice {
                    kind: "stage",
                    name: format!("{procedure}/{name}"),
                    recipient: recipient.clone(),
                    subject: subject.clone(),
                    caused_on: self.today.to_civil(),
                    turn: network.head().acts,
                    clause: clause.clone(),
                    by: String::new(),
                };
                let answer = network.veiled(state.answer.clone(), Some(&recipient), self.today);
                let state = Asked { question: state.question.clone(), answer };
                self.add(notice, Tells::Stage { state, acts });
            }
        }
    }

    /// Everybody who may do an act about a subject today.
    fn may_do(&self, act: &str, subject: &str) -> Vec<String> {
        let Some(declared) = self.charter.act(act) else { return Vec::new() };
        let may = |who: &String| self.network.may(who, act, Some(subject), self.today);
        self.members_of(&declared.by).into_iter().filter(may).collect()
    }

    /// Offices and bodies themselves; of classes, their members.
    fn members_of(&self, party: &Party) -> Vec<String> {
        let mut found = Vec::new();
        for name in &party.any_of {
            if self.charter.class(name.as_str()).is_some() {
                let is = |who: &String| self.network.is(who, name.as_str(), self.today);
                found.extend(self.network.named().map(str::to_owned).collect::<BTreeSet<_>>().into_iter().filter(is));
            } else if self.charter.office(name.as_str()).is_some() || self.charter.body(name.as_str()).is_some() {
                found.push(name.text.clone());
            }
        }
        found
    }

    /// What falls due soon, told to whoever owes it.
    fn deadlines(&mut self) {
        let farthest = REMINDERS.iter().max().copied().unwrap_or(0).saturating_add(AT_LEAST_EVERY);
        let asked = self.ask(Question::Due { from: self.today, to: plus(self.today, farthest) });
        let Value::Items(items) = asked.answer.value else { return };
        for item in items.into_iter().filter(|item| self.charter.notice(&item.what).is_none()) {
            let Some(on) = item.on else { continue };
            for days in REMINDERS {
                self.expect(Some(plus(on, days.saturating_neg())));
            }
            self.expect(Some(on.next()));
            let left = on.days_since(self.today);
            let Some(days) = REMINDERS.iter().copied().filter(|days| left <= *days).min() else { continue };
            self.remind(&item, on, plus(on, days.saturating_neg()));
        }
    }

    /// Ballots that close by themselves, told to those on the roll who have not voted: that they opened, then that they close.
    fn ballots(&mut self) {
        let network = self.network;
        for id in network.unfinished_ballots(self.today) {
            let Some(sheet) = network.interpreter().ballot(&network.index(), &id, self.today) else { continue };
            let (Some(opened), Some(last)) = (sheet.opened, sheet.closes.filter(|last| *last >= self.today)) else {
                continue;
            };
            VOTE_REMINDERS.iter().for_each(|days| self.expect(Some(plus(last, days.saturating_neg()))));
            self.expect(Some(last.next()));
            let left = last.days_since(self.today);
            let days = VOTE_REMINDERS.iter().copied().filter(|days| left <= *days).min();
            let caused_on = days.map_or(opened, |days| plus(last, days.saturating_neg()).max(opened));
            let waited_for = sheet.electors.iter().filter(|one| one.may_vote == Some(true) && one.votes.is_empty());
            for elector in waited_for {
                let notice = Notice {
                    kind: "reminder",
                    name: VOTE.to_owned(),
                    recipient: elector.who.clone(),
                    subject: id.clone(),
                    caused_on: caused_on.to_civil(),
                    turn: 0,
                    clause: sheet.clause.to_string(),
                    by: String::new(),
                };
                let decision = sheet.decision.clone();
                self.add(notice, Tells::Vote { ballot: id.clone(), decision, on: last });
            }
        }
    }

    fn remind(&mut self, item: &Item, on: Date, caused_on: Date) {
        let owing: Vec<String> = match item.by.as_str() {
            "" => self.offices(),
            by => by.split(" or ").map(str::to_owned).collect(),
        };
        for recipient in owing {
            let notice = Notice {
                kind: "reminder",
                name: item.what.clone(),
                recipient,
                subject: item.of.clone(),
                caused_on: caused_on.to_civil(),
                turn: 0,
                clause: item.clause.to_string(),
                by: String::new(),
            };
            self.add(notice, Tells::Due { what: item.what.clone(), of: item.of.clone(), on });
        }
    }
}

/// No standing at all.
const NOTHING: &str = "none";

/// The classes and statuses that somebody has, in one word; what a procedure says is no standing.
fn standing_of(charter: &Charter, value: &Value) -> String {
    let Value::State { state, .. } = value else { return NOTHING.to_owned() };
    let first = state.split(" and ").next().unwrap_or(state);
    let is_standing = charter.class(first).is_some() || charter.statuses().any(|(_, status)| status.name == first);
    if is_standing { state.clone() } else { NOTHING.to_owned() }
}

fn plus(day: Date, days: i32) -> Date {
    day.plus(Span::Days(days), MonthEnd::Clamp).unwrap_or(day)
}
