//! One version of a charter: its clauses and declarations, and how to find them by name.

use std::collections::BTreeMap;

use charter_syntax::ast::*;
use charter_syntax::{Clause, ClauseLabel};
use kernel::{Date, PeriodKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name and version of the charter JSON format.
pub const FORMAT: &str = "quorate-charter/1";

/// One version of a network's charter: the public charter JSON.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Stored")]
pub struct Charter {
    /// `quorate-charter/1`
    pub format: String,
    /// Title, force, calendar.
    pub header: Header,
    /// The clauses in order of the text.
    pub clauses: Vec<Clause>,
    /// The declarations in order of the file.
    pub declarations: Vec<Declaration>,
    #[serde(skip)]
    #[schemars(skip)]
    index: BTreeMap<(Space, String), usize>,
}

/// What a charter is read from: everything but the index.
#[derive(Deserialize, JsonSchema)]
struct Stored {
    format: String,
    header: Header,
    clauses: Vec<Clause>,
    declarations: Vec<Declaration>,
}

impl From<Stored> for Charter {
    fn from(stored: Stored) -> Self {
        let mut charter = Charter::new(stored.header, stored.clauses, stored.declarations);
        charter.format = stored.format;
        charter
    }
}

impl PartialEq for Charter {
    fn eq(&self, other: &Self) -> bool {
        self.header == other.header && self.clauses == other.clauses && self.declarations == other.declarations
    }
}

/// Names of different spaces do not clash: a class and a status do, an act and a duty need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// Periods.
    Period,
    /// Lists.
    List,
    /// Classes, statuses, definitions and findings: what one can *be*.
    Standing,
    /// Offices, bodies.
    Party,
    /// Meetings and decisions: where one can vote.
    Forum,
    /// Acts.
    Act,
    /// Duties.
    Duty,
    /// Tables.
    Table,
    /// Thresholds.
    Threshold,
    /// Procedures.
    Procedure,
    /// Delegations and notices.
    Notice,
    /// Readings.
    Reading,
    /// Topics of silence.
    Topic,
}

/// The space that a declaration's name belongs to.
pub fn space(kind: &DeclarationKind) -> Option<Space> {
    Some(match kind {
        DeclarationKind::Period(_) => Space::Period,
        DeclarationKind::List(_) => Space::List,
        DeclarationKind::Class(_)
        | DeclarationKind::Status(_)
        | DeclarationKind::Define(_)
        | DeclarationKind::Finding(_) => Space::Standing,
        DeclarationKind::Office(_) | DeclarationKind::Body(_) => Space::Party,
        DeclarationKind::Meeting(_) | DeclarationKind::Decision(_) => Space::Forum,
        DeclarationKind::Act(_) => Space::Act,
        DeclarationKind::Duty(_) => Space::Duty,
        DeclarationKind::Table(_) => Space::Table,
        DeclarationKind::Threshold(_) => Space::Threshold,
        DeclarationKind::Procedure(_) => Space::Procedure,
        DeclarationKind::Delegation(_) | DeclarationKind::Notice(_) => Space::Notice,
        DeclarationKind::Reading(_) => Space::Reading,
        DeclarationKind::Silent(_) => Space::Topic,
        DeclarationKind::Charter(_)
        | DeclarationKind::Right(_)
        | DeclarationKind::Lose(_)
        | DeclarationKind::Keep(_)
        | DeclarationKind::Limit(_)
        | DeclarationKind::Vacancy(_)
        | DeclarationKind::Transition(_)
        | DeclarationKind::NoRule(_) => return None,
    })
}

