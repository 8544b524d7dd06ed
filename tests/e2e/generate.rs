//! Charters, registers and questions made from a seed: small, varied, always well formed.

mod ballots;

use charter::act::{Act, On, Scalar};
use charter::check::{check, has_errors};
use charter::register::start_of;
use charter::{Network, Question};
use chrono::Duration;
use kernel::{Date, MonthEnd, Span};

/// A reproducible source of choices (SplitMix64, Steele et al. 2014).
pub struct Choices(u64);

impl Choices {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Choices(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// A place among so many.
    pub fn place(&mut self, among: usize) -> usize {
        usize::try_from(self.below(u64::try_from(among).unwrap())).unwrap()
    }

    /// One of several.
    pub fn one<'c, T: ?Sized>(&mut self, of: &[&'c T]) -> &'c T {
        of[self.place(of.len())]
    }

    /// One of several values.
    pub fn among<'c, T>(&mut self, of: &'c [T]) -> &'c T {
        &of[self.place(of.len())]
    }

    /// Yes so many times in a hundred.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A day of the years that generated registers span.
    pub fn day(&mut self) -> Date {
        let start: Date = "2018-01-01".parse().unwrap();
        start.plus(Span::Days(i32::try_from(self.below(7 * 365)).unwrap()), MonthEnd::Clamp).unwrap()
    }
}

/// The declarations of a generated charter, one string each, so that their order can be changed.
pub fn declarations(c: &mut Choices) -> Vec<String> {
    let period = c.one(&["calendar-year", "quarter", "season"]);
    let due = if period == "calendar-year" {
        c.one(&["30 November", "31 March", "the end of the period"])
    } else {
        "the end of the period"
    };
    let late = if period == "calendar-year" {
        c.one(&["", "  late until 31 December\n", "  late until 15 December\n"])
    } else {
        ""
    };
    let first = c.one(&["", "  first in the year after joining\n", "  first in the year of joining\n"]);
    let settled = if c.percent(25) { " and fee settled" } else { "" };
    let consecutive = c.one(&["1", "2", "3"]);
    let after = c.one(&["", ", each after ask for that year"]);
    let until = c.one(&[
        "  until a affirm for that year\n",
        "  until a affirm for that year or a later one\n",
        "  until a affirm for a later year\n",
        "",
        "  until 60 days\n",
    ]);
    let pardon = c.one(&[
        "  until pardon\n",
        "  until 1 year\n",
        "  until pardon  [how: strict]\n  until 3 months  [how: mild]\n",
        "",
    ]);
    let only = c.one(&[
        "",
        " where size >= 5",
        " where big or not dormant",
        " where there is a affirm within the last 18 months",
        " where there is a affirm for that year or big",
    ]);
    let keep = c.one(&["size >= 20", "big", "count of affirm within the last 2 years >= 2"]);
    let bands = c.one(&[
        "  below USD 100 USD 1\n  USD 100 to USD 500 USD 5\n  above USD 500 USD 9\n",
        "  at most USD 50 USD 0\n  above USD 50 USD 20\n",
        "  below USD 100 USD 1\n  USD 100 to USD 500 USD 5\n  at USD 500 USD 7  [how: strict]\n  at USD 500 USD 8  [how: mild]\n  USD 500 to USD 900 USD 9\n  above USD 900 USD 12\n",
    ]);
    let axis = c.one(&["income of the last fiscal-year", "income of the same fiscal-year", "income"]);
    let votes = c.one(&[
        "  below 10 1\n  10 to 30 2\n  above 30 3\n",
        "  at least 0 1 + 1 for each further 10 above 5\n  cap 4\n",
    ]);
    let big = c.one(&["size > 15", "size > 15 and not lapsed", "not (size <= 15 or affirm missed)"]);
    let mut all = vec![
        String::from(
            "period fiscal-year from 1 April\nperiod season of 6 months from 1 February\noffice desk\noffice chair\nlist regions: north, south\n",
        ),
        String::from(
            "class full of organisations\n  fact size: number\n  fact region: regions\n  fact income: USD per fiscal-year\n  begins with enrol\n  ends with resign\n",
        ),
        format!(
            "class friend of organisations\n  begins with befriend\n{}",
            if c.percent(50) { "  together with full\n" } else { "" }
        ),
        String::from(
            "act enrol by desk about an organisation\n  with size, region\nact befriend by desk about an organisation\nact resign by full\n",
        ),
        format!(
            "act affirm by full\n  field year: {period}\n  with income\nact ask by desk about a full\n  field year: {period}\n"
        ),
        String::from("act punish by desk about a full\nact pardon by desk about a full\n"),
        String::from("meeting assembly of full\nright attend at assembly for full or friend\n"),
        format!(
            "duty affirm for full per {period}\n  done by affirm for that year{settled}\n  due by {due}\n{late}{first}"
        ),
        format!("right vote at assembly for full{only}\n"),
        format!("status lapsed of full once {consecutive} consecutive affirm missed{after}\n  ends membership\n"),
        String::from("status dormant of full while affirm missed\n"),
        format!("define big of full: {big}\n"),
        format!("table fee of full per {period}: USD\n  by {axis}\n{bands}  due by {due}\n{first}"),
        format!("table votes of full at assembly: votes\n  by size\n{votes}"),
        String::from(
            "reading how of clause 1 \"How strict?\"\n  option strict \"very\" proposed\n  option mild \"less\"\n",
        ),
    ];
    if c.percent(70) {
        all.push(format!("lose vote at assembly for full\n  from a missed affirm\n{until}"));
    }
    if c.percent(70) {
        all.push(format!("lose vote at assembly, attend for full\n  from punish\n{pardon}"));
    }
    if c.percent(30) {
        all.push(String::from("lose attend for friend while there is no affirm within the last 1 year\n"));
    }
    if all.iter().any(|one| one.starts_with("lose vote")) && c.percent(40) {
        all.push(format!("keep vote at assembly for full despite clause 1 while {keep}\n"));
    }
    all.extend(ballots::declarations(c));
    all
}

