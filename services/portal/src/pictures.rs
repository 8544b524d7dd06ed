//! Pictures where people would rather look than read: drawn here, each with the same in words behind it.

use kernel::{Date, Ratio};

/// How wide and high a picture's own measure is.
pub const WIDTH: i32 = 600;

/// Bars side by side: how many of each.
pub struct Bars {
    /// The bars.
    pub rows: Vec<Bar>,
}

/// One bar.
pub struct Bar {
    /// What it counts.
    pub label: String,
    /// How many, as it is written.
    pub count: String,
    /// How long it is, of [`WIDTH`].
    pub length: i32,
}

impl Bars {
    /// Of so many each.
    pub fn new(counted: Vec<(String, usize)>) -> Bars {
        Bars::of_votes(counted.into_iter().map(|(label, count)| (label, Ratio::count(count))).collect())
    }

    /// Of so many votes each, which may be parts of one.
    pub fn of_votes(counted: Vec<(String, Ratio)>) -> Bars {
        let most = counted.iter().map(|(_, count)| *count).max().filter(|most| *most > Ratio::ZERO);
        let length = |count: Ratio| {
            let share = most.and_then(|most| count.times(Ratio::whole(WIDTH.into()).ok()?).ok()?.over(most).ok());
            share.and_then(|share| i32::try_from(share.floor().numerator()).ok()).unwrap_or(0)
        };
        let bar = |(label, count): (String, Ratio)| Bar { length: length(count), label, count: count.to_string() };
        Bars { rows: counted.into_iter().map(bar).collect() }
    }
}

/// States through time, on a line.
pub struct Timeline {
    /// The stretches, in order.
    pub stretches: Vec<Stretch>,
    /// Where years begin: how far along, and which.
    pub years: Vec<(i32, i32)>,
}

/// One state from a day to the day before the next.
pub struct Stretch {
    /// The state.
    pub state: String,
    /// Which of the different states it is, from 0; for its shade.
    pub shade: usize,
    /// Its first day.
    pub from: Date,
    /// How far along it begins, of [`WIDTH`].
    pub at: i32,
    /// How long it is.
    pub length: i32,
}

/// How many shades there are.
const SHADES: usize = 5;

impl Timeline {
    /// Of states, each from its first day, until a day.
    pub fn new(states: &[(Date, String)], until: Date) -> Timeline {
        let first = states.first().map_or(until, |(from, _)| *from);
        let whole = until.days_since(first).saturating_add(1).max(1);
        let along = |day: Date| {
            let days = i64::from(day.days_since(first).clamp(0, whole));
            let at = days.saturating_mul(i64::from(WIDTH)).checked_div(i64::from(whole)).unwrap_or(0);
            i32::try_from(at).unwrap_or(0)
        };
        let ends = states.iter().skip(1).map(|(from, _)| *from).chain([until.next()]);
        let mut known: Vec<&str> = Vec::new();
        let mut stretches = Vec::new();
        for ((from, state), end) in states.iter().zip(ends) {
            let place = known.iter().position(|one| one == state).unwrap_or_else(|| {
                known.push(state);
                known.len().saturating_sub(1)
            });
            stretches.push(Stretch {
                state: state.clone(),
                shade: place.checked_rem(SHADES).unwrap_or(0),
                from: *from,
                at: along(*from),
                length: along(end).saturating_sub(along(*from)).max(2),
            });
        }
        Timeline { stretches, years: years(first, until, along) }
    }
}

/// Seats through time, a row for each.
pub struct SeatChart {
    /// The rows: the seat, and its tenures by how far along they begin and how long they are, of [`WIDTH`].
    pub rows: Vec<(String, Vec<(i32, i32)>)>,
    /// Where years begin: how far along, and which.
    pub years: Vec<(i32, i32)>,
    /// How far along today is.
    pub today: i32,
}

/// A seat and its tenures, each from a day to its last, if it has one.
pub type SeatTenures = (String, Vec<(Date, Option<Date>)>);

/// How many years back a chart of seats begins at most.
const YEARS_BACK: i32 = 6;

impl SeatChart {
    /// Of tenures from a day to a last day, each seat's in order.
    pub fn new(seats: &[SeatTenures], today: Date) -> SeatChart {
        let new_year =
            |year: i32| kernel::Month::new(1).and_then(|january| Date::new(year, january, 1)).unwrap_or(today);
        let earliest = new_year(today.year().saturating_sub(YEARS_BACK));
        let all = || seats.iter().flat_map(|(_, tenures)| tenures);
        let first = all().map(|(from, _)| *from).min().unwrap_or(today).max(earliest).min(today);
        let year_on = new_year(today.year().saturating_add(1));
        let until = all().filter_map(|(_, last)| *last).max().unwrap_or(today).max(year_on);
        let whole = i64::from(until.days_since(first).max(1));
        let along = |day: Date| {
            let days = i64::from(day.days_since(first)).clamp(0, whole);
            i32::try_from(days.saturating_mul(i64::from(WIDTH)).checked_div(whole).unwrap_or(0)).unwrap_or(0)
        };
        let stretch = |(from, last): &(Date, Option<Date>)| {
            let (at, end) = (along(*from), along(last.map_or(until, Date::next)));
            (end > at).then(|| (at, end.saturating_sub(at).saturating_sub(2).max(1)))
        };
        let rows = seats.iter().map(|(seat, tenures)| (seat.clone(), tenures.iter().filter_map(stretch).collect()));
        SeatChart { rows: rows.collect(), years: years(first, until, along), today: along(today) }
    }
}

/// At most a dozen years, evenly apart.
fn years(first: Date, until: Date, along: impl Fn(Date) -> i32) -> Vec<(i32, i32)> {
    let span = until.year().saturating_sub(first.year()).max(1);
    let step = span.checked_div(8).unwrap_or(0).saturating_add(1);
    let starts = (first.year().saturating_add(1)..=until.year()).filter(|year| year.checked_rem(step) == Some(0));
    let january = kernel::Month::new(1);
    starts.filter_map(|year| Some((along(Date::new(year, january?, 1)?), year))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or(Date::MIN)
    }

    #[test]
    fn a_timeline_has_no_gap_and_ends_at_its_end() {
        let states = [(day("2020-01-01"), "member"), (day("2021-01-01"), "lapsed"), (day("2022-01-01"), "member")];
        let states = states.map(|(from, state)| (from, String::from(state)));
        let line = Timeline::new(&states, day("2023-12-31"));
        let mut at = 0;
        for stretch in &line.stretches {
            assert_eq!(stretch.at, at);
            at += stretch.length;
        }
        assert_eq!(at, WIDTH);
        let shades: Vec<usize> = line.stretches.iter().map(|stretch| stretch.shade).collect();
        assert_eq!(shades, [0, 1, 0], "the same state has the same shade");
    }

    #[test]
    fn the_longest_bar_is_as_wide_as_the_picture() {
        let bars = Bars::new(vec![(String::from("a"), 4), (String::from("b"), 1), (String::from("c"), 0)]);
        let lengths: Vec<i32> = bars.rows.iter().map(|bar| bar.length).collect();
        assert_eq!(lengths, [WIDTH, WIDTH / 4, 0]);
        assert!(Bars::new(Vec::new()).rows.is_empty());
    }
}
