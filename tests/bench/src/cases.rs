//! Generated members: when each joined, which years it affirmed, what it earned. The same facts for every contestant.

use std::fmt::Write as _;

use charter::{Network, Register};
use chrono::{DateTime, Utc};
use interpreter::{Index, Interpreter, Moment};
use kernel::Date;

/// The date that everybody is asked about.
pub const ON: &str = "2026-06-15";
/// The last year whose deadline has passed by then, and the present one.
pub const LAST_CLOSED: i64 = 2025;
/// The present year.
pub const YEAR: i64 = 2026;

/// One member.
pub struct Member {
    pub name: String,
    pub joined: i64,
    pub affirmed: Vec<i64>,
    /// Cents, as stated with the affirmation of 2026.
    pub income: i64,
}

/// Everything the contestants are given.
pub struct Cases {
    pub members: Vec<Member>,
    pub network: Network,
    pub interpreter: Interpreter,
    pub index: Index,
    pub register: Register,
    pub moment: Moment,
}

/// SplitMix64 (Steele et al. 2014), so that every run has the same cases.
pub struct Random(pub u64);

impl Random {
    /// A number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}

impl Cases {
    /// So many members with about five years of history each. Nobody was asked to affirm, so nobody lapses: the peers
    /// are given the class as a fact.
    pub fn generate(count: usize) -> Cases {
        let mut random = Random(20_261_124);
        let incomes = [0, 999_999, 1_000_000, 4_999_999, 5_000_000, 10_000_000, 10_000_001, 99_000_000];
        let members: Vec<Member> = (0..count)
            .map(|number| {
                let joined = 2018 + random.below(7) as i64;
                let affirmed = (joined + 1..=YEAR).filter(|year| random.below(100) < if *year == YEAR { 40 } else { 75 }).collect();
                Member { name: format!("M{number}"), joined, affirmed, income: incomes[random.below(8) as usize] }
            })
            .collect();
        let network = network();
        let (register, findings) = Register::read(&acts(&members), &network);
        assert!(findings.is_empty(), "{findings:?}");
        let interpreter = Interpreter::new(&network);
        let index = interpreter.index(&register, DateTime::<Utc>::MAX_UTC);
        let moment = Moment::on(ON.parse::<Date>().unwrap());
        Cases { members, network, interpreter, index, register, moment }
    }
}

/// The benchmark's charter.
pub fn network() -> Network {
    let mut network = Network::read([(String::from("charter.md"), include_str!("../cases/charter.md").to_owned())], []);
    charter::check::check(&mut network, &[]);
    assert!(!charter::check::has_errors(&network));
    network
}

/// The register as JSON Lines. Whoever affirms in 2026 states the income of 2025; the others stated it in an act of 2026 too.
pub fn acts(members: &[Member]) -> String {
    let mut text = String::new();
    let mut id = 0;
    let mut line = |text: &mut String, rest: String| {
        id += 1;
        writeln!(text, "{{\"id\":\"a{id}\",{rest}}}").unwrap();
    };
    for member in members {
        let name = &member.name;
        line(&mut text, format!("\"act\":\"enrol\",\"by\":\"desk\",\"about\":\"{name}\",\"on\":\"{}-03-01\"", member.joined));
        for year in &member.affirmed {
            let income = format!("USD {}.{:02}", member.income / 100, member.income % 100);
            let day = if *year == YEAR { "05-01" } else { "10-01" };
            line(
                &mut text,
                format!("\"act\":\"affirm\",\"by\":\"{name}\",\"on\":\"{year}-{day}\",\"fields\":{{\"year\":{year},\"income\":\"{income}\"}}"),
            );
        }
    }
    text
}
