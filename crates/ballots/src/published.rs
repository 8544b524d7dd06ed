//! A record as it is published: JSON with names, exact totals as text.

use serde_json::{Map, Value, json};

use crate::{Candidate, Event, Outcome, Record, Round, Tie, TieStep};

impl Record {
    /// The record as JSON. Candidates are named; totals are exact numbers written as text, `7498.00000` or
    /// `2598360623/1000000`, and `null` for whoever is no longer in the count.
    pub fn published(&self) -> Value {
        json!({
            "method": self.method,
            "variant": self.variant,
            "rules": self.rules.iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
            "title": self.title,
            "seats": self.seats,
            "candidates": self.candidates,
            "valid": self.valid,
            "invalid": self.invalid,
            "quota": self.quota,
            "winners": self.winners().collect::<Vec<_>>(),
            "outcome": self.outcome(),
            "ranking": self.ranking.iter().map(|level| self.names(level)).collect::<Vec<_>>(),
            "rounds": self.rounds.iter().map(|round| self.round(round)).collect::<Vec<_>>(),
            "pairs": self.between(&self.pairs),
            "paths": self.between(&self.paths),
            "ties": self.ties.iter().map(|tie| self.tie(tie)).collect::<Vec<_>>(),
        })
    }

    fn names(&self, candidates: &[Candidate]) -> Vec<&str> {
        candidates.iter().map(|candidate| self.name(*candidate)).collect()
    }

    fn outcome(&self) -> Value {
        match &self.outcome {
            Outcome::Complete => json!({ "is": "complete" }),
            Outcome::Short { empty } => json!({ "is": "short", "empty": empty }),
            Outcome::Tied { among, purpose, again } => {
                json!({ "is": "tied", "among": self.names(among), "purpose": purpose, "again": again })
            }
            Outcome::SecondRound { between } => json!({ "is": "second-round", "between": self.names(between) }),
            Outcome::NominationsReopened => json!({ "is": "nominations-reopened" }),
            Outcome::DefaultWins => json!({ "is": "default-wins" }),
        }
    }

    fn round(&self, round: &Round) -> Value {
        let totals = self.candidates.iter().zip(&round.totals);
        let totals: Map<String, Value> = totals.map(|(name, votes)| (name.clone(), json!(votes))).collect();
        json!({
            "events": round.events.iter().map(|event| self.event(event)).collect::<Vec<_>>(),
            "totals": totals,
            "exhausted": round.exhausted,
            "lost": round.lost,
        })
    }

    fn event(&self, event: &Event) -> Value {
        let name = |candidate: &Candidate| self.name(*candidate);
        match event {
            Event::FirstChoices => json!({ "event": "first-choices" }),
            Event::Added => json!({ "event": "added" }),
            Event::Elected { candidate, how } => {
                json!({ "event": "elected", "candidate": name(candidate), "how": how })
            }
            Event::Excluded { candidates } => json!({ "event": "excluded", "candidates": self.names(candidates) }),
            Event::Capped { candidates, group } => {
                json!({ "event": "capped", "candidates": self.names(candidates), "group": group })
            }
            Event::Surplus { candidate, amount, value } => {
                json!({ "event": "surplus", "candidate": name(candidate), "amount": amount, "value": value })
            }
            Event::Quota { votes } => json!({ "event": "quota", "votes": votes }),
            Event::Kept { times, surplus, parts } => {
                json!({ "event": "kept", "times": times, "surplus": surplus, "parts": self.by_name(parts) })
            }
            Event::RunOff { between } => json!({ "event": "run-off", "between": self.names(between) }),
            Event::Preferred { votes, neither } => {
                json!({ "event": "preferred", "votes": self.by_name(votes), "neither": neither })
            }
            Event::Dropped { candidate, preferred, against, for_quorum } => json!({
                "event": "dropped",
                "candidate": name(candidate),
                "preferred": preferred,
                "against": against,
                "for": if *for_quorum { "quorum" } else { "majority" },
            }),
            Event::Victory { winner, loser, votes, against, stands } => json!({
                "event": "victory",
                "winner": name(winner),
                "loser": name(loser),
                "votes": votes,
                "against": against,
                "stands": stands,
            }),
            Event::Schwartz { candidates } => json!({ "event": "schwartz", "candidates": self.names(candidates) }),
        }
    }

    fn by_name<V: serde::Serialize>(&self, values: &[(Candidate, V)]) -> Map<String, Value> {
        values.iter().map(|(candidate, value)| (self.name(*candidate).to_owned(), json!(value))).collect()
    }

    /// What stands between each and each other one, by names.
    fn between<V: serde::Serialize>(&self, table: &[Vec<V>]) -> Map<String, Value> {
        let rows = self.candidates.iter().zip(table);
        let others = |row: &Vec<V>, own: &String| -> Map<String, Value> {
            let cells = self.candidates.iter().zip(row).filter(|(other, _)| *other != own);
            cells.map(|(other, votes)| (other.clone(), json!(votes))).collect()
        };
        rows.map(|(name, row)| (name.clone(), Value::Object(others(row, name)))).collect()
    }

    fn tie(&self, tie: &Tie) -> Value {
        let (by, step) = match tie.by {
            TieStep::EarlierStage(step) => ("earlier-stage", Some(step)),
            TieStep::HeadToHead => ("head-to-head", None),
            TieStep::Score => ("score", None),
            TieStep::MostTopScores => ("most-top-scores", None),
            TieStep::Lot => ("lot", None),
            TieStep::CastingVote => ("casting-vote", None),
            TieStep::OrderOfThePaper => ("order-of-the-paper", None),
        };
        json!({
            "among": self.names(&tie.among),
            "purpose": tie.purpose,
            "chosen": self.name(tie.chosen),
            "by": by,
            "step": step,
        })
    }
}
