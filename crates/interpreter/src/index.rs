//! A register made ready for questions: acts by subject, actor and kind, each found in the time its own acts take.

use charter::FieldValue;
use charter::act::TypedAct;
use chrono::{DateTime, Utc};
use kernel::{Date, Money, Period, Ratio};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::symbols::{Sym, Symbols};

/// A field's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field {
    /// A number.
    Number(Ratio),
    /// An amount.
    Money(Money),
    /// A date.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
    /// A period.
    Period(Period),
    /// A word or name.
    Word(Sym),
    /// There, and not for rules to read.
    Opaque,
}

/// An act as the evaluator sees it.
#[derive(Clone, Debug)]
pub struct ActRow {
    /// Its name.
    pub kind: Sym,
    /// Who; nobody: [`Sym::NONE`].
    pub by: Sym,
    /// About whom or what.
    pub about: Sym,
    /// The day it takes effect.
    pub on: Date,
    /// Its fields.
    pub fields: SmallVec<[(Sym, Field); 1]>,
    /// Sealed fields and documents that are there.
    pub present: SmallVec<[Sym; 2]>,
    /// When it was written down.
    pub recorded_at: DateTime<Utc>,
    /// Its place in the order of effect.
    pub place: u32,
    /// Its identifier.
    pub id: Sym,
}

