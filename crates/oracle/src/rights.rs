//! Rights: granted, lost, kept despite a clause.

use charter_syntax::ast::{Declaration, KeepDecl, LoseDecl, Party, RightDecl, RightName};
use kernel::Date;

use crate::truth::{Known, Truth, any, both, not};
use crate::world::{Case, World};

impl<'a> World<'a> {
    /// Whether somebody has a right on a day.
    pub fn may(&self, verb: &str, scope: Option<&str>, who: &'a str, day: Date) -> Truth {
        self.step()?;
        let world = World { waits: false, ..self.deeper() };
        let covers = |rights: &[RightName]| covers(rights, verb, scope);
        let granting = self.charter.rights().filter(|(_, right)| covers(&right.rights));
        let granted = any(granting.map(|(_, right)| world.is_granted(right, who, day)));
        both(granted, || {
            let losing = self.charter.losses().filter(|(_, lose)| covers(&lose.rights));
            not(any(losing.map(|(declaration, lose)| {
                both(world.is_lost(lose, who, day), || not(world.is_kept(declaration, &covers, who, day)))
            })))
        })
    }

    /// Whether some rule takes a right away from somebody on a day.
    pub fn loses(&self, verb: &str, scope: Option<&str>, who: &'a str, day: Date) -> Truth {
        let losing = self.charter.losses().filter(|(_, lose)| covers(&lose.rights, verb, scope));
        any(losing.map(|(_, lose)| self.is_lost(lose, who, day)))
    }

    fn is_granted(&self, right: &'a RightDecl, who: &'a str, day: Date) -> Truth {
        both(both(self.active(&right.under), || self.meets(&right.to, who, day)), || {
            right.only.as_ref().map_or(Ok(true), |only| self.holds(only, Case::of(who, day)))
        })
    }

    fn is_lost(&self, lose: &'a LoseDecl, who: &'a str, day: Date) -> Truth {
        both(both(self.active(&lose.under), || self.meets(&lose.of, who, day)), || {
            let since = self.member_since(&lose.of, who, day)?;
            self.extends_to(&lose.extent, who, since, day)
        })
    }

    /// The first day of the membership in which somebody meets a party; for others the first day of all.
    fn member_since(&self, party: &'a Party, who: &'a str, day: Date) -> Known<Date> {
        let spells = self.spells(who, day)?;
        let of_party =
            spells.iter().filter(|spell| spell.holds(day) && party.any_of.iter().any(|name| name == spell.class));
        Ok(of_party.map(|spell| spell.from).min().unwrap_or(Date::MIN))
    }

    /// Whether a right is kept despite what one declaration takes away.
    fn is_kept(&self, loss: &Declaration, covers: &dyn Fn(&[RightName]) -> bool, who: &'a str, day: Date) -> Truth {
        let keeping =
            self.charter.keeps().filter(|(_, keep)| covers(&keep.rights) && loss.clause.within(&keep.despite));
        any(keeping.map(|(_, keep)| self.keeps(keep, who, day)))
    }

    fn keeps(&self, keep: &'a KeepDecl, who: &'a str, day: Date) -> Truth {
        both(both(self.active(&keep.under), || self.meets(&keep.of, who, day)), || {
            keep.only.as_ref().map_or(Ok(true), |only| self.holds(only, Case::of(who, day)))
        })
    }
}

/// Whether one of these rights is, or holds, the one asked about.
fn covers(rights: &[RightName], verb: &str, scope: Option<&str>) -> bool {
    rights.iter().any(|right| right.verb == verb && right.scope.as_ref().is_none_or(|own| scope == Some(own.as_str())))
}
