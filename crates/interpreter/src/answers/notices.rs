//! Notices: who is owed one, since when, and whether it was sent.

use charter_syntax::ClauseLabel;
use kernel::Date;

use super::Judge;
use super::lists::{everybody, label};
use crate::evaluate::{Env, Tri, World};
use crate::program::*;
use crate::symbols::Sym;

/// A notice that the charter asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedNotice {
    /// Its name in the charter.
    pub notice: String,
    /// Who gives it.
    pub by: String,
    /// Whom or what it concerns; empty: nobody in particular.
    pub of: String,
    /// The day of its cause.
    pub on: Date,
    /// The last day to send it, where the charter sets one.
    pub last: Option<Date>,
    /// Who receives it, and whether they were sent it since.
    pub to: Vec<(String, bool)>,
    /// The clause that asks for it.
    pub clause: ClauseLabel,
}

/// One occurrence of a notice's cause.
pub(super) struct Owed {
    /// Which of the program's notices.
    pub(super) place: usize,
    pub(super) of: Sym,
    pub(super) on: Date,
    pub(super) last: Option<Date>,
    pub(super) to: Vec<Sym>,
}

/// The notices whose cause lies between two days, by day.
pub(crate) fn list(world: World<'_>, from: Date, to: Date) -> Vec<OwedNotice> {
    let mut judge = Judge::new(world, to);
    let parties = everybody(&mut judge);
    let mut found: Vec<OwedNotice> = Vec::new();
    for owed in owed_notices(&mut judge, &parties, from, to) {
        let Some(notice) = world.program.notices.get(owed.place) else { continue };
        let sent: Vec<(Sym, bool)> =
            owed.to.iter().map(|who| (*who, was_sent(&judge, notice.name, *who, owed.of, owed.on))).collect();
        let symbols = judge.symbols();
        found.push(OwedNotice {
            notice: symbols.name(notice.name).to_owned(),
            by: symbols.name(notice.by_name).to_owned(),
            of: symbols.name(owed.of).to_owned(),
            on: owed.on,
            last: owed.last,
            to: sent.into_iter().map(|(who, sent)| (symbols.name(who).to_owned(), sent)).collect(),
            clause: label(world.program, notice.clause),
        });
    }
    found.sort_by(|one, other| (one.on, &one.notice, &one.of).cmp(&(other.on, &other.notice, &other.of)));
    found
}

/// Whether somebody has been sent a notice about something since a day. One that does not say what it was about counts.
pub(super) fn was_sent(judge: &Judge<'_>, notice: Sym, who: Sym, of: Sym, since: Date) -> bool {
    let names = judge.world.names;
    let sent = judge.world.view.about(who, names.send_notice);
    let is_of = |concerning: Option<Sym>| concerning.is_none_or(|concerning| concerning == of);
    sent.into_iter()
        .any(|act| act.word(names.notice) == Some(notice) && is_of(act.word(names.concerning)) && act.on >= since)
}

/// Each cause of a notice between two days, with those who receive it. Where nobody does, nothing is owed.
pub(super) fn owed_notices(judge: &mut Judge<'_>, parties: &[Sym], from: Date, to: Date) -> Vec<Owed> {
    let program = judge.world.program;
    let mut found: Vec<Owed> = Vec::new();
    for (place, notice) in program.notices.iter().enumerate() {
        let Some(when) = &notice.when else { continue };
        let of_nobody = matches!(when.what, Hap::Act(SubjectIn::Nobody));
        let subjects = if of_nobody { &[Sym::NONE] } else { parties };
        for of in subjects {
            for (on, _) in judge.occurrences(when, Env::of(*of, to)) {
                let known = found.iter().any(|owed| (owed.place, owed.of, owed.on) == (place, *of, on));
                if known || !(from..=to).contains(&on) {
                    continue;
                }
                let recipients = recipients(judge, notice, *of, on);
                if recipients.is_empty() {
                    continue;
                }
                let last = notice.within.and_then(|within| judge.last_day(on, within, false));
                found.push(Owed { place, of: *of, on, last, to: recipients });
            }
        }
    }
    found
}

/// Who receives a notice: an office or a body itself; of a class the one whom it concerns, who is of it or was the day
/// before; everybody of the class if the charter says `every`, or if it concerns somebody else.
fn recipients(judge: &mut Judge<'_>, notice: &NoticeIr, of: Sym, on: Date) -> Vec<Sym> {
    let mut found = Vec::new();
    for party in &notice.to {
        match *party {
            PartyRef::Anyone => found.extend((!of.is_none()).then_some(of)),
            PartyRef::Named(name) => found.push(name),
            PartyRef::Standing(standing) if !notice.to_every && is_or_was(judge, of, standing, on) => found.push(of),
            PartyRef::Standing(Standing::Class(class)) => found.extend(judge.class_members(class, on)),
            PartyRef::Standing(_) => {}
        }
    }
    found.sort_by_key(|who| judge.symbols().name(*who));
    found.dedup();
    found
}

fn is_or_was(judge: &mut Judge<'_>, who: Sym, standing: Standing, on: Date) -> bool {
    let mark = judge.trace.len();
    let found = !who.is_none()
        && [on, on.previous()].into_iter().any(|day| judge.is(who, standing, Env::of(who, day)) == Tri::Yes);
    judge.trace.truncate(mark);
    found
}
