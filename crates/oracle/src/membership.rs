//! Membership: the stretches in which somebody is of a class, found by going through the days one by one.

use charter_syntax::ast::{ClassDecl, Extent, StatusDecl};
use kernel::Date;

use crate::occurrences::{Event, Whose};
use crate::truth::{Known, Trouble, Truth, any, both};
use crate::world::{Assumed, Case, World};

/// One stretch of membership.
#[derive(Clone, Debug)]
pub(crate) struct Spell<'a> {
    pub class: &'a str,
    pub from: Date,
    /// The first day on which it is over.
    pub end: Option<Date>,
    /// The status that ended it, if one did.
    pub ended_by: Option<&'a str>,
    /// Since when it is not known whether it goes on.
    pub doubt: Option<(Date, Trouble)>,
}

impl Spell<'_> {
    /// Whether it holds a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.end.is_none_or(|end| day < end)
    }

    /// The same, or why it is not known.
    pub fn surely_holds(&self, day: Date) -> Truth {
        match &self.doubt {
            Some((since, trouble)) if self.holds(day) && *since <= day => Err(trouble.clone()),
            _ => Ok(self.holds(day)),
        }
    }
}

/// A class with the days on which membership may begin and end.
struct Course<'a> {
    class: &'a ClassDecl,
    begins: Vec<Event<'a>>,
    ends: Vec<Event<'a>>,
}

impl<'a> World<'a> {
    /// Whether somebody is of a class on a day.
    pub fn is_member(&self, class: &str, who: &'a str, day: Date) -> Truth {
        if self.assumed(class, who).is_some_and(|from| from <= day) {
            return Ok(true);
        }
        let spells = self.spells(who, day)?;
        any(spells.iter().filter(|spell| spell.class == class).map(|spell| spell.surely_holds(day)))
    }

    /// All stretches of membership of somebody that began until a day, as they stand on it.
    pub fn spells(&self, who: &'a str, until: Date) -> Known<Vec<Spell<'a>>> {
        let world = World { waits: false, ..self.deeper() };
        world.step()?;
        let mut courses = Vec::new();
        for (_, class) in self.charter.classes() {
            courses.push(world.course(class, who, until)?);
        }
        let first = courses.iter().flat_map(|course| &course.begins).map(|event| event.day).min();
        let mut spells = Vec::new();
        let Some(mut day) = first else { return Ok(spells) };
        while day <= until {
            world.live_through(day, &courses, who, &mut spells)?;
            day = day.next();
        }
        Ok(spells)
    }

    fn course(&self, class: &'a ClassDecl, who: &'a str, until: Date) -> Known<Course<'a>> {
        self.no_outcome_seats(class, who, until)?;
        let mut course = Course { class, begins: Vec::new(), ends: Vec::new() };
        for line in &class.begins {
            if self.active(&line.under)? {
                course.begins.extend(self.events(&line.is, Whose::Of(who), until)?);
            }
        }
        for line in &class.ends {
            if self.active(&line.under)? {
                course.ends.extend(self.events(&line.is, Whose::Of(who), until)?);
            }
        }
        Ok(course)
    }

