//! Where somebody stands: status, duties, and every right that the charter grants to anybody.

use std::collections::BTreeSet;

use charter::{Question, Value};
use charter_syntax::ast::RightName;
use kernel::Date;

use crate::{Asked, Hosted};

/// How many days of a past are looked at, at most.
const MOST_DAYS: usize = 4_000;

/// Where somebody stands on a day.
#[derive(Clone, Debug)]
pub struct Stands {
    /// Their class or status.
    pub status: Asked,
    /// What they owe and owed.
    pub duties: Asked,
    /// Whether they have each right that the charter grants to somebody.
    pub rights: Vec<Asked>,
}

impl Hosted {
    /// Where somebody stands on a day.
    pub fn stands(&self, who: &str, on: Date) -> Stands {
        let ask = |question: Question| Asked { answer: self.judge(&question, on), question };
        Stands {
            status: ask(Question::Status { who: who.to_owned() }),
            duties: ask(Question::Duties { who: who.to_owned() }),
            rights: self.rights(on).into_iter().map(|right| ask(may(who, &right))).collect(),
        }
    }

    /// Where somebody stood through time: each state with its first day, from their first act on.
    pub fn standing_through(&self, who: &str, to: Date) -> Vec<(Date, String)> {
        let of = |party: &Option<String>| party.as_deref() == Some(who);
        let acts = || self.register().acts().iter().filter(|act| act.on <= to);
        let Some(first) = acts().filter(|act| of(&act.by) || of(&act.about)).map(|act| act.on).min() else {
            return Vec::new();
        };
        // A state changes on the day of an act, or where the answer before says that it can change by itself.
        let mut days: BTreeSet<Date> = acts().map(|act| act.on).filter(|on| *on >= first).collect();
        let mut through: Vec<(Date, String)> = Vec::new();
        let mut judged = 0_usize;
        while let Some(day) = days.pop_first().filter(|_| judged < MOST_DAYS) {
            judged = judged.saturating_add(1);
            let answer = self.judge(&Question::Status { who: who.to_owned() }, day);
            days.extend(answer.horizon.filter(|next| *next <= to));
            let Value::State { state, .. } = answer.value else { continue };
            if through.last().is_none_or(|(_, last)| *last != state) {
                through.push((day, state));
            }
        }
        through
    }

    /// Every right that the charter in force grants to somebody.
    fn rights(&self, on: Date) -> Vec<RightName> {
        let mut found: Vec<RightName> = Vec::new();
        let charter = self.network().in_force(on).map(|(_, charter)| charter);
        for (_, grant) in charter.into_iter().flat_map(|charter| charter.rights()) {
            for right in &grant.rights {
                let same = |known: &RightName| known.verb == right.verb && known.scope == right.scope;
                if !found.iter().any(same) {
                    found.push(right.clone());
                }
            }
        }
        found
    }
}

fn may(who: &str, right: &RightName) -> Question {
    Question::May {
        who: who.to_owned(),
        person: None,
        verb: right.verb.to_string(),
        scope: right.scope.as_ref().map(ToString::to_string),
        about: None,
    }
}