/// The charter's text around its declarations.
pub fn charter_text(c: &mut Choices, declarations: &[String]) -> String {
    let month_end = c.one(&["clamp", "roll", "refuse"]);
    let first_day = c.one(&["exclude", "include"]);
    let header = format!(
        "charter \"Generated\"\n  in force from 2017-01-01\n  time zone \"Europe/Brussels\"\n  month end {month_end}\n  deadlines {first_day} the first day\n"
    );
    format!("# Generated\n\n**1** All rules.\n\n```rules\n{header}{}```\n", declarations.concat())
}

/// Reads a generated charter; it has no errors, or the generator is wrong.
pub fn network(text: &str) -> Network {
    let mut network = Network::read([(String::from("generated.md"), text.to_owned())], []);
    check(&mut network, &[]);
    let errors: Vec<_> = network
        .sources()
        .iter()
        .flat_map(|s| &s.diagnostics)
        .filter(|d| d.severity() == charter_syntax::Severity::Error)
        .collect();
    assert!(!has_errors(&network), "{errors:?}\n{text}");
    network
}

/// The members of generated registers.
pub const WHO: &[&str] = &["A", "B", "C", "D"];

/// A register of so many acts.
pub fn acts(c: &mut Choices, count: usize) -> Vec<Act> {
    let mut acts = Vec::new();
    for (place, who) in WHO.iter().enumerate() {
        if place < 3 {
            let day = c.day();
            acts.push(act(c, "enrol", who, day));
        }
    }
    for _ in 0..count {
        let kind = c.one(&[
            "affirm",
            "affirm",
            "affirm",
            "ask",
            "ask",
            "punish",
            "pardon",
            "resign",
            "enrol",
            "befriend",
            "settle-fee",
            "adopt-reading",
        ]);
        let who = c.one(WHO);
        let day = c.day();
        acts.push(act(c, kind, who, day));
    }
    acts.extend(ballots::acts(c));
    for (number, act) in acts.iter_mut().enumerate() {
        act.id = format!("g{number}");
        // Some acts are written down weeks after they took effect.
        if let (On::Date(on), true) = (&act.on, c.percent(12)) {
            let late = Duration::days(i64::try_from(1 + c.below(60)).unwrap());
            act.recorded_at = Some(start_of(*on) + late);
        }
    }
    acts
}

