//! The values that acts carry, typed by the charter's vocabulary.

use std::fmt;

use charter_syntax::ast::Type;
use kernel::{Date, Money, Period, PeriodKind, Ratio};

use crate::Charter;

/// A field or fact of an act, in its declared type.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// A number.
    Number(Ratio),
    /// An amount.
    Money(Money),
    /// A date.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
    /// A period.
    Period(PeriodKind, Period),
    /// A word of a list, or the name of something or somebody.
    Word(String),
    /// Text that no rule reads.
    Text(String),
}

impl fmt::Display for FieldValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldValue::Number(number) => write!(out, "{number}"),
            FieldValue::Money(money) => write!(out, "{money}"),
            FieldValue::Date(date) => write!(out, "{date}"),
            FieldValue::YesNo(yes) => out.write_str(if *yes { "yes" } else { "no" }),
            FieldValue::Period(kind, period) => write!(out, "{}", kind.show(*period)),
            FieldValue::Word(word) | FieldValue::Text(word) => out.write_str(word),
        }
    }
}

impl FieldValue {
    /// Reads a value of a declared type; the error says what was expected.
    pub fn read(text: &str, ty: &Type, charter: &Charter) -> Result<Self, String> {
        match ty {
            Type::Number | Type::Votes => text.parse().map(FieldValue::Number),
            Type::Date => text.parse().map(FieldValue::Date),
            Type::Text => Ok(FieldValue::Text(text.to_owned())),
            Type::Organisation | Type::Person => named(text),
            Type::YesNo => match text {
                "yes" | "true" => Ok(FieldValue::YesNo(true)),
                "no" | "false" => Ok(FieldValue::YesNo(false)),
                _ => Err(format!("`{text}` is neither yes nor no")),
            },
            Type::Money(currency) => {
                let money: Money = text.parse().map_err(|error: kernel::MoneyError| error.to_string())?;
                if money.currency() == *currency {
                    Ok(FieldValue::Money(money))
                } else {
                    Err(format!("`{text}` is not an amount in {currency}"))
                }
            }
            Type::Named(name) => Self::read_named(text, name.as_str(), charter),
        }
    }

    fn read_named(text: &str, name: &str, charter: &Charter) -> Result<Self, String> {
        if let Some(kind) = charter.period(name) {
            let period = kind.read(text).ok_or_else(|| format!("`{text}` is not a {name}"))?;
            return Ok(FieldValue::Period(kind, period));
        }
        let Some(list) = charter.list(name) else { return named(text) };
        match charter.list_item(list, text) {
            Some(item) => Ok(FieldValue::Word(item.text.clone())),
            None => {
                let known: Vec<_> = list.items.iter().map(|item| item.name.as_str()).collect();
                Err(format!("`{text}` is not one of {name}: {}", known.join(", ")))
            }
        }
    }
}

fn named(text: &str) -> Result<FieldValue, String> {
    if text.trim().is_empty() { Err(String::from("the name is empty")) } else { Ok(FieldValue::Word(text.to_owned())) }
}
