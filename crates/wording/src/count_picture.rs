//! A count drawn: a row for each candidate, a bar for each step, the quota as a line; or, by pairs, a table with shades.
//!
//! An SVG of its own: it says in words what it shows, follows light and dark, and uses no colour alone to mean something.

use std::fmt::Write as _;

use ballots::{Candidate, Event, Quantity, Record};

use crate::Language;

/// Room for names.
const NAMES: u32 = 220;
/// Room for all steps together, when they are few.
const STEPS: u32 = 640;
/// A step is at least so wide.
const NARROWEST: u32 = 72;
/// A row is so high.
const ROW: u32 = 30;
/// Room above the rows.
const HEAD: u32 = 34;
/// Letters of a name that fit.
const LETTERS: usize = 30;
/// The widest a pair's field is.
const FIELD: u32 = 96;

const STYLE: &str = "svg{font:13px/1.2 system-ui,sans-serif;color:#1f2526;background:#fff}.q{fill:none;stroke:#a3461f;\
stroke-dasharray:4 3}.b{fill:#9db9bd}.e{fill:#0b5563}.g{stroke:#cfd5d4}text{fill:currentColor}.n{font-size:11px;\
font-variant-numeric:tabular-nums}.w{font-weight:600}@media(prefers-color-scheme:dark){svg{color:#eceeed;background:#1b2223}\
.q{stroke:#e39a74}.b{fill:#44666b}.e{fill:#8fd0da}.g{stroke:#3b4647}}";

impl Language {
    /// The count as an SVG document: by steps, or by pairs where the method compares pairs.
    pub fn count_picture(&self, record: &Record) -> String {
        if record.pairs.is_empty() { self.by_steps(record) } else { self.by_pairs(record) }
    }

    fn by_steps(&self, record: &Record) -> String {
        let steps = u32::try_from(record.rounds.len().max(1)).unwrap_or(u32::MAX);
        let step_width = (STEPS / steps).max(NARROWEST);
        let all = record.rounds.iter().flat_map(|round| round.totals.iter().flatten());
        let most = all.chain(&record.quota).max().cloned().unwrap_or(Quantity::whole(1));
        let bar = |votes: &Quantity| votes.share_of(&most).saturating_mul(step_width - 12) / 10_000;
        let mut body = String::new();
        for index in 0..record.rounds.len() {
            let x = left_of(index, step_width);
            let _ = write!(body, "<text class=\"n\" x=\"{x}\" y=\"22\">{}</text>", index + 1);
        }
        for (row, candidate) in in_order(record).into_iter().enumerate() {
            let y = HEAD + number(row) * ROW;
            name_row(record, candidate, "", y, &mut body);
            for (index, round) in record.rounds.iter().enumerate() {
                let Some(votes) = round.totals.get(candidate.index()).and_then(Option::as_ref) else { continue };
                let (x, class) =
                    (left_of(index, step_width), if is_elected(record, candidate, index) { "e" } else { "b" });
                let _ = write!(
                    body,
                    "<rect class=\"{class}\" x=\"{x}\" y=\"{}\" width=\"{}\" height=\"10\"/>\
                     <text class=\"n\" x=\"{x}\" y=\"{}\">{}</text>",
                    y + 3,
                    bar(votes).max(1),
                    y + 25,
                    escape(&votes.rounded(if record.rounds.len() > 9 { 0 } else { 2 }))
                );
            }
        }
        let height = HEAD + number(record.candidates.len()) * ROW;
        if let Some(quota) = &record.quota {
            for index in 0..record.rounds.len() {
                let x = left_of(index, step_width) + bar(quota);
                let _ = write!(body, "<path class=\"q\" d=\"M{x} {HEAD}V{height}\"/>");
            }
        }
        self.document(record, (NAMES + steps * step_width, height + 8), &body)
    }

