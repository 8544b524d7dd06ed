//! `body`, `limit`, `vacancy`.

use super::{Parse, Parser};
use crate::ast::*;
use crate::token::Token;

impl Parser<'_, '_> {
    pub(super) fn body(&mut self) -> Parse<BodyDecl> {
        let name = self.name("the name of the body")?;
        let mut body = BodyDecl { name, seats: Vec::new(), term: Vec::new(), quorum: Vec::new() };
        self.lines(&["seat", "seats", "term", "quorum"], |p, word, _| {
            match word {
                "term" => body.term.push(p.guarded(Self::term_line)?),
                "quorum" => body.quorum.push(p.guarded(Self::quorum)?),
                _ => body.seats.push(p.guarded(Self::seat)?),
            }
            Ok(())
        });
        Ok(body)
    }

    /// `one per countries voting`, `coordinator not voting`, `3 voting`, `special voting created by X, needs a, b`
    fn seat(&mut self) -> Parse<SeatDecl> {
        let mut seats = if self.eat_words(&["one", "per"]) {
            Seats::OnePer(self.name("a list")?)
        } else if self.at_token(Token::Number) {
            Seats::Number(self.whole()?)
        } else {
            Seats::One(self.name("the name of a seat")?)
        };
        let voting = !self.eat_word("not");
        self.need_word("voting")?;
        let mut seat = SeatDecl {
            seats: Seats::Number(0),
            voting,
            held_by: Kind::Organisation,
            members_of: None,
            created_by: None,
            needs: Vec::new(),
        };
        loop {
            if self.eat_words(&["held", "by"]) {
                self.seat_holder(&mut seat)?;
            } else if self.eat_words(&["created", "by"]) {
                seat.created_by = Some(self.name("a decision")?);
                if let Seats::One(name) = seats {
                    seats = Seats::Created(name);
                }
            } else if self.eat_word("needs") {
                seat.needs = self.names("a field")?;
            } else if !self.eat(Token::Comma) {
                break;
            }
        }
        seat.seats = seats;
        Ok(seat)
    }

    fn seat_holder(&mut self, seat: &mut SeatDecl) -> Parse<()> {
        self.eat_any(&["a", "an"]);
        if self.eat_any(&["members", "member"]).is_some() {
            self.need_word("of")?;
            self.eat_word("the");
            seat.members_of = Some(self.name("a body")?);
            seat.held_by = Kind::Person;
            return Ok(());
        }
        let word = self.need_any(&["organisation", "organisations", "person", "persons"])?;
        seat.held_by = if word.starts_with('o') { Kind::Organisation } else { Kind::Person };
        if self.eat_word("through") {
            self.eat_any(&["a"]);
            self.need_word("person")?;
        }
        Ok(())
    }

    /// `2 years, cohort A from 2009-06-01, B from 2010-06-01`, `with the seat in BODY`, `until the next MEETING`
    fn term_line(&mut self) -> Parse<Term> {
        if self.eat_words(&["with", "the", "seat", "in"]) {
            return self.name("a body").map(Term::WithSeatIn);
        }
        if self.eat_words(&["until", "the", "next"]) {
            return self.name("a meeting").map(Term::UntilNext);
        }
        let (span, _) = self.span()?;
        let mut cohorts = Vec::new();
        while self.eat(Token::Comma) {
            self.eat_word("cohort");
            let name = self.name("the name of a cohort")?;
            self.need_word("from")?;
            cohorts.push(Cohort { name, from: self.date()? });
        }
        Ok(Term::Span { span, cohorts })
    }

    pub(super) fn limit(&mut self) -> Parse<LimitDecl> {
        let of = self.name("a body")?;
        let mut limits = Vec::new();
        self.lines(&["at", "again", "part", "any", "only", "one", "not"], |p, word, _| {
            limits.push(p.guarded_after(|p| p.limitation(word))?);
            Ok(())
        });
        Ok(LimitDecl { of, limits })
    }

