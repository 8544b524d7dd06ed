//! Declarations by their first word, and those of the vocabulary.

use kernel::{Currency, Month, MonthEnd, PeriodKind};

use super::{Broken, Parse, Parser, suggest};
use crate::ast::*;
use crate::token::Token;
use crate::{At, Code, Diagnostic, grammar};

impl<'s> Parser<'_, 's> {
    /// The declaration of this chunk.
    pub(super) fn declaration(&mut self) -> Option<Declaration> {
        let first = self.advance()?;
        let kind = self.declaration_kind(first.text, first.at);
        let Ok(kind) = kind else { return None };
        self.nothing_more();
        Some(Declaration {
            clause: self.clause.clone(),
            cites: std::mem::take(&mut self.cites),
            kind,
            at: self.since(first.at),
            keyword_at: first.at,
        })
    }

    fn declaration_kind(&mut self, keyword: &str, at: At) -> Parse<DeclarationKind> {
        use DeclarationKind as D;
        match keyword {
            "charter" => self.header().map(D::Charter),
            "period" => self.period().map(D::Period),
            "list" => self.list().map(D::List),
            "class" => self.class().map(D::Class),
            "office" => self.office().map(D::Office),
            "meeting" => self.meeting().map(D::Meeting),
            "act" => self.act().map(D::Act),
            "right" => self.right().map(D::Right),
            "lose" => self.lose().map(D::Lose),
            "keep" => self.keep().map(D::Keep),
            "duty" => self.duty(at).map(D::Duty),
            "status" => self.status().map(D::Status),
            "table" => self.table().map(D::Table),
            "define" => self.define().map(D::Define),
            "threshold" => self.threshold().map(D::Threshold),
            "finding" => self.finding().map(D::Finding),
            "decision" => self.decision().map(D::Decision),
            "procedure" => self.procedure().map(D::Procedure),
            "body" => self.body().map(D::Body),
            "limit" => self.limit().map(D::Limit),
            "vacancy" => self.vacancy().map(D::Vacancy),
            "delegation" => self.delegation().map(D::Delegation),
            "notice" => self.notice().map(D::Notice),
            "transition" => self.transition().map(D::Transition),
            "reading" => self.reading().map(D::Reading),
            "silent" => self.silent().map(D::Silent),
            "no-rule" => self.no_rule(NoRuleExtent::Text).map(D::NoRule),
            "record-only" => self.no_rule(NoRuleExtent::RecordOnly).map(D::NoRule),
            "for-people" => self.no_rule(NoRuleExtent::ForPeople).map(D::NoRule),
            _ => {
                let suggestion = suggest(keyword, grammar::DECLARATIONS.iter().map(|d| d.keyword));
                let finding =
                    Diagnostic::new(Code::DeclarationUnknown, at).with("word", keyword).suggesting(suggestion);
                self.report(finding);
                Err(Broken)
            }
        }
    }

    fn header(&mut self) -> Parse<Header> {
        let title = self.text("the title in quotation marks")?;
        let mut header = Header {
            title,
            in_force_from: None,
            partial: false,
            amends: None,
            time_zone: Vec::new(),
            month_end: Vec::new(),
            first_day: Vec::new(),
        };
        self.lines(&["in", "partial", "amends", "time", "month", "deadlines"], |p, word, at| {
            match word {
                "in" => {
                    p.need_word("force")?;
                    p.need_word("from")?;
                    let date = p.date()?;
                    p.once(&mut header.in_force_from, date, "in force from", at);
                }
                "partial" => header.partial = true,
                "amends" => {
                    let version = p.date()?;
                    p.need_word("in")?;
                    p.need_word("clause")?;
                    let clauses = p.clause_labels()?;
                    p.once(&mut header.amends, Amends { version, clauses }, "amends", at);
                }
                "time" => {
                    p.need_word("zone")?;
                    header.time_zone.push(p.guarded(|p| p.text("a time zone in quotation marks"))?);
                }
                "month" => {
                    p.need_word("end")?;
                    header.month_end.push(p.guarded(Self::month_end)?);
                }
                _ => header.first_day.push(p.guarded(Self::first_day)?),
            }
            Ok(())
        });
        Ok(header)
    }

    fn month_end(&mut self) -> Parse<MonthEnd> {
        Ok(match self.need_any(&["clamp", "roll", "refuse"])? {
            "clamp" => MonthEnd::Clamp,
            "roll" => MonthEnd::Roll,
            _ => MonthEnd::Refuse,
        })
    }

    fn first_day(&mut self) -> Parse<FirstDay> {
        let word = self.need_any(&["exclude", "include"])?;
        for next in ["the", "first", "day"] {
            self.need_word(next)?;
        }
        Ok(if word == "exclude" { FirstDay::Excluded } else { FirstDay::Included })
    }

    /// `fiscal-year from 1 April`, `season of 3 months from 1 January`
    fn period(&mut self) -> Parse<PeriodDecl> {
        let name = self.name("the name of the period")?;
        let at = self.here();
        let months = if self.eat_word("of") {
            let months = self.whole()?;
            self.need_any(&["month", "months"])?;
            months
        } else {
            12
        };
        self.need_word("from")?;
        let (day, month) = self.day_of_month()?;
        let fits = matches!(months, 1 | 2 | 3 | 4 | 6 | 12);
        let kind = PeriodKind::year_from(month, day).filter(|_| fits);
        match (kind, u8::try_from(months)) {
            (Some(kind), Ok(months)) => Ok(PeriodDecl { name, kind: PeriodKind { months, ..kind } }),
            _ => {
                let why = "a period has 1, 2, 3, 4, 6 or 12 months and starts on a day up to the 28th";
                self.report(Diagnostic::new(Code::ValueInvalid, self.since(at)).with("why", why));
                Err(Broken)
            }
        }
    }

    /// `30 November`
    pub(super) fn day_of_month(&mut self) -> Parse<(u32, Month)> {
        let at = self.here();
        let day = self.whole()?;
        let name = self.name("the name of a month")?;
        let month = Month::named(name.as_str());
        match month {
            // A leap year has every day that any year has.
            Some(month) if kernel::Date::new(2028, month, day).is_some() => Ok((day, month)),
            _ => {
                let why = format!("`{day} {name}` is not a day of the year");
                self.report(Diagnostic::new(Code::ValueInvalid, self.since(at)).with("why", why));
                Err(Broken)
            }
        }
    }

    /// Whether a day of the year stands here.
    pub(super) fn at_day_of_month(&self) -> bool {
        self.at_token(Token::Number) && self.peek_after(1).is_some_and(|word| Month::named(word.text).is_some())
    }

    fn list(&mut self) -> Parse<ListDecl> {
        let name = self.name("the name of the list")?;
        self.need(Token::Colon, "`:` and the items")?;
        let mut items = Vec::new();
        loop {
            let item = self.name("an item of the list")?;
            let mut aliases = Vec::new();
            while self.eat_word("alias") {
                aliases.push(self.name("another spelling")?);
            }
            items.push(ListItem { name: item, aliases });
            if !self.eat(Token::Comma) {
                return Ok(ListDecl { name, items });
            }
        }
    }

    fn kind_of(&mut self) -> Parse<Kind> {
        let word = self.need_any(&["organisations", "persons", "organisation", "person"])?;
        Ok(if word.starts_with('o') { Kind::Organisation } else { Kind::Person })
    }

    fn class(&mut self) -> Parse<ClassDecl> {
        let name = self.name("the name of the class")?;
        self.need_word("of")?;
        let mut of = vec![self.kind_of()?];
        while self.eat_word("or") {
            of.push(self.kind_of()?);
        }
        let mut class = ClassDecl {
            name,
            of,
            facts: Vec::new(),
            persons: Vec::new(),
            begins: Vec::new(),
            ends: Vec::new(),
            eligible: Vec::new(),
            together_with: Vec::new(),
        };
        self.lines(&["fact", "person", "begins", "ends", "eligible", "together"], |p, word, _| {
            match word {
                "fact" => class.facts.push(p.fact()?),
                "person" => class.persons.push(p.person_roles()?),
                "begins" => {
                    p.need_word("with")?;
                    class.begins.push(p.guarded(Self::occurrence)?);
                }
                "ends" => {
                    p.need_word("with")?;
                    class.ends.push(p.guarded(Self::occurrence)?);
                }
                "eligible" => {
                    p.need_word("where")?;
                    class.eligible.push(p.guarded(Self::condition)?);
                }
                _ => {
                    p.need_word("with")?;
                    class.together_with.extend(p.names("the name of a class")?);
                }
            }
            Ok(())
        });
        Ok(class)
    }

    fn fact(&mut self) -> Parse<FactDecl> {
        let name = self.name("the name of the fact")?;
        self.need(Token::Colon, "`:` and the type of the fact")?;
        let ty = self.ty()?;
        let per = if self.eat_word("per") { Some(self.name("a period")?) } else { None };
        let mut seen_by = Vec::new();
        if self.eat_words(&["seen", "by"]) {
            seen_by = self.names("who may see it")?;
        }
        let sealed = self.eat_word("sealed");
        Ok(FactDecl { name, ty, per, seen_by, sealed })
    }

    fn person_roles(&mut self) -> Parse<PersonRoles> {
        let roles = self.names("the role of a person")?;
        let different = self.eat_words(&["different", "people"]);
        let under = self.guards()?;
        Ok(PersonRoles { roles, different, under })
    }

    pub(super) fn ty(&mut self) -> Parse<Type> {
        let name = self
            .name("a type: number, votes, yes-no, date, text, organisation, person, a currency, a list or a period")?;
        Ok(match name.as_str() {
            "number" => Type::Number,
            "votes" => Type::Votes,
            "yes-no" => Type::YesNo,
            "date" => Type::Date,
            "text" => Type::Text,
            "organisation" => Type::Organisation,
            "person" => Type::Person,
            code => Currency::new(code).map_or(Type::Named(name), Type::Money),
        })
    }

    fn office(&mut self) -> Parse<OfficeDecl> {
        let name = self.name("the name of the office")?;
        let appointed_by = if self.eat_words(&["appointed", "by"]) { Some(self.name("a body")?) } else { None };
        Ok(OfficeDecl { name, appointed_by })
    }

    fn meeting(&mut self) -> Parse<MeetingDecl> {
        let name = self.name("the name of the meeting")?;
        let of = if self.eat_word("of") { Some(self.name("a class or a body")?) } else { None };
        let mut meeting = MeetingDecl {
            name,
            of,
            called_by: Vec::new(),
            at_least_every: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
        };
        self.lines(&["called", "at", "before", "after"], |p, word, _| {
            match word {
                "called" => {
                    p.need_word("by")?;
                    meeting.called_by.extend(p.names("who calls it")?);
                }
                "at" => {
                    p.need_word("least")?;
                    p.need_word("every")?;
                    meeting.at_least_every.push(p.guarded(Self::interval)?);
                }
                "before" => {
                    p.need_word("it")?;
                    p.need(Token::Colon, "`:` and the steps")?;
                    p.steps(&mut meeting.before)?;
                }
                _ => {
                    p.need_word("it")?;
                    p.need(Token::Colon, "`:` and the steps")?;
                    p.steps(&mut meeting.after)?;
                }
            }
            Ok(())
        });
        Ok(meeting)
    }

    fn interval(&mut self) -> Parse<Interval> {
        let one = self.peek().and_then(|word| kernel::Span::of(1, word.text)).filter(|_| self.at_token(Token::Word));
        let span = match one {
            Some(span) => {
                self.position += 1;
                span
            }
            None => self.span()?.0,
        };
        let mut from_closing = false;
        if self.eat_word("from") {
            from_closing = self.need_any(&["closing", "opening"])? == "closing";
            if self.eat_word("to") {
                self.need_word("opening")?;
            }
        }
        Ok(Interval { span, from_closing })
    }

    /// `invitation 8 weeks, agenda and candidacies 4 weeks`
    fn steps(&mut self, into: &mut Vec<Guarded<BackPlanned>>) -> Parse<()> {
        loop {
            let mut names = vec![self.name("a step")?];
            while self.eat_word("and") {
                names.push(self.name("a step")?);
            }
            let start = self.here();
            let (span, clear) = self.span()?;
            let under = self.guards()?;
            let at = self.since(start);
            into.extend(names.into_iter().map(|step| Guarded {
                under: under.clone(),
                is: BackPlanned { step, span, clear },
                at,
            }));
            if !self.eat(Token::Comma) && !self.eat(Token::Semicolon) {
                return Ok(());
            }
        }
    }

    /// `contact or alternate of a regular-member or associate`
    pub(super) fn party(&mut self) -> Parse<Party> {
        let start = self.here();
        self.eat_any(&["a", "an", "the", "every", "each", "all"]);
        let mut names = vec![self.name("a class, an office or a body")?];
        let mut through = Vec::new();
        loop {
            if self.eat_word("or") || (self.at_token(Token::Comma) && self.comma_goes_on()) {
                self.eat_any(&["a", "an", "the"]);
                names.push(self.name("a class, an office or a body")?);
            } else if through.is_empty() && self.eat_word("of") {
                self.eat_any(&["a", "an", "the", "every", "each"]);
                through = std::mem::take(&mut names);
                names.push(self.name("a class")?);
            } else {
                return Ok(Party { through, any_of: names, at: self.since(start) });
            }
        }
    }

    /// Eats a comma that is followed by a further name on the same line.
    fn comma_goes_on(&mut self) -> bool {
        let goes_on = self.peek_after(1).is_some_and(|word| word.token == Token::Word && !word.starts_line)
            && !["not", "within", "because", "fixed"].iter().any(|word| self.word_ahead(1, word));
        self.position += usize::from(goes_on);
        goes_on
    }

    fn act(&mut self) -> Parse<ActDecl> {
        let name = self.name("the name of the act")?;
        self.need_word("by")?;
        let by = self.party()?;
        let about = if self.eat_word("about") { Some(self.party()?) } else { None };
        let mut act = ActDecl {
            name,
            by,
            about,
            fields: Vec::new(),
            with: Vec::new(),
            documents: Vec::new(),
            seen_by: Vec::new(),
            only_where: Vec::new(),
        };
        self.lines(&["field", "with", "document", "seen", "only"], |p, word, _| {
            match word {
                "field" => {
                    let name = p.name("the name of the field")?;
                    p.need(Token::Colon, "`:` and the type of the field")?;
                    let ty = p.ty()?;
                    let optional = p.eat_word("optional");
                    act.fields.push(FieldDecl { name, ty, optional });
                }
                "with" => act.with.extend(p.names("the name of a fact or of a person's role")?),
                "document" => {
                    let names = p.names("the name of the document")?;
                    let languages = if p.eat_word("in") { Some(p.name("a list of languages")?) } else { None };
                    let optional = p.eat_word("optional");
                    act.documents.extend(names.into_iter().map(|name| DocumentDecl {
                        name,
                        languages: languages.clone(),
                        optional,
                    }));
                }
                "seen" => {
                    p.need_word("by")?;
                    act.seen_by.extend(p.names("who may see it")?);
                }
                _ => {
                    p.need_word("where")?;
                    act.only_where.push(p.guarded(Self::condition)?);
                }
            }
            Ok(())
        });
        Ok(act)
    }
}
