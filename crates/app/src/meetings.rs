//! One meeting: who may vote there, who is there, whether there is a quorum and what it lacks, what was put to the vote.

use std::collections::BTreeSet;

use charter::act::TypedAct;
use charter::{Question, Value};
use kernel::Date;

use crate::{Asked, Hosted};

/// A meeting as it stands on a day.
#[derive(Clone, Debug)]
pub struct MeetingSeen {
    /// Its own name.
    pub id: String,
    /// What the charter calls meetings of its kind.
    pub kind: String,
    /// When it was called.
    pub called: Option<Date>,
    /// The day for which it was called, or on which it opened.
    pub opens: Option<Date>,
    /// Whether it was opened.
    pub is_open: bool,
    /// When it closed.
    pub closed: Option<Date>,
    /// Whether there is a quorum, and what would bring it about.
    pub quorate: Asked,
    /// The earliest day for which one of its kind can be called now.
    pub earliest: Asked,
    /// Everybody who may vote there, and everybody else who came, in order of names.
    pub people: Vec<Attender>,
    /// What was put to the vote, in order.
    pub ballots: Vec<BallotLine>,
}

/// Somebody at a meeting, or who may come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attender {
    /// Who.
    pub who: String,
    /// Whether they have a vote.
    pub may_vote: bool,
    /// Whether they are there, have left, or did not come.
    pub presence: Presence,
    /// How they take part, as it was written down: `in-room`, `remotely`.
    pub mode: Option<String>,
}

/// Whether somebody is at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// There.
    There,
    /// Came and left.
    Left,
    /// Not seen.
    Absent,
}

/// Something that was put to the vote.
#[derive(Clone, Debug)]
pub struct BallotLine {
    /// Its name.
    pub id: String,
    /// The decision that it takes.
    pub decision: String,
    /// Whom or what it is about.
    pub subject: Option<String>,
    /// Whether it is carried, or what it waits for.
    pub carried: Asked,
}

impl Hosted {
    /// A meeting as somebody sees it: those who may vote there, members, and whoever looks after meetings. None: there is no
    /// such meeting, or it is not for them to see.
    pub fn meeting(&self, id: &str, who: &str, sees_all: bool, on: Date) -> Option<MeetingSeen> {
        let acts: Vec<&TypedAct> =
            self.register().acts().iter().filter(|act| act.on <= on && act.about.as_deref() == Some(id)).collect();
        let of = |name: &str| acts.iter().rev().find(|act| act.act == name);
        let (called, opened) = (of("call-meeting"), of("open-meeting"));
        let kind = opened.or(called)?.word("meeting")?.to_owned();
        let people = self.people_at(&kind, &acts, on);
        if !(sees_all || self.is_member(who, on) || people.iter().any(|one| one.may_vote && one.who == who)) {
            return None;
        }
        Some(MeetingSeen {
            called: called.map(|act| act.on),
            opens: opened.map(|act| act.on).or_else(|| called.and_then(|act| act.date("opens"))),
            is_open: opened.is_some() && of("close-meeting").is_none(),
            closed: of("close-meeting").map(|act| act.on),
            quorate: self.asked(Question::Quorate { what: id.to_owned() }, on),
            earliest: self.asked(Question::Earliest { meeting: kind.clone() }, on),
            people,
            ballots: self.put_to_the_vote(id, on),
            id: id.to_owned(),
            kind,
        })
    }

    /// Meetings that were called or opened by a day, newest first, with their kinds.
    pub fn meetings(&self, on: Date) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for act in self.register().acts().iter().rev().filter(|act| act.on <= on) {
            let is_meeting = matches!(act.act.as_str(), "call-meeting" | "open-meeting");
            let (Some(id), Some(kind)) = (act.about.as_ref().filter(|_| is_meeting), act.word("meeting")) else {
                continue;
            };
            if !found.iter().any(|(known, _)| known == id) {
                found.push((id.clone(), kind.to_owned()));
            }
        }
        found
    }

    fn people_at(&self, kind: &str, acts: &[&TypedAct], on: Date) -> Vec<Attender> {
        let question = Question::WhoMay { verb: String::from("vote"), what: kind.to_owned(), of: None };
        let voters = match self.judge(&question, on).value {
            Value::Names(names) => names,
            _ => Vec::new(),
        };
        let absent = |who: String, may_vote: bool| Attender { who, may_vote, presence: Presence::Absent, mode: None };
        let mut people: Vec<Attender> = voters.into_iter().map(|who| absent(who, true)).collect();
        for who in self.of_the_meeting(kind, on) {
            if !people.iter().any(|known| known.who == who) {
                people.push(absent(who, false));
            }
        }
        for act in acts.iter().filter(|act| matches!(act.act.as_str(), "attend" | "leave")) {
            let Some(who) = &act.by else { continue };
            let place = people.iter().position(|known| known.who == *who).unwrap_or_else(|| {
                people.push(absent(who.clone(), false));
                people.len().saturating_sub(1)
            });
            let Some(one) = people.get_mut(place) else { continue };
            if act.act == "attend" {
                (one.presence, one.mode) = (Presence::There, act.word("mode").map(str::to_owned));
            } else {
                one.presence = Presence::Left;
            }
        }
        people.sort_by(|one, other| one.who.cmp(&other.who));
        people.dedup_by(|one, other| one.who == other.who);
        people
    }

    /// Everybody of the class that meets, with a vote or without, or every seat of the body.
    fn of_the_meeting(&self, kind: &str, on: Date) -> Vec<String> {
        let Some((_, charter)) = self.network().in_force(on) else { return Vec::new() };
        let Some(of) = charter.meeting(kind).and_then(|meeting| meeting.of.as_ref()) else { return Vec::new() };
        if charter.class(of.as_str()).is_some() {
            let names: BTreeSet<&str> = self.named().collect();
            return names.into_iter().filter(|who| self.is(who, of.as_str(), on)).map(str::to_owned).collect();
        }
        let bodies = self.interpreter().bodies(&self.index(), on);
        let seats = bodies.into_iter().filter(|body| body.name == of.as_str()).flat_map(|body| body.seats);
        seats.map(|seat| seat.name).collect()
    }

    fn put_to_the_vote(&self, meeting: &str, on: Date) -> Vec<BallotLine> {
        let mut lines: Vec<BallotLine> = Vec::new();
        for act in self.register().acts().iter().filter(|act| act.on <= on && act.word("meeting") == Some(meeting)) {
            let is_ballot = matches!(act.act.as_str(), "file-motion" | "open-ballot" | "declare-result");
            let Some(id) = act.about.clone().filter(|_| is_ballot) else { continue };
            if !lines.iter().any(|known| known.id == id) {
                lines.push(BallotLine {
                    decision: act.word("decision").unwrap_or_default().to_owned(),
                    subject: act.word("for").map(str::to_owned),
                    carried: {
                        let question = Question::Carried { what: id.clone() };
                        Asked { answer: self.judge(&question, on), question }
                    },
                    id,
                });
            }
        }
        lines
    }
}