    /// A line whose first word has been eaten, with the guards behind it.
    fn guarded_after<T>(&mut self, read: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<Guarded<T>> {
        let start = self.last_end();
        let is = read(self)?;
        let under = self.guards()?;
        Ok(Guarded { under, is, at: self.since(start) })
    }

    fn limitation(&mut self, word: &str) -> Parse<Limitation> {
        match word {
            "at" => {
                self.need_word("most")?;
                self.at_most()
            }
            "again" => {
                self.need_word("after")?;
                self.span().map(|(span, _)| Limitation::AgainAfter(span))
            }
            "part" => {
                self.need_word("terms")?;
                let count = !self.eat_words(&["do", "not"]);
                self.need_word("count")?;
                Ok(Limitation::PartTerms { count })
            }
            "any" => {
                self.need_word("gap")?;
                self.need_word("breaks")?;
                Ok(Limitation::GapBreaks { any: true })
            }
            "only" => {
                self.need_word("that")?;
                self.need_word("break")?;
                Ok(Limitation::GapBreaks { any: false })
            }
            "one" => {
                self.need_word("seat")?;
                self.need_word("per")?;
                self.kind_word().map(Limitation::OneSeatPer)
            }
            _ => {
                self.need_word("together")?;
                self.need_word("with")?;
                self.name("an office or a body").map(Limitation::NotTogetherWith)
            }
        }
    }

    fn kind_word(&mut self) -> Parse<Kind> {
        Ok(if self.need_any(&["organisation", "person"])? == "person" { Kind::Person } else { Kind::Organisation })
    }

    /// `3 consecutive terms per person`, `1/4 share employer`
    fn at_most(&mut self) -> Parse<Limitation> {
        if self.peek_after(1).is_some_and(|word| word.token == Token::Over) {
            let numerator = self.number()?;
            self.position += 1;
            let word = self.peek().copied().ok_or(super::Broken)?;
            let denominator = self.number()?;
            let at_most = self.value(word, numerator.over(denominator))?;
            self.need_word("share")?;
            self.eat_any(&["a", "an", "the"]);
            return Ok(Limitation::Share { at_most, fact: self.name("a fact")? });
        }
        let at_most = self.whole()?;
        let consecutive = self.eat_word("consecutive");
        self.need_any(&["terms", "term"])?;
        self.need_word("per")?;
        Ok(Limitation::Terms { at_most, consecutive, per: self.kind_word()? })
    }

    pub(super) fn vacancy(&mut self) -> Parse<VacancyDecl> {
        self.need_word("in")?;
        let of = self.name("a body")?;
        let mut cases = Vec::new();
        self.lines(&["on", "otherwise"], |p, word, at| {
            cases.push(p.guarded_after(|p| p.vacancy_case(word, at))?);
            Ok(())
        });
        Ok(VacancyDecl { of, cases })
    }

    fn vacancy_case(&mut self, word: &str, at: crate::At) -> Parse<VacancyCase> {
        let mut causes = vec![Name::new("otherwise", at)];
        if word == "on" {
            causes = vec![self.name("the cause of the vacancy")?];
            while self.eat_word("or") {
                causes.push(self.name("the cause of the vacancy")?);
            }
        }
        self.need(Token::Colon, "`:` and who fills the seat")?;
        let mut fillers = vec![self.filler()?];
        while self.eat(Token::Semicolon) {
            self.need_word("then")?;
            fillers.push(self.filler()?);
        }
        Ok(VacancyCase { causes, fillers })
    }

    /// `by its organisation, from a regular-member of the same country, for the remaining term, within 3 months`
    fn filler(&mut self) -> Parse<Filler> {
        self.need_word("by")?;
        let by = if self.eat_words(&["its", "organisation"]) {
            FilledBy::ItsOrganisation
        } else {
            self.eat_any(&["the"]);
            FilledBy::Named(self.name("a body, a decision or a procedure")?)
        };
        let mut filler = Filler { by, from_class: None, same: None, remaining_term: false, within: None };
        while self.eat(Token::Comma) {
            match self.need_any(&["from", "for", "within"])? {
                "from" => {
                    self.eat_any(&["a", "an", "the"]);
                    filler.from_class = Some(self.name("a class")?);
                    if self.eat_words(&["of", "the", "same"]) {
                        filler.same = Some(self.name("a fact")?);
                    }
                }
                "for" => {
                    for word in ["the", "remaining", "term"] {
                        self.need_word(word)?;
                    }
                    filler.remaining_term = true;
                }
                _ => filler.within = Some(self.span()?.0),
            }
        }
        Ok(filler)
    }
}