impl ActRow {
    /// The field of this name.
    pub fn field(&self, name: Sym) -> Option<Field> {
        self.fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    /// The field as a word.
    pub fn word(&self, name: Sym) -> Option<Sym> {
        match self.field(name) {
            Some(Field::Word(word)) => Some(word),
            _ => None,
        }
    }
}

/// Names of fields the platform's own acts use, interned once.
#[derive(Clone, Copy, Debug)]
pub struct PlatformNames {
    pub adopt_reading: Sym,
    pub reading: Sym,
    pub option: Sym,
    pub settle_fee: Sym,
    pub waive_fee: Sym,
    pub reopen_fee: Sym,
    pub table: Sym,
    pub period: Sym,
    pub record_finding: Sym,
    pub finding: Sym,
    pub holds: Sym,
    pub call_meeting: Sym,
    pub open_meeting: Sym,
    pub close_meeting: Sym,
    pub meeting: Sym,
    pub opens: Sym,
    pub attend: Sym,
    pub leave: Sym,
    pub fix_roll: Sym,
    pub change_roll: Sym,
    pub elector: Sym,
    pub on_roll: Sym,
    pub file_motion: Sym,
    pub filed_as: Sym,
    pub open_ballot: Sym,
    pub close_ballot: Sym,
    pub cast: Sym,
    pub casting_vote: Sym,
    pub choice: Sym,
    pub holder: Sym,
    pub votes: Sym,
    pub assess_fee: Sym,
    pub yes: Sym,
    pub no: Sym,
    pub abstain: Sym,
    pub secret: Sym,
    pub returned: Sym,
    pub present: Sym,
    pub present_at_opening: Sym,
    pub roll: Sym,
    pub elected: Sym,
    pub declare_result: Sym,
    pub decision: Sym,
    pub for_: Sym,
    pub seat: Sym,
    pub unseat: Sym,
    pub create_seat: Sym,
    pub retain_seat: Sym,
    pub assign_cohort: Sym,
    pub cohort: Sym,
    pub organisation: Sym,
    pub person: Sym,
    pub until: Sym,
    pub replaces: Sym,
    pub cause: Sym,
    pub vote: Sym,
    pub stand: Sym,
    pub term_ended: Sym,
    pub no_longer_member: Sym,
    pub never_filled: Sym,
    pub otherwise: Sym,
    pub send_notice: Sym,
    pub notice: Sym,
    pub concerning: Sym,
    pub delegate: Sym,
    pub revoke_delegation: Sym,
    pub power: Sym,
    pub stranger: Sym,
    pub mode: Sym,
    pub remotely: Sym,
}

impl PlatformNames {
    /// Interns them.
    pub fn new(symbols: &mut Symbols) -> Self {
        let mut sym = |name: &str| symbols.intern(name);
        PlatformNames {
            adopt_reading: sym("adopt-reading"),
            reading: sym("reading"),
            option: sym("option"),
            settle_fee: sym("settle-fee"),
            waive_fee: sym("waive-fee"),
            reopen_fee: sym("reopen-fee"),
            table: sym("table"),
            period: sym("period"),
            record_finding: sym("record-finding"),
            finding: sym("finding"),
            holds: sym("holds"),
            call_meeting: sym("call-meeting"),
            open_meeting: sym("open-meeting"),
            close_meeting: sym("close-meeting"),
            meeting: sym("meeting"),
            opens: sym("opens"),
            attend: sym("attend"),
            leave: sym("leave"),
            fix_roll: sym("fix-roll"),
            change_roll: sym("change-roll"),
            elector: sym("elector"),
            on_roll: sym("on-roll"),
            file_motion: sym("file-motion"),
            filed_as: sym("as"),
            open_ballot: sym("open-ballot"),
            close_ballot: sym("close-ballot"),
            cast: sym("cast"),
            casting_vote: sym("casting-vote"),
            choice: sym("choice"),
            holder: sym("holder"),
            votes: sym("votes"),
            assess_fee: sym("assess-fee"),
            yes: sym("yes"),
            no: sym("no"),
            abstain: sym("abstain"),
            secret: sym("secret"),
            returned: sym("returned"),
            present: sym("present"),
            present_at_opening: sym("present-at-opening"),
            roll: sym("roll"),
            elected: sym("elected"),
            declare_result: sym("declare-result"),
            decision: sym("decision"),
            for_: sym("for"),
            seat: sym("seat"),
            unseat: sym("unseat"),
            create_seat: sym("create-seat"),
            retain_seat: sym("retain-seat"),
            assign_cohort: sym("assign-cohort"),
            cohort: sym("cohort"),
            organisation: sym("organisation"),
            person: sym("person"),
            until: sym("until"),
            replaces: sym("replaces"),
            cause: sym("cause"),
            vote: sym("vote"),
            stand: sym("stand"),
            term_ended: sym("term-ended"),
            no_longer_member: sym("no-longer-member"),
            never_filled: sym("never-filled"),
            otherwise: sym("otherwise"),
            send_notice: sym("send-notice"),
            notice: sym("notice"),
            concerning: sym("concerning"),
            delegate: sym("delegate"),
            revoke_delegation: sym("revoke-delegation"),
            power: sym("power"),
            stranger: sym("this person"),
            mode: sym("mode"),
            remotely: sym("remotely"),
        }
    }
}

/// Where the acts of one key lie in an order.
type Slice = (u32, u32);

/// The acts of a register that are known, in orders that find them quickly.
#[derive(Debug)]
pub struct Index {
    acts: Vec<ActRow>,
    about: Vec<u32>,
    by: Vec<u32>,
    kind: Vec<u32>,
    about_at: FxHashMap<(Sym, Sym), Slice>,
    by_at: FxHashMap<(Sym, Sym), Slice>,
    kind_at: FxHashMap<Sym, Slice>,
    /// Ballots about a subject (their field `for`).
    ballots_for: FxHashMap<Sym, SmallVec<[Sym; 2]>>,
    /// Up to each act, when the newest was written down.
    newest: Vec<DateTime<Utc>>,
    /// Acts that stood until they were corrected, with when that was.
    corrected: Vec<(ActRow, DateTime<Utc>)>,
    symbols: Symbols,
}

impl Index {
    /// Indexes acts, which are in order of effect, and beside them those that were corrected, with when.
    pub fn new<'a>(
        acts: impl IntoIterator<Item = &'a TypedAct>,
        corrected: impl IntoIterator<Item = (&'a TypedAct, DateTime<Utc>)>,
        mut symbols: Symbols,
        names: &PlatformNames,
    ) -> Index {
        let rows: Vec<ActRow> =
            acts.into_iter().zip(0_u32..).map(|(act, place)| row(act, place, &mut symbols)).collect();
        let mut ballots_for: FxHashMap<Sym, SmallVec<[Sym; 2]>> = FxHashMap::default();
        for act in &rows {
            if let Some(subject) = act.word(names.for_) {
                let ballots = ballots_for.entry(subject).or_default();
                if !ballots.contains(&act.about) {
                    ballots.push(act.about);
                }
            }
        }
        let (about, about_at) = ordered(&rows, |act| (act.about, act.kind));
        let (by, by_at) = ordered(&rows, |act| (act.by, act.kind));
        let (kind, kind_at) = ordered(&rows, |act| act.kind);
        // What was corrected comes before what stands, as on paper.
        let corrected = corrected.into_iter().map(|(act, until)| (row(act, 0, &mut symbols), until)).collect();
        let newest = rows.iter().scan(DateTime::<Utc>::MIN_UTC, |newest, act| {
            *newest = act.recorded_at.max(*newest);
            Some(*newest)
        });
        let newest = newest.collect();
        Index { newest, acts: rows, about, by, kind, about_at, by_at, kind_at, ballots_for, corrected, symbols }
    }