fn act(c: &mut Choices, kind: &str, who: &str, on: Date) -> Act {
    let mut act = Act::new("", kind, on);
    let mut field = |name: &str, value: String| {
        act.fields.insert(name.to_owned(), Scalar::Text(value));
    };
    match kind {
        "affirm" => {
            field("year", String::new());
            if c.percent(70) {
                field(
                    "income",
                    format!("USD {}", c.one(&["40", "99.99", "100", "100.01", "499.99", "500", "500.01", "2000"])),
                );
            }
        }
        "ask" => field("year", String::new()),
        "enrol" => {
            field("region", c.one(&["north", "south"]).to_owned());
            if c.percent(85) {
                field("size", c.one(&["3", "5", "15", "16", "31", "60"]).to_owned());
            }
        }
        "settle-fee" => {
            field("table", String::from("fee"));
            field("period", String::new());
        }
        "adopt-reading" => {
            field("reading", String::from("how"));
            field("option", c.one(&["strict", "mild"]).to_owned());
        }
        _ => {}
    }
    match kind {
        "affirm" | "resign" => act.by = Some(who.to_owned()),
        "adopt-reading" => {}
        "settle-fee" => act.about = Some(who.to_owned()),
        _ => {
            act.by = Some(String::from("desk"));
            act.about = Some(who.to_owned());
        }
    }
    act
}

/// Fills in the periods of a register, in the charter's own kind of period: mostly the one at hand, sometimes another.
pub fn with_periods(c: &mut Choices, acts: &mut [Act], network: &Network) {
    let charter = network.newest().unwrap();
    let (_, table) = charter.tables().find(|(_, table)| table.name == "fee").unwrap();
    let kind = charter.period(table.per.as_ref().unwrap().as_str()).unwrap();
    for act in acts {
        let On::Date(on) = act.on else { continue };
        let mut period = kind.containing(on).unwrap();
        match c.below(6) {
            0 => period = kind.previous(period),
            1 => period = kind.next(period),
            _ => {}
        }
        for name in ["year", "period"] {
            if let Some(value) = act.fields.get_mut(name) {
                *value = Scalar::Text(kind.show(period).to_string());
            }
        }
    }
}

/// Questions about everybody.
pub fn questions(c: &mut Choices, network: &Network, acts: &[Act], on: Date) -> Vec<Question> {
    let charter = network.newest().unwrap();
    let (_, table) = charter.tables().find(|(_, table)| table.name == "fee").unwrap();
    let kind = charter.period(table.per.as_ref().unwrap().as_str()).unwrap();
    let mut period = kind.containing(on).unwrap();
    if c.percent(50) {
        period = kind.previous(period);
    }
    let mut texts = Vec::new();
    for who in WHO {
        for form in [
            "may X vote at assembly",
            "may X attend at assembly",
            "is X full",
            "is X friend",
            "is X lapsed",
            "is X dormant",
            "is X big",
            "status of X",
            "weight of X at assembly",
            "duties of X",
        ] {
            texts.push(form.replace('X', who));
        }
        texts.push(format!("fee of {who} for {}", kind.show(period)));
    }
    texts.extend(ballots::questions(acts, on));
    texts.iter().map(|text| Question::parse(text).unwrap()).collect()
}
