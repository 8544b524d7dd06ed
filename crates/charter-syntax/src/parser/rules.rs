//! Rights, losses, duties, statuses, tables, definitions, findings, delegations, notices, readings, silences.

use super::{Parse, Parser};
use crate::ast::*;
use crate::token::Token;
use crate::{At, Code, Diagnostic};

impl Parser<'_, '_> {
    /// `vote at general-conference, stand for committee`
    fn right_names(&mut self) -> Parse<Vec<RightName>> {
        let mut rights = vec![self.listed_right()?];
        while self.eat(Token::Comma) {
            rights.push(self.listed_right()?);
        }
        Ok(rights)
    }

    pub(super) fn right(&mut self) -> Parse<RightDecl> {
        let rights = self.right_names()?;
        self.need_word("for")?;
        let to = self.party()?;
        let only = if self.eat_any(&["where", "while"]).is_some() { Some(self.condition()?) } else { None };
        let under = self.guards()?;
        self.lines(&[], |_, _, _| Ok(()));
        Ok(RightDecl { rights, to, only, under })
    }

    pub(super) fn lose(&mut self) -> Parse<LoseDecl> {
        let rights = self.right_names()?;
        self.need_word("for")?;
        let of = self.party()?;
        let mut under = Vec::new();
        let extent = self.extent(&mut under)?;
        Ok(LoseDecl { rights, of, extent, under })
    }

    pub(super) fn keep(&mut self) -> Parse<KeepDecl> {
        let rights = self.right_names()?;
        self.need_word("for")?;
        let of = self.party()?;
        self.need_word("despite")?;
        self.need_word("clause")?;
        let despite = self.clause_label()?;
        let only = if self.eat_any(&["where", "while", "when"]).is_some() { Some(self.condition()?) } else { None };
        let under = self.guards()?;
        self.lines(&[], |_, _, _| Ok(()));
        Ok(KeepDecl { rights, of, despite, only, under })
    }

    /// `while C`, `once C`, `always`, or lines `from …` and `until …`
    fn extent(&mut self, under: &mut Vec<Guard>) -> Parse<Extent> {
        if self.eat_word("while") {
            let condition = self.condition()?;
            under.extend(self.guards()?);
            self.lines(&[], |_, _, _| Ok(()));
            return Ok(Extent::While(condition));
        }
        if self.eat_word("once") {
            let condition = self.condition()?;
            under.extend(self.guards()?);
            self.lines(&[], |_, _, _| Ok(()));
            return Ok(Extent::Once(condition));
        }
        if self.eat_word("always") {
            under.extend(self.guards()?);
            self.lines(&[], |_, _, _| Ok(()));
            return Ok(Extent::Always);
        }
        let start = self.here();
        let (mut from, mut until) = (Vec::new(), Vec::new());
        self.lines(&["from", "until"], |p, word, _| {
            if word == "from" {
                from.push(p.guarded(Self::occurrence)?);
            } else {
                until.push(p.guarded(Self::until)?);
            }
            Ok(())
        });
        if from.is_empty() {
            self.missing(start, "while, once, from or always")
        } else {
            Ok(Extent::Between { from, until })
        }
    }

    /// `1 year after`, or an occurrence
    fn until(&mut self) -> Parse<Until> {
        let alone = self.at_span() && {
            let unit = if self.word_ahead(1, "clear") { 3 } else { 2 };
            let next = self.peek_after(unit);
            let ends = next.is_none_or(|word| {
                word.starts_line || word.token == Token::GuardOpen || word.token == Token::Semicolon
            });
            ends || (self.word_ahead(unit, "later"))
        };
        if alone {
            let (span, _) = self.span()?;
            self.eat_word("later");
            return Ok(Until::Span(span));
        }
        self.occurrence().map(Until::Occurrence)
    }

    pub(super) fn duty(&mut self, keyword: At) -> Parse<DutyDecl> {
        let name = self.name("the name of the duty")?;
        self.need_word("for")?;
        let of = self.party()?;
        let per = if self.eat_word("while") {
            Per::While(self.condition()?)
        } else {
            self.need_word("per")?;
            self.per()?
        };
        let mut duty =
            DutyDecl { name, of, per, done_by: Vec::new(), due: Vec::new(), late_until: Vec::new(), first: Vec::new() };
        self.lines(&["done", "due", "late", "first"], |p, word, _| {
            match word {
                "done" => {
                    p.need_word("by")?;
                    duty.done_by.push(p.guarded(Self::fulfilment)?);
                }
                "due" => {
                    p.eat_word("by");
                    duty.due.push(p.guarded(Self::when)?);
                }
                "late" => {
                    p.need_word("until")?;
                    duty.late_until.push(p.guarded(Self::when)?);
                }
                _ => duty.first.push(p.guarded(Self::first_period)?),
            }
            Ok(())
        });
        if duty.done_by.is_empty() { self.missing(keyword, "done by") } else { Ok(duty) }
    }