    /// How many acts there are.
    pub fn len(&self) -> usize {
        self.acts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty()
    }

    /// The names.
    pub fn symbols(&self) -> &Symbols {
        &self.symbols
    }

    /// The names, to add those of a question.
    pub fn symbols_mut(&mut self) -> &mut Symbols {
        &mut self.symbols
    }

    /// Whether anything was written down after an instant that takes effect by a day, or corrected since.
    pub fn reaches_back(&self, recorded_at: DateTime<Utc>, on: Date) -> bool {
        let until = self.acts.partition_point(|act| act.on <= on);
        let newest = until.checked_sub(1).and_then(|last| self.newest.get(last));
        newest.is_some_and(|newest| *newest > recorded_at)
            || self.corrected.iter().any(|(_, until)| *until > recorded_at)
    }

    /// A further act as a row, for "what if": written down after everything that is on record.
    pub fn hypothetical(&mut self, act: &TypedAct) -> ActRow {
        ActRow { recorded_at: DateTime::<Utc>::MAX_UTC, ..row(act, u32::MAX, &mut self.symbols) }
    }

    fn slice<'i>(&'i self, order: &'i [u32], at: Option<&Slice>) -> impl DoubleEndedIterator<Item = &'i ActRow> {
        let range = at.and_then(|(start, end)| Some(usize::try_from(*start).ok()?..usize::try_from(*end).ok()?));
        let places = range.and_then(|range| order.get(range)).unwrap_or_default();
        places.iter().filter_map(|place| self.acts.get(usize::try_from(*place).ok()?))
    }
}

/// Places of rows sorted by a key and then by order of effect, with where each key lies.
fn ordered<K: Ord + Copy + std::hash::Hash>(
    rows: &[ActRow],
    key: impl Fn(&ActRow) -> K,
) -> (Vec<u32>, FxHashMap<K, Slice>) {
    let mut order: Vec<(K, u32)> = rows.iter().map(|act| (key(act), act.place)).collect();
    order.sort_unstable();
    let mut slices = FxHashMap::default();
    for (at, (key, _)) in (0_u32..).zip(&order) {
        slices.entry(*key).or_insert((at, at)).1 = at + 1;
    }
    (order.into_iter().map(|(_, place)| place).collect(), slices)
}

fn row(act: &TypedAct, place: u32, symbols: &mut Symbols) -> ActRow {
    let mut optional = |name: &Option<String>| name.as_deref().map_or(Sym::NONE, |name| symbols.intern(name));
    let (by, about) = (optional(&act.by), optional(&act.about));
    let fields = act.fields.iter().map(|(name, value)| (symbols.intern(name), field(value, symbols))).collect();
    ActRow {
        kind: symbols.intern(&act.act),
        by,
        about,
        on: act.on,
        fields,
        present: act.present.iter().map(|name| symbols.intern(name)).collect(),
        recorded_at: act.recorded_at,
        place,
        id: symbols.intern(&act.id),
    }
}

fn field(value: &FieldValue, symbols: &mut Symbols) -> Field {
    match value {
        FieldValue::Number(number) => Field::Number(*number),
        FieldValue::Money(money) => Field::Money(*money),
        FieldValue::Date(date) => Field::Date(*date),
        FieldValue::YesNo(yes) => Field::YesNo(*yes),
        FieldValue::Period(_, period) => Field::Period(*period),
        FieldValue::Word(word) => Field::Word(symbols.intern(word)),
        FieldValue::Text(_) => Field::Opaque,
    }
}

/// An index and a few further acts that have not happened.
#[derive(Clone, Copy)]
pub struct View<'i> {
    /// What happened.
    pub index: &'i Index,
    /// What is supposed.
    pub extra: &'i [ActRow],
    /// The roll that is judged, if one is: what reaches back behind it is not seen.
    pub drawn: Option<Drawn>,
}

