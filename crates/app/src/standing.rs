//! Where somebody stands: status, duties, and every right that the charter grants to anybody.

use charter::Question;
use charter_syntax::ast::RightName;
use kernel::Date;

use crate::{Asked, Hosted};

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