    /// The name of a period, or an occurrence; `charter` tells them apart.
    fn per(&mut self) -> Parse<Per> {
        let occurrence = self.occurrence()?;
        let bare = occurrence.offset.is_none()
            && occurrence.by.is_none()
            && occurrence.period.is_none()
            && occurrence.only.is_none();
        match occurrence.what {
            Happening::Named(name) if bare => Ok(Per::Period(name)),
            _ => Ok(Per::Occurrence(occurrence)),
        }
    }

    fn fulfilment(&mut self) -> Parse<Fulfilment> {
        let by = self.occurrence()?;
        let and = if self.eat_word("and") { Some(self.condition()?) } else { None };
        Ok(Fulfilment { by, and })
    }

    fn first_period(&mut self) -> Parse<FirstPeriod> {
        self.need_word("in")?;
        self.need_word("the")?;
        self.name("a period")?;
        let word = self.need_any(&["of", "after"])?;
        self.need_word("joining")?;
        Ok(if word == "of" { FirstPeriod::OfJoining } else { FirstPeriod::AfterJoining })
    }

    pub(super) fn status(&mut self) -> Parse<StatusDecl> {
        let name = self.name("the name of the status")?;
        self.need_word("of")?;
        let of = self.name("a class")?;
        let start = self.here();
        let mut extent = self.point_extent()?;
        let (mut ends_membership, mut then_may) = (false, Vec::new());
        let (mut from, mut until) = (Vec::new(), Vec::new());
        self.lines(&["from", "until", "ends", "then"], |p, word, _| {
            match word {
                "from" => from.push(p.guarded(Self::occurrence)?),
                "until" => until.push(p.guarded(Self::until)?),
                "ends" => {
                    p.need_word("membership")?;
                    ends_membership = true;
                }
                _ => {
                    p.need_word("may")?;
                    then_may.extend(p.names("an act")?);
                }
            }
            Ok(())
        });
        if extent.is_none() && !from.is_empty() {
            extent = Some(Extent::Between { from, until });
        }
        match extent {
            Some(extent) => Ok(StatusDecl { name, of, extent, ends_membership, then_may }),
            None => self.missing(start, "while, once or from"),
        }
    }

    fn point_extent(&mut self) -> Parse<Option<Extent>> {
        Ok(if self.eat_word("while") {
            Some(Extent::While(self.condition()?))
        } else if self.eat_word("once") {
            Some(Extent::Once(self.condition()?))
        } else {
            None
        })
    }

    pub(super) fn table(&mut self) -> Parse<TableDecl> {
        let name = self.name("the name of the table")?;
        self.need_word("of")?;
        let of = self.party()?;
        let at_scope =
            if self.eat_any(&["at", "in"]).is_some() { Some(self.name("a meeting or a decision")?) } else { None };
        let per = if self.eat_word("per") { Some(self.name("a period")?) } else { None };
        self.need(Token::Colon, "`:` and the type of the values")?;
        let ty = self.ty()?;
        let mut table = TableDecl {
            name,
            of,
            at_scope,
            per,
            ty,
            by: Vec::new(),
            rows: Vec::new(),
            cap: None,
            floor: None,
            due: Vec::new(),
            first: Vec::new(),
        };
        self.table_lines(&mut table);
        Ok(table)
    }

    fn table_lines(&mut self, table: &mut TableDecl) {
        const LINES: &[&str] = &[
            "by",
            "below",
            "above",
            "over",
            "at",
            "from",
            "where",
            "otherwise",
            "row",
            "cap",
            "floor",
            "due",
            "first",
        ];
        while let Some(word) = self.peek().copied() {
            let row = word.token == Token::Number || self.at_money();
            let row = row || matches!(word.text, "below" | "above" | "over" | "at" | "from" | "where" | "otherwise");
            if row {
                if self.row(table).is_err() {
                    self.skip_row(LINES);
                }
                continue;
            }
            let before = self.position;
            self.table_line(table, LINES);
            if self.position == before {
                return;
            }
        }
    }

