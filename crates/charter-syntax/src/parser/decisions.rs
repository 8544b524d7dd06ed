//! `decision`: roll, presence, quorum, thresholds, ties, elections.

use super::{Parse, Parser};
use crate::ast::*;
use crate::token::Token;

/// The lines of a decision on which a charter can be `silent`.
pub(crate) const DECISION_LINES: &[&str] = &[
    "roll", "open", "present", "quorum", "vote", "carried", "abstain", "silence", "tie", "weight", "elect", "proxies",
    "silent",
];

impl Parser<'_, '_> {
    pub(super) fn decision(&mut self) -> Parse<DecisionDecl> {
        let name = self.name("the name of the decision")?;
        let of = if self.eat_word("of") { Some(self.name("a meeting, a body or a class")?) } else { None };
        let about = if self.eat_word("about") {
            self.eat_any(&["a", "an", "the"]);
            Some(self.name("a class or a body")?)
        } else {
            None
        };
        let mut decision = DecisionDecl {
            name,
            of,
            about,
            roll: Vec::new(),
            open: Vec::new(),
            present: Vec::new(),
            quorum: Vec::new(),
            vote: Vec::new(),
            carried: Vec::new(),
            abstain: Vec::new(),
            silence: Vec::new(),
            tie: Vec::new(),
            weight: None,
            elect: Vec::new(),
            proxies: Vec::new(),
            silent_on: Vec::new(),
        };
        self.lines(DECISION_LINES, |p, word, at| {
            match word {
                "roll" => decision.roll.push(p.guarded(Self::roll)?),
                "open" => decision.open.push(p.guarded(Self::open_for)?),
                "present" => decision.present.push(p.guarded(Self::presence)?),
                "quorum" => decision.quorum.push(p.guarded(Self::quorum)?),
                "vote" => decision.vote.push(p.guarded(Self::vote_terms)?),
                "carried" => decision.carried.push(p.guarded(Self::carried)?),
                "abstain" => decision.abstain.push(p.guarded(Self::abstention)?),
                "silence" => decision.silence.push(p.guarded(Self::silence)?),
                "tie" => decision.tie.push(p.guarded(Self::tie)?),
                "weight" => {
                    p.eat_word("from");
                    let table = p.name("a table of votes")?;
                    p.once(&mut decision.weight, table, "weight", at);
                }
                "elect" => decision.elect.push(p.guarded(Self::election)?),
                "proxies" => decision.proxies.push(p.guarded(Self::proxies)?),
                _ => {
                    p.need_word("on")?;
                    decision.silent_on.extend(p.names("a line of the decision")?);
                }
            }
            Ok(())
        });
        Ok(decision)
    }

    fn roll(&mut self) -> Parse<Roll> {
        let who = self.set()?;
        self.eat(Token::Comma);
        let fixed_when = if self.eat_word("fixed") {
            self.need_any(&["when", "at", "on"])?;
            Some(self.occurrence()?)
        } else {
            None
        };
        Ok(Roll { who, fixed_when })
    }

    fn open_for(&mut self) -> Parse<OpenFor> {
        let (span, _) = self.span()?;
        self.need_any(&["from", "after", "of"])?;
        Ok(OpenFor { span, from: self.occurrence()? })
    }

    /// `regular-member attending, in the room or remotely`
    fn presence(&mut self) -> Parse<Presence> {
        let who = self.set()?;
        self.need_word("attending")?;
        self.eat(Token::Comma);
        self.eat_words(&["in", "the", "room"]);
        let remotely = self.eat_words(&["or", "remotely"]);
        Ok(Presence { who, remotely })
    }

    /// `present >= 1/3 of roll, at each vote`, `to open: …`, `to decide: …`
    pub(super) fn quorum(&mut self) -> Parse<Quorum> {
        let mut when = QuorumMoment::EachVote;
        if self.eat_words(&["to", "open"]) {
            self.need(Token::Colon, "`:`")?;
            when = QuorumMoment::ToOpen;
        } else if self.eat_words(&["to", "decide"]) {
            self.need(Token::Colon, "`:`")?;
            when = QuorumMoment::ToDecide;
        }
        let needs = self.condition()?;
        if self.at_token(Token::Comma) && self.word_ahead(1, "at") {
            self.position += 2;
            if self.eat_word("opening") {
                when = QuorumMoment::ToOpen;
            } else {
                self.need_word("each")?;
                self.need_word("vote")?;
            }
        }
        Ok(Quorum { needs, when })
    }

