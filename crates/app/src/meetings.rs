//! One meeting: who may vote there, who is there, whether there is a quorum and what it lacks, what was put to the vote.

use std::collections::BTreeSet;

use charter::act::TypedAct;
use charter::{FieldValue, Item, Question, Value};
use kernel::{Date, MonthEnd, Ratio, Span};

use crate::{Asked, Hosted, Motion};

/// Which meeting it is, and when.
#[derive(Clone, Debug)]
pub struct MeetingHead {
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
}

/// A meeting as it stands on a day.
#[derive(Clone, Debug)]
pub struct MeetingSeen {
    /// Which, and when.
    pub head: MeetingHead,
    /// Whether there is a quorum, and what would bring it about.
    pub quorate: Asked,
    /// The earliest day for which one of its kind can be called now.
    pub earliest: Asked,
    /// Everybody who may vote there, and everybody else who came, in order of names.
    pub people: Vec<Attender>,
    /// What is to be done for it, and by when, in order of days.
    pub steps: Vec<Item>,
    /// What is to be dealt with, in order.
    pub agenda: Vec<AgendaItem>,
    /// What was put to the vote, in order.
    pub ballots: Vec<BallotLine>,
}

/// Something that a meeting is to deal with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its place: 1 comes first.
    pub place: Ratio,
    /// What it is.
    pub title: String,
    /// The motion that is put under it.
    pub motion: Option<String>,
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
    /// The motion as it was filed, if it was.
    pub motion: Option<Motion>,
    /// Whether it is carried, or what it waits for.
    pub carried: Asked,
}

impl Hosted {
    /// A meeting as somebody sees it: those who may vote there, members, and whoever looks after meetings. None: there is no
    /// such meeting, or it is not for them to see.
    pub fn meeting(&self, id: &str, who: &str, sees_all: bool, on: Date) -> Option<MeetingSeen> {
        let acts = self.acts_about(id, on);
        let head = head_of(id, &acts)?;
        let people = self.people_at(&head.kind, &acts, on);
        if !(sees_all || self.is_member(who, on) || people.iter().any(|one| one.may_vote && one.who == who)) {
            return None;
        }
        Some(MeetingSeen {
            quorate: self.asked(Question::Quorate { what: id.to_owned() }, on),
            earliest: self.asked(Question::Earliest { meeting: head.kind.clone() }, on),
            people,
            steps: self.steps_for(&head, on),
            agenda: agenda(&acts),
            ballots: self.put_to_the_vote(id, who, sees_all, on),
            head,
        })
    }