    /// In the row, against whom in the column: the share who prefer the one in the row.
    fn by_pairs(&self, record: &Record) -> String {
        let order = in_order(record);
        let field = (STEPS / number(order.len()).max(1)).clamp(44, FIELD);
        let mut body = String::new();
        for (row, one) in order.iter().enumerate() {
            let y = HEAD + number(row) * ROW;
            name_row(record, *one, &format!("({}) ", row + 1), y, &mut body);
            let _ = write!(body, "<text class=\"n\" x=\"{}\" y=\"22\">({})</text>", left_of(row, field), row + 1);
            for (column, other) in order.iter().enumerate().filter(|(column, _)| *column != row) {
                let (votes, against) = (between(record, *one, *other), between(record, *other, *one));
                let opacity = votes.saturating_mul(90).checked_div(votes.saturating_add(against)).unwrap_or(0);
                let x = left_of(column, field);
                let class = if votes > against { "w" } else { "n" };
                let _ = write!(
                    body,
                    "<rect class=\"b\" fill-opacity=\".{opacity:02}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\
                     <text class=\"{class}\" x=\"{x}\" y=\"{}\">{votes}</text>",
                    x - 4,
                    y + 2,
                    field - 2,
                    ROW - 3,
                    y + 20
                );
            }
        }
        let height = HEAD + number(order.len()) * ROW;
        self.document(record, (NAMES + number(order.len()) * field, height + 8), &body)
    }

    fn document(&self, record: &Record, (width, height): (u32, u32), body: &str) -> String {
        let id = if record.pairs.is_empty() { "count-picture-steps" } else { "count-picture-pairs" };
        let title = if record.title.is_empty() { record.method.to_owned() } else { record.title.clone() };
        let words = format!("{} {}", self.say(id, &[]), self.count_outcome(record));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\"><title id=\"t\">{}</title><desc id=\"d\">{}</desc><style>{STYLE}</style>{body}</svg>",
            escape(&title),
            escape(&words)
        )
    }
}

/// A line and the name, with a tick for the elected.
fn name_row(record: &Record, candidate: Candidate, number: &str, y: u32, body: &mut String) {
    let is_elected = record.elected.contains(&candidate);
    let mut name: String = record.name(candidate).chars().take(LETTERS).collect();
    if name.len() < record.name(candidate).len() {
        name.push('…');
    }
    let (class, mark) = if is_elected { (" class=\"w\"", "✓ ") } else { ("", "") };
    let _ = write!(body, "<path class=\"g\" d=\"M0 {y}H4000\"/>");
    let _ = write!(body, "<text{class} x=\"8\" y=\"{}\">{mark}{number}{}</text>", y + 19, escape(&name));
}

/// The elected in their order, then the others from the last to leave to the first.
fn in_order(record: &Record) -> Vec<Candidate> {
    let lasts = |candidate: &Candidate| {
        record.rounds.iter().filter(|round| round.totals.get(candidate.index()).is_some_and(Option::is_some)).count()
    };
    let votes = |candidate: &Candidate| {
        record.rounds.iter().rev().find_map(|round| round.totals.get(candidate.index()).cloned().flatten())
    };
    let mut others: Vec<Candidate> = Candidate::first(record.candidates.len()).collect();
    others.retain(|candidate| !record.elected.contains(candidate));
    let place = |candidate: &Candidate| record.ranking.iter().position(|level| level.contains(candidate));
    others.sort_by_key(|candidate| {
        (place(candidate), std::cmp::Reverse((lasts(candidate), votes(candidate))), candidate.index())
    });
    record.elected.iter().copied().chain(others).collect()
}

/// Whether somebody is elected by the end of a step.
fn is_elected(record: &Record, candidate: Candidate, step: usize) -> bool {
    let events = record.rounds.iter().take(step + 1).flat_map(|round| &round.events);
    events.into_iter().any(|event| matches!(event, Event::Elected { candidate: own, .. } if *own == candidate))
}

fn between(record: &Record, one: Candidate, other: Candidate) -> u64 {
    record.pairs.get(one.index()).and_then(|row| row.get(other.index())).copied().unwrap_or(0)
}

fn left_of(index: usize, width: u32) -> u32 {
    NAMES + number(index).saturating_mul(width) + 6
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
