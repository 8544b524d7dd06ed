//! The members of a network, as far as each agreed to be shown: who is a member can endanger people.

use std::collections::{BTreeSet, HashMap};

use charter::{Charter, Question, Value};
use charter_syntax::ast::Type;
use chrono::{DateTime, Utc};
use kernel::Date;
use store::ShownTo;

use crate::{Error, Hosted, Platform};

/// A member as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its class or classes.
    pub class: String,
    /// What it is of, in the list that the charter sorts members by.
    pub group: Option<String>,
}

/// The members that somebody may see.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// They, by name.
    pub shown: Vec<Member>,
    /// The fact that they are sorted by, such as a country.
    pub by: Option<String>,
    /// How many of each group are shown, in the charter's order.
    pub groups: Vec<(String, usize)>,
}

impl Hosted {
    /// Those of some names that are members on a day, with their classes.
    fn members_of(&self, names: BTreeSet<&str>, on: Date) -> Vec<(String, String)> {
        let Some((_, charter)) = self.network().in_force(on) else { return Vec::new() };
        let class_of = |who: &str| {
            let is = |class: &str| {
                let question = Question::Is { who: who.to_owned(), what: class.to_owned() };
                self.judge(&question, on).value == Value::Yes
            };
            let held: Vec<&str> =
                charter.classes().map(|(_, class)| class.name.as_str()).filter(|class| is(class)).collect();
            (!held.is_empty()).then(|| held.join(" and "))
        };
        names.into_iter().filter_map(|who| Some((who.to_owned(), class_of(who)?))).collect()
    }

    /// What the newest act that states a fact of somebody says, of everybody at once.
    fn stated(&self, fact: &str, on: Date) -> HashMap<&str, (Date, String)> {
        let mut found: HashMap<&str, (Date, String)> = HashMap::new();
        for act in self.register().acts().iter().filter(|act| act.on <= on) {
            let whose = act.about.as_deref().or(act.by.as_deref());
            if let (Some(who), Some(value)) = (whose, act.fields.get(fact))
                && found.get(who).is_none_or(|(known, _)| *known <= act.on)
            {
                found.insert(who, (act.on, value.to_string()));
            }
        }
        found
    }

    /// What everybody is sorted by, such as a country, by their names.
    pub(crate) fn grouped(&self, now: DateTime<Utc>) -> HashMap<&str, String> {
        let sorted = self.charter(now).and_then(sorted_by);
        let stated = sorted.map(|(fact, _)| self.stated(&fact, self.today(now))).unwrap_or_default();
        stated.into_iter().map(|(who, (_, value))| (who, value)).collect()
    }

    /// Whether somebody is a member of any class.
    pub fn is_member(&self, who: &str, on: Date) -> bool {
        let Some((_, charter)) = self.network().in_force(on) else { return false };
        charter.classes().any(|(_, class)| self.is(who, class.name.as_str(), on))
    }
}

/// The fact of a list that the first class states, if the charter shows it to everybody: what members are sorted by.
fn sorted_by(charter: &Charter) -> Option<(String, Vec<String>)> {
    let facts = charter.classes().flat_map(|(_, class)| &class.facts);
    let mut open = facts.filter(|fact| fact.seen_by.is_empty() && !fact.sealed);
    open.find_map(|fact| match &fact.ty {
        Type::Named(list) => {
            let items = charter.list(list.as_str())?.items.iter().map(|item| item.name.text.clone()).collect();
            Some((fact.name.text.clone(), items))
        }
        _ => None,
    })
}

impl Platform {
    /// The members that are shown to somebody: to everybody, to members, or to the secretariat.
    pub fn members(&self, network: &Hosted, to: ShownTo, now: DateTime<Utc>) -> Result<Members, Error> {
        let agreed = self.store.within(network.tenant(), |unit| -> Result<_, Error> { Ok(unit.showings()?) })?;
        // Who agreed to nothing is not even looked at, unless all are to be seen.
        let names: BTreeSet<&str> = match to {
            ShownTo::Secretariat => network.named().collect(),
            _ => agreed.iter().filter(|(_, shown)| **shown >= to).map(|(who, _)| who.as_str()).collect(),
        };
        let today = network.today(now);
        let sorted = network.charter(now).and_then(sorted_by);
        let stated = sorted.as_ref().map(|(fact, _)| network.stated(fact, today)).unwrap_or_default();
        let group = |who: &str| stated.get(who).map(|(_, value)| value.clone());
        let members = network.members_of(names, today).into_iter();
        let shown: Vec<Member> = members.map(|(name, class)| Member { group: group(&name), name, class }).collect();
        let count = |item: &String| shown.iter().filter(|member| member.group.as_ref() == Some(item)).count();
        let groups = sorted.iter().flat_map(|(_, items)| items).map(|item| (item.clone(), count(item))).collect();
        Ok(Members { by: sorted.map(|(fact, _)| fact), groups, shown })
    }

    /// What a party agreed to.
    pub fn shown_to(&self, network: &Hosted, party: &str) -> Result<ShownTo, Error> {
        let agreed = self.store.within(network.tenant(), |unit| -> Result<_, Error> { Ok(unit.showings()?) })?;
        Ok(agreed.get(party).copied().unwrap_or(ShownTo::Secretariat))
    }

    /// A party agrees to be shown to others, or no longer does.
    pub fn show(&self, network: &Hosted, party: &str, to: ShownTo, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.within(network.tenant(), |unit| Ok(unit.show(party, to, now)?))
    }
}
