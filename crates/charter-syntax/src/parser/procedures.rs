//! `procedure`: beginning, completeness, windows, objections, decisions, outcomes.

use super::{Parse, Parser};
use crate::ast::*;
use crate::token::Token;

const LINES: &[&str] = &["begins", "needs", "then", "window", "objection", "decide", "overdue", "outcome"];

impl Parser<'_, '_> {
    pub(super) fn procedure(&mut self) -> Parse<ProcedureDecl> {
        let name = self.name("the name of the procedure")?;
        let of = if self.eat_word("of") {
            self.eat_any(&["a", "an", "the"]);
            Some(self.name("a class or a body")?)
        } else {
            None
        };
        let follows = if self.eat_word("as") { Some(self.follows()?) } else { None };
        let mut procedure = ProcedureDecl {
            name,
            of,
            follows,
            begins: Vec::new(),
            needs: Vec::new(),
            then: Vec::new(),
            windows: Vec::new(),
            objections: Vec::new(),
            decides: Vec::new(),
            overdue: Vec::new(),
            outcomes: Vec::new(),
        };
        self.lines(LINES, |p, word, _| {
            match word {
                "begins" => {
                    p.need_word("with")?;
                    procedure.begins.push(p.guarded(Self::occurrence)?);
                }
                "needs" => procedure.needs.push(p.guarded(Self::need_line)?),
                "then" => procedure.then.push(p.guarded(Self::step_duty)?),
                "window" => procedure.windows.push(p.guarded(Self::step_window)?),
                "objection" => procedure.objections.push(p.guarded(Self::objection)?),
                "decide" => procedure.decides.push(p.guarded(Self::decide_step)?),
                "overdue" => procedure.overdue.push(p.guarded(Self::overdue)?),
                _ => procedure.outcomes.push(p.guarded(Self::outcome)?),
            }
            Ok(())
        });
        Ok(procedure)
    }

    fn follows(&mut self) -> Parse<Follows> {
        let procedure = self.name("a procedure")?;
        let without = if self.eat_word("without") { self.names("what is left out")? } else { Vec::new() };
        Ok(Follows { procedure, without })
    }

    fn need_line(&mut self) -> Parse<Need> {
        if self.eat_any(&["document", "documents"]).is_some() {
            return self.names("a document").map(Need::Documents);
        }
        if self.eat_any(&["fact", "facts"]).is_some() {
            return self.names("a fact or a person's role").map(Need::Facts);
        }
        if self.eat_word("where") {
            return self.condition().map(Need::Condition);
        }
        let mut alternatives = vec![self.needed_acts()?];
        while self.eat_word("or") {
            alternatives.push(self.needed_acts()?);
        }
        Ok(Need::Acts(alternatives))
    }

    /// `1 endorse by a regular-member where …`; after `where C,` only in that case
    fn needed_acts(&mut self) -> Parse<NeededActs> {
        let only_where = if self.eat_word("where") {
            let condition = self.condition_atom()?;
            self.eat(Token::Comma);
            Some(condition)
        } else {
            None
        };
        let count = self.whole()?;
        Ok(NeededActs { only_where, count, of: self.occurrence()? })
    }

    fn step_duty(&mut self) -> Parse<StepDuty> {
        let act = self.name("an act")?;
        let within = if self.at_word("within") { Some(self.when()?) } else { None };
        Ok(StepDuty { act, within })
    }

    fn step_window(&mut self) -> Parse<StepWindow> {
        let name = self.name("the name of the window")?;
        self.need(Token::Colon, "`:` and the act that may be done")?;
        let act = self.name("an act")?;
        Ok(StepWindow { name, act, closes: self.when()? })
    }

    fn objection(&mut self) -> Parse<Objection> {
        let act = self.name("the act of objecting")?;
        self.need(Token::Colon, "`:`")?;
        self.need_word("investigate")?;
        self.need_word("until")?;
        let until = self.name("the act that closes the investigation")?;
        let mut then = Vec::new();
        while self.eat(Token::Semicolon) {
            self.need_word("then")?;
            then.push(self.name("an act")?);
        }
        Ok(Objection { act, until, then })
    }

    fn decide_step(&mut self) -> Parse<DecideStep> {
        let decision = self.name("a decision")?;
        let at_next_meeting = self.eat_words(&["at", "the", "next", "meeting"]);
        let mut step = DecideStep { decision, not_before: None, at_next_meeting, by: None };
        self.eat(Token::Comma);
        if self.eat_words(&["not", "before"]) {
            step.not_before = Some(self.name("a window")?);
            self.need_any(&["closes", "close"])?;
            self.eat(Token::Comma);
        }
        if self.at_word("within") {
            step.by = Some(self.when()?);
        }
        Ok(step)
    }

    fn overdue(&mut self) -> Parse<Overdue> {
        if self.eat_words(&["stays", "open"]) {
            return Ok(Overdue::StaysOpen);
        }
        if self.eat_words(&["not", "carried"]) {
            return Ok(Overdue::NotCarried);
        }
        self.need_word("carried")?;
        Ok(Overdue::Carried)
    }

    /// `carried: regular-member from that day`, `not carried: refused`
    fn outcome(&mut self) -> Parse<Outcome> {
        let carried = !self.eat_word("not");
        self.need_word("carried")?;
        self.need(Token::Colon, "`:`")?;
        let becomes = self.name("a class, or the state reached")?;
        let mut from = OutcomeStart::ThatDay;
        if self.eat_word("from") && !self.eat_words(&["that", "day"]) {
            let (span, _) = self.span()?;
            self.eat_word("later");
            from = OutcomeStart::After(span);
        }
        Ok(Outcome { carried, becomes, from })
    }
}
