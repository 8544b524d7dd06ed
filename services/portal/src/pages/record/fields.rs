//! The fields of a form, by the types that the charter gives them.

use std::collections::BTreeMap;

use charter::Charter;
use charter_syntax::ast::{ActDecl, Party, Type};
use kernel::Date;

/// One field of a form.
pub struct FieldView {
    /// The name under which the form sends it.
    pub name: String,
    /// What it asks.
    pub label: String,
    /// What was given.
    pub value: String,
    /// It may be left empty.
    pub optional: bool,
    /// How it is answered.
    pub kind: Kind,
    /// An example of what may be written, where it helps.
    pub example: String,
}

/// How a field is answered.
pub enum Kind {
    /// One of these words.
    Choice(Vec<String>),
    /// A day.
    Date,
    /// A number.
    Number,
    /// A name of the register.
    Party,
    /// Text.
    Text,
    /// Text of several lines.
    LongText,
}

impl FieldView {
    /// The words to choose from; none where it is answered otherwise.
    pub fn choices(&self) -> &[String] {
        match &self.kind {
            Kind::Choice(words) => words,
            _ => &[],
        }
    }

    /// The type of its input.
    pub fn input(&self) -> &'static str {
        match self.kind {
            Kind::Date => "date",
            _ => "text",
        }
    }

    /// Whether a keyboard of digits helps.
    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number)
    }

    /// Whether it takes several lines.
    pub fn is_long(&self) -> bool {
        matches!(self.kind, Kind::LongText)
    }

    /// Whether names of the register are offered.
    pub fn is_party(&self) -> bool {
        matches!(self.kind, Kind::Party)
    }
}

/// The fields of an act and the facts that are stated with it.
pub fn of_act(charter: &Charter, act: &ActDecl, given: &BTreeMap<String, String>, today: Date) -> Vec<FieldView> {
    let mut views = Vec::new();
    let mut add = |label: &str, ty: &Type, optional: bool| {
        let name = format!("field-{label}");
        let (kind, example) = match (label, ty) {
            ("text" | "reasons", Type::Text) => (Kind::LongText, String::new()),
            _ => kind_of(charter, ty, today),
        };
        let value = given.get(&name).cloned().unwrap_or_default();
        views.push(FieldView { name, label: label.to_owned(), value, optional, kind, example });
    };
    for field in &act.fields {
        add(field.name.as_str(), &field.ty, field.optional);
    }
    for fact in &act.with {
        match charter.fact(fact.as_str()) {
            Some(declared) => add(fact.as_str(), &declared.ty, true),
            None => add(fact.as_str(), &Type::Person, true),
        }
    }
    views
}

fn kind_of(charter: &Charter, ty: &Type, today: Date) -> (Kind, String) {
    match ty {
        Type::Number | Type::Votes => (Kind::Number, String::new()),
        Type::YesNo => (Kind::Choice(vec![String::from("yes"), String::from("no")]), String::new()),
        Type::Date => (Kind::Date, String::new()),
        Type::Money(currency) => (Kind::Text, format!("{} 120.50", currency.code())),
        Type::Organisation | Type::Person => (Kind::Party, String::new()),
        Type::Text => (Kind::Text, String::new()),
        Type::Named(name) => {
            let list = charter.list(name.as_str());
            if let Some(list) = list {
                return (Kind::Choice(list.items.iter().map(|item| item.name.text.clone()).collect()), String::new());
            }
            let period = charter.period(name.as_str());
            let shown = period.and_then(|kind| Some(kind.show(kind.containing(today)?).to_string()));
            (Kind::Text, shown.unwrap_or_default())
        }
    }
}

/// Who acts, or whom it is about: one of the named offices and bodies, or anybody of the register.
pub fn of_party(charter: Option<&Charter>, name: &str, party: Option<&Party>, value: String) -> Option<FieldView> {
    let party = party?;
    let is_office =
        |name: &str| charter.is_some_and(|charter| charter.office(name).is_some() || charter.body(name).is_some());
    let offices: Vec<String> =
        party.any_of.iter().filter(|name| is_office(name.as_str())).map(|name| name.text.clone()).collect();
    let all = offices.len() == party.any_of.len();
    let value = match offices.as_slice() {
        [one] if all && value.is_empty() => one.clone(),
        _ => value,
    };
    let anyone = party.any_of.iter().any(|name| name == "anyone");
    Some(FieldView {
        name: name.to_owned(),
        label: self::party(party),
        value,
        optional: name == "by" && anyone,
        kind: if all { Kind::Choice(offices) } else { Kind::Party },
        example: String::new(),
    })
}

/// A party as the charter names it.
pub fn party(party: &Party) -> String {
    party.any_of.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" / ")
}
