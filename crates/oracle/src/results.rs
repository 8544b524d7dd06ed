//! The sets and numbers of one ballot: counted by name, or declared by the returning officer.

use std::collections::BTreeSet;

use charter::FieldValue;
use charter::act::TypedAct;
use kernel::Ratio;

/// What a ballot's conditions are judged by.
#[derive(Clone, Default)]
pub(crate) struct Ballot<'a> {
    pub id: &'a str,
    pub weight: Option<&'a str>,
    pub meeting: Option<&'a str>,
    pub yes: Vec<&'a str>,
    pub no: Vec<&'a str>,
    pub abstain: Vec<&'a str>,
    /// Where the votes of one voter may go different ways: who gave how many, and for what.
    pub parts: Vec<(&'a str, &'a str, Ratio)>,
    pub present: Vec<&'a str>,
    pub at_opening: Vec<&'a str>,
    pub roll: Vec<&'a str>,
    /// Numbers that the returning officer declared.
    pub declared: Vec<(&'a str, Ratio)>,
    pub silence_abstains: bool,
    pub about: Option<&'a str>,
}

impl<'a> Ballot<'a> {
    /// The set of this name; none: a ballot has no such set, or it is one of seats.
    pub fn set(&self, name: &str, at_opening: bool) -> Option<Vec<&'a str>> {
        match name {
            "yes" => Some(self.yes.clone()),
            "no" => Some(self.no.clone()),
            "abstain" => Some(self.abstain.clone()),
            "cast" | "returned" => {
                let all: BTreeSet<&str> =
                    [&self.yes[..], &self.no[..], &self.abstain[..]].concat().into_iter().collect();
                Some(all.into_iter().collect())
            }
            "present" if at_opening => Some(self.at_opening.clone()),
            "present" => Some(self.present.clone()),
            "roll" => Some(self.roll.clone()),
            _ => None,
        }
    }

    /// The parts of their votes that somebody gave to the choices that a set is made of.
    pub fn parts_in(&self, name: &str, who: &str) -> Option<Vec<Ratio>> {
        let is_of = |choice: &str| choice == name || matches!(name, "cast" | "returned");
        let given = self.parts.iter().filter(|(voter, choice, _)| *voter == who && is_of(choice));
        let parts: Vec<Ratio> = given.map(|(_, _, part)| *part).collect();
        (!parts.is_empty()).then_some(parts)
    }

    /// The number declared for a set; none: it is counted.
    pub fn number(&self, name: &str, at_opening: bool) -> Option<Ratio> {
        match name {
            "yes" | "no" => self.vote(name),
            "abstain" => self.abstentions(),
            "cast" | "returned" => self.declared("returned").or_else(|| {
                let for_and_against = self.vote("yes")?.plus(self.vote("no")?).ok()?;
                for_and_against.plus(self.abstentions()?).ok()
            }),
            "present" if at_opening => self.declared("present-at-opening").or_else(|| self.declared("present")),
            name => self.declared(name),
        }
    }

    fn declared(&self, name: &str) -> Option<Ratio> {
        self.declared.iter().find(|(known, _)| *known == name).map(|(_, number)| *number)
    }

    /// A number of votes; where some are declared, one that is not is nil.
    fn vote(&self, name: &str) -> Option<Ratio> {
        let some = self.declared("yes").or_else(|| self.declared("no"));
        self.declared(name).or(some.map(|_| Ratio::ZERO))
    }

    /// Those who abstained, and where silence abstains those who were present and are in no other number.
    fn abstentions(&self) -> Option<Ratio> {
        let abstained = self.vote("abstain")?;
        let Some(present) = self.declared("present").filter(|_| self.silence_abstains) else { return Some(abstained) };
        let silent =
            present.minus(self.vote("yes")?).and_then(|rest| rest.minus(self.vote("no").unwrap_or(Ratio::ZERO)));
        silent.ok().map(|silent| silent.max(abstained))
    }
}

/// The numbers in a declared result.
pub(crate) fn numbers(act: &TypedAct) -> Vec<(&str, Ratio)> {
    let mut found = Vec::new();
    for (name, value) in &act.fields {
        if let FieldValue::Number(number) = value {
            found.push((name.as_str(), *number));
        }
    }
    found
}