    fn skip_row(&mut self, lines: &[&str]) {
        while let Some(word) = self.peek() {
            let starts = word.starts_line || self.last_is_separator();
            if starts && (word.token == Token::Number || self.at_money() || lines.contains(&word.text)) {
                return;
            }
            self.position += 1;
        }
    }

    fn last_is_separator(&self) -> bool {
        self.position.checked_sub(1).and_then(|at| self.words.get(at)).is_some_and(|word| word.token == Token::Dot)
    }

    /// One line of a table that is not a row.
    fn table_line(&mut self, table: &mut TableDecl, lines: &[&'static str]) {
        let word = self.peek().copied();
        let Some(word) = word else { return };
        let known = matches!(word.text, "by" | "cap" | "floor" | "due" | "first" | "cites");
        if !known {
            self.unknown_line(word, lines);
            return;
        }
        self.position += 1;
        let read = match word.text {
            "by" => self.guarded(Self::axis).map(|axis| table.by.push(axis)),
            "cap" => self.limit_value().map(|cap| table.cap = Some(cap)),
            "floor" => self.limit_value().map(|floor| table.floor = Some(floor)),
            "due" => {
                self.eat_word("by");
                self.guarded(Self::when).map(|due| table.due.push(due))
            }
            "first" => self.guarded(Self::first_period).map(|first| table.first.push(first)),
            _ => {
                self.eat_word("clause");
                self.clause_labels().map(|labels| self.cites.extend(labels))
            }
        };
        if read.is_err() {
            self.skip_row(lines);
        }
    }

    /// `annual-income of the last fiscal-year`
    fn axis(&mut self) -> Parse<Axis> {
        let fact = self.name("the fact that the bands are about")?;
        let mut of = AxisPeriod::Current;
        if self.eat_word("of") {
            self.eat_word("the");
            of = if self.need_any(&["last", "same"])? == "last" { AxisPeriod::Last } else { AxisPeriod::Same };
            self.name("a period")?;
        }
        Ok(Axis { fact, of })
    }

    fn row(&mut self, table: &mut TableDecl) -> Parse<()> {
        loop {
            let row = self.guarded(|p| {
                let start = p.here();
                let band = p.band()?;
                let band_at = p.since(start);
                p.eat(Token::Colon);
                Ok(Row { band, value: p.row_value()?, band_at })
            })?;
            table.rows.push(row);
            if !self.eat(Token::Dot) {
                return Ok(());
            }
        }
    }

    fn band(&mut self) -> Parse<Band> {
        let open = |value, owned| Some(End { value, owned });
        if self.eat_word("below") {
            let to = self.limit_value()?;
            return Ok(Band::Range { from: None, to: open(to, false) });
        }
        if self.eat_word("otherwise") {
            return Ok(Band::Otherwise);
        }
        if self.eat_word("where") {
            return self.condition().map(Band::Where);
        }
        if self.eat_word("at") {
            if let Some(word) = self.eat_any(&["least", "most"]) {
                let end = self.limit_value()?;
                return Ok(if word == "least" {
                    Band::Range { from: open(end, true), to: None }
                } else {
                    Band::Range { from: None, to: open(end, true) }
                });
            }
            return self.limit_value().map(Band::At);
        }
        let above = self.eat_any(&["above", "over"]).is_some();
        self.eat_word("from");
        let from = self.limit_value()?;
        let to = if self.eat_word("to") {
            let below = self.eat_word("below");
            let value = self.limit_value()?;
            open(value, !below)
        } else {
            None
        };
        if to.is_none() && !above {
            // A single value is a band of its own.
            return Ok(Band::Range { from: open(from, true), to: open(from, true) });
        }
        Ok(Band::Range { from: open(from, !above), to })
    }

    fn limit_value(&mut self) -> Parse<Limit> {
        if self.at_money() { self.money().map(Limit::Money) } else { self.number().map(Limit::Number) }
    }

    /// `USD 15`, `GBP 0.14 per head`, `2 + 1 for each further 5,000 above 10,000`
    fn row_value(&mut self) -> Parse<RowValue> {
        let base = self.limit_value()?;
        let per_head = self.eat_words(&["per", "head"]);
        let step = if self.eat(Token::Plus) {
            let add = self.limit_value()?;
            for word in ["for", "each", "further"] {
                self.need_word(word)?;
            }
            let each = self.limit_value()?;
            self.need_word("above")?;
            Some(RowStep { add, each, above: self.limit_value()? })
        } else {
            None
        };
        Ok(RowValue { base, per_head, step })
    }

    pub(super) fn define(&mut self) -> Parse<DefineDecl> {
        let name = self.name("the name of the definition")?;
        self.need_word("of")?;
        let of = self.party()?;
        self.need(Token::Colon, "`:` and what it means")?;
        let mut means = vec![self.guarded(Self::condition)?];
        self.lines(&["also"], |p, _, _| {
            means.push(p.guarded(Self::condition)?);
            Ok(())
        });
        Ok(DefineDecl { name, of, means })
    }

    pub(super) fn threshold(&mut self) -> Parse<ThresholdDecl> {
        let name = self.name("the name of the threshold")?;
        self.need(Token::Colon, "`:` and the comparison")?;
        let needs = self.condition()?;
        self.lines(&[], |_, _, _| Ok(()));
        Ok(ThresholdDecl { name, needs })
    }

    pub(super) fn finding(&mut self) -> Parse<FindingDecl> {
        let name = self.name("the name of the finding")?;
        self.need_word("by")?;
        let by = self.party()?;
        let about = if self.eat_word("about") { Some(self.party()?) } else { None };
        let mut also_where = Vec::new();
        self.lines(&["also"], |p, _, _| {
            p.need_word("where")?;
            also_where.push(p.guarded(Self::condition)?);
            Ok(())
        });
        Ok(FindingDecl { name, by, about, also_where })
    }

    pub(super) fn delegation(&mut self) -> Parse<DelegationDecl> {
        let name = self.name("the power that is passed on")?;
        self.need_word("from")?;
        let from = self.name("a body")?;
        self.need_word("to")?;
        let to = self.name("a body or an office")?;
        let mut except = Vec::new();
        self.lines(&["except"], |p, _, _| {
            except.push(p.guarded(|p| p.names("what may not be passed on"))?);
            Ok(())
        });
        Ok(DelegationDecl { name, from, to, except })
    }

    pub(super) fn notice(&mut self) -> Parse<NoticeDecl> {
        let name = self.name("the name of the notice")?;
        self.need_word("by")?;
        let by = self.party()?;
        self.need_word("to")?;
        let to_every = ["every", "each", "all"].iter().any(|word| self.at_word(word));
        let to = self.party()?;
        let when = if self.eat_any(&["when", "on"]).is_some() { Some(self.occurrence()?) } else { None };
        let within = if self.eat_word("within") { Some(self.span()?.0) } else { None };
        self.lines(&[], |_, _, _| Ok(()));
        Ok(NoticeDecl { name, by, to, to_every, when, within })
    }

    /// `transition admission keeps its version`, `transition admission follows the version in force`
    pub(super) fn transition(&mut self) -> Parse<TransitionDecl> {
        let of = self.name("a procedure, a decision or a body")?;
        let follows = self.need_any(&["keeps", "follows"])? == "follows";
        let rest: &[&str] = if follows { &["the", "version", "in", "force"] } else { &["its", "version"] };
        for word in rest {
            self.need_word(word)?;
        }
        Ok(TransitionDecl { of, follows })
    }

    pub(super) fn reading(&mut self) -> Parse<ReadingDecl> {
        let name = self.name("the name of the reading")?;
        self.need_word("of")?;
        self.need_word("clause")?;
        let of = self.clause_label()?;
        let question = self.text("the question in quotation marks")?;
        let mut options = Vec::new();
        self.lines(&["option"], |p, _, _| {
            let name = p.name("the name of the option")?;
            let means = p.text("what the option means, in quotation marks")?;
            let proposed = p.eat_word("proposed");
            options.push(ReadingOption { name, means, proposed });
            Ok(())
        });
        let reading = ReadingDecl { name, of, question, options };
        let proposed = reading.options.iter().filter(|option| option.proposed).count();
        if reading.options.len() < 2 || proposed > 1 {
            let finding = Diagnostic::new(Code::ReadingMalformed, reading.name.at)
                .with("reading", &reading.name)
                .with("options", reading.options.len())
                .with("proposed", proposed);
            self.report(finding);
        }
        Ok(reading)
    }

    pub(super) fn silent(&mut self) -> Parse<SilentDecl> {
        let topic = if self.at_token(Token::Word) { Some(self.name("a topic")?) } else { None };
        let about = self.text("what the charter does not say, in quotation marks")?;
        self.lines(&[], |_, _, _| Ok(()));
        Ok(SilentDecl { topic, about })
    }

    pub(super) fn no_rule(&mut self, extent: NoRuleExtent) -> Parse<NoRuleDecl> {
        let why = self.text("why there is no rule, in quotation marks")?;
        self.lines(&[], |_, _, _| Ok(()));
        Ok(NoRuleDecl { why, extent })
    }
}