/// When a roll was drawn. What was written down later and reaches back to that day or before has no part in the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// When the act was written down that draws it.
    pub recorded_at: DateTime<Utc>,
    /// The day of that act.
    pub on: Date,
}

impl Drawn {
    /// Whether an act has its part in the roll.
    fn knows(self, act: &ActRow) -> bool {
        act.recorded_at <= self.recorded_at || act.on > self.on
    }

    /// Whether an act that was corrected still stood when the roll was drawn.
    fn knew(self, act: &ActRow, until: DateTime<Utc>) -> bool {
        act.on <= self.on && act.recorded_at <= self.recorded_at && until > self.recorded_at
    }
}

/// Acts in order of effect.
pub type Acts<'i> = SmallVec<[&'i ActRow; 6]>;

impl<'i> View<'i> {
    /// An index as it is.
    pub fn of(index: &'i Index) -> Self {
        View { index, extra: &[], drawn: None }
    }

    /// Acts of a kind about somebody.
    pub fn about(&self, about: Sym, kind: Sym) -> Acts<'i> {
        let found = self.index.slice(&self.index.about, self.index.about_at.get(&(about, kind)));
        self.with_extra(found.collect(), |act| act.about == about && act.kind == kind)
    }

    /// Acts of a kind by somebody.
    pub fn by(&self, by: Sym, kind: Sym) -> Acts<'i> {
        let found = self.index.slice(&self.index.by, self.index.by_at.get(&(by, kind)));
        self.with_extra(found.collect(), |act| act.by == by && act.kind == kind)
    }

    /// Acts of a kind.
    pub fn of_kind(&self, kind: Sym) -> Acts<'i> {
        let found = self.index.slice(&self.index.kind, self.index.kind_at.get(&kind));
        self.with_extra(found.collect(), |act| act.kind == kind)
    }

    /// Ballots about a subject.
    pub fn ballots_for(&self, subject: Sym, for_: Sym) -> SmallVec<[Sym; 2]> {
        let mut ballots = self.index.ballots_for.get(&subject).cloned().unwrap_or_default();
        for act in self.extra {
            if act.word(for_) == Some(subject) && !ballots.contains(&act.about) {
                ballots.push(act.about);
            }
        }
        ballots
    }

    fn with_extra(&self, mut found: Acts<'i>, wanted: impl Fn(&ActRow) -> bool) -> Acts<'i> {
        let before = found.len();
        found.extend(self.extra.iter().filter(|act| wanted(act)));
        if let Some(drawn) = self.drawn {
            found.retain(|act| drawn.knows(act));
            let stood = self.index.corrected.iter().filter(|(act, until)| drawn.knew(act, *until));
            found.extend(stood.map(|(act, _)| act).filter(|act| wanted(act)));
        }
        if found.len() > before || self.drawn.is_some() {
            found.sort_by_key(|act| (act.on, act.place));
        }
        found
    }
}
