//! Motions as they were filed, with the amendments to each: an amendment is a motion on a motion, and is decided first.

use charter::act::TypedAct;
use charter::{Question, Value};
use kernel::Date;

use crate::{Asked, Hosted};

/// A motion, or an amendment to one.
#[derive(Clone, Debug)]
pub struct Motion {
    /// The name of its ballot.
    pub id: String,
    /// The decision that it asks for.
    pub decision: String,
    /// Who filed it.
    pub by: Option<String>,
    /// When.
    pub filed: Date,
    /// What it says.
    pub text: String,
    /// The motion that it would change.
    pub amends: Option<String>,
    /// Since when it is withdrawn.
    pub withdrawn: Option<Date>,
    /// Whether it is carried.
    pub carried: Asked,
}

impl Motion {
    /// Whether it is still to be decided.
    pub fn is_open(&self) -> bool {
        self.withdrawn.is_none() && matches!(self.carried.answer.value, Value::Needs(_))
    }
}

impl Hosted {
    /// A motion that was filed by a day.
    pub fn motion(&self, id: &str, on: Date) -> Option<Motion> {
        let mut acts = self.register().acts().iter().filter(|act| act.on <= on && act.act == "file-motion");
        acts.find(|act| act.about.as_deref() == Some(id)).map(|act| self.filed(act, on))
    }

    /// The amendments to a motion that were filed by a day, in order.
    pub fn amendments_of(&self, motion: &str, on: Date) -> Vec<Motion> {
        let acts = self.register().acts().iter().filter(|act| act.on <= on && act.act == "file-motion");
        acts.filter(|act| act.word("amends") == Some(motion)).map(|act| self.filed(act, on)).collect()
    }

    fn filed(&self, act: &TypedAct, on: Date) -> Motion {
        let id = act.about.clone().unwrap_or_default();
        let question = Question::Carried { what: id.clone() };
        let withdrawals = self.register().acts().iter().filter(|act| act.on <= on && act.act == "withdraw-motion");
        let withdrawn = withdrawals.filter(|own| own.about == act.about).map(|act| act.on).next();
        Motion {
            decision: act.word("decision").unwrap_or_default().to_owned(),
            by: act.by.clone(),
            filed: act.on,
            text: act.word("text").unwrap_or_default().to_owned(),
            amends: act.word("amends").map(str::to_owned),
            withdrawn,
            carried: Asked { answer: self.judge(&question, on), question },
            id,
        }
    }
}