    /// Meetings that were called or opened by a day, newest first, for members and whoever looks after meetings.
    pub fn meetings(&self, who: &str, sees_all: bool, on: Date) -> Vec<MeetingHead> {
        let mut ids: Vec<&str> = Vec::new();
        let calls = |act: &&TypedAct| act.on <= on && matches!(act.act.as_str(), "call-meeting" | "open-meeting");
        for id in self.register().acts().iter().rev().filter(calls).filter_map(|act| act.about.as_deref()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let is_for_them = sees_all || self.is_member(who, on);
        let heads = ids.into_iter().filter(|_| is_for_them).filter_map(|id| head_of(id, &self.acts_about(id, on)));
        heads.collect()
    }

    /// A meeting that somebody may be at: a member, or whoever may vote there.
    pub(crate) fn meeting_head(&self, id: &str, who: &str, on: Date) -> Option<MeetingHead> {
        let head = head_of(id, &self.acts_about(id, on))?;
        let question = Question::May {
            who: who.to_owned(),
            person: None,
            verb: String::from("vote"),
            scope: Some(head.kind.clone()),
            about: None,
        };
        (self.is_member(who, on) || self.judge(&question, on).value == Value::Yes).then_some(head)
    }

    /// For every kind of meeting that the charter knows: the earliest and the latest day for the next, with the reasons.
    pub fn next_meetings(&self, on: Date) -> Vec<(String, Asked, Asked)> {
        let Some((_, charter)) = self.network().in_force(on) else { return Vec::new() };
        let kinds = charter.meetings().map(|(_, declared)| declared.name.text.clone());
        kinds
            .filter_map(|kind| self.next_meeting(&kind, on).map(|(earliest, latest)| (kind, earliest, latest)))
            .collect()
    }

    /// What the charter asks for before and after a meeting.
    fn steps_for(&self, head: &MeetingHead, on: Date) -> Vec<Item> {
        let around = |months: i32| head.opens.and_then(|opens| opens.plus(Span::Months(months), MonthEnd::Clamp));
        let Some((from, to)) = around(-12).zip(around(12)) else { return Vec::new() };
        let due = self.judge(&Question::Due { from, to }, on);
        let Value::Items(items) = due.value else { return Vec::new() };
        items.into_iter().filter(|item| item.of == head.id && item.on.is_some()).collect()
    }

    /// Whether somebody may call meetings of a kind.
    pub fn may_call(&self, who: &str, kind: &str, on: Date) -> Asked {
        let (verb, about) = (String::from("call-meeting"), Some(kind.to_owned()));
        self.asked(Question::May { who: who.to_owned(), person: None, verb, scope: None, about }, on)
    }

    /// The earliest and the latest day for the next meeting of a kind, with the reasons. None: the charter has no such kind.
    pub fn next_meeting(&self, kind: &str, on: Date) -> Option<(Asked, Asked)> {
        let (_, charter) = self.network().in_force(on)?;
        charter.meeting(kind)?;
        let earliest = self.asked(Question::Earliest { meeting: kind.to_owned() }, on);
        Some((earliest, self.asked(Question::Latest { meeting: kind.to_owned() }, on)))
    }

    fn acts_about(&self, id: &str, on: Date) -> Vec<&TypedAct> {
        self.register().acts().iter().filter(|act| act.on <= on && act.about.as_deref() == Some(id)).collect()
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
            (one.presence, one.mode) = match act.act == "leave" {
                true => (Presence::Left, None),
                false => (Presence::There, act.word("mode").map(str::to_owned)),
            };
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

    fn put_to_the_vote(&self, meeting: &str, who: &str, sees_all: bool, on: Date) -> Vec<BallotLine> {
        let mut lines: Vec<BallotLine> = Vec::new();
        for act in self.register().acts().iter().filter(|act| act.on <= on && act.word("meeting") == Some(meeting)) {
            let is_ballot = matches!(act.act.as_str(), "file-motion" | "open-ballot" | "declare-result");
            let Some(id) = act.about.clone().filter(|_| is_ballot) else { continue };
            if !(sees_all || self.sees_ballot(&id, who, on)) {
                continue;
            }
            if !lines.iter().any(|known| known.id == id) {
                lines.push(BallotLine {
                    decision: act.word("decision").unwrap_or_default().to_owned(),
                    subject: act.word("for").map(str::to_owned),
                    motion: self.motion(&id, on),
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

/// The agenda as it was last put together: of two items with the same place the later one stands.
fn agenda(acts: &[&TypedAct]) -> Vec<AgendaItem> {
    let mut items: Vec<AgendaItem> = Vec::new();
    for act in acts.iter().filter(|act| matches!(act.act.as_str(), "put-on-agenda" | "take-off-agenda")) {
        let Some(FieldValue::Number(place)) = act.fields.get("place") else { continue };
        items.retain(|item| item.place != *place);
        if let Some(title) = act.word("title") {
            let (title, motion) = (title.to_owned(), act.word("motion").map(str::to_owned));
            items.push(AgendaItem { place: *place, title, motion });
        }
    }
    items.sort_by_key(|item| item.place);
    items
}

/// What the acts about a meeting say of it; none: they call and open none.
fn head_of(id: &str, acts: &[&TypedAct]) -> Option<MeetingHead> {
    let of = |name: &str| acts.iter().rev().find(|act| act.act == name);
    let (called, opened, closed) = (of("call-meeting"), of("open-meeting"), of("close-meeting"));
    Some(MeetingHead {
        id: id.to_owned(),
        kind: opened.or(called)?.word("meeting")?.to_owned(),
        called: called.map(|act| act.on),
        opens: opened.map(|act| act.on).or_else(|| called.and_then(|act| act.date("opens"))),
        is_open: opened.is_some() && closed.is_none(),
        closed: closed.map(|act| act.on),
    })
}
