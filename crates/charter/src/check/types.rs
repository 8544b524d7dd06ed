//! S1, second half: values that are compared are of one type and one currency; one fact has one type.

use charter_syntax::ast::*;
use charter_syntax::{At, Code, Diagnostic};

use crate::Charter;
use crate::check::tables::limit_type;

/// What a value is, as far as comparing goes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sort {
    Number,
    Money(String),
    Date,
    YesNo,
    Period(String),
    Word(String),
    /// Not known, or anything.
    Any,
}

impl std::fmt::Display for Sort {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Sort::Number => out.write_str("a number"),
            Sort::Money(currency) => write!(out, "an amount in {currency}"),
            Sort::Date => out.write_str("a date"),
            Sort::YesNo => out.write_str("yes or no"),
            Sort::Period(period) => write!(out, "a {period}"),
            Sort::Word(list) => write!(out, "a word of {list}"),
            Sort::Any => out.write_str("anything"),
        }
    }
}

/// Checks the types in a version's own declarations.
pub fn check(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = facts(charter, own);
    let mut checker = Types { charter, at: At::default(), findings: Vec::new() };
    for declaration in own {
        checker.at = declaration.at;
        super::standing::conditions_of(declaration, &mut |condition, at| {
            checker.at = at;
            checker.condition(condition);
        });
        if let DeclarationKind::Table(table) = &declaration.kind {
            checker.table(table);
        }
    }
    findings.extend(checker.findings);
    findings
}

/// A fact that two classes declare must be of one type.
fn facts(charter: &Charter, own: &[Declaration]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for declaration in own {
        let DeclarationKind::Class(class) = &declaration.kind else { continue };
        for fact in &class.facts {
            let first = charter.fact(fact.name.as_str());
            if let Some(first) = first.filter(|first| first.ty != fact.ty || first.per != fact.per) {
                let finding = Diagnostic::new(Code::TypesDiffer, fact.name.at)
                    .with("left", sort_of_type(charter, &first.ty))
                    .with("right", sort_of_type(charter, &fact.ty));
                findings.push(finding.also(first.name.at, "first"));
            }
        }
    }
    findings
}

pub(crate) fn sort_of_type(charter: &Charter, ty: &Type) -> Sort {
    match ty {
        Type::Number | Type::Votes => Sort::Number,
        Type::YesNo => Sort::YesNo,
        Type::Date => Sort::Date,
        Type::Money(currency) => Sort::Money(currency.code().to_owned()),
        Type::Named(name) if charter.period(name.as_str()).is_some() => Sort::Period(name.text.clone()),
        Type::Named(name) => Sort::Word(name.text.clone()),
        Type::Text | Type::Organisation | Type::Person => Sort::Any,
    }
}

struct Types<'c> {
    charter: &'c Charter,
    at: At,
    findings: Vec<Diagnostic>,
}

impl Types<'_> {
    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| self.condition(one)),
            Condition::Not(inner) => self.condition(inner),
            Condition::Compare(left, comparison, right) => {
                let (a, b) = (self.sort(left), self.sort(right));
                self.alike(&a, &b);
                let ordered = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
                if ordered && matches!(a, Sort::Word(_) | Sort::YesNo) {
                    self.differ(&a, &Sort::Number);
                }
            }
            Condition::InList(left, list) => {
                let sort = self.sort(left);
                self.alike(&sort, &Sort::Word(list.text.clone()));
            }
            _ => {}
        }
    }

    fn alike(&mut self, a: &Sort, b: &Sort) {
        let same_words = matches!((a, b), (Sort::Word(_), Sort::Word(_))) && self.lists_share(a, b);
        if a != b && *a != Sort::Any && *b != Sort::Any && !same_words {
            self.differ(a, b);
        }
    }

    /// Two lists may be compared when they have a word in common.
    fn lists_share(&self, a: &Sort, b: &Sort) -> bool {
        let (Sort::Word(a), Sort::Word(b)) = (a, b) else { return false };
        let (Some(a), Some(b)) = (self.charter.list(a), self.charter.list(b)) else { return true };
        a.items.iter().any(|item| self.charter.list_item(b, item.name.as_str()).is_some())
    }

    fn differ(&mut self, a: &Sort, b: &Sort) {
        let finding = Diagnostic::new(Code::TypesDiffer, self.at).with("left", a).with("right", b);
        self.findings.push(finding);
    }

    fn sort(&mut self, expression: &Expression) -> Sort {
        match expression {
            Expression::Number(_)
            | Expression::Set(_)
            | Expression::Distinct(..)
            | Expression::Heads(_)
            | Expression::Count(..) => Sort::Number,
            Expression::Money(money) => Sort::Money(money.currency().code().to_owned()),
            Expression::Date(_) => Sort::Date,
            Expression::Sum(field, ..) => self.field(field),
            Expression::Name(_, name) => self.name(name),
            Expression::Portion(_, base) => self.sort(base),
            Expression::Arithmetic(left, _, right) => {
                let (a, b) = (self.sort(left), self.sort(right));
                self.alike(&a, &b);
                a
            }
        }
    }

    fn name(&mut self, name: &Name) -> Sort {
        let text = name.as_str();
        if let Some(fact) = self.charter.fact(text) {
            return sort_of_type(self.charter, &fact.ty);
        }
        let lists = self.charter.lists().filter(|(_, list)| self.charter.list_item(list, text).is_some());
        if let Some((_, list)) = lists.into_iter().next() {
            return Sort::Word(list.name.text.clone());
        }
        if self.charter.class(text).is_some() || self.charter.body(text).is_some() {
            return Sort::Number;
        }
        self.field(name)
    }

    fn field(&mut self, name: &Name) -> Sort {
        let of = |act: &ActDecl| act.fields.iter().find(|field| field.name == *name).map(|field| field.ty.clone());
        let ty = self.charter.acts().find_map(|(_, act)| of(act));
        ty.map_or(Sort::Any, |ty| sort_of_type(self.charter, &ty))
    }

    /// Bands are of the axis's type, values of the table's.
    fn table(&mut self, table: &TableDecl) {
        let value = sort_of_type(self.charter, &table.ty);
        for line in &table.rows {
            self.at = line.at;
            let sort = limit_type(line.is.value.base);
            self.alike(&sort, &value);
        }
        for bound in [table.cap, table.floor].into_iter().flatten() {
            self.at = table.name.at;
            self.alike(&limit_type(bound), &value);
        }
        for axis in &table.by {
            let Some(fact) = self.charter.fact(axis.is.fact.as_str()) else { continue };
            let wanted = sort_of_type(self.charter, &fact.ty);
            for line in &table.rows {
                self.at = line.is.band_at;
                for limit in ends(&line.is.band) {
                    self.alike(&limit_type(limit), &wanted);
                }
            }
        }
    }
}

fn ends(band: &Band) -> Vec<Limit> {
    match band {
        Band::Range { from, to } => [from, to].into_iter().flatten().map(|end| end.value).collect(),
        Band::At(value) => vec![*value],
        Band::Where(_) | Band::Otherwise => Vec::new(),
    }
}