    fn vote_terms(&mut self) -> Parse<Vec<VoteTerm>> {
        let mut terms = Vec::new();
        loop {
            terms.push(match self.need_any(&["one", "by", "secret", "in", "may"])? {
                "one" => {
                    self.need_word("per")?;
                    match self.need_any(&["organisation", "person"])? {
                        "organisation" => VoteTerm::OnePerOrganisation,
                        _ => VoteTerm::OnePerPerson,
                    }
                }
                "by" => match self.need_any(&["name", "hand"])? {
                    "name" => VoteTerm::ByName,
                    _ => VoteTerm::ShowOfHands,
                },
                "secret" => VoteTerm::Secret,
                "may" => {
                    self.need_word("split")?;
                    VoteTerm::MaySplit
                }
                _ => {
                    self.need_word("writing")?;
                    VoteTerm::InWriting
                }
            });
            if !self.eat(Token::Comma) {
                return Ok(terms);
            }
        }
    }

    /// `yes > no`, or `when C: T; otherwise: T`
    fn carried(&mut self) -> Parse<Vec<CarriedCase>> {
        let mut cases = Vec::new();
        loop {
            let when = if self.eat_word("when") {
                let when = self.condition()?;
                self.need(Token::Colon, "`:` and the threshold")?;
                Some(when)
            } else {
                if self.eat_word("otherwise") {
                    self.need(Token::Colon, "`:` and the threshold")?;
                }
                None
            };
            cases.push(CarriedCase { when, needs: self.condition()? });
            if !self.eat(Token::Semicolon) {
                return Ok(cases);
            }
        }
    }

    fn abstention(&mut self) -> Parse<Abstention> {
        if self.eat_words(&["not", "counted"]) {
            return Ok(Abstention::NotCounted);
        }
        self.need_word("counts")?;
        if self.eat_words(&["as", "no"]) {
            return Ok(Abstention::AsNo);
        }
        for word in ["for", "quorum", "only"] {
            self.need_word(word)?;
        }
        Ok(Abstention::QuorumOnly)
    }

    fn silence(&mut self) -> Parse<Silence> {
        if self.eat_words(&["not", "cast"]) {
            return Ok(Silence::NotCast);
        }
        self.need_word("abstains")?;
        Ok(Silence::Abstains)
    }

    fn tie(&mut self) -> Parse<Tie> {
        Ok(match self.need_any(&["not", "casting", "by", "another"])? {
            "not" => {
                self.need_word("carried")?;
                Tie::NotCarried
            }
            "casting" => {
                self.need_word("vote")?;
                self.need_word("of")?;
                self.eat_word("the");
                Tie::CastingVote(self.name("an office or a seat")?)
            }
            "by" => {
                self.need_word("lot")?;
                Tie::Lot
            }
            _ => {
                self.need_word("vote")?;
                Tie::AnotherVote
            }
        })
    }

    /// `3 by meek-stv digits 9 ties lot, at least 10 voters`
    fn election(&mut self) -> Parse<Election> {
        let seats = self.whole()?;
        self.need_word("by")?;
        let method = self.name("a counting method")?;
        let mut options = Vec::new();
        while self.peek().is_some_and(|word| word.token == Token::Word && !word.starts_line) {
            let option = self.name("an option")?;
            let value = match self.peek().copied() {
                Some(word) if matches!(word.token, Token::Word | Token::Number) && !word.starts_line => {
                    self.position += 1;
                    Name::new(word.text, word.at)
                }
                _ => Name::new("yes", option.at),
            };
            options.push((option, value));
        }
        let mut at_least_voters = None;
        if self.eat(Token::Comma) {
            self.need_word("at")?;
            self.need_word("least")?;
            at_least_voters = Some(self.whole()?);
            self.need_word("voters")?;
        }
        Ok(Election { seats, method, options, at_least_voters })
    }

    fn proxies(&mut self) -> Parse<Proxies> {
        if self.eat_word("none") {
            return Ok(Proxies::None);
        }
        self.need_word("at")?;
        self.need_word("most")?;
        let most = self.whole()?;
        self.need_word("per")?;
        self.need_word("holder")?;
        Ok(Proxies::AtMost(most))
    }
}