macro_rules! finders {
    ($($(#[$doc:meta])* $one:ident, $many:ident: $variant:ident($ty:ty) in $space:ident;)*) => {
        impl Charter {
            $(
                $(#[$doc])*
                pub fn $one(&self, name: &str) -> Option<&$ty> {
                    match &self.found(Space::$space, name)?.kind {
                        DeclarationKind::$variant(found) => Some(found),
                        _ => None,
                    }
                }

                /// All of them, with their declarations, in order of the file.
                pub fn $many(&self) -> impl Iterator<Item = (&Declaration, &$ty)> {
                    self.declarations.iter().filter_map(|declaration| match &declaration.kind {
                        DeclarationKind::$variant(found) => Some((declaration, found)),
                        _ => None,
                    })
                }
            )*
        }
    };
}

finders! {
    /// The list of this name.
    list, lists: List(ListDecl) in List;
    /// The class of this name.
    class, classes: Class(ClassDecl) in Standing;
    /// The office of this name.
    office, offices: Office(OfficeDecl) in Party;
    /// The meeting of this name.
    meeting, meetings: Meeting(MeetingDecl) in Forum;
    /// The act of this name.
    act, acts: Act(ActDecl) in Act;
    /// The duty of this name.
    duty, duties: Duty(DutyDecl) in Duty;
    /// The status of this name.
    status, statuses: Status(StatusDecl) in Standing;
    /// The table of this name.
    table, tables: Table(TableDecl) in Table;
    /// The definition of this name.
    definition, definitions: Define(DefineDecl) in Standing;
    /// The threshold of this name.
    threshold, thresholds: Threshold(ThresholdDecl) in Threshold;
    /// The finding of this name.
    finding, findings: Finding(FindingDecl) in Standing;
    /// The decision of this name.
    decision, decisions: Decision(DecisionDecl) in Forum;
    /// The procedure of this name.
    procedure, procedures: Procedure(ProcedureDecl) in Procedure;
    /// The body of this name.
    body, bodies: Body(BodyDecl) in Party;
    /// The delegation of this name.
    delegation, delegations: Delegation(DelegationDecl) in Notice;
    /// The notice of this name.
    notice, notices: Notice(NoticeDecl) in Notice;
    /// The reading of this name.
    reading, readings: Reading(ReadingDecl) in Reading;
    /// The silence on this topic.
    silence, silences: Silent(SilentDecl) in Topic;
}

macro_rules! unnamed {
    ($($many:ident: $variant:ident($ty:ty);)*) => {
        impl Charter {
            $(
                /// All of them, with their declarations, in order of the file.
                pub fn $many(&self) -> impl Iterator<Item = (&Declaration, &$ty)> {
                    self.declarations.iter().filter_map(|declaration| match &declaration.kind {
                        DeclarationKind::$variant(found) => Some((declaration, found)),
                        _ => None,
                    })
                }
            )*
        }
    };
}

unnamed! {
    rights: Right(RightDecl);
    losses: Lose(LoseDecl);
    keeps: Keep(KeepDecl);
    limits: Limit(LimitDecl);
    vacancies: Vacancy(VacancyDecl);
    transitions: Transition(TransitionDecl);
    no_rules: NoRule(NoRuleDecl);
}

impl Charter {
    /// A charter of these parts.
    pub fn new(header: Header, clauses: Vec<Clause>, declarations: Vec<Declaration>) -> Self {
        let mut index = BTreeMap::new();
        for (at, declaration) in declarations.iter().enumerate() {
            let name = match &declaration.kind {
                DeclarationKind::Silent(silent) => silent.topic.as_ref(),
                other => other.name(),
            };
            if let (Some(space), Some(name)) = (space(&declaration.kind), name) {
                index.entry((space, name.text.clone())).or_insert(at);
            }
        }
        Charter { format: FORMAT.to_owned(), header, clauses, declarations, index }
    }

    /// The declaration of a name in a space.
    pub fn found(&self, space: Space, name: &str) -> Option<&Declaration> {
        // A tuple key cannot be borrowed in parts; the ranges are short and this is never on a hot path.
        let at = self.index.get(&(space, name.to_owned()))?;
        self.declarations.get(*at)
    }

    /// Every name of a space, in alphabetical order.
    pub fn names(&self, wanted: Space) -> impl Iterator<Item = &str> {
        self.index.keys().filter(move |(space, _)| *space == wanted).map(|(_, name)| name.as_str())
    }

    /// Every name that is declared, with its space.
    pub fn all_names(&self) -> impl Iterator<Item = (Space, &str)> {
        self.index.keys().map(|(space, name)| (*space, name.as_str()))
    }

    /// The fact of this name, in whichever class declares it.
    pub fn fact(&self, name: &str) -> Option<&FactDecl> {
        self.classes().find_map(|(_, class)| class.facts.iter().find(|fact| fact.name == name))
    }

    /// Whether some class has persons of this role.
    pub fn person_role(&self, name: &str) -> bool {
        self.classes()
            .any(|(_, class)| class.persons.iter().any(|persons| persons.roles.iter().any(|role| role == name)))
    }

    /// How a period of this name cuts time; `calendar-year`, `quarter` and `month` are always there.
    pub fn period(&self, name: &str) -> Option<PeriodKind> {
        let declared = self.found(Space::Period, name).and_then(|declaration| match &declaration.kind {
            DeclarationKind::Period(period) => Some(period.kind),
            _ => None,
        });
        declared.or(match name {
            "calendar-year" => Some(PeriodKind::CALENDAR_YEAR),
            "quarter" => Some(PeriodKind::QUARTER),
            "month" => Some(PeriodKind::MONTH),
            _ => None,
        })
    }

    /// A procedure with everything it takes over from the one it follows.
    pub fn followed(&self, procedure: &ProcedureDecl) -> ProcedureDecl {
        let mut whole = procedure.clone();
        let Some(follows) = &procedure.follows else { return whole };
        let base = self.procedure(follows.procedure.as_str()).filter(|base| base.name != procedure.name);
        let Some(base) = base else { return whole };
        let without = |name: &Name| follows.without.contains(name);
        if whole.begins.is_empty() {
            whole.begins.clone_from(&base.begins);
        }
        whole.needs.splice(0..0, base.needs.iter().filter_map(|need| need_without(need, &without)));
        whole.then.splice(0..0, base.then.iter().filter(|then| !without(&then.is.act)).cloned());
        whole.windows.splice(0..0, base.windows.iter().filter(|window| !without(&window.is.name)).cloned());
        whole.objections.splice(0..0, base.objections.iter().filter(|o| !without(&o.is.act)).cloned());
        if whole.decides.is_empty() {
            whole.decides.clone_from(&base.decides);
        }
        if whole.overdue.is_empty() {
            whole.overdue.clone_from(&base.overdue);
        }
        if whole.outcomes.is_empty() {
            whole.outcomes.clone_from(&base.outcomes);
        }
        whole
    }

    /// The first day this version is in force.
    pub fn in_force_from(&self) -> Date {
        self.header.in_force_from.unwrap_or(Date::MIN)
    }

    /// The clause with this label.
    pub fn clause(&self, label: &ClauseLabel) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.label == *label)
    }

    /// The word of a list that this spelling stands for.
    pub fn list_item<'l>(&self, list: &'l ListDecl, spelling: &str) -> Option<&'l Name> {
        let stands = |item: &&ListItem| item.name == spelling || item.aliases.iter().any(|alias| alias == spelling);
        list.items.iter().find(stands).map(|item| &item.name)
    }
}

/// A need without the documents, facts and acts that are left out; none when nothing remains.
fn need_without(need: &Guarded<Need>, without: &dyn Fn(&Name) -> bool) -> Option<Guarded<Need>> {
    let rest = |names: &[Name]| names.iter().filter(|name| !without(name)).cloned().collect::<Vec<_>>();
    let left = match &need.is {
        Need::Documents(names) => Need::Documents(Some(rest(names)).filter(|names| !names.is_empty())?),
        Need::Facts(names) => Need::Facts(Some(rest(names)).filter(|names| !names.is_empty())?),
        Need::Acts(acts) => {
            let named = |acts: &NeededActs| matches!(&acts.of.what, Happening::Named(name) if without(name));
            if acts.iter().any(named) {
                return None;
            }
            Need::Acts(acts.clone())
        }
        Need::Condition(condition) => Need::Condition(condition.clone()),
    };
    Some(Guarded { under: need.under.clone(), is: left, at: need.at })
}