    /// One day: what ends, then what begins, then what the new beginnings exclude.
    fn live_through(&self, day: Date, courses: &[Course<'a>], who: &'a str, spells: &mut Vec<Spell<'a>>) -> Known<()> {
        self.step()?;
        for course in courses {
            self.end_if_over(day, course, who, spells);
        }
        for course in courses {
            self.begin_if_due(day, course, who, spells)?;
        }
        for course in courses {
            if self.exclude(day, course, courses, who, spells)? {
                self.begin_if_due(day, course, who, spells)?;
            }
        }
        Ok(())
    }

    fn begin_if_due(&self, day: Date, course: &Course<'a>, who: &'a str, spells: &mut Vec<Spell<'a>>) -> Known<()> {
        let class = course.class.name.as_str();
        let mut begins = false;
        for event in course.begins.iter().filter(|event| event.day == day) {
            begins |= self.counts(event)?;
        }
        if begins && open(spells, class).is_none() {
            spells.push(Spell { class, from: day, end: None, ended_by: None, doubt: None });
            self.end_if_over(day, course, who, spells);
        }
        Ok(())
    }

    fn end_if_over(&self, day: Date, course: &Course<'a>, who: &'a str, spells: &mut [Spell<'a>]) {
        let class = course.class.name.as_str();
        let Some(spell) = open(spells, class) else { return };
        if self.assumed(class, who).is_some_and(|from| from <= spell.from) {
            return;
        }
        // Whoever leaves on a day acts as a member on it, whatever else ends the membership that day.
        let assumed = Assumed { class, who, from: spell.from, outer: self.assumed };
        let inner = World { assumed: Some(&assumed), ..self.deeper() };
        let over = any(course.ends.iter().filter(|event| event.day == day).map(|event| inner.counts(event)));
        mark(spell, day, over, None);
        for (_, status) in self.charter.statuses() {
            if spell.end.is_none() && status.ends_membership && status.of == class {
                let over = self.ends_on(status, who, spell.from, day);
                mark(spell, day, over, Some(status.name.as_str()));
            }
        }
    }

    /// Whether a status ends a membership on a day, judged as if the membership went on.
    fn ends_on(&self, status: &'a StatusDecl, who: &'a str, from: Date, day: Date) -> Truth {
        let assumed = Assumed { class: status.of.as_str(), who, from, outer: self.assumed };
        let inner = World { assumed: Some(&assumed), ..self.deeper() };
        match &status.extent {
            Extent::While(condition) | Extent::Once(condition) => inner.holds(condition, Case::of(who, day)),
            Extent::Always => Ok(true),
            Extent::Between { from: lines, .. } => any(lines.iter().map(|line| {
                both(inner.active(&line.under), || {
                    let events = inner.events(&line.is, Whose::Of(who), day)?;
                    any(events.iter().filter(|event| event.day >= from).map(|event| inner.counts(event)))
                })
            })),
        }
    }

    /// Ends an earlier membership that another class entered today excludes, be it entered again; says whether it did.
    fn exclude(
        &self,
        day: Date,
        course: &Course<'a>,
        courses: &[Course<'a>],
        who: &'a str,
        spells: &mut [Spell<'a>],
    ) -> Known<bool> {
        let class = course.class;
        let Some(spell) = open(spells, class.name.as_str()) else { return Ok(false) };
        let assumed = self.assumed(class.name.as_str(), who).is_some_and(|from| from <= spell.from);
        if spell.from >= day || assumed {
            return Ok(false);
        }
        for other in courses {
            let name = other.class.name.as_str();
            if name == class.name.as_str() || self.may_be_together(class, name) {
                continue;
            }
            for event in other.begins.iter().filter(|event| event.day == day) {
                if self.counts(event)? {
                    spell.end = Some(day);
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn may_be_together(&self, class: &ClassDecl, other: &str) -> bool {
        let says = |one: &ClassDecl, two: &str| one.together_with.iter().any(|name| name == two);
        says(class, other) || self.charter.class(other).is_some_and(|other| says(other, class.name.as_str()))
    }

    /// Procedures are not followed: where one may have led to this class, the answer is given up.
    fn no_outcome_seats(&self, class: &ClassDecl, who: &'a str, until: Date) -> Known<()> {
        for (_, procedure) in self.charter.procedures() {
            let whole = self.charter.followed(procedure);
            let leads_here = whole.outcomes.iter().any(|line| line.is.becomes == class.name);
            let decided = self.acts_until(until).any(|act| {
                matches!(act.act.as_str(), "open-ballot" | "declare-result") && act.word("for") == Some(who)
            });
            let by_itself = whole
                .overdue
                .iter()
                .any(|line| line.is == charter_syntax::ast::Overdue::Carried && self.active(&line.under) != Ok(false));
            if leads_here && self.has_begun(&whole, who, until) && (decided || by_itself) {
                return Err(Trouble::OutOfScope);
            }
        }
        Ok(())
    }
}

/// The open stretch of a class.
fn open<'s, 'a>(spells: &'s mut [Spell<'a>], class: &str) -> Option<&'s mut Spell<'a>> {
    spells.iter_mut().find(|spell| spell.class == class && spell.end.is_none())
}

/// Ends a stretch, or notes that it may have ended.
fn mark<'a>(spell: &mut Spell<'a>, day: Date, over: Truth, by: Option<&'a str>) {
    match over {
        Ok(false) => {}
        Ok(true) => {
            spell.end = Some(day);
            spell.ended_by = by;
        }
        Err(trouble) => {
            spell.doubt.get_or_insert((day, trouble));
        }
    }
}
