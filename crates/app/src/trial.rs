//! Whom one can be, to look at a network from all sides: an office, a body, a member, somebody who is new.

use charter::{Question, Value};
use chrono::{DateTime, Utc};

use crate::Hosted;

/// One side from which a network can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What it is: `office`, `body`, `member`, `newcomer`.
    pub kind: &'static str,
    /// For whom one acts.
    pub party: String,
}

/// A name that no register holds yet.
const NEWCOMER: &str = "New-Organisation";

impl Hosted {
    /// The first office, the first body, the first member on file, and somebody new.
    pub fn sides(&self, now: DateTime<Utc>) -> Vec<Side> {
        let Some(charter) = self.charter(now) else { return Vec::new() };
        let side = |kind, party: &str| Side { kind, party: party.to_owned() };
        let mut sides = Vec::new();
        sides.extend(charter.offices().next().map(|(_, office)| side("office", office.name.as_str())));
        sides.extend(charter.bodies().next().map(|(_, body)| side("body", body.name.as_str())));
        let class = charter.classes().next().map(|(_, class)| class.name.text.clone());
        let today = self.today(now);
        let is_member = |who: &&str| {
            let what = class.clone().unwrap_or_default();
            self.judge(&Question::Is { who: (*who).to_owned(), what }, today).value == Value::Yes
        };
        let named = self.register().acts().iter().filter_map(|act| act.about.as_deref());
        sides.extend(named.clone().find(is_member).map(|member| side("member", member)));
        sides.push(side("newcomer", NEWCOMER));
        sides
    }
}
