//! Counts in words: each step as a sentence, and a whole record as a page of plain text.

use std::fmt::Write as _;

use ballots::{Candidate, Event, How, Outcome, Purpose, Quantity, Record, Round, Tie, TieStep};

use crate::Language;

/// Digits after the point that a person is shown; the record has all of them.
const SHOWN_DIGITS: u8 = 5;
/// How long the longest bar of a step is, in letters.
const BAR: u32 = 30;

impl Language {
    /// A record as a page of plain text, from which the count can be followed step by step.
    pub fn count(&self, record: &Record) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}", self.count_head(record));
        for (index, round) in record.rounds.iter().enumerate() {
            let step = (index + 1).to_string();
            let _ = writeln!(out, "\n{}", self.say("count-step", &[("step", &step)]));
            for event in &round.events {
                let _ = writeln!(out, "  {}", self.count_event(record, event));
            }
            self.count_totals(record, round, &mut out);
        }
        self.count_table(record, "count-pairs", &record.pairs, &mut out);
        self.count_table(record, "count-paths", &record.paths, &mut out);
        let _ = writeln!(out, "\n{}", self.say("count-result", &[]));
        for tie in &record.ties {
            let _ = writeln!(out, "  {}", self.count_tie(record, tie));
        }
        if !record.ranking.is_empty() {
            let ranking: Vec<String> = record.ranking.iter().map(|level| names(record, level).join(" = ")).collect();
            let _ = writeln!(out, "  {}", self.say("count-ranking", &[("ranking", &ranking.join(", "))]));
        }
        let _ = writeln!(out, "  {}", self.count_outcome(record));
        out
    }

    /// What is counted how: method, seats, papers, rules, quota.
    pub fn count_head(&self, record: &Record) -> String {
        let method = record.variant.map_or(record.method.to_owned(), |own| format!("{} ({own})", record.method));
        let (seats, candidates) = (record.seats.to_string(), record.candidates.len().to_string());
        let mut lines: Vec<String> = Vec::new();
        lines.extend((!record.title.is_empty()).then(|| record.title.clone()));
        lines.push(self.say("count-head", &[("method", &method), ("seats", &seats), ("candidates", &candidates)]));
        let (valid, invalid) = (record.valid.to_string(), record.invalid.to_string());
        lines.push(self.say("count-papers", &[("valid", &valid), ("invalid", &invalid)]));
        if !record.rules.is_empty() {
            let rules: Vec<String> = record.rules.iter().map(|(name, value)| format!("{name} {value}")).collect();
            lines.push(self.say("count-rules", &[("rules", &rules.join(", "))]));
        }
        lines.extend(record.quota.as_ref().map(|votes| self.say("count-quota", &[("votes", &shown(votes))])));
        lines.join("\n")
    }

    /// One thing that happened, as a sentence.
    pub fn count_event(&self, record: &Record, event: &Event) -> String {
        let name = |candidate: &Candidate| record.name(*candidate).to_owned();
        match event {
            Event::FirstChoices => self.say("count-first-choices", &[]),
            Event::Added => self.say("count-added", &[]),
            Event::Elected { candidate, how } => self.say(elected(*how), &[("name", &name(candidate))]),
            Event::Excluded { candidates } => self.say(
                "count-excluded",
                &[("several", several(candidates)), ("names", &self.listed(record, candidates))],
            ),
            Event::Capped { candidates, group } => {
                let names = self.listed(record, candidates);
                self.say("count-capped", &[("several", several(candidates)), ("names", &names), ("group", group)])
            }
            Event::Surplus { candidate, amount, value } => self.say(
                "count-surplus",
                &[("name", &name(candidate)), ("amount", &shown(amount)), ("value", &shown(value))],
            ),
            Event::Quota { votes } => self.say("count-new-quota", &[("votes", &shown(votes))]),
            Event::Kept { times, surplus, parts } => {
                let parts: Vec<String> = parts.iter().map(|(one, part)| format!("{} {part}", name(one))).collect();
                let times = times.to_string();
                self.say(
                    "count-kept",
                    &[("times", &times), ("surplus", &surplus.to_string()), ("parts", &parts.join(", "))],
                )
            }
            Event::RunOff { between } => self.say("count-run-off", &[("names", &self.listed(record, between))]),
            Event::Preferred { votes, neither } => {
                let votes: Vec<String> = votes.iter().map(|(one, votes)| format!("{} {votes}", name(one))).collect();
                self.say("count-preferred", &[("votes", &votes.join(", ")), ("neither", &neither.to_string())])
            }
            Event::Dropped { candidate, preferred, against, for_quorum } => {
                let id = if *for_quorum { "count-dropped-quorum" } else { "count-dropped-majority" };
                let (preferred, against) = (preferred.to_string(), against.to_string());
                self.say(id, &[("name", &name(candidate)), ("preferred", &preferred), ("against", &against)])
            }
            Event::Victory { winner, loser, votes, against, stands } => {
                let id = if *stands { "count-victory" } else { "count-victory-passed" };
                let (votes, against) = (votes.to_string(), against.to_string());
                let (winner, loser) = (name(winner), name(loser));
                self.say(id, &[("winner", &winner), ("loser", &loser), ("votes", &votes), ("against", &against)])
            }
            Event::Schwartz { candidates } => {
                self.say("count-schwartz", &[("names", &self.listed(record, candidates))])
            }
        }
    }

    /// A tie and what broke it, as a sentence.
    pub fn count_tie(&self, record: &Record, tie: &Tie) -> String {
        let by = match tie.by {
            TieStep::EarlierStage(step) => self.say("count-by-earlier-stage", &[("step", &step.to_string())]),
            TieStep::HeadToHead => self.say("count-by-head-to-head", &[]),
            TieStep::Score => self.say("count-by-score", &[]),
            TieStep::MostTopScores => self.say("count-by-most-top-scores", &[]),
            TieStep::Lot => self.say("count-by-lot", &[]),
            TieStep::CastingVote => self.say("count-by-casting-vote", &[]),
            TieStep::OrderOfThePaper => self.say("count-by-order-of-the-paper", &[]),
        };
        let id = match tie.purpose {
            Purpose::Elect => "count-tie-elect",
            Purpose::Exclude => "count-tie-exclude",
            Purpose::Surplus => "count-tie-surplus",
            Purpose::RunOff => "count-tie-run-off",
            Purpose::Victory => "count-tie-victory",
        };
        let names = self.listed(record, &tie.among);
        self.say(id, &[("names", &names), ("chosen", record.name(tie.chosen)), ("by", &by)])
    }

    /// How a count ended, and who is elected.
    pub fn count_outcome(&self, record: &Record) -> String {
        let winners = record.winners().collect::<Vec<_>>().join(", ");
        let is_several = several(&record.elected);
        match &record.outcome {
            Outcome::Complete => self.say("count-ends-complete", &[("winners", &winners), ("several", is_several)]),
            Outcome::Short { empty } => {
                self.say("count-ends-short", &[("winners", &winners), ("empty", &empty.to_string())])
            }
            Outcome::Tied { among, again, .. } => {
                let id = if *again { "count-ends-again" } else { "count-ends-tied" };
                self.say(id, &[("winners", &winners), ("names", &self.listed(record, among))])
            }
            Outcome::SecondRound { between } => {
                self.say("count-ends-second-round", &[("names", &self.listed(record, between))])
            }
            Outcome::NominationsReopened => self.say("count-ends-nominations-reopened", &[]),
            Outcome::DefaultWins => self.say("count-ends-default-wins", &[]),
        }
    }

    /// `Ana, Bo and Chair`
    fn listed(&self, record: &Record, candidates: &[Candidate]) -> String {
        let names = names(record, candidates);
        match names.as_slice() {
            [before @ .., last] if !before.is_empty() => {
                format!("{}{}{last}", before.join(", "), self.say("remedy-and", &[]))
            }
            _ => names.join(", "),
        }
    }

    /// Everybody's votes after a step, with bars.
    fn count_totals(&self, record: &Record, round: &Round, out: &mut String) {
        let rows = record
            .candidates
            .iter()
            .zip(&round.totals)
            .filter_map(|(name, votes)| Some((name.clone(), votes.as_ref()?)));
        let mut rows: Vec<(String, &Quantity)> = rows.collect();
        let extra = [("count-exhausted", &round.exhausted), ("count-lost", &round.lost)];
        rows.extend(
            extra.into_iter().filter(|(_, votes)| !votes.is_zero()).map(|(id, votes)| (self.say(id, &[]), votes)),
        );
        let most = rows.iter().map(|(_, votes)| *votes).max().cloned().unwrap_or(Quantity::whole(1));
        let wide = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let long = rows.iter().map(|(_, votes)| shown(votes).len()).max().unwrap_or(0);
        for (name, votes) in rows {
            let bar = "█".repeat(usize::try_from(votes.share_of(&most) * BAR / 10_000).unwrap_or(0));
            let line = format!("    {name:wide$}  {:>long$}  {bar}", shown(votes));
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }

    /// What stands between each two.
    fn count_table<V: ToString>(&self, record: &Record, id: &str, rows: &[Vec<V>], out: &mut String) {
        if rows.is_empty() {
            return;
        }
        let _ = writeln!(out, "\n{}", self.say(id, &[]));
        let wide = record.candidates.iter().map(|name| name.chars().count()).max().unwrap_or(0);
        let cells: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let long = cells.iter().flatten().map(String::len).max().unwrap_or(1).max(3);
        let head: String = (1..=rows.len()).map(|number| format!(" {:>long$}", format!("({number})"))).collect();
        let _ = writeln!(out, "        {:wide$} {head}", "");
        for ((number, name), row) in record.candidates.iter().enumerate().zip(&cells) {
            let own = number;
            let cells: String = row
                .iter()
                .enumerate()
                .map(|(other, cell)| format!(" {:>long$}", if other == own { "·" } else { cell }))
                .collect();
            let _ = writeln!(out, "  {:>5} {name:wide$} {cells}", format!("({})", number + 1));
        }
    }
}

/// A number of votes as a person reads it.
fn shown(votes: &Quantity) -> String {
    votes.rounded(SHOWN_DIGITS)
}

fn names<'r>(record: &'r Record, candidates: &[Candidate]) -> Vec<&'r str> {
    candidates.iter().map(|candidate| record.name(*candidate)).collect()
}

fn several(candidates: &[Candidate]) -> &'static str {
    if candidates.len() > 1 { "yes" } else { "no" }
}

fn elected(how: How) -> &'static str {
    match how {
        How::Quota => "count-elected-quota",
        How::Majority => "count-elected-majority",
        How::Most => "count-elected-most",
        How::Remaining => "count-elected-remaining",
        How::Unbeaten => "count-elected-unbeaten",
        How::RunOff => "count-elected-run-off",
    }
}
