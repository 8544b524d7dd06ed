//! Who may stand for a seat and who stands: every member with the reasons, every candidacy that was filed.

use charter::act::TypedAct;
use charter::{Question, Value};
use interpreter::Eligible;
use kernel::Date;

use crate::{Asked, Draft, Hosted};

/// The act by which somebody stands for a seat, and the one by which they do not any more.
pub const FILE: &str = "file-candidacy";
/// The act by which a candidacy is taken back.
pub const WITHDRAW: &str = "withdraw-candidacy";

/// A seat, with who may stand for it and who does.
#[derive(Clone, Debug)]
pub struct SeatSought {
    /// Its name: `body/seat`.
    pub name: String,
    /// Every member, and whether they may stand.
    pub members: Vec<Eligible>,
    /// Who stands, in order of filing.
    pub candidacies: Vec<Candidacy>,
}

/// Somebody who stands for a seat.
#[derive(Clone, Debug)]
pub struct Candidacy {
    /// The organisation, or whoever stands for themselves.
    pub who: String,
    /// The person who would hold the seat for it.
    pub person: Option<String>,
    /// Who proposed them.
    pub by: Option<String>,
    /// When.
    pub filed: Date,
    /// Whether they may stand.
    pub may_stand: Asked,
}

impl Candidacy {
    /// The name on the paper: `organisation (person)`.
    pub fn name(&self) -> String {
        let name = self.person.as_ref().map_or_else(|| self.who.clone(), |person| format!("{} ({person})", self.who));
        // On a paper, commas stand between names.
        name.replace(',', "")
    }

    /// Whether nothing keeps them from standing.
    pub fn is_eligible(&self) -> bool {
        self.may_stand.answer.value != Value::No
    }
}

impl Hosted {
    /// A seat, for members, for those who hold a seat or act for a body, and for whoever looks after the register. None: there
    /// is no such seat, or it is not for whoever asks.
    pub fn seat_sought(&self, seat: &str, who: &str, sees_all: bool, on: Date) -> Option<SeatSought> {
        let bodies = self.bodies(who, sees_all, on)?;
        bodies.iter().find(|body| body.seats.iter().any(|own| own.name == seat))?;
        Some(SeatSought {
            name: seat.to_owned(),
            members: self.interpreter().eligible(&self.index(), seat, on)?,
            candidacies: self.candidacies(seat, on),
        })
    }

    /// Who stands for a seat: those that were filed since it was last filled, and not withdrawn.
    fn candidacies(&self, seat: &str, on: Date) -> Vec<Candidacy> {
        let mut standing: Vec<Candidacy> = Vec::new();
        let own = |act: &&TypedAct| act.on <= on && act.about.as_deref() == Some(seat);
        for act in self.register().acts().iter().filter(own) {
            match act.act.as_str() {
                "seat" => standing.clear(),
                FILE | WITHDRAW => {
                    let filed = self.candidacy(seat, act, on);
                    standing.retain(|known| known.who != filed.who || known.person != filed.person);
                    if act.act == FILE {
                        standing.push(filed);
                    }
                }
                _ => {}
            }
        }
        standing
    }

    fn candidacy(&self, seat: &str, act: &TypedAct, on: Date) -> Candidacy {
        let person = act.word("person").map(str::to_owned);
        let who = act.word("organisation").or(person.as_deref()).or(act.by.as_deref()).unwrap_or_default().to_owned();
        let person = person.filter(|person| *person != who);
        let question = may_stand(&who, person.clone(), seat);
        Candidacy {
            may_stand: Asked { answer: self.judge(&question, on), question },
            by: act.by.clone(),
            filed: act.on,
            who,
            person,
        }
    }
}

/// Whether whoever a draft puts up may stand.
pub(crate) fn question_of(draft: &Draft) -> Option<Question> {
    let field =
        |name: &str| draft.fields.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let person = field("person");
    let who = field("organisation").or_else(|| person.clone()).or_else(|| draft.by.clone())?;
    let person = person.filter(|person| *person != who);
    Some(may_stand(&who, person, draft.about.as_deref()?))
}

fn may_stand(who: &str, person: Option<String>, seat: &str) -> Question {
    Question::May {
        who: who.to_owned(),
        person,
        verb: String::from("stand"),
        scope: Some(seat.to_owned()),
        about: None,
    }
}
